"""The customer's own pages."""

import dataclasses
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from makegood.brands.choosing import brand_of
from makegood.cases import actions as cases
from makegood.cases import serving, tokens
from makegood.cases.models import Attachment, CaseState, Party, PublicForm, Shelf
from makegood.channels.portal import actions as portal
from makegood.channels.portal import asking, making_good, purchases
from makegood.channels.portal.asking import KindForm
from makegood.channels.portal.forms import AskForm, WordsForm
from makegood.channels.portal.proving import may_look
from makegood.promises import sentences
from makegood.promises.models import Commitment
from makegood.staff import actions as staff
from makegood.staff import limits

ASKS_PER_NETWORK = 20
WORDS_PER_CASE = 60


@dataclasses.dataclass(frozen=True)
class Promised:
    """A commitment as its customer sees it."""

    sentence: str
    commitment: Commitment


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str = "", kind: str = "") -> HttpResponse:
    """The public form with one field, and links to the forms of kinds; or the form of a `kind`, named by its slug."""
    brand = brand_of(request)
    offered = list(PublicForm.objects.offered())
    chosen = next((one for one in offered if one.kind.slug == kind), None)
    if kind and chosen is None:
        raise Http404
    sent = (request.POST or None, request.FILES or None)
    form = KindForm(*sent, form=chosen) if chosen else AskForm(*sent)
    if offered:
        form.fields["words"].widget.attrs.pop("autofocus")  # nobody is led past the links and the introduction
    status = 200
    if request.method == "POST":
        at = timezone.now()
        status = 422
        network = limits.subject("ask from", limits.network(request.META.get("REMOTE_ADDR", "")))
        if form.is_valid():
            if form.cleaned_data["website"] or not staff.attempt(
                network, most=ASKS_PER_NETWORK, within=limits.HOUR, at=at
            ):
                form.add_error(None, _("Too much has come from your network just now. Please try again in an hour."))
                status = 429
            else:
                data = form.cleaned_data
                page_language = translation.get_language() or brand.language
                party = portal.ask(
                    brand=brand,
                    text=data["words"],
                    address=data["address"],
                    files=data["attachments"],
                    page_language=page_language,
                    timezone=data["timezone"],
                    told=form.told() if isinstance(form, KindForm) else None,
                    once=data["once"],
                    at=at,
                )
                messages.success(request, _("We have your message. Keep this page: the answer comes here."))
                return redirect("customer-case", token=tokens.for_link(party.key))
    context = {"brand": brand, "form": form, "offered": offered, "chosen": chosen}
    return render(request, "portal/ask.html", context, status=status)


CaseView = Callable[..., HttpResponse]


def for_party(view: CaseView) -> CaseView:
    """Turn the token in the address into the party it names, and speak the language of their case."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        key = tokens.key_from_link(token)
        found = Party.objects.filter(key=key, link_revoked_at=None).exclude(case__shelf=Shelf.DELETED)
        party = found.select_related("case__brand", "case__customer", "case__owner", "case__team", "customer").first()
        if key is None or party is None:
            raise Http404
        # Of a case that was merged into another, the page shows the other.
        own, party.case = party.case, party.case.present
        if party.case.shelf == Shelf.DELETED or not may_look(party, own=own, present=party.case):
            raise Http404
        timezone.activate(party.case.brand.timezone)
        if not request.COOKIES.get("django_language"):
            translation.activate(party.case.language)
            request.LANGUAGE_CODE = translation.get_language()
        return view(request, party, token=token, **kwargs)

    return never_cache(opened)


@require_safe
@for_party
def case(request: HttpRequest, party: Party, token: str) -> HttpResponse:
    """One case, by signed link: what was said, what was promised, who is responsible."""
    return _page(request, party, token, WordsForm())


@require_POST
@for_party
def words(request: HttpRequest, party: Party, token: str) -> HttpResponse:
    form = WordsForm(request.POST, request.FILES)
    at = timezone.now()
    limit = limits.subject("words by", party.key)
    if form.is_valid() and not staff.attempt(limit, most=WORDS_PER_CASE, within=limits.HOUR, at=at):
        form.add_error(None, _("That is a lot in an hour. Please wait a little, then send this."))
        return _page(request, party, token, form, status=429)
    if not form.is_valid():
        return _page(request, party, token, form, status=422)
    data = form.cleaned_data
    heard = portal.write(
        party, text=data["words"], files=data["attachments"], timezone=data["timezone"], once=data["once"], at=at
    )
    messages.success(request, _("We have your message."))
    return redirect("customer-case", token=tokens.for_link(heard.key))


@require_POST
@for_party
def solved(request: HttpRequest, party: Party, token: str) -> HttpResponse:
    """Thanks: it is solved. A mail scanner that follows links does not press buttons."""
    cases.confirm(party.case, by=party.customer or party.case.customer, at=timezone.now())
    messages.success(request, _("Thank you for telling us."))
    return redirect("customer-case", token=token)


@require_POST
@for_party
def unsolved(request: HttpRequest, party: Party, token: str) -> HttpResponse:
    """It is not solved: the case is open again, and our promises run."""
    reopened = cases.reopen(party.case, by=party.customer or party.case.customer, at=timezone.now())
    if reopened.state == CaseState.CLOSED:
        messages.info(request, _("This matter is closed. Write below, and we start again where we stopped."))
    else:
        messages.success(request, _("We are on it again. Below you see what we promise."))
    return redirect("customer-case", token=token)


@require_POST
@for_party
def claim(request: HttpRequest, party: Party, token: str, ref: str) -> HttpResponse:
    """Delivered is not as promised: one press says so, and a second one says nothing more."""
    at = timezone.now()
    purchase = purchases.one(party, ref, at=at)
    if purchase is None:
        raise Http404
    if purchase.difference is None:
        messages.info(request, _("This order has come as it was promised, so there is nothing to claim."))
        return redirect("customer-case", token=token)
    made = portal.claim(party, purchase, at=at)
    messages.success(request, _("We have your claim. Below you see what we promise."))
    heard = made.case.parties.filter(role=Party.Role.CUSTOMER, address=party.address, link_revoked_at=None).first()
    return redirect("customer-case", token=tokens.for_link(heard.key) if heard else token)


@require_safe
@for_party
def file(request: HttpRequest, party: Party, token: str, key: str) -> HttpResponse:
    """A file of a message that this customer may see."""
    visible = party.case.messages.for_customer()
    found = Attachment.objects.filter(pk=key, message__in=visible).first()
    if found is None:
        raise Http404
    return serving.answer(found)


def _page(request: HttpRequest, party: Party, token: str, form: WordsForm, status: int = 200) -> HttpResponse:
    matter = party.case
    shown = matter.messages.for_customer().select_related("staff").prefetch_related("attachments").order_by("at", "id")
    promised = [
        Promised(sentence=sentences.of_commitment(one), commitment=one)
        for one in Commitment.objects.about(matter.ref).select_related("line").to_customer()
    ]
    context = {
        "brand": matter.brand,
        "case": matter,
        "party": party,
        "token": token,
        "said": list(shown),
        **asking.told_in(matter),
        "promised": promised,
        "purchases": purchases.of(party, at=timezone.now()),
        "making_good": making_good.of(party),
        "form": form,
        "may_reopen": matter.state == CaseState.RESOLVED,
        "is_closed": matter.state == CaseState.CLOSED,
    }
    return render(request, "portal/case.html", context, status=status)
