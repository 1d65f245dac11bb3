"""Why products stand in one group, in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from rustok_desktop.commerce.matching import BARCODE, NEAR_TITLE, SKU, Reason
from rustok_desktop.core.locale import NBSP

translate = QCoreApplication.translate


def reason_text(reason: Reason) -> str:
    """``Same barcode``, ``Titles 94 % alike``."""
    if reason.kind == BARCODE:
        return translate("DuplicateReasons", "Same barcode")
    if reason.kind == SKU:
        return translate("DuplicateReasons", "Same SKU but for case, blanks or hyphens")
    if reason.kind == NEAR_TITLE:
        return translate("DuplicateReasons", "Titles {share} alike").format(share=share_text(reason))
    return translate("DuplicateReasons", "Same title")


def share_text(reason: Reason) -> str:
    """``94 %``, never rounded up to all of it."""
    return f"{min(int(reason.nearness * 100), 99 if reason.nearness < 1 else 100)}{NBSP}%"


def chip_text(reason: Reason) -> tuple[str, str]:
    """The shortest form and its tone: the surer, the louder."""
    if reason.kind == BARCODE:
        return translate("DuplicateReasons", "Barcode"), "danger"
    if reason.kind == SKU:
        return translate("DuplicateReasons", "SKU"), "warn"
    if reason.kind == NEAR_TITLE:
        return share_text(reason), "neutral"
    return translate("DuplicateReasons", "Title"), "accent"


def reasons_of(product_id: str, reasons: Sequence[Reason], numbers: dict[str, int]) -> list[str]:
    """Why this product is here, each with the numbers of those it is like: ``Same barcode: 2, 3``."""
    others: dict[str, set[int]] = {}
    for reason in reasons:
        if product_id in reason.product_ids:
            alike = {numbers[one] for one in reason.product_ids if one != product_id and one in numbers}
            others.setdefault(reason_text(reason), set()).update(alike)
    text = translate("DuplicateReasons", "{reason}: {numbers}")
    return [
        text.format(reason=reason, numbers=", ".join(map(str, sorted(alike))))
        for reason, alike in others.items()
        if alike
    ]
