"""What an administrator fills in to change the list of tags."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.cases.models import LONGEST_TAG, Tag


class NameForm(forms.Form):
    """What a tag is called."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=LONGEST_TAG,
        help_text=gettext_lazy("It is called so on all cases at once."),
    )


class MergeTagForm(forms.Form):
    """Which tag takes its place; cleans to the tag."""

    into = forms.CharField(
        label=gettext_lazy("Merge it into"),
        max_length=LONGEST_TAG,
        help_text=gettext_lazy("The name of the other tag. Cases have that one then, and the old name leads to it."),
        widget=forms.TextInput({"list": "known-tags", "autocomplete": "off"}),
    )

    def clean_into(self) -> Any:
        name = self.cleaned_data["into"]
        found = Tag.objects.called(name)
        if found is None:
            raise forms.ValidationError(_("There is no tag called “%(name)s”.") % {"name": name})
        return found
