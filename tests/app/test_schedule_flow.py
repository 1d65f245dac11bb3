"""A post is planned, and goes live by itself when its time has come: the whole program by a clock of its own."""

from __future__ import annotations

from datetime import UTC, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDateTimeEdit
from pytestqt.qtbot import QtBot

from rustok_desktop import app
from rustok_desktop.core.clock import parse_time, utc_now

from .pages.person import Person, program

AHEAD = timedelta(seconds=5)


class ShiftedClock:
    """The real time and a shift, so that days pass at once and seconds as ever."""

    def __init__(self) -> None:
        self.shift = timedelta(0)

    def __call__(self) -> str:
        return (parse_time(utc_now()) + self.shift).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


async def _russian(platform: Any) -> bool:
    await platform.tenants.enable_locale(platform.context(), "ru")
    return True


def _write_in_two_languages(person: Person) -> None:
    person.application.services.navigator.go("content")
    person.wait(lambda: "content" in person.application.window.stack.built())
    page = person.application.window.stack.built()["content"]
    person.wait(lambda: len(page.controller.shop.locales) == 2)
    page.begin_here()
    person.fill("Title", "Wood kiln", page)
    person.wait(lambda: page.controller.state.view is not None)
    person.write("Text", "After *38 hours*, see [the bowl](/p/bowl)", page)
    person.click("Русский…", page)
    person.fill("Title", "Pech", page)
    person.write("Text", "Gotovo", page)
    person.wait(lambda: not page.controller.state.unkept)
    person.click("Save", page)
    person.wait(lambda: not page.save.isEnabled())


def test_a_planned_post_goes_live_by_itself(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = ShiftedClock()
    monkeypatch.setattr(app, "build", partial(app.build, clock=clock))
    with program(tmp_path, qapp, qtbot) as person:
        person.ask(_russian, write=True)
        _write_in_two_languages(person)
        page = person.application.window.stack.built()["content"]
        field = person.see(QDateTimeEdit, "Time of publishing", page)
        due = field.dateTime().toPython().astimezone(UTC)
        now = parse_time(utc_now())
        assert due > now + 10 * AHEAD
        clock.shift = due - now - AHEAD
        person.click("Schedule", page)
        person.wait(lambda: page.side.status.text() == "Published")
        view = page.controller.state.view
        assert view.status == "published"
        assert view.published_at >= due.isoformat()[:16]
        assert {locale: text.title for locale, text in view.translations.items()} == {"en": "Wood kiln", "ru": "Pech"}
        person.wait(lambda: [row.status for row in page.list.model.rows] == ["published"])
