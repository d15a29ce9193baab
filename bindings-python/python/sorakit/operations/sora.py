"""The operations of the `sora` dialect.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
    from typing import Any

    from .._async import AsyncCalls
    from .._files import FileLike
    from .._sync import SyncCalls

from .._files import file as _file
from ..models import sora as _m

__all__ = ["Sora", "AsyncSora"]


class SoraSession:
    """The operations `sora.session`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def exchange(
        self,
        *,
        session_token: str,
    ) -> _m.Session:
        """Exchanges the session token of a signed-in user for an access token.

        The session token travels in the cookie `__Secure-next-auth.session-token`.

        `GET /api/auth/session` (docs/wire/sora.md §1.1)

        Args:
            session_token: The session token, as the cookie holds it.
        """
        return self._client._call(
            "sora.session.exchange",
            {"session_token": session_token},
            _m.Session.from_dict,
        )


class SoraTokens:
    """The operations `sora.tokens`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def refresh(
        self,
        *,
        refresh_token: str,
        client_id: str | None = None,
        redirect_uri: str | None = None,
    ) -> _m.RefreshedToken:
        """Exchanges a refresh token for a new access token.

        The refresh token is used up by the call: the answer's one replaces it, and has to be
        stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh token
        works only with the client id that it was issued to (`docs/wire/sora.md` §1.3); the
        documented ones are `OAUTH_CLIENTS`, in Rust `OauthClient.ALL`.

        `POST /oauth/token` (docs/wire/sora.md §1.2)

        Args:
            refresh_token: The refresh token.
            client_id: The client id that the token was issued to. Default: the iOS
                application's, `app_LlGpXReQgckcGGUo2JrYvtJK`.
            redirect_uri: The redirect URI that belongs to the client id. Default: that of a
                known client.
        """
        return self._client._call(
            "sora.tokens.refresh",
            {
                "refresh_token": refresh_token,
                "client_id": client_id,
                "redirect_uri": redirect_uri,
            },
            _m.RefreshedToken.from_dict,
        )


class SoraSentinel:
    """The operations `sora.sentinel`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def request(
        self,
        *,
        p: str,
        id: str,
        flow: str,
    ) -> _m.SentinelChallenge:
        """Asks for a Sentinel challenge, to be solved for one creation or publication.

        `POST /backend-api/sentinel/req` (docs/wire/sora.md §2.1)

        Args:
            p: The first proof of work: `gAAAAAC` and the answer for a random seed with
                difficulty `0fffff`.
            id: The request's id, a UUID. Public clients send the device id.
            flow: The purpose of the challenge, such as `sora_init`. Servers accept other
                words too (`docs/wire/sora.md` §2.4).
        """
        return self._client._call(
            "sora.sentinel.request",
            {"p": p, "id": id, "flow": flow},
            _m.SentinelChallenge.from_dict,
        )


class SoraAccount:
    """The operations `sora.account`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def me(self) -> _m.Me:
        """Reads the signed-in user.

        `GET /me` (docs/wire/sora.md §3.1)
        """
        return self._client._call("sora.account.me", {}, _m.Me.from_dict)

    def profile(self) -> _m.MyProfile:
        """Reads the account's own profile, another source of its user name and invite code.

        `GET /project_y/v2/me` (docs/wire/sora.md §3.8)
        """
        return self._client._call("sora.account.profile", {}, _m.MyProfile.from_dict)

    def subscriptions(self) -> _m.Subscriptions:
        """Lists the account's subscriptions; none for a free account.

        `GET /billing/subscriptions` (docs/wire/sora.md §3.2)
        """
        return self._client._call("sora.account.subscriptions", {}, _m.Subscriptions.from_dict)

    def bootstrap(self) -> _m.Done:
        """Opens Sora 2 to an account that uses it for the first time.

        `GET /m/bootstrap` (docs/wire/sora.md §3.5)
        """
        return self._client._call("sora.account.bootstrap", {}, _m.Done.from_dict)

    def initialize(self) -> _m.Done:
        """Makes the call that the web application makes when it opens.

        `POST /project_y/initialize_async` (docs/wire/sora.md §3.8)
        """
        return self._client._call("sora.account.initialize", {}, _m.Done.from_dict)


class SoraInvites:
    """The operations `sora.invites`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def mine(self) -> _m.Invite:
        """Reads the account's own invite code. The answer is 401 for an account without Sora 2,
        and 403 for one in a country that is not served.

        `GET /project_y/invite/mine` (docs/wire/sora.md §3.3)
        """
        return self._client._call("sora.invites.mine", {}, _m.Invite.from_dict)

    def accept(
        self,
        *,
        invite_code: str,
    ) -> _m.AcceptedInvite:
        """Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same
        effect as once, and the answer says so.

        `POST /project_y/invite/accept` (docs/wire/sora.md §3.6)

        Args:
            invite_code: The code, such as `SORA-XXXX-XXXX`.
        """
        return self._client._call(
            "sora.invites.accept",
            {"invite_code": invite_code},
            _m.AcceptedInvite.from_dict,
        )


class SoraQuota:
    """The operations `sora.quota`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def check(self) -> _m.Quota:
        """Asks how many videos the account may still make, and when that resets.

        `GET /nf/check` (docs/wire/sora.md §3.4)
        """
        return self._client._call("sora.quota.check", {}, _m.Quota.from_dict)


class SoraUsername:
    """The operations `sora.username`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def check(
        self,
        *,
        username: str,
    ) -> _m.UsernameAvailability:
        """Asks whether a user name is free.

        `POST /project_y/profile/username/check` (docs/wire/sora.md §3.7.1)

        Args:
            username: The name, without `@`.
        """
        return self._client._call(
            "sora.username.check",
            {"username": username},
            _m.UsernameAvailability.from_dict,
        )

    def set(
        self,
        *,
        username: str,
    ) -> _m.Username:
        """Sets the account's user name, which publishing needs.

        `POST /project_y/profile/username/set` (docs/wire/sora.md §3.7.2)

        Args:
            username: The name, without `@`.
        """
        return self._client._call(
            "sora.username.set",
            {"username": username},
            _m.Username.from_dict,
        )


class SoraUploads:
    """The operations `sora.uploads`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def image(
        self,
        *,
        file: FileLike,
    ) -> _m.Uploaded:
        """Uploads an image for a creation to start from: PNG, JPEG or WebP, by content.

        `POST /uploads` (docs/wire/sora.md §4.1)

        Args:
            file: The image.
        """
        return self._client._call(
            "sora.uploads.image",
            {"file": _file(file)},
            _m.Uploaded.from_dict,
        )

    def character(
        self,
        *,
        file: FileLike,
        timestamps: Sequence[float] | str | None = None,
    ) -> _m.Uploaded:
        """Uploads a video to make a character from: MP4, by content.

        `POST /characters/upload` (docs/wire/sora.md §4.2)

        Args:
            file: The video.
            timestamps: The part of the video in which the character is seen, from start to
                end in seconds, as `[0, 3]` or `"0,3"`.
        """
        return self._client._call(
            "sora.uploads.character",
            {"file": _file(file), "timestamps": timestamps},
            _m.Uploaded.from_dict,
        )

    def file(
        self,
        *,
        file: FileLike,
        use_case: _m.UseCase | None = None,
    ) -> _m.UploadedFile:
        """Uploads a character's picture, or an image to start from by the newer way: PNG, JPEG
        or WebP, by content.

        `POST /project_y/file/upload` (docs/wire/sora.md §4.3)

        Args:
            file: The image; WebP is recommended for a character's picture.
            use_case: The purpose of the file.
        """
        return self._client._call(
            "sora.uploads.file",
            {"file": _file(file), "use_case": use_case},
            _m.UploadedFile.from_dict,
        )


class SoraCharacters:
    """The operations `sora.characters`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def from_generation(
        self,
        *,
        generation_id: str,
        character_id: str | None = None,
        timestamps: Sequence[float] | str | None = None,
    ) -> _m.Uploaded:
        """Makes a character from a video of the account's own.

        `POST /characters/from-generation` (docs/wire/sora.md §4.4)

        Args:
            generation_id: The generation whose video is used, `gen_…`.
            character_id: The character to make again; a new one is made when absent.
            timestamps: The part of the video in which the character is seen, from start to
                end in seconds, as `[0, 3]` or `"0,3"`.
        """
        return self._client._call(
            "sora.characters.from_generation",
            {
                "generation_id": generation_id,
                "character_id": character_id,
                "timestamps": timestamps,
            },
            _m.Uploaded.from_dict,
        )

    def finalize(
        self,
        *,
        cameo_id: str,
        username: str,
        display_name: str,
        profile_asset_pointer: str,
        instruction_set: _m.InstructionSet | Mapping[str, Any] | None = None,
        safety_instruction_set: _m.InstructionSet | Mapping[str, Any] | None = None,
    ) -> _m.Finalized:
        """Turns a processed cameo into a character.

        `POST /characters/finalize` (docs/wire/sora.md §8.2)

        Args:
            cameo_id: The cameo, `cameo_…`.
            username: The character's user name, without `@`.
            display_name: The display name.
            profile_asset_pointer: The picture, as `UploadFile` answered it.
            instruction_set: Instructions for the character's behaviour. The document sends
                `null`.
            safety_instruction_set: Instructions about things the character must not do. The
                document sends `null`.
        """
        return self._client._call(
            "sora.characters.finalize",
            {
                "cameo_id": cameo_id,
                "username": username,
                "display_name": display_name,
                "profile_asset_pointer": profile_asset_pointer,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
            },
            _m.Finalized.from_dict,
        )

    def delete(
        self,
        *,
        character_id: str,
    ) -> _m.Deleted:
        """Deletes a character. A character that is already gone is not an error.

        `DELETE /project_y/characters/{character_id}` (docs/wire/sora.md §8.4)

        Args:
            character_id: The character.
        """
        return self._client._call(
            "sora.characters.delete",
            {"character_id": character_id},
            _m.Deleted.from_dict,
        )


class SoraImages:
    """The operations `sora.images`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        operation: _m.ImageOperation,
        prompt: str,
        width: int,
        height: int,
        type: str | None = None,
        n_variants: int | None = None,
        n_frames: int | None = None,
        inpaint_items: Sequence[_m.ImageItem | Mapping[str, Any]] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedTask:
        """Creates an image, from a prompt or from other images.

        `POST /video_gen` (docs/wire/sora.md §5.1)

        Args:
            operation: The source of the image: the prompt, or other images.
            prompt: A description of the image.
            width: Width in pixels: 360, or 540 in landscape.
            height: Height in pixels: 360, or 540 in portrait.
            type: `image_gen`.
            n_variants: The number of variants; the document has 1, and servers also accept
                2 and 4.
            n_frames: 1: an image is a single frame.
            inpaint_items: The images to start from, for a remix.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora.images.create",
            {
                "operation": operation,
                "prompt": prompt,
                "width": width,
                "height": height,
                "type": type,
                "n_variants": n_variants,
                "n_frames": n_frames,
                "inpaint_items": inpaint_items,
            },
            _m.CreatedTask.from_dict,
            extra,
        )


class SoraVideos:
    """The operations `sora.videos`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        prompt: str,
        orientation: _m.Orientation,
        n_frames: int,
        model: _m.Model,
        kind: str | None = None,
        size: _m.Size | None = None,
        inpaint_items: Sequence[_m.InpaintItem | Mapping[str, Any]] | None = None,
        style_id: _m.Style | None = None,
        title: str | None = None,
        remix_target_id: str | None = None,
        reroll_target_id: str | None = None,
        cameo_ids: Sequence[str] | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        storyboard_id: str | None = None,
        metadata: Any = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        use_image_as_first_frame: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedTask:
        """Creates a video from a prompt, an image, or both, or a remix of a published one.

        `POST /nf/create` (docs/wire/sora.md §5.2, §5.4)

        Args:
            prompt: A description of the video.
            orientation: The orientation.
            n_frames: The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750
                (25 s). Some servers also accept 150 and 600.
            model: `sy_8` is standard, `sy_ore` is Pro.
            kind: `video`.
            size: `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix
                keeps the size of its original, and needs none.
            inpaint_items: Images to start from.
            style_id: The style.
            title: The title.
            remix_target_id: The post to remix, `s_…`.
            reroll_target_id: The draft to make again. Not in the document.
            cameo_ids: The characters that appear.
            cameo_replacements: A map of the replacements: the character that takes the
                place of another.
            storyboard_id: The storyboard that the video belongs to.
            metadata: Data of the caller's own.
            audio_caption: A description of the sound.
            audio_transcript: The spoken words.
            video_caption: A description of the picture.
            use_image_as_first_frame: True if the first image is the first frame. Not in the
                document.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora.videos.create",
            {
                "prompt": prompt,
                "orientation": orientation,
                "n_frames": n_frames,
                "model": model,
                "kind": kind,
                "size": size,
                "inpaint_items": inpaint_items,
                "style_id": style_id,
                "title": title,
                "remix_target_id": remix_target_id,
                "reroll_target_id": reroll_target_id,
                "cameo_ids": cameo_ids,
                "cameo_replacements": cameo_replacements,
                "storyboard_id": storyboard_id,
                "metadata": metadata,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "use_image_as_first_frame": use_image_as_first_frame,
            },
            _m.CreatedTask.from_dict,
            extra,
        )

    def bulk_create(
        self,
        *,
        prompt: str,
        nsamples: int,
        orientation: _m.Orientation,
        n_frames: int,
        model: _m.Model,
        kind: str | None = None,
        size: _m.Size | None = None,
        inpaint_items: Sequence[_m.InpaintItem | Mapping[str, Any]] | None = None,
        style_id: _m.Style | None = None,
        title: str | None = None,
        remix_target_id: str | None = None,
        reroll_target_id: str | None = None,
        cameo_ids: Sequence[str] | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        storyboard_id: str | None = None,
        metadata: Any = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        use_image_as_first_frame: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedTasks:
        """Creates several videos from one prompt. Not in the document.

        `POST /nf/bulk_create` (docs/wire/sora.md §5.6)

        Args:
            prompt: A description of the videos.
            nsamples: The number of videos, from 2 to 4.
            orientation: The orientation.
            n_frames: The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750
                (25 s). Some servers also accept 150 and 600.
            model: `sy_8` is standard, `sy_ore` is Pro.
            kind: `video`.
            size: `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix
                keeps the size of its original, and needs none.
            inpaint_items: Images to start from.
            style_id: The style.
            title: The title.
            remix_target_id: The post to remix, `s_…`.
            reroll_target_id: The draft to make again. Not in the document.
            cameo_ids: The characters that appear.
            cameo_replacements: A map of the replacements: the character that takes the
                place of another.
            storyboard_id: The storyboard that the video belongs to.
            metadata: Data of the caller's own.
            audio_caption: A description of the sound.
            audio_transcript: The spoken words.
            video_caption: A description of the picture.
            use_image_as_first_frame: True if the first image is the first frame. Not in the
                document.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora.videos.bulk_create",
            {
                "prompt": prompt,
                "nsamples": nsamples,
                "orientation": orientation,
                "n_frames": n_frames,
                "model": model,
                "kind": kind,
                "size": size,
                "inpaint_items": inpaint_items,
                "style_id": style_id,
                "title": title,
                "remix_target_id": remix_target_id,
                "reroll_target_id": reroll_target_id,
                "cameo_ids": cameo_ids,
                "cameo_replacements": cameo_replacements,
                "storyboard_id": storyboard_id,
                "metadata": metadata,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "use_image_as_first_frame": use_image_as_first_frame,
            },
            _m.CreatedTasks.from_dict,
            extra,
        )

    def extend(
        self,
        *,
        generation_id: str,
        user_prompt: str,
        extension_duration_s: int,
        enable_rewrite: bool | None = None,
    ) -> _m.CreatedTask:
        """Extends a finished video. Not in the document.

        `POST /project_y/profile/drafts/{generation_id}/long_video_extension`
        (docs/wire/sora.md §5.6)

        Args:
            generation_id: The draft to extend, `gen_…`.
            user_prompt: A description of what happens next.
            extension_duration_s: The length to add, in seconds: 10 or 15.
            enable_rewrite: True if the server may rewrite the prompt.
        """
        return self._client._call(
            "sora.videos.extend",
            {
                "generation_id": generation_id,
                "user_prompt": user_prompt,
                "extension_duration_s": extension_duration_s,
                "enable_rewrite": enable_rewrite,
            },
            _m.CreatedTask.from_dict,
        )


class SoraStoryboards:
    """The operations `sora.storyboards`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        orientation: _m.Orientation,
        n_frames: int,
        model: _m.Model,
        shots: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        prompt: str | None = None,
        instructions: str | None = None,
        kind: str | None = None,
        size: _m.Size | None = None,
        inpaint_items: Sequence[_m.InpaintItem | Mapping[str, Any]] | None = None,
        style_id: _m.Style | None = None,
        title: str | None = None,
        remix_target_id: str | None = None,
        reroll_target_id: str | None = None,
        cameo_ids: Sequence[str] | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        storyboard_id: str | None = None,
        metadata: Any = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        use_image_as_first_frame: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedTask:
        """Creates a video from shots, each with its length and its scene: as `shots`, from
        which the prompt is written, or as a `prompt` in the backend's own syntax.

        `POST /nf/create/storyboard` (docs/wire/sora.md §5.3)

        Args:
            orientation: The orientation.
            n_frames: The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750
                (25 s). Some servers also accept 150 and 600.
            model: `sy_8` is standard, `sy_ore` is Pro.
            shots: The shots, in order; together at most as long as the video. These or
                `prompt`.
            prompt: The shots as the backend writes them: `current timeline:`, then for each
                shot the lines `Shot 1:`, `duration: 5.0sec` and `Scene: …`. This or `shots`.
            instructions: Instructions for the whole video; not with `prompt`, which
                includes them.
            kind: `video`.
            size: `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix
                keeps the size of its original, and needs none.
            inpaint_items: Images to start from.
            style_id: The style.
            title: The title.
            remix_target_id: The post to remix, `s_…`.
            reroll_target_id: The draft to make again. Not in the document.
            cameo_ids: The characters that appear.
            cameo_replacements: A map of the replacements: the character that takes the
                place of another.
            storyboard_id: The storyboard that the video belongs to.
            metadata: Data of the caller's own.
            audio_caption: A description of the sound.
            audio_transcript: The spoken words.
            video_caption: A description of the picture.
            use_image_as_first_frame: True if the first image is the first frame. Not in the
                document.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora.storyboards.create",
            {
                "orientation": orientation,
                "n_frames": n_frames,
                "model": model,
                "shots": shots,
                "prompt": prompt,
                "instructions": instructions,
                "kind": kind,
                "size": size,
                "inpaint_items": inpaint_items,
                "style_id": style_id,
                "title": title,
                "remix_target_id": remix_target_id,
                "reroll_target_id": reroll_target_id,
                "cameo_ids": cameo_ids,
                "cameo_replacements": cameo_replacements,
                "storyboard_id": storyboard_id,
                "metadata": metadata,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "use_image_as_first_frame": use_image_as_first_frame,
            },
            _m.CreatedTask.from_dict,
            extra,
        )


class SoraPrompts:
    """The operations `sora.prompts`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def enhance(
        self,
        *,
        prompt: str,
        expansion_level: _m.ExpansionLevel,
        duration_s: int,
    ) -> _m.EnhancedPrompt:
        """Rewrites a prompt in more detail.

        `POST /editor/enhance_prompt` (docs/wire/sora.md §5.5)

        Args:
            prompt: The prompt.
            expansion_level: The amount of detail.
            duration_s: The length in seconds of the video that the prompt is for: 10, 15 or
                20.
        """
        return self._client._call(
            "sora.prompts.enhance",
            {
                "prompt": prompt,
                "expansion_level": expansion_level,
                "duration_s": duration_s,
            },
            _m.EnhancedPrompt.from_dict,
        )


class SoraTasks:
    """The operations `sora.tasks`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def pending(self) -> builtins.list[_m.PendingTask]:
        """Lists the videos that are being made. One request serves all of an account's jobs. A
        job that has ended is no longer listed, and appears among the drafts a few seconds
        later (`docs/wire/sora.md` §6.1).

        `GET /nf/pending/v2` (docs/wire/sora.md §6.1)
        """
        return self._client._call("sora.tasks.pending", {}, _m.PendingTask.from_list)

    def pending_v1(self) -> builtins.list[_m.PendingTask]:
        """Lists the videos that are being made, by the older path, whose progress jumps from 0
        to 0.9 (`docs/wire/sora.md` §6.4).

        `GET /nf/pending` (docs/wire/sora.md §6.4)
        """
        return self._client._call("sora.tasks.pending_v1", {}, _m.PendingTask.from_list)

    def recent(
        self,
        *,
        limit: int | None = None,
    ) -> _m.TaskPage:
        """Lists the latest image tasks, newest first.

        `GET /v2/recent_tasks` (docs/wire/sora.md §6.3)

        Args:
            limit: The maximum number of tasks to return, from 1 to 100; the server's
                default is 20.
        """
        return self._client._call("sora.tasks.recent", {"limit": limit}, _m.TaskPage.from_dict)

    def list(
        self,
        *,
        limit: int | None = None,
        after: str | None = None,
    ) -> _m.TaskPage:
        """Lists all tasks, newest first. Not in the document.

        `GET /v2/list_tasks` (docs/wire/sora.md §6.6)

        Args:
            limit: The maximum number of tasks to return, from 1 to 100.
            after: The position to continue from: the `last_id` of the previous page.
        """
        return self._client._call(
            "sora.tasks.list",
            {"limit": limit, "after": after},
            _m.TaskPage.from_dict,
        )

    def list_items(
        self,
        *,
        limit: int | None = None,
        after: str | None = None,
    ) -> Iterator[_m.Task]:
        """Lists all tasks, newest first. Not in the document. Each item, page after page.

        `GET /v2/list_tasks` (docs/wire/sora.md §6.6)

        Args:
            limit: The maximum number of tasks to return, from 1 to 100.
            after: The position to continue from: the `last_id` of the previous page.
        """
        return self._client._events(
            "sora.tasks.list",
            {"limit": limit, "after": after},
            _m.Task.from_dict,
        )


class SoraDrafts:
    """The operations `sora.drafts`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.DraftPage:
        """Lists the account's finished videos, newest first.

        `GET /project_y/profile/drafts` (docs/wire/sora.md §6.2)

        Args:
            limit: The maximum number of drafts to return, from 1 to 100; the server's
                default is 15.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._call(
            "sora.drafts.list",
            {"limit": limit, "cursor": cursor},
            _m.DraftPage.from_dict,
        )

    def list_items(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Iterator[_m.Draft]:
        """Lists the account's finished videos, newest first. Each item, page after page.

        `GET /project_y/profile/drafts` (docs/wire/sora.md §6.2)

        Args:
            limit: The maximum number of drafts to return, from 1 to 100; the server's
                default is 15.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.drafts.list",
            {"limit": limit, "cursor": cursor},
            _m.Draft.from_dict,
        )

    def list_v2(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.DraftPage:
        """Lists the account's finished videos by the newer path. Not in the document.

        `GET /project_y/profile/drafts/v2` (docs/wire/sora.md §6.5)

        Args:
            limit: The maximum number of drafts to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._call(
            "sora.drafts.list_v2",
            {"limit": limit, "cursor": cursor},
            _m.DraftPage.from_dict,
        )

    def list_v2_items(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Iterator[_m.Draft]:
        """Lists the account's finished videos by the newer path. Not in the document. Each
        item, page after page.

        `GET /project_y/profile/drafts/v2` (docs/wire/sora.md §6.5)

        Args:
            limit: The maximum number of drafts to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.drafts.list_v2",
            {"limit": limit, "cursor": cursor},
            _m.Draft.from_dict,
        )

    def get(
        self,
        *,
        generation_id: str,
    ) -> _m.Draft:
        """Reads one finished video. Not in the document.

        `GET /project_y/profile/drafts/v2/{generation_id}` (docs/wire/sora.md §6.5)

        Args:
            generation_id: The generation, `gen_…`.
        """
        return self._client._call(
            "sora.drafts.get",
            {"generation_id": generation_id},
            _m.Draft.from_dict,
        )


class SoraGenerations:
    """The operations `sora.generations`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def download(
        self,
        *,
        generation_id: str,
    ) -> _m.GenerationDownload:
        """Asks for the address of a generation's file. Not in the document.

        `GET /generations/{generation_id}/download` (docs/wire/sora.md §6.6)

        Args:
            generation_id: The generation, `gen_…`.
        """
        return self._client._call(
            "sora.generations.download",
            {"generation_id": generation_id},
            _m.GenerationDownload.from_dict,
        )


class SoraPosts:
    """The operations `sora.posts`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        attachments_to_create: Sequence[_m.NewAttachment | Mapping[str, Any]],
        post_text: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Published:
        """Publishes finished videos as a post.

        `POST /project_y/post` (docs/wire/sora.md §7.1)

        Args:
            attachments_to_create: The videos.
            post_text: The text; it may be empty.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora.posts.create",
            {"attachments_to_create": attachments_to_create, "post_text": post_text},
            _m.Published.from_dict,
            extra,
        )

    def get(
        self,
        *,
        post_id: str,
    ) -> _m.Published:
        """Reads a post.

        `GET /project_y/post/{post_id}` (docs/wire/sora.md §7.4)

        Args:
            post_id: The post, `s_…`.
        """
        return self._client._call("sora.posts.get", {"post_id": post_id}, _m.Published.from_dict)

    def delete(
        self,
        *,
        post_id: str,
    ) -> _m.Deleted:
        """Deletes a post. A post that is already gone is not an error.

        `DELETE /project_y/post/{post_id}` (docs/wire/sora.md §7.2)

        Args:
            post_id: The post, `s_…`.
        """
        return self._client._call("sora.posts.delete", {"post_id": post_id}, _m.Deleted.from_dict)

    def tree(
        self,
        *,
        post_id: str,
    ) -> _m.PostTree:
        """Reads a post with its original and its remixes.

        `GET /project_y/post/{post_id}/tree` (docs/wire/sora.md §7.4)

        Args:
            post_id: The post, `s_…`.
        """
        return self._client._call("sora.posts.tree", {"post_id": post_id}, _m.PostTree.from_dict)

    def like(
        self,
        *,
        post_id: str,
    ) -> _m.Done:
        """Likes a post.

        `POST /project_y/post/{post_id}/like` (docs/wire/sora.md §7.4)

        Args:
            post_id: The post, `s_…`.
        """
        return self._client._call("sora.posts.like", {"post_id": post_id}, _m.Done.from_dict)

    def remixes(
        self,
        *,
        post_id: str,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.PostPage:
        """Lists the remixes of a post.

        `GET /project_y/post/{post_id}/remix_feed` (docs/wire/sora.md §7.5)

        Args:
            post_id: The post, `s_…`.
            limit: The maximum number of posts to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._call(
            "sora.posts.remixes",
            {"post_id": post_id, "limit": limit, "cursor": cursor},
            _m.PostPage.from_dict,
        )

    def remixes_items(
        self,
        *,
        post_id: str,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Iterator[_m.Published]:
        """Lists the remixes of a post. Each item, page after page.

        `GET /project_y/post/{post_id}/remix_feed` (docs/wire/sora.md §7.5)

        Args:
            post_id: The post, `s_…`.
            limit: The maximum number of posts to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.posts.remixes",
            {"post_id": post_id, "limit": limit, "cursor": cursor},
            _m.Published.from_dict,
        )


class SoraFeeds:
    """The operations `sora.feeds`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def public(
        self,
        *,
        limit: int | None = None,
        cut: str | None = None,
        cursor: str | None = None,
    ) -> _m.PostPage:
        """Lists the posts of all users.

        `GET /project_y/feed` (docs/wire/sora.md §7.5)

        Args:
            limit: The maximum number of posts to return, from 1 to 100.
            cut: `nf2_latest` or `nf2_top`.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._call(
            "sora.feeds.public",
            {"limit": limit, "cut": cut, "cursor": cursor},
            _m.PostPage.from_dict,
        )

    def public_items(
        self,
        *,
        limit: int | None = None,
        cut: str | None = None,
        cursor: str | None = None,
    ) -> Iterator[_m.Published]:
        """Lists the posts of all users. Each item, page after page.

        `GET /project_y/feed` (docs/wire/sora.md §7.5)

        Args:
            limit: The maximum number of posts to return, from 1 to 100.
            cut: `nf2_latest` or `nf2_top`.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.feeds.public",
            {"limit": limit, "cut": cut, "cursor": cursor},
            _m.Published.from_dict,
        )

    def profile(
        self,
        *,
        user: str | None = None,
        limit: int | None = None,
        cut: str | None = None,
        cursor: str | None = None,
    ) -> _m.PostPage:
        """Lists the posts of one user.

        `GET /project_y/profile_feed/{user}` (docs/wire/sora.md §7.5)

        Args:
            user: The user's id, or `me`.
            limit: The maximum number of posts to return, from 1 to 100.
            cut: `nf2`.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._call(
            "sora.feeds.profile",
            {"user": user, "limit": limit, "cut": cut, "cursor": cursor},
            _m.PostPage.from_dict,
        )

    def profile_items(
        self,
        *,
        user: str | None = None,
        limit: int | None = None,
        cut: str | None = None,
        cursor: str | None = None,
    ) -> Iterator[_m.Published]:
        """Lists the posts of one user. Each item, page after page.

        `GET /project_y/profile_feed/{user}` (docs/wire/sora.md §7.5)

        Args:
            user: The user's id, or `me`.
            limit: The maximum number of posts to return, from 1 to 100.
            cut: `nf2`.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.feeds.profile",
            {"user": user, "limit": limit, "cut": cut, "cursor": cursor},
            _m.Published.from_dict,
        )


class SoraProfiles:
    """The operations `sora.profiles`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def get(
        self,
        *,
        username: str,
    ) -> _m.UserProfile:
        """Reads a user's or a character's profile by its user name.

        `GET /project_y/profile/username/{username}` (docs/wire/sora.md §7.6)

        Args:
            username: The user name, without `@`.
        """
        return self._client._call(
            "sora.profiles.get",
            {"username": username},
            _m.UserProfile.from_dict,
        )

    def search(
        self,
        *,
        username: str,
        intent: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.MentionPage:
        """Searches users and characters by user name.

        `GET /project_y/profile/search_mentions` (docs/wire/sora.md §7.6)

        Args:
            username: The text to find in user names, without `@`.
            intent: The kind of profile to look for: `users`, or `cameo` for characters
                only.
            limit: The maximum number of profiles to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._call(
            "sora.profiles.search",
            {"username": username, "intent": intent, "limit": limit, "cursor": cursor},
            _m.MentionPage.from_dict,
        )

    def search_items(
        self,
        *,
        username: str,
        intent: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Iterator[_m.Mention]:
        """Searches users and characters by user name. Each item, page after page.

        `GET /project_y/profile/search_mentions` (docs/wire/sora.md §7.6)

        Args:
            username: The text to find in user names, without `@`.
            intent: The kind of profile to look for: `users`, or `cameo` for characters
                only.
            limit: The maximum number of profiles to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.profiles.search",
            {"username": username, "intent": intent, "limit": limit, "cursor": cursor},
            _m.Mention.from_dict,
        )


class SoraLinks:
    """The operations `sora.links`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def resolve(
        self,
        *,
        url: str,
        token: str,
    ) -> _m.ResolvedLink:
        """Asks the link service that the caller has configured (`links_url`) for the address of
        a published video. sorakit knows of no such service and bundles none; the account's
        credential does not go there.

        `POST /get-sora-link` (docs/wire/sora.md §7.3)

        Args:
            url: The post's page, `https://…/p/s_…`.
            token: The token of the link service.
        """
        return self._client._call(
            "sora.links.resolve",
            {"url": url, "token": token},
            _m.ResolvedLink.from_dict,
        )


class SoraCameos:
    """The operations `sora.cameos`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def progress(
        self,
        *,
        cameo_id: str,
    ) -> _m.CameoProgress:
        """Reads the progress of the processing of a character's video.

        `GET /project_y/cameos/in_progress/{cameo_id}` (docs/wire/sora.md §8.1)

        Args:
            cameo_id: The cameo, `cameo_…`.
        """
        return self._client._call(
            "sora.cameos.progress",
            {"cameo_id": cameo_id},
            _m.CameoProgress.from_dict,
        )

    def update(
        self,
        *,
        cameo_id: str,
        visibility: _m.Visibility | None = None,
        instruction_set: _m.InstructionSet | Mapping[str, Any] | None = None,
        safety_instruction_set: _m.InstructionSet | Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Changes who may use a character, or how it behaves. Fields that are not given stay
        unchanged.

        `POST /project_y/cameos/by_id/{cameo_id}/update_v2` (docs/wire/sora.md §8.3)

        Args:
            cameo_id: The cameo, `cameo_…`.
            visibility: The people who may use the character.
            instruction_set: Instructions for the character's behaviour. Not in the
                document.
            safety_instruction_set: Instructions about things the character must not do. Not
                in the document.
        """
        return self._client._call(
            "sora.cameos.update",
            {
                "cameo_id": cameo_id,
                "visibility": visibility,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
            },
            _m.Done.from_dict,
        )


class SoraReferences:
    """The operations `sora.references`."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        *,
        name: str,
        description: str | None = None,
        asset_pointer: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ReferencePicture:
        """Makes a reference from an uploaded picture.

        `POST /project_y/references/create` (docs/wire/sora.md §8.5)

        Args:
            name: The reference's name.
            description: A description of the picture.
            asset_pointer: The picture, as `UploadFile` answered it.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora.references.create",
            {"name": name, "description": description, "asset_pointer": asset_pointer},
            _m.ReferencePicture.from_dict,
            extra,
        )

    def mine(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.ReferencePage:
        """Lists the account's references.

        `GET /project_y/references/mine` (docs/wire/sora.md §8.5)

        Args:
            limit: The maximum number of references to return.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._call(
            "sora.references.mine",
            {"limit": limit, "cursor": cursor},
            _m.ReferencePage.from_dict,
        )

    def mine_items(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> Iterator[_m.ReferencePicture]:
        """Lists the account's references. Each item, page after page.

        `GET /project_y/references/mine` (docs/wire/sora.md §8.5)

        Args:
            limit: The maximum number of references to return.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.references.mine",
            {"limit": limit, "cursor": cursor},
            _m.ReferencePicture.from_dict,
        )

    def update(
        self,
        *,
        reference_id: str,
        name: str | None = None,
        description: str | None = None,
        asset_pointer: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ReferencePicture:
        """Changes a reference. Fields that are not given stay unchanged.

        `PUT /project_y/references/{reference_id}` (docs/wire/sora.md §8.5)

        Args:
            reference_id: The reference.
            name: The new name.
            description: The new description.
            asset_pointer: The new picture.
            extra: Further fields, sent as they are.
        """
        return self._client._call(
            "sora.references.update",
            {
                "reference_id": reference_id,
                "name": name,
                "description": description,
                "asset_pointer": asset_pointer,
            },
            _m.ReferencePicture.from_dict,
            extra,
        )

    def delete(
        self,
        *,
        reference_id: str,
    ) -> _m.Deleted:
        """Deletes a reference. A reference that is already gone is not an error.

        `DELETE /project_y/references/{reference_id}` (docs/wire/sora.md §8.5)

        Args:
            reference_id: The reference.
        """
        return self._client._call(
            "sora.references.delete",
            {"reference_id": reference_id},
            _m.Deleted.from_dict,
        )


class Sora:
    """The operations of the `sora` dialect."""

    def __init__(self, client: SyncCalls) -> None:
        self.session = SoraSession(client)
        """The group `sora.session`."""
        self.tokens = SoraTokens(client)
        """The group `sora.tokens`."""
        self.sentinel = SoraSentinel(client)
        """The group `sora.sentinel`."""
        self.account = SoraAccount(client)
        """The group `sora.account`."""
        self.invites = SoraInvites(client)
        """The group `sora.invites`."""
        self.quota = SoraQuota(client)
        """The group `sora.quota`."""
        self.username = SoraUsername(client)
        """The group `sora.username`."""
        self.uploads = SoraUploads(client)
        """The group `sora.uploads`."""
        self.characters = SoraCharacters(client)
        """The group `sora.characters`."""
        self.images = SoraImages(client)
        """The group `sora.images`."""
        self.videos = SoraVideos(client)
        """The group `sora.videos`."""
        self.storyboards = SoraStoryboards(client)
        """The group `sora.storyboards`."""
        self.prompts = SoraPrompts(client)
        """The group `sora.prompts`."""
        self.tasks = SoraTasks(client)
        """The group `sora.tasks`."""
        self.drafts = SoraDrafts(client)
        """The group `sora.drafts`."""
        self.generations = SoraGenerations(client)
        """The group `sora.generations`."""
        self.posts = SoraPosts(client)
        """The group `sora.posts`."""
        self.feeds = SoraFeeds(client)
        """The group `sora.feeds`."""
        self.profiles = SoraProfiles(client)
        """The group `sora.profiles`."""
        self.links = SoraLinks(client)
        """The group `sora.links`."""
        self.cameos = SoraCameos(client)
        """The group `sora.cameos`."""
        self.references = SoraReferences(client)
        """The group `sora.references`."""


class AsyncSoraSession:
    """The operations `sora.session`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def exchange(
        self,
        *,
        session_token: str,
    ) -> _m.Session:
        """Exchanges the session token of a signed-in user for an access token.

        The session token travels in the cookie `__Secure-next-auth.session-token`.

        `GET /api/auth/session` (docs/wire/sora.md §1.1)

        Args:
            session_token: The session token, as the cookie holds it.
        """
        return await self._client._call(
            "sora.session.exchange",
            {"session_token": session_token},
            _m.Session.from_dict,
        )


class AsyncSoraTokens:
    """The operations `sora.tokens`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def refresh(
        self,
        *,
        refresh_token: str,
        client_id: str | None = None,
        redirect_uri: str | None = None,
    ) -> _m.RefreshedToken:
        """Exchanges a refresh token for a new access token.

        The refresh token is used up by the call: the answer's one replaces it, and has to be
        stored before the access token is used (`docs/wire/sora.md` §1.2). A refresh token
        works only with the client id that it was issued to (`docs/wire/sora.md` §1.3); the
        documented ones are `OAUTH_CLIENTS`, in Rust `OauthClient.ALL`.

        `POST /oauth/token` (docs/wire/sora.md §1.2)

        Args:
            refresh_token: The refresh token.
            client_id: The client id that the token was issued to. Default: the iOS
                application's, `app_LlGpXReQgckcGGUo2JrYvtJK`.
            redirect_uri: The redirect URI that belongs to the client id. Default: that of a
                known client.
        """
        return await self._client._call(
            "sora.tokens.refresh",
            {
                "refresh_token": refresh_token,
                "client_id": client_id,
                "redirect_uri": redirect_uri,
            },
            _m.RefreshedToken.from_dict,
        )


class AsyncSoraSentinel:
    """The operations `sora.sentinel`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def request(
        self,
        *,
        p: str,
        id: str,
        flow: str,
    ) -> _m.SentinelChallenge:
        """Asks for a Sentinel challenge, to be solved for one creation or publication.

        `POST /backend-api/sentinel/req` (docs/wire/sora.md §2.1)

        Args:
            p: The first proof of work: `gAAAAAC` and the answer for a random seed with
                difficulty `0fffff`.
            id: The request's id, a UUID. Public clients send the device id.
            flow: The purpose of the challenge, such as `sora_init`. Servers accept other
                words too (`docs/wire/sora.md` §2.4).
        """
        return await self._client._call(
            "sora.sentinel.request",
            {"p": p, "id": id, "flow": flow},
            _m.SentinelChallenge.from_dict,
        )


class AsyncSoraAccount:
    """The operations `sora.account`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def me(self) -> _m.Me:
        """Reads the signed-in user.

        `GET /me` (docs/wire/sora.md §3.1)
        """
        return await self._client._call("sora.account.me", {}, _m.Me.from_dict)

    async def profile(self) -> _m.MyProfile:
        """Reads the account's own profile, another source of its user name and invite code.

        `GET /project_y/v2/me` (docs/wire/sora.md §3.8)
        """
        return await self._client._call("sora.account.profile", {}, _m.MyProfile.from_dict)

    async def subscriptions(self) -> _m.Subscriptions:
        """Lists the account's subscriptions; none for a free account.

        `GET /billing/subscriptions` (docs/wire/sora.md §3.2)
        """
        return await self._client._call(
            "sora.account.subscriptions",
            {},
            _m.Subscriptions.from_dict,
        )

    async def bootstrap(self) -> _m.Done:
        """Opens Sora 2 to an account that uses it for the first time.

        `GET /m/bootstrap` (docs/wire/sora.md §3.5)
        """
        return await self._client._call("sora.account.bootstrap", {}, _m.Done.from_dict)

    async def initialize(self) -> _m.Done:
        """Makes the call that the web application makes when it opens.

        `POST /project_y/initialize_async` (docs/wire/sora.md §3.8)
        """
        return await self._client._call("sora.account.initialize", {}, _m.Done.from_dict)


class AsyncSoraInvites:
    """The operations `sora.invites`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def mine(self) -> _m.Invite:
        """Reads the account's own invite code. The answer is 401 for an account without Sora 2,
        and 403 for one in a country that is not served.

        `GET /project_y/invite/mine` (docs/wire/sora.md §3.3)
        """
        return await self._client._call("sora.invites.mine", {}, _m.Invite.from_dict)

    async def accept(
        self,
        *,
        invite_code: str,
    ) -> _m.AcceptedInvite:
        """Opens Sora 2 to the account with somebody's invite code. Accepting twice has the same
        effect as once, and the answer says so.

        `POST /project_y/invite/accept` (docs/wire/sora.md §3.6)

        Args:
            invite_code: The code, such as `SORA-XXXX-XXXX`.
        """
        return await self._client._call(
            "sora.invites.accept",
            {"invite_code": invite_code},
            _m.AcceptedInvite.from_dict,
        )


class AsyncSoraQuota:
    """The operations `sora.quota`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def check(self) -> _m.Quota:
        """Asks how many videos the account may still make, and when that resets.

        `GET /nf/check` (docs/wire/sora.md §3.4)
        """
        return await self._client._call("sora.quota.check", {}, _m.Quota.from_dict)


class AsyncSoraUsername:
    """The operations `sora.username`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def check(
        self,
        *,
        username: str,
    ) -> _m.UsernameAvailability:
        """Asks whether a user name is free.

        `POST /project_y/profile/username/check` (docs/wire/sora.md §3.7.1)

        Args:
            username: The name, without `@`.
        """
        return await self._client._call(
            "sora.username.check",
            {"username": username},
            _m.UsernameAvailability.from_dict,
        )

    async def set(
        self,
        *,
        username: str,
    ) -> _m.Username:
        """Sets the account's user name, which publishing needs.

        `POST /project_y/profile/username/set` (docs/wire/sora.md §3.7.2)

        Args:
            username: The name, without `@`.
        """
        return await self._client._call(
            "sora.username.set",
            {"username": username},
            _m.Username.from_dict,
        )


class AsyncSoraUploads:
    """The operations `sora.uploads`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def image(
        self,
        *,
        file: FileLike,
    ) -> _m.Uploaded:
        """Uploads an image for a creation to start from: PNG, JPEG or WebP, by content.

        `POST /uploads` (docs/wire/sora.md §4.1)

        Args:
            file: The image.
        """
        return await self._client._call(
            "sora.uploads.image",
            {"file": _file(file)},
            _m.Uploaded.from_dict,
        )

    async def character(
        self,
        *,
        file: FileLike,
        timestamps: Sequence[float] | str | None = None,
    ) -> _m.Uploaded:
        """Uploads a video to make a character from: MP4, by content.

        `POST /characters/upload` (docs/wire/sora.md §4.2)

        Args:
            file: The video.
            timestamps: The part of the video in which the character is seen, from start to
                end in seconds, as `[0, 3]` or `"0,3"`.
        """
        return await self._client._call(
            "sora.uploads.character",
            {"file": _file(file), "timestamps": timestamps},
            _m.Uploaded.from_dict,
        )

    async def file(
        self,
        *,
        file: FileLike,
        use_case: _m.UseCase | None = None,
    ) -> _m.UploadedFile:
        """Uploads a character's picture, or an image to start from by the newer way: PNG, JPEG
        or WebP, by content.

        `POST /project_y/file/upload` (docs/wire/sora.md §4.3)

        Args:
            file: The image; WebP is recommended for a character's picture.
            use_case: The purpose of the file.
        """
        return await self._client._call(
            "sora.uploads.file",
            {"file": _file(file), "use_case": use_case},
            _m.UploadedFile.from_dict,
        )


class AsyncSoraCharacters:
    """The operations `sora.characters`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def from_generation(
        self,
        *,
        generation_id: str,
        character_id: str | None = None,
        timestamps: Sequence[float] | str | None = None,
    ) -> _m.Uploaded:
        """Makes a character from a video of the account's own.

        `POST /characters/from-generation` (docs/wire/sora.md §4.4)

        Args:
            generation_id: The generation whose video is used, `gen_…`.
            character_id: The character to make again; a new one is made when absent.
            timestamps: The part of the video in which the character is seen, from start to
                end in seconds, as `[0, 3]` or `"0,3"`.
        """
        return await self._client._call(
            "sora.characters.from_generation",
            {
                "generation_id": generation_id,
                "character_id": character_id,
                "timestamps": timestamps,
            },
            _m.Uploaded.from_dict,
        )

    async def finalize(
        self,
        *,
        cameo_id: str,
        username: str,
        display_name: str,
        profile_asset_pointer: str,
        instruction_set: _m.InstructionSet | Mapping[str, Any] | None = None,
        safety_instruction_set: _m.InstructionSet | Mapping[str, Any] | None = None,
    ) -> _m.Finalized:
        """Turns a processed cameo into a character.

        `POST /characters/finalize` (docs/wire/sora.md §8.2)

        Args:
            cameo_id: The cameo, `cameo_…`.
            username: The character's user name, without `@`.
            display_name: The display name.
            profile_asset_pointer: The picture, as `UploadFile` answered it.
            instruction_set: Instructions for the character's behaviour. The document sends
                `null`.
            safety_instruction_set: Instructions about things the character must not do. The
                document sends `null`.
        """
        return await self._client._call(
            "sora.characters.finalize",
            {
                "cameo_id": cameo_id,
                "username": username,
                "display_name": display_name,
                "profile_asset_pointer": profile_asset_pointer,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
            },
            _m.Finalized.from_dict,
        )

    async def delete(
        self,
        *,
        character_id: str,
    ) -> _m.Deleted:
        """Deletes a character. A character that is already gone is not an error.

        `DELETE /project_y/characters/{character_id}` (docs/wire/sora.md §8.4)

        Args:
            character_id: The character.
        """
        return await self._client._call(
            "sora.characters.delete",
            {"character_id": character_id},
            _m.Deleted.from_dict,
        )


class AsyncSoraImages:
    """The operations `sora.images`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        operation: _m.ImageOperation,
        prompt: str,
        width: int,
        height: int,
        type: str | None = None,
        n_variants: int | None = None,
        n_frames: int | None = None,
        inpaint_items: Sequence[_m.ImageItem | Mapping[str, Any]] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedTask:
        """Creates an image, from a prompt or from other images.

        `POST /video_gen` (docs/wire/sora.md §5.1)

        Args:
            operation: The source of the image: the prompt, or other images.
            prompt: A description of the image.
            width: Width in pixels: 360, or 540 in landscape.
            height: Height in pixels: 360, or 540 in portrait.
            type: `image_gen`.
            n_variants: The number of variants; the document has 1, and servers also accept
                2 and 4.
            n_frames: 1: an image is a single frame.
            inpaint_items: The images to start from, for a remix.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora.images.create",
            {
                "operation": operation,
                "prompt": prompt,
                "width": width,
                "height": height,
                "type": type,
                "n_variants": n_variants,
                "n_frames": n_frames,
                "inpaint_items": inpaint_items,
            },
            _m.CreatedTask.from_dict,
            extra,
        )


class AsyncSoraVideos:
    """The operations `sora.videos`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        prompt: str,
        orientation: _m.Orientation,
        n_frames: int,
        model: _m.Model,
        kind: str | None = None,
        size: _m.Size | None = None,
        inpaint_items: Sequence[_m.InpaintItem | Mapping[str, Any]] | None = None,
        style_id: _m.Style | None = None,
        title: str | None = None,
        remix_target_id: str | None = None,
        reroll_target_id: str | None = None,
        cameo_ids: Sequence[str] | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        storyboard_id: str | None = None,
        metadata: Any = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        use_image_as_first_frame: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedTask:
        """Creates a video from a prompt, an image, or both, or a remix of a published one.

        `POST /nf/create` (docs/wire/sora.md §5.2, §5.4)

        Args:
            prompt: A description of the video.
            orientation: The orientation.
            n_frames: The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750
                (25 s). Some servers also accept 150 and 600.
            model: `sy_8` is standard, `sy_ore` is Pro.
            kind: `video`.
            size: `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix
                keeps the size of its original, and needs none.
            inpaint_items: Images to start from.
            style_id: The style.
            title: The title.
            remix_target_id: The post to remix, `s_…`.
            reroll_target_id: The draft to make again. Not in the document.
            cameo_ids: The characters that appear.
            cameo_replacements: A map of the replacements: the character that takes the
                place of another.
            storyboard_id: The storyboard that the video belongs to.
            metadata: Data of the caller's own.
            audio_caption: A description of the sound.
            audio_transcript: The spoken words.
            video_caption: A description of the picture.
            use_image_as_first_frame: True if the first image is the first frame. Not in the
                document.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora.videos.create",
            {
                "prompt": prompt,
                "orientation": orientation,
                "n_frames": n_frames,
                "model": model,
                "kind": kind,
                "size": size,
                "inpaint_items": inpaint_items,
                "style_id": style_id,
                "title": title,
                "remix_target_id": remix_target_id,
                "reroll_target_id": reroll_target_id,
                "cameo_ids": cameo_ids,
                "cameo_replacements": cameo_replacements,
                "storyboard_id": storyboard_id,
                "metadata": metadata,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "use_image_as_first_frame": use_image_as_first_frame,
            },
            _m.CreatedTask.from_dict,
            extra,
        )

    async def bulk_create(
        self,
        *,
        prompt: str,
        nsamples: int,
        orientation: _m.Orientation,
        n_frames: int,
        model: _m.Model,
        kind: str | None = None,
        size: _m.Size | None = None,
        inpaint_items: Sequence[_m.InpaintItem | Mapping[str, Any]] | None = None,
        style_id: _m.Style | None = None,
        title: str | None = None,
        remix_target_id: str | None = None,
        reroll_target_id: str | None = None,
        cameo_ids: Sequence[str] | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        storyboard_id: str | None = None,
        metadata: Any = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        use_image_as_first_frame: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedTasks:
        """Creates several videos from one prompt. Not in the document.

        `POST /nf/bulk_create` (docs/wire/sora.md §5.6)

        Args:
            prompt: A description of the videos.
            nsamples: The number of videos, from 2 to 4.
            orientation: The orientation.
            n_frames: The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750
                (25 s). Some servers also accept 150 and 600.
            model: `sy_8` is standard, `sy_ore` is Pro.
            kind: `video`.
            size: `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix
                keeps the size of its original, and needs none.
            inpaint_items: Images to start from.
            style_id: The style.
            title: The title.
            remix_target_id: The post to remix, `s_…`.
            reroll_target_id: The draft to make again. Not in the document.
            cameo_ids: The characters that appear.
            cameo_replacements: A map of the replacements: the character that takes the
                place of another.
            storyboard_id: The storyboard that the video belongs to.
            metadata: Data of the caller's own.
            audio_caption: A description of the sound.
            audio_transcript: The spoken words.
            video_caption: A description of the picture.
            use_image_as_first_frame: True if the first image is the first frame. Not in the
                document.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora.videos.bulk_create",
            {
                "prompt": prompt,
                "nsamples": nsamples,
                "orientation": orientation,
                "n_frames": n_frames,
                "model": model,
                "kind": kind,
                "size": size,
                "inpaint_items": inpaint_items,
                "style_id": style_id,
                "title": title,
                "remix_target_id": remix_target_id,
                "reroll_target_id": reroll_target_id,
                "cameo_ids": cameo_ids,
                "cameo_replacements": cameo_replacements,
                "storyboard_id": storyboard_id,
                "metadata": metadata,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "use_image_as_first_frame": use_image_as_first_frame,
            },
            _m.CreatedTasks.from_dict,
            extra,
        )

    async def extend(
        self,
        *,
        generation_id: str,
        user_prompt: str,
        extension_duration_s: int,
        enable_rewrite: bool | None = None,
    ) -> _m.CreatedTask:
        """Extends a finished video. Not in the document.

        `POST /project_y/profile/drafts/{generation_id}/long_video_extension`
        (docs/wire/sora.md §5.6)

        Args:
            generation_id: The draft to extend, `gen_…`.
            user_prompt: A description of what happens next.
            extension_duration_s: The length to add, in seconds: 10 or 15.
            enable_rewrite: True if the server may rewrite the prompt.
        """
        return await self._client._call(
            "sora.videos.extend",
            {
                "generation_id": generation_id,
                "user_prompt": user_prompt,
                "extension_duration_s": extension_duration_s,
                "enable_rewrite": enable_rewrite,
            },
            _m.CreatedTask.from_dict,
        )


class AsyncSoraStoryboards:
    """The operations `sora.storyboards`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        orientation: _m.Orientation,
        n_frames: int,
        model: _m.Model,
        shots: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        prompt: str | None = None,
        instructions: str | None = None,
        kind: str | None = None,
        size: _m.Size | None = None,
        inpaint_items: Sequence[_m.InpaintItem | Mapping[str, Any]] | None = None,
        style_id: _m.Style | None = None,
        title: str | None = None,
        remix_target_id: str | None = None,
        reroll_target_id: str | None = None,
        cameo_ids: Sequence[str] | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        storyboard_id: str | None = None,
        metadata: Any = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        use_image_as_first_frame: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.CreatedTask:
        """Creates a video from shots, each with its length and its scene: as `shots`, from
        which the prompt is written, or as a `prompt` in the backend's own syntax.

        `POST /nf/create/storyboard` (docs/wire/sora.md §5.3)

        Args:
            orientation: The orientation.
            n_frames: The length in frames, at 30 a second: 300 (10 s), 450 (15 s) or 750
                (25 s). Some servers also accept 150 and 600.
            model: `sy_8` is standard, `sy_ore` is Pro.
            shots: The shots, in order; together at most as long as the video. These or
                `prompt`.
            prompt: The shots as the backend writes them: `current timeline:`, then for each
                shot the lines `Shot 1:`, `duration: 5.0sec` and `Scene: …`. This or `shots`.
            instructions: Instructions for the whole video; not with `prompt`, which
                includes them.
            kind: `video`.
            size: `small` is standard resolution; `large` is HD, for `sy_ore` only. A remix
                keeps the size of its original, and needs none.
            inpaint_items: Images to start from.
            style_id: The style.
            title: The title.
            remix_target_id: The post to remix, `s_…`.
            reroll_target_id: The draft to make again. Not in the document.
            cameo_ids: The characters that appear.
            cameo_replacements: A map of the replacements: the character that takes the
                place of another.
            storyboard_id: The storyboard that the video belongs to.
            metadata: Data of the caller's own.
            audio_caption: A description of the sound.
            audio_transcript: The spoken words.
            video_caption: A description of the picture.
            use_image_as_first_frame: True if the first image is the first frame. Not in the
                document.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora.storyboards.create",
            {
                "orientation": orientation,
                "n_frames": n_frames,
                "model": model,
                "shots": shots,
                "prompt": prompt,
                "instructions": instructions,
                "kind": kind,
                "size": size,
                "inpaint_items": inpaint_items,
                "style_id": style_id,
                "title": title,
                "remix_target_id": remix_target_id,
                "reroll_target_id": reroll_target_id,
                "cameo_ids": cameo_ids,
                "cameo_replacements": cameo_replacements,
                "storyboard_id": storyboard_id,
                "metadata": metadata,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "use_image_as_first_frame": use_image_as_first_frame,
            },
            _m.CreatedTask.from_dict,
            extra,
        )


class AsyncSoraPrompts:
    """The operations `sora.prompts`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def enhance(
        self,
        *,
        prompt: str,
        expansion_level: _m.ExpansionLevel,
        duration_s: int,
    ) -> _m.EnhancedPrompt:
        """Rewrites a prompt in more detail.

        `POST /editor/enhance_prompt` (docs/wire/sora.md §5.5)

        Args:
            prompt: The prompt.
            expansion_level: The amount of detail.
            duration_s: The length in seconds of the video that the prompt is for: 10, 15 or
                20.
        """
        return await self._client._call(
            "sora.prompts.enhance",
            {
                "prompt": prompt,
                "expansion_level": expansion_level,
                "duration_s": duration_s,
            },
            _m.EnhancedPrompt.from_dict,
        )


class AsyncSoraTasks:
    """The operations `sora.tasks`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def pending(self) -> builtins.list[_m.PendingTask]:
        """Lists the videos that are being made. One request serves all of an account's jobs. A
        job that has ended is no longer listed, and appears among the drafts a few seconds
        later (`docs/wire/sora.md` §6.1).

        `GET /nf/pending/v2` (docs/wire/sora.md §6.1)
        """
        return await self._client._call("sora.tasks.pending", {}, _m.PendingTask.from_list)

    async def pending_v1(self) -> builtins.list[_m.PendingTask]:
        """Lists the videos that are being made, by the older path, whose progress jumps from 0
        to 0.9 (`docs/wire/sora.md` §6.4).

        `GET /nf/pending` (docs/wire/sora.md §6.4)
        """
        return await self._client._call("sora.tasks.pending_v1", {}, _m.PendingTask.from_list)

    async def recent(
        self,
        *,
        limit: int | None = None,
    ) -> _m.TaskPage:
        """Lists the latest image tasks, newest first.

        `GET /v2/recent_tasks` (docs/wire/sora.md §6.3)

        Args:
            limit: The maximum number of tasks to return, from 1 to 100; the server's
                default is 20.
        """
        return await self._client._call(
            "sora.tasks.recent",
            {"limit": limit},
            _m.TaskPage.from_dict,
        )

    async def list(
        self,
        *,
        limit: int | None = None,
        after: str | None = None,
    ) -> _m.TaskPage:
        """Lists all tasks, newest first. Not in the document.

        `GET /v2/list_tasks` (docs/wire/sora.md §6.6)

        Args:
            limit: The maximum number of tasks to return, from 1 to 100.
            after: The position to continue from: the `last_id` of the previous page.
        """
        return await self._client._call(
            "sora.tasks.list",
            {"limit": limit, "after": after},
            _m.TaskPage.from_dict,
        )

    def list_items(
        self,
        *,
        limit: int | None = None,
        after: str | None = None,
    ) -> AsyncIterator[_m.Task]:
        """Lists all tasks, newest first. Not in the document. Each item, page after page.

        `GET /v2/list_tasks` (docs/wire/sora.md §6.6)

        Args:
            limit: The maximum number of tasks to return, from 1 to 100.
            after: The position to continue from: the `last_id` of the previous page.
        """
        return self._client._events(
            "sora.tasks.list",
            {"limit": limit, "after": after},
            _m.Task.from_dict,
        )


class AsyncSoraDrafts:
    """The operations `sora.drafts`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.DraftPage:
        """Lists the account's finished videos, newest first.

        `GET /project_y/profile/drafts` (docs/wire/sora.md §6.2)

        Args:
            limit: The maximum number of drafts to return, from 1 to 100; the server's
                default is 15.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return await self._client._call(
            "sora.drafts.list",
            {"limit": limit, "cursor": cursor},
            _m.DraftPage.from_dict,
        )

    def list_items(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> AsyncIterator[_m.Draft]:
        """Lists the account's finished videos, newest first. Each item, page after page.

        `GET /project_y/profile/drafts` (docs/wire/sora.md §6.2)

        Args:
            limit: The maximum number of drafts to return, from 1 to 100; the server's
                default is 15.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.drafts.list",
            {"limit": limit, "cursor": cursor},
            _m.Draft.from_dict,
        )

    async def list_v2(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.DraftPage:
        """Lists the account's finished videos by the newer path. Not in the document.

        `GET /project_y/profile/drafts/v2` (docs/wire/sora.md §6.5)

        Args:
            limit: The maximum number of drafts to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return await self._client._call(
            "sora.drafts.list_v2",
            {"limit": limit, "cursor": cursor},
            _m.DraftPage.from_dict,
        )

    def list_v2_items(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> AsyncIterator[_m.Draft]:
        """Lists the account's finished videos by the newer path. Not in the document. Each
        item, page after page.

        `GET /project_y/profile/drafts/v2` (docs/wire/sora.md §6.5)

        Args:
            limit: The maximum number of drafts to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.drafts.list_v2",
            {"limit": limit, "cursor": cursor},
            _m.Draft.from_dict,
        )

    async def get(
        self,
        *,
        generation_id: str,
    ) -> _m.Draft:
        """Reads one finished video. Not in the document.

        `GET /project_y/profile/drafts/v2/{generation_id}` (docs/wire/sora.md §6.5)

        Args:
            generation_id: The generation, `gen_…`.
        """
        return await self._client._call(
            "sora.drafts.get",
            {"generation_id": generation_id},
            _m.Draft.from_dict,
        )


class AsyncSoraGenerations:
    """The operations `sora.generations`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def download(
        self,
        *,
        generation_id: str,
    ) -> _m.GenerationDownload:
        """Asks for the address of a generation's file. Not in the document.

        `GET /generations/{generation_id}/download` (docs/wire/sora.md §6.6)

        Args:
            generation_id: The generation, `gen_…`.
        """
        return await self._client._call(
            "sora.generations.download",
            {"generation_id": generation_id},
            _m.GenerationDownload.from_dict,
        )


class AsyncSoraPosts:
    """The operations `sora.posts`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        attachments_to_create: Sequence[_m.NewAttachment | Mapping[str, Any]],
        post_text: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.Published:
        """Publishes finished videos as a post.

        `POST /project_y/post` (docs/wire/sora.md §7.1)

        Args:
            attachments_to_create: The videos.
            post_text: The text; it may be empty.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora.posts.create",
            {"attachments_to_create": attachments_to_create, "post_text": post_text},
            _m.Published.from_dict,
            extra,
        )

    async def get(
        self,
        *,
        post_id: str,
    ) -> _m.Published:
        """Reads a post.

        `GET /project_y/post/{post_id}` (docs/wire/sora.md §7.4)

        Args:
            post_id: The post, `s_…`.
        """
        return await self._client._call(
            "sora.posts.get",
            {"post_id": post_id},
            _m.Published.from_dict,
        )

    async def delete(
        self,
        *,
        post_id: str,
    ) -> _m.Deleted:
        """Deletes a post. A post that is already gone is not an error.

        `DELETE /project_y/post/{post_id}` (docs/wire/sora.md §7.2)

        Args:
            post_id: The post, `s_…`.
        """
        return await self._client._call(
            "sora.posts.delete",
            {"post_id": post_id},
            _m.Deleted.from_dict,
        )

    async def tree(
        self,
        *,
        post_id: str,
    ) -> _m.PostTree:
        """Reads a post with its original and its remixes.

        `GET /project_y/post/{post_id}/tree` (docs/wire/sora.md §7.4)

        Args:
            post_id: The post, `s_…`.
        """
        return await self._client._call(
            "sora.posts.tree",
            {"post_id": post_id},
            _m.PostTree.from_dict,
        )

    async def like(
        self,
        *,
        post_id: str,
    ) -> _m.Done:
        """Likes a post.

        `POST /project_y/post/{post_id}/like` (docs/wire/sora.md §7.4)

        Args:
            post_id: The post, `s_…`.
        """
        return await self._client._call("sora.posts.like", {"post_id": post_id}, _m.Done.from_dict)

    async def remixes(
        self,
        *,
        post_id: str,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.PostPage:
        """Lists the remixes of a post.

        `GET /project_y/post/{post_id}/remix_feed` (docs/wire/sora.md §7.5)

        Args:
            post_id: The post, `s_…`.
            limit: The maximum number of posts to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return await self._client._call(
            "sora.posts.remixes",
            {"post_id": post_id, "limit": limit, "cursor": cursor},
            _m.PostPage.from_dict,
        )

    def remixes_items(
        self,
        *,
        post_id: str,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> AsyncIterator[_m.Published]:
        """Lists the remixes of a post. Each item, page after page.

        `GET /project_y/post/{post_id}/remix_feed` (docs/wire/sora.md §7.5)

        Args:
            post_id: The post, `s_…`.
            limit: The maximum number of posts to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.posts.remixes",
            {"post_id": post_id, "limit": limit, "cursor": cursor},
            _m.Published.from_dict,
        )


class AsyncSoraFeeds:
    """The operations `sora.feeds`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def public(
        self,
        *,
        limit: int | None = None,
        cut: str | None = None,
        cursor: str | None = None,
    ) -> _m.PostPage:
        """Lists the posts of all users.

        `GET /project_y/feed` (docs/wire/sora.md §7.5)

        Args:
            limit: The maximum number of posts to return, from 1 to 100.
            cut: `nf2_latest` or `nf2_top`.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return await self._client._call(
            "sora.feeds.public",
            {"limit": limit, "cut": cut, "cursor": cursor},
            _m.PostPage.from_dict,
        )

    def public_items(
        self,
        *,
        limit: int | None = None,
        cut: str | None = None,
        cursor: str | None = None,
    ) -> AsyncIterator[_m.Published]:
        """Lists the posts of all users. Each item, page after page.

        `GET /project_y/feed` (docs/wire/sora.md §7.5)

        Args:
            limit: The maximum number of posts to return, from 1 to 100.
            cut: `nf2_latest` or `nf2_top`.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.feeds.public",
            {"limit": limit, "cut": cut, "cursor": cursor},
            _m.Published.from_dict,
        )

    async def profile(
        self,
        *,
        user: str | None = None,
        limit: int | None = None,
        cut: str | None = None,
        cursor: str | None = None,
    ) -> _m.PostPage:
        """Lists the posts of one user.

        `GET /project_y/profile_feed/{user}` (docs/wire/sora.md §7.5)

        Args:
            user: The user's id, or `me`.
            limit: The maximum number of posts to return, from 1 to 100.
            cut: `nf2`.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return await self._client._call(
            "sora.feeds.profile",
            {"user": user, "limit": limit, "cut": cut, "cursor": cursor},
            _m.PostPage.from_dict,
        )

    def profile_items(
        self,
        *,
        user: str | None = None,
        limit: int | None = None,
        cut: str | None = None,
        cursor: str | None = None,
    ) -> AsyncIterator[_m.Published]:
        """Lists the posts of one user. Each item, page after page.

        `GET /project_y/profile_feed/{user}` (docs/wire/sora.md §7.5)

        Args:
            user: The user's id, or `me`.
            limit: The maximum number of posts to return, from 1 to 100.
            cut: `nf2`.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.feeds.profile",
            {"user": user, "limit": limit, "cut": cut, "cursor": cursor},
            _m.Published.from_dict,
        )


class AsyncSoraProfiles:
    """The operations `sora.profiles`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def get(
        self,
        *,
        username: str,
    ) -> _m.UserProfile:
        """Reads a user's or a character's profile by its user name.

        `GET /project_y/profile/username/{username}` (docs/wire/sora.md §7.6)

        Args:
            username: The user name, without `@`.
        """
        return await self._client._call(
            "sora.profiles.get",
            {"username": username},
            _m.UserProfile.from_dict,
        )

    async def search(
        self,
        *,
        username: str,
        intent: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.MentionPage:
        """Searches users and characters by user name.

        `GET /project_y/profile/search_mentions` (docs/wire/sora.md §7.6)

        Args:
            username: The text to find in user names, without `@`.
            intent: The kind of profile to look for: `users`, or `cameo` for characters
                only.
            limit: The maximum number of profiles to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return await self._client._call(
            "sora.profiles.search",
            {"username": username, "intent": intent, "limit": limit, "cursor": cursor},
            _m.MentionPage.from_dict,
        )

    def search_items(
        self,
        *,
        username: str,
        intent: str | None = None,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> AsyncIterator[_m.Mention]:
        """Searches users and characters by user name. Each item, page after page.

        `GET /project_y/profile/search_mentions` (docs/wire/sora.md §7.6)

        Args:
            username: The text to find in user names, without `@`.
            intent: The kind of profile to look for: `users`, or `cameo` for characters
                only.
            limit: The maximum number of profiles to return, from 1 to 100.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.profiles.search",
            {"username": username, "intent": intent, "limit": limit, "cursor": cursor},
            _m.Mention.from_dict,
        )


class AsyncSoraLinks:
    """The operations `sora.links`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def resolve(
        self,
        *,
        url: str,
        token: str,
    ) -> _m.ResolvedLink:
        """Asks the link service that the caller has configured (`links_url`) for the address of
        a published video. sorakit knows of no such service and bundles none; the account's
        credential does not go there.

        `POST /get-sora-link` (docs/wire/sora.md §7.3)

        Args:
            url: The post's page, `https://…/p/s_…`.
            token: The token of the link service.
        """
        return await self._client._call(
            "sora.links.resolve",
            {"url": url, "token": token},
            _m.ResolvedLink.from_dict,
        )


class AsyncSoraCameos:
    """The operations `sora.cameos`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def progress(
        self,
        *,
        cameo_id: str,
    ) -> _m.CameoProgress:
        """Reads the progress of the processing of a character's video.

        `GET /project_y/cameos/in_progress/{cameo_id}` (docs/wire/sora.md §8.1)

        Args:
            cameo_id: The cameo, `cameo_…`.
        """
        return await self._client._call(
            "sora.cameos.progress",
            {"cameo_id": cameo_id},
            _m.CameoProgress.from_dict,
        )

    async def update(
        self,
        *,
        cameo_id: str,
        visibility: _m.Visibility | None = None,
        instruction_set: _m.InstructionSet | Mapping[str, Any] | None = None,
        safety_instruction_set: _m.InstructionSet | Mapping[str, Any] | None = None,
    ) -> _m.Done:
        """Changes who may use a character, or how it behaves. Fields that are not given stay
        unchanged.

        `POST /project_y/cameos/by_id/{cameo_id}/update_v2` (docs/wire/sora.md §8.3)

        Args:
            cameo_id: The cameo, `cameo_…`.
            visibility: The people who may use the character.
            instruction_set: Instructions for the character's behaviour. Not in the
                document.
            safety_instruction_set: Instructions about things the character must not do. Not
                in the document.
        """
        return await self._client._call(
            "sora.cameos.update",
            {
                "cameo_id": cameo_id,
                "visibility": visibility,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
            },
            _m.Done.from_dict,
        )


class AsyncSoraReferences:
    """The operations `sora.references`."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        *,
        name: str,
        description: str | None = None,
        asset_pointer: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ReferencePicture:
        """Makes a reference from an uploaded picture.

        `POST /project_y/references/create` (docs/wire/sora.md §8.5)

        Args:
            name: The reference's name.
            description: A description of the picture.
            asset_pointer: The picture, as `UploadFile` answered it.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora.references.create",
            {"name": name, "description": description, "asset_pointer": asset_pointer},
            _m.ReferencePicture.from_dict,
            extra,
        )

    async def mine(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.ReferencePage:
        """Lists the account's references.

        `GET /project_y/references/mine` (docs/wire/sora.md §8.5)

        Args:
            limit: The maximum number of references to return.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return await self._client._call(
            "sora.references.mine",
            {"limit": limit, "cursor": cursor},
            _m.ReferencePage.from_dict,
        )

    def mine_items(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> AsyncIterator[_m.ReferencePicture]:
        """Lists the account's references. Each item, page after page.

        `GET /project_y/references/mine` (docs/wire/sora.md §8.5)

        Args:
            limit: The maximum number of references to return.
            cursor: The position to continue from: the `cursor` of the previous page.
        """
        return self._client._events(
            "sora.references.mine",
            {"limit": limit, "cursor": cursor},
            _m.ReferencePicture.from_dict,
        )

    async def update(
        self,
        *,
        reference_id: str,
        name: str | None = None,
        description: str | None = None,
        asset_pointer: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> _m.ReferencePicture:
        """Changes a reference. Fields that are not given stay unchanged.

        `PUT /project_y/references/{reference_id}` (docs/wire/sora.md §8.5)

        Args:
            reference_id: The reference.
            name: The new name.
            description: The new description.
            asset_pointer: The new picture.
            extra: Further fields, sent as they are.
        """
        return await self._client._call(
            "sora.references.update",
            {
                "reference_id": reference_id,
                "name": name,
                "description": description,
                "asset_pointer": asset_pointer,
            },
            _m.ReferencePicture.from_dict,
            extra,
        )

    async def delete(
        self,
        *,
        reference_id: str,
    ) -> _m.Deleted:
        """Deletes a reference. A reference that is already gone is not an error.

        `DELETE /project_y/references/{reference_id}` (docs/wire/sora.md §8.5)

        Args:
            reference_id: The reference.
        """
        return await self._client._call(
            "sora.references.delete",
            {"reference_id": reference_id},
            _m.Deleted.from_dict,
        )


class AsyncSora:
    """The operations of the `sora` dialect."""

    def __init__(self, client: AsyncCalls) -> None:
        self.session = AsyncSoraSession(client)
        """The group `sora.session`."""
        self.tokens = AsyncSoraTokens(client)
        """The group `sora.tokens`."""
        self.sentinel = AsyncSoraSentinel(client)
        """The group `sora.sentinel`."""
        self.account = AsyncSoraAccount(client)
        """The group `sora.account`."""
        self.invites = AsyncSoraInvites(client)
        """The group `sora.invites`."""
        self.quota = AsyncSoraQuota(client)
        """The group `sora.quota`."""
        self.username = AsyncSoraUsername(client)
        """The group `sora.username`."""
        self.uploads = AsyncSoraUploads(client)
        """The group `sora.uploads`."""
        self.characters = AsyncSoraCharacters(client)
        """The group `sora.characters`."""
        self.images = AsyncSoraImages(client)
        """The group `sora.images`."""
        self.videos = AsyncSoraVideos(client)
        """The group `sora.videos`."""
        self.storyboards = AsyncSoraStoryboards(client)
        """The group `sora.storyboards`."""
        self.prompts = AsyncSoraPrompts(client)
        """The group `sora.prompts`."""
        self.tasks = AsyncSoraTasks(client)
        """The group `sora.tasks`."""
        self.drafts = AsyncSoraDrafts(client)
        """The group `sora.drafts`."""
        self.generations = AsyncSoraGenerations(client)
        """The group `sora.generations`."""
        self.posts = AsyncSoraPosts(client)
        """The group `sora.posts`."""
        self.feeds = AsyncSoraFeeds(client)
        """The group `sora.feeds`."""
        self.profiles = AsyncSoraProfiles(client)
        """The group `sora.profiles`."""
        self.links = AsyncSoraLinks(client)
        """The group `sora.links`."""
        self.cameos = AsyncSoraCameos(client)
        """The group `sora.cameos`."""
        self.references = AsyncSoraReferences(client)
        """The group `sora.references`."""
