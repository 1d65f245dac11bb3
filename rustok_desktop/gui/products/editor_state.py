"""What the editor knows of one product: as it was loaded, what was typed since, and where the two disagree.

A save takes a snapshot, so that what is typed while it runs stays an edit; a newer version is merged path by path
and only what both sides changed becomes a conflict, which never decides itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products.editor_texts import Conflict, EditorTexts, Lost, Sent
from rustok_desktop.gui.products.edits import Edits
from rustok_desktop.gui.products.product_texts import product_texts, variant_key
from rustok_desktop.gui.products.saved_variants import SavedVariants
from rustok_desktop.gui.products.unsaved import Unsaved

__all__ = ["Conflict", "EditorState"]


class EditorState(EditorTexts):
    """The draft of one product on its way through saves, newer versions and restarts of the program."""

    # -- saving ------------------------------------------------------------------------------------

    def unsaved(self) -> Unsaved:
        """What there is to save, for another thread to build the command from."""
        return Unsaved(
            self._view,
            self.variants.copy(),
            dict(self.edits),
            tuple(self.added),
            frozenset(self.removed),
            self.locale,
            self.currency,
            self.language,
        )

    def begin_save(self) -> None:
        """Remember what is being sent, so that later typing can be told from it."""
        self._sent = Sent(dict(self.edits), tuple(self.added), frozenset(self.removed))
        self.server_problems.clear()

    def save_failed(self, problems: Iterable[FieldProblem] = ()) -> None:
        """Nothing was written: everything stays an edit, with the reasons at the fields."""
        sent, self._sent = self._sent, None
        added = sent.added if sent is not None else tuple(self.added)
        placed = [replace(p, path=self._own_path(p.path, added)) for p in problems]
        self.server_problems = {p.path: p for p in placed}
        self.revision += 1

    def _own_path(self, path: str, added: tuple[str, ...]) -> str:
        """New variants are numbered in the shop's answers; here they have keys."""
        root, _, rest = path.partition("/")
        number, _, name = rest.partition("/")
        numbered = root == "add_variants" or (root == "variants" and self._view is None)
        if not numbered or not number.isdigit() or int(number) >= len(added):
            return path
        return f"variants/{added[int(number)]}/{name or 'option0'}"

    def saved(self, view: ProductView) -> None:
        """The commit happened: what was sent is saved, what was typed since remains an edit."""
        sent = self._sent or Sent({}, (), frozenset())
        self._sent = None
        names = self._new_ids(sent, view)
        late = {p: t for p, t in self.edits.items() if sent.edits.get(p) != t}
        late.update({p: self._saved_text(p) for p in sent.edits if p not in self.edits and self.alive(p)})
        self.removed = (self.removed - sent.removed) | {i for k, i in names.items() if k not in self.added}
        self.added = [key for key in self.added if key not in sent.added]
        self._adopt(view)
        for path, text in late.items():
            self._put(_renamed(path, names), text)
        self.attempted = False

    def saved_part(self, part: ProductView) -> None:
        """The same for a save that changed only fields, of the product or of variants that are here; ``part`` has just
        those variants. Costs the same however many others there are."""
        sent = self._sent or Sent({}, (), frozenset())
        self._sent = None
        late = {p: t for p, t in self.edits.items() if sent.edits.get(p) != t}
        late.update({p: self._saved_text(p) for p in sent.edits if p not in self.edits and self.alive(p)})
        self.variants.put(part.variants)
        self.base = product_texts(part)
        self._view = replace(part, variants=())
        self.edition += 1
        self.edits, self.conflicts, self.server_problems = Edits(), {}, {}
        self._reshaped()
        for path, text in late.items():
            self._put(path, text)
        self.attempted = False

    def _new_ids(self, sent: Sent, view: ProductView) -> dict[str, str]:
        fresh = [v.id for v in sorted(view.variants, key=lambda v: v.position) if v.id not in self.variants]
        return dict(zip(sent.added, fresh, strict=False))

    def alive(self, path: str) -> bool:
        """Whether what a path belongs to is still there."""
        key = variant_key(path)
        return key is None or key in self.added or (key in self.variants and key not in self.removed)

    def _saved_text(self, path: str) -> str:
        found = self.variants.text(path) if path.startswith("variants/") else self.base.get(path)
        return found or ""

    def _adopt(self, view: ProductView) -> None:
        self._view = replace(view, variants=())
        self.edition += 1
        self.missing = 0
        self.currency = view.currency_code
        self.base = product_texts(view)
        self.variants = SavedVariants(view.variants, self.currency)
        self.edits, self.conflicts, self.server_problems = Edits(), {}, {}
        self._reshaped()

    def _put(self, path: str, text: str) -> None:
        if self._base(path) != text:
            self.edits[path] = text

    # -- somebody else saved -----------------------------------------------------------------------

    def rebase(self, view: ProductView) -> None:
        """Put the edits upon a newer version; what both sides changed differently becomes a conflict."""
        self._merge(view, {})

    def _merge(self, view: ProductView, older: Mapping[str, str]) -> None:
        """``older`` holds texts that an edit began from where they are not those of the version that is here."""
        edits, open_before, base, variants = dict(self.edits), dict(self.conflicts), self.base, self.variants

        def was(path: str) -> str:
            found = older.get(path)
            if found is None:
                found = variants.text(path) if path.startswith("variants/") else base.get(path)
            return found or ""

        self._sent = None
        self._adopt(view)
        self.removed = {key for key in self.removed if key in self.variants}
        for path, mine in edits.items():
            key = variant_key(path)
            if key is not None and key not in self.variants and key not in self.added:
                self._lose(path, mine, was, variants.texts(key).keys() | _of_variant(key, older))
                continue
            self._put(path, mine)
            theirs, old = self._base(path), was(path)
            if path in self.edits and (theirs != old or path in open_before):
                self.conflicts[path] = Conflict(path, old, mine, theirs)

    def _lose(self, path: str, mine: str, was: Callable[[str], str], paths: Iterable[str]) -> None:
        key = variant_key(path) or ""
        lost = self._lost.get(key)
        if lost is None:
            lost = self._lost[key] = Lost({known: was(known) for known in paths})
        lost.texts[path] = mine
        self.conflicts[path] = Conflict(path, was(path), mine, None)

    def keep_mine(self, path: str) -> None:
        """Settle a conflict with what was typed here; a removed variant comes back as a new one."""
        conflict = self.conflicts.pop(path, None)
        if conflict is not None and conflict.theirs is None:
            self._bring_back(variant_key(path) or "")
        self.revision += 1

    def _bring_back(self, key: str) -> None:
        texts = self._lost.pop(key, Lost()).texts
        columns = {p.rpartition("/")[2].partition("@")[0]: t for p, t in texts.items()}
        self.add_variant(columns)
        for path in [p for p in self.conflicts if variant_key(p) == key]:
            del self.conflicts[path]

    def take_theirs(self, path: str) -> None:
        """Settle a conflict with what is saved."""
        if self.conflicts.pop(path, None) is not None:
            self.edits.pop(path, None)
        self.revision += 1

    # -- drafts ------------------------------------------------------------------------------------

    def to_draft(self) -> dict[str, object]:
        """The unsaved part as plain JSON values."""
        return {
            "product_id": self.product_id,
            "version": self.version,
            "locale": self.locale,
            "edits": dict(self.edits),
            "was": {path: self._base(path) for path in self.edits},
            "added": list(self.added),
            "removed": sorted(self.removed),
            "counter": self._counter,
        }

    def apply_draft(self, draft: Mapping[str, object]) -> None:
        """Put a kept draft upon the loaded product, merging when the product has moved on since."""
        edits, was = _texts(draft.get("edits")), _texts(draft.get("was"))
        self.added = _names(draft.get("added"))
        self.removed = set(_names(draft.get("removed")))
        counter = draft.get("counter")
        self._counter = counter if isinstance(counter, int) else len(self.added)
        self.edits = Edits(edits)
        view = self.view
        if view is not None:
            self._merge(view, was)
        elif not self.added:
            self.add_variant()
        self.revision += 1


def _renamed(path: str, names: Mapping[str, str]) -> str:
    key = variant_key(path)
    return path.replace(f"/{key}/", f"/{names[key]}/", 1) if key is not None and key in names else path


def _of_variant(key: str, texts: Mapping[str, str]) -> set[str]:
    return {path for path in texts if variant_key(path) == key}


def _texts(value: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}


def _names(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else []
