"""Pictures that Markdown files show from beside them. Code, shortcodes and addresses of the web stay as they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from rustok_desktop.exchange.nodes.drafts import PictureDraft

ENDINGS = frozenset((".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp"))
_ROOTS = ("", "static", "public", "assets", "src/assets")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE).match
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
# What is passed over, then the places of pictures: ![alt](path "title"), [name]: path, <img src="path">.
_PLACES = re.compile(
    r"(?P<code>(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)|\{\{.*?\}\}|\{%.*?%\})"
    r"|(?P<inline>!\[(?P<alt>[^\]\n]*)\]\(\s*)(?P<path><[^>\n]+>|[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)"
    r"|(?P<defined>^ {0,3}\[[^\]\n]+\]:[ \t]*)(?P<target><[^>\n]+>|\S+)"
    r"|(?P<tag><img\s(?:[^>]*?\s)?src=)(?P<quote>[\"'])(?P<src>.*?)(?P=quote)",
    re.MULTILINE | re.DOTALL,
)

Resolve = Callable[[str, str], str | None]  # path and words for it -> what stands there instead, None to leave it


def replace_pictures(body: str, resolve: Resolve) -> str:
    """``body`` with another address wherever ``resolve`` knows one."""
    return "".join(part if code else _PLACES.sub(lambda m: _replaced(m, resolve), part) for code, part in _parts(body))


def _parts(body: str) -> list[tuple[bool, str]]:
    """Fenced code and what stands between, in turn."""
    parts: list[tuple[bool, list[str]]] = [(False, [])]
    fence = ""
    for line in body.split("\n"):
        match = _FENCE.match(line)
        if match and not fence:
            fence = match[1]
            parts.append((True, [line]))
        elif match and fence and match[1].startswith(fence) and not line.strip().strip(fence[0]):
            parts[-1][1].append(line)
            parts.append((False, []))
            fence = ""
        else:
            parts[-1][1].append(line)
    whole = [(code, "\n".join(lines)) for code, lines in parts if lines]
    return [(code, text if place == len(whole) - 1 else f"{text}\n") for place, (code, text) in enumerate(whole)]


def _replaced(match: re.Match[str], resolve: Resolve) -> str:
    for name in ("path", "target", "src"):
        given = match[name]
        if given is None:
            continue
        inner = given[1:-1] if name != "src" and given.startswith("<") else given
        becomes = resolve(inner, match["alt"] or "")
        if becomes is None:
            return match[0]
        start, end = match.start(name) - match.start(), match.end(name) - match.start()
        return match[0][:start] + becomes + match[0][end:]
    return match[0]


class PicturesBeside:
    """Finds the files that paths in texts mean, only within the imported folder."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        self.found: dict[str, PictureDraft] = {}

    def find(self, path: str, folder: Path, words: str = "") -> str | None:
        """The key of a picture; None for what is elsewhere, no picture, or not there."""
        if not is_beside(path):
            return None
        name = unquote(path.partition("#")[0].partition("?")[0])
        starts = [self._root / root for root in _ROOTS] if name.startswith("/") else [folder]
        for start in starts:
            file = (start / name.lstrip("/")).resolve()
            if file.is_relative_to(self._root) and file.is_file():
                return self._known(file, words)
        return None

    def _known(self, file: Path, words: str) -> str:
        key = f"file:{file.relative_to(self._root).as_posix()}"
        if key not in self.found:
            relative = key.removeprefix("file:")
            self.found[key] = PictureDraft(
                part="picture", key=key, title=file.name, line=0, source=relative, url=relative, file=file
            )
        if words and not self.found[key].alt_text:
            self.found[key].alt_text = words
        return key


def is_beside(path: str) -> bool:
    """Whether a path in a text means a picture file that is imported along with it."""
    name = path.partition("#")[0].partition("?")[0]
    return not _ELSEWHERE(path) and PurePosixPath(unquote(name)).suffix.lower() in ENDINGS
