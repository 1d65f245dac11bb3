"""Colours of Markdown while it is typed. One line at a time; only fenced code carries over to the next."""

from __future__ import annotations

import re

from PySide6.QtCore import Slot
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from rustok_desktop.gui.theme.theme import Theme

_HEAD = re.compile(r"^(#{1,6}\s)(.*)$")
_MARKER = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s)?")
_QUOTE = re.compile(r"^\s*>+\s?")
_FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")
_RULE = re.compile(r"^\s{0,3}(?:-{3,}|\*{3,}|_{3,})\s*$")
_INLINE = (
    ("code", re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")),
    ("strong", re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")),
    ("emphasis", re.compile(r"(?<![\w*])(\*|_)(?=[^\s*_])(.+?)(?<=[^\s*_])\1(?![\w*])")),
    ("struck", re.compile(r"(~~)(?=\S)(.+?)(?<=\S)\1")),
)
_LINK = re.compile(r"(!?\[)([^\]\n]*)(\]\()([^)\n]*)(\))")
_LONGEST = 4_000  # characters; beyond, a line is not looked at: nobody reads colours there
_CODE = 1


class MarkdownHighlighter(QSyntaxHighlighter):
    """Follows the theme."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._formats: dict[str, QTextCharFormat] = {}
        self._make_formats()
        theme.changed.connect(self._restyle)

    @Slot()
    def _restyle(self) -> None:
        self._make_formats()
        self.rehighlight()

    def _make_formats(self) -> None:
        tokens = self._theme.tokens
        self._formats = {
            "mark": _format(tokens.muted),
            "head": _format(tokens.text, weight=QFont.Weight.Bold),
            "head_mark": _format(tokens.accent, weight=QFont.Weight.Bold),
            "list": _format(tokens.accent, weight=QFont.Weight.Bold),
            "quote": _format(tokens.muted, italic=True),
            "code": _format(tokens.accent, fill=tokens.sunk),
            "strong": _format(tokens.text, weight=QFont.Weight.Bold),
            "emphasis": _format(tokens.text, italic=True),
            "struck": _format(tokens.muted, struck=True),
            "link": _format(tokens.accent),
            "address": _format(tokens.muted),
        }

    def highlightBlock(self, text: str) -> None:
        """Formats one line."""
        fence = _FENCE.match(text)
        inside = self.previousBlockState() == _CODE
        self.setCurrentBlockState(_CODE if inside != bool(fence) else 0)
        if fence or inside:
            self.setFormat(0, len(text), self._formats["code"])
            return
        if not text or len(text) > _LONGEST:
            return
        if head := _HEAD.match(text):
            self.setFormat(0, head.end(1), self._formats["head_mark"])
            self.setFormat(head.end(1), len(text) - head.end(1), self._formats["head"])
        elif _RULE.match(text):
            self.setFormat(0, len(text), self._formats["mark"])
        elif quote := _QUOTE.match(text):
            self.setFormat(0, quote.end(), self._formats["head_mark"])
            self.setFormat(quote.end(), len(text) - quote.end(), self._formats["quote"])
        elif marker := _MARKER.match(text):
            self.setFormat(0, marker.end(), self._formats["list"])
        self._inline(text)

    def _inline(self, text: str) -> None:
        def put(at: int, length: int, name: str) -> None:
            self.setFormat(at, length, self._formats[name])

        taken: list[tuple[int, int]] = []
        for name, pattern in _INLINE:
            for found in pattern.finditer(text):
                if any(start <= found.start() < end for start, end in taken):
                    continue
                put(found.start(1), len(found[1]), "mark")
                put(found.start(2), len(found[2]), name)
                put(found.end(2), len(found[1]), "mark")
                if name == "code":
                    taken.append(found.span())
        for found in _LINK.finditer(text):
            if not any(start <= found.start() < end for start, end in taken):
                put(found.start(1), len(found[1]), "mark")
                put(found.start(2), len(found[2]), "link")
                put(found.start(3), found.end() - found.start(3), "address")


def _format(
    color: str, *, weight: QFont.Weight | None = None, italic: bool = False, struck: bool = False, fill: str = ""
) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(color))
    if weight is not None:
        made.setFontWeight(weight)
    if italic:
        made.setFontItalic(True)
    if struck:
        made.setFontStrikeOut(True)
    if fill:
        made.setBackground(QColor(fill))
    return made
