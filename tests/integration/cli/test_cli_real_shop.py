"""The command line on a real data directory."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rustok_desktop.exchange.demo import write_shopify_csv
from rustok_desktop.storage.data_dir import DataDirectory

Cli = Callable[..., tuple[int, dict[str, Any]]]


def test_a_shop_from_nothing_to_search(cli: Cli, data: Path) -> None:
    assert cli("doctor")[0] == 0
    assert not data.exists()
    code, error = cli("search", "mug")
    assert (code, error["error"]["code"]) == (2, "not_found")

    code, made = cli("demo", "--products", "12")
    assert (code, made["created"], made["skipped"]) == (0, 12, 0)
    code, again = cli("demo", "--products", "12")
    assert (code, again["created"], again["skipped"]) == (0, 0, 12)

    code, found = cli("search", "MUG-IND-1-1")
    assert (code, found["total"]) == (0, 1)
    assert found["items"][0]["title"] == "Ribbed mug, indigo"

    code, index = cli("index", "status")
    projection = next(one for one in index["projections"] if one["name"] == "products")
    assert (projection["lag"], projection["rows"], projection["state"]) == (0, 12, "ready")
    code, rebuilt = cli("index", "rebuild", "--batch", "5")
    assert (code, rebuilt["processed"], rebuilt["total"]) == (0, 12, 12)
    assert cli("search", "MUG-IND-1-1")[1]["total"] == 1

    code, listed = cli("events", "list", "--type", "product.created", "--limit", "100")
    assert len(listed["events"]) == 12
    newest = listed["events"][0]
    assert newest["seq"] == max(event["seq"] for event in listed["events"])
    assert cli("events", "show", newest["id"])[1]["aggregate_id"] == newest["aggregate_id"]
    later = cli("events", "list", "--after", str(newest["seq"] - 1))[1]["events"]
    assert later[0]["id"] == newest["id"]
    consumers = cli("events", "consumers")[1]["consumers"]
    consumer = next(one for one in consumers if one["name"] == "index.products")
    assert (consumer["lag"], consumer["dead"]) == (0, 0)

    code, health = cli("doctor")
    assert code == 0, health
    assert (data / "logs").is_dir()


def test_an_import_and_its_dry_run(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    write_shopify_csv(path, 40, seed=5)
    code, dry = cli("import", "products", str(path), "--dry-run")
    assert (code, dry["dry_run"], dry["products"]["created"]) == (0, True, 40)
    assert cli("search", "mug")[1]["total"] == 0
    code, real = cli("import", "products", str(path))
    assert (code, real["products"]["created"], real["products"]["rejected"]) == (0, 40, 0)
    code, again = cli("import", "products", str(path))
    assert (code, again["products"]["unchanged"], again["products"]["updated"]) == (0, 40, 0)
    assert cli("index", "status")[1]["projections"][0]["rows"] == 40


def test_rejected_rows_end_in_exit_code_1(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "products.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [("Handle", "Title", "Variant SKU", "Variant Price"), ("a", "A", "A-1", "10"), ("b", "B", "B-1", "free")]
        )
    code, report = cli("import", "products", str(path))
    assert code == 1
    assert report["errors"][0]["line"] == 3
    assert report["errors"][0]["rule"] == "bad_amount"


def test_a_file_that_is_not_there_is_bad_input(cli: Cli) -> None:
    code, report = cli("import", "products", "nowhere.csv")
    assert (code, report["error"]["code"]) == (2, "file_not_found")


def test_reading_goes_on_while_another_process_writes(cli: Cli, data: Path) -> None:
    cli("demo", "--products", "3")
    with DataDirectory(data).lock("window"):
        code, report = cli("demo", "--products", "3")
        assert (code, report["error"]["code"]) == (75, "data_dir_locked")
        assert "window" in report["error"]["message"]
        for arguments in (
            ("search", "a"),
            ("events", "list"),
            ("events", "consumers"),
            ("index", "status"),
            ("doctor",),
        ):
            code, report = cli(*arguments)
            assert code == 0, report
        assert {check["name"]: check["detail"] for check in report["checks"]}["lock"].startswith("held by window")


def test_an_unknown_shop_is_told(cli: Cli, data: Path) -> None:
    cli("demo", "--products", "1")
    code, report = cli("--shop", "other", "search", "a")
    assert (code, report["error"]["code"]) == (2, "not_found")


def test_the_program_as_a_process(data: Path) -> None:
    command = [sys.executable, "-m", "rustok_desktop", "--data-dir", str(data), "--json"]
    made = subprocess.run([*command, "demo", "--products", "2"], capture_output=True, text=True, timeout=120)
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["created"] == 2
    bad = subprocess.run([*command, "no-such"], capture_output=True, text=True, timeout=60)
    assert bad.returncode == 2
    assert json.loads(bad.stdout)["error"]["code"] == "usage"
