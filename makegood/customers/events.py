"""What can happen to a customer's record."""

from django.utils.translation import gettext_noop

from makegood.events.registry import event


@event("customer.met", gettext_noop("We heard from this customer for the first time"))
class Met:
    language: str


@event("customer.language_noted", gettext_noop("This customer writes in %(language)s"), quiet=True)
class LanguageNoted:
    language: str


@event("customer.renamed", gettext_noop("%(by)s changed the customer's name"))
class Renamed:
    pass


@event("customer.tone_chosen", gettext_noop("%(by)s changed the form of address of this customer"))
class ToneChosen:
    """`tone`: "formal", "friendly", or "" for the brand's usual one."""

    tone: str


@event("customer.blocked", gettext_noop("%(by)s blocked this customer"))
class Blocked:
    pass


@event("customer.unblocked", gettext_noop("%(by)s unblocked this customer"))
class Unblocked:
    pass


@event("customer.merged", gettext_noop("%(by)s merged %(source)s into this customer"))
class Merged:
    source: str


@event("customer.merged_into", gettext_noop("%(by)s merged this customer into %(into)s"))
class MergedInto:
    into: str


@event("customer.parted", gettext_noop("%(by)s separated this customer from %(other)s again"))
class Parted:
    other: str


@event("customer.erased", gettext_noop("%(by)s erased this customer"))
class Erased:
    pass


@event("customer.emptied", gettext_noop("All that was said with this customer is erased"))
class Emptied:
    """How many cases, messages, files and stored mails were emptied."""

    cases: int
    messages: int
    files: int
    mails: int


@event("customer.exported", gettext_noop("%(by)s exported what we know of this customer"))
class Exported:
    pass
