"""Sentences about history, undo and redo: code -> (English, Russian)."""

from __future__ import annotations

CATALOG: dict[str, tuple[str, str]] = {
    "nothing_to_undo": ("There is nothing to undo.", "Отменять нечего."),
    "nothing_to_redo": ("There is nothing to redo.", "Повторять нечего."),
    "undo_other_step": (
        "Something else was done in the meantime. Nothing was undone; look at what Undo names now.",
        "Тем временем сделано что-то ещё. Ничего не отменено; посмотрите, что теперь предлагает отмена.",
    ),
    "redo_other_step": (
        "Something else was done in the meantime. Nothing was redone.",
        "Тем временем сделано что-то ещё. Ничего не повторено.",
    ),
    "undo_blocked": (
        "This cannot be undone: “{title}” was changed again later ({field}, {when}). Nothing was changed.",
        "Это нельзя отменить: «{title}» позже изменён ещё раз ({field}, {when}). Ничего не изменено.",
    ),
    "redo_blocked": (
        "This cannot be redone: “{title}” was changed in the meantime ({field}, {when}). Nothing was changed.",
        "Это нельзя повторить: «{title}» тем временем изменён ({field}, {when}). Ничего не изменено.",
    ),
    "undo_gone": (
        "What this was about was deleted in the meantime. Nothing was changed.",
        "То, к чему это относилось, тем временем удалено. Ничего не изменено.",
    ),
    "undo_unknown_field": (
        "“{field}” cannot be put back by Undo. Nothing was changed.",
        "Поле «{field}» нельзя вернуть отменой. Ничего не изменено.",
    ),
}
