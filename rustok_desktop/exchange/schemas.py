"""What an import says before, while and after it runs: plain records."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

ERRORS_SHOWN = 1000  # of a plan or report; the others are in the file of rejected rows


class ImportAction(StrEnum):
    """What happens to one product."""

    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Mend:
    """Another value for one cell: data record from 1, header as the file spells it. The file stays as it is.

    A handle is mended in all rows that have it, so that a product's rows stay together.
    """

    record: int
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """``format`` is auto or shopify. ``erase_columns``: headers whose empty cells erase (others are kept).

    ``left_out`` are handles of products that are not to be imported, for a plan that is made again.
    """

    format: str = "auto"
    encoding: str | None = None
    erase_columns: frozenset[str] = frozenset()
    mends: tuple[Mend, ...] = ()
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundFormat:
    """What the file is: ``generation`` classic|new; ``columns`` header -> field name, or None when left out."""

    format: str
    generation: str
    encoding: str
    delimiter: str
    records: int
    columns: tuple[tuple[str, str | None], ...]
    warnings: tuple[str, ...] = ()
    notes: tuple[tuple[str, dict[str, object]], ...] = ()  # the same as codes of messages, for another language


@dataclass(frozen=True, slots=True)
class RowError:
    """One thing wrong in the file. ``record`` counts data records from 1, ``line`` file lines from 1.

    ``severity``: ``row`` leaves the row's variant out, ``product`` leaves the whole product out, ``cell``
    leaves only that cell out. ``rule`` is a code of the messages; with ``params`` it makes one in any language.
    """

    line: int
    record: int
    column: str
    value: str
    rule: str
    message: str
    suggestion: str | None = None
    severity: str = "row"
    handle: str = ""
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldDiff:
    """One field old -> new as text for people; ``erased`` when a value becomes empty.

    ``field`` is the field's name (``title``, ``price``, ``stock``…), ``all`` for a new product and ``variant``
    for a new variant; ``variant`` is the title of the variant concerned, "" for the product's own fields.
    """

    field: str
    old: str | None
    new: str | None
    erased: bool = False
    variant: str = ""


@dataclass(frozen=True, slots=True)
class PlannedProduct:
    """One product of the plan, in file order; ``ordinal`` from 1 is its key for excluding it."""

    ordinal: int
    handle: str
    title: str
    action: ImportAction
    variants: int
    line: int
    diffs: tuple[FieldDiff, ...] = ()
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class EmptyColumn:
    """A column that is present but empty where the shop holds values: ``rows`` of them; ``erase`` is the choice."""

    column: str
    field: str
    rows: int
    erase: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by action."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """A dry run's result; the products themselves are paged from the staging file."""

    plan_id: str
    tenant_id: str
    source: Path
    staging: Path
    found: FoundFormat
    products: Tally
    variants: Tally
    images: Tally
    fields_changed: int
    errors: tuple[RowError, ...]
    error_count: int
    empty_columns: tuple[EmptyColumn, ...]
    head: int  # the log's head the plan was made against
    left_out: int = 0  # products that would be written but for ``ImportOptions.left_out``


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """``phase``: read | write | index; ``done`` of ``total`` products (0 while unknown)."""

    phase: str
    done: int
    total: int
    tally: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. ``cancelled`` is true when it stopped early: the tallies say what was kept.

    ``failed`` says what stopped it, "" when nothing did.
    """

    import_id: str
    format: str
    records: int
    products: Tally
    variants: Tally
    images: Tally
    errors: tuple[RowError, ...]
    rejected_file: Path | None
    dry_run: bool
    cancelled: bool
    took_ms: int
    failed: str = ""
