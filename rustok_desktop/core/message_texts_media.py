"""Sentences about pictures: code -> (English, Russian)."""

from __future__ import annotations

CATALOG = {
    "media_exists": (
        "The same picture was uploaded again as “{name}”; it is there already.",
        "Это же изображение загружено снова («{name}») и уже есть.",
    ),
    "media_too_large": (
        "The file is larger than {limit} MB.",
        "Файл больше {limit} МБ.",
    ),
    "media_too_many_pixels": (
        "The picture is too large: {width} × {height}; at most {limit} million pixels.",
        "Изображение слишком велико: {width} × {height}; не более {limit} млн пикселей.",
    ),
    "media_unknown_type": (
        "This is not a picture RusToK can use. Take JPEG, PNG, WebP or GIF.",
        "Это не изображение подходящего вида. Подойдут JPEG, PNG, WebP и GIF.",
    ),
    "media_svg": (
        "SVG drawings may carry programs and are not taken. Export the drawing as PNG.",
        "Рисунки SVG могут содержать программы и не принимаются. Сохраните рисунок как PNG.",
    ),
    "media_broken": (
        "The picture is damaged or incomplete.",
        "Изображение повреждено или неполно.",
    ),
    "media_unreadable": (
        "The file {path} cannot be read.",
        "Не удаётся прочитать файл {path}.",
    ),
    "media_in_use": (
        "The picture is in use and stays: {users}.",
        "Изображение используется и остаётся: {users}.",
    ),
    "media_file_missing": (
        "The file of this picture is gone from the data directory. Upload it again.",
        "Файл этого изображения исчез из каталога данных. Загрузите его снова.",
    ),
    "media_worker_stopped": (
        "Reading the picture broke off. Nothing was changed; try once more.",
        "Чтение изображения прервалось. Ничего не изменено; попробуйте ещё раз.",
    ),
    "unknown_medium": (
        "This picture is no longer in the shop’s media.",
        "Этого изображения больше нет среди медиафайлов магазина.",
    ),
}
