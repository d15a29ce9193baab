// Made from the catalogue by `cargo xtask gen`. Do not edit.

export const METHODS = `
videos.create
videos.get
videos.list
videos.remix
videos.delete
images.create
characters.create
characters.get
characters.search
characters.delete
prompts.enhance
account.quota
models.list
`.trim().split("\n");

export const OPERATIONS = `
sora.session.exchange
sora.tokens.refresh
sora.sentinel.request
sora.quota.check
sora.uploads.image
sora.videos.create
sora.tasks.pending
sora.drafts.list
`.trim().split("\n");

export const ERROR_KINDS = `
invalid_input
unsupported
configuration
authentication
permission
blocked
sentinel
proof_of_work
account_setup
region
not_found
conflict
bad_request
rate_limited
too_many_jobs
quota_exhausted
overloaded
content_policy
generation_failed
not_ready
server
connection
timeout
outcome_unknown
unexpected_response
cancelled
storage
`.trim().split("\n");
