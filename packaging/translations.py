"""Bring the interface's translations up to date: new texts into the ``.ts`` files, then compile them.

``--check`` changes nothing and fails when a text has no translation yet.
"""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
# English needs its plural forms only: everything else is the source text.
LANGUAGES = {"ru": [], "en": ["-pluralonly"]}


def tool(name: str) -> str:
    """A translation tool of Qt, from the same environment as this Python."""
    found = next(Path(sys.executable).parent.glob(f"pyside6-{name}*"), None)
    if found is None:
        raise SystemExit(f"pyside6-{name} is missing: run make setup")
    return str(found)


def unfinished(path: Path) -> list[str]:
    """Source texts of a ``.ts`` file that have no translation."""
    missing = []
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        forms = [] if translation is None else translation.findall("numerusform") or [translation]
        vanished = translation is not None and translation.get("type") in ("vanished", "obsolete")
        if not vanished and not (forms and all((form.text or "").strip() for form in forms)):
            missing.append(message.findtext("source", ""))
    return missing


def update(language: str, path: Path) -> None:
    """Read the texts of all modules of the window into ``path``, then compile it beside."""
    modules = sorted(str(module.relative_to(ROOT)) for module in (ROOT / "rustok_desktop" / "gui").rglob("*.py"))
    target = str(path.relative_to(ROOT))
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    options += LANGUAGES[language]
    subprocess.run([tool("lupdate"), *modules, *options, "-ts", target], cwd=ROOT, check=True)
    subprocess.run([tool("lrelease"), target, "-qm", str(Path(target).with_suffix(".qm"))], cwd=ROOT, check=True)


def main(arguments: list[str]) -> int:
    """Exit code 1 when texts lack a translation."""
    status = 0
    for language in LANGUAGES:
        path = FOLDER / f"rustok_{language}.ts"
        if "--check" not in arguments:
            update(language, path)
        for text in unfinished(path):
            sys.stderr.write(f"{path.name}: not translated: {text}\n")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
