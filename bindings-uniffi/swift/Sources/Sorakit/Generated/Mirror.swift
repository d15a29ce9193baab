// Made from the catalogue by `cargo xtask gen`. Do not edit.

import Foundation

/// The types of the dialect `mirror`.
public enum Mirror {

    /// The content of a message.
    public struct AnthropicContent: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(_ value: String) { self.init(json: value.asJson) }
        public init(_ value: [[String: Json]]) { self.init(json: value.asJson) }
    }

    /// A message of Anthropic's form.
    public struct AnthropicMessage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(role: String? = nil, content: AnthropicContent) {
            var given = Fields()
            given.add("role", role)
            given.add("content", content)
            self.init(json: given.json)
        }
        /// The role of the speaker: `user` or `assistant`.
        public var role: String? { read("role") }
        /// The content.
        public var content: AnthropicContent { read("content") }
    }

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

    /// Makes an image or a video in a chat. Images to start from go into the
    /// message, as addresses or data URLs.
    public struct CompleteChat: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(messages: [ChatMessage], model: String? = nil, stream: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("messages", messages)
            given.add("model", model)
            given.add("stream", stream)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The messages.
        public var messages: [ChatMessage] { read("messages") }
        /// The model, with its parameters after dashes.
        public var model: String? { read("model") }
        /// True to stream the answer, as the document shows it. Default: true.
        public var stream: Bool? { read("stream") }
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
        /// The video: its address, or base64. This or `from_task`.
        public var url: String? { read("url") }
        /// The finished job whose video it is. This or `url`.
        public var fromTask: String? { read("from_task") }
        /// The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
        /// apart. Default: `0,3`.
        public var timestamps: String? { read("timestamps") }
    }

    /// Makes an image or a video in a chat of Anthropic's form. The mirror must have unlocked it for
    /// the license.
    public struct CreateMessage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(messages: [AnthropicMessage], model: String? = nil, maxTokens: Int? = nil, stream: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("messages", messages)
            given.add("model", model)
            given.add("max_tokens", maxTokens)
            given.add("stream", stream)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The messages.
        public var messages: [AnthropicMessage] { read("messages") }
        /// The model, with its parameters after dashes.
        public var model: String? { read("model") }
        /// The longest answer, in tokens. Anthropic's form requires it. Default: 4096.
        public var maxTokens: Int? { read("max_tokens") }
        /// True to stream the answer. Default: true.
        public var stream: Bool? { read("stream") }
    }

    /// Creates a video from a prompt, and images to start from.
    ///
    /// Sent as JSON, or as a form if there are images.
    public struct CreateVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, model: String? = nil, inputReference: [FileInput]? = nil, size: String? = nil, n: Int? = nil, watermark: Bool? = nil, duration: Int? = nil, seconds: Int? = nil, hd: Bool? = nil, `private`: Bool? = nil, style: Style? = nil, storyboard: Bool? = nil, characterUrl: String? = nil, characterTimestamps: String? = nil, characterCreate: Bool? = nil, characterFromTask: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("input_reference", inputReference)
            given.add("size", size)
            given.add("n", n)
            given.add("watermark", watermark)
            given.add("duration", duration)
            given.add("seconds", seconds)
            given.add("hd", hd)
            given.add("private", `private`)
            given.add("style", style)
            given.add("storyboard", storyboard)
            given.add("character_url", characterUrl)
            given.add("character_timestamps", characterTimestamps)
            given.add("character_create", characterCreate)
            given.add("character_from_task", characterFromTask)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the video.
        public var prompt: String { read("prompt") }
        /// The model, with its parameters after dashes.
        public var model: String? { read("model") }
        /// Images to start from.
        public var inputReference: [FileInput]? { read("input_reference") }
        /// `widthxheight`. Wider than high is landscape, higher than wide portrait;
        /// the numbers do not matter otherwise.
        public var size: String? { read("size") }
        /// The number of variants to make, from 1 to 4. Default: 1.
        public var n: Int? { read("n") }
        /// True to keep the watermark. Default: false. For your own works only.
        public var watermark: Bool? { read("watermark") }
        /// The length in seconds: 10, 15 or 25. Default: 10.
        public var duration: Int? { read("duration") }
        /// Another name for `duration`.
        public var seconds: Int? { read("seconds") }
        /// High definition: with `sora_video2-pro` alone, and not at 25 s. Default: false.
        public var hd: Bool? { read("hd") }
        /// True to keep the video unpublished; it cannot be remixed then. Default: false.
        public var `private`: Bool? { read("private") }
        /// The style; of `sora_video2` alone.
        public var style: Style? { read("style") }
        /// True if the prompt describes shots. Default: false.
        public var storyboard: Bool? { read("storyboard") }
        /// A video to make a character from: its address, or base64. It must show no
        /// real person.
        public var characterUrl: String? { read("character_url") }
        /// The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
        /// apart. Default: `0,3`.
        public var characterTimestamps: String? { read("character_timestamps") }
        /// True to make a character from the finished video. Default: false.
        public var characterCreate: Bool? { read("character_create") }
        /// A finished job to make a character from.
        public var characterFromTask: String? { read("character_from_task") }
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

    /// Makes images from other images. It answers when they are done.
    public struct EditImages: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, image: [FileInput]? = nil, model: String? = nil, size: String? = nil, n: Int? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("image", image)
            given.add("model", model)
            given.add("size", size)
            given.add("n", n)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the changes.
        public var prompt: String { read("prompt") }
        /// The images to start from, one at least.
        public var image: [FileInput]? { read("image") }
        /// The model.
        public var model: String? { read("model") }
        /// `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
        public var size: String? { read("size") }
        /// The number of variants to make, from 1 to 4. Default: 1.
        public var n: Int? { read("n") }
    }

    /// Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The mirror must
    /// have unlocked it for the license.
    public struct GenerateContent: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(model: String? = nil, contents: [GoogleContent], method: GenerateMethod? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("model", model)
            given.add("contents", contents)
            given.add("method", method)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The model, with its parameters after dashes.
        public var model: String? { read("model") }
        /// The messages.
        public var contents: [GoogleContent] { read("contents") }
        /// The method, which streams the answer or returns it at once. Default:
        /// `streamGenerateContent`.
        public var method: GenerateMethod? { read("method") }
    }

    /// Makes images from a prompt. It answers when they are done.
    public struct GenerateImages: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, model: String? = nil, size: String? = nil, n: Int? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("size", size)
            given.add("n", n)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The text that describes the image.
        public var prompt: String { read("prompt") }
        /// The model.
        public var model: String? { read("model") }
        /// `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3.
        public var size: String? { read("size") }
        /// The number of variants to make, from 1 to 4. Default: 1.
        public var n: Int? { read("n") }
    }

    /// A method of Google's form, which streams the answer or returns it at once.
    public enum GenerateMethod: String, Word, CaseIterable {
        /// Piece by piece.
        case streamGenerateContent = "streamGenerateContent"
        /// At once.
        case generateContent = "generateContent"
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

    /// Fetches a finished video's file.
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

    /// A message of Google's form.
    public struct GoogleContent: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(role: String? = nil, parts: [[String: Json]]) {
            var given = Fields()
            given.add("role", role)
            given.add("parts", parts)
            self.init(json: given.json)
        }
        /// The role of the speaker: `user` or `model`.
        public var role: String? { read("role") }
        /// The content: `{"text": …}`, or `{"inlineData": {"mimeType": …, "data": …}}`.
        public var parts: [[String: Json]] { read("parts") }
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

    /// Makes a new version of a video, with a character from a video, from a job, or
    /// made from the result.
    ///
    /// A video that was made with `private` cannot be remixed.
    public struct RemixVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(videoId: String, prompt: String, model: String? = nil, size: String? = nil, n: Int? = nil, watermark: Bool? = nil, duration: Int? = nil, seconds: Int? = nil, hd: Bool? = nil, `private`: Bool? = nil, style: Style? = nil, storyboard: Bool? = nil, characterUrl: String? = nil, characterTimestamps: String? = nil, characterCreate: Bool? = nil, characterFromTask: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("video_id", videoId)
            given.add("prompt", prompt)
            given.add("model", model)
            given.add("size", size)
            given.add("n", n)
            given.add("watermark", watermark)
            given.add("duration", duration)
            given.add("seconds", seconds)
            given.add("hd", hd)
            given.add("private", `private`)
            given.add("style", style)
            given.add("storyboard", storyboard)
            given.add("character_url", characterUrl)
            given.add("character_timestamps", characterTimestamps)
            given.add("character_create", characterCreate)
            given.add("character_from_task", characterFromTask)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The video's id.
        public var videoId: String { read("video_id") }
        /// The text that describes the new version.
        public var prompt: String { read("prompt") }
        /// The model, with its parameters after dashes.
        public var model: String? { read("model") }
        /// `widthxheight`. Wider than high is landscape, higher than wide portrait;
        /// the numbers do not matter otherwise.
        public var size: String? { read("size") }
        /// The number of variants to make, from 1 to 4. Default: 1.
        public var n: Int? { read("n") }
        /// True to keep the watermark. Default: false. For your own works only.
        public var watermark: Bool? { read("watermark") }
        /// The length in seconds: 10, 15 or 25. Default: 10.
        public var duration: Int? { read("duration") }
        /// Another name for `duration`.
        public var seconds: Int? { read("seconds") }
        /// High definition: with `sora_video2-pro` alone, and not at 25 s. Default: false.
        public var hd: Bool? { read("hd") }
        /// True to keep the video unpublished; it cannot be remixed then. Default: false.
        public var `private`: Bool? { read("private") }
        /// The style; of `sora_video2` alone.
        public var style: Style? { read("style") }
        /// True if the prompt describes shots. Default: false.
        public var storyboard: Bool? { read("storyboard") }
        /// A video to make a character from: its address, or base64. It must show no
        /// real person.
        public var characterUrl: String? { read("character_url") }
        /// The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
        /// apart. Default: `0,3`.
        public var characterTimestamps: String? { read("character_timestamps") }
        /// True to make a character from the finished video. Default: false.
        public var characterCreate: Bool? { read("character_create") }
        /// A finished job to make a character from.
        public var characterFromTask: String? { read("character_from_task") }
    }

    /// The styles of `docs/wire/mirror.md` §6.
    public enum Style: String, Word, CaseIterable {
        /// The styles of `docs/wire/mirror.md` §6.
        case thanksgiving = "thanksgiving"
        /// The styles of `docs/wire/mirror.md` §6.
        case comic = "comic"
        /// The styles of `docs/wire/mirror.md` §6.
        case news = "news"
        /// The styles of `docs/wire/mirror.md` §6.
        case selfie = "selfie"
        /// The styles of `docs/wire/mirror.md` §6.
        case nostalgic = "nostalgic"
        /// The styles of `docs/wire/mirror.md` §6.
        case anime = "anime"
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

/// `mirror.chat`.
public struct MirrorChat: Sendable {
    let client: Client

    /// Makes an image or a video in a chat. Images to start from go into the
    /// message, as addresses or data URLs.
    ///
    /// `POST /v1/chat/completions`
    public func completions(_ request: Mirror.CompleteChat) async throws -> Mirror.ChatCompletion {
        read(try await client.call("mirror.chat.completions", request.json))
    }

    /// As `completions`, piece by piece. Leaving the loop ends it.
    public func stream(_ request: Mirror.CompleteChat) throws -> Pieces<Mirror.ChatChunk> {
        try client.pieces("mirror.chat.completions", request.json)
    }
}

/// `mirror.messages`.
public struct MirrorMessages: Sendable {
    let client: Client

    /// Makes an image or a video in a chat of Anthropic's form. The mirror must have unlocked it for
    /// the license.
    ///
    /// `POST /v1/messages`
    public func create(_ request: Mirror.CreateMessage) async throws -> Mirror.ChatCompletion {
        read(try await client.call("mirror.messages.create", request.json))
    }

    /// As `create`, piece by piece. Leaving the loop ends it.
    public func stream(_ request: Mirror.CreateMessage) throws -> Pieces<Mirror.ChatChunk> {
        try client.pieces("mirror.messages.create", request.json)
    }
}

/// `mirror.beta_models`.
public struct MirrorBetaModels: Sendable {
    let client: Client

    /// Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The mirror must
    /// have unlocked it for the license.
    ///
    /// `POST /v1beta/models/{model}:{method}`
    public func generate(_ request: Mirror.GenerateContent) async throws -> Mirror.ChatCompletion {
        read(try await client.call("mirror.beta_models.generate", request.json))
    }

    /// As `generate`, piece by piece. Leaving the loop ends it.
    public func stream(_ request: Mirror.GenerateContent) throws -> Pieces<Mirror.ChatChunk> {
        try client.pieces("mirror.beta_models.generate", request.json)
    }
}

/// `mirror.images`.
public struct MirrorImages: Sendable {
    let client: Client

    /// Makes images from a prompt. It answers when they are done.
    ///
    /// `POST /v1/images/generations`
    public func generate(_ request: Mirror.GenerateImages) async throws -> Mirror.GeneratedImages {
        read(try await client.call("mirror.images.generate", request.json))
    }

    /// Makes images from other images. It answers when they are done.
    ///
    /// `POST /v1/images/edits`
    public func edit(_ request: Mirror.EditImages) async throws -> Mirror.GeneratedImages {
        read(try await client.call("mirror.images.edit", request.json))
    }
}

/// `mirror.videos`.
public struct MirrorVideos: Sendable {
    let client: Client

    /// Creates a video from a prompt, and images to start from.
    ///
    /// Sent as JSON, or as a form if there are images.
    ///
    /// `POST /v1/videos`
    public func create(_ request: Mirror.CreateVideo) async throws -> Mirror.VideoJob {
        read(try await client.call("mirror.videos.create", request.json))
    }

    /// Reads the state of a video.
    ///
    /// `GET /v1/videos/{video_id}`
    public func get(_ request: Mirror.GetVideo) async throws -> Mirror.VideoJob {
        read(try await client.call("mirror.videos.get", request.json))
    }

    /// Fetches a finished video's file.
    ///
    /// `GET /v1/videos/{video_id}/content`
    public func content(_ request: Mirror.GetContent) async throws -> Mirror.Content {
        read(try await client.call("mirror.videos.content", request.json))
    }

    /// As `content`, as a stream of bytes, however long the file is.
    public func stream(_ request: Mirror.GetContent) async throws -> FileStream {
        try await client.content("mirror.videos.content", request.json)
    }

    /// Makes a new version of a video, with a character from a video, from a job, or
    /// made from the result.
    ///
    /// A video that was made with `private` cannot be remixed.
    ///
    /// `POST /v1/videos/{video_id}/remix`
    public func remix(_ request: Mirror.RemixVideo) async throws -> Mirror.VideoJob {
        read(try await client.call("mirror.videos.remix", request.json))
    }
}

/// `mirror.characters`.
public struct MirrorCharacters: Sendable {
    let client: Client

    /// Makes a character from a stretch of a video that shows no real person.
    ///
    /// `POST /v1/characters`
    public func create(_ request: Mirror.CreateCharacter = .init()) async throws -> Mirror.CreatedCharacter {
        read(try await client.call("mirror.characters.create", request.json))
    }
}

/// The operations of the dialect `mirror`, one method an endpoint.
public struct MirrorOperations: Sendable {
    let client: Client
    /// `mirror.chat`.
    public var chat: MirrorChat { MirrorChat(client: client) }
    /// `mirror.messages`.
    public var messages: MirrorMessages { MirrorMessages(client: client) }
    /// `mirror.beta_models`.
    public var betaModels: MirrorBetaModels { MirrorBetaModels(client: client) }
    /// `mirror.images`.
    public var images: MirrorImages { MirrorImages(client: client) }
    /// `mirror.videos`.
    public var videos: MirrorVideos { MirrorVideos(client: client) }
    /// `mirror.characters`.
    public var characters: MirrorCharacters { MirrorCharacters(client: client) }
}
