"""Tags by the programming interface: those of a case, and the list of all."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema
from pydantic import StringConstraints

from makegood.cases.actions import tags
from makegood.cases.models import LONGEST_TAG, Tag, fold_tag
from makegood.channels.api.asking import asker, case_of
from makegood.channels.api.refusing import body_at_fault
from makegood.channels.api.strict import Storable, Strict
from makegood.events.actions import moment

TagName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TAG), Storable]
router = Router(tags=["cases"])


class TagsIn(Strict):
    add: list[TagName] = Field(default_factory=list, max_length=30)
    remove: list[TagName] = Field(default_factory=list, max_length=30)


class TagsOut(Schema):
    tags: list[str] = Field(description="Names of the tags that the case bears now.")


class KnownTagsOut(Schema):
    items: list[str]
    next: str | None = Field(description="Pass it as `cursor` for the names behind these; null at the end.")


@router.post("/cases/{ref}/tags", response={200: TagsOut})
def change_tags(request: HttpRequest, ref: str, body: TagsIn) -> dict[str, Any]:
    """Put tags on a case and take some off. Said again, it stays as it is; a name that no tag has is a new tag."""
    case, user, at = case_of(request, ref), asker(request), timezone.now()
    with body_at_fault(), moment():
        tags.take_off(case, body.remove, by=user, at=at)
        tags.put_on(case, body.add, by=user, at=at)
    return {"tags": case_of(request, ref).tag_names}


@router.get("/tags", response={200: KnownTagsOut})
def list_tags(
    request: HttpRequest,
    begins: str = Query("", max_length=LONGEST_TAG),
    limit: int = Query(50, ge=1, le=200),
    cursor: str = Query("", max_length=LONGEST_TAG),
) -> dict[str, Any]:
    """The names of all tags, or of those that begin so."""
    found = list(Tag.objects.beginning(begins).filter(key__gt=fold_tag(cursor))[: limit + 1])
    shown = found[:limit]
    return {"items": [tag.name for tag in shown], "next": shown[-1].key if len(found) > limit else None}
