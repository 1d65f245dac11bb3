"""Kill -9 in the middle of an import: whole products, every event, and the next start goes on."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rustok_desktop.exchange.demo import write_shopify_csv

PRODUCTS = 4000
PROGRAM = [sys.executable, "-m", "rustok_desktop"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends SIGKILL to a process group")


def count(path: Path, sql: str) -> int:
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return int(connection.execute(sql).fetchone()[0])
    finally:
        connection.close()


def run(data: Path, *words: str) -> dict[str, object]:
    done = subprocess.run(
        [*PROGRAM, "--data-dir", str(data), "--json", *words], capture_output=True, text=True, check=False
    )
    assert done.returncode in (0, 1), done.stderr
    return json.loads(done.stdout)


def kill_once(data: Path, words: tuple[str, ...], counted: str, least: int) -> None:
    """Start a command, and kill it without a word once so many are there."""
    process = subprocess.Popen(
        [*PROGRAM, "--data-dir", str(data), *words],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 90
        while process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(sqlite3.Error):
                if count(data / "shop.db", counted) >= least:
                    break
            time.sleep(0.002)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.parametrize("least", [1, 1500])
def test_a_killed_import_leaves_whole_products_and_the_next_run_ends_it(tmp_path: Path, least: int) -> None:
    file, data = tmp_path / "catalogue.csv", tmp_path / "data"
    write_shopify_csv(file, PRODUCTS, 7)
    run(data, "index", "rebuild")  # makes the shop
    kill_once(data, ("import", "products", str(file)), "SELECT count(*) FROM products", least)

    shop = data / "shop.db"
    kept = count(shop, "SELECT count(*) FROM products")
    assert least <= kept < PRODUCTS, "killed too late to prove anything"
    assert count(shop, "SELECT count(*) FROM sys_events WHERE event_type = 'product.created'") == kept
    for table in ("product_translations", "product_variants"):
        missing = (
            f"SELECT count(*) FROM products p WHERE NOT EXISTS (SELECT 1 FROM {table} t WHERE t.product_id = p.id)"
        )
        assert count(shop, missing) == 0, table
    unpriced = "SELECT count(*) FROM product_variants v WHERE NOT EXISTS (SELECT 1 FROM prices WHERE variant_id = v.id)"
    assert count(shop, unpriced) == 0
    stock = """SELECT count(*) FROM inventory_levels l WHERE on_hand != (SELECT sum(delta) FROM inventory_movements m
        WHERE m.variant_id = l.variant_id AND m.location_id = l.location_id)"""
    assert count(shop, stock) == 0

    again = run(data, "import", "products", str(file))
    assert again["products"] == {"created": PRODUCTS - kept, "updated": 0, "unchanged": kept, "rejected": 0}
    status = run(data, "index", "status")["projections"][0]
    assert (status["rows"], status["lag"]) == (PRODUCTS, 0)
    assert not list((data / "temp").glob("*")), "what the killed run left behind is swept"
