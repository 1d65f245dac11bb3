"""What Pages & posts tells of what was done, and of what could not be."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from rustok_desktop.core.errors import AppError
from rustok_desktop.gui.content.node_controller import NodeController
from rustok_desktop.gui.content.node_editor import NodeEditor
from rustok_desktop.gui.operations.content import NodeCommitted
from rustok_desktop.gui.services import GuiServices


class ContentNotices(QObject):
    """Listens to the controller; ``failed`` is for errors of the page's other parts too."""

    def __init__(self, services: GuiServices, controller: NodeController, editor: NodeEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._editor = services, editor
        controller.acted.connect(self._acted)
        controller.conflicted.connect(self._conflicted)

    @Slot(str, object)
    def _acted(self, act: str, done: NodeCommitted) -> None:
        view = done.view
        title = next((text.title for text in view.translations.values()), "")
        texts = {
            "publish": self.tr("“{title}” is published"),
            "unpublish": self.tr("“{title}” is a draft again"),
            "schedule": self.tr("“{title}” is scheduled"),
            "unschedule": self.tr("“{title}” is not scheduled any more"),
            "trash": self.tr("“{title}” is in the trash"),
            "restore": self.tr("“{title}” is out of the trash"),
            "restore_to_draft": self.tr("“{title}” is out of the archive"),
            "save": self.tr("“{title}” is saved"),
        }
        if act in texts:
            self._services.notices.show(texts[act].format(title=title), "ok", self.tr("Undo"), self._undo)
        if done.saved.moved:
            _, old, new = done.saved.moved[0]
            text = self.tr("/{old} now leads to /{new}").format(old=old, new=new)
            self._services.notices.show(text, "info")

    def _undo(self) -> None:
        self._services.actions.trigger("edit.undo")

    @Slot()
    def _conflicted(self) -> None:
        text = self.tr("Somebody saved this text meanwhile. Yours is kept as a draft beside it: look, then save again.")
        self._services.notices.show(text, "warn")

    @Slot(object)
    def failed(self, error: BaseException) -> None:
        """What went wrong, also at the address when it is about that."""
        language = self._services.translator.language
        if isinstance(error, AppError):
            text = error.fields[0].text(language) if error.fields else error.text(language)
            lines = "\n".join(f"{problem.path}: {problem.text(language)}" for problem in error.fields)
            self._services.notices.show(text, "error", details=lines or None)
            for problem in error.fields:
                if problem.path.startswith("slug@"):
                    self._editor.slug_field.set_error(problem.text(language))
        else:
            text = self.tr("Something went wrong. What you wrote is kept.")
            self._services.notices.show(text, "error", details=repr(error))
