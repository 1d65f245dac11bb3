"""Kill -9 in the middle of an import of content: whole batches, every event, and the next run brings the rest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rustok_desktop.exchange.nodes.committing import BATCH

from .test_killed_import import count, kill_once, run

POSTS = 400
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends SIGKILL to a process group")
_STATE = "SELECT count(*) FROM imports WHERE format = 'markdown' AND state = "


def test_a_killed_import_keeps_whole_batches_and_the_next_run_brings_the_rest(tmp_path: Path) -> None:
    site, data = tmp_path / "site", tmp_path / "data"
    site.mkdir()
    for number in range(POSTS):
        head = f"---\ntitle: Post {number}\ndate: 2024-05-01\ntags: [kiln, ash]\n---\n"
        (site / f"{number:03}.md").write_text(f"{head}Words of {number}\n", encoding="utf-8")
    run(data, "index", "rebuild")  # makes the shop
    kill_once(data, ("import", "content", str(site)), "SELECT count(*) FROM nodes", 2 * BATCH)

    shop = data / "shop.db"
    kept = count(shop, "SELECT count(*) FROM nodes")
    assert 2 * BATCH <= kept < POSTS, "killed too late to prove anything"
    assert kept % BATCH == 0
    assert count(shop, "SELECT count(*) FROM sys_events WHERE event_type = 'node.created'") == kept
    for table in ("node_translations", "bodies"):
        assert count(shop, f"SELECT count(DISTINCT node_id) FROM {table}") == kept
    told = "SELECT json_extract(tallies, '$.nodes.created') FROM imports"
    assert (count(shop, told), count(shop, f"{_STATE}'running'")) == (kept, 1)

    again = run(data, "import", "content", str(site))
    assert again["tally"] == {"created": POSTS - kept, "updated": 0, "unchanged": kept, "rejected": 0}
    assert (count(shop, f"{_STATE}'interrupted'"), count(shop, f"{_STATE}'done'")) == (1, 1)
    assert not list((data / "temp").glob("*")), "what the killed run left behind is swept"
