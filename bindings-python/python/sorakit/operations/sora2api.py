"""The operations of the `sora2api` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
    from typing import Any

    from .._async import AsyncCalls
    from .._files import FileLike, ReferenceLike
    from .._sync import SyncCalls

from .._files import file as _file, reference as _reference
from ..models import sora2api as _m

__all__ = ["Sora2api", "AsyncSora2api"]


class Sora2apiModels:
    """The operations `sora2api.models`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def list(self) -> _m.GatewayModels:
        """Lists the gateway's models.

        `GET /v1/models` (docs/wire/sora2api.md §1.1)
        """
        return self._client._call("sora2api.models.list", {}, _m.GatewayModels.from_dict)


class Sora2apiChat:
    """The operations `sora2api.chat`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        model: str,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        stream: bool | None = None,
        image: str | None = None,
        video: str | None = None,
        remix_target_id: str | None = None,
        style_id: _m.VideoStyle | None = None,
        character_options: _m.CharacterOptions | Mapping[str, Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Asks for a video, an image, a remix or a character.

        Running gateways generate only for a stream, which is the default here; without one
        they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
        answer's `result` holds the media.

        `POST /v1/chat/completions` (docs/wire/sora2api.md §2.1, §12.2)

        Args:
            model: The model, such as `sora-video-landscape-10s` or `sora-image`.
            messages: The messages. Only the last one counts. Images by address are ignored
                by running gateways, so they are refused: give a data URL.
            stream: True to stream the answer. Default: true.
            image: An image to start from, in base64.
            video: A video to make a character from, in base64.
            remix_target_id: The published video to make a new version of: `s_…`, or its
                share link.
            style_id: The style.
            character_options: The options for making a character.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.chat.create",
            {
                "model": model,
                "messages": messages,
                "stream": stream,
                "image": image,
                "video": video,
                "remix_target_id": remix_target_id,
                "style_id": style_id,
                "character_options": character_options,
            },
            _m.ChatCompletion.from_dict,
            extra,
        )

    def create_stream(
        self,
        *,
        model: str,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        stream: bool | None = None,
        image: str | None = None,
        video: str | None = None,
        remix_target_id: str | None = None,
        style_id: _m.VideoStyle | None = None,
        character_options: _m.CharacterOptions | Mapping[str, Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Iterator[_m.ChatChunk]:
        """Asks for a video, an image, a remix or a character.

        Running gateways generate only for a stream, which is the default here; without one
        they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
        answer's `result` holds the media. The answer comes piece by piece.

        `POST /v1/chat/completions` (docs/wire/sora2api.md §2.1, §12.2)

        Args:
            model: The model, such as `sora-video-landscape-10s` or `sora-image`.
            messages: The messages. Only the last one counts. Images by address are ignored
                by running gateways, so they are refused: give a data URL.
            stream: True to stream the answer. Default: true.
            image: An image to start from, in base64.
            video: A video to make a character from, in base64.
            remix_target_id: The published video to make a new version of: `s_…`, or its
                share link.
            style_id: The style.
            character_options: The options for making a character.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "sora2api.chat.create",
            {
                "model": model,
                "messages": messages,
                "stream": stream,
                "image": image,
                "video": video,
                "remix_target_id": remix_target_id,
                "style_id": style_id,
                "character_options": character_options,
            },
            _m.ChatChunk.from_dict,
            extra,
        )


class Sora2apiVideos:
    """The operations `sora2api.videos`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        prompt: str,
        model: str | None = None,
        seconds: _m.VideoSeconds | None = None,
        size: _m.VideoSize | None = None,
        orientation: _m.Orientation | None = None,
        style_id: _m.VideoStyle | None = None,
        input_reference: ReferenceLike | None = None,
        input_image: str | None = None,
        remix_target_id: str | None = None,
        metadata: _m.VideoMetadata | None = None,
        async_mode: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video.

        Sent as a form if there is a file to start from, else as JSON.

        `POST /v1/videos` (docs/wire/sora2api.md §3.1)

        Args:
            prompt: The text that describes the video.
            model: The model: `sora-2`, the default, or another of the gateway's.
            seconds: The length: 10 or 15 s, the default.
            size: The size in pixels.
            orientation: Landscape or portrait.
            style_id: The style.
            input_reference: An image to start from: a file, or, in forks, an address or
                data URL.
            input_image: An image to start from, in base64.
            remix_target_id: The published video to make a new version of.
            metadata: Further parameters, sent as JSON text: an object, or its text.
            async_mode: True to answer at once, false to answer when the video is done.
                Default: true.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "orientation": orientation,
                "style_id": style_id,
                "input_reference": _reference(input_reference),
                "input_image": input_image,
                "remix_target_id": remix_target_id,
                "metadata": metadata,
                "async_mode": async_mode,
            },
            _m.VideoJob.from_dict,
            extra,
        )

    def get(
        self,
        *,
        video_id: str,
    ) -> _m.VideoJob:
        """Reads the state of a video.

        `GET /v1/videos/{video_id}` (docs/wire/sora2api.md §3.2)

        Args:
            video_id: The task's id.
        """
        return self._client._call(
            "sora2api.videos.get",
            {"video_id": video_id},
            _m.VideoJob.from_dict,
        )

    def content(
        self,
        *,
        video_id: str,
    ) -> _m.VideoContent:
        """Reads the address of a finished video.

        `GET /v1/videos/{video_id}/content` (docs/wire/sora2api.md §3.3)

        Args:
            video_id: The task's id.
        """
        return self._client._call(
            "sora2api.videos.content",
            {"video_id": video_id},
            _m.VideoContent.from_dict,
        )

    def remix(
        self,
        *,
        video_id: str,
        prompt: str,
        model: str | None = None,
        seconds: _m.VideoSeconds | None = None,
        size: _m.VideoSize | None = None,
        style_id: _m.VideoStyle | None = None,
        async_mode: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Makes a new version of a video.

        `POST /v1/videos/{video_id}/remix` (docs/wire/sora2api.md §3.4)

        Args:
            video_id: The video's id.
            prompt: The text that describes the changes.
            model: The model; `sora-2` is the default.
            seconds: The length: 10 or 15 s.
            size: The size in pixels.
            style_id: The style.
            async_mode: True to answer at once, false to answer when the video is done.
                Default: true.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.videos.remix",
            {
                "video_id": video_id,
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "style_id": style_id,
                "async_mode": async_mode,
            },
            _m.VideoJob.from_dict,
            extra,
        )


class Sora2apiImages:
    """The operations `sora2api.images`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def generate(
        self,
        *,
        prompt: str,
        model: str | None = None,
        n: int | None = None,
        size: str | None = None,
        quality: _m.ImageQuality | None = None,
        style: _m.ImageStyle | None = None,
        response_format: _m.ImageFormat | None = None,
        image: Sequence[ReferenceLike] | ReferenceLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes an image from a prompt, and from reference images if any are given.

        `POST /v1/images/generations` (docs/wire/sora2api.md §4.1)

        Args:
            prompt: The text that describes the image.
            model: The model, such as `gpt-image-2` or `sora-image`.
            n: The number of images. The gateway makes one.
            size: The size, such as `1024x1024`, or the ratio, such as `16:9`.
            quality: The quality.
            style: The style.
            response_format: The form in which the image is returned.
            image: Reference images, one or a list: addresses, data URLs or `{"url": …}`.
                Files are taken by `sora2api.images.edit`.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.images.generate",
            {
                "prompt": prompt,
                "model": model,
                "n": n,
                "size": size,
                "quality": quality,
                "style": style,
                "response_format": response_format,
                "image": image,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )

    def edit(
        self,
        *,
        prompt: str,
        image: Sequence[ReferenceLike] | ReferenceLike,
        model: str | None = None,
        size: str | None = None,
        response_format: _m.ImageFormat | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes an image from others. Files are sent as a form, addresses and data URLs as
        JSON.

        `POST /v1/images/edits` (docs/wire/sora2api.md §4.2)

        Args:
            prompt: The text that describes the image to make of them.
            image: The images, one or a list: all of them files, or all of them addresses,
                data URLs or `{"url": …}`.
            model: The model, such as `gpt-image-2`.
            size: The size, such as `1024x1024`, or the ratio, such as `4:5`.
            response_format: The form in which the image is returned.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.images.edit",
            {
                "prompt": prompt,
                "image": image,
                "model": model,
                "size": size,
                "response_format": response_format,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )


class Sora2apiCharacters:
    """The operations `sora2api.characters`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        model: str | None = None,
        video: FileLike | None = None,
        video_base64: str | None = None,
        timestamps: str | None = None,
        username: str | None = None,
        display_name: str | None = None,
        instruction_set: str | None = None,
        safety_instruction_set: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedCharacter:
        """Makes a character out of a video, while the caller waits.

        Give the video as a file, sent as a form, or in base64, sent as JSON.

        `POST /v1/characters` (docs/wire/sora2api.md §5.1)

        Args:
            model: A video model; `sora-video-10s` is the default.
            video: The video, as a file.
            video_base64: The video, in base64. It is sent under the name `video`, as the
                document's example shows and the gateways read it.
            timestamps: The start and end of the part that shows the character, in seconds.
                Default: `0,3`.
            username: The name that prompts use, without `@`.
            display_name: The name that is shown.
            instruction_set: The instructions for the character's behaviour.
            safety_instruction_set: The instructions for what the character must not do.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.characters.create",
            {
                "model": model,
                "video": _file(video),
                "video_base64": video_base64,
                "timestamps": timestamps,
                "username": username,
                "display_name": display_name,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
            },
            _m.CreatedCharacter.from_dict,
            extra,
        )

    def search(
        self,
        *,
        username: str,
        intent: _m.SearchIntent | None = None,
        token_id: _m.TokenId | None = None,
        limit: int | None = None,
    ) -> _m.CharacterMatches:
        """Searches for characters and users by name.

        `GET /v1/characters/search` (docs/wire/sora2api.md §6.5)

        Args:
            username: The name, or its beginning.
            intent: The users to look for; `users` is the default.
            token_id: The account to search with; any when absent.
            limit: The most results to return. Default: 10.
        """
        return self._client._call(
            "sora2api.characters.search",
            {"username": username, "intent": intent, "token_id": token_id, "limit": limit},
            _m.CharacterMatches.from_dict,
        )


class Sora2apiStats:
    """The operations `sora2api.stats`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.StatsAnswer:
        """Asks what the gateway has made.

        `GET /v1/stats` (docs/wire/sora2api.md §6.1)
        """
        return self._client._call("sora2api.stats.get", {}, _m.StatsAnswer.from_dict)


class Sora2apiInviteCodes:
    """The operations `sora2api.invite_codes`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.InviteCode:
        """Asks for an invite code of any account that has one left.

        `GET /v1/invite-codes` (docs/wire/sora2api.md §6.2)
        """
        return self._client._call("sora2api.invite_codes.get", {}, _m.InviteCode.from_dict)


class Sora2apiProfiles:
    """The operations `sora2api.profiles`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(
        self,
        *,
        username: str,
        token_id: _m.TokenId | None = None,
    ) -> _m.ProfileAnswer:
        """Reads a user's profile.

        `GET /v1/profiles/{username}` (docs/wire/sora2api.md §6.3)

        Args:
            username: The user's name.
            token_id: The account to ask with; any when absent.
        """
        return self._client._call(
            "sora2api.profiles.get",
            {"username": username, "token_id": token_id},
            _m.ProfileAnswer.from_dict,
        )


class Sora2apiFeeds:
    """The operations `sora2api.feeds`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def user(
        self,
        *,
        user_id: str,
        limit: int | None = None,
        cursor: str | None = None,
        token_id: _m.TokenId | None = None,
    ) -> _m.UserFeed:
        """Lists the videos that a user has published.

        `GET /v1/users/{user_id}/feed` (docs/wire/sora2api.md §6.4)

        Args:
            user_id: The user's id, such as `user-4qluo8ATzeEsuvCpOUAfAZY0`.
            limit: The most videos to return. Default: 8.
            cursor: The position to continue from: the `cursor` of the previous page.
            token_id: The account to ask with; any when absent.
        """
        return self._client._call(
            "sora2api.feeds.user",
            {"user_id": user_id, "limit": limit, "cursor": cursor, "token_id": token_id},
            _m.UserFeed.from_dict,
        )

    def public(
        self,
        *,
        limit: int | None = None,
        cut: _m.FeedCut | None = None,
        cursor: str | None = None,
        token_id: _m.TokenId | None = None,
    ) -> _m.PublicFeed:
        """Lists the videos that everyone has published.

        `GET /v1/feed` (docs/wire/sora2api.md §6.6)

        Args:
            limit: The most videos to return. Default: 8.
            cut: The part of the feed; the latest is the default.
            cursor: The position to continue from: the `cursor` of the previous page.
            token_id: The account to ask with; any when absent.
        """
        return self._client._call(
            "sora2api.feeds.public",
            {"limit": limit, "cut": cut, "cursor": cursor, "token_id": token_id},
            _m.PublicFeed.from_dict,
        )

    def own(
        self,
        *,
        token_id: _m.TokenId,
        limit: int | None = None,
    ) -> _m.OwnFeed:
        """Lists the videos that one of the gateway's accounts has published.

        `GET /v1/tokens/{token_id}/profile-feed` (docs/wire/sora2api.md §6.11)

        Args:
            token_id: The account.
            limit: The most videos to return. Default: 8.
        """
        return self._client._call(
            "sora2api.feeds.own",
            {"token_id": token_id, "limit": limit},
            _m.OwnFeed.from_dict,
        )


class Sora2apiPrompts:
    """The operations `sora2api.prompts`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def enhance(
        self,
        *,
        prompt: str,
        expansion_level: _m.Expansion | None = None,
        duration_s: int | None = None,
        token_id: _m.TokenId | None = None,
    ) -> _m.EnhancedPrompt:
        """Writes a prompt out in detail.

        `POST /v1/enhance_prompt` (docs/wire/sora2api.md §6.7)

        Args:
            prompt: The prompt.
            expansion_level: The amount of detail to add; `medium` is the default.
            duration_s: The length of the video that it is for: 10 or 15 s.
            token_id: The account to ask with; any when absent.
        """
        return self._client._call(
            "sora2api.prompts.enhance",
            {
                "prompt": prompt,
                "expansion_level": expansion_level,
                "duration_s": duration_s,
                "token_id": token_id,
            },
            _m.EnhancedPrompt.from_dict,
        )


class Sora2apiTasks:
    """The operations `sora2api.tasks`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def pending(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.PendingTasks:
        """Lists the tasks that an account is working on.

        `GET /v1/tokens/{token_id}/pending-tasks` (docs/wire/sora2api.md §6.8)

        Args:
            token_id: The account.
        """
        return self._client._call(
            "sora2api.tasks.pending",
            {"token_id": token_id},
            _m.PendingTasks.from_dict,
        )

    def pending_v2(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.PendingTasks:
        """Lists the tasks that an account is working on, from the backend's second list.

        `GET /v1/tokens/{token_id}/pending-tasks-v2` (docs/wire/sora2api.md §6.9)

        Args:
            token_id: The account.
        """
        return self._client._call(
            "sora2api.tasks.pending_v2",
            {"token_id": token_id},
            _m.PendingTasks.from_dict,
        )

    def get(
        self,
        *,
        token_id: _m.TokenId,
        task_id: str,
    ) -> _m.TaskAnswer:
        """Reads the state of a task.

        `GET /v1/tokens/{token_id}/tasks/{task_id}` (docs/wire/sora2api.md §6.10)

        Args:
            token_id: The account.
            task_id: The task's id, `task_…`.
        """
        return self._client._call(
            "sora2api.tasks.get",
            {"token_id": token_id, "task_id": task_id},
            _m.TaskAnswer.from_dict,
        )


class Sora2apiAdmin:
    """The operations `sora2api.admin`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def login(
        self,
        *,
        username: str,
        password: str,
    ) -> _m.LoggedIn:
        """Logs an admin in. The client keeps the token for the calls that follow.

        `POST /api/login` (docs/wire/sora2api.md §7.1)

        Args:
            username: The admin's name.
            password: The password.
        """
        return self._client._call(
            "sora2api.admin.login",
            {"username": username, "password": password},
            _m.LoggedIn.from_dict,
        )

    def logout(self) -> _m.Done:
        """Logs the admin out: the token is worth nothing any more.

        `POST /api/logout` (docs/wire/sora2api.md §7.1)
        """
        return self._client._call("sora2api.admin.logout", {}, _m.Done.from_dict)


class Sora2apiAdminTokens:
    """The operations `sora2api.admin_tokens`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def list(self) -> builtins.list[_m.ManagedToken]:
        """Lists the accounts, with their credentials.

        `GET /api/tokens` (docs/wire/sora2api.md §7.2.1)
        """
        return self._client._call("sora2api.admin_tokens.list", {}, _m.ManagedToken.from_list)

    def add(
        self,
        *,
        token: str,
        st: str | None = None,
        rt: str | None = None,
        client_id: str | None = None,
        proxy_url: str | None = None,
        remark: str | None = None,
        image_enabled: bool | None = None,
        video_enabled: bool | None = None,
        image_concurrency: int | None = None,
        video_concurrency: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.AddedToken:
        """Adds an account.

        `POST /api/tokens` (docs/wire/sora2api.md §7.2.1)

        Args:
            token: The access token.
            st: The session token.
            rt: The refresh token.
            client_id: The client id that the refresh token was issued to.
            proxy_url: The account's own proxy.
            remark: A note.
            image_enabled: True to let the account make images. Default: true.
            video_enabled: True to let the account make videos. Default: true.
            image_concurrency: The most images that the account makes at once; -1 means no
                limit. Default: -1.
            video_concurrency: The most videos that the account makes at once; -1 means no
                limit. Default: -1.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_tokens.add",
            {
                "token": token,
                "st": st,
                "rt": rt,
                "client_id": client_id,
                "proxy_url": proxy_url,
                "remark": remark,
                "image_enabled": image_enabled,
                "video_enabled": video_enabled,
                "image_concurrency": image_concurrency,
                "video_concurrency": video_concurrency,
            },
            _m.AddedToken.from_dict,
            extra,
        )

    def batch_add(
        self,
        *,
        tokens: Sequence[_m.AddToken | Mapping[str, Any]],
        extra: Mapping[str, Any] | None = None,
    ) -> _m.BatchAdded:
        """Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
        `ImportTokens` there.

        `POST /api/tokens/batch-add` (docs/wire/sora2api.md §7.2.2)

        Args:
            tokens: The accounts.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_tokens.batch_add",
            {"tokens": tokens},
            _m.BatchAdded.from_dict,
            extra,
        )

    def update(
        self,
        *,
        token_id: _m.TokenId,
        token: str | None = None,
        st: str | None = None,
        rt: str | None = None,
        client_id: str | None = None,
        proxy_url: str | None = None,
        remark: str | None = None,
        image_enabled: bool | None = None,
        video_enabled: bool | None = None,
        image_concurrency: int | None = None,
        video_concurrency: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Changes an account. What is absent stays as it is.

        `PUT /api/tokens/{token_id}` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
            token: The access token.
            st: The session token.
            rt: The refresh token.
            client_id: The client id that the refresh token was issued to.
            proxy_url: The account's own proxy.
            remark: A note.
            image_enabled: True to let the account make images.
            video_enabled: True to let the account make videos.
            image_concurrency: The most images that the account makes at once; -1 means no
                limit.
            video_concurrency: The most videos that the account makes at once; -1 means no
                limit.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_tokens.update",
            {
                "token_id": token_id,
                "token": token,
                "st": st,
                "rt": rt,
                "client_id": client_id,
                "proxy_url": proxy_url,
                "remark": remark,
                "image_enabled": image_enabled,
                "video_enabled": video_enabled,
                "image_concurrency": image_concurrency,
                "video_concurrency": video_concurrency,
            },
            _m.Done.from_dict,
            extra,
        )

    def set_status(
        self,
        *,
        token_id: _m.TokenId,
        is_active: bool,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Enables or disables an account. Running gateways answer success for an unknown
        account too (docs/wire/sora2api.md §12.1).

        `PUT /api/tokens/{token_id}/status` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
            is_active: True to enable the account, false to disable it.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_tokens.set_status",
            {"token_id": token_id, "is_active": is_active},
            _m.Done.from_dict,
            extra,
        )

    def enable(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.TokenSwitched:
        """Enables an account and clears its errors.

        `POST /api/tokens/{token_id}/enable` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
        """
        return self._client._call(
            "sora2api.admin_tokens.enable",
            {"token_id": token_id},
            _m.TokenSwitched.from_dict,
        )

    def disable(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.TokenSwitched:
        """Disables an account.

        `POST /api/tokens/{token_id}/disable` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
        """
        return self._client._call(
            "sora2api.admin_tokens.disable",
            {"token_id": token_id},
            _m.TokenSwitched.from_dict,
        )

    def test(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.TestedToken:
        """Checks whether an account's access token is valid, and reads what the account may
        make.

        `POST /api/tokens/{token_id}/test` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
        """
        return self._client._call(
            "sora2api.admin_tokens.test",
            {"token_id": token_id},
            _m.TestedToken.from_dict,
        )

    def delete(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.Done:
        """Removes an account. Running gateways answer success for an unknown account too
        (docs/wire/sora2api.md §12.1).

        `DELETE /api/tokens/{token_id}` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
        """
        return self._client._call(
            "sora2api.admin_tokens.delete",
            {"token_id": token_id},
            _m.Done.from_dict,
        )

    def delete_disabled(self) -> _m.DeletedTokens:
        """Removes all disabled accounts.

        `DELETE /api/tokens/batch-delete-disabled` (docs/wire/sora2api.md §7.2.2)
        """
        return self._client._call(
            "sora2api.admin_tokens.delete_disabled",
            {},
            _m.DeletedTokens.from_dict,
        )

    def batch_test(
        self,
        *,
        only_active: bool | None = None,
        only_disabled: bool | None = None,
    ) -> _m.TestedTokens:
        """Checks whether the accounts' access tokens are valid, and enables or disables the
        accounts accordingly.

        `POST /api/tokens/batch-test` (docs/wire/sora2api.md §7.2.2)

        Args:
            only_active: True to test only the accounts that are enabled. Default: true.
            only_disabled: True to test only the accounts that are disabled. Default: false.
        """
        return self._client._call(
            "sora2api.admin_tokens.batch_test",
            {"only_active": only_active, "only_disabled": only_disabled},
            _m.TestedTokens.from_dict,
        )

    def batch_enable(self) -> _m.EnabledTokens:
        """Enables all accounts.

        `POST /api/tokens/batch-enable` (docs/wire/sora2api.md §7.2.2)
        """
        return self._client._call(
            "sora2api.admin_tokens.batch_enable",
            {},
            _m.EnabledTokens.from_dict,
        )

    def batch_disable(self) -> _m.DisabledTokens:
        """Disables all accounts.

        `POST /api/tokens/batch-disable` (docs/wire/sora2api.md §7.2.2)
        """
        return self._client._call(
            "sora2api.admin_tokens.batch_disable",
            {},
            _m.DisabledTokens.from_dict,
        )

    def batch_activate(
        self,
        *,
        invite_code: str,
    ) -> _m.ActivatedTokens:
        """Redeems an invite code for all accounts without Sora 2.

        `POST /api/tokens/batch-activate` (docs/wire/sora2api.md §7.2.2)

        Args:
            invite_code: The invite code, such as `ABC123` or `SORA-XXXX-XXXX`.
        """
        return self._client._call(
            "sora2api.admin_tokens.batch_activate",
            {"invite_code": invite_code},
            _m.ActivatedTokens.from_dict,
        )

    def import_(
        self,
        *,
        tokens: Sequence[_m.ImportedToken | Mapping[str, Any]],
        mode: _m.ImportMode | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ImportedTokens:
        """Adds accounts, and changes those whose e-mail address is already known.

        `POST /api/tokens/import` (docs/wire/sora2api.md §7.2.3)

        Args:
            tokens: The accounts.
            mode: The step that the gateway takes with the accounts first. Upstream only.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_tokens.import",
            {"tokens": tokens, "mode": mode},
            _m.ImportedTokens.from_dict,
            extra,
        )

    def st2at(
        self,
        *,
        st: str,
    ) -> _m.ConvertedSessionToken:
        """Exchanges a session token for an access token. Nothing is stored.

        `POST /api/tokens/st2at` (docs/wire/sora2api.md §7.2.4)

        Args:
            st: The session token.
        """
        return self._client._call(
            "sora2api.admin_tokens.st2at",
            {"st": st},
            _m.ConvertedSessionToken.from_dict,
        )

    def rt2at(
        self,
        *,
        rt: str,
        client_id: str | None = None,
    ) -> _m.ConvertedRefreshToken:
        """Exchanges a refresh token for an access token. Nothing is stored: the answer holds
        the refresh token that replaces the one given.

        `POST /api/tokens/rt2at` (docs/wire/sora2api.md §7.2.4)

        Args:
            rt: The refresh token.
            client_id: The client id that it was issued to. Upstream only.
        """
        return self._client._call(
            "sora2api.admin_tokens.rt2at",
            {"rt": rt, "client_id": client_id},
            _m.ConvertedRefreshToken.from_dict,
        )

    def activate_sora2(
        self,
        *,
        token_id: _m.TokenId,
        invite_code: str,
    ) -> _m.ActivatedSora2:
        """Redeems an invite code for an account.

        `POST /api/tokens/{token_id}/sora2/activate` (docs/wire/sora2api.md §7.11)

        Args:
            token_id: The account.
            invite_code: The invite code, such as `ABC123` or `SORA-XXXX-XXXX`.
        """
        return self._client._call(
            "sora2api.admin_tokens.activate_sora2",
            {"token_id": token_id, "invite_code": invite_code},
            _m.ActivatedSora2.from_dict,
        )

    def activate_username(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.ActivatedUsername:
        """Gives an account a user name that the gateway chooses, if it has none.

        `POST /api/tokens/{token_id}/activate-username` (docs/wire/sora2api.md §7.12)

        Args:
            token_id: The account.
        """
        return self._client._call(
            "sora2api.admin_tokens.activate_username",
            {"token_id": token_id},
            _m.ActivatedUsername.from_dict,
        )

    def batch_activate_username(self) -> _m.ActivatedUsernames:
        """Gives every enabled account a user name, if it has none.

        `POST /api/tokens/batch-activate-username` (docs/wire/sora2api.md §7.12)
        """
        return self._client._call(
            "sora2api.admin_tokens.batch_activate_username",
            {},
            _m.ActivatedUsernames.from_dict,
        )


class Sora2apiAdminConfig:
    """The operations `sora2api.admin_config`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.AdminConfig:
        """Reads the gateway's settings.

        `GET /api/admin/config` (docs/wire/sora2api.md §7.3)
        """
        return self._client._call("sora2api.admin_config.get", {}, _m.AdminConfig.from_dict)

    def set(
        self,
        *,
        error_ban_threshold: int,
        task_retry_enabled: bool | None = None,
        task_max_retries: int | None = None,
        auto_disable_on_401: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets when an account is disabled, and when a task is tried again.

        `POST /api/admin/config` (docs/wire/sora2api.md §7.3)

        Args:
            error_ban_threshold: The number of consecutive errors after which an account is
                disabled, from 1.
            task_retry_enabled: True to try a failed task again with another account.
                Upstream only.
            task_max_retries: The most times that a failed task is tried again. Upstream
                only.
            auto_disable_on_401: True to disable an account when the backend answers it with
                401. Upstream only.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_config.set",
            {
                "error_ban_threshold": error_ban_threshold,
                "task_retry_enabled": task_retry_enabled,
                "task_max_retries": task_max_retries,
                "auto_disable_on_401": auto_disable_on_401,
            },
            _m.Done.from_dict,
            extra,
        )

    def set_password(
        self,
        *,
        old_password: str,
        new_password: str,
        username: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets the admin's password, and name if one is given. It ends all logins: log in
        again.

        `POST /api/admin/password` (docs/wire/sora2api.md §7.3)

        Args:
            old_password: The current password.
            new_password: The new password.
            username: The new name.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_config.set_password",
            {
                "old_password": old_password,
                "new_password": new_password,
                "username": username,
            },
            _m.Done.from_dict,
            extra,
        )

    def set_api_key(
        self,
        *,
        new_api_key: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets the key of the `/v1` interfaces.

        `POST /api/admin/apikey` (docs/wire/sora2api.md §7.3)

        Args:
            new_api_key: The new key.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_config.set_api_key",
            {"new_api_key": new_api_key},
            _m.Done.from_dict,
            extra,
        )

    def set_debug(
        self,
        *,
        enabled: bool,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets whether requests are written to the log in full.

        `POST /api/admin/debug` (docs/wire/sora2api.md §7.3)

        Args:
            enabled: True to write requests to the log in full.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_config.set_debug",
            {"enabled": enabled},
            _m.Done.from_dict,
            extra,
        )


class Sora2apiAdminProxy:
    """The operations `sora2api.admin_proxy`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.ProxyConfig:
        """Reads the gateway's proxy.

        `GET /api/proxy/config` (docs/wire/sora2api.md §7.4)
        """
        return self._client._call("sora2api.admin_proxy.get", {}, _m.ProxyConfig.from_dict)

    def set(
        self,
        *,
        proxy_enabled: bool,
        proxy_url: str | None = None,
        proxy_pool_enabled: bool | None = None,
        image_upload_proxy_enabled: bool | None = None,
        image_upload_proxy_url: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets the gateway's proxy.

        `POST /api/proxy/config` (docs/wire/sora2api.md §7.4)

        Args:
            proxy_enabled: True to use a proxy.
            proxy_url: The proxy's address, such as `http://proxy:8080`.
            proxy_pool_enabled: True to use a pool of several proxies.
            image_upload_proxy_enabled: True to upload images through another proxy.
                Upstream only.
            image_upload_proxy_url: The address of that proxy. Upstream only.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_proxy.set",
            {
                "proxy_enabled": proxy_enabled,
                "proxy_url": proxy_url,
                "proxy_pool_enabled": proxy_pool_enabled,
                "image_upload_proxy_enabled": image_upload_proxy_enabled,
                "image_upload_proxy_url": image_upload_proxy_url,
            },
            _m.Done.from_dict,
            extra,
        )


class Sora2apiAdminCache:
    """The operations `sora2api.admin_cache`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.CacheAnswer:
        """Reads the settings by which the gateway keeps files.

        `GET /api/cache/config` (docs/wire/sora2api.md §7.5)
        """
        return self._client._call("sora2api.admin_cache.get", {}, _m.CacheAnswer.from_dict)

    def set_timeout(
        self,
        *,
        timeout: int,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets how long the gateway keeps files.

        `POST /api/cache/config` (docs/wire/sora2api.md §7.5)

        Args:
            timeout: The time to keep a file, in seconds, from 60 to 86400; upstream takes
                -1 for ever.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_cache.set_timeout",
            {"timeout": timeout},
            _m.Done.from_dict,
            extra,
        )

    def set_base_url(
        self,
        *,
        base_url: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets the address under which the gateway offers files.

        `POST /api/cache/base-url` (docs/wire/sora2api.md §7.5)

        Args:
            base_url: The address; empty for the gateway's own.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_cache.set_base_url",
            {"base_url": base_url},
            _m.Done.from_dict,
            extra,
        )

    def set_enabled(
        self,
        *,
        enabled: bool,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets whether the gateway keeps files.

        `POST /api/cache/enabled` (docs/wire/sora2api.md §7.5)

        Args:
            enabled: True to keep files.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_cache.set_enabled",
            {"enabled": enabled},
            _m.Done.from_dict,
            extra,
        )


class Sora2apiAdminGeneration:
    """The operations `sora2api.admin_generation`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.GenerationAnswer:
        """Reads how long the gateway waits for media.

        `GET /api/generation/timeout` (docs/wire/sora2api.md §7.6)
        """
        return self._client._call(
            "sora2api.admin_generation.get",
            {},
            _m.GenerationAnswer.from_dict,
        )

    def set(
        self,
        *,
        image_timeout: int | None = None,
        video_timeout: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GenerationAnswer:
        """Sets how long the gateway waits for media. What is absent stays as it is.

        `POST /api/generation/timeout` (docs/wire/sora2api.md §7.6)

        Args:
            image_timeout: For an image, in seconds, from 60 to 3600.
            video_timeout: For a video, in seconds, from 60 to 7200.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_generation.set",
            {"image_timeout": image_timeout, "video_timeout": video_timeout},
            _m.GenerationAnswer.from_dict,
            extra,
        )


class Sora2apiAdminWatermarkFree:
    """The operations `sora2api.admin_watermark_free`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.WatermarkFreeConfig:
        """Reads whether the gateway returns links without a watermark.

        `GET /api/watermark-free/config` (docs/wire/sora2api.md §7.7)
        """
        return self._client._call(
            "sora2api.admin_watermark_free.get",
            {},
            _m.WatermarkFreeConfig.from_dict,
        )

    def set(
        self,
        *,
        watermark_free_enabled: bool,
        parse_method: str | None = None,
        custom_parse_url: str | None = None,
        custom_parse_token: str | None = None,
        fallback_on_failure: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets whether the gateway returns links without a watermark. For your own works only:
        the gateway publishes each of them to do so.

        `POST /api/watermark-free/config` (docs/wire/sora2api.md §7.7)

        Args:
            watermark_free_enabled: True to return links without a watermark.
            parse_method: The method: `third_party` or `custom`; some forks have `builtin`.
                Default: `third_party`.
            custom_parse_url: The admin's own service.
            custom_parse_token: The token of that service.
            fallback_on_failure: True to return the link with a watermark when the gateway
                gets none without one. Not in the document.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_watermark_free.set",
            {
                "watermark_free_enabled": watermark_free_enabled,
                "parse_method": parse_method,
                "custom_parse_url": custom_parse_url,
                "custom_parse_token": custom_parse_token,
                "fallback_on_failure": fallback_on_failure,
            },
            _m.Done.from_dict,
            extra,
        )


class Sora2apiAdminCloudflare:
    """The operations `sora2api.admin_cloudflare`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.CloudflareAnswer:
        """Reads whether the gateway uses a solver.

        `GET /api/cloudflare/config` (docs/wire/sora2api.md §7.8)
        """
        return self._client._call(
            "sora2api.admin_cloudflare.get",
            {},
            _m.CloudflareAnswer.from_dict,
        )

    def set(
        self,
        *,
        solver_enabled: bool,
        solver_api_url: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Turns the gateway's use of a solver on or off, and sets the solver.

        `POST /api/cloudflare/config` (docs/wire/sora2api.md §7.8)

        Args:
            solver_enabled: True to use a solver.
            solver_api_url: The solver's address.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_cloudflare.set",
            {"solver_enabled": solver_enabled, "solver_api_url": solver_api_url},
            _m.Done.from_dict,
            extra,
        )

    def state(self) -> _m.CloudflareState:
        """Reads the state of the gateway's credentials.

        `GET /api/cloudflare/state` (docs/wire/sora2api.md §7.8)
        """
        return self._client._call(
            "sora2api.admin_cloudflare.state",
            {},
            _m.CloudflareState.from_dict,
        )

    def refresh(self) -> _m.CloudflareState:
        """Has the gateway obtain new credentials. Fails when the solver is off.

        `POST /api/cloudflare/refresh` (docs/wire/sora2api.md §7.8)
        """
        return self._client._call(
            "sora2api.admin_cloudflare.refresh",
            {},
            _m.CloudflareState.from_dict,
        )

    def clear(self) -> _m.CloudflareState:
        """Has the gateway forget its credentials.

        `POST /api/cloudflare/clear` (docs/wire/sora2api.md §7.8)
        """
        return self._client._call(
            "sora2api.admin_cloudflare.clear",
            {},
            _m.CloudflareState.from_dict,
        )


class Sora2apiAdminTokenRefresh:
    """The operations `sora2api.admin_token_refresh`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.TokenRefreshAnswer:
        """Reads whether the gateway renews access tokens automatically.

        `GET /api/token-refresh/config` (docs/wire/sora2api.md §7.9)
        """
        return self._client._call(
            "sora2api.admin_token_refresh.get",
            {},
            _m.TokenRefreshAnswer.from_dict,
        )

    def set(
        self,
        *,
        enabled: bool,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets whether the gateway renews access tokens automatically.

        `POST /api/token-refresh/enabled` (docs/wire/sora2api.md §7.9)

        Args:
            enabled: True to renew access tokens automatically.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_token_refresh.set",
            {"enabled": enabled},
            _m.Done.from_dict,
            extra,
        )


class Sora2apiAdminStats:
    """The operations `sora2api.admin_stats`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(self) -> _m.GatewayStats:
        """Asks what the gateway has made.

        `GET /api/stats` (docs/wire/sora2api.md §7.10)
        """
        return self._client._call("sora2api.admin_stats.get", {}, _m.GatewayStats.from_dict)


class Sora2apiAdminLogs:
    """The operations `sora2api.admin_logs`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def list(
        self,
        *,
        limit: int | None = None,
    ) -> builtins.list[_m.LogEntry]:
        """Lists the gateway's latest actions.

        `GET /api/logs` (docs/wire/sora2api.md §7.10)

        Args:
            limit: The most entries to return. Default: 100.
        """
        return self._client._call(
            "sora2api.admin_logs.list",
            {"limit": limit},
            _m.LogEntry.from_list,
        )

    def clear(self) -> _m.Done:
        """Empties the log. Upstream only (docs/wire/sora2api.md §11.3).

        `DELETE /api/logs` (docs/wire/sora2api.md §11.3)
        """
        return self._client._call("sora2api.admin_logs.clear", {}, _m.Done.from_dict)


class Sora2apiAdminCharacters:
    """The operations `sora2api.admin_characters`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def list(self) -> builtins.list[_m.ManagedCharacter]:
        """Lists all characters.

        `GET /api/characters` (docs/wire/sora2api.md §7.13)
        """
        return self._client._call(
            "sora2api.admin_characters.list",
            {},
            _m.ManagedCharacter.from_list,
        )

    def by_token(
        self,
        *,
        token_id: _m.TokenId,
    ) -> builtins.list[_m.ManagedCharacter]:
        """Lists an account's characters.

        `GET /api/characters/by-token/{token_id}` (docs/wire/sora2api.md §7.13)

        Args:
            token_id: The account.
        """
        return self._client._call(
            "sora2api.admin_characters.by_token",
            {"token_id": token_id},
            _m.ManagedCharacter.from_list,
        )

    def get(
        self,
        *,
        cameo_id: str,
    ) -> _m.CharacterAnswer:
        """Reads a character.

        `GET /api/characters/{cameo_id}` (docs/wire/sora2api.md §7.13)

        Args:
            cameo_id: The cameo's id, `ch_…`.
        """
        return self._client._call(
            "sora2api.admin_characters.get",
            {"cameo_id": cameo_id},
            _m.CharacterAnswer.from_dict,
        )

    def update(
        self,
        *,
        cameo_id: str,
        instruction_set: str | None = None,
        safety_instruction_set: str | None = None,
        visibility: _m.CharacterVisibility | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Changes a character. What is absent stays as it is.

        `POST /api/characters/{cameo_id}/update` (docs/wire/sora2api.md §7.13)

        Args:
            cameo_id: The cameo's id, `ch_…`.
            instruction_set: The instructions for the character's behaviour.
            safety_instruction_set: The instructions for what the character must not do.
            visibility: The people who may use the character.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_characters.update",
            {
                "cameo_id": cameo_id,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
                "visibility": visibility,
            },
            _m.Done.from_dict,
            extra,
        )

    def delete(
        self,
        *,
        cameo_id: str,
    ) -> _m.Done:
        """Removes a character from the gateway's list, and from nowhere else.

        `DELETE /api/characters/{cameo_id}` (docs/wire/sora2api.md §7.13)

        Args:
            cameo_id: The cameo's id, `ch_…`.
        """
        return self._client._call(
            "sora2api.admin_characters.delete",
            {"cameo_id": cameo_id},
            _m.Done.from_dict,
        )


class Sora2apiServer:
    """The operations `sora2api.server`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def describe(self) -> _m.Described:
        """Asks the gateway for the description of its own interfaces. No credential is needed.

        `GET /openapi.json` (docs/wire/sora2api.md §11.2)
        """
        return self._client._call("sora2api.server.describe", {}, _m.Described.from_dict)


class Sora2apiAdminUpstream:
    """The operations `sora2api.admin_upstream`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def test_update(
        self,
        *,
        token_ids: Sequence[_m.TokenId] | None = None,
    ) -> _m.Done:
        """Tries accounts' access tokens, and reads what they may make.

        `POST /api/tokens/batch/test-update` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts; all when absent.
        """
        return self._client._call(
            "sora2api.admin_upstream.test_update",
            {"token_ids": token_ids},
            _m.Done.from_dict,
        )

    def enable_all(
        self,
        *,
        token_ids: Sequence[_m.TokenId] | None = None,
    ) -> _m.EnabledTokens:
        """Takes accounts into use.

        `POST /api/tokens/batch/enable-all` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts; all when absent.
        """
        return self._client._call(
            "sora2api.admin_upstream.enable_all",
            {"token_ids": token_ids},
            _m.EnabledTokens.from_dict,
        )

    def delete_disabled(
        self,
        *,
        token_ids: Sequence[_m.TokenId] | None = None,
    ) -> _m.DeletedTokens:
        """Removes accounts that are out of use.

        `POST /api/tokens/batch/delete-disabled` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts; all when absent.
        """
        return self._client._call(
            "sora2api.admin_upstream.delete_disabled",
            {"token_ids": token_ids},
            _m.DeletedTokens.from_dict,
        )

    def disable_selected(
        self,
        *,
        token_ids: Sequence[_m.TokenId],
    ) -> _m.DisabledTokens:
        """Takes accounts out of use.

        `POST /api/tokens/batch/disable-selected` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts.
        """
        return self._client._call(
            "sora2api.admin_upstream.disable_selected",
            {"token_ids": token_ids},
            _m.DisabledTokens.from_dict,
        )

    def delete_selected(
        self,
        *,
        token_ids: Sequence[_m.TokenId],
    ) -> _m.DeletedTokens:
        """Removes accounts, whether they are in use or not.

        `POST /api/tokens/batch/delete-selected` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts.
        """
        return self._client._call(
            "sora2api.admin_upstream.delete_selected",
            {"token_ids": token_ids},
            _m.DeletedTokens.from_dict,
        )

    def update_proxy(
        self,
        *,
        token_ids: Sequence[_m.TokenId],
        proxy_url: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Gives accounts a proxy of their own.

        `POST /api/tokens/batch/update-proxy` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts.
            proxy_url: The proxy's address; empty for none.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_upstream.update_proxy",
            {"token_ids": token_ids, "proxy_url": proxy_url},
            _m.Done.from_dict,
            extra,
        )

    def import_pure_rt(
        self,
        *,
        refresh_tokens: Sequence[str],
        client_id: str,
        proxy_url: str | None = None,
        image_concurrency: int | None = None,
        video_concurrency: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ImportedTokens:
        """Adds accounts by their refresh tokens, which the gateway uses up and replaces.

        `POST /api/tokens/import/pure-rt` (docs/wire/sora2api.md §11.3)

        Args:
            refresh_tokens: The refresh tokens.
            client_id: The client id that they were issued to.
            proxy_url: The proxy to exchange them through.
            image_concurrency: The number of images that each makes at once; -1 means no
                limit.
            video_concurrency: The number of videos that each makes at once; -1 means no
                limit.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora2api.admin_upstream.import_pure_rt",
            {
                "refresh_tokens": refresh_tokens,
                "client_id": client_id,
                "proxy_url": proxy_url,
                "image_concurrency": image_concurrency,
                "video_concurrency": video_concurrency,
            },
            _m.ImportedTokens.from_dict,
            extra,
        )

    def cancel_task(
        self,
        *,
        task_id: str,
    ) -> _m.Done:
        """Ends a task.

        `POST /api/tasks/{task_id}/cancel` (docs/wire/sora2api.md §11.3)

        Args:
            task_id: The task's id.
        """
        return self._client._call(
            "sora2api.admin_upstream.cancel_task",
            {"task_id": task_id},
            _m.Done.from_dict,
        )


class Sora2api:
    """The operations of the `sora2api` dialect."""

    def __init__(self, client: SyncCalls) -> None:
        self.models = Sora2apiModels(client)
        """The group `sora2api.models`."""
        self.chat = Sora2apiChat(client)
        """The group `sora2api.chat`."""
        self.videos = Sora2apiVideos(client)
        """The group `sora2api.videos`."""
        self.images = Sora2apiImages(client)
        """The group `sora2api.images`."""
        self.characters = Sora2apiCharacters(client)
        """The group `sora2api.characters`."""
        self.stats = Sora2apiStats(client)
        """The group `sora2api.stats`."""
        self.invite_codes = Sora2apiInviteCodes(client)
        """The group `sora2api.invite_codes`."""
        self.profiles = Sora2apiProfiles(client)
        """The group `sora2api.profiles`."""
        self.feeds = Sora2apiFeeds(client)
        """The group `sora2api.feeds`."""
        self.prompts = Sora2apiPrompts(client)
        """The group `sora2api.prompts`."""
        self.tasks = Sora2apiTasks(client)
        """The group `sora2api.tasks`."""
        self.admin = Sora2apiAdmin(client)
        """The group `sora2api.admin`."""
        self.admin_tokens = Sora2apiAdminTokens(client)
        """The group `sora2api.admin_tokens`."""
        self.admin_config = Sora2apiAdminConfig(client)
        """The group `sora2api.admin_config`."""
        self.admin_proxy = Sora2apiAdminProxy(client)
        """The group `sora2api.admin_proxy`."""
        self.admin_cache = Sora2apiAdminCache(client)
        """The group `sora2api.admin_cache`."""
        self.admin_generation = Sora2apiAdminGeneration(client)
        """The group `sora2api.admin_generation`."""
        self.admin_watermark_free = Sora2apiAdminWatermarkFree(client)
        """The group `sora2api.admin_watermark_free`."""
        self.admin_cloudflare = Sora2apiAdminCloudflare(client)
        """The group `sora2api.admin_cloudflare`."""
        self.admin_token_refresh = Sora2apiAdminTokenRefresh(client)
        """The group `sora2api.admin_token_refresh`."""
        self.admin_stats = Sora2apiAdminStats(client)
        """The group `sora2api.admin_stats`."""
        self.admin_logs = Sora2apiAdminLogs(client)
        """The group `sora2api.admin_logs`."""
        self.admin_characters = Sora2apiAdminCharacters(client)
        """The group `sora2api.admin_characters`."""
        self.server = Sora2apiServer(client)
        """The group `sora2api.server`."""
        self.admin_upstream = Sora2apiAdminUpstream(client)
        """The group `sora2api.admin_upstream`."""


class AsyncSora2apiModels:
    """The operations `sora2api.models`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def list(self) -> _m.GatewayModels:
        """Lists the gateway's models.

        `GET /v1/models` (docs/wire/sora2api.md §1.1)
        """
        return await self._client._call("sora2api.models.list", {}, _m.GatewayModels.from_dict)


class AsyncSora2apiChat:
    """The operations `sora2api.chat`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        model: str,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        stream: bool | None = None,
        image: str | None = None,
        video: str | None = None,
        remix_target_id: str | None = None,
        style_id: _m.VideoStyle | None = None,
        character_options: _m.CharacterOptions | Mapping[str, Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ChatCompletion:
        """Asks for a video, an image, a remix or a character.

        Running gateways generate only for a stream, which is the default here; without one
        they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
        answer's `result` holds the media.

        `POST /v1/chat/completions` (docs/wire/sora2api.md §2.1, §12.2)

        Args:
            model: The model, such as `sora-video-landscape-10s` or `sora-image`.
            messages: The messages. Only the last one counts. Images by address are ignored
                by running gateways, so they are refused: give a data URL.
            stream: True to stream the answer. Default: true.
            image: An image to start from, in base64.
            video: A video to make a character from, in base64.
            remix_target_id: The published video to make a new version of: `s_…`, or its
                share link.
            style_id: The style.
            character_options: The options for making a character.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.chat.create",
            {
                "model": model,
                "messages": messages,
                "stream": stream,
                "image": image,
                "video": video,
                "remix_target_id": remix_target_id,
                "style_id": style_id,
                "character_options": character_options,
            },
            _m.ChatCompletion.from_dict,
            extra,
        )

    def create_stream(
        self,
        *,
        model: str,
        messages: Sequence[_m.ChatMessage | Mapping[str, Any]],
        stream: bool | None = None,
        image: str | None = None,
        video: str | None = None,
        remix_target_id: str | None = None,
        style_id: _m.VideoStyle | None = None,
        character_options: _m.CharacterOptions | Mapping[str, Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncIterator[_m.ChatChunk]:
        """Asks for a video, an image, a remix or a character.

        Running gateways generate only for a stream, which is the default here; without one
        they merely say whether an account is free (docs/wire/sora2api.md §12.1). The
        answer's `result` holds the media. The answer comes piece by piece.

        `POST /v1/chat/completions` (docs/wire/sora2api.md §2.1, §12.2)

        Args:
            model: The model, such as `sora-video-landscape-10s` or `sora-image`.
            messages: The messages. Only the last one counts. Images by address are ignored
                by running gateways, so they are refused: give a data URL.
            stream: True to stream the answer. Default: true.
            image: An image to start from, in base64.
            video: A video to make a character from, in base64.
            remix_target_id: The published video to make a new version of: `s_…`, or its
                share link.
            style_id: The style.
            character_options: The options for making a character.
            extra: Further fields, sent as they are.
        """
        return self._client._events(
            "sora2api.chat.create",
            {
                "model": model,
                "messages": messages,
                "stream": stream,
                "image": image,
                "video": video,
                "remix_target_id": remix_target_id,
                "style_id": style_id,
                "character_options": character_options,
            },
            _m.ChatChunk.from_dict,
            extra,
        )


class AsyncSora2apiVideos:
    """The operations `sora2api.videos`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        prompt: str,
        model: str | None = None,
        seconds: _m.VideoSeconds | None = None,
        size: _m.VideoSize | None = None,
        orientation: _m.Orientation | None = None,
        style_id: _m.VideoStyle | None = None,
        input_reference: ReferenceLike | None = None,
        input_image: str | None = None,
        remix_target_id: str | None = None,
        metadata: _m.VideoMetadata | None = None,
        async_mode: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Creates a video.

        Sent as a form if there is a file to start from, else as JSON.

        `POST /v1/videos` (docs/wire/sora2api.md §3.1)

        Args:
            prompt: The text that describes the video.
            model: The model: `sora-2`, the default, or another of the gateway's.
            seconds: The length: 10 or 15 s, the default.
            size: The size in pixels.
            orientation: Landscape or portrait.
            style_id: The style.
            input_reference: An image to start from: a file, or, in forks, an address or
                data URL.
            input_image: An image to start from, in base64.
            remix_target_id: The published video to make a new version of.
            metadata: Further parameters, sent as JSON text: an object, or its text.
            async_mode: True to answer at once, false to answer when the video is done.
                Default: true.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.videos.create",
            {
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "orientation": orientation,
                "style_id": style_id,
                "input_reference": _reference(input_reference),
                "input_image": input_image,
                "remix_target_id": remix_target_id,
                "metadata": metadata,
                "async_mode": async_mode,
            },
            _m.VideoJob.from_dict,
            extra,
        )

    async def get(
        self,
        *,
        video_id: str,
    ) -> _m.VideoJob:
        """Reads the state of a video.

        `GET /v1/videos/{video_id}` (docs/wire/sora2api.md §3.2)

        Args:
            video_id: The task's id.
        """
        return await self._client._call(
            "sora2api.videos.get",
            {"video_id": video_id},
            _m.VideoJob.from_dict,
        )

    async def content(
        self,
        *,
        video_id: str,
    ) -> _m.VideoContent:
        """Reads the address of a finished video.

        `GET /v1/videos/{video_id}/content` (docs/wire/sora2api.md §3.3)

        Args:
            video_id: The task's id.
        """
        return await self._client._call(
            "sora2api.videos.content",
            {"video_id": video_id},
            _m.VideoContent.from_dict,
        )

    async def remix(
        self,
        *,
        video_id: str,
        prompt: str,
        model: str | None = None,
        seconds: _m.VideoSeconds | None = None,
        size: _m.VideoSize | None = None,
        style_id: _m.VideoStyle | None = None,
        async_mode: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.VideoJob:
        """Makes a new version of a video.

        `POST /v1/videos/{video_id}/remix` (docs/wire/sora2api.md §3.4)

        Args:
            video_id: The video's id.
            prompt: The text that describes the changes.
            model: The model; `sora-2` is the default.
            seconds: The length: 10 or 15 s.
            size: The size in pixels.
            style_id: The style.
            async_mode: True to answer at once, false to answer when the video is done.
                Default: true.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.videos.remix",
            {
                "video_id": video_id,
                "prompt": prompt,
                "model": model,
                "seconds": seconds,
                "size": size,
                "style_id": style_id,
                "async_mode": async_mode,
            },
            _m.VideoJob.from_dict,
            extra,
        )


class AsyncSora2apiImages:
    """The operations `sora2api.images`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def generate(
        self,
        *,
        prompt: str,
        model: str | None = None,
        n: int | None = None,
        size: str | None = None,
        quality: _m.ImageQuality | None = None,
        style: _m.ImageStyle | None = None,
        response_format: _m.ImageFormat | None = None,
        image: Sequence[ReferenceLike] | ReferenceLike | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes an image from a prompt, and from reference images if any are given.

        `POST /v1/images/generations` (docs/wire/sora2api.md §4.1)

        Args:
            prompt: The text that describes the image.
            model: The model, such as `gpt-image-2` or `sora-image`.
            n: The number of images. The gateway makes one.
            size: The size, such as `1024x1024`, or the ratio, such as `16:9`.
            quality: The quality.
            style: The style.
            response_format: The form in which the image is returned.
            image: Reference images, one or a list: addresses, data URLs or `{"url": …}`.
                Files are taken by `sora2api.images.edit`.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.images.generate",
            {
                "prompt": prompt,
                "model": model,
                "n": n,
                "size": size,
                "quality": quality,
                "style": style,
                "response_format": response_format,
                "image": image,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )

    async def edit(
        self,
        *,
        prompt: str,
        image: Sequence[ReferenceLike] | ReferenceLike,
        model: str | None = None,
        size: str | None = None,
        response_format: _m.ImageFormat | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GeneratedImages:
        """Makes an image from others. Files are sent as a form, addresses and data URLs as
        JSON.

        `POST /v1/images/edits` (docs/wire/sora2api.md §4.2)

        Args:
            prompt: The text that describes the image to make of them.
            image: The images, one or a list: all of them files, or all of them addresses,
                data URLs or `{"url": …}`.
            model: The model, such as `gpt-image-2`.
            size: The size, such as `1024x1024`, or the ratio, such as `4:5`.
            response_format: The form in which the image is returned.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.images.edit",
            {
                "prompt": prompt,
                "image": image,
                "model": model,
                "size": size,
                "response_format": response_format,
            },
            _m.GeneratedImages.from_dict,
            extra,
        )


class AsyncSora2apiCharacters:
    """The operations `sora2api.characters`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        model: str | None = None,
        video: FileLike | None = None,
        video_base64: str | None = None,
        timestamps: str | None = None,
        username: str | None = None,
        display_name: str | None = None,
        instruction_set: str | None = None,
        safety_instruction_set: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedCharacter:
        """Makes a character out of a video, while the caller waits.

        Give the video as a file, sent as a form, or in base64, sent as JSON.

        `POST /v1/characters` (docs/wire/sora2api.md §5.1)

        Args:
            model: A video model; `sora-video-10s` is the default.
            video: The video, as a file.
            video_base64: The video, in base64. It is sent under the name `video`, as the
                document's example shows and the gateways read it.
            timestamps: The start and end of the part that shows the character, in seconds.
                Default: `0,3`.
            username: The name that prompts use, without `@`.
            display_name: The name that is shown.
            instruction_set: The instructions for the character's behaviour.
            safety_instruction_set: The instructions for what the character must not do.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.characters.create",
            {
                "model": model,
                "video": _file(video),
                "video_base64": video_base64,
                "timestamps": timestamps,
                "username": username,
                "display_name": display_name,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
            },
            _m.CreatedCharacter.from_dict,
            extra,
        )

    async def search(
        self,
        *,
        username: str,
        intent: _m.SearchIntent | None = None,
        token_id: _m.TokenId | None = None,
        limit: int | None = None,
    ) -> _m.CharacterMatches:
        """Searches for characters and users by name.

        `GET /v1/characters/search` (docs/wire/sora2api.md §6.5)

        Args:
            username: The name, or its beginning.
            intent: The users to look for; `users` is the default.
            token_id: The account to search with; any when absent.
            limit: The most results to return. Default: 10.
        """
        return await self._client._call(
            "sora2api.characters.search",
            {"username": username, "intent": intent, "token_id": token_id, "limit": limit},
            _m.CharacterMatches.from_dict,
        )


class AsyncSora2apiStats:
    """The operations `sora2api.stats`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.StatsAnswer:
        """Asks what the gateway has made.

        `GET /v1/stats` (docs/wire/sora2api.md §6.1)
        """
        return await self._client._call("sora2api.stats.get", {}, _m.StatsAnswer.from_dict)


class AsyncSora2apiInviteCodes:
    """The operations `sora2api.invite_codes`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.InviteCode:
        """Asks for an invite code of any account that has one left.

        `GET /v1/invite-codes` (docs/wire/sora2api.md §6.2)
        """
        return await self._client._call("sora2api.invite_codes.get", {}, _m.InviteCode.from_dict)


class AsyncSora2apiProfiles:
    """The operations `sora2api.profiles`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(
        self,
        *,
        username: str,
        token_id: _m.TokenId | None = None,
    ) -> _m.ProfileAnswer:
        """Reads a user's profile.

        `GET /v1/profiles/{username}` (docs/wire/sora2api.md §6.3)

        Args:
            username: The user's name.
            token_id: The account to ask with; any when absent.
        """
        return await self._client._call(
            "sora2api.profiles.get",
            {"username": username, "token_id": token_id},
            _m.ProfileAnswer.from_dict,
        )


class AsyncSora2apiFeeds:
    """The operations `sora2api.feeds`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def user(
        self,
        *,
        user_id: str,
        limit: int | None = None,
        cursor: str | None = None,
        token_id: _m.TokenId | None = None,
    ) -> _m.UserFeed:
        """Lists the videos that a user has published.

        `GET /v1/users/{user_id}/feed` (docs/wire/sora2api.md §6.4)

        Args:
            user_id: The user's id, such as `user-4qluo8ATzeEsuvCpOUAfAZY0`.
            limit: The most videos to return. Default: 8.
            cursor: The position to continue from: the `cursor` of the previous page.
            token_id: The account to ask with; any when absent.
        """
        return await self._client._call(
            "sora2api.feeds.user",
            {"user_id": user_id, "limit": limit, "cursor": cursor, "token_id": token_id},
            _m.UserFeed.from_dict,
        )

    async def public(
        self,
        *,
        limit: int | None = None,
        cut: _m.FeedCut | None = None,
        cursor: str | None = None,
        token_id: _m.TokenId | None = None,
    ) -> _m.PublicFeed:
        """Lists the videos that everyone has published.

        `GET /v1/feed` (docs/wire/sora2api.md §6.6)

        Args:
            limit: The most videos to return. Default: 8.
            cut: The part of the feed; the latest is the default.
            cursor: The position to continue from: the `cursor` of the previous page.
            token_id: The account to ask with; any when absent.
        """
        return await self._client._call(
            "sora2api.feeds.public",
            {"limit": limit, "cut": cut, "cursor": cursor, "token_id": token_id},
            _m.PublicFeed.from_dict,
        )

    async def own(
        self,
        *,
        token_id: _m.TokenId,
        limit: int | None = None,
    ) -> _m.OwnFeed:
        """Lists the videos that one of the gateway's accounts has published.

        `GET /v1/tokens/{token_id}/profile-feed` (docs/wire/sora2api.md §6.11)

        Args:
            token_id: The account.
            limit: The most videos to return. Default: 8.
        """
        return await self._client._call(
            "sora2api.feeds.own",
            {"token_id": token_id, "limit": limit},
            _m.OwnFeed.from_dict,
        )


class AsyncSora2apiPrompts:
    """The operations `sora2api.prompts`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def enhance(
        self,
        *,
        prompt: str,
        expansion_level: _m.Expansion | None = None,
        duration_s: int | None = None,
        token_id: _m.TokenId | None = None,
    ) -> _m.EnhancedPrompt:
        """Writes a prompt out in detail.

        `POST /v1/enhance_prompt` (docs/wire/sora2api.md §6.7)

        Args:
            prompt: The prompt.
            expansion_level: The amount of detail to add; `medium` is the default.
            duration_s: The length of the video that it is for: 10 or 15 s.
            token_id: The account to ask with; any when absent.
        """
        return await self._client._call(
            "sora2api.prompts.enhance",
            {
                "prompt": prompt,
                "expansion_level": expansion_level,
                "duration_s": duration_s,
                "token_id": token_id,
            },
            _m.EnhancedPrompt.from_dict,
        )


class AsyncSora2apiTasks:
    """The operations `sora2api.tasks`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def pending(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.PendingTasks:
        """Lists the tasks that an account is working on.

        `GET /v1/tokens/{token_id}/pending-tasks` (docs/wire/sora2api.md §6.8)

        Args:
            token_id: The account.
        """
        return await self._client._call(
            "sora2api.tasks.pending",
            {"token_id": token_id},
            _m.PendingTasks.from_dict,
        )

    async def pending_v2(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.PendingTasks:
        """Lists the tasks that an account is working on, from the backend's second list.

        `GET /v1/tokens/{token_id}/pending-tasks-v2` (docs/wire/sora2api.md §6.9)

        Args:
            token_id: The account.
        """
        return await self._client._call(
            "sora2api.tasks.pending_v2",
            {"token_id": token_id},
            _m.PendingTasks.from_dict,
        )

    async def get(
        self,
        *,
        token_id: _m.TokenId,
        task_id: str,
    ) -> _m.TaskAnswer:
        """Reads the state of a task.

        `GET /v1/tokens/{token_id}/tasks/{task_id}` (docs/wire/sora2api.md §6.10)

        Args:
            token_id: The account.
            task_id: The task's id, `task_…`.
        """
        return await self._client._call(
            "sora2api.tasks.get",
            {"token_id": token_id, "task_id": task_id},
            _m.TaskAnswer.from_dict,
        )


class AsyncSora2apiAdmin:
    """The operations `sora2api.admin`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def login(
        self,
        *,
        username: str,
        password: str,
    ) -> _m.LoggedIn:
        """Logs an admin in. The client keeps the token for the calls that follow.

        `POST /api/login` (docs/wire/sora2api.md §7.1)

        Args:
            username: The admin's name.
            password: The password.
        """
        return await self._client._call(
            "sora2api.admin.login",
            {"username": username, "password": password},
            _m.LoggedIn.from_dict,
        )

    async def logout(self) -> _m.Done:
        """Logs the admin out: the token is worth nothing any more.

        `POST /api/logout` (docs/wire/sora2api.md §7.1)
        """
        return await self._client._call("sora2api.admin.logout", {}, _m.Done.from_dict)


class AsyncSora2apiAdminTokens:
    """The operations `sora2api.admin_tokens`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def list(self) -> builtins.list[_m.ManagedToken]:
        """Lists the accounts, with their credentials.

        `GET /api/tokens` (docs/wire/sora2api.md §7.2.1)
        """
        return await self._client._call("sora2api.admin_tokens.list", {}, _m.ManagedToken.from_list)

    async def add(
        self,
        *,
        token: str,
        st: str | None = None,
        rt: str | None = None,
        client_id: str | None = None,
        proxy_url: str | None = None,
        remark: str | None = None,
        image_enabled: bool | None = None,
        video_enabled: bool | None = None,
        image_concurrency: int | None = None,
        video_concurrency: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.AddedToken:
        """Adds an account.

        `POST /api/tokens` (docs/wire/sora2api.md §7.2.1)

        Args:
            token: The access token.
            st: The session token.
            rt: The refresh token.
            client_id: The client id that the refresh token was issued to.
            proxy_url: The account's own proxy.
            remark: A note.
            image_enabled: True to let the account make images. Default: true.
            video_enabled: True to let the account make videos. Default: true.
            image_concurrency: The most images that the account makes at once; -1 means no
                limit. Default: -1.
            video_concurrency: The most videos that the account makes at once; -1 means no
                limit. Default: -1.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_tokens.add",
            {
                "token": token,
                "st": st,
                "rt": rt,
                "client_id": client_id,
                "proxy_url": proxy_url,
                "remark": remark,
                "image_enabled": image_enabled,
                "video_enabled": video_enabled,
                "image_concurrency": image_concurrency,
                "video_concurrency": video_concurrency,
            },
            _m.AddedToken.from_dict,
            extra,
        )

    async def batch_add(
        self,
        *,
        tokens: Sequence[_m.AddToken | Mapping[str, Any]],
        extra: Mapping[str, Any] | None = None,
    ) -> _m.BatchAdded:
        """Adds accounts. Some forks answer 500 to it (docs/wire/sora2api.md §12.1): use
        `ImportTokens` there.

        `POST /api/tokens/batch-add` (docs/wire/sora2api.md §7.2.2)

        Args:
            tokens: The accounts.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_tokens.batch_add",
            {"tokens": tokens},
            _m.BatchAdded.from_dict,
            extra,
        )

    async def update(
        self,
        *,
        token_id: _m.TokenId,
        token: str | None = None,
        st: str | None = None,
        rt: str | None = None,
        client_id: str | None = None,
        proxy_url: str | None = None,
        remark: str | None = None,
        image_enabled: bool | None = None,
        video_enabled: bool | None = None,
        image_concurrency: int | None = None,
        video_concurrency: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Changes an account. What is absent stays as it is.

        `PUT /api/tokens/{token_id}` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
            token: The access token.
            st: The session token.
            rt: The refresh token.
            client_id: The client id that the refresh token was issued to.
            proxy_url: The account's own proxy.
            remark: A note.
            image_enabled: True to let the account make images.
            video_enabled: True to let the account make videos.
            image_concurrency: The most images that the account makes at once; -1 means no
                limit.
            video_concurrency: The most videos that the account makes at once; -1 means no
                limit.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_tokens.update",
            {
                "token_id": token_id,
                "token": token,
                "st": st,
                "rt": rt,
                "client_id": client_id,
                "proxy_url": proxy_url,
                "remark": remark,
                "image_enabled": image_enabled,
                "video_enabled": video_enabled,
                "image_concurrency": image_concurrency,
                "video_concurrency": video_concurrency,
            },
            _m.Done.from_dict,
            extra,
        )

    async def set_status(
        self,
        *,
        token_id: _m.TokenId,
        is_active: bool,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Enables or disables an account. Running gateways answer success for an unknown
        account too (docs/wire/sora2api.md §12.1).

        `PUT /api/tokens/{token_id}/status` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
            is_active: True to enable the account, false to disable it.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_tokens.set_status",
            {"token_id": token_id, "is_active": is_active},
            _m.Done.from_dict,
            extra,
        )

    async def enable(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.TokenSwitched:
        """Enables an account and clears its errors.

        `POST /api/tokens/{token_id}/enable` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
        """
        return await self._client._call(
            "sora2api.admin_tokens.enable",
            {"token_id": token_id},
            _m.TokenSwitched.from_dict,
        )

    async def disable(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.TokenSwitched:
        """Disables an account.

        `POST /api/tokens/{token_id}/disable` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
        """
        return await self._client._call(
            "sora2api.admin_tokens.disable",
            {"token_id": token_id},
            _m.TokenSwitched.from_dict,
        )

    async def test(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.TestedToken:
        """Checks whether an account's access token is valid, and reads what the account may
        make.

        `POST /api/tokens/{token_id}/test` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
        """
        return await self._client._call(
            "sora2api.admin_tokens.test",
            {"token_id": token_id},
            _m.TestedToken.from_dict,
        )

    async def delete(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.Done:
        """Removes an account. Running gateways answer success for an unknown account too
        (docs/wire/sora2api.md §12.1).

        `DELETE /api/tokens/{token_id}` (docs/wire/sora2api.md §7.2.1)

        Args:
            token_id: The account.
        """
        return await self._client._call(
            "sora2api.admin_tokens.delete",
            {"token_id": token_id},
            _m.Done.from_dict,
        )

    async def delete_disabled(self) -> _m.DeletedTokens:
        """Removes all disabled accounts.

        `DELETE /api/tokens/batch-delete-disabled` (docs/wire/sora2api.md §7.2.2)
        """
        return await self._client._call(
            "sora2api.admin_tokens.delete_disabled",
            {},
            _m.DeletedTokens.from_dict,
        )

    async def batch_test(
        self,
        *,
        only_active: bool | None = None,
        only_disabled: bool | None = None,
    ) -> _m.TestedTokens:
        """Checks whether the accounts' access tokens are valid, and enables or disables the
        accounts accordingly.

        `POST /api/tokens/batch-test` (docs/wire/sora2api.md §7.2.2)

        Args:
            only_active: True to test only the accounts that are enabled. Default: true.
            only_disabled: True to test only the accounts that are disabled. Default: false.
        """
        return await self._client._call(
            "sora2api.admin_tokens.batch_test",
            {"only_active": only_active, "only_disabled": only_disabled},
            _m.TestedTokens.from_dict,
        )

    async def batch_enable(self) -> _m.EnabledTokens:
        """Enables all accounts.

        `POST /api/tokens/batch-enable` (docs/wire/sora2api.md §7.2.2)
        """
        return await self._client._call(
            "sora2api.admin_tokens.batch_enable",
            {},
            _m.EnabledTokens.from_dict,
        )

    async def batch_disable(self) -> _m.DisabledTokens:
        """Disables all accounts.

        `POST /api/tokens/batch-disable` (docs/wire/sora2api.md §7.2.2)
        """
        return await self._client._call(
            "sora2api.admin_tokens.batch_disable",
            {},
            _m.DisabledTokens.from_dict,
        )

    async def batch_activate(
        self,
        *,
        invite_code: str,
    ) -> _m.ActivatedTokens:
        """Redeems an invite code for all accounts without Sora 2.

        `POST /api/tokens/batch-activate` (docs/wire/sora2api.md §7.2.2)

        Args:
            invite_code: The invite code, such as `ABC123` or `SORA-XXXX-XXXX`.
        """
        return await self._client._call(
            "sora2api.admin_tokens.batch_activate",
            {"invite_code": invite_code},
            _m.ActivatedTokens.from_dict,
        )

    async def import_(
        self,
        *,
        tokens: Sequence[_m.ImportedToken | Mapping[str, Any]],
        mode: _m.ImportMode | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ImportedTokens:
        """Adds accounts, and changes those whose e-mail address is already known.

        `POST /api/tokens/import` (docs/wire/sora2api.md §7.2.3)

        Args:
            tokens: The accounts.
            mode: The step that the gateway takes with the accounts first. Upstream only.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_tokens.import",
            {"tokens": tokens, "mode": mode},
            _m.ImportedTokens.from_dict,
            extra,
        )

    async def st2at(
        self,
        *,
        st: str,
    ) -> _m.ConvertedSessionToken:
        """Exchanges a session token for an access token. Nothing is stored.

        `POST /api/tokens/st2at` (docs/wire/sora2api.md §7.2.4)

        Args:
            st: The session token.
        """
        return await self._client._call(
            "sora2api.admin_tokens.st2at",
            {"st": st},
            _m.ConvertedSessionToken.from_dict,
        )

    async def rt2at(
        self,
        *,
        rt: str,
        client_id: str | None = None,
    ) -> _m.ConvertedRefreshToken:
        """Exchanges a refresh token for an access token. Nothing is stored: the answer holds
        the refresh token that replaces the one given.

        `POST /api/tokens/rt2at` (docs/wire/sora2api.md §7.2.4)

        Args:
            rt: The refresh token.
            client_id: The client id that it was issued to. Upstream only.
        """
        return await self._client._call(
            "sora2api.admin_tokens.rt2at",
            {"rt": rt, "client_id": client_id},
            _m.ConvertedRefreshToken.from_dict,
        )

    async def activate_sora2(
        self,
        *,
        token_id: _m.TokenId,
        invite_code: str,
    ) -> _m.ActivatedSora2:
        """Redeems an invite code for an account.

        `POST /api/tokens/{token_id}/sora2/activate` (docs/wire/sora2api.md §7.11)

        Args:
            token_id: The account.
            invite_code: The invite code, such as `ABC123` or `SORA-XXXX-XXXX`.
        """
        return await self._client._call(
            "sora2api.admin_tokens.activate_sora2",
            {"token_id": token_id, "invite_code": invite_code},
            _m.ActivatedSora2.from_dict,
        )

    async def activate_username(
        self,
        *,
        token_id: _m.TokenId,
    ) -> _m.ActivatedUsername:
        """Gives an account a user name that the gateway chooses, if it has none.

        `POST /api/tokens/{token_id}/activate-username` (docs/wire/sora2api.md §7.12)

        Args:
            token_id: The account.
        """
        return await self._client._call(
            "sora2api.admin_tokens.activate_username",
            {"token_id": token_id},
            _m.ActivatedUsername.from_dict,
        )

    async def batch_activate_username(self) -> _m.ActivatedUsernames:
        """Gives every enabled account a user name, if it has none.

        `POST /api/tokens/batch-activate-username` (docs/wire/sora2api.md §7.12)
        """
        return await self._client._call(
            "sora2api.admin_tokens.batch_activate_username",
            {},
            _m.ActivatedUsernames.from_dict,
        )


class AsyncSora2apiAdminConfig:
    """The operations `sora2api.admin_config`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.AdminConfig:
        """Reads the gateway's settings.

        `GET /api/admin/config` (docs/wire/sora2api.md §7.3)
        """
        return await self._client._call("sora2api.admin_config.get", {}, _m.AdminConfig.from_dict)

    async def set(
        self,
        *,
        error_ban_threshold: int,
        task_retry_enabled: bool | None = None,
        task_max_retries: int | None = None,
        auto_disable_on_401: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets when an account is disabled, and when a task is tried again.

        `POST /api/admin/config` (docs/wire/sora2api.md §7.3)

        Args:
            error_ban_threshold: The number of consecutive errors after which an account is
                disabled, from 1.
            task_retry_enabled: True to try a failed task again with another account.
                Upstream only.
            task_max_retries: The most times that a failed task is tried again. Upstream
                only.
            auto_disable_on_401: True to disable an account when the backend answers it with
                401. Upstream only.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_config.set",
            {
                "error_ban_threshold": error_ban_threshold,
                "task_retry_enabled": task_retry_enabled,
                "task_max_retries": task_max_retries,
                "auto_disable_on_401": auto_disable_on_401,
            },
            _m.Done.from_dict,
            extra,
        )

    async def set_password(
        self,
        *,
        old_password: str,
        new_password: str,
        username: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets the admin's password, and name if one is given. It ends all logins: log in
        again.

        `POST /api/admin/password` (docs/wire/sora2api.md §7.3)

        Args:
            old_password: The current password.
            new_password: The new password.
            username: The new name.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_config.set_password",
            {
                "old_password": old_password,
                "new_password": new_password,
                "username": username,
            },
            _m.Done.from_dict,
            extra,
        )

    async def set_api_key(
        self,
        *,
        new_api_key: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets the key of the `/v1` interfaces.

        `POST /api/admin/apikey` (docs/wire/sora2api.md §7.3)

        Args:
            new_api_key: The new key.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_config.set_api_key",
            {"new_api_key": new_api_key},
            _m.Done.from_dict,
            extra,
        )

    async def set_debug(
        self,
        *,
        enabled: bool,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets whether requests are written to the log in full.

        `POST /api/admin/debug` (docs/wire/sora2api.md §7.3)

        Args:
            enabled: True to write requests to the log in full.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_config.set_debug",
            {"enabled": enabled},
            _m.Done.from_dict,
            extra,
        )


class AsyncSora2apiAdminProxy:
    """The operations `sora2api.admin_proxy`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.ProxyConfig:
        """Reads the gateway's proxy.

        `GET /api/proxy/config` (docs/wire/sora2api.md §7.4)
        """
        return await self._client._call("sora2api.admin_proxy.get", {}, _m.ProxyConfig.from_dict)

    async def set(
        self,
        *,
        proxy_enabled: bool,
        proxy_url: str | None = None,
        proxy_pool_enabled: bool | None = None,
        image_upload_proxy_enabled: bool | None = None,
        image_upload_proxy_url: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets the gateway's proxy.

        `POST /api/proxy/config` (docs/wire/sora2api.md §7.4)

        Args:
            proxy_enabled: True to use a proxy.
            proxy_url: The proxy's address, such as `http://proxy:8080`.
            proxy_pool_enabled: True to use a pool of several proxies.
            image_upload_proxy_enabled: True to upload images through another proxy.
                Upstream only.
            image_upload_proxy_url: The address of that proxy. Upstream only.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_proxy.set",
            {
                "proxy_enabled": proxy_enabled,
                "proxy_url": proxy_url,
                "proxy_pool_enabled": proxy_pool_enabled,
                "image_upload_proxy_enabled": image_upload_proxy_enabled,
                "image_upload_proxy_url": image_upload_proxy_url,
            },
            _m.Done.from_dict,
            extra,
        )


class AsyncSora2apiAdminCache:
    """The operations `sora2api.admin_cache`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.CacheAnswer:
        """Reads the settings by which the gateway keeps files.

        `GET /api/cache/config` (docs/wire/sora2api.md §7.5)
        """
        return await self._client._call("sora2api.admin_cache.get", {}, _m.CacheAnswer.from_dict)

    async def set_timeout(
        self,
        *,
        timeout: int,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets how long the gateway keeps files.

        `POST /api/cache/config` (docs/wire/sora2api.md §7.5)

        Args:
            timeout: The time to keep a file, in seconds, from 60 to 86400; upstream takes
                -1 for ever.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_cache.set_timeout",
            {"timeout": timeout},
            _m.Done.from_dict,
            extra,
        )

    async def set_base_url(
        self,
        *,
        base_url: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets the address under which the gateway offers files.

        `POST /api/cache/base-url` (docs/wire/sora2api.md §7.5)

        Args:
            base_url: The address; empty for the gateway's own.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_cache.set_base_url",
            {"base_url": base_url},
            _m.Done.from_dict,
            extra,
        )

    async def set_enabled(
        self,
        *,
        enabled: bool,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets whether the gateway keeps files.

        `POST /api/cache/enabled` (docs/wire/sora2api.md §7.5)

        Args:
            enabled: True to keep files.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_cache.set_enabled",
            {"enabled": enabled},
            _m.Done.from_dict,
            extra,
        )


class AsyncSora2apiAdminGeneration:
    """The operations `sora2api.admin_generation`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.GenerationAnswer:
        """Reads how long the gateway waits for media.

        `GET /api/generation/timeout` (docs/wire/sora2api.md §7.6)
        """
        return await self._client._call(
            "sora2api.admin_generation.get",
            {},
            _m.GenerationAnswer.from_dict,
        )

    async def set(
        self,
        *,
        image_timeout: int | None = None,
        video_timeout: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.GenerationAnswer:
        """Sets how long the gateway waits for media. What is absent stays as it is.

        `POST /api/generation/timeout` (docs/wire/sora2api.md §7.6)

        Args:
            image_timeout: For an image, in seconds, from 60 to 3600.
            video_timeout: For a video, in seconds, from 60 to 7200.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_generation.set",
            {"image_timeout": image_timeout, "video_timeout": video_timeout},
            _m.GenerationAnswer.from_dict,
            extra,
        )


class AsyncSora2apiAdminWatermarkFree:
    """The operations `sora2api.admin_watermark_free`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.WatermarkFreeConfig:
        """Reads whether the gateway returns links without a watermark.

        `GET /api/watermark-free/config` (docs/wire/sora2api.md §7.7)
        """
        return await self._client._call(
            "sora2api.admin_watermark_free.get",
            {},
            _m.WatermarkFreeConfig.from_dict,
        )

    async def set(
        self,
        *,
        watermark_free_enabled: bool,
        parse_method: str | None = None,
        custom_parse_url: str | None = None,
        custom_parse_token: str | None = None,
        fallback_on_failure: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets whether the gateway returns links without a watermark. For your own works only:
        the gateway publishes each of them to do so.

        `POST /api/watermark-free/config` (docs/wire/sora2api.md §7.7)

        Args:
            watermark_free_enabled: True to return links without a watermark.
            parse_method: The method: `third_party` or `custom`; some forks have `builtin`.
                Default: `third_party`.
            custom_parse_url: The admin's own service.
            custom_parse_token: The token of that service.
            fallback_on_failure: True to return the link with a watermark when the gateway
                gets none without one. Not in the document.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_watermark_free.set",
            {
                "watermark_free_enabled": watermark_free_enabled,
                "parse_method": parse_method,
                "custom_parse_url": custom_parse_url,
                "custom_parse_token": custom_parse_token,
                "fallback_on_failure": fallback_on_failure,
            },
            _m.Done.from_dict,
            extra,
        )


class AsyncSora2apiAdminCloudflare:
    """The operations `sora2api.admin_cloudflare`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.CloudflareAnswer:
        """Reads whether the gateway uses a solver.

        `GET /api/cloudflare/config` (docs/wire/sora2api.md §7.8)
        """
        return await self._client._call(
            "sora2api.admin_cloudflare.get",
            {},
            _m.CloudflareAnswer.from_dict,
        )

    async def set(
        self,
        *,
        solver_enabled: bool,
        solver_api_url: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Turns the gateway's use of a solver on or off, and sets the solver.

        `POST /api/cloudflare/config` (docs/wire/sora2api.md §7.8)

        Args:
            solver_enabled: True to use a solver.
            solver_api_url: The solver's address.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_cloudflare.set",
            {"solver_enabled": solver_enabled, "solver_api_url": solver_api_url},
            _m.Done.from_dict,
            extra,
        )

    async def state(self) -> _m.CloudflareState:
        """Reads the state of the gateway's credentials.

        `GET /api/cloudflare/state` (docs/wire/sora2api.md §7.8)
        """
        return await self._client._call(
            "sora2api.admin_cloudflare.state",
            {},
            _m.CloudflareState.from_dict,
        )

    async def refresh(self) -> _m.CloudflareState:
        """Has the gateway obtain new credentials. Fails when the solver is off.

        `POST /api/cloudflare/refresh` (docs/wire/sora2api.md §7.8)
        """
        return await self._client._call(
            "sora2api.admin_cloudflare.refresh",
            {},
            _m.CloudflareState.from_dict,
        )

    async def clear(self) -> _m.CloudflareState:
        """Has the gateway forget its credentials.

        `POST /api/cloudflare/clear` (docs/wire/sora2api.md §7.8)
        """
        return await self._client._call(
            "sora2api.admin_cloudflare.clear",
            {},
            _m.CloudflareState.from_dict,
        )


class AsyncSora2apiAdminTokenRefresh:
    """The operations `sora2api.admin_token_refresh`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.TokenRefreshAnswer:
        """Reads whether the gateway renews access tokens automatically.

        `GET /api/token-refresh/config` (docs/wire/sora2api.md §7.9)
        """
        return await self._client._call(
            "sora2api.admin_token_refresh.get",
            {},
            _m.TokenRefreshAnswer.from_dict,
        )

    async def set(
        self,
        *,
        enabled: bool,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Sets whether the gateway renews access tokens automatically.

        `POST /api/token-refresh/enabled` (docs/wire/sora2api.md §7.9)

        Args:
            enabled: True to renew access tokens automatically.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_token_refresh.set",
            {"enabled": enabled},
            _m.Done.from_dict,
            extra,
        )


class AsyncSora2apiAdminStats:
    """The operations `sora2api.admin_stats`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(self) -> _m.GatewayStats:
        """Asks what the gateway has made.

        `GET /api/stats` (docs/wire/sora2api.md §7.10)
        """
        return await self._client._call("sora2api.admin_stats.get", {}, _m.GatewayStats.from_dict)


class AsyncSora2apiAdminLogs:
    """The operations `sora2api.admin_logs`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def list(
        self,
        *,
        limit: int | None = None,
    ) -> builtins.list[_m.LogEntry]:
        """Lists the gateway's latest actions.

        `GET /api/logs` (docs/wire/sora2api.md §7.10)

        Args:
            limit: The most entries to return. Default: 100.
        """
        return await self._client._call(
            "sora2api.admin_logs.list",
            {"limit": limit},
            _m.LogEntry.from_list,
        )

    async def clear(self) -> _m.Done:
        """Empties the log. Upstream only (docs/wire/sora2api.md §11.3).

        `DELETE /api/logs` (docs/wire/sora2api.md §11.3)
        """
        return await self._client._call("sora2api.admin_logs.clear", {}, _m.Done.from_dict)


class AsyncSora2apiAdminCharacters:
    """The operations `sora2api.admin_characters`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def list(self) -> builtins.list[_m.ManagedCharacter]:
        """Lists all characters.

        `GET /api/characters` (docs/wire/sora2api.md §7.13)
        """
        return await self._client._call(
            "sora2api.admin_characters.list",
            {},
            _m.ManagedCharacter.from_list,
        )

    async def by_token(
        self,
        *,
        token_id: _m.TokenId,
    ) -> builtins.list[_m.ManagedCharacter]:
        """Lists an account's characters.

        `GET /api/characters/by-token/{token_id}` (docs/wire/sora2api.md §7.13)

        Args:
            token_id: The account.
        """
        return await self._client._call(
            "sora2api.admin_characters.by_token",
            {"token_id": token_id},
            _m.ManagedCharacter.from_list,
        )

    async def get(
        self,
        *,
        cameo_id: str,
    ) -> _m.CharacterAnswer:
        """Reads a character.

        `GET /api/characters/{cameo_id}` (docs/wire/sora2api.md §7.13)

        Args:
            cameo_id: The cameo's id, `ch_…`.
        """
        return await self._client._call(
            "sora2api.admin_characters.get",
            {"cameo_id": cameo_id},
            _m.CharacterAnswer.from_dict,
        )

    async def update(
        self,
        *,
        cameo_id: str,
        instruction_set: str | None = None,
        safety_instruction_set: str | None = None,
        visibility: _m.CharacterVisibility | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Changes a character. What is absent stays as it is.

        `POST /api/characters/{cameo_id}/update` (docs/wire/sora2api.md §7.13)

        Args:
            cameo_id: The cameo's id, `ch_…`.
            instruction_set: The instructions for the character's behaviour.
            safety_instruction_set: The instructions for what the character must not do.
            visibility: The people who may use the character.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_characters.update",
            {
                "cameo_id": cameo_id,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
                "visibility": visibility,
            },
            _m.Done.from_dict,
            extra,
        )

    async def delete(
        self,
        *,
        cameo_id: str,
    ) -> _m.Done:
        """Removes a character from the gateway's list, and from nowhere else.

        `DELETE /api/characters/{cameo_id}` (docs/wire/sora2api.md §7.13)

        Args:
            cameo_id: The cameo's id, `ch_…`.
        """
        return await self._client._call(
            "sora2api.admin_characters.delete",
            {"cameo_id": cameo_id},
            _m.Done.from_dict,
        )


class AsyncSora2apiServer:
    """The operations `sora2api.server`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def describe(self) -> _m.Described:
        """Asks the gateway for the description of its own interfaces. No credential is needed.

        `GET /openapi.json` (docs/wire/sora2api.md §11.2)
        """
        return await self._client._call("sora2api.server.describe", {}, _m.Described.from_dict)


class AsyncSora2apiAdminUpstream:
    """The operations `sora2api.admin_upstream`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def test_update(
        self,
        *,
        token_ids: Sequence[_m.TokenId] | None = None,
    ) -> _m.Done:
        """Tries accounts' access tokens, and reads what they may make.

        `POST /api/tokens/batch/test-update` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts; all when absent.
        """
        return await self._client._call(
            "sora2api.admin_upstream.test_update",
            {"token_ids": token_ids},
            _m.Done.from_dict,
        )

    async def enable_all(
        self,
        *,
        token_ids: Sequence[_m.TokenId] | None = None,
    ) -> _m.EnabledTokens:
        """Takes accounts into use.

        `POST /api/tokens/batch/enable-all` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts; all when absent.
        """
        return await self._client._call(
            "sora2api.admin_upstream.enable_all",
            {"token_ids": token_ids},
            _m.EnabledTokens.from_dict,
        )

    async def delete_disabled(
        self,
        *,
        token_ids: Sequence[_m.TokenId] | None = None,
    ) -> _m.DeletedTokens:
        """Removes accounts that are out of use.

        `POST /api/tokens/batch/delete-disabled` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts; all when absent.
        """
        return await self._client._call(
            "sora2api.admin_upstream.delete_disabled",
            {"token_ids": token_ids},
            _m.DeletedTokens.from_dict,
        )

    async def disable_selected(
        self,
        *,
        token_ids: Sequence[_m.TokenId],
    ) -> _m.DisabledTokens:
        """Takes accounts out of use.

        `POST /api/tokens/batch/disable-selected` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts.
        """
        return await self._client._call(
            "sora2api.admin_upstream.disable_selected",
            {"token_ids": token_ids},
            _m.DisabledTokens.from_dict,
        )

    async def delete_selected(
        self,
        *,
        token_ids: Sequence[_m.TokenId],
    ) -> _m.DeletedTokens:
        """Removes accounts, whether they are in use or not.

        `POST /api/tokens/batch/delete-selected` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts.
        """
        return await self._client._call(
            "sora2api.admin_upstream.delete_selected",
            {"token_ids": token_ids},
            _m.DeletedTokens.from_dict,
        )

    async def update_proxy(
        self,
        *,
        token_ids: Sequence[_m.TokenId],
        proxy_url: str,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Gives accounts a proxy of their own.

        `POST /api/tokens/batch/update-proxy` (docs/wire/sora2api.md §11.3)

        Args:
            token_ids: The accounts.
            proxy_url: The proxy's address; empty for none.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_upstream.update_proxy",
            {"token_ids": token_ids, "proxy_url": proxy_url},
            _m.Done.from_dict,
            extra,
        )

    async def import_pure_rt(
        self,
        *,
        refresh_tokens: Sequence[str],
        client_id: str,
        proxy_url: str | None = None,
        image_concurrency: int | None = None,
        video_concurrency: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ImportedTokens:
        """Adds accounts by their refresh tokens, which the gateway uses up and replaces.

        `POST /api/tokens/import/pure-rt` (docs/wire/sora2api.md §11.3)

        Args:
            refresh_tokens: The refresh tokens.
            client_id: The client id that they were issued to.
            proxy_url: The proxy to exchange them through.
            image_concurrency: The number of images that each makes at once; -1 means no
                limit.
            video_concurrency: The number of videos that each makes at once; -1 means no
                limit.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora2api.admin_upstream.import_pure_rt",
            {
                "refresh_tokens": refresh_tokens,
                "client_id": client_id,
                "proxy_url": proxy_url,
                "image_concurrency": image_concurrency,
                "video_concurrency": video_concurrency,
            },
            _m.ImportedTokens.from_dict,
            extra,
        )

    async def cancel_task(
        self,
        *,
        task_id: str,
    ) -> _m.Done:
        """Ends a task.

        `POST /api/tasks/{task_id}/cancel` (docs/wire/sora2api.md §11.3)

        Args:
            task_id: The task's id.
        """
        return await self._client._call(
            "sora2api.admin_upstream.cancel_task",
            {"task_id": task_id},
            _m.Done.from_dict,
        )


class AsyncSora2api:
    """The operations of the `sora2api` dialect."""

    def __init__(self, client: AsyncCalls) -> None:
        self.models = AsyncSora2apiModels(client)
        """The group `sora2api.models`."""
        self.chat = AsyncSora2apiChat(client)
        """The group `sora2api.chat`."""
        self.videos = AsyncSora2apiVideos(client)
        """The group `sora2api.videos`."""
        self.images = AsyncSora2apiImages(client)
        """The group `sora2api.images`."""
        self.characters = AsyncSora2apiCharacters(client)
        """The group `sora2api.characters`."""
        self.stats = AsyncSora2apiStats(client)
        """The group `sora2api.stats`."""
        self.invite_codes = AsyncSora2apiInviteCodes(client)
        """The group `sora2api.invite_codes`."""
        self.profiles = AsyncSora2apiProfiles(client)
        """The group `sora2api.profiles`."""
        self.feeds = AsyncSora2apiFeeds(client)
        """The group `sora2api.feeds`."""
        self.prompts = AsyncSora2apiPrompts(client)
        """The group `sora2api.prompts`."""
        self.tasks = AsyncSora2apiTasks(client)
        """The group `sora2api.tasks`."""
        self.admin = AsyncSora2apiAdmin(client)
        """The group `sora2api.admin`."""
        self.admin_tokens = AsyncSora2apiAdminTokens(client)
        """The group `sora2api.admin_tokens`."""
        self.admin_config = AsyncSora2apiAdminConfig(client)
        """The group `sora2api.admin_config`."""
        self.admin_proxy = AsyncSora2apiAdminProxy(client)
        """The group `sora2api.admin_proxy`."""
        self.admin_cache = AsyncSora2apiAdminCache(client)
        """The group `sora2api.admin_cache`."""
        self.admin_generation = AsyncSora2apiAdminGeneration(client)
        """The group `sora2api.admin_generation`."""
        self.admin_watermark_free = AsyncSora2apiAdminWatermarkFree(client)
        """The group `sora2api.admin_watermark_free`."""
        self.admin_cloudflare = AsyncSora2apiAdminCloudflare(client)
        """The group `sora2api.admin_cloudflare`."""
        self.admin_token_refresh = AsyncSora2apiAdminTokenRefresh(client)
        """The group `sora2api.admin_token_refresh`."""
        self.admin_stats = AsyncSora2apiAdminStats(client)
        """The group `sora2api.admin_stats`."""
        self.admin_logs = AsyncSora2apiAdminLogs(client)
        """The group `sora2api.admin_logs`."""
        self.admin_characters = AsyncSora2apiAdminCharacters(client)
        """The group `sora2api.admin_characters`."""
        self.server = AsyncSora2apiServer(client)
        """The group `sora2api.server`."""
        self.admin_upstream = AsyncSora2apiAdminUpstream(client)
        """The group `sora2api.admin_upstream`."""
