"""Steps of undo and redo by name."""

from __future__ import annotations

from PySide6.QtCore import QObject

from rustok_desktop.gui.history.field_texts import name_text
from rustok_desktop.history.views import StepView

_OWN_WORDS = frozenset({"category", "collection", "tag", "media", "location", "tenant", "price_list", "distinction"})
_PARTS = {"comment": "said", "forum_reply": "said", "forum_topic": "topic", "block": "block", "menu_item": "item"}
_ALONG = "redirect"  # follows when an address changes
_NAMES = frozenset({"name", "slug", "title", "handle"})


class StepTexts(QObject):
    """Names steps in the language of the window (an object, because only those have plural forms)."""

    def text(self, step: StepView) -> str:
        """``Change price of “Ramen bowl”``, ``Import of autumn.csv (1,204 products)``."""
        if step.thing in _OWN_WORDS:
            return (self._thing(step) if step.products == 1 else self._things(step)).format(
                title=step.title, detail=step.detail
            )
        if step.thing != "product" and (step.products != 1 or step.kind == "import"):
            return self._things(step)
        if step.kind == "import" or step.products != 1:
            return self._many(step).replace("%file", step.source)
        return self._one(step).format(title=step.title, field=_field(step))

    def _one(self, step: StepView) -> str:
        part = self._part(step)
        if part:
            return part
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
            "threshold": self.tr("Change low-stock threshold of “{title}”"),
            "schedule": self.tr("Schedule “{title}”"),
            "unschedule": self.tr("Take “{title}” off the schedule"),
        }.get(step.kind, self.tr("Change “{title}”"))

    def _part(self, step: StepView) -> str:
        """Of what is part of a page, a menu or a discussion, which lends it its name; empty for all else."""
        kind, _, verdict = step.detail.partition(":")
        part, act = _PARTS.get(kind, ""), verdict or step.kind
        texts = {
            ("said", "create"): self.tr("Comment on “{title}”"),
            ("said", "edit"): self.tr("Change comment on “{title}”"),
            ("said", "trash"): self.tr("Delete comment on “{title}”"),
            ("said", "approved"): self.tr("Approve comment on “{title}”"),
            ("said", "rejected"): self.tr("Reject comment on “{title}”"),
            ("said", "hidden"): self.tr("Hide comment on “{title}”"),
            ("topic", "approved"): self.tr("Approve topic “{title}”"),
            ("topic", "rejected"): self.tr("Reject topic “{title}”"),
            ("topic", "hidden"): self.tr("Hide topic “{title}”"),
            ("block", "create"): self.tr("Add block to “{title}”"),
            ("block", "edit"): self.tr("Change block of “{title}”"),
            ("block", "trash"): self.tr("Remove block of “{title}”"),
            ("item", "create"): self.tr("Add menu entry “{title}”"),
            ("item", "edit"): self.tr("Change menu entry “{title}”"),
            ("item", "trash"): self.tr("Remove menu entry “{title}”"),
        }
        return texts.get((part, act), "")

    def _thing(self, step: StepView) -> str:
        """Of any other kind; what an edit was about shows in its fields."""
        acts = {
            "category": self._category,
            "collection": self._collection,
            "tag": self._tag,
            "media": self._medium,
            "price_list": self._price_list,
        }
        fields = frozenset(step.fields)
        texts = acts[step.thing](fields) if step.thing in acts else self._place(step.thing, fields)
        return texts.get(step.kind, self.tr("Change “{title}”"))

    def _things(self, step: StepView) -> str:
        count, what = step.products, (step.thing, step.kind)
        if what == ("node", "import"):
            return self.tr("Import of %file (%Ln item(s))", "", count).replace("%file", step.source)
        if what == ("node", "moderate"):
            return self._verdicts(step.detail.rpartition(":")[2], count)
        if what == ("tag", "trash"):
            return self.tr("Remove %Ln tag(s)", "", count)
        if what == ("media", "create"):
            return self.tr("Upload %Ln picture(s)", "", count)
        if what == ("media", "trash"):
            return self.tr("Delete %Ln picture(s)", "", count)
        return self.tr("Change %Ln thing(s)", "", count)

    def _verdicts(self, verdict: str, count: int) -> str:
        return {
            "approved": self.tr("Approve %Ln comment(s)", "", count),
            "rejected": self.tr("Reject %Ln comment(s)", "", count),
            "hidden": self.tr("Hide %Ln comment(s)", "", count),
        }.get(verdict, self.tr("Moderate %Ln comment(s)", "", count))

    def _category(self, fields: frozenset[str]) -> dict[str, str]:
        edit = self.tr("Change category “{title}”")
        if fields <= _NAMES:
            edit = self.tr("Rename category “{title}”")
        elif fields <= {"parent_id", "position"}:
            edit = self.tr("Move category “{title}”")
        elif fields <= {"products"}:
            edit = self.tr("Change products of category “{title}”")
        create, trash = self.tr("Create category “{title}”"), self.tr("Delete category “{title}”")
        return {"edit": edit, "create": create, "trash": trash}

    def _collection(self, fields: frozenset[str]) -> dict[str, str]:
        edit = self.tr("Change collection “{title}”")
        if fields <= _NAMES:
            edit = self.tr("Rename collection “{title}”")
        elif fields <= {"rule"}:
            edit = self.tr("Change rule of collection “{title}”")
        elif fields <= {"members"}:
            edit = self.tr("Change products of collection “{title}”")
        create, trash = self.tr("Create collection “{title}”"), self.tr("Delete collection “{title}”")
        return {"edit": edit, "create": create, "trash": trash}

    def _price_list(self, fields: frozenset[str]) -> dict[str, str]:
        edit = self.tr("Change price list “{title}”")
        if fields <= _NAMES:
            edit = self.tr("Rename price list “{title}”")
        elif fields <= {"prices"}:
            edit = self.tr("Change prices of price list “{title}”")
        return {
            "edit": edit,
            "create": self.tr("Create price list “{title}”"),
            "trash": self.tr("Move price list “{title}” to the trash"),
            "restore": self.tr("Restore price list “{title}”"),
        }

    def _tag(self, fields: frozenset[str]) -> dict[str, str]:
        merged = "merged_into" in fields
        gone = self.tr("Merge tag “{title}”") if merged else self.tr("Remove tag “{title}”")
        return {"edit": self.tr("Rename tag “{title}”"), "trash": gone}

    def _medium(self, _fields: frozenset[str]) -> dict[str, str]:
        return {
            "create": self.tr("Upload picture “{title}”"),
            "edit": self.tr("Describe picture “{title}”"),
            "trash": self.tr("Delete picture “{title}”"),
        }

    def _place(self, thing: str, fields: frozenset[str]) -> dict[str, str]:
        if thing == "distinction":
            said, taken_back = self.tr("Say that “{title}” is no duplicate"), self.tr("Take back a “not duplicates”")
            return {"create": said, "trash": taken_back}
        if thing == "tenant":
            enable = self.tr("Enable language “{detail}”")
            if "enabled" not in fields:
                enable = self.tr("Change language “{detail}”")
            disable = self.tr("Disable language “{detail}”")
            return {"edit": self.tr("Change settings of “{title}”"), "enable": enable, "disable": disable}
        return {
            "create": self.tr("Create location “{title}”"),
            "edit": self.tr("Change location “{title}”"),
            "close": self.tr("Close location “{title}”"),
            "reopen": self.tr("Open location “{title}” again"),
        }

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
            "threshold": self.tr("Change low-stock threshold of %Ln product(s)", "", count),
        }.get(step.kind, self.tr("Change %Ln product(s)", "", count))


def _field(step: StepView) -> str:
    """The one field that changed, small within a sentence; empty for several."""
    fields = step.fields if len(step.fields) == 1 else [name for name in step.fields if name != _ALONG]
    if len(fields) != 1:
        return ""
    name = name_text(fields[0])
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
