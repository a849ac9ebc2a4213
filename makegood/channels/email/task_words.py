"""The words of our mails to contractors, in their language. Nothing of the case stands in them but what a colleague wrote."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from makegood.cases import tokens
from makegood.cases.models import Task, TaskWord
from makegood.channels.email.letters import moment


def link(task: Task) -> str:
    """The address of the contractor's own page; no account needed."""
    return f"{settings.BASE_URL}/t/{tokens.for_task_link(task.key)}"


def letter(word: TaskWord) -> tuple[str, str]:
    """Subject and text of a word of ours."""
    task = word.task
    brand = task.case.brand
    language = task.language if task.language in dict(settings.LANGUAGES) else brand.language
    with translation.override(language):
        context = {
            "word": word,
            "task": task,
            "brand": brand,
            "answer_by": moment(task.answer.due_at, brand.timezone),
            "done_by": moment(task.due.due_at, brand.timezone) if task.due else "",
            "link": link(task),
            "signature": mark_safe(brand.signed_by(language)),  # noqa: S308 - plain text mail
        }
        text = render_to_string("email/task.txt", context).strip() + "\n"
        subject = _("%(what)s [%(ref)s]") % {"what": task.what, "ref": task.ref}
    return " ".join(subject.split()), text
