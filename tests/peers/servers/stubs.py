"""What stands in for torch and the engines, so that a server's own API code runs without them."""

import abc
import importlib.abc
import importlib.machinery
import json
import sys
import threading
import time
import types
from pathlib import Path


def module(name, **contents):
    """Puts a module in place of the one of this name; what it does not hold is a `Thing`."""
    stub = types.ModuleType(name)
    stub.__getattr__ = lambda name: getattr(Thing, name)
    stub.__dict__.update(contents)
    sys.modules[name] = stub
    return stub


def package(name, folder):
    """The package in a folder without what its `__init__` imports: its modules are its own."""
    return module(name, __path__=[str(Path(folder, *name.split(".")))])


def missing(*names):
    """Puts a stub in the place of these packages and of all modules in them; whatever is taken
    from them is a `Thing`."""
    sys.meta_path.insert(0, Finder(names))


class Anything(abc.ABCMeta):
    """A class that has every attribute, which is a class of this kind too. It goes with abstract
    classes as a base."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything(name, (Thing,), {})

    def __iter__(cls):
        return iter(())

    def register(cls, *given, **named):
        return Thing()


class Thing(metaclass=Anything):
    """Can be subclassed, called, asked for anything, and be a decorator."""

    def __new__(cls, *given, **named):
        if len(given) == 1 and isinstance(given[0], types.FunctionType):
            return given[0]
        return super().__new__(cls)

    def __init__(self, *given, **named):
        pass

    def __init_subclass__(cls, **named):
        pass

    def __class_getitem__(cls, item):
        return cls

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return {"type": "any"}

    def __call__(self, *given, **named):
        return given[0] if len(given) == 1 and callable(given[0]) else Thing()

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Thing()

    def _reckon(self, other=None):
        return Thing()

    __neg__ = __add__ = __radd__ = __sub__ = __rsub__ = _reckon
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _reckon


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the packages that are missing."""

    def __init__(self, names):
        self.names = names

    def find_spec(self, name, path=None, target=None):
        if any(name == missing or name.startswith(f"{missing}.") for missing in self.names):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def exec_module(self, made):
        made.__version__ = "99.0.0"
        made.__getattr__ = lambda name: getattr(Thing, name)


def play(film, folder, path, asked, stopped=None):
    """Does as the prompt says: `fail` fails, `slow` takes two seconds, `half` keeps the second half
    of the file back for one; anything else is the film at `path` at once. What reached the
    engine is a line of `asked.jsonl`, for the check to read."""
    prompt = asked["prompt"]
    film = Path(film).read_bytes()
    if prompt.startswith("half"):
        Path(path).write_bytes(film[: len(film) // 2])
    note(folder, asked)
    if prompt.startswith("fail"):
        raise RuntimeError("the engine ran out of memory")
    if prompt.startswith("slow"):
        if (stopped or threading.Event()).wait(2):
            return note(folder, {"prompt": f"{prompt}: stopped"})
        note(folder, {"prompt": f"{prompt}: made"})
    if prompt.startswith("half"):
        time.sleep(1)
    Path(path).write_bytes(film)


def content(path):
    """The bytes of a file that the engine was given, to be noted, before the server deletes it."""
    return Path(path).read_bytes().hex() if path and Path(path).is_file() else None


def note(folder, asked):
    with open(Path(folder, "asked.jsonl"), "a") as file:
        print(json.dumps(asked, default=str), file=file)
