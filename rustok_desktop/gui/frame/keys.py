"""Shortcuts as key caps."""

from __future__ import annotations


def split_keys(shortcut: str) -> list[str]:
    """``Ctrl+Shift+P`` -> its keys; a plus at the end is a key; '' -> none."""
    if not shortcut:
        return []
    if shortcut == "+":
        return ["+"]
    return [*shortcut[:-2].split("+"), "+"] if shortcut.endswith("++") else shortcut.split("+")
