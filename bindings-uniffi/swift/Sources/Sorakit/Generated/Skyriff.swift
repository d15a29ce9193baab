// Made from the catalogue by `cargo xtask gen`. Do not edit.

import Foundation

/// The types of the dialect `skyriff`.
public enum Skyriff {

    /// The message of an answer.
    public struct ChatAnswer: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `assistant`.
        public var role: String? { read("role") }
        /// The text.
        public var content: String? { read("content") }
        /// The last known progress of the generation.
        public var reasoningContent: Reasoning? { read("reasoning_content") }
    }

    /// One of the answers.
    public struct ChatChoice: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The index, from 0.
        public var index: Int? { read("index") }
        /// The message.
        public var message: ChatAnswer? { read("message") }
        /// The reason that it ends, in lower case, such as `stop`.
        public var finishReason: String? { read("finish_reason") }
    }

    /// A piece of an answer (`chat.completion.chunk`).
    public struct ChatChunk: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The answer's id.
        public var id: String? { read("id") }
        /// The time it was created.
        public var created: Double? { read("created") }
        /// The model; gateways write `sora` whatever was requested.
        public var model: String? { read("model") }
        /// The new parts, usually one.
        public var choices: [ChunkChoice] { read("choices") }
    }

    /// An answer (`chat.completion`).
    public struct ChatCompletion: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The answer's id.
        public var id: String? { read("id") }
        /// The time it was created.
        public var created: Double? { read("created") }
        /// The model.
        public var model: String? { read("model") }
        /// The answers, usually one.
        public var choices: [ChatChoice] { read("choices") }
    }

    /// The content of a message.
    public struct ChatContent: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: String) { self.init(json: value.asJson) }
        public init(_ value: [ChatPart]) { self.init(json: value.asJson) }
    }

    /// The new part of an answer. Every field may be `null`.
    public struct ChatDelta: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `assistant`.
        public var role: String? { read("role") }
        /// Text of the answer.
        public var content: String? { read("content") }
        /// The progress of the generation.
        public var reasoningContent: Reasoning? { read("reasoning_content") }
    }

    /// A message of a chat.
    public struct ChatMessage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(role: String? = nil, content: ChatContent) {
            var given = Fields()
            given.add("role", role)
            given.add("content", content)
            self.init(json: given.json)
        }
        /// The role of the speaker: `user`, `system` or `assistant`.
        public var role: String? { read("role") }
        /// The content.
        public var content: ChatContent { read("content") }
    }

    /// A part of a message.
    public struct ChatPart: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Text.
        public static func text(text: String) -> ChatPart {
            var given = Fields()
            given.add("type", "text")
            given.add("text", text)
            return ChatPart(json: given.json)
        }
        /// An image.
        public static func imageUrl(imageUrl: ChatUrl) -> ChatPart {
            var given = Fields()
            given.add("type", "image_url")
            given.add("image_url", imageUrl)
            return ChatPart(json: given.json)
        }
        /// A video.
        public static func videoUrl(videoUrl: ChatUrl) -> ChatPart {
            var given = Fields()
            given.add("type", "video_url")
            given.add("video_url", videoUrl)
            return ChatPart(json: given.json)
        }
        public var type: String? { read("type") }
        /// The text.
        public var text: String? { read("text") }
        /// The location of the image.
        public var imageUrl: ChatUrl? { read("image_url") }
        /// The location of the video.
        public var videoUrl: ChatUrl? { read("video_url") }
    }

    /// The location of an image or video.
    public struct ChatUrl: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(url: String) {
            var given = Fields()
            given.add("url", url)
            self.init(json: given.json)
        }
        /// `https://…` or `data:<type>;base64,…`.
        public var url: String { read("url") }
    }

    /// The new part of one choice.
    public struct ChunkChoice: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The index of the choice, from 0.
        public var index: Int? { read("index") }
        /// The new part.
        public var delta: ChatDelta? { read("delta") }
        /// The reason for the answer's end, in lower case, such as `stop`; absent until then.
        public var finishReason: String? { read("finish_reason") }
    }

    /// Makes a video in a chat. The document calls it a toy: an answer takes about
    /// 15 minutes, and Pro models are not offered.
    public struct CompleteChat: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(model: String, stream: Bool? = nil, messages: [ChatMessage], extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("model", model)
            given.add("stream", stream)
            given.add("messages", messages)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The model.
        public var model: String { read("model") }
        /// True to stream the answer. Default: false.
        public var stream: Bool? { read("stream") }
        /// The messages. An image to start from goes into the message.
        public var messages: [ChatMessage] { read("messages") }
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

    /// Creates a video from a prompt, from an image file, or from
    /// an image's address.
    ///
    /// Sent as a form if there is a file, else as JSON.
    public struct CreateVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, model: String, inputReference: FileInput? = nil, imageUrl: String? = nil, size: String? = nil, seconds: Seconds? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("input_reference", inputReference)
            given.add("image_url", imageUrl)
            given.add("size", size)
            given.add("seconds", seconds)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the video.
        public var prompt: String { read("prompt") }
        /// The model, whose name states the orientation and length of the video.
        public var model: String { read("model") }
        /// An image to start from, as a file. It must show no real person.
        public var inputReference: FileInput? { read("input_reference") }
        /// An image to start from, by its address.
        public var imageUrl: String? { read("image_url") }
        /// The size, such as `1280x720`. Default: the model's.
        public var size: String? { read("size") }
        /// The length in seconds, such as `"4"`. Default: the model's.
        public var seconds: Seconds? { read("seconds") }
    }

    /// Fetches a finished video's file. It is slow; the address in
    /// the job is better. Some gateways answer an address here too.
    public struct GetContent: Record {
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

    /// The result of a look-up.
    public struct LinkLookup: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The links.
        public var links: Links { read("links") }
        /// The draft's or post's id.
        public var postId: String? { read("post_id") }
        /// The prompt that it was made from.
        public var originalInput: String? { read("original_input") }
        /// The figures of the draft or post.
        public var postInfo: PostInfo? { read("post_info") }
    }

    /// The links of a draft or post, as the gateway gives them.
    public struct Links: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The id.
        public var id: String? { read("id") }
        /// The video without a watermark.
        public var mp4: String? { read("mp4") }
        /// The video with a watermark.
        public var mp4Wm: String? { read("mp4_wm") }
        /// An animated preview.
        public var gif: String? { read("gif") }
        /// A still.
        public var thumbnail: String? { read("thumbnail") }
        /// The description.
        public var text: String? { read("text") }
        /// A description in Markdown.
        public var md: String? { read("md") }
    }

    /// Looks up the links of the newest draft of the account that an access token
    /// belongs to. The token goes to the gateway, so give it only to one that you
    /// trust with your account.
    public struct LookUpDraft: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(accessToken: String) {
            var given = Fields()
            given.add("access_token", accessToken)
            self.init(json: given.json)
        }
        /// The account's whole access token. Spaces around it are removed.
        public var accessToken: String { read("access_token") }
    }

    /// Looks up the links of a published work by its address.
    public struct LookUpPost: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(url: String) {
            var given = Fields()
            given.add("url", url)
            self.init(json: given.json)
        }
        /// The work's whole address, such as `https://sora.chatgpt.com/p/s_…`. Spaces
        /// around it are removed.
        public var url: String { read("url") }
    }

    /// The figures of a draft or post.
    public struct PostInfo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The number of files.
        public var attachmentsCount: Int? { read("attachments_count") }
        /// The number of views.
        public var viewCount: Int? { read("view_count") }
        /// The number of likes.
        public var likeCount: Int? { read("like_count") }
        /// The title.
        public var title: String? { read("title") }
    }

    /// The progress of a generation, in whichever form the gateway writes it.
    public struct Reasoning: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: String) { self.init(json: value.asJson) }
        public init(_ value: ReasoningProgress) { self.init(json: value.asJson) }
    }

    /// The progress of a generation, as an object.
    public struct ReasoningProgress: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The stage, such as `generation`.
        public var stage: String? { read("stage") }
        /// The status, such as `processing`.
        public var status: String? { read("status") }
        /// The progress in percent, from 0 to 100.
        public var progress: Double? { read("progress") }
        /// A sentence.
        public var message: String? { read("message") }
    }

    /// A length in seconds, sent in the form it is given in: OpenAI and new-api want
    /// a string (`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
    public struct Seconds: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: String) { self.init(json: value.asJson) }
        public init(_ value: Int) { self.init(json: value.asJson) }
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

/// `skyriff.videos`.
public struct SkyriffVideos: Sendable {
    let client: Client

    /// Creates a video from a prompt, from an image file, or from
    /// an image's address.
    ///
    /// Sent as a form if there is a file, else as JSON.
    ///
    /// `POST /v1/videos`
    public func create(_ request: Skyriff.CreateVideo) async throws -> Skyriff.VideoJob {
        read(try await client.call("skyriff.videos.create", request.json))
    }

    /// Reads the state of a video.
    ///
    /// `GET /v1/videos/{video_id}`
    public func get(_ request: Skyriff.GetVideo) async throws -> Skyriff.VideoJob {
        read(try await client.call("skyriff.videos.get", request.json))
    }

    /// Fetches a finished video's file. It is slow; the address in
    /// the job is better. Some gateways answer an address here too.
    ///
    /// `GET /v1/videos/{video_id}/content`
    public func content(_ request: Skyriff.GetContent) async throws -> Skyriff.Content {
        read(try await client.call("skyriff.videos.content", request.json))
    }

    /// As `content`, as a stream of bytes, however long the file is.
    public func stream(_ request: Skyriff.GetContent) async throws -> FileStream {
        try await client.content("skyriff.videos.content", request.json)
    }
}

/// `skyriff.chat`.
public struct SkyriffChat: Sendable {
    let client: Client

    /// Makes a video in a chat. The document calls it a toy: an answer takes about
    /// 15 minutes, and Pro models are not offered.
    ///
    /// `POST /v1/chat/completions`
    public func completions(_ request: Skyriff.CompleteChat) async throws -> Skyriff.ChatCompletion {
        read(try await client.call("skyriff.chat.completions", request.json))
    }

    /// As `completions`, piece by piece. Leaving the loop ends it.
    public func stream(_ request: Skyriff.CompleteChat) throws -> Pieces<Skyriff.ChatChunk> {
        try client.pieces("skyriff.chat.completions", request.json)
    }
}

/// `skyriff.drafts`.
public struct SkyriffDrafts: Sendable {
    let client: Client

    /// Looks up the links of the newest draft of the account that an access token
    /// belongs to. The token goes to the gateway, so give it only to one that you
    /// trust with your account.
    ///
    /// `POST /v1/chat/completions`
    public func link(_ request: Skyriff.LookUpDraft) async throws -> Skyriff.LinkLookup {
        read(try await client.call("skyriff.drafts.link", request.json))
    }
}

/// `skyriff.posts`.
public struct SkyriffPosts: Sendable {
    let client: Client

    /// Looks up the links of a published work by its address.
    ///
    /// `POST /v1/chat/completions`
    public func link(_ request: Skyriff.LookUpPost) async throws -> Skyriff.LinkLookup {
        read(try await client.call("skyriff.posts.link", request.json))
    }
}

/// The operations of the dialect `skyriff`, one method an endpoint.
public struct SkyriffOperations: Sendable {
    let client: Client
    /// `skyriff.videos`.
    public var videos: SkyriffVideos { SkyriffVideos(client: client) }
    /// `skyriff.chat`.
    public var chat: SkyriffChat { SkyriffChat(client: client) }
    /// `skyriff.drafts`.
    public var drafts: SkyriffDrafts { SkyriffDrafts(client: client) }
    /// `skyriff.posts`.
    public var posts: SkyriffPosts { SkyriffPosts(client: client) }
}
