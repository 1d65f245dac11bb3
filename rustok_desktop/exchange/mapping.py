"""Rows of one Shopify product to a draft: its own fields, its options, and which row carries what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from rustok_desktop.commerce import rules
from rustok_desktop.core import limits
from rustok_desktop.core.errors import FieldProblem
from rustok_desktop.core.html import sanitize
from rustok_desktop.core.text import slugify
from rustok_desktop.core.validators import handle as handle_problem
from rustok_desktop.exchange import cells as cell
from rustok_desktop.exchange.cells import EMPTY, CellProblem
from rustok_desktop.exchange.csv_reader import Record
from rustok_desktop.exchange.drafts import ImageDraft, ProductDraft, VariantDraft
from rustok_desktop.exchange.findings import CELL, ROW, Findings
from rustok_desktop.exchange.grouping import key_of
from rustok_desktop.exchange.rows import NO_CHOICE, RowReader
from rustok_desktop.exchange.shopify import Columns

T = TypeVar("T")
_TEXTS = (
    ("description", limits.DESCRIPTION),
    ("vendor", limits.VENDOR),
    ("product_type", limits.PRODUCT_TYPE),
    ("category", limits.CATEGORY_PATH),
    ("meta_title", limits.META_TITLE),
    ("meta_description", limits.META_DESCRIPTION),
)
_NO_OPTION = ("title",)
_REMEMBERED = 1000


class ProductMapper:
    """Maps the products of one file, in order. ``handles`` are all those that the file spells out."""

    def __init__(self, columns: Columns, currency: str, findings: Findings, handles: set[str]) -> None:
        self._findings = findings
        self._handles = handles
        self._made: set[str] = set()  # handles that the file does not spell out in this form
        self._width = len(columns.headers)
        self._at = {name: columns.index(name) for name in columns.fields if name}
        self._texts = [(name, self._at[name], limit) for name, limit in _TEXTS if name in self._at]
        self._named: dict[tuple[str, ...], list[FieldProblem]] = {}
        self._metafields = columns.metafields()
        self._rows = RowReader(columns, currency, findings)

    def draft(self, ordinal: int, rows: list[Record]) -> ProductDraft:
        """The product that ``rows`` (at least one) describe; problems are in its ``errors``."""
        rows = [(number, line, self._even(cells)) for number, line, cells in rows]
        number, line, _ = rows[0]
        draft = ProductDraft(ordinal, "", _first(rows, self._at.get("title", -1)), number, line, rows)
        self._identify(draft)
        self._read_texts(draft)
        self._read_tags(draft)
        self._read_status(draft)
        self._name_options(draft)
        self._read_rows(draft)
        return draft

    def _even(self, cells: list[str]) -> list[str]:
        """Trimmed cells, padded to the header's width. A longer record keeps its tail for the row's check."""
        even = list(map(str.strip, cells))
        if len(even) < self._width:
            even += [""] * (self._width - len(even))
        return even

    def _identify(self, draft: ProductDraft) -> None:
        """The handle, made canonical; from the title where the file has none."""
        raw = key_of(draft.records[0][2], self._at.get("handle", -1))
        if raw and handle_problem("handle", raw) is None:
            draft.handle = raw
            return
        draft.has_handle = bool(raw)
        if not raw and not draft.title:
            self._findings.refuse(draft, "handle", "", "handle_missing", {})
            return
        draft.handle = slugify(raw or draft.title)
        # Two spellings that fall together must not quietly become one product.
        if draft.handle in self._handles or draft.handle in self._made:
            params = {"handle": draft.handle, "holder": draft.handle}
            self._findings.refuse(draft, "handle", raw, "duplicate_handle", params, f"{draft.handle[:250]}-2")
        self._made.add(draft.handle)

    def _read_texts(self, draft: ProductDraft) -> None:
        if len(draft.title) > limits.TITLE:
            shorter = draft.title[: limits.TITLE].rstrip()
            self._findings.refuse(draft, "title", draft.title, "too_long", {"limit": limits.TITLE}, shorter)
        for name, place, limit in self._texts:
            text = _first(draft.records, place)
            if len(text) > limit:
                self._cell(draft, name, text, "too_long", limit=limit)
            else:
                draft.texts[name] = (sanitize(text) if name == "description" else text) or EMPTY
        for place, key in self._metafields:
            text = _first(draft.records, place)
            if text:
                draft.metafields[key] = text

    def _read_tags(self, draft: ProductDraft) -> None:
        if "tags" not in self._at:
            return
        text = _first(draft.records, self._at["tags"])
        tags = rules.clean_tags(text.split(",")) if text else ()
        problems = rules.tags_problems(tags)
        for problem in problems:
            self._cell(draft, "tags", text, problem.code, **problem.params)
        if not problems:
            draft.tags = tags or EMPTY

    def _read_status(self, draft: ProductDraft) -> None:
        """Status where the file has one, else Published."""
        text = _first(draft.records, self._at.get("status", -1))
        if text:
            draft.status = self._product_cell(draft, "status", text, cell.status)
            return
        text = _first(draft.records, self._at.get("published", -1))
        if text:
            published = self._product_cell(draft, "published", text, cell.boolean)
            if published is not None:
                draft.status = "active" if published else "draft"

    def _product_cell(self, draft: ProductDraft, name: str, text: str, parse: Callable[[str], T]) -> T | None:
        try:
            return parse(text)
        except CellProblem as problem:
            self._findings.refuse(draft, name, text, problem.code, problem.params, problem.suggestion)
            return None

    def _name_options(self, draft: ProductDraft) -> None:
        """The first name of each option column counts: later rows repeat it or leave it out."""
        places = self._rows.options
        names = [_first(draft.records, name) for name, _ in places]
        while names and not names[-1]:
            names.pop()
        if len(names) == 1 and names[0].lower() in _NO_OPTION and self._only_default(draft.records):
            names = []
        draft.option_names = tuple(names)
        if not names:
            return
        if any(len(name) > limits.OPTION_NAME for name in names):
            params = {"limit": limits.OPTION_NAME}
            self._findings.refuse(draft, "option1_name", max(names, key=len), "too_long", params)
        if "" in names:
            field = f"option{names.index('') + 1}_name"
            self._findings.refuse(draft, field, "", "required", {})
        for problem in self._name_problems(draft.option_names):
            self._findings.refuse(draft, "option2_name", ", ".join(names), problem.code, problem.params)

    def _name_problems(self, names: tuple[str, ...]) -> list[FieldProblem]:
        """What is wrong with the names; most products of a file have the same ones."""
        problems = self._named.get(names)
        if problems is None:
            problems = rules.option_problems([(name, ("x",)) for name in names if name])
            if len(self._named) < _REMEMBERED:
                self._named[names] = problems
        return problems

    def _only_default(self, rows: list[Record]) -> bool:
        place = self._rows.options[0][1]
        return all(cells[place] in ("", NO_CHOICE) for _, _, cells in rows)

    def _read_rows(self, draft: ProductDraft) -> None:
        chosen: set[tuple[str, ...]] = set()
        images: dict[str, ImageDraft] = {}
        for record in draft.records:
            cells = record[2]
            if len(cells) > self._width and any(cells[self._width :]):
                tail = ", ".join(filter(None, cells[self._width :]))
                self._findings.note(draft, record, "", tail, "too_many_cells", {})
                draft.variant_rows += 1
                continue
            if self._rows.carries_variant(cells):
                draft.variant_rows += 1
                variant = self._rows.variant(draft, record)
                if variant is not None and self._is_new_choice(draft, variant, chosen):
                    draft.variants.append(variant)
            self._rows.image(draft, record, images)
        draft.images = list(images.values())
        if len(images) > limits.IMAGES_PER_PRODUCT:
            params = {"limit": limits.IMAGES_PER_PRODUCT}
            self._findings.refuse(draft, "image_url", "", "too_many_images", params)
        if draft.variant_rows > limits.VARIANTS_PER_PRODUCT:
            params = {"limit": limits.VARIANTS_PER_PRODUCT}
            self._findings.refuse(draft, "handle", draft.handle, "too_many_variants", params)

    def _is_new_choice(
        self, draft: ProductDraft, variant: VariantDraft, chosen: set[tuple[str, ...]]
    ) -> bool:
        choice = variant.options
        if choice is None or choice not in chosen:
            if choice is not None:
                chosen.add(choice)
            return True
        named = rules.variant_title(choice)
        params = {"combination": named}
        self._findings.note(
            draft, variant, "option1_value", named, "duplicate_combination", params, None, ROW
        )
        return False

    def _cell(self, draft: ProductDraft, name: str, value: str, code: str, /, **params: object) -> None:
        """A finding at the product's first row that costs only its cell."""
        self._findings.note(draft, draft.records[0], name, value, code, params, None, CELL)


def _first(rows: list[Record], place: int) -> str:
    """The first text in a column; "" when there is none or no such column."""
    if place >= 0:
        for _, _, cells in rows:
            if cells[place]:
                return cells[place]
    return ""
