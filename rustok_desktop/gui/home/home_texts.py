"""The words of the Home page that are more than a label."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate


def greeting(hour: int) -> str:
    """By the hour of the day."""
    if 5 <= hour < 12:
        return translate("Home", "Good morning")
    if 12 <= hour < 18:
        return translate("Home", "Good afternoon")
    return translate("Home", "Good evening") if hour >= 18 else translate("Home", "Good night")


def long_date(moment: datetime, language: str) -> str:
    """``Friday, 14 November``; ``пятница, 14 ноября``."""
    day = QDate(moment.year, moment.month, moment.day)
    text = QLocale(language).toString(day, "dddd, d MMMM")
    return text[:1].upper() + text[1:]
