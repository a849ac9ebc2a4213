"""What programs send, read strictly: texts that can be kept, times of our days, and no field that we do not know."""

import datetime as dt
from typing import Annotated, Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict, StringConstraints

from makegood.calendars import our_days
from makegood.cases.offers import LONGEST_WORDS


def _storable(value: str) -> str:
    """No database keeps a NUL, and no mail carries half a character."""
    if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValueError("this text holds characters that cannot be kept (NUL or lone surrogates)")
    return value


Storable = AfterValidator(_storable)
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100_000), Storable]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Storable]
PromiseWords = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_WORDS), Storable
]
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), Storable]
Slug = Annotated[str, StringConstraints(max_length=40, pattern=r"^[-\w]*$"), Storable]
Status = Literal["new", "waiting", "pending", "resolved", "closed"]


def _address(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError:
        raise ValueError("this is not a mail address")
    return value


Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=320), Storable, AfterValidator(_address)]


def _countable(value: dt.datetime) -> dt.datetime:
    """No database counts beyond the years 1 and 9999, in whichever zone."""
    if not our_days.are(value):
        raise ValueError("this is no time of our days")
    return value


Moment = Annotated[AwareDatetime, AfterValidator(_countable)]


class Strict(Schema):
    """A request with a field we do not know is a mistake worth telling."""

    model_config = ConfigDict(extra="forbid")
