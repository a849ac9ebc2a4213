"""A customer is erased: what was asked and answered about their cases may hold their words, and goes with them."""

from makegood.cases.actions.storing import forget_unshared
from makegood.cases.models import Case, SideConversation, SideFile, SideWord

NOTHING = {"text": "", "quoted": "", "raw": "", "has_files": False}


def erase_of(case: Case) -> None:
    """Part of the verb that closes the case for good. Who was asked, and when, stays."""
    SideConversation.objects.filter(case=case).update(subject="", trouble="", is_open=False, is_unread=False)
    files = SideFile.objects.filter(word__conversation__case=case)
    digests = list(files.values_list("digest", flat=True))
    files.delete()
    SideWord.objects.filter(conversation__case=case).update(**NOTHING)
    forget_unshared(digests)
