"""Price lists in words: what they do, whether they hold now, until when."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from rustok_desktop.commerce.price_lists_rules import ListTerms, state_at
from rustok_desktop.commerce.price_lists_views import PriceListRow
from rustok_desktop.gui.history.field_texts import moment_text


def type_text(kind: str) -> str:
    """``Sale`` or ``Replaces prices``."""
    translate = QCoreApplication.translate
    return translate("PriceLists", "Sale") if kind == "sale" else translate("PriceLists", "Replaces prices")


def short_state(state: str) -> str:
    """A state in one word."""
    translate = QCoreApplication.translate
    return {
        "draft": translate("PriceLists", "draft"),
        "scheduled": translate("PriceLists", "to come"),
        "active": translate("PriceLists", "holds"),
        "ended": translate("PriceLists", "over"),
    }[state]


def note_text(row: PriceListRow, now: str, count: str) -> str:
    """``Sale · holds · 12 prices``, for the line of a list."""
    return f"{type_text(row.type)} · {short_state(state_at(row.terms, now))} · {count}"


def state_text(values: Mapping[str, Any], now: str, language: str) -> str:
    """A sentence on whether a list with these fields holds at ``now``."""
    translate = QCoreApplication.translate
    starts, ends = values["starts_at"], values["ends_at"]
    terms = ListTerms("", "", values["type"], values["status"], values["currency_code"], 0, starts, ends)
    state = state_at(terms, now)
    at = {name: moment_text(value, language) for name, value in (("starts", starts), ("ends", ends)) if value}
    if state == "draft":
        return translate("PriceLists", "A draft: its prices do not hold.")
    if state == "scheduled":
        return translate("PriceLists", "Its prices hold from {starts} on.").format(**at)
    if state == "ended":
        return translate("PriceLists", "Over since {ends}: its prices no longer hold.").format(**at)
    if ends is not None:
        return translate("PriceLists", "Its prices hold now, until {ends}.").format(**at)
    return translate("PriceLists", "Its prices hold now, without an end.")
