"""The lines of the palette: headings and items of every section that has any."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from rustok_desktop.gui.palette.palette_source import PaletteItem, Section

LINE = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section and what stands at its right."""

    text: str
    label: str


class PaletteModel(QAbstractListModel):
    """Sections keep their order; one that has not answered yet keeps its former lines."""

    def __init__(self, sections: int) -> None:
        super().__init__()
        self._sections: list[tuple[str, Section]] = [("", Section(()))] * sections
        self._lines: list[Heading | PaletteItem] = []

    def set_section(self, index: int, title: str, section: Section) -> None:
        """Replaces one section."""
        self._sections[index] = (title, section)
        self.beginResetModel()
        self._lines = []
        for heading, found in self._sections:
            if found.items:
                self._lines.append(Heading(heading, found.label))
                self._lines.extend(found.items)
        self.endResetModel()

    def line(self, row: int) -> Heading | PaletteItem:
        """The line in a row."""
        return self._lines[row]

    def next_item(self, row: int, step: int) -> int:
        """The nearest item from ``row`` (excluded) in the direction of ``step``, round the ends; -1 without items."""
        count = len(self._lines)
        for distance in range(1, count + 1):
            candidate = (row + step * distance) % count
            if isinstance(self._lines[candidate], PaletteItem):
                return candidate
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Headings and items."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and isinstance(self._lines[index.row()], PaletteItem):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text for readers, the line itself for the delegate."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.text if isinstance(line, Heading) else " ".join(filter(None, (line.text, line.note, line.side)))
        return None
