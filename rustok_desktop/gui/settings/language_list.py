"""The languages a shop writes in besides its main one: on, off, and one more."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QVBoxLayout, QWidget

from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.identity.names import LANGUAGE_NAMES
from rustok_desktop.identity.views import LocaleView


class LanguageList(QWidget):
    """``switched`` carries a tag and whether it is to be on; ticks follow :meth:`show_locales` only."""

    switched = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        self._locales: tuple[LocaleView, ...] = ()
        self._boxes: list[QCheckBox] = []
        self.add = FilterBox()
        self.add.chosen.connect(self._added)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.s)
        self._column.addWidget(self.add)
        self.setFocusProxy(self.add)
        self.retranslate()

    def boxes(self) -> dict[str, QCheckBox]:
        """The tick of each language but the main one."""
        return {box.objectName(): box for box in self._boxes}

    def show_locales(self, locales: tuple[LocaleView, ...]) -> None:
        """The languages as they are stored."""
        self._locales = locales
        for box in self._boxes:
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = []
        for view in (view for view in locales if not view.is_default):
            box = QCheckBox(view.name)
            box.setObjectName(view.locale)
            box.setChecked(view.is_enabled)
            box.clicked.connect(self._clicked)
            self._column.insertWidget(len(self._boxes), box)
            self._boxes.append(box)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets every text."""
        known = {view.locale for view in self._locales}
        others = [(tag, name) for tag, name in LANGUAGE_NAMES.items() if tag not in known]
        self.add.set_choices([(None, self.tr("Add a language…")), *others])
        self.add.set_value(None)
        self.add.setAccessibleName(self.tr("Add a language"))

    @Slot()
    def _clicked(self) -> None:
        box = self.sender()
        assert isinstance(box, QAbstractButton)
        on = box.isChecked()
        box.setChecked(not on)  # until it is stored
        self.switched.emit(box.objectName(), on)

    @Slot(object)
    def _added(self, tag: object) -> None:
        self.add.set_value(None)
        if tag is not None:
            self.switched.emit(str(tag), True)
