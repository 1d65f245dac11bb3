"""A draft of a product that the shop has: what differs, as whole new rows and events.

Cells that are empty keep what the shop holds unless their column is one to erase; columns that are not in
the file, and variants and images that are not in it, stay as they are.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from rustok_desktop.commerce import rules
from rustok_desktop.core.codec import dumps, loads
from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange import texts
from rustok_desktop.exchange.cells import EMPTY
from rustok_desktop.exchange.claims import SkuClaims
from rustok_desktop.exchange.drafts import ProductDraft
from rustok_desktop.exchange.existing import StoredImage, StoredProduct
from rustok_desktop.exchange.findings import Findings
from rustok_desktop.exchange.image_changes import changed_images
from rustok_desktop.exchange.matching import Match, Matcher, OptionPlan, plan_options
from rustok_desktop.exchange.new_variants import NewVariant, Place
from rustok_desktop.exchange.outcome import Outcome
from rustok_desktop.exchange.schemas import FieldDiff, ImportAction
from rustok_desktop.exchange.staged import NOW, Shop, StagedRows
from rustok_desktop.exchange.variant_changes import VariantChanges

_OWN = ("vendor", "product_type", "category")
_WORDS = ("description", "meta_title", "meta_description")
_STATUS_EVENTS = {
    ("draft", "active"): ("product.published",),
    ("active", "draft"): ("product.unpublished",),
    ("draft", "archived"): ("product.archived",),
    ("active", "archived"): ("product.archived",),
    ("archived", "draft"): ("product.unarchived",),
    ("archived", "active"): ("product.unarchived", "product.published"),
}


class Updater:
    """Turns drafts of known products into changes. ``erase`` are the fields whose empty cells erase."""

    def __init__(
        self, shop: Shop, findings: Findings, claims: SkuClaims, variants: NewVariant, erase: frozenset[str]
    ) -> None:
        self.shop = shop
        self.findings = findings
        self.claims = claims
        self.variants = variants
        self.erase = erase
        self.kept_empty: Counter[str] = Counter()  # field -> empty cells where the shop holds a value

    def update(self, draft: ProductDraft, stored: StoredProduct, rows: StagedRows) -> Outcome:
        """Stage what differs; ``unchanged`` when nothing does, ``reject`` when the product cannot take it."""
        if stored.deleted_at is not None:
            self.findings.refuse(draft, "handle", draft.handle, "in_trash", {})
            return Outcome(ImportAction.REJECT)
        plan = plan_options(stored, draft.option_names if draft.variants else ())
        if plan is None:
            self.findings.refuse(draft, "option1_name", ", ".join(draft.option_names), "option_mismatch", {})
            return Outcome(ImportAction.REJECT)
        matcher = Matcher(draft, stored, plan, self.findings, self.claims, "sku" in self.erase)
        matches = matcher.matches()
        if plan.by_sku_only and len([m for m in matches if m.stored is not None]) < len(stored.variants):
            self.findings.refuse(draft, "option1_name", ", ".join(draft.option_names), "option_mismatch", {})
            return Outcome(ImportAction.REJECT)
        return _Change(self, draft, stored, rows, plan, matcher).stage(matches)


class _Change:
    """The changes of one product in the making."""

    def __init__(
        self,
        updater: Updater,
        draft: ProductDraft,
        stored: StoredProduct,
        rows: StagedRows,
        plan: OptionPlan,
        matcher: Matcher,
    ) -> None:
        self._updater = updater
        self._draft = draft
        self._stored = stored
        self._rows = rows
        self._plan = plan
        self._matcher = matcher
        self._changes: dict[str, list[Any]] = {}
        self._facets: list[tuple[str, dict[str, Any]]] = []
        self._movements: list[dict[str, Any]] = []
        self._outcome = Outcome(ImportAction.UPDATE, stored.id, stored.version)

    def stage(self, matches: list[Match]) -> Outcome:
        """All of it; nothing is staged when nothing differs."""
        words = self._words()
        own = self._own()
        images = changed_images(self._updater, self._draft, self._stored, matches)
        urls = {image.url: image.id for image in reversed(images)}
        self._stage_images(images)
        self._options(matches)
        self._variants(matches, urls)
        outcome = self._outcome
        outcome.variants_unchanged = len(matches) - outcome.variants_created - outcome.variants_updated
        if not self._changes and not self._movements:
            outcome.action = ImportAction.UNCHANGED
            return outcome
        self._product_row(own)
        if words is not None:
            self._rows.tables["product_translations"].append(words)
        self._events()
        return outcome

    def _note(self, path: str, name: str, was: Any, becomes: Any, old: str | None, new: str | None) -> bool:
        if was == becomes:
            return False
        self._changes[path] = [was, becomes]
        self._outcome.diffs.append(FieldDiff(name, old, new, erased=becomes in (None, [])))
        return True

    def _text(self, name: str) -> str | None:
        """The new value of a text field: the file's, or what the shop has."""
        was: str | None = getattr(self._stored, name)
        given = self._draft.texts.get(name)
        if isinstance(given, str):
            return given
        if given is EMPTY and was:
            self._updater.kept_empty[name] += 1
            if name in self._updater.erase:
                return None
        return was

    def _words(self) -> tuple[Any, ...] | None:
        stored, draft, shop = self._stored, self._draft, self._updater.shop
        title = draft.title or stored.title
        values = {name: self._text(name) for name in _WORDS}
        differs = self._note(f"title@{shop.locale}", "title", stored.title, title, stored.title, title)
        for name, value in values.items():
            was: str | None = getattr(stored, name)
            if value != was:
                path = f"{name}@{shop.locale}"
                differs |= self._note(path, name, was, value, texts.words(was), texts.words(value))
        if not differs:
            return None
        return (draft.ordinal, stored.id, title, stored.handle, *values.values())

    def _own(self) -> tuple[Any, ...]:
        """The product row from status to metadata."""
        stored, draft = self._stored, self._draft
        status = draft.status or stored.status
        self._note("status", "status", stored.status, status, stored.status, status)
        values = []
        for name in _OWN:
            was, value = getattr(stored, name), self._text(name)
            self._note(name, name, was, value, was, value)
            values.append(value)
        return (status, *values, self._tags(), self._metadata())

    def _tags(self) -> str:
        draft, stored = self._draft, self._stored
        if draft.tags is None:
            return stored.tags
        was: list[str] = loads(stored.tags)
        tags = list(draft.tags) if isinstance(draft.tags, tuple) else was
        if draft.tags is EMPTY and was:
            self._updater.kept_empty["tags"] += 1
            tags = [] if "tags" in self._updater.erase else was
        if not self._note("tags", "tags", was, tags, ", ".join(was) or None, ", ".join(tags) or None):
            return stored.tags
        return dumps(tags)

    def _metadata(self) -> str:
        stored = self._stored
        if not self._draft.metafields:
            return stored.metadata
        was: dict[str, Any] = loads(stored.metadata)
        metadata = {**was, "metafields": {**was.get("metafields", {}), **self._draft.metafields}}
        fields = ", ".join(
            key for key, text in self._draft.metafields.items() if was.get("metafields", {}).get(key) != text
        )
        if not self._note("metadata", "metafields", was, metadata, None, fields):
            return stored.metadata
        return dumps(metadata)

    def _stage_images(self, images: list[StoredImage]) -> None:
        stored, outcome = self._stored.images, self._outcome
        known = {image.id: (place, image) for place, image in enumerate(stored)}
        for position, image in enumerate(images):
            had = known.get(image.id)
            if had == (position, image):
                outcome.images_unchanged += 1
                continue
            outcome.images_created += had is None
            outcome.images_updated += had is not None
            row = (self._draft.ordinal, image.id, self._stored.id, position)
            self._rows.tables["product_images"].append((*row, image.url, image.alt_text))
        if images != stored:
            plain = [image.plain() for image in stored]
            self._changes["images"] = [plain, [image.plain() for image in images]]
            outcome.diffs.append(FieldDiff("images", str(len(stored)), str(len(images))))

    def _options(self, matches: list[Match]) -> None:
        """New options, new names and new values; a value that no variant uses any more stays."""
        plan, stored = self._plan, self._stored
        had = {option.id: option for option in stored.options}
        was = [option.plain() for option in stored.options]
        for match in matches:
            for option, text in zip(plan.options, match.choice, strict=False):
                if text not in option.values:
                    option.values[text] = new_id()
        tables, ordinal = self._rows.tables, self._draft.ordinal
        for position, option in enumerate(plan.options):
            known = had.get(option.id)
            if known is None or known.name != option.name or stored.options.index(known) != position:
                row = (ordinal, option.id, stored.id, position, option.name)
                tables["product_options"].append(row)
            for place, (text, value_id) in enumerate(option.values.items()):
                if known is None or text not in known.values:
                    value = (ordinal, value_id, stored.id, option.id, place, text)
                    tables["product_option_values"].append(value)
        becomes = [option.plain() for option in plan.options]
        old = ", ".join(option.name for option in stored.options) or None
        new = ", ".join(option.name for option in plan.options) or None
        if becomes != was:
            self._note("options", "options", was, becomes, old, new)

    def _variants(self, matches: list[Match], urls: dict[str, str]) -> None:
        position = max((variant.position for variant in self._stored.variants), default=-1) + 1
        edited = VariantChanges(
            self._updater, self._draft, self._stored, self._rows, self._changes, self._outcome.diffs
        )
        for match in matches:
            value_ids = [
                option.values[text] for option, text in zip(self._plan.options, match.choice, strict=False)
            ]
            image_id = urls.get(match.variant.image_url) if match.variant.image_url else None
            if match.stored is None:
                self._add_variant(match, position, value_ids, image_id)
                position += 1
            elif edited.stage(match, match.stored, value_ids, image_id, self._facets, self._movements):
                self._outcome.variants_updated += 1

    def _add_variant(self, match: Match, position: int, value_ids: list[str], image_id: str | None) -> None:
        place = Place(self._stored.id, position, match.choice, value_ids, image_id)
        variant_id, plain = self._updater.variants.stage(
            self._draft, match.variant, place, self._rows, self._movements
        )
        self._changes[f"variants/{variant_id}"] = [None, plain]
        self._facets.append(("variant.created", {"variant_id": variant_id}))
        amounts = [price["price"] for price in plain["prices"].values()]
        shown = texts.price_range(amounts, self._updater.shop.currency)
        title = rules.variant_title(match.choice)
        self._outcome.diffs.append(FieldDiff("variant", None, shown or title, variant=title))
        self._outcome.variants_created += 1

    def _product_row(self, own: tuple[Any, ...]) -> None:
        stored = self._stored
        published_at = NOW if own[0] == "active" != stored.status else stored.published_at
        row = (self._draft.ordinal, stored.id, *own, stored.version + 1, stored.created_at, published_at)
        self._rows.tables["products"].append(row)

    def _events(self) -> None:
        ordinal, product_id = self._draft.ordinal, self._stored.id
        if self._changes:
            data = {"product_id": product_id, "changes": self._changes}
            self._rows.event(ordinal, "product.updated", product_id, data)
        status = self._changes.get("status", [None, None])
        for event_type in _STATUS_EVENTS.get((status[0], status[1]), ()):
            self._rows.event(ordinal, event_type, product_id, {"product_id": product_id})
        for event_type, data in self._facets:
            self._rows.event(ordinal, event_type, product_id, {**data, "product_id": product_id})
        for movement in self._movements:
            self._rows.event(ordinal, "inventory.updated", product_id, movement)
