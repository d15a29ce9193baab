"""The one interface in so far as it takes and gives plain values.

Written by `cargo xtask gen` from the catalogue; changes belong there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import builtins
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from ._async import AsyncCalls
    from ._jobs import AsyncJob, AsyncJobPage, AsyncVideo, AsyncImage, Image, Job, JobPage, Video
    from ._progress import Progress
    from ._files import ReferenceLike
    from ._sync import SyncCalls

from ._files import each as _each, reference as _reference
from ._given import id_of as _id
from ._model import nothing as _nothing
from .models import shared as _m
from ._names import named as _named

__all__ = [
    "VideosCalls",
    "ImagesCalls",
    "CharactersCalls",
    "PromptsCalls",
    "AccountCalls",
    "ModelsCalls",
    "AsyncVideosCalls",
    "AsyncImagesCalls",
    "AsyncCharactersCalls",
    "AsyncPromptsCalls",
    "AsyncAccountCalls",
    "AsyncModelsCalls",
]


@_named("videos")
class VideosCalls:
    """The calls of `client.videos` that take and give plain values."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        prompt: str,
        *,
        model: str | None = None,
        duration: int | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        storyboard: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        remix: _m.Job | str | None = None,
        characters: Sequence[str] | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        n: int | None = None,
        title: str | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        character_url: ReferenceLike | None = None,
        character_timestamps: Sequence[float] | str | None = None,
        character_from_task: _m.Job | str | None = None,
        character_create: bool | None = None,
        seed: int | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        guidance: float | None = None,
        fps: float | None = None,
        frames: int | None = None,
        aspect_ratio: str | None = None,
        last_frame: ReferenceLike | None = None,
        video_references: Sequence[ReferenceLike] | None = None,
        audio_references: Sequence[ReferenceLike] | None = None,
        audio: bool | None = None,
        enhance: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Job:
        """Begins a video, and answers as soon as the server has taken it. Images that it starts
        from are uploaded first. It is sent once: should it be unknown whether the server
        took it, the error's kind is `outcome_unknown`.

        Args:
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
            watermark: True to include a watermark, false to omit it, where a gateway offers
                the choice. For your own works only.
            private: True to keep the video unpublished, where a gateway offers it.
            n: The number of variants to make.
            title: The title.
            cameo_replacements: The replacements of characters, by id.
            audio_caption: The sound, in words.
            audio_transcript: The spoken words.
            video_caption: The picture, in words.
            metadata: Data of your own that goes with the video.
            character_url: A video that shows a character, which is made and put into this
                one. It must show no real person without that person's consent.
            character_timestamps: The start and end of the character's appearance in that
                video, in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
            character_from_task: A job whose video shows a character, which is made and put
                into this one.
            character_create: True to make a character from the finished video.
            seed: The start of the random numbers, to make the same video again.
            negative_prompt: A description of what must not be seen.
            steps: The number of steps that the model takes.
            guidance: The guidance scale: how closely the model follows the prompt; most
                models take 1 to 10.
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
        return self._client._call(
            "videos.create",
            {
                "prompt": prompt,
                "model": model,
                "duration": duration,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "storyboard": storyboard,
                "remix": _id(remix),
                "characters": characters,
                "watermark": watermark,
                "private": private,
                "n": n,
                "title": title,
                "cameo_replacements": cameo_replacements,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "metadata": metadata,
                "character_url": _reference(character_url),
                "character_timestamps": character_timestamps,
                "character_from_task": _id(character_from_task),
                "character_create": character_create,
                "seed": seed,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "guidance": guidance,
                "fps": fps,
                "frames": frames,
                "aspect_ratio": aspect_ratio,
                "last_frame": _reference(last_frame),
                "video_references": _each(_reference, video_references),
                "audio_references": _each(_reference, audio_references),
                "audio": audio,
                "enhance": enhance,
                "extra": extra,
            },
            self._client._job,
        )

    def generate(
        self,
        prompt: str,
        *,
        model: str | None = None,
        duration: int | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        storyboard: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        remix: _m.Job | str | None = None,
        characters: Sequence[str] | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        n: int | None = None,
        title: str | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        character_url: ReferenceLike | None = None,
        character_timestamps: Sequence[float] | str | None = None,
        character_from_task: _m.Job | str | None = None,
        character_create: bool | None = None,
        seed: int | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        guidance: float | None = None,
        fps: float | None = None,
        frames: int | None = None,
        aspect_ratio: str | None = None,
        last_frame: ReferenceLike | None = None,
        video_references: Sequence[ReferenceLike] | None = None,
        audio_references: Sequence[ReferenceLike] | None = None,
        audio: bool | None = None,
        enhance: bool | None = None,
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        on_progress: Callable[[Job], object] | None = None,
        progress: Progress = "auto",
    ) -> Video:
        """Makes a video, and waits until it is done.

        Errors: those of `create` and `wait`. Each that comes after the creation has the
        `job_id`, by which the job can be resumed.

        Args:
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
            watermark: True to include a watermark, false to omit it, where a gateway offers
                the choice. For your own works only.
            private: True to keep the video unpublished, where a gateway offers it.
            n: The number of variants to make.
            title: The title.
            cameo_replacements: The replacements of characters, by id.
            audio_caption: The sound, in words.
            audio_transcript: The spoken words.
            video_caption: The picture, in words.
            metadata: Data of your own that goes with the video.
            character_url: A video that shows a character, which is made and put into this
                one. It must show no real person without that person's consent.
            character_timestamps: The start and end of the character's appearance in that
                video, in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
            character_from_task: A job whose video shows a character, which is made and put
                into this one.
            character_create: True to make a character from the finished video.
            seed: The start of the random numbers, to make the same video again.
            negative_prompt: A description of what must not be seen.
            steps: The number of steps that the model takes.
            guidance: The guidance scale: how closely the model follows the prompt; most
                models take 1 to 10.
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
            timeout: How long it is waited for at most, in seconds. Default: the client's.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        return self._client._generate_video(
            {
                "prompt": prompt,
                "model": model,
                "duration": duration,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "storyboard": storyboard,
                "remix": _id(remix),
                "characters": characters,
                "watermark": watermark,
                "private": private,
                "n": n,
                "title": title,
                "cameo_replacements": cameo_replacements,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "metadata": metadata,
                "character_url": _reference(character_url),
                "character_timestamps": character_timestamps,
                "character_from_task": _id(character_from_task),
                "character_create": character_create,
                "seed": seed,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "guidance": guidance,
                "fps": fps,
                "frames": frames,
                "aspect_ratio": aspect_ratio,
                "last_frame": _reference(last_frame),
                "video_references": _each(_reference, video_references),
                "audio_references": _each(_reference, audio_references),
                "audio": audio,
                "enhance": enhance,
                "extra": extra,
            },
            timeout,
            on_progress,
            progress,
        )

    def get(
        self,
        id: _m.Job | str,
    ) -> Job:
        """How a job stands now, by its id.

        Args:
            id: The thing's id.
        """
        return self._client._call("videos.get", {"id": _id(id)}, self._client._job)

    def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> JobPage:
        """A page of the account's videos, newest first.

        Args:
            limit: The maximum number of items; the server's default if absent.
            cursor: The place to continue from: the `next` of the previous page.
        """
        return self._client._call(
            "videos.list",
            {"limit": limit, "cursor": cursor},
            self._client._page,
        )

    def remix(
        self,
        id: _m.Job | str,
        prompt: str,
        *,
        model: str | None = None,
        duration: int | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        storyboard: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        remix: _m.Job | str | None = None,
        characters: Sequence[str] | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        n: int | None = None,
        title: str | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        character_url: ReferenceLike | None = None,
        character_timestamps: Sequence[float] | str | None = None,
        character_from_task: _m.Job | str | None = None,
        character_create: bool | None = None,
        seed: int | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        guidance: float | None = None,
        fps: float | None = None,
        frames: int | None = None,
        aspect_ratio: str | None = None,
        last_frame: ReferenceLike | None = None,
        video_references: Sequence[ReferenceLike] | None = None,
        audio_references: Sequence[ReferenceLike] | None = None,
        audio: bool | None = None,
        enhance: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Job:
        """Begins a new version of a video.

        Args:
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
            watermark: True to include a watermark, false to omit it, where a gateway offers
                the choice. For your own works only.
            private: True to keep the video unpublished, where a gateway offers it.
            n: The number of variants to make.
            title: The title.
            cameo_replacements: The replacements of characters, by id.
            audio_caption: The sound, in words.
            audio_transcript: The spoken words.
            video_caption: The picture, in words.
            metadata: Data of your own that goes with the video.
            character_url: A video that shows a character, which is made and put into this
                one. It must show no real person without that person's consent.
            character_timestamps: The start and end of the character's appearance in that
                video, in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
            character_from_task: A job whose video shows a character, which is made and put
                into this one.
            character_create: True to make a character from the finished video.
            seed: The start of the random numbers, to make the same video again.
            negative_prompt: A description of what must not be seen.
            steps: The number of steps that the model takes.
            guidance: The guidance scale: how closely the model follows the prompt; most
                models take 1 to 10.
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
        return self._client._call(
            "videos.remix",
            {
                "id": _id(id),
                "prompt": prompt,
                "model": model,
                "duration": duration,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "storyboard": storyboard,
                "remix": _id(remix),
                "characters": characters,
                "watermark": watermark,
                "private": private,
                "n": n,
                "title": title,
                "cameo_replacements": cameo_replacements,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "metadata": metadata,
                "character_url": _reference(character_url),
                "character_timestamps": character_timestamps,
                "character_from_task": _id(character_from_task),
                "character_create": character_create,
                "seed": seed,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "guidance": guidance,
                "fps": fps,
                "frames": frames,
                "aspect_ratio": aspect_ratio,
                "last_frame": _reference(last_frame),
                "video_references": _each(_reference, video_references),
                "audio_references": _each(_reference, audio_references),
                "audio": audio,
                "enhance": enhance,
                "extra": extra,
            },
            self._client._job,
        )

    def find(
        self,
        prompt: str,
        *,
        since: datetime | float | str,
        known: Sequence[str] | None = None,
        model: str | None = None,
        duration: int | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        storyboard: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        remix: _m.Job | str | None = None,
        characters: Sequence[str] | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        n: int | None = None,
        title: str | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        character_url: ReferenceLike | None = None,
        character_timestamps: Sequence[float] | str | None = None,
        character_from_task: _m.Job | str | None = None,
        character_create: bool | None = None,
        seed: int | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        guidance: float | None = None,
        fps: float | None = None,
        frames: int | None = None,
        aspect_ratio: str | None = None,
        last_frame: ReferenceLike | None = None,
        video_references: Sequence[ReferenceLike] | None = None,
        audio_references: Sequence[ReferenceLike] | None = None,
        audio: bool | None = None,
        enhance: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Job | None:
        """Looks for the job that a creation made whose answer was lost, after the error
        `outcome_unknown`: the account's newest jobs are compared with the request in prompt,
        model, size and length, and with `since`, when it was sent. Nothing when it is not
        among them; it may still appear.

        Args:
            prompt: A description of the video.
            since: The time at which the creation was sent.
            known: The ids of jobs that other requests made, where you keep a list of them.
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
            watermark: True to include a watermark, false to omit it, where a gateway offers
                the choice. For your own works only.
            private: True to keep the video unpublished, where a gateway offers it.
            n: The number of variants to make.
            title: The title.
            cameo_replacements: The replacements of characters, by id.
            audio_caption: The sound, in words.
            audio_transcript: The spoken words.
            video_caption: The picture, in words.
            metadata: Data of your own that goes with the video.
            character_url: A video that shows a character, which is made and put into this
                one. It must show no real person without that person's consent.
            character_timestamps: The start and end of the character's appearance in that
                video, in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
            character_from_task: A job whose video shows a character, which is made and put
                into this one.
            character_create: True to make a character from the finished video.
            seed: The start of the random numbers, to make the same video again.
            negative_prompt: A description of what must not be seen.
            steps: The number of steps that the model takes.
            guidance: The guidance scale: how closely the model follows the prompt; most
                models take 1 to 10.
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
        return self._client._call(
            "videos.find",
            {
                "prompt": prompt,
                "since": since,
                "known": known,
                "model": model,
                "duration": duration,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "storyboard": storyboard,
                "remix": _id(remix),
                "characters": characters,
                "watermark": watermark,
                "private": private,
                "n": n,
                "title": title,
                "cameo_replacements": cameo_replacements,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "metadata": metadata,
                "character_url": _reference(character_url),
                "character_timestamps": character_timestamps,
                "character_from_task": _id(character_from_task),
                "character_create": character_create,
                "seed": seed,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "guidance": guidance,
                "fps": fps,
                "frames": frames,
                "aspect_ratio": aspect_ratio,
                "last_frame": _reference(last_frame),
                "video_references": _each(_reference, video_references),
                "audio_references": _each(_reference, audio_references),
                "audio": audio,
                "enhance": enhance,
                "extra": extra,
            },
            self._client._found,
        )

    def delete(
        self,
        id: _m.Job | str,
    ) -> None:
        """Deletes a video.

        Args:
            id: The thing's id.
        """
        self._client._call("videos.delete", {"id": _id(id)}, _nothing)

    def cancel(
        self,
        id: _m.Job | str,
    ) -> None:
        """Stops a video that is being made, and forgets it, where the server can. Elsewhere
        deleting a video only forgets it. One that has ended is left as it is, and told as a
        conflict.

        Args:
            id: The thing's id.
        """
        self._client._call("videos.cancel", {"id": _id(id)}, _nothing)

    def publish(
        self,
        id: _m.Job | str,
        *,
        text: str | None = None,
    ) -> Job:
        """Publishes the video of a finished job, for your own works only. The answer is the
        published work as a job that is done: its id is the post's, `s_…`, and its video can
        be downloaded, without a watermark where the server offers that.

        Args:
            id: The job, by its id, or the generation, `gen_…`.
            text: The text of the post. Default: none.
        """
        return self._client._call(
            "videos.publish",
            {"id": _id(id), "text": text},
            self._client._job,
        )

    def unpublish(
        self,
        id: _m.Job | str,
    ) -> None:
        """Takes a published work back: the post goes, the video stays in the drafts. What is
        gone already is no error.

        Args:
            id: The thing's id.
        """
        self._client._call("videos.unpublish", {"id": _id(id)}, _nothing)

    def link(
        self,
        id: _m.Job | str,
    ) -> _m.MediaLink:
        """The link of a published work, by its id or its page, from the link service that the
        options `links_url` and `links_token` name. The account's credential does not go
        there.

        Args:
            id: The thing's id.
        """
        return self._client._call("videos.link", {"id": _id(id)}, _m.MediaLink.from_dict)


@_named("images")
class ImagesCalls:
    """The calls of `client.images` that take and give plain values."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        prompt: str,
        *,
        model: str | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Job:
        """Begins an image from a prompt, or from other images when `references` are given. Most
        gateways answer with the finished job; on the native backend it has to be waited for.

        Args:
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
        return self._client._call(
            "images.create",
            {
                "prompt": prompt,
                "model": model,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "n": n,
                "extra": extra,
            },
            self._client._job,
        )

    def generate(
        self,
        prompt: str,
        *,
        model: str | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        on_progress: Callable[[Job], object] | None = None,
        progress: Progress = "auto",
    ) -> Image:
        """Makes images, and waits until they are done.

        Errors: those of `create` and `wait`. Each that comes after the creation has the
        `job_id`, by which the job can be resumed.

        Args:
            prompt: A description of the image.
            model: The model, in the server's words. Default: the dialect's standard one.
            orientation: Landscape or portrait; square if absent.
            size: The size, such as `1024x1024`, or a ratio such as `16:9`.
            quality: Standard or high definition.
            style: The style, such as `vivid`.
            references: Images to start from.
            n: The number of variants to make.
            extra: Additional fields, sent unchanged.
            timeout: How long it is waited for at most, in seconds. Default: the client's.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        return self._client._generate_image(
            {
                "prompt": prompt,
                "model": model,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "n": n,
                "extra": extra,
            },
            timeout,
            on_progress,
            progress,
        )

    def edit(
        self,
        prompt: str,
        *,
        model: str | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike],
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        on_progress: Callable[[Job], object] | None = None,
        progress: Progress = "auto",
    ) -> Image:
        """Makes images from other images, and waits until they are done.

        Errors: those of `create` and `wait`. Each that comes after the creation has the
        `job_id`, by which the job can be resumed.

        Args:
            prompt: A description of the image.
            model: The model, in the server's words. Default: the dialect's standard one.
            orientation: Landscape or portrait; square if absent.
            size: The size, such as `1024x1024`, or a ratio such as `16:9`.
            quality: Standard or high definition.
            style: The style, such as `vivid`.
            references: Images to start from.
            n: The number of variants to make.
            extra: Additional fields, sent unchanged.
            timeout: How long it is waited for at most, in seconds. Default: the client's.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        return self._client._edit_image(
            {
                "prompt": prompt,
                "model": model,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "n": n,
                "extra": extra,
            },
            timeout,
            on_progress,
            progress,
        )

    def get(
        self,
        id: _m.Job | str,
    ) -> Job:
        """How a job that makes images stands now, by its id.

        Args:
            id: The thing's id.
        """
        return self._client._call("images.get", {"id": _id(id)}, self._client._job)


@_named("characters")
class CharactersCalls:
    """The calls of `client.characters` that take and give plain values."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def create(
        self,
        username: str | None = None,
        *,
        video: ReferenceLike | None = None,
        from_job: _m.Job | str | None = None,
        timestamps: Sequence[float] | str | None = None,
        display_name: str | None = None,
        instruction_set: str | None = None,
        safety_instruction_set: str | None = None,
        visibility: _m.Visibility | None = None,
    ) -> _m.Character:
        """Makes a character from a video or from a job's video.

        Args:
            username: The user name, without `@`. Default: the server's suggestion.
            video: The video that shows the character. Either this or `from_job`.
            from_job: The job whose video shows the character. Either this or `video`.
            timestamps: The start and end of its appearance, in seconds, as `[0, 3]` or
                `"0,3"`. Default: 0 to 3. `mirror` and servers that copied it take 1 to 3 s.
            display_name: The display name. Default: the server's suggestion.
            instruction_set: The character's behaviour, in words.
            safety_instruction_set: Restrictions on the character's behaviour, in words.
            visibility: The people who may use it. Default: its owner.
        """
        return self._client._call(
            "characters.create",
            {
                "username": username,
                "video": _reference(video),
                "from_job": _id(from_job),
                "timestamps": timestamps,
                "display_name": display_name,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
                "visibility": visibility,
            },
            _m.Character.from_dict,
        )

    def get(
        self,
        id: _m.Character | str,
    ) -> _m.Character:
        """Reads a character by its id.

        Args:
            id: The thing's id.
        """
        return self._client._call("characters.get", {"id": _id(id)}, _m.Character.from_dict)

    def search(
        self,
        username: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.CharacterPage:
        """Finds characters whose user name begins so.

        Args:
            username: The beginning of the user name.
            limit: The maximum number of items; the server's default if absent.
            cursor: The place to continue from: the `next` of the previous page.
        """
        return self._client._call(
            "characters.search",
            {"username": username, "limit": limit, "cursor": cursor},
            _m.CharacterPage.from_dict,
        )

    def delete(
        self,
        id: _m.Character | str,
    ) -> None:
        """Deletes a character of the account.

        Args:
            id: The thing's id.
        """
        self._client._call("characters.delete", {"id": _id(id)}, _nothing)


@_named("prompts")
class PromptsCalls:
    """The calls of `client.prompts` that take and give plain values."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def enhance(
        self,
        prompt: str,
        *,
        level: _m.ExpansionLevel | None = None,
        duration: int | None = None,
        model: str | None = None,
    ) -> str:
        """Works a prompt out in more detail, and answers the new one.

        Args:
            prompt: The prompt.
            level: The amount of detail. Default: what the model's name says, or medium.
            duration: The length of the video it is for, in seconds: 10, 15 or 20. Default:
                what the model's name says, or 10.
            model: A name that says both: `prompt-enhance-short-10s`,
                `prompt-enhance-medium-15s` or `prompt-enhance-long-20s`.
        """
        return self._client._call(
            "prompts.enhance",
            {"prompt": prompt, "level": level, "duration": duration, "model": model},
            str,
        )


@_named("account")
class AccountCalls:
    """The calls of `client.account` that take and give plain values."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def quota(self) -> _m.AccountQuota:
        """What the account may still make."""
        return self._client._call("account.quota", {}, _m.AccountQuota.from_dict)

    def me(self) -> _m.Me:
        """Who is signed in."""
        return self._client._call("account.me", {}, _m.Me.from_dict)

    def subscriptions(self) -> _m.Subscriptions:
        """The account's subscriptions; none for a free account."""
        return self._client._call("account.subscriptions", {}, _m.Subscriptions.from_dict)

    def invites(self) -> _m.Invite:
        """An invite code that can be given away: the account's own, or on a gateway that of one
        of its accounts.
        """
        return self._client._call("account.invites", {}, _m.Invite.from_dict)

    def accept_invite(
        self,
        *,
        invite_code: str,
    ) -> _m.AcceptedInvite:
        """Accepts somebody's invite code. It is sent once.

        Args:
            invite_code: Somebody's invite code.
        """
        return self._client._call(
            "account.accept_invite",
            {"invite_code": invite_code},
            _m.AcceptedInvite.from_dict,
        )

    def username_available(
        self,
        username: str,
    ) -> bool:
        """Whether a user name is free.

        Args:
            username: The name, without `@`.
        """
        return self._client._call("account.username_available", {"username": username}, bool)

    def username(
        self,
        username: str | None = None,
    ) -> _m.Username:
        """The account's user name. Where a name is given, it is set, which publishing needs.

        Args:
            username: The name to set, without `@`. Without it the account's own is read.
        """
        return self._client._call("account.username", {"username": username}, _m.Username.from_dict)

    def bootstrap(self) -> None:
        """Opens Sora 2 for an account that is new to it."""
        self._client._call("account.bootstrap", {}, _nothing)

    def sentinel_token(self) -> str:
        """A Sentinel token for one creation or publication, with its proof of work: what goes
        into the header `openai-sentinel-token` of a request of your own.
        """
        return self._client._call("account.sentinel_token", {}, str)


@_named("models")
class ModelsCalls:
    """The calls of `client.models` that take and give plain values."""

    def __init__(self, client: SyncCalls) -> None:
        self._client = client

    def list(self) -> builtins.list[_m.ModelInfo]:
        """The models: the server's own list, or the documented ones where it has none."""
        return self._client._call("models.list", {}, _m.ModelInfo.from_list)


@_named("videos")
class AsyncVideosCalls:
    """The calls of `client.videos` that take and give plain values."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        prompt: str,
        *,
        model: str | None = None,
        duration: int | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        storyboard: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        remix: _m.Job | str | None = None,
        characters: Sequence[str] | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        n: int | None = None,
        title: str | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        character_url: ReferenceLike | None = None,
        character_timestamps: Sequence[float] | str | None = None,
        character_from_task: _m.Job | str | None = None,
        character_create: bool | None = None,
        seed: int | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        guidance: float | None = None,
        fps: float | None = None,
        frames: int | None = None,
        aspect_ratio: str | None = None,
        last_frame: ReferenceLike | None = None,
        video_references: Sequence[ReferenceLike] | None = None,
        audio_references: Sequence[ReferenceLike] | None = None,
        audio: bool | None = None,
        enhance: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncJob:
        """Begins a video, and answers as soon as the server has taken it. Images that it starts
        from are uploaded first. It is sent once: should it be unknown whether the server
        took it, the error's kind is `outcome_unknown`.

        Args:
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
            watermark: True to include a watermark, false to omit it, where a gateway offers
                the choice. For your own works only.
            private: True to keep the video unpublished, where a gateway offers it.
            n: The number of variants to make.
            title: The title.
            cameo_replacements: The replacements of characters, by id.
            audio_caption: The sound, in words.
            audio_transcript: The spoken words.
            video_caption: The picture, in words.
            metadata: Data of your own that goes with the video.
            character_url: A video that shows a character, which is made and put into this
                one. It must show no real person without that person's consent.
            character_timestamps: The start and end of the character's appearance in that
                video, in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
            character_from_task: A job whose video shows a character, which is made and put
                into this one.
            character_create: True to make a character from the finished video.
            seed: The start of the random numbers, to make the same video again.
            negative_prompt: A description of what must not be seen.
            steps: The number of steps that the model takes.
            guidance: The guidance scale: how closely the model follows the prompt; most
                models take 1 to 10.
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
        return await self._client._call(
            "videos.create",
            {
                "prompt": prompt,
                "model": model,
                "duration": duration,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "storyboard": storyboard,
                "remix": _id(remix),
                "characters": characters,
                "watermark": watermark,
                "private": private,
                "n": n,
                "title": title,
                "cameo_replacements": cameo_replacements,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "metadata": metadata,
                "character_url": _reference(character_url),
                "character_timestamps": character_timestamps,
                "character_from_task": _id(character_from_task),
                "character_create": character_create,
                "seed": seed,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "guidance": guidance,
                "fps": fps,
                "frames": frames,
                "aspect_ratio": aspect_ratio,
                "last_frame": _reference(last_frame),
                "video_references": _each(_reference, video_references),
                "audio_references": _each(_reference, audio_references),
                "audio": audio,
                "enhance": enhance,
                "extra": extra,
            },
            self._client._job,
        )

    async def generate(
        self,
        prompt: str,
        *,
        model: str | None = None,
        duration: int | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        storyboard: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        remix: _m.Job | str | None = None,
        characters: Sequence[str] | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        n: int | None = None,
        title: str | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        character_url: ReferenceLike | None = None,
        character_timestamps: Sequence[float] | str | None = None,
        character_from_task: _m.Job | str | None = None,
        character_create: bool | None = None,
        seed: int | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        guidance: float | None = None,
        fps: float | None = None,
        frames: int | None = None,
        aspect_ratio: str | None = None,
        last_frame: ReferenceLike | None = None,
        video_references: Sequence[ReferenceLike] | None = None,
        audio_references: Sequence[ReferenceLike] | None = None,
        audio: bool | None = None,
        enhance: bool | None = None,
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        on_progress: Callable[[AsyncJob], object] | None = None,
        progress: Progress = "auto",
    ) -> AsyncVideo:
        """Makes a video, and waits until it is done.

        Errors: those of `create` and `wait`. Each that comes after the creation has the
        `job_id`, by which the job can be resumed.

        Args:
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
            watermark: True to include a watermark, false to omit it, where a gateway offers
                the choice. For your own works only.
            private: True to keep the video unpublished, where a gateway offers it.
            n: The number of variants to make.
            title: The title.
            cameo_replacements: The replacements of characters, by id.
            audio_caption: The sound, in words.
            audio_transcript: The spoken words.
            video_caption: The picture, in words.
            metadata: Data of your own that goes with the video.
            character_url: A video that shows a character, which is made and put into this
                one. It must show no real person without that person's consent.
            character_timestamps: The start and end of the character's appearance in that
                video, in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
            character_from_task: A job whose video shows a character, which is made and put
                into this one.
            character_create: True to make a character from the finished video.
            seed: The start of the random numbers, to make the same video again.
            negative_prompt: A description of what must not be seen.
            steps: The number of steps that the model takes.
            guidance: The guidance scale: how closely the model follows the prompt; most
                models take 1 to 10.
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
            timeout: How long it is waited for at most, in seconds. Default: the client's.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        return await self._client._generate_video(
            {
                "prompt": prompt,
                "model": model,
                "duration": duration,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "storyboard": storyboard,
                "remix": _id(remix),
                "characters": characters,
                "watermark": watermark,
                "private": private,
                "n": n,
                "title": title,
                "cameo_replacements": cameo_replacements,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "metadata": metadata,
                "character_url": _reference(character_url),
                "character_timestamps": character_timestamps,
                "character_from_task": _id(character_from_task),
                "character_create": character_create,
                "seed": seed,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "guidance": guidance,
                "fps": fps,
                "frames": frames,
                "aspect_ratio": aspect_ratio,
                "last_frame": _reference(last_frame),
                "video_references": _each(_reference, video_references),
                "audio_references": _each(_reference, audio_references),
                "audio": audio,
                "enhance": enhance,
                "extra": extra,
            },
            timeout,
            on_progress,
            progress,
        )

    async def get(
        self,
        id: _m.Job | str,
    ) -> AsyncJob:
        """How a job stands now, by its id.

        Args:
            id: The thing's id.
        """
        return await self._client._call("videos.get", {"id": _id(id)}, self._client._job)

    async def list(
        self,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> AsyncJobPage:
        """A page of the account's videos, newest first.

        Args:
            limit: The maximum number of items; the server's default if absent.
            cursor: The place to continue from: the `next` of the previous page.
        """
        return await self._client._call(
            "videos.list",
            {"limit": limit, "cursor": cursor},
            self._client._page,
        )

    async def remix(
        self,
        id: _m.Job | str,
        prompt: str,
        *,
        model: str | None = None,
        duration: int | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        storyboard: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        remix: _m.Job | str | None = None,
        characters: Sequence[str] | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        n: int | None = None,
        title: str | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        character_url: ReferenceLike | None = None,
        character_timestamps: Sequence[float] | str | None = None,
        character_from_task: _m.Job | str | None = None,
        character_create: bool | None = None,
        seed: int | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        guidance: float | None = None,
        fps: float | None = None,
        frames: int | None = None,
        aspect_ratio: str | None = None,
        last_frame: ReferenceLike | None = None,
        video_references: Sequence[ReferenceLike] | None = None,
        audio_references: Sequence[ReferenceLike] | None = None,
        audio: bool | None = None,
        enhance: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncJob:
        """Begins a new version of a video.

        Args:
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
            watermark: True to include a watermark, false to omit it, where a gateway offers
                the choice. For your own works only.
            private: True to keep the video unpublished, where a gateway offers it.
            n: The number of variants to make.
            title: The title.
            cameo_replacements: The replacements of characters, by id.
            audio_caption: The sound, in words.
            audio_transcript: The spoken words.
            video_caption: The picture, in words.
            metadata: Data of your own that goes with the video.
            character_url: A video that shows a character, which is made and put into this
                one. It must show no real person without that person's consent.
            character_timestamps: The start and end of the character's appearance in that
                video, in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
            character_from_task: A job whose video shows a character, which is made and put
                into this one.
            character_create: True to make a character from the finished video.
            seed: The start of the random numbers, to make the same video again.
            negative_prompt: A description of what must not be seen.
            steps: The number of steps that the model takes.
            guidance: The guidance scale: how closely the model follows the prompt; most
                models take 1 to 10.
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
        return await self._client._call(
            "videos.remix",
            {
                "id": _id(id),
                "prompt": prompt,
                "model": model,
                "duration": duration,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "storyboard": storyboard,
                "remix": _id(remix),
                "characters": characters,
                "watermark": watermark,
                "private": private,
                "n": n,
                "title": title,
                "cameo_replacements": cameo_replacements,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "metadata": metadata,
                "character_url": _reference(character_url),
                "character_timestamps": character_timestamps,
                "character_from_task": _id(character_from_task),
                "character_create": character_create,
                "seed": seed,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "guidance": guidance,
                "fps": fps,
                "frames": frames,
                "aspect_ratio": aspect_ratio,
                "last_frame": _reference(last_frame),
                "video_references": _each(_reference, video_references),
                "audio_references": _each(_reference, audio_references),
                "audio": audio,
                "enhance": enhance,
                "extra": extra,
            },
            self._client._job,
        )

    async def find(
        self,
        prompt: str,
        *,
        since: datetime | float | str,
        known: Sequence[str] | None = None,
        model: str | None = None,
        duration: int | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        storyboard: Sequence[_m.Shot | Mapping[str, Any]] | None = None,
        remix: _m.Job | str | None = None,
        characters: Sequence[str] | None = None,
        watermark: bool | None = None,
        private: bool | None = None,
        n: int | None = None,
        title: str | None = None,
        cameo_replacements: Mapping[str, Any] | None = None,
        audio_caption: str | None = None,
        audio_transcript: str | None = None,
        video_caption: str | None = None,
        metadata: Mapping[str, Any] | None = None,
        character_url: ReferenceLike | None = None,
        character_timestamps: Sequence[float] | str | None = None,
        character_from_task: _m.Job | str | None = None,
        character_create: bool | None = None,
        seed: int | None = None,
        negative_prompt: str | None = None,
        steps: int | None = None,
        guidance: float | None = None,
        fps: float | None = None,
        frames: int | None = None,
        aspect_ratio: str | None = None,
        last_frame: ReferenceLike | None = None,
        video_references: Sequence[ReferenceLike] | None = None,
        audio_references: Sequence[ReferenceLike] | None = None,
        audio: bool | None = None,
        enhance: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncJob | None:
        """Looks for the job that a creation made whose answer was lost, after the error
        `outcome_unknown`: the account's newest jobs are compared with the request in prompt,
        model, size and length, and with `since`, when it was sent. Nothing when it is not
        among them; it may still appear.

        Args:
            prompt: A description of the video.
            since: The time at which the creation was sent.
            known: The ids of jobs that other requests made, where you keep a list of them.
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
            watermark: True to include a watermark, false to omit it, where a gateway offers
                the choice. For your own works only.
            private: True to keep the video unpublished, where a gateway offers it.
            n: The number of variants to make.
            title: The title.
            cameo_replacements: The replacements of characters, by id.
            audio_caption: The sound, in words.
            audio_transcript: The spoken words.
            video_caption: The picture, in words.
            metadata: Data of your own that goes with the video.
            character_url: A video that shows a character, which is made and put into this
                one. It must show no real person without that person's consent.
            character_timestamps: The start and end of the character's appearance in that
                video, in seconds, as `[0, 3]` or `"0,3"`; from 1 to 3 s.
            character_from_task: A job whose video shows a character, which is made and put
                into this one.
            character_create: True to make a character from the finished video.
            seed: The start of the random numbers, to make the same video again.
            negative_prompt: A description of what must not be seen.
            steps: The number of steps that the model takes.
            guidance: The guidance scale: how closely the model follows the prompt; most
                models take 1 to 10.
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
        return await self._client._call(
            "videos.find",
            {
                "prompt": prompt,
                "since": since,
                "known": known,
                "model": model,
                "duration": duration,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "storyboard": storyboard,
                "remix": _id(remix),
                "characters": characters,
                "watermark": watermark,
                "private": private,
                "n": n,
                "title": title,
                "cameo_replacements": cameo_replacements,
                "audio_caption": audio_caption,
                "audio_transcript": audio_transcript,
                "video_caption": video_caption,
                "metadata": metadata,
                "character_url": _reference(character_url),
                "character_timestamps": character_timestamps,
                "character_from_task": _id(character_from_task),
                "character_create": character_create,
                "seed": seed,
                "negative_prompt": negative_prompt,
                "steps": steps,
                "guidance": guidance,
                "fps": fps,
                "frames": frames,
                "aspect_ratio": aspect_ratio,
                "last_frame": _reference(last_frame),
                "video_references": _each(_reference, video_references),
                "audio_references": _each(_reference, audio_references),
                "audio": audio,
                "enhance": enhance,
                "extra": extra,
            },
            self._client._found,
        )

    async def delete(
        self,
        id: _m.Job | str,
    ) -> None:
        """Deletes a video.

        Args:
            id: The thing's id.
        """
        await self._client._call("videos.delete", {"id": _id(id)}, _nothing)

    async def cancel(
        self,
        id: _m.Job | str,
    ) -> None:
        """Stops a video that is being made, and forgets it, where the server can. Elsewhere
        deleting a video only forgets it. One that has ended is left as it is, and told as a
        conflict.

        Args:
            id: The thing's id.
        """
        await self._client._call("videos.cancel", {"id": _id(id)}, _nothing)

    async def publish(
        self,
        id: _m.Job | str,
        *,
        text: str | None = None,
    ) -> AsyncJob:
        """Publishes the video of a finished job, for your own works only. The answer is the
        published work as a job that is done: its id is the post's, `s_…`, and its video can
        be downloaded, without a watermark where the server offers that.

        Args:
            id: The job, by its id, or the generation, `gen_…`.
            text: The text of the post. Default: none.
        """
        return await self._client._call(
            "videos.publish",
            {"id": _id(id), "text": text},
            self._client._job,
        )

    async def unpublish(
        self,
        id: _m.Job | str,
    ) -> None:
        """Takes a published work back: the post goes, the video stays in the drafts. What is
        gone already is no error.

        Args:
            id: The thing's id.
        """
        await self._client._call("videos.unpublish", {"id": _id(id)}, _nothing)

    async def link(
        self,
        id: _m.Job | str,
    ) -> _m.MediaLink:
        """The link of a published work, by its id or its page, from the link service that the
        options `links_url` and `links_token` name. The account's credential does not go
        there.

        Args:
            id: The thing's id.
        """
        return await self._client._call("videos.link", {"id": _id(id)}, _m.MediaLink.from_dict)


@_named("images")
class AsyncImagesCalls:
    """The calls of `client.images` that take and give plain values."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        prompt: str,
        *,
        model: str | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> AsyncJob:
        """Begins an image from a prompt, or from other images when `references` are given. Most
        gateways answer with the finished job; on the native backend it has to be waited for.

        Args:
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
        return await self._client._call(
            "images.create",
            {
                "prompt": prompt,
                "model": model,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "n": n,
                "extra": extra,
            },
            self._client._job,
        )

    async def generate(
        self,
        prompt: str,
        *,
        model: str | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike] | None = None,
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        on_progress: Callable[[AsyncJob], object] | None = None,
        progress: Progress = "auto",
    ) -> AsyncImage:
        """Makes images, and waits until they are done.

        Errors: those of `create` and `wait`. Each that comes after the creation has the
        `job_id`, by which the job can be resumed.

        Args:
            prompt: A description of the image.
            model: The model, in the server's words. Default: the dialect's standard one.
            orientation: Landscape or portrait; square if absent.
            size: The size, such as `1024x1024`, or a ratio such as `16:9`.
            quality: Standard or high definition.
            style: The style, such as `vivid`.
            references: Images to start from.
            n: The number of variants to make.
            extra: Additional fields, sent unchanged.
            timeout: How long it is waited for at most, in seconds. Default: the client's.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        return await self._client._generate_image(
            {
                "prompt": prompt,
                "model": model,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "n": n,
                "extra": extra,
            },
            timeout,
            on_progress,
            progress,
        )

    async def edit(
        self,
        prompt: str,
        *,
        model: str | None = None,
        orientation: _m.Orientation | None = None,
        size: str | None = None,
        quality: _m.Quality | None = None,
        style: str | None = None,
        references: Sequence[ReferenceLike],
        n: int | None = None,
        extra: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        on_progress: Callable[[AsyncJob], object] | None = None,
        progress: Progress = "auto",
    ) -> AsyncImage:
        """Makes images from other images, and waits until they are done.

        Errors: those of `create` and `wait`. Each that comes after the creation has the
        `job_id`, by which the job can be resumed.

        Args:
            prompt: A description of the image.
            model: The model, in the server's words. Default: the dialect's standard one.
            orientation: Landscape or portrait; square if absent.
            size: The size, such as `1024x1024`, or a ratio such as `16:9`.
            quality: Standard or high definition.
            style: The style, such as `vivid`.
            references: Images to start from.
            n: The number of variants to make.
            extra: Additional fields, sent unchanged.
            timeout: How long it is waited for at most, in seconds. Default: the client's.
            on_progress: Called with the job whenever it has been looked at.
            progress: Whether a progress bar is shown: `"auto"` shows one in terminals and
                notebooks.
        """
        return await self._client._edit_image(
            {
                "prompt": prompt,
                "model": model,
                "orientation": orientation,
                "size": size,
                "quality": quality,
                "style": style,
                "references": _each(_reference, references),
                "n": n,
                "extra": extra,
            },
            timeout,
            on_progress,
            progress,
        )

    async def get(
        self,
        id: _m.Job | str,
    ) -> AsyncJob:
        """How a job that makes images stands now, by its id.

        Args:
            id: The thing's id.
        """
        return await self._client._call("images.get", {"id": _id(id)}, self._client._job)


@_named("characters")
class AsyncCharactersCalls:
    """The calls of `client.characters` that take and give plain values."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def create(
        self,
        username: str | None = None,
        *,
        video: ReferenceLike | None = None,
        from_job: _m.Job | str | None = None,
        timestamps: Sequence[float] | str | None = None,
        display_name: str | None = None,
        instruction_set: str | None = None,
        safety_instruction_set: str | None = None,
        visibility: _m.Visibility | None = None,
    ) -> _m.Character:
        """Makes a character from a video or from a job's video.

        Args:
            username: The user name, without `@`. Default: the server's suggestion.
            video: The video that shows the character. Either this or `from_job`.
            from_job: The job whose video shows the character. Either this or `video`.
            timestamps: The start and end of its appearance, in seconds, as `[0, 3]` or
                `"0,3"`. Default: 0 to 3. `mirror` and servers that copied it take 1 to 3 s.
            display_name: The display name. Default: the server's suggestion.
            instruction_set: The character's behaviour, in words.
            safety_instruction_set: Restrictions on the character's behaviour, in words.
            visibility: The people who may use it. Default: its owner.
        """
        return await self._client._call(
            "characters.create",
            {
                "username": username,
                "video": _reference(video),
                "from_job": _id(from_job),
                "timestamps": timestamps,
                "display_name": display_name,
                "instruction_set": instruction_set,
                "safety_instruction_set": safety_instruction_set,
                "visibility": visibility,
            },
            _m.Character.from_dict,
        )

    async def get(
        self,
        id: _m.Character | str,
    ) -> _m.Character:
        """Reads a character by its id.

        Args:
            id: The thing's id.
        """
        return await self._client._call("characters.get", {"id": _id(id)}, _m.Character.from_dict)

    async def search(
        self,
        username: str,
        *,
        limit: int | None = None,
        cursor: str | None = None,
    ) -> _m.CharacterPage:
        """Finds characters whose user name begins so.

        Args:
            username: The beginning of the user name.
            limit: The maximum number of items; the server's default if absent.
            cursor: The place to continue from: the `next` of the previous page.
        """
        return await self._client._call(
            "characters.search",
            {"username": username, "limit": limit, "cursor": cursor},
            _m.CharacterPage.from_dict,
        )

    async def delete(
        self,
        id: _m.Character | str,
    ) -> None:
        """Deletes a character of the account.

        Args:
            id: The thing's id.
        """
        await self._client._call("characters.delete", {"id": _id(id)}, _nothing)


@_named("prompts")
class AsyncPromptsCalls:
    """The calls of `client.prompts` that take and give plain values."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def enhance(
        self,
        prompt: str,
        *,
        level: _m.ExpansionLevel | None = None,
        duration: int | None = None,
        model: str | None = None,
    ) -> str:
        """Works a prompt out in more detail, and answers the new one.

        Args:
            prompt: The prompt.
            level: The amount of detail. Default: what the model's name says, or medium.
            duration: The length of the video it is for, in seconds: 10, 15 or 20. Default:
                what the model's name says, or 10.
            model: A name that says both: `prompt-enhance-short-10s`,
                `prompt-enhance-medium-15s` or `prompt-enhance-long-20s`.
        """
        return await self._client._call(
            "prompts.enhance",
            {"prompt": prompt, "level": level, "duration": duration, "model": model},
            str,
        )


@_named("account")
class AsyncAccountCalls:
    """The calls of `client.account` that take and give plain values."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def quota(self) -> _m.AccountQuota:
        """What the account may still make."""
        return await self._client._call("account.quota", {}, _m.AccountQuota.from_dict)

    async def me(self) -> _m.Me:
        """Who is signed in."""
        return await self._client._call("account.me", {}, _m.Me.from_dict)

    async def subscriptions(self) -> _m.Subscriptions:
        """The account's subscriptions; none for a free account."""
        return await self._client._call("account.subscriptions", {}, _m.Subscriptions.from_dict)

    async def invites(self) -> _m.Invite:
        """An invite code that can be given away: the account's own, or on a gateway that of one
        of its accounts.
        """
        return await self._client._call("account.invites", {}, _m.Invite.from_dict)

    async def accept_invite(
        self,
        *,
        invite_code: str,
    ) -> _m.AcceptedInvite:
        """Accepts somebody's invite code. It is sent once.

        Args:
            invite_code: Somebody's invite code.
        """
        return await self._client._call(
            "account.accept_invite",
            {"invite_code": invite_code},
            _m.AcceptedInvite.from_dict,
        )

    async def username_available(
        self,
        username: str,
    ) -> bool:
        """Whether a user name is free.

        Args:
            username: The name, without `@`.
        """
        return await self._client._call("account.username_available", {"username": username}, bool)

    async def username(
        self,
        username: str | None = None,
    ) -> _m.Username:
        """The account's user name. Where a name is given, it is set, which publishing needs.

        Args:
            username: The name to set, without `@`. Without it the account's own is read.
        """
        return await self._client._call(
            "account.username",
            {"username": username},
            _m.Username.from_dict,
        )

    async def bootstrap(self) -> None:
        """Opens Sora 2 for an account that is new to it."""
        await self._client._call("account.bootstrap", {}, _nothing)

    async def sentinel_token(self) -> str:
        """A Sentinel token for one creation or publication, with its proof of work: what goes
        into the header `openai-sentinel-token` of a request of your own.
        """
        return await self._client._call("account.sentinel_token", {}, str)


@_named("models")
class AsyncModelsCalls:
    """The calls of `client.models` that take and give plain values."""

    def __init__(self, client: AsyncCalls) -> None:
        self._client = client

    async def list(self) -> builtins.list[_m.ModelInfo]:
        """The models: the server's own list, or the documented ones where it has none."""
        return await self._client._call("models.list", {}, _m.ModelInfo.from_list)
