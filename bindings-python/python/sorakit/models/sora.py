"""The types of the `sora` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import datetime

from typing import Any, Literal

from .._model import Model as _Model
from .._model import default as _default

__all__ = [
    "AcceptInvite",
    "AcceptedInvite",
    "Attachment",
    "Bootstrap",
    "CameoProgress",
    "CameoStage",
    "CharacterFromGeneration",
    "CheckQuota",
    "CheckUsername",
    "CreateImage",
    "CreatePost",
    "CreateReference",
    "CreateStoryboard",
    "CreateVideo",
    "CreateVideos",
    "CreatedTask",
    "CreatedTasks",
    "DeleteCharacter",
    "DeletePost",
    "DeleteReference",
    "Deleted",
    "Done",
    "DownloadUrls",
    "Draft",
    "DraftPage",
    "Encoding",
    "Encodings",
    "EnhancePrompt",
    "EnhancedPrompt",
    "ExchangeSession",
    "ExpansionLevel",
    "ExtendVideo",
    "FinalizeCharacter",
    "Finalized",
    "FinalizedCharacter",
    "Generation",
    "GenerationDownload",
    "GetCameoProgress",
    "GetDraft",
    "GetGenerationDownload",
    "GetInvite",
    "GetMe",
    "GetMyProfile",
    "GetPost",
    "GetPostTree",
    "GetProfile",
    "ImageItem",
    "ImageOperation",
    "Initialize",
    "InpaintItem",
    "Instruction",
    "InstructionSet",
    "Invite",
    "LikePost",
    "ListDrafts",
    "ListDraftsV2",
    "ListPending",
    "ListPendingV1",
    "ListProfileFeed",
    "ListPublicFeed",
    "ListRecentTasks",
    "ListReferences",
    "ListRemixes",
    "ListSubscriptions",
    "ListTasks",
    "Me",
    "Mention",
    "MentionPage",
    "Model",
    "MyProfile",
    "NewAttachment",
    "Orientation",
    "PendingTask",
    "Plan",
    "Post",
    "PostPage",
    "PostTree",
    "ProofOfWork",
    "Published",
    "Quota",
    "RateLimitAndCreditBalance",
    "ReferencePage",
    "ReferencePicture",
    "RefreshToken",
    "RefreshedToken",
    "RequestSentinel",
    "ResolveLink",
    "ResolvedLink",
    "SearchProfiles",
    "SentinelChallenge",
    "Session",
    "SessionUser",
    "SetUsername",
    "Shot",
    "Size",
    "Style",
    "Subscription",
    "Subscriptions",
    "Task",
    "TaskPage",
    "Turnstile",
    "UpdateCameo",
    "UpdateReference",
    "UploadCharacter",
    "UploadFile",
    "UploadImage",
    "Uploaded",
    "UploadedFile",
    "UseCase",
    "UserProfile",
    "Username",
    "UsernameAvailability",
    "Visibility",
    "OAUTH_CLIENTS",
]


class AcceptInvite(_Model):
    """Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same
    effect as once, and the answer says so.
    """

    invite_code: str
    """The code, such as `SORA-XXXX-XXXX`."""


class AcceptedInvite(_Model):
    """The result of accepting an invite."""

    success: bool = False
    """True if the account can use Sora 2 now."""

    already_accepted: bool = False
    """True if the account could already use Sora 2 before."""


class Attachment(_Model):
    """A video of a post."""

    _nested = {"download_urls": "DownloadUrls", "encodings": "Encodings"}

    kind: str | None = None
    """`sora`."""

    generation_id: str | None = None
    """The generation, `gen_…`."""

    url: str | None = None
    """The video."""

    downloadable_url: str | None = None
    """The video, for downloading."""

    download_urls: DownloadUrls | None = None
    """The video with and without its watermark, as the server offers them."""

    encodings: Encodings | None = None
    """The files in which the video is offered."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""

    n_frames: int | None = None
    """The length in frames."""


class CameoProgress(_Model):
    """The progress of the processing of a character's video."""

    _times = frozenset(("created_at",))

    status: str | None = None
    """`processing`, `completed` or `failed`; real servers leave it `null`, or write
    `finalized`.
    """

    status_message: str | None = None
    """`Completed`, which real servers write instead of a status."""

    display_name_hint: str | None = None
    """A suggestion for the display name."""

    username_hint: str | None = None
    """A suggestion for the user name."""

    profile_asset_url: str | None = None
    """The address of a picture taken from the video."""

    instruction_set_hint: Any = None
    """A description of the character: text, or a list of texts."""

    instruction_set: Any = None
    """The instructions, as real servers give them: a list."""

    stage: CameoStage = "processing"
    """The stage of the processing, from whichever field tells it: see `stage`."""

    created_at: datetime | None = None
    """The time at which the video was uploaded."""


class CharacterFromGeneration(_Model):
    """Makes a character from a video of the account's own."""

    generation_id: str
    """The generation whose video is used, `gen_…`."""

    character_id: str | None = None
    """The character to make again; a new one is made when absent."""

    timestamps: list[float] | str = _default(factory=list)
    """The part of the video in which the character is seen, from start to end in seconds, as
    `[0, 3]` or `"0,3"`.
    """


class CheckUsername(_Model):
    """Asks whether a user name is free."""

    username: str
    """The name, without `@`."""


class CreateImage(_Model):
    """Creates an image, from a prompt or from other images."""

    _nested = {"inpaint_items": "ImageItem"}

    type: str = "image_gen"
    """`image_gen`."""

    operation: ImageOperation
    """The source of the image: the prompt, or other images."""

    prompt: str
    """A description of the image."""

    width: int
    """Width in pixels: 360, or 540 in landscape."""

    height: int
    """Height in pixels: 360, or 540 in portrait."""

    n_variants: int = 1
    """The number of variants; the document has 1, and servers also accept 2 and 4."""

    n_frames: int = 1
    """1: an image is a single frame."""

    inpaint_items: list[ImageItem] = _default(factory=list)
    """The images to start from, for a remix."""


class CreatePost(_Model):
    """Publishes finished videos as a post."""

    _nested = {"attachments_to_create": "NewAttachment"}

    attachments_to_create: list[NewAttachment]
    """The videos."""

    post_text: str = ""
    """The text; it may be empty."""


class CreateReference(_Model):
    """Makes a reference from an uploaded picture."""

    name: str
    """The reference's name."""

    description: str | None = None
    """A description of the picture."""

    asset_pointer: str | None = None
    """The picture, as `UploadFile` answered it."""


class CreateStoryboard(_Model):
    """Creates a video from shots, each with its length and its scene: as `shots`, from which
    the prompt is written, or as a `prompt` in the backend's own syntax.
    """

    _nested = {"shots": "Shot", "inpaint_items": "InpaintItem"}

    shots: list[Shot] = _default(factory=list)
    """The shots, in order; together at most as long as the video. These or `prompt`."""

    prompt: str | None = None
    """The shots as the backend writes them: `current timeline:`, then for each shot the lines
    `Shot 1:`, `duration: 5.0sec` and `Scene: …`. This or `shots`.
    """

    instructions: str | None = None
    """Instructions for the whole video; not with `prompt`, which includes them."""

    kind: str = "video"
    """`video`."""

    orientation: Orientation
    """The orientation."""

    size: Size | None = None
    """`small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
    of its original, and needs none.
    """

    n_frames: int
    """The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
    also accept 150 and 600.
    """

    model: Model
    """`sy_8` is standard, `sy_ore` is Pro."""

    inpaint_items: list[InpaintItem] = _default(factory=list)
    """Images to start from."""

    style_id: Style | None = None
    """The style."""

    title: str | None = None
    """The title."""

    remix_target_id: str | None = None
    """The post to remix, `s_…`."""

    reroll_target_id: str | None = None
    """The draft to make again. Not in the document."""

    cameo_ids: list[str] | None = None
    """The characters that appear."""

    cameo_replacements: dict[str, Any] | None = None
    """A map of the replacements: the character that takes the place of another."""

    storyboard_id: str | None = None
    """The storyboard that the video belongs to."""

    metadata: Any = None
    """Data of the caller's own."""

    audio_caption: str | None = None
    """A description of the sound."""

    audio_transcript: str | None = None
    """The spoken words."""

    video_caption: str | None = None
    """A description of the picture."""

    use_image_as_first_frame: bool | None = None
    """True if the first image is the first frame. Not in the document."""


class CreateVideo(_Model):
    """Creates a video from a prompt, an image, or both, or a remix of a published one."""

    _nested = {"inpaint_items": "InpaintItem"}

    prompt: str
    """A description of the video."""

    kind: str = "video"
    """`video`."""

    orientation: Orientation
    """The orientation."""

    size: Size | None = None
    """`small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
    of its original, and needs none.
    """

    n_frames: int
    """The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
    also accept 150 and 600.
    """

    model: Model
    """`sy_8` is standard, `sy_ore` is Pro."""

    inpaint_items: list[InpaintItem] = _default(factory=list)
    """Images to start from."""

    style_id: Style | None = None
    """The style."""

    title: str | None = None
    """The title."""

    remix_target_id: str | None = None
    """The post to remix, `s_…`."""

    reroll_target_id: str | None = None
    """The draft to make again. Not in the document."""

    cameo_ids: list[str] | None = None
    """The characters that appear."""

    cameo_replacements: dict[str, Any] | None = None
    """A map of the replacements: the character that takes the place of another."""

    storyboard_id: str | None = None
    """The storyboard that the video belongs to."""

    metadata: Any = None
    """Data of the caller's own."""

    audio_caption: str | None = None
    """A description of the sound."""

    audio_transcript: str | None = None
    """The spoken words."""

    video_caption: str | None = None
    """A description of the picture."""

    use_image_as_first_frame: bool | None = None
    """True if the first image is the first frame. Not in the document."""


class CreateVideos(_Model):
    """Creates several videos from one prompt. Not in the document."""

    _nested = {"inpaint_items": "InpaintItem"}

    prompt: str
    """A description of the videos."""

    nsamples: int
    """The number of videos, from 2 to 4."""

    kind: str = "video"
    """`video`."""

    orientation: Orientation
    """The orientation."""

    size: Size | None = None
    """`small` is standard resolution; `large` is HD, for `sy_ore` only. A remix keeps the size
    of its original, and needs none.
    """

    n_frames: int
    """The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers
    also accept 150 and 600.
    """

    model: Model
    """`sy_8` is standard, `sy_ore` is Pro."""

    inpaint_items: list[InpaintItem] = _default(factory=list)
    """Images to start from."""

    style_id: Style | None = None
    """The style."""

    title: str | None = None
    """The title."""

    remix_target_id: str | None = None
    """The post to remix, `s_…`."""

    reroll_target_id: str | None = None
    """The draft to make again. Not in the document."""

    cameo_ids: list[str] | None = None
    """The characters that appear."""

    cameo_replacements: dict[str, Any] | None = None
    """A map of the replacements: the character that takes the place of another."""

    storyboard_id: str | None = None
    """The storyboard that the video belongs to."""

    metadata: Any = None
    """Data of the caller's own."""

    audio_caption: str | None = None
    """A description of the sound."""

    audio_transcript: str | None = None
    """The spoken words."""

    video_caption: str | None = None
    """A description of the picture."""

    use_image_as_first_frame: bool | None = None
    """True if the first image is the first frame. Not in the document."""


class CreatedTask(_Model):
    """The task that a creation started."""

    id: str
    """The task's id: `task_…` or `gen_…`. Opaque."""


class CreatedTasks(_Model):
    """The tasks that a creation of several videos started."""

    _nested = {"tasks": "CreatedTask"}

    tasks: list[CreatedTask] = _default(factory=list)
    """The tasks."""


class DeleteCharacter(_Model):
    """Deletes a character. A character that is already gone is not an error."""

    character_id: str
    """The character."""


class DeletePost(_Model):
    """Deletes a post. A post that is already gone is not an error."""

    post_id: str
    """The post, `s_…`."""


class DeleteReference(_Model):
    """Deletes a reference. A reference that is already gone is not an error."""

    reference_id: str
    """The reference."""


class Deleted(_Model):
    """The outcome of a deletion."""

    already_gone: bool = False
    """True if the server had no such thing: it was deleted earlier, or never existed."""


class Done(_Model):
    """The outcome of an operation that only reports success."""

    success: bool = True
    """True if the operation succeeded; also true if a server answers nothing but a good status."""


class DownloadUrls(_Model):
    """The addresses of a video with and without its watermark, as the server gives them."""

    watermark: str | None = None
    """With the watermark."""

    no_watermark: str | None = None
    """Without the watermark; absent if the server does not offer that."""

    endcard_watermark: str | None = None
    """With a card at the end."""


class Draft(_Model):
    """A finished video, or the refusal that takes its place."""

    _nested = {"download_urls": "DownloadUrls", "encodings": "Encodings"}

    _times = frozenset(("created_at",))

    id: str
    """The generation's id, `gen_…`."""

    task_id: str | None = None
    """The task that made the draft, `task_…`."""

    kind: str | None = None
    """`sora_draft`, `sora_content_violation` or `sora_error`."""

    status: str | None = None
    """The state, in the server's words."""

    reason_str: str | None = None
    """The reason for a refusal or failure."""

    markdown_reason_str: str | None = None
    """The same reason, in Markdown."""

    url: str | None = None
    """The video."""

    downloadable_url: str | None = None
    """The video, for downloading."""

    video_url: str | None = None
    """The video by its name in the document, under whichever name the server gives it."""

    download_urls: DownloadUrls | None = None
    """The video with and without its watermark, as the server offers them."""

    thumbnail_url: str | None = None
    """A still of the video."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""

    duration_s: float | None = None
    """Length in seconds."""

    duration_seconds: float | None = None
    """The same, by its name in the document."""

    orientation: str | None = None
    """The orientation."""

    n_frames: int | None = None
    """The length in frames, at 30 a second."""

    model: str | None = None
    """The model, such as `sy_8`."""

    title: str | None = None
    """The title."""

    created_at: datetime | None = None
    """The time of creation."""

    prompt: str | None = None
    """The prompt."""

    encodings: Encodings | None = None
    """The files in which the draft is offered."""


class DraftPage(_Model):
    """A page of drafts."""

    _nested = {"items": "Draft", "drafts": "Draft"}

    items: list[Draft] = _default(factory=list)
    """The drafts, newest first."""

    drafts: list[Draft] = _default(factory=list)
    """The same drafts, by their name in the document."""

    cursor: str | None = None
    """The cursor of the next page; absent on the last page."""


class Encoding(_Model):
    """One file of a draft or post."""

    path: str | None = None
    """The file's address."""

    size: int | None = None
    """The size in bytes."""


class Encodings(_Model):
    """The files in which a draft or post is offered."""

    _nested = {"source": "Encoding", "thumbnail": "Encoding"}

    source: Encoding | None = None
    """The video as it was made."""

    thumbnail: Encoding | None = None
    """A still of the video."""


class EnhancePrompt(_Model):
    """Rewrites a prompt in more detail."""

    prompt: str
    """The prompt."""

    expansion_level: ExpansionLevel
    """The amount of detail."""

    duration_s: int
    """The length in seconds of the video that the prompt is for: 10, 15 or 20."""


class EnhancedPrompt(_Model):
    """A prompt in more detail."""

    enhanced_prompt: str
    """The new prompt."""


class ExchangeSession(_Model):
    """Exchanges the session token of a signed-in user for an access token.

    The session token travels in the cookie `__Secure-next-auth.session-token`.
    """

    _secret = frozenset(("session_token",))

    session_token: str
    """The session token, as the cookie holds it."""


class ExtendVideo(_Model):
    """Extends a finished video. Not in the document."""

    generation_id: str
    """The draft to extend, `gen_…`."""

    user_prompt: str
    """A description of what happens next."""

    extension_duration_s: int
    """The length to add, in seconds: 10 or 15."""

    enable_rewrite: bool = True
    """True if the server may rewrite the prompt."""


class FinalizeCharacter(_Model):
    """Turns a processed cameo into a character."""

    _nested = {"instruction_set": "InstructionSet", "safety_instruction_set": "InstructionSet"}

    cameo_id: str
    """The cameo, `cameo_…`."""

    username: str
    """The character's user name, without `@`."""

    display_name: str
    """The display name."""

    profile_asset_pointer: str
    """The picture, as `UploadFile` answered it."""

    instruction_set: InstructionSet | None = None
    """Instructions for the character's behaviour. The document sends `null`."""

    safety_instruction_set: InstructionSet | None = None
    """Instructions about things the character must not do. The document sends `null`."""


class Finalized(_Model):
    """The answer to `FinalizeCharacter`."""

    _nested = {"character": "FinalizedCharacter"}

    character: FinalizedCharacter
    """The character."""


class FinalizedCharacter(_Model):
    """A new character."""

    character_id: str
    """The character's id, `char_…` or `ch_…`."""


class Generation(_Model):
    """An image or video that a task made."""

    id: str | None = None
    """The generation's id, `gen_…`."""

    url: str | None = None
    """The address."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""


class GenerationDownload(_Model):
    """The address of a file."""

    url: str
    """The address, signed and valid for a limited time."""


class GetCameoProgress(_Model):
    """Reads the progress of the processing of a character's video."""

    cameo_id: str
    """The cameo, `cameo_…`."""


class GetDraft(_Model):
    """Reads one finished video. Not in the document."""

    generation_id: str
    """The generation, `gen_…`."""


class GetGenerationDownload(_Model):
    """Asks for the address of a generation's file. Not in the document."""

    generation_id: str
    """The generation, `gen_…`."""


class GetPost(_Model):
    """Reads a post."""

    post_id: str
    """The post, `s_…`."""


class GetPostTree(_Model):
    """Reads a post with its original and its remixes."""

    post_id: str
    """The post, `s_…`."""


class GetProfile(_Model):
    """Reads a user's or a character's profile by its user name."""

    username: str
    """The user name, without `@`."""


class ImageItem(_Model):
    """An image from which another one starts."""

    type: str = "image"
    """`image`."""

    frame_index: int = 0
    """0."""

    upload_media_id: str
    """The media id that `UploadImage` answered."""


class InpaintItem(_Model):
    """An item that a video starts from."""

    kind: Literal["upload", "file", "generation", "reference"] | None = None

    upload_id: str | None = None
    """The image's media id."""

    file_id: str | None = None
    """The file's id."""

    generation_id: str | None = None
    """The generation's id."""

    reference_id: str | None = None
    """The reference's id."""


class Instruction(_Model):
    """One instruction."""

    type: str = "text"
    """`text`."""

    value: str
    """The instruction in words."""


class InstructionSet(_Model):
    """Instructions for a character, as real clients send them: `{"value": [{"type": "text",
    "value": "…"}]}`.
    """

    _nested = {"value": "Instruction"}

    value: list[Instruction]
    """The instructions."""


class Invite(_Model):
    """The account's own invite code."""

    invite_code: str | None = None
    """The code."""

    redeemed_count: int = 0
    """The number of times the code was used."""

    total_count: int = 0
    """The total number of times the code can be used."""


class LikePost(_Model):
    """Likes a post."""

    post_id: str
    """The post, `s_…`."""


class ListDrafts(_Model):
    """Lists the account's finished videos, newest first."""

    limit: int | None = None
    """The maximum number of drafts to return, from 1 to 100; the server's default is 15."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""


class ListDraftsV2(_Model):
    """Lists the account's finished videos by the newer path. Not in the document."""

    limit: int | None = None
    """The maximum number of drafts to return, from 1 to 100."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""


class ListProfileFeed(_Model):
    """Lists the posts of one user."""

    user: str = "me"
    """The user's id, or `me`."""

    limit: int | None = None
    """The maximum number of posts to return, from 1 to 100."""

    cut: str | None = None
    """`nf2`."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""


class ListPublicFeed(_Model):
    """Lists the posts of all users."""

    limit: int | None = None
    """The maximum number of posts to return, from 1 to 100."""

    cut: str | None = None
    """`nf2_latest` or `nf2_top`."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""


class ListRecentTasks(_Model):
    """Lists the latest image tasks, newest first."""

    limit: int | None = None
    """The maximum number of tasks to return, from 1 to 100; the server's default is 20."""


class ListReferences(_Model):
    """Lists the account's references."""

    limit: int | None = None
    """The maximum number of references to return."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""


class ListRemixes(_Model):
    """Lists the remixes of a post."""

    post_id: str
    """The post, `s_…`."""

    limit: int | None = None
    """The maximum number of posts to return, from 1 to 100."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""


class ListTasks(_Model):
    """Lists all tasks, newest first. Not in the document."""

    limit: int | None = None
    """The maximum number of tasks to return, from 1 to 100."""

    after: str | None = None
    """The position to continue from: the `last_id` of the previous page."""


class Me(_Model):
    """The signed-in user. Any field may be absent."""

    _times = frozenset(("created_at",))

    email: str | None = None
    """The e-mail address."""

    name: str | None = None
    """The display name."""

    username: str | None = None
    """The user name; absent until one is set."""

    picture: str | None = None
    """The address of the picture."""

    created_at: datetime | None = None
    """The time at which the account was created."""


class Mention(_Model):
    """A user or character that was found."""

    _nested = {"profile": "UserProfile"}

    profile: UserProfile
    """The profile of the user or character."""


class MentionPage(_Model):
    """A page of search results."""

    _nested = {"items": "Mention"}

    items: list[Mention] = _default(factory=list)
    """The search results."""

    cursor: str | None = None
    """The cursor of the next page; absent on the last page."""


class MyProfile(_Model):
    """The account's own profile."""

    _nested = {"profile": "UserProfile"}

    profile: UserProfile | None = None
    """The public profile."""

    my_info: dict[str, Any] = _default(factory=dict)
    """Information that only the account itself sees, such as its invite code."""


class NewAttachment(_Model):
    """A video to publish."""

    generation_id: str
    """The generation, `gen_…`, not the task."""

    kind: str = "sora"
    """`sora`."""


class PendingTask(_Model):
    """A video that is being made."""

    _times = frozenset(("created_at",))

    id: str
    """The task's id: `task_…` or `gen_…`."""

    status: str | None = None
    """The state, in the server's words: `pending`, `processing`, `preprocessing`, `queued`,
    `running`, `completed`, `succeeded`, `failed`, `error`.
    """

    progress_pct: float | None = None
    """Progress from 0 to 1. Servers write `progress` or `progress_pct`, and neither while the
    task waits.
    """

    progress: float | None = None
    """The same, by its name in the document."""

    created_at: datetime | None = None
    """The time at which the task was created."""

    prompt: str | None = None
    """The prompt."""

    orientation: str | None = None
    """The orientation."""

    n_frames: int | None = None
    """The length in frames, at 30 a second."""

    model: str | None = None
    """The model, such as `sy_8`."""

    failure_reason: str | None = None
    """The reason for the task's failure."""


class Plan(_Model):
    """A plan."""

    id: str | None = None
    """The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers also write
    it, `chatgptplusplan`. Others exist.
    """

    title: str | None = None
    """The plan's name, such as `ChatGPT Plus`."""


class Post(_Model):
    """A post."""

    _nested = {"attachments": "Attachment"}

    _times = frozenset(("posted_at", "created_at",))

    id: str
    """The post's id, `s_…`."""

    permalink: str | None = None
    """The address of the post's page."""

    text: str | None = None
    """The text."""

    posted_at: datetime | None = None
    """The time of publication."""

    created_at: datetime | None = None
    """The same, by its name in the document."""

    video_url: str | None = None
    """The video by its name in the document, under whichever name the server gives it."""

    like_count: int | None = None
    """The number of likes."""

    view_count: int | None = None
    """The number of views."""

    remix_count: int | None = None
    """The number of remixes."""

    parent_post_id: str | None = None
    """The post of which this one is a remix."""

    attachments: list[Attachment] = _default(factory=list)
    """The videos."""


class PostPage(_Model):
    """A page of posts."""

    _nested = {"items": "Published"}

    items: list[Published] = _default(factory=list)
    """The posts."""

    cursor: str | None = None
    """The cursor of the next page; absent on the last page."""


class PostTree(_Model):
    """A post with its original and its remixes."""

    _nested = {"post": "Post", "profile": "UserProfile", "parent": "Published", "children": "PostPage"}

    post: Post
    """The post."""

    profile: UserProfile | None = None
    """The author."""

    parent: Published | None = None
    """The post of which this one is a remix."""

    children: PostPage | None = None
    """The remixes of the post."""


class ProofOfWork(_Model):
    """The proof of work of a challenge."""

    required: bool = False
    """True if the proof of work is required."""

    seed: str | None = None
    """The seed that is hashed before the answer."""

    difficulty: str | None = None
    """The bound for the first bytes of the hash, in hexadecimal."""


class Published(_Model):
    """A post and its author."""

    _nested = {"post": "Post", "profile": "UserProfile"}

    post: Post
    """The post."""

    profile: UserProfile | None = None
    """The author."""


class Quota(_Model):
    """The account's quota."""

    _nested = {"rate_limit_and_credit_balance": "RateLimitAndCreditBalance"}

    rate_limit_and_credit_balance: RateLimitAndCreditBalance | None = None
    """The figures."""


class RateLimitAndCreditBalance(_Model):
    """The figures of a quota. What a server leaves out reads as zero or false."""

    estimated_num_videos_remaining: int = 0
    """The approximate number of videos left."""

    rate_limit_reached: bool = False
    """True if no more videos may be made until the reset."""

    access_resets_in_seconds: int = 0
    """Seconds until the quota is full again."""


class ReferencePage(_Model):
    """A page of references."""

    _nested = {"items": "ReferencePicture"}

    items: list[ReferencePicture] = _default(factory=list)
    """The references."""

    cursor: str | None = None
    """The cursor of the next page; absent on the last page."""


class ReferencePicture(_Model):
    """A picture that prompts can use again."""

    _times = frozenset(("created_at",))

    reference_id: str
    """The reference's id, which an `InpaintItem.Reference` names."""

    name: str | None = None
    """The reference's name."""

    description: str | None = None
    """A description of the picture."""

    asset_pointer: str | None = None
    """The picture."""

    created_at: datetime | None = None
    """The time of creation."""


class RefreshToken(_Model):
    """Exchanges a refresh token for a new access token.

    The refresh token is used up by the call: the answer's one replaces it, and has to be
    stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh token works
    only with the client id that it was issued to (`docs/wire/sora.md` §1.3); the documented
    ones are `OAUTH_CLIENTS`, in Rust `OauthClient.ALL`.
    """

    _secret = frozenset(("refresh_token",))

    refresh_token: str
    """The refresh token."""

    client_id: str | None = None
    """The client id that the token was issued to. Default: the iOS application's,
    `app_LlGpXReQgckcGGUo2JrYvtJK`.
    """

    redirect_uri: str | None = None
    """The redirect URI that belongs to the client id. Default: that of a known client."""


class RefreshedToken(_Model):
    """The new tokens."""

    _secret = frozenset(("access_token", "refresh_token",))

    access_token: str = ""
    """The new access token, a JWT. Empty if the answer holds a refresh token alone, which has
    to be stored all the same.
    """

    refresh_token: str | None = None
    """The refresh token for the next time. Absent when the old one stays valid."""

    expires_in: int | None = None
    """The lifetime of the access token, in seconds."""

    token_type: str | None = None
    """`Bearer`."""


class RequestSentinel(_Model):
    """Asks for a Sentinel challenge, to be solved for one creation or publication."""

    p: str
    """The first proof of work: `gAAAAAC` and the answer for a random seed with difficulty
    `0fffff`.
    """

    id: str
    """The request's id, a UUID. Public clients send the device id."""

    flow: str
    """The purpose of the challenge, such as `sora_init`. Servers accept other words too
    (`docs/wire/sora.md` §2.4).
    """


class ResolveLink(_Model):
    """Asks the link service that the caller has configured (`links_url`) for the address of a
    published video. sorakit knows of no such service and bundles none; the account's
    credential does not go there.
    """

    _secret = frozenset(("token",))

    url: str
    """The post's page, `https://…/p/s_…`."""

    token: str
    """The token of the link service."""


class ResolvedLink(_Model):
    """The address of a published video."""

    download_link: str
    """The video's address."""


class SearchProfiles(_Model):
    """Searches users and characters by user name."""

    username: str
    """The text to find in user names, without `@`."""

    intent: str | None = None
    """The kind of profile to look for: `users`, or `cameo` for characters only."""

    limit: int | None = None
    """The maximum number of profiles to return, from 1 to 100."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""


class SentinelChallenge(_Model):
    """A Sentinel challenge."""

    _nested = {"turnstile": "Turnstile", "proofofwork": "ProofOfWork"}

    token: str = ""
    """The challenge's own token, sent back as `c`."""

    turnstile: Turnstile | None = None
    """The Turnstile part. sorakit runs no challenge scripts; `dx` is sent back."""

    proofofwork: ProofOfWork | None = None
    """The proof of work that is required. Absent means none."""


class Session(_Model):
    """The signed-in session."""

    _nested = {"user": "SessionUser"}

    _secret = frozenset(("accessToken",))

    _times = frozenset(("expires",))

    accessToken: str
    """The access token, a JWT; its `exp` claim holds its expiry."""

    user: SessionUser | None = None
    """The signed-in user."""

    expires: datetime | None = None
    """The end of the session, not of the access token."""


class SessionUser(_Model):
    """The signed-in user."""

    email: str | None = None
    """The e-mail address."""

    name: str | None = None
    """The display name."""


class SetUsername(_Model):
    """Sets the account's user name, which publishing needs."""

    username: str
    """The name, without `@`."""


class Shot(_Model):
    """A shot of a storyboard."""

    duration: float
    """The length in seconds."""

    scene: str
    """A description of the shot."""


class Subscription(_Model):
    """A subscription."""

    _nested = {"plan": "Plan"}

    _times = frozenset(("end_ts",))

    plan: Plan | None = None
    """The plan that is subscribed to."""

    end_ts: datetime | None = None
    """The end of the subscription. Servers write it as ISO time, or as a number of seconds or
    milliseconds, also in a string.
    """


class Subscriptions(_Model):
    """The account's subscriptions."""

    _nested = {"data": "Subscription"}

    data: list[Subscription] = _default(factory=list)
    """The subscriptions."""


class Task(_Model):
    """A task."""

    _nested = {"generations": "Generation"}

    _times = frozenset(("created_at",))

    id: str
    """The task's id, `task_…`."""

    type: str | None = None
    """`image_gen` or `video_gen`."""

    status: str | None = None
    """The state, in the server's words: `completed` and its synonyms, or `queued`, `running`,
    `succeeded`, `failed`.
    """

    progress_pct: float | None = None
    """Progress from 0 to 1, when the server reports it."""

    created_at: datetime | None = None
    """The time of creation."""

    prompt: str | None = None
    """The prompt."""

    image_url: str | None = None
    """The image, as the document names it."""

    generations: list[Generation] = _default(factory=list)
    """The images and videos that the task made."""

    failure_reason: str | None = None
    """The reason for the failure."""

    error_message: str | None = None
    """The same, as some servers name it."""


class TaskPage(_Model):
    """A page of tasks."""

    _nested = {"tasks": "Task"}

    tasks: list[Task] = _default(factory=list)
    """The tasks, newest first. Servers name the list `tasks` or `task_responses`."""

    last_id: str | None = None
    """The last task's id."""

    has_more: bool = False
    """True if there are more tasks."""


class Turnstile(_Model):
    """The Turnstile part of a challenge."""

    dx: str | None = None
    """The value that is sent back as `t`."""


class UpdateCameo(_Model):
    """Changes who may use a character, or how it behaves. Fields that are not given stay
    unchanged.
    """

    _nested = {"instruction_set": "InstructionSet", "safety_instruction_set": "InstructionSet"}

    cameo_id: str
    """The cameo, `cameo_…`."""

    visibility: Visibility | None = None
    """The people who may use the character."""

    instruction_set: InstructionSet | None = None
    """Instructions for the character's behaviour. Not in the document."""

    safety_instruction_set: InstructionSet | None = None
    """Instructions about things the character must not do. Not in the document."""


class UpdateReference(_Model):
    """Changes a reference. Fields that are not given stay unchanged."""

    reference_id: str
    """The reference."""

    name: str | None = None
    """The new name."""

    description: str | None = None
    """The new description."""

    asset_pointer: str | None = None
    """The new picture."""


class UploadCharacter(_Model):
    """Uploads a video to make a character from: MP4, by content."""

    file: Any
    """The video."""

    timestamps: list[float] | str = _default(factory=list)
    """The part of the video in which the character is seen, from start to end in seconds, as
    `[0, 3]` or `"0,3"`.
    """


class UploadFile(_Model):
    """Uploads a character's picture, or an image to start from by the newer way: PNG, JPEG or
    WebP, by content.
    """

    file: Any
    """The image; WebP is recommended for a character's picture."""

    use_case: UseCase = "profile"
    """The purpose of the file."""


class UploadImage(_Model):
    """Uploads an image for a creation to start from: PNG, JPEG or WebP, by content."""

    file: Any
    """The image."""


class Uploaded(_Model):
    """The result of an upload."""

    id: str
    """The media id: `upload_…` or `media_…`. Opaque."""


class UploadedFile(_Model):
    """An uploaded file."""

    asset_pointer: str
    """The pointer that names the file in later requests: `asset_ptr_…` or `sediment://file_…`."""

    file_id: str | None = None
    """The file's id, `file_…`, which an `InpaintItem.File` names. Not every server gives one."""

    url: str | None = None
    """The address."""

    size: int | None = None
    """The size in bytes."""


class UserProfile(_Model):
    """The public profile of a user or a character."""

    _times = frozenset(("created_at",))

    user_id: str | None = None
    """The user's id."""

    username: str | None = None
    """The user name."""

    display_name: str | None = None
    """The display name."""

    profile_picture_url: str | None = None
    """The address of the picture."""

    permalink: str | None = None
    """The address of the profile's page."""

    description: str | None = None
    """The user's own description."""

    character_id: str | None = None
    """The character's id, if the profile is that of a character."""

    cameo_id: str | None = None
    """The cameo from which the character was made."""

    follower_count: int | None = None
    """The number of followers."""

    post_count: int | None = None
    """The number of posts."""

    created_at: datetime | None = None
    """The time at which the profile was created."""


class Username(_Model):
    """The account's names."""

    username: str | None = None
    """The user name."""

    display_name: str | None = None
    """The display name."""


class UsernameAvailability(_Model):
    """The availability of a user name."""

    available: bool = False
    """True if the name can be taken."""


Bootstrap = dict[str, Any]
"""Opens Sora 2 to an account that uses it for the first time."""


CameoStage = Literal["processing", "ready", "finalized", "failed"]
"""The stage of the processing of a character's video.

- `processing`: The processing is under way.
- `ready`: The processing is done, and the character can be finalized.
- `finalized`: The cameo has already been made a character.
- `failed`: The processing failed.
"""


CheckQuota = dict[str, Any]
"""Asks how many videos the account may still make, and when that resets."""


ExpansionLevel = Literal["short", "medium", "long"]
"""The amount of detail added to a prompt.

- `short`: A little.
- `medium`: Some.
- `long`: A lot.
"""


GetInvite = dict[str, Any]
"""Reads the account's own invite code. The answer is 401 for an account without Sora 2, and 403
for one in a country that is not served.
"""


GetMe = dict[str, Any]
"""Reads the signed-in user."""


GetMyProfile = dict[str, Any]
"""Reads the account's own profile, another source of its user name and invite code."""


ImageOperation = Literal["simple_compose", "remix"]
"""The source that an image is made from.

- `simple_compose`: From a prompt.
- `remix`: From other images.
"""


Initialize = dict[str, Any]
"""Makes the call that the web application makes when it opens."""


ListPending = dict[str, Any]
"""Lists the videos that are being made. One request serves all of an account's jobs. A job that
has ended is no longer listed, and appears among the drafts a few seconds later
(`docs/wire/sora.md` §6.1).
"""


ListPendingV1 = dict[str, Any]
"""Lists the videos that are being made, by the older path, whose progress jumps from 0 to 0.9
(`docs/wire/sora.md` §6.4).
"""


ListSubscriptions = dict[str, Any]
"""Lists the account's subscriptions; none for a free account."""


Model = Literal["sy_8", "sy_ore"] | str
"""The model that makes a video."""


Orientation = Literal["landscape", "portrait", "square"] | str
"""The orientation of a video."""


Size = Literal["small", "medium", "large"] | str
"""The resolution class of a video."""


Style = Literal["festive", "kakalaka", "news", "selfie", "handheld", "golden", "anime", "retro", "nostalgic", "comic", "high_def", "kpop", "cartoon2", "selfie3", "animated", "sitcom", "thanksgiving"] | str
"""The style of a video: the ten of `docs/wire/sora.md` §9.2, the others that servers accept,
and any other word.
"""


UseCase = Literal["profile", "inpaint_safe"]
"""The purpose of an uploaded file.

- `profile`: A character's picture (`docs/wire/sora.md` §4.3).
- `inpaint_safe`: An image to start from (`docs/wire/sora.md` §4.3).
"""


Visibility = Literal["private", "public"]
"""The people who may use a character.

- `private`: Only its owner.
- `public`: Everyone.
"""

OAUTH_CLIENTS: dict[str, str] = {
    "app_LlGpXReQgckcGGUo2JrYvtJK": "com.openai.chat://auth0.openai.com/ios/com.openai.chat/callback",
    "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh": "https://chatgpt.com/api/auth/callback/login-web",
}
"""The documented clients that refresh tokens are issued to: each id with its redirect URI. The first
is the default."""
