"""Progress bars: rich's or tqdm's where one is installed, else a plain line."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, Protocol, TypeAlias

    from typing_extensions import Self

    Progress: TypeAlias = "bool | Literal['auto']"
    """Whether a progress bar is shown: `"auto"` shows one in terminals and notebooks."""

    class Bar(Protocol):
        """Something that shows progress."""

        def __enter__(self) -> Self: ...
        def __exit__(self, *_: object) -> None: ...
        def update(self, percent: float, text: str) -> None: ...
        def transfer(self, done: int, total: int | None) -> None: ...


def bar_for(progress: Progress, title: str) -> Bar:
    """The bar that is asked for, and that this place can show."""
    if progress == "auto":
        progress = _in_notebook() or bool(getattr(sys.stderr, "isatty", lambda: False)())
    if not progress:
        return Silent()
    from ._native import shown

    # A path of odd bytes cannot be shown as it is.
    title = shown(title.encode("utf-8", "replace").decode(), 32)
    for make in (Rich, Tqdm):
        try:
            return make(title)
        except ImportError:
            continue
    return Plain(title)


def _in_notebook() -> bool:
    """Whether this is a notebook's kernel. Nothing is imported to find out."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return shell is not None and "Terminal" not in type(shell).__name__


class Silent:
    """Shows nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def update(self, percent: float, text: str) -> None:
        """A job's progress, in percent, and the server's word for it."""
        from ._native import shown

        self._show(percent, shown(text, 40))

    def _show(self, percent: float, text: str) -> None:
        pass

    def transfer(self, done: int, total: int | None) -> None:
        """A transfer's progress, in bytes."""
        if total:
            self.update(100 * done / total, f"{done >> 20} of {total >> 20} MiB")
        else:
            self.update(0, f"{done >> 20} MiB")


class Plain(Silent):
    """One line, written over."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._line = ""

    def __exit__(self, *_: object) -> None:
        if self._line:
            print(file=sys.stderr, flush=True)

    def _show(self, percent: float, text: str) -> None:
        full = min(20, int(percent / 5))
        bar = "#" * full + "." * (20 - full)
        line = f"{self._title} [{bar}] {percent:3.0f} % {text}"
        if line != self._line:
            padding = " " * max(0, len(self._line) - len(line))
            print(f"\r{line}{padding}", end="", file=sys.stderr, flush=True)
            self._line = line


class Tqdm(Silent):
    """tqdm's bar."""

    def __init__(self, title: str) -> None:
        from tqdm.auto import tqdm  # type: ignore[import-untyped, unused-ignore]

        self._bar: Any = tqdm(
            total=100,
            desc=title,
            bar_format="{desc}: {percentage:3.0f}% |{bar}| {elapsed} {postfix}",
        )

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def _show(self, percent: float, text: str) -> None:
        self._bar.n = round(percent, 1)
        self._bar.set_postfix_str(text)


class Rich(Silent):
    """rich's bar."""

    def __init__(self, title: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as RichProgress

        self._bar: Any = RichProgress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[text]}", markup=False),
            console=Console(stderr=not _in_notebook()),
        )
        self._task = self._bar.add_task(title, total=100, text="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def _show(self, percent: float, text: str) -> None:
        self._bar.update(self._task, completed=percent, text=text)
