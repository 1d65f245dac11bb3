"""One text in two languages, as it stands in the shop and as it stands in a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

NODES = ("page", "post", "article", "custom")
Kind = Literal["page", "post", "article", "custom", "block", "menu_item", "category", "product", "media"]
KINDS: tuple[str, ...] = get_args(Kind)
MISSING, STALE, DONE = "missing", "stale", "done"  # what is to be done with a text
_UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_KEY = re.compile(rf"({'|'.join(KINDS)}):({_UUID}):([a-z_]+(?:\.[a-z0-9_]+)*)")


@dataclass(frozen=True, slots=True)
class Key:
    """Which text of which thing. Written ``post:ID:title``: letters that every format allows in a name."""

    kind: str
    thing_id: str
    field: str

    @property
    def thing(self) -> str:
        """The thing's part of it."""
        return f"{self.kind}:{self.thing_id}"

    def __str__(self) -> str:
        return f"{self.thing}:{self.field}"

    @classmethod
    def read(cls, text: str) -> Key | None:
        """The key that a file names; None for anything else."""
        found = _KEY.fullmatch(text.strip())
        return cls(*found.groups()) if found else None


@dataclass(slots=True)
class Thing:
    """Something with texts, in two languages. ``there``: it has the target language already.

    ``form`` is the format of a body: that of the target once it has one. ``template`` is a block's type, ``held``
    what it holds in the two languages (``like`` in the source).
    """

    kind: str
    id: str
    version: int
    title: str
    source: dict[str, str] = field(default_factory=dict)
    target: dict[str, str] = field(default_factory=dict)
    there: bool = False
    stale: bool = False
    form: str = "plain"
    template: str = ""
    like: dict[str, Any] = field(default_factory=dict)
    held: dict[str, Any] = field(default_factory=dict)

    def state(self, name: str) -> str:
        """What is to be done with one of its texts."""
        if not self.target.get(name):
            return MISSING
        return STALE if self.stale else DONE


@dataclass(frozen=True, slots=True)
class WrittenText:
    """One text on its way out."""

    key: Key
    title: str
    source: str
    target: str
    state: str


@dataclass(frozen=True, slots=True)
class ReadText:
    """One text of a file: ``key`` as it is written there. ``target`` is None where the file has none.

    ``fault`` is what makes it unusable: a code with a sentence, and what that sentence speaks of.
    """

    line: int
    key: str
    source: str
    target: str | None
    untouched: bool = False  # the file itself says that nobody has translated it
    fault: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Languages:
    """From which to which."""

    source: str
    target: str
