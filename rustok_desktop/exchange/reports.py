"""What an import says when it is over."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from rustok_desktop.exchange.committing import Commit
from rustok_desktop.exchange.schemas import ERRORS_SHOWN, FoundFormat, ImportReport, RowError, Tally


@dataclass(frozen=True, slots=True)
class Outline:
    """What reading the file came to: the part of a report that was known before anything was written."""

    import_id: str
    found: FoundFormat
    products: Tally
    variants: Tally
    images: Tally
    errors: tuple[RowError, ...]


def since(started: float) -> int:
    """Milliseconds since ``started`` on the monotonic clock."""
    return round((time.monotonic() - started) * 1000)


def report_of(outline: Outline, commit: Commit, rejected: Path | None, started: float) -> ImportReport:
    """What was kept. Unchanged and refused are the plan's; a product left out at the last moment is refused."""
    products, variants, images = map(commit.tally, (commit.products, commit.variants, commit.images))
    return ImportReport(
        import_id=outline.import_id,
        format=outline.found.format,
        records=outline.found.records,
        products=replace(
            products,
            unchanged=outline.products.unchanged,
            rejected=outline.products.rejected + commit.left_out,
        ),
        variants=replace(variants, unchanged=outline.variants.unchanged, rejected=outline.variants.rejected),
        images=replace(images, unchanged=outline.images.unchanged, rejected=outline.images.rejected),
        errors=(*outline.errors, *commit.errors)[:ERRORS_SHOWN],
        rejected_file=rejected,
        dry_run=False,
        cancelled=commit.state == "cancelled",
        took_ms=since(started),
    )


def failed(report: ImportReport, code: str, text: str) -> ImportReport:
    """The same report of an import that stopped by a fault: the fault is its first finding."""
    fault = RowError(line=0, record=0, column="", value="", rule=code, message=text, severity="product")
    return replace(report, errors=(fault, *report.errors)[:ERRORS_SHOWN], cancelled=True, failed=text)


def dry_report(outline: Outline, started: float) -> ImportReport:
    """What would happen."""
    return ImportReport(
        import_id=outline.import_id,
        format=outline.found.format,
        records=outline.found.records,
        products=outline.products,
        variants=outline.variants,
        images=outline.images,
        errors=outline.errors,
        rejected_file=None,
        dry_run=True,
        cancelled=False,
        took_ms=since(started),
    )
