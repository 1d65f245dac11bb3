"""What the editor knows of one product: as it was loaded, what was typed since, and where the two disagree.

Texts are kept as typed. An edit is a path whose text differs from the loaded one; a save takes a snapshot, so
that what is typed while it runs stays an edit; a newer version is merged path by path and only what both
sides changed becomes a conflict, which never decides itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from rustok_desktop.commerce.views import ProductView
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.gui.products.product_texts import (
    ImageDraft,
    OptionDraft,
    images_of,
    images_text,
    options_of,
    options_text,
    product_texts,
    variant_key,
    variant_path,
)

_DEFAULTS = {"inventory_policy": "deny"}


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed ``path`` from ``was``; ``theirs`` None says that they removed the variant."""

    path: str
    was: str
    mine: str
    theirs: str | None


@dataclass(slots=True)
class _Sent:
    edits: dict[str, str]
    added: tuple[str, ...]
    removed: frozenset[str]


@dataclass(slots=True)
class _Lost:
    texts: dict[str, str] = field(default_factory=dict)


class EditorState:
    """The draft of one product. ``view`` is None until a new product is first saved."""

    def __init__(self, view: ProductView | None, *, locale: str, currency: str = "USD", language: str = "en") -> None:
        self.view = view
        self.locale = locale
        self.language = language
        self.currency = view.currency_code if view else currency
        self.base: dict[str, str] = product_texts(view) if view else {}
        self.edits: dict[str, str] = {}
        self.added: list[str] = []
        self.removed: set[str] = set()
        self.conflicts: dict[str, Conflict] = {}
        self.server_problems: dict[str, FieldProblem] = {}
        self.attempted = False
        self.revision = 0
        self._sent: _Sent | None = None
        self._lost: dict[str, _Lost] = {}
        self._counter = 0
        if view is None:
            self.add_variant()

    # -- reading -----------------------------------------------------------------------------------

    @property
    def product_id(self) -> str | None:
        """The saved product, None before the first save."""
        return self.view.id if self.view else None

    def text(self, path: str) -> str:
        """What the field shows."""
        found = self.edits.get(path)
        return self._base(path) if found is None else found

    def _base(self, path: str) -> str:
        return self.base.get(path, _DEFAULTS.get(path.rpartition("/")[2], ""))

    def cell(self, key: str, column: str) -> str:
        """What a variant's cell shows."""
        return self.text(variant_path(key, column, self.currency))

    def options(self) -> tuple[OptionDraft, ...]:
        """Options as edited, in order."""
        return options_of(self.text("options"))

    def images(self) -> tuple[ImageDraft, ...]:
        """Images as edited, in order."""
        return images_of(self.text("images"))

    def variant_keys(self) -> list[str]:
        """Ids of saved variants and keys of new ones, as the grid shows them."""
        saved = [v.id for v in self.view.variants if v.id not in self.removed] if self.view else []
        return saved + self.added

    def locales(self) -> list[str]:
        """Languages in which the product has, or is getting, words."""
        paths = [p for p in (*self.base, *self.edits) if p.startswith("title@") and self.text(p)]
        return list(dict.fromkeys(p.partition("@")[2] for p in paths))

    def is_dirty(self, path: str) -> bool:
        """Whether the field differs from what is saved."""
        return path in self.edits

    @property
    def dirty(self) -> bool:
        """Whether anything at all is unsaved."""
        if self.view is None:
            return bool(self.edits) or len(self.added) > 1
        return bool(self.edits or self.added or self.removed)

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        return self._sent is not None

    def dirty_count(self) -> int:
        """How many fields, new variants and removed variants are unsaved."""
        fresh = set(self.added)
        fields = sum(1 for path in self.edits if variant_key(path) not in fresh)
        return fields + (len(self.added) if self.view else 0) + len(self.removed)

    # -- editing -----------------------------------------------------------------------------------

    def set(self, path: str, text: str) -> bool:
        """Type ``text`` into a field; false when that is what stood there."""
        if self.text(path) == text:
            return False
        if text == self._base(path):
            self.edits.pop(path, None)
        else:
            self.edits[path] = text
        self.server_problems.pop(path, None)
        self.revision += 1
        return True

    def set_cell(self, key: str, column: str, text: str) -> bool:
        """Type into a variant's cell."""
        return self.set(variant_path(key, column, self.currency), text)

    def set_options(self, options: Iterable[OptionDraft]) -> bool:
        """Put the whole list of options."""
        return self.set("options", options_text(tuple(options)))

    def set_images(self, images: Iterable[ImageDraft]) -> bool:
        """Put the whole list of images."""
        return self.set("images", images_text(tuple(images)))

    def add_variant(self, texts: Mapping[str, str] | None = None) -> str:
        """A new variant at the end; ``texts`` are its cells by column. Its key."""
        self._counter += 1
        key = f"new-{self._counter}"
        self.added.append(key)
        for column, text in (texts or {}).items():
            self.set_cell(key, column, text)
        self.revision += 1
        return key

    def remove_variant(self, key: str) -> bool:
        """Take a variant out; false for the last one, which a product never loses."""
        if len(self.variant_keys()) <= 1:
            return False
        for path in [p for p in self.edits if variant_key(p) == key]:
            del self.edits[path]
        if key in self.added:
            self.added.remove(key)
        else:
            self.removed.add(key)
        self.revision += 1
        return True

    def remove_variants(self, keys: Iterable[str]) -> int:
        """Take several variants out, all but the product's first where that would be all of them; how many."""
        wanted, have = set(keys), self.variant_keys()
        gone = [key for key in have if key in wanted]
        if len(gone) == len(have):
            del gone[:1]
        lost = set(gone)
        self.edits = {path: text for path, text in self.edits.items() if variant_key(path) not in lost}
        self.removed |= lost.difference(self.added)
        self.added = [key for key in self.added if key not in lost]
        self.revision += 1
        return len(gone)

    def discard(self) -> None:
        """Back to what is saved."""
        self.edits.clear()
        self.added.clear()
        self.removed.clear()
        self.conflicts.clear()
        self.server_problems.clear()
        self.attempted = False
        self.revision += 1
        if self.view is None:
            self.add_variant()

    # -- saving ------------------------------------------------------------------------------------

    def begin_save(self) -> None:
        """Remember what is being sent, so that later typing can be told from it."""
        self._sent = _Sent(dict(self.edits), tuple(self.added), frozenset(self.removed))
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
        numbered = root == "add_variants" or (root == "variants" and self.view is None)
        if not numbered or not number.isdigit() or int(number) >= len(added):
            return path
        return f"variants/{added[int(number)]}/{name or 'option0'}"

    def saved(self, view: ProductView) -> None:
        """The commit happened: what was sent is saved, what was typed since remains an edit."""
        sent = self._sent or _Sent({}, (), frozenset())
        self._sent = None
        was = dict(self.base)
        names = self._new_ids(sent, view)
        late = {p: t for p, t in self.edits.items() if sent.edits.get(p) != t}
        late.update({p: was.get(p, "") for p in sent.edits if p not in self.edits and self._alive(p)})
        self.removed = (self.removed - sent.removed) | {i for k, i in names.items() if k not in self.added}
        self.added = [key for key in self.added if key not in sent.added]
        self._adopt(view)
        for path, text in late.items():
            self._put(_renamed(path, names), text)
        self.attempted = False

    def saved_part(self, part: ProductView) -> None:
        """The same for a save that changed only fields of variants that are there; ``part`` has just those.

        Costs the same however many variants there are.
        """
        sent = self._sent or _Sent({}, (), frozenset())
        self._sent = None
        view = self.view
        assert view is not None
        was = {path: self.base.get(path, "") for path in sent.edits}
        late = {p: t for p, t in self.edits.items() if sent.edits.get(p) != t}
        late.update({p: text for p, text in was.items() if p not in self.edits and self._alive(p)})
        fresh = {variant.id: variant for variant in part.variants}
        before = replace(view, variants=tuple(v for v in view.variants if v.id in fresh))
        texts = product_texts(part)
        for path in product_texts(before).keys() - texts.keys():
            self.base.pop(path, None)
        self.base.update(texts)
        self.view = replace(part, variants=tuple(fresh.get(v.id, v) for v in view.variants))
        self.edits, self.conflicts, self.server_problems = {}, {}, {}
        self.revision += 1
        for path, text in late.items():
            self._put(path, text)
        self.attempted = False

    def _new_ids(self, sent: _Sent, view: ProductView) -> dict[str, str]:
        known = {v.id for v in self.view.variants} if self.view else set()
        fresh = [v.id for v in sorted(view.variants, key=lambda v: v.position) if v.id not in known]
        return dict(zip(sent.added, fresh, strict=False))

    def _alive(self, path: str) -> bool:
        key = variant_key(path)
        return key is None or key in self.variant_keys()

    def _adopt(self, view: ProductView) -> None:
        self.view = view
        self.currency = view.currency_code
        self.base = product_texts(view)
        self.edits = {}
        self.conflicts = {}
        self.server_problems = {}
        self.revision += 1

    def _put(self, path: str, text: str) -> None:
        if self._base(path) != text:
            self.edits[path] = text

    # -- somebody else saved -----------------------------------------------------------------------

    def rebase(self, view: ProductView) -> None:
        """Put the edits upon a newer version; what both sides changed differently becomes a conflict."""
        self._merge(view, dict(self.base))

    def _merge(self, view: ProductView, was: Mapping[str, str]) -> None:
        edits, open_before = dict(self.edits), dict(self.conflicts)
        self._sent = None
        self._adopt(view)
        alive = {v.id for v in view.variants}
        self.removed &= alive
        for path, mine in edits.items():
            key = variant_key(path)
            if key is not None and key not in alive and key not in self.added:
                self._lose(path, key, was, mine)
                continue
            self._put(path, mine)
            theirs, old = self._base(path), was.get(path, "")
            if path in self.edits and (theirs != old or path in open_before):
                self.conflicts[path] = Conflict(path, old, mine, theirs)

    def _lose(self, path: str, key: str, was: Mapping[str, str], mine: str) -> None:
        texts = {p: t for p, t in was.items() if variant_key(p) == key}
        lost = self._lost.setdefault(key, _Lost(texts))
        lost.texts[path] = mine
        self.conflicts[path] = Conflict(path, was.get(path, ""), mine, None)

    def keep_mine(self, path: str) -> None:
        """Settle a conflict with what was typed here; a removed variant comes back as a new one."""
        conflict = self.conflicts.pop(path, None)
        if conflict is not None and conflict.theirs is None:
            self._bring_back(variant_key(path) or "")
        self.revision += 1

    def _bring_back(self, key: str) -> None:
        texts = self._lost.pop(key, _Lost()).texts
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
            "version": self.view.version if self.view else 0,
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
        self.edits = edits
        if self.view is not None:
            self._merge(self.view, {**self.base, **was})
        elif not self.added:
            self.add_variant()
        self.revision += 1


def _renamed(path: str, names: Mapping[str, str]) -> str:
    key = variant_key(path)
    return path.replace(f"/{key}/", f"/{names[key]}/", 1) if key is not None and key in names else path


def _texts(value: object) -> dict[str, str]:
    return {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}


def _names(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else []
