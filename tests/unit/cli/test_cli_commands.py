"""What each command asks of the platform and how it answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rustok_desktop import __version__
from rustok_desktop.core.clock import utc_now
from rustok_desktop.core.errors import FieldProblem, Invalid, NotFound
from rustok_desktop.core.events import Envelope
from rustok_desktop.core.ids import new_id
from rustok_desktop.exchange.schemas import ImportReport, RowError, Tally
from rustok_desktop.index.schemas import Count, ProductRow, ProjectionStatus, SearchHit, SearchResult
from rustok_desktop.outbox.runner import ConsumerStatus

Cli = Callable[..., Any]

ROW = ProductRow(
    index_id=1,
    product_id=new_id(),
    version=1,
    in_trash=False,
    status="active",
    title="Ramen bowl, indigo",
    handle="ramen-bowl-indigo",
    vendor="Kiln & Clay",
    product_type="Bowls",
    tags=("new",),
    sku="BWL-201",
    variant_count=1,
    currency_code="USD",
    price_min=3800,
    price_max=3800,
    compare_at_max=None,
    on_hand=46,
    stock_state="in",
    thumbnail_url=None,
    updated_at=utc_now(),
)
STATUS = ProjectionStatus("products", 5, 7, 2, 100, "behind")


def test_version_needs_no_platform(cli: Cli) -> None:
    assert cli("--json", "version").json == {"version": __version__}
    assert cli("version").out.strip() == __version__


def test_search_prints_hits(cli: Cli, platform: Any) -> None:
    asked: list[tuple[str, int]] = []

    async def search(ctx: Any, text: str, *, limit: int) -> SearchResult:
        asked.append((text, limit))
        return SearchResult(Count(1000, exact=False), (SearchHit(ROW, ((0, 5),)),))

    platform.search = SimpleNamespace(search=search)
    ran = cli("--json", "search", "ramen", "--limit", "3")
    assert ran.code == 0
    assert asked == [("ramen", 3)]
    assert platform.read_only is True
    assert platform.log_of_calls == ["open", "close"]
    assert (ran.json["total"], ran.json["total_exact"]) == (1000, False)
    assert ran.json["items"][0]["sku"] == "BWL-201"
    assert ran.json["items"][0]["kind"] == "product"
    assert ran.json["took_ms"] >= 0
    human = cli("search", "ramen").out
    assert "Ramen bowl, indigo  BWL-201  active     46  $38.00" in human
    assert "1,000 or more found" in human


def test_index_status_and_rebuild(cli: Cli, platform: Any) -> None:
    async def status(ctx: Any) -> tuple[ProjectionStatus, ...]:
        return (STATUS,)

    async def rebuild(ctx: Any, name: str, *, batch: int, resume: bool, on_progress: Any) -> tuple[int, int]:
        on_progress(50, 100)
        if name != "products":
            raise NotFound("not_found", kind="index", id=name)
        assert (batch, resume) == (250, True)
        return 100, 100

    platform.index = SimpleNamespace(status=status, rebuild=rebuild)
    ran = cli("--json", "index", "status")
    assert ran.json["projections"] == [
        {"name": "products", "position": 5, "head": 7, "lag": 2, "rows": 100, "state": "behind", "detail": ""}
    ]
    assert platform.read_only is True
    ran = cli("--json", "index", "rebuild", "products", "--batch", "250", "--resume")
    assert (ran.code, ran.json["processed"], ran.json["total"]) == (0, 100, 100)
    assert platform.read_only is False
    ran = cli("--json", "index", "rebuild", "nodes")
    assert (ran.code, ran.json["error"]["code"]) == (2, "not_found")


def _event(**changes: Any) -> Envelope:
    values: dict[str, Any] = {
        "seq": 3,
        "id": new_id(),
        "event_type": "product.updated",
        "schema_version": 1,
        "tenant_id": "",
        "aggregate_type": "product",
        "aggregate_id": new_id(),
        "correlation_id": new_id(),
        "causation_id": None,
        "trace_id": None,
        "timestamp": utc_now(),
        "actor_id": None,
        "device_id": None,
        "txid": new_id(),
        "data": {"product_id": new_id(), "changes": {"title@en": ["a", "b"], "tags": [[], ["x"]]}},
    }
    return Envelope(**(values | changes))


def test_events_are_listed_and_shown(cli: Cli, platform: Any) -> None:
    event = _event(tenant_id=platform.tenant.id)
    asked: list[tuple[Any, ...]] = []

    async def read(after: int, limit: int, **filters: Any) -> list[Envelope]:
        asked.append((after, limit, filters["event_type"], filters["aggregate_id"], filters["descending"]))
        assert filters["tenant_id"] == platform.tenant.id
        return [event]

    async def get(event_id: str) -> Envelope | None:
        return {event.id: event, "other": _event(tenant_id=new_id())}.get(event_id)

    async def head() -> int:
        return 9

    platform.log = SimpleNamespace(read=read, get=get, head=head)
    ran = cli("--json", "events", "list", "--limit", "5", "--type", "product.updated", "--aggregate", "p")
    assert ran.json["head"] == 9
    assert ran.json["events"][0]["data"]["changes"] == {"title@en": ["a", "b"], "tags": [[], ["x"]]}
    cli("events", "list", "--after", "2")
    assert asked == [(0, 5, "product.updated", "p", True), (2, 50, None, None, False)]
    assert cli("--json", "events", "show", event.id).json["id"] == event.id
    assert 'title@en  "a"' in cli("events", "show", event.id).out
    for unknown in ("none", "other"):
        ran = cli("--json", "events", "show", unknown)
        assert (ran.code, ran.json["error"]["code"]) == (2, "not_found")


def test_consumers_are_shown(cli: Cli, platform: Any) -> None:
    async def status() -> tuple[ConsumerStatus, ...]:
        return (ConsumerStatus("index.products", 3, 9, 6, 0, 0, 1, None),)

    platform.consumers = SimpleNamespace(status=status)
    (found,) = cli("--json", "events", "consumers").json["consumers"]
    assert (found["name"], found["lag"], found["dead"]) == ("index.products", 6, 1)
    assert "index.products" in cli("events", "consumers").out


def _report(**changes: Any) -> ImportReport:
    values: dict[str, Any] = {
        "import_id": new_id(),
        "format": "shopify",
        "records": 12,
        "products": Tally(created=3),
        "variants": Tally(created=9),
        "images": Tally(),
        "errors": (),
        "rejected_file": None,
        "dry_run": False,
        "cancelled": False,
        "took_ms": 15,
    }
    return ImportReport(**(values | changes))


def _imports(platform: Any, report: ImportReport) -> list[Any]:
    asked: list[Any] = []

    async def run(ctx: Any, path: Path, options: Any, *, dry_run: bool, on_progress: Any) -> ImportReport:
        asked.append((path, options, dry_run))
        return report

    platform.imports = SimpleNamespace(run=run)
    return asked


def test_an_import_passes_its_options_and_reports(cli: Cli, platform: Any) -> None:
    asked = _imports(platform, _report())
    ran = cli(
        *("--json", "import", "products", "a.csv", "--format", "shopify", "--encoding", "cp1251", "--dry-run"),
        *("--erase-empty", "Vendor", "--erase-empty", "Tags"),
    )
    ((path, options, dry_run),) = asked
    assert (path, dry_run) == (Path("a.csv"), True)
    assert (options.format, options.encoding) == ("shopify", "cp1251")
    assert options.erase_columns == {"Vendor", "Tags"}
    assert ran.code == 0
    assert ran.json["products"] == {"created": 3, "updated": 0, "unchanged": 0, "rejected": 0}
    assert {"format", "records", "variants", "images", "errors", "rejected_file", "import_id", "took_ms"} <= set(
        ran.json
    )
    assert platform.log_of_calls == ["open", "close"]


def test_the_index_has_caught_up_when_an_import_returns(cli: Cli, platform: Any) -> None:
    _imports(platform, _report())
    assert cli("import", "products", "a.csv").code == 0
    assert platform.log_of_calls == ["open", "drain", "close"]


@pytest.mark.parametrize(("positions", "waits"), [([3, 3], 2), ([3, 5, 5], 3)])
def test_waiting_for_the_index_ends_when_it_does_not_get_on(
    cli: Cli, platform: Any, positions: list[int], waits: int
) -> None:
    drained: list[float] = []

    async def drain(patience: float) -> bool:
        drained.append(patience)
        return False

    async def status() -> tuple[Any, ...]:
        return (SimpleNamespace(position=positions.pop(0)),)

    platform.consumers = SimpleNamespace(drain=drain, status=status)
    _imports(platform, _report())
    ran = cli("import", "products", "a.csv")
    assert (ran.code, len(drained)) == (0, waits)
    assert "does not get on" in ran.err


def test_rejected_rows_end_in_exit_code_1(cli: Cli, platform: Any) -> None:
    error = RowError(4, 3, "Variant Price", "free", "bad_amount", "“free” is not an amount of money.")
    rejected = _report(products=Tally(created=2, rejected=1), errors=(error,), rejected_file=Path("r.csv"))
    _imports(platform, rejected)
    ran = cli("--json", "import", "products", "a.csv")
    assert ran.code == 1
    assert ran.json["errors"][0]["line"] == 4
    assert ran.json["rejected_file"] == "r.csv"
    human = cli("import", "products", "a.csv")
    assert "is not an amount of money" in human.out
    assert human.code == 1


def test_a_lost_cell_is_no_rejected_row(cli: Cli, platform: Any) -> None:
    cell = RowError(4, 3, "Variant Grams", "x", "not_a_number", "“x” is not a number.", severity="cell")
    _imports(platform, _report(errors=(cell,)))
    assert cli("--json", "import", "products", "a.csv").code == 0


def test_demo_creates_in_both_languages_and_skips_what_is_there(cli: Cli, platform: Any) -> None:
    created: list[Any] = []

    async def create_product(ctx: Any, command: Any) -> None:
        if len(created) == 3:
            created.append(None)
            raise Invalid([FieldProblem("variants/0/sku", "duplicate_sku", {"sku": "A", "holder": "b"})])
        created.append(command)

    async def locales(tenant_id: str) -> tuple[Any, ...]:
        return (SimpleNamespace(locale="en", is_enabled=True),)

    enabled: list[str] = []

    async def enable_locale(ctx: Any, locale: str, name: str, fallback: str) -> None:
        enabled.append(locale)

    platform.catalog = SimpleNamespace(create_product=create_product)
    platform.tenants = SimpleNamespace(locales=locales, enable_locale=enable_locale)
    ran = cli("--json", "demo", "--products", "5")
    assert (ran.code, ran.json["created"], ran.json["skipped"]) == (0, 4, 1)
    assert enabled == ["ru"]
    assert set(created[0].translations) == {"en", "ru"}


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_a_large_demo_goes_by_way_of_a_file(cli: Cli, platform: Any) -> None:
    sizes: list[int] = []

    async def run(ctx: Any, path: Path, options: Any, *, on_progress: Any) -> ImportReport:
        sizes.append(_lines(path))
        return _report(products=Tally(created=250, unchanged=50))

    platform.imports = SimpleNamespace(run=run)
    ran = cli("--json", "demo", "--products", "300")
    assert (ran.json["created"], ran.json["skipped"]) == (250, 50)
    assert sizes[0] > 300


@pytest.mark.parametrize("arguments", [("search",), ("import", "products"), ("index", "rebuild", "--batch", "0")])
def test_bad_use_is_told_before_anything_opens(cli: Cli, platform: Any, arguments: tuple[str, ...]) -> None:
    ran = cli("--json", *arguments)
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")
    assert platform.log_of_calls == []
