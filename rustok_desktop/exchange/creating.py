"""A draft of a product that the shop does not have, as rows and events."""

from __future__ import annotations

from typing import Any

from rustok_desktop.commerce import rules
from rustok_desktop.core import limits
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange import texts
from rustok_desktop.exchange.claims import SkuClaims
from rustok_desktop.exchange.drafts import ImageDraft, ProductDraft, VariantDraft
from rustok_desktop.exchange.existing import StoredImage, StoredOption
from rustok_desktop.exchange.findings import Findings
from rustok_desktop.exchange.new_variants import NewVariant, Place
from rustok_desktop.exchange.outcome import Outcome
from rustok_desktop.exchange.schemas import FieldDiff, ImportAction
from rustok_desktop.exchange.staged import NOW, Shop, StagedRows

_LAST = 1 << 30


class Creator:
    """Turns drafts into new products."""

    def __init__(self, shop: Shop, findings: Findings, claims: SkuClaims) -> None:
        self._shop = shop
        self._findings = findings
        self._claims = claims
        self.variants = NewVariant(shop, findings)

    def create(self, draft: ProductDraft, rows: StagedRows) -> Outcome:
        """Stage the product; an outcome ``reject`` and no rows when it has no title or no valid variant."""
        if not draft.title:
            self._findings.refuse(draft, "title", "", "title_missing", {})
            return Outcome(ImportAction.REJECT)
        accepted = self._accepted(draft)
        if not accepted:
            self._findings.refuse(draft, "handle", draft.handle, "no_variants", {})
            return Outcome(ImportAction.REJECT)
        return self._stage(draft, accepted, rows)

    def _accepted(self, draft: ProductDraft) -> list[VariantDraft]:
        """The variants to make. A product whose rows speak of none has one, as in Shopify."""
        if not draft.variant_rows:
            number, line, cells = draft.records[0]
            return [VariantDraft(number, line, cells, options=() if not draft.option_names else None)]
        accepted: list[VariantDraft] = []
        for variant in draft.variants:
            if draft.option_names and variant.options is None:
                params: dict[str, object] = {"option": draft.option_names[0]}
                self._findings.note(draft, variant, "option1_value", "", "option_value_missing", params)
                continue
            if not draft.option_names:
                if variant.options:
                    self._mismatch(draft, variant)
                    continue
                variant.options = ()
                if accepted:
                    params = {"combination": rules.DEFAULT_TITLE}
                    self._findings.note(draft, variant, "option1_value", "", "duplicate_combination", params)
                    continue
            if isinstance(variant.sku, str):
                if not self._claims.is_free(draft, variant, variant.sku, None):
                    continue
                self._claims.claim(variant.sku, draft.title)
            accepted.append(variant)
        return accepted

    def _mismatch(self, draft: ProductDraft, variant: VariantDraft) -> None:
        named = rules.variant_title(variant.options or ())
        self._findings.note(draft, variant, "option1_value", named, "option_mismatch", {})

    def _stage(self, draft: ProductDraft, accepted: list[VariantDraft], rows: StagedRows) -> Outcome:
        product_id = new_id()
        changes = self._product(draft, product_id, rows)
        options = self._options(draft, accepted, product_id, rows)
        if options:
            changes["options"] = [[], [option.plain() for option in options]]
        images = self._images(draft, accepted, product_id, rows)
        if images:
            changes["images"] = [[], [image.plain() for image in images.values()]]
        movements: list[dict[str, Any]] = []
        amounts = []
        for position, variant in enumerate(accepted):
            values = variant.options or ()
            value_ids = [option.values[value] for option, value in zip(options, values, strict=False)]
            image = images.get(variant.image_url) if variant.image_url else None
            place = Place(product_id, position, values, value_ids, image.id if image else None)
            variant_id, plain = self.variants.stage(draft, variant, place, rows, movements)
            changes[f"variants/{variant_id}"] = [None, plain]
            amounts += [price["price"] for price in plain["prices"].values()]
        rows.event(draft.ordinal, "product.created", product_id, {"product_id": product_id, "changes": changes})
        if draft.status == "active":
            rows.event(draft.ordinal, "product.published", product_id, {"product_id": product_id})
        for movement in movements:
            rows.event(draft.ordinal, "inventory.updated", product_id, movement)
        shown = ", ".join(filter(None, (draft.status or "draft", texts.price_range(amounts, self._shop.currency))))
        return Outcome(
            ImportAction.CREATE,
            product_id=product_id,
            variants_created=len(accepted),
            images_created=len(images),
            diffs=[FieldDiff("all", None, shown)],
        )

    def _product(self, draft: ProductDraft, product_id: str, rows: StagedRows) -> dict[str, list[Any]]:
        locale, ordinal = self._shop.locale, draft.ordinal
        given = {name: text for name, text in draft.texts.items() if isinstance(text, str)}
        get = given.get
        status = draft.status or "draft"
        tags = list(draft.tags) if isinstance(draft.tags, tuple) else []
        metadata = {"metafields": draft.metafields} if draft.metafields else {}
        rows.tables["products"].append(
            (
                ordinal,
                product_id,
                status,
                get("vendor"),
                get("product_type"),
                get("category"),
                dumps(tags),
                dumps(metadata),
                1,
                NOW,
                NOW if status == "active" else None,
            )
        )
        words = (get("description"), get("meta_title"), get("meta_description"))
        rows.tables["product_translations"].append(
            (ordinal, product_id, draft.title, draft.handle, *words)
        )
        changes: dict[str, list[Any]] = {
            f"title@{locale}": [None, draft.title],
            f"handle@{locale}": [None, draft.handle],
            "status": [None, status],
        }
        for name, text in given.items():
            path = name if name in ("vendor", "product_type", "category") else f"{name}@{locale}"
            changes[path] = [None, text]
        if tags:
            changes["tags"] = [[], tags]
        if metadata:
            changes["metadata"] = [None, metadata]
        return changes

    def _options(
        self, draft: ProductDraft, accepted: list[VariantDraft], product_id: str, rows: StagedRows
    ) -> list[StoredOption]:
        """Options in the file's order; values in the order in which the rows name them."""
        ordinal, tables = draft.ordinal, rows.tables
        options: list[StoredOption] = []
        if not any(variant.options for variant in accepted):
            return options
        for position, name in enumerate(draft.option_names):
            option_id = new_id()
            named = dict.fromkeys(variant.options[position] for variant in accepted if variant.options)
            values = {value: new_id() for value in named}
            tables["product_options"].append((ordinal, option_id, product_id, position, name))
            for place, (value, value_id) in enumerate(values.items()):
                tables["product_option_values"].append((ordinal, value_id, product_id, option_id, place, value))
            options.append(StoredOption(option_id, name, values))
        return options

    def _images(
        self, draft: ProductDraft, accepted: list[VariantDraft], product_id: str, rows: StagedRows
    ) -> dict[str, StoredImage]:
        images: dict[str, StoredImage] = {}
        for image in in_order(draft.images):
            alt = image.alt_text if isinstance(image.alt_text, str) else None
            images[image.url] = StoredImage(new_id(), image.url, alt)
        for variant in accepted:
            url = variant.image_url
            if url is not None and url not in images and len(images) < limits.IMAGES_PER_PRODUCT:
                images[url] = StoredImage(new_id(), url, None)
        for position, added in enumerate(images.values()):
            row = (draft.ordinal, added.id, product_id, position, added.url, added.alt_text)
            rows.tables["product_images"].append(row)
        return images


def in_order(images: list[ImageDraft]) -> list[ImageDraft]:
    """By the numbers the file gives; those without one last, in the file's order."""
    if all(image.position is None for image in images):
        return images
    return sorted(images, key=lambda image: _LAST if image.position is None else image.position)
