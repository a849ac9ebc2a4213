"""Words that come in by our own pages."""

import datetime as dt

from makegood.brands.models import Brand
from makegood.cases import actions as cases
from makegood.cases.models import Case, CaseState, Party
from makegood.cases.words import File, Words
from makegood.customers import actions as customers
from makegood.customers.language import language_of
from makegood.events.actions import verb

CHANNEL = "portal"


@verb
def ask(
    *, brand: Brand, text: str, address: str, files: tuple[File, ...], page_language: str, at: dt.datetime
) -> tuple[Case, Party]:
    """Open a case from the public form. An address given here is not proved: it is marked, and gains no rights."""
    language = brand.speaks(language_of(text) or page_language)
    if address:
        customer = customers.find_or_create(address=address, language=language, at=at)
    else:
        customer = customers.meet(language=language, at=at)
    words = Words(text=text, language=language, sender=address.lower(), files=files, authenticated=False)
    case, _message = cases.open_case(brand=brand, customer=customer, subject="", words=words, channel=CHANNEL, at=at)
    # The page they land on says what was promised and by when: that is the greeting.
    cases.acknowledge(case, channel=CHANNEL, at=at)
    return case, case.parties.get(role=Party.Role.CUSTOMER)


@verb
def write(party: Party, *, text: str, files: tuple[File, ...], at: dt.datetime) -> Case:
    """More words from the person with the link; after *closed* they open a case that follows."""
    case = party.case
    words = Words(
        text=text, language=language_of(text) or case.language, sender=party.address,
        sender_name=party.name, files=files, matched_by="link",
    )  # fmt: skip
    customer = party.customer or case.customer
    if case.state == CaseState.CLOSED:
        following, _message = cases.open_case(
            brand=case.brand, customer=customer, subject=case.subject, words=words, channel=CHANNEL, at=at,
            team=case.team, follows=case,
        )  # fmt: skip
        cases.acknowledge(following, channel=CHANNEL, at=at)
        return following
    cases.add_words(case, customer=customer, words=words, channel=CHANNEL, at=at)
    return case
