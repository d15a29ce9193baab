// Made from the catalogue by `cargo xtask gen`. Do not edit.

@file:Suppress("unused")

package dev.sorakit.relay

import dev.sorakit.*
import kotlinx.coroutines.flow.Flow

/** The aspect ratio of a video: landscape or portrait. */
enum class AspectRatio(override val word: String) : Word {
    /** Landscape. */
    _16_9("16:9"),
    /** Portrait. */
    _9_16("9:16"),
}

private fun asAspectRatio(json: Json) = json.asWord(AspectRatio.entries)

/** Makes a character from a stretch of a video that shows no real person. */
class CreateCharacter(json: Json.Object) : Record(json) {
    constructor(url: String? = null, fromTask: String? = null, timestamps: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("url" to url, "from_task" to fromTask, "timestamps" to timestamps).with(extra))

    /** The video's address. This or `from_task`. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The finished task whose video it is. This or `url`. */
    val fromTask: String? get() = json.readOrNull("from_task", Json::asText)
    /**
     * The start and end of the character's appearance, `start,end` in seconds. Servers take
     * 1 to 3 s.
     */
    val timestamps: String? get() = json.readOrNull("timestamps", Json::asText)
}

private fun asCreateCharacter(json: Json) = CreateCharacter(json.asObject())

/** Creates a video from a prompt, and images to start from. */
class CreateVideo(json: Json.Object) : Record(json) {
    constructor(model: String? = null, prompt: String, images: List<String>? = null, aspectRatio: AspectRatio? = null, duration: Long? = null, hd: Boolean? = null, watermark: Boolean? = null, private: Boolean? = null, notifyHook: String? = null, characterUrl: String? = null, characterTimestamps: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("model" to model, "prompt" to prompt, "images" to images, "aspect_ratio" to aspectRatio, "duration" to duration, "hd" to hd, "watermark" to watermark, "private" to private, "notify_hook" to notifyHook, "character_url" to characterUrl, "character_timestamps" to characterTimestamps).with(extra))

    /** The model. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The text that describes the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /**
     * Images to start from: addresses, or data URLs. They must show no real
     * person.
     */
    val images: List<String>? get() = json.readOrNull("images", listed(Json::asText))
    /** Landscape or portrait. Default: `16:9`. */
    val aspectRatio: AspectRatio? get() = json.readOrNull("aspect_ratio", ::asAspectRatio)
    /** The length in seconds: 10, 15 or 25. Default: 10. */
    val duration: Long? get() = json.readOrNull("duration", Json::asInteger)
    /** High definition: of `sora-2-pro` alone, and not at 25 s. Default: false. */
    val hd: Boolean? get() = json.readOrNull("hd", Json::asBool)
    /** True for a video with a watermark, false for one without. For your own works only. */
    val watermark: Boolean? get() = json.readOrNull("watermark", Json::asBool)
    /** True to keep the video unpublished. */
    val private: Boolean? get() = json.readOrNull("private", Json::asBool)
    /** The address that the relay calls when the video is done. */
    val notifyHook: String? get() = json.readOrNull("notify_hook", Json::asText)
    /** A video to make a character from, by its address. */
    val characterUrl: String? get() = json.readOrNull("character_url", Json::asText)
    /**
     * The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
     * apart.
     */
    val characterTimestamps: String? get() = json.readOrNull("character_timestamps", Json::asText)
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

/** Reads how much of the key's quota is used and left. */
class GetQuota(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetQuota(json: Json) = GetQuota(json.asObject())

/** Reads the state of a video. */
class GetVideo(json: Json.Object) : Record(json) {
    constructor(taskId: String) : this(fields("task_id" to taskId))

    /** The task's id. */
    val taskId: String get() = json.read("task_id", Json::asText)
}

private fun asGetVideo(json: Json) = GetVideo(json.asObject())

/** The key's quota, in the relay's raw unit. */
class Quota(json: Json.Object) : Record(json) {
    /** The amounts used and left together. */
    val totalQuota: Double? get() = json.readOrNull("total_quota", Json::asNumber)
    /** The amount used. */
    val usedQuota: Double? get() = json.readOrNull("used_quota", Json::asNumber)
    /** The amount left. */
    val remainingQuota: Double? get() = json.readOrNull("remaining_quota", Json::asNumber)
    /** The amount left, on a relay that reports nothing else. */
    val quota: Double? get() = json.readOrNull("quota", Json::asNumber)
}

private fun asQuota(json: Json) = Quota(json.asObject())

/** Makes a new version of a finished video from a new prompt. */
class RemixVideo(json: Json.Object) : Record(json) {
    constructor(taskId: String, prompt: String, extra: Map<String, Json> = emptyMap()) : this(fields("task_id" to taskId, "prompt" to prompt).with(extra))

    /** The task's id. */
    val taskId: String get() = json.read("task_id", Json::asText)
    /** The text that describes the new version. */
    val prompt: String get() = json.read("prompt", Json::asText)
}

private fun asRemixVideo(json: Json) = RemixVideo(json.asObject())

/**
 * Uploads a file, and returns the address under which a creation can name it. The relay decides
 * how long it keeps the file.
 */
class UploadFile(json: Json.Object) : Record(json) {
    constructor(file: FileInput) : this(fields("file" to file))

    /** The file. */
    val file: FileInput get() = json.read("file", ::FileInput)
}

private fun asUploadFile(json: Json) = UploadFile(json.asObject())

/** A file that was uploaded. */
class UploadedFile(json: Json.Object) : Record(json) {
    /** The file's address. */
    val url: String get() = json.read("url", Json::asText)
}

private fun asUploadedFile(json: Json) = UploadedFile(json.asObject())

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

/** `relay.videos`. */
class RelayVideos internal constructor(private val client: Client) {
    /**
     * Reads the state of a video.
     *
     * `GET /v2/videos/generations/{task_id}`
     */
    suspend fun get(request: GetVideo): VideoJob = client.call("relay.videos.get", request.json).let(::asVideoJob)
    /**
     * Creates a video from a prompt, and images to start from.
     *
     * `POST /v2/videos/generations`
     */
    suspend fun create(request: CreateVideo): VideoJob = client.call("relay.videos.create", request.json).let(::asVideoJob)
    /**
     * Makes a new version of a finished video from a new prompt.
     *
     * `POST /v1/videos/{task_id}/remix`
     */
    suspend fun remix(request: RemixVideo): VideoJob = client.call("relay.videos.remix", request.json).let(::asVideoJob)
}

/** `relay.quota`. */
class RelayQuota internal constructor(private val client: Client) {
    /**
     * Reads how much of the key's quota is used and left.
     *
     * `GET /v1/token/quota`
     */
    suspend fun get(request: GetQuota = GetQuota()): Quota = client.call("relay.quota.get", request.json).let(::asQuota)
}

/** `relay.characters`. */
class RelayCharacters internal constructor(private val client: Client) {
    /**
     * Makes a character from a stretch of a video that shows no real person.
     *
     * `POST /sora/v1/characters`
     */
    suspend fun create(request: CreateCharacter = CreateCharacter()): CreatedCharacter = client.call("relay.characters.create", request.json).let(::asCreatedCharacter)
}

/** `relay.files`. */
class RelayFiles internal constructor(private val client: Client) {
    /**
     * Uploads a file, and returns the address under which a creation can name it. The relay decides
     * how long it keeps the file.
     *
     * `POST /v1/files`
     */
    suspend fun upload(request: UploadFile): UploadedFile = client.call("relay.files.upload", request.json).let(::asUploadedFile)
}

/** The operations of the dialect `relay`, one method an endpoint. */
class RelayOperations internal constructor(client: Client) {
    /** `relay.videos`. */
    val videos = RelayVideos(client)
    /** `relay.quota`. */
    val quota = RelayQuota(client)
    /** `relay.characters`. */
    val characters = RelayCharacters(client)
    /** `relay.files`. */
    val files = RelayFiles(client)
}
