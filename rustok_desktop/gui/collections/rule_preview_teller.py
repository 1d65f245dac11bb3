"""Tells beside a rule, while it is typed, how many products answer it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Slot

from rustok_desktop.commerce.collections_views import RulePreview
from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.asker import Asker
from rustok_desktop.gui.collections.collection_editor import CollectionEditor
from rustok_desktop.gui.collections.draft import CollectionDraft
from rustok_desktop.gui.operations.collections import PreviewRule
from rustok_desktop.gui.services import GuiServices

_PREVIEW_MS = 400


class RulePreviewTeller(QObject):
    """Listens to the editor; asks a moment after the last key."""

    def __init__(self, services: GuiServices, editor: CollectionEditor, ask: Asker, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._ask = ask
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PREVIEW_MS)
        self._timer.timeout.connect(self._ask_preview)
        editor.edited.connect(self._edited)

    @Slot()
    def _edited(self) -> None:
        draft = self._editor.draft
        if draft is not None and draft.rule is not None:
            self._timer.start()

    @Slot()
    def _ask_preview(self) -> None:
        draft = self._editor.draft
        if draft is not None and draft.rule is not None:
            refused = partial(self._refused, draft)
            self._ask(PreviewRule(draft.rule), partial(self._previewed, draft), on_error=refused)

    def _previewed(self, draft: CollectionDraft, preview: RulePreview) -> None:
        if self._editor.draft is draft:
            self._editor.rule.mark({})
            self._editor.note.setText(self.tr("%Ln product(s) answer this rule now", "", preview.count))

    def _refused(self, draft: CollectionDraft, error: BaseException) -> None:
        if self._editor.draft is draft and isinstance(error, AppError):
            language = self._services.translator.language
            problems = {problem.path: problem.text(language) for problem in error.fields}
            self._editor.rule.mark(problems)
            self._editor.note.setText(problems.get("rule", self.tr("The rule is not complete yet.")))
