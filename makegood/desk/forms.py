"""What an agent fills in on the case page."""

import dataclasses
import datetime as dt
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from makegood.brands import scope
from makegood.brands.models import Brand
from makegood.calendars import our_days
from makegood.cases.models import Case, Template
from makegood.cases.words import File
from makegood.desk.alongside.forms import ActsForm, filled_in
from makegood.events.prepared import PreparedQuery
from makegood.staff.models import Team, User
from makegood.staff.permissions import SEE_ALL, may

MOST_BYTES, MOST_FILES, MOST_ADDRESSES, MOST_LETTERS = 25 * 1024 * 1024, 20, 50, 200_000
REASON_ROWS = 2
MEMBER = ("members__pk", "members__name", "members__is_active")
MEMBERS = PreparedQuery(
    lambda brand: Team.objects.filter(brands=brand).order_by("name", "members__name").values_list("pk", "name", *MEMBER)
)


def addresses(text: str) -> tuple[str, ...]:
    """Mail addresses parted by commas, semicolons or spaces. Raises ValidationError naming the wrong one."""
    found = [part for part in re.split(r"[,;\s]+", text) if part]
    if len(found) > MOST_ADDRESSES:
        told = ngettext("At most %(most)d address.", "At most %(most)d addresses.", MOST_ADDRESSES)
        raise ValidationError(told % {"most": MOST_ADDRESSES})
    for address in found:
        local, _at, domain = address.rpartition("@")
        try:
            validate_email(f"{local if local.isascii() else 'x'}@{domain}")  # žana@… is an address, too (RFC 6531)
        except ValidationError:
            raise ValidationError(_("“%(address)s” is not a mail address.") % {"address": address})
    return tuple(dict.fromkeys(address.lower() for address in found))


class AddressesField(forms.CharField):
    """A line of mail addresses. Cleans to a tuple."""

    def clean(self, value: Any) -> Any:
        return addresses(super().clean(value) or "")


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, together up to 25 MB. Cleans to a tuple of `File`."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        given = list(data) if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST_FILES:
            told = ngettext("At most %(most)d file at once.", "At most %(most)d files at once.", MOST_FILES)
            raise ValidationError(told % {"most": MOST_FILES})
        if sum(file.size or 0 for file in given) > MOST_BYTES:
            raise ValidationError(too_large())
        return tuple(File(file.name or "file", file.content_type or "", file.read()) for file in given)


def too_large() -> str:
    """What is said of files that no mail server would take."""
    return _("These files are larger than 25 MB together. Send fewer, or smaller ones.")


class WordsForm(forms.Form):
    """The composer: a reply or a note. `kept` are files of the draft that go along."""

    text = forms.CharField(required=False, max_length=MOST_LETTERS, strip=False, label=gettext_lazy("Words"))
    to = AddressesField(required=False, label=gettext_lazy("To"))
    cc = AddressesField(required=False, label=gettext_lazy("Cc"))
    bcc = AddressesField(required=False, label=gettext_lazy("Bcc"))
    attachments = FilesField(required=False, widget=SeveralFilesInput, label=gettext_lazy("Files"))
    resolves = forms.BooleanField(required=False)
    why_due = forms.DateField(required=False, label=gettext_lazy("New date"), validators=[our_days.validate])
    seen_until = forms.CharField(required=False, max_length=40)
    anyway = forms.BooleanField(required=False)

    def __init__(self, *args: Any, kept: tuple[File, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept = kept

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")  # browsers end lines as mail does

    def clean_seen_until(self) -> dt.datetime | None:
        try:
            seen = dt.datetime.fromisoformat(self.cleaned_data["seen_until"])
        except ValueError:
            return None
        return seen if our_days.are(seen) and seen.tzinfo is not None else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        files = (*self.kept, *data.get("attachments", ()))
        if not (data.get("text") or "").strip() and not files and not self.errors:
            self.add_error("text", _("Write something first."))
        if sum(len(file.content) for file in files) > MOST_BYTES:
            self.add_error("attachments", too_large())
        return data


@dataclasses.dataclass(frozen=True)
class Colleagues:
    """Who may be given a case: the teams of its brand, those who work in them, and of these the ones `here`, in the team
    that has it; names by key, in their order."""

    teams: dict[str, str]
    people: dict[str, str]
    here: dict[str, str]

    @classmethod
    def of(cls, case: Case) -> "Colleagues":
        """For one case, in one query: a row for each member of each team, and one for a team without any."""
        people: dict[str, str] = {}
        here: dict[str, str] = {}
        teams: dict[str, str] = {}
        for team, name, member, called, works in MEMBERS(brand=case.brand_id):
            teams[str(team)] = name
            if works:
                people[str(member)] = called
                if team == case.team_id:
                    here[str(member)] = called
        return cls(teams=teams, people=_by_name(people), here=_by_name(here))


def _by_name(people: dict[str, str]) -> dict[str, str]:
    return dict(sorted(people.items(), key=lambda one: one[1].casefold()))


class OwnerForm(forms.Form):
    """Who answers for a case. A colleague of its team, or nobody: then the team's rota. Others are asked first: see
    HandOverForm."""

    ids = "give-%s"  # this form and the next stand on one page
    owner = forms.ChoiceField(required=False, label=gettext_lazy("Person"))

    def __init__(self, *args: Any, colleagues: Colleagues, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": self.ids, **kwargs})
        self.fields["owner"].choices = [("", self.rota()), *self.among(colleagues).items()]  # type: ignore[attr-defined]

    @staticmethod
    def among(colleagues: Colleagues) -> dict[str, str]:
        """Who may be chosen."""
        return colleagues.here

    @staticmethod
    def rota() -> str:
        """What choosing nobody is called."""
        return _("The team’s rota")

    def clean_owner(self) -> User | None:
        chosen = self.cleaned_data["owner"]
        return User.objects.working().filter(pk=chosen).first() if chosen else None


class HandOverForm(OwnerForm):
    """Handing over needs a reason, which the receiver reads before they accept."""

    ids = "handover-%s"
    team = forms.ChoiceField(label=gettext_lazy("Team"))
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": REASON_ROWS})
    )
    field_order = ["team", "owner", "reason"]

    def __init__(self, *args: Any, colleagues: Colleagues, **kwargs: Any) -> None:
        super().__init__(*args, colleagues=colleagues, **kwargs)
        self.fields["team"].choices = list(colleagues.teams.items())  # type: ignore[attr-defined]

    @staticmethod
    def among(colleagues: Colleagues) -> dict[str, str]:
        """Everybody who works for the brand."""
        return colleagues.people

    def clean_team(self) -> Team:
        return Team.objects.get(pk=self.cleaned_data["team"])


class MoveForm(forms.Form):
    """Where a message belongs."""

    to = forms.CharField(label=gettext_lazy("Case"), max_length=12)

    def clean_to(self) -> str:
        return str(self.cleaned_data["to"]).strip().upper()


class TemplateForm(ActsForm):
    """A prepared reply: a name, its text in each language, and what it does besides."""

    field_order = ("name", "brand")

    name = forms.CharField(label=gettext_lazy("Name"), max_length=80)
    brand = forms.ModelChoiceField(
        Brand.objects.all(), required=False, label=gettext_lazy("Brand"), empty_label=gettext_lazy("All brands")
    )

    def __init__(
        self, *args: Any, languages: list[tuple[str, str]], template: Template | None, user: User, **kwargs: Any
    ) -> None:
        texts = template.texts if template else {}
        super().__init__(*args, **kwargs)
        if not may(user, SEE_ALL):
            self.fields["brand"] = forms.ModelChoiceField(
                Brand.objects.filter(pk__in=scope.of(user).brands), label=_("Brand"), empty_label=None
            )
        if template:
            self.initial = {"name": template.name, "brand": template.brand_id, **filled_in(template.does)}
        self.languages = [code for code, _name in languages]
        for code, name in languages:
            widget = forms.Textarea(attrs={"rows": 4, "lang": code})
            self.fields[f"text_{code}"] = forms.CharField(
                label=name, required=False, initial=texts.get(code, ""), widget=widget, max_length=20_000
            )
        self.order_fields(["name", "brand", *(f"text_{code}" for code in self.languages)])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["texts"] = {code: text for code in self.languages if (text := (data.get(f"text_{code}") or "").strip())}
        if not data["texts"]:
            self.add_error(f"text_{self.languages[0]}", _("Write the text in at least one language."))
        return data
