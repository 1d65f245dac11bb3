"""Render the documents to ``build/docs`` and fail on a link that leads nowhere."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "build" / "docs"
MARKDOWN = MarkdownIt("commonmark").enable("table")
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width">
<style>body{{font:16px/1.55 Inter,system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}}
code,pre{{background:#eef0f3;border-radius:4px}}code{{padding:.1em .3em}}pre{{padding:1rem;overflow:auto}}
table{{border-collapse:collapse}}td,th{{border:1px solid #e3e6ea;padding:.3rem .6rem;text-align:left}}
a{{color:#0f766e}}img{{max-width:100%}}</style>
{body}</html>
"""


def sources() -> list[Path]:
    """Every document: the ones at the top and all under ``docs``."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


def targets(text: str) -> list[str]:
    """Where the links and pictures of a page lead; what stands in code is no link."""
    parts = [part for token in MARKDOWN.parse(text) for part in token.children or ()]
    found = (part.attrGet("href") or part.attrGet("src") for part in parts)
    return [unquote(str(target).partition("#")[0]) for target in found if target]


def broken_links(page: Path, text: str) -> list[str]:
    """Relative links of ``page`` whose target is not in the repository."""
    return [
        f"{page.relative_to(ROOT)}: {target}"
        for target in targets(text)
        if target and "://" not in target and not target.startswith("mailto:") and not (page.parent / target).exists()
    ]


def render(page: Path, text: str) -> None:
    """Write one page as HTML; links between documents follow."""
    title = next((line.lstrip("# ") for line in text.splitlines() if line.startswith("# ")), page.stem)
    html = MARKDOWN.render(text)
    body = re.sub(r'(href="(?!\w+:)[^"]*)\.md', r"\1.html", html)
    target = TARGET / page.relative_to(ROOT).with_suffix(".html")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(PAGE.format(title=title, body=body), encoding="utf-8")


def main() -> int:
    """Exit code 1 when a link is broken."""
    shutil.rmtree(TARGET, ignore_errors=True)
    broken: list[str] = []
    pages = sources()
    for page in pages:
        text = page.read_text(encoding="utf-8")
        broken += broken_links(page, text)
        render(page, text)
    images = ROOT / "docs" / "images"
    if images.is_dir():
        shutil.copytree(images, TARGET / "docs" / "images", dirs_exist_ok=True)
    for line in broken:
        sys.stderr.write(f"broken link: {line}\n")
    sys.stdout.write(f"{len(pages)} pages in {TARGET.relative_to(ROOT)}\n")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
