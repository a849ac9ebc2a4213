"""What is filled in to forward a message."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from makegood.cases import forwarding
from makegood.cases.models import Message
from makegood.cases.words import Words
from makegood.desk.forms import MOST_LETTERS
from makegood.desk.side_conversations.forms import StartForm


class ForwardForm(StartForm):
    """To whom, own words above, the message as they will read it, and which files go along: its own are ticked."""

    field_order = ("address", "subject", "words", "quoted", "of_case", "attachments")
    words = forms.CharField(
        label=gettext_lazy("Your words"),
        required=False,
        max_length=MOST_LETTERS,
        widget=forms.Textarea({"rows": 4}),
        help_text=gettext_lazy("They stand above the message."),
    )
    quoted = forms.CharField(
        label=gettext_lazy("The message"),
        max_length=MOST_LETTERS,
        strip=False,
        widget=forms.Textarea({"rows": 10, "dir": "auto"}),
        help_text=gettext_lazy("They read it as it stands here: take out what is none of their business."),
    )

    def __init__(self, *args: Any, message: Message, **kwargs: Any) -> None:
        own = [str(one.pk) for one in forwarding.files(message)]
        filled = {"subject": forwarding.subject(message), "quoted": forwarding.quoted(message), "of_case": own}
        super().__init__(*args, case=message.case, initial=filled, **kwargs)

    def said(self) -> Words:
        """As words of ours. Raises FileNotFoundError where the bytes of a ticked file are gone."""
        words, quoted = (self.cleaned_data[name].replace("\r\n", "\n") for name in ("words", "quoted"))
        return Words(text=words, quoted=quoted.strip(), files=self.along())
