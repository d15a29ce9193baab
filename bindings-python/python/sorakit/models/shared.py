"""The types of the one interface.

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
    "AcceptedInvite",
    "AccountQuota",
    "ById",
    "Character",
    "CharacterPage",
    "CharacterRequest",
    "Detection",
    "Dialect",
    "Encoding",
    "EnhanceRequest",
    "ErrorKind",
    "ErrorReport",
    "Event",
    "ExpansionLevel",
    "Find",
    "Flavour",
    "ImageRequest",
    "Invite",
    "Job",
    "JobError",
    "JobKind",
    "JobPage",
    "JobStatus",
    "MaybeNamed",
    "Me",
    "MediaLink",
    "ModelInfo",
    "ModelKind",
    "Named",
    "Nothing",
    "OptionSource",
    "Options",
    "Orientation",
    "PageRequest",
    "Plan",
    "Profile",
    "Publication",
    "Quality",
    "QuotaUnit",
    "Redeemed",
    "Remix",
    "Requested",
    "Search",
    "Shot",
    "Subscription",
    "Subscriptions",
    "Timezone",
    "Username",
    "VideoRequest",
    "Visibility",
]


class AcceptedInvite(_Model):
    """The result of accepting an invite.

    Attributes:
        success: True if the account can use Sora 2 now.
        already_accepted: True if the account could already use Sora 2 before.
    """

    success: bool = False
    """True if the account can use Sora 2 now."""

    already_accepted: bool = False
    """True if the account could already use Sora 2 before."""


class AccountQuota(_Model):
    """An account's remaining quota. Values that a server does not report are absent.

    Attributes:
        remaining: The amount left.
        used: The amount used.
        total: The amount used and the amount left, together.
        unit: The unit of the numbers.
        exhausted: True if nothing more can be made for now.
        resets_at: The time at which the quota is full again.
        raw: The server's answer, unchanged.
    """

    _times = frozenset(("resets_at",))

    remaining: float | None = None
    """The amount left."""

    used: float | None = None
    """The amount used."""

    total: float | None = None
    """The amount used and the amount left, together."""

    unit: QuotaUnit
    """The unit of the numbers."""

    exhausted: bool
    """True if nothing more can be made for now."""

    resets_at: datetime | None = None
    """The time at which the quota is full again."""

    raw: Any
    """The server's answer, unchanged."""


class ById(_Model):
    """The parameters of a method that concerns one thing.

    Attributes:
        id: The thing's id.
    """

    id: str
    """The thing's id."""


class Character(_Model):
    """A character.

    Attributes:
        id: The server's id.
        cameo_id: The id of the cameo that it was created as, if different.
        username: The user name, without `@`.
        display_name: The display name.
        profile_picture_url: The address of the profile picture.
        permalink: The address of the character's page.
        raw: The server's answer, unchanged.
    """

    id: str
    """The server's id."""

    cameo_id: str | None = None
    """The id of the cameo that it was created as, if different."""

    username: str | None = None
    """The user name, without `@`."""

    display_name: str | None = None
    """The display name."""

    profile_picture_url: str | None = None
    """The address of the profile picture."""

    permalink: str | None = None
    """The address of the character's page."""

    raw: Any
    """The server's answer, unchanged."""


class CharacterPage(_Model):
    """A page of a list.

    Attributes:
        items: The items on the page.
        next: The start of the next page; absent on the last one.
    """

    _nested = {"items": "Character"}

    items: list[Character]
    """The items on the page."""

    next: str | None = None
    """The start of the next page; absent on the last one."""


class CharacterRequest(_Model):
    """A character to be made from part of a video. The video must show no real person without
    that person's consent.

    Attributes:
        video: The video that shows the character. Either this or `from_job`.
        from_job: The job whose video shows the character. Either this or `video`.
        timestamps: The start and end of its appearance, in seconds, as `[0, 3]` or `"0,3"`.
            Default: 0 to 3. `mirror` and servers that copied it take 1 to 3 s.
        username: The user name, without `@`. Default: the server's suggestion.
        display_name: The display name. Default: the server's suggestion.
        instruction_set: The character's behaviour, in words.
        safety_instruction_set: Restrictions on the character's behaviour, in words.
        visibility: The people who may use it. Default: its owner.
    """

    video: Any = None
    """The video that shows the character. Either this or `from_job`."""

    from_job: str | None = None
    """The job whose video shows the character. Either this or `video`."""

    timestamps: list[float] | str | None = None
    """The start and end of its appearance, in seconds, as `[0, 3]` or `"0,3"`. Default: 0 to 3.
    `mirror` and servers that copied it take 1 to 3 s.
    """

    username: str | None = None
    """The user name, without `@`. Default: the server's suggestion."""

    display_name: str | None = None
    """The display name. Default: the server's suggestion."""

    instruction_set: str | None = None
    """The character's behaviour, in words."""

    safety_instruction_set: str | None = None
    """Restrictions on the character's behaviour, in words."""

    visibility: Visibility | None = None
    """The people who may use it. Default: its owner."""


class Detection(_Model):
    """A server's detected dialect and flavour.

    Attributes:
        dialect: The dialect.
        flavour: The flavour, of a dialect that has several.
        evidence: The reasons: each request and its answer, one per line.
    """

    dialect: Dialect
    """The dialect."""

    flavour: Flavour | None = None
    """The flavour, of a dialect that has several."""

    evidence: list[str]
    """The reasons: each request and its answer, one per line."""


class EnhanceRequest(_Model):
    """A prompt to expand with more detail.

    Attributes:
        prompt: The prompt.
        level: The amount of detail. Default: what the model's name says, or medium.
        duration: The length of the video it is for, in seconds: 10, 15 or 20. Default: what
            the model's name says, or 10.
        model: A name that says both: `prompt-enhance-short-10s`,
            `prompt-enhance-medium-15s` or `prompt-enhance-long-20s`.
    """

    prompt: str
    """The prompt."""

    level: ExpansionLevel | None = None
    """The amount of detail. Default: what the model's name says, or medium."""

    duration: int | None = None
    """The length of the video it is for, in seconds: 10, 15 or 20. Default: what the model's
    name says, or 10.
    """

    model: str | None = None
    """A name that says both: `prompt-enhance-short-10s`, `prompt-enhance-medium-15s` or
    `prompt-enhance-long-20s`.
    """


class ErrorReport(_Model):
    """An `Error` in the form passed to other languages.

    Attributes:
        kind: The kind of error.
        message: The whole message: the operation, what failed, what to do.
        operation: The operation's name.
        code: The server's own code.
        status: The HTTP status.
        request_id: The server's id of the request.
        retry_after: The wait that the server asked for, in seconds.
        retryable: True if trying again later may succeed without any change.
        field: The field that was refused.
        job_id: The id of the job concerned.
    """

    kind: ErrorKind
    """The kind of error."""

    message: str
    """The whole message: the operation, what failed, what to do."""

    operation: str | None = None
    """The operation's name."""

    code: str | None = None
    """The server's own code."""

    status: int | None = None
    """The HTTP status."""

    request_id: str | None = None
    """The server's id of the request."""

    retry_after: float | None = None
    """The wait that the server asked for, in seconds."""

    retryable: bool
    """True if trying again later may succeed without any change."""

    field: str | None = None
    """The field that was refused."""

    job_id: str | None = None
    """The id of the job concerned."""


class Event(_Model):
    """An event inside a call, such as an answer with its status and headers.

    Attributes:
        event
        difficulty: The challenge's difficulty, in hexadecimal.
        tries: The number of candidates tried.
        elapsed: The time it took.
        operation: The operation, unless it is a file that is asked for.
        method: The HTTP method.
        url: The address, without anything in it that gives access.
        status: The HTTP status.
        headers: The headers, by lower-case name, without those that set cookies or give
            access.
        message: The reason.
        kind: The reason for the failure.
        after: The time until it is sent again.
        dialect: The dialect.
        flavour: The flavour, of a dialect that has several.
        evidence: The reasons: each request and its answer, one per line.
        source: The source of the credential.
        origin: The origin that the credential goes to.
        job_id: The job's id.
        status_word: The server's word.
        progress: The progress in percent.
    """

    event: Literal["solved", "sending", "answered", "unanswered", "retrying", "waiting_for_slot", "detected", "renewed", "credential_used", "unknown_status", "warning"]

    difficulty: str | None = None
    """The challenge's difficulty, in hexadecimal."""

    tries: int | None = None
    """The number of candidates tried."""

    elapsed: float | None = None
    """The time it took."""

    operation: str | None = None
    """The operation, unless it is a file that is asked for."""

    method: str | None = None
    """The HTTP method."""

    url: str | None = None
    """The address, without anything in it that gives access."""

    status: int | None = None
    """The HTTP status."""

    headers: dict[str, str] | None = None
    """The headers, by lower-case name, without those that set cookies or give access."""

    message: str | None = None
    """The reason."""

    kind: ErrorKind | None = None
    """The reason for the failure."""

    after: float | None = None
    """The time until it is sent again."""

    dialect: Dialect | None = None
    """The dialect."""

    flavour: Flavour | None = None
    """The flavour, of a dialect that has several."""

    evidence: list[str] | None = None
    """The reasons: each request and its answer, one per line."""

    source: OptionSource | None = None
    """The source of the credential."""

    origin: str | None = None
    """The origin that the credential goes to."""

    job_id: str | None = None
    """The job's id."""

    status_word: str | None = None
    """The server's word."""

    progress: float | None = None
    """The progress in percent."""


class Find(_Model):
    """The parameters of a search for a job whose creation's answer was lost.

    Attributes:
        since: The time at which the creation was sent.
        known: The ids of jobs that other requests made, where you keep a list of them.
        prompt: A description of the video.
        model: The model, in the server's words. Default: the dialect's standard one.
        duration: The length in seconds.
        orientation: Landscape or portrait.
        size: The size: `1280x720`, or the native `small` and `large`.
        quality: Standard or high definition.
        style: The style, such as `anime`.
        references: Images to start from.
        storyboard: The shots, to describe each one separately.
        remix: The video to make a new version of.
        characters: The characters that appear, by id.
        watermark: True to include a watermark, false to omit it, where a gateway offers the
            choice. For your own works only.
        private: True to keep the video unpublished, where a gateway offers it.
        n: The number of variants to make.
        title: The title.
        cameo_replacements: The replacements of characters, by id.
        audio_caption: The sound, in words.
        audio_transcript: The spoken words.
        video_caption: The picture, in words.
        metadata: Data of your own that goes with the video.
        character_url: A video that shows a character, which is made and put into this one.
            It must show no real person without that person's consent.
        character_timestamps: The start and end of the character's appearance in that video,
            in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
        character_from_task: A job whose video shows a character, which is made and put into
            this one.
        character_create: True to make a character from the finished video.
        seed: The start of the random numbers, to make the same video again.
        negative_prompt: A description of what must not be seen.
        steps: The number of steps that the model takes.
        guidance: The guidance scale: how closely the model follows the prompt; most models
            take 1 to 10.
        fps: Frames in a second.
        frames: The length in frames, in place of `duration`. Models that make certain
            numbers alone take the nearest.
        aspect_ratio: The proportions of width and height, such as `16:9`.
        last_frame: An image to end with.
        video_references: Videos to start from.
        audio_references: Sounds to start from.
        audio: True to make sound too, false to make none.
        enhance: True to let the server work out the prompt in more detail.
        extra: Additional fields. A server's flavour puts them where it reads them; else
            they are sent as they are.
    """

    _nested = {"storyboard": "Shot"}

    _times = frozenset(("since",))

    since: datetime
    """The time at which the creation was sent."""

    known: list[str] = _default(factory=list)
    """The ids of jobs that other requests made, where you keep a list of them."""

    prompt: str
    """A description of the video."""

    model: str | None = None
    """The model, in the server's words. Default: the dialect's standard one."""

    duration: int | None = None
    """The length in seconds."""

    orientation: Orientation | None = None
    """Landscape or portrait."""

    size: str | None = None
    """The size: `1280x720`, or the native `small` and `large`."""

    quality: Quality | None = None
    """Standard or high definition."""

    style: str | None = None
    """The style, such as `anime`."""

    references: list[Any] = _default(factory=list)
    """Images to start from."""

    storyboard: list[Shot] = _default(factory=list)
    """The shots, to describe each one separately."""

    remix: str | None = None
    """The video to make a new version of."""

    characters: list[str] = _default(factory=list)
    """The characters that appear, by id."""

    watermark: bool | None = None
    """True to include a watermark, false to omit it, where a gateway offers the choice. For
    your own works only.
    """

    private: bool | None = None
    """True to keep the video unpublished, where a gateway offers it."""

    n: int | None = None
    """The number of variants to make."""

    title: str | None = None
    """The title."""

    cameo_replacements: dict[str, Any] = _default(factory=dict)
    """The replacements of characters, by id."""

    audio_caption: str | None = None
    """The sound, in words."""

    audio_transcript: str | None = None
    """The spoken words."""

    video_caption: str | None = None
    """The picture, in words."""

    metadata: dict[str, Any] = _default(factory=dict)
    """Data of your own that goes with the video."""

    character_url: Any = None
    """A video that shows a character, which is made and put into this one. It must show no real
    person without that person's consent.
    """

    character_timestamps: list[float] | str | None = None
    """The start and end of the character's appearance in that video, in seconds, as `[0, 3]` or
    `"0,3"`; from 1 to 3 s.
    """

    character_from_task: str | None = None
    """A job whose video shows a character, which is made and put into this one."""

    character_create: bool | None = None
    """True to make a character from the finished video."""

    seed: int | None = None
    """The start of the random numbers, to make the same video again."""

    negative_prompt: str | None = None
    """A description of what must not be seen."""

    steps: int | None = None
    """The number of steps that the model takes."""

    guidance: float | None = None
    """The guidance scale: how closely the model follows the prompt; most models take 1 to 10."""

    fps: float | None = None
    """Frames in a second."""

    frames: int | None = None
    """The length in frames, in place of `duration`. Models that make certain numbers alone take
    the nearest.
    """

    aspect_ratio: str | None = None
    """The proportions of width and height, such as `16:9`."""

    last_frame: Any = None
    """An image to end with."""

    video_references: list[Any] = _default(factory=list)
    """Videos to start from."""

    audio_references: list[Any] = _default(factory=list)
    """Sounds to start from."""

    audio: bool | None = None
    """True to make sound too, false to make none."""

    enhance: bool | None = None
    """True to let the server work out the prompt in more detail."""

    extra: dict[str, Any] = _default(factory=dict)
    """Additional fields. A server's flavour puts them where it reads them; else they are sent
    as they are.
    """


class ImageRequest(_Model):
    """An image to be made, from a prompt or from other images.

    Attributes:
        prompt: A description of the image.
        model: The model, in the server's words. Default: the dialect's standard one.
        orientation: Landscape or portrait; square if absent.
        size: The size, such as `1024x1024`, or a ratio such as `16:9`.
        quality: Standard or high definition.
        style: The style, such as `vivid`.
        references: Images to start from.
        n: The number of variants to make.
        extra: Additional fields, sent unchanged.
    """

    prompt: str
    """A description of the image."""

    model: str | None = None
    """The model, in the server's words. Default: the dialect's standard one."""

    orientation: Orientation | None = None
    """Landscape or portrait; square if absent."""

    size: str | None = None
    """The size, such as `1024x1024`, or a ratio such as `16:9`."""

    quality: Quality | None = None
    """Standard or high definition."""

    style: str | None = None
    """The style, such as `vivid`."""

    references: list[Any] = _default(factory=list)
    """Images to start from."""

    n: int | None = None
    """The number of variants to make."""

    extra: dict[str, Any] = _default(factory=dict)
    """Additional fields, sent unchanged."""


class Invite(_Model):
    """The account's own invite code.

    Attributes:
        invite_code: The code.
        redeemed_count: The number of times the code was used.
        total_count: The total number of times the code can be used.
    """

    invite_code: str | None = None
    """The code."""

    redeemed_count: int = 0
    """The number of times the code was used."""

    total_count: int = 0
    """The total number of times the code can be used."""


class Job(_Model):
    """A generation, in progress or ended.

    A job can be resumed in another process by its `id` alone, where it is `resumable`.

    Attributes:
        id: The server's id. Opaque; its form differs between servers.
        dialect: The dialect of the server that runs it.
        kind: A video or images.
        status: The current status.
        status_word: The server's own word for the status, such as `preprocessing`.
        progress: The progress in percent, from 0 to 100. A watcher never lets it go back.
        created_at: The time of creation.
        completed_at: The time at which it ended.
        model: The requested model, in the server's words.
        video: The finished video; of several variants the first.
        videos: All variants of the finished video, with `video` as the first.
        images: The finished images.
        error: The reason for its failure.
        resumable: True if another process can wait for it by its id. False for a job that
            lives in a stream which this process holds open: when the process ends, so does the
            job.
        base_url: The base URL of the server that made it. Follow-ups go there, or nowhere.
        requested: The measures that its creation asked for, to compare with the result:
            servers change sizes and numbers of frames to what their model can do, without
            notice.
        revised_prompt: The prompt as the server worked it out, where it says so.
        raw: The server's answer, unchanged.
    """

    _nested = {"video": "MediaLink", "videos": "MediaLink", "images": "MediaLink", "error": "JobError", "requested": "Requested"}

    _times = frozenset(("created_at", "completed_at",))

    id: str
    """The server's id. Opaque; its form differs between servers."""

    dialect: Dialect
    """The dialect of the server that runs it."""

    kind: JobKind
    """A video or images."""

    status: JobStatus
    """The current status."""

    status_word: str | None = None
    """The server's own word for the status, such as `preprocessing`."""

    progress: float
    """The progress in percent, from 0 to 100. A watcher never lets it go back."""

    created_at: datetime | None = None
    """The time of creation."""

    completed_at: datetime | None = None
    """The time at which it ended."""

    model: str | None = None
    """The requested model, in the server's words."""

    video: MediaLink | None = None
    """The finished video; of several variants the first."""

    videos: list[MediaLink] = _default(factory=list)
    """All variants of the finished video, with `video` as the first."""

    images: list[MediaLink]
    """The finished images."""

    error: JobError | None = None
    """The reason for its failure."""

    resumable: bool = True
    """True if another process can wait for it by its id. False for a job that lives in a stream
    which this process holds open: when the process ends, so does the job.
    """

    base_url: str | None = None
    """The base URL of the server that made it. Follow-ups go there, or nowhere."""

    requested: Requested | None = None
    """The measures that its creation asked for, to compare with the result: servers change
    sizes and numbers of frames to what their model can do, without notice.
    """

    revised_prompt: str | None = None
    """The prompt as the server worked it out, where it says so."""

    raw: Any
    """The server's answer, unchanged."""


class JobError(_Model):
    """The reason for a job's failure.

    Attributes:
        code: The server's code.
        message: The server's reason.
    """

    code: str | None = None
    """The server's code."""

    message: str
    """The server's reason."""


class JobPage(_Model):
    """A page of a list.

    Attributes:
        items: The items on the page.
        next: The start of the next page; absent on the last one.
    """

    _nested = {"items": "Job"}

    items: list[Job]
    """The items on the page."""

    next: str | None = None
    """The start of the next page; absent on the last one."""


class MaybeNamed(_Model):
    """The parameters of the account's user name.

    Attributes:
        username: The name to set, without `@`. Without it the account's own is read.
    """

    username: str | None = None
    """The name to set, without `@`. Without it the account's own is read."""


class Me(_Model):
    """The signed-in user. Any field may be absent.

    Attributes:
        email: The e-mail address.
        name: The display name.
        username: The user name; absent until one is set.
        picture: The address of the picture.
        created_at: The time at which the account was created.
    """

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


class MediaLink(_Model):
    """A file that a job made, and what the server says about it.

    Attributes:
        id: The server's id of the file, where it has one besides the job's: natively the
            generation, `gen_…`, that `sora.posts.create` takes.
        url: The address. Often signed, and valid for a limited time. Empty if the bytes are
            available only through the API, or stand in the answer itself.
        thumbnail_url: A still image from it.
        width: Width in pixels.
        height: Height in pixels.
        duration: Length in seconds.
        frames: Number of frames, where the server says it.
        fps: Frames a second, where the server says it.
        watermark: True if it carries a watermark, where the server says so.
    """

    id: str | None = None
    """The server's id of the file, where it has one besides the job's: natively the generation,
    `gen_…`, that `sora.posts.create` takes.
    """

    url: str
    """The address. Often signed, and valid for a limited time. Empty if the bytes are available
    only through the API, or stand in the answer itself.
    """

    thumbnail_url: str | None = None
    """A still image from it."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""

    duration: float | None = None
    """Length in seconds."""

    frames: int | None = None
    """Number of frames, where the server says it."""

    fps: float | None = None
    """Frames a second, where the server says it."""

    watermark: bool | None = None
    """True if it carries a watermark, where the server says so."""


class ModelInfo(_Model):
    """An available model.

    Attributes:
        id: The model's name, as used in requests.
        kind: The kind of output, if known.
        model: The model that it stands for, in the words of the backend behind it, such as
            `sy_ore`.
        size: The size of its results, such as `small`, when the name says so.
        orientation: Landscape or portrait, if the name says so.
        duration: The length of the results in seconds, if the name says so.
        description: The server's description.
        raw: The server's answer, unchanged; `null` for a documented model of a server
            without a list.
    """

    id: str
    """The model's name, as used in requests."""

    kind: ModelKind | None = None
    """The kind of output, if known."""

    model: str | None = None
    """The model that it stands for, in the words of the backend behind it, such as `sy_ore`."""

    size: str | None = None
    """The size of its results, such as `small`, when the name says so."""

    orientation: Orientation | None = None
    """Landscape or portrait, if the name says so."""

    duration: int | None = None
    """The length of the results in seconds, if the name says so."""

    description: str | None = None
    """The server's description."""

    raw: Any
    """The server's answer, unchanged; `null` for a documented model of a server without a list."""


class Named(_Model):
    """The parameters of asking for a user name.

    Attributes:
        username: The name, without `@`.
    """

    username: str
    """The name, without `@`."""


class Options(_Model):
    """The settings of a client. Any that is `None` comes from the environment variable of the
    same name (`base_url` is `SORAKIT_BASE_URL`), then from the file that `config` or
    `SORAKIT_CONFIG` names, then from the default. With `environment: Some(false)` variables
    are ignored.

    # A credential is one group of one source

    `access_token`, `api_key`, `session_token` and `refresh_token`, with `client_id`,
    `redirect_uri`, `credential_proxy` and `credential_file` which belong to them, come from
    one source: the highest that gives a token. The whole group of any lower source is
    ignored. A `credential_file` given without tokens is the credential once it holds one;
    tokens of a lower source only fill it while it is empty.

    A source that gives a credential and a `base_url` binds the two: if a higher source names
    another origin, as `base_url`, `web_url` or `oauth_url`, the credential is ignored as
    well. A credential given alone goes to the `base_url` of the same invocation.
    `admin_token`, or `admin_username` with `admin_password`, is a group of its own, to which
    the same rules apply.

    Attributes:
        dialect: The dialect that the server speaks. Default: found out at the first call,
            by requests that change nothing.
        flavour: The kind of the server, of a dialect that has several, such as `vllm-omni`.
            Default: found out with the dialect; where that is given, the dialect as it is
            defined.
        base_url: The API's base URL, with or without `/v1`. Its query goes with every
            request to the API. Required: sorakit does not assume that any host answers.
        headers: Additional headers for every request to the API's origin, such as a
            gateway's own. In a variable, one per line: `Name: value`.
        query: Additional query parameters for every request to the API's origin, such as
            `api-version`. In a variable: `name=value&name=value`.
        web_url: The web application's root (`docs/wire/sora.md` §1.1). Default: the origin
            of `base_url`.
        sentinel_url: The host of the Sentinel challenge (`docs/wire/sora.md` §2.1).
            Default: the origin of `base_url`, or `https://chatgpt.com` when that is the
            documented one.
        oauth_url: The host of the token endpoint (`docs/wire/sora.md` §1.2). Default: the
            origin of `base_url` on loopback, else `https://auth.openai.com`.
        links_url: Your own link service (`docs/wire/sora.md` §7.3).
        links_token: The token of your own link service.
        allow_http: Allows plain HTTP to hosts other than loopback. Default: false.
        access_token: The access token, or the gateway's API key.
        api_key: The gateway's API key; another name for `access_token`.
        session_token: The session token, used to obtain access tokens.
        refresh_token: The refresh token, used to obtain access tokens.
        client_id: The client that the refresh token was issued to. Default: the iOS one.
        redirect_uri: The redirect URI of an undocumented client.
        credential_file: The file that keeps tokens, shared by processes. Default: memory.
        admin_token: The token of an admin login, for gateways with an administration.
        admin_username: The admin's name, with which the client logs in when an operation
            needs it.
        admin_password: The admin's password.
        admin_file: The file that keeps the token of an admin login, shared by processes.
            Default: memory.
        store_timeout: The longest time a credential store may take to answer, or be locked
            by another process, in seconds. Default: 30.
        auto_refresh: True to renew access tokens. Default: true.
        credential_proxy: The credential's own proxy: `http://…`, `socks5://…`, or
            `socks5h://…` if the proxy is to resolve names; `none` for no proxy.
        proxy: The proxy for credentials without one; `none` for no proxy. Default: the
            machine's `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl
            reads them; these never apply to this machine itself.
        sentinel_proxy: The proxy for the Sentinel request alone. Without it, that request
            uses none if `proxy` or `credential_proxy` is given, and otherwise the machine's.
        ca_file: An additional trusted certificate authority, or a server's self-signed
            certificate, as a PEM file. The variable `SSL_CERT_FILE` names one in place of the
            system's.
        profile: The browser or app that requests claim to come from. Default: a desktop
            browser.
        device_id: The device id, a UUID. Default: a random one per client.
        language: The language, such as `en-US`. Default: the profile's.
        sentinel_flow: The `flow` of the Sentinel request. Default: `sora_init`.
        sentinel_token_flow: The `flow` in the Sentinel token. Default:
            `sora_2_create_task__auto`.
        pow_max_tries: The most proof-of-work candidates to try. Default: 100 million.
        pow_timeout: The longest time for a proof of work, in seconds. Default: 60.
        pow_threads: The most threads for a proof of work; 0 for all cores. Default: 0.
        encoding: The encoding of creations in the dialect `openai`. Default: that of the
            server's flavour; `multipart`, as in OpenAI's own libraries, where it takes both.
        connect_timeout: The time limit for making a connection, in seconds. Default: 10.
        timeout: The time limit for one request, in seconds; uploads get more, depending on
            their size. Default: 30.
        creation_timeout: The time limit for the answer to a creation, an upload or anything
            else that must not be sent twice, in seconds; uploads get more, depending on their
            size. Giving up too soon loses the job's id. Default: 300.
        total_timeout: The time limit for a call or a download with all its retries, in
            seconds. Default: no limit.
        max_retries: The most times a request is sent again. Default: 3.
        retry_base: The wait before a request is first sent again, in seconds; it doubles
            with each further one, and up to half of it is left to chance. Default: 0.5, and 1
            for `skyriff` and `relay`.
        slot_timeout: The longest time that a creation waits for a free slot when the
            account has too many jobs in progress, in seconds. Default: 600.
        poll_interval: The shortest wait between two polls, in seconds. Default: the
            dialect's.
        poll_backoff: True to space polls further apart for a job that is near its end or
            old. With `false` each comes `poll_interval` after the one before. Default: true.
        max_poll_attempts: The most polls of one wait. Default: no limit.
        video_timeout: The longest wait for a video, in seconds. Default: 1800.
        image_timeout: The longest wait for an image, in seconds. Default: 300.
        grace: The time for which a job may be missing before its outcome counts as unknown,
            and for which the file of a finished job may not be ready, in seconds. Default: 60.
        environment: True to read `SORAKIT_*` variables. Those for the machine's proxies are
            read in any case: see `proxy`. Default: true.
        config: A TOML file with more options. Default: the one that `SORAKIT_CONFIG` names.
        config_profile: The profile of that file that counts, `[profiles.NAME]`. Default:
            the file's `default_profile`, where it names one.
        min_rate: The slowest file transfer that is continued, in bytes per second on
            average over `min_rate_time`; 0 for any. Default: 1000.
        min_rate_time: The time over which `min_rate` is averaged, in seconds. Default: 60.
        max_bytes: The largest file that is accepted, in bytes. Default: 16 GiB.
        max_answer_bytes: The longest video that is accepted inside an answer, in bytes of
            base64. It is held in memory. Default: 512 MiB.
        allow_private_media: True to let a server name media addresses in networks that are
            not public (this machine, private, link-local), even if the server itself is in no
            such network. They are judged by the address that is connected to; behind a proxy
            and in a browser, only by the URL itself. Default: false.
    """

    _nested = {"profile": "Profile"}

    _secret = frozenset(("links_token", "access_token", "api_key", "session_token", "refresh_token", "admin_token", "admin_password",))

    dialect: Dialect | None = None
    """The dialect that the server speaks. Default: found out at the first call, by requests
    that change nothing.
    """

    flavour: Flavour | None = None
    """The kind of the server, of a dialect that has several, such as `vllm-omni`. Default:
    found out with the dialect; where that is given, the dialect as it is defined.
    """

    base_url: str | None = None
    """The API's base URL, with or without `/v1`. Its query goes with every request to the API.
    Required: sorakit does not assume that any host answers.
    """

    headers: dict[str, str] | None = None
    """Additional headers for every request to the API's origin, such as a gateway's own. In a
    variable, one per line: `Name: value`.
    """

    query: dict[str, str] | None = None
    """Additional query parameters for every request to the API's origin, such as `api-version`.
    In a variable: `name=value&name=value`.
    """

    web_url: str | None = None
    """The web application's root (`docs/wire/sora.md` §1.1). Default: the origin of `base_url`."""

    sentinel_url: str | None = None
    """The host of the Sentinel challenge (`docs/wire/sora.md` §2.1). Default: the origin of
    `base_url`, or `https://chatgpt.com` when that is the documented one.
    """

    oauth_url: str | None = None
    """The host of the token endpoint (`docs/wire/sora.md` §1.2). Default: the origin of
    `base_url` on loopback, else `https://auth.openai.com`.
    """

    links_url: str | None = None
    """Your own link service (`docs/wire/sora.md` §7.3)."""

    links_token: str | None = None
    """The token of your own link service."""

    allow_http: bool | None = None
    """Allows plain HTTP to hosts other than loopback. Default: false."""

    access_token: str | None = None
    """The access token, or the gateway's API key."""

    api_key: str | None = None
    """The gateway's API key; another name for `access_token`."""

    session_token: str | None = None
    """The session token, used to obtain access tokens."""

    refresh_token: str | None = None
    """The refresh token, used to obtain access tokens."""

    client_id: str | None = None
    """The client that the refresh token was issued to. Default: the iOS one."""

    redirect_uri: str | None = None
    """The redirect URI of an undocumented client."""

    credential_file: str | None = None
    """The file that keeps tokens, shared by processes. Default: memory."""

    admin_token: str | None = None
    """The token of an admin login, for gateways with an administration."""

    admin_username: str | None = None
    """The admin's name, with which the client logs in when an operation needs it."""

    admin_password: str | None = None
    """The admin's password."""

    admin_file: str | None = None
    """The file that keeps the token of an admin login, shared by processes. Default: memory."""

    store_timeout: float | None = None
    """The longest time a credential store may take to answer, or be locked by another process,
    in seconds. Default: 30.
    """

    auto_refresh: bool | None = None
    """True to renew access tokens. Default: true."""

    credential_proxy: str | None = None
    """The credential's own proxy: `http://…`, `socks5://…`, or `socks5h://…` if the proxy is to
    resolve names; `none` for no proxy.
    """

    proxy: str | None = None
    """The proxy for credentials without one; `none` for no proxy. Default: the machine's
    `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy`, read as curl reads them; these
    never apply to this machine itself.
    """

    sentinel_proxy: str | None = None
    """The proxy for the Sentinel request alone. Without it, that request uses none if `proxy`
    or `credential_proxy` is given, and otherwise the machine's.
    """

    ca_file: str | None = None
    """An additional trusted certificate authority, or a server's self-signed certificate, as a
    PEM file. The variable `SSL_CERT_FILE` names one in place of the system's.
    """

    profile: Profile | None = None
    """The browser or app that requests claim to come from. Default: a desktop browser."""

    device_id: str | None = None
    """The device id, a UUID. Default: a random one per client."""

    language: str | None = None
    """The language, such as `en-US`. Default: the profile's."""

    sentinel_flow: str | None = None
    """The `flow` of the Sentinel request. Default: `sora_init`."""

    sentinel_token_flow: str | None = None
    """The `flow` in the Sentinel token. Default: `sora_2_create_task__auto`."""

    pow_max_tries: int | None = None
    """The most proof-of-work candidates to try. Default: 100 million."""

    pow_timeout: float | None = None
    """The longest time for a proof of work, in seconds. Default: 60."""

    pow_threads: int | None = None
    """The most threads for a proof of work; 0 for all cores. Default: 0."""

    encoding: Encoding | None = None
    """The encoding of creations in the dialect `openai`. Default: that of the server's flavour;
    `multipart`, as in OpenAI's own libraries, where it takes both.
    """

    connect_timeout: float | None = None
    """The time limit for making a connection, in seconds. Default: 10."""

    timeout: float | None = None
    """The time limit for one request, in seconds; uploads get more, depending on their size.
    Default: 30.
    """

    creation_timeout: float | None = None
    """The time limit for the answer to a creation, an upload or anything else that must not be
    sent twice, in seconds; uploads get more, depending on their size. Giving up too soon
    loses the job's id. Default: 300.
    """

    total_timeout: float | None = None
    """The time limit for a call or a download with all its retries, in seconds. Default: no
    limit.
    """

    max_retries: int | None = None
    """The most times a request is sent again. Default: 3."""

    retry_base: float | None = None
    """The wait before a request is first sent again, in seconds; it doubles with each further
    one, and up to half of it is left to chance. Default: 0.5, and 1 for `skyriff` and
    `relay`.
    """

    slot_timeout: float | None = None
    """The longest time that a creation waits for a free slot when the account has too many jobs
    in progress, in seconds. Default: 600.
    """

    poll_interval: float | None = None
    """The shortest wait between two polls, in seconds. Default: the dialect's."""

    poll_backoff: bool | None = None
    """True to space polls further apart for a job that is near its end or old. With `false`
    each comes `poll_interval` after the one before. Default: true.
    """

    max_poll_attempts: int | None = None
    """The most polls of one wait. Default: no limit."""

    video_timeout: float | None = None
    """The longest wait for a video, in seconds. Default: 1800."""

    image_timeout: float | None = None
    """The longest wait for an image, in seconds. Default: 300."""

    grace: float | None = None
    """The time for which a job may be missing before its outcome counts as unknown, and for
    which the file of a finished job may not be ready, in seconds. Default: 60.
    """

    environment: bool | None = None
    """True to read `SORAKIT_*` variables. Those for the machine's proxies are read in any case:
    see `proxy`. Default: true.
    """

    config: str | None = None
    """A TOML file with more options. Default: the one that `SORAKIT_CONFIG` names."""

    config_profile: str | None = None
    """The profile of that file that counts, `[profiles.NAME]`. Default: the file's
    `default_profile`, where it names one.
    """

    min_rate: float | None = None
    """The slowest file transfer that is continued, in bytes per second on average over
    `min_rate_time`; 0 for any. Default: 1000.
    """

    min_rate_time: float | None = None
    """The time over which `min_rate` is averaged, in seconds. Default: 60."""

    max_bytes: int | None = None
    """The largest file that is accepted, in bytes. Default: 16 GiB."""

    max_answer_bytes: int | None = None
    """The longest video that is accepted inside an answer, in bytes of base64. It is held in
    memory. Default: 512 MiB.
    """

    allow_private_media: bool | None = None
    """True to let a server name media addresses in networks that are not public (this machine,
    private, link-local), even if the server itself is in no such network. They are judged by
    the address that is connected to; behind a proxy and in a browser, only by the URL
    itself. Default: false.
    """


class PageRequest(_Model):
    """A request for one page.

    Attributes:
        limit: The maximum number of items; the server's default if absent.
        cursor: The place to continue from: the `next` of the previous page.
    """

    limit: int | None = None
    """The maximum number of items; the server's default if absent."""

    cursor: str | None = None
    """The place to continue from: the `next` of the previous page."""


class Plan(_Model):
    """A plan.

    Attributes:
        id: The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers
            also write it, `chatgptplusplan`. Others exist.
        title: The plan's name, such as `ChatGPT Plus`.
    """

    id: str | None = None
    """The plan's id: `chatgpt_plus`, `chatgpt_team`, `chatgpt_pro`, or, as servers also write
    it, `chatgptplusplan`. Others exist.
    """

    title: str | None = None
    """The plan's name, such as `ChatGPT Plus`."""


class Profile(_Model):
    """A browser and app identity, which fills the headers and the proof of work's configuration
    (`docs/wire/sora.md` §2.1, §2.2 and §12).

    It is a plain value: take the default, draw one from the documented browsers and apps, or
    write your own. One credential should keep one profile. In a browser, fill it from that
    browser.

    A profile read from JSON may omit any fields, and may have no others. The client hints
    follow from the given `user_agent`, the `languages` from the `language`; anything else
    has the default's value. The client refuses fields that contradict each other.

    Attributes:
        user_agent: The desktop browser's `User-Agent`.
        app_user_agent: The Sora app's `User-Agent`.
        sec_ch_ua: `sec-ch-ua`: the browser's brands and major versions. Like the next two,
            empty for a browser that sends none.
        sec_ch_ua_mobile: `sec-ch-ua-mobile`: `?0` for a desktop browser, `?1` for a phone.
        sec_ch_ua_platform: `sec-ch-ua-platform`: the platform's name, in double quotes.
        language: The first language, for instance `en-US`.
        languages: All languages, separated by commas, for instance `en-US,en`.
        screen: The width of the screen, in pixels.
        cores: The number of processor cores.
        timezone: The time zone, for the local time.
        heap_limit: The limit of the JavaScript heap, in bytes.
        script_url: The address of a script that the page has loaded.
        navigator_keys: Properties of `navigator` with their values, joined by U+2212; one
            is chosen at random.
        document_keys: Properties of `document`; one is chosen at random.
        window_keys: Properties of `window`; one is chosen at random.
    """

    _nested = {"timezone": "Timezone"}

    user_agent: str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36"
    """The desktop browser's `User-Agent`."""

    app_user_agent: str = "Sora/1.2026.007 (Android 15; 24122RKC7C; build 2600700)"
    """The Sora app's `User-Agent`."""

    sec_ch_ua: str = "\"Not(A:Brand\";v=\"8\", \"Chromium\";v=\"131\", \"Google Chrome\";v=\"131\""
    """`sec-ch-ua`: the browser's brands and major versions. Like the next two, empty for a
    browser that sends none.
    """

    sec_ch_ua_mobile: str = "?0"
    """`sec-ch-ua-mobile`: `?0` for a desktop browser, `?1` for a phone."""

    sec_ch_ua_platform: str = "\"Windows\""
    """`sec-ch-ua-platform`: the platform's name, in double quotes."""

    language: str = "en-US"
    """The first language, for instance `en-US`."""

    languages: str = "en-US,en"
    """All languages, separated by commas, for instance `en-US,en`."""

    screen: int = 1920
    """The width of the screen, in pixels."""

    cores: int = 8
    """The number of processor cores."""

    timezone: Timezone | None = None
    """The time zone, for the local time."""

    heap_limit: int = 4294705152
    """The limit of the JavaScript heap, in bytes."""

    script_url: str = "https://cdn.oaistatic.com/_next/static/cXh69klOLzS0Gy2joLDRS/_ssgManifest.js?dpl=453ebaec0d44c2decab71692e1bfe39be35a24b3"
    """The address of a script that the page has loaded."""

    navigator_keys: list[str] = _default(factory=list)
    """Properties of `navigator` with their values, joined by U+2212; one is chosen at random."""

    document_keys: list[str] = _default(factory=list)
    """Properties of `document`; one is chosen at random."""

    window_keys: list[str] = _default(factory=list)
    """Properties of `window`; one is chosen at random."""


class Publication(_Model):
    """The parameters of publishing a video.

    Attributes:
        id: The job, by its id, or the generation, `gen_…`.
        text: The text of the post. Default: none.
    """

    id: str
    """The job, by its id, or the generation, `gen_…`."""

    text: str = ""
    """The text of the post. Default: none."""


class Redeemed(_Model):
    """The parameters of accepting an invite code.

    Attributes:
        invite_code: Somebody's invite code.
    """

    invite_code: str
    """Somebody's invite code."""


class Remix(_Model):
    """The parameters of a remix.

    Attributes:
        id: The video to make a new version of.
        prompt: A description of the video.
        model: The model, in the server's words. Default: the dialect's standard one.
        duration: The length in seconds.
        orientation: Landscape or portrait.
        size: The size: `1280x720`, or the native `small` and `large`.
        quality: Standard or high definition.
        style: The style, such as `anime`.
        references: Images to start from.
        storyboard: The shots, to describe each one separately.
        remix: The video to make a new version of.
        characters: The characters that appear, by id.
        watermark: True to include a watermark, false to omit it, where a gateway offers the
            choice. For your own works only.
        private: True to keep the video unpublished, where a gateway offers it.
        n: The number of variants to make.
        title: The title.
        cameo_replacements: The replacements of characters, by id.
        audio_caption: The sound, in words.
        audio_transcript: The spoken words.
        video_caption: The picture, in words.
        metadata: Data of your own that goes with the video.
        character_url: A video that shows a character, which is made and put into this one.
            It must show no real person without that person's consent.
        character_timestamps: The start and end of the character's appearance in that video,
            in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
        character_from_task: A job whose video shows a character, which is made and put into
            this one.
        character_create: True to make a character from the finished video.
        seed: The start of the random numbers, to make the same video again.
        negative_prompt: A description of what must not be seen.
        steps: The number of steps that the model takes.
        guidance: The guidance scale: how closely the model follows the prompt; most models
            take 1 to 10.
        fps: Frames in a second.
        frames: The length in frames, in place of `duration`. Models that make certain
            numbers alone take the nearest.
        aspect_ratio: The proportions of width and height, such as `16:9`.
        last_frame: An image to end with.
        video_references: Videos to start from.
        audio_references: Sounds to start from.
        audio: True to make sound too, false to make none.
        enhance: True to let the server work out the prompt in more detail.
        extra: Additional fields. A server's flavour puts them where it reads them; else
            they are sent as they are.
    """

    _nested = {"storyboard": "Shot"}

    id: str
    """The video to make a new version of."""

    prompt: str
    """A description of the video."""

    model: str | None = None
    """The model, in the server's words. Default: the dialect's standard one."""

    duration: int | None = None
    """The length in seconds."""

    orientation: Orientation | None = None
    """Landscape or portrait."""

    size: str | None = None
    """The size: `1280x720`, or the native `small` and `large`."""

    quality: Quality | None = None
    """Standard or high definition."""

    style: str | None = None
    """The style, such as `anime`."""

    references: list[Any] = _default(factory=list)
    """Images to start from."""

    storyboard: list[Shot] = _default(factory=list)
    """The shots, to describe each one separately."""

    remix: str | None = None
    """The video to make a new version of."""

    characters: list[str] = _default(factory=list)
    """The characters that appear, by id."""

    watermark: bool | None = None
    """True to include a watermark, false to omit it, where a gateway offers the choice. For
    your own works only.
    """

    private: bool | None = None
    """True to keep the video unpublished, where a gateway offers it."""

    n: int | None = None
    """The number of variants to make."""

    title: str | None = None
    """The title."""

    cameo_replacements: dict[str, Any] = _default(factory=dict)
    """The replacements of characters, by id."""

    audio_caption: str | None = None
    """The sound, in words."""

    audio_transcript: str | None = None
    """The spoken words."""

    video_caption: str | None = None
    """The picture, in words."""

    metadata: dict[str, Any] = _default(factory=dict)
    """Data of your own that goes with the video."""

    character_url: Any = None
    """A video that shows a character, which is made and put into this one. It must show no real
    person without that person's consent.
    """

    character_timestamps: list[float] | str | None = None
    """The start and end of the character's appearance in that video, in seconds, as `[0, 3]` or
    `"0,3"`; from 1 to 3 s.
    """

    character_from_task: str | None = None
    """A job whose video shows a character, which is made and put into this one."""

    character_create: bool | None = None
    """True to make a character from the finished video."""

    seed: int | None = None
    """The start of the random numbers, to make the same video again."""

    negative_prompt: str | None = None
    """A description of what must not be seen."""

    steps: int | None = None
    """The number of steps that the model takes."""

    guidance: float | None = None
    """The guidance scale: how closely the model follows the prompt; most models take 1 to 10."""

    fps: float | None = None
    """Frames in a second."""

    frames: int | None = None
    """The length in frames, in place of `duration`. Models that make certain numbers alone take
    the nearest.
    """

    aspect_ratio: str | None = None
    """The proportions of width and height, such as `16:9`."""

    last_frame: Any = None
    """An image to end with."""

    video_references: list[Any] = _default(factory=list)
    """Videos to start from."""

    audio_references: list[Any] = _default(factory=list)
    """Sounds to start from."""

    audio: bool | None = None
    """True to make sound too, false to make none."""

    enhance: bool | None = None
    """True to let the server work out the prompt in more detail."""

    extra: dict[str, Any] = _default(factory=dict)
    """Additional fields. A server's flavour puts them where it reads them; else they are sent
    as they are.
    """


class Requested(_Model):
    """The measures that a creation asked for.

    Attributes:
        size: The size, such as `1280x720`.
        duration: The length in seconds.
        frames: The number of frames.
        fps: The frames a second.
        n: The number of variants.
    """

    size: str | None = None
    """The size, such as `1280x720`."""

    duration: float | None = None
    """The length in seconds."""

    frames: int | None = None
    """The number of frames."""

    fps: float | None = None
    """The frames a second."""

    n: int | None = None
    """The number of variants."""


class Search(_Model):
    """The parameters of a search.

    Attributes:
        username: The beginning of the user name.
        limit: The maximum number of items; the server's default if absent.
        cursor: The place to continue from: the `next` of the previous page.
    """

    username: str
    """The beginning of the user name."""

    limit: int | None = None
    """The maximum number of items; the server's default if absent."""

    cursor: str | None = None
    """The place to continue from: the `next` of the previous page."""


class Shot(_Model):
    """A shot of a storyboard.

    Attributes:
        duration: The length in seconds.
        scene: A description of the shot.
    """

    duration: float
    """The length in seconds."""

    scene: str
    """A description of the shot."""


class Subscription(_Model):
    """A subscription.

    Attributes:
        plan: The plan that is subscribed to.
        end_ts: The end of the subscription. Servers write it as ISO time, or as a number of
            seconds or milliseconds, also in a string.
    """

    _nested = {"plan": "Plan"}

    _times = frozenset(("end_ts",))

    plan: Plan | None = None
    """The plan that is subscribed to."""

    end_ts: datetime | None = None
    """The end of the subscription. Servers write it as ISO time, or as a number of seconds or
    milliseconds, also in a string.
    """


class Subscriptions(_Model):
    """The account's subscriptions.

    Attributes:
        data: The subscriptions.
    """

    _nested = {"data": "Subscription"}

    data: list[Subscription] = _default(factory=list)
    """The subscriptions."""


class Timezone(_Model):
    """A time zone with a fixed offset.

    Attributes:
        name: The name as a browser writes it, for instance `Eastern Standard Time`.
        offset_minutes: Minutes to add to UTC, for instance -300.
    """

    name: str
    """The name as a browser writes it, for instance `Eastern Standard Time`."""

    offset_minutes: int
    """Minutes to add to UTC, for instance -300."""


class Username(_Model):
    """The account's names.

    Attributes:
        username: The user name.
        display_name: The display name.
    """

    username: str | None = None
    """The user name."""

    display_name: str | None = None
    """The display name."""


class VideoRequest(_Model):
    """A video to be made. One type for every dialect: an option that the server's dialect lacks
    is refused before anything is sent, naming the dialects that have it.

    Attributes:
        prompt: A description of the video.
        model: The model, in the server's words. Default: the dialect's standard one.
        duration: The length in seconds.
        orientation: Landscape or portrait.
        size: The size: `1280x720`, or the native `small` and `large`.
        quality: Standard or high definition.
        style: The style, such as `anime`.
        references: Images to start from.
        storyboard: The shots, to describe each one separately.
        remix: The video to make a new version of.
        characters: The characters that appear, by id.
        watermark: True to include a watermark, false to omit it, where a gateway offers the
            choice. For your own works only.
        private: True to keep the video unpublished, where a gateway offers it.
        n: The number of variants to make.
        title: The title.
        cameo_replacements: The replacements of characters, by id.
        audio_caption: The sound, in words.
        audio_transcript: The spoken words.
        video_caption: The picture, in words.
        metadata: Data of your own that goes with the video.
        character_url: A video that shows a character, which is made and put into this one.
            It must show no real person without that person's consent.
        character_timestamps: The start and end of the character's appearance in that video,
            in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
        character_from_task: A job whose video shows a character, which is made and put into
            this one.
        character_create: True to make a character from the finished video.
        seed: The start of the random numbers, to make the same video again.
        negative_prompt: A description of what must not be seen.
        steps: The number of steps that the model takes.
        guidance: The guidance scale: how closely the model follows the prompt; most models
            take 1 to 10.
        fps: Frames in a second.
        frames: The length in frames, in place of `duration`. Models that make certain
            numbers alone take the nearest.
        aspect_ratio: The proportions of width and height, such as `16:9`.
        last_frame: An image to end with.
        video_references: Videos to start from.
        audio_references: Sounds to start from.
        audio: True to make sound too, false to make none.
        enhance: True to let the server work out the prompt in more detail.
        extra: Additional fields. A server's flavour puts them where it reads them; else
            they are sent as they are.
    """

    _nested = {"storyboard": "Shot"}

    prompt: str
    """A description of the video."""

    model: str | None = None
    """The model, in the server's words. Default: the dialect's standard one."""

    duration: int | None = None
    """The length in seconds."""

    orientation: Orientation | None = None
    """Landscape or portrait."""

    size: str | None = None
    """The size: `1280x720`, or the native `small` and `large`."""

    quality: Quality | None = None
    """Standard or high definition."""

    style: str | None = None
    """The style, such as `anime`."""

    references: list[Any] = _default(factory=list)
    """Images to start from."""

    storyboard: list[Shot] = _default(factory=list)
    """The shots, to describe each one separately."""

    remix: str | None = None
    """The video to make a new version of."""

    characters: list[str] = _default(factory=list)
    """The characters that appear, by id."""

    watermark: bool | None = None
    """True to include a watermark, false to omit it, where a gateway offers the choice. For
    your own works only.
    """

    private: bool | None = None
    """True to keep the video unpublished, where a gateway offers it."""

    n: int | None = None
    """The number of variants to make."""

    title: str | None = None
    """The title."""

    cameo_replacements: dict[str, Any] = _default(factory=dict)
    """The replacements of characters, by id."""

    audio_caption: str | None = None
    """The sound, in words."""

    audio_transcript: str | None = None
    """The spoken words."""

    video_caption: str | None = None
    """The picture, in words."""

    metadata: dict[str, Any] = _default(factory=dict)
    """Data of your own that goes with the video."""

    character_url: Any = None
    """A video that shows a character, which is made and put into this one. It must show no real
    person without that person's consent.
    """

    character_timestamps: list[float] | str | None = None
    """The start and end of the character's appearance in that video, in seconds, as `[0, 3]` or
    `"0,3"`; from 1 to 3 s.
    """

    character_from_task: str | None = None
    """A job whose video shows a character, which is made and put into this one."""

    character_create: bool | None = None
    """True to make a character from the finished video."""

    seed: int | None = None
    """The start of the random numbers, to make the same video again."""

    negative_prompt: str | None = None
    """A description of what must not be seen."""

    steps: int | None = None
    """The number of steps that the model takes."""

    guidance: float | None = None
    """The guidance scale: how closely the model follows the prompt; most models take 1 to 10."""

    fps: float | None = None
    """Frames in a second."""

    frames: int | None = None
    """The length in frames, in place of `duration`. Models that make certain numbers alone take
    the nearest.
    """

    aspect_ratio: str | None = None
    """The proportions of width and height, such as `16:9`."""

    last_frame: Any = None
    """An image to end with."""

    video_references: list[Any] = _default(factory=list)
    """Videos to start from."""

    audio_references: list[Any] = _default(factory=list)
    """Sounds to start from."""

    audio: bool | None = None
    """True to make sound too, false to make none."""

    enhance: bool | None = None
    """True to let the server work out the prompt in more detail."""

    extra: dict[str, Any] = _default(factory=dict)
    """Additional fields. A server's flavour puts them where it reads them; else they are sent
    as they are.
    """


Dialect = Literal["sora", "mirror", "sora2api", "skyriff", "relay", "openai"]
"""A family of servers that speak the same wire format.

- `sora`: The native web backend (`docs/wire/sora.md`). Its own host closed in 2026.
- `mirror`: A mirror of the web product under `/sora/v1` (`docs/wire/mirror.md`).
- `sora2api`: The Sora2API gateway, OpenAI-style `/v1` with its admin `/api`
(`docs/wire/sora2api.md`).
- `skyriff`: The SkyRiff gateway (`docs/wire/skyriff.md`).
- `relay`: A relay with `/v2/videos/generations` (`docs/wire/relay.md`).
- `openai`: The Videos API as OpenAI defined it and self-hosted servers serve it.
"""


Encoding = Literal["multipart", "json"]
"""The encoding of a creation request.

- `multipart`: As a form, `multipart/form-data`.
- `json`: As JSON. Files cannot go along; an image has to be an address or a data URL.
"""


ErrorKind = Literal["invalid_input", "unsupported", "configuration", "authentication", "permission", "blocked", "sentinel", "proof_of_work", "account_setup", "region", "not_found", "conflict", "bad_request", "rate_limited", "too_many_jobs", "quota_exhausted", "overloaded", "content_policy", "generation_failed", "not_ready", "server", "connection", "timeout", "outcome_unknown", "unexpected_response", "cancelled", "storage"]
"""The kind of an `Error`. In Python each is an exception class under `SorakitError`, in
JavaScript a subclass of `SorakitError`.

- `invalid_input`: A value was refused before anything was sent.
- `unsupported`: The dialect or server does not offer this.
- `configuration`: A setting is missing or wrong: base URL, proxy, certificate, file.
- `authentication`: The credential is missing, invalid or expired.
- `permission`: The credential is valid but may not do this.
- `blocked`: A CDN answered in the server's place, such as a Cloudflare challenge page.
- `sentinel`: The server refused the Sentinel token.
- `proof_of_work`: The proof of work cannot be solved within the limits.
- `account_setup`: The account's owner must complete a step: invite, username, phone number.
- `region`: The service is not offered in the caller's country.
- `not_found`: No such job, post, file or path.
- `conflict`: The thing already exists, or has changed in the meantime.
- `bad_request`: The server refused the request as malformed.
- `rate_limited`: Too many requests in a given time.
- `too_many_jobs`: The account has too many jobs in progress.
- `quota_exhausted`: The account's quota or credit is exhausted.
- `overloaded`: The server is under heavy load, or has no free account or channel.
- `content_policy`: Moderation refused the prompt, an input or the result. Permanent.
- `generation_failed`: The job ended without a result.
- `not_ready`: The result was requested before the job was done.
- `server`: The server failed.
- `connection`: No connection, or one that dropped without changing anything.
- `timeout`: A time limit was exceeded.
- `outcome_unknown`: The request was sent, but it is unknown whether the server accepted it.
- `unexpected_response`: The answer is not the one that the operation documents.
- `cancelled`: The caller cancelled.
- `storage`: A local file or credential store failed.
"""


ExpansionLevel = Literal["short", "medium", "long"]
"""The amount of detail added to a prompt.

- `short`: A little.
- `medium`: Some.
- `long`: A lot.
"""


Flavour = Literal["openai", "new-api", "vllm-omni", "sglang", "litellm", "unsloth", "fastvideo", "dynamo", "localai", "upstream", "fork"]
"""A kind of server that speaks a dialect in its own way. Servers of one dialect differ in their
fields, in what they offer, and in how they answer.

- `openai`: The Videos API as OpenAI defined it; any server that is not known to be another.
- `new-api`: new-api, one-api and their forks.
- `vllm-omni`: vLLM-Omni, and servers that follow it.
- `sglang`: SGLang Diffusion.
- `litellm`: LiteLLM's proxy.
- `unsloth`: Unsloth Studio.
- `fastvideo`: FastVideo.
- `dynamo`: NVIDIA Dynamo, which answers when the video is done.
- `localai`: LocalAI, which answers when the video is done, at an address of its own.
- `upstream`: TheSmallHanCat/sora2api, which makes everything in its chat.
- `fork`: A fork of it, with `/v1/videos` and the other operations of the document.
"""


JobKind = Literal["video", "image"]
"""The media that a job makes.

- `video`: A video.
- `image`: One or more images.
"""


JobStatus = Literal["queued", "running", "succeeded", "failed", "cancelled"]
"""The status of a job.

- `queued`: Accepted, but not yet started.
- `running`: In progress. Any word that sorakit does not know means this, never an end.
- `succeeded`: Done; the media can be downloaded.
- `failed`: Ended without a result.
- `cancelled`: Cancelled by its owner.
"""


ModelKind = Literal["video", "image", "prompt"]
"""The kind of output of a model.

- `video`: Videos.
- `image`: Images.
- `prompt`: Prompts.
"""


Nothing = dict[str, Any]
"""No parameters."""


OptionSource = Literal["code", "profile", "environment", "file", "store"]
"""The source of an option, highest first.

- `code`: The program's own call, or the command line.
- `profile`: The profile that the program's call, or the command line, names.
- `environment`: A `SORAKIT_*` variable.
- `file`: The configuration file.
- `store`: The credential store.
"""


Orientation = Literal["landscape", "portrait"]
"""Landscape or portrait.

- `landscape`: 16:9.
- `portrait`: 9:16.
"""


Quality = Literal["standard", "hd"]
"""The definition of a video.

- `standard`: Standard definition.
- `hd`: High definition; on most servers only for Pro models.
"""


QuotaUnit = Literal["videos", "credits"]
"""The unit of a quota.

- `videos`: Videos.
- `credits`: The gateway's credits, as its site shows them.
"""


Visibility = Literal["private", "public"]
"""The people who may use a character.

- `private`: Only its owner.
- `public`: Everyone.
"""
