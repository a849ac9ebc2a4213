"""The reasons that the ledger and the log keep as codes, in words."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "automatic": _("it was written by a machine"),
    "bulk": _("it was sent to many"),
    "null-sender": _("it has no return address"),
    "role-address": _("its address answers nobody"),
    "forged": _("its sender is forged"),
    "address-fails": _("mail to this address comes back"),
    "no-address": _("there is no address"),
    "brand-does-not-greet": _("this brand sends no greetings"),
    "limit-address": _("this address has had enough greetings this hour"),
    "limit-domain": _("this domain has had enough greetings this hour"),
    "limit-all": _("too many greetings have left this hour"),
    "not-solved": _("it is not solved"),
    "their-words": _("what the customer wrote shows that it is not solved"),
    "junk": _("it is junk"),
    "erased": _("the customer was erased"),
    "cancelled": _("the order was cancelled"),
    "deleted": _("it was deleted"),
    "bounce": _("it came back"),
    "unsent": _("it stayed unsent for an hour"),
    "refused": _("the server refused it"),
    "file-refused": _("the virus scanner refused one of its files"),
    "no-mailbox": _("its brand has no mailbox in use"),
    "taken-back": _("it was not done after all"),
    "agreed-otherwise": _("something else was agreed"),
    "not-needed": _("the customer no longer needs it"),
    "not-reached": _("the customer could not be reached"),
    "mistaken": _("it was written down by mistake"),
    "other": _("another reason"),
    "kept-after-all": _("the promise was kept after all"),
    "not-wanted": _("the customer did not want it"),
    "offer-back": _("the case is not offered any more"),
    "given": _("somebody else has the case now"),
    "offered-anew": _("the case was offered to somebody else"),
    "merged": _("the case was merged into another"),
    "closed": _("the case was closed"),
    "snooze-over": _("its time has come"),
    "snooze-promise": _("a promise is due soon"),
    "snooze-words": _("the customer wrote"),
    "snooze-failed": _("a reply did not arrive"),
    "snooze-answered": _("a task was answered"),
    "snooze-side": _("a side conversation was answered"),
    "snooze-side-failed": _("a mail of a side conversation did not arrive"),
    "snooze-merged": _("another case was merged into it"),
    "parent-resolved": _("its parent case was resolved"),
    "promise-gone-by": _("what it promises would have been due before"),
    "shelved": _("nobody works on the case"),
    "task-withdrawn": _("the task was taken back"),
    "task-declined": _("the task was declined"),
}


def told(code: str) -> str:
    """A reason code in words; one that is not listed is shown as it is."""
    return str(WORDS.get(code, code))
