"""One row of a product: the variant it carries, the image it carries, and what is wrong in its cells."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from rustok_desktop.commerce import rules
from rustok_desktop.core import limits
from rustok_desktop.core.validators import excel_destroyed
from rustok_desktop.exchange import cells as cell
from rustok_desktop.exchange.cells import EMPTY, Cached, CellProblem
from rustok_desktop.exchange.csv_reader import Record
from rustok_desktop.exchange.drafts import ImageDraft, ProductDraft, Text, VariantDraft
from rustok_desktop.exchange.findings import CELL, ROW, Findings
from rustok_desktop.exchange.shopify import Columns

NO_CHOICE = "Default Title"  # how Shopify writes "this product has no options"
_CARRIES_VARIANT = ("sku", "barcode", "price", "compare_at", "cost", "grams", "quantity")


class _Parsed(NamedTuple):
    """A column, the draft's attribute, its parser, what a wrong cell costs, and whether an empty one is told."""

    place: int
    field: str
    attribute: str
    parse: Cached[Any]
    severity: str
    tells_empty: bool


class RowReader:
    """Reads the rows of one file; cells are trimmed and every record is as wide as the header."""

    def __init__(self, columns: Columns, currency: str, findings: Findings) -> None:
        self._findings = findings
        self._at = {name: columns.index(name) for name in columns.fields if name}
        numbers = range(1, limits.OPTIONS_PER_PRODUCT + 1)
        named = [(columns.index(f"option{n}_name"), columns.index(f"option{n}_value")) for n in numbers]
        self.options = [(name, value) for name, value in named if value >= 0]
        self._carries_variant = [columns.index(name) for name in _CARRIES_VARIANT if name in self._at]
        self._carries_variant += [value for _, value in self.options]
        self._image = self._at.get("image_url", -1)
        self._variant_image = self._at.get("variant_image", -1)
        self._tracker = self._at.get("tracker", -1)
        self._parsed = self._parsed_cells(partial(cell.amount, currency=currency))

    def _parsed_cells(self, amount: Callable[[str], int]) -> list[_Parsed]:
        """The file's columns that hold numbers, flags and words of a fixed list."""
        boolean = Cached(cell.boolean)
        every = [
            _Parsed(0, "price", "price", Cached(amount), ROW, True),
            _Parsed(0, "compare_at", "compare_at", Cached(amount), CELL, True),
            _Parsed(0, "cost", "cost", Cached(amount), CELL, True),
            _Parsed(0, "grams", "weight_mg", Cached(cell.grams), ROW, True),
            _Parsed(0, "weight_unit", "weight_unit", Cached(cell.weight_unit), CELL, False),
            _Parsed(0, "policy", "inventory_policy", Cached(cell.policy), ROW, False),
            _Parsed(0, "requires_shipping", "requires_shipping", boolean, ROW, False),
            _Parsed(0, "taxable", "taxable", boolean, ROW, False),
            _Parsed(0, "quantity", "quantity", Cached(cell.whole), ROW, False),
        ]
        return [parsed._replace(place=self._at[parsed.field]) for parsed in every if parsed.field in self._at]

    def carries_variant(self, cells: list[str]) -> bool:
        """Whether the row is about a variant at all; most rows of real files are about an image only."""
        return any(cells[place] for place in self._carries_variant)

    def variant(self, draft: ProductDraft, record: Record) -> VariantDraft | None:
        """The row's variant; None when one of its cells costs the row."""
        before = len(draft.errors)
        number, line, cells = record
        variant = VariantDraft(number, line, cells)
        variant.options = self._choice(draft, record)
        variant.sku = self._sku(draft, record)
        variant.barcode = self._barcode(draft, record)
        for place, field, attribute, parse, severity, tells_empty in self._parsed:
            text = cells[place]
            if text:
                value = parse.known.get(text)
                if value is None:
                    value = self._parse(draft, record, field, text, parse, severity)
                setattr(variant, attribute, value)
            elif tells_empty:
                setattr(variant, attribute, EMPTY)
        if self._tracker >= 0:
            variant.manage_inventory = True if cells[self._tracker] else None
            variant.tracker_empty = not cells[self._tracker]
        variant.image_url = self._url(draft, record, "variant_image", self._variant_image)
        if len(draft.errors) > before and any(error.severity == ROW for error in draft.errors[before:]):
            return None
        return variant

    def image(self, draft: ProductDraft, record: Record, images: dict[str, ImageDraft]) -> None:
        """Add the row's image to ``images`` (by address) unless it is there already."""
        url = self._url(draft, record, "image_url", self._image)
        if url is None:
            return
        alt = self._alt_text(draft, record)
        known = images.get(url)
        if known is None:
            images[url] = ImageDraft(url, alt, self._position(record))
        elif not isinstance(known.alt_text, str) and isinstance(alt, str):
            known.alt_text = alt

    def _choice(self, draft: ProductDraft, record: Record) -> tuple[str, ...] | None:
        """The option values in order; ``()`` for a product without options, None where none is named.

        Values whose options have no name in the file may still fit the options that the shop has.
        """
        cells = record[2]
        values = tuple([cells[place] for _, place in self.options])
        names = draft.option_names
        if not any(values):
            return None
        if not names:
            return () if all(value in ("", NO_CHOICE) for value in values) else _without_tail(values)
        for place, (name, value) in enumerate(zip(names, values, strict=False), 1):
            if not value:
                field = f"option{place}_value"
                self._findings.note(draft, record, field, "", "option_value_missing", {"option": name})
            elif len(value) > limits.OPTION_VALUE:
                params = {"limit": limits.OPTION_VALUE}
                self._findings.note(draft, record, f"option{place}_value", value, "too_long", params)
        return values[: len(names)]

    def _sku(self, draft: ProductDraft, record: Record) -> Text:
        place = self._at.get("sku", -1)
        if place < 0:
            return None
        raw = record[2][place]
        if not raw:
            return EMPTY
        text = cell.unguarded(raw)
        for problem in rules.sku_problems("sku", text):
            self._findings.note(draft, record, "sku", raw, problem.code, problem.params, problem.suggestion)
        return text

    def _barcode(self, draft: ProductDraft, record: Record) -> Text:
        """A barcode that a spreadsheet destroyed costs only itself. Check digits are left to the editor:
        real files are full of codes that scan although their check digit is wrong."""
        place = self._at.get("barcode", -1)
        if place < 0:
            return None
        raw = record[2][place]
        if not raw:
            return EMPTY
        text = rules.clean_barcode(cell.unguarded(raw))
        if not text:
            return EMPTY
        if len(text) > limits.BARCODE:
            self._cell(draft, record, "barcode", raw, "too_long", limit=limits.BARCODE)
            return None
        if excel_destroyed(text):
            self._cell(draft, record, "barcode", raw, "barcode_destroyed", value=raw)
            return None
        return text

    def _parse(
        self, draft: ProductDraft, record: Record, field: str, text: str, parse: Cached[Any], severity: str
    ) -> Any:
        """The cell's value, None (as if the column were not there) and a finding for a wrong one."""
        try:
            return parse(text)
        except CellProblem as problem:
            self._findings.note(
                draft, record, field, text, problem.code, problem.params, problem.suggestion, severity
            )
            return None

    def _url(self, draft: ProductDraft, record: Record, name: str, place: int) -> str | None:
        url = record[2][place] if place >= 0 else ""
        if not url:
            return None
        if len(url) > limits.URL:
            self._cell(draft, record, name, url, "too_long", limit=limits.URL)
            return None
        if not url.startswith(("http://", "https://")):
            self._cell(draft, record, name, url, "bad_url", value=url)
            return None
        return url

    def _alt_text(self, draft: ProductDraft, record: Record) -> Text:
        place = self._at.get("image_alt", -1)
        if place < 0:
            return None
        text = record[2][place]
        if len(text) > limits.ALT_TEXT:
            self._cell(draft, record, "image_alt", text, "too_long", limit=limits.ALT_TEXT)
            return None
        return text or EMPTY

    def _position(self, record: Record) -> int | None:
        place = self._at.get("image_position", -1)
        text = record[2][place] if place >= 0 else ""
        return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None

    def _cell(
        self, draft: ProductDraft, record: Record, name: str, value: str, code: str, /, **params: object
    ) -> None:
        """A finding that costs only its cell."""
        self._findings.note(draft, record, name, value, code, params, None, CELL)


def _without_tail(values: tuple[str, ...]) -> tuple[str, ...]:
    end = len(values)
    while end and not values[end - 1]:
        end -= 1
    return values[:end]
