"""What every test relies on: no screen, no touching of the user's home, and how much hypothesis tries."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["rustok_desktop.testing.plugin"]

ROOT = Path(__file__).resolve().parent.parent
REAL_DATA = ROOT.parent / "shared" / "data"
PACKAGED = ROOT / "dist" / "rustok-desktop" / "rustok-desktop"

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("dev", max_examples=40, deadline=timedelta(seconds=2))
# A build machine may be slow and must not fail by chance: no deadline, the same examples in every run.
settings.register_profile(
    "ci", max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, with the reason, what needs files that this machine does not have."""
    for item in items:
        if item.get_closest_marker("real_data") and not REAL_DATA.is_dir():
            item.add_marker(pytest.mark.skip(reason=f"the real catalog files are not at {REAL_DATA}"))
        if item.get_closest_marker("frozen") and not PACKAGED.exists():
            item.add_marker(pytest.mark.skip(reason="the packaged program is not built: make package"))


@pytest.fixture(scope="session", autouse=True)
def _private_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point everything that asks for the user's directories at a throw-away one."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name, part in (
            ("XDG_DATA_HOME", "data"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_STATE_HOME", "state"),
        ):
            patch.setenv(name, str(home / part))
        yield


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The directory of real catalog files; tests that use it carry the ``real_data`` mark."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"the real catalog files are not at {REAL_DATA}")
    return REAL_DATA
