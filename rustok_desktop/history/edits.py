"""From one state of a product to another, as the commands of the catalog: the ordinary rules apply."""

from __future__ import annotations

from typing import Any

from rustok_desktop.commerce import lifecycle, loading, low_stock, stock
from rustok_desktop.commerce import statements as commerce_sql
from rustok_desktop.commerce.schemas import AdjustStock, UpdateProduct
from rustok_desktop.commerce.stock_schemas import SetThreshold
from rustok_desktop.commerce.update import update_product
from rustok_desktop.core.codec import dumps
from rustok_desktop.core.context import Context
from rustok_desktop.core.permissions import Action, Resource, require
from rustok_desktop.history import states
from rustok_desktop.history.reverting import State, same
from rustok_desktop.history.states import FIELDS, LIFECYCLE, MONEY, VARIANT_FIELDS, VARIANTS, WORDS
from rustok_desktop.outbox.bus import TransactionalEventBus
from rustok_desktop.storage.statements import prepare
from rustok_desktop.storage.unit_of_work import UnitOfWork

_METADATA = prepare(
    "UPDATE products SET metadata = :metadata, updated_at = :now, version = version + 1"
    " WHERE tenant_id = :tenant_id AND id = :id"
)


class Mover:
    """Carries products from one state to another inside a unit of work. ``reason`` marks movements of stock."""

    def __init__(self, uow: UnitOfWork, ctx: Context, bus: TransactionalEventBus, reason: str) -> None:
        self._uow = uow
        self._ctx = ctx
        self._bus = bus
        self._reason = reason

    def move(self, product_id: str, now: State, wanted: State, *, stocked: bool = True) -> None:
        """Out of the trash first, then fields, stock and status, into the trash last.

        Without ``stocked`` only variants that come back bring their stock with them.
        """
        acts = {name: wanted.get(name) for name in LIFECYCLE if not same(now.get(name), wanted.get(name))}
        if "deleted_at" in acts:
            require(self._ctx, Resource.PRODUCTS, Action.DELETE)
            if acts["deleted_at"] is None:
                self._put_state(product_id, {"deleted_at": acts.pop("deleted_at")})
        fields = difference(now, wanted)
        if fields:
            stored = loading.load_product(self._uow, self._ctx, product_id)
            given = {"product_id": product_id, "base_version": stored.version, "revive": True, **fields}
            update_product(self._ctx, self._bus, UpdateProduct.model_validate(given), self._uow)
        self._metadata(product_id, now, wanted)
        self._stock(now, wanted, stocked)
        self._thresholds(now, wanted)
        if acts:
            self._put_state(product_id, acts)

    def _put_state(self, product_id: str, acts: dict[str, str | None]) -> None:
        lifecycle.put_state(self._ctx, self._bus, product_id, acts, self._uow)

    def _metadata(self, product_id: str, now: State, wanted: State) -> None:
        """Only imports write metadata, so no command of the catalog does."""
        was, becomes = now.get("metadata") or {}, wanted.get("metadata") or {}
        if was == becomes:
            return
        from rustok_desktop.core.events import NewEvent

        at = {"tenant_id": self._ctx.tenant_id, "id": product_id}
        self._uow.run(_METADATA, metadata=dumps(becomes), now=self._uow.now, **at)
        data = {"product_id": product_id, "changes": {"metadata": [was, becomes]}}
        self._bus.publish_in_tx(self._uow, self._ctx, NewEvent("product.updated", "product", product_id, data))

    def _stock(self, now: State, wanted: State, stocked: bool) -> None:
        for path, variant in wanted.items():
            if not path.startswith(VARIANTS) or (path in now and not stocked):
                continue
            had = now[path]["stock"] if path in now else {}
            for place in sorted(had.keys() | variant["stock"].keys()):
                delta = variant["stock"].get(place, 0) - had.get(place, 0)
                if delta:
                    self._adjust(path.removeprefix(VARIANTS), place, delta)

    def _thresholds(self, now: State, wanted: State) -> None:
        """Of every variant that is there afterwards. What comes back forgets those of a place that closed since."""
        for path, variant in wanted.items():
            if not path.startswith(VARIANTS):
                continue
            had = now[path]["thresholds"] if path in now else {}
            for place in sorted(had.keys() | variant["thresholds"].keys()):
                number = variant["thresholds"].get(place)
                if number != had.get(place) and (path in now or self._is_open(place)):
                    self._limit(path.removeprefix(VARIANTS), place, number)

    def _limit(self, variant_id: str, place: str, number: int | None) -> None:
        require(self._ctx, Resource.INVENTORY, Action.UPDATE)
        command = SetThreshold(variant_id=variant_id, location_id=place, threshold=number)
        low_stock.set_threshold(self._ctx, self._bus, command, self._uow)

    def _is_open(self, place: str) -> bool:
        row = self._uow.one(commerce_sql.LOCATION, at_tenant_id=self._ctx.tenant_id, at_id=place)
        return row is not None and row[5] is None

    def _adjust(self, variant_id: str, place: str, delta: int) -> None:
        require(self._ctx, Resource.INVENTORY, Action.UPDATE)
        command = AdjustStock(variant_id=variant_id, delta=delta, reason=self._reason, location_id=place)
        stock.adjust_stock(self._ctx, self._bus, command, self._uow)


def difference(now: State, wanted: State) -> dict[str, Any]:
    """The fields of an ``UpdateProduct`` that leads from one state to the other; empty when none is needed."""
    fields: dict[str, Any] = {}
    words = _words(now, wanted)
    if words:
        fields["translations"] = words
    for name in FIELDS:
        if not same(now.get(name), wanted.get(name)):
            fields[name] = wanted.get(name)
    if not same(now.get("tags"), wanted.get("tags")):
        fields["tags"] = wanted.get("tags") or []
    if not same(now.get("options"), wanted.get("options")):
        fields["options"] = [_option(option) for option in wanted.get("options") or []]
    if not same(now.get("images"), wanted.get("images")):
        fields["images"] = wanted.get("images") or []
    return fields | _variants(now, wanted)


def _option(option: dict[str, Any]) -> dict[str, Any]:
    values = option["values"]
    ids = [value["id"] for value in values]
    return {"id": option["id"], "name": option["name"], "values": [v["value"] for v in values], "value_ids": ids}


def _words(now: State, wanted: State) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for locale in sorted(_locales(now) | _locales(wanted)):
        if f"title@{locale}" not in wanted:
            found[locale] = None
            continue
        pairs = {name: (now.get(f"{name}@{locale}"), wanted.get(f"{name}@{locale}")) for name in WORDS}
        patch = {name: becomes for name, (was, becomes) in pairs.items() if not same(was, becomes)}
        if patch:
            found[locale] = patch
    return found


def _locales(state: State) -> set[str]:
    return {path.partition("@")[2] for path in state if path.startswith("title@")}


def _variants(now: State, wanted: State) -> dict[str, Any]:
    options = wanted.get("options") or []
    had = {path for path in now if path.startswith(VARIANTS)}
    ours = [path for path in wanted if path.startswith(VARIANTS)]
    gone = sorted(had - set(ours))
    added = [_whole(path, wanted[path], options) for path in ours if path not in had]
    patches = [patch for path in ours if path in had and (patch := _patch(path, now[path], wanted[path], options))]
    parts = {
        "remove_variants": [path.removeprefix(VARIANTS) for path in gone],
        "add_variants": sorted(added, key=_position),
        "variants": patches,
    }
    return {name: part for name, part in parts.items() if part}


def _position(variant: dict[str, Any]) -> int:
    return int(variant["position"] or 0)


def _whole(path: str, variant: dict[str, Any], options: states.Options) -> dict[str, Any]:
    given = {name: variant[name] for name in (*VARIANT_FIELDS, "position") if variant[name] is not None}
    given |= {"id": path.removeprefix(VARIANTS), "option_values": states.choice_texts(variant, options)}
    given["prices"] = [_price(currency, entry) for currency, entry in variant["prices"].items()]
    return given


def _patch(path: str, was: dict[str, Any], becomes: dict[str, Any], options: states.Options) -> dict[str, Any]:
    patch: dict[str, Any] = {name: becomes[name] for name in VARIANT_FIELDS if not same(was[name], becomes[name])}
    if was["choice"] != becomes["choice"]:
        patch["option_values"] = states.choice_texts(becomes, options)
    priced = {currency for currency, entry in becomes["prices"].items() if entry["price"] is not None}
    changed = [c for c in sorted(priced) if was["prices"].get(c) != becomes["prices"][c]]
    if changed:
        patch["prices"] = [_price(currency, becomes["prices"][currency]) for currency in changed]
    removed = sorted(was["prices"].keys() - priced)
    if removed:
        patch["remove_prices"] = removed
    return {"id": path.removeprefix(VARIANTS), **patch} if patch else {}


def _price(currency: str, entry: dict[str, Any]) -> dict[str, Any]:
    amount, compare_at, cost = (entry[name] for name in MONEY)
    return {"currency_code": currency, "amount": amount, "compare_at_amount": compare_at, "cost_amount": cost}
