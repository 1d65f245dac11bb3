"""The activity as lines of a list: days, acts, the fields of an unfolded act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from rustok_desktop.core.locale import format_time, local_time
from rustok_desktop.gui.home import activity_texts as words
from rustok_desktop.gui.home.home_texts import long_date
from rustok_desktop.runtime.overview_views import Act

LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows. ``kind``: day, act, field (of the act above; ``last`` of them) or more."""

    kind: str
    act: Act | None = None
    when: str = ""
    who: str = ""
    what: str = ""
    field: str = ""
    old: str = ""
    new: str = ""
    folds: bool = False
    unfolded: bool = False
    last: bool = False

    def spoken(self) -> str:
        """For screen readers."""
        return ", ".join(text for text in (self.when, self.who, self.what, self.field, self.old, self.new) if text)


class ActivityModel(QAbstractListModel):
    """Lines of the acts it is given; folding is kept by act."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._acts: tuple[Act, ...] = ()
        self._more = False
        self._owner: str | None = None
        self._language = "en"
        self._unfolded: set[str] = set()
        self._lines: list[Line] = []

    @property
    def acts(self) -> tuple[Act, ...]:
        """What is shown."""
        return self._acts

    def set_acts(self, acts: Sequence[Act], more: bool) -> None:
        """Shows other acts; ``more``: there are earlier ones."""
        self._acts, self._more = tuple(acts), more
        self._rebuild()

    def set_people(self, owner: str | None) -> None:
        """Who is ``You``."""
        if owner != self._owner:
            self._owner = owner
            self._rebuild()

    def set_language(self, language: str) -> None:
        """All words anew."""
        self._language = language
        self._rebuild()

    def toggle(self, row: int) -> None:
        """Unfolds or folds an act with several fields."""
        line = self.line(row)
        if line is not None and line.folds and line.act is not None:
            self._unfolded ^= {line.act.id}
            self._rebuild()

    def line(self, row: int) -> Line | None:
        """A row's content."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, and what a screen reader says of it."""
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.spoken()
        if role == Qt.ItemDataRole.ToolTipRole and line.kind in ("act", "field"):
            return line.spoken()
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Days cannot be chosen."""
        line = self.line(index.row())
        return Qt.ItemFlag.NoItemFlags if line is None or line.kind == "day" else super().flags(index)

    def _rebuild(self) -> None:
        self.beginResetModel()
        self._lines = self._made()
        self.endResetModel()

    def _made(self) -> list[Line]:
        lines: list[Line] = []
        day: date | None = None
        for act in self._acts:
            moment = local_time(act.at)
            if moment.date() != day:
                day = moment.date()
                lines.append(self._day(moment))
            lines += self._of(act, moment)
        if self._more:
            lines.append(Line("more", what=self.tr("Show earlier")))
        return lines

    def _day(self, moment: datetime) -> Line:
        today = datetime.now(moment.tzinfo).date()
        names = {0: self.tr("Today"), 1: self.tr("Yesterday")}
        name = names.get((today - moment.date()).days, "")
        return Line("day", when=name, what=long_date(moment, self._language))

    def _of(self, act: Act, moment: datetime) -> list[Line]:
        folds = len(act.changes) > 1 and not words.done(act)
        unfolded = folds and act.id in self._unfolded
        old = new = ""
        if act.kind == "import":
            new = words.outcome(act, self._language)
        elif words.done(act):
            new = words.done(act)
        elif len(act.changes) == 1:
            old, new = (words.value(act.changes[0], side, self._language) for side in _sides(act))
        head = Line(
            "act",
            act,
            format_time(moment),
            words.who(act, self._owner),
            self._what(act),
            self._field(act),
            old,
            new,
            folds=folds,
            unfolded=unfolded,
        )
        return [head, *(self._fields(act) if unfolded else ())]

    def _what(self, act: Act) -> str:
        if act.count == 1 or act.kind == "import":
            return words.what(act)
        if act.subject == "product":
            return self.tr("%Ln product(s)", "", act.count)
        return self.tr("%Ln thing(s)", "", act.count)

    def _field(self, act: Act) -> str:
        several = len(act.changes) > 1 and not words.done(act)
        return self.tr("%Ln field(s)", "", len(act.changes)) if several else words.fields(act)

    def _fields(self, act: Act) -> list[Line]:
        count = len(act.changes)
        return [
            Line(
                "field",
                act,
                field=words.field_name(change),
                old=words.value(change, change.old, self._language),
                new=words.value(change, change.new, self._language),
                last=place == count - 1,
            )
            for place, change in enumerate(act.changes)
        ]


def _sides(act: Act) -> tuple[Any, Any]:
    return act.changes[0].old, act.changes[0].new
