"""The types of the `sora2api` dialect.

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
    "ActivateSora2",
    "ActivateTokens",
    "ActivateUsername",
    "ActivateUsernames",
    "ActivatedSora2",
    "ActivatedTokens",
    "ActivatedUsername",
    "ActivatedUsernames",
    "AddToken",
    "AddedToken",
    "AdminConfig",
    "BatchAddTokens",
    "BatchAdded",
    "BatchDetail",
    "CacheAnswer",
    "CacheConfig",
    "CancelTask",
    "CharacterAnswer",
    "CharacterData",
    "CharacterMatches",
    "CharacterOptions",
    "CharacterOwner",
    "CharacterVisibility",
    "ChatAnswer",
    "ChatChoice",
    "ChatChunk",
    "ChatCompletion",
    "ChatContent",
    "ChatDelta",
    "ChatMessage",
    "ChatPart",
    "ChatUrl",
    "ChunkChoice",
    "ClearCloudflare",
    "ClearLogs",
    "CloudflareAnswer",
    "CloudflareConfig",
    "CloudflareState",
    "ConvertedRefreshToken",
    "ConvertedSessionToken",
    "CreateCharacter",
    "CreateChat",
    "CreateImage",
    "CreateVideo",
    "CreatedCharacter",
    "DeleteAllDisabledTokens",
    "DeleteCharacter",
    "DeleteDisabledTokens",
    "DeleteSelectedTokens",
    "DeleteToken",
    "DeletedTokens",
    "Describe",
    "Described",
    "DisableSelectedTokens",
    "DisableToken",
    "DisableTokens",
    "DisabledTokens",
    "Done",
    "EditImage",
    "EnableAllTokens",
    "EnableToken",
    "EnableTokens",
    "EnabledTokens",
    "EnhancePrompt",
    "EnhancedPrompt",
    "ExchangeRefreshToken",
    "ExchangeSessionToken",
    "Expansion",
    "FeedAttachment",
    "FeedCut",
    "FeedItem",
    "FeedItems",
    "FoundCharacter",
    "GatewayModel",
    "GatewayModels",
    "GatewayStats",
    "GatewayTask",
    "GeneratedImage",
    "GeneratedImages",
    "GenerationAnswer",
    "GenerationTimeout",
    "GetCache",
    "GetCharacter",
    "GetCloudflare",
    "GetCloudflareState",
    "GetConfig",
    "GetGenerationTimeout",
    "GetInviteCode",
    "GetProfile",
    "GetProxy",
    "GetStats",
    "GetSystemStats",
    "GetTask",
    "GetTokenRefresh",
    "GetVideo",
    "GetVideoContent",
    "GetWatermarkFree",
    "ImageFormat",
    "ImageQuality",
    "ImageStyle",
    "ImportMode",
    "ImportRefreshTokens",
    "ImportTokens",
    "ImportedToken",
    "ImportedTokens",
    "InviteCode",
    "ListCharacters",
    "ListLogs",
    "ListModels",
    "ListOwnFeed",
    "ListPendingTasks",
    "ListPendingTasksV2",
    "ListPublicFeed",
    "ListTokenCharacters",
    "ListTokens",
    "ListUserFeed",
    "LogEntry",
    "LoggedIn",
    "Login",
    "Logout",
    "ManagedCharacter",
    "ManagedToken",
    "Orientation",
    "OwnFeed",
    "PendingTasks",
    "ProfileAnswer",
    "ProxyConfig",
    "PublicFeed",
    "Reasoning",
    "ReasoningProgress",
    "RefreshCloudflare",
    "RemixVideo",
    "SearchCharacters",
    "SearchIntent",
    "SetApiKey",
    "SetCacheBaseUrl",
    "SetCacheEnabled",
    "SetCacheTimeout",
    "SetCloudflare",
    "SetConfig",
    "SetDebug",
    "SetGenerationTimeout",
    "SetPassword",
    "SetProxy",
    "SetTokenRefresh",
    "SetTokenStatus",
    "SetWatermarkFree",
    "StatsAnswer",
    "TaskAnswer",
    "TaskGeneration",
    "TestToken",
    "TestTokens",
    "TestUpdateTokens",
    "TestedToken",
    "TestedTokens",
    "TokenId",
    "TokenRefreshAnswer",
    "TokenRefreshConfig",
    "TokenSwitched",
    "UpdateCharacter",
    "UpdateToken",
    "UpdateTokensProxy",
    "UserFeed",
    "UserProfile",
    "VideoContent",
    "VideoError",
    "VideoJob",
    "VideoMetadata",
    "VideoSeconds",
    "VideoSize",
    "VideoStyle",
    "WatermarkFreeConfig",
]


class ActivateSora2(_Model):
    """Redeems an invite code for an account."""

    token_id: TokenId
    """The account."""

    invite_code: str
    """The invite code, such as `ABC123` or `SORA-XXXX-XXXX`."""


class ActivateTokens(_Model):
    """Redeems an invite code for all accounts without Sora 2."""

    invite_code: str
    """The invite code, such as `ABC123` or `SORA-XXXX-XXXX`."""


class ActivateUsername(_Model):
    """Gives an account a user name that the gateway chooses, if it has none."""

    token_id: TokenId
    """The account."""


class ActivatedSora2(_Model):
    """The result of redeeming an invite code."""

    already_accepted: bool = False
    """True if the account already had Sora 2."""

    invite_code: str | None = None
    """The account's own invite code."""

    redeemed_count: int = 0
    """The number of times the account's invite code was used."""

    total_count: int = 0
    """The number of times the account's invite code can be used."""

    sora2_remaining_count: int = 0
    """The number of videos that the account may make."""

    message: str | None = None
    """The gateway's message."""


class ActivatedTokens(_Model):
    """The result of redeeming an invite code for several accounts."""

    activated: int = 0
    """The number of accounts that have Sora 2 now."""

    already_active: int = 0
    """The number of accounts that already had it."""

    failed: int = 0
    """The number of accounts that failed."""

    message: str | None = None
    """The gateway's message."""


class ActivatedUsername(_Model):
    """An account's user name."""

    username: str | None = None
    """The name."""

    already_set: bool = False
    """True if the account already had a user name."""

    message: str | None = None
    """The gateway's message."""


class ActivatedUsernames(_Model):
    """The result of giving user names to accounts."""

    activated: int = 0
    """The number of accounts that have a user name now."""

    already_set: int = 0
    """The number of accounts that already had one."""

    failed: int = 0
    """The number of accounts that failed."""

    total: int = 0
    """The number of accounts in all."""


class AddToken(_Model):
    """Adds an account."""

    _secret = frozenset(("token", "st", "rt", "proxy_url",))

    token: str
    """The access token."""

    st: str | None = None
    """The session token."""

    rt: str | None = None
    """The refresh token."""

    client_id: str | None = None
    """The client id that the refresh token was issued to."""

    proxy_url: str | None = None
    """The account's own proxy."""

    remark: str | None = None
    """A note."""

    image_enabled: bool | None = None
    """True to let the account make images. Default: true."""

    video_enabled: bool | None = None
    """True to let the account make videos. Default: true."""

    image_concurrency: int | None = None
    """The most images that the account makes at once; -1 means no limit. Default: -1."""

    video_concurrency: int | None = None
    """The most videos that the account makes at once; -1 means no limit. Default: -1."""


class AddedToken(_Model):
    """An account that was added."""

    token_id: TokenId | None = None
    """The account's id in the gateway."""

    message: str | None = None
    """The gateway's message."""


class AdminConfig(_Model):
    """The gateway's settings."""

    _secret = frozenset(("api_key",))

    error_ban_threshold: int = 0
    """The number of consecutive errors after which an account is disabled."""

    api_key: str | None = None
    """The key of the `/v1` interfaces."""

    admin_username: str | None = None
    """The admin's name."""

    debug_enabled: bool = False
    """True if requests are written to the log in full."""

    task_retry_enabled: bool | None = None
    """True if a failed task is tried again with another account. Upstream only."""

    task_max_retries: int | None = None
    """The most times that a failed task is tried again. Upstream only."""

    auto_disable_on_401: bool | None = None
    """True if an account is disabled when the backend answers it with 401. Upstream only."""


class BatchAddTokens(_Model):
    """Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
    `ImportTokens` there.
    """

    _nested = {"tokens": "AddToken"}

    tokens: list[AddToken]
    """The accounts."""


class BatchAdded(_Model):
    """The result of adding accounts."""

    _nested = {"details": "BatchDetail"}

    added: int = 0
    """The number of accounts added."""

    skipped: int = 0
    """The number of accounts that were there already."""

    failed: int = 0
    """The number of accounts that could not be added."""

    details: list[BatchDetail] = _default(factory=list)
    """The outcome for each account."""


class BatchDetail(_Model):
    """The outcome for one account that was to be added."""

    token: str | None = None
    """The beginning of the access token."""

    status: str | None = None
    """`added`, `skipped` or `failed`."""

    token_id: TokenId | None = None
    """The account."""

    message: str | None = None
    """The gateway's message."""


class CacheAnswer(_Model):
    """The answer."""

    _nested = {"config": "CacheConfig"}

    config: CacheConfig | None = None
    """The settings."""


class CacheConfig(_Model):
    """The settings by which the gateway keeps files."""

    enabled: bool = False
    """True if the gateway keeps files."""

    timeout: int = 0
    """The time to keep a file, in seconds; -1 means for ever."""

    base_url: str | None = None
    """The address under which it offers them; empty when it is the gateway's own."""

    effective_base_url: str | None = None
    """The address that is in use."""


class CancelTask(_Model):
    """Ends a task."""

    task_id: str
    """The task's id."""


class CharacterAnswer(_Model):
    """A character."""

    _nested = {"character": "ManagedCharacter"}

    character: ManagedCharacter | None = None
    """The character."""


class CharacterData(_Model):
    """The data of a character that was made."""

    cameo_id: str | None = None
    """The cameo's id, `ch_…`."""

    username: str | None = None
    """The name that prompts use."""

    display_name: str | None = None
    """The name that is shown."""

    message: str | None = None
    """The gateway's message."""


class CharacterMatches(_Model):
    """The result of a search."""

    _nested = {"results": "FoundCharacter"}

    query: str | None = None
    """The name that was searched for."""

    count: int = 0
    """The number of results."""

    results: list[FoundCharacter] = _default(factory=list)
    """The characters and users found."""


class CharacterOptions(_Model):
    """The options for making a character."""

    timestamps: str | None = None
    """The start and end of the part that shows the character, in seconds. Default: `0,3`."""

    username: str | None = None
    """The name that prompts use, without `@`."""

    display_name: str | None = None
    """The name that is shown."""

    instruction_set: str | None = None
    """The instructions for the character's behaviour."""

    safety_instruction_set: str | None = None
    """The instructions for what the character must not do."""


class CharacterOwner(_Model):
    """The owner of a character that was found."""

    user_id: str | None = None
    """The user's id."""

    username: str | None = None
    """The name."""

    display_name: str | None = None
    """The name that is shown."""


class ChatAnswer(_Model):
    """The message of an answer."""

    role: str | None = None
    """`assistant`."""

    content: str | None = None
    """The text."""

    reasoning_content: Reasoning | None = None
    """The last known progress of the generation."""


class ChatChoice(_Model):
    """One of the answers."""

    _nested = {"message": "ChatAnswer"}

    index: int = 0
    """The index, from 0."""

    message: ChatAnswer | None = None
    """The message."""

    finish_reason: str | None = None
    """The reason that it ends, in lower case, such as `stop`."""


class ChatChunk(_Model):
    """A piece of an answer (`chat.completion.chunk`)."""

    _nested = {"choices": "ChunkChoice"}

    _times = frozenset(("created",))

    id: str | None = None
    """The answer's id."""

    created: datetime | None = None
    """The time it was created."""

    model: str | None = None
    """The model; gateways write `sora` whatever was requested."""

    choices: list[ChunkChoice] = _default(factory=list)
    """The new parts, usually one."""


class ChatCompletion(_Model):
    """An answer (`chat.completion`)."""

    _nested = {"choices": "ChatChoice"}

    _times = frozenset(("created",))

    id: str | None = None
    """The answer's id."""

    created: datetime | None = None
    """The time it was created."""

    model: str | None = None
    """The model."""

    choices: list[ChatChoice] = _default(factory=list)
    """The answers, usually one."""


class ChatDelta(_Model):
    """The new part of an answer. Every field may be `null`."""

    role: str | None = None
    """`assistant`."""

    content: str | None = None
    """Text of the answer."""

    reasoning_content: Reasoning | None = None
    """The progress of the generation."""


class ChatMessage(_Model):
    """A message of a chat."""

    role: str = "user"
    """The role of the speaker: `user`, `system` or `assistant`."""

    content: ChatContent
    """The content."""


class ChatPart(_Model):
    """A part of a message."""

    _nested = {"image_url": "ChatUrl", "video_url": "ChatUrl"}

    type: Literal["text", "image_url", "video_url"]

    text: str | None = None
    """The text."""

    image_url: ChatUrl | None = None
    """The location of the image."""

    video_url: ChatUrl | None = None
    """The location of the video."""


class ChatUrl(_Model):
    """The location of an image or video."""

    url: str
    """`https://…` or `data:<type>;base64,…`."""


class ChunkChoice(_Model):
    """The new part of one choice."""

    _nested = {"delta": "ChatDelta"}

    index: int = 0
    """The index of the choice, from 0."""

    delta: ChatDelta | None = None
    """The new part."""

    finish_reason: str | None = None
    """The reason for the answer's end, in lower case, such as `stop`; absent until then."""


class CloudflareAnswer(_Model):
    """The answer with the settings."""

    _nested = {"config": "CloudflareConfig"}

    config: CloudflareConfig | None = None
    """The settings."""


class CloudflareConfig(_Model):
    """The gateway's settings for a solver."""

    _secret = frozenset(("solver_api_url",))

    solver_enabled: bool = False
    """True if the gateway uses a solver."""

    solver_api_url: str | None = None
    """The solver's address. It may hold a key."""


class CloudflareState(_Model):
    """The state of the gateway's credentials. The document does not describe its content."""

    state: Any = None
    """The state, as the gateway gives it. It may hold cookies."""

    message: str | None = None
    """The gateway's message."""


class ConvertedRefreshToken(_Model):
    """The result of exchanging a refresh token."""

    _secret = frozenset(("access_token", "refresh_token",))

    access_token: str
    """The access token."""

    refresh_token: str | None = None
    """The refresh token for the next time."""

    expires_in: int | None = None
    """The lifetime of the access token, in seconds."""


class ConvertedSessionToken(_Model):
    """The result of exchanging a session token."""

    _secret = frozenset(("access_token",))

    _times = frozenset(("expires",))

    access_token: str
    """The access token."""

    email: str | None = None
    """The account's e-mail address."""

    expires: datetime | None = None
    """The time at which the session ends."""


class CreateCharacter(_Model):
    """Makes a character out of a video, while the caller waits.

    Give the video as a file, sent as a form, or in base64, sent as JSON.
    """

    model: str | None = None
    """A video model; `sora-video-10s` is the default."""

    video: Any = None
    """The video, as a file."""

    video_base64: str | None = None
    """The video, in base64. It is sent under the name `video`, as the document's example shows
    and the gateways read it.
    """

    timestamps: str | None = None
    """The start and end of the part that shows the character, in seconds. Default: `0,3`."""

    username: str | None = None
    """The name that prompts use, without `@`."""

    display_name: str | None = None
    """The name that is shown."""

    instruction_set: str | None = None
    """The instructions for the character's behaviour."""

    safety_instruction_set: str | None = None
    """The instructions for what the character must not do."""


class CreateChat(_Model):
    """Asks for a video, an image, a remix or a character.

    Running gateways generate only for a stream, which is the default here; without one they
    merely say whether an account is free (docs/wire/sora2api.md §12.1). The answer's
    `result` holds the media.
    """

    _nested = {"messages": "ChatMessage", "character_options": "CharacterOptions"}

    model: str
    """The model, such as `sora-video-landscape-10s` or `sora-image`."""

    messages: list[ChatMessage]
    """The messages. Only the last one counts. Images by address are ignored by running
    gateways, so they are refused: give a data URL.
    """

    stream: bool = True
    """True to stream the answer. Default: true."""

    image: str | None = None
    """An image to start from, in base64."""

    video: str | None = None
    """A video to make a character from, in base64."""

    remix_target_id: str | None = None
    """The published video to make a new version of: `s_…`, or its share link."""

    style_id: VideoStyle | None = None
    """The style."""

    character_options: CharacterOptions | None = None
    """The options for making a character."""


class CreateImage(_Model):
    """Makes an image from a prompt, and from reference images if any are given."""

    prompt: str
    """The text that describes the image."""

    model: str | None = None
    """The model, such as `gpt-image-2` or `sora-image`."""

    n: int | None = None
    """The number of images. The gateway makes one."""

    size: str | None = None
    """The size, such as `1024x1024`, or the ratio, such as `16:9`."""

    quality: ImageQuality | None = None
    """The quality."""

    style: ImageStyle | None = None
    """The style."""

    response_format: ImageFormat | None = None
    """The form in which the image is returned."""

    image: Any = None
    """Reference images, one or a list: addresses, data URLs or `{"url": …}`. Files are taken by
    `sora2api.images.edit`.
    """


class CreateVideo(_Model):
    """Creates a video.

    Sent as a form if there is a file to start from, else as JSON.
    """

    prompt: str
    """The text that describes the video."""

    model: str | None = None
    """The model: `sora-2`, the default, or another of the gateway's."""

    seconds: VideoSeconds | None = None
    """The length: 10 or 15 s, the default."""

    size: VideoSize | None = None
    """The size in pixels."""

    orientation: Orientation | None = None
    """Landscape or portrait."""

    style_id: VideoStyle | None = None
    """The style."""

    input_reference: Any = None
    """An image to start from: a file, or, in forks, an address or data URL."""

    input_image: str | None = None
    """An image to start from, in base64."""

    remix_target_id: str | None = None
    """The published video to make a new version of."""

    metadata: VideoMetadata | None = None
    """Further parameters, sent as JSON text: an object, or its text."""

    async_mode: bool | None = None
    """True to answer at once, false to answer when the video is done. Default: true."""


class CreatedCharacter(_Model):
    """A character that was made."""

    _nested = {"data": "CharacterData"}

    _times = frozenset(("created",))

    id: str | None = None
    """The gateway's id, `char_…`."""

    created: datetime | None = None
    """The time of creation."""

    model: str | None = None
    """The model."""

    data: CharacterData | None = None
    """The character."""


class DeleteAllDisabledTokens(_Model):
    """Removes accounts that are out of use."""

    token_ids: list[TokenId] | None = None
    """The accounts; all when absent."""


class DeleteCharacter(_Model):
    """Removes a character from the gateway's list, and from nowhere else."""

    cameo_id: str
    """The cameo's id, `ch_…`."""


class DeleteSelectedTokens(_Model):
    """Removes accounts, whether they are in use or not."""

    token_ids: list[TokenId]
    """The accounts."""


class DeleteToken(_Model):
    """Removes an account. Running gateways answer success for an unknown account too
    (docs/wire/sora2api.md §12.1).
    """

    token_id: TokenId
    """The account."""


class DeletedTokens(_Model):
    """The result of removing disabled accounts."""

    deleted_count: int = 0
    """The number of accounts removed."""

    message: str | None = None
    """The gateway's message."""


class Described(_Model):
    """The description of a gateway's interfaces: an OpenAPI document."""

    paths: dict[str, Any] = _default(factory=dict)
    """The paths, with what each takes."""


class DisableSelectedTokens(_Model):
    """Takes accounts out of use."""

    token_ids: list[TokenId]
    """The accounts."""


class DisableToken(_Model):
    """Disables an account."""

    token_id: TokenId
    """The account."""


class DisabledTokens(_Model):
    """The result of disabling accounts."""

    disabled_count: int = 0
    """The number of accounts disabled."""

    message: str | None = None
    """The gateway's message."""


class Done(_Model):
    """The answer of an operation that reports only that it was done."""

    message: str | None = None
    """The gateway's message."""


class EditImage(_Model):
    """Makes an image from others. Files are sent as a form, addresses and data URLs as JSON."""

    prompt: str
    """The text that describes the image to make of them."""

    image: Any
    """The images, one or a list: all of them files, or all of them addresses, data URLs or
    `{"url": …}`.
    """

    model: str | None = None
    """The model, such as `gpt-image-2`."""

    size: str | None = None
    """The size, such as `1024x1024`, or the ratio, such as `4:5`."""

    response_format: ImageFormat | None = None
    """The form in which the image is returned."""


class EnableAllTokens(_Model):
    """Takes accounts into use."""

    token_ids: list[TokenId] | None = None
    """The accounts; all when absent."""


class EnableToken(_Model):
    """Enables an account and clears its errors."""

    token_id: TokenId
    """The account."""


class EnabledTokens(_Model):
    """The result of enabling accounts."""

    enabled_count: int = 0
    """The number of accounts enabled."""

    message: str | None = None
    """The gateway's message."""


class EnhancePrompt(_Model):
    """Writes a prompt out in detail."""

    prompt: str
    """The prompt."""

    expansion_level: Expansion | None = None
    """The amount of detail to add; `medium` is the default."""

    duration_s: int | None = None
    """The length of the video that it is for: 10 or 15 s."""

    token_id: TokenId | None = None
    """The account to ask with; any when absent."""


class EnhancedPrompt(_Model):
    """The prompt, written out."""

    enhanced_prompt: str
    """The text."""


class ExchangeRefreshToken(_Model):
    """Exchanges a refresh token for an access token. Nothing is stored: the answer holds the
    refresh token that replaces the one given.
    """

    _secret = frozenset(("rt",))

    rt: str
    """The refresh token."""

    client_id: str | None = None
    """The client id that it was issued to. Upstream only."""


class ExchangeSessionToken(_Model):
    """Exchanges a session token for an access token. Nothing is stored."""

    _secret = frozenset(("st",))

    st: str
    """The session token."""


class FeedAttachment(_Model):
    """The video of a post."""

    kind: str | None = None
    """`video`."""

    url: str | None = None
    """The address."""

    downloadable_url: str | None = None
    """The address for downloading."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""

    n_frames: int | None = None
    """Frames in all."""

    duration_seconds: float | None = None
    """Length in seconds."""

    thumbnail_url: str | None = None
    """A still."""


class FeedItem(_Model):
    """A published video. Its fields are the gateway's summary, or the native post as it is;
    what is not listed here is in `extra`.
    """

    _nested = {"attachment": "FeedAttachment", "author": "UserProfile"}

    _times = frozenset(("posted_at",))

    id: str | None = None
    """The post's id."""

    text: str | None = None
    """The post's text."""

    permalink: str | None = None
    """The address of the post's page."""

    preview_image_url: str | None = None
    """A still."""

    posted_at: datetime | None = None
    """The time of publication."""

    like_count: int = 0
    """The number of likes."""

    view_count: int = 0
    """The number of views."""

    remix_count: int = 0
    """The number of new versions."""

    attachment: FeedAttachment | None = None
    """The video."""

    author: UserProfile | None = None
    """The user who published it."""


class FeedItems(_Model):
    """A page of published videos."""

    _nested = {"items": "FeedItem"}

    items: list[FeedItem] = _default(factory=list)
    """The videos."""

    cursor: str | None = None
    """The position of the next page; absent on the last page."""


class FoundCharacter(_Model):
    """A character or user that was found."""

    _nested = {"owner": "CharacterOwner"}

    user_id: str | None = None
    """The user's id."""

    username: str | None = None
    """The name."""

    display_name: str | None = None
    """The name that is shown."""

    profile_picture_url: str | None = None
    """The picture."""

    can_cameo: bool = False
    """True if the character or user may appear in videos."""

    verified: bool = False
    """True if the character or user is verified."""

    follower_count: int = 0
    """The number of followers."""

    token: str | None = None
    """The tag by which prompts refer to it, such as `<@ch_xxx>`. Not a secret."""

    owner: CharacterOwner | None = None
    """The owner of the character."""


class GatewayModel(_Model):
    """A model."""

    id: str
    """The model's id."""

    owned_by: str | None = None
    """`sora2api`."""

    description: str | None = None
    """The model's output, such as `Video generation - landscape`."""


class GatewayModels(_Model):
    """The gateway's models."""

    _nested = {"data": "GatewayModel"}

    data: list[GatewayModel] = _default(factory=list)
    """The models."""


class GatewayStats(_Model):
    """The figures of a gateway."""

    total_tokens: int = 0
    """Accounts in all."""

    active_tokens: int = 0
    """Enabled accounts."""

    today_images: int = 0
    """Images made today."""

    total_images: int = 0
    """Images made in all."""

    today_videos: int = 0
    """Videos made today."""

    total_videos: int = 0
    """Videos made in all."""

    today_errors: int = 0
    """Errors today."""

    total_errors: int = 0
    """Errors in all."""


class GatewayTask(_Model):
    """A task of the native backend, as the gateway passes it on."""

    _nested = {"generations": "TaskGeneration"}

    _times = frozenset(("created_at", "completed_at",))

    id: str | None = None
    """The task's id."""

    status: str | None = None
    """The backend's word for its state."""

    prompt: str | None = None
    """The prompt."""

    title: str | None = None
    """The title."""

    progress_pct: float | None = None
    """Progress from 0 to 1."""

    generations: list[TaskGeneration] = _default(factory=list)
    """The works that the task has made."""

    task_id: str | None = None
    """The gateway's own id of the task."""

    model: str | None = None
    """The model."""

    result_urls: list[str] = _default(factory=list)
    """The addresses of the works. On the wire, the text of a JSON array."""

    error_message: str | None = None
    """The reason for the failure."""

    created_at: datetime | None = None
    """The time at which the task was begun."""

    completed_at: datetime | None = None
    """The time at which the task ended."""


class GeneratedImage(_Model):
    """An image that was made: its address, or its bytes."""

    url: str | None = None
    """The address."""

    b64_json: str | None = None
    """The bytes, in base64."""

    revised_prompt: str | None = None
    """The prompt that the image was made with."""


class GeneratedImages(_Model):
    """The images that were made."""

    _nested = {"data": "GeneratedImage"}

    _times = frozenset(("created",))

    created: datetime | None = None
    """The time of creation."""

    data: list[GeneratedImage] = _default(factory=list)
    """The images."""


class GenerationAnswer(_Model):
    """The answer."""

    _nested = {"config": "GenerationTimeout"}

    config: GenerationTimeout | None = None
    """The settings."""


class GenerationTimeout(_Model):
    """The longest times that the gateway waits for media."""

    image_timeout: int | None = None
    """For an image, in seconds."""

    video_timeout: int | None = None
    """For a video, in seconds."""


class GetCharacter(_Model):
    """Reads a character."""

    cameo_id: str
    """The cameo's id, `ch_…`."""


class GetProfile(_Model):
    """Reads a user's profile."""

    username: str
    """The user's name."""

    token_id: TokenId | None = None
    """The account to ask with; any when absent."""


class GetTask(_Model):
    """Reads the state of a task."""

    token_id: TokenId
    """The account."""

    task_id: str
    """The task's id, `task_…`."""


class GetVideo(_Model):
    """Reads the state of a video."""

    video_id: str
    """The task's id."""


class GetVideoContent(_Model):
    """Reads the address of a finished video."""

    video_id: str
    """The task's id."""


class ImportRefreshTokens(_Model):
    """Adds accounts by their refresh tokens, which the gateway uses up and replaces."""

    _secret = frozenset(("refresh_tokens", "proxy_url",))

    refresh_tokens: list[str]
    """The refresh tokens."""

    client_id: str
    """The client id that they were issued to."""

    proxy_url: str | None = None
    """The proxy to exchange them through."""

    image_concurrency: int | None = None
    """The number of images that each makes at once; -1 means no limit."""

    video_concurrency: int | None = None
    """The number of videos that each makes at once; -1 means no limit."""


class ImportTokens(_Model):
    """Adds accounts, and changes those whose e-mail address is already known."""

    _nested = {"tokens": "ImportedToken"}

    tokens: list[ImportedToken]
    """The accounts."""

    mode: ImportMode | None = None
    """The step that the gateway takes with the accounts first. Upstream only."""


class ImportedToken(_Model):
    """An account to import, with the token that the mode starts from."""

    _secret = frozenset(("access_token", "session_token", "refresh_token", "proxy_url",))

    email: str
    """The e-mail address, which identifies the account."""

    access_token: str | None = None
    """The access token. The modes `st` and `rt` do without it."""

    session_token: str | None = None
    """The session token."""

    refresh_token: str | None = None
    """The refresh token."""

    client_id: str | None = None
    """The client id that the refresh token was issued to."""

    proxy_url: str | None = None
    """The account's own proxy."""

    remark: str | None = None
    """A note."""

    is_active: bool | None = None
    """True to enable the account, false to disable it."""

    image_enabled: bool | None = None
    """True to let the account make images."""

    video_enabled: bool | None = None
    """True to let the account make videos."""

    image_concurrency: int | None = None
    """The most images that the account makes at once; -1 means no limit."""

    video_concurrency: int | None = None
    """The most videos that the account makes at once; -1 means no limit."""


class ImportedTokens(_Model):
    """The result of an import."""

    added: int = 0
    """The number of accounts added."""

    updated: int = 0
    """The number of accounts changed."""

    failed: int = 0
    """The number of accounts that failed."""

    message: str | None = None
    """The gateway's message."""


class InviteCode(_Model):
    """An invite code."""

    invite_code: str
    """The code."""

    remaining_count: int = 0
    """The number of times the code can still be used."""

    total_count: int = 0
    """The number of times the code can be used in all."""

    email: str | None = None
    """The e-mail address of the account that owns the code."""


class ListLogs(_Model):
    """Lists the gateway's latest actions."""

    limit: int | None = None
    """The most entries to return. Default: 100."""


class ListOwnFeed(_Model):
    """Lists the videos that one of the gateway's accounts has published."""

    token_id: TokenId
    """The account."""

    limit: int | None = None
    """The most videos to return. Default: 8."""


class ListPendingTasks(_Model):
    """Lists the tasks that an account is working on."""

    token_id: TokenId
    """The account."""


class ListPendingTasksV2(_Model):
    """Lists the tasks that an account is working on, from the backend's second list."""

    token_id: TokenId
    """The account."""


class ListPublicFeed(_Model):
    """Lists the videos that everyone has published."""

    limit: int | None = None
    """The most videos to return. Default: 8."""

    cut: FeedCut | None = None
    """The part of the feed; the latest is the default."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""

    token_id: TokenId | None = None
    """The account to ask with; any when absent."""


class ListTokenCharacters(_Model):
    """Lists an account's characters."""

    token_id: TokenId
    """The account."""


class ListUserFeed(_Model):
    """Lists the videos that a user has published."""

    user_id: str
    """The user's id, such as `user-4qluo8ATzeEsuvCpOUAfAZY0`."""

    limit: int | None = None
    """The most videos to return. Default: 8."""

    cursor: str | None = None
    """The position to continue from: the `cursor` of the previous page."""

    token_id: TokenId | None = None
    """The account to ask with; any when absent."""


class LogEntry(_Model):
    """An action of the gateway."""

    _times = frozenset(("created_at",))

    id: int | None = None
    """The entry's id."""

    token_id: TokenId | None = None
    """The account."""

    token_email: str | None = None
    """The account's e-mail address."""

    token_username: str | None = None
    """The account's user name."""

    operation: str | None = None
    """The kind of action, such as `video_generation`."""

    status_code: int | None = None
    """The status that the action ended with; -1 in some forks while it is in progress."""

    duration: float | None = None
    """The duration of the action, in seconds."""

    created_at: datetime | None = None
    """The time of the action."""

    request_body: str | None = None
    """The request, as text."""

    response_body: str | None = None
    """The answer, as text."""

    task_id: str | None = None
    """The id of the task that the action created."""

    progress: float | None = None
    """The progress of that task, in percent."""

    task_status: str | None = None
    """The state of that task."""


class LoggedIn(_Model):
    """A login."""

    _secret = frozenset(("token",))

    token: str
    """The token of the login, `admin-…`. It lives until logout, a new password, or a restart of
    the gateway.
    """

    message: str | None = None
    """The gateway's message."""


class Login(_Model):
    """Logs an admin in. The client keeps the token for the calls that follow."""

    _secret = frozenset(("password",))

    username: str
    """The admin's name."""

    password: str
    """The password."""


class ManagedCharacter(_Model):
    """A character, as the gateway keeps it."""

    _times = frozenset(("created_at", "updated_at",))

    id: int | None = None
    """The character's id in the gateway."""

    cameo_id: str | None = None
    """The cameo's id, `ch_…`."""

    character_id: str | None = None
    """The character's id, `char_…`."""

    token_id: TokenId | None = None
    """The account that it belongs to."""

    username: str | None = None
    """The name that prompts use."""

    display_name: str | None = None
    """The name that is shown."""

    profile_url: str | None = None
    """The address of the character's picture."""

    instruction_set: str | None = None
    """The instructions for the character's behaviour: text, or JSON as text."""

    safety_instruction_set: str | None = None
    """The instructions for what the character must not do: text, or JSON as text."""

    visibility: str | None = None
    """`private` or `public`."""

    status: str | None = None
    """`processing`, `finalized` or `deleted`."""

    created_at: datetime | None = None
    """The time of creation."""

    updated_at: datetime | None = None
    """The time of the last change."""


class ManagedToken(_Model):
    """An account, with its credentials, settings and figures. The gateway calls it a token."""

    _secret = frozenset(("token", "st", "rt", "proxy_url",))

    _times = frozenset(("expiry_time", "cooled_until", "created_at", "last_used_at", "subscription_end", "sora2_cooldown_until",))

    id: TokenId
    """The account's id in the gateway."""

    token: str | None = None
    """The access token."""

    st: str | None = None
    """The session token."""

    rt: str | None = None
    """The refresh token."""

    client_id: str | None = None
    """The client id that the refresh token was issued to."""

    proxy_url: str | None = None
    """The account's own proxy. It may hold a password."""

    email: str | None = None
    """The e-mail address."""

    username: str | None = None
    """The user name."""

    name: str | None = None
    """The display name."""

    remark: str | None = None
    """A note of the admin's."""

    expiry_time: datetime | None = None
    """The time at which the access token expires."""

    is_active: bool = False
    """True if the account is enabled."""

    cooled_until: datetime | None = None
    """The time until which the account rests."""

    created_at: datetime | None = None
    """The time at which the account was added."""

    last_used_at: datetime | None = None
    """The time of the last use."""

    use_count: int = 0
    """The number of times the account was used."""

    image_count: int = 0
    """The number of images that the account has made."""

    video_count: int = 0
    """The number of videos that the account has made."""

    error_count: int = 0
    """The number of times the account has failed."""

    plan_type: str | None = None
    """The plan, such as `chatgpt_team`."""

    plan_title: str | None = None
    """The name of the plan, in words."""

    subscription_end: datetime | None = None
    """The time at which the plan ends."""

    sora2_supported: bool | None = None
    """True if the account has Sora 2; absent if that is not known."""

    sora2_invite_code: str | None = None
    """The account's invite code."""

    sora2_redeemed_count: int = 0
    """The number of times the invite code was used."""

    sora2_total_count: int = 0
    """The number of times the invite code can be used."""

    sora2_remaining_count: int = 0
    """The number of videos that the account may still make."""

    sora2_cooldown_until: datetime | None = None
    """The time from which the account may make videos again."""

    image_enabled: bool = False
    """True if the account makes images."""

    video_enabled: bool = False
    """True if the account makes videos."""

    image_concurrency: int | None = None
    """The most images that the account makes at once; -1 means no limit."""

    video_concurrency: int | None = None
    """The most videos that the account makes at once; -1 means no limit."""


class OwnFeed(_Model):
    """A page of the videos that an account has published."""

    _nested = {"feed": "FeedItems"}

    token_id: TokenId | None = None
    """The account."""

    feed: FeedItems | None = None
    """The page."""


class PendingTasks(_Model):
    """The tasks that an account is working on."""

    _nested = {"tasks": "GatewayTask"}

    token_id: TokenId | None = None
    """The account."""

    count: int = 0
    """The number of tasks."""

    tasks: list[GatewayTask] = _default(factory=list)
    """The tasks."""


class ProfileAnswer(_Model):
    """The answer."""

    _nested = {"profile": "UserProfile"}

    profile: UserProfile | None = None
    """The profile."""


class ProxyConfig(_Model):
    """The gateway's proxy."""

    _secret = frozenset(("proxy_url", "image_upload_proxy_url",))

    proxy_enabled: bool = False
    """True if the gateway uses a proxy."""

    proxy_url: str | None = None
    """The proxy's address. It may hold a password."""

    proxy_pool_enabled: bool = False
    """True if the gateway uses a pool of several proxies."""

    proxy_pool_count: int = 0
    """The number of proxies in the pool."""

    image_upload_proxy_enabled: bool | None = None
    """True if images are uploaded through another proxy. Upstream only."""

    image_upload_proxy_url: str | None = None
    """The address of that proxy. Upstream only."""


class PublicFeed(_Model):
    """A page of the videos that everyone has published."""

    _nested = {"items": "FeedItem"}

    cut: str | None = None
    """The part of the feed."""

    count: int = 0
    """The number of videos on the page."""

    cursor: str | None = None
    """The position of the next page; absent on the last page."""

    items: list[FeedItem] = _default(factory=list)
    """The videos."""


class ReasoningProgress(_Model):
    """The progress of a generation, as an object."""

    stage: str | None = None
    """The stage, such as `generation`."""

    status: str | None = None
    """The status, such as `processing`."""

    progress: float | None = None
    """The progress in percent, from 0 to 100."""

    message: str | None = None
    """A sentence."""


class RemixVideo(_Model):
    """Makes a new version of a video."""

    video_id: str
    """The video's id."""

    prompt: str
    """The text that describes the changes."""

    model: str | None = None
    """The model; `sora-2` is the default."""

    seconds: VideoSeconds | None = None
    """The length: 10 or 15 s."""

    size: VideoSize | None = None
    """The size in pixels."""

    style_id: VideoStyle | None = None
    """The style."""

    async_mode: bool | None = None
    """True to answer at once, false to answer when the video is done. Default: true."""


class SearchCharacters(_Model):
    """Searches for characters and users by name."""

    username: str
    """The name, or its beginning."""

    intent: SearchIntent | None = None
    """The users to look for; `users` is the default."""

    token_id: TokenId | None = None
    """The account to search with; any when absent."""

    limit: int | None = None
    """The most results to return. Default: 10."""


class SetApiKey(_Model):
    """Sets the key of the `/v1` interfaces."""

    _secret = frozenset(("new_api_key",))

    new_api_key: str
    """The new key."""


class SetCacheBaseUrl(_Model):
    """Sets the address under which the gateway offers files."""

    base_url: str
    """The address; empty for the gateway's own."""


class SetCacheEnabled(_Model):
    """Sets whether the gateway keeps files."""

    enabled: bool
    """True to keep files."""


class SetCacheTimeout(_Model):
    """Sets how long the gateway keeps files."""

    timeout: int
    """The time to keep a file, in seconds, from 60 to 86400; upstream takes -1 for ever."""


class SetCloudflare(_Model):
    """Turns the gateway's use of a solver on or off, and sets the solver."""

    _secret = frozenset(("solver_api_url",))

    solver_enabled: bool
    """True to use a solver."""

    solver_api_url: str | None = None
    """The solver's address."""


class SetConfig(_Model):
    """Sets when an account is disabled, and when a task is tried again."""

    error_ban_threshold: int
    """The number of consecutive errors after which an account is disabled, from 1."""

    task_retry_enabled: bool | None = None
    """True to try a failed task again with another account. Upstream only."""

    task_max_retries: int | None = None
    """The most times that a failed task is tried again. Upstream only."""

    auto_disable_on_401: bool | None = None
    """True to disable an account when the backend answers it with 401. Upstream only."""


class SetDebug(_Model):
    """Sets whether requests are written to the log in full."""

    enabled: bool
    """True to write requests to the log in full."""


class SetGenerationTimeout(_Model):
    """Sets how long the gateway waits for media. What is absent stays as it is."""

    image_timeout: int | None = None
    """For an image, in seconds, from 60 to 3600."""

    video_timeout: int | None = None
    """For a video, in seconds, from 60 to 7200."""


class SetPassword(_Model):
    """Sets the admin's password, and name if one is given. It ends all logins: log in again."""

    _secret = frozenset(("old_password", "new_password",))

    old_password: str
    """The current password."""

    new_password: str
    """The new password."""

    username: str | None = None
    """The new name."""


class SetProxy(_Model):
    """Sets the gateway's proxy."""

    _secret = frozenset(("proxy_url", "image_upload_proxy_url",))

    proxy_enabled: bool
    """True to use a proxy."""

    proxy_url: str | None = None
    """The proxy's address, such as `http://proxy:8080`."""

    proxy_pool_enabled: bool | None = None
    """True to use a pool of several proxies."""

    image_upload_proxy_enabled: bool | None = None
    """True to upload images through another proxy. Upstream only."""

    image_upload_proxy_url: str | None = None
    """The address of that proxy. Upstream only."""


class SetTokenRefresh(_Model):
    """Sets whether the gateway renews access tokens automatically."""

    enabled: bool
    """True to renew access tokens automatically."""


class SetTokenStatus(_Model):
    """Enables or disables an account. Running gateways answer success for an unknown account
    too (docs/wire/sora2api.md §12.1).
    """

    token_id: TokenId
    """The account."""

    is_active: bool
    """True to enable the account, false to disable it."""


class SetWatermarkFree(_Model):
    """Sets whether the gateway returns links without a watermark. For your own works only: the
    gateway publishes each of them to do so.
    """

    _secret = frozenset(("custom_parse_token",))

    watermark_free_enabled: bool
    """True to return links without a watermark."""

    parse_method: str | None = None
    """The method: `third_party` or `custom`; some forks have `builtin`. Default: `third_party`."""

    custom_parse_url: str | None = None
    """The admin's own service."""

    custom_parse_token: str | None = None
    """The token of that service."""

    fallback_on_failure: bool | None = None
    """True to return the link with a watermark when the gateway gets none without one. Not in
    the document.
    """


class StatsAnswer(_Model):
    """The answer with the gateway's figures."""

    _nested = {"stats": "GatewayStats"}

    stats: GatewayStats | None = None
    """The figures."""


class TaskAnswer(_Model):
    """The state of a task."""

    _nested = {"task": "GatewayTask"}

    task: GatewayTask | None = None
    """The task."""


class TaskGeneration(_Model):
    """A work that a task has made."""

    id: str | None = None
    """The work's id, `gen_…`."""

    url: str | None = None
    """The address."""

    width: int | None = None
    """Width in pixels."""

    height: int | None = None
    """Height in pixels."""


class TestToken(_Model):
    """Checks whether an account's access token is valid, and reads what the account may make."""

    token_id: TokenId
    """The account."""


class TestTokens(_Model):
    """Checks whether the accounts' access tokens are valid, and enables or disables the
    accounts accordingly.
    """

    only_active: bool | None = None
    """True to test only the accounts that are enabled. Default: true."""

    only_disabled: bool | None = None
    """True to test only the accounts that are disabled. Default: false."""


class TestUpdateTokens(_Model):
    """Tries accounts' access tokens, and reads what they may make."""

    token_ids: list[TokenId] | None = None
    """The accounts; all when absent."""


class TestedToken(_Model):
    """The result of testing an account's access token. `success` in the answer means that the
    test was run; `status` holds its outcome.
    """

    status: str | None = None
    """`success` when the token is valid, else `failed`."""

    message: str | None = None
    """The gateway's message."""

    email: str | None = None
    """The e-mail address."""

    username: str | None = None
    """The user name."""

    sora2_supported: bool | None = None
    """True if the account has Sora 2."""

    sora2_invite_code: str | None = None
    """The account's invite code."""

    sora2_redeemed_count: int | None = None
    """The number of times the invite code was used."""

    sora2_total_count: int | None = None
    """The number of times the invite code can be used."""

    sora2_remaining_count: int | None = None
    """The number of videos that the account may still make."""


class TestedTokens(_Model):
    """The result of testing accounts."""

    valid: int = 0
    """The number of accounts whose access token is valid."""

    invalid: int = 0
    """The number of accounts whose access token is not valid."""

    auto_disabled: int = 0
    """The number of accounts disabled."""

    auto_enabled: int = 0
    """The number of accounts enabled."""

    message: str | None = None
    """The gateway's message."""


class TokenRefreshAnswer(_Model):
    """The answer."""

    _nested = {"config": "TokenRefreshConfig"}

    config: TokenRefreshConfig | None = None
    """The settings."""


class TokenRefreshConfig(_Model):
    """The setting for the automatic renewal of access tokens."""

    at_auto_refresh_enabled: bool = False
    """True if the gateway renews access tokens automatically."""


class TokenSwitched(_Model):
    """The state of an account after it was enabled or disabled."""

    is_active: bool = False
    """True if the account is enabled."""

    error_count: int | None = None
    """The number of failures since then."""

    message: str | None = None
    """The gateway's message."""


class UpdateCharacter(_Model):
    """Changes a character. What is absent stays as it is."""

    cameo_id: str
    """The cameo's id, `ch_…`."""

    instruction_set: str | None = None
    """The instructions for the character's behaviour."""

    safety_instruction_set: str | None = None
    """The instructions for what the character must not do."""

    visibility: CharacterVisibility | None = None
    """The people who may use the character."""


class UpdateToken(_Model):
    """Changes an account. What is absent stays as it is."""

    _secret = frozenset(("token", "st", "rt", "proxy_url",))

    token_id: TokenId
    """The account."""

    token: str | None = None
    """The access token."""

    st: str | None = None
    """The session token."""

    rt: str | None = None
    """The refresh token."""

    client_id: str | None = None
    """The client id that the refresh token was issued to."""

    proxy_url: str | None = None
    """The account's own proxy."""

    remark: str | None = None
    """A note."""

    image_enabled: bool | None = None
    """True to let the account make images."""

    video_enabled: bool | None = None
    """True to let the account make videos."""

    image_concurrency: int | None = None
    """The most images that the account makes at once; -1 means no limit."""

    video_concurrency: int | None = None
    """The most videos that the account makes at once; -1 means no limit."""


class UpdateTokensProxy(_Model):
    """Gives accounts a proxy of their own."""

    _secret = frozenset(("proxy_url",))

    token_ids: list[TokenId]
    """The accounts."""

    proxy_url: str
    """The proxy's address; empty for none."""


class UserFeed(_Model):
    """A page of the videos that a user has published."""

    _nested = {"feed": "FeedItems"}

    user_id: str | None = None
    """The user."""

    feed: FeedItems | None = None
    """The page."""


class UserProfile(_Model):
    """A user's profile."""

    user_id: str | None = None
    """The user's id."""

    username: str | None = None
    """The name."""

    display_name: str | None = None
    """The name that is shown."""

    profile_picture_url: str | None = None
    """The picture."""

    follower_count: int = 0
    """The number of followers."""

    verified: bool = False
    """True if the user is verified."""


class VideoContent(_Model):
    """The location of a finished video."""

    url: str
    """The address."""


class VideoError(_Model):
    """The reason for the failure of a job."""

    code: str | None = None
    """The server's code, as text."""

    message: str = ""
    """The server's reason."""


class VideoJob(_Model):
    """A video job as `/v1/videos`-like servers describe it (`docs/wire/openai.md` §3).

    The fields here are read from whichever key a server uses for them; what the server said
    under other keys stays in `extra` as well.
    """

    _nested = {"error": "VideoError"}

    _times = frozenset(("created_at", "started_at", "completed_at", "expires_at",))

    id: str
    """The job's id, under whichever key a server has it. Opaque."""

    object: str | None = None
    """The object's type, such as `video`."""

    status: str | None = None
    """The server's word for the job's state."""

    progress: float | None = None
    """Progress in percent, as a number or as text on the wire."""

    model: str | None = None
    """The model."""

    prompt: str | None = None
    """The prompt."""

    size: str | None = None
    """The size, such as `1280x720`. Some gateways write the file's length in bytes here once it
    is done.
    """

    seconds: float | None = None
    """The length in seconds: what was made, else what was asked for."""

    created_at: datetime | None = None
    """The time of creation: `created_at`, `submit_time` or `created`."""

    started_at: datetime | None = None
    """The time of the start: `started_at` or `start_time`."""

    completed_at: datetime | None = None
    """The time of the end: `completed_at` or `finish_time`."""

    expires_at: datetime | None = None
    """The time until which the files can be fetched."""

    video_url: str | None = None
    """The address of the video, from whichever key holds it."""

    video_urls: list[str]
    """The addresses of all variants, if there are several; `video_url` is the first. An empty
    one is fetched by its number.
    """

    thumbnail_url: str | None = None
    """A still of the video."""

    remixed_from_video_id: str | None = None
    """The video that this one is a new version of."""

    error: VideoError | None = None
    """The reason for the failure, wherever the server states it."""


class WatermarkFreeConfig(_Model):
    """The gateway's settings for links without a watermark."""

    _secret = frozenset(("custom_parse_token",))

    watermark_free_enabled: bool = False
    """True if the gateway returns links without a watermark."""

    parse_method: str | None = None
    """The method: `third_party` or `custom`; forks also write `builtin`."""

    custom_parse_url: str | None = None
    """The admin's own service."""

    custom_parse_token: str | None = None
    """The token of that service."""

    fallback_on_failure: bool | None = None
    """True if the gateway returns the link with a watermark when it gets none without one. Not
    in the document.
    """


ActivateUsernames = dict[str, Any]
"""Gives every enabled account a user name, if it has none."""


CharacterVisibility = Literal["private", "public"]
"""The people who may use a character.

- `private`: The owner alone.
- `public`: Everyone.
"""


ChatContent = str | list[ChatPart]
"""The content of a message."""


ClearCloudflare = dict[str, Any]
"""Has the gateway forget its credentials."""


ClearLogs = dict[str, Any]
"""Empties the log. Upstream only (docs/wire/sora2api.md §11.3)."""


DeleteDisabledTokens = dict[str, Any]
"""Removes all disabled accounts."""


Describe = dict[str, Any]
"""Asks the gateway for the description of its own interfaces. No credential is needed."""


DisableTokens = dict[str, Any]
"""Disables all accounts."""


EnableTokens = dict[str, Any]
"""Enables all accounts."""


Expansion = Literal["short", "medium", "long"]
"""The amount of detail added to a prompt."""


FeedCut = Literal["nf2_latest", "nf2_top"]
"""A part of the public feed.

- `nf2_latest`: The latest.
- `nf2_top`: The most liked.
"""


GetCache = dict[str, Any]
"""Reads the settings by which the gateway keeps files."""


GetCloudflare = dict[str, Any]
"""Reads whether the gateway uses a solver."""


GetCloudflareState = dict[str, Any]
"""Reads the state of the gateway's credentials."""


GetConfig = dict[str, Any]
"""Reads the gateway's settings."""


GetGenerationTimeout = dict[str, Any]
"""Reads how long the gateway waits for media."""


GetInviteCode = dict[str, Any]
"""Asks for an invite code of any account that has one left."""


GetProxy = dict[str, Any]
"""Reads the gateway's proxy."""


GetStats = dict[str, Any]
"""Asks what the gateway has made."""


GetSystemStats = dict[str, Any]
"""Asks what the gateway has made."""


GetTokenRefresh = dict[str, Any]
"""Reads whether the gateway renews access tokens automatically."""


GetWatermarkFree = dict[str, Any]
"""Reads whether the gateway returns links without a watermark."""


ImageFormat = Literal["url", "b64_json"]
"""The form in which an image is returned.

- `url`: An address.
- `b64_json`: The bytes, in base64.
"""


ImageQuality = Literal["standard", "hd"]
"""The quality of an image.

- `standard`: Standard definition.
- `hd`: High definition.
"""


ImageStyle = Literal["natural", "vivid"]
"""The style of an image."""


ImportMode = Literal["offline", "at", "st", "rt"]
"""The step that the upstream gateway takes with imported accounts first.

- `offline`: Nothing.
- `at`: Tries the access token.
- `st`: Exchanges the session token.
- `rt`: Exchanges the refresh token.
"""


ListCharacters = dict[str, Any]
"""Lists all characters."""


ListModels = dict[str, Any]
"""Lists the gateway's models."""


ListTokens = dict[str, Any]
"""Lists the accounts, with their credentials."""


Logout = dict[str, Any]
"""Logs the admin out: the token is worth nothing any more."""


Orientation = Literal["landscape", "portrait"]
"""Landscape or portrait.

- `landscape`: 16:9.
- `portrait`: 9:16.
"""


Reasoning = str | ReasoningProgress
"""The progress of a generation, in whichever form the gateway writes it."""


RefreshCloudflare = dict[str, Any]
"""Has the gateway obtain new credentials. Fails when the solver is off."""


SearchIntent = Literal["users", "cameo"]
"""The users that a search looks for.

- `users`: All users.
- `cameo`: Those who may appear in videos.
"""


TokenId = int | str
"""The id under which the gateway keeps an account: a number, or text in some forks."""


VideoMetadata = str | dict[str, Any]
"""Further parameters of a video: an object, or its text."""


VideoSeconds = Literal["10", "15"]
"""The lengths that the gateway makes.

- `10`: 10 seconds.
- `15`: 15 seconds.
"""


VideoSize = Literal["720x1280", "1280x720", "1024x1792", "1792x1024"]
"""The sizes that the gateway makes.

- `1024x1792`: Not of `sora-2`.
- `1792x1024`: Not of `sora-2`.
"""


VideoStyle = Literal["festive", "retro", "news", "selfie", "handheld", "anime"]
"""The styles that the gateway documents."""
