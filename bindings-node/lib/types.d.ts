// Made from the catalogue by `cargo xtask gen`. Do not edit.

/** Bytes to send. A stream goes by way of a temporary file. */
export type Bytes = Uint8Array | ArrayBuffer | Blob | AsyncIterable<Uint8Array>;

/**
 * A file to send: bytes, a Blob or File, a stream, or (not in a browser) a path
 * as `{ path }`. What it is, is told by its content.
 */
export type FileInput =
  | Bytes
  | { data: Bytes; filename: string }
  | { path: string | URL | Uint8Array }
  | { base64: string; filename?: string };

/** How one call is made. */
export interface CallOptions {
  /** Ends the call at once when it is aborted, also while it waits. */
  signal?: AbortSignal;
}

/** What failed, on which operation, and what to do about it. */
export class SorakitError extends Error {
  constructor(report: ErrorReport, cause?: unknown);
  /** The class, such as `rate_limited`. */
  readonly kind: ErrorKind;
  /** The operation, such as `sora.videos.create`. */
  readonly operation: string | null;
  /** The server's own code. */
  readonly code: string | null;
  /** The HTTP status. */
  readonly status: number | null;
  /** The server's id of the request. */
  readonly request_id: string | null;
  /** How long the server asked to wait, in seconds. */
  readonly retry_after: number | null;
  /** Whether trying again later may succeed without any change. */
  readonly retryable: boolean;
  /** The field that was refused. */
  readonly field: string | null;
  /** The job it is about; it can be resumed by this id. */
  readonly job_id: string | null;
}

export namespace sora {

  /**
   * Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same effect
   * as once, and the answer says so.
   */
  export interface AcceptInvite {
    /** The code, such as `SORA-XXXX-XXXX`. */
    invite_code: string;
  }

  /** The result of accepting an invite. */
  export interface AcceptedInvite {
    /** True if the account can use Sora 2 now. */
    success: boolean;
    /** True if the account could already use Sora 2 before. */
    already_accepted: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A video of a post. */
  export interface Attachment {
    /** `sora`. */
    kind: string | null;
    /** The generation, `gen_…`. */
    generation_id: string | null;
    /** The video. */
    url: string | null;
    /** The video, for downloading. */
    downloadable_url: string | null;
    /** The video with and without its watermark, as the server offers them. */
    download_urls: DownloadUrls | null;
    /** The files in which the video is offered. */
    encodings: Encodings | null;
    /** Width in pixels. */
    width: number | null;
    /** Height in pixels. */
    height: number | null;
    /** The length in frames. */
    n_frames: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Opens Sora 2 to an account that uses it for the first time. */
  export type Bootstrap = Record<string, unknown>;

  /** The progress of the processing of a character's video. */
  export interface CameoProgress {
    /** `processing`, `completed` or `failed`; real servers leave it `null`, or write `finalized`. */
    status: string | null;
    /** `Completed`, which real servers write instead of a status. */
    status_message: string | null;
    /** A suggestion for the display name. */
    display_name_hint: string | null;
    /** A suggestion for the user name. */
    username_hint: string | null;
    /** The address of a picture taken from the video. */
    profile_asset_url: string | null;
    /** A description of the character: text, or a list of texts. */
    instruction_set_hint: unknown;
    /** The instructions, as real servers give them: a list. */
    instruction_set: unknown;
    /** The stage of the processing, from whichever field tells it: see [`stage`](Self::stage). */
    stage: CameoStage;
    /** The time at which the video was uploaded. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The stage of the processing of a character's video. */
  export type CameoStage = "processing" | "ready" | "finalized" | "failed";

  /** Makes a character from a video of the account's own. */
  export interface CharacterFromGeneration {
    /** The generation whose video is used, `gen_…`. */
    generation_id: string;
    /** The character to make again; a new one is made when absent. */
    character_id?: string | null;
    /**
     * The part of the video in which the character is seen, from start to end in seconds, as
     * `[0, 3]` or `"0,3"`.
     */
    timestamps?: [number, number] | string;
  }

  /** Asks how many videos the account may still make, and when that resets. */
  export type CheckQuota = Record<string, unknown>;

  /** Asks whether a user name is free. */
  export interface CheckUsername {
    /** The name, without `@`. */
    username: string;
  }

  /** Creates an image, from a prompt or from other images. */
  export interface CreateImage {
    /** `image_gen`. */
    type?: string;
    /** The source of the image: the prompt, or other images. */
    operation: ImageOperation;
    /** A description of the image. */
    prompt: string;
    /** Width in pixels: 360, or 540 in landscape. */
    width: number;
    /** Height in pixels: 360, or 540 in portrait. */
    height: number;
    /** The number of variants; the document has 1, and servers also accept 2 and 4. */
    n_variants?: number;
    /** 1: an image is a single frame. */
    n_frames?: number;
    /** The images to start from, for a remix. */
    inpaint_items?: ImageItem[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Publishes finished videos as a post. */
  export interface CreatePost {
    /** The videos. */
    attachments_to_create: NewAttachment[];
    /** The text; it may be empty. */
    post_text?: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Makes a reference from an uploaded picture. */
  export interface CreateReference {
    /** The reference's name. */
    name: string;
    /** A description of the picture. */
    description?: string | null;
    /** The picture, as [`UploadFile`](super::UploadFile) answered it. */
    asset_pointer?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Creates a video from shots, each with its length and its scene: as `shots`, from
   * which the prompt is written, or as a `prompt` in the backend's own syntax.
   */
  export interface CreateStoryboard {
    /** The shots, in order; together at most as long as the video. These or `prompt`. */
    shots?: Shot[];
    /**
     * The shots as the backend writes them: `current timeline:`, then for each shot the
     * lines `Shot 1:`, `duration: 5.0sec` and `Scene: …`. This or `shots`.
     */
    prompt?: string | null;
    /** Instructions for the whole video; not with `prompt`, which includes them. */
    instructions?: string | null;
    /** `video`. */
    kind?: string;
    /** The orientation. */
    orientation: Orientation;
    /**
     * `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
     * of its original, and needs none.
     */
    size?: Size | null;
    /**
     * The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
     * also accept 150 and 600.
     */
    n_frames: number;
    /** `sy_8` is standard, `sy_ore` is Pro. */
    model: Model;
    /** Images to start from. */
    inpaint_items?: InpaintItem[];
    /** The style. */
    style_id?: Style | null;
    /** The title. */
    title?: string | null;
    /** The post to remix, `s_…`. */
    remix_target_id?: string | null;
    /** The draft to make again. Not in the document. */
    reroll_target_id?: string | null;
    /** The characters that appear. */
    cameo_ids?: string[] | null;
    /** A map of the replacements: the character that takes the place of another. */
    cameo_replacements?: Record<string, unknown> | null;
    /** The storyboard that the video belongs to. */
    storyboard_id?: string | null;
    /** Data of the caller's own. */
    metadata?: unknown;
    /** A description of the sound. */
    audio_caption?: string | null;
    /** The spoken words. */
    audio_transcript?: string | null;
    /** A description of the picture. */
    video_caption?: string | null;
    /** True if the first image is the first frame. Not in the document. */
    use_image_as_first_frame?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Creates a video from a prompt, an image, or both, or a remix of a published one. */
  export interface CreateVideo {
    /** A description of the video. */
    prompt: string;
    /** `video`. */
    kind?: string;
    /** The orientation. */
    orientation: Orientation;
    /**
     * `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
     * of its original, and needs none.
     */
    size?: Size | null;
    /**
     * The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
     * also accept 150 and 600.
     */
    n_frames: number;
    /** `sy_8` is standard, `sy_ore` is Pro. */
    model: Model;
    /** Images to start from. */
    inpaint_items?: InpaintItem[];
    /** The style. */
    style_id?: Style | null;
    /** The title. */
    title?: string | null;
    /** The post to remix, `s_…`. */
    remix_target_id?: string | null;
    /** The draft to make again. Not in the document. */
    reroll_target_id?: string | null;
    /** The characters that appear. */
    cameo_ids?: string[] | null;
    /** A map of the replacements: the character that takes the place of another. */
    cameo_replacements?: Record<string, unknown> | null;
    /** The storyboard that the video belongs to. */
    storyboard_id?: string | null;
    /** Data of the caller's own. */
    metadata?: unknown;
    /** A description of the sound. */
    audio_caption?: string | null;
    /** The spoken words. */
    audio_transcript?: string | null;
    /** A description of the picture. */
    video_caption?: string | null;
    /** True if the first image is the first frame. Not in the document. */
    use_image_as_first_frame?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Creates several videos from one prompt. Not in the document. */
  export interface CreateVideos {
    /** A description of the videos. */
    prompt: string;
    /** The number of videos, from 2 to 4. */
    nsamples: number;
    /** `video`. */
    kind?: string;
    /** The orientation. */
    orientation: Orientation;
    /**
     * `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
     * of its original, and needs none.
     */
    size?: Size | null;
    /**
     * The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
     * also accept 150 and 600.
     */
    n_frames: number;
    /** `sy_8` is standard, `sy_ore` is Pro. */
    model: Model;
    /** Images to start from. */
    inpaint_items?: InpaintItem[];
    /** The style. */
    style_id?: Style | null;
    /** The title. */
    title?: string | null;
    /** The post to remix, `s_…`. */
    remix_target_id?: string | null;
    /** The draft to make again. Not in the document. */
    reroll_target_id?: string | null;
    /** The characters that appear. */
    cameo_ids?: string[] | null;
    /** A map of the replacements: the character that takes the place of another. */
    cameo_replacements?: Record<string, unknown> | null;
    /** The storyboard that the video belongs to. */
    storyboard_id?: string | null;
    /** Data of the caller's own. */
    metadata?: unknown;
    /** A description of the sound. */
    audio_caption?: string | null;
    /** The spoken words. */
    audio_transcript?: string | null;
    /** A description of the picture. */
    video_caption?: string | null;
    /** True if the first image is the first frame. Not in the document. */
    use_image_as_first_frame?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The task that a creation started. */
  export interface CreatedTask {
    /** The task's id: `task_…` or `gen_…`. Opaque. */
    id: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The tasks that a creation of several videos started. */
  export interface CreatedTasks {
    /** The tasks. */
    tasks: CreatedTask[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Deletes a character. A character that is already gone is not an error. */
  export interface DeleteCharacter {
    /** The character. */
    character_id: string;
  }

  /** Deletes a post. A post that is already gone is not an error. */
  export interface DeletePost {
    /** The post, `s_…`. */
    post_id: string;
  }

  /** Deletes a reference. A reference that is already gone is not an error. */
  export interface DeleteReference {
    /** The reference. */
    reference_id: string;
  }

  /** The outcome of a deletion. */
  export interface Deleted {
    /** True if the server had no such thing: it was deleted earlier, or never existed. */
    already_gone: boolean;
  }

  /** The outcome of an operation that only reports success. */
  export interface Done {
    /** True if the operation succeeded; also true if a server answers nothing but a good status. */
    success: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The addresses of a video with and without its watermark, as the server gives them. */
  export interface DownloadUrls {
    /** With the watermark. */
    watermark: string | null;
    /** Without the watermark; absent if the server does not offer that. */
    no_watermark: string | null;
    /** With a card at the end. */
    endcard_watermark: string | null;
  }

  /** A finished video, or the refusal that takes its place. */
  export interface Draft {
    /** The generation's id, `gen_…`. */
    id: string;
    /** The task that made the draft, `task_…`. */
    task_id: string | null;
    /** `sora_draft`, `sora_content_violation` or `sora_error`. */
    kind: string | null;
    /** The state, in the server's words. */
    status: string | null;
    /** The reason for a refusal or failure. */
    reason_str: string | null;
    /** The same reason, in Markdown. */
    markdown_reason_str: string | null;
    /** The video. */
    url: string | null;
    /** The video, for downloading. */
    downloadable_url: string | null;
    /** The video by its name in the document, under whichever name the server gives it. */
    video_url: string | null;
    /** The video with and without its watermark, as the server offers them. */
    download_urls: DownloadUrls | null;
    /** A still of the video. */
    thumbnail_url: string | null;
    /** Width in pixels. */
    width: number | null;
    /** Height in pixels. */
    height: number | null;
    /** Length in seconds. */
    duration_s: number | null;
    /** The same, by its name in the document. */
    duration_seconds: number | null;
    /** The orientation. */
    orientation: string | null;
    /** The length in frames, at 30 a second. */
    n_frames: number | null;
    /** The model, such as `sy_8`. */
    model: string | null;
    /** The title. */
    title: string | null;
    /** The time of creation. */
    created_at: Timestamp | null;
    /** The prompt. */
    prompt: string | null;
    /** The files in which the draft is offered. */
    encodings: Encodings | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of drafts. */
  export interface DraftPage {
    /** The drafts, newest first. */
    items: Draft[];
    /** The same drafts, by their name in the document. */
    drafts: Draft[];
    /** The cursor of the next page; absent on the last page. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** One file of a draft or post. */
  export interface Encoding {
    /** The file's address. */
    path: string | null;
    /** The size in bytes. */
    size: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The files in which a draft or post is offered. */
  export interface Encodings {
    /** The video as it was made. */
    source: Encoding | null;
    /** A still of the video. */
    thumbnail: Encoding | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Rewrites a prompt in more detail. */
  export interface EnhancePrompt {
    /** The prompt. */
    prompt: string;
    /** The amount of detail. */
    expansion_level: ExpansionLevel;
    /** The length in seconds of the video that the prompt is for: 10, 15 or 20. */
    duration_s: number;
  }

  /** A prompt in more detail. */
  export interface EnhancedPrompt {
    /** The new prompt. */
    enhanced_prompt: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Exchanges the session token of a signed-in user for an access token.
   *
   * The session token travels in the cookie `__Secure-next-auth.session-token`.
   */
  export interface ExchangeSession {
    /** The session token, as the cookie holds it. */
    session_token: Secret;
  }

  /** The amount of detail added to a prompt. */
  export type ExpansionLevel = "short" | "medium" | "long";

  /** Extends a finished video. Not in the document. */
  export interface ExtendVideo {
    /** The draft to extend, `gen_…`. */
    generation_id: string;
    /** A description of what happens next. */
    user_prompt: string;
    /** The length to add, in seconds: 10 or 15. */
    extension_duration_s: number;
    /** True if the server may rewrite the prompt. */
    enable_rewrite?: boolean;
  }

  /** Turns a processed cameo into a character. */
  export interface FinalizeCharacter {
    /** The cameo, `cameo_…`. */
    cameo_id: string;
    /** The character's user name, without `@`. */
    username: string;
    /** The display name. */
    display_name: string;
    /** The picture, as [`UploadFile`](super::UploadFile) answered it. */
    profile_asset_pointer: string;
    /** Instructions for the character's behaviour. The document sends `null`. */
    instruction_set?: InstructionSet | null;
    /** Instructions about things the character must not do. The document sends `null`. */
    safety_instruction_set?: InstructionSet | null;
  }

  /** The answer to [`FinalizeCharacter`]. */
  export interface Finalized {
    /** The character. */
    character: FinalizedCharacter;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A new character. */
  export interface FinalizedCharacter {
    /** The character's id, `char_…` or `ch_…`. */
    character_id: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An image or video that a task made. */
  export interface Generation {
    /** The generation's id, `gen_…`. */
    id: string | null;
    /** The address. */
    url: string | null;
    /** Width in pixels. */
    width: number | null;
    /** Height in pixels. */
    height: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The address of a file. */
  export interface GenerationDownload {
    /** The address, signed and valid for a limited time. */
    url: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Reads the progress of the processing of a character's video. */
  export interface GetCameoProgress {
    /** The cameo, `cameo_…`. */
    cameo_id: string;
  }

  /** Reads one finished video. Not in the document. */
  export interface GetDraft {
    /** The generation, `gen_…`. */
    generation_id: string;
  }

  /** Asks for the address of a generation's file. Not in the document. */
  export interface GetGenerationDownload {
    /** The generation, `gen_…`. */
    generation_id: string;
  }

  /**
   * Reads the account's own invite code. The answer is 401 for an account without Sora 2, and
   * 403 for one in a country that is not served.
   */
  export type GetInvite = Record<string, unknown>;

  /** Reads the signed-in user. */
  export type GetMe = Record<string, unknown>;

  /** Reads the account's own profile, another source of its user name and invite code. */
  export type GetMyProfile = Record<string, unknown>;

  /** Reads a post. */
  export interface GetPost {
    /** The post, `s_…`. */
    post_id: string;
  }

  /** Reads a post with its original and its remixes. */
  export interface GetPostTree {
    /** The post, `s_…`. */
    post_id: string;
  }

  /** Reads a user's or a character's profile by its user name. */
  export interface GetProfile {
    /** The user name, without `@`. */
    username: string;
  }

  /** An image from which another one starts. */
  export interface ImageItem {
    /** `image`. */
    type?: string;
    /** 0. */
    frame_index?: number;
    /** The media id that [`UploadImage`](super::UploadImage) answered. */
    upload_media_id: string;
  }

  /** The source that an image is made from. */
  export type ImageOperation = "simple_compose" | "remix";

  /** Makes the call that the web application makes when it opens. */
  export type Initialize = Record<string, unknown>;

  /** An item that a video starts from. */
  export type InpaintItem = { kind: "upload"; upload_id: string } | { kind: "file"; file_id: string } | { kind: "generation"; generation_id: string } | { kind: "reference"; reference_id: string } | Record<string, unknown>;

  /** One instruction. */
  export interface Instruction {
    /** `text`. */
    type?: string;
    /** The instruction in words. */
    value: string;
  }

  /**
   * Instructions for a character, as real clients send them: `{"value":
   * [{"type": "text", "value": "…"}]}`.
   */
  export interface InstructionSet {
    /** The instructions. */
    value: Instruction[];
  }

  /** The account's own invite code. */
  export interface Invite {
    /** The code. */
    invite_code: string | null;
    /** The number of times the code was used. */
    redeemed_count: number;
    /** The total number of times the code can be used. */
    total_count: number;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Likes a post. */
  export interface LikePost {
    /** The post, `s_…`. */
    post_id: string;
  }

  /** Lists the account's finished videos, newest first. */
  export interface ListDrafts {
    /** The maximum number of drafts to return, from 1 to 100; the server's default is 15. */
    limit?: number | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
  }

  /** Lists the account's finished videos by the newer path. Not in the document. */
  export interface ListDraftsV2 {
    /** The maximum number of drafts to return, from 1 to 100. */
    limit?: number | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
  }

  /**
   * Lists the videos that are being made. One request serves all of an account's jobs. A job
   * that has ended is no longer listed, and appears among the drafts a few seconds later
   * (`docs/wire/sora.md` §6.1).
   */
  export type ListPending = Record<string, unknown>;

  /**
   * Lists the videos that are being made, by the older path, whose progress jumps
   * from 0 to 0.9 (`docs/wire/sora.md` §6.4).
   */
  export type ListPendingV1 = Record<string, unknown>;

  /** Lists the posts of one user. */
  export interface ListProfileFeed {
    /** The user's id, or `me`. */
    user?: string;
    /** The maximum number of posts to return, from 1 to 100. */
    limit?: number | null;
    /** `nf2`. */
    cut?: string | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
  }

  /** Lists the posts of all users. */
  export interface ListPublicFeed {
    /** The maximum number of posts to return, from 1 to 100. */
    limit?: number | null;
    /** `nf2_latest` or `nf2_top`. */
    cut?: string | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
  }

  /** Lists the latest image tasks, newest first. */
  export interface ListRecentTasks {
    /** The maximum number of tasks to return, from 1 to 100; the server's default is 20. */
    limit?: number | null;
  }

  /** Lists the account's references. */
  export interface ListReferences {
    /** The maximum number of references to return. */
    limit?: number | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
  }

  /** Lists the remixes of a post. */
  export interface ListRemixes {
    /** The post, `s_…`. */
    post_id: string;
    /** The maximum number of posts to return, from 1 to 100. */
    limit?: number | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
  }

  /** Lists the account's subscriptions; none for a free account. */
  export type ListSubscriptions = Record<string, unknown>;

  /** Lists all tasks, newest first. Not in the document. */
  export interface ListTasks {
    /** The maximum number of tasks to return, from 1 to 100. */
    limit?: number | null;
    /** The position to continue from: the `last_id` of the previous page. */
    after?: string | null;
  }

  /** The signed-in user. Any field may be absent. */
  export interface Me {
    /** The e-mail address. */
    email: string | null;
    /** The display name. */
    name: string | null;
    /** The user name; absent until one is [set](super::SetUsername). */
    username: string | null;
    /** The address of the picture. */
    picture: string | null;
    /** The time at which the account was created. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A user or character that was found. */
  export interface Mention {
    /** The profile of the user or character. */
    profile: UserProfile;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of search results. */
  export interface MentionPage {
    /** The search results. */
    items: Mention[];
    /** The cursor of the next page; absent on the last page. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The model that makes a video. */
  export type Model = "sy_8" | "sy_ore" | string;

  /** The account's own profile. */
  export interface MyProfile {
    /** The public profile. */
    profile: UserProfile;
    /** Information that only the account itself sees, such as its invite code. */
    my_info: Record<string, unknown>;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A video to publish. */
  export interface NewAttachment {
    /** The generation, `gen_…`, not the task. */
    generation_id: string;
    /** `sora`. */
    kind?: string;
  }

  /** The orientation of a video. */
  export type Orientation = "landscape" | "portrait" | "square" | string;

  /** A video that is being made. */
  export interface PendingTask {
    /** The task's id: `task_…` or `gen_…`. */
    id: string;
    /**
     * The state, in the server's words: `pending`, `processing`, `preprocessing`, `queued`,
     * `running`, `completed`, `succeeded`, `failed`, `error`.
     */
    status: string | null;
    /**
     * Progress from 0 to 1. Servers write `progress` or `progress_pct`, and neither while the
     * task waits.
     */
    progress_pct: number | null;
    /** The same, by its name in the document. */
    progress: number | null;
    /** The time at which the task was created. */
    created_at: Timestamp | null;
    /** The prompt. */
    prompt: string | null;
    /** The orientation. */
    orientation: string | null;
    /** The length in frames, at 30 a second. */
    n_frames: number | null;
    /** The model, such as `sy_8`. */
    model: string | null;
    /** The reason for the task's failure. */
    failure_reason: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A plan. */
  export interface Plan {
    /**
     * The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers also write
     * it, `chatgptplusplan`. Others exist.
     */
    id: string | null;
    /** The plan's name, such as `ChatGPT Plus`. */
    title: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A post. */
  export interface Post {
    /** The post's id, `s_…`. */
    id: string;
    /** The address of the post's page. */
    permalink: string | null;
    /** The text. */
    text: string | null;
    /** The time of publication. */
    posted_at: Timestamp | null;
    /** The same, by its name in the document. */
    created_at: Timestamp | null;
    /** The video by its name in the document, under whichever name the server gives it. */
    video_url: string | null;
    /** The number of likes. */
    like_count: number | null;
    /** The number of views. */
    view_count: number | null;
    /** The number of remixes. */
    remix_count: number | null;
    /** The post of which this one is a remix. */
    parent_post_id: string | null;
    /** The videos. */
    attachments: Attachment[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of posts. */
  export interface PostPage {
    /** The posts. */
    items: Published[];
    /** The cursor of the next page; absent on the last page. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A post with its original and its remixes. */
  export interface PostTree {
    /** The post. */
    post: Post;
    /** The author. */
    profile: UserProfile | null;
    /** The post of which this one is a remix. */
    parent: Published | null;
    /** The remixes of the post. */
    children: PostPage;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The proof of work of a challenge. */
  export interface ProofOfWork {
    /** True if the proof of work is required. */
    required: boolean;
    /** The seed that is hashed before the answer. */
    seed: string | null;
    /** The bound for the first bytes of the hash, in hexadecimal. */
    difficulty: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A post and its author. */
  export interface Published {
    /** The post. */
    post: Post;
    /** The author. */
    profile: UserProfile | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The account's quota. */
  export interface Quota {
    /** The figures. */
    rate_limit_and_credit_balance: RateLimitAndCreditBalance;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The figures of a quota. What a server leaves out reads as zero or false. */
  export interface RateLimitAndCreditBalance {
    /** The approximate number of videos left. */
    estimated_num_videos_remaining: number;
    /** True if no more videos may be made until the reset. */
    rate_limit_reached: boolean;
    /** Seconds until the quota is full again. */
    access_resets_in_seconds: number;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of references. */
  export interface ReferencePage {
    /** The references. */
    items: ReferencePicture[];
    /** The cursor of the next page; absent on the last page. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A picture that prompts can use again. */
  export interface ReferencePicture {
    /** The reference's id, which an [`InpaintItem::Reference`](super::InpaintItem) names. */
    reference_id: string;
    /** The reference's name. */
    name: string | null;
    /** A description of the picture. */
    description: string | null;
    /** The picture. */
    asset_pointer: string | null;
    /** The time of creation. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Exchanges a refresh token for a new access token.
   *
   * The refresh token is used up by the call: the answer's one replaces it, and
   * has to be stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh
   * token works only with the client id that it was issued to (`docs/wire/sora.md` §1.3);
   * the documented ones are `OAUTH_CLIENTS`, in Rust [`OauthClient::ALL`].
   */
  export interface RefreshToken {
    /** The refresh token. */
    refresh_token: Secret;
    /**
     * The client id that the token was issued to.
     *
     * @default the iOS application's, `app_LlGpXReQgckcGGUo2JrYvtJK`
     */
    client_id?: string | null;
    /**
     * The redirect URI that belongs to the client id.
     *
     * @default that of a known client
     */
    redirect_uri?: string | null;
  }

  /** The new tokens. */
  export interface RefreshedToken {
    /**
     * The new access token, a JWT. Empty if the answer holds a refresh token alone, which
     * has to be stored all the same.
     */
    access_token: Secret;
    /** The refresh token for the next time. Absent when the old one stays valid. */
    refresh_token: Secret | null;
    /** The lifetime of the access token, in seconds. */
    expires_in: number | null;
    /** `Bearer`. */
    token_type: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Asks for a Sentinel challenge, to be solved for one creation or publication. */
  export interface RequestSentinel {
    /**
     * The first proof of work: `gAAAAAC` and the answer for a random seed with
     * difficulty `0fffff`.
     */
    p: string;
    /** The request's id, a UUID. Public clients send the device id. */
    id: string;
    /**
     * The purpose of the challenge, such as `sora_init`. Servers accept other words too
     * (`docs/wire/sora.md` §2.4).
     */
    flow: string;
  }

  /**
   * Asks the link service that the caller has configured (`links_url`) for the
   * address of a published video. sorakit knows of no such service and bundles
   * none; the account's credential does not go there.
   */
  export interface ResolveLink {
    /** The post's page, `https://…/p/s_…`. */
    url: string;
    /** The token of the link service. */
    token: Secret;
  }

  /** The address of a published video. */
  export interface ResolvedLink {
    /** The video's address. */
    download_link: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Searches users and characters by user name. */
  export interface SearchProfiles {
    /** The text to find in user names, without `@`. */
    username: string;
    /** The kind of profile to look for: `users`, or `cameo` for characters only. */
    intent?: string | null;
    /** The maximum number of profiles to return, from 1 to 100. */
    limit?: number | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
  }

  /**
   * A token, key or password. `Debug` hides it, and its memory is overwritten when it is
   * dropped.
   *
   * It serialises to its text, because operations send it and credential stores keep it;
   * nothing in sorakit writes it elsewhere.
   */
  export type Secret = string;

  /** A Sentinel challenge. */
  export interface SentinelChallenge {
    /** The challenge's own token, sent back as `c`. */
    token: string;
    /** The Turnstile part. sorakit runs no challenge scripts; `dx` is sent back. */
    turnstile: Turnstile | null;
    /** The proof of work that is required. Absent means none. */
    proofofwork: ProofOfWork | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The signed-in session. */
  export interface Session {
    /** The access token, a JWT; its `exp` claim holds its expiry. */
    accessToken: Secret;
    /** The signed-in user. */
    user: SessionUser | null;
    /** The end of the session, not of the access token. */
    expires: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The signed-in user. */
  export interface SessionUser {
    /** The e-mail address. */
    email: string | null;
    /** The display name. */
    name: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets the account's user name, which publishing needs. */
  export interface SetUsername {
    /** The name, without `@`. */
    username: string;
  }

  /** A shot of a storyboard. */
  export interface Shot {
    /** The length in seconds. */
    duration: number;
    /** A description of the shot. */
    scene: string;
  }

  /** The resolution class of a video. */
  export type Size = "small" | "medium" | "large" | string;

  /**
   * The style of a video: the ten of `docs/wire/sora.md` §9.2, the others that servers accept,
   * and any other word.
   */
  export type Style = "festive" | "kakalaka" | "news" | "selfie" | "handheld" | "golden" | "anime" | "retro" | "nostalgic" | "comic" | "high_def" | "kpop" | "cartoon2" | "selfie3" | "animated" | "sitcom" | "thanksgiving" | string;

  /** A subscription. */
  export interface Subscription {
    /** The plan that is subscribed to. */
    plan: Plan;
    /**
     * The end of the subscription. Servers write it as ISO time, or as a number of seconds or
     * milliseconds, also in a string.
     */
    end_ts: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The account's subscriptions. */
  export interface Subscriptions {
    /** The subscriptions. */
    data: Subscription[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A task. */
  export interface Task {
    /** The task's id, `task_…`. */
    id: string;
    /** `image_gen` or `video_gen`. */
    type: string | null;
    /**
     * The state, in the server's words: `completed` and its synonyms, or `queued`, `running`,
     * `succeeded`, `failed`.
     */
    status: string | null;
    /** Progress from 0 to 1, when the server reports it. */
    progress_pct: number | null;
    /** The time of creation. */
    created_at: Timestamp | null;
    /** The prompt. */
    prompt: string | null;
    /** The image, as the document names it. */
    image_url: string | null;
    /** The images and videos that the task made. */
    generations: Generation[];
    /** The reason for the failure. */
    failure_reason: string | null;
    /** The same, as some servers name it. */
    error_message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of tasks. */
  export interface TaskPage {
    /** The tasks, newest first. Servers name the list `tasks` or `task_responses`. */
    tasks: Task[];
    /** The last task's id. */
    last_id: string | null;
    /** True if there are more tasks. */
    has_more: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A time in ISO 8601, such as `2026-01-15T10:30:00.000Z`. */
  export type Timestamp = string;

  /** The Turnstile part of a challenge. */
  export interface Turnstile {
    /** The value that is sent back as `t`. */
    dx: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Changes who may use a character, or how it behaves. Fields that are not given stay unchanged. */
  export interface UpdateCameo {
    /** The cameo, `cameo_…`. */
    cameo_id: string;
    /** The people who may use the character. */
    visibility?: Visibility | null;
    /** Instructions for the character's behaviour. Not in the document. */
    instruction_set?: InstructionSet | null;
    /** Instructions about things the character must not do. Not in the document. */
    safety_instruction_set?: InstructionSet | null;
  }

  /** Changes a reference. Fields that are not given stay unchanged. */
  export interface UpdateReference {
    /** The reference. */
    reference_id: string;
    /** The new name. */
    name?: string | null;
    /** The new description. */
    description?: string | null;
    /** The new picture. */
    asset_pointer?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Uploads a video to make a character from: MP4, by content. */
  export interface UploadCharacter {
    /** The video. */
    file: FileInput;
    /**
     * The part of the video in which the character is seen, from start to end in seconds, as
     * `[0, 3]` or `"0,3"`.
     */
    timestamps?: [number, number] | string;
  }

  /**
   * Uploads a character's picture, or an image to start from by the newer way:
   * PNG, JPEG or WebP, by content.
   */
  export interface UploadFile {
    /** The image; WebP is recommended for a character's picture. */
    file: FileInput;
    /** The purpose of the file. */
    use_case?: UseCase;
  }

  /** Uploads an image for a creation to start from: PNG, JPEG or WebP, by content. */
  export interface UploadImage {
    /** The image. */
    file: FileInput;
  }

  /** The result of an upload. */
  export interface Uploaded {
    /** The media id: `upload_…` or `media_…`. Opaque. */
    id: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An uploaded file. */
  export interface UploadedFile {
    /** The pointer that names the file in later requests: `asset_ptr_…` or `sediment://file_…`. */
    asset_pointer: string;
    /**
     * The file's id, `file_…`, which an [`InpaintItem::File`](super::InpaintItem) names. Not
     * every server gives one.
     */
    file_id: string | null;
    /** The address. */
    url: string | null;
    /** The size in bytes. */
    size: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The purpose of an uploaded file. */
  export type UseCase = "profile" | "inpaint_safe";

  /** The public profile of a user or a character. */
  export interface UserProfile {
    /** The user's id. */
    user_id: string | null;
    /** The user name. */
    username: string | null;
    /** The display name. */
    display_name: string | null;
    /** The address of the picture. */
    profile_picture_url: string | null;
    /** The address of the profile's page. */
    permalink: string | null;
    /** The user's own description. */
    description: string | null;
    /** The character's id, if the profile is that of a character. */
    character_id: string | null;
    /** The cameo from which the character was made. */
    cameo_id: string | null;
    /** The number of followers. */
    follower_count: number | null;
    /** The number of posts. */
    post_count: number | null;
    /** The time at which the profile was created. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The account's names. */
  export interface Username {
    /** The user name. */
    username: string | null;
    /** The display name. */
    display_name: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The availability of a user name. */
  export interface UsernameAvailability {
    /** True if the name can be taken. */
    available: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The people who may use a character. */
  export type Visibility = "private" | "public";
}

export namespace mirror {

  /** The content of a message. */
  export type AnthropicContent = string | (Record<string, unknown>)[];

  /** A message of Anthropic's form. */
  export interface AnthropicMessage {
    /** The role of the speaker: `user` or `assistant`. */
    role?: string;
    /** The content. */
    content: AnthropicContent;
  }

  /** The message of an answer. */
  export interface ChatAnswer {
    /** `assistant`. */
    role: string | null;
    /** The text. */
    content: string | null;
    /** The last known progress of the generation. */
    reasoning_content: Reasoning | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** One of the answers. */
  export interface ChatChoice {
    /** The index, from 0. */
    index: number;
    /** The message. */
    message: ChatAnswer;
    /** The reason that it ends, in lower case, such as `stop`. */
    finish_reason: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A piece of an answer (`chat.completion.chunk`). */
  export interface ChatChunk {
    /** The answer's id. */
    id: string | null;
    /** The time it was created. */
    created: Timestamp | null;
    /** The model; gateways write `sora` whatever was requested. */
    model: string | null;
    /** The new parts, usually one. */
    choices: ChunkChoice[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An answer (`chat.completion`). */
  export interface ChatCompletion {
    /** The answer's id. */
    id: string | null;
    /** The time it was created. */
    created: Timestamp | null;
    /** The model. */
    model: string | null;
    /** The answers, usually one. */
    choices: ChatChoice[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The content of a message. */
  export type ChatContent = string | ChatPart[];

  /** The new part of an answer. Every field may be `null`. */
  export interface ChatDelta {
    /** `assistant`. */
    role: string | null;
    /** Text of the answer. */
    content: string | null;
    /** The progress of the generation. */
    reasoning_content: Reasoning | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A message of a chat. */
  export interface ChatMessage {
    /** The role of the speaker: `user`, `system` or `assistant`. */
    role?: string;
    /** The content. */
    content: ChatContent;
  }

  /** A part of a message. */
  export type ChatPart = { type: "text"; text: string } | { type: "image_url"; image_url: ChatUrl } | { type: "video_url"; video_url: ChatUrl };

  /** The location of an image or video. */
  export interface ChatUrl {
    /** `https://…` or `data:<type>;base64,…`. */
    url: string;
  }

  /** The new part of one choice. */
  export interface ChunkChoice {
    /** The index of the choice, from 0. */
    index: number;
    /** The new part. */
    delta: ChatDelta;
    /** The reason for the answer's end, in lower case, such as `stop`; absent until then. */
    finish_reason: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Makes an image or a video in a chat. Images to start from go into the
   * message, as addresses or data URLs.
   */
  export interface CompleteChat {
    /** The messages. */
    messages: ChatMessage[];
    /** The model, with its parameters after dashes. */
    model?: string;
    /**
     * True to stream the answer, as the document shows it.
     *
     * @default true
     */
    stream?: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * The answer of a `/content` endpoint: the file's bytes, or its address (`docs/wire/openai.md`
   * §4). Whole in memory and at most 32 MiB; a file that may be longer is
   * [opened as a stream](crate::Client::open_content), or
   * [downloaded](crate::Videos::download), which also resumes and checks.
   */
  export interface Content {
    /** The MIME type, by content. */
    content_type: string | null;
    /** The bytes, in JSON as base64; absent when the server answered an address. */
    data: Uint8Array | null;
    /** The address of the file, if the server answered with one. */
    url: string | null;
  }

  /** Makes a character from a stretch of a video that shows no real person. */
  export interface CreateCharacter {
    /** The video: its address, or base64. This or `from_task`. */
    url?: string | null;
    /** The finished job whose video it is. This or `url`. */
    from_task?: string | null;
    /**
     * The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
     * apart.
     *
     * @default "0,3"
     */
    timestamps?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Makes an image or a video in a chat of Anthropic's form. The mirror must have unlocked it for
   * the license.
   */
  export interface CreateMessage {
    /** The messages. */
    messages: AnthropicMessage[];
    /** The model, with its parameters after dashes. */
    model?: string;
    /**
     * The longest answer, in tokens. Anthropic's form requires it.
     *
     * @default 4096
     */
    max_tokens?: number;
    /**
     * True to stream the answer.
     *
     * @default true
     */
    stream?: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Creates a video from a prompt, and images to start from.
   *
   * Sent as JSON, or as a form if there are images.
   */
  export interface CreateVideo {
    /** The text that describes the video. */
    prompt: string;
    /** The model, with its parameters after dashes. */
    model?: string;
    /** Images to start from. */
    input_reference?: FileInput[];
    /**
     * `widthxheight`. Wider than high is landscape, higher than wide portrait;
     * the numbers do not matter otherwise.
     */
    size?: string | null;
    /**
     * The number of variants to make, from 1 to 4.
     *
     * @default 1
     */
    n?: number | null;
    /**
     * True to keep the watermark. For your own works only.
     *
     * @default false
     */
    watermark?: boolean | null;
    /**
     * The length in seconds: 10, 15 or 25.
     *
     * @default 10
     */
    duration?: number | null;
    /** Another name for `duration`. */
    seconds?: number | null;
    /**
     * High definition: with `sora_video2-pro` alone, and not at 25 s.
     *
     * @default false
     */
    hd?: boolean | null;
    /**
     * True to keep the video unpublished; it cannot be remixed then.
     *
     * @default false
     */
    private?: boolean | null;
    /** The style; of `sora_video2` alone. */
    style?: Style | null;
    /**
     * True if the prompt describes shots.
     *
     * @default false
     */
    storyboard?: boolean | null;
    /**
     * A video to make a character from: its address, or base64. It must show no
     * real person.
     */
    character_url?: string | null;
    /**
     * The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
     * apart.
     *
     * @default "0,3"
     */
    character_timestamps?: string | null;
    /**
     * True to make a character from the finished video.
     *
     * @default false
     */
    character_create?: boolean | null;
    /** A finished job to make a character from. */
    character_from_task?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A character that was made. */
  export interface CreatedCharacter {
    /** The character's id. */
    id: string;
    /** The user name by which prompts refer to it, after `@`. */
    username: string | null;
    /** The address of the character's page. */
    permalink: string | null;
    /** The address of the character's picture. */
    profile_picture_url: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Makes images from other images. It answers when they are done. */
  export interface EditImages {
    /** The text that describes the changes. */
    prompt: string;
    /** The images to start from, one at least. */
    image?: FileInput[];
    /** The model. */
    model?: string;
    /** `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3. */
    size?: string | null;
    /**
     * The number of variants to make, from 1 to 4.
     *
     * @default 1
     */
    n?: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The mirror must
   * have unlocked it for the license.
   */
  export interface GenerateContent {
    /** The model, with its parameters after dashes. */
    model?: string;
    /** The messages. */
    contents: GoogleContent[];
    /**
     * The method, which streams the answer or returns it at once.
     *
     * @default "streamGenerateContent"
     */
    method?: GenerateMethod;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Makes images from a prompt. It answers when they are done. */
  export interface GenerateImages {
    /** The text that describes the image. */
    prompt: string;
    /** The model. */
    model?: string;
    /** `widthxheight`: equal sides give 1:1, wider 3:2, higher 2:3. */
    size?: string | null;
    /**
     * The number of variants to make, from 1 to 4.
     *
     * @default 1
     */
    n?: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A method of Google's form, which streams the answer or returns it at once. */
  export type GenerateMethod = "streamGenerateContent" | "generateContent";

  /** An image that was made: its address, or its bytes. */
  export interface GeneratedImage {
    /** The address. */
    url: string | null;
    /** The bytes, in base64. */
    b64_json: string | null;
    /** The prompt that the image was made with. */
    revised_prompt: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The images that were made. */
  export interface GeneratedImages {
    /** The time of creation. */
    created: Timestamp | null;
    /** The images. */
    data: GeneratedImage[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Fetches a finished video's file. */
  export interface GetContent {
    /** The video's id. */
    video_id: string;
  }

  /** Reads the state of a video. */
  export interface GetVideo {
    /** The video's id. */
    video_id: string;
  }

  /** A message of Google's form. */
  export interface GoogleContent {
    /** The role of the speaker: `user` or `model`. */
    role?: string;
    /** The content: `{"text": …}`, or `{"inlineData": {"mimeType": …, "data": …}}`. */
    parts: (Record<string, unknown>)[];
  }

  /** The progress of a generation, in whichever form the gateway writes it. */
  export type Reasoning = string | ReasoningProgress;

  /** The progress of a generation, as an object. */
  export interface ReasoningProgress {
    /** The stage, such as `generation`. */
    stage: string | null;
    /** The status, such as `processing`. */
    status: string | null;
    /** The progress in percent, from 0 to 100. */
    progress: number | null;
    /** A sentence. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Makes a new version of a video, with a character from a video, from a job, or
   * made from the result.
   *
   * A video that was made with `private` cannot be remixed.
   */
  export interface RemixVideo {
    /** The video's id. */
    video_id: string;
    /** The text that describes the new version. */
    prompt: string;
    /** The model, with its parameters after dashes. */
    model?: string;
    /**
     * `widthxheight`. Wider than high is landscape, higher than wide portrait;
     * the numbers do not matter otherwise.
     */
    size?: string | null;
    /**
     * The number of variants to make, from 1 to 4.
     *
     * @default 1
     */
    n?: number | null;
    /**
     * True to keep the watermark. For your own works only.
     *
     * @default false
     */
    watermark?: boolean | null;
    /**
     * The length in seconds: 10, 15 or 25.
     *
     * @default 10
     */
    duration?: number | null;
    /** Another name for `duration`. */
    seconds?: number | null;
    /**
     * High definition: with `sora_video2-pro` alone, and not at 25 s.
     *
     * @default false
     */
    hd?: boolean | null;
    /**
     * True to keep the video unpublished; it cannot be remixed then.
     *
     * @default false
     */
    private?: boolean | null;
    /** The style; of `sora_video2` alone. */
    style?: Style | null;
    /**
     * True if the prompt describes shots.
     *
     * @default false
     */
    storyboard?: boolean | null;
    /**
     * A video to make a character from: its address, or base64. It must show no
     * real person.
     */
    character_url?: string | null;
    /**
     * The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
     * apart.
     *
     * @default "0,3"
     */
    character_timestamps?: string | null;
    /**
     * True to make a character from the finished video.
     *
     * @default false
     */
    character_create?: boolean | null;
    /** A finished job to make a character from. */
    character_from_task?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The styles of `docs/wire/mirror.md` §6. */
  export type Style = "thanksgiving" | "comic" | "news" | "selfie" | "nostalgic" | "anime";

  /** A time in ISO 8601, such as `2026-01-15T10:30:00.000Z`. */
  export type Timestamp = string;

  /** The reason for the failure of a job. */
  export interface VideoError {
    /** The server's code, as text. */
    code: string | null;
    /** The server's reason. */
    message: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
   *
   * The fields here are read from whichever key a server uses for them; what the
   * server said under other keys stays in `extra` as well.
   */
  export interface VideoJob {
    /** The job's id, under whichever key a server has it. Opaque. */
    id: string;
    /** The object's type, such as `video`. */
    object: string | null;
    /** The server's word for the job's state. */
    status: string | null;
    /** Progress in percent, as a number or as text on the wire. */
    progress: number | null;
    /** The model. */
    model: string | null;
    /** The prompt. */
    prompt: string | null;
    /**
     * The size, such as `1280x720`. Some gateways write the file's length in
     * bytes here once it is done.
     */
    size: string | null;
    /** The length in seconds: what was made, else what was asked for. */
    seconds: number | null;
    /** The time of creation: `created_at`, `submit_time` or `created`. */
    created_at: Timestamp | null;
    /** The time of the start: `started_at` or `start_time`. */
    started_at: Timestamp | null;
    /** The time of the end: `completed_at` or `finish_time`. */
    completed_at: Timestamp | null;
    /** The time until which the files can be fetched. */
    expires_at: Timestamp | null;
    /** The address of the video, from whichever key holds it. */
    video_url: string | null;
    /**
     * The addresses of all variants, if there are several; `video_url` is the first. An empty one
     * is fetched by its number.
     */
    video_urls: string[];
    /** A still of the video. */
    thumbnail_url: string | null;
    /** The video that this one is a new version of. */
    remixed_from_video_id: string | null;
    /** The reason for the failure, wherever the server states it. */
    error: VideoError | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }
}

export namespace sora2api {

  /** Redeems an invite code for an account. */
  export interface ActivateSora2 {
    /** The account. */
    token_id: TokenId;
    /** The invite code, such as `ABC123` or `SORA-XXXX-XXXX`. */
    invite_code: string;
  }

  /** Redeems an invite code for all accounts without Sora 2. */
  export interface ActivateTokens {
    /** The invite code, such as `ABC123` or `SORA-XXXX-XXXX`. */
    invite_code: string;
  }

  /** Gives an account a user name that the gateway chooses, if it has none. */
  export interface ActivateUsername {
    /** The account. */
    token_id: TokenId;
  }

  /** Gives every enabled account a user name, if it has none. */
  export type ActivateUsernames = Record<string, unknown>;

  /** The result of redeeming an invite code. */
  export interface ActivatedSora2 {
    /** True if the account already had Sora 2. */
    already_accepted: boolean;
    /** The account's own invite code. */
    invite_code: string | null;
    /** The number of times the account's invite code was used. */
    redeemed_count: number;
    /** The number of times the account's invite code can be used. */
    total_count: number;
    /** The number of videos that the account may make. */
    sora2_remaining_count: number;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The result of redeeming an invite code for several accounts. */
  export interface ActivatedTokens {
    /** The number of accounts that have Sora 2 now. */
    activated: number;
    /** The number of accounts that already had it. */
    already_active: number;
    /** The number of accounts that failed. */
    failed: number;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An account's user name. */
  export interface ActivatedUsername {
    /** The name. */
    username: string | null;
    /** True if the account already had a user name. */
    already_set: boolean;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The result of giving user names to accounts. */
  export interface ActivatedUsernames {
    /** The number of accounts that have a user name now. */
    activated: number;
    /** The number of accounts that already had one. */
    already_set: number;
    /** The number of accounts that failed. */
    failed: number;
    /** The number of accounts in all. */
    total: number;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Adds an account. */
  export interface AddToken {
    /** The access token. */
    token: Secret;
    /** The session token. */
    st?: Secret | null;
    /** The refresh token. */
    rt?: Secret | null;
    /** The client id that the refresh token was issued to. */
    client_id?: string | null;
    /** The account's own proxy. */
    proxy_url?: Secret | null;
    /** A note. */
    remark?: string | null;
    /**
     * True to let the account make images.
     *
     * @default true
     */
    image_enabled?: boolean | null;
    /**
     * True to let the account make videos.
     *
     * @default true
     */
    video_enabled?: boolean | null;
    /**
     * The most images that the account makes at once; -1 means no limit.
     *
     * @default -1
     */
    image_concurrency?: number | null;
    /**
     * The most videos that the account makes at once; -1 means no limit.
     *
     * @default -1
     */
    video_concurrency?: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An account that was added. */
  export interface AddedToken {
    /** The account's id in the gateway. */
    token_id: TokenId | null;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The gateway's settings. */
  export interface AdminConfig {
    /** The number of consecutive errors after which an account is disabled. */
    error_ban_threshold: number;
    /** The key of the `/v1` interfaces. */
    api_key: Secret | null;
    /** The admin's name. */
    admin_username: string | null;
    /** True if requests are written to the log in full. */
    debug_enabled: boolean;
    /** True if a failed task is tried again with another account. Upstream only. */
    task_retry_enabled: boolean | null;
    /** The most times that a failed task is tried again. Upstream only. */
    task_max_retries: number | null;
    /** True if an account is disabled when the backend answers it with 401. Upstream only. */
    auto_disable_on_401: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
   * [`ImportTokens`](super::ImportTokens) there.
   */
  export interface BatchAddTokens {
    /** The accounts. */
    tokens: AddToken[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The result of adding accounts. */
  export interface BatchAdded {
    /** The number of accounts added. */
    added: number;
    /** The number of accounts that were there already. */
    skipped: number;
    /** The number of accounts that could not be added. */
    failed: number;
    /** The outcome for each account. */
    details: BatchDetail[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The outcome for one account that was to be added. */
  export interface BatchDetail {
    /** The beginning of the access token. */
    token: string | null;
    /** `added`, `skipped` or `failed`. */
    status: string | null;
    /** The account. */
    token_id: TokenId | null;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The answer. */
  export interface CacheAnswer {
    /** The settings. */
    config: CacheConfig;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The settings by which the gateway keeps files. */
  export interface CacheConfig {
    /** True if the gateway keeps files. */
    enabled: boolean;
    /** The time to keep a file, in seconds; -1 means for ever. */
    timeout: number;
    /** The address under which it offers them; empty when it is the gateway's own. */
    base_url: string | null;
    /** The address that is in use. */
    effective_base_url: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Ends a task. */
  export interface CancelTask {
    /** The task's id. */
    task_id: string;
  }

  /** A character. */
  export interface CharacterAnswer {
    /** The character. */
    character: ManagedCharacter;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The data of a character that was made. */
  export interface CharacterData {
    /** The cameo's id, `ch_…`. */
    cameo_id: string | null;
    /** The name that prompts use. */
    username: string | null;
    /** The name that is shown. */
    display_name: string | null;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The result of a search. */
  export interface CharacterMatches {
    /** The name that was searched for. */
    query: string | null;
    /** The number of results. */
    count: number;
    /** The characters and users found. */
    results: FoundCharacter[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The options for making a character. */
  export interface CharacterOptions {
    /**
     * The start and end of the part that shows the character, in seconds.
     *
     * @default "0,3"
     */
    timestamps?: string | null;
    /** The name that prompts use, without `@`. */
    username?: string | null;
    /** The name that is shown. */
    display_name?: string | null;
    /** The instructions for the character's behaviour. */
    instruction_set?: string | null;
    /** The instructions for what the character must not do. */
    safety_instruction_set?: string | null;
  }

  /** The owner of a character that was found. */
  export interface CharacterOwner {
    /** The user's id. */
    user_id: string | null;
    /** The name. */
    username: string | null;
    /** The name that is shown. */
    display_name: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The people who may use a character. */
  export type CharacterVisibility = "private" | "public";

  /** The message of an answer. */
  export interface ChatAnswer {
    /** `assistant`. */
    role: string | null;
    /** The text. */
    content: string | null;
    /** The last known progress of the generation. */
    reasoning_content: Reasoning | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** One of the answers. */
  export interface ChatChoice {
    /** The index, from 0. */
    index: number;
    /** The message. */
    message: ChatAnswer;
    /** The reason that it ends, in lower case, such as `stop`. */
    finish_reason: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A piece of an answer (`chat.completion.chunk`). */
  export interface ChatChunk {
    /** The answer's id. */
    id: string | null;
    /** The time it was created. */
    created: Timestamp | null;
    /** The model; gateways write `sora` whatever was requested. */
    model: string | null;
    /** The new parts, usually one. */
    choices: ChunkChoice[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An answer (`chat.completion`). */
  export interface ChatCompletion {
    /** The answer's id. */
    id: string | null;
    /** The time it was created. */
    created: Timestamp | null;
    /** The model. */
    model: string | null;
    /** The answers, usually one. */
    choices: ChatChoice[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The content of a message. */
  export type ChatContent = string | ChatPart[];

  /** The new part of an answer. Every field may be `null`. */
  export interface ChatDelta {
    /** `assistant`. */
    role: string | null;
    /** Text of the answer. */
    content: string | null;
    /** The progress of the generation. */
    reasoning_content: Reasoning | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A message of a chat. */
  export interface ChatMessage {
    /** The role of the speaker: `user`, `system` or `assistant`. */
    role?: string;
    /** The content. */
    content: ChatContent;
  }

  /** A part of a message. */
  export type ChatPart = { type: "text"; text: string } | { type: "image_url"; image_url: ChatUrl } | { type: "video_url"; video_url: ChatUrl };

  /** The location of an image or video. */
  export interface ChatUrl {
    /** `https://…` or `data:<type>;base64,…`. */
    url: string;
  }

  /** The new part of one choice. */
  export interface ChunkChoice {
    /** The index of the choice, from 0. */
    index: number;
    /** The new part. */
    delta: ChatDelta;
    /** The reason for the answer's end, in lower case, such as `stop`; absent until then. */
    finish_reason: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Has the gateway forget its credentials. */
  export type ClearCloudflare = Record<string, unknown>;

  /** Empties the log. Upstream only (docs/wire/sora2api.md §11.3). */
  export type ClearLogs = Record<string, unknown>;

  /** The answer with the settings. */
  export interface CloudflareAnswer {
    /** The settings. */
    config: CloudflareConfig;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The gateway's settings for a solver. */
  export interface CloudflareConfig {
    /** True if the gateway uses a solver. */
    solver_enabled: boolean;
    /** The solver's address. It may hold a key. */
    solver_api_url: Secret | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The state of the gateway's credentials. The document does not describe its content. */
  export interface CloudflareState {
    /** The state, as the gateway gives it. It may hold cookies. */
    state: unknown;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The result of exchanging a refresh token. */
  export interface ConvertedRefreshToken {
    /** The access token. */
    access_token: Secret;
    /** The refresh token for the next time. */
    refresh_token: Secret | null;
    /** The lifetime of the access token, in seconds. */
    expires_in: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The result of exchanging a session token. */
  export interface ConvertedSessionToken {
    /** The access token. */
    access_token: Secret;
    /** The account's e-mail address. */
    email: string | null;
    /** The time at which the session ends. */
    expires: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Makes a character out of a video, while the caller waits.
   *
   * Give the video as a file, sent as a form, or in base64, sent as JSON.
   */
  export interface CreateCharacter {
    /** A video model; `sora-video-10s` is the default. */
    model?: string | null;
    /** The video, as a file. */
    video?: FileInput | null;
    /**
     * The video, in base64. It is sent under the name `video`, as the
     * document's example shows and the gateways read it.
     */
    video_base64?: string | null;
    /**
     * The start and end of the part that shows the character, in seconds.
     *
     * @default "0,3"
     */
    timestamps?: string | null;
    /** The name that prompts use, without `@`. */
    username?: string | null;
    /** The name that is shown. */
    display_name?: string | null;
    /** The instructions for the character's behaviour. */
    instruction_set?: string | null;
    /** The instructions for what the character must not do. */
    safety_instruction_set?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Asks for a video, an image, a remix or a character.
   *
   * Running gateways generate only for a stream, which is the default here;
   * without one they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
   * answer's [`result`](ChatCompletion::result) holds the media.
   */
  export interface CreateChat {
    /** The model, such as `sora-video-landscape-10s` or `sora-image`. */
    model: string;
    /**
     * The messages. Only the last one counts. Images by address are ignored by running gateways,
     * so they are refused: give a data URL.
     */
    messages: ChatMessage[];
    /**
     * True to stream the answer.
     *
     * @default true
     */
    stream?: boolean;
    /** An image to start from, in base64. */
    image?: string | null;
    /** A video to make a character from, in base64. */
    video?: string | null;
    /** The published video to make a new version of: `s_…`, or its share link. */
    remix_target_id?: string | null;
    /** The style. */
    style_id?: VideoStyle | null;
    /** The options for making a character. */
    character_options?: CharacterOptions | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Makes an image from a prompt, and from reference images if any are given. */
  export interface CreateImage {
    /** The text that describes the image. */
    prompt: string;
    /** The model, such as `gpt-image-2` or `sora-image`. */
    model?: string | null;
    /** The number of images. The gateway makes one. */
    n?: number | null;
    /** The size, such as `1024x1024`, or the ratio, such as `16:9`. */
    size?: string | null;
    /** The quality. */
    quality?: ImageQuality | null;
    /** The style. */
    style?: ImageStyle | null;
    /** The form in which the image is returned. */
    response_format?: ImageFormat | null;
    /**
     * Reference images, one or a list: addresses, data URLs or `{"url": …}`. Files are
     * taken by `sora2api.images.edit`.
     */
    image?: Reference[] | Reference;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Creates a video.
   *
   * Sent as a form if there is a file to start from, else as JSON.
   */
  export interface CreateVideo {
    /** The text that describes the video. */
    prompt: string;
    /** The model: `sora-2`, the default, or another of the gateway's. */
    model?: string | null;
    /** The length: 10 or 15 s, the default. */
    seconds?: VideoSeconds | null;
    /** The size in pixels. */
    size?: VideoSize | null;
    /** Landscape or portrait. */
    orientation?: Orientation | null;
    /** The style. */
    style_id?: VideoStyle | null;
    /** An image to start from: a file, or, in forks, an address or data URL. */
    input_reference?: Reference | null;
    /** An image to start from, in base64. */
    input_image?: string | null;
    /** The published video to make a new version of. */
    remix_target_id?: string | null;
    /** Further parameters, sent as JSON text: an object, or its text. */
    metadata?: VideoMetadata | null;
    /**
     * True to answer at once, false to answer when the video is done.
     *
     * @default true
     */
    async_mode?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A character that was made. */
  export interface CreatedCharacter {
    /** The gateway's id, `char_…`. */
    id: string | null;
    /** The time of creation. */
    created: Timestamp | null;
    /** The model. */
    model: string | null;
    /** The character. */
    data: CharacterData;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Removes accounts that are out of use. */
  export interface DeleteAllDisabledTokens {
    /** The accounts; all when absent. */
    token_ids?: TokenId[] | null;
  }

  /** Removes a character from the gateway's list, and from nowhere else. */
  export interface DeleteCharacter {
    /** The cameo's id, `ch_…`. */
    cameo_id: string;
  }

  /** Removes all disabled accounts. */
  export type DeleteDisabledTokens = Record<string, unknown>;

  /** Removes accounts, whether they are in use or not. */
  export interface DeleteSelectedTokens {
    /** The accounts. */
    token_ids: TokenId[];
  }

  /**
   * Removes an account. Running gateways answer success for an unknown account
   * too (docs/wire/sora2api.md §12.1).
   */
  export interface DeleteToken {
    /** The account. */
    token_id: TokenId;
  }

  /** The result of removing disabled accounts. */
  export interface DeletedTokens {
    /** The number of accounts removed. */
    deleted_count: number;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Asks the gateway for the description of its own interfaces. No credential is
   * needed.
   */
  export type Describe = Record<string, unknown>;

  /** The description of a gateway's interfaces: an OpenAPI document. */
  export interface Described {
    /** The paths, with what each takes. */
    paths: Record<string, unknown>;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Takes accounts out of use. */
  export interface DisableSelectedTokens {
    /** The accounts. */
    token_ids: TokenId[];
  }

  /** Disables an account. */
  export interface DisableToken {
    /** The account. */
    token_id: TokenId;
  }

  /** Disables all accounts. */
  export type DisableTokens = Record<string, unknown>;

  /** The result of disabling accounts. */
  export interface DisabledTokens {
    /** The number of accounts disabled. */
    disabled_count: number;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The answer of an operation that reports only that it was done. */
  export interface Done {
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Makes an image from others. Files are sent as a form, addresses and data
   * URLs as JSON.
   */
  export interface EditImage {
    /** The text that describes the image to make of them. */
    prompt: string;
    /**
     * The images, one or a list: all of them files, or all of them addresses, data URLs
     * or `{"url": …}`.
     */
    image: Reference[] | Reference;
    /** The model, such as `gpt-image-2`. */
    model?: string | null;
    /** The size, such as `1024x1024`, or the ratio, such as `4:5`. */
    size?: string | null;
    /** The form in which the image is returned. */
    response_format?: ImageFormat | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Takes accounts into use. */
  export interface EnableAllTokens {
    /** The accounts; all when absent. */
    token_ids?: TokenId[] | null;
  }

  /** Enables an account and clears its errors. */
  export interface EnableToken {
    /** The account. */
    token_id: TokenId;
  }

  /** Enables all accounts. */
  export type EnableTokens = Record<string, unknown>;

  /** The result of enabling accounts. */
  export interface EnabledTokens {
    /** The number of accounts enabled. */
    enabled_count: number;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Writes a prompt out in detail. */
  export interface EnhancePrompt {
    /** The prompt. */
    prompt: string;
    /** The amount of detail to add; `medium` is the default. */
    expansion_level?: Expansion | null;
    /** The length of the video that it is for: 10 or 15 s. */
    duration_s?: number | null;
    /** The account to ask with; any when absent. */
    token_id?: TokenId | null;
  }

  /** The prompt, written out. */
  export interface EnhancedPrompt {
    /** The text. */
    enhanced_prompt: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Exchanges a refresh token for an access token. Nothing is stored: the answer
   * holds the refresh token that replaces the one given.
   */
  export interface ExchangeRefreshToken {
    /** The refresh token. */
    rt: Secret;
    /** The client id that it was issued to. Upstream only. */
    client_id?: string | null;
  }

  /** Exchanges a session token for an access token. Nothing is stored. */
  export interface ExchangeSessionToken {
    /** The session token. */
    st: Secret;
  }

  /** The amount of detail added to a prompt. */
  export type Expansion = "short" | "medium" | "long";

  /** The video of a post. */
  export interface FeedAttachment {
    /** `video`. */
    kind: string | null;
    /** The address. */
    url: string | null;
    /** The address for downloading. */
    downloadable_url: string | null;
    /** Width in pixels. */
    width: number | null;
    /** Height in pixels. */
    height: number | null;
    /** Frames in all. */
    n_frames: number | null;
    /** Length in seconds. */
    duration_seconds: number | null;
    /** A still. */
    thumbnail_url: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A part of the public feed. */
  export type FeedCut = "nf2_latest" | "nf2_top";

  /**
   * A published video. Its fields are the gateway's summary, or the native post
   * as it is; what is not listed here is in `extra`.
   */
  export interface FeedItem {
    /** The post's id. */
    id: string | null;
    /** The post's text. */
    text: string | null;
    /** The address of the post's page. */
    permalink: string | null;
    /** A still. */
    preview_image_url: string | null;
    /** The time of publication. */
    posted_at: Timestamp | null;
    /** The number of likes. */
    like_count: number;
    /** The number of views. */
    view_count: number;
    /** The number of new versions. */
    remix_count: number;
    /** The video. */
    attachment: FeedAttachment | null;
    /** The user who published it. */
    author: UserProfile | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of published videos. */
  export interface FeedItems {
    /** The videos. */
    items: FeedItem[];
    /** The position of the next page; absent on the last page. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A character or user that was found. */
  export interface FoundCharacter {
    /** The user's id. */
    user_id: string | null;
    /** The name. */
    username: string | null;
    /** The name that is shown. */
    display_name: string | null;
    /** The picture. */
    profile_picture_url: string | null;
    /** True if the character or user may appear in videos. */
    can_cameo: boolean;
    /** True if the character or user is verified. */
    verified: boolean;
    /** The number of followers. */
    follower_count: number;
    /** The tag by which prompts refer to it, such as `<@ch_xxx>`. Not a secret. */
    token: string | null;
    /** The owner of the character. */
    owner: CharacterOwner | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A model. */
  export interface GatewayModel {
    /** The model's id. */
    id: string;
    /** `sora2api`. */
    owned_by: string | null;
    /** The model's output, such as `Video generation - landscape`. */
    description: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The gateway's models. */
  export interface GatewayModels {
    /** The models. */
    data: GatewayModel[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The figures of a gateway. */
  export interface GatewayStats {
    /** Accounts in all. */
    total_tokens: number;
    /** Enabled accounts. */
    active_tokens: number;
    /** Images made today. */
    today_images: number;
    /** Images made in all. */
    total_images: number;
    /** Videos made today. */
    today_videos: number;
    /** Videos made in all. */
    total_videos: number;
    /** Errors today. */
    today_errors: number;
    /** Errors in all. */
    total_errors: number;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A task of the native backend, as the gateway passes it on. */
  export interface GatewayTask {
    /** The task's id. */
    id: string | null;
    /** The backend's word for its state. */
    status: string | null;
    /** The prompt. */
    prompt: string | null;
    /** The title. */
    title: string | null;
    /** Progress from 0 to 1. */
    progress_pct: number | null;
    /** The works that the task has made. */
    generations: TaskGeneration[];
    /** The gateway's own id of the task. */
    task_id: string | null;
    /** The model. */
    model: string | null;
    /** The addresses of the works. On the wire, the text of a JSON array. */
    result_urls: string[];
    /** The reason for the failure. */
    error_message: string | null;
    /** The time at which the task was begun. */
    created_at: Timestamp | null;
    /** The time at which the task ended. */
    completed_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An image that was made: its address, or its bytes. */
  export interface GeneratedImage {
    /** The address. */
    url: string | null;
    /** The bytes, in base64. */
    b64_json: string | null;
    /** The prompt that the image was made with. */
    revised_prompt: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The images that were made. */
  export interface GeneratedImages {
    /** The time of creation. */
    created: Timestamp | null;
    /** The images. */
    data: GeneratedImage[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The answer. */
  export interface GenerationAnswer {
    /** The settings. */
    config: GenerationTimeout;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The longest times that the gateway waits for media. */
  export interface GenerationTimeout {
    /** For an image, in seconds. */
    image_timeout: number | null;
    /** For a video, in seconds. */
    video_timeout: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Reads the settings by which the gateway keeps files. */
  export type GetCache = Record<string, unknown>;

  /** Reads a character. */
  export interface GetCharacter {
    /** The cameo's id, `ch_…`. */
    cameo_id: string;
  }

  /** Reads whether the gateway uses a solver. */
  export type GetCloudflare = Record<string, unknown>;

  /** Reads the state of the gateway's credentials. */
  export type GetCloudflareState = Record<string, unknown>;

  /** Reads the gateway's settings. */
  export type GetConfig = Record<string, unknown>;

  /** Reads how long the gateway waits for media. */
  export type GetGenerationTimeout = Record<string, unknown>;

  /** Asks for an invite code of any account that has one left. */
  export type GetInviteCode = Record<string, unknown>;

  /** Reads a user's profile. */
  export interface GetProfile {
    /** The user's name. */
    username: string;
    /** The account to ask with; any when absent. */
    token_id?: TokenId | null;
  }

  /** Reads the gateway's proxy. */
  export type GetProxy = Record<string, unknown>;

  /** Asks what the gateway has made. */
  export type GetStats = Record<string, unknown>;

  /** Asks what the gateway has made. */
  export type GetSystemStats = Record<string, unknown>;

  /** Reads the state of a task. */
  export interface GetTask {
    /** The account. */
    token_id: TokenId;
    /** The task's id, `task_…`. */
    task_id: string;
  }

  /** Reads whether the gateway renews access tokens automatically. */
  export type GetTokenRefresh = Record<string, unknown>;

  /** Reads the state of a video. */
  export interface GetVideo {
    /** The task's id. */
    video_id: string;
  }

  /** Reads the address of a finished video. */
  export interface GetVideoContent {
    /** The task's id. */
    video_id: string;
  }

  /** Reads whether the gateway returns links without a watermark. */
  export type GetWatermarkFree = Record<string, unknown>;

  /** The form in which an image is returned. */
  export type ImageFormat = "url" | "b64_json";

  /** The quality of an image. */
  export type ImageQuality = "standard" | "hd";

  /** The style of an image. */
  export type ImageStyle = "natural" | "vivid";

  /** The step that the upstream gateway takes with imported accounts first. */
  export type ImportMode = "offline" | "at" | "st" | "rt";

  /** Adds accounts by their refresh tokens, which the gateway uses up and replaces. */
  export interface ImportRefreshTokens {
    /** The refresh tokens. */
    refresh_tokens: Secret[];
    /** The client id that they were issued to. */
    client_id: string;
    /** The proxy to exchange them through. */
    proxy_url?: Secret | null;
    /** The number of images that each makes at once; -1 means no limit. */
    image_concurrency?: number | null;
    /** The number of videos that each makes at once; -1 means no limit. */
    video_concurrency?: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Adds accounts, and changes those whose e-mail address is already known. */
  export interface ImportTokens {
    /** The accounts. */
    tokens: ImportedToken[];
    /** The step that the gateway takes with the accounts first. Upstream only. */
    mode?: ImportMode | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An account to import, with the token that the [mode](ImportMode) starts from. */
  export interface ImportedToken {
    /** The e-mail address, which identifies the account. */
    email: string;
    /** The access token. The modes `st` and `rt` do without it. */
    access_token?: Secret | null;
    /** The session token. */
    session_token?: Secret | null;
    /** The refresh token. */
    refresh_token?: Secret | null;
    /** The client id that the refresh token was issued to. */
    client_id?: string | null;
    /** The account's own proxy. */
    proxy_url?: Secret | null;
    /** A note. */
    remark?: string | null;
    /** True to enable the account, false to disable it. */
    is_active?: boolean | null;
    /** True to let the account make images. */
    image_enabled?: boolean | null;
    /** True to let the account make videos. */
    video_enabled?: boolean | null;
    /** The most images that the account makes at once; -1 means no limit. */
    image_concurrency?: number | null;
    /** The most videos that the account makes at once; -1 means no limit. */
    video_concurrency?: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The result of an import. */
  export interface ImportedTokens {
    /** The number of accounts added. */
    added: number;
    /** The number of accounts changed. */
    updated: number;
    /** The number of accounts that failed. */
    failed: number;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An invite code. */
  export interface InviteCode {
    /** The code. */
    invite_code: string;
    /** The number of times the code can still be used. */
    remaining_count: number;
    /** The number of times the code can be used in all. */
    total_count: number;
    /** The e-mail address of the account that owns the code. */
    email: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Lists all characters. */
  export type ListCharacters = Record<string, unknown>;

  /** Lists the gateway's latest actions. */
  export interface ListLogs {
    /**
     * The most entries to return.
     *
     * @default 100
     */
    limit?: number | null;
  }

  /** Lists the gateway's models. */
  export type ListModels = Record<string, unknown>;

  /** Lists the videos that one of the gateway's accounts has published. */
  export interface ListOwnFeed {
    /** The account. */
    token_id: TokenId;
    /**
     * The most videos to return.
     *
     * @default 8
     */
    limit?: number | null;
  }

  /** Lists the tasks that an account is working on. */
  export interface ListPendingTasks {
    /** The account. */
    token_id: TokenId;
  }

  /** Lists the tasks that an account is working on, from the backend's second list. */
  export interface ListPendingTasksV2 {
    /** The account. */
    token_id: TokenId;
  }

  /** Lists the videos that everyone has published. */
  export interface ListPublicFeed {
    /**
     * The most videos to return.
     *
     * @default 8
     */
    limit?: number | null;
    /** The part of the feed; the latest is the default. */
    cut?: FeedCut | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
    /** The account to ask with; any when absent. */
    token_id?: TokenId | null;
  }

  /** Lists an account's characters. */
  export interface ListTokenCharacters {
    /** The account. */
    token_id: TokenId;
  }

  /** Lists the accounts, with their credentials. */
  export type ListTokens = Record<string, unknown>;

  /** Lists the videos that a user has published. */
  export interface ListUserFeed {
    /** The user's id, such as `user-4qluo8ATzeEsuvCpOUAfAZY0`. */
    user_id: string;
    /**
     * The most videos to return.
     *
     * @default 8
     */
    limit?: number | null;
    /** The position to continue from: the `cursor` of the previous page. */
    cursor?: string | null;
    /** The account to ask with; any when absent. */
    token_id?: TokenId | null;
  }

  /** An action of the gateway. */
  export interface LogEntry {
    /** The entry's id. */
    id: number | null;
    /** The account. */
    token_id: TokenId | null;
    /** The account's e-mail address. */
    token_email: string | null;
    /** The account's user name. */
    token_username: string | null;
    /** The kind of action, such as `video_generation`. */
    operation: string | null;
    /** The status that the action ended with; -1 in some forks while it is in progress. */
    status_code: number | null;
    /** The duration of the action, in seconds. */
    duration: number | null;
    /** The time of the action. */
    created_at: Timestamp | null;
    /** The request, as text. */
    request_body: string | null;
    /** The answer, as text. */
    response_body: string | null;
    /** The id of the task that the action created. */
    task_id: string | null;
    /** The progress of that task, in percent. */
    progress: number | null;
    /** The state of that task. */
    task_status: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A login. */
  export interface LoggedIn {
    /**
     * The token of the login, `admin-…`. It lives until logout, a new password,
     * or a restart of the gateway.
     */
    token: Secret;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Logs an admin in. The client keeps the token for the calls that follow. */
  export interface Login {
    /** The admin's name. */
    username: string;
    /** The password. */
    password: Secret;
  }

  /** Logs the admin out: the token is worth nothing any more. */
  export type Logout = Record<string, unknown>;

  /** A character, as the gateway keeps it. */
  export interface ManagedCharacter {
    /** The character's id in the gateway. */
    id: number | null;
    /** The cameo's id, `ch_…`. */
    cameo_id: string | null;
    /** The character's id, `char_…`. */
    character_id: string | null;
    /** The account that it belongs to. */
    token_id: TokenId | null;
    /** The name that prompts use. */
    username: string | null;
    /** The name that is shown. */
    display_name: string | null;
    /** The address of the character's picture. */
    profile_url: string | null;
    /** The instructions for the character's behaviour: text, or JSON as text. */
    instruction_set: string | null;
    /** The instructions for what the character must not do: text, or JSON as text. */
    safety_instruction_set: string | null;
    /** `private` or `public`. */
    visibility: string | null;
    /** `processing`, `finalized` or `deleted`. */
    status: string | null;
    /** The time of creation. */
    created_at: Timestamp | null;
    /** The time of the last change. */
    updated_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * An account, with its credentials, settings and figures. The gateway calls it
   * a token.
   */
  export interface ManagedToken {
    /** The account's id in the gateway. */
    id: TokenId;
    /** The access token. */
    token: Secret | null;
    /** The session token. */
    st: Secret | null;
    /** The refresh token. */
    rt: Secret | null;
    /** The client id that the refresh token was issued to. */
    client_id: string | null;
    /** The account's own proxy. It may hold a password. */
    proxy_url: Secret | null;
    /** The e-mail address. */
    email: string | null;
    /** The user name. */
    username: string | null;
    /** The display name. */
    name: string | null;
    /** A note of the admin's. */
    remark: string | null;
    /** The time at which the access token expires. */
    expiry_time: Timestamp | null;
    /** True if the account is enabled. */
    is_active: boolean;
    /** The time until which the account rests. */
    cooled_until: Timestamp | null;
    /** The time at which the account was added. */
    created_at: Timestamp | null;
    /** The time of the last use. */
    last_used_at: Timestamp | null;
    /** The number of times the account was used. */
    use_count: number;
    /** The number of images that the account has made. */
    image_count: number;
    /** The number of videos that the account has made. */
    video_count: number;
    /** The number of times the account has failed. */
    error_count: number;
    /** The plan, such as `chatgpt_team`. */
    plan_type: string | null;
    /** The name of the plan, in words. */
    plan_title: string | null;
    /** The time at which the plan ends. */
    subscription_end: Timestamp | null;
    /** True if the account has Sora 2; absent if that is not known. */
    sora2_supported: boolean | null;
    /** The account's invite code. */
    sora2_invite_code: string | null;
    /** The number of times the invite code was used. */
    sora2_redeemed_count: number;
    /** The number of times the invite code can be used. */
    sora2_total_count: number;
    /** The number of videos that the account may still make. */
    sora2_remaining_count: number;
    /** The time from which the account may make videos again. */
    sora2_cooldown_until: Timestamp | null;
    /** True if the account makes images. */
    image_enabled: boolean;
    /** True if the account makes videos. */
    video_enabled: boolean;
    /** The most images that the account makes at once; -1 means no limit. */
    image_concurrency: number | null;
    /** The most videos that the account makes at once; -1 means no limit. */
    video_concurrency: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Landscape or portrait. */
  export type Orientation = "landscape" | "portrait";

  /** A page of the videos that an account has published. */
  export interface OwnFeed {
    /** The account. */
    token_id: TokenId | null;
    /** The page. */
    feed: FeedItems;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The tasks that an account is working on. */
  export interface PendingTasks {
    /** The account. */
    token_id: TokenId | null;
    /** The number of tasks. */
    count: number;
    /** The tasks. */
    tasks: GatewayTask[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The answer. */
  export interface ProfileAnswer {
    /** The profile. */
    profile: UserProfile;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The gateway's proxy. */
  export interface ProxyConfig {
    /** True if the gateway uses a proxy. */
    proxy_enabled: boolean;
    /** The proxy's address. It may hold a password. */
    proxy_url: Secret | null;
    /** True if the gateway uses a pool of several proxies. */
    proxy_pool_enabled: boolean;
    /** The number of proxies in the pool. */
    proxy_pool_count: number;
    /** True if images are uploaded through another proxy. Upstream only. */
    image_upload_proxy_enabled: boolean | null;
    /** The address of that proxy. Upstream only. */
    image_upload_proxy_url: Secret | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of the videos that everyone has published. */
  export interface PublicFeed {
    /** The part of the feed. */
    cut: string | null;
    /** The number of videos on the page. */
    count: number;
    /** The position of the next page; absent on the last page. */
    cursor: string | null;
    /** The videos. */
    items: FeedItem[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The progress of a generation, in whichever form the gateway writes it. */
  export type Reasoning = string | ReasoningProgress;

  /** The progress of a generation, as an object. */
  export interface ReasoningProgress {
    /** The stage, such as `generation`. */
    stage: string | null;
    /** The status, such as `processing`. */
    status: string | null;
    /** The progress in percent, from 0 to 100. */
    progress: number | null;
    /** A sentence. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * An image or video that a creation starts from.
   *
   * In JSON, a text is an address or a data URL if it begins like one, and otherwise a
   * path.
   */
  export type Reference = { url: string } | FileInput;

  /** Has the gateway obtain new credentials. Fails when the solver is off. */
  export type RefreshCloudflare = Record<string, unknown>;

  /** Makes a new version of a video. */
  export interface RemixVideo {
    /** The video's id. */
    video_id: string;
    /** The text that describes the changes. */
    prompt: string;
    /** The model; `sora-2` is the default. */
    model?: string | null;
    /** The length: 10 or 15 s. */
    seconds?: VideoSeconds | null;
    /** The size in pixels. */
    size?: VideoSize | null;
    /** The style. */
    style_id?: VideoStyle | null;
    /**
     * True to answer at once, false to answer when the video is done.
     *
     * @default true
     */
    async_mode?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Searches for characters and users by name. */
  export interface SearchCharacters {
    /** The name, or its beginning. */
    username: string;
    /** The users to look for; `users` is the default. */
    intent?: SearchIntent | null;
    /** The account to search with; any when absent. */
    token_id?: TokenId | null;
    /**
     * The most results to return.
     *
     * @default 10
     */
    limit?: number | null;
  }

  /** The users that a search looks for. */
  export type SearchIntent = "users" | "cameo";

  /**
   * A token, key or password. `Debug` hides it, and its memory is overwritten when it is
   * dropped.
   *
   * It serialises to its text, because operations send it and credential stores keep it;
   * nothing in sorakit writes it elsewhere.
   */
  export type Secret = string;

  /** Sets the key of the `/v1` interfaces. */
  export interface SetApiKey {
    /** The new key. */
    new_api_key: Secret;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets the address under which the gateway offers files. */
  export interface SetCacheBaseUrl {
    /** The address; empty for the gateway's own. */
    base_url: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets whether the gateway keeps files. */
  export interface SetCacheEnabled {
    /** True to keep files. */
    enabled: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets how long the gateway keeps files. */
  export interface SetCacheTimeout {
    /** The time to keep a file, in seconds, from 60 to 86400; upstream takes -1 for ever. */
    timeout: number;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Turns the gateway's use of a solver on or off, and sets the solver. */
  export interface SetCloudflare {
    /** True to use a solver. */
    solver_enabled: boolean;
    /** The solver's address. */
    solver_api_url?: Secret | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets when an account is disabled, and when a task is tried again. */
  export interface SetConfig {
    /** The number of consecutive errors after which an account is disabled, from 1. */
    error_ban_threshold: number;
    /** True to try a failed task again with another account. Upstream only. */
    task_retry_enabled?: boolean | null;
    /** The most times that a failed task is tried again. Upstream only. */
    task_max_retries?: number | null;
    /** True to disable an account when the backend answers it with 401. Upstream only. */
    auto_disable_on_401?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets whether requests are written to the log in full. */
  export interface SetDebug {
    /** True to write requests to the log in full. */
    enabled: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets how long the gateway waits for media. What is absent stays as it is. */
  export interface SetGenerationTimeout {
    /** For an image, in seconds, from 60 to 3600. */
    image_timeout?: number | null;
    /** For a video, in seconds, from 60 to 7200. */
    video_timeout?: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Sets the admin's password, and name if one is given. It ends all logins:
   * log in again.
   */
  export interface SetPassword {
    /** The current password. */
    old_password: Secret;
    /** The new password. */
    new_password: Secret;
    /** The new name. */
    username?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets the gateway's proxy. */
  export interface SetProxy {
    /** True to use a proxy. */
    proxy_enabled: boolean;
    /** The proxy's address, such as `http://proxy:8080`. */
    proxy_url?: Secret | null;
    /** True to use a pool of several proxies. */
    proxy_pool_enabled?: boolean | null;
    /** True to upload images through another proxy. Upstream only. */
    image_upload_proxy_enabled?: boolean | null;
    /** The address of that proxy. Upstream only. */
    image_upload_proxy_url?: Secret | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Sets whether the gateway renews access tokens automatically. */
  export interface SetTokenRefresh {
    /** True to renew access tokens automatically. */
    enabled: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Enables or disables an account. Running gateways answer success for an unknown account too
   * (docs/wire/sora2api.md §12.1).
   */
  export interface SetTokenStatus {
    /** The account. */
    token_id: TokenId;
    /** True to enable the account, false to disable it. */
    is_active: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Sets whether the gateway returns links without a watermark. For your own works only: the gateway
   * publishes each of them to do so.
   */
  export interface SetWatermarkFree {
    /** True to return links without a watermark. */
    watermark_free_enabled: boolean;
    /**
     * The method: `third_party` or `custom`; some forks have `builtin`.
     *
     * @default "third_party"
     */
    parse_method?: string | null;
    /** The admin's own service. */
    custom_parse_url?: string | null;
    /** The token of that service. */
    custom_parse_token?: Secret | null;
    /**
     * True to return the link with a watermark when the gateway gets none without one. Not in the
     * document.
     */
    fallback_on_failure?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The answer with the gateway's figures. */
  export interface StatsAnswer {
    /** The figures. */
    stats: GatewayStats;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The state of a task. */
  export interface TaskAnswer {
    /** The task. */
    task: GatewayTask;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A work that a task has made. */
  export interface TaskGeneration {
    /** The work's id, `gen_…`. */
    id: string | null;
    /** The address. */
    url: string | null;
    /** Width in pixels. */
    width: number | null;
    /** Height in pixels. */
    height: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Checks whether an account's access token is valid, and reads what the account may make. */
  export interface TestToken {
    /** The account. */
    token_id: TokenId;
  }

  /**
   * Checks whether the accounts' access tokens are valid, and enables or disables the accounts
   * accordingly.
   */
  export interface TestTokens {
    /**
     * True to test only the accounts that are enabled.
     *
     * @default true
     */
    only_active?: boolean | null;
    /**
     * True to test only the accounts that are disabled.
     *
     * @default false
     */
    only_disabled?: boolean | null;
  }

  /** Tries accounts' access tokens, and reads what they may make. */
  export interface TestUpdateTokens {
    /** The accounts; all when absent. */
    token_ids?: TokenId[] | null;
  }

  /**
   * The result of testing an account's access token. `success` in the answer means that the test was
   * run; `status` holds its outcome.
   */
  export interface TestedToken {
    /** `success` when the token is valid, else `failed`. */
    status: string | null;
    /** The gateway's message. */
    message: string | null;
    /** The e-mail address. */
    email: string | null;
    /** The user name. */
    username: string | null;
    /** True if the account has Sora 2. */
    sora2_supported: boolean | null;
    /** The account's invite code. */
    sora2_invite_code: string | null;
    /** The number of times the invite code was used. */
    sora2_redeemed_count: number | null;
    /** The number of times the invite code can be used. */
    sora2_total_count: number | null;
    /** The number of videos that the account may still make. */
    sora2_remaining_count: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The result of testing accounts. */
  export interface TestedTokens {
    /** The number of accounts whose access token is valid. */
    valid: number;
    /** The number of accounts whose access token is not valid. */
    invalid: number;
    /** The number of accounts disabled. */
    auto_disabled: number;
    /** The number of accounts enabled. */
    auto_enabled: number;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A time in ISO 8601, such as `2026-01-15T10:30:00.000Z`. */
  export type Timestamp = string;

  /**
   * The id under which the gateway keeps an account: a number, or text in some
   * forks.
   */
  export type TokenId = number | string;

  /** The answer. */
  export interface TokenRefreshAnswer {
    /** The settings. */
    config: TokenRefreshConfig;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The setting for the automatic renewal of access tokens. */
  export interface TokenRefreshConfig {
    /** True if the gateway renews access tokens automatically. */
    at_auto_refresh_enabled: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The state of an account after it was enabled or disabled. */
  export interface TokenSwitched {
    /** True if the account is enabled. */
    is_active: boolean;
    /** The number of failures since then. */
    error_count: number | null;
    /** The gateway's message. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Changes a character. What is absent stays as it is. */
  export interface UpdateCharacter {
    /** The cameo's id, `ch_…`. */
    cameo_id: string;
    /** The instructions for the character's behaviour. */
    instruction_set?: string | null;
    /** The instructions for what the character must not do. */
    safety_instruction_set?: string | null;
    /** The people who may use the character. */
    visibility?: CharacterVisibility | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Changes an account. What is absent stays as it is. */
  export interface UpdateToken {
    /** The account. */
    token_id: TokenId;
    /** The access token. */
    token?: Secret | null;
    /** The session token. */
    st?: Secret | null;
    /** The refresh token. */
    rt?: Secret | null;
    /** The client id that the refresh token was issued to. */
    client_id?: string | null;
    /** The account's own proxy. */
    proxy_url?: Secret | null;
    /** A note. */
    remark?: string | null;
    /** True to let the account make images. */
    image_enabled?: boolean | null;
    /** True to let the account make videos. */
    video_enabled?: boolean | null;
    /** The most images that the account makes at once; -1 means no limit. */
    image_concurrency?: number | null;
    /** The most videos that the account makes at once; -1 means no limit. */
    video_concurrency?: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Gives accounts a proxy of their own. */
  export interface UpdateTokensProxy {
    /** The accounts. */
    token_ids: TokenId[];
    /** The proxy's address; empty for none. */
    proxy_url: Secret;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of the videos that a user has published. */
  export interface UserFeed {
    /** The user. */
    user_id: string | null;
    /** The page. */
    feed: FeedItems;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A user's profile. */
  export interface UserProfile {
    /** The user's id. */
    user_id: string | null;
    /** The name. */
    username: string | null;
    /** The name that is shown. */
    display_name: string | null;
    /** The picture. */
    profile_picture_url: string | null;
    /** The number of followers. */
    follower_count: number;
    /** True if the user is verified. */
    verified: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The location of a finished video. */
  export interface VideoContent {
    /** The address. */
    url: string;
  }

  /** The reason for the failure of a job. */
  export interface VideoError {
    /** The server's code, as text. */
    code: string | null;
    /** The server's reason. */
    message: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
   *
   * The fields here are read from whichever key a server uses for them; what the
   * server said under other keys stays in `extra` as well.
   */
  export interface VideoJob {
    /** The job's id, under whichever key a server has it. Opaque. */
    id: string;
    /** The object's type, such as `video`. */
    object: string | null;
    /** The server's word for the job's state. */
    status: string | null;
    /** Progress in percent, as a number or as text on the wire. */
    progress: number | null;
    /** The model. */
    model: string | null;
    /** The prompt. */
    prompt: string | null;
    /**
     * The size, such as `1280x720`. Some gateways write the file's length in
     * bytes here once it is done.
     */
    size: string | null;
    /** The length in seconds: what was made, else what was asked for. */
    seconds: number | null;
    /** The time of creation: `created_at`, `submit_time` or `created`. */
    created_at: Timestamp | null;
    /** The time of the start: `started_at` or `start_time`. */
    started_at: Timestamp | null;
    /** The time of the end: `completed_at` or `finish_time`. */
    completed_at: Timestamp | null;
    /** The time until which the files can be fetched. */
    expires_at: Timestamp | null;
    /** The address of the video, from whichever key holds it. */
    video_url: string | null;
    /**
     * The addresses of all variants, if there are several; `video_url` is the first. An empty one
     * is fetched by its number.
     */
    video_urls: string[];
    /** A still of the video. */
    thumbnail_url: string | null;
    /** The video that this one is a new version of. */
    remixed_from_video_id: string | null;
    /** The reason for the failure, wherever the server states it. */
    error: VideoError | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Further parameters of a video: an object, or its text. */
  export type VideoMetadata = string | Record<string, unknown>;

  /** The lengths that the gateway makes. */
  export type VideoSeconds = "10" | "15";

  /** The sizes that the gateway makes. */
  export type VideoSize = "720x1280" | "1280x720" | "1024x1792" | "1792x1024";

  /** The styles that the gateway documents. */
  export type VideoStyle = "festive" | "retro" | "news" | "selfie" | "handheld" | "anime";

  /** The gateway's settings for links without a watermark. */
  export interface WatermarkFreeConfig {
    /** True if the gateway returns links without a watermark. */
    watermark_free_enabled: boolean;
    /** The method: `third_party` or `custom`; forks also write `builtin`. */
    parse_method: string | null;
    /** The admin's own service. */
    custom_parse_url: string | null;
    /** The token of that service. */
    custom_parse_token: Secret | null;
    /**
     * True if the gateway returns the link with a watermark when it gets none without one. Not in
     * the document.
     */
    fallback_on_failure: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }
}

export namespace skyriff {

  /** The message of an answer. */
  export interface ChatAnswer {
    /** `assistant`. */
    role: string | null;
    /** The text. */
    content: string | null;
    /** The last known progress of the generation. */
    reasoning_content: Reasoning | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** One of the answers. */
  export interface ChatChoice {
    /** The index, from 0. */
    index: number;
    /** The message. */
    message: ChatAnswer;
    /** The reason that it ends, in lower case, such as `stop`. */
    finish_reason: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A piece of an answer (`chat.completion.chunk`). */
  export interface ChatChunk {
    /** The answer's id. */
    id: string | null;
    /** The time it was created. */
    created: Timestamp | null;
    /** The model; gateways write `sora` whatever was requested. */
    model: string | null;
    /** The new parts, usually one. */
    choices: ChunkChoice[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An answer (`chat.completion`). */
  export interface ChatCompletion {
    /** The answer's id. */
    id: string | null;
    /** The time it was created. */
    created: Timestamp | null;
    /** The model. */
    model: string | null;
    /** The answers, usually one. */
    choices: ChatChoice[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The content of a message. */
  export type ChatContent = string | ChatPart[];

  /** The new part of an answer. Every field may be `null`. */
  export interface ChatDelta {
    /** `assistant`. */
    role: string | null;
    /** Text of the answer. */
    content: string | null;
    /** The progress of the generation. */
    reasoning_content: Reasoning | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A message of a chat. */
  export interface ChatMessage {
    /** The role of the speaker: `user`, `system` or `assistant`. */
    role?: string;
    /** The content. */
    content: ChatContent;
  }

  /** A part of a message. */
  export type ChatPart = { type: "text"; text: string } | { type: "image_url"; image_url: ChatUrl } | { type: "video_url"; video_url: ChatUrl };

  /** The location of an image or video. */
  export interface ChatUrl {
    /** `https://…` or `data:<type>;base64,…`. */
    url: string;
  }

  /** The new part of one choice. */
  export interface ChunkChoice {
    /** The index of the choice, from 0. */
    index: number;
    /** The new part. */
    delta: ChatDelta;
    /** The reason for the answer's end, in lower case, such as `stop`; absent until then. */
    finish_reason: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Makes a video in a chat. The document calls it a toy: an answer takes about
   * 15 minutes, and Pro models are not offered.
   */
  export interface CompleteChat {
    /** The model. */
    model: string;
    /**
     * True to stream the answer.
     *
     * @default false
     */
    stream?: boolean;
    /** The messages. An image to start from goes into the message. */
    messages: ChatMessage[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * The answer of a `/content` endpoint: the file's bytes, or its address (`docs/wire/openai.md`
   * §4). Whole in memory and at most 32 MiB; a file that may be longer is
   * [opened as a stream](crate::Client::open_content), or
   * [downloaded](crate::Videos::download), which also resumes and checks.
   */
  export interface Content {
    /** The MIME type, by content. */
    content_type: string | null;
    /** The bytes, in JSON as base64; absent when the server answered an address. */
    data: Uint8Array | null;
    /** The address of the file, if the server answered with one. */
    url: string | null;
  }

  /**
   * Creates a video from a prompt, from an image file, or from
   * an image's address.
   *
   * Sent as a form if there is a file, else as JSON.
   */
  export interface CreateVideo {
    /** The text that describes the video. */
    prompt: string;
    /** The model, whose name states the orientation and length of the video. */
    model: string;
    /** An image to start from, as a file. It must show no real person. */
    input_reference?: FileInput | null;
    /** An image to start from, by its address. */
    image_url?: string | null;
    /**
     * The size, such as `1280x720`.
     *
     * @default the model's
     */
    size?: string | null;
    /**
     * The length in seconds, such as `"4"`.
     *
     * @default the model's
     */
    seconds?: Seconds | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Fetches a finished video's file. It is slow; the address in
   * the job is better. Some gateways answer an address here too.
   */
  export interface GetContent {
    /** The video's id. */
    video_id: string;
  }

  /** Reads the state of a video. */
  export interface GetVideo {
    /** The video's id. */
    video_id: string;
  }

  /** The result of a look-up. */
  export interface LinkLookup {
    /** The links. */
    links: Links;
    /** The draft's or post's id. */
    post_id: string | null;
    /** The prompt that it was made from. */
    original_input: string | null;
    /** The figures of the draft or post. */
    post_info: PostInfo | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The links of a draft or post, as the gateway gives them. */
  export interface Links {
    /** The id. */
    id: string | null;
    /** The video without a watermark. */
    mp4: string | null;
    /** The video with a watermark. */
    mp4_wm: string | null;
    /** An animated preview. */
    gif: string | null;
    /** A still. */
    thumbnail: string | null;
    /** The description. */
    text: string | null;
    /** A description in Markdown. */
    md: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Looks up the links of the newest draft of the account that an access token
   * belongs to. The token goes to the gateway, so give it only to one that you
   * trust with your account.
   */
  export interface LookUpDraft {
    /** The account's whole access token. Spaces around it are removed. */
    access_token: Secret;
  }

  /** Looks up the links of a published work by its address. */
  export interface LookUpPost {
    /**
     * The work's whole address, such as `https://sora.chatgpt.com/p/s_…`. Spaces
     * around it are removed.
     */
    url: string;
  }

  /** The figures of a draft or post. */
  export interface PostInfo {
    /** The number of files. */
    attachments_count: number;
    /** The number of views. */
    view_count: number;
    /** The number of likes. */
    like_count: number;
    /** The title. */
    title: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The progress of a generation, in whichever form the gateway writes it. */
  export type Reasoning = string | ReasoningProgress;

  /** The progress of a generation, as an object. */
  export interface ReasoningProgress {
    /** The stage, such as `generation`. */
    stage: string | null;
    /** The status, such as `processing`. */
    status: string | null;
    /** The progress in percent, from 0 to 100. */
    progress: number | null;
    /** A sentence. */
    message: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * A length in seconds, sent in the form it is given in: OpenAI and new-api want
   * a string (`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
   */
  export type Seconds = string | number;

  /**
   * A token, key or password. `Debug` hides it, and its memory is overwritten when it is
   * dropped.
   *
   * It serialises to its text, because operations send it and credential stores keep it;
   * nothing in sorakit writes it elsewhere.
   */
  export type Secret = string;

  /** A time in ISO 8601, such as `2026-01-15T10:30:00.000Z`. */
  export type Timestamp = string;

  /** The reason for the failure of a job. */
  export interface VideoError {
    /** The server's code, as text. */
    code: string | null;
    /** The server's reason. */
    message: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
   *
   * The fields here are read from whichever key a server uses for them; what the
   * server said under other keys stays in `extra` as well.
   */
  export interface VideoJob {
    /** The job's id, under whichever key a server has it. Opaque. */
    id: string;
    /** The object's type, such as `video`. */
    object: string | null;
    /** The server's word for the job's state. */
    status: string | null;
    /** Progress in percent, as a number or as text on the wire. */
    progress: number | null;
    /** The model. */
    model: string | null;
    /** The prompt. */
    prompt: string | null;
    /**
     * The size, such as `1280x720`. Some gateways write the file's length in
     * bytes here once it is done.
     */
    size: string | null;
    /** The length in seconds: what was made, else what was asked for. */
    seconds: number | null;
    /** The time of creation: `created_at`, `submit_time` or `created`. */
    created_at: Timestamp | null;
    /** The time of the start: `started_at` or `start_time`. */
    started_at: Timestamp | null;
    /** The time of the end: `completed_at` or `finish_time`. */
    completed_at: Timestamp | null;
    /** The time until which the files can be fetched. */
    expires_at: Timestamp | null;
    /** The address of the video, from whichever key holds it. */
    video_url: string | null;
    /**
     * The addresses of all variants, if there are several; `video_url` is the first. An empty one
     * is fetched by its number.
     */
    video_urls: string[];
    /** A still of the video. */
    thumbnail_url: string | null;
    /** The video that this one is a new version of. */
    remixed_from_video_id: string | null;
    /** The reason for the failure, wherever the server states it. */
    error: VideoError | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }
}

export namespace relay {

  /** The aspect ratio of a video: landscape or portrait. */
  export type AspectRatio = "16:9" | "9:16";

  /** Makes a character from a stretch of a video that shows no real person. */
  export interface CreateCharacter {
    /** The video's address. This or `from_task`. */
    url?: string | null;
    /** The finished task whose video it is. This or `url`. */
    from_task?: string | null;
    /**
     * The start and end of the character's appearance, `start,end` in seconds. Servers take
     * 1 to 3 s.
     */
    timestamps?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Creates a video from a prompt, and images to start from. */
  export interface CreateVideo {
    /** The model. */
    model?: string;
    /** The text that describes the video. */
    prompt: string;
    /**
     * Images to start from: addresses, or data URLs. They must show no real
     * person.
     */
    images?: string[];
    /**
     * Landscape or portrait.
     *
     * @default "16:9"
     */
    aspect_ratio?: AspectRatio | null;
    /**
     * The length in seconds: 10, 15 or 25.
     *
     * @default 10
     */
    duration?: number | null;
    /**
     * High definition: of `sora-2-pro` alone, and not at 25 s.
     *
     * @default false
     */
    hd?: boolean | null;
    /** True for a video with a watermark, false for one without. For your own works only. */
    watermark?: boolean | null;
    /** True to keep the video unpublished. */
    private?: boolean | null;
    /** The address that the relay calls when the video is done. */
    notify_hook?: string | null;
    /** A video to make a character from, by its address. */
    character_url?: string | null;
    /**
     * The start and end of the character's appearance, `start,end` in seconds, from 1 to 3 s
     * apart.
     */
    character_timestamps?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A character that was made. */
  export interface CreatedCharacter {
    /** The character's id. */
    id: string;
    /** The user name by which prompts refer to it, after `@`. */
    username: string | null;
    /** The address of the character's page. */
    permalink: string | null;
    /** The address of the character's picture. */
    profile_picture_url: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Reads how much of the key's quota is used and left. */
  export type GetQuota = Record<string, unknown>;

  /** Reads the state of a video. */
  export interface GetVideo {
    /** The task's id. */
    task_id: string;
  }

  /** The key's quota, in the relay's raw unit. */
  export interface Quota {
    /** The amounts used and left together. */
    total_quota: number | null;
    /** The amount used. */
    used_quota: number | null;
    /** The amount left. */
    remaining_quota: number | null;
    /** The amount left, on a relay that reports nothing else. */
    quota: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Makes a new version of a finished video from a new prompt. */
  export interface RemixVideo {
    /** The task's id. */
    task_id: string;
    /** The text that describes the new version. */
    prompt: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A time in ISO 8601, such as `2026-01-15T10:30:00.000Z`. */
  export type Timestamp = string;

  /**
   * Uploads a file, and returns the address under which a creation can name it. The relay decides
   * how long it keeps the file.
   */
  export interface UploadFile {
    /** The file. */
    file: FileInput;
  }

  /** A file that was uploaded. */
  export interface UploadedFile {
    /** The file's address. */
    url: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The reason for the failure of a job. */
  export interface VideoError {
    /** The server's code, as text. */
    code: string | null;
    /** The server's reason. */
    message: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
   *
   * The fields here are read from whichever key a server uses for them; what the
   * server said under other keys stays in `extra` as well.
   */
  export interface VideoJob {
    /** The job's id, under whichever key a server has it. Opaque. */
    id: string;
    /** The object's type, such as `video`. */
    object: string | null;
    /** The server's word for the job's state. */
    status: string | null;
    /** Progress in percent, as a number or as text on the wire. */
    progress: number | null;
    /** The model. */
    model: string | null;
    /** The prompt. */
    prompt: string | null;
    /**
     * The size, such as `1280x720`. Some gateways write the file's length in
     * bytes here once it is done.
     */
    size: string | null;
    /** The length in seconds: what was made, else what was asked for. */
    seconds: number | null;
    /** The time of creation: `created_at`, `submit_time` or `created`. */
    created_at: Timestamp | null;
    /** The time of the start: `started_at` or `start_time`. */
    started_at: Timestamp | null;
    /** The time of the end: `completed_at` or `finish_time`. */
    completed_at: Timestamp | null;
    /** The time until which the files can be fetched. */
    expires_at: Timestamp | null;
    /** The address of the video, from whichever key holds it. */
    video_url: string | null;
    /**
     * The addresses of all variants, if there are several; `video_url` is the first. An empty one
     * is fetched by its number.
     */
    video_urls: string[];
    /** A still of the video. */
    thumbnail_url: string | null;
    /** The video that this one is a new version of. */
    remixed_from_video_id: string | null;
    /** The reason for the failure, wherever the server states it. */
    error: VideoError | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }
}

export namespace openai {

  /** A character. */
  export interface Character {
    /** The character's id; the reference lets a server leave it out. */
    id: string | null;
    /** The name that is shown. */
    name: string | null;
    /** The time of creation. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A character that appears in a video. */
  export interface CharacterReference {
    /** The character's id. */
    id: string;
  }

  /**
   * The answer of a `/content` endpoint: the file's bytes, or its address (`docs/wire/openai.md`
   * §4). Whole in memory and at most 32 MiB; a file that may be longer is
   * [opened as a stream](crate::Client::open_content), or
   * [downloaded](crate::Videos::download), which also resumes and checks.
   */
  export interface Content {
    /** The MIME type, by content. */
    content_type: string | null;
    /** The bytes, in JSON as base64; absent when the server answered an address. */
    data: Uint8Array | null;
    /** The address of the file, if the server answered with one. */
    url: string | null;
  }

  /** Makes a character from a short video, an MP4 of 2 to 4 s. */
  export interface CreateCharacter {
    /** The name that is shown, and that prompts refer to. */
    name: string;
    /** The video that shows it. */
    video: FileInput;
  }

  /**
   * Creates a video from a prompt, and an image to start from.
   *
   * OpenAI's own libraries always send a form, also without a file, and vLLM-Omni
   * takes nothing else; Dynamo takes JSON alone; the others take both. Dynamo
   * answers when the video is done, which can take minutes.
   */
  export interface CreateVideo {
    /** The text that describes the video. */
    prompt: string;
    /** The model; the server's own default when absent. */
    model?: string | null;
    /** The length in seconds: 4, 8, 12, 16 or 20 for OpenAI's models. */
    seconds?: Seconds | null;
    /**
     * The size: `720x1280`, `1280x720`, `1024x1792` or `1792x1024` for OpenAI's
     * models.
     */
    size?: string | null;
    /** The image that it starts from. */
    input_reference?: InputReference | null;
    /** Characters that appear, at most two. The prompt has to name them too. */
    characters?: CharacterReference[];
    /** The encoding of the request. Not a field of the API. */
    encoding?: Encoding;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and tests:
   * there is no job that could be looked at, and the server gives up after 600 s, with 504.
   */
  export interface CreateVideoSync {
    /** The text that describes the video. */
    prompt: string;
    /** The model; the one that the server runs when absent. */
    model?: string | null;
    /** The length in seconds. */
    seconds?: Seconds | null;
    /** The size, such as `1280x720`. */
    size?: string | null;
    /** An image to start from. */
    input_reference?: FileInput | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Deletes a finished or failed video and its files. */
  export interface DeleteVideo {
    /** The video's id. */
    video_id: string;
  }

  /**
   * The result of a deletion. SGLang returns the video with the status `deleted`; others return
   * nothing.
   */
  export interface Deleted {
    /** The video's id. */
    id: string | null;
    /** True if the video is deleted. */
    deleted: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are done. */
  export interface EditImages {
    /** The text that describes the images to make of them. */
    prompt: string;
    /** The images to start from, as files. */
    image?: FileInput[];
    /**
     * The addresses of images to start from, which the server fetches; they come after the
     * files.
     */
    url?: string[];
    /** The model; the one that the server runs when absent. */
    model?: string | null;
    /** The number of images, from 1 to 10. */
    n?: number | null;
    /** The size, such as `1024x1024`. */
    size?: string | null;
    /**
     * The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
     * `url` where it keeps its files.
     */
    response_format?: ImageFormat | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Edits a video as the prompt says. */
  export interface EditVideo {
    /** The text that describes the changes. */
    prompt: string;
    /** The video. */
    video: VideoSource;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The encoding of a creation request. */
  export type Encoding = "multipart" | "json";

  /** Continues a video beyond its end. The result is the whole, old and new together. */
  export interface ExtendVideo {
    /** The text that describes the continuation. */
    prompt: string;
    /** The length of the new part in seconds: 4, 8, 12, 16 or 20 for OpenAI's models. */
    seconds: Seconds;
    /** The video. */
    video: VideoSource;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are done. */
  export interface GenerateImages {
    /** The text that describes the images. */
    prompt: string;
    /** The model; the one that the server runs when absent. */
    model?: string | null;
    /** The number of images, from 1 to 10. */
    n?: number | null;
    /** The size, such as `1024x1024`. */
    size?: string | null;
    /**
     * The form in which the images are returned. vLLM-Omni takes `b64_json` alone; SGLang takes
     * `url` where it keeps its files.
     */
    response_format?: ImageFormat | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Generates a video, as LocalAI has it. The answer comes when the video is done, which
   * can take minutes, and states its address or holds its bytes.
   */
  export interface GenerateVideo {
    /** The model. */
    model: string;
    /** The text that describes the video. */
    prompt: string;
    /** The text that describes what the video must not show. */
    negative_prompt?: string | null;
    /** The first frame: an address, or base64 alone. */
    start_image?: string | null;
    /** The last frame: an address, or base64 alone. */
    end_image?: string | null;
    /** The sound that it goes with: an address, or base64 alone. */
    audio?: string | null;
    /** The width in pixels; the server's default is 512. */
    width?: number | null;
    /** The height in pixels; the server's default is 512. */
    height?: number | null;
    /** The form in which the video is returned: `url` or `b64_json`. */
    response_format?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An image that was made: its address, or its bytes. */
  export interface GeneratedImage {
    /** The address. */
    url: string | null;
    /** The bytes, in base64. */
    b64_json: string | null;
    /** The prompt that the image was made with. */
    revised_prompt: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The images that were made. */
  export interface GeneratedImages {
    /** The time of creation. */
    created: Timestamp | null;
    /** The images. */
    data: GeneratedImage[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Reads a character. */
  export interface GetCharacter {
    /** The character's id. */
    character_id: string;
  }

  /** Fetches a finished video's file, or a picture of it. */
  export interface GetContent {
    /** The video's id. */
    video_id: string;
    /** The file to fetch; the video when absent. */
    variant?: Variant | null;
  }

  /** Reads the state of a video. */
  export interface GetVideo {
    /** The video's id. */
    video_id: string;
  }

  /** The form in which an image is returned. */
  export type ImageFormat = "url" | "b64_json";

  /** An image that the server can reach by itself: one of the two. */
  export interface ImageReference {
    /** An address, or a data URL. */
    image_url?: string | null;
    /** A file that was uploaded. */
    file_id?: string | null;
  }

  /** An image to start from. */
  export type InputReference = FileInput | ImageReference | string;

  /** Lists the models that the server has. */
  export type ListModels = Record<string, unknown>;

  /** Lists the account's videos. */
  export interface ListVideos {
    /** The position to continue from: the id of the last video of the previous page. */
    after?: string | null;
    /** The most videos to return, from 1 to 100; the server's default is 20. */
    limit?: number | null;
    /** By time of creation; the newest first when absent. */
    order?: Order | null;
  }

  /** A model. */
  export interface Model {
    /** The model's name. */
    id: string;
    /** The time of creation. */
    created: Timestamp | null;
    /** The owner. */
    owned_by: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A server's models. */
  export interface ModelList {
    /** The models. */
    data: Model[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An order by time of creation. */
  export type Order = "asc" | "desc";

  /** Makes a new version of a finished video from a new prompt. */
  export interface RemixVideo {
    /** The video's id. */
    video_id: string;
    /** The text that describes the new version. */
    prompt: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * A length in seconds, sent in the form it is given in: OpenAI and new-api want
   * a string (`"8"`), SGLang and Dynamo a number (`docs/wire/openai.md` §2.3).
   */
  export type Seconds = string | number;

  /** A time in ISO 8601, such as `2026-01-15T10:30:00.000Z`. */
  export type Timestamp = string;

  /** A file of a finished video. */
  export type Variant = "video" | "thumbnail" | "spritesheet" | string;

  /** The reason for the failure of a job. */
  export interface VideoError {
    /** The server's code, as text. */
    code: string | null;
    /** The server's reason. */
    message: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).
   *
   * The fields here are read from whichever key a server uses for them; what the
   * server said under other keys stays in `extra` as well.
   */
  export interface VideoJob {
    /** The job's id, under whichever key a server has it. Opaque. */
    id: string;
    /** The object's type, such as `video`. */
    object: string | null;
    /** The server's word for the job's state. */
    status: string | null;
    /** Progress in percent, as a number or as text on the wire. */
    progress: number | null;
    /** The model. */
    model: string | null;
    /** The prompt. */
    prompt: string | null;
    /**
     * The size, such as `1280x720`. Some gateways write the file's length in
     * bytes here once it is done.
     */
    size: string | null;
    /** The length in seconds: what was made, else what was asked for. */
    seconds: number | null;
    /** The time of creation: `created_at`, `submit_time` or `created`. */
    created_at: Timestamp | null;
    /** The time of the start: `started_at` or `start_time`. */
    started_at: Timestamp | null;
    /** The time of the end: `completed_at` or `finish_time`. */
    completed_at: Timestamp | null;
    /** The time until which the files can be fetched. */
    expires_at: Timestamp | null;
    /** The address of the video, from whichever key holds it. */
    video_url: string | null;
    /**
     * The addresses of all variants, if there are several; `video_url` is the first. An empty one
     * is fetched by its number.
     */
    video_urls: string[];
    /** A still of the video. */
    thumbnail_url: string | null;
    /** The video that this one is a new version of. */
    remixed_from_video_id: string | null;
    /** The reason for the failure, wherever the server states it. */
    error: VideoError | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of videos. */
  export interface VideoPage {
    /** The videos. */
    data: VideoJob[];
    /** The id of the first. */
    first_id: string | null;
    /** The id of the last. */
    last_id: string | null;
    /** True if there are more videos; SGLang does not say. */
    has_more: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A video to work on. */
  export type VideoSource = FileInput | { id: string };
}

/** The result of accepting an invite. */
export interface AcceptedInvite {
  /** True if the account can use Sora 2 now. */
  success: boolean;
  /** True if the account could already use Sora 2 before. */
  already_accepted: boolean;
  /** Fields that the document does not name. */
  [field: string]: unknown;
}

/** An account's remaining quota. Values that a server does not report are absent. */
export interface AccountQuota {
  /** The amount left. */
  remaining: number | null;
  /** The amount used. */
  used: number | null;
  /** The amount used and the amount left, together. */
  total: number | null;
  /** The unit of the numbers. */
  unit: QuotaUnit;
  /** True if nothing more can be made for now. */
  exhausted: boolean;
  /** The time at which the quota is full again. */
  resets_at: Timestamp | null;
  /** The server's answer, unchanged. */
  raw: unknown;
}

/** The parameters of a method that concerns one thing. */
export interface ById {
  /** The thing's id. */
  id: string;
}

/** A character. */
export interface Character {
  /** The server's id. */
  id: string;
  /** The id of the cameo that it was created as, if different. */
  cameo_id: string | null;
  /** The user name, without `@`. */
  username: string | null;
  /** The display name. */
  display_name: string | null;
  /** The address of the profile picture. */
  profile_picture_url: string | null;
  /** The address of the character's page. */
  permalink: string | null;
  /** The server's answer, unchanged. */
  raw: unknown;
}

/** A page of a list. */
export interface CharacterPage {
  /** The items on the page. */
  items: Character[];
  /** The start of the next page; absent on the last one. */
  next: string | null;
}

/**
 * A character to be made from part of a video. The video must show no real person
 * without that person's consent.
 */
export interface CharacterRequest {
  /** The video that shows the character. Either this or `from_job`. */
  video?: Reference | null;
  /** The job whose video shows the character. Either this or `video`. */
  from_job?: string | null;
  /**
   * The start and end of its appearance, in seconds, as `[0, 3]` or `"0,3"`. `mirror` and servers that copied it take 1 to 3 s.
   *
   * @default 0 to 3
   */
  timestamps?: [number, number] | string;
  /**
   * The user name, without `@`.
   *
   * @default the server's suggestion
   */
  username?: string | null;
  /**
   * The display name.
   *
   * @default the server's suggestion
   */
  display_name?: string | null;
  /** The character's behaviour, in words. */
  instruction_set?: string | null;
  /** Restrictions on the character's behaviour, in words. */
  safety_instruction_set?: string | null;
  /**
   * The people who may use it.
   *
   * @default its owner
   */
  visibility?: Visibility | null;
}

/** A server's detected dialect and flavour. */
export interface Detection {
  /** The dialect. */
  dialect: Dialect;
  /** The flavour, of a dialect that has several. */
  flavour: Flavour | null;
  /** The reasons: each request and its answer, one per line. */
  evidence: string[];
}

/** A family of servers that speak the same wire format. */
export type Dialect = "sora" | "mirror" | "sora2api" | "skyriff" | "relay" | "openai";

/** The encoding of a creation request. */
export type Encoding = "multipart" | "json";

/** A prompt to expand with more detail. */
export interface EnhanceRequest {
  /** The prompt. */
  prompt: string;
  /**
   * The amount of detail.
   *
   * @default what the model's name says, or medium
   */
  level?: ExpansionLevel | null;
  /**
   * The length of the video it is for, in seconds: 10, 15 or 20.
   *
   * @default what the model's name says, or 10
   */
  duration?: number | null;
  /**
   * A name that says both: `prompt-enhance-short-10s`, `prompt-enhance-medium-15s` or
   * `prompt-enhance-long-20s`.
   */
  model?: string | null;
}

/**
 * The kind of an [`Error`](super::Error). In Python each is an exception class under
 * `SorakitError`, in JavaScript a subclass of `SorakitError`.
 */
export type ErrorKind = "invalid_input" | "unsupported" | "configuration" | "authentication" | "permission" | "blocked" | "sentinel" | "proof_of_work" | "account_setup" | "region" | "not_found" | "conflict" | "bad_request" | "rate_limited" | "too_many_jobs" | "quota_exhausted" | "overloaded" | "content_policy" | "generation_failed" | "not_ready" | "server" | "connection" | "timeout" | "outcome_unknown" | "unexpected_response" | "cancelled" | "storage";

/** An [`Error`](crate::Error) in the form passed to other languages. */
export interface ErrorReport {
  /** The kind of error. */
  kind: ErrorKind;
  /** The whole message: the operation, what failed, what to do. */
  message: string;
  /** The operation's name. */
  operation: string | null;
  /** The server's own code. */
  code: string | null;
  /** The HTTP status. */
  status: number | null;
  /** The server's id of the request. */
  request_id: string | null;
  /** The wait that the server asked for, in seconds. */
  retry_after: number | null;
  /** True if trying again later may succeed without any change. */
  retryable: boolean;
  /** The field that was refused. */
  field: string | null;
  /** The id of the job concerned. */
  job_id: string | null;
}

/** An event inside a call, such as an answer with its status and headers. */
export type Event = { event: "solved"; difficulty: string; tries: number; elapsed: number } | { event: "sending"; operation?: string | null; method: string; url: string } | { event: "answered"; operation?: string | null; method: string; url: string; status: number; headers: Record<string, string>; elapsed: number } | { event: "unanswered"; operation?: string | null; method: string; url: string; message: string; elapsed: number } | { event: "retrying"; operation: string; kind: ErrorKind; after: number } | { event: "waiting_for_slot"; operation: string; after: number } | { event: "detected"; dialect: Dialect; flavour?: Flavour | null; evidence: string[] } | { event: "renewed" } | { event: "credential_used"; source: OptionSource; origin: string } | { event: "unknown_status"; job_id: string; status_word: string; progress: number } | { event: "warning"; message: string };

/** The amount of detail added to a prompt. */
export type ExpansionLevel = "short" | "medium" | "long";

/** The parameters of a search for a job whose creation's answer was lost. */
export interface Find {
  /** The time at which the creation was sent. */
  since: Timestamp | number | Date;
  /** The ids of jobs that other requests made, where you keep a list of them. */
  known?: string[];
  /** A description of the video. */
  prompt: string;
  /**
   * The model, in the server's words.
   *
   * @default the dialect's standard one
   */
  model?: string | null;
  /** The length in seconds. */
  duration?: number | null;
  /** Landscape or portrait. */
  orientation?: Orientation | null;
  /** The size: `1280x720`, or the native `small` and `large`. */
  size?: string | null;
  /** Standard or high definition. */
  quality?: Quality | null;
  /** The style, such as `anime`. */
  style?: string | null;
  /** Images to start from. */
  references?: Reference[];
  /** The shots, to describe each one separately. */
  storyboard?: Shot[];
  /** The video to make a new version of. */
  remix?: string | null;
  /** The characters that appear, by id. */
  characters?: string[];
  /**
   * True to include a watermark, false to omit it, where a gateway offers the choice.
   * For your own works only.
   */
  watermark?: boolean | null;
  /** True to keep the video unpublished, where a gateway offers it. */
  private?: boolean | null;
  /** The number of variants to make. */
  n?: number | null;
  /** The title. */
  title?: string | null;
  /** The replacements of characters, by id. */
  cameo_replacements?: Record<string, unknown>;
  /** The sound, in words. */
  audio_caption?: string | null;
  /** The spoken words. */
  audio_transcript?: string | null;
  /** The picture, in words. */
  video_caption?: string | null;
  /** Data of your own that goes with the video. */
  metadata?: Record<string, unknown>;
  /**
   * A video that shows a character, which is made and put into this one. It must
   * show no real person without that person's consent.
   */
  character_url?: Reference | null;
  /**
   * The start and end of the character's appearance in that video, in seconds, as
   * `[0, 3]` or `"0,3"`; from 1 to 3 s.
   */
  character_timestamps?: [number, number] | string;
  /** A job whose video shows a character, which is made and put into this one. */
  character_from_task?: string | null;
  /** True to make a character from the finished video. */
  character_create?: boolean | null;
  /** The start of the random numbers, to make the same video again. */
  seed?: number | null;
  /** A description of what must not be seen. */
  negative_prompt?: string | null;
  /** The number of steps that the model takes. */
  steps?: number | null;
  /** The guidance scale: how closely the model follows the prompt; most models take 1 to 10. */
  guidance?: number | null;
  /** Frames in a second. */
  fps?: number | null;
  /**
   * The length in frames, in place of `duration`. Models that make certain numbers alone
   * take the nearest.
   */
  frames?: number | null;
  /** The proportions of width and height, such as `16:9`. */
  aspect_ratio?: string | null;
  /** An image to end with. */
  last_frame?: Reference | null;
  /** Videos to start from. */
  video_references?: Reference[];
  /** Sounds to start from. */
  audio_references?: Reference[];
  /** True to make sound too, false to make none. */
  audio?: boolean | null;
  /** True to let the server work out the prompt in more detail. */
  enhance?: boolean | null;
  /**
   * Additional fields. A server's flavour puts them where it reads them; else they are
   * sent as they are.
   */
  extra?: Record<string, unknown>;
}

/**
 * A kind of server that speaks a dialect in its own way. Servers of one dialect
 * differ in their fields, in what they offer, and in how they answer.
 */
export type Flavour = "openai" | "new-api" | "vllm-omni" | "sglang" | "litellm" | "unsloth" | "fastvideo" | "dynamo" | "localai" | "upstream" | "fork";

/** An image to be made, from a prompt or from other images. */
export interface ImageRequest {
  /** A description of the image. */
  prompt: string;
  /**
   * The model, in the server's words.
   *
   * @default the dialect's standard one
   */
  model?: string | null;
  /** Landscape or portrait; square if absent. */
  orientation?: Orientation | null;
  /** The size, such as `1024x1024`, or a ratio such as `16:9`. */
  size?: string | null;
  /** Standard or high definition. */
  quality?: Quality | null;
  /** The style, such as `vivid`. */
  style?: string | null;
  /** Images to start from. */
  references?: Reference[];
  /** The number of variants to make. */
  n?: number | null;
  /** Additional fields, sent unchanged. */
  extra?: Record<string, unknown>;
}

/** The account's own invite code. */
export interface Invite {
  /** The code. */
  invite_code: string | null;
  /** The number of times the code was used. */
  redeemed_count: number;
  /** The total number of times the code can be used. */
  total_count: number;
  /** Fields that the document does not name. */
  [field: string]: unknown;
}

/**
 * A generation, in progress or ended.
 *
 * A job can be resumed in another process by its `id` alone, where it is `resumable`.
 */
export interface Job {
  /** The server's id. Opaque; its form differs between servers. */
  id: string;
  /** The dialect of the server that runs it. */
  dialect: Dialect;
  /** A video or images. */
  kind: JobKind;
  /** The current status. */
  status: JobStatus;
  /** The server's own word for the status, such as `preprocessing`. */
  status_word: string | null;
  /** The progress in percent, from 0 to 100. A watcher never lets it go back. */
  progress: number;
  /** The time of creation. */
  created_at: Timestamp | null;
  /** The time at which it ended. */
  completed_at: Timestamp | null;
  /** The requested model, in the server's words. */
  model: string | null;
  /** The finished video; of several variants the first. */
  video: MediaLink | null;
  /** All variants of the finished video, with `video` as the first. */
  videos: MediaLink[];
  /** The finished images. */
  images: MediaLink[];
  /** The reason for its failure. */
  error: JobError | null;
  /**
   * True if another process can wait for it by its id. False for a job that lives in
   * a stream which this process holds open: when the process ends, so does the job.
   */
  resumable: boolean;
  /** The base URL of the server that made it. Follow-ups go there, or nowhere. */
  base_url: string | null;
  /**
   * The measures that its creation asked for, to compare with the result: servers change sizes
   * and numbers of frames to what their model can do, without notice.
   */
  requested: Requested | null;
  /** The prompt as the server worked it out, where it says so. */
  revised_prompt: string | null;
  /** The server's answer, unchanged. */
  raw: unknown;
}

/** The reason for a job's failure. */
export interface JobError {
  /** The server's code. */
  code: string | null;
  /** The server's reason. */
  message: string;
}

/** The media that a job makes. */
export type JobKind = "video" | "image";

/** A page of a list. */
export interface JobPage {
  /** The items on the page. */
  items: Job[];
  /** The start of the next page; absent on the last one. */
  next: string | null;
}

/** The status of a job. */
export type JobStatus = "queued" | "running" | "succeeded" | "failed" | "cancelled";

/** The parameters of the account's user name. */
export interface MaybeNamed {
  /** The name to set, without `@`. Without it the account's own is read. */
  username?: string | null;
}

/** The signed-in user. Any field may be absent. */
export interface Me {
  /** The e-mail address. */
  email: string | null;
  /** The display name. */
  name: string | null;
  /** The user name; absent until one is [set](super::SetUsername). */
  username: string | null;
  /** The address of the picture. */
  picture: string | null;
  /** The time at which the account was created. */
  created_at: Timestamp | null;
  /** Fields that the document does not name. */
  [field: string]: unknown;
}

/** A file that a job made, and what the server says about it. */
export interface MediaLink {
  /**
   * The server's id of the file, where it has one besides the job's: natively the
   * generation, `gen_…`, that `sora.posts.create` takes.
   */
  id: string | null;
  /**
   * The address. Often signed, and valid for a limited time. Empty if the bytes are
   * available only through the API, or stand in the answer itself.
   */
  url: string;
  /** A still image from it. */
  thumbnail_url: string | null;
  /** Width in pixels. */
  width: number | null;
  /** Height in pixels. */
  height: number | null;
  /** Length in seconds. */
  duration: number | null;
  /** Number of frames, where the server says it. */
  frames: number | null;
  /** Frames a second, where the server says it. */
  fps: number | null;
  /** True if it carries a watermark, where the server says so. */
  watermark: boolean | null;
}

/** An available model. */
export interface ModelInfo {
  /** The model's name, as used in requests. */
  id: string;
  /** The kind of output, if known. */
  kind: ModelKind | null;
  /**
   * The model that it stands for, in the words of the backend behind it, such as
   * `sy_ore`.
   */
  model: string | null;
  /** The size of its results, such as `small`, when the name says so. */
  size: string | null;
  /** Landscape or portrait, if the name says so. */
  orientation: Orientation | null;
  /** The length of the results in seconds, if the name says so. */
  duration: number | null;
  /** The server's description. */
  description: string | null;
  /**
   * The server's answer, unchanged; `null` for a documented model of a server without
   * a list.
   */
  raw: unknown;
}

/** The kind of output of a model. */
export type ModelKind = "video" | "image" | "prompt";

/** The parameters of asking for a user name. */
export interface Named {
  /** The name, without `@`. */
  username: string;
}

/** No parameters. */
export type Nothing = Record<string, unknown>;

/** The source of an option, highest first. */
export type OptionSource = "code" | "profile" | "environment" | "file" | "store";

/**
 * The settings of a client. Any that is `None` comes from the environment
 * variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then from the
 * file that `config` or `SORAKIT_CONFIG` names, then from the default. With
 * `environment: Some(false)` variables are ignored.
 *
 * # A credential is one group of one source
 *
 * `access_token`, `api_key`, `session_token` and `refresh_token`, with
 * `client_id`, `redirect_uri`, `credential_proxy` and `credential_file` which
 * belong to them, come from one source: the highest that gives a token. The
 * whole group of any lower source is ignored. A `credential_file` given without
 * tokens is the credential once it holds one; tokens of a lower source only fill
 * it while it is empty.
 *
 * A source that gives a credential and a `base_url` binds the two: if a higher
 * source names another origin, as `base_url`, `web_url` or `oauth_url`, the
 * credential is ignored as well. A credential given alone goes to the `base_url`
 * of the same invocation. `admin_token`, or `admin_username` with
 * `admin_password`, is a group of its own, to which the same rules apply.
 */
export interface Options {
  /**
   * The dialect that the server speaks.
   *
   * @default found out at the first call, by requests that change nothing
   */
  dialect?: Dialect | null;
  /**
   * The kind of the server, of a dialect that has several, such as `vllm-omni`.
   *
   * @default found out with the dialect; where that is given, the dialect as it is defined
   */
  flavour?: Flavour | null;
  /**
   * The API's base URL, with or without `/v1`. Its query goes with every request to
   * the API. Required: sorakit does not assume that any host answers.
   */
  base_url?: string | null;
  /**
   * Additional headers for every request to the API's origin, such as a gateway's own.
   * In a variable, one per line: `Name: value`.
   */
  headers?: Record<string, string> | null;
  /**
   * Additional query parameters for every request to the API's origin, such as
   * `api-version`. In a variable: `name=value&name=value`.
   */
  query?: Record<string, string> | null;
  /**
   * The web application's root (`docs/wire/sora.md` §1.1).
   *
   * @default the origin of `base_url`
   */
  web_url?: string | null;
  /**
   * The host of the Sentinel challenge (`docs/wire/sora.md` §2.1).
   *
   * @default the origin of `base_url`, or `https://chatgpt.com` when that is the documented one
   */
  sentinel_url?: string | null;
  /**
   * The host of the token endpoint (`docs/wire/sora.md` §1.2).
   *
   * @default the origin of `base_url` on loopback, else `https://auth.openai.com`
   */
  oauth_url?: string | null;
  /** Your own link service (`docs/wire/sora.md` §7.3). */
  links_url?: string | null;
  /** The token of your own link service. */
  links_token?: Secret | null;
  /**
   * Allows plain HTTP to hosts other than loopback.
   *
   * @default false
   */
  allow_http?: boolean | null;
  /** The access token, or the gateway's API key. */
  access_token?: Secret | null;
  /** The gateway's API key; another name for `access_token`. */
  api_key?: Secret | null;
  /** The session token, used to obtain access tokens. */
  session_token?: Secret | null;
  /** The refresh token, used to obtain access tokens. */
  refresh_token?: Secret | null;
  /**
   * The client that the refresh token was issued to.
   *
   * @default the iOS one
   */
  client_id?: string | null;
  /** The redirect URI of an undocumented client. */
  redirect_uri?: string | null;
  /**
   * The file that keeps tokens, shared by processes.
   *
   * @default memory
   */
  credential_file?: string | null;
  /** The token of an admin login, for gateways with an administration. */
  admin_token?: Secret | null;
  /** The admin's name, with which the client logs in when an operation needs it. */
  admin_username?: string | null;
  /** The admin's password. */
  admin_password?: Secret | null;
  /**
   * The file that keeps the token of an admin login, shared by processes.
   *
   * @default memory
   */
  admin_file?: string | null;
  /**
   * The longest time a credential store may take to answer, or be locked by another
   * process, in seconds.
   *
   * @default 30
   */
  store_timeout?: number | null;
  /**
   * True to renew access tokens.
   *
   * @default true
   */
  auto_refresh?: boolean | null;
  /**
   * The credential's own proxy: `http://…`, `socks5://…`, or `socks5h://…` if the
   * proxy is to resolve names; `none` for no proxy.
   */
  credential_proxy?: string | null;
  /**
   * The proxy for credentials without one; `none` for no proxy.
   *
   * @default the machine's `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl reads them; these never apply to this machine itself
   */
  proxy?: string | null;
  /**
   * The proxy for the Sentinel request alone. Without it, that request uses none if
   * `proxy` or `credential_proxy` is given, and otherwise the machine's.
   */
  sentinel_proxy?: string | null;
  /**
   * An additional trusted certificate authority, or a server's self-signed
   * certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of the
   * system's.
   */
  ca_file?: string | null;
  /**
   * The browser or app that requests claim to come from.
   *
   * @default a desktop browser
   */
  profile?: Profile | null;
  /**
   * The device id, a UUID.
   *
   * @default a random one per client
   */
  device_id?: string | null;
  /**
   * The language, such as `en-US`.
   *
   * @default the profile's
   */
  language?: string | null;
  /**
   * The `flow` of the Sentinel request.
   *
   * @default "sora_init"
   */
  sentinel_flow?: string | null;
  /**
   * The `flow` in the Sentinel token.
   *
   * @default "sora_2_create_task__auto"
   */
  sentinel_token_flow?: string | null;
  /**
   * The most proof-of-work candidates to try.
   *
   * @default 100 million
   */
  pow_max_tries?: number | null;
  /**
   * The longest time for a proof of work, in seconds.
   *
   * @default 60
   */
  pow_timeout?: number | null;
  /**
   * The most threads for a proof of work; 0 for all cores.
   *
   * @default 0
   */
  pow_threads?: number | null;
  /**
   * The encoding of creations in the dialect `openai`.
   *
   * @default that of the server's flavour; `multipart`, as in OpenAI's own libraries, where it takes both
   */
  encoding?: Encoding | null;
  /**
   * The time limit for making a connection, in seconds.
   *
   * @default 10
   */
  connect_timeout?: number | null;
  /**
   * The time limit for one request, in seconds; uploads get more, depending on their
   * size.
   *
   * @default 30
   */
  timeout?: number | null;
  /**
   * The time limit for the answer to a creation, an upload or anything else that must
   * not be sent twice, in seconds; uploads get more, depending on their size. Giving
   * up too soon loses the job's id.
   *
   * @default 300
   */
  creation_timeout?: number | null;
  /**
   * The time limit for a call or a download with all its retries, in seconds.
   *
   * @default no limit
   */
  total_timeout?: number | null;
  /**
   * The most times a request is sent again.
   *
   * @default 3
   */
  max_retries?: number | null;
  /**
   * The wait before a request is first sent again, in seconds; it doubles with each
   * further one, and up to half of it is left to chance.
   *
   * @default 0.5, and 1 for `skyriff` and `relay`
   */
  retry_base?: number | null;
  /**
   * The longest time that a creation waits for a free slot when the account has too
   * many jobs in progress, in seconds.
   *
   * @default 600
   */
  slot_timeout?: number | null;
  /**
   * The shortest wait between two polls, in seconds.
   *
   * @default the dialect's
   */
  poll_interval?: number | null;
  /**
   * True to space polls further apart for a job that is near its end or old. With `false` each
   * comes `poll_interval` after the one before.
   *
   * @default true
   */
  poll_backoff?: boolean | null;
  /**
   * The most polls of one wait.
   *
   * @default no limit
   */
  max_poll_attempts?: number | null;
  /**
   * The longest wait for a video, in seconds.
   *
   * @default 1800
   */
  video_timeout?: number | null;
  /**
   * The longest wait for an image, in seconds.
   *
   * @default 300
   */
  image_timeout?: number | null;
  /**
   * The time for which a job may be missing before its outcome counts as unknown, and
   * for which the file of a finished job may not be ready, in seconds.
   *
   * @default 60
   */
  grace?: number | null;
  /**
   * True to read `SORAKIT_*` variables. Those for the machine's proxies are read in
   * any case: see `proxy`.
   *
   * @default true
   */
  environment?: boolean | null;
  /**
   * A TOML file with more options.
   *
   * @default the one that `SORAKIT_CONFIG` names
   */
  config?: string | null;
  /**
   * The profile of that file that counts, `[profiles.NAME]`.
   *
   * @default the file's `default_profile`, where it names one
   */
  config_profile?: string | null;
  /**
   * The slowest file transfer that is continued, in bytes per second on average over
   * `min_rate_time`; 0 for any.
   *
   * @default 1000
   */
  min_rate?: number | null;
  /**
   * The time over which `min_rate` is averaged, in seconds.
   *
   * @default 60
   */
  min_rate_time?: number | null;
  /**
   * The largest file that is accepted, in bytes.
   *
   * @default 16 GiB
   */
  max_bytes?: number | null;
  /**
   * The longest video that is accepted inside an answer, in bytes of base64. It is held in
   * memory.
   *
   * @default 512 MiB
   */
  max_answer_bytes?: number | null;
  /**
   * True to let a server name media addresses in networks that are not public (this
   * machine, private, link-local), even if the server itself is in no such network.
   * They are judged by the address that is connected to; behind a proxy and in a
   * browser, only by the URL itself.
   *
   * @default false
   */
  allow_private_media?: boolean | null;
}

/** Landscape or portrait. */
export type Orientation = "landscape" | "portrait";

/** A request for one page. */
export interface PageRequest {
  /** The maximum number of items; the server's default if absent. */
  limit?: number | null;
  /** The place to continue from: the `next` of the previous page. */
  cursor?: string | null;
}

/** A plan. */
export interface Plan {
  /**
   * The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers also write
   * it, `chatgptplusplan`. Others exist.
   */
  id: string | null;
  /** The plan's name, such as `ChatGPT Plus`. */
  title: string | null;
  /** Fields that the document does not name. */
  [field: string]: unknown;
}

/**
 * A browser and app identity, which fills the headers and the proof of work's configuration
 * (`docs/wire/sora.md` §2.1, §2.2 and §12).
 *
 * It is a plain value: take the default, draw one from the documented browsers and apps, or
 * write your own. One credential should keep one profile. In a browser, fill it from that browser.
 *
 * A profile read from JSON may omit any fields, and may have no others. The client hints follow from the given
 * `user_agent`, the `languages` from the `language`; anything else has the default's value. The
 * client refuses fields that contradict each other.
 */
export interface Profile {
  /** The desktop browser's `User-Agent`. */
  user_agent?: string;
  /** The Sora app's `User-Agent`. */
  app_user_agent?: string;
  /**
   * `sec-ch-ua`: the browser's brands and major versions. Like the next two, empty for a
   * browser that sends none.
   */
  sec_ch_ua?: string;
  /** `sec-ch-ua-mobile`: `?0` for a desktop browser, `?1` for a phone. */
  sec_ch_ua_mobile?: string;
  /** `sec-ch-ua-platform`: the platform's name, in double quotes. */
  sec_ch_ua_platform?: string;
  /** The first language, for instance `en-US`. */
  language?: string;
  /** All languages, separated by commas, for instance `en-US,en`. */
  languages?: string;
  /** The width of the screen, in pixels. */
  screen?: number;
  /** The number of processor cores. */
  cores?: number;
  /** The time zone, for the local time. */
  timezone?: Timezone;
  /** The limit of the JavaScript heap, in bytes. */
  heap_limit?: number;
  /** The address of a script that the page has loaded. */
  script_url?: string;
  /** Properties of `navigator` with their values, joined by U+2212; one is chosen at random. */
  navigator_keys?: string[];
  /** Properties of `document`; one is chosen at random. */
  document_keys?: string[];
  /** Properties of `window`; one is chosen at random. */
  window_keys?: string[];
}

/** The parameters of publishing a video. */
export interface Publication {
  /** The job, by its id, or the generation, `gen_…`. */
  id: string;
  /**
   * The text of the post.
   *
   * @default none
   */
  text?: string;
}

/** The definition of a video. */
export type Quality = "standard" | "hd";

/** The unit of a quota. */
export type QuotaUnit = "videos" | "credits";

/** The parameters of accepting an invite code. */
export interface Redeemed {
  /** Somebody's invite code. */
  invite_code: string;
}

/**
 * An image or video that a creation starts from.
 *
 * In JSON, a text is an address or a data URL if it begins like one, and otherwise a
 * path.
 */
export type Reference = { url: string } | FileInput;

/** The parameters of a remix. */
export interface Remix {
  /** The video to make a new version of. */
  id: string;
  /** A description of the video. */
  prompt: string;
  /**
   * The model, in the server's words.
   *
   * @default the dialect's standard one
   */
  model?: string | null;
  /** The length in seconds. */
  duration?: number | null;
  /** Landscape or portrait. */
  orientation?: Orientation | null;
  /** The size: `1280x720`, or the native `small` and `large`. */
  size?: string | null;
  /** Standard or high definition. */
  quality?: Quality | null;
  /** The style, such as `anime`. */
  style?: string | null;
  /** Images to start from. */
  references?: Reference[];
  /** The shots, to describe each one separately. */
  storyboard?: Shot[];
  /** The video to make a new version of. */
  remix?: string | null;
  /** The characters that appear, by id. */
  characters?: string[];
  /**
   * True to include a watermark, false to omit it, where a gateway offers the choice.
   * For your own works only.
   */
  watermark?: boolean | null;
  /** True to keep the video unpublished, where a gateway offers it. */
  private?: boolean | null;
  /** The number of variants to make. */
  n?: number | null;
  /** The title. */
  title?: string | null;
  /** The replacements of characters, by id. */
  cameo_replacements?: Record<string, unknown>;
  /** The sound, in words. */
  audio_caption?: string | null;
  /** The spoken words. */
  audio_transcript?: string | null;
  /** The picture, in words. */
  video_caption?: string | null;
  /** Data of your own that goes with the video. */
  metadata?: Record<string, unknown>;
  /**
   * A video that shows a character, which is made and put into this one. It must
   * show no real person without that person's consent.
   */
  character_url?: Reference | null;
  /**
   * The start and end of the character's appearance in that video, in seconds, as
   * `[0, 3]` or `"0,3"`; from 1 to 3 s.
   */
  character_timestamps?: [number, number] | string;
  /** A job whose video shows a character, which is made and put into this one. */
  character_from_task?: string | null;
  /** True to make a character from the finished video. */
  character_create?: boolean | null;
  /** The start of the random numbers, to make the same video again. */
  seed?: number | null;
  /** A description of what must not be seen. */
  negative_prompt?: string | null;
  /** The number of steps that the model takes. */
  steps?: number | null;
  /** The guidance scale: how closely the model follows the prompt; most models take 1 to 10. */
  guidance?: number | null;
  /** Frames in a second. */
  fps?: number | null;
  /**
   * The length in frames, in place of `duration`. Models that make certain numbers alone
   * take the nearest.
   */
  frames?: number | null;
  /** The proportions of width and height, such as `16:9`. */
  aspect_ratio?: string | null;
  /** An image to end with. */
  last_frame?: Reference | null;
  /** Videos to start from. */
  video_references?: Reference[];
  /** Sounds to start from. */
  audio_references?: Reference[];
  /** True to make sound too, false to make none. */
  audio?: boolean | null;
  /** True to let the server work out the prompt in more detail. */
  enhance?: boolean | null;
  /**
   * Additional fields. A server's flavour puts them where it reads them; else they are
   * sent as they are.
   */
  extra?: Record<string, unknown>;
}

/** The measures that a creation asked for. */
export interface Requested {
  /** The size, such as `1280x720`. */
  size: string | null;
  /** The length in seconds. */
  duration: number | null;
  /** The number of frames. */
  frames: number | null;
  /** The frames a second. */
  fps: number | null;
  /** The number of variants. */
  n: number | null;
}

/** The parameters of a search. */
export interface Search {
  /** The beginning of the user name. */
  username: string;
  /** The maximum number of items; the server's default if absent. */
  limit?: number | null;
  /** The place to continue from: the `next` of the previous page. */
  cursor?: string | null;
}

/**
 * A token, key or password. `Debug` hides it, and its memory is overwritten when it is
 * dropped.
 *
 * It serialises to its text, because operations send it and credential stores keep it;
 * nothing in sorakit writes it elsewhere.
 */
export type Secret = string;

/** A shot of a storyboard. */
export interface Shot {
  /** The length in seconds. */
  duration: number;
  /** A description of the shot. */
  scene: string;
}

/** A subscription. */
export interface Subscription {
  /** The plan that is subscribed to. */
  plan: Plan;
  /**
   * The end of the subscription. Servers write it as ISO time, or as a number of seconds or
   * milliseconds, also in a string.
   */
  end_ts: Timestamp | null;
  /** Fields that the document does not name. */
  [field: string]: unknown;
}

/** The account's subscriptions. */
export interface Subscriptions {
  /** The subscriptions. */
  data: Subscription[];
  /** Fields that the document does not name. */
  [field: string]: unknown;
}

/** A time in ISO 8601, such as `2026-01-15T10:30:00.000Z`. */
export type Timestamp = string;

/** A time zone with a fixed offset. */
export interface Timezone {
  /** The name as a browser writes it, for instance `Eastern Standard Time`. */
  name: string;
  /** Minutes to add to UTC, for instance -300. */
  offset_minutes: number;
}

/** The account's names. */
export interface Username {
  /** The user name. */
  username: string | null;
  /** The display name. */
  display_name: string | null;
  /** Fields that the document does not name. */
  [field: string]: unknown;
}

/**
 * A video to be made. One type for every dialect: an option that the server's
 * dialect lacks is refused before anything is sent, naming the dialects that
 * have it.
 */
export interface VideoRequest {
  /** A description of the video. */
  prompt: string;
  /**
   * The model, in the server's words.
   *
   * @default the dialect's standard one
   */
  model?: string | null;
  /** The length in seconds. */
  duration?: number | null;
  /** Landscape or portrait. */
  orientation?: Orientation | null;
  /** The size: `1280x720`, or the native `small` and `large`. */
  size?: string | null;
  /** Standard or high definition. */
  quality?: Quality | null;
  /** The style, such as `anime`. */
  style?: string | null;
  /** Images to start from. */
  references?: Reference[];
  /** The shots, to describe each one separately. */
  storyboard?: Shot[];
  /** The video to make a new version of. */
  remix?: string | null;
  /** The characters that appear, by id. */
  characters?: string[];
  /**
   * True to include a watermark, false to omit it, where a gateway offers the choice.
   * For your own works only.
   */
  watermark?: boolean | null;
  /** True to keep the video unpublished, where a gateway offers it. */
  private?: boolean | null;
  /** The number of variants to make. */
  n?: number | null;
  /** The title. */
  title?: string | null;
  /** The replacements of characters, by id. */
  cameo_replacements?: Record<string, unknown>;
  /** The sound, in words. */
  audio_caption?: string | null;
  /** The spoken words. */
  audio_transcript?: string | null;
  /** The picture, in words. */
  video_caption?: string | null;
  /** Data of your own that goes with the video. */
  metadata?: Record<string, unknown>;
  /**
   * A video that shows a character, which is made and put into this one. It must
   * show no real person without that person's consent.
   */
  character_url?: Reference | null;
  /**
   * The start and end of the character's appearance in that video, in seconds, as
   * `[0, 3]` or `"0,3"`; from 1 to 3 s.
   */
  character_timestamps?: [number, number] | string;
  /** A job whose video shows a character, which is made and put into this one. */
  character_from_task?: string | null;
  /** True to make a character from the finished video. */
  character_create?: boolean | null;
  /** The start of the random numbers, to make the same video again. */
  seed?: number | null;
  /** A description of what must not be seen. */
  negative_prompt?: string | null;
  /** The number of steps that the model takes. */
  steps?: number | null;
  /** The guidance scale: how closely the model follows the prompt; most models take 1 to 10. */
  guidance?: number | null;
  /** Frames in a second. */
  fps?: number | null;
  /**
   * The length in frames, in place of `duration`. Models that make certain numbers alone
   * take the nearest.
   */
  frames?: number | null;
  /** The proportions of width and height, such as `16:9`. */
  aspect_ratio?: string | null;
  /** An image to end with. */
  last_frame?: Reference | null;
  /** Videos to start from. */
  video_references?: Reference[];
  /** Sounds to start from. */
  audio_references?: Reference[];
  /** True to make sound too, false to make none. */
  audio?: boolean | null;
  /** True to let the server work out the prompt in more detail. */
  enhance?: boolean | null;
  /**
   * Additional fields. A server's flavour puts them where it reads them; else they are
   * sent as they are.
   */
  extra?: Record<string, unknown>;
}

/** The people who may use a character. */
export type Visibility = "private" | "public";

/** `invalid_input`. See the message. */
export class InvalidInputError extends SorakitError {}
/** `unsupported`. See the message. */
export class UnsupportedError extends SorakitError {}
/** `configuration`. See the message. */
export class ConfigurationError extends SorakitError {}
/** `authentication`. Check the token or API key, or sign in again. */
export class AuthenticationError extends SorakitError {}
/** `permission`. Use a credential that may do this. */
export class PermissionError extends SorakitError {}
/** `blocked`. A CDN stands before the server. The credential is not at fault: try later, or through another network or proxy. */
export class BlockedError extends SorakitError {}
/** `sentinel`. Check that profile, device id and proxy agree in every request. */
export class SentinelError extends SorakitError {}
/** `proof_of_work`. See the message. */
export class ProofOfWorkError extends SorakitError {}
/** `account_setup`. The account's owner has to finish its set-up. */
export class AccountSetupError extends SorakitError {}
/** `region`. The service refuses this country: send from one that it serves, such as through a proxy there. */
export class RegionError extends SorakitError {}
/** `not_found`. Check the id, the base URL and the dialect. */
export class NotFoundError extends SorakitError {}
/** `conflict`. See the message. */
export class ConflictError extends SorakitError {}
/** `bad_request`. See the message. */
export class BadRequestError extends SorakitError {}
/** `rate_limited`. Send fewer requests, or wait. */
export class RateLimitedError extends SorakitError {}
/** `too_many_jobs`. Wait until one of the account's jobs has ended. */
export class TooManyJobsError extends SorakitError {}
/** `quota_exhausted`. Wait for the quota to reset, or use another account. */
export class QuotaExhaustedError extends SorakitError {}
/** `overloaded`. Try again later. */
export class OverloadedError extends SorakitError {}
/** `content_policy`. Change the prompt or the input; a retry cannot help. */
export class ContentPolicyError extends SorakitError {}
/** `generation_failed`. See the message. */
export class GenerationFailedError extends SorakitError {}
/** `not_ready`. Wait for the job to succeed. */
export class NotReadyError extends SorakitError {}
/** `server`. Try again later. */
export class ServerError extends SorakitError {}
/** `connection`. Check the base URL, the network and the proxy. */
export class ConnectionError extends SorakitError {}
/** `timeout`. See the message. */
export class TimeoutError extends SorakitError {}
/** `outcome_unknown`. It may have been accepted: look at the account's jobs before sending it again. */
export class OutcomeUnknownError extends SorakitError {}
/** `unexpected_response`. See the message. */
export class UnexpectedResponseError extends SorakitError {}
/** `cancelled`. See the message. */
export class CancelledError extends SorakitError {}
/** `storage`. See the message. */
export class StorageError extends SorakitError {}

/** The class of each kind. */
export const ERRORS: Readonly<Record<ErrorKind, typeof SorakitError>>;

export interface AccountMethods {
  /** What the account may still make. */
  quota(params?: Nothing, options?: CallOptions): Promise<AccountQuota>;
  /** Who is signed in. */
  me(params?: Nothing, options?: CallOptions): Promise<Me>;
  /** The account's subscriptions; none for a free account. */
  subscriptions(params?: Nothing, options?: CallOptions): Promise<Subscriptions>;
  /** An invite code that can be given away: the account's own, or on a gateway that of one of its accounts. */
  invites(params?: Nothing, options?: CallOptions): Promise<Invite>;
  /** Accepts somebody's invite code. It is sent once. */
  accept_invite(params: Redeemed, options?: CallOptions): Promise<AcceptedInvite>;
  /** Whether a user name is free. */
  username_available(params: Named, options?: CallOptions): Promise<boolean>;
  /** The account's user name. Where a name is given, it is set, which publishing needs. */
  username(params?: MaybeNamed, options?: CallOptions): Promise<Username>;
  /** Opens Sora 2 for an account that is new to it. */
  bootstrap(params?: Nothing, options?: CallOptions): Promise<void>;
  /** A Sentinel token for one creation or publication, with its proof of work: what goes into the header `openai-sentinel-token` of a request of your own. */
  sentinel_token(params?: Nothing, options?: CallOptions): Promise<string>;
}

export interface CharactersMethods {
  /** Makes a character from a video or from a job's video. */
  create(params?: CharacterRequest, options?: CallOptions): Promise<Character>;
  /** Reads a character by its id. */
  get(params: ById, options?: CallOptions): Promise<Character>;
  get(one: Character | string, options?: CallOptions): Promise<Character>;
  /** Finds characters whose user name begins so. */
  search(params: Search, options?: CallOptions): Promise<CharacterPage>;
  /** Deletes a character of the account. */
  delete(params: ById, options?: CallOptions): Promise<void>;
  delete(one: Character | string, options?: CallOptions): Promise<void>;
}

export interface ImagesMethods {
  /** Begins an image from a prompt, or from other images when `references` are given. Most gateways answer with the finished job; on the native backend it has to be waited for. */
  create(params: ImageRequest, options?: CallOptions): Promise<Job>;
  /** How a job that makes images stands now, by its id. */
  get(params: ById, options?: CallOptions): Promise<Job>;
  get(one: Job | string, options?: CallOptions): Promise<Job>;
}

export interface ModelsMethods {
  /** The models: the server's own list, or the documented ones where it has none. */
  list(params?: Nothing, options?: CallOptions): Promise<ModelInfo[]>;
}

export interface PromptsMethods {
  /** Works a prompt out in more detail, and answers the new one. */
  enhance(params: EnhanceRequest, options?: CallOptions): Promise<string>;
}

export interface VideosMethods {
  /** Begins a video, and answers as soon as the server has taken it. Images that it starts from are uploaded first. It is sent once: should it be unknown whether the server took it, the error's kind is `outcome_unknown`. */
  create(params: VideoRequest, options?: CallOptions): Promise<Job>;
  /** How a job stands now, by its id. */
  get(params: ById, options?: CallOptions): Promise<Job>;
  get(one: Job | string, options?: CallOptions): Promise<Job>;
  /** A page of the account's videos, newest first. */
  list(params?: PageRequest, options?: CallOptions): Promise<JobPage>;
  /** Begins a new version of a video. */
  remix(params: Remix, options?: CallOptions): Promise<Job>;
  remix(one: Job | string, params: Omit<Remix, "id">, options?: CallOptions): Promise<Job>;
  /** Looks for the job that a creation made whose answer was lost, after the error `outcome_unknown`: the account's newest jobs are compared with the request in prompt, model, size and length, and with `since`, when it was sent. Nothing when it is not among them; it may still appear. */
  find(params: Find, options?: CallOptions): Promise<Job | null>;
  /** Deletes a video. */
  delete(params: ById, options?: CallOptions): Promise<void>;
  delete(one: Job | string, options?: CallOptions): Promise<void>;
  /** Stops a video that is being made, and forgets it, where the server can. Elsewhere deleting a video only forgets it. One that has ended is left as it is, and told as a conflict. */
  cancel(params: ById, options?: CallOptions): Promise<void>;
  cancel(one: Job | string, options?: CallOptions): Promise<void>;
  /** Publishes the video of a finished job, for your own works only. The answer is the published work as a job that is done: its id is the post's, `s_…`, and its video can be downloaded, without a watermark where the server offers that. */
  publish(params: Publication, options?: CallOptions): Promise<Job>;
  publish(one: Job | string, params?: Omit<Publication, "id">, options?: CallOptions): Promise<Job>;
  /** Takes a published work back: the post goes, the video stays in the drafts. What is gone already is no error. */
  unpublish(params: ById, options?: CallOptions): Promise<void>;
  unpublish(one: Job | string, options?: CallOptions): Promise<void>;
  /** The link of a published work, by its id or its page, from the link service that the options `links_url` and `links_token` name. The account's credential does not go there. */
  link(params: ById, options?: CallOptions): Promise<MediaLink>;
  link(one: Job | string, options?: CallOptions): Promise<MediaLink>;
}

export interface SoraAccount {
  /**
   * Reads the signed-in user.
   *
   * `GET /me`
   *
   * @example
   * ```js
   * await client.sora.account.me();
   * ```
   */
  me(params?: sora.GetMe, options?: CallOptions): Promise<sora.Me>;
  /**
   * Reads the account's own profile, another source of its user name and invite code.
   *
   * `GET /project_y/v2/me`
   *
   * @example
   * ```js
   * await client.sora.account.profile();
   * ```
   */
  profile(params?: sora.GetMyProfile, options?: CallOptions): Promise<sora.MyProfile>;
  /**
   * Lists the account's subscriptions; none for a free account.
   *
   * `GET /billing/subscriptions`
   *
   * @example
   * ```js
   * await client.sora.account.subscriptions();
   * ```
   */
  subscriptions(params?: sora.ListSubscriptions, options?: CallOptions): Promise<sora.Subscriptions>;
  /**
   * Opens Sora 2 to an account that uses it for the first time.
   *
   * `GET /m/bootstrap`
   *
   * @example
   * ```js
   * await client.sora.account.bootstrap();
   * ```
   */
  bootstrap(params?: sora.Bootstrap, options?: CallOptions): Promise<sora.Done>;
  /**
   * Makes the call that the web application makes when it opens.
   *
   * `POST /project_y/initialize_async`
   *
   * @example
   * ```js
   * await client.sora.account.initialize();
   * ```
   */
  initialize(params?: sora.Initialize, options?: CallOptions): Promise<sora.Done>;
}

export interface SoraCameos {
  /**
   * Reads the progress of the processing of a character's video.
   *
   * `GET /project_y/cameos/in_progress/{cameo_id}`
   *
   * @example
   * ```js
   * await client.sora.cameos.progress({ cameo_id: "cameo_x" });
   * ```
   */
  progress(params: sora.GetCameoProgress, options?: CallOptions): Promise<sora.CameoProgress>;
  /**
   * Changes who may use a character, or how it behaves. Fields that are not given stay unchanged.
   *
   * `POST /project_y/cameos/by_id/{cameo_id}/update_v2`
   *
   * @example
   * ```js
   * await client.sora.cameos.update({ cameo_id: "cameo_x", visibility: "public" });
   * ```
   */
  update(params: sora.UpdateCameo, options?: CallOptions): Promise<sora.Done>;
}

export interface SoraCharacters {
  /**
   * Makes a character from a video of the account's own.
   *
   * `POST /characters/from-generation`
   *
   * @example
   * ```js
   * await client.sora.characters.from_generation({ generation_id: "gen_1" });
   * ```
   */
  from_generation(params: sora.CharacterFromGeneration, options?: CallOptions): Promise<sora.Uploaded>;
  /**
   * Turns a processed cameo into a character.
   *
   * `POST /characters/finalize`
   *
   * @example
   * ```js
   * await client.sora.characters.finalize({
   *   cameo_id: "cameo_x",
   *   username: "my_character",
   *   display_name: "My Character",
   *   profile_asset_pointer: "asset_ptr_x",
   * });
   * ```
   */
  finalize(params: sora.FinalizeCharacter, options?: CallOptions): Promise<sora.Finalized>;
  /**
   * Deletes a character. A character that is already gone is not an error.
   *
   * `DELETE /project_y/characters/{character_id}`
   *
   * @example
   * ```js
   * await client.sora.characters.delete({ character_id: "char_1" });
   * ```
   */
  delete(params: sora.DeleteCharacter, options?: CallOptions): Promise<sora.Deleted>;
}

export interface SoraDrafts {
  /**
   * Lists the account's finished videos, newest first.
   *
   * `GET /project_y/profile/drafts`
   *
   * @example
   * ```js
   * await client.sora.drafts.list({ limit: 15 });
   * ```
   */
  list(params?: sora.ListDrafts, options?: CallOptions): Promise<sora.DraftPage>;
  /** Each item of `list`, page after page. */
  list_items(params?: sora.ListDrafts, options?: CallOptions): AsyncGenerator<sora.Draft, void, void>;
  /**
   * Lists the account's finished videos by the newer path. Not in the document.
   *
   * `GET /project_y/profile/drafts/v2`
   *
   * @example
   * ```js
   * await client.sora.drafts.list_v2({ limit: 2, cursor: "c 1" });
   * ```
   */
  list_v2(params?: sora.ListDraftsV2, options?: CallOptions): Promise<sora.DraftPage>;
  /** Each item of `list_v2`, page after page. */
  list_v2_items(params?: sora.ListDraftsV2, options?: CallOptions): AsyncGenerator<sora.Draft, void, void>;
  /**
   * Reads one finished video. Not in the document.
   *
   * `GET /project_y/profile/drafts/v2/{generation_id}`
   *
   * @example
   * ```js
   * await client.sora.drafts.get({ generation_id: "gen_1" });
   * ```
   */
  get(params: sora.GetDraft, options?: CallOptions): Promise<sora.Draft>;
}

export interface SoraFeeds {
  /**
   * Lists the posts of all users.
   *
   * `GET /project_y/feed`
   *
   * @example
   * ```js
   * await client.sora.feeds.public({ limit: 8, cut: "nf2_top", cursor: "c" });
   * ```
   */
  public(params?: sora.ListPublicFeed, options?: CallOptions): Promise<sora.PostPage>;
  /** Each item of `public`, page after page. */
  public_items(params?: sora.ListPublicFeed, options?: CallOptions): AsyncGenerator<sora.Published, void, void>;
  /**
   * Lists the posts of one user.
   *
   * `GET /project_y/profile_feed/{user}`
   *
   * @example
   * ```js
   * await client.sora.feeds.profile();
   * ```
   */
  profile(params?: sora.ListProfileFeed, options?: CallOptions): Promise<sora.PostPage>;
  /** Each item of `profile`, page after page. */
  profile_items(params?: sora.ListProfileFeed, options?: CallOptions): AsyncGenerator<sora.Published, void, void>;
}

export interface SoraGenerations {
  /**
   * Asks for the address of a generation's file. Not in the document.
   *
   * `GET /generations/{generation_id}/download`
   *
   * @example
   * ```js
   * await client.sora.generations.download({ generation_id: "gen_1" });
   * ```
   */
  download(params: sora.GetGenerationDownload, options?: CallOptions): Promise<sora.GenerationDownload>;
}

export interface SoraImages {
  /**
   * Creates an image, from a prompt or from other images.
   *
   * `POST /video_gen`
   *
   * @example
   * ```js
   * await client.sora.images.create({
   *   type: "image_gen",
   *   operation: "simple_compose",
   *   prompt: "A beautiful sunset over mountains",
   *   width: 540,
   *   height: 360,
   *   n_variants: 1,
   *   n_frames: 1,
   *   inpaint_items: [],
   * });
   * ```
   */
  create(params: sora.CreateImage, options?: CallOptions): Promise<sora.CreatedTask>;
}

export interface SoraInvites {
  /**
   * Reads the account's own invite code. The answer is 401 for an account without Sora 2, and
   * 403 for one in a country that is not served.
   *
   * `GET /project_y/invite/mine`
   *
   * @example
   * ```js
   * await client.sora.invites.mine();
   * ```
   */
  mine(params?: sora.GetInvite, options?: CallOptions): Promise<sora.Invite>;
  /**
   * Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same effect
   * as once, and the answer says so.
   *
   * `POST /project_y/invite/accept`
   *
   * @example
   * ```js
   * await client.sora.invites.accept({ invite_code: "SORA-XXXX-XXXX" });
   * ```
   */
  accept(params: sora.AcceptInvite, options?: CallOptions): Promise<sora.AcceptedInvite>;
}

export interface SoraLinks {
  /**
   * Asks the link service that the caller has configured (`links_url`) for the
   * address of a published video. sorakit knows of no such service and bundles
   * none; the account's credential does not go there.
   *
   * `POST /get-sora-link`
   *
   * @example
   * ```js
   * await client.sora.links.resolve({
   *   url: "https://sora.chatgpt.com/p/s_690c0f574c3881918c3bc5b682a7e9fd",
   *   token: "parse-token",
   * });
   * ```
   */
  resolve(params: sora.ResolveLink, options?: CallOptions): Promise<sora.ResolvedLink>;
}

export interface SoraPosts {
  /**
   * Publishes finished videos as a post.
   *
   * `POST /project_y/post`
   *
   * @example
   * ```js
   * await client.sora.posts.create({
   *   attachments_to_create: [{ generation_id: "gen_01k9btrqrnen792yvt703dp0tq", kind: "sora" }],
   *   post_text: "",
   * });
   * ```
   */
  create(params: sora.CreatePost, options?: CallOptions): Promise<sora.Published>;
  /**
   * Reads a post.
   *
   * `GET /project_y/post/{post_id}`
   *
   * @example
   * ```js
   * await client.sora.posts.get({ post_id: "s_1" });
   * ```
   */
  get(params: sora.GetPost, options?: CallOptions): Promise<sora.Published>;
  /**
   * Deletes a post. A post that is already gone is not an error.
   *
   * `DELETE /project_y/post/{post_id}`
   *
   * @example
   * ```js
   * await client.sora.posts.delete({ post_id: "s_1" });
   * ```
   */
  delete(params: sora.DeletePost, options?: CallOptions): Promise<sora.Deleted>;
  /**
   * Reads a post with its original and its remixes.
   *
   * `GET /project_y/post/{post_id}/tree`
   *
   * @example
   * ```js
   * await client.sora.posts.tree({ post_id: "s_1" });
   * ```
   */
  tree(params: sora.GetPostTree, options?: CallOptions): Promise<sora.PostTree>;
  /**
   * Likes a post.
   *
   * `POST /project_y/post/{post_id}/like`
   *
   * @example
   * ```js
   * await client.sora.posts.like({ post_id: "s_1" });
   * ```
   */
  like(params: sora.LikePost, options?: CallOptions): Promise<sora.Done>;
  /**
   * Lists the remixes of a post.
   *
   * `GET /project_y/post/{post_id}/remix_feed`
   *
   * @example
   * ```js
   * await client.sora.posts.remixes({ post_id: "s_1", limit: 8 });
   * ```
   */
  remixes(params: sora.ListRemixes, options?: CallOptions): Promise<sora.PostPage>;
  /** Each item of `remixes`, page after page. */
  remixes_items(params: sora.ListRemixes, options?: CallOptions): AsyncGenerator<sora.Published, void, void>;
}

export interface SoraProfiles {
  /**
   * Reads a user's or a character's profile by its user name.
   *
   * `GET /project_y/profile/username/{username}`
   *
   * @example
   * ```js
   * await client.sora.profiles.get({ username: "sama" });
   * ```
   */
  get(params: sora.GetProfile, options?: CallOptions): Promise<sora.UserProfile>;
  /**
   * Searches users and characters by user name.
   *
   * `GET /project_y/profile/search_mentions`
   *
   * @example
   * ```js
   * await client.sora.profiles.search({ username: "my.ch", intent: "cameo", limit: 10 });
   * ```
   */
  search(params: sora.SearchProfiles, options?: CallOptions): Promise<sora.MentionPage>;
  /** Each item of `search`, page after page. */
  search_items(params: sora.SearchProfiles, options?: CallOptions): AsyncGenerator<sora.Mention, void, void>;
}

export interface SoraPrompts {
  /**
   * Rewrites a prompt in more detail.
   *
   * `POST /editor/enhance_prompt`
   *
   * @example
   * ```js
   * await client.sora.prompts.enhance({ prompt: "A cat playing", expansion_level: "medium", duration_s: 15 });
   * ```
   */
  enhance(params: sora.EnhancePrompt, options?: CallOptions): Promise<sora.EnhancedPrompt>;
}

export interface SoraQuota {
  /**
   * Asks how many videos the account may still make, and when that resets.
   *
   * `GET /nf/check`
   *
   * @example
   * ```js
   * await client.sora.quota.check();
   * ```
   */
  check(params?: sora.CheckQuota, options?: CallOptions): Promise<sora.Quota>;
}

export interface SoraReferences {
  /**
   * Makes a reference from an uploaded picture.
   *
   * `POST /project_y/references/create`
   *
   * @example
   * ```js
   * await client.sora.references.create({
   *   name: "hat",
   *   description: "a red hat",
   *   asset_pointer: "sediment://file_1",
   * });
   * ```
   */
  create(params: sora.CreateReference, options?: CallOptions): Promise<sora.ReferencePicture>;
  /**
   * Lists the account's references.
   *
   * `GET /project_y/references/mine`
   *
   * @example
   * ```js
   * await client.sora.references.mine();
   * ```
   */
  mine(params?: sora.ListReferences, options?: CallOptions): Promise<sora.ReferencePage>;
  /** Each item of `mine`, page after page. */
  mine_items(params?: sora.ListReferences, options?: CallOptions): AsyncGenerator<sora.ReferencePicture, void, void>;
  /**
   * Changes a reference. Fields that are not given stay unchanged.
   *
   * `PUT /project_y/references/{reference_id}`
   *
   * @example
   * ```js
   * await client.sora.references.update({ reference_id: "ref_1", name: "cap" });
   * ```
   */
  update(params: sora.UpdateReference, options?: CallOptions): Promise<sora.ReferencePicture>;
  /**
   * Deletes a reference. A reference that is already gone is not an error.
   *
   * `DELETE /project_y/references/{reference_id}`
   *
   * @example
   * ```js
   * await client.sora.references.delete({ reference_id: "ref_1" });
   * ```
   */
  delete(params: sora.DeleteReference, options?: CallOptions): Promise<sora.Deleted>;
}

export interface SoraSentinel {
  /**
   * Asks for a Sentinel challenge, to be solved for one creation or publication.
   *
   * `POST /backend-api/sentinel/req`
   *
   * @example
   * ```js
   * await client.sora.sentinel.request({
   *   p: "gAAAAACabc",
   *   id: "550e8400-e29b-41d4-a716-446655440000",
   *   flow: "sora_init",
   * });
   * ```
   */
  request(params: sora.RequestSentinel, options?: CallOptions): Promise<sora.SentinelChallenge>;
}

export interface SoraSession {
  /**
   * Exchanges the session token of a signed-in user for an access token.
   *
   * The session token travels in the cookie `__Secure-next-auth.session-token`.
   *
   * `GET /api/auth/session`
   *
   * @example
   * ```js
   * await client.sora.session.exchange({ session_token: "sess-abc" });
   * ```
   */
  exchange(params: sora.ExchangeSession, options?: CallOptions): Promise<sora.Session>;
}

export interface SoraStoryboards {
  /**
   * Creates a video from shots, each with its length and its scene: as `shots`, from
   * which the prompt is written, or as a `prompt` in the backend's own syntax.
   *
   * `POST /nf/create/storyboard`
   *
   * @example
   * ```js
   * await client.sora.storyboards.create({
   *   shots: [
   *     { duration: 5.0, scene: "A cat jumping from a roof" },
   *     { duration: 5.0, scene: "The cat landing gracefully" },
   *   ],
   *   instructions: "Cinematic style",
   *   title: "Draft your video",
   *   orientation: "landscape",
   *   size: "small",
   *   n_frames: 300,
   *   model: "sy_8",
   * });
   * ```
   */
  create(params: sora.CreateStoryboard, options?: CallOptions): Promise<sora.CreatedTask>;
}

export interface SoraTasks {
  /**
   * Lists the videos that are being made. One request serves all of an account's jobs. A job
   * that has ended is no longer listed, and appears among the drafts a few seconds later
   * (`docs/wire/sora.md` §6.1).
   *
   * `GET /nf/pending/v2`
   *
   * @example
   * ```js
   * await client.sora.tasks.pending();
   * ```
   */
  pending(params?: sora.ListPending, options?: CallOptions): Promise<sora.PendingTask[]>;
  /**
   * Lists the videos that are being made, by the older path, whose progress jumps
   * from 0 to 0.9 (`docs/wire/sora.md` §6.4).
   *
   * `GET /nf/pending`
   *
   * @example
   * ```js
   * await client.sora.tasks.pending_v1();
   * ```
   */
  pending_v1(params?: sora.ListPendingV1, options?: CallOptions): Promise<sora.PendingTask[]>;
  /**
   * Lists the latest image tasks, newest first.
   *
   * `GET /v2/recent_tasks`
   *
   * @example
   * ```js
   * await client.sora.tasks.recent({ limit: 20 });
   * ```
   */
  recent(params?: sora.ListRecentTasks, options?: CallOptions): Promise<sora.TaskPage>;
  /**
   * Lists all tasks, newest first. Not in the document.
   *
   * `GET /v2/list_tasks`
   *
   * @example
   * ```js
   * await client.sora.tasks.list({ limit: 1, after: "task_0" });
   * ```
   */
  list(params?: sora.ListTasks, options?: CallOptions): Promise<sora.TaskPage>;
  /** Each item of `list`, page after page. */
  list_items(params?: sora.ListTasks, options?: CallOptions): AsyncGenerator<sora.Task, void, void>;
}

export interface SoraTokens {
  /**
   * Exchanges a refresh token for a new access token.
   *
   * The refresh token is used up by the call: the answer's one replaces it, and
   * has to be stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh
   * token works only with the client id that it was issued to (`docs/wire/sora.md` §1.3);
   * the documented ones are `OAUTH_CLIENTS`, in Rust [`OauthClient::ALL`].
   *
   * `POST /oauth/token`
   *
   * @example
   * ```js
   * await client.sora.tokens.refresh({
   *   refresh_token: "rt-1",
   *   client_id: "app_LlGpXReQgckcGGUo2JrYvtJK",
   *   redirect_uri: "com.openai.chat://auth0.openai.com/ios/com.openai.chat/callback",
   * });
   * ```
   */
  refresh(params: sora.RefreshToken, options?: CallOptions): Promise<sora.RefreshedToken>;
}

export interface SoraUploads {
  /**
   * Uploads an image for a creation to start from: PNG, JPEG or WebP, by content.
   *
   * `POST /uploads`
   *
   * @example
   * ```js
   * await client.sora.uploads.image({ file: { base64: "iVBORw0KGgo=", filename: "image.png" } });
   * ```
   */
  image(params: sora.UploadImage, options?: CallOptions): Promise<sora.Uploaded>;
  /**
   * Uploads a video to make a character from: MP4, by content.
   *
   * `POST /characters/upload`
   *
   * @example
   * ```js
   * await client.sora.uploads.character({
   *   file: { base64: "AAAAGGZ0eXBtcDQyAAAAAG1wNDJpc29t", filename: "me.mp4" },
   *   timestamps: [0, 3],
   * });
   * ```
   */
  character(params: sora.UploadCharacter, options?: CallOptions): Promise<sora.Uploaded>;
  /**
   * Uploads a character's picture, or an image to start from by the newer way:
   * PNG, JPEG or WebP, by content.
   *
   * `POST /project_y/file/upload`
   *
   * @example
   * ```js
   * await client.sora.uploads.file({ file: { base64: "iVBORw0KGgoAAAANSUhEUg==", filename: "cat.png" } });
   * ```
   */
  file(params: sora.UploadFile, options?: CallOptions): Promise<sora.UploadedFile>;
}

export interface SoraUsername {
  /**
   * Asks whether a user name is free.
   *
   * `POST /project_y/profile/username/check`
   *
   * @example
   * ```js
   * await client.sora.username.check({ username: "desired_username" });
   * ```
   */
  check(params: sora.CheckUsername, options?: CallOptions): Promise<sora.UsernameAvailability>;
  /**
   * Sets the account's user name, which publishing needs.
   *
   * `POST /project_y/profile/username/set`
   *
   * @example
   * ```js
   * await client.sora.username.set({ username: "my_username" });
   * ```
   */
  set(params: sora.SetUsername, options?: CallOptions): Promise<sora.Username>;
}

export interface SoraVideos {
  /**
   * Creates a video from a prompt, an image, or both, or a remix of a published one.
   *
   * `POST /nf/create`
   *
   * @example
   * ```js
   * await client.sora.videos.create({
   *   kind: "video",
   *   prompt: "A cat running through a field of flowers",
   *   orientation: "landscape",
   *   size: "small",
   *   n_frames: 450,
   *   model: "sy_8",
   *   inpaint_items: [],
   * });
   * ```
   */
  create(params: sora.CreateVideo, options?: CallOptions): Promise<sora.CreatedTask>;
  /**
   * Creates several videos from one prompt. Not in the document.
   *
   * `POST /nf/bulk_create`
   *
   * @example
   * ```js
   * await client.sora.videos.bulk_create({
   *   kind: "video",
   *   prompt: "A cat running through a field of flowers",
   *   orientation: "landscape",
   *   size: "small",
   *   n_frames: 450,
   *   model: "sy_8",
   *   inpaint_items: [],
   *   nsamples: 2,
   * });
   * ```
   */
  bulk_create(params: sora.CreateVideos, options?: CallOptions): Promise<sora.CreatedTasks>;
  /**
   * Extends a finished video. Not in the document.
   *
   * `POST /project_y/profile/drafts/{generation_id}/long_video_extension`
   *
   * @example
   * ```js
   * await client.sora.videos.extend({
   *   generation_id: "gen_1",
   *   user_prompt: "it runs on",
   *   extension_duration_s: 10,
   * });
   * ```
   */
  extend(params: sora.ExtendVideo, options?: CallOptions): Promise<sora.CreatedTask>;
}

/** The operations of the dialect `sora`, one method an endpoint. */
export interface SoraOperations {
  readonly account: SoraAccount;
  readonly cameos: SoraCameos;
  readonly characters: SoraCharacters;
  readonly drafts: SoraDrafts;
  readonly feeds: SoraFeeds;
  readonly generations: SoraGenerations;
  readonly images: SoraImages;
  readonly invites: SoraInvites;
  readonly links: SoraLinks;
  readonly posts: SoraPosts;
  readonly profiles: SoraProfiles;
  readonly prompts: SoraPrompts;
  readonly quota: SoraQuota;
  readonly references: SoraReferences;
  readonly sentinel: SoraSentinel;
  readonly session: SoraSession;
  readonly storyboards: SoraStoryboards;
  readonly tasks: SoraTasks;
  readonly tokens: SoraTokens;
  readonly uploads: SoraUploads;
  readonly username: SoraUsername;
  readonly videos: SoraVideos;
}

export interface MirrorBetaModels {
  /**
   * Makes an image or a video in a chat of Google's form, under `/v1beta/models`. The mirror must
   * have unlocked it for the license.
   *
   * `POST /v1beta/models/{model}:{method}`
   *
   * @example
   * ```js
   * await client.mirror.beta_models.generate({ contents: [{ parts: [{ text: "a kitten" }] }], method: "generateContent" });
   * ```
   */
  generate(params: mirror.GenerateContent, options?: CallOptions): Promise<mirror.ChatCompletion>;
  /** As `generate`, piece by piece. Leaving the loop ends it. */
  stream(params: mirror.GenerateContent, options?: CallOptions): AsyncGenerator<mirror.ChatChunk, void, void>;
}

export interface MirrorCharacters {
  /**
   * Makes a character from a stretch of a video that shows no real person.
   *
   * `POST /v1/characters`
   *
   * @example
   * ```js
   * await client.mirror.characters.create({ url: "https://a.example/1.mp4", timestamps: "0,3" });
   * ```
   */
  create(params?: mirror.CreateCharacter, options?: CallOptions): Promise<mirror.CreatedCharacter>;
}

export interface MirrorChat {
  /**
   * Makes an image or a video in a chat. Images to start from go into the
   * message, as addresses or data URLs.
   *
   * `POST /v1/chat/completions`
   *
   * @example
   * ```js
   * await client.mirror.chat.completions({ messages: [{ role: "user", content: "a kitten" }] });
   * ```
   */
  completions(params: mirror.CompleteChat, options?: CallOptions): Promise<mirror.ChatCompletion>;
  /** As `completions`, piece by piece. Leaving the loop ends it. */
  stream(params: mirror.CompleteChat, options?: CallOptions): AsyncGenerator<mirror.ChatChunk, void, void>;
}

export interface MirrorImages {
  /**
   * Makes images from a prompt. It answers when they are done.
   *
   * `POST /v1/images/generations`
   *
   * @example
   * ```js
   * await client.mirror.images.generate({ prompt: "a kitten" });
   * ```
   */
  generate(params: mirror.GenerateImages, options?: CallOptions): Promise<mirror.GeneratedImages>;
  /**
   * Makes images from other images. It answers when they are done.
   *
   * `POST /v1/images/edits`
   *
   * @example
   * ```js
   * await client.mirror.images.edit({
   *   prompt: "another style",
   *   image: [
   *     { base64: "iVBORw0KGgo=", filename: "cat.png" },
   *     { base64: "iVBORw0KGgo=", filename: "cat.png" },
   *   ],
   *   size: "1024x1024",
   * });
   * ```
   */
  edit(params: mirror.EditImages, options?: CallOptions): Promise<mirror.GeneratedImages>;
}

export interface MirrorMessages {
  /**
   * Makes an image or a video in a chat of Anthropic's form. The mirror must have unlocked it for
   * the license.
   *
   * `POST /v1/messages`
   *
   * @example
   * ```js
   * await client.mirror.messages.create({ messages: [{ role: "user", content: "a kitten" }], stream: false });
   * ```
   */
  create(params: mirror.CreateMessage, options?: CallOptions): Promise<mirror.ChatCompletion>;
  /** As `create`, piece by piece. Leaving the loop ends it. */
  stream(params: mirror.CreateMessage, options?: CallOptions): AsyncGenerator<mirror.ChatChunk, void, void>;
}

export interface MirrorVideos {
  /**
   * Creates a video from a prompt, and images to start from.
   *
   * Sent as JSON, or as a form if there are images.
   *
   * `POST /v1/videos`
   *
   * @example
   * ```js
   * await client.mirror.videos.create({ prompt: "a kitten" });
   * ```
   */
  create(params: mirror.CreateVideo, options?: CallOptions): Promise<mirror.VideoJob>;
  /**
   * Reads the state of a video.
   *
   * `GET /v1/videos/{video_id}`
   *
   * @example
   * ```js
   * await client.mirror.videos.get({ video_id: "video_1" });
   * ```
   */
  get(params: mirror.GetVideo, options?: CallOptions): Promise<mirror.VideoJob>;
  /**
   * Fetches a finished video's file.
   *
   * `GET /v1/videos/{video_id}/content`
   *
   * @example
   * ```js
   * await client.mirror.videos.content({ video_id: "video_1" });
   * ```
   */
  content(params: mirror.GetContent, options?: CallOptions): Promise<mirror.Content>;
  /** As `content`, as a stream of bytes, however long the file is. */
  stream(params: mirror.GetContent, options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
  /**
   * Makes a new version of a video, with a character from a video, from a job, or
   * made from the result.
   *
   * A video that was made with `private` cannot be remixed.
   *
   * `POST /v1/videos/{video_id}/remix`
   *
   * @example
   * ```js
   * await client.mirror.videos.remix({ video_id: "video_1", prompt: "add a dog" });
   * ```
   */
  remix(params: mirror.RemixVideo, options?: CallOptions): Promise<mirror.VideoJob>;
}

/** The operations of the dialect `mirror`, one method an endpoint. */
export interface MirrorOperations {
  readonly beta_models: MirrorBetaModels;
  readonly characters: MirrorCharacters;
  readonly chat: MirrorChat;
  readonly images: MirrorImages;
  readonly messages: MirrorMessages;
  readonly videos: MirrorVideos;
}

export interface Sora2apiAdmin {
  /**
   * Logs an admin in. The client keeps the token for the calls that follow.
   *
   * `POST /api/login`
   *
   * @example
   * ```js
   * await client.sora2api.admin.login({ username: "admin", password: "your-password" });
   * ```
   */
  login(params: sora2api.Login, options?: CallOptions): Promise<sora2api.LoggedIn>;
  /**
   * Logs the admin out: the token is worth nothing any more.
   *
   * `POST /api/logout`
   *
   * @example
   * ```js
   * await client.sora2api.admin.logout();
   * ```
   */
  logout(params?: sora2api.Logout, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiAdminCache {
  /**
   * Reads the settings by which the gateway keeps files.
   *
   * `GET /api/cache/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cache.get();
   * ```
   */
  get(params?: sora2api.GetCache, options?: CallOptions): Promise<sora2api.CacheAnswer>;
  /**
   * Sets how long the gateway keeps files.
   *
   * `POST /api/cache/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cache.set_timeout({ timeout: 7200 });
   * ```
   */
  set_timeout(params: sora2api.SetCacheTimeout, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Sets the address under which the gateway offers files.
   *
   * `POST /api/cache/base-url`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cache.set_base_url({ base_url: "https://yourdomain.example" });
   * ```
   */
  set_base_url(params: sora2api.SetCacheBaseUrl, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Sets whether the gateway keeps files.
   *
   * `POST /api/cache/enabled`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cache.set_enabled({ enabled: false });
   * ```
   */
  set_enabled(params: sora2api.SetCacheEnabled, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiAdminCharacters {
  /**
   * Lists all characters.
   *
   * `GET /api/characters`
   *
   * @example
   * ```js
   * await client.sora2api.admin_characters.list();
   * ```
   */
  list(params?: sora2api.ListCharacters, options?: CallOptions): Promise<sora2api.ManagedCharacter[]>;
  /**
   * Lists an account's characters.
   *
   * `GET /api/characters/by-token/{token_id}`
   *
   * @example
   * ```js
   * await client.sora2api.admin_characters.by_token({ token_id: 1 });
   * ```
   */
  by_token(params: sora2api.ListTokenCharacters, options?: CallOptions): Promise<sora2api.ManagedCharacter[]>;
  /**
   * Reads a character.
   *
   * `GET /api/characters/{cameo_id}`
   *
   * @example
   * ```js
   * await client.sora2api.admin_characters.get({ cameo_id: "ch_xxx" });
   * ```
   */
  get(params: sora2api.GetCharacter, options?: CallOptions): Promise<sora2api.CharacterAnswer>;
  /**
   * Changes a character. What is absent stays as it is.
   *
   * `POST /api/characters/{cameo_id}/update`
   *
   * @example
   * ```js
   * await client.sora2api.admin_characters.update({
   *   cameo_id: "ch_xxx",
   *   instruction_set: "i",
   *   safety_instruction_set: "s",
   *   visibility: "public",
   * });
   * ```
   */
  update(params: sora2api.UpdateCharacter, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Removes a character from the gateway's list, and from nowhere else.
   *
   * `DELETE /api/characters/{cameo_id}`
   *
   * @example
   * ```js
   * await client.sora2api.admin_characters.delete({ cameo_id: "ch_xxx" });
   * ```
   */
  delete(params: sora2api.DeleteCharacter, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiAdminCloudflare {
  /**
   * Reads whether the gateway uses a solver.
   *
   * `GET /api/cloudflare/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cloudflare.get();
   * ```
   */
  get(params?: sora2api.GetCloudflare, options?: CallOptions): Promise<sora2api.CloudflareAnswer>;
  /**
   * Turns the gateway's use of a solver on or off, and sets the solver.
   *
   * `POST /api/cloudflare/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cloudflare.set({
   *   solver_enabled: true,
   *   solver_api_url: "http://localhost:8000/v1/challenge",
   * });
   * ```
   */
  set(params: sora2api.SetCloudflare, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Reads the state of the gateway's credentials.
   *
   * `GET /api/cloudflare/state`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cloudflare.state();
   * ```
   */
  state(params?: sora2api.GetCloudflareState, options?: CallOptions): Promise<sora2api.CloudflareState>;
  /**
   * Has the gateway obtain new credentials. Fails when the solver is off.
   *
   * `POST /api/cloudflare/refresh`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cloudflare.refresh();
   * ```
   */
  refresh(params?: sora2api.RefreshCloudflare, options?: CallOptions): Promise<sora2api.CloudflareState>;
  /**
   * Has the gateway forget its credentials.
   *
   * `POST /api/cloudflare/clear`
   *
   * @example
   * ```js
   * await client.sora2api.admin_cloudflare.clear();
   * ```
   */
  clear(params?: sora2api.ClearCloudflare, options?: CallOptions): Promise<sora2api.CloudflareState>;
}

export interface Sora2apiAdminConfig {
  /**
   * Reads the gateway's settings.
   *
   * `GET /api/admin/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_config.get();
   * ```
   */
  get(params?: sora2api.GetConfig, options?: CallOptions): Promise<sora2api.AdminConfig>;
  /**
   * Sets when an account is disabled, and when a task is tried again.
   *
   * `POST /api/admin/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_config.set({ error_ban_threshold: 5 });
   * ```
   */
  set(params: sora2api.SetConfig, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Sets the admin's password, and name if one is given. It ends all logins:
   * log in again.
   *
   * `POST /api/admin/password`
   *
   * @example
   * ```js
   * await client.sora2api.admin_config.set_password({ old_password: "o", new_password: "n", username: "root" });
   * ```
   */
  set_password(params: sora2api.SetPassword, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Sets the key of the `/v1` interfaces.
   *
   * `POST /api/admin/apikey`
   *
   * @example
   * ```js
   * await client.sora2api.admin_config.set_api_key({ new_api_key: "k" });
   * ```
   */
  set_api_key(params: sora2api.SetApiKey, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Sets whether requests are written to the log in full.
   *
   * `POST /api/admin/debug`
   *
   * @example
   * ```js
   * await client.sora2api.admin_config.set_debug({ enabled: true });
   * ```
   */
  set_debug(params: sora2api.SetDebug, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiAdminGeneration {
  /**
   * Reads how long the gateway waits for media.
   *
   * `GET /api/generation/timeout`
   *
   * @example
   * ```js
   * await client.sora2api.admin_generation.get();
   * ```
   */
  get(params?: sora2api.GetGenerationTimeout, options?: CallOptions): Promise<sora2api.GenerationAnswer>;
  /**
   * Sets how long the gateway waits for media. What is absent stays as it is.
   *
   * `POST /api/generation/timeout`
   *
   * @example
   * ```js
   * await client.sora2api.admin_generation.set({ image_timeout: 300, video_timeout: 7200 });
   * ```
   */
  set(params?: sora2api.SetGenerationTimeout, options?: CallOptions): Promise<sora2api.GenerationAnswer>;
}

export interface Sora2apiAdminLogs {
  /**
   * Lists the gateway's latest actions.
   *
   * `GET /api/logs`
   *
   * @example
   * ```js
   * await client.sora2api.admin_logs.list({ limit: 50 });
   * ```
   */
  list(params?: sora2api.ListLogs, options?: CallOptions): Promise<sora2api.LogEntry[]>;
  /**
   * Empties the log. Upstream only (docs/wire/sora2api.md §11.3).
   *
   * `DELETE /api/logs`
   *
   * @example
   * ```js
   * await client.sora2api.admin_logs.clear();
   * ```
   */
  clear(params?: sora2api.ClearLogs, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiAdminProxy {
  /**
   * Reads the gateway's proxy.
   *
   * `GET /api/proxy/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_proxy.get();
   * ```
   */
  get(params?: sora2api.GetProxy, options?: CallOptions): Promise<sora2api.ProxyConfig>;
  /**
   * Sets the gateway's proxy.
   *
   * `POST /api/proxy/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_proxy.set({
   *   proxy_enabled: true,
   *   proxy_url: "http://proxy:8080",
   *   proxy_pool_enabled: false,
   * });
   * ```
   */
  set(params: sora2api.SetProxy, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiAdminStats {
  /**
   * Asks what the gateway has made.
   *
   * `GET /api/stats`
   *
   * @example
   * ```js
   * await client.sora2api.admin_stats.get();
   * ```
   */
  get(params?: sora2api.GetSystemStats, options?: CallOptions): Promise<sora2api.GatewayStats>;
}

export interface Sora2apiAdminTokenRefresh {
  /**
   * Reads whether the gateway renews access tokens automatically.
   *
   * `GET /api/token-refresh/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_token_refresh.get();
   * ```
   */
  get(params?: sora2api.GetTokenRefresh, options?: CallOptions): Promise<sora2api.TokenRefreshAnswer>;
  /**
   * Sets whether the gateway renews access tokens automatically.
   *
   * `POST /api/token-refresh/enabled`
   *
   * @example
   * ```js
   * await client.sora2api.admin_token_refresh.set({ enabled: true });
   * ```
   */
  set(params: sora2api.SetTokenRefresh, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiAdminTokens {
  /**
   * Lists the accounts, with their credentials.
   *
   * `GET /api/tokens`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.list();
   * ```
   */
  list(params?: sora2api.ListTokens, options?: CallOptions): Promise<sora2api.ManagedToken[]>;
  /**
   * Adds an account.
   *
   * `POST /api/tokens`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.add({
   *   token: "eyJhbGciOiJSUzI1NiI",
   *   st: "sess-xxx",
   *   rt: "refresh-xxx",
   *   remark: "a note",
   *   image_enabled: true,
   *   video_enabled: true,
   * });
   * ```
   */
  add(params: sora2api.AddToken, options?: CallOptions): Promise<sora2api.AddedToken>;
  /**
   * Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
   * [`ImportTokens`](super::ImportTokens) there.
   *
   * `POST /api/tokens/batch-add`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.batch_add({ tokens: [{ token: "a", remark: "1" }, { token: "b" }] });
   * ```
   */
  batch_add(params: sora2api.BatchAddTokens, options?: CallOptions): Promise<sora2api.BatchAdded>;
  /**
   * Changes an account. What is absent stays as it is.
   *
   * `PUT /api/tokens/{token_id}`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.update({
   *   token_id: 1,
   *   token: "eyJhbGciOiJSUzI1NiI",
   *   st: "sess-xxx",
   *   rt: "refresh-xxx",
   *   remark: "a note",
   *   image_enabled: true,
   *   video_enabled: true,
   *   client_id: "c",
   *   proxy_url: "http://proxy:8080",
   *   image_concurrency: -1,
   *   video_concurrency: 3,
   * });
   * ```
   */
  update(params: sora2api.UpdateToken, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Enables or disables an account. Running gateways answer success for an unknown account too
   * (docs/wire/sora2api.md §12.1).
   *
   * `PUT /api/tokens/{token_id}/status`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.set_status({ token_id: 1, is_active: false });
   * ```
   */
  set_status(params: sora2api.SetTokenStatus, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Enables an account and clears its errors.
   *
   * `POST /api/tokens/{token_id}/enable`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.enable({ token_id: 1 });
   * ```
   */
  enable(params: sora2api.EnableToken, options?: CallOptions): Promise<sora2api.TokenSwitched>;
  /**
   * Disables an account.
   *
   * `POST /api/tokens/{token_id}/disable`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.disable({ token_id: 1 });
   * ```
   */
  disable(params: sora2api.DisableToken, options?: CallOptions): Promise<sora2api.TokenSwitched>;
  /**
   * Checks whether an account's access token is valid, and reads what the account may make.
   *
   * `POST /api/tokens/{token_id}/test`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.test({ token_id: 1 });
   * ```
   */
  test(params: sora2api.TestToken, options?: CallOptions): Promise<sora2api.TestedToken>;
  /**
   * Removes an account. Running gateways answer success for an unknown account
   * too (docs/wire/sora2api.md §12.1).
   *
   * `DELETE /api/tokens/{token_id}`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.delete({ token_id: 1 });
   * ```
   */
  delete(params: sora2api.DeleteToken, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Removes all disabled accounts.
   *
   * `DELETE /api/tokens/batch-delete-disabled`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.delete_disabled();
   * ```
   */
  delete_disabled(params?: sora2api.DeleteDisabledTokens, options?: CallOptions): Promise<sora2api.DeletedTokens>;
  /**
   * Checks whether the accounts' access tokens are valid, and enables or disables the accounts
   * accordingly.
   *
   * `POST /api/tokens/batch-test`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.batch_test({ only_active: true, only_disabled: false });
   * ```
   */
  batch_test(params?: sora2api.TestTokens, options?: CallOptions): Promise<sora2api.TestedTokens>;
  /**
   * Enables all accounts.
   *
   * `POST /api/tokens/batch-enable`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.batch_enable();
   * ```
   */
  batch_enable(params?: sora2api.EnableTokens, options?: CallOptions): Promise<sora2api.EnabledTokens>;
  /**
   * Disables all accounts.
   *
   * `POST /api/tokens/batch-disable`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.batch_disable();
   * ```
   */
  batch_disable(params?: sora2api.DisableTokens, options?: CallOptions): Promise<sora2api.DisabledTokens>;
  /**
   * Redeems an invite code for all accounts without Sora 2.
   *
   * `POST /api/tokens/batch-activate`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.batch_activate({ invite_code: "ABC123" });
   * ```
   */
  batch_activate(params: sora2api.ActivateTokens, options?: CallOptions): Promise<sora2api.ActivatedTokens>;
  /**
   * Adds accounts, and changes those whose e-mail address is already known.
   *
   * `POST /api/tokens/import`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.import({
   *   tokens: [
   *     {
   *       email: "user@example.com",
   *       access_token: "at",
   *       session_token: "st",
   *       refresh_token: "rt",
   *       proxy_url: "http://proxy:8080",
   *       remark: "r",
   *       is_active: true,
   *       image_enabled: true,
   *       video_enabled: true,
   *       image_concurrency: -1,
   *       video_concurrency: -1,
   *     },
   *   ],
   * });
   * ```
   */
  import(params: sora2api.ImportTokens, options?: CallOptions): Promise<sora2api.ImportedTokens>;
  /**
   * Exchanges a session token for an access token. Nothing is stored.
   *
   * `POST /api/tokens/st2at`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.st2at({ st: "sess" });
   * ```
   */
  st2at(params: sora2api.ExchangeSessionToken, options?: CallOptions): Promise<sora2api.ConvertedSessionToken>;
  /**
   * Exchanges a refresh token for an access token. Nothing is stored: the answer
   * holds the refresh token that replaces the one given.
   *
   * `POST /api/tokens/rt2at`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.rt2at({ rt: "r" });
   * ```
   */
  rt2at(params: sora2api.ExchangeRefreshToken, options?: CallOptions): Promise<sora2api.ConvertedRefreshToken>;
  /**
   * Redeems an invite code for an account.
   *
   * `POST /api/tokens/{token_id}/sora2/activate`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.activate_sora2({ token_id: 1, invite_code: "ABC123" });
   * ```
   */
  activate_sora2(params: sora2api.ActivateSora2, options?: CallOptions): Promise<sora2api.ActivatedSora2>;
  /**
   * Gives an account a user name that the gateway chooses, if it has none.
   *
   * `POST /api/tokens/{token_id}/activate-username`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.activate_username({ token_id: 1 });
   * ```
   */
  activate_username(params: sora2api.ActivateUsername, options?: CallOptions): Promise<sora2api.ActivatedUsername>;
  /**
   * Gives every enabled account a user name, if it has none.
   *
   * `POST /api/tokens/batch-activate-username`
   *
   * @example
   * ```js
   * await client.sora2api.admin_tokens.batch_activate_username();
   * ```
   */
  batch_activate_username(params?: sora2api.ActivateUsernames, options?: CallOptions): Promise<sora2api.ActivatedUsernames>;
}

export interface Sora2apiAdminUpstream {
  /**
   * Tries accounts' access tokens, and reads what they may make.
   *
   * `POST /api/tokens/batch/test-update`
   *
   * @example
   * ```js
   * await client.sora2api.admin_upstream.test_update();
   * ```
   */
  test_update(params?: sora2api.TestUpdateTokens, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Takes accounts into use.
   *
   * `POST /api/tokens/batch/enable-all`
   *
   * @example
   * ```js
   * await client.sora2api.admin_upstream.enable_all();
   * ```
   */
  enable_all(params?: sora2api.EnableAllTokens, options?: CallOptions): Promise<sora2api.EnabledTokens>;
  /**
   * Removes accounts that are out of use.
   *
   * `POST /api/tokens/batch/delete-disabled`
   *
   * @example
   * ```js
   * await client.sora2api.admin_upstream.delete_disabled();
   * ```
   */
  delete_disabled(params?: sora2api.DeleteAllDisabledTokens, options?: CallOptions): Promise<sora2api.DeletedTokens>;
  /**
   * Takes accounts out of use.
   *
   * `POST /api/tokens/batch/disable-selected`
   *
   * @example
   * ```js
   * await client.sora2api.admin_upstream.disable_selected({ token_ids: [1, 2] });
   * ```
   */
  disable_selected(params: sora2api.DisableSelectedTokens, options?: CallOptions): Promise<sora2api.DisabledTokens>;
  /**
   * Removes accounts, whether they are in use or not.
   *
   * `POST /api/tokens/batch/delete-selected`
   *
   * @example
   * ```js
   * await client.sora2api.admin_upstream.delete_selected({ token_ids: [1, 2] });
   * ```
   */
  delete_selected(params: sora2api.DeleteSelectedTokens, options?: CallOptions): Promise<sora2api.DeletedTokens>;
  /**
   * Gives accounts a proxy of their own.
   *
   * `POST /api/tokens/batch/update-proxy`
   *
   * @example
   * ```js
   * await client.sora2api.admin_upstream.update_proxy({ token_ids: [1, 2], proxy_url: "http://proxy:8080" });
   * ```
   */
  update_proxy(params: sora2api.UpdateTokensProxy, options?: CallOptions): Promise<sora2api.Done>;
  /**
   * Adds accounts by their refresh tokens, which the gateway uses up and replaces.
   *
   * `POST /api/tokens/import/pure-rt`
   *
   * @example
   * ```js
   * await client.sora2api.admin_upstream.import_pure_rt({
   *   refresh_tokens: ["r1", "r2"],
   *   client_id: "c",
   *   proxy_url: "http://proxy:8080",
   *   image_concurrency: 1,
   *   video_concurrency: 3,
   * });
   * ```
   */
  import_pure_rt(params: sora2api.ImportRefreshTokens, options?: CallOptions): Promise<sora2api.ImportedTokens>;
  /**
   * Ends a task.
   *
   * `POST /api/tasks/{task_id}/cancel`
   *
   * @example
   * ```js
   * await client.sora2api.admin_upstream.cancel_task({ task_id: "task_1" });
   * ```
   */
  cancel_task(params: sora2api.CancelTask, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiAdminWatermarkFree {
  /**
   * Reads whether the gateway returns links without a watermark.
   *
   * `GET /api/watermark-free/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_watermark_free.get();
   * ```
   */
  get(params?: sora2api.GetWatermarkFree, options?: CallOptions): Promise<sora2api.WatermarkFreeConfig>;
  /**
   * Sets whether the gateway returns links without a watermark. For your own works only: the gateway
   * publishes each of them to do so.
   *
   * `POST /api/watermark-free/config`
   *
   * @example
   * ```js
   * await client.sora2api.admin_watermark_free.set({
   *   watermark_free_enabled: true,
   *   parse_method: "custom",
   *   custom_parse_url: "https://own.example",
   *   custom_parse_token: "t",
   *   fallback_on_failure: true,
   * });
   * ```
   */
  set(params: sora2api.SetWatermarkFree, options?: CallOptions): Promise<sora2api.Done>;
}

export interface Sora2apiCharacters {
  /**
   * Makes a character out of a video, while the caller waits.
   *
   * Give the video as a file, sent as a form, or in base64, sent as JSON.
   *
   * `POST /v1/characters`
   *
   * @example
   * ```js
   * await client.sora2api.characters.create({
   *   model: "sora-video-10s",
   *   timestamps: "0,3",
   *   username: "my_character",
   *   display_name: "My Character",
   *   instruction_set: "Always speak politely.",
   *   safety_instruction_set: "Avoid unsafe content.",
   *   video_base64: "AAAA",
   * });
   * ```
   */
  create(params?: sora2api.CreateCharacter, options?: CallOptions): Promise<sora2api.CreatedCharacter>;
  /**
   * Searches for characters and users by name.
   *
   * `GET /v1/characters/search`
   *
   * @example
   * ```js
   * await client.sora2api.characters.search({ username: "john", intent: "cameo", limit: 5, token_id: 1 });
   * ```
   */
  search(params: sora2api.SearchCharacters, options?: CallOptions): Promise<sora2api.CharacterMatches>;
}

export interface Sora2apiChat {
  /**
   * Asks for a video, an image, a remix or a character.
   *
   * Running gateways generate only for a stream, which is the default here;
   * without one they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
   * answer's [`result`](ChatCompletion::result) holds the media.
   *
   * `POST /v1/chat/completions`
   *
   * @example
   * ```js
   * await client.sora2api.chat.create({
   *   model: "sora-video-landscape-10s",
   *   messages: [{ role: "user", content: "A beautiful sunset over the ocean" }],
   * });
   * ```
   */
  create(params: sora2api.CreateChat, options?: CallOptions): Promise<sora2api.ChatCompletion>;
  /** As `create`, piece by piece. Leaving the loop ends it. */
  stream(params: sora2api.CreateChat, options?: CallOptions): AsyncGenerator<sora2api.ChatChunk, void, void>;
}

export interface Sora2apiFeeds {
  /**
   * Lists the videos that a user has published.
   *
   * `GET /v1/users/{user_id}/feed`
   *
   * @example
   * ```js
   * await client.sora2api.feeds.user({ user_id: "user-xxx", limit: 10 });
   * ```
   */
  user(params: sora2api.ListUserFeed, options?: CallOptions): Promise<sora2api.UserFeed>;
  /**
   * Lists the videos that everyone has published.
   *
   * `GET /v1/feed`
   *
   * @example
   * ```js
   * await client.sora2api.feeds.public({ limit: 10, cut: "nf2_top" });
   * ```
   */
  public(params?: sora2api.ListPublicFeed, options?: CallOptions): Promise<sora2api.PublicFeed>;
  /**
   * Lists the videos that one of the gateway's accounts has published.
   *
   * `GET /v1/tokens/{token_id}/profile-feed`
   *
   * @example
   * ```js
   * await client.sora2api.feeds.own({ token_id: 1, limit: 10 });
   * ```
   */
  own(params: sora2api.ListOwnFeed, options?: CallOptions): Promise<sora2api.OwnFeed>;
}

export interface Sora2apiImages {
  /**
   * Makes an image from a prompt, and from reference images if any are given.
   *
   * `POST /v1/images/generations`
   *
   * @example
   * ```js
   * await client.sora2api.images.generate({
   *   prompt: "A 16:9 cinematic cyberpunk city poster",
   *   model: "gpt-image-2",
   *   size: "16:9",
   *   n: 1,
   * });
   * ```
   */
  generate(params: sora2api.CreateImage, options?: CallOptions): Promise<sora2api.GeneratedImages>;
  /**
   * Makes an image from others. Files are sent as a form, addresses and data
   * URLs as JSON.
   *
   * `POST /v1/images/edits`
   *
   * @example
   * ```js
   * await client.sora2api.images.edit({
   *   prompt: "p",
   *   model: "gpt-image-2",
   *   size: "1:1",
   *   image: [
   *     { url: "https://example.com/main.png" },
   *     { url: "data:image/png;base64,AA==" },
   *   ],
   * });
   * ```
   */
  edit(params: sora2api.EditImage, options?: CallOptions): Promise<sora2api.GeneratedImages>;
}

export interface Sora2apiInviteCodes {
  /**
   * Asks for an invite code of any account that has one left.
   *
   * `GET /v1/invite-codes`
   *
   * @example
   * ```js
   * await client.sora2api.invite_codes.get();
   * ```
   */
  get(params?: sora2api.GetInviteCode, options?: CallOptions): Promise<sora2api.InviteCode>;
}

export interface Sora2apiModels {
  /**
   * Lists the gateway's models.
   *
   * `GET /v1/models`
   *
   * @example
   * ```js
   * await client.sora2api.models.list();
   * ```
   */
  list(params?: sora2api.ListModels, options?: CallOptions): Promise<sora2api.GatewayModels>;
}

export interface Sora2apiProfiles {
  /**
   * Reads a user's profile.
   *
   * `GET /v1/profiles/{username}`
   *
   * @example
   * ```js
   * await client.sora2api.profiles.get({ username: "john_doe", token_id: 2 });
   * ```
   */
  get(params: sora2api.GetProfile, options?: CallOptions): Promise<sora2api.ProfileAnswer>;
}

export interface Sora2apiPrompts {
  /**
   * Writes a prompt out in detail.
   *
   * `POST /v1/enhance_prompt`
   *
   * @example
   * ```js
   * await client.sora2api.prompts.enhance({ prompt: "p", expansion_level: "long", duration_s: 15, token_id: 3 });
   * ```
   */
  enhance(params: sora2api.EnhancePrompt, options?: CallOptions): Promise<sora2api.EnhancedPrompt>;
}

export interface Sora2apiServer {
  /**
   * Asks the gateway for the description of its own interfaces. No credential is
   * needed.
   *
   * `GET /openapi.json`
   *
   * @example
   * ```js
   * await client.sora2api.server.describe();
   * ```
   */
  describe(params?: sora2api.Describe, options?: CallOptions): Promise<sora2api.Described>;
}

export interface Sora2apiStats {
  /**
   * Asks what the gateway has made.
   *
   * `GET /v1/stats`
   *
   * @example
   * ```js
   * await client.sora2api.stats.get();
   * ```
   */
  get(params?: sora2api.GetStats, options?: CallOptions): Promise<sora2api.StatsAnswer>;
}

export interface Sora2apiTasks {
  /**
   * Lists the tasks that an account is working on.
   *
   * `GET /v1/tokens/{token_id}/pending-tasks`
   *
   * @example
   * ```js
   * await client.sora2api.tasks.pending({ token_id: 1 });
   * ```
   */
  pending(params: sora2api.ListPendingTasks, options?: CallOptions): Promise<sora2api.PendingTasks>;
  /**
   * Lists the tasks that an account is working on, from the backend's second list.
   *
   * `GET /v1/tokens/{token_id}/pending-tasks-v2`
   *
   * @example
   * ```js
   * await client.sora2api.tasks.pending_v2({ token_id: 1 });
   * ```
   */
  pending_v2(params: sora2api.ListPendingTasksV2, options?: CallOptions): Promise<sora2api.PendingTasks>;
  /**
   * Reads the state of a task.
   *
   * `GET /v1/tokens/{token_id}/tasks/{task_id}`
   *
   * @example
   * ```js
   * await client.sora2api.tasks.get({ token_id: 1, task_id: "task_xxx" });
   * ```
   */
  get(params: sora2api.GetTask, options?: CallOptions): Promise<sora2api.TaskAnswer>;
}

export interface Sora2apiVideos {
  /**
   * Creates a video.
   *
   * Sent as a form if there is a file to start from, else as JSON.
   *
   * `POST /v1/videos`
   *
   * @example
   * ```js
   * await client.sora2api.videos.create({
   *   prompt: "A cat playing with a ball",
   *   model: "sora-2",
   *   seconds: "10",
   *   size: "1280x720",
   * });
   * ```
   */
  create(params: sora2api.CreateVideo, options?: CallOptions): Promise<sora2api.VideoJob>;
  /**
   * Reads the state of a video.
   *
   * `GET /v1/videos/{video_id}`
   *
   * @example
   * ```js
   * await client.sora2api.videos.get({ video_id: "sora-2-abc123def456" });
   * ```
   */
  get(params: sora2api.GetVideo, options?: CallOptions): Promise<sora2api.VideoJob>;
  /**
   * Reads the address of a finished video.
   *
   * `GET /v1/videos/{video_id}/content`
   *
   * @example
   * ```js
   * await client.sora2api.videos.content({ video_id: "sora-2-abc" });
   * ```
   */
  content(params: sora2api.GetVideoContent, options?: CallOptions): Promise<sora2api.VideoContent>;
  /**
   * Makes a new version of a video.
   *
   * `POST /v1/videos/{video_id}/remix`
   *
   * @example
   * ```js
   * await client.sora2api.videos.remix({
   *   video_id: "sora-2-abc123def456",
   *   prompt: "Make it more colorful and vibrant",
   * });
   * ```
   */
  remix(params: sora2api.RemixVideo, options?: CallOptions): Promise<sora2api.VideoJob>;
}

/** The operations of the dialect `sora2api`, one method an endpoint. */
export interface Sora2apiOperations {
  readonly admin: Sora2apiAdmin;
  readonly admin_cache: Sora2apiAdminCache;
  readonly admin_characters: Sora2apiAdminCharacters;
  readonly admin_cloudflare: Sora2apiAdminCloudflare;
  readonly admin_config: Sora2apiAdminConfig;
  readonly admin_generation: Sora2apiAdminGeneration;
  readonly admin_logs: Sora2apiAdminLogs;
  readonly admin_proxy: Sora2apiAdminProxy;
  readonly admin_stats: Sora2apiAdminStats;
  readonly admin_token_refresh: Sora2apiAdminTokenRefresh;
  readonly admin_tokens: Sora2apiAdminTokens;
  readonly admin_upstream: Sora2apiAdminUpstream;
  readonly admin_watermark_free: Sora2apiAdminWatermarkFree;
  readonly characters: Sora2apiCharacters;
  readonly chat: Sora2apiChat;
  readonly feeds: Sora2apiFeeds;
  readonly images: Sora2apiImages;
  readonly invite_codes: Sora2apiInviteCodes;
  readonly models: Sora2apiModels;
  readonly profiles: Sora2apiProfiles;
  readonly prompts: Sora2apiPrompts;
  readonly server: Sora2apiServer;
  readonly stats: Sora2apiStats;
  readonly tasks: Sora2apiTasks;
  readonly videos: Sora2apiVideos;
}

export interface SkyriffChat {
  /**
   * Makes a video in a chat. The document calls it a toy: an answer takes about
   * 15 minutes, and Pro models are not offered.
   *
   * `POST /v1/chat/completions`
   *
   * @example
   * ```js
   * await client.skyriff.chat.completions({
   *   model: "sora2-portrait-15s",
   *   stream: true,
   *   messages: [
   *     {
   *       role: "user",
   *       content: [
   *         { type: "text", text: "竖屏 动起来" },
   *         { type: "image_url", image_url: { url: "https://example.com/image.png" } },
   *       ],
   *     },
   *   ],
   * });
   * ```
   */
  completions(params: skyriff.CompleteChat, options?: CallOptions): Promise<skyriff.ChatCompletion>;
  /** As `completions`, piece by piece. Leaving the loop ends it. */
  stream(params: skyriff.CompleteChat, options?: CallOptions): AsyncGenerator<skyriff.ChatChunk, void, void>;
}

export interface SkyriffDrafts {
  /**
   * Looks up the links of the newest draft of the account that an access token
   * belongs to. The token goes to the gateway, so give it only to one that you
   * trust with your account.
   *
   * `POST /v1/chat/completions`
   *
   * @example
   * ```js
   * await client.skyriff.drafts.link({ access_token: " eyJhbGciOiJSUzI1NiJ9.e30.x\n" });
   * ```
   */
  link(params: skyriff.LookUpDraft, options?: CallOptions): Promise<skyriff.LinkLookup>;
}

export interface SkyriffPosts {
  /**
   * Looks up the links of a published work by its address.
   *
   * `POST /v1/chat/completions`
   *
   * @example
   * ```js
   * await client.skyriff.posts.link({ url: "https://sora.chatgpt.com/p/s_68f6140d88a8 " });
   * ```
   */
  link(params: skyriff.LookUpPost, options?: CallOptions): Promise<skyriff.LinkLookup>;
}

export interface SkyriffVideos {
  /**
   * Creates a video from a prompt, from an image file, or from
   * an image's address.
   *
   * Sent as a form if there is a file, else as JSON.
   *
   * `POST /v1/videos`
   *
   * @example
   * ```js
   * await client.skyriff.videos.create({ prompt: "可爱的狗 开飞机", model: "sora2-portrait-15s" });
   * ```
   */
  create(params: skyriff.CreateVideo, options?: CallOptions): Promise<skyriff.VideoJob>;
  /**
   * Reads the state of a video.
   *
   * `GET /v1/videos/{video_id}`
   *
   * @example
   * ```js
   * await client.skyriff.videos.get({ video_id: "video_c916cb42" });
   * ```
   */
  get(params: skyriff.GetVideo, options?: CallOptions): Promise<skyriff.VideoJob>;
  /**
   * Fetches a finished video's file. It is slow; the address in
   * the job is better. Some gateways answer an address here too.
   *
   * `GET /v1/videos/{video_id}/content`
   *
   * @example
   * ```js
   * await client.skyriff.videos.content({ video_id: "video_1" });
   * ```
   */
  content(params: skyriff.GetContent, options?: CallOptions): Promise<skyriff.Content>;
  /** As `content`, as a stream of bytes, however long the file is. */
  stream(params: skyriff.GetContent, options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
}

/** The operations of the dialect `skyriff`, one method an endpoint. */
export interface SkyriffOperations {
  readonly chat: SkyriffChat;
  readonly drafts: SkyriffDrafts;
  readonly posts: SkyriffPosts;
  readonly videos: SkyriffVideos;
}

export interface RelayCharacters {
  /**
   * Makes a character from a stretch of a video that shows no real person.
   *
   * `POST /sora/v1/characters`
   *
   * @example
   * ```js
   * await client.relay.characters.create({ url: "https://a.example/1.mp4", timestamps: "0,3" });
   * ```
   */
  create(params?: relay.CreateCharacter, options?: CallOptions): Promise<relay.CreatedCharacter>;
}

export interface RelayFiles {
  /**
   * Uploads a file, and returns the address under which a creation can name it. The relay decides
   * how long it keeps the file.
   *
   * `POST /v1/files`
   *
   * @example
   * ```js
   * await client.relay.files.upload({ file: { base64: "iVBORw0KGgo=", filename: "cat.png" } });
   * ```
   */
  upload(params: relay.UploadFile, options?: CallOptions): Promise<relay.UploadedFile>;
}

export interface RelayQuota {
  /**
   * Reads how much of the key's quota is used and left.
   *
   * `GET /v1/token/quota`
   *
   * @example
   * ```js
   * await client.relay.quota.get();
   * ```
   */
  get(params?: relay.GetQuota, options?: CallOptions): Promise<relay.Quota>;
}

export interface RelayVideos {
  /**
   * Reads the state of a video.
   *
   * `GET /v2/videos/generations/{task_id}`
   *
   * @example
   * ```js
   * await client.relay.videos.get({ task_id: "f0aa213c-c09e" });
   * ```
   */
  get(params: relay.GetVideo, options?: CallOptions): Promise<relay.VideoJob>;
  /**
   * Creates a video from a prompt, and images to start from.
   *
   * `POST /v2/videos/generations`
   *
   * @example
   * ```js
   * await client.relay.videos.create({
   *   model: "sora-2-pro",
   *   prompt: "一只猫",
   *   aspect_ratio: "16:9",
   *   duration: 10,
   *   hd: false,
   * });
   * ```
   */
  create(params: relay.CreateVideo, options?: CallOptions): Promise<relay.VideoJob>;
  /**
   * Makes a new version of a finished video from a new prompt.
   *
   * `POST /v1/videos/{task_id}/remix`
   *
   * @example
   * ```js
   * await client.relay.videos.remix({ task_id: "abc123", prompt: "猫在公园里跳舞" });
   * ```
   */
  remix(params: relay.RemixVideo, options?: CallOptions): Promise<relay.VideoJob>;
}

/** The operations of the dialect `relay`, one method an endpoint. */
export interface RelayOperations {
  readonly characters: RelayCharacters;
  readonly files: RelayFiles;
  readonly quota: RelayQuota;
  readonly videos: RelayVideos;
}

export interface OpenaiCharacters {
  /**
   * Makes a character from a short video, an MP4 of 2 to 4 s.
   *
   * `POST /v1/videos/characters`
   *
   * @example
   * ```js
   * await client.openai.characters.create({
   *   name: "Mossy",
   *   video: { base64: "AAAAGGZ0eXBtcDQyAAAAAA==", filename: "clip.mp4" },
   * });
   * ```
   */
  create(params: openai.CreateCharacter, options?: CallOptions): Promise<openai.Character>;
  /**
   * Reads a character.
   *
   * `GET /v1/videos/characters/{character_id}`
   *
   * @example
   * ```js
   * await client.openai.characters.get({ character_id: "char_1" });
   * ```
   */
  get(params: openai.GetCharacter, options?: CallOptions): Promise<openai.Character>;
}

export interface OpenaiImages {
  /**
   * Makes images from a prompt, as SGLang and vLLM-Omni have it. It answers when they are done.
   *
   * `POST /v1/images/generations`
   *
   * @example
   * ```js
   * await client.openai.images.generate({
   *   prompt: "a cat",
   *   n: 2,
   *   size: "1024x1024",
   *   response_format: "b64_json",
   *   seed: 7,
   * });
   * ```
   */
  generate(params: openai.GenerateImages, options?: CallOptions): Promise<openai.GeneratedImages>;
  /**
   * Makes images from others, as SGLang and vLLM-Omni have it. It answers when they are done.
   *
   * `POST /v1/images/edits`
   *
   * @example
   * ```js
   * await client.openai.images.edit({
   *   prompt: "another style",
   *   image: [
   *     { base64: "iVBORw0KGgo=", filename: "cat.png" },
   *     { base64: "iVBORw0KGgo=", filename: "cat.png" },
   *   ],
   *   url: ["https://a.example/dog.png"],
   *   response_format: "b64_json",
   * });
   * ```
   */
  edit(params: openai.EditImages, options?: CallOptions): Promise<openai.GeneratedImages>;
}

export interface OpenaiModels {
  /**
   * Lists the models that the server has.
   *
   * `GET /v1/models`
   *
   * @example
   * ```js
   * await client.openai.models.list();
   * ```
   */
  list(params?: openai.ListModels, options?: CallOptions): Promise<openai.ModelList>;
}

export interface OpenaiVideos {
  /**
   * Creates a video from a prompt, and an image to start from.
   *
   * OpenAI's own libraries always send a form, also without a file, and vLLM-Omni
   * takes nothing else; Dynamo takes JSON alone; the others take both. Dynamo
   * answers when the video is done, which can take minutes.
   *
   * `POST /v1/videos`
   *
   * @example
   * ```js
   * await client.openai.videos.create({ prompt: "a cat", model: "sora-2", seconds: "8", size: "1280x720" });
   * ```
   */
  create(params: openai.CreateVideo, options?: CallOptions): Promise<openai.VideoJob>;
  /**
   * Makes a video and answers with its bytes, as vLLM-Omni has it, for benchmarks and tests:
   * there is no job that could be looked at, and the server gives up after 600 s, with 504.
   *
   * `POST /v1/videos/sync`
   *
   * @example
   * ```js
   * await client.openai.videos.create_sync({
   *   prompt: "a cat",
   *   seconds: 4,
   *   size: "1280x720",
   *   num_inference_steps: 20,
   *   extra_params: { cache: true },
   * });
   * ```
   */
  create_sync(params: openai.CreateVideoSync, options?: CallOptions): Promise<openai.Content>;
  /** As `create_sync`, as a stream of bytes, however long the file is. */
  stream(params: openai.CreateVideoSync, options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
  /**
   * Generates a video, as LocalAI has it. The answer comes when the video is done, which
   * can take minutes, and states its address or holds its bytes.
   *
   * `POST /video`
   *
   * @example
   * ```js
   * await client.openai.videos.generate({
   *   model: "wan",
   *   prompt: "a cat",
   *   negative_prompt: "snow",
   *   width: 640,
   *   height: 360,
   *   response_format: "url",
   *   start_image: "https://cdn.example/cat.png",
   *   seed: 7,
   *   params: { sampler: "euler" },
   * });
   * ```
   */
  generate(params: openai.GenerateVideo, options?: CallOptions): Promise<openai.VideoJob>;
  /**
   * Reads the state of a video.
   *
   * `GET /v1/videos/{video_id}`
   *
   * @example
   * ```js
   * await client.openai.videos.get({ video_id: "video/1" });
   * ```
   */
  get(params: openai.GetVideo, options?: CallOptions): Promise<openai.VideoJob>;
  /**
   * Lists the account's videos.
   *
   * `GET /v1/videos`
   *
   * @example
   * ```js
   * await client.openai.videos.list({ after: "video_0", limit: 2, order: "desc" });
   * ```
   */
  list(params?: openai.ListVideos, options?: CallOptions): Promise<openai.VideoPage>;
  /**
   * Deletes a finished or failed video and its files.
   *
   * `DELETE /v1/videos/{video_id}`
   *
   * @example
   * ```js
   * await client.openai.videos.delete({ video_id: "video_1" });
   * ```
   */
  delete(params: openai.DeleteVideo, options?: CallOptions): Promise<openai.Deleted>;
  /**
   * Fetches a finished video's file, or a picture of it.
   *
   * `GET /v1/videos/{video_id}/content`
   *
   * @example
   * ```js
   * await client.openai.videos.content({ video_id: "video_1" });
   * ```
   */
  content(params: openai.GetContent, options?: CallOptions): Promise<openai.Content>;
  /** As `content`, as a stream of bytes, however long the file is. */
  stream(params: openai.GetContent, options?: CallOptions): Promise<ReadableStream<Uint8Array>>;
  /**
   * Makes a new version of a finished video from a new prompt.
   *
   * `POST /v1/videos/{video_id}/remix`
   *
   * @example
   * ```js
   * await client.openai.videos.remix({ video_id: "video_1", prompt: "now at night" });
   * ```
   */
  remix(params: openai.RemixVideo, options?: CallOptions): Promise<openai.VideoJob>;
  /**
   * Edits a video as the prompt says.
   *
   * `POST /v1/videos/edits`
   *
   * @example
   * ```js
   * await client.openai.videos.edit({ prompt: "make it snow", video: { id: "video_1" } });
   * ```
   */
  edit(params: openai.EditVideo, options?: CallOptions): Promise<openai.VideoJob>;
  /**
   * Continues a video beyond its end. The result is the whole, old and new together.
   *
   * `POST /v1/videos/extensions`
   *
   * @example
   * ```js
   * await client.openai.videos.extend({ prompt: "it walks off", seconds: "8", video: { id: "video_1" } });
   * ```
   */
  extend(params: openai.ExtendVideo, options?: CallOptions): Promise<openai.VideoJob>;
}

/** The operations of the dialect `openai`, one method an endpoint. */
export interface OpenaiOperations {
  readonly characters: OpenaiCharacters;
  readonly images: OpenaiImages;
  readonly models: OpenaiModels;
  readonly videos: OpenaiVideos;
}

/** Every dialect's operations, as endpoints. */
export interface DialectOperations {
  /** The operations of the dialect `sora`. */
  readonly sora: SoraOperations;
  /** The operations of the dialect `mirror`. */
  readonly mirror: MirrorOperations;
  /** The operations of the dialect `sora2api`. */
  readonly sora2api: Sora2apiOperations;
  /** The operations of the dialect `skyriff`. */
  readonly skyriff: SkyriffOperations;
  /** The operations of the dialect `relay`. */
  readonly relay: RelayOperations;
  /** The operations of the dialect `openai`. */
  readonly openai: OpenaiOperations;
}
