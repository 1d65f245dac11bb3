"""The catalog's rules on plain values: no database, no commands. Saving and importing share them.

A ``…_problems`` function returns what is wrong, empty when nothing is; paths are those of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rustok_desktop.core import limits, validators
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.html import sanitize
from rustok_desktop.core.money import plain_amount
from rustok_desktop.core.text import fold, slugify

DEFAULT_TITLE = "Default"
_SEPARATOR = " / "


def clean_text(text: str | None) -> str | None:
    """Without outer spaces; None when nothing is left."""
    return (text.strip() or None) if text else None


def clean_html(text: str | None) -> str | None:
    """Like :func:`clean_text`, within the shop's policy for HTML."""
    return clean_text(sanitize(text)) if text else None


def clean_barcode(text: str | None) -> str | None:
    """Like :func:`clean_text`; digits printed in groups (``4 006381 333931``) lose the gaps."""
    cleaned = clean_text(text)
    if cleaned is None:
        return None
    digits = cleaned.replace(" ", "").replace("-", "")
    return digits if digits.isascii() and digits.isdigit() else cleaned


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Trimmed, without blanks and repetitions (case does not count), in the order given."""
    kept: dict[str, str] = {}
    for tag in tags:
        trimmed = tag.strip()
        if trimmed:
            kept.setdefault(trimmed.casefold(), trimmed)
    return tuple(kept.values())


def combination(value_ids: Iterable[str]) -> str:
    """The key of a variant's choice: option value ids in option order; ``""`` without options."""
    return ",".join(value_ids)


def variant_title(values: Sequence[str]) -> str:
    """The chosen values joined by `` / ``, or ``Default`` for a product without options."""
    return _SEPARATOR.join(values)[: limits.TITLE] if values else DEFAULT_TITLE


def default_handle(title: str) -> str:
    """The handle a title suggests, before it is made unique."""
    return slugify(title)


def handle_problems(path: str, handle: str) -> list[FieldProblem]:
    """A handle is 1–255 of ``a-z 0-9 -`` and not a reserved word; the suggestion is one that fits."""
    return _found(validators.handle(path, handle))


def sku_problems(path: str, sku: str | None) -> list[FieldProblem]:
    """A SKU is one line of at most 100 characters; None is fine."""
    return [] if sku is None else _found(validators.sku(path, sku))


def barcode_problems(path: str, barcode: str | None) -> list[FieldProblem]:
    """A barcode of 8, 12, 13 or 14 digits has a right check digit; ``1.2E+12`` is a destroyed one."""
    return [] if barcode is None else _found(validators.barcode(path, barcode))


def price_problems(
    path: str, currency: str, amount: int, compare_at: int | None, cost: int | None = None
) -> list[FieldProblem]:
    """Nothing is negative and a compare-at price is not below the price; ``path`` is the variant's."""
    problems = []
    for name, value in (("price", amount), ("compare_at", compare_at), ("cost", cost)):
        if value is not None and value < 0:
            problems.append(FieldProblem(f"{path}/{name}@{currency}", "negative_amount"))
    if compare_at is not None and compare_at < amount:
        price = plain_amount(amount, currency)
        problems.append(
            FieldProblem(f"{path}/compare_at@{currency}", "compare_at_below_price", {"price": price}, price)
        )
    return problems


def tags_problems(tags: Sequence[str]) -> list[FieldProblem]:
    """At most 250 tags of at most 255 characters."""
    problems = _too_many("tags", tags, limits.TAGS_PER_PRODUCT)
    if any(len(tag) > limits.TAG for tag in tags):
        problems.append(FieldProblem("tags", "too_long", {"limit": limits.TAG}))
    return problems


def images_problems(urls: Sequence[str]) -> list[FieldProblem]:
    """At most 250 images."""
    return _too_many("images", urls, limits.IMAGES_PER_PRODUCT)


def option_problems(options: Sequence[tuple[str, Sequence[str]]]) -> list[FieldProblem]:
    """Names differ (case does not count), every option has values, and no value stands twice."""
    problems = _too_many("options", options, limits.OPTIONS_PER_PRODUCT)
    seen: set[str] = set()
    for position, (name, values) in enumerate(options):
        path = f"options/{position}"
        if fold(name) in seen:
            problems.append(FieldProblem(f"{path}/name", "duplicate_option", {"option": name}))
        seen.add(fold(name))
        if not values:
            problems.append(FieldProblem(f"{path}/values", "required"))
        problems += [FieldProblem(f"{path}/values", "given_twice", {"value": value}) for value in repeated(values)]
    return problems


def choice_problems(
    options: Sequence[tuple[str, Sequence[str]]], choices: Sequence[tuple[str, Sequence[str]]]
) -> list[FieldProblem]:
    """Each ``(path, values in option order)`` of ``choices`` names one listed value per option, once.

    A product without options has exactly one choice, the empty one.
    """
    problems: list[FieldProblem] = []
    allowed = [frozenset(values) for _, values in options]
    seen: set[tuple[str, ...]] = set()
    for path, values in choices:
        chosen = tuple(values)
        found = _choice_problem(path, [name for name, _ in options], allowed, chosen)
        if found is None and chosen in seen:
            found = FieldProblem(path, "duplicate_combination", {"combination": variant_title(chosen)})
        seen.add(chosen)
        if found is not None:
            problems.append(found)
    return problems


def variants_problems(count: int) -> list[FieldProblem]:
    """A product has 1 … 10,000 variants."""
    if count < 1:
        return [FieldProblem("variants", "no_variants")]
    return _too_many("variants", range(count), limits.VARIANTS_PER_PRODUCT)


def repeated(values: Iterable[str]) -> list[str]:
    """The values that stand more than once, each once, in order of their second appearance."""
    seen: set[str] = set()
    again: dict[str, None] = {}
    for value in values:
        if value in seen:
            again[value] = None
        seen.add(value)
    return list(again)


def _choice_problem(
    path: str, names: Sequence[str], allowed: Sequence[frozenset[str]], chosen: tuple[str, ...]
) -> FieldProblem | None:
    if len(chosen) < len(names):
        return FieldProblem(path, "option_value_missing", {"option": names[len(chosen)]})
    if len(chosen) > len(names) or any(value not in known for value, known in zip(chosen, allowed, strict=True)):
        return FieldProblem(path, "option_mismatch")
    return None


def _found(problem: FieldProblem | None) -> list[FieldProblem]:
    return [] if problem is None else [problem]


def _too_many(path: str, things: Sequence[object], limit: int) -> list[FieldProblem]:
    return [FieldProblem(path, f"too_many_{path}", {"limit": limit})] if len(things) > limit else []
