"""Words that come in by our own pages. A form is taken once, however often it is sent."""

import dataclasses
import datetime as dt
import hashlib

from django.db import IntegrityError
from django.utils.translation import get_language

from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases.actions import public_forms
from makegood.cases.actions.public_forms import Told
from makegood.cases.models import CaseState, Claim, Party
from makegood.cases.words import File, Words
from makegood.channels.portal.models import Sending
from makegood.channels.portal.proving import CHANNEL, is_proved
from makegood.channels.portal.purchases import Purchase
from makegood.customers import actions as customers
from makegood.customers.language import language_of
from makegood.events.actions import verb

REMEMBERED = dt.timedelta(days=2)


def ask(
    *,
    brand: Brand,
    text: str,
    address: str,
    files: tuple[File, ...],
    page_language: str,
    timezone: str = "",
    told: Told | None = None,
    once: str,
    at: dt.datetime,
) -> Party:
    """Open a case from the public form, or from that of a kind (`told`); gives the party whose link opens its page.
    `once`: the form's own key.

    An address given here is not proved: it is marked, gains no rights, and changes nothing of a customer whom we know.
    """
    mark = _mark(once, brand.slug, text, address, files, told)
    words = Words(text=text, sender=address.lower(), files=files, authenticated=False)
    try:
        return _ask(
            brand=brand, words=words, page_language=page_language, timezone=timezone, told=told, mark=mark, at=at
        )
    except IntegrityError:
        # The same form at the same moment, by another process: it has written, so its case is the answer.
        earlier = _earlier(mark)
        if earlier is None:
            raise
        return earlier


def write(party: Party, *, text: str, files: tuple[File, ...], timezone: str = "", once: str, at: dt.datetime) -> Party:
    """More words from the person with the link; after *closed* they open a case that follows, whose party is given."""
    mark = _mark(once, party.key, text, "", files)
    try:
        return _write(party, text=text, files=files, timezone=timezone, mark=mark, at=at)
    except IntegrityError:
        earlier = _earlier(mark)
        if earlier is None:
            raise
        return earlier


def claim(party: Party, purchase: Purchase, *, at: dt.datetime) -> Claim:
    """Hold us to what was promised at the sale, once for each difference. ValueError where there is none."""
    if purchase.difference is None:
        raise ValueError("there is nothing to claim")
    language = get_language() or party.case.language
    words = Words(
        text=purchase.words, language=language, sender=party.address, sender_name=party.name, matched_by=cases.CLAIM
    )
    try:
        return cases.claim(
            purchase.order, difference=purchase.difference, case=party.case, subject=purchase.subject, words=words,
            channel=CHANNEL, at=at,
        )  # fmt: skip
    except IntegrityError:
        # Claimed in the same moment from another of the customer's cases.
        return Claim.objects.select_related("case").get(order=purchase.order, difference=purchase.difference)


@verb
def forget_old_sendings(*, at: dt.datetime) -> int:
    """Forget after two days which forms were sent; how many."""
    return Sending.objects.filter(at__lt=at - REMEMBERED).delete()[0]


@verb
def _ask(
    *,
    brand: Brand,
    words: Words,
    page_language: str,
    timezone: str,
    told: Told | None,
    mark: str,
    at: dt.datetime,
) -> Party:
    earlier = _earlier(mark)
    if earlier is not None:
        return earlier
    language = brand.speaks(language_of(words.text) or page_language)
    words = dataclasses.replace(words, language=language)
    if words.sender:
        customer = customers.find_or_create(address=words.sender, language=language, timezone=timezone, at=at)
    else:
        customer = customers.meet(language=language, timezone=timezone, at=at)
    case, _message = cases.open_case(brand=brand, customer=customer, subject="", words=words, channel=CHANNEL, at=at)
    if told is not None:
        public_forms.take_in(case, told, at=at)
    # The page they land on says what was promised and by when: that is the greeting.
    cases.acknowledge(case, channel=CHANNEL, at=at)
    return _remember(mark, case.parties.get(role=Party.Role.CUSTOMER), at)


@verb
def _write(party: Party, *, text: str, files: tuple[File, ...], timezone: str, mark: str, at: dt.datetime) -> Party:
    earlier = _earlier(mark)
    if earlier is not None:
        return earlier
    case = party.case
    words = Words(
        text=text, language=language_of(text) or case.language, sender=party.address,
        sender_name=party.name, files=files, matched_by="link", authenticated=is_proved(case),
    )  # fmt: skip
    customer = party.customer or case.customer
    customers.note_timezone(customer, timezone=timezone)
    if case.state == CaseState.CLOSED:
        following, _message = cases.open_case(
            brand=case.brand, customer=customer, subject=case.subject, words=words, channel=CHANNEL, at=at,
            team=case.team, follows=case,
        )  # fmt: skip
        cases.acknowledge(following, channel=CHANNEL, at=at)
        return _remember(mark, following.parties.get(role=Party.Role.CUSTOMER), at)
    cases.add_words(case, customer=customer, words=words, channel=CHANNEL, at=at)
    return _remember(mark, party, at)


def _mark(once: str, to: str, text: str, address: str, files: tuple[File, ...], told: Told | None = None) -> str:
    """What tells a form sent twice from one that was changed and sent again. Empty: the form had no key."""
    if not once:
        return ""
    digest = hashlib.sha256("\0".join((once, to, text, address)).encode())
    if told is not None:
        digest.update(f"\0{told.kind.pk}\0{[(field.slug, held) for field, held in told.filled]}".encode())
    for file in files:
        digest.update(b"\0" + file.name.encode("utf-8", "replace") + hashlib.sha256(file.content).digest())
    return digest.hexdigest()


def _earlier(mark: str) -> Party | None:
    sent = Sending.objects.filter(digest=mark).select_related("party__case").first() if mark else None
    return sent.party if sent else None


def _remember(mark: str, party: Party, at: dt.datetime) -> Party:
    if mark:
        Sending(digest=mark, party=party, at=at).save(force_insert=True)
    return party
