"""What a page is given: typed, by constructor, never looked up."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from rustok_desktop.gui.actions import ActionRegistry
from rustok_desktop.gui.i18n.translator import Translator
from rustok_desktop.gui.navigator import Navigator
from rustok_desktop.gui.notices.notices import Notices
from rustok_desktop.gui.preferences import Preferences
from rustok_desktop.gui.prompter import Prompter
from rustok_desktop.gui.theme.icons import Icons
from rustok_desktop.gui.theme.theme import Theme

if TYPE_CHECKING:
    from rustok_desktop.runtime.notices import ChangeNotice

# ``(platform)``, or ``(platform, report)`` when it is submitted with ``on_progress``.
Operation = Callable[..., Awaitable[Any]]


class HandlePort(Protocol):
    """A submitted operation."""

    def cancel(self) -> None:
        """Stops it; neither result nor error follows, only ``on_cancelled``."""

    @property
    def done(self) -> bool:
        """It ended, one way or another."""


class ClientPort(Protocol):
    """The shop behind the window (:class:`rustok_desktop.runtime.client.Client`). Callbacks arrive in the window's
    thread."""

    def submit(
        self,
        operation: Operation,
        *,
        on_result: Callable[[Any], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        on_progress: Callable[[Any], None] | None = None,
        on_cancelled: Callable[[Any], None] | None = None,
        alive: Callable[[], bool] | None = None,
        write: bool = False,
    ) -> HandlePort:
        """Runs an operation; before the shop is open it waits. ``alive`` false drops the answer.

        Say ``write`` for saves: leaving the program waits for them instead of cancelling.
        """

    def watch(self, listener: Callable[[ChangeNotice], None]) -> Callable[[], None]:
        """Tells about recorded changes, at most every 100 ms; call the answer to stop."""


@dataclass(frozen=True, slots=True)
class GuiServices:
    """The services of the window, handed to every page."""

    client: ClientPort
    theme: Theme
    icons: Icons
    translator: Translator
    actions: ActionRegistry
    notices: Notices
    prompter: Prompter
    preferences: Preferences
    navigator: Navigator
