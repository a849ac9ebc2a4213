"""What a customer may fill in: one field is enough to be heard."""

import secrets
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from makegood.cases.words import File

LONGEST = 100_000
MOST_FILES, MOST_BYTES = 20, 25 * 1024 * 1024


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files up to MOST_FILES, together up to MOST_BYTES. Cleans to a tuple of `File`."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=SeveralFilesInput, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        given: list[UploadedFile] = list(data) if isinstance(data, list | tuple) else [data] if data else []
        if len(given) > MOST_FILES:
            told = ngettext("At most %(most)d file at once.", "At most %(most)d files at once.", MOST_FILES)
            raise forms.ValidationError(told % {"most": MOST_FILES})
        if sum(file.size or 0 for file in given) > MOST_BYTES:
            raise forms.ValidationError(_("These files are larger than 25 MB together. Send fewer, or smaller ones."))
        return tuple(
            File(
                name=(file.name or "file").replace("\\", "/").rsplit("/", 1)[-1],
                content_type=file.content_type or "application/octet-stream",
                content=file.read(),
            )
            for file in given
        )


class OnceForm(forms.Form):
    """A form that knows when it is sent again: by a second press, or by a browser that asks anew; and the clock of whoever
    sends it."""

    once = forms.CharField(
        required=False, max_length=64, widget=forms.HiddenInput, initial=lambda: secrets.token_urlsafe(16)
    )
    # The browser fills it in.
    timezone = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-time-zone": True}))

    def clean_timezone(self) -> str:
        told = str(self.cleaned_data["timezone"])
        return told if told in available_timezones() else ""


class AskForm(OnceForm):
    """The public form. Only the words are needed; an address brings the answer by mail too."""

    words = forms.CharField(
        label=gettext_lazy("What can we do for you?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "autofocus": True}),
    )
    address = forms.EmailField(
        label=gettext_lazy("Your mail address"),
        required=False,
        help_text=gettext_lazy(
            "If you like: then the answer comes by mail too. Without it you read it on a page of your own."
        ),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    attachments = FilesField(label=gettext_lazy("Files"))
    # People leave it empty, as they do not see it; programs that fill in every field do not.
    website = forms.CharField(required=False, widget=forms.HiddenInput)


class WordsForm(OnceForm):
    """More words in a case."""

    words = forms.CharField(
        label=gettext_lazy("Write to us"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5, "data-unmarked": True}),
    )
    attachments = FilesField(label=gettext_lazy("Files"))

    def clean_words(self) -> str:
        return str(self.cleaned_data["words"]).replace("\r\n", "\n")  # browsers end lines as mail does

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self.errors and not (data.get("words") or "").strip() and not data.get("attachments"):
            self.add_error("words", _("Write something, or choose a file."))
        return data
