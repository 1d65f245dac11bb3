"""The registry of event types and its rules."""

from __future__ import annotations

from typing import Any

import pytest

from rustok_desktop.core.event_rules import EventInvalid
from rustok_desktop.core.event_types import (
    EVENT_SCHEMAS,
    RUSTOK_EVENT_TYPES,
    affects_index,
    event_schema,
    indexed_event_types,
    validate_event,
)
from rustok_desktop.core.events import NewEvent
from rustok_desktop.core.ids import NIL, new_id

ID = new_id()
SAMPLES: dict[str, Any] = {
    "kind": "post",
    "locale": "es-419",
    "target_type": "product",
    "mime_type": "image/png",
    "size": 12,
    "email": "a@b.c",
    "quantity": 4,
    "old_quantity": 5,
    "new_quantity": 2,
    "remaining": 1,
    "threshold": 5,
    "currency": "EUR",
    "new_amount": 100,
    "total": 100,
    "old_status": "new",
    "new_status": "paid",
    "index_name": "products",
}


def _event(event_type: str, **data: Any) -> NewEvent:
    fields = {f.name: SAMPLES.get(f.name, ID) for f in event_schema(event_type).fields if f.required}
    merged = {name: value for name, value in (fields | data).items() if value is not ...}
    return NewEvent(event_type, "product", ID, merged)


def _problem(event: NewEvent) -> str:
    with pytest.raises(EventInvalid) as caught:
        validate_event(event)
    return caught.value.field


def test_all_of_rustoks_types_and_ours_are_there() -> None:
    assert len(RUSTOK_EVENT_TYPES) == 39
    ours = {f"product.{a}" for a in ("unpublished", "archived", "unarchived", "trashed", "restored")}
    ours |= {f"collection.{act}" for act in ("created", "updated", "deleted")}
    ours |= {f"price_list.{act}" for act in ("created", "updated", "trashed", "restored", "purged")}
    ours |= {f"inventory.{act}" for act in ("reserved", "released", "threshold_changed")}
    ours |= {f"location.{act}" for act in ("created", "updated", "closed", "reopened")}
    ours |= {"distinction.made", "distinction.revoked"}
    ours |= {f"{kind}.purged" for kind in ("category", "collection", "tag", "media")}
    ours |= {f"stocktake.{act}" for act in ("opened", "applied", "cancelled")}
    ours |= {f"node.{a}" for a in ("archived", "unarchived", "trashed", "restored", "scheduled", "unscheduled")}
    ours |= {"node.translation.confirmed", "node.moderated"}
    ours |= {"node.draft.saved", "node.draft.discarded", "redirect.created", "redirect.deleted"}
    ours |= {"product.translation.confirmed", "media.updated", "tag.updated", "tag.deleted"}
    assert set(EVENT_SCHEMAS) == RUSTOK_EVENT_TYPES | ours


@pytest.mark.parametrize("event_type", sorted(EVENT_SCHEMAS))
def test_an_event_with_its_thin_fields_is_sound(event_type: str) -> None:
    validate_event(_event(event_type))
    validate_event(_event(event_type, changes={"title@en": ["a", "b"]}, import_id=ID))


@pytest.mark.parametrize("event_type", sorted(EVENT_SCHEMAS))
def test_every_required_field_is_missed(event_type: str) -> None:
    for field in event_schema(event_type).fields:
        if field.required:
            assert _problem(_event(event_type, **{field.name: ...})) == field.name
            assert _problem(_event(event_type, **{field.name: object()})) == field.name


@pytest.mark.parametrize(
    ("event_type", "data", "field"),
    [
        ("product.updated", {"product_id": NIL}, "product_id"),
        ("product.updated", {"product_id": ID.upper()}, "product_id"),
        ("product.updated", {"product": ID}, "product"),
        ("product.updated", {"changes": {"title": ["only one"]}}, "changes"),
        ("product.updated", {"changes": []}, "changes"),
        ("product.updated", {"changes": {"": [1, 2]}}, "changes"),
        ("node.created", {"kind": "a b"}, "kind"),
        ("node.created", {"kind": "k" * 65}, "kind"),
        ("node.created", {"author_id": NIL}, "author_id"),
        ("body.updated", {"locale": "x" * 11}, "locale"),
        ("body.updated", {"locale": "  "}, "locale"),
        ("media.uploaded", {"mime_type": "png"}, "mime_type"),
        ("media.uploaded", {"size": -1}, "size"),
        ("user.registered", {"email": "nobody"}, "email"),
        ("inventory.updated", {"old_quantity": True}, "old_quantity"),
        ("inventory.updated", {"delta": 3}, "delta"),
        ("inventory.updated", {"reason": "r" * 51}, "reason"),
        ("inventory.low", {"remaining": 5}, "remaining"),
        ("inventory.low", {"remaining": -1}, "remaining"),
        ("price.updated", {"currency": "eur"}, "currency"),
        ("price.updated", {"old_amount": -1}, "old_amount"),
        ("price.updated", {"new_amount": 1.5}, "new_amount"),
        ("order.status_changed", {"new_status": "new"}, "new_status"),
        ("order.cancelled", {"reason": "r" * 501}, "reason"),
    ],
)
def test_broken_rules_are_named(event_type: str, data: dict[str, Any], field: str) -> None:
    assert _problem(_event(event_type, **data)) == field


def test_the_envelope_is_checked_too() -> None:
    assert _problem(NewEvent("product.sold", "product", ID, {})) == "event_type"
    assert _problem(NewEvent("product.created", "product", "7", {"product_id": ID})) == "aggregate_id"
    assert _problem(NewEvent("product.created", " ", ID, {"product_id": ID})) == "aggregate_type"
    assert _problem(NewEvent("product.created", "product", ID, {"product_id": ID}, 2)) == "schema_version"


def test_stock_may_fall_below_nothing() -> None:
    validate_event(_event("inventory.updated", old_quantity=1, new_quantity=-2, delta=-3, reason="sale"))


def test_projections_know_what_concerns_them() -> None:
    assert affects_index("product.updated")
    assert affects_index("product.trashed")
    assert not affects_index("variant.created")
    assert not affects_index("inventory.low")
    assert not affects_index("no.such")
    assert "price.updated" in indexed_event_types()
