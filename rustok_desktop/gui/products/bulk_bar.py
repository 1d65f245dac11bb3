"""What can be done to the ticked variants, above the grid."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget

from rustok_desktop.core.locale import format_number
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.products.formula_bar import SKU, FormulaBar
from rustok_desktop.gui.products.variant_grid_model import POLICIES, VariantGridModel
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button

_LINES = {"price": "dollar", "compare_at": "tag", "cost": "box", SKU: "barcode"}


class BulkBar(QFrame):
    """In sight while anything is ticked. All acts make unsaved edits, which the ordinary save commits."""

    def __init__(
        self, model: VariantGridModel, controller: EditorController, icons: Icons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        self.setProperty("tone", "accent")
        self._model = model
        self._controller = controller
        self.count = QCheckBox()
        self.count.setTristate(True)
        self.count.clicked.connect(self._turn_all)
        font = self.count.font()
        font.setWeight(font.Weight.DemiBold)
        self.count.setFont(font)
        self.lines = {name: self._segment(icons, icon) for name, icon in _LINES.items()}
        for name, button in self.lines.items():
            button.clicked.connect(partial(self._open, name))
        self.policy = Button("", icons.icon("layers", "text"), "ghost", compact=True)
        self.policy.clicked.connect(self._choose_policy)
        self.delete = Button("", icons.icon("trash", "danger"), "ghost", compact=True)
        self.delete.clicked.connect(self._delete)
        self.clear = Button("", icons.icon("x", "text"), "ghost", compact=True)
        self.clear.clicked.connect(self._clear)
        self.formula = FormulaBar(model, controller)
        self.formula.closed.connect(self._show_lines)
        self.formula.hide()
        flow = FlowLayout(spacing=SPACE.xs)
        for widget in (self.count, *self.lines.values(), self.policy, self.delete, self.clear):
            widget.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            flow.addWidget(widget)
        gap = QWidget()  # the last one stands at the right where there is room
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        flow.insert_widget(flow.count() - 1, gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.s, SPACE.m, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addLayout(flow)
        column.addWidget(self.formula)
        model.ticks_changed.connect(self.refresh)
        self.retranslate()

    def _segment(self, icons: Icons, icon: str) -> Button:
        button = Button("", icons.icon(icon, "text"), "segment")
        button.setProperty("role", "segment")
        button.setCheckable(True)
        return button

    @Slot()
    def refresh(self) -> None:
        """How many are ticked; out of sight when none is."""
        state = self._controller.state
        ticked, total = len(self._model.ticked()), state.variant_count() if state is not None else 0
        language = self._controller.language
        self.count.setCheckState(self._model.tick_state())
        self.count.setText(
            self.tr("{n} of {m} selected").format(n=format_number(ticked, language), m=format_number(total, language))
        )
        self.delete.setEnabled(total > 1)
        self.setVisible(ticked > 0)

    # -- acts --------------------------------------------------------------------------------------

    @Slot()
    def _turn_all(self) -> None:
        self._model.tick_all(self._model.tick_state() != Qt.CheckState.Checked)
        self.refresh()

    @Slot()
    def _clear(self) -> None:
        self._model.tick_all(False)

    def _open(self, name: str, _checked: bool = False) -> None:
        if self.formula.target == name:
            self.formula.close_line()
        else:
            self.formula.open_line(name)
            self._show_lines()

    @Slot()
    def _show_lines(self) -> None:
        for name, button in self.lines.items():
            button.setChecked(name == self.formula.target)

    @Slot()
    def _choose_policy(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for policy in POLICIES:
            menu.addAction(self._model.policy_text(policy)).triggered.connect(partial(self.set_policy, policy))
        menu.popup(self.policy.mapToGlobal(QPoint(0, self.policy.height())))

    def set_policy(self, policy: str, _checked: bool = False) -> None:
        """Whether the ticked variants go on selling without stock."""
        self._controller.edit_many((f"variants/{key}/inventory_policy", policy) for key in self._model.ticked())

    @Slot()
    def _delete(self) -> None:
        self._controller.when_whole(self._remove_ticked)

    def _remove_ticked(self) -> None:
        state = self._controller.state
        if state is not None and state.remove_variants(self._model.ticked()):
            self._controller.touched()

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words in the language of the window."""
        words = {
            "price": self.tr("Price"),
            "compare_at": self.tr("Compare at"),
            "cost": self.tr("Cost"),
            SKU: self.tr("SKU pattern…"),
        }
        for name, button in self.lines.items():
            button.setText(words[name])
        self.policy.setText(self.tr("When sold out…"))
        self.delete.setText(self.tr("Delete"))
        self.delete.setToolTip(self.tr("Takes the ticked variants out; a product keeps at least one"))
        self.clear.setText(self.tr("Clear selection"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
