"""The scripts behind `make`: what they say to somebody whose machine lacks something."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from . import sources

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="make and sh are not used on Windows")

OLD = 'echo "Python 3.9.2"; exit 1'
# Old enough to answer, but without the module that makes environments (Debian without python3-venv).
BARE = """case "$*" in
  *ensurepip*) exit 1 ;;
  *version_info*print*|*print*version_info*) echo 3.11 ;;
esac
exit 0"""


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, sources.ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _make_venv(tmp_path: Path, pythons: dict[str, str]) -> subprocess.CompletedProcess[str]:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name, body in pythons.items():
        (tools / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (tools / name).chmod(0o755)
    script = sources.ROOT / "packaging" / "make_venv.sh"
    return subprocess.run(
        ["/bin/sh", script, str(tmp_path / "venv")],
        env={"PATH": str(tools)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.mark.parametrize("pythons", [{}, {"python3": OLD}])
def test_without_a_usable_python_it_says_what_to_install(tmp_path: Path, pythons: dict[str, str]) -> None:
    done = _make_venv(tmp_path, pythons)
    assert done.returncode == 2
    assert "Python 3.11 or newer" in done.stderr
    assert "apt-get install python3 python3-venv" in done.stderr
    assert "dnf install" in done.stderr


def test_without_the_venv_module_it_names_the_package(tmp_path: Path) -> None:
    done = _make_venv(tmp_path, {"python3": OLD, "python3.11": BARE})
    assert done.returncode == 2
    assert "apt-get install python3.11-venv" in done.stderr


def test_missing_libraries_are_named_with_both_commands() -> None:
    check = _load("check_system")
    lacking = check.missing(check.ALWAYS, present=lambda soname: soname != "libEGL.so.1")
    text = check.advice(lacking)
    assert "libEGL.so.1" in text
    assert "apt-get install libegl1\n" in text
    assert text.endswith("dnf install libglvnd-egl")


def test_nothing_missing_is_no_word() -> None:
    check = _load("check_system")
    assert check.missing(check.ALWAYS + check.X11, present=lambda _: True) == []


@pytest.mark.parametrize(
    ("platform", "environ", "needs", "spares"),
    [
        ("offscreen", {}, "libEGL.so.1", "libxcb-cursor.so.0"),
        ("", {"DISPLAY": ":0"}, "libxcb-cursor.so.0", "libwayland-client.so.0"),
        ("", {"WAYLAND_DISPLAY": "wayland-0"}, "libwayland-client.so.0", "libxcb-cursor.so.0"),
        ("", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "libxcb-cursor.so.0", "libwayland-client.so.0"),
    ],
)
def test_libraries_follow_the_display(platform: str, environ: dict[str, str], needs: str, spares: str) -> None:
    names = {library.soname for library in _load("check_system").needed(platform, environ)}
    assert needs in names
    assert spares not in names


def test_help_lists_every_target() -> None:
    done = subprocess.run(
        ["make", "--no-print-directory", "help"],
        cwd=sources.ROOT,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    makefile = (sources.ROOT / "Makefile").read_text(encoding="utf-8")
    phony = next(line for line in makefile.splitlines() if line.startswith(".PHONY:")).split()[1:]
    assert phony
    for target in phony:
        assert f"make {target} " in done.stdout
