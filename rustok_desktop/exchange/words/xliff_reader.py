"""Reading XLIFF, 1.x or 2.x, as translators' programs write it back. Nothing in it is expanded or fetched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rustok_desktop.core.errors import UserError
from rustok_desktop.exchange.nodes.xml_stream import SafeXml, Tell
from rustok_desktop.exchange.words.tags import read_tag
from rustok_desktop.exchange.words.units import Languages, ReadText

_UNITS = {1: "trans-unit", 2: "unit"}
_AROUND = {1: frozenset({"source", "target"}), 2: frozenset({"segment", "ignorable"})}
# Marks that programs put around text; what is within them belongs to it.
_MARKS = frozenset({"mrk", "g", "pc", "sm", "em"})
_UNDONE = frozenset({"new", "needs-translation", "initial"})


@dataclass(slots=True)
class _Segment:
    """A source and its target; ``between`` stands between two segments and is not translated."""

    between: bool = False
    source: list[str] = field(default_factory=list)
    target: list[str] | None = None


@dataclass(slots=True)
class _Unit:
    line: int
    key: str
    depth: int
    segments: list[_Segment] = field(default_factory=list)
    undone: bool = False
    inline: str = ""


class XliffReader(SafeXml):
    """Hands out the units of a document. UserError for what is no XLIFF or says other languages than it should."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.version = 0
        self.name = ""  # as the document writes its version
        self.languages: Languages | None = None
        self._unit: _Unit | None = None
        self._path_in: list[str] = []
        self._done: list[ReadText] = []

    def texts(self, tell: Tell = lambda _: None) -> Iterator[ReadText]:
        """Every unit in the order of the file."""
        for _ in self.feed_all(tell):
            done, self._done = self._done, []
            yield from done
        if self.languages is None:
            raise UserError("texts_no_languages", path=self._path.name)

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """One element more."""
        local = name.rpartition(":")[2]
        if self.depth == 1:
            self._begin(local, attributes)
        elif self._unit is not None:
            self._path_in.append(local)
            self._inside(self._unit, attributes)
        elif local == "file" and self.version == 1:
            self._say(attributes.get("source-language"), attributes.get("target-language"))
        elif local == _UNITS[self.version]:
            self.size = 0
            self._unit = _Unit(self.line, attributes.get("id", ""), self.depth)
            self._path_in = []
            if self.version == 1:
                self._unit.segments.append(_Segment())

    def closed(self, name: str) -> None:
        """A unit is whole at its end."""
        unit = self._unit
        if unit is None:
            self.size = 0
        elif self.depth >= unit.depth:
            self._path_in.pop()
        else:
            self._done.append(_read(unit))
            self._unit = None

    def said(self, text: str) -> None:
        """Text of a source or a target."""
        into = self._place()
        if into is not None:
            into.append(text)

    def _begin(self, local: str, attributes: dict[str, str]) -> None:
        if local != "xliff":
            raise self.wrong("not_xliff", found=local)
        self.name = attributes.get("version", "")
        major = self.name.partition(".")[0]
        if major not in ("1", "2"):
            raise self.wrong("xliff_version", version=self.name)
        self.version = int(major)
        if self.version == 2:
            self._say(attributes.get("srcLang"), attributes.get("trgLang"))

    def _say(self, source: str | None, target: str | None) -> None:
        """Languages of a part of the document; all parts must say the same."""
        if not source or not target:
            raise self.wrong("texts_no_languages")
        try:
            said = Languages(read_tag(source), read_tag(target))
        except ValueError:
            raise self.wrong("texts_languages_unreadable", source=source, target=target) from None
        if self.languages is not None and said != self.languages:
            raise self.wrong("texts_languages_differ", one=self.languages.target, other=said.target)
        self.languages = said

    def _inside(self, unit: _Unit, attributes: dict[str, str]) -> None:
        path, first = self._path_in, self.version == 1
        if not first and len(path) == 1 and path[0] in _AROUND[2]:
            unit.segments.append(_Segment(between=path[0] == "ignorable"))
            unit.undone |= attributes.get("state") in _UNDONE
        elif self._side() and len(path) == (1 if first else 2):
            if path[-1] == "target":
                unit.segments[-1].target = []
                unit.undone |= first and attributes.get("state") in _UNDONE
        elif self._side() and path[-1] not in _MARKS:
            unit.inline = unit.inline or path[-1]

    def _side(self) -> str:
        """source or target, when the parser stands in one of the unit's own; "" elsewhere, as in alternatives."""
        path = self._path_in
        if self.version == 2:
            if len(path) < 2 or path[0] not in _AROUND[2]:
                return ""
            path = path[1:]
        return path[0] if path and path[0] in _AROUND[1] else ""

    def _place(self) -> list[str] | None:
        side = self._side() if self._unit is not None else ""
        if self._unit is None or not side:
            return None
        segment = self._unit.segments[-1]
        return segment.source if side == "source" else segment.target


def _read(unit: _Unit) -> ReadText:
    source = "".join(text for segment in unit.segments for text in segment.source)
    parts: list[str] = []
    missing = False
    for segment in unit.segments:
        if segment.target is None:
            missing |= not segment.between
            parts += segment.source
        else:
            parts += segment.target
    target = None if missing or not unit.segments else "".join(parts)
    fault = "text_inline" if unit.inline else ""
    return ReadText(unit.line, unit.key, source, target, unit.undone and target == source, fault, unit.inline)
