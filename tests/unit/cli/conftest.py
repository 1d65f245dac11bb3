"""A platform that answers from memory, in the place of the real one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import rustok_desktop.app
from rustok_desktop.cli.main import run
from rustok_desktop.core.context import Context, Role
from rustok_desktop.core.ids import new_id


class FakePlatform:
    """What a test puts here is what a command gets; ``failure`` is raised by ``open``."""

    def __init__(self) -> None:
        self.tenant = SimpleNamespace(id=new_id(), slug="default", currency_code="USD", default_locale="en")
        self.failure: BaseException | None = None
        self.settings: Any = None
        self.read_only: bool | None = None
        self.log_of_calls: list[str] = []
        self.search = self.index = self.log = self.imports = self.catalog = self.tenants = SimpleNamespace()
        self.consumers = SimpleNamespace(drain=self._drain)

    async def open(self) -> None:
        self.log_of_calls.append("open")
        if self.failure is not None:
            raise self.failure

    async def close(self) -> None:
        self.log_of_calls.append("close")

    def context(self, locale: str | None = None) -> Context:
        return Context(self.tenant.id, Role.SUPER_ADMIN, locale=locale or "en")

    async def _drain(self, patience: float) -> bool:
        self.log_of_calls.append("drain")
        return True


@dataclass
class Ran:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str
    json: dict[str, Any] = field(default_factory=dict)


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch) -> FakePlatform:
    fake = FakePlatform()

    def build(settings: Any, *, read_only: bool = False) -> FakePlatform:
        fake.settings, fake.read_only = settings, read_only
        return fake

    monkeypatch.setattr(rustok_desktop.app, "build", build)
    return fake


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run a command on a data directory of its own; with ``--json`` the output must be one object."""

    def call(*arguments: str) -> Ran:
        code = run(["--data-dir", str(tmp_path / "data"), *arguments])
        out, err = capsys.readouterr()
        parsed = json.loads(out) if "--json" in arguments and out else {}
        return Ran(code, out, err, parsed)

    return call
