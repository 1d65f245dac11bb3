"""Global options, exit codes and the shape of errors."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rustok_desktop import __main__
from rustok_desktop.cli.options import default_data_dir, wants_json, window_options
from rustok_desktop.core.errors import FieldProblem, Invalid, KnownFault, Locked

Cli = Callable[..., Any]


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (Locked("data_dir_locked", holder="window"), 75),
        (KnownFault("newer_schema", found=9, known=1), 2),
        (Invalid([FieldProblem("sku", "required", suggestion="A-1")]), 2),
    ],
)
def test_known_errors_have_their_exit_code_and_object(cli: Cli, platform: Any, failure: Any, code: int) -> None:
    platform.failure = failure
    ran = cli("--json", "search", "x")
    assert ran.code == code
    assert ran.json["error"]["code"] == failure.code
    assert ran.json["error"]["message"] == failure.text()
    fields = ran.json["error"]["fields"]
    assert [f["path"] for f in fields] == [p.path for p in failure.fields]
    plain = cli("search", "x")
    assert (plain.code, plain.out) == (code, "")
    assert failure.text() in plain.err


def test_a_suggestion_is_offered_to_people(cli: Cli, platform: Any) -> None:
    platform.failure = Invalid([FieldProblem("sku", "required", suggestion="A-1")])
    assert "(try: A-1)" in cli("search", "x").err


def test_a_bug_is_told_logged_and_ends_in_70(cli: Cli, platform: Any, tmp_path: Path) -> None:
    platform.failure = RuntimeError("boom")
    (tmp_path / "data").mkdir()
    ran = cli("--json", "search", "x")
    assert (ran.code, ran.json["error"]["code"]) == (70, "bug")
    assert "RuntimeError: boom" in ran.err
    (report,) = (tmp_path / "data" / "logs").glob("crash-*.txt")
    assert "RuntimeError: boom" in report.read_text(encoding="utf-8")


def test_a_bug_leaves_no_data_directory_behind(cli: Cli, platform: Any, tmp_path: Path) -> None:
    platform.failure = RuntimeError("boom")
    assert cli("search", "x").code == 70
    assert not (tmp_path / "data").exists()


def test_an_interrupt_ends_in_130(cli: Cli, platform: Any) -> None:
    platform.failure = KeyboardInterrupt()
    ran = cli("--json", "search", "x")
    assert (ran.code, ran.json["error"]["code"]) == (130, "cancelled")


@pytest.mark.parametrize("arguments", [("nonsense",), ("--nonsense",), ("index",), ("search", "x", "--limit", "many")])
def test_bad_use_is_json_too(cli: Cli, arguments: tuple[str, ...]) -> None:
    ran = cli("--json", *arguments)
    assert (ran.code, ran.json["error"]["code"]) == (2, "usage")
    assert ran.json["error"]["message"]
    plain = cli(*arguments)
    assert (plain.code, plain.out) == (2, "")
    assert "--help" in plain.err


def test_an_unknown_log_level_is_bad_use(cli: Cli, platform: Any) -> None:
    ran = cli("--json", "--log-level", "loud", "search", "x")
    assert (ran.code, ran.json["error"]["code"]) == (2, "bad_log_level")


def test_help_prints_and_ends_well(cli: Cli) -> None:
    ran = cli("--help")
    assert ran.code == 0
    for command in ("import", "search", "index", "events", "doctor", "demo", "self-test", "version"):
        assert command in ran.out


def test_logs_keep_off_standard_output(cli: Cli, platform: Any) -> None:
    async def search(*_: Any, **__: Any) -> Any:
        logging.getLogger("rustok_desktop.x").warning("careful")
        raise Invalid([])

    platform.search = type("S", (), {"search": staticmethod(search)})
    ran = cli("--json", "search", "x")
    assert ran.json["error"]["code"] == "invalid"
    assert '"message":"careful"' in ran.err


def test_settings_carry_the_global_options(cli: Cli, platform: Any, tmp_path: Path) -> None:
    platform.failure = Invalid([])
    cli("--shop", "second", "--log-level", "debug", "search", "x")
    assert platform.settings.data_dir == tmp_path / "data"
    assert (platform.settings.shop, platform.settings.log_level) == ("second", "debug")


def test_the_data_directory_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("RUSTOK_DATA_DIR", str(tmp_path))
    assert default_data_dir() == tmp_path
    monkeypatch.delenv("RUSTOK_DATA_DIR")
    assert default_data_dir().name == "RusToK Desktop"


def test_json_is_recognised_before_parsing() -> None:
    assert wants_json(["--json", "search"])
    assert wants_json(["search", "--json"])
    assert not wants_json(["search", "--", "--json"])


def test_plain_global_options_open_the_window_without_the_parser(tmp_path: Path) -> None:
    options = window_options(["--data-dir", str(tmp_path), "--shop=second"])
    assert options is not None
    assert (options.data_dir, options.shop, options.log_level) == (tmp_path, "second", None)
    assert window_options([]) is not None
    for other in (["search", "x"], ["--help"], ["--json"], ["--data-dir"], ["--shop", "a", "doctor"]):
        assert window_options(other) is None


def _window(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    opened: list[Any] = []
    module = ModuleType("rustok_desktop.gui.application")
    module.run_window = lambda settings: opened.append(settings) or 3  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "rustok_desktop.gui.application", module)
    return opened


def test_no_command_opens_the_window(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened = _window(monkeypatch)
    assert cli("--json").code == 3
    monkeypatch.setattr(sys, "argv", ["rustok-desktop", "--data-dir", str(tmp_path)])
    assert __main__.main() == 3
    assert [settings.data_dir for settings in opened] == [tmp_path / "data", tmp_path]
    assert all(settings.log_dir == settings.data_dir / "logs" for settings in opened)


def test_a_command_runs_through_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["rustok-desktop", "--json", "version"])
    assert __main__.main() == 0
    assert '"version"' in capsys.readouterr().out
