"""The first start: three steps above the window, and every one can be skipped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.main_window import WELCOMED
from rustok_desktop.gui.operations.shop import ShopSettings, change_shop, fill_demo_shop
from rustok_desktop.gui.services import GuiServices, Operation
from rustok_desktop.gui.settings.known import currency_choices, language_choices
from rustok_desktop.gui.theme.tokens import SPACE
from rustok_desktop.gui.welcome.wizard import STEPS, Begin, Step, Wizard, usual_currency
from rustok_desktop.gui.widgets.busy_bar import BusyBar
from rustok_desktop.gui.widgets.button import Button
from rustok_desktop.gui.widgets.filter_box import FilterBox
from rustok_desktop.gui.widgets.form_field import FormField
from rustok_desktop.gui.widgets.overlay import Overlay

DEMO_PRODUCTS = 60


class WelcomePanel(Overlay):
    """Stores the shop when the second step is left, so that skipping later loses nothing."""

    finished = Signal()

    def __init__(self, parent: QWidget, services: GuiServices) -> None:
        super().__init__(parent, services.theme, scrim=True)
        self._services = services
        language = services.translator.language
        self.wizard = Wizard(locale=language, currency=usual_currency(language))
        self._told = False
        self.step, self.title, self.text, self.error = QLabel(), QLabel(), QLabel(), QLabel()
        for label, role in ((self.step, "hint"), (self.title, "title"), (self.text, "muted"), (self.error, "error")):
            label.setProperty("role", role)
            label.setWordWrap(True)
        self.pages = QStackedWidget()
        self.skip, self.back = Button(variant="ghost"), Button()
        self.next = Button(variant="primary")
        self.busy = BusyBar()
        self.pages.addWidget(self._shop_page())
        self.pages.addWidget(self._content_page())
        self.pages.addWidget(QWidget())
        self._lay_out()
        self.skip.clicked.connect(self.close_panel)
        self.back.clicked.connect(self._back)
        self.next.clicked.connect(self._next)
        self.closed.connect(self._remember)
        self.retranslate()

    # -- building ----------------------------------------------------------------------------------

    def _shop_page(self) -> QWidget:
        self.name = QLineEdit()
        self.name.textEdited.connect(self._named)
        self.name.returnPressed.connect(self._next)
        self.language, self.currency = FilterBox(), FilterBox()
        self.language.set_choices(language_choices(self.wizard.locale))
        self.currency.set_choices(currency_choices(self.wizard.currency))
        self.language.set_value(self.wizard.locale)
        self.currency.set_value(self.wizard.currency)
        self.language.chosen.connect(self._spoken)
        self.currency.chosen.connect(self._counted)
        self.name_field = FormField("", self.name)
        self.locale_field, self.currency_field = FormField("", self.language), FormField("", self.currency)
        pair = QHBoxLayout()
        pair.setSpacing(SPACE.l)
        pair.addWidget(self.locale_field)
        pair.addWidget(self.currency_field)
        pair.addStretch(1)
        return _stacked(self.name_field, pair)

    def _content_page(self) -> QWidget:
        self._group = QButtonGroup(self)
        self.options: dict[Begin, QPushButton] = {}
        icons = self._services.icons
        for begin, icon in ((Begin.DEMO, "shop"), (Begin.IMPORT, "upload"), (Begin.EMPTY, "box")):
            button = QPushButton(icons.icon(icon, "muted", "accent"), "")
            button.setProperty("role", "option")
            button.setCheckable(True)
            button.setChecked(begin is self.wizard.begin)
            button.setObjectName(begin)
            button.clicked.connect(self._begin_with)
            self._group.addButton(button)
            self.options[begin] = button
        return _stacked(*self.options.values())

    def _lay_out(self) -> None:
        px = self.theme.px
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.s)
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(px(28), px(24), px(28), px(20))
        column.setSpacing(SPACE.m)
        for widget in (self.step, self.title, self.text, self.pages):
            column.addWidget(widget)
        column.addWidget(self.error)
        column.addStretch(1)
        column.addWidget(self.busy)
        column.addLayout(foot)

    def place(self) -> None:
        """In the middle, as high as its largest step."""
        width = min(self.theme.px(560), self.width() - SPACE.xl)
        height = min(self.theme.px(430), self.height() - SPACE.xl)
        self.panel.setGeometry(QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height))

    def take_focus(self) -> None:
        """The shop's name is asked first."""
        self.name.setFocus(Qt.FocusReason.PopupFocusReason)

    # -- choices -----------------------------------------------------------------------------------

    @Slot(str)
    def _named(self, text: str) -> None:
        self.wizard.name = text
        self.name_field.set_error(None)

    @Slot(object)
    def _spoken(self, locale: object) -> None:
        self.wizard.choose_language(str(locale))
        self.currency.set_value(self.wizard.currency)

    @Slot(object)
    def _counted(self, currency: object) -> None:
        self.wizard.currency = str(currency)

    @Slot()
    def _begin_with(self) -> None:
        self.wizard.begin = Begin(self.sender().objectName())

    # -- steps -------------------------------------------------------------------------------------

    @Slot()
    def _back(self) -> None:
        self.wizard.back()
        self.retranslate()

    @Slot()
    def _next(self) -> None:
        wizard = self.wizard
        if wizard.problem:
            self.name_field.set_error(self.tr("What is your shop called?"))
            self.name.setFocus()
        elif wizard.step is Step.SHOP:
            fields = {"name": wizard.name, "default_locale": wizard.locale, "currency": wizard.currency}
            self._store(change_shop(**fields), self._go_on)
        elif wizard.step is Step.CONTENT and wizard.begin is Begin.DEMO:
            self._store(fill_demo_shop(DEMO_PRODUCTS), self._go_on)
        elif wizard.step is Step.CONTENT:
            self._go_on(None)
        else:
            self.close_panel()
            if wizard.begin is Begin.IMPORT:
                self._services.navigator.go("import")

    def _store(self, operation: Operation, on_result: Callable[[Any], None]) -> None:
        self._busy(True)
        alive = partial(isValid, self)
        self._services.client.submit(operation, on_result=on_result, on_error=self._refused, alive=alive, write=True)

    def _go_on(self, _stored: ShopSettings | int | None) -> None:
        self._busy(False)
        self.wizard.next()
        self.retranslate()
        self.next.setFocus()

    def _refused(self, error: BaseException) -> None:
        self._busy(False)
        language = self._services.translator.language
        if isinstance(error, AppError):
            text = " ".join(problem.text(language) for problem in error.fields) or error.text(language)
        else:
            text = self.tr("This did not work. Nothing was lost; try again or skip.")
        self.error.setText(text)

    def _busy(self, busy: bool) -> None:
        self.error.setText("")
        self.busy.set_busy(busy)
        for button in (self.next, self.back, self.skip):
            button.setEnabled(not busy)

    @Slot()
    def _remember(self) -> None:
        self._services.preferences.set(WELCOMED, True)
        self.finished.emit()

    # -- words -------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """All words of the present step."""
        step = self.wizard.step
        self.step.setText(self.tr("Step {number} of {steps}").format(number=self.wizard.number, steps=len(STEPS)))
        titles = {
            Step.SHOP: self.tr("Welcome! What is your shop called?"),
            Step.CONTENT: self.tr("What do you begin with?"),
            Step.DONE: self.tr("Ready"),
        }
        texts = {
            Step.SHOP: self.tr("You can change it later in the settings; money and language while the shop is empty."),
            Step.CONTENT: self.tr("All of it stays on this computer."),
            Step.DONE: self._last_text(),
        }
        self.title.setText(titles[step])
        self.text.setText(texts[step])
        self.pages.setCurrentIndex(STEPS.index(step))
        self.name_field.set_label(self.tr("Shop name"))
        self.locale_field.set_label(self.tr("Language of your products"))
        self.currency_field.set_label(self.tr("Currency"))
        self.options[Begin.DEMO].setText(self.tr("A demo shop: 60 invented products to look around with"))
        self.options[Begin.IMPORT].setText(self.tr("My products from a Shopify file (CSV)"))
        self.options[Begin.EMPTY].setText(self.tr("An empty shop"))
        self.skip.setText(self.tr("Skip"))
        self.skip.setVisible(step is not Step.DONE)
        self.back.setText(self.tr("Back"))
        self.back.setVisible(step is Step.CONTENT)
        self.next.setText(self._next_text())
        self.panel.setAccessibleName(self.title.text())

    def _next_text(self) -> str:
        if self.wizard.step is not Step.DONE:
            return self.tr("Next")
        return self.tr("Choose a file…") if self.wizard.begin is Begin.IMPORT else self.tr("Open the shop")

    def _last_text(self) -> str:
        if self.wizard.begin is Begin.IMPORT:
            return self.tr("The import shows row by row what it will do before anything is written.")
        return self.tr("Ctrl+K finds every action, product and setting; F1 shows all shortcuts.")

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def _stacked(*parts: QWidget | QHBoxLayout) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, SPACE.s, 0, 0)
    column.setSpacing(SPACE.m)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    column.addStretch(1)
    return page
