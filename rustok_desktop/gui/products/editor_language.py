"""Another language of the window while products are open: the amounts typed so far stay the amounts they were."""

from __future__ import annotations

from rustok_desktop.core.money import plain_amount
from rustok_desktop.gui.products.editor_controller import EditorController
from rustok_desktop.gui.products.editor_state import EditorState
from rustok_desktop.gui.products.entry import read_money
from rustok_desktop.gui.products.product_texts import is_money


def turn_language(controller: EditorController, language: str) -> None:
    """Show and read amounts as ``language`` writes them."""
    if language == controller.language:
        return
    controller.language = language
    for state in controller.states():
        _turn(state, language)
    controller.replaced.emit()


def _turn(state: EditorState, language: str) -> None:
    """``1,500`` is a thousand and a half in English and one and a half in Russian: such texts are written plainly."""
    before, state.language = state.language, language
    for path, text in list(state.edits.items()):
        if not is_money(path):
            continue
        currency = path.rpartition("@")[2]
        meant = read_money(path, text, currency, language=before)[0]
        if meant is not None and meant != read_money(path, text, currency, language=language)[0]:
            state.set(path, plain_amount(meant, currency))
    state.revision += 1
