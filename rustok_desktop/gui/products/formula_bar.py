"""The line in which a change of many cells is written, with what it would do beside it."""

from __future__ import annotations

from collections import Counter
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QWidget

from rustok_desktop.commerce.price_formula import FormulaError
from rustok_desktop.core.locale import number_style
from rustok_desktop.core.messages import message
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.flow_layout import FlowLayout
from rustok_desktop.gui.products.price_effect import Effect, price_effect
from rustok_desktop.gui.products.product_texts import variant_path
from rustok_desktop.gui.products.sku_pattern import PatternError, default_pattern, sku_texts
from rustok_desktop.gui.products.variant_grid_model import VariantGridModel
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.properties import restyle

SKU = "sku"


class FormulaBar(QWidget):
    """Shows its outcome in the grid while it is written; applying it makes unsaved edits. ``closed`` follows either."""

    closed = Signal()

    def __init__(self, model: VariantGridModel, controller: EditorController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._controller = controller
        self._target = ""
        self._texts: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._name = QLabel()
        self._name.setProperty("role", "accent")
        self.line = QLineEdit()
        self.line.setMaxLength(200)
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * 38)
        self.outcome = QLabel()
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.outcome.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.outcome.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.outcome.setTextFormat(Qt.TextFormat.RichText)
        self.cancel = Button(compact=True)
        self.apply = Button(variant="primary", compact=True)
        flow = FlowLayout(self, spacing=SPACE.m)
        for widget in (self._name, self.line, self.outcome, self.cancel, self.apply):
            flow.addWidget(widget)
        self.line.textChanged.connect(self._written)
        self.line.returnPressed.connect(self.take)
        self.apply.clicked.connect(self.take)
        self.cancel.clicked.connect(self.close_line)
        model.ticks_changed.connect(self.work_out)
        controller.edited.connect(self.work_out)
        controller.replaced.connect(self.work_out)
        self.retranslate()

    @property
    def target(self) -> str:
        """The column being written for, "" for none."""
        return self._target

    def open_line(self, target: str) -> None:
        """Write a formula for this column; what was written for it before comes back."""
        self._target = target
        state = self._controller.state
        text = self._texts.get(target, "")
        if target == SKU and not text and state is not None:
            title = state.text(f"title@{state.locale}")
            text = default_pattern(title, [option.name for option in state.options()])
        self.show()
        self._name_line()
        self.line.setText(text)
        self.line.setFocus()
        self.line.selectAll()
        self.work_out()

    @Slot()
    def close_line(self) -> None:
        """Write nothing; the grid shows no outcome any more."""
        self._target = ""
        self.hide()
        self._model.show_effect(None)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the formula back, not the editor."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)

    @Slot()
    def take(self) -> None:
        """Put the outcome into the cells, as if it had been typed."""
        effect, state = self._model.effect, self._controller.state
        if effect is None or state is None or not effect.changes:
            return
        target, changed = effect.target, effect.changed
        self._texts.pop(target, None)
        self.close_line()
        self._controller.edit_many((variant_path(key, target, state.currency), text) for key, text in changed.items())

    # -- what it would do --------------------------------------------------------------------------

    @Slot(str)
    def _written(self, text: str) -> None:
        if self._target:
            self._texts[self._target] = text
            self.work_out()

    @Slot()
    def work_out(self) -> None:
        """Work the formula out for the ticked variants, and show it."""
        state = self._controller.state
        if not self._target:
            return
        if state is None or not self._model.ticked():
            self.close_line()
            return
        restyle(self.line, "invalid", False)
        if not self.line.text().strip():
            self._show(None, escape(self._hint()))
            return
        try:
            effect = self._skus() if self._target == SKU else self._prices()
        except FormulaError as error:
            self._refuse(message(error.code, self._controller.language, error.params))
        except PatternError as error:
            self._refuse(self.tr("The product has no option “{name}”.").format(name=error.word))
        else:
            self._show(effect, self._told(effect))

    def _prices(self) -> Effect:
        state, model = self._controller.state, self._model
        assert state is not None
        language = self._controller.language
        return price_effect(self.line.text(), self._target, state.currency, model.ticked(), model.amounts, language)

    def _skus(self) -> Effect:
        state = self._controller.state
        assert state is not None
        names = [option.name for option in state.options()]
        keys = self._model.ticked()
        variants = [(key, {n: state.cell(key, f"option{i}").strip() for i, n in enumerate(names)}) for key in keys]
        made = sku_texts(self.line.text(), variants)
        ticked, every = set(keys), self._model.keys()
        counted = Counter(made.values()) + Counter(state.cell(key, SKU).strip() for key in every if key not in ticked)
        wrong = frozenset(key for key, text in made.items() if counted[text] > 1)
        outcomes = {key: (state.cell(key, SKU), text) for key, text in made.items()}
        return Effect(SKU, state.currency, dict(outcomes), wrong)

    def _refuse(self, text: str) -> None:
        restyle(self.line, "invalid", True)
        self._show(None, escape(text), "danger")

    def _show(self, effect: Effect | None, told: str, role: str = "") -> None:
        self._model.show_effect(effect)
        restyle(self.outcome, "role", role or ("" if effect is not None else "muted"))
        self.outcome.setText(told)
        count = effect.changes if effect is not None else 0
        self.apply.setText(self.tr("Apply to %Ln", "", count))
        self.apply.setEnabled(count > 0)
        self.updateGeometry()

    def _told(self, effect: Effect) -> str:
        parts = []
        if effect.first is not None:
            before, after = effect.first
            parts.append(f"<s>{escape(before)}</s> → <b>{escape(after) or '—'}</b>")
        if effect.margin_before is not None and effect.margin_after is not None:
            point = number_style(self._controller.language).decimal
            was, becomes = (f"{m:f} %".replace(".", point) for m in (effect.margin_before, effect.margin_after))
            parts.append(escape(self.tr("average margin {was} → {becomes}").format(was=was, becomes=becomes)))
        if effect.untouched:
            parts.append(escape(self.tr("%Ln left as they are", "", effect.untouched)))
        if effect.wrong:
            parts.append(f"<b>{escape(self.tr('%Ln to fix', '', len(effect.wrong)))}</b>")
        return "&nbsp;&nbsp;·&nbsp;&nbsp;".join(parts)

    def _hint(self) -> str:
        if self._target == SKU:
            return self.tr("Names of options in braces, cut to a length, and a number, e.g. {example}").format(
                example="APR-{Colour:3}-{Size}-{n:3}"
            )
        return self.tr("e.g. +10 %, round to .99   ·   -5   ·   = cost * 2.4   ·   = compare_at - 10 %")

    # -- words -------------------------------------------------------------------------------------

    def _name_line(self) -> None:
        name = self._names.get(self._target, "")
        self._name.setText(f"{name} =")
        self.line.setAccessibleName(self.tr("Formula for {column}").format(column=name))
        self.line.setAccessibleDescription(self._hint())

    def retranslate(self) -> None:
        """All words in the language of the window."""
        self._names = {
            "price": self.tr("Price"),
            "compare_at": self.tr("Compare at"),
            "cost": self.tr("Cost"),
            SKU: self.tr("SKU"),
        }
        self.line.setPlaceholderText(self.tr("+10 %, round to .99"))
        self.cancel.setText(self.tr("Cancel"))
        self.apply.setText(self.tr("Apply to %Ln", "", 0))
        self._name_line()
        self.work_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
