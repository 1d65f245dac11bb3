"""Commands on products that look alike."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from rustok_desktop.core import limits

_Id = Annotated[str, StringConstraints(min_length=36, max_length=36)]


class TellApart(BaseModel):
    """These products are different ones, however alike they look."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    product_ids: Annotated[tuple[_Id, ...], Field(min_length=2, max_length=limits.DUPLICATES_PER_GROUP)]


class TrashOthers(BaseModel):
    """Keep one product and move the others into the trash; published ones leave the shop first.

    ``base_versions`` are those the person compared.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    keep_id: _Id
    product_ids: Annotated[tuple[_Id, ...], Field(min_length=1, max_length=limits.DUPLICATES_PER_GROUP)]
    base_versions: dict[_Id, int] = Field(default_factory=dict)
