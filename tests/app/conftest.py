"""What every test of the whole window relies on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.gui.held_keys import let_go


@pytest.fixture(autouse=True)
def no_key_is_held(qapp: QApplication) -> None:
    """Each test begins with empty hands."""
    let_go()
