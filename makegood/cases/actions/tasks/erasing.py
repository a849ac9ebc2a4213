"""A customer is erased: what was asked and answered for their cases may hold their words, and goes with them."""

import datetime as dt

from makegood.cases.actions.storing import forget_unshared
from makegood.cases.actions.tasks import rows
from makegood.cases.models import Case, Task, TaskFile, TaskState, TaskWord
from makegood.promises.actions import fulfilling

REASON = "erased"
NOTHING = {"text": "", "quoted": "", "raw": "", "has_files": False}


def erase_of(case: Case, *, by: str, at: dt.datetime) -> None:
    """Part of the verb that closes the case for good. Who was asked, and when, stays; nobody need answer any more."""
    for task in Task.objects.filter(case=case).select_related("answer", "due").order_by("pk"):
        for commitment in filter(None, (task.answer, task.due)):
            fulfilling.call_off(commitment, reason=REASON, by=by, at=at)
        if task.is_open:
            task.state, task.is_open, task.settled_at = TaskState.TAKEN_BACK, False, at
        task.what = task.trouble = ""
        rows.keep(task, "what", "trouble", "state", "is_open", "settled_at")
    files = TaskFile.objects.filter(word__task__case=case)
    digests = list(files.values_list("digest", flat=True))
    files.delete()
    TaskWord.objects.filter(task__case=case).update(**NOTHING)
    forget_unshared(digests)
