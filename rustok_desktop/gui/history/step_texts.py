"""Steps of undo and redo by name."""

from __future__ import annotations

from PySide6.QtCore import QObject

from rustok_desktop.gui.history.field_texts import name_text
from rustok_desktop.history.views import StepView


class StepTexts(QObject):
    """Names steps in the language of the window (an object, because only those have plural forms)."""

    def text(self, step: StepView) -> str:
        """``Change price of “Ramen bowl”``, ``Import of autumn.csv (1,204 products)``."""
        if step.kind == "import" or step.products != 1:
            return self._many(step).replace("%file", step.source)
        return self._one(step).format(title=step.title, field=_field(step))

    def _one(self, step: StepView) -> str:
        if step.kind == "edit" and _field(step):
            return self.tr("Change {field} of “{title}”")
        return {
            "create": self.tr("Create “{title}”"),
            "publish": self.tr("Publish “{title}”"),
            "unpublish": self.tr("Unpublish “{title}”"),
            "archive": self.tr("Archive “{title}”"),
            "unarchive": self.tr("Take “{title}” out of the archive"),
            "trash": self.tr("Move “{title}” to the trash"),
            "restore": self.tr("Restore “{title}”"),
            "stock": self.tr("Adjust stock of “{title}”"),
        }.get(step.kind, self.tr("Change “{title}”"))

    def _many(self, step: StepView) -> str:
        count, field = step.products, _field(step)
        if step.kind == "edit" and field:
            return self.tr("Change {field} of %Ln product(s)", "", count).format(field=field)
        return {
            "import": self.tr("Import of %file (%Ln product(s))", "", count),
            "create": self.tr("Create %Ln product(s)", "", count),
            "publish": self.tr("Publish %Ln product(s)", "", count),
            "unpublish": self.tr("Unpublish %Ln product(s)", "", count),
            "trash": self.tr("Move %Ln product(s) to the trash", "", count),
            "restore": self.tr("Restore %Ln product(s)", "", count),
            "stock": self.tr("Adjust stock of %Ln product(s)", "", count),
        }.get(step.kind, self.tr("Change %Ln product(s)", "", count))


def _field(step: StepView) -> str:
    """The one field that changed, small within a sentence; empty for several."""
    if len(step.fields) != 1:
        return ""
    name = name_text(step.fields[0])
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
