"""What each type of block holds: RusToK's fifteen and ``code``. One schema for what is the same in every language,
one for what is translated; editors make their forms from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from rustok_desktop.core import limits

_LINK = r"^(?:https?://[^\s<>\"]+|mailto:[^\s<>\"]+|tel:[+0-9 ()-]+|[/#][^\s<>\"]*)$"
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"


def _line(least: int = 0) -> object:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=limits.TITLE)


Line = Annotated[str, _line()]
Needed = Annotated[str, _line(1)]
Long = Annotated[str, StringConstraints(max_length=limits.BLOCK_TEXT)]
Link = Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.URL, pattern=_LINK)]
Web = Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.URL, pattern=r"^https?://[^\s<>\"]+$")]
# One of the shop's own pictures; written so that it is found and kept, see content.pictures.
Picture = Annotated[str, StringConstraints(max_length=limits.URL, pattern=rf"^media:{_UUID}$")]
Id = Annotated[str, StringConstraints(max_length=limits.URL, pattern=rf"^{_UUID}$")]
Email = Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.NAME, pattern=r"^[^@\s]+@[^@\s]+$")]
Columns = Annotated[int, Field(ge=1, le=limits.BLOCK_COLUMNS)]
Shown = Annotated[int, Field(ge=1, le=limits.BLOCK_ITEMS)]
_ITEMS = Field(default=(), max_length=limits.BLOCK_ITEMS)
Align = Literal["left", "center", "right"]


class Part(BaseModel):
    """Base of what a block holds: unknown fields refused, so that a misspelt one is not lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Nothing(Part):
    """No fields."""


class HeroData(Part):
    picture: Picture | None = None
    link: Link | None = None
    align: Align = "left"


class HeroTexts(Part):
    title: Needed
    subtitle: Long = ""
    button: Line = ""


class TextTexts(Part):
    text: Long


class ImageData(Part):
    picture: Picture
    width: Literal["normal", "wide", "full"] = "normal"
    link: Link | None = None


class ImageTexts(Part):
    alt: Line = ""
    caption: Line = ""


class GalleryData(Part):
    pictures: Annotated[tuple[Picture, ...], _ITEMS] = ()
    columns: Columns = 3


class GalleryTexts(Part):
    title: Line = ""
    captions: Annotated[tuple[Line, ...], _ITEMS] = ()


class CtaData(Part):
    link: Link
    look: Literal["primary", "secondary"] = "primary"


class CtaTexts(Part):
    title: Line = ""
    text: Long = ""
    button: Needed


class FeaturesData(Part):
    columns: Columns = 3
    pictures: Annotated[tuple[Picture, ...], _ITEMS] = ()


class Feature(Part):
    title: Needed
    text: Long = ""


class FeaturesTexts(Part):
    title: Line = ""
    items: Annotated[tuple[Feature, ...], _ITEMS] = ()


class TestimonialsData(Part):
    __test__ = False  # not one of pytest's
    pictures: Annotated[tuple[Picture, ...], _ITEMS] = ()


class Testimonial(Part):
    __test__ = False
    text: Long
    author: Line = ""
    role: Line = ""


class TestimonialsTexts(Part):
    __test__ = False
    title: Line = ""
    items: Annotated[tuple[Testimonial, ...], _ITEMS] = ()


class Plan(Part):
    amount: Annotated[int, Field(ge=0, le=limits.AMOUNT_MAX)] | None = None  # minor units
    link: Link | None = None
    highlighted: bool = False


class PricingData(Part):
    currency_code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    plans: Annotated[tuple[Plan, ...], _ITEMS] = ()


class PlanTexts(Part):
    title: Needed
    text: Long = ""
    points: Annotated[tuple[Line, ...], _ITEMS] = ()
    button: Line = ""


class PricingTexts(Part):
    title: Line = ""
    items: Annotated[tuple[PlanTexts, ...], _ITEMS] = ()


class Question(Part):
    title: Needed
    text: Long


class FaqTexts(Part):
    title: Line = ""
    items: Annotated[tuple[Question, ...], _ITEMS] = ()


class ContactData(Part):
    email: Email | None = None
    phone: Line = ""
    map_link: Web | None = None


class ContactTexts(Part):
    title: Line = ""
    text: Long = ""
    address: Long = ""


class ProductGridData(Part):
    source: Literal["newest", "collection", "category", "chosen"] = "newest"
    source_id: Id | None = None
    product_ids: Annotated[tuple[Id, ...], _ITEMS] = ()
    columns: Columns = 4
    shown: Shown = 8


class TitleTexts(Part):
    title: Line = ""


class NewsletterData(Part):
    link: Link


class NewsletterTexts(Part):
    title: Line = ""
    text: Long = ""
    button: Needed
    consent: Line = ""


class VideoData(Part):
    link: Web
    picture: Picture | None = None  # before it plays


class CaptionTexts(Part):
    title: Line = ""
    caption: Line = ""


class HtmlTexts(Part):
    html: Long


class SpacerData(Part):
    size: Literal["small", "medium", "large"] = "medium"


class CodeData(Part):
    language: Annotated[str, StringConstraints(strip_whitespace=True, max_length=limits.CODE)] = ""
    code: Long


@dataclass(frozen=True, slots=True)
class BlockType:
    """A type's two schemas."""

    data: type[Part]
    texts: type[Part]


BLOCK_TYPES: dict[str, BlockType] = {
    "hero": BlockType(HeroData, HeroTexts),
    "text": BlockType(Nothing, TextTexts),
    "image": BlockType(ImageData, ImageTexts),
    "gallery": BlockType(GalleryData, GalleryTexts),
    "cta": BlockType(CtaData, CtaTexts),
    "features": BlockType(FeaturesData, FeaturesTexts),
    "testimonials": BlockType(TestimonialsData, TestimonialsTexts),
    "pricing": BlockType(PricingData, PricingTexts),
    "faq": BlockType(Nothing, FaqTexts),
    "contact": BlockType(ContactData, ContactTexts),
    "product_grid": BlockType(ProductGridData, TitleTexts),
    "newsletter": BlockType(NewsletterData, NewsletterTexts),
    "video": BlockType(VideoData, CaptionTexts),
    "html": BlockType(Nothing, HtmlTexts),
    "spacer": BlockType(SpacerData, Nothing),
    "code": BlockType(CodeData, CaptionTexts),
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """One field that breaks its schema: where, which rule in pydantic's words, and that rule's limit if it has one."""

    path: str
    rule: str
    limit: object = None


def checked(schema: type[Part], given: dict[str, Any]) -> tuple[dict[str, Any], list[Wrong]]:
    """The fields as they are kept (those that were given, in their canonical form), or what is wrong with them."""
    try:
        part = schema.model_validate(given)
    except ValidationError as error:
        return {}, list(_wrong(error))
    return part.model_dump(mode="json", exclude_defaults=True), []


def _wrong(error: ValidationError) -> Iterator[Wrong]:
    for problem in error.errors(include_url=False):
        context = problem.get("ctx") or {}
        limit = next((context[name] for name in ("max_length", "le", "ge", "min_length") if name in context), None)
        yield Wrong("/".join(str(part) for part in problem["loc"]), problem["type"], limit)
