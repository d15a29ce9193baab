"""One SDK for every Sora-shaped video and image API.

    import sorakit

    with sorakit.Simulator() as simulator:  # or Client(dialect=..., base_url=..., api_key=...)
        client = simulator.client()
        video = client.videos.generate("a cat in the snow")
        video.download("cat.mp4")

Everything is loaded when it is first used.
"""

from __future__ import annotations

from ._native import File, __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import errors, models
    from ._batch import Added, Batch, BatchResult
    from ._chat import CharacterCard, ChatMedia, ChatReading, read_chat
    from ._client import AsyncClient, Client
    from ._file_stream import AsyncFileStream, FileStream
    from ._files import FileLike, ReferenceLike, check_target
    from ._jobs import (
        AsyncImage,
        AsyncJob,
        AsyncJobPage,
        AsyncVideo,
        Download,
        Image,
        Job,
        JobPage,
        Transfer,
        Video,
    )
    from ._model import Model
    from ._pow import PowSolution, default_profile, random_profile, solve_pow
    from ._store import Credential, CredentialStore
    from .errors import *
    from .errors import SorakitError
    from .models.shared import (
        AccountQuota,
        Character,
        Detection,
        MediaLink,
        ModelInfo,
        Profile,
        Shot,
        Timezone,
    )
    from .models.sora import OAUTH_CLIENTS
    from .simulator import Simulator

__all__ = [
    "OAUTH_CLIENTS",
    "AccountQuota",
    "Added",
    "AsyncClient",
    "AsyncFileStream",
    "AsyncImage",
    "AsyncJob",
    "AsyncJobPage",
    "AsyncVideo",
    "Batch",
    "BatchResult",
    "Character",
    "CharacterCard",
    "ChatMedia",
    "ChatReading",
    "Client",
    "Credential",
    "CredentialStore",
    "Detection",
    "Download",
    "File",
    "FileStream",
    "Image",
    "Job",
    "JobPage",
    "MediaLink",
    "Model",
    "ModelInfo",
    "PowSolution",
    "Profile",
    "Shot",
    "Simulator",
    "SorakitError",
    "Timezone",
    "Transfer",
    "Video",
    "__version__",
    "check_target",
    "default_profile",
    "errors",
    "models",
    "random_profile",
    "read_chat",
    "solve_pow",
]

if TYPE_CHECKING:
    __all__ += errors.__all__

_WHERE = {
    "_batch": ("Added", "Batch", "BatchResult"),
    "_chat": ("CharacterCard", "ChatMedia", "ChatReading", "read_chat"),
    "_client": ("AsyncClient", "Client"),
    "_file_stream": ("AsyncFileStream", "FileStream"),
    "_files": ("check_target",),
    "_jobs": (
        "AsyncImage",
        "AsyncJob",
        "AsyncJobPage",
        "AsyncVideo",
        "Download",
        "Image",
        "Job",
        "JobPage",
        "Transfer",
        "Video",
    ),
    "_model": ("Model",),
    "_pow": ("PowSolution", "default_profile", "random_profile", "solve_pow"),
    "_store": ("Credential", "CredentialStore"),
    "errors": ("SorakitError",),
    "models.shared": (
        "AccountQuota",
        "Character",
        "Detection",
        "MediaLink",
        "ModelInfo",
        "Profile",
        "Shot",
        "Timezone",
    ),
    "models.sora": ("OAUTH_CLIENTS",),
    "simulator": ("Simulator",),
}
_MODULES = {name: module for module, names in _WHERE.items() for name in names}


def _find(name: str) -> object:
    from importlib import import_module

    module = _MODULES.get(name)
    if module is not None:
        return getattr(import_module(f"{__name__}.{module}"), name)
    if name in ("errors", "models", "simulator"):
        return import_module(f"{__name__}.{name}")
    if not name.startswith("_"):
        # Every exception can be had from here too.
        errors = import_module(f"{__name__}.errors")
        if name in errors.__all__:
            return getattr(errors, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


if not TYPE_CHECKING:

    def __getattr__(name):
        found = globals()[name] = _find(name)
        return found


def __dir__() -> list[str]:
    return sorted(__all__)
