"""How a face asks the core for something, and hears of changes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from rustok_desktop.runtime.handle import Callbacks, Handle, OnError
from rustok_desktop.runtime.mailbox import Deliver, Mailbox
from rustok_desktop.runtime.notices import ChangeNotice

if TYPE_CHECKING:
    from rustok_desktop.runtime.core_loop import Core
    from rustok_desktop.runtime.core_thread import CoreThread

P = TypeVar("P", bound="Core")
T = TypeVar("T")
Operation = Callable[..., Awaitable[T]]  # (platform) or, with on_progress, (platform, report)
Listener = Callable[[ChangeNotice], None]


class Client(Generic[P]):
    """The only door from a face to the core. Every call returns at once; every answer comes by ``deliver``.

    ``deliver`` takes a closure on any thread and runs it later in the face's own. ``on_error`` hears of
    errors of operations that were submitted without one.
    """

    def __init__(self, thread: CoreThread[P], deliver: Deliver, *, on_error: OnError | None = None) -> None:
        self._thread = thread
        self._deliver = deliver
        self._on_error = on_error
        self._listeners: tuple[Listener, ...] = ()
        self._notices = Mailbox(deliver, self._tell, ChangeNotice.merged)
        self._watching = False

    def submit(
        self,
        operation: Operation[T],
        *,
        on_result: Callable[[T], None] | None = None,
        on_error: OnError | None = None,
        on_progress: Callable[[Any], None] | None = None,
        on_cancelled: Callable[[T | None], None] | None = None,
        alive: Callable[[], bool] | None = None,
        write: bool = False,
    ) -> Handle[P, T]:
        """Run ``operation(platform)`` on the core; it waits until the platform is open.

        One callback follows in the face's thread (see :class:`Callbacks`). AppError is for people; anything
        else was reported as a bug before ``on_error`` gets it. With ``on_progress`` the call is
        ``operation(platform, report)``: ``report(value)`` may be called on any thread, as often as it likes;
        a face that is too slow gets the newest value and misses the others. ``write``: a stop waits for it
        instead of cancelling it, so say it for saves, and not for long work that can stop half-way.
        """
        if on_progress is not None:
            operation = self._reporting(operation, on_progress, alive)
        callbacks = Callbacks(on_result, on_error or self._on_error, on_cancelled, alive)
        handle = Handle(operation, callbacks, self._deliver, on_bug=self._thread.bug, write=write)
        self._thread.accept(handle)
        return handle

    def watch(self, listener: Listener) -> Callable[[], None]:
        """Tell ``listener``, in the face's thread, what changed; at most ten times a second.

        Returns the function that ends it.
        """
        self._listeners = (*self._listeners, listener)
        if not self._watching:
            self._watching = True
            self.submit(self._follow)

        def unwatch() -> None:
            self._listeners = tuple(known for known in self._listeners if known is not listener)

        return unwatch

    def _reporting(
        self, operation: Operation[T], on_progress: Callable[[Any], None], alive: Callable[[], bool] | None
    ) -> Operation[T]:
        mailbox = Mailbox[Any](self._deliver, partial(_if_alive, on_progress, alive))
        return lambda platform: operation(platform, mailbox.put)

    async def _follow(self, platform: P) -> None:
        platform.changes.watch(self._notices.put)

    def _tell(self, notice: ChangeNotice) -> None:
        for listener in self._listeners:
            listener(notice)


def _if_alive(reader: Callable[[Any], None], alive: Callable[[], bool] | None, value: Any) -> None:
    if alive is None or alive():
        reader(value)
