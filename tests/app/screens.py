"""Pictures of every page and dialog: ``python -m tests.app.screens OUT [SCENE…]`` or ``make screenshots``.

Runs the real window, off screen, on a shop of invented products, in both schemes, languages and sizes. For looking at,
and for the README. The file names say scene, scheme, language and size.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject, QSize, QTimer, Slot

from rustok_desktop.gui.application import Application, run_window
from rustok_desktop.gui.settings_book import LANGUAGE, SCHEME
from rustok_desktop.runtime.settings import Settings

from .scenes import SCENES, Scene, Shot
from .shop_for_pictures import fill

SIZES = ((1360, 840), (1024, 700))
LOOKS = (("light", "en"), ("dark", "en"), ("light", "ru"), ("dark", "ru"))
_SETTLE_S = 0.45
_PATIENCE_S = 20.0


class Photographer(QObject):
    """Walks from scene to scene, waiting a moment before each picture."""

    def __init__(self, application: Application, out: Path, file: Path, scenes: Sequence[Scene]) -> None:
        super().__init__()
        application.services.preferences.set("welcome.done", True)
        self.application, self.window, self.out, self.file = application, application.window, out, file
        self._suffix = ""
        self._size = QSize(*SIZES[0])
        self._steps = self._all(scenes)
        self._shot = Shot()
        self._ready_at = monotonic() + 2.5
        self._late_at = self._ready_at + _PATIENCE_S
        self.timer = QTimer(self)
        self.timer.setInterval(30)
        self.timer.timeout.connect(self._tick)
        self.timer.start()

    def page(self, name: str) -> Any:
        """A page that was built."""
        return self.window.stack.built()[name]

    def go(self, page: str, **arguments: Any) -> None:
        """Show a page."""
        self.application.services.navigator.go(page, **arguments)

    @Slot()
    def _tick(self) -> None:
        try:
            self._go_on()
        except BaseException:
            self.timer.stop()  # once is enough
            QCoreApplication.exit(1)
            raise

    def _go_on(self) -> None:
        now = monotonic()
        if now < self._ready_at:
            return
        if self._shot.ready is not None and not self._shot.ready():
            if now > self._late_at:
                raise SystemExit(f"{self._shot.name or 'a step'} never got ready")
            return
        if self._shot.name:
            if self.window.size() != self._size:
                raise SystemExit(f"{self._shot.name}: the window is {self.window.size()}, not {self._size}")
            picture = (self._shot.of or self.window).grab()
            picture.save(str(self.out / f"{self._shot.name}-{self._suffix}.png"))
        step = next(self._steps, None)
        if step is None:
            self._close()
            return
        self._shot = step
        self._ready_at, self._late_at = now + _SETTLE_S, now + _PATIENCE_S

    def dismiss(self) -> None:
        """No notice of the scene before stands in the picture."""
        for toast in list(self.window.toasts.toasts):
            toast.dismiss()

    def _close(self) -> None:
        self.timer.stop()
        self.window.close()
        self.window.deleteLater()
        sys.stdout.write(f"pictures in {self.out}\n")
        QCoreApplication.quit()

    def _all(self, scenes: Sequence[Scene]) -> Iterator[Shot]:
        self.go("products")
        yield Shot(ready=lambda: self.page("products").list.model.loaded)
        for width, height in SIZES:
            self._size = QSize(width, height)
            self.window.resize(self._size)
            for scheme, language in LOOKS:
                self.window.book.set(SCHEME, scheme)
                yield Shot()  # nobody changes both in one turn
                self.window.book.set(LANGUAGE, language)
                yield Shot()
                self._suffix = f"{scheme}-{language}-{width}x{height}"
                for scene in scenes:
                    self.dismiss()
                    yield from scene(self)


def main(out: Path, names: Sequence[str]) -> int:
    """Take the pictures of the named scenes, of all without a name."""
    out.mkdir(parents=True, exist_ok=True)
    scenes = [scene for scene in SCENES if not names or scene.__name__ in names]
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder) / "data")
        file = Path(folder) / "autumn-catalogue.csv"
        asyncio.run(fill(settings, file))
        return run_window(settings, script=lambda a: Photographer(a, out, file, scenes))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
