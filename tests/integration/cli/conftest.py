"""The command line on a data directory of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rustok_desktop.cli.main import run

Cli = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def cli(data: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """(exit code, the one JSON object) of a command with ``--json``."""

    def call(*arguments: str) -> tuple[int, dict[str, Any]]:
        code = run(["--data-dir", str(data), "--json", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return call


@pytest.fixture
def told(data: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What a command tells people; it must have succeeded."""

    def call(*arguments: str) -> str:
        assert run(["--data-dir", str(data), *arguments]) == 0, capsys.readouterr()
        return capsys.readouterr().out

    return call


@pytest.fixture
def shop(cli: Cli) -> Cli:
    """The same, with three products in the shop."""
    assert cli("demo", "--products", "3")[0] == 0
    return cli
