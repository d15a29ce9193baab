// Made from the catalogue by `cargo xtask gen`. Do not edit.

@file:Suppress("unused")

package dev.sorakit.sora

import dev.sorakit.*
import kotlinx.coroutines.flow.Flow

/**
 * Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same effect
 * as once, and the answer says so.
 */
class AcceptInvite(json: Json.Object) : Record(json) {
    constructor(inviteCode: String) : this(fields("invite_code" to inviteCode))

    /** The code, such as `SORA-XXXX-XXXX`. */
    val inviteCode: String get() = json.read("invite_code", Json::asText)
}

private fun asAcceptInvite(json: Json) = AcceptInvite(json.asObject())

/** The result of accepting an invite. */
class AcceptedInvite(json: Json.Object) : Record(json) {
    /** True if the account can use Sora 2 now. */
    val success: Boolean? get() = json.readOrNull("success", Json::asBool)
    /** True if the account could already use Sora 2 before. */
    val alreadyAccepted: Boolean? get() = json.readOrNull("already_accepted", Json::asBool)
}

private fun asAcceptedInvite(json: Json) = AcceptedInvite(json.asObject())

/** A video of a post. */
class Attachment(json: Json.Object) : Record(json) {
    /** `sora`. */
    val kind: String? get() = json.readOrNull("kind", Json::asText)
    /** The generation, `gen_…`. */
    val generationId: String? get() = json.readOrNull("generation_id", Json::asText)
    /** The video. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The video, for downloading. */
    val downloadableUrl: String? get() = json.readOrNull("downloadable_url", Json::asText)
    /** The video with and without its watermark, as the server offers them. */
    val downloadUrls: DownloadUrls? get() = json.readOrNull("download_urls", ::asDownloadUrls)
    /** The files in which the video is offered. */
    val encodings: Encodings? get() = json.readOrNull("encodings", ::asEncodings)
    /** Width in pixels. */
    val width: Long? get() = json.readOrNull("width", Json::asInteger)
    /** Height in pixels. */
    val height: Long? get() = json.readOrNull("height", Json::asInteger)
    /** The length in frames. */
    val nFrames: Long? get() = json.readOrNull("n_frames", Json::asInteger)
}

private fun asAttachment(json: Json) = Attachment(json.asObject())

/** Opens Sora 2 to an account that uses it for the first time. */
class Bootstrap(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asBootstrap(json: Json) = Bootstrap(json.asObject())

/** The progress of the processing of a character's video. */
class CameoProgress(json: Json.Object) : Record(json) {
    /** `processing`, `completed` or `failed`; real servers leave it `null`, or write `finalized`. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** `Completed`, which real servers write instead of a status. */
    val statusMessage: String? get() = json.readOrNull("status_message", Json::asText)
    /** A suggestion for the display name. */
    val displayNameHint: String? get() = json.readOrNull("display_name_hint", Json::asText)
    /** A suggestion for the user name. */
    val usernameHint: String? get() = json.readOrNull("username_hint", Json::asText)
    /** The address of a picture taken from the video. */
    val profileAssetUrl: String? get() = json.readOrNull("profile_asset_url", Json::asText)
    /** A description of the character: text, or a list of texts. */
    val instructionSetHint: Json? get() = json.readOrNull("instruction_set_hint", Json::itself)
    /** The instructions, as real servers give them: a list. */
    val instructionSet: Json? get() = json.readOrNull("instruction_set", Json::itself)
    /** The stage of the processing, from whichever field tells it: see `stage`. */
    val stage: CameoStage? get() = json.readOrNull("stage", ::asCameoStage)
    /** The time at which the video was uploaded. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
}

private fun asCameoProgress(json: Json) = CameoProgress(json.asObject())

/** The stage of the processing of a character's video. */
enum class CameoStage(override val word: String) : Word {
    /** The processing is under way. */
    PROCESSING("processing"),
    /** The processing is done, and the character can be finalized. */
    READY("ready"),
    /** The cameo has already been made a character. */
    FINALIZED("finalized"),
    /** The processing failed. */
    FAILED("failed"),
}

private fun asCameoStage(json: Json) = json.asWord(CameoStage.entries)

/** Makes a character from a video of the account's own. */
class CharacterFromGeneration(json: Json.Object) : Record(json) {
    constructor(generationId: String, characterId: String? = null, timestamps: Json? = null) : this(fields("generation_id" to generationId, "character_id" to characterId, "timestamps" to timestamps))

    /** The generation whose video is used, `gen_…`. */
    val generationId: String get() = json.read("generation_id", Json::asText)
    /** The character to make again; a new one is made when absent. */
    val characterId: String? get() = json.readOrNull("character_id", Json::asText)
    /**
     * The part of the video in which the character is seen, from start to end in seconds, as
     * `[0, 3]` or `"0,3"`.
     */
    val timestamps: Json? get() = json.readOrNull("timestamps", Json::itself)
}

private fun asCharacterFromGeneration(json: Json) = CharacterFromGeneration(json.asObject())

/** Asks how many videos the account may still make, and when that resets. */
class CheckQuota(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asCheckQuota(json: Json) = CheckQuota(json.asObject())

/** Asks whether a user name is free. */
class CheckUsername(json: Json.Object) : Record(json) {
    constructor(username: String) : this(fields("username" to username))

    /** The name, without `@`. */
    val username: String get() = json.read("username", Json::asText)
}

private fun asCheckUsername(json: Json) = CheckUsername(json.asObject())

/** Creates an image, from a prompt or from other images. */
class CreateImage(json: Json.Object) : Record(json) {
    constructor(type: String? = null, operation: ImageOperation, prompt: String, width: Long, height: Long, nVariants: Long? = null, nFrames: Long? = null, inpaintItems: List<ImageItem>? = null, extra: Map<String, Json> = emptyMap()) : this(fields("type" to type, "operation" to operation, "prompt" to prompt, "width" to width, "height" to height, "n_variants" to nVariants, "n_frames" to nFrames, "inpaint_items" to inpaintItems).with(extra))

    /** `image_gen`. */
    val type: String? get() = json.readOrNull("type", Json::asText)
    /** The source of the image: the prompt, or other images. */
    val operation: ImageOperation get() = json.read("operation", ::asImageOperation)
    /** A description of the image. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** Width in pixels: 360, or 540 in landscape. */
    val width: Long get() = json.read("width", Json::asInteger)
    /** Height in pixels: 360, or 540 in portrait. */
    val height: Long get() = json.read("height", Json::asInteger)
    /** The number of variants; the document has 1, and servers also accept 2 and 4. */
    val nVariants: Long? get() = json.readOrNull("n_variants", Json::asInteger)
    /** 1: an image is a single frame. */
    val nFrames: Long? get() = json.readOrNull("n_frames", Json::asInteger)
    /** The images to start from, for a remix. */
    val inpaintItems: List<ImageItem>? get() = json.readOrNull("inpaint_items", listed(::asImageItem))
}

private fun asCreateImage(json: Json) = CreateImage(json.asObject())

/** Publishes finished videos as a post. */
class CreatePost(json: Json.Object) : Record(json) {
    constructor(attachmentsToCreate: List<NewAttachment>, postText: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("attachments_to_create" to attachmentsToCreate, "post_text" to postText).with(extra))

    /** The videos. */
    val attachmentsToCreate: List<NewAttachment> get() = json.read("attachments_to_create", listed(::asNewAttachment))
    /** The text; it may be empty. */
    val postText: String? get() = json.readOrNull("post_text", Json::asText)
}

private fun asCreatePost(json: Json) = CreatePost(json.asObject())

/** Makes a reference from an uploaded picture. */
class CreateReference(json: Json.Object) : Record(json) {
    constructor(name: String, description: String? = null, assetPointer: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("name" to name, "description" to description, "asset_pointer" to assetPointer).with(extra))

    /** The reference's name. */
    val name: String get() = json.read("name", Json::asText)
    /** A description of the picture. */
    val description: String? get() = json.readOrNull("description", Json::asText)
    /** The picture, as `UploadFile` answered it. */
    val assetPointer: String? get() = json.readOrNull("asset_pointer", Json::asText)
}

private fun asCreateReference(json: Json) = CreateReference(json.asObject())

/**
 * Creates a video from shots, each with its length and its scene: as `shots`, from
 * which the prompt is written, or as a `prompt` in the backend's own syntax.
 */
class CreateStoryboard(json: Json.Object) : Record(json) {
    constructor(shots: List<Shot>? = null, prompt: String? = null, instructions: String? = null, kind: String? = null, orientation: Orientation, size: Size? = null, nFrames: Long, model: Model, inpaintItems: List<InpaintItem>? = null, styleId: Style? = null, title: String? = null, remixTargetId: String? = null, rerollTargetId: String? = null, cameoIds: List<String>? = null, cameoReplacements: Map<String, Json>? = null, storyboardId: String? = null, metadata: Json? = null, audioCaption: String? = null, audioTranscript: String? = null, videoCaption: String? = null, useImageAsFirstFrame: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("shots" to shots, "prompt" to prompt, "instructions" to instructions, "kind" to kind, "orientation" to orientation, "size" to size, "n_frames" to nFrames, "model" to model, "inpaint_items" to inpaintItems, "style_id" to styleId, "title" to title, "remix_target_id" to remixTargetId, "reroll_target_id" to rerollTargetId, "cameo_ids" to cameoIds, "cameo_replacements" to cameoReplacements, "storyboard_id" to storyboardId, "metadata" to metadata, "audio_caption" to audioCaption, "audio_transcript" to audioTranscript, "video_caption" to videoCaption, "use_image_as_first_frame" to useImageAsFirstFrame).with(extra))

    /** The shots, in order; together at most as long as the video. These or `prompt`. */
    val shots: List<Shot>? get() = json.readOrNull("shots", listed(::asShot))
    /**
     * The shots as the backend writes them: `current timeline:`, then for each shot the
     * lines `Shot 1:`, `duration: 5.0sec` and `Scene: …`. This or `shots`.
     */
    val prompt: String? get() = json.readOrNull("prompt", Json::asText)
    /** Instructions for the whole video; not with `prompt`, which includes them. */
    val instructions: String? get() = json.readOrNull("instructions", Json::asText)
    /** `video`. */
    val kind: String? get() = json.readOrNull("kind", Json::asText)
    /** The orientation. */
    val orientation: Orientation get() = json.read("orientation", ::asOrientation)
    /**
     * `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
     * of its original, and needs none.
     */
    val size: Size? get() = json.readOrNull("size", ::asSize)
    /**
     * The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
     * also accept 150 and 600.
     */
    val nFrames: Long get() = json.read("n_frames", Json::asInteger)
    /** `sy_8` is standard, `sy_ore` is Pro. */
    val model: Model get() = json.read("model", ::asModel)
    /** Images to start from. */
    val inpaintItems: List<InpaintItem>? get() = json.readOrNull("inpaint_items", listed(::asInpaintItem))
    /** The style. */
    val styleId: Style? get() = json.readOrNull("style_id", ::asStyle)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
    /** The post to remix, `s_…`. */
    val remixTargetId: String? get() = json.readOrNull("remix_target_id", Json::asText)
    /** The draft to make again. Not in the document. */
    val rerollTargetId: String? get() = json.readOrNull("reroll_target_id", Json::asText)
    /** The characters that appear. */
    val cameoIds: List<String>? get() = json.readOrNull("cameo_ids", listed(Json::asText))
    /** A map of the replacements: the character that takes the place of another. */
    val cameoReplacements: Map<String, Json>? get() = json.readOrNull("cameo_replacements", mapped(Json::itself))
    /** The storyboard that the video belongs to. */
    val storyboardId: String? get() = json.readOrNull("storyboard_id", Json::asText)
    /** Data of the caller's own. */
    val metadata: Json? get() = json.readOrNull("metadata", Json::itself)
    /** A description of the sound. */
    val audioCaption: String? get() = json.readOrNull("audio_caption", Json::asText)
    /** The spoken words. */
    val audioTranscript: String? get() = json.readOrNull("audio_transcript", Json::asText)
    /** A description of the picture. */
    val videoCaption: String? get() = json.readOrNull("video_caption", Json::asText)
    /** True if the first image is the first frame. Not in the document. */
    val useImageAsFirstFrame: Boolean? get() = json.readOrNull("use_image_as_first_frame", Json::asBool)
}

private fun asCreateStoryboard(json: Json) = CreateStoryboard(json.asObject())

/** Creates a video from a prompt, an image, or both, or a remix of a published one. */
class CreateVideo(json: Json.Object) : Record(json) {
    constructor(prompt: String, kind: String? = null, orientation: Orientation, size: Size? = null, nFrames: Long, model: Model, inpaintItems: List<InpaintItem>? = null, styleId: Style? = null, title: String? = null, remixTargetId: String? = null, rerollTargetId: String? = null, cameoIds: List<String>? = null, cameoReplacements: Map<String, Json>? = null, storyboardId: String? = null, metadata: Json? = null, audioCaption: String? = null, audioTranscript: String? = null, videoCaption: String? = null, useImageAsFirstFrame: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "kind" to kind, "orientation" to orientation, "size" to size, "n_frames" to nFrames, "model" to model, "inpaint_items" to inpaintItems, "style_id" to styleId, "title" to title, "remix_target_id" to remixTargetId, "reroll_target_id" to rerollTargetId, "cameo_ids" to cameoIds, "cameo_replacements" to cameoReplacements, "storyboard_id" to storyboardId, "metadata" to metadata, "audio_caption" to audioCaption, "audio_transcript" to audioTranscript, "video_caption" to videoCaption, "use_image_as_first_frame" to useImageAsFirstFrame).with(extra))

    /** A description of the video. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** `video`. */
    val kind: String? get() = json.readOrNull("kind", Json::asText)
    /** The orientation. */
    val orientation: Orientation get() = json.read("orientation", ::asOrientation)
    /**
     * `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
     * of its original, and needs none.
     */
    val size: Size? get() = json.readOrNull("size", ::asSize)
    /**
     * The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
     * also accept 150 and 600.
     */
    val nFrames: Long get() = json.read("n_frames", Json::asInteger)
    /** `sy_8` is standard, `sy_ore` is Pro. */
    val model: Model get() = json.read("model", ::asModel)
    /** Images to start from. */
    val inpaintItems: List<InpaintItem>? get() = json.readOrNull("inpaint_items", listed(::asInpaintItem))
    /** The style. */
    val styleId: Style? get() = json.readOrNull("style_id", ::asStyle)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
    /** The post to remix, `s_…`. */
    val remixTargetId: String? get() = json.readOrNull("remix_target_id", Json::asText)
    /** The draft to make again. Not in the document. */
    val rerollTargetId: String? get() = json.readOrNull("reroll_target_id", Json::asText)
    /** The characters that appear. */
    val cameoIds: List<String>? get() = json.readOrNull("cameo_ids", listed(Json::asText))
    /** A map of the replacements: the character that takes the place of another. */
    val cameoReplacements: Map<String, Json>? get() = json.readOrNull("cameo_replacements", mapped(Json::itself))
    /** The storyboard that the video belongs to. */
    val storyboardId: String? get() = json.readOrNull("storyboard_id", Json::asText)
    /** Data of the caller's own. */
    val metadata: Json? get() = json.readOrNull("metadata", Json::itself)
    /** A description of the sound. */
    val audioCaption: String? get() = json.readOrNull("audio_caption", Json::asText)
    /** The spoken words. */
    val audioTranscript: String? get() = json.readOrNull("audio_transcript", Json::asText)
    /** A description of the picture. */
    val videoCaption: String? get() = json.readOrNull("video_caption", Json::asText)
    /** True if the first image is the first frame. Not in the document. */
    val useImageAsFirstFrame: Boolean? get() = json.readOrNull("use_image_as_first_frame", Json::asBool)
}

private fun asCreateVideo(json: Json) = CreateVideo(json.asObject())

/** Creates several videos from one prompt. Not in the document. */
class CreateVideos(json: Json.Object) : Record(json) {
    constructor(prompt: String, nsamples: Long, kind: String? = null, orientation: Orientation, size: Size? = null, nFrames: Long, model: Model, inpaintItems: List<InpaintItem>? = null, styleId: Style? = null, title: String? = null, remixTargetId: String? = null, rerollTargetId: String? = null, cameoIds: List<String>? = null, cameoReplacements: Map<String, Json>? = null, storyboardId: String? = null, metadata: Json? = null, audioCaption: String? = null, audioTranscript: String? = null, videoCaption: String? = null, useImageAsFirstFrame: Boolean? = null, extra: Map<String, Json> = emptyMap()) : this(fields("prompt" to prompt, "nsamples" to nsamples, "kind" to kind, "orientation" to orientation, "size" to size, "n_frames" to nFrames, "model" to model, "inpaint_items" to inpaintItems, "style_id" to styleId, "title" to title, "remix_target_id" to remixTargetId, "reroll_target_id" to rerollTargetId, "cameo_ids" to cameoIds, "cameo_replacements" to cameoReplacements, "storyboard_id" to storyboardId, "metadata" to metadata, "audio_caption" to audioCaption, "audio_transcript" to audioTranscript, "video_caption" to videoCaption, "use_image_as_first_frame" to useImageAsFirstFrame).with(extra))

    /** A description of the videos. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The number of videos, from 2 to 4. */
    val nsamples: Long get() = json.read("nsamples", Json::asInteger)
    /** `video`. */
    val kind: String? get() = json.readOrNull("kind", Json::asText)
    /** The orientation. */
    val orientation: Orientation get() = json.read("orientation", ::asOrientation)
    /**
     * `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
     * of its original, and needs none.
     */
    val size: Size? get() = json.readOrNull("size", ::asSize)
    /**
     * The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
     * also accept 150 and 600.
     */
    val nFrames: Long get() = json.read("n_frames", Json::asInteger)
    /** `sy_8` is standard, `sy_ore` is Pro. */
    val model: Model get() = json.read("model", ::asModel)
    /** Images to start from. */
    val inpaintItems: List<InpaintItem>? get() = json.readOrNull("inpaint_items", listed(::asInpaintItem))
    /** The style. */
    val styleId: Style? get() = json.readOrNull("style_id", ::asStyle)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
    /** The post to remix, `s_…`. */
    val remixTargetId: String? get() = json.readOrNull("remix_target_id", Json::asText)
    /** The draft to make again. Not in the document. */
    val rerollTargetId: String? get() = json.readOrNull("reroll_target_id", Json::asText)
    /** The characters that appear. */
    val cameoIds: List<String>? get() = json.readOrNull("cameo_ids", listed(Json::asText))
    /** A map of the replacements: the character that takes the place of another. */
    val cameoReplacements: Map<String, Json>? get() = json.readOrNull("cameo_replacements", mapped(Json::itself))
    /** The storyboard that the video belongs to. */
    val storyboardId: String? get() = json.readOrNull("storyboard_id", Json::asText)
    /** Data of the caller's own. */
    val metadata: Json? get() = json.readOrNull("metadata", Json::itself)
    /** A description of the sound. */
    val audioCaption: String? get() = json.readOrNull("audio_caption", Json::asText)
    /** The spoken words. */
    val audioTranscript: String? get() = json.readOrNull("audio_transcript", Json::asText)
    /** A description of the picture. */
    val videoCaption: String? get() = json.readOrNull("video_caption", Json::asText)
    /** True if the first image is the first frame. Not in the document. */
    val useImageAsFirstFrame: Boolean? get() = json.readOrNull("use_image_as_first_frame", Json::asBool)
}

private fun asCreateVideos(json: Json) = CreateVideos(json.asObject())

/** The task that a creation started. */
class CreatedTask(json: Json.Object) : Record(json) {
    /** The task's id: `task_…` or `gen_…`. Opaque. */
    val id: String get() = json.read("id", Json::asText)
}

private fun asCreatedTask(json: Json) = CreatedTask(json.asObject())

/** The tasks that a creation of several videos started. */
class CreatedTasks(json: Json.Object) : Record(json) {
    /** The tasks. */
    val tasks: List<CreatedTask> get() = json.read("tasks", listed(::asCreatedTask))
}

private fun asCreatedTasks(json: Json) = CreatedTasks(json.asObject())

/** Deletes a character. A character that is already gone is not an error. */
class DeleteCharacter(json: Json.Object) : Record(json) {
    constructor(characterId: String) : this(fields("character_id" to characterId))

    /** The character. */
    val characterId: String get() = json.read("character_id", Json::asText)
}

private fun asDeleteCharacter(json: Json) = DeleteCharacter(json.asObject())

/** Deletes a post. A post that is already gone is not an error. */
class DeletePost(json: Json.Object) : Record(json) {
    constructor(postId: String) : this(fields("post_id" to postId))

    /** The post, `s_…`. */
    val postId: String get() = json.read("post_id", Json::asText)
}

private fun asDeletePost(json: Json) = DeletePost(json.asObject())

/** Deletes a reference. A reference that is already gone is not an error. */
class DeleteReference(json: Json.Object) : Record(json) {
    constructor(referenceId: String) : this(fields("reference_id" to referenceId))

    /** The reference. */
    val referenceId: String get() = json.read("reference_id", Json::asText)
}

private fun asDeleteReference(json: Json) = DeleteReference(json.asObject())

/** The outcome of a deletion. */
class Deleted(json: Json.Object) : Record(json) {
    /** True if the server had no such thing: it was deleted earlier, or never existed. */
    val alreadyGone: Boolean? get() = json.readOrNull("already_gone", Json::asBool)
}

private fun asDeleted(json: Json) = Deleted(json.asObject())

/** The outcome of an operation that only reports success. */
class Done(json: Json.Object) : Record(json) {
    /** True if the operation succeeded; also true if a server answers nothing but a good status. */
    val success: Boolean? get() = json.readOrNull("success", Json::asBool)
}

private fun asDone(json: Json) = Done(json.asObject())

/** The addresses of a video with and without its watermark, as the server gives them. */
class DownloadUrls(json: Json.Object) : Record(json) {
    /** With the watermark. */
    val watermark: String? get() = json.readOrNull("watermark", Json::asText)
    /** Without the watermark; absent if the server does not offer that. */
    val noWatermark: String? get() = json.readOrNull("no_watermark", Json::asText)
    /** With a card at the end. */
    val endcardWatermark: String? get() = json.readOrNull("endcard_watermark", Json::asText)
}

private fun asDownloadUrls(json: Json) = DownloadUrls(json.asObject())

/** A finished video, or the refusal that takes its place. */
class Draft(json: Json.Object) : Record(json) {
    /** The generation's id, `gen_…`. */
    val id: String get() = json.read("id", Json::asText)
    /** The task that made the draft, `task_…`. */
    val taskId: String? get() = json.readOrNull("task_id", Json::asText)
    /** `sora_draft`, `sora_content_violation` or `sora_error`. */
    val kind: String? get() = json.readOrNull("kind", Json::asText)
    /** The state, in the server's words. */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** The reason for a refusal or failure. */
    val reasonStr: String? get() = json.readOrNull("reason_str", Json::asText)
    /** The same reason, in Markdown. */
    val markdownReasonStr: String? get() = json.readOrNull("markdown_reason_str", Json::asText)
    /** The video. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The video, for downloading. */
    val downloadableUrl: String? get() = json.readOrNull("downloadable_url", Json::asText)
    /** The video by its name in the document, under whichever name the server gives it. */
    val videoUrl: String? get() = json.readOrNull("video_url", Json::asText)
    /** The video with and without its watermark, as the server offers them. */
    val downloadUrls: DownloadUrls? get() = json.readOrNull("download_urls", ::asDownloadUrls)
    /** A still of the video. */
    val thumbnailUrl: String? get() = json.readOrNull("thumbnail_url", Json::asText)
    /** Width in pixels. */
    val width: Long? get() = json.readOrNull("width", Json::asInteger)
    /** Height in pixels. */
    val height: Long? get() = json.readOrNull("height", Json::asInteger)
    /** Length in seconds. */
    val durationS: Double? get() = json.readOrNull("duration_s", Json::asNumber)
    /** The same, by its name in the document. */
    val durationSeconds: Double? get() = json.readOrNull("duration_seconds", Json::asNumber)
    /** The orientation. */
    val orientation: String? get() = json.readOrNull("orientation", Json::asText)
    /** The length in frames, at 30 a second. */
    val nFrames: Long? get() = json.readOrNull("n_frames", Json::asInteger)
    /** The model, such as `sy_8`. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The title. */
    val title: String? get() = json.readOrNull("title", Json::asText)
    /** The time of creation. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The prompt. */
    val prompt: String? get() = json.readOrNull("prompt", Json::asText)
    /** The files in which the draft is offered. */
    val encodings: Encodings? get() = json.readOrNull("encodings", ::asEncodings)
}

private fun asDraft(json: Json) = Draft(json.asObject())

/** A page of drafts. */
class DraftPage(json: Json.Object) : Record(json) {
    /** The drafts, newest first. */
    val items: List<Draft> get() = json.read("items", listed(::asDraft))
    /** The same drafts, by their name in the document. */
    val drafts: List<Draft> get() = json.read("drafts", listed(::asDraft))
    /** The cursor of the next page; absent on the last page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asDraftPage(json: Json) = DraftPage(json.asObject())

/** One file of a draft or post. */
class Encoding(json: Json.Object) : Record(json) {
    /** The file's address. */
    val path: String? get() = json.readOrNull("path", Json::asText)
    /** The size in bytes. */
    val size: Long? get() = json.readOrNull("size", Json::asInteger)
}

private fun asEncoding(json: Json) = Encoding(json.asObject())

/** The files in which a draft or post is offered. */
class Encodings(json: Json.Object) : Record(json) {
    /** The video as it was made. */
    val source: Encoding? get() = json.readOrNull("source", ::asEncoding)
    /** A still of the video. */
    val thumbnail: Encoding? get() = json.readOrNull("thumbnail", ::asEncoding)
}

private fun asEncodings(json: Json) = Encodings(json.asObject())

/** Rewrites a prompt in more detail. */
class EnhancePrompt(json: Json.Object) : Record(json) {
    constructor(prompt: String, expansionLevel: ExpansionLevel, durationS: Long) : this(fields("prompt" to prompt, "expansion_level" to expansionLevel, "duration_s" to durationS))

    /** The prompt. */
    val prompt: String get() = json.read("prompt", Json::asText)
    /** The amount of detail. */
    val expansionLevel: ExpansionLevel get() = json.read("expansion_level", ::asExpansionLevel)
    /** The length in seconds of the video that the prompt is for: 10, 15 or 20. */
    val durationS: Long get() = json.read("duration_s", Json::asInteger)
}

private fun asEnhancePrompt(json: Json) = EnhancePrompt(json.asObject())

/** A prompt in more detail. */
class EnhancedPrompt(json: Json.Object) : Record(json) {
    /** The new prompt. */
    val enhancedPrompt: String get() = json.read("enhanced_prompt", Json::asText)
}

private fun asEnhancedPrompt(json: Json) = EnhancedPrompt(json.asObject())

/**
 * Exchanges the session token of a signed-in user for an access token.
 *
 * The session token travels in the cookie `__Secure-next-auth.session-token`.
 */
class ExchangeSession(json: Json.Object) : Record(json) {
    constructor(sessionToken: String) : this(fields("session_token" to sessionToken))

    /** The session token, as the cookie holds it. */
    val sessionToken: String get() = json.read("session_token", Json::asText)
}

private fun asExchangeSession(json: Json) = ExchangeSession(json.asObject())

/** The amount of detail added to a prompt. */
enum class ExpansionLevel(override val word: String) : Word {
    /** A little. */
    SHORT("short"),
    /** Some. */
    MEDIUM("medium"),
    /** A lot. */
    LONG("long"),
}

private fun asExpansionLevel(json: Json) = json.asWord(ExpansionLevel.entries)

/** Extends a finished video. Not in the document. */
class ExtendVideo(json: Json.Object) : Record(json) {
    constructor(generationId: String, userPrompt: String, extensionDurationS: Long, enableRewrite: Boolean? = null) : this(fields("generation_id" to generationId, "user_prompt" to userPrompt, "extension_duration_s" to extensionDurationS, "enable_rewrite" to enableRewrite))

    /** The draft to extend, `gen_…`. */
    val generationId: String get() = json.read("generation_id", Json::asText)
    /** A description of what happens next. */
    val userPrompt: String get() = json.read("user_prompt", Json::asText)
    /** The length to add, in seconds: 10 or 15. */
    val extensionDurationS: Long get() = json.read("extension_duration_s", Json::asInteger)
    /** True if the server may rewrite the prompt. */
    val enableRewrite: Boolean? get() = json.readOrNull("enable_rewrite", Json::asBool)
}

private fun asExtendVideo(json: Json) = ExtendVideo(json.asObject())

/** Turns a processed cameo into a character. */
class FinalizeCharacter(json: Json.Object) : Record(json) {
    constructor(cameoId: String, username: String, displayName: String, profileAssetPointer: String, instructionSet: InstructionSet? = null, safetyInstructionSet: InstructionSet? = null) : this(fields("cameo_id" to cameoId, "username" to username, "display_name" to displayName, "profile_asset_pointer" to profileAssetPointer, "instruction_set" to instructionSet, "safety_instruction_set" to safetyInstructionSet))

    /** The cameo, `cameo_…`. */
    val cameoId: String get() = json.read("cameo_id", Json::asText)
    /** The character's user name, without `@`. */
    val username: String get() = json.read("username", Json::asText)
    /** The display name. */
    val displayName: String get() = json.read("display_name", Json::asText)
    /** The picture, as `UploadFile` answered it. */
    val profileAssetPointer: String get() = json.read("profile_asset_pointer", Json::asText)
    /** Instructions for the character's behaviour. The document sends `null`. */
    val instructionSet: InstructionSet? get() = json.readOrNull("instruction_set", ::asInstructionSet)
    /** Instructions about things the character must not do. The document sends `null`. */
    val safetyInstructionSet: InstructionSet? get() = json.readOrNull("safety_instruction_set", ::asInstructionSet)
}

private fun asFinalizeCharacter(json: Json) = FinalizeCharacter(json.asObject())

/** The answer to [`FinalizeCharacter`]. */
class Finalized(json: Json.Object) : Record(json) {
    /** The character. */
    val character: FinalizedCharacter get() = json.read("character", ::asFinalizedCharacter)
}

private fun asFinalized(json: Json) = Finalized(json.asObject())

/** A new character. */
class FinalizedCharacter(json: Json.Object) : Record(json) {
    /** The character's id, `char_…` or `ch_…`. */
    val characterId: String get() = json.read("character_id", Json::asText)
}

private fun asFinalizedCharacter(json: Json) = FinalizedCharacter(json.asObject())

/** An image or video that a task made. */
class Generation(json: Json.Object) : Record(json) {
    /** The generation's id, `gen_…`. */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The address. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** Width in pixels. */
    val width: Long? get() = json.readOrNull("width", Json::asInteger)
    /** Height in pixels. */
    val height: Long? get() = json.readOrNull("height", Json::asInteger)
}

private fun asGeneration(json: Json) = Generation(json.asObject())

/** The address of a file. */
class GenerationDownload(json: Json.Object) : Record(json) {
    /** The address, signed and valid for a limited time. */
    val url: String get() = json.read("url", Json::asText)
}

private fun asGenerationDownload(json: Json) = GenerationDownload(json.asObject())

/** Reads the progress of the processing of a character's video. */
class GetCameoProgress(json: Json.Object) : Record(json) {
    constructor(cameoId: String) : this(fields("cameo_id" to cameoId))

    /** The cameo, `cameo_…`. */
    val cameoId: String get() = json.read("cameo_id", Json::asText)
}

private fun asGetCameoProgress(json: Json) = GetCameoProgress(json.asObject())

/** Reads one finished video. Not in the document. */
class GetDraft(json: Json.Object) : Record(json) {
    constructor(generationId: String) : this(fields("generation_id" to generationId))

    /** The generation, `gen_…`. */
    val generationId: String get() = json.read("generation_id", Json::asText)
}

private fun asGetDraft(json: Json) = GetDraft(json.asObject())

/** Asks for the address of a generation's file. Not in the document. */
class GetGenerationDownload(json: Json.Object) : Record(json) {
    constructor(generationId: String) : this(fields("generation_id" to generationId))

    /** The generation, `gen_…`. */
    val generationId: String get() = json.read("generation_id", Json::asText)
}

private fun asGetGenerationDownload(json: Json) = GetGenerationDownload(json.asObject())

/**
 * Reads the account's own invite code. The answer is 401 for an account without Sora 2, and
 * 403 for one in a country that is not served.
 */
class GetInvite(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetInvite(json: Json) = GetInvite(json.asObject())

/** Reads the signed-in user. */
class GetMe(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetMe(json: Json) = GetMe(json.asObject())

/** Reads the account's own profile, another source of its user name and invite code. */
class GetMyProfile(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asGetMyProfile(json: Json) = GetMyProfile(json.asObject())

/** Reads a post. */
class GetPost(json: Json.Object) : Record(json) {
    constructor(postId: String) : this(fields("post_id" to postId))

    /** The post, `s_…`. */
    val postId: String get() = json.read("post_id", Json::asText)
}

private fun asGetPost(json: Json) = GetPost(json.asObject())

/** Reads a post with its original and its remixes. */
class GetPostTree(json: Json.Object) : Record(json) {
    constructor(postId: String) : this(fields("post_id" to postId))

    /** The post, `s_…`. */
    val postId: String get() = json.read("post_id", Json::asText)
}

private fun asGetPostTree(json: Json) = GetPostTree(json.asObject())

/** Reads a user's or a character's profile by its user name. */
class GetProfile(json: Json.Object) : Record(json) {
    constructor(username: String) : this(fields("username" to username))

    /** The user name, without `@`. */
    val username: String get() = json.read("username", Json::asText)
}

private fun asGetProfile(json: Json) = GetProfile(json.asObject())

/** An image from which another one starts. */
class ImageItem(json: Json.Object) : Record(json) {
    constructor(type: String? = null, frameIndex: Long? = null, uploadMediaId: String) : this(fields("type" to type, "frame_index" to frameIndex, "upload_media_id" to uploadMediaId))

    /** `image`. */
    val type: String? get() = json.readOrNull("type", Json::asText)
    /** 0. */
    val frameIndex: Long? get() = json.readOrNull("frame_index", Json::asInteger)
    /** The media id that `UploadImage` answered. */
    val uploadMediaId: String get() = json.read("upload_media_id", Json::asText)
}

private fun asImageItem(json: Json) = ImageItem(json.asObject())

/** The source that an image is made from. */
enum class ImageOperation(override val word: String) : Word {
    /** From a prompt. */
    SIMPLE_COMPOSE("simple_compose"),
    /** From other images. */
    REMIX("remix"),
}

private fun asImageOperation(json: Json) = json.asWord(ImageOperation.entries)

/** Makes the call that the web application makes when it opens. */
class Initialize(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asInitialize(json: Json) = Initialize(json.asObject())

/** An item that a video starts from. */
class InpaintItem(json: Json) : Union(json) {
    constructor(value: Map<String, Json>) : this(Json.of(value))

    val kind: String? get() = json.readOrNull("kind", Json::asText)
    /** The image's media id. */
    val uploadId: String? get() = json.readOrNull("upload_id", Json::asText)
    /** The file's id. */
    val fileId: String? get() = json.readOrNull("file_id", Json::asText)
    /** The generation's id. */
    val generationId: String? get() = json.readOrNull("generation_id", Json::asText)
    /** The reference's id. */
    val referenceId: String? get() = json.readOrNull("reference_id", Json::asText)

    companion object {
        /** An image uploaded with `UploadImage`. */
        fun upload(uploadId: String) = InpaintItem(fields("kind" to "upload", "upload_id" to uploadId))
        /** An image uploaded with `UploadFile`. Not in the document. */
        fun file(fileId: String) = InpaintItem(fields("kind" to "file", "file_id" to fileId))
        /** A video or image made before. Not in the document. */
        fun generation(generationId: String) = InpaintItem(fields("kind" to "generation", "generation_id" to generationId))
        /** One of the account's own references. Not in the document. */
        fun reference(referenceId: String) = InpaintItem(fields("kind" to "reference", "reference_id" to referenceId))
    }
}

private fun asInpaintItem(json: Json) = InpaintItem(json)

/** One instruction. */
class Instruction(json: Json.Object) : Record(json) {
    constructor(type: String? = null, value: String) : this(fields("type" to type, "value" to value))

    /** `text`. */
    val type: String? get() = json.readOrNull("type", Json::asText)
    /** The instruction in words. */
    val value: String get() = json.read("value", Json::asText)
}

private fun asInstruction(json: Json) = Instruction(json.asObject())

/**
 * Instructions for a character, as real clients send them: `{"value":
 * [{"type": "text", "value": "…"}]}`.
 */
class InstructionSet(json: Json.Object) : Record(json) {
    constructor(value: List<Instruction>) : this(fields("value" to value))

    /** The instructions. */
    val value: List<Instruction> get() = json.read("value", listed(::asInstruction))
}

private fun asInstructionSet(json: Json) = InstructionSet(json.asObject())

/** The account's own invite code. */
class Invite(json: Json.Object) : Record(json) {
    /** The code. */
    val inviteCode: String? get() = json.readOrNull("invite_code", Json::asText)
    /** The number of times the code was used. */
    val redeemedCount: Long? get() = json.readOrNull("redeemed_count", Json::asInteger)
    /** The total number of times the code can be used. */
    val totalCount: Long? get() = json.readOrNull("total_count", Json::asInteger)
}

private fun asInvite(json: Json) = Invite(json.asObject())

/** Likes a post. */
class LikePost(json: Json.Object) : Record(json) {
    constructor(postId: String) : this(fields("post_id" to postId))

    /** The post, `s_…`. */
    val postId: String get() = json.read("post_id", Json::asText)
}

private fun asLikePost(json: Json) = LikePost(json.asObject())

/** Lists the account's finished videos, newest first. */
class ListDrafts(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null, cursor: String? = null) : this(fields("limit" to limit, "cursor" to cursor))

    /** The maximum number of drafts to return, from 1 to 100; the server's default is 15. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asListDrafts(json: Json) = ListDrafts(json.asObject())

/** Lists the account's finished videos by the newer path. Not in the document. */
class ListDraftsV2(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null, cursor: String? = null) : this(fields("limit" to limit, "cursor" to cursor))

    /** The maximum number of drafts to return, from 1 to 100. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asListDraftsV2(json: Json) = ListDraftsV2(json.asObject())

/**
 * Lists the videos that are being made. One request serves all of an account's jobs. A job
 * that has ended is no longer listed, and appears among the drafts a few seconds later
 * (`docs/wire/sora.md` §6.1).
 */
class ListPending(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asListPending(json: Json) = ListPending(json.asObject())

/**
 * Lists the videos that are being made, by the older path, whose progress jumps
 * from 0 to 0.9 (`docs/wire/sora.md` §6.4).
 */
class ListPendingV1(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asListPendingV1(json: Json) = ListPendingV1(json.asObject())

/** Lists the posts of one user. */
class ListProfileFeed(json: Json.Object) : Record(json) {
    constructor(user: String? = null, limit: Long? = null, cut: String? = null, cursor: String? = null) : this(fields("user" to user, "limit" to limit, "cut" to cut, "cursor" to cursor))

    /** The user's id, or `me`. */
    val user: String? get() = json.readOrNull("user", Json::asText)
    /** The maximum number of posts to return, from 1 to 100. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** `nf2`. */
    val cut: String? get() = json.readOrNull("cut", Json::asText)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asListProfileFeed(json: Json) = ListProfileFeed(json.asObject())

/** Lists the posts of all users. */
class ListPublicFeed(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null, cut: String? = null, cursor: String? = null) : this(fields("limit" to limit, "cut" to cut, "cursor" to cursor))

    /** The maximum number of posts to return, from 1 to 100. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** `nf2_latest` or `nf2_top`. */
    val cut: String? get() = json.readOrNull("cut", Json::asText)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asListPublicFeed(json: Json) = ListPublicFeed(json.asObject())

/** Lists the latest image tasks, newest first. */
class ListRecentTasks(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null) : this(fields("limit" to limit))

    /** The maximum number of tasks to return, from 1 to 100; the server's default is 20. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
}

private fun asListRecentTasks(json: Json) = ListRecentTasks(json.asObject())

/** Lists the account's references. */
class ListReferences(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null, cursor: String? = null) : this(fields("limit" to limit, "cursor" to cursor))

    /** The maximum number of references to return. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asListReferences(json: Json) = ListReferences(json.asObject())

/** Lists the remixes of a post. */
class ListRemixes(json: Json.Object) : Record(json) {
    constructor(postId: String, limit: Long? = null, cursor: String? = null) : this(fields("post_id" to postId, "limit" to limit, "cursor" to cursor))

    /** The post, `s_…`. */
    val postId: String get() = json.read("post_id", Json::asText)
    /** The maximum number of posts to return, from 1 to 100. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asListRemixes(json: Json) = ListRemixes(json.asObject())

/** Lists the account's subscriptions; none for a free account. */
class ListSubscriptions(json: Json.Object) : Record(json) {
    constructor() : this(fields())

}

private fun asListSubscriptions(json: Json) = ListSubscriptions(json.asObject())

/** Lists all tasks, newest first. Not in the document. */
class ListTasks(json: Json.Object) : Record(json) {
    constructor(limit: Long? = null, after: String? = null) : this(fields("limit" to limit, "after" to after))

    /** The maximum number of tasks to return, from 1 to 100. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The position to continue from: the `last_id` of the previous page. */
    val after: String? get() = json.readOrNull("after", Json::asText)
}

private fun asListTasks(json: Json) = ListTasks(json.asObject())

/** The signed-in user. Any field may be absent. */
class Me(json: Json.Object) : Record(json) {
    /** The e-mail address. */
    val email: String? get() = json.readOrNull("email", Json::asText)
    /** The display name. */
    val name: String? get() = json.readOrNull("name", Json::asText)
    /** The user name; absent until one is set. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The address of the picture. */
    val picture: String? get() = json.readOrNull("picture", Json::asText)
    /** The time at which the account was created. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
}

private fun asMe(json: Json) = Me(json.asObject())

/** A user or character that was found. */
class Mention(json: Json.Object) : Record(json) {
    /** The profile of the user or character. */
    val profile: UserProfile get() = json.read("profile", ::asUserProfile)
}

private fun asMention(json: Json) = Mention(json.asObject())

/** A page of search results. */
class MentionPage(json: Json.Object) : Record(json) {
    /** The search results. */
    val items: List<Mention> get() = json.read("items", listed(::asMention))
    /** The cursor of the next page; absent on the last page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asMentionPage(json: Json) = MentionPage(json.asObject())

/** The model that makes a video. */
data class Model(override val word: String) : Word {
    override fun toString() = word

    /** The words that are known. */
    companion object {
        /** The standard model. */
        val SY_8 = Model("sy_8")
        /** The Pro model. */
        val SY_ORE = Model("sy_ore")
    }
}

private fun asModel(json: Json) = Model(json.asText())

/** The account's own profile. */
class MyProfile(json: Json.Object) : Record(json) {
    /** The public profile. */
    val profile: UserProfile? get() = json.readOrNull("profile", ::asUserProfile)
    /** Information that only the account itself sees, such as its invite code. */
    val myInfo: Map<String, Json> get() = json.read("my_info", mapped(Json::itself))
}

private fun asMyProfile(json: Json) = MyProfile(json.asObject())

/** A video to publish. */
class NewAttachment(json: Json.Object) : Record(json) {
    constructor(generationId: String, kind: String? = null) : this(fields("generation_id" to generationId, "kind" to kind))

    /** The generation, `gen_…`, not the task. */
    val generationId: String get() = json.read("generation_id", Json::asText)
    /** `sora`. */
    val kind: String? get() = json.readOrNull("kind", Json::asText)
}

private fun asNewAttachment(json: Json) = NewAttachment(json.asObject())

/** The orientation of a video. */
data class Orientation(override val word: String) : Word {
    override fun toString() = word

    /** The words that are known. */
    companion object {
        /** 16:9. */
        val LANDSCAPE = Orientation("landscape")
        /** 9:16. */
        val PORTRAIT = Orientation("portrait")
        /** 1:1. Not in the document. */
        val SQUARE = Orientation("square")
    }
}

private fun asOrientation(json: Json) = Orientation(json.asText())

/** A video that is being made. */
class PendingTask(json: Json.Object) : Record(json) {
    /** The task's id: `task_…` or `gen_…`. */
    val id: String get() = json.read("id", Json::asText)
    /**
     * The state, in the server's words: `pending`, `processing`, `preprocessing`, `queued`,
     * `running`, `completed`, `succeeded`, `failed`, `error`.
     */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /**
     * Progress from 0 to 1. Servers write `progress` or `progress_pct`, and neither while the
     * task waits.
     */
    val progressPct: Double? get() = json.readOrNull("progress_pct", Json::asNumber)
    /** The same, by its name in the document. */
    val progress: Double? get() = json.readOrNull("progress", Json::asNumber)
    /** The time at which the task was created. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The prompt. */
    val prompt: String? get() = json.readOrNull("prompt", Json::asText)
    /** The orientation. */
    val orientation: String? get() = json.readOrNull("orientation", Json::asText)
    /** The length in frames, at 30 a second. */
    val nFrames: Long? get() = json.readOrNull("n_frames", Json::asInteger)
    /** The model, such as `sy_8`. */
    val model: String? get() = json.readOrNull("model", Json::asText)
    /** The reason for the task's failure. */
    val failureReason: String? get() = json.readOrNull("failure_reason", Json::asText)
}

private fun asPendingTask(json: Json) = PendingTask(json.asObject())

/** A plan. */
class Plan(json: Json.Object) : Record(json) {
    /**
     * The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers also write
     * it, `chatgptplusplan`. Others exist.
     */
    val id: String? get() = json.readOrNull("id", Json::asText)
    /** The plan's name, such as `ChatGPT Plus`. */
    val title: String? get() = json.readOrNull("title", Json::asText)
}

private fun asPlan(json: Json) = Plan(json.asObject())

/** A post. */
class Post(json: Json.Object) : Record(json) {
    /** The post's id, `s_…`. */
    val id: String get() = json.read("id", Json::asText)
    /** The address of the post's page. */
    val permalink: String? get() = json.readOrNull("permalink", Json::asText)
    /** The text. */
    val text: String? get() = json.readOrNull("text", Json::asText)
    /** The time of publication. */
    val postedAt: Double? get() = json.readOrNull("posted_at", Json::asNumber)
    /** The same, by its name in the document. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The video by its name in the document, under whichever name the server gives it. */
    val videoUrl: String? get() = json.readOrNull("video_url", Json::asText)
    /** The number of likes. */
    val likeCount: Long? get() = json.readOrNull("like_count", Json::asInteger)
    /** The number of views. */
    val viewCount: Long? get() = json.readOrNull("view_count", Json::asInteger)
    /** The number of remixes. */
    val remixCount: Long? get() = json.readOrNull("remix_count", Json::asInteger)
    /** The post of which this one is a remix. */
    val parentPostId: String? get() = json.readOrNull("parent_post_id", Json::asText)
    /** The videos. */
    val attachments: List<Attachment> get() = json.read("attachments", listed(::asAttachment))
}

private fun asPost(json: Json) = Post(json.asObject())

/** A page of posts. */
class PostPage(json: Json.Object) : Record(json) {
    /** The posts. */
    val items: List<Published> get() = json.read("items", listed(::asPublished))
    /** The cursor of the next page; absent on the last page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asPostPage(json: Json) = PostPage(json.asObject())

/** A post with its original and its remixes. */
class PostTree(json: Json.Object) : Record(json) {
    /** The post. */
    val post: Post get() = json.read("post", ::asPost)
    /** The author. */
    val profile: UserProfile? get() = json.readOrNull("profile", ::asUserProfile)
    /** The post of which this one is a remix. */
    val parent: Published? get() = json.readOrNull("parent", ::asPublished)
    /** The remixes of the post. */
    val children: PostPage? get() = json.readOrNull("children", ::asPostPage)
}

private fun asPostTree(json: Json) = PostTree(json.asObject())

/** The proof of work of a challenge. */
class ProofOfWork(json: Json.Object) : Record(json) {
    /** True if the proof of work is required. */
    val required: Boolean? get() = json.readOrNull("required", Json::asBool)
    /** The seed that is hashed before the answer. */
    val seed: String? get() = json.readOrNull("seed", Json::asText)
    /** The bound for the first bytes of the hash, in hexadecimal. */
    val difficulty: String? get() = json.readOrNull("difficulty", Json::asText)
}

private fun asProofOfWork(json: Json) = ProofOfWork(json.asObject())

/** A post and its author. */
class Published(json: Json.Object) : Record(json) {
    /** The post. */
    val post: Post get() = json.read("post", ::asPost)
    /** The author. */
    val profile: UserProfile? get() = json.readOrNull("profile", ::asUserProfile)
}

private fun asPublished(json: Json) = Published(json.asObject())

/** The account's quota. */
class Quota(json: Json.Object) : Record(json) {
    /** The figures. */
    val rateLimitAndCreditBalance: RateLimitAndCreditBalance? get() = json.readOrNull("rate_limit_and_credit_balance", ::asRateLimitAndCreditBalance)
}

private fun asQuota(json: Json) = Quota(json.asObject())

/** The figures of a quota. What a server leaves out reads as zero or false. */
class RateLimitAndCreditBalance(json: Json.Object) : Record(json) {
    /** The approximate number of videos left. */
    val estimatedNumVideosRemaining: Long? get() = json.readOrNull("estimated_num_videos_remaining", Json::asInteger)
    /** True if no more videos may be made until the reset. */
    val rateLimitReached: Boolean? get() = json.readOrNull("rate_limit_reached", Json::asBool)
    /** Seconds until the quota is full again. */
    val accessResetsInSeconds: Long? get() = json.readOrNull("access_resets_in_seconds", Json::asInteger)
}

private fun asRateLimitAndCreditBalance(json: Json) = RateLimitAndCreditBalance(json.asObject())

/** A page of references. */
class ReferencePage(json: Json.Object) : Record(json) {
    /** The references. */
    val items: List<ReferencePicture> get() = json.read("items", listed(::asReferencePicture))
    /** The cursor of the next page; absent on the last page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asReferencePage(json: Json) = ReferencePage(json.asObject())

/** A picture that prompts can use again. */
class ReferencePicture(json: Json.Object) : Record(json) {
    /** The reference's id, which an `InpaintItem::Reference` names. */
    val referenceId: String get() = json.read("reference_id", Json::asText)
    /** The reference's name. */
    val name: String? get() = json.readOrNull("name", Json::asText)
    /** A description of the picture. */
    val description: String? get() = json.readOrNull("description", Json::asText)
    /** The picture. */
    val assetPointer: String? get() = json.readOrNull("asset_pointer", Json::asText)
    /** The time of creation. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
}

private fun asReferencePicture(json: Json) = ReferencePicture(json.asObject())

/**
 * Exchanges a refresh token for a new access token.
 *
 * The refresh token is used up by the call: the answer's one replaces it, and
 * has to be stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh
 * token works only with the client id that it was issued to (`docs/wire/sora.md` §1.3);
 * the documented ones are `OAUTH_CLIENTS`, in Rust [`OauthClient::ALL`].
 */
class RefreshToken(json: Json.Object) : Record(json) {
    constructor(refreshToken: String, clientId: String? = null, redirectUri: String? = null) : this(fields("refresh_token" to refreshToken, "client_id" to clientId, "redirect_uri" to redirectUri))

    /** The refresh token. */
    val refreshToken: String get() = json.read("refresh_token", Json::asText)
    /**
     * The client id that the token was issued to. Default: the iOS application's,
     * `app_LlGpXReQgckcGGUo2JrYvtJK`.
     */
    val clientId: String? get() = json.readOrNull("client_id", Json::asText)
    /** The redirect URI that belongs to the client id. Default: that of a known client. */
    val redirectUri: String? get() = json.readOrNull("redirect_uri", Json::asText)
}

private fun asRefreshToken(json: Json) = RefreshToken(json.asObject())

/** The new tokens. */
class RefreshedToken(json: Json.Object) : Record(json) {
    /**
     * The new access token, a JWT. Empty if the answer holds a refresh token alone, which
     * has to be stored all the same.
     */
    val accessToken: String? get() = json.readOrNull("access_token", Json::asText)
    /** The refresh token for the next time. Absent when the old one stays valid. */
    val refreshToken: String? get() = json.readOrNull("refresh_token", Json::asText)
    /** The lifetime of the access token, in seconds. */
    val expiresIn: Long? get() = json.readOrNull("expires_in", Json::asInteger)
    /** `Bearer`. */
    val tokenType: String? get() = json.readOrNull("token_type", Json::asText)
}

private fun asRefreshedToken(json: Json) = RefreshedToken(json.asObject())

/** Asks for a Sentinel challenge, to be solved for one creation or publication. */
class RequestSentinel(json: Json.Object) : Record(json) {
    constructor(p: String, id: String, flow: String) : this(fields("p" to p, "id" to id, "flow" to flow))

    /**
     * The first proof of work: `gAAAAAC` and the answer for a random seed with
     * difficulty `0fffff`.
     */
    val p: String get() = json.read("p", Json::asText)
    /** The request's id, a UUID. Public clients send the device id. */
    val id: String get() = json.read("id", Json::asText)
    /**
     * The purpose of the challenge, such as `sora_init`. Servers accept other words too
     * (`docs/wire/sora.md` §2.4).
     */
    val flow: String get() = json.read("flow", Json::asText)
}

private fun asRequestSentinel(json: Json) = RequestSentinel(json.asObject())

/**
 * Asks the link service that the caller has configured (`links_url`) for the
 * address of a published video. sorakit knows of no such service and bundles
 * none; the account's credential does not go there.
 */
class ResolveLink(json: Json.Object) : Record(json) {
    constructor(url: String, token: String) : this(fields("url" to url, "token" to token))

    /** The post's page, `https://…/p/s_…`. */
    val url: String get() = json.read("url", Json::asText)
    /** The token of the link service. */
    val token: String get() = json.read("token", Json::asText)
}

private fun asResolveLink(json: Json) = ResolveLink(json.asObject())

/** The address of a published video. */
class ResolvedLink(json: Json.Object) : Record(json) {
    /** The video's address. */
    val downloadLink: String get() = json.read("download_link", Json::asText)
}

private fun asResolvedLink(json: Json) = ResolvedLink(json.asObject())

/** Searches users and characters by user name. */
class SearchProfiles(json: Json.Object) : Record(json) {
    constructor(username: String, intent: String? = null, limit: Long? = null, cursor: String? = null) : this(fields("username" to username, "intent" to intent, "limit" to limit, "cursor" to cursor))

    /** The text to find in user names, without `@`. */
    val username: String get() = json.read("username", Json::asText)
    /** The kind of profile to look for: `users`, or `cameo` for characters only. */
    val intent: String? get() = json.readOrNull("intent", Json::asText)
    /** The maximum number of profiles to return, from 1 to 100. */
    val limit: Long? get() = json.readOrNull("limit", Json::asInteger)
    /** The position to continue from: the `cursor` of the previous page. */
    val cursor: String? get() = json.readOrNull("cursor", Json::asText)
}

private fun asSearchProfiles(json: Json) = SearchProfiles(json.asObject())

/** A Sentinel challenge. */
class SentinelChallenge(json: Json.Object) : Record(json) {
    /** The challenge's own token, sent back as `c`. */
    val token: String? get() = json.readOrNull("token", Json::asText)
    /** The Turnstile part. sorakit runs no challenge scripts; `dx` is sent back. */
    val turnstile: Turnstile? get() = json.readOrNull("turnstile", ::asTurnstile)
    /** The proof of work that is required. Absent means none. */
    val proofofwork: ProofOfWork? get() = json.readOrNull("proofofwork", ::asProofOfWork)
}

private fun asSentinelChallenge(json: Json) = SentinelChallenge(json.asObject())

/** The signed-in session. */
class Session(json: Json.Object) : Record(json) {
    /** The access token, a JWT; its `exp` claim holds its expiry. */
    val accessToken: String get() = json.read("accessToken", Json::asText)
    /** The signed-in user. */
    val user: SessionUser? get() = json.readOrNull("user", ::asSessionUser)
    /** The end of the session, not of the access token. */
    val expires: Double? get() = json.readOrNull("expires", Json::asNumber)
}

private fun asSession(json: Json) = Session(json.asObject())

/** The signed-in user. */
class SessionUser(json: Json.Object) : Record(json) {
    /** The e-mail address. */
    val email: String? get() = json.readOrNull("email", Json::asText)
    /** The display name. */
    val name: String? get() = json.readOrNull("name", Json::asText)
}

private fun asSessionUser(json: Json) = SessionUser(json.asObject())

/** Sets the account's user name, which publishing needs. */
class SetUsername(json: Json.Object) : Record(json) {
    constructor(username: String) : this(fields("username" to username))

    /** The name, without `@`. */
    val username: String get() = json.read("username", Json::asText)
}

private fun asSetUsername(json: Json) = SetUsername(json.asObject())

/** A shot of a storyboard. */
class Shot(json: Json.Object) : Record(json) {
    constructor(duration: Double, scene: String) : this(fields("duration" to duration, "scene" to scene))

    /** The length in seconds. */
    val duration: Double get() = json.read("duration", Json::asNumber)
    /** A description of the shot. */
    val scene: String get() = json.read("scene", Json::asText)
}

private fun asShot(json: Json) = Shot(json.asObject())

/** The resolution class of a video. */
data class Size(override val word: String) : Word {
    override fun toString() = word

    /** The words that are known. */
    companion object {
        /** Standard resolution. */
        val SMALL = Size("small")
        /** Between the two. Not in the document. */
        val MEDIUM = Size("medium")
        /** HD, for `sy_ore` only and not at 25 s. */
        val LARGE = Size("large")
    }
}

private fun asSize(json: Json) = Size(json.asText())

/**
 * The style of a video: the ten of `docs/wire/sora.md` §9.2, the others that servers accept,
 * and any other word.
 */
data class Style(override val word: String) : Word {
    override fun toString() = word

    /** The words that are known. */
    companion object {
        val FESTIVE = Style("festive")
        val KAKALAKA = Style("kakalaka")
        val NEWS = Style("news")
        val SELFIE = Style("selfie")
        val HANDHELD = Style("handheld")
        val GOLDEN = Style("golden")
        val ANIME = Style("anime")
        val RETRO = Style("retro")
        val NOSTALGIC = Style("nostalgic")
        val COMIC = Style("comic")
        val HIGH_DEF = Style("high_def")
        val KPOP = Style("kpop")
        val CARTOON2 = Style("cartoon2")
        val SELFIE3 = Style("selfie3")
        val ANIMATED = Style("animated")
        val SITCOM = Style("sitcom")
        val THANKSGIVING = Style("thanksgiving")
    }
}

private fun asStyle(json: Json) = Style(json.asText())

/** A subscription. */
class Subscription(json: Json.Object) : Record(json) {
    /** The plan that is subscribed to. */
    val plan: Plan? get() = json.readOrNull("plan", ::asPlan)
    /**
     * The end of the subscription. Servers write it as ISO time, or as a number of seconds or
     * milliseconds, also in a string.
     */
    val endTs: Double? get() = json.readOrNull("end_ts", Json::asNumber)
}

private fun asSubscription(json: Json) = Subscription(json.asObject())

/** The account's subscriptions. */
class Subscriptions(json: Json.Object) : Record(json) {
    /** The subscriptions. */
    val data: List<Subscription> get() = json.read("data", listed(::asSubscription))
}

private fun asSubscriptions(json: Json) = Subscriptions(json.asObject())

/** A task. */
class Task(json: Json.Object) : Record(json) {
    /** The task's id, `task_…`. */
    val id: String get() = json.read("id", Json::asText)
    /** `image_gen` or `video_gen`. */
    val type: String? get() = json.readOrNull("type", Json::asText)
    /**
     * The state, in the server's words: `completed` and its synonyms, or `queued`, `running`,
     * `succeeded`, `failed`.
     */
    val status: String? get() = json.readOrNull("status", Json::asText)
    /** Progress from 0 to 1, when the server reports it. */
    val progressPct: Double? get() = json.readOrNull("progress_pct", Json::asNumber)
    /** The time of creation. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
    /** The prompt. */
    val prompt: String? get() = json.readOrNull("prompt", Json::asText)
    /** The image, as the document names it. */
    val imageUrl: String? get() = json.readOrNull("image_url", Json::asText)
    /** The images and videos that the task made. */
    val generations: List<Generation> get() = json.read("generations", listed(::asGeneration))
    /** The reason for the failure. */
    val failureReason: String? get() = json.readOrNull("failure_reason", Json::asText)
    /** The same, as some servers name it. */
    val errorMessage: String? get() = json.readOrNull("error_message", Json::asText)
}

private fun asTask(json: Json) = Task(json.asObject())

/** A page of tasks. */
class TaskPage(json: Json.Object) : Record(json) {
    /** The tasks, newest first. Servers name the list `tasks` or `task_responses`. */
    val tasks: List<Task> get() = json.read("tasks", listed(::asTask))
    /** The last task's id. */
    val lastId: String? get() = json.readOrNull("last_id", Json::asText)
    /** True if there are more tasks. */
    val hasMore: Boolean? get() = json.readOrNull("has_more", Json::asBool)
}

private fun asTaskPage(json: Json) = TaskPage(json.asObject())

/** The Turnstile part of a challenge. */
class Turnstile(json: Json.Object) : Record(json) {
    /** The value that is sent back as `t`. */
    val dx: String? get() = json.readOrNull("dx", Json::asText)
}

private fun asTurnstile(json: Json) = Turnstile(json.asObject())

/** Changes who may use a character, or how it behaves. Fields that are not given stay unchanged. */
class UpdateCameo(json: Json.Object) : Record(json) {
    constructor(cameoId: String, visibility: Visibility? = null, instructionSet: InstructionSet? = null, safetyInstructionSet: InstructionSet? = null) : this(fields("cameo_id" to cameoId, "visibility" to visibility, "instruction_set" to instructionSet, "safety_instruction_set" to safetyInstructionSet))

    /** The cameo, `cameo_…`. */
    val cameoId: String get() = json.read("cameo_id", Json::asText)
    /** The people who may use the character. */
    val visibility: Visibility? get() = json.readOrNull("visibility", ::asVisibility)
    /** Instructions for the character's behaviour. Not in the document. */
    val instructionSet: InstructionSet? get() = json.readOrNull("instruction_set", ::asInstructionSet)
    /** Instructions about things the character must not do. Not in the document. */
    val safetyInstructionSet: InstructionSet? get() = json.readOrNull("safety_instruction_set", ::asInstructionSet)
}

private fun asUpdateCameo(json: Json) = UpdateCameo(json.asObject())

/** Changes a reference. Fields that are not given stay unchanged. */
class UpdateReference(json: Json.Object) : Record(json) {
    constructor(referenceId: String, name: String? = null, description: String? = null, assetPointer: String? = null, extra: Map<String, Json> = emptyMap()) : this(fields("reference_id" to referenceId, "name" to name, "description" to description, "asset_pointer" to assetPointer).with(extra))

    /** The reference. */
    val referenceId: String get() = json.read("reference_id", Json::asText)
    /** The new name. */
    val name: String? get() = json.readOrNull("name", Json::asText)
    /** The new description. */
    val description: String? get() = json.readOrNull("description", Json::asText)
    /** The new picture. */
    val assetPointer: String? get() = json.readOrNull("asset_pointer", Json::asText)
}

private fun asUpdateReference(json: Json) = UpdateReference(json.asObject())

/** Uploads a video to make a character from: MP4, by content. */
class UploadCharacter(json: Json.Object) : Record(json) {
    constructor(file: FileInput, timestamps: Json? = null) : this(fields("file" to file, "timestamps" to timestamps))

    /** The video. */
    val file: FileInput get() = json.read("file", ::FileInput)
    /**
     * The part of the video in which the character is seen, from start to end in seconds, as
     * `[0, 3]` or `"0,3"`.
     */
    val timestamps: Json? get() = json.readOrNull("timestamps", Json::itself)
}

private fun asUploadCharacter(json: Json) = UploadCharacter(json.asObject())

/**
 * Uploads a character's picture, or an image to start from by the newer way:
 * PNG, JPEG or WebP, by content.
 */
class UploadFile(json: Json.Object) : Record(json) {
    constructor(file: FileInput, useCase: UseCase? = null) : this(fields("file" to file, "use_case" to useCase))

    /** The image; WebP is recommended for a character's picture. */
    val file: FileInput get() = json.read("file", ::FileInput)
    /** The purpose of the file. */
    val useCase: UseCase? get() = json.readOrNull("use_case", ::asUseCase)
}

private fun asUploadFile(json: Json) = UploadFile(json.asObject())

/** Uploads an image for a creation to start from: PNG, JPEG or WebP, by content. */
class UploadImage(json: Json.Object) : Record(json) {
    constructor(file: FileInput) : this(fields("file" to file))

    /** The image. */
    val file: FileInput get() = json.read("file", ::FileInput)
}

private fun asUploadImage(json: Json) = UploadImage(json.asObject())

/** The result of an upload. */
class Uploaded(json: Json.Object) : Record(json) {
    /** The media id: `upload_…` or `media_…`. Opaque. */
    val id: String get() = json.read("id", Json::asText)
}

private fun asUploaded(json: Json) = Uploaded(json.asObject())

/** An uploaded file. */
class UploadedFile(json: Json.Object) : Record(json) {
    /** The pointer that names the file in later requests: `asset_ptr_…` or `sediment://file_…`. */
    val assetPointer: String get() = json.read("asset_pointer", Json::asText)
    /**
     * The file's id, `file_…`, which an `InpaintItem::File` names. Not
     * every server gives one.
     */
    val fileId: String? get() = json.readOrNull("file_id", Json::asText)
    /** The address. */
    val url: String? get() = json.readOrNull("url", Json::asText)
    /** The size in bytes. */
    val size: Long? get() = json.readOrNull("size", Json::asInteger)
}

private fun asUploadedFile(json: Json) = UploadedFile(json.asObject())

/** The purpose of an uploaded file. */
enum class UseCase(override val word: String) : Word {
    /** A character's picture (`docs/wire/sora.md` §4.3). */
    PROFILE("profile"),
    /** An image to start from (`docs/wire/sora.md` §4.3). */
    INPAINT_SAFE("inpaint_safe"),
}

private fun asUseCase(json: Json) = json.asWord(UseCase.entries)

/** The public profile of a user or a character. */
class UserProfile(json: Json.Object) : Record(json) {
    /** The user's id. */
    val userId: String? get() = json.readOrNull("user_id", Json::asText)
    /** The user name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The display name. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
    /** The address of the picture. */
    val profilePictureUrl: String? get() = json.readOrNull("profile_picture_url", Json::asText)
    /** The address of the profile's page. */
    val permalink: String? get() = json.readOrNull("permalink", Json::asText)
    /** The user's own description. */
    val description: String? get() = json.readOrNull("description", Json::asText)
    /** The character's id, if the profile is that of a character. */
    val characterId: String? get() = json.readOrNull("character_id", Json::asText)
    /** The cameo from which the character was made. */
    val cameoId: String? get() = json.readOrNull("cameo_id", Json::asText)
    /** The number of followers. */
    val followerCount: Long? get() = json.readOrNull("follower_count", Json::asInteger)
    /** The number of posts. */
    val postCount: Long? get() = json.readOrNull("post_count", Json::asInteger)
    /** The time at which the profile was created. */
    val createdAt: Double? get() = json.readOrNull("created_at", Json::asNumber)
}

private fun asUserProfile(json: Json) = UserProfile(json.asObject())

/** The account's names. */
class Username(json: Json.Object) : Record(json) {
    /** The user name. */
    val username: String? get() = json.readOrNull("username", Json::asText)
    /** The display name. */
    val displayName: String? get() = json.readOrNull("display_name", Json::asText)
}

private fun asUsername(json: Json) = Username(json.asObject())

/** The availability of a user name. */
class UsernameAvailability(json: Json.Object) : Record(json) {
    /** True if the name can be taken. */
    val available: Boolean? get() = json.readOrNull("available", Json::asBool)
}

private fun asUsernameAvailability(json: Json) = UsernameAvailability(json.asObject())

/** The people who may use a character. */
enum class Visibility(override val word: String) : Word {
    /** Only its owner. */
    PRIVATE("private"),
    /** Everyone. */
    PUBLIC("public"),
}

private fun asVisibility(json: Json) = json.asWord(Visibility.entries)

/** `sora.session`. */
class SoraSession internal constructor(private val client: Client) {
    /**
     * Exchanges the session token of a signed-in user for an access token.
     *
     * The session token travels in the cookie `__Secure-next-auth.session-token`.
     *
     * `GET /api/auth/session`
     */
    suspend fun exchange(request: ExchangeSession): Session = client.call("sora.session.exchange", request.json).let(::asSession)
}

/** `sora.tokens`. */
class SoraTokens internal constructor(private val client: Client) {
    /**
     * Exchanges a refresh token for a new access token.
     *
     * The refresh token is used up by the call: the answer's one replaces it, and
     * has to be stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh
     * token works only with the client id that it was issued to (`docs/wire/sora.md` §1.3);
     * the documented ones are `OAUTH_CLIENTS`, in Rust [`OauthClient::ALL`].
     *
     * `POST /oauth/token`
     */
    suspend fun refresh(request: RefreshToken): RefreshedToken = client.call("sora.tokens.refresh", request.json).let(::asRefreshedToken)
}

/** `sora.sentinel`. */
class SoraSentinel internal constructor(private val client: Client) {
    /**
     * Asks for a Sentinel challenge, to be solved for one creation or publication.
     *
     * `POST /backend-api/sentinel/req`
     */
    suspend fun request(request: RequestSentinel): SentinelChallenge = client.call("sora.sentinel.request", request.json).let(::asSentinelChallenge)
}

/** `sora.account`. */
class SoraAccount internal constructor(private val client: Client) {
    /**
     * Reads the signed-in user.
     *
     * `GET /me`
     */
    suspend fun me(request: GetMe = GetMe()): Me = client.call("sora.account.me", request.json).let(::asMe)
    /**
     * Reads the account's own profile, another source of its user name and invite code.
     *
     * `GET /project_y/v2/me`
     */
    suspend fun profile(request: GetMyProfile = GetMyProfile()): MyProfile = client.call("sora.account.profile", request.json).let(::asMyProfile)
    /**
     * Lists the account's subscriptions; none for a free account.
     *
     * `GET /billing/subscriptions`
     */
    suspend fun subscriptions(request: ListSubscriptions = ListSubscriptions()): Subscriptions = client.call("sora.account.subscriptions", request.json).let(::asSubscriptions)
    /**
     * Opens Sora 2 to an account that uses it for the first time.
     *
     * `GET /m/bootstrap`
     */
    suspend fun bootstrap(request: Bootstrap = Bootstrap()): Done = client.call("sora.account.bootstrap", request.json).let(::asDone)
    /**
     * Makes the call that the web application makes when it opens.
     *
     * `POST /project_y/initialize_async`
     */
    suspend fun initialize(request: Initialize = Initialize()): Done = client.call("sora.account.initialize", request.json).let(::asDone)
}

/** `sora.invites`. */
class SoraInvites internal constructor(private val client: Client) {
    /**
     * Reads the account's own invite code. The answer is 401 for an account without Sora 2, and
     * 403 for one in a country that is not served.
     *
     * `GET /project_y/invite/mine`
     */
    suspend fun mine(request: GetInvite = GetInvite()): Invite = client.call("sora.invites.mine", request.json).let(::asInvite)
    /**
     * Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same effect
     * as once, and the answer says so.
     *
     * `POST /project_y/invite/accept`
     */
    suspend fun accept(request: AcceptInvite): AcceptedInvite = client.call("sora.invites.accept", request.json).let(::asAcceptedInvite)
}

/** `sora.quota`. */
class SoraQuota internal constructor(private val client: Client) {
    /**
     * Asks how many videos the account may still make, and when that resets.
     *
     * `GET /nf/check`
     */
    suspend fun check(request: CheckQuota = CheckQuota()): Quota = client.call("sora.quota.check", request.json).let(::asQuota)
}

/** `sora.username`. */
class SoraUsername internal constructor(private val client: Client) {
    /**
     * Asks whether a user name is free.
     *
     * `POST /project_y/profile/username/check`
     */
    suspend fun check(request: CheckUsername): UsernameAvailability = client.call("sora.username.check", request.json).let(::asUsernameAvailability)
    /**
     * Sets the account's user name, which publishing needs.
     *
     * `POST /project_y/profile/username/set`
     */
    suspend fun set(request: SetUsername): Username = client.call("sora.username.set", request.json).let(::asUsername)
}

/** `sora.uploads`. */
class SoraUploads internal constructor(private val client: Client) {
    /**
     * Uploads an image for a creation to start from: PNG, JPEG or WebP, by content.
     *
     * `POST /uploads`
     */
    suspend fun image(request: UploadImage): Uploaded = client.call("sora.uploads.image", request.json).let(::asUploaded)
    /**
     * Uploads a video to make a character from: MP4, by content.
     *
     * `POST /characters/upload`
     */
    suspend fun character(request: UploadCharacter): Uploaded = client.call("sora.uploads.character", request.json).let(::asUploaded)
    /**
     * Uploads a character's picture, or an image to start from by the newer way:
     * PNG, JPEG or WebP, by content.
     *
     * `POST /project_y/file/upload`
     */
    suspend fun file(request: UploadFile): UploadedFile = client.call("sora.uploads.file", request.json).let(::asUploadedFile)
}

/** `sora.characters`. */
class SoraCharacters internal constructor(private val client: Client) {
    /**
     * Makes a character from a video of the account's own.
     *
     * `POST /characters/from-generation`
     */
    suspend fun fromGeneration(request: CharacterFromGeneration): Uploaded = client.call("sora.characters.from_generation", request.json).let(::asUploaded)
    /**
     * Turns a processed cameo into a character.
     *
     * `POST /characters/finalize`
     */
    suspend fun finalize(request: FinalizeCharacter): Finalized = client.call("sora.characters.finalize", request.json).let(::asFinalized)
    /**
     * Deletes a character. A character that is already gone is not an error.
     *
     * `DELETE /project_y/characters/{character_id}`
     */
    suspend fun delete(request: DeleteCharacter): Deleted = client.call("sora.characters.delete", request.json).let(::asDeleted)
}

/** `sora.images`. */
class SoraImages internal constructor(private val client: Client) {
    /**
     * Creates an image, from a prompt or from other images.
     *
     * `POST /video_gen`
     */
    suspend fun create(request: CreateImage): CreatedTask = client.call("sora.images.create", request.json).let(::asCreatedTask)
}

/** `sora.videos`. */
class SoraVideos internal constructor(private val client: Client) {
    /**
     * Creates a video from a prompt, an image, or both, or a remix of a published one.
     *
     * `POST /nf/create`
     */
    suspend fun create(request: CreateVideo): CreatedTask = client.call("sora.videos.create", request.json).let(::asCreatedTask)
    /**
     * Creates several videos from one prompt. Not in the document.
     *
     * `POST /nf/bulk_create`
     */
    suspend fun bulkCreate(request: CreateVideos): CreatedTasks = client.call("sora.videos.bulk_create", request.json).let(::asCreatedTasks)
    /**
     * Extends a finished video. Not in the document.
     *
     * `POST /project_y/profile/drafts/{generation_id}/long_video_extension`
     */
    suspend fun extend(request: ExtendVideo): CreatedTask = client.call("sora.videos.extend", request.json).let(::asCreatedTask)
}

/** `sora.storyboards`. */
class SoraStoryboards internal constructor(private val client: Client) {
    /**
     * Creates a video from shots, each with its length and its scene: as `shots`, from
     * which the prompt is written, or as a `prompt` in the backend's own syntax.
     *
     * `POST /nf/create/storyboard`
     */
    suspend fun create(request: CreateStoryboard): CreatedTask = client.call("sora.storyboards.create", request.json).let(::asCreatedTask)
}

/** `sora.prompts`. */
class SoraPrompts internal constructor(private val client: Client) {
    /**
     * Rewrites a prompt in more detail.
     *
     * `POST /editor/enhance_prompt`
     */
    suspend fun enhance(request: EnhancePrompt): EnhancedPrompt = client.call("sora.prompts.enhance", request.json).let(::asEnhancedPrompt)
}

/** `sora.tasks`. */
class SoraTasks internal constructor(private val client: Client) {
    /**
     * Lists the videos that are being made. One request serves all of an account's jobs. A job
     * that has ended is no longer listed, and appears among the drafts a few seconds later
     * (`docs/wire/sora.md` §6.1).
     *
     * `GET /nf/pending/v2`
     */
    suspend fun pending(request: ListPending = ListPending()): List<PendingTask> = client.call("sora.tasks.pending", request.json).let(listed(::asPendingTask))
    /**
     * Lists the videos that are being made, by the older path, whose progress jumps
     * from 0 to 0.9 (`docs/wire/sora.md` §6.4).
     *
     * `GET /nf/pending`
     */
    suspend fun pendingV1(request: ListPendingV1 = ListPendingV1()): List<PendingTask> = client.call("sora.tasks.pending_v1", request.json).let(listed(::asPendingTask))
    /**
     * Lists the latest image tasks, newest first.
     *
     * `GET /v2/recent_tasks`
     */
    suspend fun recent(request: ListRecentTasks = ListRecentTasks()): TaskPage = client.call("sora.tasks.recent", request.json).let(::asTaskPage)
    /**
     * Lists all tasks, newest first. Not in the document.
     *
     * `GET /v2/list_tasks`
     */
    suspend fun list(request: ListTasks = ListTasks()): TaskPage = client.call("sora.tasks.list", request.json).let(::asTaskPage)

    /** Each item of `list`, page after page. */
    fun listItems(request: ListTasks = ListTasks()): Flow<Task> = client.pieces("sora.tasks.list", request.json, ::asTask)
}

/** `sora.drafts`. */
class SoraDrafts internal constructor(private val client: Client) {
    /**
     * Lists the account's finished videos, newest first.
     *
     * `GET /project_y/profile/drafts`
     */
    suspend fun list(request: ListDrafts = ListDrafts()): DraftPage = client.call("sora.drafts.list", request.json).let(::asDraftPage)

    /** Each item of `list`, page after page. */
    fun listItems(request: ListDrafts = ListDrafts()): Flow<Draft> = client.pieces("sora.drafts.list", request.json, ::asDraft)
    /**
     * Lists the account's finished videos by the newer path. Not in the document.
     *
     * `GET /project_y/profile/drafts/v2`
     */
    suspend fun listV2(request: ListDraftsV2 = ListDraftsV2()): DraftPage = client.call("sora.drafts.list_v2", request.json).let(::asDraftPage)

    /** Each item of `list_v2`, page after page. */
    fun listV2Items(request: ListDraftsV2 = ListDraftsV2()): Flow<Draft> = client.pieces("sora.drafts.list_v2", request.json, ::asDraft)
    /**
     * Reads one finished video. Not in the document.
     *
     * `GET /project_y/profile/drafts/v2/{generation_id}`
     */
    suspend fun get(request: GetDraft): Draft = client.call("sora.drafts.get", request.json).let(::asDraft)
}

/** `sora.generations`. */
class SoraGenerations internal constructor(private val client: Client) {
    /**
     * Asks for the address of a generation's file. Not in the document.
     *
     * `GET /generations/{generation_id}/download`
     */
    suspend fun download(request: GetGenerationDownload): GenerationDownload = client.call("sora.generations.download", request.json).let(::asGenerationDownload)
}

/** `sora.posts`. */
class SoraPosts internal constructor(private val client: Client) {
    /**
     * Publishes finished videos as a post.
     *
     * `POST /project_y/post`
     */
    suspend fun create(request: CreatePost): Published = client.call("sora.posts.create", request.json).let(::asPublished)
    /**
     * Reads a post.
     *
     * `GET /project_y/post/{post_id}`
     */
    suspend fun get(request: GetPost): Published = client.call("sora.posts.get", request.json).let(::asPublished)
    /**
     * Deletes a post. A post that is already gone is not an error.
     *
     * `DELETE /project_y/post/{post_id}`
     */
    suspend fun delete(request: DeletePost): Deleted = client.call("sora.posts.delete", request.json).let(::asDeleted)
    /**
     * Reads a post with its original and its remixes.
     *
     * `GET /project_y/post/{post_id}/tree`
     */
    suspend fun tree(request: GetPostTree): PostTree = client.call("sora.posts.tree", request.json).let(::asPostTree)
    /**
     * Likes a post.
     *
     * `POST /project_y/post/{post_id}/like`
     */
    suspend fun like(request: LikePost): Done = client.call("sora.posts.like", request.json).let(::asDone)
    /**
     * Lists the remixes of a post.
     *
     * `GET /project_y/post/{post_id}/remix_feed`
     */
    suspend fun remixes(request: ListRemixes): PostPage = client.call("sora.posts.remixes", request.json).let(::asPostPage)

    /** Each item of `remixes`, page after page. */
    fun remixesItems(request: ListRemixes): Flow<Published> = client.pieces("sora.posts.remixes", request.json, ::asPublished)
}

/** `sora.feeds`. */
class SoraFeeds internal constructor(private val client: Client) {
    /**
     * Lists the posts of all users.
     *
     * `GET /project_y/feed`
     */
    suspend fun public(request: ListPublicFeed = ListPublicFeed()): PostPage = client.call("sora.feeds.public", request.json).let(::asPostPage)

    /** Each item of `public`, page after page. */
    fun publicItems(request: ListPublicFeed = ListPublicFeed()): Flow<Published> = client.pieces("sora.feeds.public", request.json, ::asPublished)
    /**
     * Lists the posts of one user.
     *
     * `GET /project_y/profile_feed/{user}`
     */
    suspend fun profile(request: ListProfileFeed = ListProfileFeed()): PostPage = client.call("sora.feeds.profile", request.json).let(::asPostPage)

    /** Each item of `profile`, page after page. */
    fun profileItems(request: ListProfileFeed = ListProfileFeed()): Flow<Published> = client.pieces("sora.feeds.profile", request.json, ::asPublished)
}

/** `sora.profiles`. */
class SoraProfiles internal constructor(private val client: Client) {
    /**
     * Reads a user's or a character's profile by its user name.
     *
     * `GET /project_y/profile/username/{username}`
     */
    suspend fun get(request: GetProfile): UserProfile = client.call("sora.profiles.get", request.json).let(::asUserProfile)
    /**
     * Searches users and characters by user name.
     *
     * `GET /project_y/profile/search_mentions`
     */
    suspend fun search(request: SearchProfiles): MentionPage = client.call("sora.profiles.search", request.json).let(::asMentionPage)

    /** Each item of `search`, page after page. */
    fun searchItems(request: SearchProfiles): Flow<Mention> = client.pieces("sora.profiles.search", request.json, ::asMention)
}

/** `sora.links`. */
class SoraLinks internal constructor(private val client: Client) {
    /**
     * Asks the link service that the caller has configured (`links_url`) for the
     * address of a published video. sorakit knows of no such service and bundles
     * none; the account's credential does not go there.
     *
     * `POST /get-sora-link`
     */
    suspend fun resolve(request: ResolveLink): ResolvedLink = client.call("sora.links.resolve", request.json).let(::asResolvedLink)
}

/** `sora.cameos`. */
class SoraCameos internal constructor(private val client: Client) {
    /**
     * Reads the progress of the processing of a character's video.
     *
     * `GET /project_y/cameos/in_progress/{cameo_id}`
     */
    suspend fun progress(request: GetCameoProgress): CameoProgress = client.call("sora.cameos.progress", request.json).let(::asCameoProgress)
    /**
     * Changes who may use a character, or how it behaves. Fields that are not given stay unchanged.
     *
     * `POST /project_y/cameos/by_id/{cameo_id}/update_v2`
     */
    suspend fun update(request: UpdateCameo): Done = client.call("sora.cameos.update", request.json).let(::asDone)
}

/** `sora.references`. */
class SoraReferences internal constructor(private val client: Client) {
    /**
     * Makes a reference from an uploaded picture.
     *
     * `POST /project_y/references/create`
     */
    suspend fun create(request: CreateReference): ReferencePicture = client.call("sora.references.create", request.json).let(::asReferencePicture)
    /**
     * Lists the account's references.
     *
     * `GET /project_y/references/mine`
     */
    suspend fun mine(request: ListReferences = ListReferences()): ReferencePage = client.call("sora.references.mine", request.json).let(::asReferencePage)

    /** Each item of `mine`, page after page. */
    fun mineItems(request: ListReferences = ListReferences()): Flow<ReferencePicture> = client.pieces("sora.references.mine", request.json, ::asReferencePicture)
    /**
     * Changes a reference. Fields that are not given stay unchanged.
     *
     * `PUT /project_y/references/{reference_id}`
     */
    suspend fun update(request: UpdateReference): ReferencePicture = client.call("sora.references.update", request.json).let(::asReferencePicture)
    /**
     * Deletes a reference. A reference that is already gone is not an error.
     *
     * `DELETE /project_y/references/{reference_id}`
     */
    suspend fun delete(request: DeleteReference): Deleted = client.call("sora.references.delete", request.json).let(::asDeleted)
}

/** The operations of the dialect `sora`, one method an endpoint. */
class SoraOperations internal constructor(client: Client) {
    /** `sora.session`. */
    val session = SoraSession(client)
    /** `sora.tokens`. */
    val tokens = SoraTokens(client)
    /** `sora.sentinel`. */
    val sentinel = SoraSentinel(client)
    /** `sora.account`. */
    val account = SoraAccount(client)
    /** `sora.invites`. */
    val invites = SoraInvites(client)
    /** `sora.quota`. */
    val quota = SoraQuota(client)
    /** `sora.username`. */
    val username = SoraUsername(client)
    /** `sora.uploads`. */
    val uploads = SoraUploads(client)
    /** `sora.characters`. */
    val characters = SoraCharacters(client)
    /** `sora.images`. */
    val images = SoraImages(client)
    /** `sora.videos`. */
    val videos = SoraVideos(client)
    /** `sora.storyboards`. */
    val storyboards = SoraStoryboards(client)
    /** `sora.prompts`. */
    val prompts = SoraPrompts(client)
    /** `sora.tasks`. */
    val tasks = SoraTasks(client)
    /** `sora.drafts`. */
    val drafts = SoraDrafts(client)
    /** `sora.generations`. */
    val generations = SoraGenerations(client)
    /** `sora.posts`. */
    val posts = SoraPosts(client)
    /** `sora.feeds`. */
    val feeds = SoraFeeds(client)
    /** `sora.profiles`. */
    val profiles = SoraProfiles(client)
    /** `sora.links`. */
    val links = SoraLinks(client)
    /** `sora.cameos`. */
    val cameos = SoraCameos(client)
    /** `sora.references`. */
    val references = SoraReferences(client)
}

/** The documented clients that refresh tokens are issued to: each id with its redirect URI. */
val OAUTH_CLIENTS: Map<String, String> = mapOf(
    "app_LlGpXReQgckcGGUo2JrYvtJK" to "com.openai.chat://auth0.openai.com/ios/com.openai.chat/callback",
    "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh" to "https://chatgpt.com/api/auth/callback/login-web",
)
