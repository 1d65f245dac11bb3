"""What lies in the repository: nothing unexpected at the top, nothing of one machine inside."""

from __future__ import annotations

import re
import subprocess
from fnmatch import fnmatch

import pytest

from . import sources

# Spelled in pieces, so that this file passes its own rule.
MACHINE = re.compile(
    "|".join(
        (
            "/(?:ho" + r"me|Us" + r"ers|wo" + r"rk)/[a-z]",
            "/ro" + "ot/",
            r"C:\\Us" + "ers",
            "file" + "s.pythonhosted",
            "py" + r"pi\.org",
            "index" + "-url",
            r"\.py" + "env",
        )
    )
)
UNFINISHED = re.compile(r"\b(?:TO" + "DO|FIX" + "ME|X" + r"XX)\b")


def _ignored_patterns() -> list[str]:
    lines = (sources.ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [line.strip("/") for line in lines if line and not line.startswith("#")]


def test_top_level_is_the_agreed_one() -> None:
    ignored = [*_ignored_patterns(), ".git"]
    extra = {
        entry.name
        for entry in sources.ROOT.iterdir()
        if entry.name not in sources.TOP_LEVEL and not any(fnmatch(entry.name, pattern) for pattern in ignored)
    }
    assert extra == set()


def test_everything_agreed_is_there() -> None:
    assert {name for name in sources.TOP_LEVEL if not (sources.ROOT / name).exists()} == set()


def _found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{path.relative_to(sources.ROOT)}:{number}: {line.strip()[:80]}"
        for path, text in sources.texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_registry_host_and_no_machine_path() -> None:
    assert _found(MACHINE) == []


def test_nothing_is_left_for_later() -> None:
    assert _found(UNFINISHED) == []


@pytest.mark.parametrize(
    "line",
    ["cd /ho" + "me/ann/x", "https://py" + "pi.org/simple", "--index" + "-url x", "see /wo" + "rk/main"],
)
def test_machine_rule_bites(line: str) -> None:
    assert MACHINE.search(line)


def test_shell_scripts_parse() -> None:
    for script in ("packaging/make_venv.sh", "packaging/run_tests.sh"):
        subprocess.run(["sh", "-n", script], cwd=sources.ROOT, check=True, timeout=10)
    subprocess.run(["bash", "-n", ".ci/run"], cwd=sources.ROOT, check=True, timeout=10)
