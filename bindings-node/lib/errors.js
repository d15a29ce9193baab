// Made from the catalogue by `cargo xtask gen`. Do not edit.

import { SorakitError } from "./error.js";

export class InvalidInputError extends SorakitError {}
export class UnsupportedError extends SorakitError {}
export class ConfigurationError extends SorakitError {}
export class AuthenticationError extends SorakitError {}
export class PermissionError extends SorakitError {}
export class BlockedError extends SorakitError {}
export class SentinelError extends SorakitError {}
export class ProofOfWorkError extends SorakitError {}
export class AccountSetupError extends SorakitError {}
export class RegionError extends SorakitError {}
export class NotFoundError extends SorakitError {}
export class ConflictError extends SorakitError {}
export class BadRequestError extends SorakitError {}
export class RateLimitedError extends SorakitError {}
export class TooManyJobsError extends SorakitError {}
export class QuotaExhaustedError extends SorakitError {}
export class OverloadedError extends SorakitError {}
export class ContentPolicyError extends SorakitError {}
export class GenerationFailedError extends SorakitError {}
export class NotReadyError extends SorakitError {}
export class ServerError extends SorakitError {}
export class ConnectionError extends SorakitError {}
export class TimeoutError extends SorakitError {}
export class OutcomeUnknownError extends SorakitError {}
export class UnexpectedResponseError extends SorakitError {}
export class CancelledError extends SorakitError {}
export class StorageError extends SorakitError {}

/** The class of each kind. */
export const ERRORS = {
  invalid_input: InvalidInputError,
  unsupported: UnsupportedError,
  configuration: ConfigurationError,
  authentication: AuthenticationError,
  permission: PermissionError,
  blocked: BlockedError,
  sentinel: SentinelError,
  proof_of_work: ProofOfWorkError,
  account_setup: AccountSetupError,
  region: RegionError,
  not_found: NotFoundError,
  conflict: ConflictError,
  bad_request: BadRequestError,
  rate_limited: RateLimitedError,
  too_many_jobs: TooManyJobsError,
  quota_exhausted: QuotaExhaustedError,
  overloaded: OverloadedError,
  content_policy: ContentPolicyError,
  generation_failed: GenerationFailedError,
  not_ready: NotReadyError,
  server: ServerError,
  connection: ConnectionError,
  timeout: TimeoutError,
  outcome_unknown: OutcomeUnknownError,
  unexpected_response: UnexpectedResponseError,
  cancelled: CancelledError,
  storage: StorageError,
};
