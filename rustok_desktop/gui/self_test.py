"""Does the whole program work on this machine, also when it is packaged? A short day in a throw-away shop.

It drives the real window: import a file, search, edit, save, close. Each step has an act and a condition that
must come true; nothing is faked, so migrations, fonts, worker processes and lazy imports are all tried.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from rustok_desktop.gui.application import Application, run_window
from rustok_desktop.gui.main_window import WELCOMED
from rustok_desktop.runtime.settings import Settings

if TYPE_CHECKING:
    from rustok_desktop.gui.importing.import_page import ImportPage
    from rustok_desktop.gui.products.product_page import ProductPage

_PATIENCE_S = 60.0
_POLL_MS = 20
_FILE = """Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price
winter-gloves,Winter gloves,<p>Warm</p>,Northern,Gloves,winter,TRUE,Size,S,GLV-S,19.90
winter-gloves,,,,,,,Size,M,GLV-M,19.90
зимняя-шапка,Зимняя шапка,<p>Тёплая</p>,Northern,Hats,winter,TRUE,Title,Default Title,HAT-1,12.50
stone-mug,Stone mug,<p>Grey</p>,Kiln,Mugs,,TRUE,Title,Default Title,MUG-1,24.00
"""
Step = tuple[str, Callable[[], Any], Callable[[], bool]]


@dataclass(slots=True)
class StepResult:
    """One step: whether it came true, after how many milliseconds."""

    name: str
    ok: bool
    took_ms: int
    detail: str = ""


@dataclass(slots=True)
class SelfTestReport:
    """All steps tried; ``ok`` when every one came true and the program ended in order."""

    steps: list[StepResult] = field(default_factory=list)
    exit_code: int = -1

    @property
    def ok(self) -> bool:
        """Everything worked."""
        return self.exit_code == 0 and bool(self.steps) and all(step.ok for step in self.steps)


class SelfTest(QObject):
    """Walks the steps on the event loop; closes the window after the last one, or the first that fails."""

    def __init__(self, application: Application, folder: Path, report: SelfTestReport) -> None:
        super().__init__()
        self._application = application
        application.services.preferences.set(WELCOMED, True)
        self._report = report
        self._file = folder / "catalogue.csv"
        self._file.write_text(_FILE, encoding="utf-8")
        self._steps: Iterator[Step] = iter(self._plan())
        self._step: Step | None = None
        self._began = monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _plan(self) -> tuple[Step, ...]:
        def nothing() -> None:
            return

        return (
            ("first picture", nothing, lambda: bool(self._page("products"))),
            ("shop opens", nothing, lambda: bool(self._products.list.model.loaded)),
            ("file is read", self._read_file, lambda: bool(self._importing.review.to_import)),
            ("products are imported", self._import, lambda: self._importing.result.isVisible()),
            ("list shows them", self._show_products, lambda: self._products.list.model.total == 3),
            ("search finds word forms", self._search("glove"), lambda: self._titles() == ["Winter gloves"]),
            ("search finds Russian", self._search("шапки"), lambda: self._titles() == ["Зимняя шапка"]),
            ("product opens", self._open_product, lambda: self._editor_title() == "Зимняя шапка"),
            ("edit is saved and listed", self._edit, lambda: self._titles() == ["Зимняя шапка, синяя"]),
        )

    @Slot()
    def _tick(self) -> None:
        try:
            self._go_on()
        except Exception as error:  # noqa: BLE001 - whatever breaks is the result of this test
            self._end(False, f"{type(error).__name__}: {error}")

    def _go_on(self) -> None:
        if self._step is None:
            self._step = next(self._steps, None)
            self._began = monotonic()
            if self._step is None:
                self._finish()
                return
            self._step[1]()
        if self._step[2]():
            self._end(True)
        elif monotonic() - self._began > _PATIENCE_S:
            self._end(False, "did not happen in time")

    def _end(self, ok: bool, detail: str = "") -> None:
        name = self._step[0] if self._step is not None else "start"
        took = round((monotonic() - self._began) * 1000)
        self._report.steps.append(StepResult(name, ok, took, detail))
        self._step = None
        if not ok:
            self._finish()

    def _finish(self) -> None:
        self._timer.stop()
        self._application.window.close()
        QCoreApplication.quit()

    def _page(self, name: str) -> Any:
        return self._application.window.stack.built().get(name)

    @property
    def _products(self) -> ProductPage:
        page: ProductPage = self._page("products")
        return page

    @property
    def _importing(self) -> ImportPage:
        page: ImportPage = self._page("import")
        return page

    def _read_file(self) -> None:
        self._application.services.navigator.go("import", path=str(self._file))

    def _import(self) -> None:
        self._importing.next_button.click()

    def _show_products(self) -> None:
        self._application.services.navigator.go("products")

    def _search(self, text: str) -> Callable[[], None]:
        return lambda: self._products.list.search(text)

    def _titles(self) -> list[str]:
        model = self._products.list.model
        rows = [model.listed(row) for row in range(min(model.total, 5))]
        return [listed.row.title for listed in rows if listed is not None]

    def _open_product(self) -> None:
        listed = self._products.list.model.listed(0)
        assert listed is not None, "the list is empty"
        self._products.open_with(product_id=listed.row.product_id)

    def _editor_title(self) -> str:
        title = self._products.editor.general.fields["title"].editor
        return str(title.text())  # type: ignore[attr-defined]

    def _edit(self) -> None:
        title = self._products.editor.general.fields["title"].editor
        title.setText("Зимняя шапка, синяя")  # type: ignore[attr-defined]
        title.textEdited.emit(title.text())  # type: ignore[attr-defined]
        self._products.editor.footer.save.click()


def run_self_test() -> SelfTestReport:
    """Run it in a new folder, which is removed; opens a window (or none, on the off-screen platform)."""
    report = SelfTestReport()
    with tempfile.TemporaryDirectory(prefix="rustok-self-test-", ignore_cleanup_errors=True) as folder:
        settings = Settings(data_dir=Path(folder) / "data", log_dir=Path(folder) / "logs")
        report.exit_code = run_window(settings, script=lambda a: SelfTest(a, Path(folder), report))
    return report
