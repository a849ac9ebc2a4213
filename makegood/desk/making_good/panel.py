"""What we owe in a case beyond an answer, and what this person may grant: the panel on the case page."""

import dataclasses
import datetime as dt
import functools
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from makegood.cases.models import Case, Shelf
from makegood.desk import questions
from makegood.promises import money
from makegood.promises.remedies import OF_MONEY, RemedyKind
from makegood.recovery import meters, wording
from makegood.recovery.gift import Gift
from makegood.recovery.models import BY_CODE, Ask, AskState, Refund, RefundState, Remedy, RemedyState, Voucher
from makegood.recovery.present import Present
from makegood.staff.models import Role, User
from makegood.staff.permissions import ANSWER_ASKS, may

MOST = 20
# So long a letter may take before somebody may give its code by hand.
LETTERS_TAKE = dt.timedelta(minutes=10)


class GrantForm(forms.Form):
    """What the customer gets. `why` is for the lead who is asked."""

    kind = forms.ChoiceField(label=_("What the customer gets"), choices=RemedyKind.choices, initial=RemedyKind.VOUCHER)
    amount = forms.DecimalField(
        label=_("Amount"), required=False, max_digits=12, decimal_places=money.MOST_PLACES, help_text=_("For money.")
    )
    currency = forms.CharField(label=pgettext_lazy("money", "Currency"), required=False, max_length=3)
    words = forms.CharField(
        label=_("In your words, to the customer"),
        required=False,
        max_length=300,
        help_text=_("For something else, in the customer’s language."),
    )
    why = forms.CharField(label=_("To the lead, when you ask"), required=False, max_length=1000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "grant-%s", **kwargs})

    def gift(self) -> Gift:
        """What is chosen; what says nothing of the chosen kind is left out."""
        data = self.cleaned_data
        of_money = data["kind"] in OF_MONEY
        return Gift(
            kind=data["kind"],
            amount=data["amount"] if of_money else None,
            currency=data["currency"].strip().upper() if of_money else "",
            words=data["words"].strip() if data["kind"] == RemedyKind.WORDS else "",
        )


class AnswerForm(forms.Form):
    """What a lead says to whoever asked."""

    words = forms.CharField(label=_("Your word to them"), required=False, max_length=1000)


@dataclasses.dataclass(frozen=True)
class Shown:
    """One remedy as the panel shows it. `code` is what it was given by; `to_do`: somebody has to give it; `refund`:
    what became of it at the payment system."""

    remedy: Remedy
    what: str
    code: str
    to_do: bool
    by_code: bool
    refund: Refund | None


@dataclasses.dataclass(frozen=True)
class Asked:
    """One ask that waits; `form` for whoever may answer it, else None."""

    ask: Ask
    what: str
    form: AnswerForm | None


def facts(case: Case, user: User, there: Present) -> dict[str, Any]:
    """One query, and one more each where there are remedies, asks, codes, refunds, or an authority."""
    known = meters.of(user, case, at=timezone.now())
    currency = known[0].currency if known else ""
    return {
        "remedies": _remedies(case) if there.remedies else [],
        "asks": _asks(case, user) if there.asks else [],
        "meters": known,
        "is_unlimited": user.role == Role.ADMIN and not known,
        "may_grant": case.shelf == Shelf.NONE,
        "grant_form": _unfilled(get_language() or "en", currency),
    }


@functools.lru_cache(maxsize=64)
def _unfilled(language: str, currency: str) -> SafeString:
    """The form before anybody has filled it in: the same for all who read a language, so it is written once."""
    return GrantForm(initial={"currency": currency}).render()


def _remedies(case: Case) -> list[Shown]:
    found = list(Remedy.objects.of_case(case).select_related("due")[:MOST])
    coded = [one.pk for one in found if one.kind in BY_CODE]
    codes = dict(Voucher.objects.filter(remedy__in=coded).values_list("remedy", "code")) if coded else {}
    back = [one.pk for one in found if one.kind == RemedyKind.REFUND]
    reachable = any(party.address for party in questions.parties_of(case))
    refunds = {one.remedy_id: one for one in Refund.objects.filter(remedy__in=back)} if back else {}
    return [
        Shown(
            remedy=one,
            what=wording.short(one),
            code=codes.get(one.pk, ""),
            to_do=_is_to_do(one, refunds.get(one.pk), reachable=reachable),
            by_code=one.kind in BY_CODE,
            refund=refunds.get(one.pk),
        )
        for one in found
    ]


def _is_to_do(remedy: Remedy, refund: Refund | None, *, reachable: bool) -> bool:
    """Whether it waits for somebody's hand: a code that the letter brings does not, nor money under way."""
    if remedy.state != RemedyState.OWED or (refund is not None and refund.state != RefundState.FAILED):
        return False
    late = timezone.now() - remedy.owed_at > LETTERS_TAKE
    return remedy.kind not in BY_CODE or (remedy.told_at is None and (late or not reachable))


def _asks(case: Case, user: User) -> list[Asked]:
    """Those that wait, and what was answered to this person."""
    mine = Q(state=AskState.WAITING) | Q(asked_by=user, state=AskState.DECLINED)
    found = Ask.objects.of_case(case).filter(mine).select_related("asked_by", "answered_by", "due")[:MOST]
    answers = may(user, ANSWER_ASKS)
    return [
        Asked(
            ask=one,
            what=wording.short(one),
            form=AnswerForm(auto_id=f"{one.ref}-%s")
            if answers and one.state == AskState.WAITING and one.asked_by_id != user.pk
            else None,
        )
        for one in found
    ]
