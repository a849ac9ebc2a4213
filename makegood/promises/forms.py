"""A charter as somebody writes it: a row a promise."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.calendars import our_days
from makegood.promises import own_lines, phrases
from makegood.promises.charter import OF_TASKS, TASK_ANSWERED, TASK_DONE, TASK_GIVEN, Terms
from makegood.promises.models import CharterLine, Form, Hours, Ruling
from makegood.promises.remedy_form import PREFIX, RemedyForm

# The longest T that anybody promises; more is a slip of the finger.
MOST_SECONDS = 366 * 86400
SECONDS_IN = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
STARTS = [
    (event, told)
    for event, told in phrases.WHEN.items()
    if event in ("case.opened", "customer.wrote", "case.resolved", TASK_GIVEN)
]
KEEPS = [
    ("case.acknowledged", gettext_lazy("we confirm that we have the message")),
    ("reply.sent", gettext_lazy("we reply")),
    ("case.resolved", gettext_lazy("we resolve it")),
    ("case.told_why", gettext_lazy("we tell why it takes longer, with a new date")),
    ("case.closed", gettext_lazy("we close it")),
    (TASK_ANSWERED, gettext_lazy("they answer (for what others are asked to do)")),
    (TASK_DONE, gettext_lazy("they do it (for what others are asked to do)")),
    ("case.reopened", gettext_lazy("it comes back (for “never”)")),
    ("reply.failed", gettext_lazy("a reply does not arrive (for “never”)")),
    ("case.handed_over", gettext_lazy("it is handed over (for “never”)")),
]
NEVER_EVENTS = set(phrases.NEVER)


class TermsForm(forms.Form):
    """What is promised."""

    key = forms.CharField(required=False, widget=forms.HiddenInput)
    form = forms.ChoiceField(
        label=gettext_lazy("Form"),
        initial=Form.WITHIN,
        choices=[
            (Form.WITHIN, gettext_lazy("We do it within a time")),
            (Form.NEVER, gettext_lazy("It never happens within a time")),
        ],
    )
    starts_on = forms.ChoiceField(label=gettext_lazy("It starts"), choices=STARTS, initial="case.opened")
    ends_on = forms.MultipleChoiceField(
        label=gettext_lazy("What we promise"), choices=KEEPS, widget=forms.CheckboxSelectMultiple
    )
    amount = forms.IntegerField(label=gettext_lazy("How much time"), min_value=1, max_value=100_000, required=False)
    unit = forms.ChoiceField(
        label=gettext_lazy("Unit"),
        initial="hours",
        choices=[
            ("seconds", gettext_lazy("seconds")),
            ("minutes", gettext_lazy("minutes")),
            ("hours", gettext_lazy("hours")),
            ("days", gettext_lazy("days")),
        ],
    )
    hours = forms.ChoiceField(
        label=gettext_lazy("Which time counts"),
        initial=Hours.OPENING,
        choices=[
            (Hours.OPENING, gettext_lazy("opening hours only")),
            (Hours.ALWAYS, gettext_lazy("around the clock")),
        ],
    )
    pauses = forms.BooleanField(label=gettext_lazy("The clock stands while we wait for the customer"), required=False)
    channels = forms.MultipleChoiceField(
        label=gettext_lazy("Only for what comes by"),
        choices=list(phrases.CHANNELS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None chosen: for everything."),
    )
    gone = forms.BooleanField(label=gettext_lazy("Leave this promise out of the next version"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        ends = set(data.get("ends_on") or [])
        never = data.get("form") == Form.NEVER
        if ends and never and not ends <= NEVER_EVENTS:
            self.add_error("ends_on", _("For “never”, choose what must not happen."))
        if ends and not never and ends & NEVER_EVENTS:
            self.add_error("ends_on", _("For “within”, choose what we do."))
        if not never and not data.get("amount") and "amount" not in self.errors:
            self.add_error("amount", _("Say how much time: a promise without a time cannot be kept or broken."))
        if never and data.get("amount") and data.get("unit") in ("seconds", "minutes"):
            self.add_error("unit", _("Choose hours or days."))
        if (data.get("amount") or 0) * SECONDS_IN.get(data.get("unit", ""), 0) > MOST_SECONDS:
            self.add_error("amount", _("That is more than a year. Choose a shorter time."))
        self._check_task(data, ends)
        return data

    def _check_task(self, data: dict[str, Any], ends: set[str]) -> None:
        """What others are asked to do has its own ends, one a promise, and waits for no customer."""
        if data.get("starts_on") != TASK_GIVEN:
            if ends & OF_TASKS.keys():
                self.add_error("ends_on", _("Only what others are asked to do ends so."))
            return
        if ends and (len(ends) > 1 or not ends <= OF_TASKS.keys()):
            self.add_error("ends_on", _("Choose one thing: that they answer, or that they do it."))
        if data.get("pauses"):
            self.add_error("pauses", _("Others do not wait for the customer. Leave this out."))


class PromiseForm(RemedyForm, TermsForm):
    """One promise, with what is owed when it is broken. `terms()` gives what is published."""

    @property
    def of_promise(self) -> list[forms.BoundField]:
        """The fields that say what is promised."""
        return [field for field in self.visible_fields() if not field.name.startswith(PREFIX)]

    @property
    def of_remedy(self) -> list[forms.BoundField]:
        """The fields that say what is owed."""
        return [field for field in self.visible_fields() if field.name.startswith(PREFIX)]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("starts_on") == TASK_GIVEN and data.get("remedy_kind"):
            self.add_error("remedy_kind", _("The customer is owed something for our own promises only."))
        return data

    def terms(self, earlier: CharterLine | None) -> Terms:
        """The promise as data; what the form does not show stays as it was in the earlier version."""
        data = self.cleaned_data
        ends = [event for event, _told in KEEPS if event in data["ends_on"]]
        if earlier is not None and set(earlier.ends_on) == set(ends):
            ends = list(earlier.ends_on)
        starts = (
            list(earlier.starts_on) if earlier and earlier.starts_on[0] == data["starts_on"] else [data["starts_on"]]
        )
        return Terms(
            key=OF_TASKS.get(ends[0])
            or data["key"]
            or own_lines.key(data["form"], ends[0], data["amount"], data["unit"], data["hours"]),
            form=data["form"],
            starts_on=starts,
            ends_on=ends,
            amount=data["amount"],
            unit=data["unit"],
            hours=data["hours"],
            pauses_on=["reply.sent"] if data["pauses"] else [],
            resumes_on=["customer.wrote"] if data["pauses"] else [],
            excused_on=["case.greeting_withheld"] if "case.acknowledged" in ends else [],
            unless=list(earlier.unless)
            if earlier
            else ["first-reply"]
            if data["starts_on"] == "customer.wrote"
            else [],
            scope={"channel": data["channels"]} if data["channels"] else {},
            remedy=self.remedy(),
        )

    @staticmethod
    def initial_of(line: CharterLine) -> dict[str, Any]:
        """The form filled in as a published line stands."""
        return {
            "key": line.key,
            "form": line.form,
            "starts_on": line.starts_on[0],
            "ends_on": line.ends_on,
            "amount": line.amount,
            "unit": line.unit,
            "hours": line.hours,
            "pauses": bool(line.pauses_on),
            "channels": line.scope.get("channel", []),
            **PromiseForm.initial_of_remedy(line.remedy),
        }


class PromiseForms(forms.BaseFormSet):
    def clean(self) -> None:
        if any(self.errors):
            return
        staying = [form for form in self.forms if form.has_changed() or form.initial]
        if not [form for form in staying if not form.cleaned_data.get("gone")]:
            raise forms.ValidationError(_("A charter holds at least one promise."))


PromiseFormSet = forms.formset_factory(PromiseForm, formset=PromiseForms, extra=1, max_num=50, absolute_max=50)


class BeginningForm(forms.Form):
    """From when the next version binds."""

    valid_from = forms.DateTimeField(
        label=gettext_lazy("In force from"),
        required=False,
        validators=[our_days.validate],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )

    def __init__(self, *args: Any, zone: str, now: dt.datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone, self.now = zone, now
        told = _("A time in %(zone)s. Empty: at once. What was promised before stays as it was promised.")
        self.fields["valid_from"].help_text = told % {"zone": zone}

    def clean_valid_from(self) -> dt.datetime | None:
        given: dt.datetime | None = self.cleaned_data["valid_from"]
        if given is None:
            return None
        # The field reads it in the visitor's zone; what counts is the brand's.
        moment = given.replace(tzinfo=ZoneInfo(self.zone))
        if moment < self.now:
            raise forms.ValidationError(_("A charter cannot begin in the past."))
        return moment


class ExcuseForm(forms.Form):
    """Why breaks that a fault of ours may have made are excused."""

    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=Ruling.Reason.choices)
    words = forms.CharField(label=gettext_lazy("In your words"), max_length=500, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("reason") == Ruling.Reason.OTHER and not cleaned.get("words"):
            self.add_error("words", _("Say the reason in your words."))
        if "reason" in cleaned:
            cleaned["reason"] = Ruling.Reason(cleaned["reason"])
        return cleaned
