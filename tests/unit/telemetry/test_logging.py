"""Log lines: their shape, their ids, their levels, their files."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.errors import UserError
from rustok_desktop.core.ids import new_id
from rustok_desktop.telemetry import logging as telemetry
from rustok_desktop.telemetry.logging import bind_context, configure_logging, get_logger, parse_levels

LOG = get_logger("rustok_desktop.tests.logging")


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    handle = configure_logging(tmp_path, "info", stderr_level="critical")
    yield tmp_path / telemetry.FILE_NAME
    handle.close()


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_line_holds_its_parts_in_order(log_file: Path) -> None:
    LOG.info("product saved", product_id="7", took_ms=3)
    (line,) = _lines(log_file)
    assert list(line) == ["timestamp", "level", "target", "message", "fields"]
    assert (line["level"], line["target"]) == ("info", "rustok_desktop.tests.logging")
    assert line["message"] == "product saved"
    assert line["fields"] == {"product_id": "7", "took_ms": 3}
    assert line["timestamp"].endswith("Z")


async def test_ids_follow_the_request_through_coroutines(log_file: Path) -> None:
    async def work(ctx: Context) -> None:
        with bind_context(ctx):
            await asyncio.sleep(0)
            LOG.info("working")

    contexts = [Context(new_id(), Role.ADMIN, new_id(), correlation_id=new_id()) for _ in range(3)]
    await asyncio.gather(*(work(ctx) for ctx in contexts))
    LOG.info("outside")
    *inside, outside = _lines(log_file)
    seen = [(line["correlation_id"], line["tenant_id"], line["actor_id"]) for line in inside]
    assert seen == [(ctx.correlation_id, ctx.tenant_id, ctx.actor_id) for ctx in contexts]
    assert "correlation_id" not in outside


def test_exceptions_come_with_their_traceback(log_file: Path) -> None:
    try:
        raise RuntimeError("boom")
    except RuntimeError:
        LOG.exception("failed")
    (line,) = _lines(log_file)
    assert line["level"] == "error"
    assert "RuntimeError: boom" in line["exception"]


def test_secrets_and_odd_values_do_no_harm(log_file: Path) -> None:
    LOG.info("x", password="p", api_key="k", path=Path("/a"), huge=2**70, odd="\ud800", long="y" * 5000)
    (line,) = _lines(log_file)
    assert (line["fields"]["password"], line["fields"]["api_key"]) == ("[hidden]", "[hidden]")
    assert line["fields"]["path"] == "/a"
    assert line["fields"]["huge"] == str(2**70)
    assert len(line["fields"]["long"]) == 2001


def test_other_libraries_are_heard_from_warnings_up(log_file: Path) -> None:
    logging.getLogger("alembic.env").info("chatter")
    logging.getLogger("alembic.env").warning("careful %s", "now")
    (line,) = _lines(log_file)
    assert (line["target"], line["message"]) == ("alembic.env", "careful now")


def test_modules_have_levels_of_their_own(tmp_path: Path) -> None:
    handle = configure_logging(tmp_path, "warning,rustok_desktop.outbox=debug,aiosqlite=info", stderr_level="critical")
    get_logger("rustok_desktop.outbox.runner").debug("kept")
    get_logger("rustok_desktop.index").info("dropped")
    logging.getLogger("aiosqlite").info("kept too")
    handle.close()
    assert [line["message"] for line in _lines(tmp_path / "rustok.log")] == ["kept", "kept too"]


def test_a_strict_level_is_strict_for_all(tmp_path: Path) -> None:
    handle = configure_logging(tmp_path, "error", stderr_level="critical")
    logging.getLogger("alembic.env").warning("dropped")
    LOG.warning("dropped")
    LOG.error("kept")
    handle.close()
    assert [line["message"] for line in _lines(tmp_path / "rustok.log")] == ["kept"]


@pytest.mark.parametrize("text", ["loud", "info,rustok_desktop=loud", "="])
def test_unknown_levels_are_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_levels(text)
    assert caught.value.code == "bad_log_level"


def test_files_rotate_and_old_ones_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telemetry, "FILE_BYTES", 2000)
    handle = configure_logging(tmp_path, "info", stderr_level="critical")
    for number in range(200):
        LOG.info("line", number=number)
    handle.close()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["rustok.log", *(f"rustok.log.{n}" for n in range(1, telemetry.FILES_KEPT))]
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())
    assert _lines(tmp_path / "rustok.log")[-1]["fields"]["number"] == 199


def test_closing_puts_everything_back(tmp_path: Path) -> None:
    root, ours = logging.getLogger(), logging.getLogger("rustok_desktop")
    before = (list(root.handlers), root.level, ours.level)
    handle = configure_logging(tmp_path, "debug")
    handle.close()
    handle.close()
    assert (list(root.handlers), root.level, ours.level) == before


def test_the_error_stream_speaks_json_or_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    handle = configure_logging(None, "info", stderr_json=True)
    LOG.warning("one", n=1)
    handle.close()
    assert json.loads(capsys.readouterr().err)["message"] == "one"
    handle = configure_logging(None, "info")
    LOG.warning("two", n=2)
    handle.close()
    out, err = capsys.readouterr()
    assert "warning  tests.logging  two  n=2" in err
    assert out == ""


def test_loggers_are_silent_until_configured(capsys: pytest.CaptureFixture[str]) -> None:
    LOG.info("nobody listens")
    assert capsys.readouterr().out == ""
