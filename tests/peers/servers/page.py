"""`docs/compatibility.md`: what the servers showed."""

import datetime
import re
from pathlib import Path

PAGE = Path("docs/compatibility.md")
HEAD = """# Compatibility

<!-- Written by `tests/peers/servers/run --write`. -->

sorakit was driven, from Python and once from Node, against the API code of these servers as their wheels on PyPI have it,
unmodified, with an engine that hands out a film; and through a proxy. The stage `peers` of `cargo xtask test` does it again, and fails where this page does not say what
it saw. [Servers that host a model](servers-that-host-a-model.md) says what sorakit makes of the oddities.
"""


def section(about, check):
    """What one server showed."""
    lines = [
        f"## {about.name} {about.version}",
        "",
        f"Seen on {datetime.date.today()}, as `{about.flavour}`. {about.note}".strip(),
        "",
        "**Works:** " + "; ".join(named(verb) for verb in check.verbs) + ".",
        "",
        "**Options that arrive:** " + ", ".join(f"`{name}`" for name in about.options) + ".",
        "",
        "**Odd:**",
        "",
        *(f"- {says}" for says in check.oddities),
        "",
    ]
    return "\n".join(lines)


def named(verb):
    return re.sub(r"\b((videos|models)\.\w+)", r"`\1`", verb)


def write(sections):
    PAGE.write_text(HEAD + "\n" + "\n".join(sections))
    print(f"wrote {PAGE}")
    return 0


def compare(sections):
    """Requires that the page says this, whatever its days."""
    dayless = lambda text: re.sub(r"Seen on \S+,", "", text)
    if PAGE.exists() and dayless(PAGE.read_text()) == dayless(HEAD + "\n" + "\n".join(sections)):
        return 0
    print(f"{PAGE} does not say what was seen: `tests/peers/servers/run --write` writes it")
    return 1
