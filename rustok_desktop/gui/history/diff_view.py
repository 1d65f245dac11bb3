"""What differs between two texts, for reading: signs, strokes and colours say the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from rustok_desktop.core.text_diff import DiffLine, DiffRow, TextDiff
from rustok_desktop.gui.theme.theme import Theme

SHOWN = 5_000  # characters at a time; laying out more would hold up the window
_ROW = 60  # a row costs as much as so many of them
_LONGEST = 4_000  # characters of a line


@dataclass(frozen=True, slots=True)
class DiffSection:
    """One field: what it is called, and what differs."""

    title: str
    diff: TextDiff


class DiffView(QTextBrowser):
    """Below one another with ``−`` and ``+``, or side by side; struck through is gone, underlined new."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "reading")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._theme = theme
        self._sections: tuple[DiffSection, ...] = ()
        self._beside = False
        self._at = (0, 0)  # the section and the row that come next
        self._last: QTextCursor | None = None  # where the link to them stands
        self.anchorClicked.connect(self._more)
        theme.changed.connect(self._draw)

    def show_sections(self, sections: Sequence[DiffSection], *, beside: bool) -> None:
        """Other differences, or the same in the other way."""
        self._sections, self._beside = tuple(sections), beside
        self._draw()

    @Slot()
    def _draw(self) -> None:
        """From the start: what was opened since would take as long as all its pieces together."""
        if not self._sections:
            self.setHtml(f"<p>{escape(self.tr('Nothing differs.'))}</p>")
            return
        self._at = (0, 0)
        self.clear()
        self._put(self._piece())
        self.verticalScrollBar().setValue(0)

    @Slot()
    def _more(self) -> None:
        """The next piece, in the place of the link; what stands already is not laid out again."""
        at = self.verticalScrollBar().value()
        if self._last is not None:
            self._last.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
            self._last.removeSelectedText()
        self._put(self._piece())
        self.verticalScrollBar().setValue(at)

    def _put(self, html: str) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertHtml(html)
        left = sum(len(one.diff.rows) for one in self._sections[self._at[0] :]) - self._at[1]
        self._last = None
        if left:
            self._last = QTextCursor(self.document())
            self._last.movePosition(QTextCursor.MoveOperation.End)
            more = escape(self.tr("Show %Ln more line(s)", "", left))
            place = self._last.position()
            cursor.insertHtml(f"<a href='more' style='color:{self._theme.tokens.accent}'>{more}</a>")
            self._last.setPosition(place)

    def _piece(self) -> str:
        """The next rows, with the titles of the sections that begin among them."""
        room, parts = SHOWN, []
        while room > 0 and self._at[0] < len(self._sections):
            number, first = self._at
            section = self._sections[number]
            rows, room = _fitting(section.diff.rows, first, room)
            parts.append(self._heading(section) if first == 0 else "")
            parts.append(f"<table width='100%' cellspacing='0' cellpadding='3'>{''.join(map(self._row, rows))}</table>")
            done = first + len(rows)
            self._at = (number, done) if done < len(section.diff.rows) else (number + 1, 0)
        return "".join(parts)

    def _heading(self, section: DiffSection) -> str:
        counts = f"<span style='color:{self._theme.tokens.muted}'>−{section.diff.gone} +{section.diff.new}</span>"
        return f"<p style='margin-top:8px'><b>{escape(section.title)}</b>&nbsp; {counts}</p>"

    def _row(self, row: DiffRow) -> str:
        tokens = self._theme.tokens
        if row.skipped:
            text = escape(self.tr("%Ln line(s) alike", "", row.skipped))
            span = 4 if self._beside else 2
            return f"<tr><td colspan='{span}' style='color:{tokens.muted};background:{tokens.sunk}'>⋯ {text}</td></tr>"
        if self._beside:
            return f"<tr>{self._cells(row, gone=True)}{self._cells(row, gone=False)}</tr>"
        sides = (True, False) if row.changed else (False,)
        shown = [gone for gone in sides if (row.before if gone else row.after) is not None]
        return "".join(f"<tr>{self._cells(row, gone=gone)}</tr>" for gone in shown)

    def _cells(self, row: DiffRow, *, gone: bool) -> str:
        tokens = self._theme.tokens
        line, share = row.before if gone else row.after, 50 if self._beside else 100
        if line is None:
            return f"<td width='16'></td><td width='{share}%' style='background:{tokens.sunk}'></td>"
        sign = ("−" if gone else "+") if row.changed else ""
        soft, strong = (tokens.danger_soft, tokens.danger) if gone else (tokens.ok_soft, tokens.ok)
        # A line that stands in one text only is filled; in one that both have, only the words are.
        fill = f"background:{soft}" if row.before is None or row.after is None else ""
        return (
            f"<td width='16' align='center' style='color:{strong}'><b>{sign}</b></td>"
            f"<td width='{share}%' style='{fill}'>{self._words(line, gone, soft, strong)}</td>"
        )

    def _words(self, line: DiffLine, gone: bool, soft: str, strong: str) -> str:
        stroke = "line-through" if gone else "underline"
        style = f"background:{soft};color:{strong};text-decoration:{stroke}"
        parts, done = [], 0
        for start, length in line.marks:
            parts.append(_text(line.text[done:start]))
            parts.append(f"<span style='{style}'>{_text(line.text[start : start + length])}</span>")
            done = start + length
        rest = line.text[done : max(done, _LONGEST)]
        cut = "…" if len(line.text) > done + len(rest) else ""
        return "".join([*parts, _text(rest), cut]) or "&nbsp;"

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._draw()


def _text(text: str) -> str:
    return escape(text).replace("  ", "&nbsp; ").replace("\t", "&nbsp;&nbsp;&nbsp; ")


def _fitting(rows: Sequence[DiffRow], first: int, room: int) -> tuple[Sequence[DiffRow], int]:
    """The rows from ``first`` on that the room is enough for, and what is left of it."""
    for place in range(first, len(rows)):
        if room <= 0:
            return rows[first:place], room
        both = (rows[place].before, rows[place].after)
        room -= _ROW + sum(len(line.text[:_LONGEST]) for line in both if line is not None)
    return rows[first:], room
