"""Sentences in an agent's words that read like promises, each offered with its due time for the agent to decide on."""

import dataclasses
import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.calendars import our_days
from makegood.calendars.compiled import business_calendar
from makegood.cases.models import Case
from makegood.cases.offers import ACCEPT, DECLINE, LONGEST_WORDS, TYPED, Decision, key_of, prefix
from makegood.promises import clock
from makegood.promises.own_words import Found, find, promises_anything

MOST = 12
MINUTE = dt.timedelta(minutes=1)
DECISIONS = (
    (ACCEPT, gettext_lazy("I promise it")),
    (DECLINE, gettext_lazy("It is no promise")),
    ("", gettext_lazy("Offer it again")),
)


def moment_input() -> forms.DateTimeInput:
    """A day and a time, to be typed or chosen."""
    return forms.DateTimeInput({"type": "datetime-local"}, format=TYPED)


class PromiseForm(forms.Form):
    """What is promised, and by when. Times are the agent's own."""

    words = forms.CharField(label=gettext_lazy("What you promise"), max_length=LONGEST_WORDS)
    due = forms.DateTimeField(label=gettext_lazy("By when"), widget=moment_input(), validators=[our_days.validate])

    def __init__(self, *args: Any, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now

    def clean_due(self) -> dt.datetime | None:
        due: dt.datetime | None = self.cleaned_data["due"]
        if due is not None and due <= self.now:
            raise forms.ValidationError(_("This time has gone by. A promise needs one that lies ahead."))
        return due


class OfferForm(PromiseForm):
    """The same for a sentence that was found: nothing is asked for unless it is accepted."""

    decision = forms.ChoiceField(choices=DECISIONS, required=False)
    field_order = ["decision", "words", "due"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        changing = {
            "data-alt-key": "c",
            "aria-keyshortcuts": "Alt+C",
            "data-key-label": _("Change what you are promising"),
        }
        self.fields["words"].widget.attrs |= changing

    def full_clean(self) -> None:
        for field in self.fields.values():
            field.required = self.data.get(self.add_prefix("decision")) == ACCEPT
        super().full_clean()

    def clean_due(self) -> dt.datetime | None:
        accepted = self.cleaned_data.get("decision") == ACCEPT
        return super().clean_due() if accepted else None


@dataclasses.dataclass(frozen=True)
class Offered:
    """One such sentence, with the form that asks what to make of it. `zone` is the customer's."""

    key: str
    found: Found
    form: OfferForm
    zone: ZoneInfo

    @property
    def decision(self) -> str:
        return str(self.form["decision"].value() or "")

    @property
    def is_open(self) -> bool:
        """Nothing has been decided yet."""
        return self.decision not in (ACCEPT, DECLINE)

    @property
    def is_declined(self) -> bool:
        return self.decision == DECLINE

    @property
    def is_wrong(self) -> bool:
        """It was accepted without words or without a time that lies ahead."""
        return not self.is_open and not self.is_declined and bool(self.form.errors)

    @property
    def theirs(self) -> str:
        """The offered time as the customer's clock tells it; empty where that is the agent's, too."""
        due = self.found.due_at
        if due is None or due.astimezone(self.zone).utcoffset() == timezone.localtime(due).utcoffset():
            return ""
        return formats.date_format(due.astimezone(self.zone), "DATETIME_FORMAT")

    @property
    def decided(self) -> Decision | None:
        """What was decided; None while nothing is, or where it is wrong."""
        if self.is_open or self.is_wrong:
            return None
        if self.is_declined:
            return Decision(key=self.key, words=self.found.words[:LONGEST_WORDS])
        data = self.form.cleaned_data
        return Decision(key=self.key, words=data["words"], due_at=data["due"])


def offered(case: Case, text: str, typed: Mapping[str, str], *, now: dt.datetime) -> list[Offered]:
    """The promises of a text, at most MOST, in order, each with what was `typed` into its fields before."""
    if not promises_anything(text):
        return []  # neither the customer nor the calendar need be asked for
    zone = ZoneInfo(case.customer.timezone or case.brand.timezone)
    version = clock.calendar_version(case.brand_id, now)
    hours = business_calendar(version) if version else None
    offers, said = [], Counter[str]()
    for found in find(text, now=now, zone=zone, hours=hours)[:MOST]:
        key = key_of(found.words, said[found.words])
        said[found.words] += 1
        offers.append(Offered(key=key, found=found, form=_form(key, found, typed, now), zone=zone))
    return offers


def _form(key: str, found: Found, typed: Mapping[str, str], now: dt.datetime) -> OfferForm:
    begins = prefix(key)
    known = f"{begins}-decision" in typed or f"{begins}-words" in typed
    initial = {"words": " ".join(found.words.split())[:LONGEST_WORDS], "due": _whole_minute(found.due_at)}
    return OfferForm(typed if known else None, prefix=begins, initial=initial, now=now)


def _whole_minute(at: dt.datetime | None) -> dt.datetime | None:
    """Rounded up, as a field shows minutes and the past is no time to promise."""
    return (at + MINUTE - dt.timedelta.resolution).replace(second=0, microsecond=0) if at else None
