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
sora.account.me
sora.account.profile
sora.account.subscriptions
sora.invites.mine
sora.quota.check
sora.account.bootstrap
sora.account.initialize
sora.invites.accept
sora.username.check
sora.username.set
sora.uploads.image
sora.uploads.character
sora.characters.from_generation
sora.uploads.file
sora.images.create
sora.videos.create
sora.videos.bulk_create
sora.storyboards.create
sora.videos.extend
sora.prompts.enhance
sora.tasks.pending
sora.tasks.pending_v1
sora.drafts.list
sora.drafts.list_v2
sora.drafts.get
sora.tasks.recent
sora.tasks.list
sora.generations.download
sora.posts.create
sora.posts.get
sora.posts.delete
sora.posts.tree
sora.posts.like
sora.posts.remixes
sora.feeds.public
sora.feeds.profile
sora.profiles.get
sora.profiles.search
sora.links.resolve
sora.cameos.progress
sora.characters.finalize
sora.cameos.update
sora.characters.delete
sora.references.create
sora.references.mine
sora.references.update
sora.references.delete
`.trim().split("\n");

export const STREAMED = `

`.trim().split("\n");
