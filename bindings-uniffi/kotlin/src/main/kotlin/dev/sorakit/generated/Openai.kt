// Made from the catalogue by `cargo xtask gen`. Do not edit.

@file:Suppress("unused")

package dev.sorakit.openai

import dev.sorakit.*
import kotlinx.coroutines.flow.Flow

/** A character. */
class Character(json: Json.Object) : Record(json) {
    /** The character's id; the reference lets a server leave it out. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The name that is shown. */
    val name: String? get() = json.readOrNull("name", Json::asText)
    /** The time of creation. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
}

private fun asCharacter(json: Json) = Character(json.asObject())

/** A character that appears in a video. */
class CharacterReference(json: Json.Object) : Record(json) {
    constructor(id: String) : this(fields("id" to id))

    /** The character's id. */
    val id: String get() = json.read("id", Json::asText)
}

private fun asCharacterReference(json: Json) = CharacterReference(json.asObject())

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

/** Makes a character from a short video, an MP4 of 2 to 4 s. */
class CreateCharacter(json: Json.Object) : Record(json) {
    constructor(name: String, video: FileInput) : this(fields("name" to name, "video" to video))

    /** The name that is shown, and that prompts refer to. */
    val name: String get() = json.read("name", Json::asText)
    /** The video that shows it. */
    val video: FileInput get() = json.read("video", ::FileInput)
}

private fun asCreateCharacter(json: Json) = CreateCharacter(json.asObject())

/**
 * Creates a video from a prompt, and an image to start from.
 *
 * OpenAI's own libraries always send a form, also without a file, and vLLM-Omni
 * takes nothing else; Dynamo takes JSON alone; the others take both. Dynamo
 * answers when the video is done, which can take minutes.
 */
class CreateVideo(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, seconds: Seconds? = null, size: String? = null, inputReference: InputReference? = null, characters: List<CharacterReference>? = null, encoding: Encoding? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "model" to model, "seconds" to seconds, "size" to size, "input_reference" to inputReference, "characters" to characters, "encoding" to encoding).with(extra))

    /** The text that describes the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model; the server's own default when absent. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The length in seconds: 4, 8, 12, 16 or 20 for OpenAI's models. */
    val seconds: Seconds? get() = json.readOrNull("seconds", ::asSeconds)
    /**
     * The size: `720x1280`, `1280x720`, `1024x1792` or `1792x1024` for OpenAI's
     * models.
     */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** The image that it starts from. */
    val inputReference: InputReference? get() = json.readOrNull("input_reference", ::asInputReference)
    /** Characters that appear, at most two. The prompt has to name them too. */
    val characters: List<CharacterReference>? get() = json.readOrNull("characters", listed(::asCharacterReference))
    /** The encoding of the request. Not a field of the API. */
    val encoding: Encoding? get() = json.readOrNull("encoding", ::asEncoding)
}

private fun asCreateVideo(json: Json) = CreateVideo(json.asObject())

/**
 * Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and tests:
 * there is no job that could be looked at, and the server gives up after 600 s, with 504.
 */
class CreateVideoSync(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, seconds: Seconds? = null, size: String? = null, inputReference: FileInput? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "model" to model, "seconds" to seconds, "size" to size, "input_reference" to inputReference).with(extra))

    /** The text that describes the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model; the one that the server runs when absent. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The length in seconds. */
    val seconds: Seconds? get() = json.readOrNull("seconds", ::asSeconds)
    /** The size, such as `1280x720`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /** An image to start from. */
    val inputReference: FileInput? get() = json.readOrNull("input_reference", ::FileInput)
}

private fun asCreateVideoSync(json: Json) = CreateVideoSync(json.asObject())

/** Deletes a finished or failed video and its files. */
class DeleteVideo(json: Json.Object) : Record(json) {
    constructor(videoId: String) : this(fields("video_id" to videoId))

    /** The video's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
}

private fun asDeleteVideo(json: Json) = DeleteVideo(json.asObject())

/**
 * The result of a deletion. SGLang returns the video with the status `deleted`; others return
 * nothing.
 */
class Deleted(json: Json.Object) : Record(json) {
    /** The video's id. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** True if the video is deleted. */
    val deleted: Boolean get() = json.read("deleted", Json::asBool)
}

private fun asDeleted(json: Json) = Deleted(json.asObject())

/** Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are done. */
class EditImages(json: Json.Object) : Record(json) {
    constructor(prompt: String, image: List<FileInput>? = null, url: List<String>? = null, model: String? = null, n: Long? = null, size: String? = null, responseFormat: ImageFormat? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "image" to image, "url" to url, "model" to model, "n" to n, "size" to size, "response_format" to responseFormat).with(extra))

    /** The text that describes the images to make of them. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The images to start from, as files. */
    val image: List<FileInput>? get() = json.readOrNull("image", listed(::FileInput))
    /**
     * The addresses of images to start from, which the server fetches; they come after the
     * files.
     */
    val url: List<String>? get() = json.readOrNull("url", listed(Json::asText))
    /** The model; the one that the server runs when absent. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The number of images, from 1 to 10. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** The size, such as `1024x1024`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /**
     * The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
     * `url` where it keeps its files.
     */
    val responseFormat: ImageFormat? get() = json.readOrNull("response_format", ::asImageFormat)
}

private fun asEditImages(json: Json) = EditImages(json.asObject())

/** Edits a video as the prompt says. */
class EditVideo(json: Json.Object) : Record(json) {
    constructor(prompt: String, video: VideoSource, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "video" to video).with(extra))

    /** The text that describes the changes. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The video. */
    val video: VideoSource get() = json.read("video", ::asVideoSource)
}

private fun asEditVideo(json: Json) = EditVideo(json.asObject())

/** The encoding of a creation request. */
enum class Encoding(override val word: String) : Word {
    /** As a form, `multipart/form-data`. */
    MULTIPART("multipart"),
    /** As JSON. Files cannot go along; an image has to be an address or a data URL. */
    JSON("json"),
}

private fun asEncoding(json: Json) = json.asWord(Encoding.entries)

/** Continues a video beyond its end. The result is the whole, old and new together. */
class ExtendVideo(json: Json.Object) : Record(json) {
    constructor(prompt: String, seconds: Seconds, video: VideoSource, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "seconds" to seconds, "video" to video).with(extra))

    /** The text that describes the continuation. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The length of the new part in seconds: 4, 8, 12, 16 or 20 for OpenAI's models. */
    val seconds: Seconds get() = json.read("seconds", ::asSeconds)
    /** The video. */
    val video: VideoSource get() = json.read("video", ::asVideoSource)
}

private fun asExtendVideo(json: Json) = ExtendVideo(json.asObject())

/** Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are done. */
class GenerateImages(json: Json.Object) : Record(json) {
    constructor(prompt: String, model: String? = null, n: Long? = null, size: String? = null, responseFormat: ImageFormat? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "model" to model, "n" to n, "size" to size, "response_format" to responseFormat).with(extra))

    /** The text that describes the images. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The model; the one that the server runs when absent. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The number of images, from 1 to 10. */
    val n: Long? get() = json.readOrNull("n", Json::asInteger)
    /** The size, such as `1024x1024`. */
    val size: String? get() = json.readOrNull("size", Json::asText)
    /**
     * The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
     * `url` where it keeps its files.
     */
    val responseFormat: ImageFormat? get() = json.readOrNull("response_format", ::asImageFormat)
}

private fun asGenerateImages(json: Json) = GenerateImages(json.asObject())

/**
 * Generates a video, as LocalAI has it. The answer comes when the video is done, which
 * can take minutes, and states its address or holds its bytes.
 */
class GenerateVideo(json: Json.Object) : Record(json) {
    constructor(model: String, prompt: String, negativePrompt: String? = null, startImage: String? = null, endImage: String? = null, audio: String? = null, width: Long? = null, height: Long? = null, responseFormat: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("model" to model, "prompt" to prompt, "negative_prompt" to negativePrompt, "start_image" to startImage, "end_image" to endImage, "audio" to audio, "width" to width, "height" to height, "response_format" to responseFormat).with(extra))

    /** The model. */
    val model: String get() = json.read("model", Json::asText)
    /** The text that describes the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The text that describes what the video must not show. */
    val negativePrompt: String? get() = json.readOrNull("negative_prompt", Json::asText)
    /** The first frame: an address, or base64 alone. */
    val startImage: String? get() = json.readOrNull("start_image", Json::asText)
    /** The last frame: an address, or base64 alone. */
    val endImage: String? get() = json.readOrNull("end_image", Json::asText)
    /** The sound that it goes with: an address, or base64 alone. */
    val audio: String? get() = json.readOrNull("audio", Json::asText)
    /** The width in pixels; the server's default is 512. */
    val width: Long? get() = json.readOrNull("width", Json::asInteger)
    /** The height in pixels; the server's default is 512. */
    val height: Long? get() = json.readOrNull("height", Json::asInteger)
    /** The form in which the video is returned: `url` or `b64_json`. */
    val responseFormat: String? get() = json.readOrNull("response_format", Json::asText)
}

private fun asGenerateVideo(json: Json) = GenerateVideo(json.asObject())

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

/** Reads a character. */
class GetCharacter(json: Json.Object) : Record(json) {
    constructor(characterId: String) : this(fields("character_id" to characterId))

    /** The character's id. */
    val characterId: String get() = json.read("character_id", Json::asText)
}

private fun asGetCharacter(json: Json) = GetCharacter(json.asObject())

/** Fetches a finished video's file, or a picture of it. */
class GetContent(json: Json.Object) : Record(json) {
    constructor(videoId: String, variant: Variant? = null) : this(fields("video_id" to videoId, "variant" to variant))

    /** The video's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
    /** The file to fetch; the video when absent. */
    val variant: Variant? get() = json.readOrNull("variant", ::asVariant)
}

private fun asGetContent(json: Json) = GetContent(json.asObject())

/** Reads the state of a video. */
class GetVideo(json: Json.Object) : Record(json) {
    constructor(videoId: String) : this(fields("video_id" to videoId))

    /** The video's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
}

private fun asGetVideo(json: Json) = GetVideo(json.asObject())

/** The form in which an image is returned. */
enum class ImageFormat(override val word: String) : Word {
    /** An address. */
    URL("url"),
    /** The bytes, in base64. */
    B64_JSON("b64_json"),
}

private fun asImageFormat(json: Json) = json.asWord(ImageFormat.entries)

/** An image that the server can reach by itself: one of the two. */
class ImageReference(json: Json.Object) : Record(json) {
    constructor(imageUrl: String? = null, fileId: String? = null) : this(fields("image_url" to imageUrl, "file_id" to fileId))

    /** An address, or a data URL. */
    val imageUrl: String? get() = json.readOrNull("image_url", Json::asText)
    /** A file that was uploaded. */
    val fileId: String? get() = json.readOrNull("file_id", Json::asText)
}

private fun asImageReference(json: Json) = ImageReference(json.asObject())

/** An image to start from. */
class InputReference(json: Json) : Union(json) {
    constructor(value: FileInput) : this(Json.of(value))

    constructor(value: ImageReference) : this(Json.of(value))

    constructor(value: String) : this(Json.of(value))

}

private fun asInputReference(json: Json) = InputReference(json)

/** Lists the models that the server has. */
class ListModels(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asListModels(json: Json) = ListModels(json.asObject())

/** Lists the account's videos. */
class ListVideos(json: Json.Object) : Record(json) {
    constructor(after: String? = null, limit: Long? = null, order: Order? = null) : this(fields("after" to after, "limit" to limit, "order" to order))

    /** The position to continue from: the id of the last video of the previous page. */
    val after: String? get() = json.readOrNull("after", Json::asText)
    /** The most videos to return, from 1 to 100; the server's default is 20. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** By time of creation; the newest first when absent. */
    val order: Order? get() = json.readOrNull("order", ::asOrder)
}

private fun asListVideos(json: Json) = ListVideos(json.asObject())

/** A model. */
class Model(json: Json.Object) : Record(json) {
    /** The model's name. */
    val id: String get() = json.read("id", Json::asText)
    /** The time of creation. */
    val created: Double? get() = json.readOrNull("created", Json::asNumber)
    /** The owner. */
    val ownedBy: String? get() = json.readOrNull("owned_by", Json::asText)
}

private fun asModel(json: Json) = Model(json.asObject())

/** A server's models. */
class ModelList(json: Json.Object) : Record(json) {
    /** The models. */
    val data: List<Model> get() = json.read("data", listed(::asModel))
}

private fun asModelList(json: Json) = ModelList(json.asObject())

/** An order by time of creation. */
enum class Order(override val word: String) : Word {
    /** The oldest first. */
    ASC("asc"),
    /** The newest first. */
    DESC("desc"),
}

private fun asOrder(json: Json) = json.asWord(Order.entries)

/** Makes a new version of a finished video from a new prompt. */
class RemixVideo(json: Json.Object) : Record(json) {
    constructor(videoId: String, prompt: String, extra: Map<String, Json> = emptyMap()) : this(fields("video_id" to videoId, "prompt" to prompt).with(extra))

    /** The video's id. */
    val videoId: String get() = json.read("video_id", Json::asText)
    /** The text that describes the new version. */
    val prompt: String get() = json.read("prompt", Json::asText)
}

private fun asRemixVideo(json: Json) = RemixVideo(json.asObject())

/**
 * A length in seconds, sent in the form it is given in: OpenAI and new-api want
 * a string (`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
 */
class Seconds(json: Json) : Union(json) {
    constructor(value: String) : this(Json.of(value))

    constructor(value: Long) : this(Json.of(value))

}

private fun asSeconds(json: Json) = Seconds(json)

/** A file of a finished video. */
data class Variant(override val word: String) : Word {
    override fun toString() = word

    /** The words that are known. */
    companion object {
        /** The video itself, an MP4. */
        val VIDEO = Variant("video")
        /** A still, a WebP. */
        val THUMBNAIL = Variant("thumbnail")
        /** Stills in rows, a JPEG. */
        val SPRITESHEET = Variant("spritesheet")
    }
}

private fun asVariant(json: Json) = Variant(json.asText())

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

/** A page of videos. */
class VideoPage(json: Json.Object) : Record(json) {
    /** The videos. */
    val data: List<VideoJob> get() = json.read("data", listed(::asVideoJob))
    /** The id of the first. */
    val firstId: String? get() = json.readOrNull("first_id", Json::asText)
    /** The id of the last. */
    val lastId: String? get() = json.readOrNull("last_id", Json::asText)
    /** True if there are more videos; SGLang does not say. */
    val hasMore: Boolean? get() = json.readOrNull("has_more", Json::asBool)
}

private fun asVideoPage(json: Json) = VideoPage(json.asObject())

/** A video to work on. */
class VideoSource(json: Json) : Union(json) {
    constructor(value: FileInput) : this(Json.of(value))

    /** The video's id. */
    val id: String? get() = json.readOrNull("id", Json::asText)

    companion object {
        /** A finished video of the server's. */
        fun id(id: String) = VideoSource(fields("id" to id))
    }
}

private fun asVideoSource(json: Json) = VideoSource(json)

/** `openai.videos`. */
class OpenaiVideos internal constructor(private val client: Client) {
    /**
     * Creates a video from a prompt, and an image to start from.
     *
     * OpenAI's own libraries always send a form, also without a file, and vLLM-Omni
     * takes nothing else; Dynamo takes JSON alone; the others take both. Dynamo
     * answers when the video is done, which can take minutes.
     *
     * `POST /v1/videos`
     */
    suspend fun create(request: CreateVideo): VideoJob = client.call("openai.videos.create", request.json).let(::asVideoJob)
    /**
     * Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and tests:
     * there is no job that could be looked at, and the server gives up after 600 s, with 504.
     *
     * `POST /v1/videos/sync`
     */
    suspend fun createSync(request: CreateVideoSync): Content = client.call("openai.videos.create_sync", request.json).let(::asContent)

    /** As `create_sync`, as a stream of bytes, however long the file is. */
    suspend fun stream(request: CreateVideoSync): FileStream = client.content("openai.videos.create_sync", request.json)
    /**
     * Generates a video, as LocalAI has it. The answer comes when the video is done, which
     * can take minutes, and states its address or holds its bytes.
     *
     * `POST /video`
     */
    suspend fun generate(request: GenerateVideo): VideoJob = client.call("openai.videos.generate", request.json).let(::asVideoJob)
    /**
     * Reads the state of a video.
     *
     * `GET /v1/videos/{video_id}`
     */
    suspend fun get(request: GetVideo): VideoJob = client.call("openai.videos.get", request.json).let(::asVideoJob)
    /**
     * Lists the account's videos.
     *
     * `GET /v1/videos`
     */
    suspend fun list(request: ListVideos = ListVideos()): VideoPage = client.call("openai.videos.list", request.json).let(::asVideoPage)
    /**
     * Deletes a finished or failed video and its files.
     *
     * `DELETE /v1/videos/{video_id}`
     */
    suspend fun delete(request: DeleteVideo): Deleted = client.call("openai.videos.delete", request.json).let(::asDeleted)
    /**
     * Fetches a finished video's file, or a picture of it.
     *
     * `GET /v1/videos/{video_id}/content`
     */
    suspend fun content(request: GetContent): Content = client.call("openai.videos.content", request.json).let(::asContent)

    /** As `content`, as a stream of bytes, however long the file is. */
    suspend fun stream(request: GetContent): FileStream = client.content("openai.videos.content", request.json)
    /**
     * Makes a new version of a finished video from a new prompt.
     *
     * `POST /v1/videos/{video_id}/remix`
     */
    suspend fun remix(request: RemixVideo): VideoJob = client.call("openai.videos.remix", request.json).let(::asVideoJob)
    /**
     * Edits a video as the prompt says.
     *
     * `POST /v1/videos/edits`
     */
    suspend fun edit(request: EditVideo): VideoJob = client.call("openai.videos.edit", request.json).let(::asVideoJob)
    /**
     * Continues a video beyond its end. The result is the whole, old and new together.
     *
     * `POST /v1/videos/extensions`
     */
    suspend fun extend(request: ExtendVideo): VideoJob = client.call("openai.videos.extend", request.json).let(::asVideoJob)
}

/** `openai.characters`. */
class OpenaiCharacters internal constructor(private val client: Client) {
    /**
     * Makes a character from a short video, an MP4 of 2 to 4 s.
     *
     * `POST /v1/videos/characters`
     */
    suspend fun create(request: CreateCharacter): Character = client.call("openai.characters.create", request.json).let(::asCharacter)
    /**
     * Reads a character.
     *
     * `GET /v1/videos/characters/{character_id}`
     */
    suspend fun get(request: GetCharacter): Character = client.call("openai.characters.get", request.json).let(::asCharacter)
}

/** `openai.models`. */
class OpenaiModels internal constructor(private val client: Client) {
    /**
     * Lists the models that the server has.
     *
     * `GET /v1/models`
     */
    suspend fun list(request: ListModels = ListModels()): ModelList = client.call("openai.models.list", request.json).let(::asModelList)
}

/** `openai.images`. */
class OpenaiImages internal constructor(private val client: Client) {
    /**
     * Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are done.
     *
     * `POST /v1/images/generations`
     */
    suspend fun generate(request: GenerateImages): GeneratedImages = client.call("openai.images.generate", request.json).let(::asGeneratedImages)
    /**
     * Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are done.
     *
     * `POST /v1/images/edits`
     */
    suspend fun edit(request: EditImages): GeneratedImages = client.call("openai.images.edit", request.json).let(::asGeneratedImages)
}

/** The operations of the dialect `openai`, one method an endpoint. */
class OpenaiOperations internal constructor(client: Client) {
    /** `openai.videos`. */
    val videos = OpenaiVideos(client)
    /** `openai.characters`. */
    val characters = OpenaiCharacters(client)
    /** `openai.models`. */
    val models = OpenaiModels(client)
    /** `openai.images`. */
    val images = OpenaiImages(client)
}
