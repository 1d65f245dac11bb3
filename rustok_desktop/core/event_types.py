"""The registry of event types: RusToK's 39 (schema version 1) and ours in the same style.

Every recorded event passes :func:`validate_event` inside its transaction, so a broken one rolls the change
back. Rules are closures built once at import; validation is a loop over them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from rustok_desktop.core import limits
from rustok_desktop.core.event_rules import (
    Check,
    EventInvalid,
    changes,
    currency,
    email,
    integer,
    kind,
    mime_type,
    text,
    uuid,
)
from rustok_desktop.core.events import NewEvent

_Relation = Callable[[Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class EventField:
    """One field of ``data``; ``ours`` marks an addition to RusToK's own set."""

    name: str
    check: Check
    required: bool = True
    ours: bool = False


@dataclass(frozen=True, slots=True)
class EventSchema:
    """What an event type carries; ``affects_index`` tells projections whether to look at it."""

    event_type: str
    version: int
    affects_index: bool
    fields: tuple[EventField, ...]
    relation: _Relation | None
    names: frozenset[str]


def _need(name: str, check: Check) -> EventField:
    return EventField(name, check)


def _may(name: str, check: Check) -> EventField:
    return EventField(name, check, required=False)


def _ours(name: str, check: Check) -> EventField:
    return EventField(name, check, required=False, ours=True)


# Any event may say what it changed and which import made it.
_COMMON = (_ours("changes", changes), _ours("import_id", uuid))


def _ids(*names: str) -> tuple[EventField, ...]:
    return tuple(_need(name, uuid) for name in names)


def _low(data: Mapping[str, Any]) -> None:
    if data["remaining"] >= data["threshold"]:
        raise EventInvalid("remaining", "must be below the threshold")


def _moved(data: Mapping[str, Any]) -> None:
    delta = data.get("delta")
    if delta is not None and data["old_quantity"] + delta != data["new_quantity"]:
        raise EventInvalid("delta", "is not the difference of the quantities")


def _status_differs(data: Mapping[str, Any]) -> None:
    if data["old_status"] == data["new_status"]:
        raise EventInvalid("new_status", "does not differ from the old one")


_LOCALE = _need("locale", text(limits.LOCALE))
_NODE = (_need("node_id", uuid), _need("kind", kind))
_TAGGED = (_need("tag_id", uuid), _need("target_type", text(64)), _need("target_id", uuid))
_VARIANT = _ids("variant_id", "product_id")
_MONEY = integer(0, limits.AMOUNT_MAX)
# Stock may fall below nothing where the variant's policy is to go on selling.
_QUANTITY = integer(-limits.QUANTITY_MAX, limits.QUANTITY_MAX)
_COUNT = integer(0, limits.QUANTITY_MAX)

_Entry = tuple[bool, tuple[EventField, ...]]

_RUSTOK: dict[str, _Entry] = {
    "node.created": (True, (*_NODE, _may("author_id", uuid))),
    "node.updated": (True, _NODE),
    "node.translation.updated": (True, (_need("node_id", uuid), _LOCALE)),
    "node.published": (True, _NODE),
    "node.unpublished": (True, _NODE),
    "node.deleted": (True, _NODE),
    "body.updated": (True, (_need("node_id", uuid), _LOCALE)),
    "category.created": (False, _ids("category_id")),
    "category.updated": (False, _ids("category_id")),
    "category.deleted": (False, _ids("category_id")),
    "tag.created": (False, _ids("tag_id")),
    "tag.attached": (True, _TAGGED),
    "tag.detached": (True, _TAGGED),
    "media.uploaded": (
        False,
        (_need("media_id", uuid), _need("mime_type", mime_type), _need("size", integer(0, 2**63 - 1))),
    ),
    "media.deleted": (False, _ids("media_id")),
    "user.registered": (False, (_need("user_id", uuid), _need("email", email))),
    "user.logged_in": (False, _ids("user_id")),
    "user.updated": (False, _ids("user_id")),
    "user.deleted": (False, _ids("user_id")),
    "product.created": (True, _ids("product_id")),
    "product.updated": (True, _ids("product_id")),
    "product.published": (True, _ids("product_id")),
    "product.deleted": (True, _ids("product_id")),
    "variant.created": (False, _VARIANT),
    "variant.updated": (True, _VARIANT),
    "variant.deleted": (False, _VARIANT),
    "inventory.updated": (
        True,
        (
            *_VARIANT,
            _need("location_id", uuid),
            _need("old_quantity", _QUANTITY),
            _need("new_quantity", _QUANTITY),
            _ours("delta", integer(-2 * limits.QUANTITY_MAX, 2 * limits.QUANTITY_MAX)),
            _ours("reason", text(limits.REASON)),
            _ours("reference", text(limits.REFERENCE)),
            _ours("movement_id", uuid),
        ),
    ),
    "inventory.low": (False, (*_VARIANT, _need("remaining", _COUNT), _need("threshold", _COUNT))),
    "price.updated": (
        True,
        (*_VARIANT, _need("currency", currency), _may("old_amount", _MONEY), _need("new_amount", _MONEY)),
    ),
    "order.placed": (
        False,
        (
            _need("order_id", uuid),
            _may("customer_id", uuid),
            _need("total", _MONEY),
            _need("currency", currency),
        ),
    ),
    "order.status_changed": (
        False,
        (_need("order_id", uuid), _need("old_status", text(50)), _need("new_status", text(50))),
    ),
    "order.completed": (False, _ids("order_id")),
    "order.cancelled": (False, (_need("order_id", uuid), _may("reason", text(500, blank=True)))),
    "index.reindex_requested": (False, (_need("target_type", text(64)), _may("target_id", uuid))),
    "index.updated": (False, (_need("index_name", text(64)), _need("target_id", uuid))),
    "tenant.created": (False, _ids("tenant_id")),
    "tenant.updated": (False, _ids("tenant_id")),
    "locale.enabled": (False, (_need("tenant_id", uuid), _LOCALE)),
    "locale.disabled": (False, (_need("tenant_id", uuid), _LOCALE)),
}

# The trash and the archive, which RusToK has no events for. ``product.deleted`` is the purge.
_OURS: dict[str, _Entry] = {
    f"product.{act}": (True, _ids("product_id"))
    for act in ("unpublished", "archived", "unarchived", "trashed", "restored")
} | {"media.updated": (False, _ids("media_id"))}

# Stock beyond RusToK's: promises, thresholds, locations, stocktakes.
_PROMISE = (
    *_ids("variant_id", "product_id", "location_id", "reservation_id"),
    _need("quantity", _COUNT),
    _may("reference", text(limits.REFERENCE)),
)
_OURS |= {
    "inventory.reserved": (False, _PROMISE),
    "inventory.released": (False, _PROMISE),
    "inventory.threshold_changed": (False, _ids("variant_id", "product_id", "location_id")),
    "location.created": (False, _ids("location_id")),
    "location.updated": (False, _ids("location_id")),
    "location.closed": (False, _ids("location_id")),
    "stocktake.opened": (False, _ids("stocktake_id", "location_id")),
    "stocktake.applied": (False, _ids("stocktake_id", "location_id")),
    "stocktake.cancelled": (False, _ids("stocktake_id", "location_id")),
}

# A tag's words change, and a tag may go: by a merge, or unused.
_OURS |= {f"tag.{act}": (False, _ids("tag_id")) for act in ("updated", "deleted")}

_OURS |= {f"collection.{act}": (False, _ids("collection_id")) for act in ("created", "updated", "deleted")}

_OURS |= {
    f"price_list.{act}": (False, _ids("price_list_id"))
    for act in ("created", "updated", "trashed", "restored", "purged")
}

# Products that look alike and are different ones all the same.
_OURS |= {f"distinction.{act}": (False, _ids("distinction_id")) for act in ("made", "revoked")}

# A translation that still fits although the original has changed.
_OURS |= {"product.translation.confirmed": (False, (*_ids("product_id"), _LOCALE))}

# The end of what was deleted: from here on it cannot come back. A product's is ``product.deleted``.
_OURS |= {f"{kind}.purged": (False, _ids(f"{kind}_id")) for kind in ("category", "collection", "tag", "media")}
_OURS |= {"location.reopened": (False, _ids("location_id"))}

# Content beyond RusToK's: the archive, the trash, the clock, drafts, moderation, addresses that moved.
_OURS |= {
    f"node.{act}": (True, _NODE)
    for act in ("archived", "unarchived", "trashed", "restored", "scheduled", "unscheduled", "moderated")
}
_OURS |= {"node.translation.confirmed": (True, (_need("node_id", uuid), _LOCALE))}
_OURS |= {f"node.draft.{act}": (False, (_need("node_id", uuid), _LOCALE)) for act in ("saved", "discarded")}
_OURS |= {
    f"redirect.{act}": (False, (*_ids("node_id"), _LOCALE, _need("slug", text(limits.HANDLE))))
    for act in ("created", "deleted")
}

_RELATIONS: dict[str, _Relation] = {
    "inventory.low": _low,
    "inventory.updated": _moved,
    "order.status_changed": _status_differs,
}


def _schema(event_type: str, entry: _Entry) -> EventSchema:
    affects, fields = entry
    fields = (*fields, *_COMMON)
    names = frozenset(field.name for field in fields)
    return EventSchema(event_type, 1, affects, fields, _RELATIONS.get(event_type), names)


EVENT_SCHEMAS: dict[str, EventSchema] = {
    event_type: _schema(event_type, entry) for event_type, entry in (_RUSTOK | _OURS).items()
}
RUSTOK_EVENT_TYPES = frozenset(_RUSTOK)

_INDEXED = frozenset(name for name, schema in EVENT_SCHEMAS.items() if schema.affects_index)


def event_schema(event_type: str) -> EventSchema:
    """The schema of a type; EventInvalid for one nobody registered."""
    schema = EVENT_SCHEMAS.get(event_type)
    if schema is None:
        raise EventInvalid("event_type", f"is not registered: {event_type!r}")
    return schema


def affects_index(event_type: str) -> bool:
    """Whether projections must look at events of this type; false for an unknown type."""
    return event_type in _INDEXED


def indexed_event_types() -> frozenset[str]:
    """Every type for which :func:`affects_index` is true."""
    return _INDEXED


def validate_event(event: NewEvent) -> None:
    """Returns for a sound event; raises EventInvalid naming the first broken field.

    Unknown keys of ``data`` are refused: a misspelt field would otherwise be lost without a word.
    """
    schema = event_schema(event.event_type)
    if event.schema_version != schema.version:
        raise EventInvalid("schema_version", f"must be {schema.version}")
    _AGGREGATE_TYPE("aggregate_type", event.aggregate_type)
    uuid("aggregate_id", event.aggregate_id)
    data = event.data
    for field in schema.fields:
        value = data.get(field.name)
        if value is not None:
            field.check(field.name, value)
        elif field.required:
            raise EventInvalid(field.name, "is missing")
    if not data.keys() <= schema.names:
        unknown = min(data.keys() - schema.names)
        raise EventInvalid(unknown, "is not a field of this event")
    if schema.relation is not None:
        schema.relation(data)


_AGGREGATE_TYPE = text(limits.AGGREGATE_TYPE)

# What changes how a product is found, listed or judged by a rule.
SHAPES_PRODUCT = frozenset(
    {
        "product.created",
        "product.updated",
        "product.published",
        "product.unpublished",
        "product.archived",
        "product.unarchived",
        "product.trashed",
        "product.restored",
        "product.deleted",
        "variant.created",
        "variant.updated",
        "variant.deleted",
        "price.updated",
        "inventory.updated",
        "tag.attached",
        "tag.detached",
    }
)

# What changes how a page, a post or another node is found and listed. A node's tags are told by ``node.updated``.
SHAPES_NODE = frozenset(
    {
        "node.created",
        "node.updated",
        "node.translation.updated",
        "node.translation.confirmed",
        "body.updated",
        "node.published",
        "node.unpublished",
        "node.archived",
        "node.unarchived",
        "node.trashed",
        "node.restored",
        "node.scheduled",
        "node.unscheduled",
        "node.moderated",
        "node.deleted",
    }
)
