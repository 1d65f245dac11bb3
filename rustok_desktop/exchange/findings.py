"""What is wrong in a file, said once and in one place: rule, cell, sentence, repair."""

from __future__ import annotations

from collections.abc import Mapping

from rustok_desktop.core.messages import message
from rustok_desktop.exchange.csv_reader import Record
from rustok_desktop.exchange.drafts import ProductDraft, VariantDraft
from rustok_desktop.exchange.schemas import RowError
from rustok_desktop.exchange.shopify import Columns

ROW, PRODUCT, CELL = "row", "product", "cell"
_LONGEST_VALUE = 200  # of a cell shown in a finding; the file of rejected rows has it whole


class Findings:
    """Makes findings in the reader's language and adds them to the draft they belong to."""

    def __init__(self, columns: Columns, locale: str) -> None:
        self._headers = {field: columns.header(field) for field in columns.fields if field}
        self._locale = locale

    def note(
        self,
        draft: ProductDraft,
        row: Record | VariantDraft,
        field: str,
        value: str,
        code: str,
        params: Mapping[str, object],
        suggestion: str | None = None,
        severity: str = ROW,
    ) -> None:
        """One finding in the row ``row``."""
        record, line = (row.record, row.line) if isinstance(row, VariantDraft) else row[:2]
        draft.errors.append(
            RowError(
                line=line,
                record=record,
                column=self._headers.get(field, field),
                value=value[:_LONGEST_VALUE],
                rule=code,
                message=message(code, self._locale, params),
                suggestion=suggestion,
                severity=severity,
                handle=draft.handle,
                params=dict(params),
            )
        )

    def refuse(
        self,
        draft: ProductDraft,
        field: str,
        value: str,
        code: str,
        params: Mapping[str, object],
        suggestion: str | None = None,
    ) -> None:
        """A finding that costs the whole product; it stands at the product's first row."""
        draft.rejected = True
        self.note(draft, draft.records[0], field, value, code, params, suggestion, PRODUCT)
