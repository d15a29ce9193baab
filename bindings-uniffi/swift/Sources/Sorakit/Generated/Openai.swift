// Made from the catalogue by `cargo xtask gen`. Do not edit.

import Foundation

/// The types of the dialect `openai`.
public enum Openai {

    /// A character.
    public struct VideoCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The character's id; the reference lets a server leave it out.
        public var id: String? { read("id") }
        /// The name that is shown.
        public var name: String? { read("name") }
        /// The time of creation.
        public var createdAt: Double? { read("created_at") }
    }

    /// A character that appears in a video.
    public struct CharacterReference: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(id: String) {
            var given = Fields()
            given.add("id", id)
            self.init(json: given.json)
        }
        /// The character's id.
        public var id: String { read("id") }
    }

    /// The answer of a `/content` endpoint: the file's bytes, or its address (`docs/wire/openai.md`
    /// §4). Whole in memory and at most 32 MiB; a file that may be longer is
    /// opened as a stream, or
    /// downloaded, which also resumes and checks.
    public struct Content: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The MIME type, by content.
        public var contentType: String? { read("content_type") }
        /// The bytes, in JSON as base64; absent when the server answered an address.
        public var data: Data? { read("data") }
        /// The address of the file, if the server answered with one.
        public var url: String? { read("url") }
    }

    /// Makes a character from a short video, an MP4 of 2 to 4 s.
    public struct CreateCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(name: String, video: FileInput) {
            var given = Fields()
            given.add("name", name)
            given.add("video", video)
            self.init(json: given.json)
        }
        /// The name that is shown, and that prompts refer to.
        public var name: String { read("name") }
        /// The video that shows it.
        public var video: FileInput { read("video") }
    }

    /// Creates a video from a prompt, and an image to start from.
    ///
    /// OpenAI's own libraries always send a form, also without a file, and vLLM-Omni
    /// takes nothing else; Dynamo takes JSON alone; the others take both. Dynamo
    /// answers when the video is done, which can take minutes.
    public struct CreateVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, model: String? = nil, seconds: Seconds? = nil, size: String? = nil, inputReference: InputReference? = nil, characters: [CharacterReference]? = nil, encoding: Encoding? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("seconds", seconds)
            given.add("size", size)
            given.add("input_reference", inputReference)
            given.add("characters", characters)
            given.add("encoding", encoding)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the video.
        public var prompt: String { read("prompt") }
        /// The model; the server's own default when absent.
        public var model: String? { read("model") }
        /// The length in seconds: 4, 8, 12, 16 or 20 for OpenAI's models.
        public var seconds: Seconds? { read("seconds") }
        /// The size: `720x1280`, `1280x720`, `1024x1792` or `1792x1024` for OpenAI's
        /// models.
        public var size: String? { read("size") }
        /// The image that it starts from.
        public var inputReference: InputReference? { read("input_reference") }
        /// Characters that appear, at most two. The prompt has to name them too.
        public var characters: [CharacterReference]? { read("characters") }
        /// The encoding of the request. Not a field of the API.
        public var encoding: Encoding? { read("encoding") }
    }

    /// Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and tests:
    /// there is no job that could be looked at, and the server gives up after 600 s, with 504.
    public struct CreateVideoSync: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, model: String? = nil, seconds: Seconds? = nil, size: String? = nil, inputReference: FileInput? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("seconds", seconds)
            given.add("size", size)
            given.add("input_reference", inputReference)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the video.
        public var prompt: String { read("prompt") }
        /// The model; the one that the server runs when absent.
        public var model: String? { read("model") }
        /// The length in seconds.
        public var seconds: Seconds? { read("seconds") }
        /// The size, such as `1280x720`.
        public var size: String? { read("size") }
        /// An image to start from.
        public var inputReference: FileInput? { read("input_reference") }
    }

    /// Deletes a finished or failed video and its files.
    public struct DeleteVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(videoId: String) {
            var given = Fields()
            given.add("video_id", videoId)
            self.init(json: given.json)
        }
        /// The video's id.
        public var videoId: String { read("video_id") }
    }

    /// The result of a deletion. SGLang returns the video with the status `deleted`; others return
    /// nothing.
    public struct Deleted: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The video's id.
        public var id: String? { read("id") }
        /// True if the video is deleted.
        public var deleted: Bool { read("deleted") }
    }

    /// Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are done.
    public struct EditImages: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, image: [FileInput]? = nil, url: [String]? = nil, model: String? = nil, n: Int? = nil, size: String? = nil, responseFormat: ImageFormat? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("image", image)
            given.add("url", url)
            given.add("model", model)
            given.add("n", n)
            given.add("size", size)
            given.add("response_format", responseFormat)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the images to make of them.
        public var prompt: String { read("prompt") }
        /// The images to start from, as files.
        public var image: [FileInput]? { read("image") }
        /// The addresses of images to start from, which the server fetches; they come after the
        /// files.
        public var url: [String]? { read("url") }
        /// The model; the one that the server runs when absent.
        public var model: String? { read("model") }
        /// The number of images, from 1 to 10.
        public var n: Int? { read("n") }
        /// The size, such as `1024x1024`.
        public var size: String? { read("size") }
        /// The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
        /// `url` where it keeps its files.
        public var responseFormat: ImageFormat? { read("response_format") }
    }

    /// Edits a video as the prompt says.
    public struct EditVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, video: VideoSource, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("video", video)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the changes.
        public var prompt: String { read("prompt") }
        /// The video.
        public var video: VideoSource { read("video") }
    }

    /// The encoding of a creation request.
    public enum Encoding: String, Word, CaseIterable {
        /// As a form, `multipart/form-data`.
        case multipart = "multipart"
        /// As JSON. Files cannot go along; an image has to be an address or a data URL.
        case json = "json"
    }

    /// Continues a video beyond its end. The result is the whole, old and new together.
    public struct ExtendVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, seconds: Seconds, video: VideoSource, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("seconds", seconds)
            given.add("video", video)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the continuation.
        public var prompt: String { read("prompt") }
        /// The length of the new part in seconds: 4, 8, 12, 16 or 20 for OpenAI's models.
        public var seconds: Seconds { read("seconds") }
        /// The video.
        public var video: VideoSource { read("video") }
    }

    /// Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are done.
    public struct GenerateImages: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, model: String? = nil, n: Int? = nil, size: String? = nil, responseFormat: ImageFormat? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("n", n)
            given.add("size", size)
            given.add("response_format", responseFormat)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the images.
        public var prompt: String { read("prompt") }
        /// The model; the one that the server runs when absent.
        public var model: String? { read("model") }
        /// The number of images, from 1 to 10.
        public var n: Int? { read("n") }
        /// The size, such as `1024x1024`.
        public var size: String? { read("size") }
        /// The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
        /// `url` where it keeps its files.
        public var responseFormat: ImageFormat? { read("response_format") }
    }

    /// Generates a video, as LocalAI has it. The answer comes when the video is done, which
    /// can take minutes, and states its address or holds its bytes.
    public struct GenerateVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(model: String, prompt: String, negativePrompt: String? = nil, startImage: String? = nil, endImage: String? = nil, audio: String? = nil, width: Int? = nil, height: Int? = nil, responseFormat: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("model", model)
            given.add("prompt", prompt)
            given.add("negative_prompt", negativePrompt)
            given.add("start_image", startImage)
            given.add("end_image", endImage)
            given.add("audio", audio)
            given.add("width", width)
            given.add("height", height)
            given.add("response_format", responseFormat)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The model.
        public var model: String { read("model") }
        /// The text that describes the video.
        public var prompt: String { read("prompt") }
        /// The text that describes what the video must not show.
        public var negativePrompt: String? { read("negative_prompt") }
        /// The first frame: an address, or base64 alone.
        public var startImage: String? { read("start_image") }
        /// The last frame: an address, or base64 alone.
        public var endImage: String? { read("end_image") }
        /// The sound that it goes with: an address, or base64 alone.
        public var audio: String? { read("audio") }
        /// The width in pixels; the server's default is 512.
        public var width: Int? { read("width") }
        /// The height in pixels; the server's default is 512.
        public var height: Int? { read("height") }
        /// The form in which the video is returned: `url` or `b64_json`.
        public var responseFormat: String? { read("response_format") }
    }

    /// An image that was made: its address, or its bytes.
    public struct GeneratedImage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The address.
        public var url: String? { read("url") }
        /// The bytes, in base64.
        public var b64Json: String? { read("b64_json") }
        /// The prompt that the image was made with.
        public var revisedPrompt: String? { read("revised_prompt") }
    }

    /// The images that were made.
    public struct GeneratedImages: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The time of creation.
        public var created: Double? { read("created") }
        /// The images.
        public var data: [GeneratedImage] { read("data") }
    }

    /// Reads a character.
    public struct GetCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(characterId: String) {
            var given = Fields()
            given.add("character_id", characterId)
            self.init(json: given.json)
        }
        /// The character's id.
        public var characterId: String { read("character_id") }
    }

    /// Fetches a finished video's file, or a picture of it.
    public struct GetContent: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(videoId: String, variant: Variant? = nil) {
            var given = Fields()
            given.add("video_id", videoId)
            given.add("variant", variant)
            self.init(json: given.json)
        }
        /// The video's id.
        public var videoId: String { read("video_id") }
        /// The file to fetch; the video when absent.
        public var variant: Variant? { read("variant") }
    }

    /// Reads the state of a video.
    public struct GetVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(videoId: String) {
            var given = Fields()
            given.add("video_id", videoId)
            self.init(json: given.json)
        }
        /// The video's id.
        public var videoId: String { read("video_id") }
    }

    /// The form in which an image is returned.
    public enum ImageFormat: String, Word, CaseIterable {
        /// An address.
        case url = "url"
        /// The bytes, in base64.
        case b64Json = "b64_json"
    }

    /// An image that the server can reach by itself: one of the two.
    public struct ImageReference: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(imageUrl: String? = nil, fileId: String? = nil) {
            var given = Fields()
            given.add("image_url", imageUrl)
            given.add("file_id", fileId)
            self.init(json: given.json)
        }
        /// An address, or a data URL.
        public var imageUrl: String? { read("image_url") }
        /// A file that was uploaded.
        public var fileId: String? { read("file_id") }
    }

    /// An image to start from.
    public struct InputReference: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: FileInput) { self.init(json: value.asJson) }
        public init(_ value: ImageReference) { self.init(json: value.asJson) }
        public init(_ value: String) { self.init(json: value.asJson) }
    }

    /// Lists the models that the server has.
    public struct ListModels: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Lists the account's videos.
    public struct ListVideos: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(after: String? = nil, limit: Int? = nil, order: Order? = nil) {
            var given = Fields()
            given.add("after", after)
            given.add("limit", limit)
            given.add("order", order)
            self.init(json: given.json)
        }
        /// The position to continue from: the id of the last video of the previous page.
        public var after: String? { read("after") }
        /// The most videos to return, from 1 to 100; the server's default is 20.
        public var limit: Int? { read("limit") }
        /// By time of creation; the newest first when absent.
        public var order: Order? { read("order") }
    }

    /// A model.
    public struct Model: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The model's name.
        public var id: String { read("id") }
        /// The time of creation.
        public var created: Double? { read("created") }
        /// The owner.
        public var ownedBy: String? { read("owned_by") }
    }

    /// A server's models.
    public struct ModelList: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The models.
        public var data: [Model] { read("data") }
    }

    /// An order by time of creation.
    public enum Order: String, Word, CaseIterable {
        /// The oldest first.
        case asc = "asc"
        /// The newest first.
        case desc = "desc"
    }

    /// Makes a new version of a finished video from a new prompt.
    public struct RemixVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(videoId: String, prompt: String, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("video_id", videoId)
            given.add("prompt", prompt)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The video's id.
        public var videoId: String { read("video_id") }
        /// The text that describes the new version.
        public var prompt: String { read("prompt") }
    }

    /// A length in seconds, sent in the form it is given in: OpenAI and new-api want
    /// a string (`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
    public struct Seconds: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: String) { self.init(json: value.asJson) }
        public init(_ value: Int) { self.init(json: value.asJson) }
    }

    /// A file of a finished video.
    public struct Variant: OpenWord {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The video itself, an MP4.
        public static let video = Variant(rawValue: "video")
        /// A still, a WebP.
        public static let thumbnail = Variant(rawValue: "thumbnail")
        /// Stills in rows, a JPEG.
        public static let spritesheet = Variant(rawValue: "spritesheet")
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

    /// A page of videos.
    public struct VideoPage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The videos.
        public var data: [VideoJob] { read("data") }
        /// The id of the first.
        public var firstId: String? { read("first_id") }
        /// The id of the last.
        public var lastId: String? { read("last_id") }
        /// True if there are more videos; SGLang does not say.
        public var hasMore: Bool? { read("has_more") }
    }

    /// A video to work on.
    public struct VideoSource: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: FileInput) { self.init(json: value.asJson) }
        /// A finished video of the server's.
        public static func id(id: String) -> VideoSource {
            var given = Fields()
            given.add("id", id)
            return VideoSource(json: given.json)
        }
        /// The video's id.
        public var id: String? { read("id") }
    }
}

/// `openai.videos`.
public struct OpenaiVideos: Sendable {
    let client: Client

    /// Creates a video from a prompt, and an image to start from.
    ///
    /// OpenAI's own libraries always send a form, also without a file, and vLLM-Omni
    /// takes nothing else; Dynamo takes JSON alone; the others take both. Dynamo
    /// answers when the video is done, which can take minutes.
    ///
    /// `POST /v1/videos`
    public func create(_ request: Openai.CreateVideo) async throws -> Openai.VideoJob {
        read(try await client.call("openai.videos.create", request.json))
    }

    /// Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and tests:
    /// there is no job that could be looked at, and the server gives up after 600 s, with 504.
    ///
    /// `POST /v1/videos/sync`
    public func createSync(_ request: Openai.CreateVideoSync) async throws -> Openai.Content {
        read(try await client.call("openai.videos.create_sync", request.json))
    }

    /// As `create_sync`, as a stream of bytes, however long the file is.
    public func stream(_ request: Openai.CreateVideoSync) async throws -> FileStream {
        try await client.content("openai.videos.create_sync", request.json)
    }

    /// Generates a video, as LocalAI has it. The answer comes when the video is done, which
    /// can take minutes, and states its address or holds its bytes.
    ///
    /// `POST /video`
    public func generate(_ request: Openai.GenerateVideo) async throws -> Openai.VideoJob {
        read(try await client.call("openai.videos.generate", request.json))
    }

    /// Reads the state of a video.
    ///
    /// `GET /v1/videos/{video_id}`
    public func get(_ request: Openai.GetVideo) async throws -> Openai.VideoJob {
        read(try await client.call("openai.videos.get", request.json))
    }

    /// Lists the account's videos.
    ///
    /// `GET /v1/videos`
    public func list(_ request: Openai.ListVideos = .init()) async throws -> Openai.VideoPage {
        read(try await client.call("openai.videos.list", request.json))
    }

    /// Deletes a finished or failed video and its files.
    ///
    /// `DELETE /v1/videos/{video_id}`
    public func delete(_ request: Openai.DeleteVideo) async throws -> Openai.Deleted {
        read(try await client.call("openai.videos.delete", request.json))
    }

    /// Fetches a finished video's file, or a picture of it.
    ///
    /// `GET /v1/videos/{video_id}/content`
    public func content(_ request: Openai.GetContent) async throws -> Openai.Content {
        read(try await client.call("openai.videos.content", request.json))
    }

    /// As `content`, as a stream of bytes, however long the file is.
    public func stream(_ request: Openai.GetContent) async throws -> FileStream {
        try await client.content("openai.videos.content", request.json)
    }

    /// Makes a new version of a finished video from a new prompt.
    ///
    /// `POST /v1/videos/{video_id}/remix`
    public func remix(_ request: Openai.RemixVideo) async throws -> Openai.VideoJob {
        read(try await client.call("openai.videos.remix", request.json))
    }

    /// Edits a video as the prompt says.
    ///
    /// `POST /v1/videos/edits`
    public func edit(_ request: Openai.EditVideo) async throws -> Openai.VideoJob {
        read(try await client.call("openai.videos.edit", request.json))
    }

    /// Continues a video beyond its end. The result is the whole, old and new together.
    ///
    /// `POST /v1/videos/extensions`
    public func extend(_ request: Openai.ExtendVideo) async throws -> Openai.VideoJob {
        read(try await client.call("openai.videos.extend", request.json))
    }
}

/// `openai.characters`.
public struct OpenaiCharacters: Sendable {
    let client: Client

    /// Makes a character from a short video, an MP4 of 2 to 4 s.
    ///
    /// `POST /v1/videos/characters`
    public func create(_ request: Openai.CreateCharacter) async throws -> Openai.VideoCharacter {
        read(try await client.call("openai.characters.create", request.json))
    }

    /// Reads a character.
    ///
    /// `GET /v1/videos/characters/{character_id}`
    public func get(_ request: Openai.GetCharacter) async throws -> Openai.VideoCharacter {
        read(try await client.call("openai.characters.get", request.json))
    }
}

/// `openai.models`.
public struct OpenaiModels: Sendable {
    let client: Client

    /// Lists the models that the server has.
    ///
    /// `GET /v1/models`
    public func list(_ request: Openai.ListModels = .init()) async throws -> Openai.ModelList {
        read(try await client.call("openai.models.list", request.json))
    }
}

/// `openai.images`.
public struct OpenaiImages: Sendable {
    let client: Client

    /// Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are done.
    ///
    /// `POST /v1/images/generations`
    public func generate(_ request: Openai.GenerateImages) async throws -> Openai.GeneratedImages {
        read(try await client.call("openai.images.generate", request.json))
    }

    /// Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are done.
    ///
    /// `POST /v1/images/edits`
    public func edit(_ request: Openai.EditImages) async throws -> Openai.GeneratedImages {
        read(try await client.call("openai.images.edit", request.json))
    }
}

/// The operations of the dialect `openai`, one method an endpoint.
public struct OpenaiOperations: Sendable {
    let client: Client
    /// `openai.videos`.
    public var videos: OpenaiVideos { OpenaiVideos(client: client) }
    /// `openai.characters`.
    public var characters: OpenaiCharacters { OpenaiCharacters(client: client) }
    /// `openai.models`.
    public var models: OpenaiModels { OpenaiModels(client: client) }
    /// `openai.images`.
    public var images: OpenaiImages { OpenaiImages(client: client) }
}
