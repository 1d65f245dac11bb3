"""Texts as XLIFF, 1.2 or 2.0: one group per thing, one unit per text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from rustok_desktop.exchange.nodes.wxr_xml import carried
from rustok_desktop.exchange.words.units import DONE, MISSING, STALE, Languages, WrittenText

_HEAD_1 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
<file original={original} source-language={source} target-language={target} datatype="plaintext">
<body>
"""
_HEAD_2 = """<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang={source} trgLang={target}>
<file id="shop" original={original}>
"""
_STATES_1 = {MISSING: "needs-translation", STALE: "needs-review-translation", DONE: "translated"}
_STATES_2 = {MISSING: "initial", STALE: "translated", DONE: "final"}


class XliffWriter:
    """Writes one document; things whose texts follow one another make a group."""

    def __init__(self, file: IO[str], version: int, shop: str, languages: Languages) -> None:
        self._file = file
        self._first = version == 1
        self._thing = ""
        head = _HEAD_1 if self._first else _HEAD_2
        values = {"original": shop, "source": languages.source, "target": languages.target}
        file.write(head.format(**{name: quoteattr(carried(value)) for name, value in values.items()}))

    def write(self, texts: Iterable[WrittenText]) -> None:
        """The next texts."""
        for text in texts:
            self._begin(text)
            self._file.write(self._unit_1(text) if self._first else self._unit_2(text))

    def close(self) -> None:
        """The end of the document."""
        if self._thing:
            self._file.write("</group>\n")
        self._file.write("</body>\n</file>\n</xliff>\n" if self._first else "</file>\n</xliff>\n")

    def _begin(self, text: WrittenText) -> None:
        thing = text.key.thing
        if thing == self._thing:
            return
        if self._thing:
            self._file.write("</group>\n")
        self._thing = thing
        name = "resname" if self._first else "name"
        self._file.write(f"<group id={quoteattr(thing)} {name}={_attribute(text.title)}>\n")

    def _unit_1(self, text: WrittenText) -> str:
        key, name = quoteattr(str(text.key)), _attribute(text.key.field)
        target = f"<target state={quoteattr(_STATES_1[text.state])}>{_text(text.target)}</target>"
        return (
            f'<trans-unit id={key} resname={name} xml:space="preserve">'
            f"<source>{_text(text.source)}</source>{target}</trans-unit>\n"
        )

    def _unit_2(self, text: WrittenText) -> str:
        key, name = quoteattr(str(text.key)), _attribute(text.key.field)
        target = f"<target>{_text(text.target)}</target>" if text.target else ""
        return (
            f'<unit id={key} name={name} xml:space="preserve"><segment state={quoteattr(_STATES_2[text.state])}>'
            f"<source>{_text(text.source)}</source>{target}</segment></unit>\n"
        )


def _text(text: str) -> str:
    return escape(carried(text))


def _attribute(text: str) -> str:
    return quoteattr(carried(text))
