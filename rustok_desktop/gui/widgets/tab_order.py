"""Tab order of what is made late."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_place(holder: QWidget, late: Sequence[QWidget]) -> None:
    """Let Tab come to ``late``, which were just made inside of ``holder``, where ``holder`` stands, not at the end.

    Qt takes a widget with children for its last child, so the order is hung on the stop before it.
    """
    before = holder.previousInFocusChain()
    while before is not None and before is not holder and before is not holder.window():
        if before.focusPolicy() & Qt.FocusPolicy.TabFocus and not before.isAncestorOf(holder) and before not in late:
            stops: list[QWidget] = [before, *late]
            for one, other in pairwise(stops):
                QWidget.setTabOrder(one, other)
            return
        before = before.previousInFocusChain()
