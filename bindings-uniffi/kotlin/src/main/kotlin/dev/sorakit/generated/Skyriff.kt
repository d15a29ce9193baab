// Made from the catalogue by `cargo xtask gen`. Do not edit.

@file:Suppress("unused")

package dev.sorakit.skyriff

import dev.sorakit.*
import kotlinx.coroutines.flow.Flow

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
 * Makes a video in a chat. The document calls it a toy: an answer takes about
 * 15 minutes, and Pro models are not offered.
 */
class CompleteChat(json: Json.Object) : Record(json) {
    constructor(model: String, stream: Boolean? = null, messages: List<ChatMessage>, extra: Map<String, Json> = emptyMap()) : this(fields("model" to model, "stream" to stream, "messages" to messages).with(extra))

    /** The model. */
    val model: String get() = json.read("model", Json::asText)
    /** True to stream the answer. Default: false. */
    val stream: Boolean? get() = json.readOrNull("stream", Json::asBool)
    /** The messages. An image to start from goes into the message. */
    val messages: List<ChatMessage> get() = json.read("messages", listed(::asChatMessage))
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

/**
 * Creates a video from a prompt, from an image file, or from
 * an image's address.
 *
 * Sent as a form if there is a file, else as JSON.
 */
class CreateVideo(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String, inputReference: FileInput? = null, imageUrl: String? = null, size: String? = null, seconds: Seconds? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "model" to model, "input_reference" to inputReference, "image_url" to imageUrl, "size" to size, "seconds" to seconds).with(extra))

    /** The text that describes the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model, whose name states the orientation and length of the video. */
    val model: String get() = json.read("model", Json::asText)
    /** An image to start from, as a file. It must show no real person. */
    val inputReference: FileInput? get() = json.readOrNull("input_reference", ::FileInput)
    /** An image to start from, by its address. */
    val imageUrl: String? get() = json.readOrNull("image_url", Json::asText)
    /** The size, such as `1280x720`. Default: the model's. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The length in seconds, such as `"4"`. Default: the model's. */
    val seconds: Seconds? get() = json.readOrNull("seconds", ::asSeconds)
}

private fun asCreateVideo(json: Json) = CreateVideo(json.asObject())

/**
 * Fetches a finished video's file. It is slow; the address in
 * the job is better. Some gateways answer an address here too.
 */
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

/** The result of a look-up. */
class LinkLookup(json: Json.Object) : Record(json) {
    /** The links. */
    val links: Links get() = json.read("links", ::asLinks)
    /** The draft's or post's id. */
    val postId: String? get() = json.readOrNull("post_id", Json::asText)
    /** The prompt that it was made from. */
    val originalInput: String? get() = json.readOrNull("original_input", Json::asText)
    /** The figures of the draft or post. */
    val postInfo: PostInfo? get() = json.readOrNull("post_info", ::asPostInfo)
}

private fun asLinkLookup(json: Json) = LinkLookup(json.asObject())

/** The links of a draft or post, as the gateway gives them. */
class Links(json: Json.Object) : Record(json) {
    /** The id. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The video without a watermark. */
    val mp4: String? get() = json.readOrNull("mp4", Json::asText)
    /** The video with a watermark. */
    val mp4Wm: String? get() = json.readOrNull("mp4_wm", Json::asText)
    /** An animated preview. */
    val gif: String? get() = json.readOrNull("gif", Json::asText)
    /** A still. */
    val thumbnail: String? get() = json.readOrNull("thumbnail", Json::asText)
    /** The description. */
    val text: String? get() = json.readOrNull("text", Json::asText)
    /** A description in Markdown. */
    val md: String? get() = json.readOrNull("md", Json::asText)
}

private fun asLinks(json: Json) = Links(json.asObject())

/**
 * Looks up the links of the newest draft of the account that an access token
 * belongs to. The token goes to the gateway, so give it only to one that you
 * trust with your account.
 */
class LookUpDraft(json: Json.Object) : Record(json) {
    constructor(accessToken: String) : this(fields("access_token" to accessToken))

    /** The account's whole access token. Spaces around it are removed. */
    val accessToken: String get() = json.read("access_token", Json::asText)
}

private fun asLookUpDraft(json: Json) = LookUpDraft(json.asObject())

/** Looks up the links of a published work by its address. */
class LookUpPost(json: Json.Object) : Record(json) {
    constructor(url: String) : this(fields("url" to url))

    /**
     * The work's whole address, such as `https://sora.chatgpt.com/p/s_…`. Spaces
     * around it are removed.
     */
    val url: String get() = json.read("url", Json::asText)
}

private fun asLookUpPost(json: Json) = LookUpPost(json.asObject())

/** The figures of a draft or post. */
class PostInfo(json: Json.Object) : Record(json) {
    /** The number of files. */
    val attachmentsCount: Long? get() = json.readOrNull("attachments_count", Json::asInteger)
    /** The number of views. */
    val viewCount: Long? get() = json.readOrNull("view_count", Json::asInteger)
    /** The number of likes. */
    val likeCount: Long? get() = json.readOrNull("like_count", Json::asInteger)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
}

private fun asPostInfo(json: Json) = PostInfo(json.asObject())

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
 * A length in seconds, sent in the form it is given in: OpenAI and new-api want
 * a string (`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
 */
class Seconds(json: Json) : Union(json) {
    constructor(value: String) : this(Json.of(value))

    constructor(value: Long) : this(Json.of(value))

}

private fun asSeconds(json: Json) = Seconds(json)

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

/** `skyriff.videos`. */
class SkyriffVideos internal constructor(private val client: Client) {
    /**
     * Creates a video from a prompt, from an image file, or from
     * an image's address.
     *
     * Sent as a form if there is a file, else as JSON.
     *
     * `POST /v1/videos`
     */
    suspend fun create(request: CreateVideo): VideoJob = client.call("skyriff.videos.create", request.json).let(::asVideoJob)
    /**
     * Reads the state of a video.
     *
     * `GET /v1/videos/{video_id}`
     */
    suspend fun get(request: GetVideo): VideoJob = client.call("skyriff.videos.get", request.json).let(::asVideoJob)
    /**
     * Fetches a finished video's file. It is slow; the address in
     * the job is better. Some gateways answer an address here too.
     *
     * `GET /v1/videos/{video_id}/content`
     */
    suspend fun content(request: GetContent): Content = client.call("skyriff.videos.content", request.json).let(::asContent)

    /** As `content`, as a stream of bytes, however long the file is. */
    suspend fun stream(request: GetContent): FileStream = client.content("skyriff.videos.content", request.json)
}

/** `skyriff.chat`. */
class SkyriffChat internal constructor(private val client: Client) {
    /**
     * Makes a video in a chat. The document calls it a toy: an answer takes about
     * 15 minutes, and Pro models are not offered.
     *
     * `POST /v1/chat/completions`
     */
    suspend fun completions(request: CompleteChat): ChatCompletion = client.call("skyriff.chat.completions", request.json).let(::asChatCompletion)

    /** As `completions`, piece by piece. Leaving the flow ends it. */
    fun stream(request: CompleteChat): Flow<ChatChunk> = client.pieces("skyriff.chat.completions", request.json, ::asChatChunk)
}

/** `skyriff.drafts`. */
class SkyriffDrafts internal constructor(private val client: Client) {
    /**
     * Looks up the links of the newest draft of the account that an access token
     * belongs to. The token goes to the gateway, so give it only to one that you
     * trust with your account.
     *
     * `POST /v1/chat/completions`
     */
    suspend fun link(request: LookUpDraft): LinkLookup = client.call("skyriff.drafts.link", request.json).let(::asLinkLookup)
}

/** `skyriff.posts`. */
class SkyriffPosts internal constructor(private val client: Client) {
    /**
     * Looks up the links of a published work by its address.
     *
     * `POST /v1/chat/completions`
     */
    suspend fun link(request: LookUpPost): LinkLookup = client.call("skyriff.posts.link", request.json).let(::asLinkLookup)
}

/** The operations of the dialect `skyriff`, one method an endpoint. */
class SkyriffOperations internal constructor(client: Client) {
    /** `skyriff.videos`. */
    val videos = SkyriffVideos(client)
    /** `skyriff.chat`. */
    val chat = SkyriffChat(client)
    /** `skyriff.drafts`. */
    val drafts = SkyriffDrafts(client)
    /** `skyriff.posts`. */
    val posts = SkyriffPosts(client)
}
