// Made from the catalogue by `cargo xtask gen`. Do not edit.

@file:Suppress("unused")

package dev.sorakit.mirror

import dev.sorakit.*
import kotlinx.coroutines.flow.Flow

/** The content of a message. */
class AnthropicContent(json: Json) : Union(json) {
    constructor(value: String) : this(Json.of(value))

    constructor(value: List<Map<String, Json>>) : this(Json.of(value))

}

private fun asAnthropicContent(json: Json) = AnthropicContent(json)

/** A message of Anthropic's form. */
class AnthropicMessage(json: Json.Object) : Record(json) {
    constructor(role: String? = null, content: AnthropicContent) : this(fields("role" to role, "content" to content))

    /** The role of the speaker: `user` or `assistant`. */
    val role: String? get() = json.readOrNull("role", Json::asText)
    /** The content. */
    val content: AnthropicContent get() = json.read("content", ::asAnthropicContent)
}

private fun asAnthropicMessage(json: Json) = AnthropicMessage(json.asObject())

/** The message of an answer. */
class ChatAnswer(json: Json.Object) : Record(json) {
    /** `assistant`. */
    val role: String? get() = json.readOrNull("role", Json::asText)
    /** The text. */
    val content: String? get() = json.readOrNull("content", Json::asText)
    /** The last known progress of the generation. */
    val reasoningContent: Reasoning? get() = json.readOrNull("reasoning_content", ::asReasoning)
}

private fun asChatAnswer(json: Json) = ChatAnswer(json.asObject())

/** One of the answers. */
class ChatChoice(json: Json.Object) : Record(json) {
    /** The index, from 0. */
    val index: Long? get() = json.readOrNull("index", Json::asInteger)
    /** The message. */
    val message: ChatAnswer? get() = json.readOrNull("message", ::asChatAnswer)
    /** The reason that it ends, in lower case, such as `stop`. */
    val finishReason: String? get() = json.readOrNull("finish_reason", Json::asText)
}

private fun asChatChoice(json: Json) = ChatChoice(json.asObject())

/** A piece of an answer (`chat.completion.chunk`). */
class ChatChunk(json: Json.Object) : Record(json) {
    /** The answer's id. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The time it was created. */
    val created: Double? get() = json.readOrNull("created", Json::asNumber)
    /** The model; gateways write `sora` whatever was requested. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The new parts, usually one. */
    val choices: List<ChunkChoice> get() = json.read("choices", listed(::asChunkChoice))
}

private fun asChatChunk(json: Json) = ChatChunk(json.asObject())

/** An answer (`chat.completion`). */
class ChatCompletion(json: Json.Object) : Record(json) {
    /** The answer's id. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The time it was created. */
    val created: Double? get() = json.readOrNull("created", Json::asNumber)
    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The answers, usually one. */
    val choices: List<ChatChoice> get() = json.read("choices", listed(::asChatChoice))
}

private fun asChatCompletion(json: Json) = ChatCompletion(json.asObject())

/** The content of a message. */
class ChatContent(json: Json) : Union(json) {
    constructor(value: String) : this(Json.of(value))

    constructor(value: List<ChatPart>) : this(Json.of(value))

}

private fun asChatContent(json: Json) = ChatContent(json)

/** The new part of an answer. Every field may be `null`. */
class ChatDelta(json: Json.Object) : Record(json) {
    /** `assistant`. */
    val role: String? get() = json.readOrNull("role", Json::asText)
    /** Text of the answer. */
    val content: String? get() = json.readOrNull("content", Json::asText)
    /** The progress of the generation. */
    val reasoningContent: Reasoning? get() = json.readOrNull("reasoning_content", ::asReasoning)
}

private fun asChatDelta(json: Json) = ChatDelta(json.asObject())

/** A message of a chat. */
class ChatMessage(json: Json.Object) : Record(json) {
    constructor(role: String? = null, content: ChatContent) : this(fields("role" to role, "content" to content))

    /** The role of the speaker: `user`, `system` or `assistant`. */
    val role: String? get() = json.readOrNull("role", Json::asText)
    /** The content. */
    val content: ChatContent get() = json.read("content", ::asChatContent)
}

private fun asChatMessage(json: Json) = ChatMessage(json.asObject())

/** A part of a message. */
class ChatPart(json: Json) : Union(json) {
    val type: String? get() = json.readOrNull("type", Json::asText)
    /** The text. */
    val text: String? get() = json.readOrNull("text", Json::asText)
    /** The location of the image. */
    val imageUrl: ChatUrl? get() = json.readOrNull("image_url", ::asChatUrl)
    /** The location of the video. */
    val videoUrl: ChatUrl? get() = json.readOrNull("video_url", ::asChatUrl)

    companion object {
        /** Text. */
        fun text(text: String) = ChatPart(fields("type" to "text", "text" to text))
        /** An image. */
        fun imageUrl(imageUrl: ChatUrl) = ChatPart(fields("type" to "image_url", "image_url" to imageUrl))
        /** A video. */
        fun videoUrl(videoUrl: ChatUrl) = ChatPart(fields("type" to "video_url", "video_url" to videoUrl))
    }
}

private fun asChatPart(json: Json) = ChatPart(json)

/** The location of an image or video. */
class ChatUrl(json: Json.Object) : Record(json) {
    constructor(url: String) : this(fields("url" to url))

    /** `https://…` or `data:<type>;base64,…`. */
    val url: String get() = json.read("url", Json::asText)
}

private fun asChatUrl(json: Json) = ChatUrl(json.asObject())

/** The new part of one choice. */
class ChunkChoice(json: Json.Object) : Record(json) {
    /** The index of the choice, from 0. */
    val index: Long? get() = json.readOrNull("index", Json::asInteger)
    /** The new part. */
    val delta: ChatDelta? get() = json.readOrNull("delta", ::asChatDelta)
    /** The reason for the answer's end, in lower case, such as `stop`; absent until then. */
    val finishReason: String? get() = json.readOrNull("finish_reason", Json::asText)
}

private fun asChunkChoice(json: Json) = ChunkChoice(json.asObject())

/**
 * Makes an image or a video in a chat. Images to start from go into the
 * message, as addresses or data URLs.
 */
class CompleteChat(json: Json.Object) : Record(json) {
    constructor(messages: List<ChatMessage>, model: String? = null, stream: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("messages" to messages, "model" to model, "stream" to stream).with(extra))

    /** The messages. */
    val messages: List<ChatMessage> get() = json.read("messages", listed(::asChatMessage))
    /** The model, with its parameters after dashes. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** True to stream the answer, as the document shows it. Default: true. */
    val stream: Boolean? get() = json.readOrNull("stream", Json::asBool)
}

private fun asCompleteChat(json: Json) = CompleteChat(json.asObject())

/**
 * The answer of a `/content` endpoint: the file's bytes, or its address (`docs/wire/openai.md`
 * §4). Whole in memory and at most 32 MiB; a file that may be longer is
 * opened as a stream, or
 * downloaded, which also resumes and checks.
 */
class Content(json: Json.Object) : Record(json) {
    /** The MIME type, by content. */
    val contentType: String? get() = json.readOrNull("content_type", Json::asText)
    /** The bytes, in JSON as base64; absent when the server answered an address. */
    val data: ByteArray? get() = json.readOrNull("data", Json::asBytes)
    /** The address of the file, if the server answered with one. */
    val url: String? get() = json.readOrNull("url", Json::asText)
}

private fun asContent(json: Json) = Content(json.asObject())

/** Makes a character from a stretch of a video that shows no real person. */
class CreateCharacter(json: Json.Object) : Record(json) {
    constructor(url: String? = null, fromTask: String? = null, timestamps: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("url" to url, "from_task" to fromTask, "timestamps" to timestamps).with(extra))

    /** The video: its address, or base64. This or `from_task`. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The finished job whose video it is. This or `url`. */
    val fromTask: String? get() = json.readOrNull("from_task", Json::asText)
    /**
     * The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
     * apart. Default: `0,3`.
     */
    val timestamps: String? get() = json.readOrNull("timestamps", Json::asText)
}

private fun asCreateCharacter(json: Json) = CreateCharacter(json.asObject())

/**
 * Makes an image or a video in a chat of Anthropic's form. The mirror must have unlocked it for
 * the license.
 */
class CreateMessage(json: Json.Object) : Record(json) {
    constructor(messages: List<AnthropicMessage>, model: String? = null, maxTokens: Long? = null, stream: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("messages" to messages, "model" to model, "max_tokens" to maxTokens, "stream" to stream).with(extra))

    /** The messages. */
    val messages: List<AnthropicMessage> get() = json.read("messages", listed(::asAnthropicMessage))
    /** The model, with its parameters after dashes. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The longest answer, in tokens. Anthropic's form requires it. Default: 4096. */
    val maxTokens: Long? get() = json.readOrNull("max_tokens", Json::asInteger)
    /** True to stream the answer. Default: true. */
    val stream: Boolean? get() = json.readOrNull("stream", Json::asBool)
}

private fun asCreateMessage(json: Json) = CreateMessage(json.asObject())

/**
 * Creates a video from a prompt, and images to start from.
 *
 * Sent as JSON, or as a form if there are images.
 */
class CreateVideo(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, inputReference: List<FileInput>? = null, size: String? = null, n: Long? = null, watermark: Boolean? = null, duration: Long? = null, seconds: Long? = null, hd: Boolean? = null, private: Boolean? = null, style: Style? = null, storyboard: Boolean? = null, characterUrl: String? = null, characterTimestamps: String? = null, characterCreate: Boolean? = null, characterFromTask: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "model" to model, "input_reference" to inputReference, "size" to size, "n" to n, "watermark" to watermark, "duration" to duration, "seconds" to seconds, "hd" to hd, "private" to private, "style" to style, "storyboard" to storyboard, "character_url" to characterUrl, "character_timestamps" to characterTimestamps, "character_create" to characterCreate, "character_from_task" to characterFromTask).with(extra))

    /** The text that describes the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model, with its parameters after dashes. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** Images to start from. */
    val inputReference: List<FileInput>? get() = json.readOrNull("input_reference", listed(::FileInput))
    /**
     * `widthxheight`. Wider than high is landscape, higher than wide portrait;
     * the numbers do not matter otherwise.
     */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The number of variants to make, from 1 to 4. Default: 1. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** True to keep the watermark. Default: false. For your own works only. */
    val watermark: Boolean? get() = json.readOrNull("watermark", Json::asBool)
    /** The length in seconds: 10, 15 or 25. Default: 10. */
    val duration: Long? get() = json.readOrNull("duration", Json::asInteger)
    /** Another name for `duration`. */
    val seconds: Long? get() = json.readOrNull("seconds", Json::asInteger)
    /** High definition: with `sora_video2-pro` alone, and not at 25 s. Default: false. */
    val hd: Boolean? get() = json.readOrNull("hd", Json::asBool)
    /** True to keep the video unpublished; it cannot be remixed then. Default: false. */
    val private: Boolean? get() = json.readOrNull("private", Json::asBool)
    /** The style; of `sora_video2` alone. */
    val style: Style? get() = json.readOrNull("style", ::asStyle)
    /** True if the prompt describes shots. Default: false. */
    val storyboard: Boolean? get() = json.readOrNull("storyboard", Json::asBool)
    /**
     * A video to make a character from: its address, or base64. It must show no
     * real person.
     */
    val characterUrl: String? get() = json.readOrNull("character_url", Json::asText)
    /**
     * The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
     * apart. Default: `0,3`.
     */
    val characterTimestamps: String? get() = json.readOrNull("character_timestamps", Json::asText)
    /** True to make a character from the finished video. Default: false. */
    val characterCreate: Boolean? get() = json.readOrNull("character_create", Json::asBool)
    /** A finished job to make a character from. */
    val characterFromTask: String? get() = json.readOrNull("character_from_task", Json::asText)
}

private fun asCreateVideo(json: Json) = CreateVideo(json.asObject())

/** A character that was made. */
class CreatedCharacter(json: Json.Object) : Record(json) {
    /** The character's id. */
    val id: String get() = json.read("id", Json::asText)
    /** The user name by which prompts refer to it, after `@`. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The address of the character's page. */
    val permalink: String? get() = json.readOrNull("permalink", Json::asText)
    /** The address of the character's picture. */
    val profilePictureUrl: String? get() = json.readOrNull("profile_picture_url", Json::asText)
}

private fun asCreatedCharacter(json: Json) = CreatedCharacter(json.asObject())

/** Makes images from other images. It answers when they are done. */
class EditImages(json: Json.Object) : Record(json) {
    constructor(prompt: String, image: List<FileInput>? = null, model: String? = null, size: String? = null, n: Long? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "image" to image, "model" to model, "size" to size, "n" to n).with(extra))

    /** The text that describes the changes. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The images to start from, one at least. */
    val image: List<FileInput>? get() = json.readOrNull("image", listed(::FileInput))
    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The number of variants to make, from 1 to 4. Default: 1. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
}

private fun asEditImages(json: Json) = EditImages(json.asObject())

/**
 * Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The mirror must
 * have unlocked it for the license.
 */
class GenerateContent(json: Json.Object) : Record(json) {
    constructor(model: String? = null, contents: List<GoogleContent>, method: GenerateMethod? = null, extra: Map<String, Json> = emptyMap()) : this(fields("model" to model, "contents" to contents, "method" to method).with(extra))

    /** The model, with its parameters after dashes. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The messages. */
    val contents: List<GoogleContent> get() = json.read("contents", listed(::asGoogleContent))
    /**
     * The method, which streams the answer or returns it at once. Default:
     * `streamGenerateContent`.
     */
    val method: GenerateMethod? get() = json.readOrNull("method", ::asGenerateMethod)
}

private fun asGenerateContent(json: Json) = GenerateContent(json.asObject())

/** Makes images from a prompt. It answers when they are done. */
class GenerateImages(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, size: String? = null, n: Long? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "model" to model, "size" to size, "n" to n).with(extra))

    /** The text that describes the image. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The number of variants to make, from 1 to 4. Default: 1. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
}

private fun asGenerateImages(json: Json) = GenerateImages(json.asObject())

/** A method of Google's form, which streams the answer or returns it at once. */
enum class GenerateMethod(override val word: String) : Word {
    /** Piece by piece. */
    STREAM_GENERATE_CONTENT("streamGenerateContent"),
    /** At once. */
    GENERATE_CONTENT("generateContent"),
}

private fun asGenerateMethod(json: Json) = json.asWord(GenerateMethod.entries)

/** An image that was made: its address, or its bytes. */
class GeneratedImage(json: Json.Object) : Record(json) {
    /** The address. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The bytes, in base64. */
    val b64Json: String? get() = json.readOrNull("b64_json", Json::asText)
    /** The prompt that the image was made with. */
    val revisedPrompt: String? get() = json.readOrNull("revised_prompt", Json::asText)
}

private fun asGeneratedImage(json: Json) = GeneratedImage(json.asObject())

/** The images that were made. */
class GeneratedImages(json: Json.Object) : Record(json) {
    /** The time of creation. */
    val created: Double? get() = json.readOrNull("created", Json::asNumber)
    /** The images. */
    val data: List<GeneratedImage> get() = json.read("data", listed(::asGeneratedImage))
}

private fun asGeneratedImages(json: Json) = GeneratedImages(json.asObject())

/** Fetches a finished video's file. */
class GetContent(json: Json.Object) : Record(json) {
    constructor(videoId: String) : this(fields("video_id" to videoId))

    /** The video's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
}

private fun asGetContent(json: Json) = GetContent(json.asObject())

/** Reads the state of a video. */
class GetVideo(json: Json.Object) : Record(json) {
    constructor(videoId: String) : this(fields("video_id" to videoId))

    /** The video's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
}

private fun asGetVideo(json: Json) = GetVideo(json.asObject())

/** A message of Google's form. */
class GoogleContent(json: Json.Object) : Record(json) {
    constructor(role: String? = null, parts: List<Map<String, Json>>) : this(fields("role" to role, "parts" to parts))

    /** The role of the speaker: `user` or `model`. */
    val role: String? get() = json.readOrNull("role", Json::asText)
    /** The content: `{"text": …}`, or `{"inlineData": {"mimeType": …, "data": …}}`. */
    val parts: List<Map<String, Json>> get() = json.read("parts", listed(mapped(Json::itself)))
}

private fun asGoogleContent(json: Json) = GoogleContent(json.asObject())

/** The progress of a generation, in whichever form the gateway writes it. */
class Reasoning(json: Json) : Union(json) {
    constructor(value: String) : this(Json.of(value))

    constructor(value: ReasoningProgress) : this(Json.of(value))

}

private fun asReasoning(json: Json) = Reasoning(json)

/** The progress of a generation, as an object. */
class ReasoningProgress(json: Json.Object) : Record(json) {
    /** The stage, such as `generation`. */
    val stage: String? get() = json.readOrNull("stage", Json::asText)
    /** The status, such as `processing`. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** The progress in percent, from 0 to 100. */
    val progress: Double? get() = json.readOrNull("progress", Json::asNumber)
    /** A sentence. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asReasoningProgress(json: Json) = ReasoningProgress(json.asObject())

/**
 * Makes a new version of a video, with a character from a video, from a job, or
 * made from the result.
 *
 * A video that was made with `private` cannot be remixed.
 */
class RemixVideo(json: Json.Object) : Record(json) {
    constructor(videoId: String, prompt: String, model: String? = null, size: String? = null, n: Long? = null, watermark: Boolean? = null, duration: Long? = null, seconds: Long? = null, hd: Boolean? = null, private: Boolean? = null, style: Style? = null, storyboard: Boolean? = null, characterUrl: String? = null, characterTimestamps: String? = null, characterCreate: Boolean? = null, characterFromTask: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("video_id" to videoId, "prompt" to prompt, "model" to model, "size" to size, "n" to n, "watermark" to watermark, "duration" to duration, "seconds" to seconds, "hd" to hd, "private" to private, "style" to style, "storyboard" to storyboard, "character_url" to characterUrl, "character_timestamps" to characterTimestamps, "character_create" to characterCreate, "character_from_task" to characterFromTask).with(extra))

    /** The video's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
    /** The text that describes the new version. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model, with its parameters after dashes. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /**
     * `widthxheight`. Wider than high is landscape, higher than wide portrait;
     * the numbers do not matter otherwise.
     */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The number of variants to make, from 1 to 4. Default: 1. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** True to keep the watermark. Default: false. For your own works only. */
    val watermark: Boolean? get() = json.readOrNull("watermark", Json::asBool)
    /** The length in seconds: 10, 15 or 25. Default: 10. */
    val duration: Long? get() = json.readOrNull("duration", Json::asInteger)
    /** Another name for `duration`. */
    val seconds: Long? get() = json.readOrNull("seconds", Json::asInteger)
    /** High definition: with `sora_video2-pro` alone, and not at 25 s. Default: false. */
    val hd: Boolean? get() = json.readOrNull("hd", Json::asBool)
    /** True to keep the video unpublished; it cannot be remixed then. Default: false. */
    val private: Boolean? get() = json.readOrNull("private", Json::asBool)
    /** The style; of `sora_video2` alone. */
    val style: Style? get() = json.readOrNull("style", ::asStyle)
    /** True if the prompt describes shots. Default: false. */
    val storyboard: Boolean? get() = json.readOrNull("storyboard", Json::asBool)
    /**
     * A video to make a character from: its address, or base64. It must show no
     * real person.
     */
    val characterUrl: String? get() = json.readOrNull("character_url", Json::asText)
    /**
     * The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
     * apart. Default: `0,3`.
     */
    val characterTimestamps: String? get() = json.readOrNull("character_timestamps", Json::asText)
    /** True to make a character from the finished video. Default: false. */
    val characterCreate: Boolean? get() = json.readOrNull("character_create", Json::asBool)
    /** A finished job to make a character from. */
    val characterFromTask: String? get() = json.readOrNull("character_from_task", Json::asText)
}

private fun asRemixVideo(json: Json) = RemixVideo(json.asObject())

/** The styles of `docs/wire/mirror.md` §6. */
enum class Style(override val word: String) : Word {
    /** The styles of `docs/wire/mirror.md` §6. */
    THANKSGIVING("thanksgiving"),
    /** The styles of `docs/wire/mirror.md` §6. */
    COMIC("comic"),
    /** The styles of `docs/wire/mirror.md` §6. */
    NEWS("news"),
    /** The styles of `docs/wire/mirror.md` §6. */
    SELFIE("selfie"),
    /** The styles of `docs/wire/mirror.md` §6. */
    NOSTALGIC("nostalgic"),
    /** The styles of `docs/wire/mirror.md` §6. */
    ANIME("anime"),
}

private fun asStyle(json: Json) = json.asWord(Style.entries)

/** The reason for the failure of a job. */
class VideoError(json: Json.Object) : Record(json) {
    /** The server's code, as text. */
    val code: String? get() = json.readOrNull("code", Json::asText)
    /** The server's reason. */
    val message: String? get() = json.readOrNull("message", Json::asText)
}

private fun asVideoError(json: Json) = VideoError(json.asObject())

/**
 * A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
 *
 * The fields here are read from whichever key a server uses for them; what the
 * server said under other keys stays in `extra` as well.
 */
class VideoJob(json: Json.Object) : Record(json) {
    /** The job's id, under whichever key a server has it. Opaque. */
    val id: String get() = json.read("id", Json::asText)
    /** The object's type, such as `video`. */
    val `object`: String? get() = json.readOrNull("object", Json::asText)
    /** The server's word for the job's state. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** Progress in percent, as a number or as text on the wire. */
    val progress: Double? get() = json.readOrNull("progress", Json::asNumber)
    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The prompt. */
    val prompt: String? get() = json.readOrNull("prompt", Json::asText)
    /**
     * The size, such as `1280x720`. Some gateways write the file's length in
     * bytes here once it is done.
     */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The length in seconds: what was made, else what was asked for. */
    val seconds: Double? get() = json.readOrNull("seconds", Json::asNumber)
    /** The time of creation: `created_at`, `submit_time` or `created`. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The time of the start: `started_at` or `start_time`. */
    val startedAt: Double? get() = json.readOrNull("started_at", Json::asNumber)
    /** The time of the end: `completed_at` or `finish_time`. */
    val completedAt: Double? get() = json.readOrNull("completed_at", Json::asNumber)
    /** The time until which the files can be fetched. */
    val expiresAt: Double? get() = json.readOrNull("expires_at", Json::asNumber)
    /** The address of the video, from whichever key holds it. */
    val videoUrl: String? get() = json.readOrNull("video_url", Json::asText)
    /**
     * The addresses of all variants, if there are several; `video_url` is the first. An empty one
     * is fetched by its number.
     */
    val videoUrls: List<String> get() = json.read("video_urls", listed(Json::asText))
    /** A still of the video. */
    val thumbnailUrl: String? get() = json.readOrNull("thumbnail_url", Json::asText)
    /** The video that this one is a new version of. */
    val remixedFromVideoId: String? get() = json.readOrNull("remixed_from_video_id", Json::asText)
    /** The reason for the failure, wherever the server states it. */
    val error: VideoError? get() = json.readOrNull("error", ::asVideoError)
}

private fun asVideoJob(json: Json) = VideoJob(json.asObject())

/** `mirror.chat`. */
class MirrorChat internal constructor(private val client: Client) {
    /**
     * Makes an image or a video in a chat. Images to start from go into the
     * message, as addresses or data URLs.
     *
     * `POST /v1/chat/completions`
     */
    suspend fun completions(request: CompleteChat): ChatCompletion = client.call("mirror.chat.completions", request.json).let(::asChatCompletion)

    /** As `completions`, piece by piece. Leaving the flow ends it. */
    fun stream(request: CompleteChat): Flow<ChatChunk> = client.pieces("mirror.chat.completions", request.json, ::asChatChunk)
}

/** `mirror.messages`. */
class MirrorMessages internal constructor(private val client: Client) {
    /**
     * Makes an image or a video in a chat of Anthropic's form. The mirror must have unlocked it for
     * the license.
     *
     * `POST /v1/messages`
     */
    suspend fun create(request: CreateMessage): ChatCompletion = client.call("mirror.messages.create", request.json).let(::asChatCompletion)

    /** As `create`, piece by piece. Leaving the flow ends it. */
    fun stream(request: CreateMessage): Flow<ChatChunk> = client.pieces("mirror.messages.create", request.json, ::asChatChunk)
}

/** `mirror.beta_models`. */
class MirrorBetaModels internal constructor(private val client: Client) {
    /**
     * Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The mirror must
     * have unlocked it for the license.
     *
     * `POST /v1beta/models/{model}:{method}`
     */
    suspend fun generate(request: GenerateContent): ChatCompletion = client.call("mirror.beta_models.generate", request.json).let(::asChatCompletion)

    /** As `generate`, piece by piece. Leaving the flow ends it. */
    fun stream(request: GenerateContent): Flow<ChatChunk> = client.pieces("mirror.beta_models.generate", request.json, ::asChatChunk)
}

/** `mirror.images`. */
class MirrorImages internal constructor(private val client: Client) {
    /**
     * Makes images from a prompt. It answers when they are done.
     *
     * `POST /v1/images/generations`
     */
    suspend fun generate(request: GenerateImages): GeneratedImages = client.call("mirror.images.generate", request.json).let(::asGeneratedImages)
    /**
     * Makes images from other images. It answers when they are done.
     *
     * `POST /v1/images/edits`
     */
    suspend fun edit(request: EditImages): GeneratedImages = client.call("mirror.images.edit", request.json).let(::asGeneratedImages)
}

/** `mirror.videos`. */
class MirrorVideos internal constructor(private val client: Client) {
    /**
     * Creates a video from a prompt, and images to start from.
     *
     * Sent as JSON, or as a form if there are images.
     *
     * `POST /v1/videos`
     */
    suspend fun create(request: CreateVideo): VideoJob = client.call("mirror.videos.create", request.json).let(::asVideoJob)
    /**
     * Reads the state of a video.
     *
     * `GET /v1/videos/{video_id}`
     */
    suspend fun get(request: GetVideo): VideoJob = client.call("mirror.videos.get", request.json).let(::asVideoJob)
    /**
     * Fetches a finished video's file.
     *
     * `GET /v1/videos/{video_id}/content`
     */
    suspend fun content(request: GetContent): Content = client.call("mirror.videos.content", request.json).let(::asContent)

    /** As `content`, as a stream of bytes, however long the file is. */
    suspend fun stream(request: GetContent): FileStream = client.content("mirror.videos.content", request.json)
    /**
     * Makes a new version of a video, with a character from a video, from a job, or
     * made from the result.
     *
     * A video that was made with `private` cannot be remixed.
     *
     * `POST /v1/videos/{video_id}/remix`
     */
    suspend fun remix(request: RemixVideo): VideoJob = client.call("mirror.videos.remix", request.json).let(::asVideoJob)
}

/** `mirror.characters`. */
class MirrorCharacters internal constructor(private val client: Client) {
    /**
     * Makes a character from a stretch of a video that shows no real person.
     *
     * `POST /v1/characters`
     */
    suspend fun create(request: CreateCharacter = CreateCharacter()): CreatedCharacter = client.call("mirror.characters.create", request.json).let(::asCreatedCharacter)
}

/** The operations of the dialect `mirror`, one method an endpoint. */
class MirrorOperations internal constructor(client: Client) {
    /** `mirror.chat`. */
    val chat = MirrorChat(client)
    /** `mirror.messages`. */
    val messages = MirrorMessages(client)
    /** `mirror.beta_models`. */
    val betaModels = MirrorBetaModels(client)
    /** `mirror.images`. */
    val images = MirrorImages(client)
    /** `mirror.videos`. */
    val videos = MirrorVideos(client)
    /** `mirror.characters`. */
    val characters = MirrorCharacters(client)
}
