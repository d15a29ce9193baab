// Made from the catalogue by `cargo xtask gen`. Do not edit.

import Foundation

/// The types of the dialect `relay`.
public enum Relay {

    /// The aspect ratio of a video: landscape or portrait.
    public enum AspectRatio: String, Word, CaseIterable {
        /// Landscape.
        case _169 = "16:9"
        /// Portrait.
        case _916 = "9:16"
    }

    /// Makes a character from a stretch of a video that shows no real person.
    public struct CreateCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(url: String? = nil, fromTask: String? = nil, timestamps: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("url", url)
            given.add("from_task", fromTask)
            given.add("timestamps", timestamps)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The video's address. This or `from_task`.
        public var url: String? { read("url") }
        /// The finished task whose video it is. This or `url`.
        public var fromTask: String? { read("from_task") }
        /// The start and end of the character's appearance, `start,end` in seconds. Servers take
        /// 1 to 3 s.
        public var timestamps: String? { read("timestamps") }
    }

    /// Creates a video from a prompt, and images to start from.
    public struct CreateVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(model: String? = nil, prompt: String, images: [String]? = nil, aspectRatio: AspectRatio? = nil, duration: Int? = nil, hd: Bool? = nil, watermark: Bool? = nil, `private`: Bool? = nil, notifyHook: String? = nil, characterUrl: String? = nil, characterTimestamps: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("model", model)
            given.add("prompt", prompt)
            given.add("images", images)
            given.add("aspect_ratio", aspectRatio)
            given.add("duration", duration)
            given.add("hd", hd)
            given.add("watermark", watermark)
            given.add("private", `private`)
            given.add("notify_hook", notifyHook)
            given.add("character_url", characterUrl)
            given.add("character_timestamps", characterTimestamps)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The model.
        public var model: String? { read("model") }
        /// The text that describes the video.
        public var prompt: String { read("prompt") }
        /// Images to start from: addresses, or data URLs. They must show no real
        /// person.
        public var images: [String]? { read("images") }
        /// Landscape or portrait. Default: `16:9`.
        public var aspectRatio: AspectRatio? { read("aspect_ratio") }
        /// The length in seconds: 10, 15 or 25. Default: 10.
        public var duration: Int? { read("duration") }
        /// High definition: of `sora-2-pro` alone, and not at 25 s. Default: false.
        public var hd: Bool? { read("hd") }
        /// True for a video with a watermark, false for one without. For your own works only.
        public var watermark: Bool? { read("watermark") }
        /// True to keep the video unpublished.
        public var `private`: Bool? { read("private") }
        /// The address that the relay calls when the video is done.
        public var notifyHook: String? { read("notify_hook") }
        /// A video to make a character from, by its address.
        public var characterUrl: String? { read("character_url") }
        /// The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
        /// apart.
        public var characterTimestamps: String? { read("character_timestamps") }
    }

    /// A character that was made.
    public struct CreatedCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The character's id.
        public var id: String { read("id") }
        /// The user name by which prompts refer to it, after `@`.
        public var username: String? { read("username") }
        /// The address of the character's page.
        public var permalink: String? { read("permalink") }
        /// The address of the character's picture.
        public var profilePictureUrl: String? { read("profile_picture_url") }
    }

    /// Reads how much of the key's quota is used and left.
    public struct GetQuota: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads the state of a video.
    public struct GetVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(taskId: String) {
            var given = Fields()
            given.add("task_id", taskId)
            self.init(json: given.json)
        }
        /// The task's id.
        public var taskId: String { read("task_id") }
    }

    /// The key's quota, in the relay's raw unit.
    public struct Quota: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The amounts used and left together.
        public var totalQuota: Double? { read("total_quota") }
        /// The amount used.
        public var usedQuota: Double? { read("used_quota") }
        /// The amount left.
        public var remainingQuota: Double? { read("remaining_quota") }
        /// The amount left, on a relay that reports nothing else.
        public var quota: Double? { read("quota") }
    }

    /// Makes a new version of a finished video from a new prompt.
    public struct RemixVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(taskId: String, prompt: String, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("task_id", taskId)
            given.add("prompt", prompt)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The task's id.
        public var taskId: String { read("task_id") }
        /// The text that describes the new version.
        public var prompt: String { read("prompt") }
    }

    /// Uploads a file, and returns the address under which a creation can name it. The relay decides
    /// how long it keeps the file.
    public struct UploadFile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(file: FileInput) {
            var given = Fields()
            given.add("file", file)
            self.init(json: given.json)
        }
        /// The file.
        public var file: FileInput { read("file") }
    }

    /// A file that was uploaded.
    public struct UploadedFile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The file's address.
        public var url: String { read("url") }
    }

    /// The reason for the failure of a job.
    public struct VideoError: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The server's code, as text.
        public var code: String? { read("code") }
        /// The server's reason.
        public var message: String? { read("message") }
    }

    /// A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
    ///
    /// The fields here are read from whichever key a server uses for them; what the
    /// server said under other keys stays in `extra` as well.
    public struct VideoJob: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The job's id, under whichever key a server has it. Opaque.
        public var id: String { read("id") }
        /// The object's type, such as `video`.
        public var object: String? { read("object") }
        /// The server's word for the job's state.
        public var status: String? { read("status") }
        /// Progress in percent, as a number or as text on the wire.
        public var progress: Double? { read("progress") }
        /// The model.
        public var model: String? { read("model") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// The size, such as `1280x720`. Some gateways write the file's length in
        /// bytes here once it is done.
        public var size: String? { read("size") }
        /// The length in seconds: what was made, else what was asked for.
        public var seconds: Double? { read("seconds") }
        /// The time of creation: `created_at`, `submit_time` or `created`.
        public var createdAt: Double? { read("created_at") }
        /// The time of the start: `started_at` or `start_time`.
        public var startedAt: Double? { read("started_at") }
        /// The time of the end: `completed_at` or `finish_time`.
        public var completedAt: Double? { read("completed_at") }
        /// The time until which the files can be fetched.
        public var expiresAt: Double? { read("expires_at") }
        /// The address of the video, from whichever key holds it.
        public var videoUrl: String? { read("video_url") }
        /// The addresses of all variants, if there are several; `video_url` is the first. An empty one
        /// is fetched by its number.
        public var videoUrls: [String] { read("video_urls") }
        /// A still of the video.
        public var thumbnailUrl: String? { read("thumbnail_url") }
        /// The video that this one is a new version of.
        public var remixedFromVideoId: String? { read("remixed_from_video_id") }
        /// The reason for the failure, wherever the server states it.
        public var error: VideoError? { read("error") }
    }
}

/// `relay.videos`.
public struct RelayVideos: Sendable {
    let client: Client

    /// Reads the state of a video.
    ///
    /// `GET /v2/videos/generations/{task_id}`
    public func get(_ request: Relay.GetVideo) async throws -> Relay.VideoJob {
        read(try await client.call("relay.videos.get", request.json))
    }

    /// Creates a video from a prompt, and images to start from.
    ///
    /// `POST /v2/videos/generations`
    public func create(_ request: Relay.CreateVideo) async throws -> Relay.VideoJob {
        read(try await client.call("relay.videos.create", request.json))
    }

    /// Makes a new version of a finished video from a new prompt.
    ///
    /// `POST /v1/videos/{task_id}/remix`
    public func remix(_ request: Relay.RemixVideo) async throws -> Relay.VideoJob {
        read(try await client.call("relay.videos.remix", request.json))
    }
}

/// `relay.quota`.
public struct RelayQuota: Sendable {
    let client: Client

    /// Reads how much of the key's quota is used and left.
    ///
    /// `GET /v1/token/quota`
    public func get(_ request: Relay.GetQuota = .init()) async throws -> Relay.Quota {
        read(try await client.call("relay.quota.get", request.json))
    }
}

/// `relay.characters`.
public struct RelayCharacters: Sendable {
    let client: Client

    /// Makes a character from a stretch of a video that shows no real person.
    ///
    /// `POST /sora/v1/characters`
    public func create(_ request: Relay.CreateCharacter = .init()) async throws -> Relay.CreatedCharacter {
        read(try await client.call("relay.characters.create", request.json))
    }
}

/// `relay.files`.
public struct RelayFiles: Sendable {
    let client: Client

    /// Uploads a file, and returns the address under which a creation can name it. The relay decides
    /// how long it keeps the file.
    ///
    /// `POST /v1/files`
    public func upload(_ request: Relay.UploadFile) async throws -> Relay.UploadedFile {
        read(try await client.call("relay.files.upload", request.json))
    }
}

/// The operations of the dialect `relay`, one method an endpoint.
public struct RelayOperations: Sendable {
    let client: Client
    /// `relay.videos`.
    public var videos: RelayVideos { RelayVideos(client: client) }
    /// `relay.quota`.
    public var quota: RelayQuota { RelayQuota(client: client) }
    /// `relay.characters`.
    public var characters: RelayCharacters { RelayCharacters(client: client) }
    /// `relay.files`.
    public var files: RelayFiles { RelayFiles(client: client) }
}
