// Made from the catalogue by `cargo xtask gen`. Do not edit.

import Foundation

/// The types of the dialect `sora`.
public enum Sora {

    /// Opens Sora 2 to the account with somebody's invite code. Accepting twice is
    /// the same as once: the answer says so.
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

    /// Whether an invite was accepted.
    public struct AcceptedInvite: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Whether the account can use Sora 2 now.
        public var success: Bool? { read("success") }
        /// Whether it could before.
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
        /// The video with and without its mark, as the server offers them.
        public var downloadUrls: DownloadUrls? { read("download_urls") }
        /// The files it is offered as.
        public var encodings: Encodings? { read("encodings") }
        /// Width in pixels.
        public var width: Int? { read("width") }
        /// Height in pixels.
        public var height: Int? { read("height") }
        /// Its length in frames.
        public var nFrames: Int? { read("n_frames") }
    }

    /// Opens Sora 2 to an account that uses it for the first time.
    public struct Bootstrap: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// How far the processing of a character's video is.
    public struct CameoProgress: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// `processing`, `completed` or `failed`; real servers leave it `null`, or
        /// say `finalized`.
        public var status: String? { read("status") }
        /// What real servers say instead: `Completed`.
        public var statusMessage: String? { read("status_message") }
        /// A suggestion for the name that is shown.
        public var displayNameHint: String? { read("display_name_hint") }
        /// A suggestion for the user name.
        public var usernameHint: String? { read("username_hint") }
        /// The address of a picture taken from the video.
        public var profileAssetUrl: String? { read("profile_asset_url") }
        /// A description of the character: text, or a list of texts.
        public var instructionSetHint: Json? { read("instruction_set_hint") }
        /// The instructions, as real servers give them: a list.
        public var instructionSet: Json? { read("instruction_set") }
        /// How it stands, whichever field tells: see `stage`.
        public var stage: CameoStage? { read("stage") }
        /// When the video was uploaded.
        public var createdAt: Double? { read("created_at") }
    }

    /// How the processing of a character's video stands.
    public enum CameoStage: String, Word, CaseIterable {
        /// It goes on.
        case processing = "processing"
        /// It is done, and can be finalized.
        case ready = "ready"
        /// It is a character already.
        case finalized = "finalized"
        /// It failed.
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
        /// The generation whose video it is, `gen_…`.
        public var generationId: String { read("generation_id") }
        /// The character to make anew; none makes another.
        public var characterId: String? { read("character_id") }
        /// From where to where the character is seen in seconds, as `[0, 3]` or `"0,3"`.
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
        /// What is done.
        public var operation: ImageOperation { read("operation") }
        /// What the image shows.
        public var prompt: String { read("prompt") }
        /// Width in pixels: 360, or 540 in landscape.
        public var width: Int { read("width") }
        /// Height in pixels: 360, or 540 in portrait.
        public var height: Int { read("height") }
        /// How many variants; the document has 1, servers take 2 and 4 too.
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
        /// Its name.
        public var name: String { read("name") }
        /// What it shows.
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
        /// What holds for the whole video. Of a `prompt` it is a part.
        public var instructions: String? { read("instructions") }
        /// `video`.
        public var kind: String? { read("kind") }
        /// Which way it stands.
        public var orientation: Orientation { read("orientation") }
        /// `small` is standard resolution, `large` is HD and for `sy_ore` alone. A
        /// remix keeps the size of what it is made from, and needs none.
        public var size: Size? { read("size") }
        /// Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some
        /// servers take 150 and 600 too.
        public var nFrames: Int { read("n_frames") }
        /// `sy_8` is standard, `sy_ore` is Pro.
        public var model: Model { read("model") }
        /// Images to start from.
        public var inpaintItems: [InpaintItem]? { read("inpaint_items") }
        /// The style.
        public var styleId: Style? { read("style_id") }
        /// The title.
        public var title: String? { read("title") }
        /// The post to make a new version of, `s_…`.
        public var remixTargetId: String? { read("remix_target_id") }
        /// The draft to make again. Not in the document.
        public var rerollTargetId: String? { read("reroll_target_id") }
        /// The characters that appear.
        public var cameoIds: [String]? { read("cameo_ids") }
        /// Which character takes whose place.
        public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
        /// The storyboard that it belongs to.
        public var storyboardId: String? { read("storyboard_id") }
        /// Data of the caller's own.
        public var metadata: Json? { read("metadata") }
        /// What is heard.
        public var audioCaption: String? { read("audio_caption") }
        /// What is said.
        public var audioTranscript: String? { read("audio_transcript") }
        /// What is seen.
        public var videoCaption: String? { read("video_caption") }
        /// Whether the first image is the first frame. Not in the document.
        public var useImageAsFirstFrame: Bool? { read("use_image_as_first_frame") }
    }

    /// Creates a video from a prompt, an image, or both, or a new version of a
    /// published one.
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
        /// What the video shows.
        public var prompt: String { read("prompt") }
        /// `video`.
        public var kind: String? { read("kind") }
        /// Which way it stands.
        public var orientation: Orientation { read("orientation") }
        /// `small` is standard resolution, `large` is HD and for `sy_ore` alone. A
        /// remix keeps the size of what it is made from, and needs none.
        public var size: Size? { read("size") }
        /// Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some
        /// servers take 150 and 600 too.
        public var nFrames: Int { read("n_frames") }
        /// `sy_8` is standard, `sy_ore` is Pro.
        public var model: Model { read("model") }
        /// Images to start from.
        public var inpaintItems: [InpaintItem]? { read("inpaint_items") }
        /// The style.
        public var styleId: Style? { read("style_id") }
        /// The title.
        public var title: String? { read("title") }
        /// The post to make a new version of, `s_…`.
        public var remixTargetId: String? { read("remix_target_id") }
        /// The draft to make again. Not in the document.
        public var rerollTargetId: String? { read("reroll_target_id") }
        /// The characters that appear.
        public var cameoIds: [String]? { read("cameo_ids") }
        /// Which character takes whose place.
        public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
        /// The storyboard that it belongs to.
        public var storyboardId: String? { read("storyboard_id") }
        /// Data of the caller's own.
        public var metadata: Json? { read("metadata") }
        /// What is heard.
        public var audioCaption: String? { read("audio_caption") }
        /// What is said.
        public var audioTranscript: String? { read("audio_transcript") }
        /// What is seen.
        public var videoCaption: String? { read("video_caption") }
        /// Whether the first image is the first frame. Not in the document.
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
        /// What the videos show.
        public var prompt: String { read("prompt") }
        /// How many, from 2 to 4.
        public var nsamples: Int { read("nsamples") }
        /// `video`.
        public var kind: String? { read("kind") }
        /// Which way it stands.
        public var orientation: Orientation { read("orientation") }
        /// `small` is standard resolution, `large` is HD and for `sy_ore` alone. A
        /// remix keeps the size of what it is made from, and needs none.
        public var size: Size? { read("size") }
        /// Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some
        /// servers take 150 and 600 too.
        public var nFrames: Int { read("n_frames") }
        /// `sy_8` is standard, `sy_ore` is Pro.
        public var model: Model { read("model") }
        /// Images to start from.
        public var inpaintItems: [InpaintItem]? { read("inpaint_items") }
        /// The style.
        public var styleId: Style? { read("style_id") }
        /// The title.
        public var title: String? { read("title") }
        /// The post to make a new version of, `s_…`.
        public var remixTargetId: String? { read("remix_target_id") }
        /// The draft to make again. Not in the document.
        public var rerollTargetId: String? { read("reroll_target_id") }
        /// The characters that appear.
        public var cameoIds: [String]? { read("cameo_ids") }
        /// Which character takes whose place.
        public var cameoReplacements: [String: Json]? { read("cameo_replacements") }
        /// The storyboard that it belongs to.
        public var storyboardId: String? { read("storyboard_id") }
        /// Data of the caller's own.
        public var metadata: Json? { read("metadata") }
        /// What is heard.
        public var audioCaption: String? { read("audio_caption") }
        /// What is said.
        public var audioTranscript: String? { read("audio_transcript") }
        /// What is seen.
        public var videoCaption: String? { read("video_caption") }
        /// Whether the first image is the first frame. Not in the document.
        public var useImageAsFirstFrame: Bool? { read("use_image_as_first_frame") }
    }

    /// The task that a creation began.
    public struct CreatedTask: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The task's id: `task_…` or `gen_…`. Opaque.
        public var id: String { read("id") }
    }

    /// The tasks that a creation of several began.
    public struct CreatedTasks: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The tasks.
        public var tasks: [CreatedTask] { read("tasks") }
    }

    /// Deletes a character. What is gone already is no error.
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

    /// Deletes a post. What is gone already is no error.
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

    /// Deletes a reference. What is gone already is no error.
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

    /// That a thing is gone.
    public struct Deleted: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Whether the server had no such thing: it was deleted before, or never
        /// existed.
        public var alreadyGone: Bool? { read("already_gone") }
    }

    /// That something was done.
    public struct Done: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Whether it was done; a server that says nothing but a good status means
        /// that it was.
        public var success: Bool? { read("success") }
    }

    /// The addresses of a video with and without its mark, as the server gives them.
    public struct DownloadUrls: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// With the mark.
        public var watermark: String? { read("watermark") }
        /// Without it; absent where the server does not offer that.
        public var noWatermark: String? { read("no_watermark") }
        /// With a card at the end.
        public var endcardWatermark: String? { read("endcard_watermark") }
    }

    /// A finished video, or the refusal that stands in its place.
    public struct Draft: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The generation's id, `gen_…`.
        public var id: String { read("id") }
        /// The task that made it, `task_…`.
        public var taskId: String? { read("task_id") }
        /// `sora_draft`, `sora_content_violation` or `sora_error`.
        public var kind: String? { read("kind") }
        /// The server's word for its state.
        public var status: String? { read("status") }
        /// Why it was refused or failed.
        public var reasonStr: String? { read("reason_str") }
        /// The same, in Markdown.
        public var markdownReasonStr: String? { read("markdown_reason_str") }
        /// The video.
        public var url: String? { read("url") }
        /// The video, for downloading.
        public var downloadableUrl: String? { read("downloadable_url") }
        /// The video by its name in the document, under whichever name the server gives it.
        public var videoUrl: String? { read("video_url") }
        /// The video with and without its mark, as the server offers them.
        public var downloadUrls: DownloadUrls? { read("download_urls") }
        /// A still of it.
        public var thumbnailUrl: String? { read("thumbnail_url") }
        /// Width in pixels.
        public var width: Int? { read("width") }
        /// Height in pixels.
        public var height: Int? { read("height") }
        /// Length in seconds.
        public var durationS: Double? { read("duration_s") }
        /// The same, by its name in the document.
        public var durationSeconds: Double? { read("duration_seconds") }
        /// Which way it stands.
        public var orientation: String? { read("orientation") }
        /// Its length in frames, at 30 a second.
        public var nFrames: Int? { read("n_frames") }
        /// The model, such as `sy_8`.
        public var model: String? { read("model") }
        /// The title.
        public var title: String? { read("title") }
        /// When it was made.
        public var createdAt: Double? { read("created_at") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// The files it is offered as.
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
        /// Where the next page begins; absent on the last.
        public var cursor: String? { read("cursor") }
    }

    /// One file of a draft or post.
    public struct Encoding: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Its address.
        public var path: String? { read("path") }
        /// Its length in bytes.
        public var size: Int? { read("size") }
    }

    /// The files that a draft or post is offered as.
    public struct Encodings: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The video as it was made.
        public var source: Encoding? { read("source") }
        /// A still of it.
        public var thumbnail: Encoding? { read("thumbnail") }
    }

    /// Works a prompt out in more detail.
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
        /// How much detail.
        public var expansionLevel: ExpansionLevel { read("expansion_level") }
        /// The length of the video it is for, in seconds: 10, 15 or 20.
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

    /// Makes a finished video longer. Not in the document.
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
        /// The draft to go on from, `gen_…`.
        public var generationId: String { read("generation_id") }
        /// What happens next.
        public var userPrompt: String { read("user_prompt") }
        /// How many seconds are added: 10 or 15.
        public var extensionDurationS: Int { read("extension_duration_s") }
        /// Whether the server may rewrite the prompt.
        public var enableRewrite: Bool? { read("enable_rewrite") }
    }

    /// Makes the cameo that has been processed a character.
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
        /// The name that is shown.
        public var displayName: String { read("display_name") }
        /// The picture, as `UploadFile` answered it.
        public var profileAssetPointer: String { read("profile_asset_pointer") }
        /// How the character behaves. The document sends `null`.
        public var instructionSet: InstructionSet? { read("instruction_set") }
        /// What the character must not do. The document sends `null`.
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
        /// Its id, `char_…` or `ch_…`.
        public var characterId: String { read("character_id") }
    }

    /// Something that a task made.
    public struct Generation: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Its id, `gen_…`.
        public var id: String? { read("id") }
        /// Where it is.
        public var url: String? { read("url") }
        /// Width in pixels.
        public var width: Int? { read("width") }
        /// Height in pixels.
        public var height: Int? { read("height") }
    }

    /// Where a file is.
    public struct GenerationDownload: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Its address, signed and valid for a limited time.
        public var url: String { read("url") }
    }

    /// Asks how far the processing of a character's video is.
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

    /// Asks where the file of a generation is. Not in the document.
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

    /// Reads the account's own invite code. An account without Sora 2 is answered
    /// 401, one in a country that is not served 403.
    public struct GetInvite: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads who is signed in.
    public struct GetMe: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// Reads the account's own profile: another source of its user name and invite.
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

    /// Reads a post with what it was made from and what was made from it.
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

    /// An image that another starts from.
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

    /// How an image is made.
    public enum ImageOperation: String, Word, CaseIterable {
        /// From a prompt.
        case simpleCompose = "simple_compose"
        /// From other images.
        case remix = "remix"
    }

    /// What the web application calls when it opens.
    public struct Initialize: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init() { self.init(json: .object([:])) }
    }

    /// What a video starts from.
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
        /// A reference of the account's own. Not in the document.
        public static func reference(referenceId: String) -> InpaintItem {
            var given = Fields()
            given.add("kind", "reference")
            given.add("reference_id", referenceId)
            return InpaintItem(json: given.json)
        }
        public init(_ value: [String: Json]) { self.init(json: value.asJson) }
        public var kind: String? { read("kind") }
        /// Its media id.
        public var uploadId: String? { read("upload_id") }
        /// Its id.
        public var fileId: String? { read("file_id") }
        /// Its id.
        public var generationId: String? { read("generation_id") }
        /// Its id.
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
        /// How often it was used.
        public var redeemedCount: Int? { read("redeemed_count") }
        /// How often it can be used in all.
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
        /// How many to answer at most, from 1 to 100; the server's default is 15.
        public var limit: Int? { read("limit") }
        /// Where to go on: the `cursor` of the page before.
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
        /// How many to answer at most, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// Where to go on: the `cursor` of the page before.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the videos that are being made. One request serves all of an account's
    /// jobs. A job that has ended is no longer listed, and stands among the drafts
    /// a few seconds later (`docs/wire/sora.md` §6.1).
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

    /// Lists what a user has published.
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
        /// How many to answer at most, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// `nf2`.
        public var cut: String? { read("cut") }
        /// Where to go on: the `cursor` of the page before.
        public var cursor: String? { read("cursor") }
    }

    /// Lists what everybody has published.
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
        /// How many to answer at most, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// `nf2_latest` or `nf2_top`.
        public var cut: String? { read("cut") }
        /// Where to go on: the `cursor` of the page before.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the latest tasks of images, newest first.
    public struct ListRecentTasks: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        public init(limit: Int? = nil) {
            var given = Fields()
            given.add("limit", limit)
            self.init(json: given.json)
        }
        /// How many to answer at most, from 1 to 100; the server's default is 20.
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
        /// How many to answer at most.
        public var limit: Int? { read("limit") }
        /// Where to go on: the `cursor` of the page before.
        public var cursor: String? { read("cursor") }
    }

    /// Lists the versions that were made of a post.
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
        /// How many to answer at most, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// Where to go on: the `cursor` of the page before.
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
        /// How many to answer at most, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// Where to go on: the `last_id` of the page before.
        public var after: String? { read("after") }
    }

    /// Who is signed in. Everything may be absent.
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
        /// When the account was made.
        public var createdAt: Double? { read("created_at") }
    }

    /// Someone who was found.
    public struct Mention: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Who it is.
        public var profile: UserProfile { read("profile") }
    }

    /// A page of what was found.
    public struct MentionPage: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// What was found.
        public var items: [Mention] { read("items") }
        /// Where the next page begins; absent on the last.
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
        /// What others see.
        public var profile: UserProfile? { read("profile") }
        /// What the account alone sees, such as its invite code.
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

    /// Which way a video stands.
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
        /// The server's word: `pending`, `processing`, `preprocessing`, `queued`,
        /// `running`, `completed`, `succeeded`, `failed`, `error`.
        public var status: String? { read("status") }
        /// Progress from 0 to 1. Servers write `progress` or `progress_pct`; none
        /// is written while the task waits.
        public var progressPct: Double? { read("progress_pct") }
        /// The same, by its name in the document.
        public var progress: Double? { read("progress") }
        /// When the task was created.
        public var createdAt: Double? { read("created_at") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// Which way the video stands.
        public var orientation: String? { read("orientation") }
        /// Its length in frames, at 30 a second.
        public var nFrames: Int? { read("n_frames") }
        /// The model, such as `sy_8`.
        public var model: String? { read("model") }
        /// Why the task failed.
        public var failureReason: String? { read("failure_reason") }
    }

    /// A plan.
    public struct Plan: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Its id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or as servers
        /// write it too, `chatgptplusplan`. Others exist.
        public var id: String? { read("id") }
        /// Its name, such as `ChatGPT Plus`.
        public var title: String? { read("title") }
    }

    /// A post.
    public struct Post: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Its id, `s_…`.
        public var id: String { read("id") }
        /// Its page.
        public var permalink: String? { read("permalink") }
        /// Its text.
        public var text: String? { read("text") }
        /// When it was published.
        public var postedAt: Double? { read("posted_at") }
        /// The same, by its name in the document.
        public var createdAt: Double? { read("created_at") }
        /// The video by its name in the document, under whichever name the server gives it.
        public var videoUrl: String? { read("video_url") }
        /// How many like it.
        public var likeCount: Int? { read("like_count") }
        /// How often it was looked at.
        public var viewCount: Int? { read("view_count") }
        /// How many versions of it there are.
        public var remixCount: Int? { read("remix_count") }
        /// The post that it is a version of.
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
        /// Where the next page begins; absent on the last.
        public var cursor: String? { read("cursor") }
    }

    /// A post among its versions.
    public struct PostTree: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The post.
        public var post: Post { read("post") }
        /// Who published it.
        public var profile: UserProfile? { read("profile") }
        /// What it was made from.
        public var parent: Published? { read("parent") }
        /// What was made from it.
        public var children: PostPage? { read("children") }
    }

    /// The proof of work of a challenge.
    public struct ProofOfWork: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Whether it has to be solved.
        public var required: Bool? { read("required") }
        /// The seed that is hashed before the answer.
        public var seed: String? { read("seed") }
        /// The bound for the first bytes of the hash, in hexadecimal.
        public var difficulty: String? { read("difficulty") }
    }

    /// A post, and who published it.
    public struct Published: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The post.
        public var post: Post { read("post") }
        /// Who published it.
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
        /// About how many videos are left.
        public var estimatedNumVideosRemaining: Int? { read("estimated_num_videos_remaining") }
        /// Whether nothing more may be made until the reset.
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
        /// Where the next page begins; absent on the last.
        public var cursor: String? { read("cursor") }
    }

    /// A picture that prompts return to.
    public struct ReferencePicture: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Its id, which an `InpaintItem::Reference` names.
        public var referenceId: String { read("reference_id") }
        /// Its name.
        public var name: String? { read("name") }
        /// What it shows.
        public var description: String? { read("description") }
        /// The picture.
        public var assetPointer: String? { read("asset_pointer") }
        /// When it was made.
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
        /// How long the access token lives, in seconds.
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
        /// What the challenge is for, such as `sora_init`. Servers accept other
        /// words too (`docs/wire/sora.md` §2.4).
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

    /// Where a published video is.
    public struct ResolvedLink: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Its address.
        public var downloadLink: String { read("download_link") }
    }

    /// Searches users and characters by the user name.
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
        /// What the user name holds, without `@`.
        public var username: String { read("username") }
        /// What is looked for: `users`, or `cameo` for characters alone.
        public var intent: String? { read("intent") }
        /// How many to answer at most, from 1 to 100.
        public var limit: Int? { read("limit") }
        /// Where to go on: the `cursor` of the page before.
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
        /// The proof of work that is asked for. Absent means none.
        public var proofofwork: ProofOfWork? { read("proofofwork") }
    }

    /// The signed-in session.
    public struct Session: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The access token, a JWT; its `exp` claim says how long it lives.
        public var accessToken: String { read("accessToken") }
        /// Who is signed in.
        public var user: SessionUser? { read("user") }
        /// When the session ends, not the access token.
        public var expires: Double? { read("expires") }
    }

    /// Who is signed in.
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
        /// HD, for `sy_ore` alone and not at 25 s.
        public static let large = Size(rawValue: "large")
    }

    /// The style of a video: the ten of `docs/wire/sora.md` §9.2, those that servers take
    /// besides, and any other word.
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
        /// What is subscribed to.
        public var plan: Plan? { read("plan") }
        /// When it ends. Servers write it as ISO time, or as a number of seconds or
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
        /// Its id, `task_…`.
        public var id: String { read("id") }
        /// `image_gen` or `video_gen`.
        public var type: String? { read("type") }
        /// The server's word: `completed` and its family, or `queued`, `running`,
        /// `succeeded`, `failed`.
        public var status: String? { read("status") }
        /// Progress from 0 to 1, when the server says it.
        public var progressPct: Double? { read("progress_pct") }
        /// When it was created.
        public var createdAt: Double? { read("created_at") }
        /// The prompt.
        public var prompt: String? { read("prompt") }
        /// The image, as the document names it.
        public var imageUrl: String? { read("image_url") }
        /// What was made.
        public var generations: [Generation] { read("generations") }
        /// Why it failed.
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
        /// Whether there are more.
        public var hasMore: Bool? { read("has_more") }
    }

    /// The Turnstile part of a challenge.
    public struct Turnstile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// What is sent back as `t`.
        public var dx: String? { read("dx") }
    }

    /// Changes who may use a character, or how it behaves. What is not given stays.
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
        /// Who may use it.
        public var visibility: Visibility? { read("visibility") }
        /// How it behaves. Not in the document.
        public var instructionSet: InstructionSet? { read("instruction_set") }
        /// What it must not do. Not in the document.
        public var safetyInstructionSet: InstructionSet? { read("safety_instruction_set") }
    }

    /// Changes a reference. What is not given stays.
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
        /// Its name.
        public var name: String? { read("name") }
        /// What it shows.
        public var description: String? { read("description") }
        /// Another picture.
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
        /// From where to where the character is seen in seconds, as `[0, 3]` or `"0,3"`.
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
        /// What it is for.
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

    /// What was uploaded.
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
        /// What stands for the file in later requests: `asset_ptr_…` or
        /// `sediment://file_…`.
        public var assetPointer: String { read("asset_pointer") }
        /// Its id, `file_…`, which an `InpaintItem::File`
        /// names. Not every server gives one.
        public var fileId: String? { read("file_id") }
        /// Its address.
        public var url: String? { read("url") }
        /// Its length in bytes.
        public var size: Int? { read("size") }
    }

    /// What an uploaded file is for.
    public enum UseCase: String, Word, CaseIterable {
        /// A character's picture (`docs/wire/sora.md` §4.3).
        case profile = "profile"
        /// An image to start from (`docs/wire/sora.md` §4.3).
        case inpaintSafe = "inpaint_safe"
    }

    /// A user or a character as others see it.
    public struct UserProfile: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The user's id.
        public var userId: String? { read("user_id") }
        /// The user name.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
        /// The picture.
        public var profilePictureUrl: String? { read("profile_picture_url") }
        /// The page.
        public var permalink: String? { read("permalink") }
        /// What the user says of itself.
        public var description: String? { read("description") }
        /// The character's id, when it is one.
        public var characterId: String? { read("character_id") }
        /// The cameo that the character was made as.
        public var cameoId: String? { read("cameo_id") }
        /// How many follow.
        public var followerCount: Int? { read("follower_count") }
        /// How many posts there are.
        public var postCount: Int? { read("post_count") }
        /// Since when it is there.
        public var createdAt: Double? { read("created_at") }
    }

    /// The account's names.
    public struct Username: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// The user name.
        public var username: String? { read("username") }
        /// The name that is shown.
        public var displayName: String? { read("display_name") }
    }

    /// Whether a user name is free.
    public struct UsernameAvailability: Record {
        public let json: Json
        public init(json: Json) { self.json = json }
        /// Whether it can be taken.
        public var available: Bool? { read("available") }
    }

    /// Who may use a character.
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

    /// Reads who is signed in.
    ///
    /// `GET /me`
    public func me(_ request: Sora.GetMe = .init()) async throws -> Sora.Me {
        read(try await client.call("sora.account.me", request.json))
    }

    /// Reads the account's own profile: another source of its user name and invite.
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

    /// What the web application calls when it opens.
    ///
    /// `POST /project_y/initialize_async`
    public func initialize(_ request: Sora.Initialize = .init()) async throws -> Sora.Done {
        read(try await client.call("sora.account.initialize", request.json))
    }
}

/// `sora.invites`.
public struct SoraInvites: Sendable {
    let client: Client

    /// Reads the account's own invite code. An account without Sora 2 is answered
    /// 401, one in a country that is not served 403.
    ///
    /// `GET /project_y/invite/mine`
    public func mine(_ request: Sora.GetInvite = .init()) async throws -> Sora.Invite {
        read(try await client.call("sora.invites.mine", request.json))
    }

    /// Opens Sora 2 to the account with somebody's invite code. Accepting twice is
    /// the same as once: the answer says so.
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

    /// Makes the cameo that has been processed a character.
    ///
    /// `POST /characters/finalize`
    public func finalize(_ request: Sora.FinalizeCharacter) async throws -> Sora.Finalized {
        read(try await client.call("sora.characters.finalize", request.json))
    }

    /// Deletes a character. What is gone already is no error.
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

    /// Creates a video from a prompt, an image, or both, or a new version of a
    /// published one.
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

    /// Makes a finished video longer. Not in the document.
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

    /// Works a prompt out in more detail.
    ///
    /// `POST /editor/enhance_prompt`
    public func enhance(_ request: Sora.EnhancePrompt) async throws -> Sora.EnhancedPrompt {
        read(try await client.call("sora.prompts.enhance", request.json))
    }
}

/// `sora.tasks`.
public struct SoraTasks: Sendable {
    let client: Client

    /// Lists the videos that are being made. One request serves all of an account's
    /// jobs. A job that has ended is no longer listed, and stands among the drafts
    /// a few seconds later (`docs/wire/sora.md` §6.1).
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

    /// Lists the latest tasks of images, newest first.
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

    /// Asks where the file of a generation is. Not in the document.
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

    /// Deletes a post. What is gone already is no error.
    ///
    /// `DELETE /project_y/post/{post_id}`
    public func delete(_ request: Sora.DeletePost) async throws -> Sora.Deleted {
        read(try await client.call("sora.posts.delete", request.json))
    }

    /// Reads a post with what it was made from and what was made from it.
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

    /// Lists the versions that were made of a post.
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

    /// Lists what everybody has published.
    ///
    /// `GET /project_y/feed`
    public func `public`(_ request: Sora.ListPublicFeed = .init()) async throws -> Sora.PostPage {
        read(try await client.call("sora.feeds.public", request.json))
    }

    /// Each item of `public`, page after page.
    public func publicItems(_ request: Sora.ListPublicFeed = .init()) throws -> Pieces<Sora.Published> {
        try client.pieces("sora.feeds.public", request.json)
    }

    /// Lists what a user has published.
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

    /// Searches users and characters by the user name.
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

    /// Asks how far the processing of a character's video is.
    ///
    /// `GET /project_y/cameos/in_progress/{cameo_id}`
    public func progress(_ request: Sora.GetCameoProgress) async throws -> Sora.CameoProgress {
        read(try await client.call("sora.cameos.progress", request.json))
    }

    /// Changes who may use a character, or how it behaves. What is not given stays.
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

    /// Changes a reference. What is not given stays.
    ///
    /// `PUT /project_y/references/{reference_id}`
    public func update(_ request: Sora.UpdateReference) async throws -> Sora.ReferencePicture {
        read(try await client.call("sora.references.update", request.json))
    }

    /// Deletes a reference. What is gone already is no error.
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
