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
  | { path: string }
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
   * Opens Sora 2 to the account with somebody's invite code. Accepting twice is
   * the same as once: the answer says so.
   */
  export interface AcceptInvite {
    /** The code, such as `SORA-XXXX-XXXX`. */
    invite_code: string;
  }

  /** Whether an invite was accepted. */
  export interface AcceptedInvite {
    /** Whether the account can use Sora 2 now. */
    success: boolean;
    /** Whether it could before. */
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
    /** The video with and without its mark, as the server offers them. */
    download_urls: DownloadUrls | null;
    /** The files it is offered as. */
    encodings: Encodings | null;
    /** Its length in frames. */
    n_frames: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Opens Sora 2 to an account that uses it for the first time. */
  export type Bootstrap = Record<string, unknown>;

  /** How far the processing of a character's video is. */
  export interface CameoProgress {
    /**
     * `processing`, `completed` or `failed`; real servers leave it `null`, or
     * say `finalized`.
     */
    status: string | null;
    /** What real servers say instead: `Completed`. */
    status_message: string | null;
    /** A suggestion for the name that is shown. */
    display_name_hint: string | null;
    /** A suggestion for the user name. */
    username_hint: string | null;
    /** The address of a picture taken from the video. */
    profile_asset_url: string | null;
    /** A description of the character: text, or a list of texts. */
    instruction_set_hint: unknown;
    /** The instructions, as real servers give them: a list. */
    instruction_set: unknown;
    /** When the video was uploaded. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Makes a character from a video of the account's own. */
  export interface CharacterFromGeneration {
    /** The generation whose video it is, `gen_…`. */
    generation_id: string;
    /** The character to make anew; none makes another. */
    character_id?: string | null;
    /** From where to where the character is seen, in seconds. */
    timestamps?: [number, number];
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
    /** What is done. */
    operation: ImageOperation;
    /** What the image shows. */
    prompt: string;
    /** Width in pixels: 360, or 540 in landscape. */
    width: number;
    /** Height in pixels: 360, or 540 in portrait. */
    height: number;
    /** How many variants; the document has 1, servers take 2 and 4 too. */
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
    /** Its name. */
    name: string;
    /** What it shows. */
    description?: string | null;
    /** The picture, as [`UploadFile`](super::UploadFile) answered it. */
    asset_pointer?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Creates a video from shots, each with its length and its scene. The prompt
   * is written from them.
   */
  export interface CreateStoryboard {
    /** The shots, in order; together at most as long as the video. */
    shots: Shot[];
    /** What holds for the whole video. */
    instructions?: string | null;
    /** `video`. */
    kind?: string;
    /** Which way it stands. */
    orientation: Orientation;
    /**
     * `small` is standard resolution, `large` is HD and for `sy_ore` alone. A
     * remix keeps the size of what it is made from, and needs none.
     */
    size?: Size | null;
    /**
     * Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some
     * servers take 150 and 600 too.
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
    /** The post to make a new version of, `s_…`. */
    remix_target_id?: string | null;
    /** The draft to make again. Not in the document. */
    reroll_target_id?: string | null;
    /** The characters that appear. */
    cameo_ids?: string[] | null;
    /** Which character takes whose place. */
    cameo_replacements?: Record<string, unknown> | null;
    /** The storyboard that it belongs to. */
    storyboard_id?: string | null;
    /** Data of the caller's own. */
    metadata?: unknown;
    /** What is heard. */
    audio_caption?: string | null;
    /** What is said. */
    audio_transcript?: string | null;
    /** What is seen. */
    video_caption?: string | null;
    /** Whether the first image is the first frame. Not in the document. */
    use_image_as_first_frame?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Creates a video from a prompt, an image, or both, or a new version of a
   * published one.
   */
  export interface CreateVideo {
    /** What the video shows. */
    prompt: string;
    /** `video`. */
    kind?: string;
    /** Which way it stands. */
    orientation: Orientation;
    /**
     * `small` is standard resolution, `large` is HD and for `sy_ore` alone. A
     * remix keeps the size of what it is made from, and needs none.
     */
    size?: Size | null;
    /**
     * Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some
     * servers take 150 and 600 too.
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
    /** The post to make a new version of, `s_…`. */
    remix_target_id?: string | null;
    /** The draft to make again. Not in the document. */
    reroll_target_id?: string | null;
    /** The characters that appear. */
    cameo_ids?: string[] | null;
    /** Which character takes whose place. */
    cameo_replacements?: Record<string, unknown> | null;
    /** The storyboard that it belongs to. */
    storyboard_id?: string | null;
    /** Data of the caller's own. */
    metadata?: unknown;
    /** What is heard. */
    audio_caption?: string | null;
    /** What is said. */
    audio_transcript?: string | null;
    /** What is seen. */
    video_caption?: string | null;
    /** Whether the first image is the first frame. Not in the document. */
    use_image_as_first_frame?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Creates several videos from one prompt. Not in the document. */
  export interface CreateVideos {
    /** What the videos show. */
    prompt: string;
    /** How many, from 2 to 4. */
    nsamples: number;
    /** `video`. */
    kind?: string;
    /** Which way it stands. */
    orientation: Orientation;
    /**
     * `small` is standard resolution, `large` is HD and for `sy_ore` alone. A
     * remix keeps the size of what it is made from, and needs none.
     */
    size?: Size | null;
    /**
     * Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some
     * servers take 150 and 600 too.
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
    /** The post to make a new version of, `s_…`. */
    remix_target_id?: string | null;
    /** The draft to make again. Not in the document. */
    reroll_target_id?: string | null;
    /** The characters that appear. */
    cameo_ids?: string[] | null;
    /** Which character takes whose place. */
    cameo_replacements?: Record<string, unknown> | null;
    /** The storyboard that it belongs to. */
    storyboard_id?: string | null;
    /** Data of the caller's own. */
    metadata?: unknown;
    /** What is heard. */
    audio_caption?: string | null;
    /** What is said. */
    audio_transcript?: string | null;
    /** What is seen. */
    video_caption?: string | null;
    /** Whether the first image is the first frame. Not in the document. */
    use_image_as_first_frame?: boolean | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The task that a creation began. */
  export interface CreatedTask {
    /** The task's id: `task_…` or `gen_…`. Opaque. */
    id: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The tasks that a creation of several began. */
  export interface CreatedTasks {
    /** The tasks. */
    tasks: CreatedTask[];
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Deletes a character. What is gone already is no error. */
  export interface DeleteCharacter {
    /** The character. */
    character_id: string;
  }

  /** Deletes a post. What is gone already is no error. */
  export interface DeletePost {
    /** The post, `s_…`. */
    post_id: string;
  }

  /** Deletes a reference. What is gone already is no error. */
  export interface DeleteReference {
    /** The reference. */
    reference_id: string;
  }

  /** That a thing is gone. */
  export interface Deleted {
    /**
     * Whether the server had no such thing: it was deleted before, or never
     * existed.
     */
    already_gone: boolean;
  }

  /** That something was done. */
  export interface Done {
    /**
     * Whether it was done; a server that says nothing but a good status means
     * that it was.
     */
    success: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The addresses of a video with and without its mark, as the server gives them. */
  export interface DownloadUrls {
    /** With the mark. */
    watermark: string | null;
    /** Without it; absent where the server does not offer that. */
    no_watermark: string | null;
    /** With a card at the end. */
    endcard_watermark: string | null;
  }

  /** A finished video, or the refusal that stands in its place. */
  export interface Draft {
    /** The generation's id, `gen_…`. */
    id: string;
    /** The task that made it, `task_…`. */
    task_id: string | null;
    /** `sora_draft`, `sora_content_violation` or `sora_error`. */
    kind: string | null;
    /** The server's word for its state. */
    status: string | null;
    /** Why it was refused or failed. */
    reason_str: string | null;
    /** The same, in Markdown. */
    markdown_reason_str: string | null;
    /** The video. */
    url: string | null;
    /** The video, for downloading. */
    downloadable_url: string | null;
    /** The video, as the document names it. */
    video_url: string | null;
    /** The video with and without its mark, as the server offers them. */
    download_urls: DownloadUrls | null;
    /** A still of it. */
    thumbnail_url: string | null;
    /** Width in pixels. */
    width: number | null;
    /** Height in pixels. */
    height: number | null;
    /** Length in seconds. */
    duration_s: number | null;
    /** When it was made. */
    created_at: Timestamp | null;
    /** The prompt. */
    prompt: string | null;
    /** The files it is offered as. */
    encodings: Encodings | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of drafts. */
  export interface DraftPage {
    /** The drafts, newest first. */
    items: Draft[];
    /** Where the next page begins; absent on the last. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** One file of a draft or post. */
  export interface Encoding {
    /** Its address. */
    path: string | null;
    /** Its length in bytes. */
    size: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The files that a draft or post is offered as. */
  export interface Encodings {
    /** The video as it was made. */
    source: Encoding | null;
    /** A still of it. */
    thumbnail: Encoding | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Works a prompt out in more detail. */
  export interface EnhancePrompt {
    /** The prompt. */
    prompt: string;
    /** How much detail. */
    expansion_level: ExpansionLevel;
    /** The length of the video it is for, in seconds: 10, 15 or 20. */
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

  /** How much detail a prompt is given. */
  export type ExpansionLevel = "short" | "medium" | "long";

  /** Makes a finished video longer. Not in the document. */
  export interface ExtendVideo {
    /** The draft to go on from, `gen_…`. */
    generation_id: string;
    /** What happens next. */
    user_prompt: string;
    /** How many seconds are added: 10 or 15. */
    extension_duration_s: number;
    /** Whether the server may rewrite the prompt. */
    enable_rewrite?: boolean;
  }

  /** Makes the cameo that has been processed a character. */
  export interface FinalizeCharacter {
    /** The cameo, `cameo_…`. */
    cameo_id: string;
    /** The character's user name, without `@`. */
    username: string;
    /** The name that is shown. */
    display_name: string;
    /** The picture, as [`UploadFile`](super::UploadFile) answered it. */
    profile_asset_pointer: string;
    /** How the character behaves. The document sends `null`. */
    instruction_set?: InstructionSet | null;
    /** What the character must not do. The document sends `null`. */
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
    /** Its id, `char_…` or `ch_…`. */
    character_id: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Something that a task made. */
  export interface Generation {
    /** Its id, `gen_…`. */
    id: string | null;
    /** Where it is. */
    url: string | null;
    /** Width in pixels. */
    width: number | null;
    /** Height in pixels. */
    height: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Where a file is. */
  export interface GenerationDownload {
    /** Its address, signed and valid for a limited time. */
    url: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Asks how far the processing of a character's video is. */
  export interface GetCameoProgress {
    /** The cameo, `cameo_…`. */
    cameo_id: string;
  }

  /** Reads one finished video. Not in the document. */
  export interface GetDraft {
    /** The generation, `gen_…`. */
    generation_id: string;
  }

  /** Asks where the file of a generation is. Not in the document. */
  export interface GetGenerationDownload {
    /** The generation, `gen_…`. */
    generation_id: string;
  }

  /**
   * Reads the account's own invite code. An account without Sora 2 is answered
   * 401, one in a country that is not served 403.
   */
  export type GetInvite = Record<string, unknown>;

  /** Reads who is signed in. */
  export type GetMe = Record<string, unknown>;

  /** Reads the account's own profile: another source of its user name and invite. */
  export type GetMyProfile = Record<string, unknown>;

  /** Reads a post. */
  export interface GetPost {
    /** The post, `s_…`. */
    post_id: string;
  }

  /** Reads a post with what it was made from and what was made from it. */
  export interface GetPostTree {
    /** The post, `s_…`. */
    post_id: string;
  }

  /** Reads a user's or a character's profile by its user name. */
  export interface GetProfile {
    /** The user name, without `@`. */
    username: string;
  }

  /** An image that another starts from. */
  export interface ImageItem {
    /** `image`. */
    type?: string;
    /** 0. */
    frame_index?: number;
    /** The media id that [`UploadImage`](super::UploadImage) answered. */
    upload_media_id: string;
  }

  /** How an image is made. */
  export type ImageOperation = "simple_compose" | "remix";

  /** What the web application calls when it opens. */
  export type Initialize = Record<string, unknown>;

  /** What a video starts from. */
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
    /** How often it was used. */
    redeemed_count: number;
    /** How often it can be used in all. */
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
    /** How many to answer at most, from 1 to 100; the server's default is 15. */
    limit?: number | null;
    /** Where to go on: the `cursor` of the page before. */
    cursor?: string | null;
  }

  /** Lists the account's finished videos by the newer path. Not in the document. */
  export interface ListDraftsV2 {
    /** How many to answer at most, from 1 to 100. */
    limit?: number | null;
    /** Where to go on: the `cursor` of the page before. */
    cursor?: string | null;
  }

  /**
   * Lists the videos that are being made. One request serves all of an account's
   * jobs. A job that has ended is no longer listed, and stands among the drafts
   * a few seconds later (wire.md §2.1).
   */
  export type ListPending = Record<string, unknown>;

  /**
   * Lists the videos that are being made, by the older path, whose progress jumps
   * from 0 to 0.9 (wire.md §2.1).
   */
  export type ListPendingV1 = Record<string, unknown>;

  /** Lists what a user has published. */
  export interface ListProfileFeed {
    /** The user's id, or `me`. */
    user?: string;
    /** How many to answer at most, from 1 to 100. */
    limit?: number | null;
    /** `nf2`. */
    cut?: string | null;
    /** Where to go on: the `cursor` of the page before. */
    cursor?: string | null;
  }

  /** Lists what everybody has published. */
  export interface ListPublicFeed {
    /** How many to answer at most, from 1 to 100. */
    limit?: number | null;
    /** `nf2_latest` or `nf2_top`. */
    cut?: string | null;
    /** Where to go on: the `cursor` of the page before. */
    cursor?: string | null;
  }

  /** Lists the latest tasks of images, newest first. */
  export interface ListRecentTasks {
    /** How many to answer at most, from 1 to 100; the server's default is 20. */
    limit?: number | null;
  }

  /** Lists the account's references. */
  export interface ListReferences {
    /** How many to answer at most. */
    limit?: number | null;
    /** Where to go on: the `cursor` of the page before. */
    cursor?: string | null;
  }

  /** Lists the versions that were made of a post. */
  export interface ListRemixes {
    /** The post, `s_…`. */
    post_id: string;
    /** How many to answer at most, from 1 to 100. */
    limit?: number | null;
    /** Where to go on: the `cursor` of the page before. */
    cursor?: string | null;
  }

  /** Lists the account's subscriptions; none for a free account. */
  export type ListSubscriptions = Record<string, unknown>;

  /** Lists all tasks, newest first. Not in the document. */
  export interface ListTasks {
    /** How many to answer at most, from 1 to 100. */
    limit?: number | null;
    /** Where to go on: the `last_id` of the page before. */
    after?: string | null;
  }

  /** Who is signed in. Everything may be absent. */
  export interface Me {
    /** The e-mail address. */
    email: string | null;
    /** The display name. */
    name: string | null;
    /** The user name; absent until one is [set](super::SetUsername). */
    username: string | null;
    /** The address of the picture. */
    picture: string | null;
    /** When the account was made. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Someone who was found. */
  export interface Mention {
    /** Who it is. */
    profile: UserProfile;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A page of what was found. */
  export interface MentionPage {
    /** What was found. */
    items: Mention[];
    /** Where the next page begins; absent on the last. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The model that makes a video. */
  export type Model = "sy_8" | "sy_ore" | string;

  /** The account's own profile. */
  export interface MyProfile {
    /** What others see. */
    profile: UserProfile;
    /** What the account alone sees, such as its invite code. */
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

  /** Which way a video stands. */
  export type Orientation = "landscape" | "portrait" | "square" | string;

  /** A video that is being made. */
  export interface PendingTask {
    /** The task's id: `task_…` or `gen_…`. */
    id: string;
    /**
     * The server's word: `pending`, `processing`, `preprocessing`, `queued`,
     * `running`, `completed`, `succeeded`, `failed`, `error`.
     */
    status: string | null;
    /**
     * Progress from 0 to 1. Servers write `progress` or `progress_pct`; none
     * is written while the task waits.
     */
    progress_pct: number | null;
    /** When the task was created. */
    created_at: Timestamp | null;
    /** The prompt. */
    prompt: string | null;
    /** Why the task failed. */
    failure_reason: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A plan. */
  export interface Plan {
    /**
     * Its id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or as servers
     * write it too, `chatgptplusplan`. Others exist.
     */
    id: string | null;
    /** Its name, such as `ChatGPT Plus`. */
    title: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A post. */
  export interface Post {
    /** Its id, `s_…`. */
    id: string;
    /** Its page. */
    permalink: string | null;
    /** Its text. */
    text: string | null;
    /** When it was published. */
    posted_at: Timestamp | null;
    /** The video, as the document names it. */
    video_url: string | null;
    /** How many like it. */
    like_count: number | null;
    /** How often it was looked at. */
    view_count: number | null;
    /** How many versions of it there are. */
    remix_count: number | null;
    /** The post that it is a version of. */
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
    /** Where the next page begins; absent on the last. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A post among its versions. */
  export interface PostTree {
    /** The post. */
    post: Post;
    /** Who published it. */
    profile: UserProfile | null;
    /** What it was made from. */
    parent: Published | null;
    /** What was made from it. */
    children: PostPage;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The proof of work of a challenge. */
  export interface ProofOfWork {
    /** Whether it has to be solved. */
    required: boolean;
    /** The seed that is hashed before the answer. */
    seed: string | null;
    /** The bound for the first bytes of the hash, in hexadecimal. */
    difficulty: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A post, and who published it. */
  export interface Published {
    /** The post. */
    post: Post;
    /** Who published it. */
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
    /** About how many videos are left. */
    estimated_num_videos_remaining: number;
    /** Whether nothing more may be made until the reset. */
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
    /** Where the next page begins; absent on the last. */
    cursor: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** A picture that prompts return to. */
  export interface ReferencePicture {
    /** Its id, which an [`InpaintItem::Reference`](super::InpaintItem) names. */
    reference_id: string;
    /** Its name. */
    name: string | null;
    /** What it shows. */
    description: string | null;
    /** The picture. */
    asset_pointer: string | null;
    /** When it was made. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /**
   * Exchanges a refresh token for a new access token.
   *
   * The refresh token is used up by the call: the answer's one replaces it, and
   * has to be stored before the access token is used (wire.md §2.1). A refresh
   * token works only with the client id that it was issued to (`000_*` §1.3).
   */
  export interface RefreshToken {
    /** The refresh token. */
    refresh_token: Secret;
    /** The client id that the token was issued to. */
    client_id: string;
    /** The redirect URI that belongs to the client id. */
    redirect_uri: string;
  }

  /** The new tokens. */
  export interface RefreshedToken {
    /** The new access token, a JWT. */
    access_token: Secret;
    /** The refresh token for the next time. Absent when the old one stays valid. */
    refresh_token: Secret | null;
    /** How long the access token lives, in seconds. */
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
     * What the challenge is for, such as `sora_init`. Servers accept other
     * words too (wire.md §2.1).
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

  /** Where a published video is. */
  export interface ResolvedLink {
    /** Its address. */
    download_link: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Searches users and characters by the user name. */
  export interface SearchProfiles {
    /** What the user name holds, without `@`. */
    username: string;
    /** What is looked for: `users`, or `cameo` for characters alone. */
    intent?: string | null;
    /** How many to answer at most, from 1 to 100. */
    limit?: number | null;
    /** Where to go on: the `cursor` of the page before. */
    cursor?: string | null;
  }

  /**
   * A token, key or password. It is hidden in `Debug`, and its memory is
   * overwritten when it is dropped.
   *
   * It serialises to its text, because that is what operations send and
   * credential stores keep; nothing in sorakit writes it elsewhere.
   */
  export type Secret = string;

  /** A Sentinel challenge. */
  export interface SentinelChallenge {
    /** The challenge's own token, sent back as `c`. */
    token: string;
    /** The Turnstile part. sorakit runs no challenge scripts; `dx` is sent back. */
    turnstile: Turnstile | null;
    /** The proof of work that is asked for. Absent means none. */
    proofofwork: ProofOfWork | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The signed-in session. */
  export interface Session {
    /** The access token, a JWT; its `exp` claim says how long it lives. */
    accessToken: Secret;
    /** Who is signed in. */
    user: SessionUser | null;
    /** When the session ends, not the access token. */
    expires: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Who is signed in. */
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
    /** How long it is, in seconds. */
    duration: number;
    /** What it shows. */
    scene: string;
  }

  /** The resolution class of a video. */
  export type Size = "small" | "medium" | "large" | string;

  /**
   * The style of a video: the ten of `000_*` chapter 9, those that servers take
   * besides (wire.md §2.1), and any other word.
   */
  export type Style = "festive" | "kakalaka" | "news" | "selfie" | "handheld" | "golden" | "anime" | "retro" | "nostalgic" | "comic" | "high_def" | "kpop" | "cartoon2" | "selfie3" | "animated" | "sitcom" | "thanksgiving" | string;

  /** A subscription. */
  export interface Subscription {
    /** What is subscribed to. */
    plan: Plan;
    /**
     * When it ends. Servers write it as ISO time, or as a number of seconds or
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
    /** Its id, `task_…`. */
    id: string;
    /** `image_gen` or `video_gen`. */
    type: string | null;
    /**
     * The server's word: `completed` and its family, or `queued`, `running`,
     * `succeeded`, `failed`.
     */
    status: string | null;
    /** Progress from 0 to 1, when the server says it. */
    progress_pct: number | null;
    /** When it was created. */
    created_at: Timestamp | null;
    /** The prompt. */
    prompt: string | null;
    /** The image, as the document names it. */
    image_url: string | null;
    /** What was made. */
    generations: Generation[];
    /** Why it failed. */
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
    /** Whether there are more. */
    has_more: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Seconds since 1970-01-01 UTC. */
  export type Timestamp = number;

  /** The Turnstile part of a challenge. */
  export interface Turnstile {
    /** What is sent back as `t`. */
    dx: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Changes who may use a character, or how it behaves. What is not given stays. */
  export interface UpdateCameo {
    /** The cameo, `cameo_…`. */
    cameo_id: string;
    /** Who may use it. */
    visibility?: Visibility | null;
    /** How it behaves. Not in the document. */
    instruction_set?: InstructionSet | null;
    /** What it must not do. Not in the document. */
    safety_instruction_set?: InstructionSet | null;
  }

  /** Changes a reference. What is not given stays. */
  export interface UpdateReference {
    /** The reference. */
    reference_id: string;
    /** Its name. */
    name?: string | null;
    /** What it shows. */
    description?: string | null;
    /** Another picture. */
    asset_pointer?: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Uploads a video to make a character from: MP4, by content. */
  export interface UploadCharacter {
    /** The video. */
    file: FileInput;
    /** From where to where the character is seen, in seconds. */
    timestamps?: [number, number];
  }

  /**
   * Uploads a character's picture, or an image to start from by the newer way:
   * PNG, JPEG or WebP, by content, of at most 20 MiB.
   */
  export interface UploadFile {
    /** The image; WebP is recommended for a character's picture. */
    file: FileInput;
    /** What it is for. */
    use_case?: UseCase;
  }

  /**
   * Uploads an image for a creation to start from: PNG, JPEG or WebP, by
   * content, of at most 20 MiB.
   */
  export interface UploadImage {
    /** The image. */
    file: FileInput;
  }

  /** What was uploaded. */
  export interface Uploaded {
    /** The media id: `upload_…` or `media_…`. Opaque. */
    id: string;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** An uploaded file. */
  export interface UploadedFile {
    /**
     * What stands for the file in later requests: `asset_ptr_…` or
     * `sediment://file_…`.
     */
    asset_pointer: string;
    /**
     * Its id, `file_…`, which an [`InpaintItem::File`](super::InpaintItem)
     * names. Not every server gives one.
     */
    file_id: string | null;
    /** Its address. */
    url: string | null;
    /** Its length in bytes. */
    size: number | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** What an uploaded file is for. */
  export type UseCase = "profile" | "inpaint_safe";

  /** A user or a character as others see it. */
  export interface UserProfile {
    /** The user's id. */
    user_id: string | null;
    /** The user name. */
    username: string | null;
    /** The name that is shown. */
    display_name: string | null;
    /** The picture. */
    profile_picture_url: string | null;
    /** The page. */
    permalink: string | null;
    /** What the user says of itself. */
    description: string | null;
    /** The character's id, when it is one. */
    character_id: string | null;
    /** The cameo that the character was made as. */
    cameo_id: string | null;
    /** How many follow. */
    follower_count: number | null;
    /** How many posts there are. */
    post_count: number | null;
    /** Since when it is there. */
    created_at: Timestamp | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** The account's names. */
  export interface Username {
    /** The user name. */
    username: string | null;
    /** The name that is shown. */
    display_name: string | null;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Whether a user name is free. */
  export interface UsernameAvailability {
    /** Whether it can be taken. */
    available: boolean;
    /** Fields that the document does not name. */
    [field: string]: unknown;
  }

  /** Who may use a character. */
  export type Visibility = "private" | "public";
}

export namespace mirror {
}

export namespace sora2api {
}

export namespace skyriff {
}

export namespace relay {
}

export namespace openai {
}

/** What an account may still make. What a server does not say is absent. */
export interface AccountQuota {
  /** What is left. */
  remaining: number | null;
  /** What is used. */
  used: number | null;
  /** Used and left together. */
  total: number | null;
  /** What the numbers count. */
  unit: QuotaUnit;
  /** Whether nothing more may be made for now. */
  exhausted: boolean;
  /** When the quota is full again. */
  resets_at: Timestamp | null;
  /** What the server said, as it said it. */
  raw: unknown;
}

/** The parameters of a method that is about one thing. */
export interface ById {
  /** Its id. */
  id: string;
}

/** A character. */
export interface Character {
  /** The server's id. */
  id: string;
  /** The id of the cameo that it was made as, where that is another one. */
  cameo_id: string | null;
  /** The user name, without `@`. */
  username: string | null;
  /** The name that is shown. */
  display_name: string | null;
  /** Its picture. */
  profile_picture_url: string | null;
  /** Its page. */
  permalink: string | null;
  /** What the server said, as it said it. */
  raw: unknown;
}

/** A page of a list. */
export interface CharacterPage {
  /** What is on it. */
  items: Character[];
  /** Where the next page begins; absent on the last. */
  next: string | null;
}

/**
 * A character to be made from a stretch of a video. The video must show no
 * real person without that person's consent.
 */
export interface CharacterRequest {
  /** The video that shows it. This or `from_job`. */
  video?: Reference | null;
  /** The job whose video shows it. This or `video`. */
  from_job?: string | null;
  /**
   * From where to where it is seen, in seconds; from 1 to 3 s long. Default:
   * 0 to 3.
   */
  timestamps?: [number, number] | null;
  /** The user name, without `@`. Default: what the server suggests. */
  username?: string | null;
  /** The name that is shown. Default: what the server suggests. */
  display_name?: string | null;
  /** How it behaves, in words. */
  instruction_set?: string | null;
  /** What it must not do, in words. */
  safety_instruction_set?: string | null;
  /** Who may use it. Default: its owner. */
  visibility?: Visibility | null;
}

/** A family of servers that speak the same wire format. */
export type Dialect = "sora" | "mirror" | "sora2api" | "skyriff" | "relay" | "openai";

/** A prompt to be worked out in more detail. */
export interface EnhanceRequest {
  /** The prompt. */
  prompt: string;
  /** How much detail. Default: medium. */
  level?: ExpansionLevel;
  /** The length of the video it is for, in seconds: 10, 15 or 20. Default: 10. */
  duration?: number | null;
}

/**
 * The class of an [`Error`]. In Python each is an exception class under
 * `SorakitError`, in JavaScript a subclass of `SorakitError`.
 */
export type ErrorKind = "invalid_input" | "unsupported" | "configuration" | "authentication" | "permission" | "blocked" | "sentinel" | "proof_of_work" | "account_setup" | "region" | "not_found" | "conflict" | "bad_request" | "rate_limited" | "too_many_jobs" | "quota_exhausted" | "overloaded" | "content_policy" | "generation_failed" | "not_ready" | "server" | "connection" | "timeout" | "outcome_unknown" | "unexpected_response" | "cancelled" | "storage";

/** An [`Error`] as it is handed to other languages. */
export interface ErrorReport {
  /** The class. */
  kind: ErrorKind;
  /** The whole message: operation, what failed, what to do. */
  message: string;
  /** The operation's name. */
  operation: string | null;
  /** The server's own code. */
  code: string | null;
  /** The HTTP status. */
  status: number | null;
  /** The server's id of the request. */
  request_id: string | null;
  /** How long the server asked to wait, in seconds. */
  retry_after: number | null;
  /** Whether trying again later may succeed without any change. */
  retryable: boolean;
  /** The field that was refused. */
  field: string | null;
  /** The job it is about. */
  job_id: string | null;
}

/** Something that happened inside a call. */
export type Event = { event: "solved"; difficulty: string; tries: number; elapsed: number } | { event: "retrying"; operation: string; kind: ErrorKind; after: number } | { event: "waiting_for_slot"; operation: string; after: number } | { event: "renewed" };

/** How much detail a prompt is given. */
export type ExpansionLevel = "short" | "medium" | "long";

/** An image to be made, from a prompt or from other images. */
export interface ImageRequest {
  /** What the image shows. */
  prompt: string;
  /** The model, in the server's words. Default: the dialect's standard one. */
  model?: string | null;
  /** Which way it stands; square when absent. */
  orientation?: Orientation | null;
  /** The size, such as `1024x1024`, or a ratio such as `16:9`. */
  size?: string | null;
  /** Standard or high definition. */
  quality?: Quality | null;
  /** The style, such as `vivid`. */
  style?: string | null;
  /** Images to start from. */
  references?: Reference[];
  /** How many variants to make. */
  n?: number | null;
  /** Further fields, sent as they are. */
  extra?: Record<string, unknown>;
}

/**
 * A generation in progress or ended.
 *
 * A job can be resumed in another process by its `id` alone.
 */
export interface Job {
  /** The server's id. Opaque; its form differs between servers. */
  id: string;
  /** The dialect of the server that runs it. */
  dialect: Dialect;
  /** What it makes. */
  kind: JobKind;
  /** Where it stands. */
  status: JobStatus;
  /** The server's own word for the status, such as `preprocessing`. */
  status_word: string | null;
  /** How far it is, in percent from 0 to 100. A watcher never lets it go back. */
  progress: number;
  /** When it was created. */
  created_at: Timestamp | null;
  /** When it ended. */
  completed_at: Timestamp | null;
  /** The model that was asked for, in the server's words. */
  model: string | null;
  /** The finished video. */
  video: MediaLink | null;
  /** The finished images. */
  images: MediaLink[];
  /** Why it failed. */
  error: JobError | null;
  /** What the server said, as it said it. */
  raw: unknown;
}

/** Why a job failed. */
export interface JobError {
  /** The server's code. */
  code: string | null;
  /** The server's reason. */
  message: string;
}

/** What a job makes. */
export type JobKind = "video" | "image";

/** A page of a list. */
export interface JobPage {
  /** What is on it. */
  items: Job[];
  /** Where the next page begins; absent on the last. */
  next: string | null;
}

/** Where a job stands. */
export type JobStatus = "queued" | "running" | "succeeded" | "failed" | "cancelled";

/** A file that a job made, and what the server says of it. */
export interface MediaLink {
  /**
   * Where it is. Often signed, and valid for a limited time. Empty when the
   * bytes are fetched through the API alone.
   */
  url: string;
  /** A still of it. */
  thumbnail_url: string | null;
  /** Width in pixels. */
  width: number | null;
  /** Height in pixels. */
  height: number | null;
  /** Length in seconds. */
  duration: number | null;
  /** Whether it carries a watermark, where the server says so. */
  watermark: boolean | null;
}

/** A model that can be asked for. */
export interface ModelInfo {
  /** Its name, as requests give it. */
  id: string;
  /** What it makes, where that is known. */
  kind: ModelKind | null;
  /** Which way its results stand, when the name says so. */
  orientation: Orientation | null;
  /** The length of its results in seconds, when the name says so. */
  duration: number | null;
  /** What the server says of it. */
  description: string | null;
  /**
   * What the server said, as it said it; `null` for a documented model of a
   * server without a list.
   */
  raw: unknown;
}

/** What a model makes. */
export type ModelKind = "video" | "image" | "prompt";

/** No parameters. */
export type Nothing = Record<string, unknown>;

/**
 * How a client is set up. Whatever is `None` comes from the environment
 * variable of the same name (`base_url` is `SORAKIT_BASE_URL`), then
 * from the file that `SORAKIT_CONFIG` names, then from the default.
 */
export interface Options {
  /** What the server speaks. Required. */
  dialect?: Dialect | null;
  /** The API's base URL. Required: sorakit assumes of no host that it answers. */
  base_url?: string | null;
  /** The web application's root (`000_*` §1.1). Default: the origin of `base_url`. */
  web_url?: string | null;
  /**
   * The host of the Sentinel challenge (`000_*` §2.1). Default: the origin of
   * `base_url`, or `https://chatgpt.com` when that is the documented one.
   */
  sentinel_url?: string | null;
  /**
   * The host of the token endpoint (`000_*` §1.2). Default: the origin of
   * `base_url` on loopback, else `https://auth.openai.com`.
   */
  oauth_url?: string | null;
  /** Your own link service (`000_*` §7.3). */
  links_url?: string | null;
  /** Allows plain HTTP to other hosts than loopback. Default: false. */
  allow_http?: boolean | null;
  /** The access token, or the gateway's API key. */
  access_token?: Secret | null;
  /** The gateway's API key; another name for `access_token`. */
  api_key?: Secret | null;
  /** The session token, from which access tokens come. */
  session_token?: Secret | null;
  /** The refresh token, from which access tokens come. */
  refresh_token?: Secret | null;
  /** The client that the refresh token was issued to. Default: the iOS one. */
  client_id?: string | null;
  /** The redirect URI of a client that is not documented. */
  redirect_uri?: string | null;
  /** The file in which tokens are kept, shared by processes. Default: memory. */
  credential_file?: string | null;
  /** Whether access tokens are renewed. Default: true. */
  auto_refresh?: boolean | null;
  /** The credential's own proxy, `http://…` or `socks5://…`. */
  credential_proxy?: string | null;
  /** The proxy for credentials without one. */
  proxy?: string | null;
  /** The proxy of the Sentinel request alone. Without it that request uses none. */
  sentinel_proxy?: string | null;
  /** A further trusted certificate authority, as a PEM file. */
  ca_file?: string | null;
  /** The browser or app that requests speak for. Default: a desktop browser. */
  profile?: Profile | null;
  /** The device id, a UUID. Default: a random one per client. */
  device_id?: string | null;
  /** The language, such as `en-US`. Default: the profile's. */
  language?: string | null;
  /** The `flow` of the Sentinel request. Default: `sora_init`. */
  sentinel_flow?: string | null;
  /** The `flow` in the Sentinel token. Default: `sora_2_create_task__auto`. */
  sentinel_token_flow?: string | null;
  /** The most proof-of-work candidates that are tried. Default: 100 million. */
  pow_max_tries?: number | null;
  /** The longest time for a proof of work, in seconds. Default: 60. */
  pow_timeout?: number | null;
  /** The most threads for a proof of work; 0 for all cores. Default: 0. */
  pow_threads?: number | null;
  /** How long a connection may take to be made, in seconds. Default: 10. */
  connect_timeout?: number | null;
  /**
   * How long one request may take, in seconds; uploads get more by their
   * size. Default: 30.
   */
  timeout?: number | null;
  /** How long a call may take with all its retries, in seconds. Default: no limit. */
  total_timeout?: number | null;
  /** How often a request is sent again at most. Default: 3. */
  max_retries?: number | null;
  /**
   * How long a creation waits for a free slot when the account has too many
   * jobs in progress, in seconds. Default: 600.
   */
  slot_timeout?: number | null;
  /** The shortest wait between two polls, in seconds. Default: the dialect's. */
  poll_interval?: number | null;
  /** The most polls of one wait. Default: no limit. */
  max_poll_attempts?: number | null;
  /** How long a video is waited for, in seconds. Default: 1800. */
  video_timeout?: number | null;
  /** How long an image is waited for, in seconds. Default: 300. */
  image_timeout?: number | null;
  /**
   * How long a job may be nowhere to be found before its outcome counts as
   * unknown, in seconds. Default: 60.
   */
  grace?: number | null;
}

/** Which way a picture stands. */
export type Orientation = "landscape" | "portrait";

/** Which page is asked for. */
export interface PageRequest {
  /** How many things at most; the server's default when absent. */
  limit?: number | null;
  /** Where to go on: the `next` of the page before. */
  cursor?: string | null;
}

/**
 * A browser and app identity: what the headers and the proof of work's configuration are
 * filled with (`000_*` §2.1, §2.2 and its appendix).
 *
 * It is a plain value: take [`Profile::default`] or [`Profile::from_random`], or write your
 * own. One credential should keep one profile. In a browser, fill it from that browser.
 */
export interface Profile {
  /** The desktop browser's `User-Agent`. */
  user_agent?: string;
  /** The Sora app's `User-Agent`. */
  app_user_agent?: string;
  /** `sec-ch-ua`: the browser's brands and major versions. */
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
  /** Properties of `navigator` with their values, joined by U+2212; one is taken at random. */
  navigator_keys?: string[];
  /** Properties of `document`; one is taken at random. */
  document_keys?: string[];
  /** Properties of `window`; one is taken at random. */
  window_keys?: string[];
}

/** The definition of a video. */
export type Quality = "standard" | "hd";

/** What a quota counts. */
export type QuotaUnit = "videos" | "credits";

/** An image or video that a creation starts from. */
export type Reference = { url: string } | FileInput;

/** The parameters of a remix. */
export interface Remix {
  /** The video to make a new version of. */
  id: string;
  /** What the video shows. */
  prompt: string;
  /** The model, in the server's words. Default: the dialect's standard one. */
  model?: string | null;
  /** The length in seconds. */
  duration?: number | null;
  /** Which way it stands. */
  orientation?: Orientation | null;
  /** The size: `1280x720`, or the native `small` and `large`. */
  size?: string | null;
  /** Standard or high definition. */
  quality?: Quality | null;
  /** The style, such as `anime`. */
  style?: string | null;
  /** Images to start from. */
  references?: Reference[];
  /** The shots, when each is to be described on its own. */
  storyboard?: Shot[];
  /** The video to make a new version of. */
  remix?: string | null;
  /** The characters that appear, by id. */
  characters?: string[];
  /**
   * Whether the video is to carry a watermark, where a gateway offers it.
   * For your own works only.
   */
  watermark?: boolean | null;
  /** Whether the video is to stay unpublished, where a gateway offers it. */
  private?: boolean | null;
  /** How many variants to make. */
  n?: number | null;
  /** Further fields, sent as they are. */
  extra?: Record<string, unknown>;
}

/** The parameters of a search. */
export interface Search {
  /** How the user name begins. */
  username: string;
  /** How many things at most; the server's default when absent. */
  limit?: number | null;
  /** Where to go on: the `next` of the page before. */
  cursor?: string | null;
}

/**
 * A token, key or password. It is hidden in `Debug`, and its memory is
 * overwritten when it is dropped.
 *
 * It serialises to its text, because that is what operations send and
 * credential stores keep; nothing in sorakit writes it elsewhere.
 */
export type Secret = string;

/** A shot of a storyboard. */
export interface Shot {
  /** How long it is, in seconds. */
  duration: number;
  /** What it shows. */
  scene: string;
}

/** Seconds since 1970-01-01 UTC. */
export type Timestamp = number;

/** A time zone with a fixed offset. */
export interface Timezone {
  /** The name as a browser writes it, for instance `Eastern Standard Time`. */
  name: string;
  /** Minutes to add to UTC, for instance -300. */
  offset_minutes: number;
}

/**
 * A video to be made. One type for every dialect: an option that the server's
 * dialect lacks is refused before anything is sent, naming the dialects that
 * have it.
 */
export interface VideoRequest {
  /** What the video shows. */
  prompt: string;
  /** The model, in the server's words. Default: the dialect's standard one. */
  model?: string | null;
  /** The length in seconds. */
  duration?: number | null;
  /** Which way it stands. */
  orientation?: Orientation | null;
  /** The size: `1280x720`, or the native `small` and `large`. */
  size?: string | null;
  /** Standard or high definition. */
  quality?: Quality | null;
  /** The style, such as `anime`. */
  style?: string | null;
  /** Images to start from. */
  references?: Reference[];
  /** The shots, when each is to be described on its own. */
  storyboard?: Shot[];
  /** The video to make a new version of. */
  remix?: string | null;
  /** The characters that appear, by id. */
  characters?: string[];
  /**
   * Whether the video is to carry a watermark, where a gateway offers it.
   * For your own works only.
   */
  watermark?: boolean | null;
  /** Whether the video is to stay unpublished, where a gateway offers it. */
  private?: boolean | null;
  /** How many variants to make. */
  n?: number | null;
  /** Further fields, sent as they are. */
  extra?: Record<string, unknown>;
}

/** Who may use a character. */
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
/** `region`. The service refuses this country; a retry cannot help. */
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
/** `overloaded`. Nothing was created; try again later. */
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
}

export interface CharactersMethods {
  /** Makes a character from a video or from a job's video. */
  create(params?: CharacterRequest, options?: CallOptions): Promise<Character>;
  /** Reads a character by its id. */
  get(params: ById, options?: CallOptions): Promise<Character>;
  /** Finds characters whose user name begins so. */
  search(params: Search, options?: CallOptions): Promise<CharacterPage>;
  /** Deletes a character of the account. */
  delete(params: ById, options?: CallOptions): Promise<void>;
}

export interface ImagesMethods {
  /** Begins an image from a prompt, or from other images when `references` are given. Most gateways answer with the finished job; on the native backend it has to be waited for. */
  create(params: ImageRequest, options?: CallOptions): Promise<Job>;
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
  /** A page of the account's videos, newest first. */
  list(params?: PageRequest, options?: CallOptions): Promise<JobPage>;
  /** Begins a new version of a video. */
  remix(params: Remix, options?: CallOptions): Promise<Job>;
  /** Deletes a video. */
  delete(params: ById, options?: CallOptions): Promise<void>;
}

export interface SoraAccount {
  /**
   * Reads who is signed in.
   *
   * `GET /me`
   */
  me(params?: sora.GetMe, options?: CallOptions): Promise<sora.Me>;
  /**
   * Reads the account's own profile: another source of its user name and invite.
   *
   * `GET /project_y/v2/me`
   */
  profile(params?: sora.GetMyProfile, options?: CallOptions): Promise<sora.MyProfile>;
  /**
   * Lists the account's subscriptions; none for a free account.
   *
   * `GET /billing/subscriptions`
   */
  subscriptions(params?: sora.ListSubscriptions, options?: CallOptions): Promise<sora.Subscriptions>;
  /**
   * Opens Sora 2 to an account that uses it for the first time.
   *
   * `GET /m/bootstrap`
   */
  bootstrap(params?: sora.Bootstrap, options?: CallOptions): Promise<sora.Done>;
  /**
   * What the web application calls when it opens.
   *
   * `POST /project_y/initialize_async`
   */
  initialize(params?: sora.Initialize, options?: CallOptions): Promise<sora.Done>;
}

export interface SoraCameos {
  /**
   * Asks how far the processing of a character's video is.
   *
   * `GET /project_y/cameos/in_progress/{cameo_id}`
   */
  progress(params: sora.GetCameoProgress, options?: CallOptions): Promise<sora.CameoProgress>;
  /**
   * Changes who may use a character, or how it behaves. What is not given stays.
   *
   * `POST /project_y/cameos/by_id/{cameo_id}/update_v2`
   */
  update(params: sora.UpdateCameo, options?: CallOptions): Promise<sora.Done>;
}

export interface SoraCharacters {
  /**
   * Makes a character from a video of the account's own.
   *
   * `POST /characters/from-generation`
   */
  from_generation(params: sora.CharacterFromGeneration, options?: CallOptions): Promise<sora.Uploaded>;
  /**
   * Makes the cameo that has been processed a character.
   *
   * `POST /characters/finalize`
   */
  finalize(params: sora.FinalizeCharacter, options?: CallOptions): Promise<sora.Finalized>;
  /**
   * Deletes a character. What is gone already is no error.
   *
   * `DELETE /project_y/characters/{character_id}`
   */
  delete(params: sora.DeleteCharacter, options?: CallOptions): Promise<sora.Deleted>;
}

export interface SoraDrafts {
  /**
   * Lists the account's finished videos, newest first.
   *
   * `GET /project_y/profile/drafts`
   */
  list(params?: sora.ListDrafts, options?: CallOptions): Promise<sora.DraftPage>;
  /**
   * Lists the account's finished videos by the newer path. Not in the document.
   *
   * `GET /project_y/profile/drafts/v2`
   */
  list_v2(params?: sora.ListDraftsV2, options?: CallOptions): Promise<sora.DraftPage>;
  /**
   * Reads one finished video. Not in the document.
   *
   * `GET /project_y/profile/drafts/v2/{generation_id}`
   */
  get(params: sora.GetDraft, options?: CallOptions): Promise<sora.Draft>;
}

export interface SoraFeeds {
  /**
   * Lists what everybody has published.
   *
   * `GET /project_y/feed`
   */
  public(params?: sora.ListPublicFeed, options?: CallOptions): Promise<sora.PostPage>;
  /**
   * Lists what a user has published.
   *
   * `GET /project_y/profile_feed/{user}`
   */
  profile(params?: sora.ListProfileFeed, options?: CallOptions): Promise<sora.PostPage>;
}

export interface SoraGenerations {
  /**
   * Asks where the file of a generation is. Not in the document.
   *
   * `GET /generations/{generation_id}/download`
   */
  download(params: sora.GetGenerationDownload, options?: CallOptions): Promise<sora.GenerationDownload>;
}

export interface SoraImages {
  /**
   * Creates an image, from a prompt or from other images.
   *
   * `POST /video_gen`
   */
  create(params: sora.CreateImage, options?: CallOptions): Promise<sora.CreatedTask>;
}

export interface SoraInvites {
  /**
   * Reads the account's own invite code. An account without Sora 2 is answered
   * 401, one in a country that is not served 403.
   *
   * `GET /project_y/invite/mine`
   */
  mine(params?: sora.GetInvite, options?: CallOptions): Promise<sora.Invite>;
  /**
   * Opens Sora 2 to the account with somebody's invite code. Accepting twice is
   * the same as once: the answer says so.
   *
   * `POST /project_y/invite/accept`
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
   */
  resolve(params: sora.ResolveLink, options?: CallOptions): Promise<sora.ResolvedLink>;
}

export interface SoraPosts {
  /**
   * Publishes finished videos as a post.
   *
   * `POST /project_y/post`
   */
  create(params: sora.CreatePost, options?: CallOptions): Promise<sora.Published>;
  /**
   * Reads a post.
   *
   * `GET /project_y/post/{post_id}`
   */
  get(params: sora.GetPost, options?: CallOptions): Promise<sora.Published>;
  /**
   * Deletes a post. What is gone already is no error.
   *
   * `DELETE /project_y/post/{post_id}`
   */
  delete(params: sora.DeletePost, options?: CallOptions): Promise<sora.Deleted>;
  /**
   * Reads a post with what it was made from and what was made from it.
   *
   * `GET /project_y/post/{post_id}/tree`
   */
  tree(params: sora.GetPostTree, options?: CallOptions): Promise<sora.PostTree>;
  /**
   * Likes a post.
   *
   * `POST /project_y/post/{post_id}/like`
   */
  like(params: sora.LikePost, options?: CallOptions): Promise<sora.Done>;
  /**
   * Lists the versions that were made of a post.
   *
   * `GET /project_y/post/{post_id}/remix_feed`
   */
  remixes(params: sora.ListRemixes, options?: CallOptions): Promise<sora.PostPage>;
}

export interface SoraProfiles {
  /**
   * Reads a user's or a character's profile by its user name.
   *
   * `GET /project_y/profile/username/{username}`
   */
  get(params: sora.GetProfile, options?: CallOptions): Promise<sora.UserProfile>;
  /**
   * Searches users and characters by the user name.
   *
   * `GET /project_y/profile/search_mentions`
   */
  search(params: sora.SearchProfiles, options?: CallOptions): Promise<sora.MentionPage>;
}

export interface SoraPrompts {
  /**
   * Works a prompt out in more detail.
   *
   * `POST /editor/enhance_prompt`
   */
  enhance(params: sora.EnhancePrompt, options?: CallOptions): Promise<sora.EnhancedPrompt>;
}

export interface SoraQuota {
  /**
   * Asks how many videos the account may still make, and when that resets.
   *
   * `GET /nf/check`
   */
  check(params?: sora.CheckQuota, options?: CallOptions): Promise<sora.Quota>;
}

export interface SoraReferences {
  /**
   * Makes a reference from an uploaded picture.
   *
   * `POST /project_y/references/create`
   */
  create(params: sora.CreateReference, options?: CallOptions): Promise<sora.ReferencePicture>;
  /**
   * Lists the account's references.
   *
   * `GET /project_y/references/mine`
   */
  mine(params?: sora.ListReferences, options?: CallOptions): Promise<sora.ReferencePage>;
  /**
   * Changes a reference. What is not given stays.
   *
   * `PUT /project_y/references/{reference_id}`
   */
  update(params: sora.UpdateReference, options?: CallOptions): Promise<sora.ReferencePicture>;
  /**
   * Deletes a reference. What is gone already is no error.
   *
   * `DELETE /project_y/references/{reference_id}`
   */
  delete(params: sora.DeleteReference, options?: CallOptions): Promise<sora.Deleted>;
}

export interface SoraSentinel {
  /**
   * Asks for a Sentinel challenge, to be solved for one creation or publication.
   *
   * `POST /backend-api/sentinel/req`
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
   */
  exchange(params: sora.ExchangeSession, options?: CallOptions): Promise<sora.Session>;
}

export interface SoraStoryboards {
  /**
   * Creates a video from shots, each with its length and its scene. The prompt
   * is written from them.
   *
   * `POST /nf/create/storyboard`
   */
  create(params: sora.CreateStoryboard, options?: CallOptions): Promise<sora.CreatedTask>;
}

export interface SoraTasks {
  /**
   * Lists the videos that are being made. One request serves all of an account's
   * jobs. A job that has ended is no longer listed, and stands among the drafts
   * a few seconds later (wire.md §2.1).
   *
   * `GET /nf/pending/v2`
   */
  pending(params?: sora.ListPending, options?: CallOptions): Promise<sora.PendingTask[]>;
  /**
   * Lists the videos that are being made, by the older path, whose progress jumps
   * from 0 to 0.9 (wire.md §2.1).
   *
   * `GET /nf/pending`
   */
  pending_v1(params?: sora.ListPendingV1, options?: CallOptions): Promise<sora.PendingTask[]>;
  /**
   * Lists the latest tasks of images, newest first.
   *
   * `GET /v2/recent_tasks`
   */
  recent(params?: sora.ListRecentTasks, options?: CallOptions): Promise<sora.TaskPage>;
  /**
   * Lists all tasks, newest first. Not in the document.
   *
   * `GET /v2/list_tasks`
   */
  list(params?: sora.ListTasks, options?: CallOptions): Promise<sora.TaskPage>;
}

export interface SoraTokens {
  /**
   * Exchanges a refresh token for a new access token.
   *
   * The refresh token is used up by the call: the answer's one replaces it, and
   * has to be stored before the access token is used (wire.md §2.1). A refresh
   * token works only with the client id that it was issued to (`000_*` §1.3).
   *
   * `POST /oauth/token`
   */
  refresh(params: sora.RefreshToken, options?: CallOptions): Promise<sora.RefreshedToken>;
}

export interface SoraUploads {
  /**
   * Uploads an image for a creation to start from: PNG, JPEG or WebP, by
   * content, of at most 20 MiB.
   *
   * `POST /uploads`
   */
  image(params: sora.UploadImage, options?: CallOptions): Promise<sora.Uploaded>;
  /**
   * Uploads a video to make a character from: MP4, by content.
   *
   * `POST /characters/upload`
   */
  character(params: sora.UploadCharacter, options?: CallOptions): Promise<sora.Uploaded>;
  /**
   * Uploads a character's picture, or an image to start from by the newer way:
   * PNG, JPEG or WebP, by content, of at most 20 MiB.
   *
   * `POST /project_y/file/upload`
   */
  file(params: sora.UploadFile, options?: CallOptions): Promise<sora.UploadedFile>;
}

export interface SoraUsername {
  /**
   * Asks whether a user name is free.
   *
   * `POST /project_y/profile/username/check`
   */
  check(params: sora.CheckUsername, options?: CallOptions): Promise<sora.UsernameAvailability>;
  /**
   * Sets the account's user name, which publishing needs.
   *
   * `POST /project_y/profile/username/set`
   */
  set(params: sora.SetUsername, options?: CallOptions): Promise<sora.Username>;
}

export interface SoraVideos {
  /**
   * Creates a video from a prompt, an image, or both, or a new version of a
   * published one.
   *
   * `POST /nf/create`
   */
  create(params: sora.CreateVideo, options?: CallOptions): Promise<sora.CreatedTask>;
  /**
   * Creates several videos from one prompt. Not in the document.
   *
   * `POST /nf/bulk_create`
   */
  bulk_create(params: sora.CreateVideos, options?: CallOptions): Promise<sora.CreatedTasks>;
  /**
   * Makes a finished video longer. Not in the document.
   *
   * `POST /project_y/profile/drafts/{generation_id}/long_video_extension`
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

/** Every dialect's operations, as endpoints. */
export interface DialectOperations {
  /** The operations of the dialect `sora`. */
  readonly sora: SoraOperations;
}
