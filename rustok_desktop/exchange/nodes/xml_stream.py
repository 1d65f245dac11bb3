"""XML of any size, one part of the channel at a time: nothing is fetched, nothing expands, wrong files are refused."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.parsers import expat

from rustok_desktop.core.errors import UserError

CHUNK = 1 << 16
DEEPEST = 100  # elements within one another
LARGEST_PART = 32 << 20  # characters of one item with everything in it
# Bytes that XML knows no meaning for, and that old programs wrote all the same. In UTF-16 they are parts of letters.
_CONTROL = bytes(code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D))
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Tell = Callable[[int], None]


@dataclass(slots=True)
class Part:
    """One element: name as written, with its prefix; ``text`` is its own, without that of its children."""

    name: str
    attributes: dict[str, str]
    line: int
    texts: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All character data directly in it."""
        return "".join(self.texts)

    def find(self, name: str) -> Part | None:
        """The first child of this name."""
        return next((part for part in self.parts if part.name == name), None)

    def all(self, name: str) -> list[Part]:
        """All children of this name."""
        return [part for part in self.parts if part.name == name]

    def value(self, name: str) -> str:
        """The text of the first child of this name; "" without one."""
        part = self.find(name)
        return part.text if part is not None else ""


class SafeXml:
    """Feeds a file to the parser. UserError names line, column and what is wrong there.

    Who reads a format says in ``opened``, ``closed`` and ``said`` what its elements are; ``depth`` counts those open.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.depth = 0
        self.size = 0  # characters since the last part was whole
        self.removed = 0  # control characters
        self._parser = self._make_parser()

    @property
    def line(self) -> int:
        """Where the parser stands."""
        return int(self._parser.CurrentLineNumber)

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        raise NotImplementedError

    def closed(self, name: str) -> None:
        """An element ends; ``depth`` no longer counts it."""
        raise NotImplementedError

    def said(self, text: str) -> None:
        """Character data."""
        raise NotImplementedError

    def feed_all(self, tell: Tell = lambda _: None) -> Iterator[None]:
        """Read the file; stops now and then so that what is whole can be taken. ``tell`` hears how many bytes."""
        done = 0
        try:
            with self._path.open("rb") as file:
                chunk = file.read(CHUNK)
                wide = chunk.startswith(_WIDE)
                while chunk:
                    self._feed(chunk if wide else self._clean(chunk))
                    yield
                    done += len(chunk)
                    tell(done)
                    chunk = file.read(CHUNK)
        except OSError as error:
            raise UserError("file_unreadable", path=str(self._path), detail=error.strerror or "") from error
        self._feed(b"", last=True)
        yield

    def wrong(self, code: str, **params: Any) -> UserError:
        """A refusal of the place where the parser stands."""
        params |= {"line": self.line, "column": self._parser.CurrentColumnNumber + 1}
        return UserError(code, fields=(), path=self._path.name, **params)

    def _clean(self, chunk: bytes) -> bytes:
        clean = chunk.translate(None, _CONTROL)
        self.removed += len(chunk) - len(clean)
        return clean

    def _feed(self, data: bytes, *, last: bool = False) -> None:
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            raise self._refusal(error) from None
        except (LookupError, ValueError) as error:  # an encoding nobody knows, or of several bytes
            raise self.wrong("xml_broken", detail=str(error)) from None

    def _refusal(self, error: expat.ExpatError) -> UserError:
        detail = expat.ErrorString(error.code) or ""
        cut = error.code in _CUT_OFF
        code = "xml_cut_off" if cut else "xml_broken"
        return UserError(code, path=self._path.name, line=error.lineno, column=error.offset + 1, detail=detail)

    def _make_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        # An entity of the file's own can stand for a billion others, or for a file of this computer.
        parser.EntityDeclHandler = self._entity
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        return parser

    def _entity(self, name: str, *_rest: object) -> None:
        raise self.wrong("xml_entities", name=name)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise self.wrong("xml_too_deep", limit=DEEPEST)
        self.opened(name, attributes)

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.closed(name)

    def _characters(self, text: str) -> None:
        self.size += len(text)
        if self.size > LARGEST_PART:
            raise self.wrong("xml_part_too_big", limit=LARGEST_PART >> 20)
        self.said(text)


class ChannelReader(SafeXml):
    """Reads ``rss/channel`` and hands out its children."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._done: list[Part] = []
        self._stack: list[Part] = []

    def parts(self, tell: Tell = lambda _: None) -> Iterator[Part]:
        """Every child of the channel once it is whole; ``tell`` hears how many bytes are read."""
        for _ in self.feed_all(tell):
            done, self._done = self._done, []
            yield from done

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """One part more, or what must be around all of them."""
        if self.depth <= 2:
            expected = ("rss", "channel")[self.depth - 1]
            if name != expected:
                raise self.wrong("not_wxr", found=name)
            return
        part = Part(name, attributes, self.line)
        if self._stack:
            self._stack[-1].parts.append(part)
        self._stack.append(part)

    def closed(self, name: str) -> None:
        """A part is whole when nothing is open around it."""
        if not self._stack:
            return
        part = self._stack.pop()
        if not self._stack:
            self._done.append(part)
            self.size = 0

    def said(self, text: str) -> None:
        """Of the part that is open."""
        if self._stack:
            self._stack[-1].texts.append(text)
        else:
            self.size = 0


_CUT_OFF = frozenset(
    expat.errors.codes[text]
    for text in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
)
