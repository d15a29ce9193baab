// Made from the catalogue by `cargo xtask gen`. Do not edit.

import Foundation

/// The types of the dialect `sora`.
public enum Sora {

    /// Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same effect
    /// as once, and the answer says so.
    public struct AcceptInvite: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(inviteCode: String) {
            var given = Fields()
            given.add("invite_code", inviteCode)
            self.init(json: given.json)
        }
        /// The code, such as `SORA-XXXX-XXXX`.
        public var inviteCode: String { read("invite_code") }
    }

    /// The result of accepting an invite.
    public struct AcceptedInvite: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the account can use Sora 2 now.
        public var success: Bool? { read("success") }
        /// True if the account could already use Sora 2 before.
        public var alreadyAccepted: Bool? { read("already_accepted") }
    }

    /// A video of a post.
    public struct Attachment: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `sora`.
        public var kind: String? { read("kind") }
        /// The generation, `gen_…`.
        public var generationId: String? { read("generation_id") }
        /// The video.
        public var url: String? { read("url") }
        /// The video, for downloading.
        public var downloadableUrl: String? { read("downloadable_url") }
        /// The video with and without its watermark, as the server offers them.
        public var downloadUrls: DownloadUrls? { read("download_urls") }
        /// The files in which the video is offered.
        public var encodings: Encodings? { read("encodings") }
        /// Width in pixels.
        public var width: Int? { read("width") }
        /// Height in pixels.
        public var height: Int? { read("height") }
        /// The length in frames.
        public var nFrames: Int? { read("n_frames") }
    }

    /// Opens Sora 2 to an account that uses it for the first time.
    public struct Bootstrap: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// The progress of the processing of a character's video.
    public struct CameoProgress: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `processing`, `completed` or `failed`; real servers leave it `null`, or write `finalized`.
        public var status: String? { read("status") }
        /// `Completed`, which real servers write instead of a status.
        public var statusMessage: String? { read("status_message") }
        /// A suggestion for the display name.
        public var displayNameHint: String? { read("display_name_hint") }
        /// A suggestion for the user name.
        public var usernameHint: String? { read("username_hint") }
        /// The address of a picture taken from the video.
        public var profileAssetUrl: String? { read("profile_asset_url") }
        /// A description of the character: text, or a list of texts.
        public var instructionSetHint: Json? { read("instruction_set_hint") }
        /// The instructions, as real servers give them: a list.
        public var instructionSet: Json? { read("instruction_set") }
        /// The stage of the processing, from whichever field tells it: see `stage`.
        public var stage: CameoStage? { read("stage") }
        /// The time at which the video was uploaded.
        public var createdAt: Double? { read("created_at") }
    }

    /// The stage of the processing of a character's video.
    public enum CameoStage: String, Word, CaseIterable {
        /// The processing is under way.
        case processing = "processing"
        /// The processing is done, and the character can be finalized.
        case ready = "ready"
        /// The cameo has already been made a character.
        case finalized = "finalized"
        /// The processing failed.
        case failed = "failed"
    }

    /// Makes a character from a video of the account's own.
    public struct CharacterFromGeneration: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(generationId: String, characterId: String? = nil, timestamps: Json? = nil) {
            var given = Fields()
            given.add("generation_id", generationId)
            given.add("character_id", characterId)
            given.add("timestamps", timestamps)
            self.init(json: given.json)
        }
        /// The generation whose video is used, `gen_…`.
        public var generationId: String { read("generation_id") }
        /// The character to make again; a new one is made when absent.
        public var characterId: String? { read("character_id") }
        /// The part of the video in which the character is seen, from start to end in seconds, as
        /// `[0, 3]` or `"0,3"`.
        public var timestamps: Json? { read("timestamps") }
    }

    /// Asks how many videos the account may still make, and when that resets.
    public struct CheckQuota: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Asks whether a user name is free.
    public struct CheckUsername: Record {
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

    /// Creates an image, from a prompt or from other images.
    public struct CreateImage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(type: String? = nil, operation: ImageOperation, prompt: String, width: Int, height: Int, nVariants: Int? = nil, nFrames: Int? = nil, inpaintItems: [ImageItem]? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("type", type)
            given.add("operation", operation)
            given.add("prompt", prompt)
            given.add("width", width)
            given.add("height", height)
            given.add("n_variants", nVariants)
            given.add("n_frames", nFrames)
            given.add("inpaint_items", inpaintItems)
            given.add(extra)
            self.init(json: given.json)
        }
        /// `image_gen`.
        public var type: String? { read("type") }
        /// The source of the image: the prompt, or other images.
        public var operation: ImageOperation { read("operation") }
        /// A description of the image.
        public var prompt: String { read("prompt") }
        /// Width in pixels: 360, or 540 in landscape.
        public var width: Int { read("width") }
        /// Height in pixels: 360, or 540 in portrait.
        public var height: Int { read("height") }
        /// The number of variants; the document has 1, and servers also accept 2 and 4.
        public var nVariants: Int? { read("n_variants") }
        /// 1: an image is a single frame.
        public var nFrames: Int? { read("n_frames") }
        /// The images to start from, for a remix.
        public var inpaintItems: [ImageItem]? { read("inpaint_items") }
    }

    /// Publishes finished videos as a post.
    public struct CreatePost: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(attachmentsToCreate: [NewAttachment], postText: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("attachments_to_create", attachmentsToCreate)
            given.add("post_text", postText)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The videos.
        public var attachmentsToCreate: [NewAttachment] { read("attachments_to_create") }
        /// The text; it may be empty.
        public var postText: String? { read("post_text") }
    }

    /// Makes a reference from an uploaded picture.
    public struct CreateReference: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(name: String, description: String? = nil, assetPointer: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("name", name)
            given.add("description", description)
            given.add("asset_pointer", assetPointer)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The reference's name.
        public var name: String { read("name") }
        /// A description of the picture.
        public var description: String? { read("description") }
        /// The picture, as `UploadFile` answered it.
        public var assetPointer: String? { read("asset_pointer") }
    }

    /// Creates a video from shots, each with its length and its scene: as `shots`, from
    /// which the prompt is written, or as a `prompt` in the backend's own syntax.
    public struct CreateStoryboard: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(shots: [Shot]? = nil, prompt: String? = nil, instructions: String? = nil, kind: String? = nil, orientation: Orientation, size: Size? = nil, nFrames: Int, model: Model, inpaintItems: [InpaintItem]? = nil, styleId: Style? = nil, title: String? = nil, remixTargetId: String? = nil, rerollTargetId: String? = nil, cameoIds: [String]? = nil, cameoReplacements: [String: Json]? = nil, storyboardId: String? = nil, metadata: Json? = nil, audioCaption: String? = nil, audioTranscript: String? = nil, videoCaption: String? = nil, useImageAsFirstFrame: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("shots", shots)
            given.add("prompt", prompt)
            given.add("instructions", instructions)
            given.add("kind", kind)
            given.add("orientation", orientation)
            given.add("size", size)
            given.add("n_frames", nFrames)
            given.add("model", model)
            given.add("inpaint_items", inpaintItems)
            given.add("style_id", styleId)
            given.add("title", title)
            given.add("remix_target_id", remixTargetId)
            given.add("reroll_target_id", rerollTargetId)
            given.add("cameo_ids", cameoIds)
            given.add("cameo_replacements", cameoReplacements)
            given.add("storyboard_id", storyboardId)
            given.add("metadata", metadata)
            given.add("audio_caption", audioCaption)
            given.add("audio_transcript", audioTranscript)
            given.add("video_caption", videoCaption)
            given.add("use_image_as_first_frame", useImageAsFirstFrame)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The shots, in order; together at most as long as the video. These or `prompt`.
        public var shots: [Shot]? { read("shots") }
        /// The shots as the backend writes them: `current timeline:`, then for each shot the
        /// lines `Shot 1:`, `duration: 5.0sec` and `Scene: …`. This or `shots`.
        public var prompt: String? { read("prompt") }
        /// Instructions for the whole video; not with `prompt`, which includes them.
        public var instructions: String? { read("instructions") }
        /// `video`.
        public var kind: String? { read("kind") }
        /// The orientation.
        public var orientation: Orientation { read("orientation") }
        /// `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
        /// of its original, and needs none.
        public var size: Size? { read("size") }
        /// The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
        /// also accept 150 and 600.
        public var nFrames: Int { read("n_frames") }
        /// `sy_8` is standard, `sy_ore` is Pro.
        public var model: Model { read("model") }
        /// Images to start from.
        public var inpaintItems: [InpaintItem]? { read("inpaint_items") }
        /// The style.
        public var styleId: Style? { read("style_id") }
        /// The title.
        public var title: String? { read("title") }
        /// The post to remix, `s_…`.
        public var remixTargetId: String? { read("remix_target_id") }
        /// The draft to make again. Not in the document.
        public var rerollTargetId: String? { read("reroll_target_id") }
        /// The characters that appear.
        public var cameoIds: [String]? { read("cameo_ids") }
        /// A map of the replacements: the character that takes the place of another.
        public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
        /// The storyboard that the video belongs to.
        public var storyboardId: String? { read("storyboard_id") }
        /// Data of the caller's own.
        public var metadata: Json? { read("metadata") }
        /// A description of the sound.
        public var audioCaption: String? { read("audio_caption") }
        /// The spoken words.
        public var audioTranscript: String? { read("audio_transcript") }
        /// A description of the picture.
        public var videoCaption: String? { read("video_caption") }
        /// True if the first image is the first frame. Not in the document.
        public var useImageAsFirstFrame: Bool? { read("use_image_as_first_frame") }
    }

    /// Creates a video from a prompt, an image, or both, or a remix of a published one.
    public struct CreateVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, kind: String? = nil, orientation: Orientation, size: Size? = nil, nFrames: Int, model: Model, inpaintItems: [InpaintItem]? = nil, styleId: Style? = nil, title: String? = nil, remixTargetId: String? = nil, rerollTargetId: String? = nil, cameoIds: [String]? = nil, cameoReplacements: [String: Json]? = nil, storyboardId: String? = nil, metadata: Json? = nil, audioCaption: String? = nil, audioTranscript: String? = nil, videoCaption: String? = nil, useImageAsFirstFrame: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("kind", kind)
            given.add("orientation", orientation)
            given.add("size", size)
            given.add("n_frames", nFrames)
            given.add("model", model)
            given.add("inpaint_items", inpaintItems)
            given.add("style_id", styleId)
            given.add("title", title)
            given.add("remix_target_id", remixTargetId)
            given.add("reroll_target_id", rerollTargetId)
            given.add("cameo_ids", cameoIds)
            given.add("cameo_replacements", cameoReplacements)
            given.add("storyboard_id", storyboardId)
            given.add("metadata", metadata)
            given.add("audio_caption", audioCaption)
            given.add("audio_transcript", audioTranscript)
            given.add("video_caption", videoCaption)
            given.add("use_image_as_first_frame", useImageAsFirstFrame)
            given.add(extra)
            self.init(json: given.json)
        }
        /// A description of the video.
        public var prompt: String { read("prompt") }
        /// `video`.
        public var kind: String? { read("kind") }
        /// The orientation.
        public var orientation: Orientation { read("orientation") }
        /// `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
        /// of its original, and needs none.
        public var size: Size? { read("size") }
        /// The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
        /// also accept 150 and 600.
        public var nFrames: Int { read("n_frames") }
        /// `sy_8` is standard, `sy_ore` is Pro.
        public var model: Model { read("model") }
        /// Images to start from.
        public var inpaintItems: [InpaintItem]? { read("inpaint_items") }
        /// The style.
        public var styleId: Style? { read("style_id") }
        /// The title.
        public var title: String? { read("title") }
        /// The post to remix, `s_…`.
        public var remixTargetId: String? { read("remix_target_id") }
        /// The draft to make again. Not in the document.
        public var rerollTargetId: String? { read("reroll_target_id") }
        /// The characters that appear.
        public var cameoIds: [String]? { read("cameo_ids") }
        /// A map of the replacements: the character that takes the place of another.
        public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
        /// The storyboard that the video belongs to.
        public var storyboardId: String? { read("storyboard_id") }
        /// Data of the caller's own.
        public var metadata: Json? { read("metadata") }
        /// A description of the sound.
        public var audioCaption: String? { read("audio_caption") }
        /// The spoken words.
        public var audioTranscript: String? { read("audio_transcript") }
        /// A description of the picture.
        public var videoCaption: String? { read("video_caption") }
        /// True if the first image is the first frame. Not in the document.
        public var useImageAsFirstFrame: Bool? { read("use_image_as_first_frame") }
    }

    /// Creates several videos from one prompt. Not in the document.
    public struct CreateVideos: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, nsamples: Int, kind: String? = nil, orientation: Orientation, size: Size? = nil, nFrames: Int, model: Model, inpaintItems: [InpaintItem]? = nil, styleId: Style? = nil, title: String? = nil, remixTargetId: String? = nil, rerollTargetId: String? = nil, cameoIds: [String]? = nil, cameoReplacements: [String: Json]? = nil, storyboardId: String? = nil, metadata: Json? = nil, audioCaption: String? = nil, audioTranscript: String? = nil, videoCaption: String? = nil, useImageAsFirstFrame: Bool? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("nsamples", nsamples)
            given.add("kind", kind)
            given.add("orientation", orientation)
            given.add("size", size)
            given.add("n_frames", nFrames)
            given.add("model", model)
            given.add("inpaint_items", inpaintItems)
            given.add("style_id", styleId)
            given.add("title", title)
            given.add("remix_target_id", remixTargetId)
            given.add("reroll_target_id", rerollTargetId)
            given.add("cameo_ids", cameoIds)
            given.add("cameo_replacements", cameoReplacements)
            given.add("storyboard_id", storyboardId)
            given.add("metadata", metadata)
            given.add("audio_caption", audioCaption)
            given.add("audio_transcript", audioTranscript)
            given.add("video_caption", videoCaption)
            given.add("use_image_as_first_frame", useImageAsFirstFrame)
            given.add(extra)
            self.init(json: given.json)
        }
        /// A description of the videos.
        public var prompt: String { read("prompt") }
        /// The number of videos, from 2 to 4.
        public var nsamples: Int { read("nsamples") }
        /// `video`.
        public var kind: String? { read("kind") }
        /// The orientation.
        public var orientation: Orientation { read("orientation") }
        /// `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
        /// of its original, and needs none.
        public var size: Size? { read("size") }
        /// The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
        /// also accept 150 and 600.
        public var nFrames: Int { read("n_frames") }
        /// `sy_8` is standard, `sy_ore` is Pro.
        public var model: Model { read("model") }
        /// Images to start from.
        public var inpaintItems: [InpaintItem]? { read("inpaint_items") }
        /// The style.
        public var styleId: Style? { read("style_id") }
        /// The title.
        public var title: String? { read("title") }
        /// The post to remix, `s_…`.
        public var remixTargetId: String? { read("remix_target_id") }
        /// The draft to make again. Not in the document.
        public var rerollTargetId: String? { read("reroll_target_id") }
        /// The characters that appear.
        public var cameoIds: [String]? { read("cameo_ids") }
        /// A map of the replacements: the character that takes the place of another.
        public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
        /// The storyboard that the video belongs to.
        public var storyboardId: String? { read("storyboard_id") }
        /// Data of the caller's own.
        public var metadata: Json? { read("metadata") }
        /// A description of the sound.
        public var audioCaption: String? { read("audio_caption") }
        /// The spoken words.
        public var audioTranscript: String? { read("audio_transcript") }
        /// A description of the picture.
        public var videoCaption: String? { read("video_caption") }
        /// True if the first image is the first frame. Not in the document.
        public var useImageAsFirstFrame: Bool? { read("use_image_as_first_frame") }
    }

    /// The task that a creation started.
    public struct CreatedTask: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The task's id: `task_…` or `gen_…`. Opaque.
        public var id: String { read("id") }
    }

    /// The tasks that a creation of several videos started.
    public struct CreatedTasks: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The tasks.
        public var tasks: [CreatedTask] { read("tasks") }
    }

    /// Deletes a character. A character that is already gone is not an error.
    public struct DeleteCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(characterId: String) {
            var given = Fields()
            given.add("character_id", characterId)
            self.init(json: given.json)
        }
        /// The character.
        public var characterId: String { read("character_id") }
    }

    /// Deletes a post. A post that is already gone is not an error.
    public struct DeletePost: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(postId: String) {
            var given = Fields()
            given.add("post_id", postId)
            self.init(json: given.json)
        }
        /// The post, `s_…`.
        public var postId: String { read("post_id") }
    }

    /// Deletes a reference. A reference that is already gone is not an error.
    public struct DeleteReference: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(referenceId: String) {
            var given = Fields()
            given.add("reference_id", referenceId)
            self.init(json: given.json)
        }
        /// The reference.
        public var referenceId: String { read("reference_id") }
    }

    /// The outcome of a deletion.
    public struct Deleted: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the server had no such thing: it was deleted earlier, or never existed.
        public var alreadyGone: Bool? { read("already_gone") }
    }

    /// The outcome of an operation that only reports success.
    public struct Done: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the operation succeeded; also true if a server answers nothing but a good status.
        public var success: Bool? { read("success") }
    }

    /// The addresses of a video with and without its watermark, as the server gives them.
    public struct DownloadUrls: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// With the watermark.
        public var watermark: String? { read("watermark") }
        /// Without the watermark; absent if the server does not offer that.
        public var noWatermark: String? { read("no_watermark") }
        /// With a card at the end.
        public var endcardWatermark: String? { read("endcard_watermark") }
    }

    /// A finished video, or the refusal that takes its place.
    public struct Draft: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The generation's id, `gen_…`.
        public var id: String { read("id") }
        /// The task that made the draft, `task_…`.
        public var taskId: String? { read("task_id") }
        /// `sora_draft`, `sora_content_violation` or `sora_error`.
        public var kind: String? { read("kind") }
        /// The state, in the server's words.
        public var status: String? { read("status") }
        /// The reason for a refusal or failure.
        public var reasonStr: String? { read("reason_str") }
        /// The same reason, in Markdown.
        public var markdownReasonStr: String? { read("markdown_reason_str") }
        /// The video.
        public var url: String? { read("url") }
        /// The video, for downloading.
        public var downloadableUrl: String? { read("downloadable_url") }
        /// The video by its name in the document, under whichever name the server gives it.
        public var videoUrl: String? { read("video_url") }
        /// The video with and without its watermark, as the server offers them.
        public var downloadUrls: DownloadUrls? { read("download_urls") }
        /// A still of the video.
        public var thumbnailUrl: String? { read("thumbnail_url") }
        /// Width in pixels.
        public var width: Int? { read("width") }
        /// Height in pixels.
        public var height: Int? { read("height") }
        /// Length in seconds.
        public var durationS: Double? { read("duration_s") }
        /// The same, by its name in the document.
        public var durationSeconds: Double? { read("duration_seconds") }
        /// The orientation.
        public var orientation: String? { read("orientation") }
        /// The length in frames, at 30 a second.
        public var nFrames: Int? { read("n_frames") }
        /// The model, such as `sy_8`.
        public var model: String? { read("model") }
        /// The title.
        public var title: String? { read("title") }
        /// The time of creation.
        public var createdAt: Double? { read("created_at") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// The files in which the draft is offered.
        public var encodings: Encodings? { read("encodings") }
    }

    /// A page of drafts.
    public struct DraftPage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The drafts, newest first.
        public var items: [Draft] { read("items") }
        /// The same drafts, by their name in the document.
        public var drafts: [Draft] { read("drafts") }
        /// The cursor of the next page; absent on the last page.
        public var cursor: String? { read("cursor") }
    }

    /// One file of a draft or post.
    public struct Encoding: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The file's address.
        public var path: String? { read("path") }
        /// The size in bytes.
        public var size: Int? { read("size") }
    }

    /// The files in which a draft or post is offered.
    public struct Encodings: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The video as it was made.
        public var source: Encoding? { read("source") }
        /// A still of the video.
        public var thumbnail: Encoding? { read("thumbnail") }
    }

    /// Rewrites a prompt in more detail.
    public struct EnhancePrompt: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(prompt: String, expansionLevel: ExpansionLevel, durationS: Int) {
            var given = Fields()
            given.add("prompt", prompt)
            given.add("expansion_level", expansionLevel)
            given.add("duration_s", durationS)
            self.init(json: given.json)
        }
        /// The prompt.
        public var prompt: String { read("prompt") }
        /// The amount of detail.
        public var expansionLevel: ExpansionLevel { read("expansion_level") }
        /// The length in seconds of the video that the prompt is for: 10, 15 or 20.
        public var durationS: Int { read("duration_s") }
    }

    /// A prompt in more detail.
    public struct EnhancedPrompt: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The new prompt.
        public var enhancedPrompt: String { read("enhanced_prompt") }
    }

    /// Exchanges the session token of a signed-in user for an access token.
    ///
    /// The session token travels in the cookie `__Secure-next-auth.session-token`.
    public struct ExchangeSession: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(sessionToken: String) {
            var given = Fields()
            given.add("session_token", sessionToken)
            self.init(json: given.json)
        }
        /// The session token, as the cookie holds it.
        public var sessionToken: String { read("session_token") }
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

    /// Extends a finished video. Not in the document.
    public struct ExtendVideo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(generationId: String, userPrompt: String, extensionDurationS: Int, enableRewrite: Bool? = nil) {
            var given = Fields()
            given.add("generation_id", generationId)
            given.add("user_prompt", userPrompt)
            given.add("extension_duration_s", extensionDurationS)
            given.add("enable_rewrite", enableRewrite)
            self.init(json: given.json)
        }
        /// The draft to extend, `gen_…`.
        public var generationId: String { read("generation_id") }
        /// A description of what happens next.
        public var userPrompt: String { read("user_prompt") }
        /// The length to add, in seconds: 10 or 15.
        public var extensionDurationS: Int { read("extension_duration_s") }
        /// True if the server may rewrite the prompt.
        public var enableRewrite: Bool? { read("enable_rewrite") }
    }

    /// Turns a processed cameo into a character.
    public struct FinalizeCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(cameoId: String, username: String, displayName: String, profileAssetPointer: String, instructionSet: InstructionSet? = nil, safetyInstructionSet: InstructionSet? = nil) {
            var given = Fields()
            given.add("cameo_id", cameoId)
            given.add("username", username)
            given.add("display_name", displayName)
            given.add("profile_asset_pointer", profileAssetPointer)
            given.add("instruction_set", instructionSet)
            given.add("safety_instruction_set", safetyInstructionSet)
            self.init(json: given.json)
        }
        /// The cameo, `cameo_…`.
        public var cameoId: String { read("cameo_id") }
        /// The character's user name, without `@`.
        public var username: String { read("username") }
        /// The display name.
        public var displayName: String { read("display_name") }
        /// The picture, as `UploadFile` answered it.
        public var profileAssetPointer: String { read("profile_asset_pointer") }
        /// Instructions for the character's behaviour. The document sends `null`.
        public var instructionSet: InstructionSet? { read("instruction_set") }
        /// Instructions about things the character must not do. The document sends `null`.
        public var safetyInstructionSet: InstructionSet? { read("safety_instruction_set") }
    }

    /// The answer to [`FinalizeCharacter`].
    public struct Finalized: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The character.
        public var character: FinalizedCharacter { read("character") }
    }

    /// A new character.
    public struct FinalizedCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The character's id, `char_…` or `ch_…`.
        public var characterId: String { read("character_id") }
    }

    /// An image or video that a task made.
    public struct Generation: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The generation's id, `gen_…`.
        public var id: String? { read("id") }
        /// The address.
        public var url: String? { read("url") }
        /// Width in pixels.
        public var width: Int? { read("width") }
        /// Height in pixels.
        public var height: Int? { read("height") }
    }

    /// The address of a file.
    public struct GenerationDownload: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The address, signed and valid for a limited time.
        public var url: String { read("url") }
    }

    /// Reads the progress of the processing of a character's video.
    public struct GetCameoProgress: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(cameoId: String) {
            var given = Fields()
            given.add("cameo_id", cameoId)
            self.init(json: given.json)
        }
        /// The cameo, `cameo_…`.
        public var cameoId: String { read("cameo_id") }
    }

    /// Reads one finished video. Not in the document.
    public struct GetDraft: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(generationId: String) {
            var given = Fields()
            given.add("generation_id", generationId)
            self.init(json: given.json)
        }
        /// The generation, `gen_…`.
        public var generationId: String { read("generation_id") }
    }

    /// Asks for the address of a generation's file. Not in the document.
    public struct GetGenerationDownload: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(generationId: String) {
            var given = Fields()
            given.add("generation_id", generationId)
            self.init(json: given.json)
        }
        /// The generation, `gen_…`.
        public var generationId: String { read("generation_id") }
    }

    /// Reads the account's own invite code. The answer is 401 for an account without Sora 2, and
    /// 403 for one in a country that is not served.
    public struct GetInvite: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads the signed-in user.
    public struct GetMe: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads the account's own profile, another source of its user name and invite code.
    public struct GetMyProfile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads a post.
    public struct GetPost: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(postId: String) {
            var given = Fields()
            given.add("post_id", postId)
            self.init(json: given.json)
        }
        /// The post, `s_…`.
        public var postId: String { read("post_id") }
    }

    /// Reads a post with its original and its remixes.
    public struct GetPostTree: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(postId: String) {
            var given = Fields()
            given.add("post_id", postId)
            self.init(json: given.json)
        }
        /// The post, `s_…`.
        public var postId: String { read("post_id") }
    }

    /// Reads a user's or a character's profile by its user name.
    public struct GetProfile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(username: String) {
            var given = Fields()
            given.add("username", username)
            self.init(json: given.json)
        }
        /// The user name, without `@`.
        public var username: String { read("username") }
    }

    /// An image from which another one starts.
    public struct ImageItem: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(type: String? = nil, frameIndex: Int? = nil, uploadMediaId: String) {
            var given = Fields()
            given.add("type", type)
            given.add("frame_index", frameIndex)
            given.add("upload_media_id", uploadMediaId)
            self.init(json: given.json)
        }
        /// `image`.
        public var type: String? { read("type") }
        /// 0.
        public var frameIndex: Int? { read("frame_index") }
        /// The media id that `UploadImage` answered.
        public var uploadMediaId: String { read("upload_media_id") }
    }

    /// The source that an image is made from.
    public enum ImageOperation: String, Word, CaseIterable {
        /// From a prompt.
        case simpleCompose = "simple_compose"
        /// From other images.
        case remix = "remix"
    }

    /// Makes the call that the web application makes when it opens.
    public struct Initialize: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// An item that a video starts from.
    public struct InpaintItem: Union {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// An image uploaded with `UploadImage`.
        public static func upload(uploadId: String) -> InpaintItem {
            var given = Fields()
            given.add("kind", "upload")
            given.add("upload_id", uploadId)
            return InpaintItem(json: given.json)
        }
        /// An image uploaded with `UploadFile`. Not in the document.
        public static func file(fileId: String) -> InpaintItem {
            var given = Fields()
            given.add("kind", "file")
            given.add("file_id", fileId)
            return InpaintItem(json: given.json)
        }
        /// A video or image made before. Not in the document.
        public static func generation(generationId: String) -> InpaintItem {
            var given = Fields()
            given.add("kind", "generation")
            given.add("generation_id", generationId)
            return InpaintItem(json: given.json)
        }
        /// One of the account's own references. Not in the document.
        public static func reference(referenceId: String) -> InpaintItem {
            var given = Fields()
            given.add("kind", "reference")
            given.add("reference_id", referenceId)
            return InpaintItem(json: given.json)
        }
        public init(_ value: [String: Json]) { self.init(json: value.asJson) }
        public var kind: String? { read("kind") }
        /// The image's media id.
        public var uploadId: String? { read("upload_id") }
        /// The file's id.
        public var fileId: String? { read("file_id") }
        /// The generation's id.
        public var generationId: String? { read("generation_id") }
        /// The reference's id.
        public var referenceId: String? { read("reference_id") }
    }

    /// One instruction.
    public struct Instruction: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(type: String? = nil, value: String) {
            var given = Fields()
            given.add("type", type)
            given.add("value", value)
            self.init(json: given.json)
        }
        /// `text`.
        public var type: String? { read("type") }
        /// The instruction in words.
        public var value: String { read("value") }
    }

    /// Instructions for a character, as real clients send them: `{"value":
    /// [{"type": "text", "value": "…"}]}`.
    public struct InstructionSet: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(value: [Instruction]) {
            var given = Fields()
            given.add("value", value)
            self.init(json: given.json)
        }
        /// The instructions.
        public var value: [Instruction] { read("value") }
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

    /// Likes a post.
    public struct LikePost: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(postId: String) {
            var given = Fields()
            given.add("post_id", postId)
            self.init(json: given.json)
        }
        /// The post, `s_…`.
        public var postId: String { read("post_id") }
    }

    /// Lists the account's finished videos, newest first.
    public struct ListDrafts: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil, cursor: String? = nil) {
            var given = Fields()
            given.add("limit", limit)
            given.add("cursor", cursor)
            self.init(json: given.json)
        }
        /// The maximum number of drafts to return, from 1 to 100; the server's default is 15.
        public var limit: Int? { read("limit") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the account's finished videos by the newer path. Not in the document.
    public struct ListDraftsV2: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil, cursor: String? = nil) {
            var given = Fields()
            given.add("limit", limit)
            given.add("cursor", cursor)
            self.init(json: given.json)
        }
        /// The maximum number of drafts to return, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the videos that are being made. One request serves all of an account's jobs. A job
    /// that has ended is no longer listed, and appears among the drafts a few seconds later
    /// (`docs/wire/sora.md` §6.1).
    public struct ListPending: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Lists the videos that are being made, by the older path, whose progress jumps
    /// from 0 to 0.9 (`docs/wire/sora.md` §6.4).
    public struct ListPendingV1: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Lists the posts of one user.
    public struct ListProfileFeed: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(user: String? = nil, limit: Int? = nil, cut: String? = nil, cursor: String? = nil) {
            var given = Fields()
            given.add("user", user)
            given.add("limit", limit)
            given.add("cut", cut)
            given.add("cursor", cursor)
            self.init(json: given.json)
        }
        /// The user's id, or `me`.
        public var user: String? { read("user") }
        /// The maximum number of posts to return, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// `nf2`.
        public var cut: String? { read("cut") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the posts of all users.
    public struct ListPublicFeed: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil, cut: String? = nil, cursor: String? = nil) {
            var given = Fields()
            given.add("limit", limit)
            given.add("cut", cut)
            given.add("cursor", cursor)
            self.init(json: given.json)
        }
        /// The maximum number of posts to return, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// `nf2_latest` or `nf2_top`.
        public var cut: String? { read("cut") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the latest image tasks, newest first.
    public struct ListRecentTasks: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil) {
            var given = Fields()
            given.add("limit", limit)
            self.init(json: given.json)
        }
        /// The maximum number of tasks to return, from 1 to 100; the server's default is 20.
        public var limit: Int? { read("limit") }
    }

    /// Lists the account's references.
    public struct ListReferences: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil, cursor: String? = nil) {
            var given = Fields()
            given.add("limit", limit)
            given.add("cursor", cursor)
            self.init(json: given.json)
        }
        /// The maximum number of references to return.
        public var limit: Int? { read("limit") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the remixes of a post.
    public struct ListRemixes: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(postId: String, limit: Int? = nil, cursor: String? = nil) {
            var given = Fields()
            given.add("post_id", postId)
            given.add("limit", limit)
            given.add("cursor", cursor)
            self.init(json: given.json)
        }
        /// The post, `s_…`.
        public var postId: String { read("post_id") }
        /// The maximum number of posts to return, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the account's subscriptions; none for a free account.
    public struct ListSubscriptions: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Lists all tasks, newest first. Not in the document.
    public struct ListTasks: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil, after: String? = nil) {
            var given = Fields()
            given.add("limit", limit)
            given.add("after", after)
            self.init(json: given.json)
        }
        /// The maximum number of tasks to return, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// The position to continue from: the `last_id` of the previous page.
        public var after: String? { read("after") }
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

    /// A user or character that was found.
    public struct Mention: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The profile of the user or character.
        public var profile: UserProfile { read("profile") }
    }

    /// A page of search results.
    public struct MentionPage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The search results.
        public var items: [Mention] { read("items") }
        /// The cursor of the next page; absent on the last page.
        public var cursor: String? { read("cursor") }
    }

    /// The model that makes a video.
    public struct Model: OpenWord {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// The standard model.
        public static let sy8 = Model(rawValue: "sy_8")
        /// The Pro model.
        public static let syOre = Model(rawValue: "sy_ore")
    }

    /// The account's own profile.
    public struct MyProfile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The public profile.
        public var profile: UserProfile? { read("profile") }
        /// Information that only the account itself sees, such as its invite code.
        public var myInfo: [String: Json] { read("my_info") }
    }

    /// A video to publish.
    public struct NewAttachment: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(generationId: String, kind: String? = nil) {
            var given = Fields()
            given.add("generation_id", generationId)
            given.add("kind", kind)
            self.init(json: given.json)
        }
        /// The generation, `gen_…`, not the task.
        public var generationId: String { read("generation_id") }
        /// `sora`.
        public var kind: String? { read("kind") }
    }

    /// The orientation of a video.
    public struct Orientation: OpenWord {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// 16:9.
        public static let landscape = Orientation(rawValue: "landscape")
        /// 9:16.
        public static let portrait = Orientation(rawValue: "portrait")
        /// 1:1. Not in the document.
        public static let square = Orientation(rawValue: "square")
    }

    /// A video that is being made.
    public struct PendingTask: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The task's id: `task_…` or `gen_…`.
        public var id: String { read("id") }
        /// The state, in the server's words: `pending`, `processing`, `preprocessing`, `queued`,
        /// `running`, `completed`, `succeeded`, `failed`, `error`.
        public var status: String? { read("status") }
        /// Progress from 0 to 1. Servers write `progress` or `progress_pct`, and neither while the
        /// task waits.
        public var progressPct: Double? { read("progress_pct") }
        /// The same, by its name in the document.
        public var progress: Double? { read("progress") }
        /// The time at which the task was created.
        public var createdAt: Double? { read("created_at") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// The orientation.
        public var orientation: String? { read("orientation") }
        /// The length in frames, at 30 a second.
        public var nFrames: Int? { read("n_frames") }
        /// The model, such as `sy_8`.
        public var model: String? { read("model") }
        /// The reason for the task's failure.
        public var failureReason: String? { read("failure_reason") }
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

    /// A post.
    public struct Post: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The post's id, `s_…`.
        public var id: String { read("id") }
        /// The address of the post's page.
        public var permalink: String? { read("permalink") }
        /// The text.
        public var text: String? { read("text") }
        /// The time of publication.
        public var postedAt: Double? { read("posted_at") }
        /// The same, by its name in the document.
        public var createdAt: Double? { read("created_at") }
        /// The video by its name in the document, under whichever name the server gives it.
        public var videoUrl: String? { read("video_url") }
        /// The number of likes.
        public var likeCount: Int? { read("like_count") }
        /// The number of views.
        public var viewCount: Int? { read("view_count") }
        /// The number of remixes.
        public var remixCount: Int? { read("remix_count") }
        /// The post of which this one is a remix.
        public var parentPostId: String? { read("parent_post_id") }
        /// The videos.
        public var attachments: [Attachment] { read("attachments") }
    }

    /// A page of posts.
    public struct PostPage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The posts.
        public var items: [Published] { read("items") }
        /// The cursor of the next page; absent on the last page.
        public var cursor: String? { read("cursor") }
    }

    /// A post with its original and its remixes.
    public struct PostTree: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The post.
        public var post: Post { read("post") }
        /// The author.
        public var profile: UserProfile? { read("profile") }
        /// The post of which this one is a remix.
        public var parent: Published? { read("parent") }
        /// The remixes of the post.
        public var children: PostPage? { read("children") }
    }

    /// The proof of work of a challenge.
    public struct ProofOfWork: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the proof of work is required.
        public var required: Bool? { read("required") }
        /// The seed that is hashed before the answer.
        public var seed: String? { read("seed") }
        /// The bound for the first bytes of the hash, in hexadecimal.
        public var difficulty: String? { read("difficulty") }
    }

    /// A post and its author.
    public struct Published: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The post.
        public var post: Post { read("post") }
        /// The author.
        public var profile: UserProfile? { read("profile") }
    }

    /// The account's quota.
    public struct Quota: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The figures.
        public var rateLimitAndCreditBalance: RateLimitAndCreditBalance? { read("rate_limit_and_credit_balance") }
    }

    /// The figures of a quota. What a server leaves out reads as zero or false.
    public struct RateLimitAndCreditBalance: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The approximate number of videos left.
        public var estimatedNumVideosRemaining: Int? { read("estimated_num_videos_remaining") }
        /// True if no more videos may be made until the reset.
        public var rateLimitReached: Bool? { read("rate_limit_reached") }
        /// Seconds until the quota is full again.
        public var accessResetsInSeconds: Int? { read("access_resets_in_seconds") }
    }

    /// A page of references.
    public struct ReferencePage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The references.
        public var items: [ReferencePicture] { read("items") }
        /// The cursor of the next page; absent on the last page.
        public var cursor: String? { read("cursor") }
    }

    /// A picture that prompts can use again.
    public struct ReferencePicture: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The reference's id, which an `InpaintItem::Reference` names.
        public var referenceId: String { read("reference_id") }
        /// The reference's name.
        public var name: String? { read("name") }
        /// A description of the picture.
        public var description: String? { read("description") }
        /// The picture.
        public var assetPointer: String? { read("asset_pointer") }
        /// The time of creation.
        public var createdAt: Double? { read("created_at") }
    }

    /// Exchanges a refresh token for a new access token.
    ///
    /// The refresh token is used up by the call: the answer's one replaces it, and
    /// has to be stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh
    /// token works only with the client id that it was issued to (`docs/wire/sora.md` §1.3);
    /// the documented ones are `OAUTH_CLIENTS`, in Rust [`OauthClient::ALL`].
    public struct RefreshToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(refreshToken: String, clientId: String? = nil, redirectUri: String? = nil) {
            var given = Fields()
            given.add("refresh_token", refreshToken)
            given.add("client_id", clientId)
            given.add("redirect_uri", redirectUri)
            self.init(json: given.json)
        }
        /// The refresh token.
        public var refreshToken: String { read("refresh_token") }
        /// The client id that the token was issued to. Default: the iOS application's,
        /// `app_LlGpXReQgckcGGUo2JrYvtJK`.
        public var clientId: String? { read("client_id") }
        /// The redirect URI that belongs to the client id. Default: that of a known client.
        public var redirectUri: String? { read("redirect_uri") }
    }

    /// The new tokens.
    public struct RefreshedToken: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The new access token, a JWT. Empty if the answer holds a refresh token alone, which
        /// has to be stored all the same.
        public var accessToken: String? { read("access_token") }
        /// The refresh token for the next time. Absent when the old one stays valid.
        public var refreshToken: String? { read("refresh_token") }
        /// The lifetime of the access token, in seconds.
        public var expiresIn: Int? { read("expires_in") }
        /// `Bearer`.
        public var tokenType: String? { read("token_type") }
    }

    /// Asks for a Sentinel challenge, to be solved for one creation or publication.
    public struct RequestSentinel: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(p: String, id: String, flow: String) {
            var given = Fields()
            given.add("p", p)
            given.add("id", id)
            given.add("flow", flow)
            self.init(json: given.json)
        }
        /// The first proof of work: `gAAAAAC` and the answer for a random seed with
        /// difficulty `0fffff`.
        public var p: String { read("p") }
        /// The request's id, a UUID. Public clients send the device id.
        public var id: String { read("id") }
        /// The purpose of the challenge, such as `sora_init`. Servers accept other words too
        /// (`docs/wire/sora.md` §2.4).
        public var flow: String { read("flow") }
    }

    /// Asks the link service that the caller has configured (`links_url`) for the
    /// address of a published video. sorakit knows of no such service and bundles
    /// none; the account's credential does not go there.
    public struct ResolveLink: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(url: String, token: String) {
            var given = Fields()
            given.add("url", url)
            given.add("token", token)
            self.init(json: given.json)
        }
        /// The post's page, `https://…/p/s_…`.
        public var url: String { read("url") }
        /// The token of the link service.
        public var token: String { read("token") }
    }

    /// The address of a published video.
    public struct ResolvedLink: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The video's address.
        public var downloadLink: String { read("download_link") }
    }

    /// Searches users and characters by user name.
    public struct SearchProfiles: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(username: String, intent: String? = nil, limit: Int? = nil, cursor: String? = nil) {
            var given = Fields()
            given.add("username", username)
            given.add("intent", intent)
            given.add("limit", limit)
            given.add("cursor", cursor)
            self.init(json: given.json)
        }
        /// The text to find in user names, without `@`.
        public var username: String { read("username") }
        /// The kind of profile to look for: `users`, or `cameo` for characters only.
        public var intent: String? { read("intent") }
        /// The maximum number of profiles to return, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// The position to continue from: the `cursor` of the previous page.
        public var cursor: String? { read("cursor") }
    }

    /// A Sentinel challenge.
    public struct SentinelChallenge: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The challenge's own token, sent back as `c`.
        public var token: String? { read("token") }
        /// The Turnstile part. sorakit runs no challenge scripts; `dx` is sent back.
        public var turnstile: Turnstile? { read("turnstile") }
        /// The proof of work that is required. Absent means none.
        public var proofofwork: ProofOfWork? { read("proofofwork") }
    }

    /// The signed-in session.
    public struct Session: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The access token, a JWT; its `exp` claim holds its expiry.
        public var accessToken: String { read("accessToken") }
        /// The signed-in user.
        public var user: SessionUser? { read("user") }
        /// The end of the session, not of the access token.
        public var expires: Double? { read("expires") }
    }

    /// The signed-in user.
    public struct SessionUser: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The e-mail address.
        public var email: String? { read("email") }
        /// The display name.
        public var name: String? { read("name") }
    }

    /// Sets the account's user name, which publishing needs.
    public struct SetUsername: Record {
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

    /// The resolution class of a video.
    public struct Size: OpenWord {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Standard resolution.
        public static let small = Size(rawValue: "small")
        /// Between the two. Not in the document.
        public static let medium = Size(rawValue: "medium")
        /// HD, for `sy_ore` only and not at 25 s.
        public static let large = Size(rawValue: "large")
    }

    /// The style of a video: the ten of `docs/wire/sora.md` §9.2, the others that servers accept,
    /// and any other word.
    public struct Style: OpenWord {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let festive = Style(rawValue: "festive")
        public static let kakalaka = Style(rawValue: "kakalaka")
        public static let news = Style(rawValue: "news")
        public static let selfie = Style(rawValue: "selfie")
        public static let handheld = Style(rawValue: "handheld")
        public static let golden = Style(rawValue: "golden")
        public static let anime = Style(rawValue: "anime")
        public static let retro = Style(rawValue: "retro")
        public static let nostalgic = Style(rawValue: "nostalgic")
        public static let comic = Style(rawValue: "comic")
        public static let highDef = Style(rawValue: "high_def")
        public static let kpop = Style(rawValue: "kpop")
        public static let cartoon2 = Style(rawValue: "cartoon2")
        public static let selfie3 = Style(rawValue: "selfie3")
        public static let animated = Style(rawValue: "animated")
        public static let sitcom = Style(rawValue: "sitcom")
        public static let thanksgiving = Style(rawValue: "thanksgiving")
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

    /// A task.
    public struct Task: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The task's id, `task_…`.
        public var id: String { read("id") }
        /// `image_gen` or `video_gen`.
        public var type: String? { read("type") }
        /// The state, in the server's words: `completed` and its synonyms, or `queued`, `running`,
        /// `succeeded`, `failed`.
        public var status: String? { read("status") }
        /// Progress from 0 to 1, when the server reports it.
        public var progressPct: Double? { read("progress_pct") }
        /// The time of creation.
        public var createdAt: Double? { read("created_at") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// The image, as the document names it.
        public var imageUrl: String? { read("image_url") }
        /// The images and videos that the task made.
        public var generations: [Generation] { read("generations") }
        /// The reason for the failure.
        public var failureReason: String? { read("failure_reason") }
        /// The same, as some servers name it.
        public var errorMessage: String? { read("error_message") }
    }

    /// A page of tasks.
    public struct TaskPage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The tasks, newest first. Servers name the list `tasks` or `task_responses`.
        public var tasks: [Task] { read("tasks") }
        /// The last task's id.
        public var lastId: String? { read("last_id") }
        /// True if there are more tasks.
        public var hasMore: Bool? { read("has_more") }
    }

    /// The Turnstile part of a challenge.
    public struct Turnstile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The value that is sent back as `t`.
        public var dx: String? { read("dx") }
    }

    /// Changes who may use a character, or how it behaves. Fields that are not given stay unchanged.
    public struct UpdateCameo: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(cameoId: String, visibility: Visibility? = nil, instructionSet: InstructionSet? = nil, safetyInstructionSet: InstructionSet? = nil) {
            var given = Fields()
            given.add("cameo_id", cameoId)
            given.add("visibility", visibility)
            given.add("instruction_set", instructionSet)
            given.add("safety_instruction_set", safetyInstructionSet)
            self.init(json: given.json)
        }
        /// The cameo, `cameo_…`.
        public var cameoId: String { read("cameo_id") }
        /// The people who may use the character.
        public var visibility: Visibility? { read("visibility") }
        /// Instructions for the character's behaviour. Not in the document.
        public var instructionSet: InstructionSet? { read("instruction_set") }
        /// Instructions about things the character must not do. Not in the document.
        public var safetyInstructionSet: InstructionSet? { read("safety_instruction_set") }
    }

    /// Changes a reference. Fields that are not given stay unchanged.
    public struct UpdateReference: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(referenceId: String, name: String? = nil, description: String? = nil, assetPointer: String? = nil, extra: [String: Json] = [:]) {
            var given = Fields()
            given.add("reference_id", referenceId)
            given.add("name", name)
            given.add("description", description)
            given.add("asset_pointer", assetPointer)
            given.add(extra)
            self.init(json: given.json)
        }
        /// The reference.
        public var referenceId: String { read("reference_id") }
        /// The new name.
        public var name: String? { read("name") }
        /// The new description.
        public var description: String? { read("description") }
        /// The new picture.
        public var assetPointer: String? { read("asset_pointer") }
    }

    /// Uploads a video to make a character from: MP4, by content.
    public struct UploadCharacter: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(file: FileInput, timestamps: Json? = nil) {
            var given = Fields()
            given.add("file", file)
            given.add("timestamps", timestamps)
            self.init(json: given.json)
        }
        /// The video.
        public var file: FileInput { read("file") }
        /// The part of the video in which the character is seen, from start to end in seconds, as
        /// `[0, 3]` or `"0,3"`.
        public var timestamps: Json? { read("timestamps") }
    }

    /// Uploads a character's picture, or an image to start from by the newer way:
    /// PNG, JPEG or WebP, by content.
    public struct UploadFile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(file: FileInput, useCase: UseCase? = nil) {
            var given = Fields()
            given.add("file", file)
            given.add("use_case", useCase)
            self.init(json: given.json)
        }
        /// The image; WebP is recommended for a character's picture.
        public var file: FileInput { read("file") }
        /// The purpose of the file.
        public var useCase: UseCase? { read("use_case") }
    }

    /// Uploads an image for a creation to start from: PNG, JPEG or WebP, by content.
    public struct UploadImage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(file: FileInput) {
            var given = Fields()
            given.add("file", file)
            self.init(json: given.json)
        }
        /// The image.
        public var file: FileInput { read("file") }
    }

    /// The result of an upload.
    public struct Uploaded: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The media id: `upload_…` or `media_…`. Opaque.
        public var id: String { read("id") }
    }

    /// An uploaded file.
    public struct UploadedFile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The pointer that names the file in later requests: `asset_ptr_…` or `sediment://file_…`.
        public var assetPointer: String { read("asset_pointer") }
        /// The file's id, `file_…`, which an `InpaintItem::File` names. Not
        /// every server gives one.
        public var fileId: String? { read("file_id") }
        /// The address.
        public var url: String? { read("url") }
        /// The size in bytes.
        public var size: Int? { read("size") }
    }

    /// The purpose of an uploaded file.
    public enum UseCase: String, Word, CaseIterable {
        /// A character's picture (`docs/wire/sora.md` §4.3).
        case profile = "profile"
        /// An image to start from (`docs/wire/sora.md` §4.3).
        case inpaintSafe = "inpaint_safe"
    }

    /// The public profile of a user or a character.
    public struct UserProfile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The user's id.
        public var userId: String? { read("user_id") }
        /// The user name.
        public var username: String? { read("username") }
        /// The display name.
        public var displayName: String? { read("display_name") }
        /// The address of the picture.
        public var profilePictureUrl: String? { read("profile_picture_url") }
        /// The address of the profile's page.
        public var permalink: String? { read("permalink") }
        /// The user's own description.
        public var description: String? { read("description") }
        /// The character's id, if the profile is that of a character.
        public var characterId: String? { read("character_id") }
        /// The cameo from which the character was made.
        public var cameoId: String? { read("cameo_id") }
        /// The number of followers.
        public var followerCount: Int? { read("follower_count") }
        /// The number of posts.
        public var postCount: Int? { read("post_count") }
        /// The time at which the profile was created.
        public var createdAt: Double? { read("created_at") }
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

    /// The availability of a user name.
    public struct UsernameAvailability: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// True if the name can be taken.
        public var available: Bool? { read("available") }
    }

    /// The people who may use a character.
    public enum Visibility: String, Word, CaseIterable {
        /// Only its owner.
        case `private` = "private"
        /// Everyone.
        case `public` = "public"
    }
}

/// `sora.session`.
public struct SoraSession: Sendable {
    let client: Client

    /// Exchanges the session token of a signed-in user for an access token.
    ///
    /// The session token travels in the cookie `__Secure-next-auth.session-token`.
    ///
    /// `GET /api/auth/session`
    public func exchange(_ request: Sora.ExchangeSession) async throws -> Sora.Session {
        read(try await client.call("sora.session.exchange", request.json))
    }
}

/// `sora.tokens`.
public struct SoraTokens: Sendable {
    let client: Client

    /// Exchanges a refresh token for a new access token.
    ///
    /// The refresh token is used up by the call: the answer's one replaces it, and
    /// has to be stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh
    /// token works only with the client id that it was issued to (`docs/wire/sora.md` §1.3);
    /// the documented ones are `OAUTH_CLIENTS`, in Rust [`OauthClient::ALL`].
    ///
    /// `POST /oauth/token`
    public func refresh(_ request: Sora.RefreshToken) async throws -> Sora.RefreshedToken {
        read(try await client.call("sora.tokens.refresh", request.json))
    }
}

/// `sora.sentinel`.
public struct SoraSentinel: Sendable {
    let client: Client

    /// Asks for a Sentinel challenge, to be solved for one creation or publication.
    ///
    /// `POST /backend-api/sentinel/req`
    public func request(_ request: Sora.RequestSentinel) async throws -> Sora.SentinelChallenge {
        read(try await client.call("sora.sentinel.request", request.json))
    }
}

/// `sora.account`.
public struct SoraAccount: Sendable {
    let client: Client

    /// Reads the signed-in user.
    ///
    /// `GET /me`
    public func me(_ request: Sora.GetMe = .init()) async throws -> Sora.Me {
        read(try await client.call("sora.account.me", request.json))
    }

    /// Reads the account's own profile, another source of its user name and invite code.
    ///
    /// `GET /project_y/v2/me`
    public func profile(_ request: Sora.GetMyProfile = .init()) async throws -> Sora.MyProfile {
        read(try await client.call("sora.account.profile", request.json))
    }

    /// Lists the account's subscriptions; none for a free account.
    ///
    /// `GET /billing/subscriptions`
    public func subscriptions(_ request: Sora.ListSubscriptions = .init()) async throws -> Sora.Subscriptions {
        read(try await client.call("sora.account.subscriptions", request.json))
    }

    /// Opens Sora 2 to an account that uses it for the first time.
    ///
    /// `GET /m/bootstrap`
    public func bootstrap(_ request: Sora.Bootstrap = .init()) async throws -> Sora.Done {
        read(try await client.call("sora.account.bootstrap", request.json))
    }

    /// Makes the call that the web application makes when it opens.
    ///
    /// `POST /project_y/initialize_async`
    public func initialize(_ request: Sora.Initialize = .init()) async throws -> Sora.Done {
        read(try await client.call("sora.account.initialize", request.json))
    }
}

/// `sora.invites`.
public struct SoraInvites: Sendable {
    let client: Client

    /// Reads the account's own invite code. The answer is 401 for an account without Sora 2, and
    /// 403 for one in a country that is not served.
    ///
    /// `GET /project_y/invite/mine`
    public func mine(_ request: Sora.GetInvite = .init()) async throws -> Sora.Invite {
        read(try await client.call("sora.invites.mine", request.json))
    }

    /// Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same effect
    /// as once, and the answer says so.
    ///
    /// `POST /project_y/invite/accept`
    public func accept(_ request: Sora.AcceptInvite) async throws -> Sora.AcceptedInvite {
        read(try await client.call("sora.invites.accept", request.json))
    }
}

/// `sora.quota`.
public struct SoraQuota: Sendable {
    let client: Client

    /// Asks how many videos the account may still make, and when that resets.
    ///
    /// `GET /nf/check`
    public func check(_ request: Sora.CheckQuota = .init()) async throws -> Sora.Quota {
        read(try await client.call("sora.quota.check", request.json))
    }
}

/// `sora.username`.
public struct SoraUsername: Sendable {
    let client: Client

    /// Asks whether a user name is free.
    ///
    /// `POST /project_y/profile/username/check`
    public func check(_ request: Sora.CheckUsername) async throws -> Sora.UsernameAvailability {
        read(try await client.call("sora.username.check", request.json))
    }

    /// Sets the account's user name, which publishing needs.
    ///
    /// `POST /project_y/profile/username/set`
    public func set(_ request: Sora.SetUsername) async throws -> Sora.Username {
        read(try await client.call("sora.username.set", request.json))
    }
}

/// `sora.uploads`.
public struct SoraUploads: Sendable {
    let client: Client

    /// Uploads an image for a creation to start from: PNG, JPEG or WebP, by content.
    ///
    /// `POST /uploads`
    public func image(_ request: Sora.UploadImage) async throws -> Sora.Uploaded {
        read(try await client.call("sora.uploads.image", request.json))
    }

    /// Uploads a video to make a character from: MP4, by content.
    ///
    /// `POST /characters/upload`
    public func character(_ request: Sora.UploadCharacter) async throws -> Sora.Uploaded {
        read(try await client.call("sora.uploads.character", request.json))
    }

    /// Uploads a character's picture, or an image to start from by the newer way:
    /// PNG, JPEG or WebP, by content.
    ///
    /// `POST /project_y/file/upload`
    public func file(_ request: Sora.UploadFile) async throws -> Sora.UploadedFile {
        read(try await client.call("sora.uploads.file", request.json))
    }
}

/// `sora.characters`.
public struct SoraCharacters: Sendable {
    let client: Client

    /// Makes a character from a video of the account's own.
    ///
    /// `POST /characters/from-generation`
    public func fromGeneration(_ request: Sora.CharacterFromGeneration) async throws -> Sora.Uploaded {
        read(try await client.call("sora.characters.from_generation", request.json))
    }

    /// Turns a processed cameo into a character.
    ///
    /// `POST /characters/finalize`
    public func finalize(_ request: Sora.FinalizeCharacter) async throws -> Sora.Finalized {
        read(try await client.call("sora.characters.finalize", request.json))
    }

    /// Deletes a character. A character that is already gone is not an error.
    ///
    /// `DELETE /project_y/characters/{character_id}`
    public func delete(_ request: Sora.DeleteCharacter) async throws -> Sora.Deleted {
        read(try await client.call("sora.characters.delete", request.json))
    }
}

/// `sora.images`.
public struct SoraImages: Sendable {
    let client: Client

    /// Creates an image, from a prompt or from other images.
    ///
    /// `POST /video_gen`
    public func create(_ request: Sora.CreateImage) async throws -> Sora.CreatedTask {
        read(try await client.call("sora.images.create", request.json))
    }
}

/// `sora.videos`.
public struct SoraVideos: Sendable {
    let client: Client

    /// Creates a video from a prompt, an image, or both, or a remix of a published one.
    ///
    /// `POST /nf/create`
    public func create(_ request: Sora.CreateVideo) async throws -> Sora.CreatedTask {
        read(try await client.call("sora.videos.create", request.json))
    }

    /// Creates several videos from one prompt. Not in the document.
    ///
    /// `POST /nf/bulk_create`
    public func bulkCreate(_ request: Sora.CreateVideos) async throws -> Sora.CreatedTasks {
        read(try await client.call("sora.videos.bulk_create", request.json))
    }

    /// Extends a finished video. Not in the document.
    ///
    /// `POST /project_y/profile/drafts/{generation_id}/long_video_extension`
    public func extend(_ request: Sora.ExtendVideo) async throws -> Sora.CreatedTask {
        read(try await client.call("sora.videos.extend", request.json))
    }
}

/// `sora.storyboards`.
public struct SoraStoryboards: Sendable {
    let client: Client

    /// Creates a video from shots, each with its length and its scene: as `shots`, from
    /// which the prompt is written, or as a `prompt` in the backend's own syntax.
    ///
    /// `POST /nf/create/storyboard`
    public func create(_ request: Sora.CreateStoryboard) async throws -> Sora.CreatedTask {
        read(try await client.call("sora.storyboards.create", request.json))
    }
}

/// `sora.prompts`.
public struct SoraPrompts: Sendable {
    let client: Client

    /// Rewrites a prompt in more detail.
    ///
    /// `POST /editor/enhance_prompt`
    public func enhance(_ request: Sora.EnhancePrompt) async throws -> Sora.EnhancedPrompt {
        read(try await client.call("sora.prompts.enhance", request.json))
    }
}

/// `sora.tasks`.
public struct SoraTasks: Sendable {
    let client: Client

    /// Lists the videos that are being made. One request serves all of an account's jobs. A job
    /// that has ended is no longer listed, and appears among the drafts a few seconds later
    /// (`docs/wire/sora.md` §6.1).
    ///
    /// `GET /nf/pending/v2`
    public func pending(_ request: Sora.ListPending = .init()) async throws -> [Sora.PendingTask] {
        read(try await client.call("sora.tasks.pending", request.json))
    }

    /// Lists the videos that are being made, by the older path, whose progress jumps
    /// from 0 to 0.9 (`docs/wire/sora.md` §6.4).
    ///
    /// `GET /nf/pending`
    public func pendingV1(_ request: Sora.ListPendingV1 = .init()) async throws -> [Sora.PendingTask] {
        read(try await client.call("sora.tasks.pending_v1", request.json))
    }

    /// Lists the latest image tasks, newest first.
    ///
    /// `GET /v2/recent_tasks`
    public func recent(_ request: Sora.ListRecentTasks = .init()) async throws -> Sora.TaskPage {
        read(try await client.call("sora.tasks.recent", request.json))
    }

    /// Lists all tasks, newest first. Not in the document.
    ///
    /// `GET /v2/list_tasks`
    public func list(_ request: Sora.ListTasks = .init()) async throws -> Sora.TaskPage {
        read(try await client.call("sora.tasks.list", request.json))
    }

    /// Each item of `list`, page after page.
    public func listItems(_ request: Sora.ListTasks = .init()) throws -> Pieces<Sora.Task> {
        try client.pieces("sora.tasks.list", request.json)
    }
}

/// `sora.drafts`.
public struct SoraDrafts: Sendable {
    let client: Client

    /// Lists the account's finished videos, newest first.
    ///
    /// `GET /project_y/profile/drafts`
    public func list(_ request: Sora.ListDrafts = .init()) async throws -> Sora.DraftPage {
        read(try await client.call("sora.drafts.list", request.json))
    }

    /// Each item of `list`, page after page.
    public func listItems(_ request: Sora.ListDrafts = .init()) throws -> Pieces<Sora.Draft> {
        try client.pieces("sora.drafts.list", request.json)
    }

    /// Lists the account's finished videos by the newer path. Not in the document.
    ///
    /// `GET /project_y/profile/drafts/v2`
    public func listV2(_ request: Sora.ListDraftsV2 = .init()) async throws -> Sora.DraftPage {
        read(try await client.call("sora.drafts.list_v2", request.json))
    }

    /// Each item of `list_v2`, page after page.
    public func listV2Items(_ request: Sora.ListDraftsV2 = .init()) throws -> Pieces<Sora.Draft> {
        try client.pieces("sora.drafts.list_v2", request.json)
    }

    /// Reads one finished video. Not in the document.
    ///
    /// `GET /project_y/profile/drafts/v2/{generation_id}`
    public func get(_ request: Sora.GetDraft) async throws -> Sora.Draft {
        read(try await client.call("sora.drafts.get", request.json))
    }
}

/// `sora.generations`.
public struct SoraGenerations: Sendable {
    let client: Client

    /// Asks for the address of a generation's file. Not in the document.
    ///
    /// `GET /generations/{generation_id}/download`
    public func download(_ request: Sora.GetGenerationDownload) async throws -> Sora.GenerationDownload {
        read(try await client.call("sora.generations.download", request.json))
    }
}

/// `sora.posts`.
public struct SoraPosts: Sendable {
    let client: Client

    /// Publishes finished videos as a post.
    ///
    /// `POST /project_y/post`
    public func create(_ request: Sora.CreatePost) async throws -> Sora.Published {
        read(try await client.call("sora.posts.create", request.json))
    }

    /// Reads a post.
    ///
    /// `GET /project_y/post/{post_id}`
    public func get(_ request: Sora.GetPost) async throws -> Sora.Published {
        read(try await client.call("sora.posts.get", request.json))
    }

    /// Deletes a post. A post that is already gone is not an error.
    ///
    /// `DELETE /project_y/post/{post_id}`
    public func delete(_ request: Sora.DeletePost) async throws -> Sora.Deleted {
        read(try await client.call("sora.posts.delete", request.json))
    }

    /// Reads a post with its original and its remixes.
    ///
    /// `GET /project_y/post/{post_id}/tree`
    public func tree(_ request: Sora.GetPostTree) async throws -> Sora.PostTree {
        read(try await client.call("sora.posts.tree", request.json))
    }

    /// Likes a post.
    ///
    /// `POST /project_y/post/{post_id}/like`
    public func like(_ request: Sora.LikePost) async throws -> Sora.Done {
        read(try await client.call("sora.posts.like", request.json))
    }

    /// Lists the remixes of a post.
    ///
    /// `GET /project_y/post/{post_id}/remix_feed`
    public func remixes(_ request: Sora.ListRemixes) async throws -> Sora.PostPage {
        read(try await client.call("sora.posts.remixes", request.json))
    }

    /// Each item of `remixes`, page after page.
    public func remixesItems(_ request: Sora.ListRemixes) throws -> Pieces<Sora.Published> {
        try client.pieces("sora.posts.remixes", request.json)
    }
}

/// `sora.feeds`.
public struct SoraFeeds: Sendable {
    let client: Client

    /// Lists the posts of all users.
    ///
    /// `GET /project_y/feed`
    public func `public`(_ request: Sora.ListPublicFeed = .init()) async throws -> Sora.PostPage {
        read(try await client.call("sora.feeds.public", request.json))
    }

    /// Each item of `public`, page after page.
    public func publicItems(_ request: Sora.ListPublicFeed = .init()) throws -> Pieces<Sora.Published> {
        try client.pieces("sora.feeds.public", request.json)
    }

    /// Lists the posts of one user.
    ///
    /// `GET /project_y/profile_feed/{user}`
    public func profile(_ request: Sora.ListProfileFeed = .init()) async throws -> Sora.PostPage {
        read(try await client.call("sora.feeds.profile", request.json))
    }

    /// Each item of `profile`, page after page.
    public func profileItems(_ request: Sora.ListProfileFeed = .init()) throws -> Pieces<Sora.Published> {
        try client.pieces("sora.feeds.profile", request.json)
    }
}

/// `sora.profiles`.
public struct SoraProfiles: Sendable {
    let client: Client

    /// Reads a user's or a character's profile by its user name.
    ///
    /// `GET /project_y/profile/username/{username}`
    public func get(_ request: Sora.GetProfile) async throws -> Sora.UserProfile {
        read(try await client.call("sora.profiles.get", request.json))
    }

    /// Searches users and characters by user name.
    ///
    /// `GET /project_y/profile/search_mentions`
    public func search(_ request: Sora.SearchProfiles) async throws -> Sora.MentionPage {
        read(try await client.call("sora.profiles.search", request.json))
    }

    /// Each item of `search`, page after page.
    public func searchItems(_ request: Sora.SearchProfiles) throws -> Pieces<Sora.Mention> {
        try client.pieces("sora.profiles.search", request.json)
    }
}

/// `sora.links`.
public struct SoraLinks: Sendable {
    let client: Client

    /// Asks the link service that the caller has configured (`links_url`) for the
    /// address of a published video. sorakit knows of no such service and bundles
    /// none; the account's credential does not go there.
    ///
    /// `POST /get-sora-link`
    public func resolve(_ request: Sora.ResolveLink) async throws -> Sora.ResolvedLink {
        read(try await client.call("sora.links.resolve", request.json))
    }
}

/// `sora.cameos`.
public struct SoraCameos: Sendable {
    let client: Client

    /// Reads the progress of the processing of a character's video.
    ///
    /// `GET /project_y/cameos/in_progress/{cameo_id}`
    public func progress(_ request: Sora.GetCameoProgress) async throws -> Sora.CameoProgress {
        read(try await client.call("sora.cameos.progress", request.json))
    }

    /// Changes who may use a character, or how it behaves. Fields that are not given stay unchanged.
    ///
    /// `POST /project_y/cameos/by_id/{cameo_id}/update_v2`
    public func update(_ request: Sora.UpdateCameo) async throws -> Sora.Done {
        read(try await client.call("sora.cameos.update", request.json))
    }
}

/// `sora.references`.
public struct SoraReferences: Sendable {
    let client: Client

    /// Makes a reference from an uploaded picture.
    ///
    /// `POST /project_y/references/create`
    public func create(_ request: Sora.CreateReference) async throws -> Sora.ReferencePicture {
        read(try await client.call("sora.references.create", request.json))
    }

    /// Lists the account's references.
    ///
    /// `GET /project_y/references/mine`
    public func mine(_ request: Sora.ListReferences = .init()) async throws -> Sora.ReferencePage {
        read(try await client.call("sora.references.mine", request.json))
    }

    /// Each item of `mine`, page after page.
    public func mineItems(_ request: Sora.ListReferences = .init()) throws -> Pieces<Sora.ReferencePicture> {
        try client.pieces("sora.references.mine", request.json)
    }

    /// Changes a reference. Fields that are not given stay unchanged.
    ///
    /// `PUT /project_y/references/{reference_id}`
    public func update(_ request: Sora.UpdateReference) async throws -> Sora.ReferencePicture {
        read(try await client.call("sora.references.update", request.json))
    }

    /// Deletes a reference. A reference that is already gone is not an error.
    ///
    /// `DELETE /project_y/references/{reference_id}`
    public func delete(_ request: Sora.DeleteReference) async throws -> Sora.Deleted {
        read(try await client.call("sora.references.delete", request.json))
    }
}

/// The operations of the dialect `sora`, one method an endpoint.
public struct SoraOperations: Sendable {
    let client: Client
    /// `sora.session`.
    public var session: SoraSession { SoraSession(client: client) }
    /// `sora.tokens`.
    public var tokens: SoraTokens { SoraTokens(client: client) }
    /// `sora.sentinel`.
    public var sentinel: SoraSentinel { SoraSentinel(client: client) }
    /// `sora.account`.
    public var account: SoraAccount { SoraAccount(client: client) }
    /// `sora.invites`.
    public var invites: SoraInvites { SoraInvites(client: client) }
    /// `sora.quota`.
    public var quota: SoraQuota { SoraQuota(client: client) }
    /// `sora.username`.
    public var username: SoraUsername { SoraUsername(client: client) }
    /// `sora.uploads`.
    public var uploads: SoraUploads { SoraUploads(client: client) }
    /// `sora.characters`.
    public var characters: SoraCharacters { SoraCharacters(client: client) }
    /// `sora.images`.
    public var images: SoraImages { SoraImages(client: client) }
    /// `sora.videos`.
    public var videos: SoraVideos { SoraVideos(client: client) }
    /// `sora.storyboards`.
    public var storyboards: SoraStoryboards { SoraStoryboards(client: client) }
    /// `sora.prompts`.
    public var prompts: SoraPrompts { SoraPrompts(client: client) }
    /// `sora.tasks`.
    public var tasks: SoraTasks { SoraTasks(client: client) }
    /// `sora.drafts`.
    public var drafts: SoraDrafts { SoraDrafts(client: client) }
    /// `sora.generations`.
    public var generations: SoraGenerations { SoraGenerations(client: client) }
    /// `sora.posts`.
    public var posts: SoraPosts { SoraPosts(client: client) }
    /// `sora.feeds`.
    public var feeds: SoraFeeds { SoraFeeds(client: client) }
    /// `sora.profiles`.
    public var profiles: SoraProfiles { SoraProfiles(client: client) }
    /// `sora.links`.
    public var links: SoraLinks { SoraLinks(client: client) }
    /// `sora.cameos`.
    public var cameos: SoraCameos { SoraCameos(client: client) }
    /// `sora.references`.
    public var references: SoraReferences { SoraReferences(client: client) }
}

extension Sora {
    /// The documented clients that refresh tokens are issued to: each id with its redirect URI.
    public static let oauthClients: [String: String] = [
        "app_LlGpXReQgckcGGUo2JrYvtJK": "com.openai.chat://auth0.openai.com/ios/com.openai.chat/callback",
        "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh": "https://chatgpt.com/api/auth/callback/login-web",
    ]
}
