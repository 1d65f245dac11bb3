"""Paragraphs of texts that leave them to blank lines, as the classic editor of WordPress does."""

from __future__ import annotations

import re

_BLOCKS = (
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5"
    " h6 header hr iframe li main nav noscript object ol p pre script section select style summary table tbody td tfoot"
    " th thead tr ul video audio"
)
_VOID = frozenset({"hr"})
_BLOCK = re.compile(
    r"(<!--.*?-->|</?(?:"
    rf"{'|'.join(sorted(_BLOCKS.split(), key=len, reverse=True))})(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.IGNORECASE | re.DOTALL,
)
_NAME = re.compile(r"</?([a-z0-9]+)", re.IGNORECASE)
_GAP = re.compile(r"\n[ \t]*\n\s*")
_LINE_END = re.compile(r"(?<!<br>)(?<!<br/>)(?<!<br />)[ \t]*\n")
_MADE_OF_BLOCKS = re.compile(r"<!--\s*wp:")


def made_of_blocks(text: str) -> bool:
    """Whether the text comes from the block editor, which writes its paragraphs itself."""
    return _MADE_OF_BLOCKS.search(text) is not None


def with_paragraphs(text: str) -> str:
    """``text`` with ``<p>`` around what blank lines part, and ``<br />`` for single line ends.

    What stands inside a block element stays as it is. Doing it twice changes nothing.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    depth = 0
    done: list[str] = []
    for piece in _BLOCK.split(text):
        if _BLOCK.fullmatch(piece):
            depth = max(0, depth + _step(piece))
            done.append(piece)
        elif depth or not piece.strip():
            done.append(piece)
        else:
            done.append(_paragraphs(piece))
    return "".join(done)


def _step(tag: str) -> int:
    name = _NAME.match(tag)
    if name is None or name[1].lower() in _VOID or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1


def _paragraphs(text: str) -> str:
    parts = [part.strip("\n") for part in _GAP.split(text.strip())]
    lines = [_LINE_END.sub("<br />\n", part.strip()) for part in parts if part.strip()]
    return "\n" + "\n\n".join(f"<p>{line}</p>" for line in lines) + "\n"
