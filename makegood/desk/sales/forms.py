"""What a seller says in a case."""

from django import forms
from django.utils.translation import gettext_lazy as _

from makegood.desk.forms import MOST_LETTERS


class NoteForm(forms.Form):
    """Words for colleagues alone."""

    words = forms.CharField(
        label=_("Your note to whoever is responsible"),
        help_text=_("The customer never sees it."),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
