"""What is filled in to start a side conversation."""

from django import forms
from django.utils.translation import gettext_lazy

from makegood.cases.words import Words
from makegood.desk.files_along import FilesAlong

MOST_LETTERS = 50_000


class StartForm(FilesAlong):
    """To whom, about what, the words, and which files go along."""

    field_order: tuple[str, ...] = ("address", "subject", "words", "of_case", "attachments")
    address = forms.EmailField(
        label=gettext_lazy("Mail address"), max_length=320, widget=forms.EmailInput({"autocomplete": "off"})
    )
    subject = forms.CharField(label=gettext_lazy("Subject"), max_length=300)
    words = forms.CharField(
        label=gettext_lazy("Your words"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea({"rows": 8}),
        help_text=gettext_lazy("They read this, and nothing else of the case: the customer’s name and address only if you write them."),
    )  # fmt: skip

    def said(self) -> Words:
        """As words of ours. Raises FileNotFoundError where the bytes of a ticked file are gone."""
        return Words(text=self.cleaned_data["words"].replace("\r\n", "\n"), files=self.along())
