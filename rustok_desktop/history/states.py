"""A product as paths and values, and the log's ``changes`` applied to it backwards and forwards. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from rustok_desktop.commerce.changes import fields_of
from rustok_desktop.commerce.views import ProductView
from rustok_desktop.history.reverting import Standing, State, UnknownPath, put, same

Options = list[dict[str, Any]]
VARIANTS = "variants/"
LIFECYCLE = ("status", "published_at", "deleted_at")
WORDS = ("title", "handle", "description", "meta_title", "meta_description")
FIELDS = ("vendor", "product_type", "category")
MONEY = ("price", "compare_at", "cost")
VARIANT_FIELDS = (
    "sku",
    "barcode",
    "inventory_policy",
    "manage_inventory",
    "requires_shipping",
    "taxable",
    "weight_mg",
    "weight_unit",
    "image_id",
)
THRESHOLD = "threshold"  # of a variant, e.g. ``threshold@<location>``
_LISTS = frozenset({"tags", "options", "images"})
_WHOLE = frozenset({*LIFECYCLE, *FIELDS, *_LISTS, "metadata"})


def state_of(view: ProductView) -> State:
    """The product now. A variant's choice stands as ids of option values: their texts depend on the moment."""
    state: State = fields_of(view, stock=True)
    if view.metadata:
        state["metadata"] = dict(view.metadata)
    options = state.get("options", [])
    return {path: _inner(value, options) if path.startswith(VARIANTS) else value for path, value in state.items()}


def wound(state: State, changes: Mapping[str, list[Any]], *, back: bool, check: bool = True) -> State:
    """The state with ``changes`` taken back, or made again. Standing unless each field holds what it should."""
    result = dict(state)
    for path in sorted(changes, key=_order):
        was, becomes = changes[path]
        held, target = (becomes, was) if back else (was, becomes)
        # A renamed tag rewrites lists in one go, so that a list may be what it is to be already.
        there = path == "tags" and same(state.get(path), target)
        if check and not there and not _holds(state, path, held):
            raise Standing(path)
        _put(result, path, target)
    return result


def moved(state: State, data: Mapping[str, Any], *, back: bool) -> State:
    """The state without the movement of stock in an event's ``data``, or with it."""
    path = VARIANTS + data["variant_id"]
    if path not in state or data.get("delta") is None:
        return state
    variant = dict(state[path])
    stock = dict(variant["stock"])
    place = data["location_id"]
    stock[place] = stock.get(place, 0) + (-data["delta"] if back else data["delta"])
    variant["stock"] = {where: quantity for where, quantity in stock.items() if quantity}
    return {**state, path: variant}


def known(path: str) -> bool:
    """Whether the value of ``path`` can be put back."""
    if path.startswith(VARIANTS):
        name = _leaf(path)[1]
        head = name.partition("@")[0]
        return not name or name == "option_values" or name in VARIANT_FIELDS or head in (*MONEY, THRESHOLD)
    return path in _WHOLE or path.partition("@")[0] in WORDS


def unlike(one: State, other: State, *, besides: Iterable[str] = ()) -> str | None:
    """A path in which two states differ, stock aside, or None."""
    skipped = set(besides)
    for path in [*one, *(path for path in other if path not in one)]:
        if path in skipped:
            continue
        mine, theirs = one.get(path), other.get(path)
        if path.startswith(VARIANTS) and isinstance(mine, dict) and isinstance(theirs, dict):
            mine, theirs = {**mine, "stock": 0}, {**theirs, "stock": 0}
        if not same(mine, theirs):
            return path
    return None


def choice_texts(variant: Mapping[str, Any], options: Options) -> list[str]:
    """The texts of a variant's choice in the order of ``options``."""
    chosen = set(variant["choice"])
    return [next((v["value"] for v in option["values"] if v["id"] in chosen), "") for option in options]


def _order(path: str) -> tuple[bool, str]:
    # Options first: the texts of a choice in the same change mean values of the options as they are after it.
    return (path != "options", path)


def _leaf(path: str) -> tuple[str, str]:
    """``variants/<id>/price@USD`` -> (``variants/<id>``, ``price@USD``); the second is empty for a whole variant."""
    _, variant_id, *rest = path.split("/")
    return VARIANTS + variant_id, "/".join(rest)


def _inner(value: Mapping[str, Any] | None, options: Options) -> dict[str, Any] | None:
    if value is None:
        return None
    inner = {name: value.get(name) for name in (*VARIANT_FIELDS, "position")}
    inner["prices"] = {currency: _money(entry) for currency, entry in value.get("prices", {}).items()}
    inner["stock"] = {place: quantity for place, quantity in value.get("stock", {}).items() if quantity}
    inner["thresholds"] = dict(value.get("thresholds", {}))
    inner["choice"] = _ids(value.get("option_values") or [], options)
    return inner


def _money(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {name: entry.get(name) for name in MONEY}


def _ids(texts: Iterable[str], options: Options) -> frozenset[str]:
    ids = []
    for text, option in zip(texts, options, strict=False):
        ids += [value["id"] for value in option["values"] if value["value"] == text][:1]
    return frozenset(ids)


def _holds(state: State, path: str, value: Any) -> bool:
    if not known(path):
        raise UnknownPath(path)
    options = state.get("options") or []
    if not path.startswith(VARIANTS):
        return same(state.get(path), value)
    owner, name = _leaf(path)
    variant = state.get(owner)
    if not name:
        return bool(variant == _inner(value, options))
    if variant is None:
        return False
    if name == "option_values":
        return bool(variant["choice"] == _ids(value or [], options))
    money, _, currency = name.partition("@")
    if money == THRESHOLD:
        return bool(variant["thresholds"].get(currency) == value)
    if currency:
        return same(variant["prices"].get(currency, {}).get(money), value)
    return same(variant[name], value)


def _put(state: State, path: str, value: Any) -> None:
    if not known(path):
        raise UnknownPath(path)
    options = state.get("options") or []
    if not path.startswith(VARIANTS):
        put(state, path, value)
        return
    owner, name = _leaf(path)
    if not name:
        put(state, owner, _inner(value, options))
        return
    if owner not in state:
        raise Standing(path)
    variant = state[owner] = dict(state[owner])
    money, _, currency = name.partition("@")
    if name == "option_values":
        variant["choice"] = _ids(value or [], options)
    elif money == THRESHOLD:
        own = {**variant["thresholds"], currency: value}
        variant["thresholds"] = {place: number for place, number in own.items() if number is not None}
    elif currency:
        prices = {**variant["prices"], currency: {**_money(variant["prices"].get(currency, {})), money: value}}
        variant["prices"] = {
            code: entry for code, entry in prices.items() if any(v is not None for v in entry.values())
        }
    else:
        variant[name] = value
