// Made from the catalogue by `cargo xtask gen`. Do not edit.

import Foundation

/// The result of accepting an invite.
public struct AcceptedInvite: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// True if the account can use Sora 2 now.
    public var success: Bool? { read("success") }
    /// True if the account could already use Sora 2 before.
    public var alreadyAccepted: Bool? { read("already_accepted") }
}

/// An account's remaining quota. Values that a server does not report are absent.
public struct AccountQuota: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The amount left.
    public var remaining: Double? { read("remaining") }
    /// The amount used.
    public var used: Double? { read("used") }
    /// The amount used and the amount left, together.
    public var total: Double? { read("total") }
    /// The unit of the numbers.
    public var unit: QuotaUnit { read("unit") }
    /// True if nothing more can be made for now.
    public var exhausted: Bool { read("exhausted") }
    /// The time at which the quota is full again.
    public var resetsAt: Double? { read("resets_at") }
    /// The server's answer, unchanged.
    public var raw: Json? { read("raw") }
}

/// The parameters of a method that concerns one thing.
public struct ById: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(id: String) {
        var given = Fields()
        given.add("id", id)
        self.init(json: given.json)
    }
    /// The thing's id.
    public var id: String { read("id") }
}

/// A character.
public struct VideoCharacter: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The server's id.
    public var id: String { read("id") }
    /// The id of the cameo that it was created as, if different.
    public var cameoId: String? { read("cameo_id") }
    /// The user name, without `@`.
    public var username: String? { read("username") }
    /// The display name.
    public var displayName: String? { read("display_name") }
    /// The address of the profile picture.
    public var profilePictureUrl: String? { read("profile_picture_url") }
    /// The address of the character's page.
    public var permalink: String? { read("permalink") }
    /// The server's answer, unchanged.
    public var raw: Json? { read("raw") }
}

/// A page of a list.
public struct CharacterPage: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The items on the page.
    public var items: [VideoCharacter] { read("items") }
    /// The start of the next page; absent on the last one.
    public var next: String? { read("next") }
}

/// A character to be made from part of a video. The video must show no real person
/// without that person's consent.
public struct CharacterRequest: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(video: Reference? = nil, fromJob: String? = nil, timestamps: Json? = nil, username: String? = nil, displayName: String? = nil, instructionSet: String? = nil, safetyInstructionSet: String? = nil, visibility: Visibility? = nil) {
        var given = Fields()
        given.add("video", video)
        given.add("from_job", fromJob)
        given.add("timestamps", timestamps)
        given.add("username", username)
        given.add("display_name", displayName)
        given.add("instruction_set", instructionSet)
        given.add("safety_instruction_set", safetyInstructionSet)
        given.add("visibility", visibility)
        self.init(json: given.json)
    }
    /// The video that shows the character. Either this or `from_job`.
    public var video: Reference? { read("video") }
    /// The job whose video shows the character. Either this or `video`.
    public var fromJob: String? { read("from_job") }
    /// The start and end of its appearance, in seconds, as `[0, 3]` or `"0,3"`. Default: 0
    /// to 3. `mirror` and servers that copied it take 1 to 3 s.
    public var timestamps: Json? { read("timestamps") }
    /// The user name, without `@`. Default: the server's suggestion.
    public var username: String? { read("username") }
    /// The display name. Default: the server's suggestion.
    public var displayName: String? { read("display_name") }
    /// The character's behaviour, in words.
    public var instructionSet: String? { read("instruction_set") }
    /// Restrictions on the character's behaviour, in words.
    public var safetyInstructionSet: String? { read("safety_instruction_set") }
    /// The people who may use it. Default: its owner.
    public var visibility: Visibility? { read("visibility") }
}

/// A server's detected dialect and flavour.
public struct Detection: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The dialect.
    public var dialect: Dialect { read("dialect") }
    /// The flavour, of a dialect that has several.
    public var flavour: Flavour? { read("flavour") }
    /// The reasons: each request and its answer, one per line.
    public var evidence: [String] { read("evidence") }
}

/// A family of servers that speak the same wire format.
public enum Dialect: String, Word, CaseIterable {
    /// The native web backend (`docs/wire/sora.md`). Its own host closed in 2026.
    case sora = "sora"
    /// A mirror of the web product under `/sora/v1` (`docs/wire/mirror.md`).
    case mirror = "mirror"
    /// The Sora2API gateway, OpenAI-style `/v1` with its admin `/api` (`docs/wire/sora2api.md`).
    case sora2api = "sora2api"
    /// The SkyRiff gateway (`docs/wire/skyriff.md`).
    case skyriff = "skyriff"
    /// A relay with `/v2/videos/generations` (`docs/wire/relay.md`).
    case relay = "relay"
    /// The Videos API as OpenAI defined it and self-hosted servers serve it.
    case openai = "openai"
}

/// The encoding of a creation request.
public enum Encoding: String, Word, CaseIterable {
    /// As a form, `multipart/form-data`.
    case multipart = "multipart"
    /// As JSON. Files cannot go along; an image has to be an address or a data URL.
    case json = "json"
}

/// A prompt to expand with more detail.
public struct EnhanceRequest: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(prompt: String, level: ExpansionLevel? = nil, duration: Int? = nil, model: String? = nil) {
        var given = Fields()
        given.add("prompt", prompt)
        given.add("level", level)
        given.add("duration", duration)
        given.add("model", model)
        self.init(json: given.json)
    }
    /// The prompt.
    public var prompt: String { read("prompt") }
    /// The amount of detail. Default: what the model's name says, or medium.
    public var level: ExpansionLevel? { read("level") }
    /// The length of the video it is for, in seconds: 10, 15 or 20. Default: what the
    /// model's name says, or 10.
    public var duration: Int? { read("duration") }
    /// A name that says both: `prompt-enhance-short-10s`, `prompt-enhance-medium-15s` or
    /// `prompt-enhance-long-20s`.
    public var model: String? { read("model") }
}

/// The kind of an `Error`. In Python each is an exception class under
/// `SorakitError`, in JavaScript a subclass of `SorakitError`.
public enum ErrorKind: String, Word, CaseIterable {
    /// A value was refused before anything was sent.
    case invalidInput = "invalid_input"
    /// The dialect or server does not offer this.
    case unsupported = "unsupported"
    /// A setting is missing or wrong: base URL, proxy, certificate, file.
    case configuration = "configuration"
    /// The credential is missing, invalid or expired.
    case authentication = "authentication"
    /// The credential is valid but may not do this.
    case permission = "permission"
    /// A CDN answered in the server's place, such as a Cloudflare challenge page.
    case blocked = "blocked"
    /// The server refused the Sentinel token.
    case sentinel = "sentinel"
    /// The proof of work cannot be solved within the limits.
    case proofOfWork = "proof_of_work"
    /// The account's owner must complete a step: invite, username, phone number.
    case accountSetup = "account_setup"
    /// The service is not offered in the caller's country.
    case region = "region"
    /// No such job, post, file or path.
    case notFound = "not_found"
    /// The thing already exists, or has changed in the meantime.
    case conflict = "conflict"
    /// The server refused the request as malformed.
    case badRequest = "bad_request"
    /// Too many requests in a given time.
    case rateLimited = "rate_limited"
    /// The account has too many jobs in progress.
    case tooManyJobs = "too_many_jobs"
    /// The account's quota or credit is exhausted.
    case quotaExhausted = "quota_exhausted"
    /// The server is under heavy load, or has no free account or channel.
    case overloaded = "overloaded"
    /// Moderation refused the prompt, an input or the result. Permanent.
    case contentPolicy = "content_policy"
    /// The job ended without a result.
    case generationFailed = "generation_failed"
    /// The result was requested before the job was done.
    case notReady = "not_ready"
    /// The server failed.
    case server = "server"
    /// No connection, or one that dropped without changing anything.
    case connection = "connection"
    /// A time limit was exceeded.
    case timeout = "timeout"
    /// The request was sent, but it is unknown whether the server accepted it.
    case outcomeUnknown = "outcome_unknown"
    /// The answer is not the one that the operation documents.
    case unexpectedResponse = "unexpected_response"
    /// The caller cancelled.
    case cancelled = "cancelled"
    /// A local file or credential store failed.
    case storage = "storage"
}

/// An `Error` in the form passed to other languages.
public struct ErrorReport: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The kind of error.
    public var kind: ErrorKind { read("kind") }
    /// The whole message: the operation, what failed, what to do.
    public var message: String { read("message") }
    /// The operation's name.
    public var operation: String? { read("operation") }
    /// The server's own code.
    public var code: String? { read("code") }
    /// The HTTP status.
    public var status: Int? { read("status") }
    /// The server's id of the request.
    public var requestId: String? { read("request_id") }
    /// The wait that the server asked for, in seconds.
    public var retryAfter: Double? { read("retry_after") }
    /// True if trying again later may succeed without any change.
    public var retryable: Bool { read("retryable") }
    /// The field that was refused.
    public var field: String? { read("field") }
    /// The id of the job concerned.
    public var jobId: String? { read("job_id") }
}

/// An event inside a call, such as an answer with its status and headers.
public struct Event: Union {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// A proof of work was solved.
    public static func solved(difficulty: String, tries: Int, elapsed: Double) -> Event {
        var given = Fields()
        given.add("event", "solved")
        given.add("difficulty", difficulty)
        given.add("tries", tries)
        given.add("elapsed", elapsed)
        return Event(json: given.json)
    }
    /// A request is sent: an operation's, that of a redirect, or one for a file.
    public static func sending(operation: String? = nil, method: String, url: String) -> Event {
        var given = Fields()
        given.add("event", "sending")
        given.add("operation", operation)
        given.add("method", method)
        given.add("url", url)
        return Event(json: given.json)
    }
    /// The head of an answer has come, of success or not.
    public static func answered(operation: String? = nil, method: String, url: String, status: Int, headers: [String: String], elapsed: Double) -> Event {
        var given = Fields()
        given.add("event", "answered")
        given.add("operation", operation)
        given.add("method", method)
        given.add("url", url)
        given.add("status", status)
        given.add("headers", headers)
        given.add("elapsed", elapsed)
        return Event(json: given.json)
    }
    /// No answer has come: the connection failed, or nobody waits for the answer any more.
    public static func unanswered(operation: String? = nil, method: String, url: String, message: String, elapsed: Double) -> Event {
        var given = Fields()
        given.add("event", "unanswered")
        given.add("operation", operation)
        given.add("method", method)
        given.add("url", url)
        given.add("message", message)
        given.add("elapsed", elapsed)
        return Event(json: given.json)
    }
    /// A request failed and will be sent again.
    public static func retrying(operation: String, kind: ErrorKind, after: Double) -> Event {
        var given = Fields()
        given.add("event", "retrying")
        given.add("operation", operation)
        given.add("kind", kind)
        given.add("after", after)
        return Event(json: given.json)
    }
    /// The account has too many jobs in progress; a creation waits for a slot.
    public static func waitingForSlot(operation: String, after: Double) -> Event {
        var given = Fields()
        given.add("event", "waiting_for_slot")
        given.add("operation", operation)
        given.add("after", after)
        return Event(json: given.json)
    }
    /// It is known what the server speaks: the client, which was given neither dialect nor
    /// flavour, has asked it, or this process has before; or an answer has shown the flavour of
    /// a server whose dialect alone was given.
    public static func detected(dialect: Dialect, flavour: Flavour? = nil, evidence: [String]) -> Event {
        var given = Fields()
        given.add("event", "detected")
        given.add("dialect", dialect)
        given.add("flavour", flavour)
        given.add("evidence", evidence)
        return Event(json: given.json)
    }
    /// The access token was renewed, and the credential stored.
    public static func renewed() -> Event {
        var given = Fields()
        given.add("event", "renewed")
        return Event(json: given.json)
    }
    /// The client uses, for the first time, a credential that the caller did not give in
    /// code.
    public static func credentialUsed(source: OptionSource, origin: String) -> Event {
        var given = Fields()
        given.add("event", "credential_used")
        given.add("source", source)
        given.add("origin", origin)
        return Event(json: given.json)
    }
    /// The server describes a job's status with a word that sorakit does not know, and
    /// there are signs that the job may be done: it is at 100 %, an address is in the
    /// answer, or nothing has changed for ten minutes. A warning says the same, and the
    /// file is looked for from now on.
    public static func unknownStatus(jobId: String, statusWord: String, progress: Double) -> Event {
        var given = Fields()
        given.add("event", "unknown_status")
        given.add("job_id", jobId)
        given.add("status_word", statusWord)
        given.add("progress", progress)
        return Event(json: given.json)
    }
    /// Something is unusual but not wrong, such as a credential file that others can
    /// read, or a variable that is not an option.
    public static func warning(message: String) -> Event {
        var given = Fields()
        given.add("event", "warning")
        given.add("message", message)
        return Event(json: given.json)
    }
    public var event: String? { read("event") }
    /// The challenge's difficulty, in hexadecimal.
    public var difficulty: String? { read("difficulty") }
    /// The number of candidates tried.
    public var tries: Int? { read("tries") }
    /// The time it took.
    public var elapsed: Double? { read("elapsed") }
    /// The operation, unless it is a file that is asked for.
    public var operation: String? { read("operation") }
    /// The HTTP method.
    public var method: String? { read("method") }
    /// The address, without anything in it that gives access.
    public var url: String? { read("url") }
    /// The HTTP status.
    public var status: Int? { read("status") }
    /// The headers, by lower-case name, without those that set cookies or give access.
    public var headers: [String: String]? { read("headers") }
    /// The reason.
    public var message: String? { read("message") }
    /// The reason for the failure.
    public var kind: ErrorKind? { read("kind") }
    /// The time until it is sent again.
    public var after: Double? { read("after") }
    /// The dialect.
    public var dialect: Dialect? { read("dialect") }
    /// The flavour, of a dialect that has several.
    public var flavour: Flavour? { read("flavour") }
    /// The reasons: each request and its answer, one per line.
    public var evidence: [String]? { read("evidence") }
    /// The source of the credential.
    public var source: OptionSource? { read("source") }
    /// The origin that the credential goes to.
    public var origin: String? { read("origin") }
    /// The job's id.
    public var jobId: String? { read("job_id") }
    /// The server's word.
    public var statusWord: String? { read("status_word") }
    /// The progress in percent.
    public var progress: Double? { read("progress") }
}

/// The amount of detail added to a prompt.
public enum ExpansionLevel: String, Word, CaseIterable {
    /// A little.
    case short = "short"
    /// Some.
    case medium = "medium"
    /// A lot.
    case long = "long"
}

/// The parameters of a search for a job whose creation's answer was lost.
public struct Find: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(since: Double, known: [String]? = nil, prompt: String, model: String? = nil, duration: Int? = nil, orientation: Orientation? = nil, size: String? = nil, quality: Quality? = nil, style: String? = nil, references: [Reference]? = nil, storyboard: [Shot]? = nil, remix: String? = nil, characters: [String]? = nil, watermark: Bool? = nil, `private`: Bool? = nil, n: Int? = nil, title: String? = nil, cameoReplacements: [String: Json]? = nil, audioCaption: String? = nil, audioTranscript: String? = nil, videoCaption: String? = nil, metadata: [String: Json]? = nil, characterUrl: Reference? = nil, characterTimestamps: Json? = nil, characterFromTask: String? = nil, characterCreate: Bool? = nil, seed: Int? = nil, negativePrompt: String? = nil, steps: Int? = nil, guidance: Double? = nil, fps: Double? = nil, frames: Int? = nil, aspectRatio: String? = nil, lastFrame: Reference? = nil, videoReferences: [Reference]? = nil, audioReferences: [Reference]? = nil, audio: Bool? = nil, enhance: Bool? = nil, extra: [String: Json]? = nil) {
        var given = Fields()
        given.add("since", since)
        given.add("known", known)
        given.add("prompt", prompt)
        given.add("model", model)
        given.add("duration", duration)
        given.add("orientation", orientation)
        given.add("size", size)
        given.add("quality", quality)
        given.add("style", style)
        given.add("references", references)
        given.add("storyboard", storyboard)
        given.add("remix", remix)
        given.add("characters", characters)
        given.add("watermark", watermark)
        given.add("private", `private`)
        given.add("n", n)
        given.add("title", title)
        given.add("cameo_replacements", cameoReplacements)
        given.add("audio_caption", audioCaption)
        given.add("audio_transcript", audioTranscript)
        given.add("video_caption", videoCaption)
        given.add("metadata", metadata)
        given.add("character_url", characterUrl)
        given.add("character_timestamps", characterTimestamps)
        given.add("character_from_task", characterFromTask)
        given.add("character_create", characterCreate)
        given.add("seed", seed)
        given.add("negative_prompt", negativePrompt)
        given.add("steps", steps)
        given.add("guidance", guidance)
        given.add("fps", fps)
        given.add("frames", frames)
        given.add("aspect_ratio", aspectRatio)
        given.add("last_frame", lastFrame)
        given.add("video_references", videoReferences)
        given.add("audio_references", audioReferences)
        given.add("audio", audio)
        given.add("enhance", enhance)
        given.add("extra", extra)
        self.init(json: given.json)
    }
    /// The time at which the creation was sent.
    public var since: Double { read("since") }
    /// The ids of jobs that other requests made, where you keep a list of them.
    public var known: [String]? { read("known") }
    /// A description of the video.
    public var prompt: String { read("prompt") }
    /// The model, in the server's words. Default: the dialect's standard one.
    public var model: String? { read("model") }
    /// The length in seconds.
    public var duration: Int? { read("duration") }
    /// Landscape or portrait.
    public var orientation: Orientation? { read("orientation") }
    /// The size: `1280x720`, or the native `small` and `large`.
    public var size: String? { read("size") }
    /// Standard or high definition.
    public var quality: Quality? { read("quality") }
    /// The style, such as `anime`.
    public var style: String? { read("style") }
    /// Images to start from.
    public var references: [Reference]? { read("references") }
    /// The shots, to describe each one separately.
    public var storyboard: [Shot]? { read("storyboard") }
    /// The video to make a new version of.
    public var remix: String? { read("remix") }
    /// The characters that appear, by id.
    public var characters: [String]? { read("characters") }
    /// True to include a watermark, false to omit it, where a gateway offers the choice.
    /// For your own works only.
    public var watermark: Bool? { read("watermark") }
    /// True to keep the video unpublished, where a gateway offers it.
    public var `private`: Bool? { read("private") }
    /// The number of variants to make.
    public var n: Int? { read("n") }
    /// The title.
    public var title: String? { read("title") }
    /// The replacements of characters, by id.
    public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
    /// The sound, in words.
    public var audioCaption: String? { read("audio_caption") }
    /// The spoken words.
    public var audioTranscript: String? { read("audio_transcript") }
    /// The picture, in words.
    public var videoCaption: String? { read("video_caption") }
    /// Data of your own that goes with the video.
    public var metadata: [String: Json]? { read("metadata") }
    /// A video that shows a character, which is made and put into this one. It must
    /// show no real person without that person's consent.
    public var characterUrl: Reference? { read("character_url") }
    /// The start and end of the character's appearance in that video, in seconds, as
    /// `[0, 3]` or `"0,3"`; from 1 to 3 s.
    public var characterTimestamps: Json? { read("character_timestamps") }
    /// A job whose video shows a character, which is made and put into this one.
    public var characterFromTask: String? { read("character_from_task") }
    /// True to make a character from the finished video.
    public var characterCreate: Bool? { read("character_create") }
    /// The start of the random numbers, to make the same video again.
    public var seed: Int? { read("seed") }
    /// A description of what must not be seen.
    public var negativePrompt: String? { read("negative_prompt") }
    /// The number of steps that the model takes.
    public var steps: Int? { read("steps") }
    /// The guidance scale: how closely the model follows the prompt; most models take 1 to 10.
    public var guidance: Double? { read("guidance") }
    /// Frames in a second.
    public var fps: Double? { read("fps") }
    /// The length in frames, in place of `duration`. Models that make certain numbers alone
    /// take the nearest.
    public var frames: Int? { read("frames") }
    /// The proportions of width and height, such as `16:9`.
    public var aspectRatio: String? { read("aspect_ratio") }
    /// An image to end with.
    public var lastFrame: Reference? { read("last_frame") }
    /// Videos to start from.
    public var videoReferences: [Reference]? { read("video_references") }
    /// Sounds to start from.
    public var audioReferences: [Reference]? { read("audio_references") }
    /// True to make sound too, false to make none.
    public var audio: Bool? { read("audio") }
    /// True to let the server work out the prompt in more detail.
    public var enhance: Bool? { read("enhance") }
    /// Additional fields. A server's flavour puts them where it reads them; else they are
    /// sent as they are.
    public var extra: [String: Json]? { read("extra") }
}

/// A kind of server that speaks a dialect in its own way. Servers of one dialect
/// differ in their fields, in what they offer, and in how they answer.
public enum Flavour: String, Word, CaseIterable {
    /// The Videos API as OpenAI defined it; any server that is not known to be another.
    case openai = "openai"
    /// new-api, one-api and their forks.
    case newApi = "new-api"
    /// vLLM-Omni, and servers that follow it.
    case vllmOmni = "vllm-omni"
    /// SGLang Diffusion.
    case sglang = "sglang"
    /// LiteLLM's proxy.
    case litellm = "litellm"
    /// Unsloth Studio.
    case unsloth = "unsloth"
    /// FastVideo.
    case fastvideo = "fastvideo"
    /// NVIDIA Dynamo, which answers when the video is done.
    case dynamo = "dynamo"
    /// LocalAI, which answers when the video is done, at an address of its own.
    case localai = "localai"
    /// TheSmallHanCat/sora2api, which makes everything in its chat.
    case upstream = "upstream"
    /// A fork of it, with `/v1/videos` and the other operations of the document.
    case fork = "fork"
}

/// An image to be made, from a prompt or from other images.
public struct ImageRequest: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(prompt: String, model: String? = nil, orientation: Orientation? = nil, size: String? = nil, quality: Quality? = nil, style: String? = nil, references: [Reference]? = nil, n: Int? = nil, extra: [String: Json]? = nil) {
        var given = Fields()
        given.add("prompt", prompt)
        given.add("model", model)
        given.add("orientation", orientation)
        given.add("size", size)
        given.add("quality", quality)
        given.add("style", style)
        given.add("references", references)
        given.add("n", n)
        given.add("extra", extra)
        self.init(json: given.json)
    }
    /// A description of the image.
    public var prompt: String { read("prompt") }
    /// The model, in the server's words. Default: the dialect's standard one.
    public var model: String? { read("model") }
    /// Landscape or portrait; square if absent.
    public var orientation: Orientation? { read("orientation") }
    /// The size, such as `1024x1024`, or a ratio such as `16:9`.
    public var size: String? { read("size") }
    /// Standard or high definition.
    public var quality: Quality? { read("quality") }
    /// The style, such as `vivid`.
    public var style: String? { read("style") }
    /// Images to start from.
    public var references: [Reference]? { read("references") }
    /// The number of variants to make.
    public var n: Int? { read("n") }
    /// Additional fields, sent unchanged.
    public var extra: [String: Json]? { read("extra") }
}

/// The account's own invite code.
public struct Invite: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The code.
    public var inviteCode: String? { read("invite_code") }
    /// The number of times the code was used.
    public var redeemedCount: Int? { read("redeemed_count") }
    /// The total number of times the code can be used.
    public var totalCount: Int? { read("total_count") }
}

/// A generation, in progress or ended.
///
/// A job can be resumed in another process by its `id` alone, where it is `resumable`.
public struct JobFields: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The server's id. Opaque; its form differs between servers.
    public var id: String { read("id") }
    /// The dialect of the server that runs it.
    public var dialect: Dialect { read("dialect") }
    /// A video or images.
    public var kind: JobKind { read("kind") }
    /// The current status.
    public var status: JobStatus { read("status") }
    /// The server's own word for the status, such as `preprocessing`.
    public var statusWord: String? { read("status_word") }
    /// The progress in percent, from 0 to 100. A watcher never lets it go back.
    public var progress: Double { read("progress") }
    /// The time of creation.
    public var createdAt: Double? { read("created_at") }
    /// The time at which it ended.
    public var completedAt: Double? { read("completed_at") }
    /// The requested model, in the server's words.
    public var model: String? { read("model") }
    /// The finished video; of several variants the first.
    public var video: MediaLink? { read("video") }
    /// All variants of the finished video, with `video` as the first.
    public var videos: [MediaLink] { read("videos") }
    /// The finished images.
    public var images: [MediaLink] { read("images") }
    /// The reason for its failure.
    public var error: JobError? { read("error") }
    /// True if another process can wait for it by its id. False for a job that lives in
    /// a stream which this process holds open: when the process ends, so does the job.
    public var resumable: Bool? { read("resumable") }
    /// The base URL of the server that made it. Follow-ups go there, or nowhere.
    public var baseUrl: String? { read("base_url") }
    /// The measures that its creation asked for, to compare with the result: servers change sizes
    /// and numbers of frames to what their model can do, without notice.
    public var requested: Requested? { read("requested") }
    /// The prompt as the server worked it out, where it says so.
    public var revisedPrompt: String? { read("revised_prompt") }
    /// The server's answer, unchanged.
    public var raw: Json? { read("raw") }
}

/// The reason for a job's failure.
public struct JobError: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The server's code.
    public var code: String? { read("code") }
    /// The server's reason.
    public var message: String { read("message") }
}

/// The media that a job makes.
public enum JobKind: String, Word, CaseIterable {
    /// A video.
    case video = "video"
    /// One or more images.
    case image = "image"
}

/// The status of a job.
public enum JobStatus: String, Word, CaseIterable {
    /// Accepted, but not yet started.
    case queued = "queued"
    /// In progress. Any word that sorakit does not know means this, never an end.
    case running = "running"
    /// Done; the media can be downloaded.
    case succeeded = "succeeded"
    /// Ended without a result.
    case failed = "failed"
    /// Cancelled by its owner.
    case cancelled = "cancelled"
}

/// The parameters of the account's user name.
public struct MaybeNamed: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(username: String? = nil) {
        var given = Fields()
        given.add("username", username)
        self.init(json: given.json)
    }
    /// The name to set, without `@`. Without it the account's own is read.
    public var username: String? { read("username") }
}

/// The signed-in user. Any field may be absent.
public struct Me: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The e-mail address.
    public var email: String? { read("email") }
    /// The display name.
    public var name: String? { read("name") }
    /// The user name; absent until one is set.
    public var username: String? { read("username") }
    /// The address of the picture.
    public var picture: String? { read("picture") }
    /// The time at which the account was created.
    public var createdAt: Double? { read("created_at") }
}

/// A file that a job made, and what the server says about it.
public struct MediaLink: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The server's id of the file, where it has one besides the job's: natively the
    /// generation, `gen_…`, that `sora.posts.create` takes.
    public var id: String? { read("id") }
    /// The address. Often signed, and valid for a limited time. Empty if the bytes are
    /// available only through the API, or stand in the answer itself.
    public var url: String { read("url") }
    /// A still image from it.
    public var thumbnailUrl: String? { read("thumbnail_url") }
    /// Width in pixels.
    public var width: Int? { read("width") }
    /// Height in pixels.
    public var height: Int? { read("height") }
    /// Length in seconds.
    public var duration: Double? { read("duration") }
    /// Number of frames, where the server says it.
    public var frames: Int? { read("frames") }
    /// Frames a second, where the server says it.
    public var fps: Double? { read("fps") }
    /// True if it carries a watermark, where the server says so.
    public var watermark: Bool? { read("watermark") }
}

/// An available model.
public struct ModelInfo: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The model's name, as used in requests.
    public var id: String { read("id") }
    /// The kind of output, if known.
    public var kind: ModelKind? { read("kind") }
    /// The model that it stands for, in the words of the backend behind it, such as
    /// `sy_ore`.
    public var model: String? { read("model") }
    /// The size of its results, such as `small`, when the name says so.
    public var size: String? { read("size") }
    /// Landscape or portrait, if the name says so.
    public var orientation: Orientation? { read("orientation") }
    /// The length of the results in seconds, if the name says so.
    public var duration: Int? { read("duration") }
    /// The server's description.
    public var description: String? { read("description") }
    /// The server's answer, unchanged; `null` for a documented model of a server without
    /// a list.
    public var raw: Json? { read("raw") }
}

/// The kind of output of a model.
public enum ModelKind: String, Word, CaseIterable {
    /// Videos.
    case video = "video"
    /// Images.
    case image = "image"
    /// Prompts.
    case prompt = "prompt"
}

/// The parameters of asking for a user name.
public struct Named: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(username: String) {
        var given = Fields()
        given.add("username", username)
        self.init(json: given.json)
    }
    /// The name, without `@`.
    public var username: String { read("username") }
}

/// The source of an option, highest first.
public enum OptionSource: String, Word, CaseIterable {
    /// The program's own call, or the command line.
    case code = "code"
    /// The profile that the program's call, or the command line, names.
    case profile = "profile"
    /// A `SORAKIT_*` variable.
    case environment = "environment"
    /// The configuration file.
    case file = "file"
    /// The credential store.
    case store = "store"
}

/// The settings of a client. Any that is `None` comes from the environment
/// variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then from the
/// file that `config` or `SORAKIT_CONFIG` names, then from the default. With
/// `environment: Some(false)` variables are ignored.
///
/// # A credential is one group of one source
///
/// `access_token`, `api_key`, `session_token` and `refresh_token`, with
/// `client_id`, `redirect_uri`, `credential_proxy` and `credential_file` which
/// belong to them, come from one source: the highest that gives a token. The
/// whole group of any lower source is ignored. A `credential_file` given without
/// tokens is the credential once it holds one; tokens of a lower source only fill
/// it while it is empty.
///
/// A source that gives a credential and a `base_url` binds the two: if a higher
/// source names another origin, as `base_url`, `web_url` or `oauth_url`, the
/// credential is ignored as well. A credential given alone goes to the `base_url`
/// of the same invocation. `admin_token`, or `admin_username` with
/// `admin_password`, is a group of its own, to which the same rules apply.
public struct Options: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(dialect: Dialect? = nil, flavour: Flavour? = nil, baseUrl: String? = nil, headers: [String: String]? = nil, query: [String: String]? = nil, webUrl: String? = nil, sentinelUrl: String? = nil, oauthUrl: String? = nil, linksUrl: String? = nil, linksToken: String? = nil, allowHttp: Bool? = nil, accessToken: String? = nil, apiKey: String? = nil, sessionToken: String? = nil, refreshToken: String? = nil, clientId: String? = nil, redirectUri: String? = nil, credentialFile: String? = nil, adminToken: String? = nil, adminUsername: String? = nil, adminPassword: String? = nil, adminFile: String? = nil, storeTimeout: Double? = nil, autoRefresh: Bool? = nil, credentialProxy: String? = nil, proxy: String? = nil, sentinelProxy: String? = nil, caFile: String? = nil, profile: Profile? = nil, deviceId: String? = nil, language: String? = nil, sentinelFlow: String? = nil, sentinelTokenFlow: String? = nil, powMaxTries: Int? = nil, powTimeout: Double? = nil, powThreads: Int? = nil, encoding: Encoding? = nil, connectTimeout: Double? = nil, timeout: Double? = nil, creationTimeout: Double? = nil, totalTimeout: Double? = nil, maxRetries: Int? = nil, retryBase: Double? = nil, slotTimeout: Double? = nil, pollInterval: Double? = nil, pollBackoff: Bool? = nil, maxPollAttempts: Int? = nil, videoTimeout: Double? = nil, imageTimeout: Double? = nil, grace: Double? = nil, environment: Bool? = nil, config: String? = nil, configProfile: String? = nil, minRate: Double? = nil, minRateTime: Double? = nil, maxBytes: Int? = nil, maxAnswerBytes: Int? = nil, allowPrivateMedia: Bool? = nil) {
        var given = Fields()
        given.add("dialect", dialect)
        given.add("flavour", flavour)
        given.add("base_url", baseUrl)
        given.add("headers", headers)
        given.add("query", query)
        given.add("web_url", webUrl)
        given.add("sentinel_url", sentinelUrl)
        given.add("oauth_url", oauthUrl)
        given.add("links_url", linksUrl)
        given.add("links_token", linksToken)
        given.add("allow_http", allowHttp)
        given.add("access_token", accessToken)
        given.add("api_key", apiKey)
        given.add("session_token", sessionToken)
        given.add("refresh_token", refreshToken)
        given.add("client_id", clientId)
        given.add("redirect_uri", redirectUri)
        given.add("credential_file", credentialFile)
        given.add("admin_token", adminToken)
        given.add("admin_username", adminUsername)
        given.add("admin_password", adminPassword)
        given.add("admin_file", adminFile)
        given.add("store_timeout", storeTimeout)
        given.add("auto_refresh", autoRefresh)
        given.add("credential_proxy", credentialProxy)
        given.add("proxy", proxy)
        given.add("sentinel_proxy", sentinelProxy)
        given.add("ca_file", caFile)
        given.add("profile", profile)
        given.add("device_id", deviceId)
        given.add("language", language)
        given.add("sentinel_flow", sentinelFlow)
        given.add("sentinel_token_flow", sentinelTokenFlow)
        given.add("pow_max_tries", powMaxTries)
        given.add("pow_timeout", powTimeout)
        given.add("pow_threads", powThreads)
        given.add("encoding", encoding)
        given.add("connect_timeout", connectTimeout)
        given.add("timeout", timeout)
        given.add("creation_timeout", creationTimeout)
        given.add("total_timeout", totalTimeout)
        given.add("max_retries", maxRetries)
        given.add("retry_base", retryBase)
        given.add("slot_timeout", slotTimeout)
        given.add("poll_interval", pollInterval)
        given.add("poll_backoff", pollBackoff)
        given.add("max_poll_attempts", maxPollAttempts)
        given.add("video_timeout", videoTimeout)
        given.add("image_timeout", imageTimeout)
        given.add("grace", grace)
        given.add("environment", environment)
        given.add("config", config)
        given.add("config_profile", configProfile)
        given.add("min_rate", minRate)
        given.add("min_rate_time", minRateTime)
        given.add("max_bytes", maxBytes)
        given.add("max_answer_bytes", maxAnswerBytes)
        given.add("allow_private_media", allowPrivateMedia)
        self.init(json: given.json)
    }
    /// The dialect that the server speaks. Default: found out at the first call, by
    /// requests that change nothing.
    public var dialect: Dialect? { read("dialect") }
    /// The kind of the server, of a dialect that has several, such as `vllm-omni`. Default:
    /// found out with the dialect; where that is given, the dialect as it is defined.
    public var flavour: Flavour? { read("flavour") }
    /// The API's base URL, with or without `/v1`. Its query goes with every request to
    /// the API. Required: sorakit does not assume that any host answers.
    public var baseUrl: String? { read("base_url") }
    /// Additional headers for every request to the API's origin, such as a gateway's own.
    /// In a variable, one per line: `Name: value`.
    public var headers: [String: String]? { read("headers") }
    /// Additional query parameters for every request to the API's origin, such as
    /// `api-version`. In a variable: `name=value&name=value`.
    public var query: [String: String]? { read("query") }
    /// The web application's root (`docs/wire/sora.md` §1.1). Default: the origin of `base_url`.
    public var webUrl: String? { read("web_url") }
    /// The host of the Sentinel challenge (`docs/wire/sora.md` §2.1). Default: the origin of
    /// `base_url`, or `https://chatgpt.com` when that is the documented one.
    public var sentinelUrl: String? { read("sentinel_url") }
    /// The host of the token endpoint (`docs/wire/sora.md` §1.2). Default: the origin of
    /// `base_url` on loopback, else `https://auth.openai.com`.
    public var oauthUrl: String? { read("oauth_url") }
    /// Your own link service (`docs/wire/sora.md` §7.3).
    public var linksUrl: String? { read("links_url") }
    /// The token of your own link service.
    public var linksToken: String? { read("links_token") }
    /// Allows plain HTTP to hosts other than loopback. Default: false.
    public var allowHttp: Bool? { read("allow_http") }
    /// The access token, or the gateway's API key.
    public var accessToken: String? { read("access_token") }
    /// The gateway's API key; another name for `access_token`.
    public var apiKey: String? { read("api_key") }
    /// The session token, used to obtain access tokens.
    public var sessionToken: String? { read("session_token") }
    /// The refresh token, used to obtain access tokens.
    public var refreshToken: String? { read("refresh_token") }
    /// The client that the refresh token was issued to. Default: the iOS one.
    public var clientId: String? { read("client_id") }
    /// The redirect URI of an undocumented client.
    public var redirectUri: String? { read("redirect_uri") }
    /// The file that keeps tokens, shared by processes. Default: memory.
    public var credentialFile: String? { read("credential_file") }
    /// The token of an admin login, for gateways with an administration.
    public var adminToken: String? { read("admin_token") }
    /// The admin's name, with which the client logs in when an operation needs it.
    public var adminUsername: String? { read("admin_username") }
    /// The admin's password.
    public var adminPassword: String? { read("admin_password") }
    /// The file that keeps the token of an admin login, shared by processes. Default:
    /// memory.
    public var adminFile: String? { read("admin_file") }
    /// The longest time a credential store may take to answer, or be locked by another
    /// process, in seconds. Default: 30.
    public var storeTimeout: Double? { read("store_timeout") }
    /// True to renew access tokens. Default: true.
    public var autoRefresh: Bool? { read("auto_refresh") }
    /// The credential's own proxy: `http://…`, `socks5://…`, or `socks5h://…` if the
    /// proxy is to resolve names; `none` for no proxy.
    public var credentialProxy: String? { read("credential_proxy") }
    /// The proxy for credentials without one; `none` for no proxy. Default: the machine's
    /// `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl reads them;
    /// these never apply to this machine itself.
    public var proxy: String? { read("proxy") }
    /// The proxy for the Sentinel request alone. Without it, that request uses none if
    /// `proxy` or `credential_proxy` is given, and otherwise the machine's.
    public var sentinelProxy: String? { read("sentinel_proxy") }
    /// An additional trusted certificate authority, or a server's self-signed
    /// certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of the
    /// system's.
    public var caFile: String? { read("ca_file") }
    /// The browser or app that requests claim to come from. Default: a desktop browser.
    public var profile: Profile? { read("profile") }
    /// The device id, a UUID. Default: a random one per client.
    public var deviceId: String? { read("device_id") }
    /// The language, such as `en-US`. Default: the profile's.
    public var language: String? { read("language") }
    /// The `flow` of the Sentinel request. Default: `sora_init`.
    public var sentinelFlow: String? { read("sentinel_flow") }
    /// The `flow` in the Sentinel token. Default: `sora_2_create_task__auto`.
    public var sentinelTokenFlow: String? { read("sentinel_token_flow") }
    /// The most proof-of-work candidates to try. Default: 100 million.
    public var powMaxTries: Int? { read("pow_max_tries") }
    /// The longest time for a proof of work, in seconds. Default: 60.
    public var powTimeout: Double? { read("pow_timeout") }
    /// The most threads for a proof of work; 0 for all cores. Default: 0.
    public var powThreads: Int? { read("pow_threads") }
    /// The encoding of creations in the dialect `openai`. Default: that of the server's
    /// flavour; `multipart`, as in OpenAI's own libraries, where it takes both.
    public var encoding: Encoding? { read("encoding") }
    /// The time limit for making a connection, in seconds. Default: 10.
    public var connectTimeout: Double? { read("connect_timeout") }
    /// The time limit for one request, in seconds; uploads get more, depending on their
    /// size. Default: 30.
    public var timeout: Double? { read("timeout") }
    /// The time limit for the answer to a creation, an upload or anything else that must
    /// not be sent twice, in seconds; uploads get more, depending on their size. Giving
    /// up too soon loses the job's id. Default: 300.
    public var creationTimeout: Double? { read("creation_timeout") }
    /// The time limit for a call or a download with all its retries, in seconds. Default:
    /// no limit.
    public var totalTimeout: Double? { read("total_timeout") }
    /// The most times a request is sent again. Default: 3.
    public var maxRetries: Int? { read("max_retries") }
    /// The wait before a request is first sent again, in seconds; it doubles with each
    /// further one, and up to half of it is left to chance. Default: 0.5, and 1 for
    /// `skyriff` and `relay`.
    public var retryBase: Double? { read("retry_base") }
    /// The longest time that a creation waits for a free slot when the account has too
    /// many jobs in progress, in seconds. Default: 600.
    public var slotTimeout: Double? { read("slot_timeout") }
    /// The shortest wait between two polls, in seconds. Default: the dialect's.
    public var pollInterval: Double? { read("poll_interval") }
    /// True to space polls further apart for a job that is near its end or old. With `false` each
    /// comes `poll_interval` after the one before. Default: true.
    public var pollBackoff: Bool? { read("poll_backoff") }
    /// The most polls of one wait. Default: no limit.
    public var maxPollAttempts: Int? { read("max_poll_attempts") }
    /// The longest wait for a video, in seconds. Default: 1800.
    public var videoTimeout: Double? { read("video_timeout") }
    /// The longest wait for an image, in seconds. Default: 300.
    public var imageTimeout: Double? { read("image_timeout") }
    /// The time for which a job may be missing before its outcome counts as unknown, and
    /// for which the file of a finished job may not be ready, in seconds. Default: 60.
    public var grace: Double? { read("grace") }
    /// True to read `SORAKIT_*` variables. Those for the machine's proxies are read in
    /// any case: see `proxy`. Default: true.
    public var environment: Bool? { read("environment") }
    /// A TOML file with more options. Default: the one that `SORAKIT_CONFIG` names.
    public var config: String? { read("config") }
    /// The profile of that file that counts, `[profiles.NAME]`. Default: the file's
    /// `default_profile`, where it names one.
    public var configProfile: String? { read("config_profile") }
    /// The slowest file transfer that is continued, in bytes per second on average over
    /// `min_rate_time`; 0 for any. Default: 1000.
    public var minRate: Double? { read("min_rate") }
    /// The time over which `min_rate` is averaged, in seconds. Default: 60.
    public var minRateTime: Double? { read("min_rate_time") }
    /// The largest file that is accepted, in bytes. Default: 16 GiB.
    public var maxBytes: Int? { read("max_bytes") }
    /// The longest video that is accepted inside an answer, in bytes of base64. It is held in
    /// memory. Default: 512 MiB.
    public var maxAnswerBytes: Int? { read("max_answer_bytes") }
    /// True to let a server name media addresses in networks that are not public (this
    /// machine, private, link-local), even if the server itself is in no such network.
    /// They are judged by the address that is connected to; behind a proxy and in a
    /// browser, only by the URL itself. Default: false.
    public var allowPrivateMedia: Bool? { read("allow_private_media") }
}

/// Landscape or portrait.
public enum Orientation: String, Word, CaseIterable {
    /// 16:9.
    case landscape = "landscape"
    /// 9:16.
    case portrait = "portrait"
}

/// A request for one page.
public struct PageRequest: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(limit: Int? = nil, cursor: String? = nil) {
        var given = Fields()
        given.add("limit", limit)
        given.add("cursor", cursor)
        self.init(json: given.json)
    }
    /// The maximum number of items; the server's default if absent.
    public var limit: Int? { read("limit") }
    /// The place to continue from: the `next` of the previous page.
    public var cursor: String? { read("cursor") }
}

/// A plan.
public struct Plan: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers also write
    /// it, `chatgptplusplan`. Others exist.
    public var id: String? { read("id") }
    /// The plan's name, such as `ChatGPT Plus`.
    public var title: String? { read("title") }
}

/// A browser and app identity, which fills the headers and the proof of work's configuration
/// (`docs/wire/sora.md` §2.1, §2.2 and §12).
///
/// It is a plain value: take the default, draw one from the documented browsers and apps, or
/// write your own. One credential should keep one profile. In a browser, fill it from that browser.
///
/// A profile read from JSON may omit any fields, and may have no others. The client hints follow from the given
/// `user_agent`, the `languages` from the `language`; anything else has the default's value. The
/// client refuses fields that contradict each other.
public struct Profile: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(userAgent: String? = nil, appUserAgent: String? = nil, secChUa: String? = nil, secChUaMobile: String? = nil, secChUaPlatform: String? = nil, language: String? = nil, languages: String? = nil, screen: Int? = nil, cores: Int? = nil, timezone: Timezone? = nil, heapLimit: Int? = nil, scriptUrl: String? = nil, navigatorKeys: [String]? = nil, documentKeys: [String]? = nil, windowKeys: [String]? = nil) {
        var given = Fields()
        given.add("user_agent", userAgent)
        given.add("app_user_agent", appUserAgent)
        given.add("sec_ch_ua", secChUa)
        given.add("sec_ch_ua_mobile", secChUaMobile)
        given.add("sec_ch_ua_platform", secChUaPlatform)
        given.add("language", language)
        given.add("languages", languages)
        given.add("screen", screen)
        given.add("cores", cores)
        given.add("timezone", timezone)
        given.add("heap_limit", heapLimit)
        given.add("script_url", scriptUrl)
        given.add("navigator_keys", navigatorKeys)
        given.add("document_keys", documentKeys)
        given.add("window_keys", windowKeys)
        self.init(json: given.json)
    }
    /// The desktop browser's `User-Agent`.
    public var userAgent: String? { read("user_agent") }
    /// The Sora app's `User-Agent`.
    public var appUserAgent: String? { read("app_user_agent") }
    /// `sec-ch-ua`: the browser's brands and major versions. Like the next two, empty for a
    /// browser that sends none.
    public var secChUa: String? { read("sec_ch_ua") }
    /// `sec-ch-ua-mobile`: `?0` for a desktop browser, `?1` for a phone.
    public var secChUaMobile: String? { read("sec_ch_ua_mobile") }
    /// `sec-ch-ua-platform`: the platform's name, in double quotes.
    public var secChUaPlatform: String? { read("sec_ch_ua_platform") }
    /// The first language, for instance `en-US`.
    public var language: String? { read("language") }
    /// All languages, separated by commas, for instance `en-US,en`.
    public var languages: String? { read("languages") }
    /// The width of the screen, in pixels.
    public var screen: Int? { read("screen") }
    /// The number of processor cores.
    public var cores: Int? { read("cores") }
    /// The time zone, for the local time.
    public var timezone: Timezone? { read("timezone") }
    /// The limit of the JavaScript heap, in bytes.
    public var heapLimit: Int? { read("heap_limit") }
    /// The address of a script that the page has loaded.
    public var scriptUrl: String? { read("script_url") }
    /// Properties of `navigator` with their values, joined by U+2212; one is chosen at random.
    public var navigatorKeys: [String]? { read("navigator_keys") }
    /// Properties of `document`; one is chosen at random.
    public var documentKeys: [String]? { read("document_keys") }
    /// Properties of `window`; one is chosen at random.
    public var windowKeys: [String]? { read("window_keys") }
}

/// The parameters of publishing a video.
public struct Publication: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(id: String, text: String? = nil) {
        var given = Fields()
        given.add("id", id)
        given.add("text", text)
        self.init(json: given.json)
    }
    /// The job, by its id, or the generation, `gen_…`.
    public var id: String { read("id") }
    /// The text of the post. Default: none.
    public var text: String? { read("text") }
}

/// The definition of a video.
public enum Quality: String, Word, CaseIterable {
    /// Standard definition.
    case standard = "standard"
    /// High definition; on most servers only for Pro models.
    case hd = "hd"
}

/// The unit of a quota.
public enum QuotaUnit: String, Word, CaseIterable {
    /// Videos.
    case videos = "videos"
    /// The gateway's credits, as its site shows them.
    case credits = "credits"
}

/// The parameters of accepting an invite code.
public struct Redeemed: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(inviteCode: String) {
        var given = Fields()
        given.add("invite_code", inviteCode)
        self.init(json: given.json)
    }
    /// Somebody's invite code.
    public var inviteCode: String { read("invite_code") }
}

/// An image or video that a creation starts from.
///
/// In JSON, a text is an address or a data URL if it begins like one, and otherwise a
/// path.
public struct Reference: Union {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// An address, or a data URL. If a dialect cannot take it by address, it is fetched
    /// and uploaded.
    public static func url(url: String) -> Reference {
        var given = Fields()
        given.add("url", url)
        return Reference(json: given.json)
    }
    public init(_ value: FileInput) { self.init(json: value.asJson) }
    /// `https://…` or `data:image/…;base64,…`; base64 alone is understood too.
    public var url: String? { read("url") }
}

/// The parameters of a remix.
public struct Remix: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(id: String, prompt: String, model: String? = nil, duration: Int? = nil, orientation: Orientation? = nil, size: String? = nil, quality: Quality? = nil, style: String? = nil, references: [Reference]? = nil, storyboard: [Shot]? = nil, remix: String? = nil, characters: [String]? = nil, watermark: Bool? = nil, `private`: Bool? = nil, n: Int? = nil, title: String? = nil, cameoReplacements: [String: Json]? = nil, audioCaption: String? = nil, audioTranscript: String? = nil, videoCaption: String? = nil, metadata: [String: Json]? = nil, characterUrl: Reference? = nil, characterTimestamps: Json? = nil, characterFromTask: String? = nil, characterCreate: Bool? = nil, seed: Int? = nil, negativePrompt: String? = nil, steps: Int? = nil, guidance: Double? = nil, fps: Double? = nil, frames: Int? = nil, aspectRatio: String? = nil, lastFrame: Reference? = nil, videoReferences: [Reference]? = nil, audioReferences: [Reference]? = nil, audio: Bool? = nil, enhance: Bool? = nil, extra: [String: Json]? = nil) {
        var given = Fields()
        given.add("id", id)
        given.add("prompt", prompt)
        given.add("model", model)
        given.add("duration", duration)
        given.add("orientation", orientation)
        given.add("size", size)
        given.add("quality", quality)
        given.add("style", style)
        given.add("references", references)
        given.add("storyboard", storyboard)
        given.add("remix", remix)
        given.add("characters", characters)
        given.add("watermark", watermark)
        given.add("private", `private`)
        given.add("n", n)
        given.add("title", title)
        given.add("cameo_replacements", cameoReplacements)
        given.add("audio_caption", audioCaption)
        given.add("audio_transcript", audioTranscript)
        given.add("video_caption", videoCaption)
        given.add("metadata", metadata)
        given.add("character_url", characterUrl)
        given.add("character_timestamps", characterTimestamps)
        given.add("character_from_task", characterFromTask)
        given.add("character_create", characterCreate)
        given.add("seed", seed)
        given.add("negative_prompt", negativePrompt)
        given.add("steps", steps)
        given.add("guidance", guidance)
        given.add("fps", fps)
        given.add("frames", frames)
        given.add("aspect_ratio", aspectRatio)
        given.add("last_frame", lastFrame)
        given.add("video_references", videoReferences)
        given.add("audio_references", audioReferences)
        given.add("audio", audio)
        given.add("enhance", enhance)
        given.add("extra", extra)
        self.init(json: given.json)
    }
    /// The video to make a new version of.
    public var id: String { read("id") }
    /// A description of the video.
    public var prompt: String { read("prompt") }
    /// The model, in the server's words. Default: the dialect's standard one.
    public var model: String? { read("model") }
    /// The length in seconds.
    public var duration: Int? { read("duration") }
    /// Landscape or portrait.
    public var orientation: Orientation? { read("orientation") }
    /// The size: `1280x720`, or the native `small` and `large`.
    public var size: String? { read("size") }
    /// Standard or high definition.
    public var quality: Quality? { read("quality") }
    /// The style, such as `anime`.
    public var style: String? { read("style") }
    /// Images to start from.
    public var references: [Reference]? { read("references") }
    /// The shots, to describe each one separately.
    public var storyboard: [Shot]? { read("storyboard") }
    /// The video to make a new version of.
    public var remix: String? { read("remix") }
    /// The characters that appear, by id.
    public var characters: [String]? { read("characters") }
    /// True to include a watermark, false to omit it, where a gateway offers the choice.
    /// For your own works only.
    public var watermark: Bool? { read("watermark") }
    /// True to keep the video unpublished, where a gateway offers it.
    public var `private`: Bool? { read("private") }
    /// The number of variants to make.
    public var n: Int? { read("n") }
    /// The title.
    public var title: String? { read("title") }
    /// The replacements of characters, by id.
    public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
    /// The sound, in words.
    public var audioCaption: String? { read("audio_caption") }
    /// The spoken words.
    public var audioTranscript: String? { read("audio_transcript") }
    /// The picture, in words.
    public var videoCaption: String? { read("video_caption") }
    /// Data of your own that goes with the video.
    public var metadata: [String: Json]? { read("metadata") }
    /// A video that shows a character, which is made and put into this one. It must
    /// show no real person without that person's consent.
    public var characterUrl: Reference? { read("character_url") }
    /// The start and end of the character's appearance in that video, in seconds, as
    /// `[0, 3]` or `"0,3"`; from 1 to 3 s.
    public var characterTimestamps: Json? { read("character_timestamps") }
    /// A job whose video shows a character, which is made and put into this one.
    public var characterFromTask: String? { read("character_from_task") }
    /// True to make a character from the finished video.
    public var characterCreate: Bool? { read("character_create") }
    /// The start of the random numbers, to make the same video again.
    public var seed: Int? { read("seed") }
    /// A description of what must not be seen.
    public var negativePrompt: String? { read("negative_prompt") }
    /// The number of steps that the model takes.
    public var steps: Int? { read("steps") }
    /// The guidance scale: how closely the model follows the prompt; most models take 1 to 10.
    public var guidance: Double? { read("guidance") }
    /// Frames in a second.
    public var fps: Double? { read("fps") }
    /// The length in frames, in place of `duration`. Models that make certain numbers alone
    /// take the nearest.
    public var frames: Int? { read("frames") }
    /// The proportions of width and height, such as `16:9`.
    public var aspectRatio: String? { read("aspect_ratio") }
    /// An image to end with.
    public var lastFrame: Reference? { read("last_frame") }
    /// Videos to start from.
    public var videoReferences: [Reference]? { read("video_references") }
    /// Sounds to start from.
    public var audioReferences: [Reference]? { read("audio_references") }
    /// True to make sound too, false to make none.
    public var audio: Bool? { read("audio") }
    /// True to let the server work out the prompt in more detail.
    public var enhance: Bool? { read("enhance") }
    /// Additional fields. A server's flavour puts them where it reads them; else they are
    /// sent as they are.
    public var extra: [String: Json]? { read("extra") }
}

/// The measures that a creation asked for.
public struct Requested: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The size, such as `1280x720`.
    public var size: String? { read("size") }
    /// The length in seconds.
    public var duration: Double? { read("duration") }
    /// The number of frames.
    public var frames: Int? { read("frames") }
    /// The frames a second.
    public var fps: Double? { read("fps") }
    /// The number of variants.
    public var n: Int? { read("n") }
}

/// The parameters of a search.
public struct Search: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(username: String, limit: Int? = nil, cursor: String? = nil) {
        var given = Fields()
        given.add("username", username)
        given.add("limit", limit)
        given.add("cursor", cursor)
        self.init(json: given.json)
    }
    /// The beginning of the user name.
    public var username: String { read("username") }
    /// The maximum number of items; the server's default if absent.
    public var limit: Int? { read("limit") }
    /// The place to continue from: the `next` of the previous page.
    public var cursor: String? { read("cursor") }
}

/// A shot of a storyboard.
public struct Shot: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(duration: Double, scene: String) {
        var given = Fields()
        given.add("duration", duration)
        given.add("scene", scene)
        self.init(json: given.json)
    }
    /// The length in seconds.
    public var duration: Double { read("duration") }
    /// A description of the shot.
    public var scene: String { read("scene") }
}

/// A subscription.
public struct Subscription: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The plan that is subscribed to.
    public var plan: Plan? { read("plan") }
    /// The end of the subscription. Servers write it as ISO time, or as a number of seconds or
    /// milliseconds, also in a string.
    public var endTs: Double? { read("end_ts") }
}

/// The account's subscriptions.
public struct Subscriptions: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The subscriptions.
    public var data: [Subscription] { read("data") }
}

/// A time zone with a fixed offset.
public struct Timezone: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(name: String, offsetMinutes: Int) {
        var given = Fields()
        given.add("name", name)
        given.add("offset_minutes", offsetMinutes)
        self.init(json: given.json)
    }
    /// The name as a browser writes it, for instance `Eastern Standard Time`.
    public var name: String { read("name") }
    /// Minutes to add to UTC, for instance -300.
    public var offsetMinutes: Int { read("offset_minutes") }
}

/// The account's names.
public struct Username: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    /// The user name.
    public var username: String? { read("username") }
    /// The display name.
    public var displayName: String? { read("display_name") }
}

/// A video to be made. One type for every dialect: an option that the server's
/// dialect lacks is refused before anything is sent, naming the dialects that
/// have it.
public struct VideoRequest: Record {
    public let json: Json
    public init(json: Json) { self.json = json }
    public init(prompt: String, model: String? = nil, duration: Int? = nil, orientation: Orientation? = nil, size: String? = nil, quality: Quality? = nil, style: String? = nil, references: [Reference]? = nil, storyboard: [Shot]? = nil, remix: String? = nil, characters: [String]? = nil, watermark: Bool? = nil, `private`: Bool? = nil, n: Int? = nil, title: String? = nil, cameoReplacements: [String: Json]? = nil, audioCaption: String? = nil, audioTranscript: String? = nil, videoCaption: String? = nil, metadata: [String: Json]? = nil, characterUrl: Reference? = nil, characterTimestamps: Json? = nil, characterFromTask: String? = nil, characterCreate: Bool? = nil, seed: Int? = nil, negativePrompt: String? = nil, steps: Int? = nil, guidance: Double? = nil, fps: Double? = nil, frames: Int? = nil, aspectRatio: String? = nil, lastFrame: Reference? = nil, videoReferences: [Reference]? = nil, audioReferences: [Reference]? = nil, audio: Bool? = nil, enhance: Bool? = nil, extra: [String: Json]? = nil) {
        var given = Fields()
        given.add("prompt", prompt)
        given.add("model", model)
        given.add("duration", duration)
        given.add("orientation", orientation)
        given.add("size", size)
        given.add("quality", quality)
        given.add("style", style)
        given.add("references", references)
        given.add("storyboard", storyboard)
        given.add("remix", remix)
        given.add("characters", characters)
        given.add("watermark", watermark)
        given.add("private", `private`)
        given.add("n", n)
        given.add("title", title)
        given.add("cameo_replacements", cameoReplacements)
        given.add("audio_caption", audioCaption)
        given.add("audio_transcript", audioTranscript)
        given.add("video_caption", videoCaption)
        given.add("metadata", metadata)
        given.add("character_url", characterUrl)
        given.add("character_timestamps", characterTimestamps)
        given.add("character_from_task", characterFromTask)
        given.add("character_create", characterCreate)
        given.add("seed", seed)
        given.add("negative_prompt", negativePrompt)
        given.add("steps", steps)
        given.add("guidance", guidance)
        given.add("fps", fps)
        given.add("frames", frames)
        given.add("aspect_ratio", aspectRatio)
        given.add("last_frame", lastFrame)
        given.add("video_references", videoReferences)
        given.add("audio_references", audioReferences)
        given.add("audio", audio)
        given.add("enhance", enhance)
        given.add("extra", extra)
        self.init(json: given.json)
    }
    /// A description of the video.
    public var prompt: String { read("prompt") }
    /// The model, in the server's words. Default: the dialect's standard one.
    public var model: String? { read("model") }
    /// The length in seconds.
    public var duration: Int? { read("duration") }
    /// Landscape or portrait.
    public var orientation: Orientation? { read("orientation") }
    /// The size: `1280x720`, or the native `small` and `large`.
    public var size: String? { read("size") }
    /// Standard or high definition.
    public var quality: Quality? { read("quality") }
    /// The style, such as `anime`.
    public var style: String? { read("style") }
    /// Images to start from.
    public var references: [Reference]? { read("references") }
    /// The shots, to describe each one separately.
    public var storyboard: [Shot]? { read("storyboard") }
    /// The video to make a new version of.
    public var remix: String? { read("remix") }
    /// The characters that appear, by id.
    public var characters: [String]? { read("characters") }
    /// True to include a watermark, false to omit it, where a gateway offers the choice.
    /// For your own works only.
    public var watermark: Bool? { read("watermark") }
    /// True to keep the video unpublished, where a gateway offers it.
    public var `private`: Bool? { read("private") }
    /// The number of variants to make.
    public var n: Int? { read("n") }
    /// The title.
    public var title: String? { read("title") }
    /// The replacements of characters, by id.
    public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
    /// The sound, in words.
    public var audioCaption: String? { read("audio_caption") }
    /// The spoken words.
    public var audioTranscript: String? { read("audio_transcript") }
    /// The picture, in words.
    public var videoCaption: String? { read("video_caption") }
    /// Data of your own that goes with the video.
    public var metadata: [String: Json]? { read("metadata") }
    /// A video that shows a character, which is made and put into this one. It must
    /// show no real person without that person's consent.
    public var characterUrl: Reference? { read("character_url") }
    /// The start and end of the character's appearance in that video, in seconds, as
    /// `[0, 3]` or `"0,3"`; from 1 to 3 s.
    public var characterTimestamps: Json? { read("character_timestamps") }
    /// A job whose video shows a character, which is made and put into this one.
    public var characterFromTask: String? { read("character_from_task") }
    /// True to make a character from the finished video.
    public var characterCreate: Bool? { read("character_create") }
    /// The start of the random numbers, to make the same video again.
    public var seed: Int? { read("seed") }
    /// A description of what must not be seen.
    public var negativePrompt: String? { read("negative_prompt") }
    /// The number of steps that the model takes.
    public var steps: Int? { read("steps") }
    /// The guidance scale: how closely the model follows the prompt; most models take 1 to 10.
    public var guidance: Double? { read("guidance") }
    /// Frames in a second.
    public var fps: Double? { read("fps") }
    /// The length in frames, in place of `duration`. Models that make certain numbers alone
    /// take the nearest.
    public var frames: Int? { read("frames") }
    /// The proportions of width and height, such as `16:9`.
    public var aspectRatio: String? { read("aspect_ratio") }
    /// An image to end with.
    public var lastFrame: Reference? { read("last_frame") }
    /// Videos to start from.
    public var videoReferences: [Reference]? { read("video_references") }
    /// Sounds to start from.
    public var audioReferences: [Reference]? { read("audio_references") }
    /// True to make sound too, false to make none.
    public var audio: Bool? { read("audio") }
    /// True to let the server work out the prompt in more detail.
    public var enhance: Bool? { read("enhance") }
    /// Additional fields. A server's flavour puts them where it reads them; else they are
    /// sent as they are.
    public var extra: [String: Json]? { read("extra") }
}

/// The people who may use a character.
public enum Visibility: String, Word, CaseIterable {
    /// Only its owner.
    case `private` = "private"
    /// Everyone.
    case `public` = "public"
}

/// `videos` of the one interface.
public struct VideosMethods: Sendable {
    let client: Client

    /// Begins a video, and answers as soon as the server has taken it. Images that it starts from are uploaded first. It is sent once: should it be unknown whether the server took it, the error's kind is `outcome_unknown`.
    public func create(_ request: VideoRequest) async throws -> Job {
        Job(client, try await client.call("videos.create", request.json))
    }

    /// How a job stands now, by its id.
    public func get(_ request: ById) async throws -> Job {
        Job(client, try await client.call("videos.get", request.json))
    }

    /// A page of the account's videos, newest first.
    public func list(_ request: PageRequest = .init()) async throws -> JobPage {
        JobPage(client, try await client.call("videos.list", request.json))
    }

    /// Begins a new version of a video.
    public func remix(_ request: Remix) async throws -> Job {
        Job(client, try await client.call("videos.remix", request.json))
    }

    /// Looks for the job that a creation made whose answer was lost, after the error `outcome_unknown`: the account's newest jobs are compared with the request in prompt, model, size and length, and with `since`, when it was sent. Nothing when it is not among them; it may still appear.
    public func find(_ request: Find) async throws -> Job? {
        try await client.call("videos.find", request.json).orNil.map { Job(client, $0) }
    }

    /// Deletes a video.
    public func delete(_ request: ById) async throws {
        _ = try await client.call("videos.delete", request.json)
    }

    /// Stops a video that is being made, and forgets it, where the server can. Elsewhere deleting a video only forgets it. One that has ended is left as it is, and told as a conflict.
    public func cancel(_ request: ById) async throws {
        _ = try await client.call("videos.cancel", request.json)
    }

    /// Publishes the video of a finished job, for your own works only. The answer is the published work as a job that is done: its id is the post's, `s_…`, and its video can be downloaded, without a watermark where the server offers that.
    public func publish(_ request: Publication) async throws -> Job {
        Job(client, try await client.call("videos.publish", request.json))
    }

    /// Takes a published work back: the post goes, the video stays in the drafts. What is gone already is no error.
    public func unpublish(_ request: ById) async throws {
        _ = try await client.call("videos.unpublish", request.json)
    }

    /// The link of a published work, by its id or its page, from the link service that the options `links_url` and `links_token` name. The account's credential does not go there.
    public func link(_ request: ById) async throws -> MediaLink {
        read(try await client.call("videos.link", request.json))
    }
}

/// `images` of the one interface.
public struct ImagesMethods: Sendable {
    let client: Client

    /// Begins an image from a prompt, or from other images when `references` are given. Most gateways answer with the finished job; on the native backend it has to be waited for.
    public func create(_ request: ImageRequest) async throws -> Job {
        Job(client, try await client.call("images.create", request.json))
    }

    /// How a job that makes images stands now, by its id.
    public func get(_ request: ById) async throws -> Job {
        Job(client, try await client.call("images.get", request.json))
    }
}

/// `characters` of the one interface.
public struct CharactersMethods: Sendable {
    let client: Client

    /// Makes a character from a video or from a job's video.
    public func create(_ request: CharacterRequest = .init()) async throws -> VideoCharacter {
        read(try await client.call("characters.create", request.json))
    }

    /// Reads a character by its id.
    public func get(_ request: ById) async throws -> VideoCharacter {
        read(try await client.call("characters.get", request.json))
    }

    /// Finds characters whose user name begins so.
    public func search(_ request: Search) async throws -> CharacterPage {
        read(try await client.call("characters.search", request.json))
    }

    /// Deletes a character of the account.
    public func delete(_ request: ById) async throws {
        _ = try await client.call("characters.delete", request.json)
    }
}

/// `prompts` of the one interface.
public struct PromptsMethods: Sendable {
    let client: Client

    /// Works a prompt out in more detail, and answers the new one.
    public func enhance(_ request: EnhanceRequest) async throws -> String {
        read(try await client.call("prompts.enhance", request.json))
    }
}

/// `account` of the one interface.
public struct AccountMethods: Sendable {
    let client: Client

    /// What the account may still make.
    public func quota() async throws -> AccountQuota {
        read(try await client.call("account.quota", .object([:])))
    }

    /// Who is signed in.
    public func me() async throws -> Me {
        read(try await client.call("account.me", .object([:])))
    }

    /// The account's subscriptions; none for a free account.
    public func subscriptions() async throws -> Subscriptions {
        read(try await client.call("account.subscriptions", .object([:])))
    }

    /// An invite code that can be given away: the account's own, or on a gateway that of one of its accounts.
    public func invites() async throws -> Invite {
        read(try await client.call("account.invites", .object([:])))
    }

    /// Accepts somebody's invite code. It is sent once.
    public func acceptInvite(_ request: Redeemed) async throws -> AcceptedInvite {
        read(try await client.call("account.accept_invite", request.json))
    }

    /// Whether a user name is free.
    public func usernameAvailable(_ request: Named) async throws -> Bool {
        read(try await client.call("account.username_available", request.json))
    }

    /// The account's user name. Where a name is given, it is set, which publishing needs.
    public func username(_ request: MaybeNamed = .init()) async throws -> Username {
        read(try await client.call("account.username", request.json))
    }

    /// Opens Sora 2 for an account that is new to it.
    public func bootstrap() async throws {
        _ = try await client.call("account.bootstrap", .object([:]))
    }

    /// A Sentinel token for one creation or publication, with its proof of work: what goes into the header `openai-sentinel-token` of a request of your own.
    public func sentinelToken() async throws -> String {
        read(try await client.call("account.sentinel_token", .object([:])))
    }
}

/// `models` of the one interface.
public struct ModelsMethods: Sendable {
    let client: Client

    /// The models: the server's own list, or the documented ones where it has none.
    public func list() async throws -> [ModelInfo] {
        read(try await client.call("models.list", .object([:])))
    }
}
