"""What of a case is out of sight for those who may not delete, where only its key is known: its promises."""

from django.db.models import Exists, OuterRef, Q

from makegood.cases.models import Case, Task
from makegood.cases.models.case import is_deleted


def of_deleted(key: str) -> Q:
    """That the column `key` names a case which was deleted, or a task of one."""
    cases = Case.objects.filter(is_deleted(""), ref=OuterRef(key))
    tasks = Task.objects.filter(is_deleted("case__"), ref=OuterRef(key))
    return Q(Exists(cases)) | Q(Exists(tasks))
