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
    """Opens Sora 2 to the account with somebody's invite code. Accepting twice is the same as
    once: the answer says so.
    """

    invite_code: str
    """The code, such as `SORA-XXXX-XXXX`."""


class AcceptedInvite(_Model):
    """Whether an invite was accepted."""

    success: bool = False
    """Whether the account can use Sora 2 now."""

    already_accepted: bool = False
    """Whether it could before."""


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
    """The video with and without its mark, as the server offers them."""

    encodings: Encodings | None = None
    """The files it is offered as."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""

    n_frames: int | None = None
    """Its length in frames."""


class CameoProgress(_Model):
    """How far the processing of a character's video is."""

    _times = frozenset(("created_at",))

    status: str | None = None
    """`processing`, `completed` or `failed`; real servers leave it `null`, or say `finalized`."""

    status_message: str | None = None
    """What real servers say instead: `Completed`."""

    display_name_hint: str | None = None
    """A suggestion for the name that is shown."""

    username_hint: str | None = None
    """A suggestion for the user name."""

    profile_asset_url: str | None = None
    """The address of a picture taken from the video."""

    instruction_set_hint: Any = None
    """A description of the character: text, or a list of texts."""

    instruction_set: Any = None
    """The instructions, as real servers give them: a list."""

    stage: CameoStage = "processing"
    """How it stands, whichever field tells: see `stage`."""

    created_at: datetime | None = None
    """When the video was uploaded."""


class CharacterFromGeneration(_Model):
    """Makes a character from a video of the account's own."""

    generation_id: str
    """The generation whose video it is, `gen_…`."""

    character_id: str | None = None
    """The character to make anew; none makes another."""

    timestamps: list[float] | str = _default(factory=list)
    """From where to where the character is seen in seconds, as `[0, 3]` or `"0,3"`."""


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
    """What is done."""

    prompt: str
    """What the image shows."""

    width: int
    """Width in pixels: 360, or 540 in landscape."""

    height: int
    """Height in pixels: 360, or 540 in portrait."""

    n_variants: int = 1
    """How many variants; the document has 1, servers take 2 and 4 too."""

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
    """Its name."""

    description: str | None = None
    """What it shows."""

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
    """What holds for the whole video. Of a `prompt` it is a part."""

    kind: str = "video"
    """`video`."""

    orientation: Orientation
    """Which way it stands."""

    size: Size | None = None
    """`small` is standard resolution, `large` is HD and for `sy_ore` alone. A remix keeps the
    size of what it is made from, and needs none.
    """

    n_frames: int
    """Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers take 150 and
    600 too.
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
    """The post to make a new version of, `s_…`."""

    reroll_target_id: str | None = None
    """The draft to make again. Not in the document."""

    cameo_ids: list[str] | None = None
    """The characters that appear."""

    cameo_replacements: dict[str, Any] | None = None
    """Which character takes whose place."""

    storyboard_id: str | None = None
    """The storyboard that it belongs to."""

    metadata: Any = None
    """Data of the caller's own."""

    audio_caption: str | None = None
    """What is heard."""

    audio_transcript: str | None = None
    """What is said."""

    video_caption: str | None = None
    """What is seen."""

    use_image_as_first_frame: bool | None = None
    """Whether the first image is the first frame. Not in the document."""


class CreateVideo(_Model):
    """Creates a video from a prompt, an image, or both, or a new version of a published one."""

    _nested = {"inpaint_items": "InpaintItem"}

    prompt: str
    """What the video shows."""

    kind: str = "video"
    """`video`."""

    orientation: Orientation
    """Which way it stands."""

    size: Size | None = None
    """`small` is standard resolution, `large` is HD and for `sy_ore` alone. A remix keeps the
    size of what it is made from, and needs none.
    """

    n_frames: int
    """Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers take 150 and
    600 too.
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
    """The post to make a new version of, `s_…`."""

    reroll_target_id: str | None = None
    """The draft to make again. Not in the document."""

    cameo_ids: list[str] | None = None
    """The characters that appear."""

    cameo_replacements: dict[str, Any] | None = None
    """Which character takes whose place."""

    storyboard_id: str | None = None
    """The storyboard that it belongs to."""

    metadata: Any = None
    """Data of the caller's own."""

    audio_caption: str | None = None
    """What is heard."""

    audio_transcript: str | None = None
    """What is said."""

    video_caption: str | None = None
    """What is seen."""

    use_image_as_first_frame: bool | None = None
    """Whether the first image is the first frame. Not in the document."""


class CreateVideos(_Model):
    """Creates several videos from one prompt. Not in the document."""

    _nested = {"inpaint_items": "InpaintItem"}

    prompt: str
    """What the videos show."""

    nsamples: int
    """How many, from 2 to 4."""

    kind: str = "video"
    """`video`."""

    orientation: Orientation
    """Which way it stands."""

    size: Size | None = None
    """`small` is standard resolution, `large` is HD and for `sy_ore` alone. A remix keeps the
    size of what it is made from, and needs none.
    """

    n_frames: int
    """Frames at 30 a second: 300 (10 s), 450 (15 s) or 750 (25 s). Some servers take 150 and
    600 too.
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
    """The post to make a new version of, `s_…`."""

    reroll_target_id: str | None = None
    """The draft to make again. Not in the document."""

    cameo_ids: list[str] | None = None
    """The characters that appear."""

    cameo_replacements: dict[str, Any] | None = None
    """Which character takes whose place."""

    storyboard_id: str | None = None
    """The storyboard that it belongs to."""

    metadata: Any = None
    """Data of the caller's own."""

    audio_caption: str | None = None
    """What is heard."""

    audio_transcript: str | None = None
    """What is said."""

    video_caption: str | None = None
    """What is seen."""

    use_image_as_first_frame: bool | None = None
    """Whether the first image is the first frame. Not in the document."""


class CreatedTask(_Model):
    """The task that a creation began."""

    id: str
    """The task's id: `task_…` or `gen_…`. Opaque."""


class CreatedTasks(_Model):
    """The tasks that a creation of several began."""

    _nested = {"tasks": "CreatedTask"}

    tasks: list[CreatedTask] = _default(factory=list)
    """The tasks."""


class DeleteCharacter(_Model):
    """Deletes a character. What is gone already is no error."""

    character_id: str
    """The character."""


class DeletePost(_Model):
    """Deletes a post. What is gone already is no error."""

    post_id: str
    """The post, `s_…`."""


class DeleteReference(_Model):
    """Deletes a reference. What is gone already is no error."""

    reference_id: str
    """The reference."""


class Deleted(_Model):
    """That a thing is gone."""

    already_gone: bool = False
    """Whether the server had no such thing: it was deleted before, or never existed."""


class Done(_Model):
    """That something was done."""

    success: bool = True
    """Whether it was done; a server that says nothing but a good status means that it was."""


class DownloadUrls(_Model):
    """The addresses of a video with and without its mark, as the server gives them."""

    watermark: str | None = None
    """With the mark."""

    no_watermark: str | None = None
    """Without it; absent where the server does not offer that."""

    endcard_watermark: str | None = None
    """With a card at the end."""


class Draft(_Model):
    """A finished video, or the refusal that stands in its place."""

    _nested = {"download_urls": "DownloadUrls", "encodings": "Encodings"}

    _times = frozenset(("created_at",))

    id: str
    """The generation's id, `gen_…`."""

    task_id: str | None = None
    """The task that made it, `task_…`."""

    kind: str | None = None
    """`sora_draft`, `sora_content_violation` or `sora_error`."""

    status: str | None = None
    """The server's word for its state."""

    reason_str: str | None = None
    """Why it was refused or failed."""

    markdown_reason_str: str | None = None
    """The same, in Markdown."""

    url: str | None = None
    """The video."""

    downloadable_url: str | None = None
    """The video, for downloading."""

    video_url: str | None = None
    """The video by its name in the document, under whichever name the server gives it."""

    download_urls: DownloadUrls | None = None
    """The video with and without its mark, as the server offers them."""

    thumbnail_url: str | None = None
    """A still of it."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""

    duration_s: float | None = None
    """Length in seconds."""

    duration_seconds: float | None = None
    """The same, by its name in the document."""

    orientation: str | None = None
    """Which way it stands."""

    n_frames: int | None = None
    """Its length in frames, at 30 a second."""

    model: str | None = None
    """The model, such as `sy_8`."""

    title: str | None = None
    """The title."""

    created_at: datetime | None = None
    """When it was made."""

    prompt: str | None = None
    """The prompt."""

    encodings: Encodings | None = None
    """The files it is offered as."""


class DraftPage(_Model):
    """A page of drafts."""

    _nested = {"items": "Draft", "drafts": "Draft"}

    items: list[Draft] = _default(factory=list)
    """The drafts, newest first."""

    drafts: list[Draft] = _default(factory=list)
    """The same drafts, by their name in the document."""

    cursor: str | None = None
    """Where the next page begins; absent on the last."""


class Encoding(_Model):
    """One file of a draft or post."""

    path: str | None = None
    """Its address."""

    size: int | None = None
    """Its length in bytes."""


class Encodings(_Model):
    """The files that a draft or post is offered as."""

    _nested = {"source": "Encoding", "thumbnail": "Encoding"}

    source: Encoding | None = None
    """The video as it was made."""

    thumbnail: Encoding | None = None
    """A still of it."""


class EnhancePrompt(_Model):
    """Works a prompt out in more detail."""

    prompt: str
    """The prompt."""

    expansion_level: ExpansionLevel
    """How much detail."""

    duration_s: int
    """The length of the video it is for, in seconds: 10, 15 or 20."""


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
    """Makes a finished video longer. Not in the document."""

    generation_id: str
    """The draft to go on from, `gen_…`."""

    user_prompt: str
    """What happens next."""

    extension_duration_s: int
    """How many seconds are added: 10 or 15."""

    enable_rewrite: bool = True
    """Whether the server may rewrite the prompt."""


class FinalizeCharacter(_Model):
    """Makes the cameo that has been processed a character."""

    _nested = {"instruction_set": "InstructionSet", "safety_instruction_set": "InstructionSet"}

    cameo_id: str
    """The cameo, `cameo_…`."""

    username: str
    """The character's user name, without `@`."""

    display_name: str
    """The name that is shown."""

    profile_asset_pointer: str
    """The picture, as `UploadFile` answered it."""

    instruction_set: InstructionSet | None = None
    """How the character behaves. The document sends `null`."""

    safety_instruction_set: InstructionSet | None = None
    """What the character must not do. The document sends `null`."""


class Finalized(_Model):
    """The answer to `FinalizeCharacter`."""

    _nested = {"character": "FinalizedCharacter"}

    character: FinalizedCharacter
    """The character."""


class FinalizedCharacter(_Model):
    """A new character."""

    character_id: str
    """Its id, `char_…` or `ch_…`."""


class Generation(_Model):
    """Something that a task made."""

    id: str | None = None
    """Its id, `gen_…`."""

    url: str | None = None
    """Where it is."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""


class GenerationDownload(_Model):
    """Where a file is."""

    url: str
    """Its address, signed and valid for a limited time."""


class GetCameoProgress(_Model):
    """Asks how far the processing of a character's video is."""

    cameo_id: str
    """The cameo, `cameo_…`."""


class GetDraft(_Model):
    """Reads one finished video. Not in the document."""

    generation_id: str
    """The generation, `gen_…`."""


class GetGenerationDownload(_Model):
    """Asks where the file of a generation is. Not in the document."""

    generation_id: str
    """The generation, `gen_…`."""


class GetPost(_Model):
    """Reads a post."""

    post_id: str
    """The post, `s_…`."""


class GetPostTree(_Model):
    """Reads a post with what it was made from and what was made from it."""

    post_id: str
    """The post, `s_…`."""


class GetProfile(_Model):
    """Reads a user's or a character's profile by its user name."""

    username: str
    """The user name, without `@`."""


class ImageItem(_Model):
    """An image that another starts from."""

    type: str = "image"
    """`image`."""

    frame_index: int = 0
    """0."""

    upload_media_id: str
    """The media id that `UploadImage` answered."""


class InpaintItem(_Model):
    """What a video starts from."""

    kind: Literal["upload", "file", "generation", "reference"] | None = None

    upload_id: str | None = None
    """Its media id."""

    file_id: str | None = None
    """Its id."""

    generation_id: str | None = None
    """Its id."""

    reference_id: str | None = None
    """Its id."""


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
    """How often it was used."""

    total_count: int = 0
    """How often it can be used in all."""


class LikePost(_Model):
    """Likes a post."""

    post_id: str
    """The post, `s_…`."""


class ListDrafts(_Model):
    """Lists the account's finished videos, newest first."""

    limit: int | None = None
    """How many to answer at most, from 1 to 100; the server's default is 15."""

    cursor: str | None = None
    """Where to go on: the `cursor` of the page before."""


class ListDraftsV2(_Model):
    """Lists the account's finished videos by the newer path. Not in the document."""

    limit: int | None = None
    """How many to answer at most, from 1 to 100."""

    cursor: str | None = None
    """Where to go on: the `cursor` of the page before."""


class ListProfileFeed(_Model):
    """Lists what a user has published."""

    user: str = "me"
    """The user's id, or `me`."""

    limit: int | None = None
    """How many to answer at most, from 1 to 100."""

    cut: str | None = None
    """`nf2`."""

    cursor: str | None = None
    """Where to go on: the `cursor` of the page before."""


class ListPublicFeed(_Model):
    """Lists what everybody has published."""

    limit: int | None = None
    """How many to answer at most, from 1 to 100."""

    cut: str | None = None
    """`nf2_latest` or `nf2_top`."""

    cursor: str | None = None
    """Where to go on: the `cursor` of the page before."""


class ListRecentTasks(_Model):
    """Lists the latest tasks of images, newest first."""

    limit: int | None = None
    """How many to answer at most, from 1 to 100; the server's default is 20."""


class ListReferences(_Model):
    """Lists the account's references."""

    limit: int | None = None
    """How many to answer at most."""

    cursor: str | None = None
    """Where to go on: the `cursor` of the page before."""


class ListRemixes(_Model):
    """Lists the versions that were made of a post."""

    post_id: str
    """The post, `s_…`."""

    limit: int | None = None
    """How many to answer at most, from 1 to 100."""

    cursor: str | None = None
    """Where to go on: the `cursor` of the page before."""


class ListTasks(_Model):
    """Lists all tasks, newest first. Not in the document."""

    limit: int | None = None
    """How many to answer at most, from 1 to 100."""

    after: str | None = None
    """Where to go on: the `last_id` of the page before."""


class Me(_Model):
    """Who is signed in. Everything may be absent."""

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
    """When the account was made."""


class Mention(_Model):
    """Someone who was found."""

    _nested = {"profile": "UserProfile"}

    profile: UserProfile
    """Who it is."""


class MentionPage(_Model):
    """A page of what was found."""

    _nested = {"items": "Mention"}

    items: list[Mention] = _default(factory=list)
    """What was found."""

    cursor: str | None = None
    """Where the next page begins; absent on the last."""


class MyProfile(_Model):
    """The account's own profile."""

    _nested = {"profile": "UserProfile"}

    profile: UserProfile | None = None
    """What others see."""

    my_info: dict[str, Any] = _default(factory=dict)
    """What the account alone sees, such as its invite code."""


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
    """The server's word: `pending`, `processing`, `preprocessing`, `queued`, `running`,
    `completed`, `succeeded`, `failed`, `error`.
    """

    progress_pct: float | None = None
    """Progress from 0 to 1. Servers write `progress` or `progress_pct`; none is written while
    the task waits.
    """

    progress: float | None = None
    """The same, by its name in the document."""

    created_at: datetime | None = None
    """When the task was created."""

    prompt: str | None = None
    """The prompt."""

    orientation: str | None = None
    """Which way the video stands."""

    n_frames: int | None = None
    """Its length in frames, at 30 a second."""

    model: str | None = None
    """The model, such as `sy_8`."""

    failure_reason: str | None = None
    """Why the task failed."""


class Plan(_Model):
    """A plan."""

    id: str | None = None
    """Its id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or as servers write it too,
    `chatgptplusplan`. Others exist.
    """

    title: str | None = None
    """Its name, such as `ChatGPT Plus`."""


class Post(_Model):
    """A post."""

    _nested = {"attachments": "Attachment"}

    _times = frozenset(("posted_at", "created_at",))

    id: str
    """Its id, `s_…`."""

    permalink: str | None = None
    """Its page."""

    text: str | None = None
    """Its text."""

    posted_at: datetime | None = None
    """When it was published."""

    created_at: datetime | None = None
    """The same, by its name in the document."""

    video_url: str | None = None
    """The video by its name in the document, under whichever name the server gives it."""

    like_count: int | None = None
    """How many like it."""

    view_count: int | None = None
    """How often it was looked at."""

    remix_count: int | None = None
    """How many versions of it there are."""

    parent_post_id: str | None = None
    """The post that it is a version of."""

    attachments: list[Attachment] = _default(factory=list)
    """The videos."""


class PostPage(_Model):
    """A page of posts."""

    _nested = {"items": "Published"}

    items: list[Published] = _default(factory=list)
    """The posts."""

    cursor: str | None = None
    """Where the next page begins; absent on the last."""


class PostTree(_Model):
    """A post among its versions."""

    _nested = {"post": "Post", "profile": "UserProfile", "parent": "Published", "children": "PostPage"}

    post: Post
    """The post."""

    profile: UserProfile | None = None
    """Who published it."""

    parent: Published | None = None
    """What it was made from."""

    children: PostPage | None = None
    """What was made from it."""


class ProofOfWork(_Model):
    """The proof of work of a challenge."""

    required: bool = False
    """Whether it has to be solved."""

    seed: str | None = None
    """The seed that is hashed before the answer."""

    difficulty: str | None = None
    """The bound for the first bytes of the hash, in hexadecimal."""


class Published(_Model):
    """A post, and who published it."""

    _nested = {"post": "Post", "profile": "UserProfile"}

    post: Post
    """The post."""

    profile: UserProfile | None = None
    """Who published it."""


class Quota(_Model):
    """The account's quota."""

    _nested = {"rate_limit_and_credit_balance": "RateLimitAndCreditBalance"}

    rate_limit_and_credit_balance: RateLimitAndCreditBalance | None = None
    """The figures."""


class RateLimitAndCreditBalance(_Model):
    """The figures of a quota. What a server leaves out reads as zero or false."""

    estimated_num_videos_remaining: int = 0
    """About how many videos are left."""

    rate_limit_reached: bool = False
    """Whether nothing more may be made until the reset."""

    access_resets_in_seconds: int = 0
    """Seconds until the quota is full again."""


class ReferencePage(_Model):
    """A page of references."""

    _nested = {"items": "ReferencePicture"}

    items: list[ReferencePicture] = _default(factory=list)
    """The references."""

    cursor: str | None = None
    """Where the next page begins; absent on the last."""


class ReferencePicture(_Model):
    """A picture that prompts return to."""

    _times = frozenset(("created_at",))

    reference_id: str
    """Its id, which an `InpaintItem.Reference` names."""

    name: str | None = None
    """Its name."""

    description: str | None = None
    """What it shows."""

    asset_pointer: str | None = None
    """The picture."""

    created_at: datetime | None = None
    """When it was made."""


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
    """How long the access token lives, in seconds."""

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
    """What the challenge is for, such as `sora_init`. Servers accept other words too
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
    """Where a published video is."""

    download_link: str
    """Its address."""


class SearchProfiles(_Model):
    """Searches users and characters by the user name."""

    username: str
    """What the user name holds, without `@`."""

    intent: str | None = None
    """What is looked for: `users`, or `cameo` for characters alone."""

    limit: int | None = None
    """How many to answer at most, from 1 to 100."""

    cursor: str | None = None
    """Where to go on: the `cursor` of the page before."""


class SentinelChallenge(_Model):
    """A Sentinel challenge."""

    _nested = {"turnstile": "Turnstile", "proofofwork": "ProofOfWork"}

    token: str = ""
    """The challenge's own token, sent back as `c`."""

    turnstile: Turnstile | None = None
    """The Turnstile part. sorakit runs no challenge scripts; `dx` is sent back."""

    proofofwork: ProofOfWork | None = None
    """The proof of work that is asked for. Absent means none."""


class Session(_Model):
    """The signed-in session."""

    _nested = {"user": "SessionUser"}

    _secret = frozenset(("accessToken",))

    _times = frozenset(("expires",))

    accessToken: str
    """The access token, a JWT; its `exp` claim says how long it lives."""

    user: SessionUser | None = None
    """Who is signed in."""

    expires: datetime | None = None
    """When the session ends, not the access token."""


class SessionUser(_Model):
    """Who is signed in."""

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
    """What is subscribed to."""

    end_ts: datetime | None = None
    """When it ends. Servers write it as ISO time, or as a number of seconds or milliseconds,
    also in a string.
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
    """Its id, `task_…`."""

    type: str | None = None
    """`image_gen` or `video_gen`."""

    status: str | None = None
    """The server's word: `completed` and its family, or `queued`, `running`, `succeeded`,
    `failed`.
    """

    progress_pct: float | None = None
    """Progress from 0 to 1, when the server says it."""

    created_at: datetime | None = None
    """When it was created."""

    prompt: str | None = None
    """The prompt."""

    image_url: str | None = None
    """The image, as the document names it."""

    generations: list[Generation] = _default(factory=list)
    """What was made."""

    failure_reason: str | None = None
    """Why it failed."""

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
    """Whether there are more."""


class Turnstile(_Model):
    """The Turnstile part of a challenge."""

    dx: str | None = None
    """What is sent back as `t`."""


class UpdateCameo(_Model):
    """Changes who may use a character, or how it behaves. What is not given stays."""

    _nested = {"instruction_set": "InstructionSet", "safety_instruction_set": "InstructionSet"}

    cameo_id: str
    """The cameo, `cameo_…`."""

    visibility: Visibility | None = None
    """Who may use it."""

    instruction_set: InstructionSet | None = None
    """How it behaves. Not in the document."""

    safety_instruction_set: InstructionSet | None = None
    """What it must not do. Not in the document."""


class UpdateReference(_Model):
    """Changes a reference. What is not given stays."""

    reference_id: str
    """The reference."""

    name: str | None = None
    """Its name."""

    description: str | None = None
    """What it shows."""

    asset_pointer: str | None = None
    """Another picture."""


class UploadCharacter(_Model):
    """Uploads a video to make a character from: MP4, by content."""

    file: Any
    """The video."""

    timestamps: list[float] | str = _default(factory=list)
    """From where to where the character is seen in seconds, as `[0, 3]` or `"0,3"`."""


class UploadFile(_Model):
    """Uploads a character's picture, or an image to start from by the newer way: PNG, JPEG or
    WebP, by content.
    """

    file: Any
    """The image; WebP is recommended for a character's picture."""

    use_case: UseCase = "profile"
    """What it is for."""


class UploadImage(_Model):
    """Uploads an image for a creation to start from: PNG, JPEG or WebP, by content."""

    file: Any
    """The image."""


class Uploaded(_Model):
    """What was uploaded."""

    id: str
    """The media id: `upload_…` or `media_…`. Opaque."""


class UploadedFile(_Model):
    """An uploaded file."""

    asset_pointer: str
    """What stands for the file in later requests: `asset_ptr_…` or `sediment://file_…`."""

    file_id: str | None = None
    """Its id, `file_…`, which an `InpaintItem.File` names. Not every server gives one."""

    url: str | None = None
    """Its address."""

    size: int | None = None
    """Its length in bytes."""


class UserProfile(_Model):
    """A user or a character as others see it."""

    _times = frozenset(("created_at",))

    user_id: str | None = None
    """The user's id."""

    username: str | None = None
    """The user name."""

    display_name: str | None = None
    """The name that is shown."""

    profile_picture_url: str | None = None
    """The picture."""

    permalink: str | None = None
    """The page."""

    description: str | None = None
    """What the user says of itself."""

    character_id: str | None = None
    """The character's id, when it is one."""

    cameo_id: str | None = None
    """The cameo that the character was made as."""

    follower_count: int | None = None
    """How many follow."""

    post_count: int | None = None
    """How many posts there are."""

    created_at: datetime | None = None
    """Since when it is there."""


class Username(_Model):
    """The account's names."""

    username: str | None = None
    """The user name."""

    display_name: str | None = None
    """The name that is shown."""


class UsernameAvailability(_Model):
    """Whether a user name is free."""

    available: bool = False
    """Whether it can be taken."""


Bootstrap = dict[str, Any]
"""Opens Sora 2 to an account that uses it for the first time."""


CameoStage = Literal["processing", "ready", "finalized", "failed"]
"""How the processing of a character's video stands.

- `processing`: It goes on.
- `ready`: It is done, and can be finalized.
- `finalized`: It is a character already.
- `failed`: It failed.
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
"""Reads the account's own invite code. An account without Sora 2 is answered 401, one in a
country that is not served 403.
"""


GetMe = dict[str, Any]
"""Reads who is signed in."""


GetMyProfile = dict[str, Any]
"""Reads the account's own profile: another source of its user name and invite."""


ImageOperation = Literal["simple_compose", "remix"]
"""How an image is made.

- `simple_compose`: From a prompt.
- `remix`: From other images.
"""


Initialize = dict[str, Any]
"""What the web application calls when it opens."""


ListPending = dict[str, Any]
"""Lists the videos that are being made. One request serves all of an account's jobs. A job that
has ended is no longer listed, and stands among the drafts a few seconds later
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
"""Which way a video stands."""


Size = Literal["small", "medium", "large"] | str
"""The resolution class of a video."""


Style = Literal["festive", "kakalaka", "news", "selfie", "handheld", "golden", "anime", "retro", "nostalgic", "comic", "high_def", "kpop", "cartoon2", "selfie3", "animated", "sitcom", "thanksgiving"] | str
"""The style of a video: the ten of `docs/wire/sora.md` §9.2, those that servers take besides,
and any other word.
"""


UseCase = Literal["profile", "inpaint_safe"]
"""What an uploaded file is for.

- `profile`: A character's picture (`docs/wire/sora.md` §4.3).
- `inpaint_safe`: An image to start from (`docs/wire/sora.md` §4.3).
"""


Visibility = Literal["private", "public"]
"""Who may use a character.

- `private`: Only its owner.
- `public`: Everyone.
"""

OAUTH_CLIENTS: dict[str, str] = {
    "app_LlGpXReQgckcGGUo2JrYvtJK": "com.openai.chat://auth0.openai.com/ios/com.openai.chat/callback",
    "pdlLIX2Y72MIl2rhLhTE9VV9bN905kBh": "https://chatgpt.com/api/auth/callback/login-web",
}
"""The documented clients that refresh tokens are issued to: each id with its redirect URI. The first
is the default."""
