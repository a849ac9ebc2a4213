"""Files that go along with what we write to third parties: some of the case's own, ticked, and others."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from makegood.cases import forwarding
from makegood.cases.models import Attachment, Case
from makegood.cases.words import File
from makegood.desk.forms import FilesField, SeveralFilesInput, too_large

MOST_ROWS, MOST_BYTES = 200, 25 * 1024 * 1024


def lost(files: MultiValueDict[str, UploadedFile]) -> str:
    """What is said of files that were picked in a form which is shown once more, as no page can pick them again."""
    names = ", ".join(file.name or "" for file in files.getlist("attachments"))
    return _("Pick these files again, they could not be kept: %(names)s.") % {"names": names} if names else ""


class FilesAlong(forms.Form):
    """Part of a form for a case; `of_case` is there where the case has files."""

    of_case = forms.MultipleChoiceField(
        label=gettext_lazy("Files of the case to send along"), required=False, widget=forms.CheckboxSelectMultiple
    )
    attachments = FilesField(label=gettext_lazy("Other files"), required=False, widget=SeveralFilesInput)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = Attachment.objects.filter(message__case=case, refused="").order_by("-id")[:MOST_ROWS]
        self.kept = {str(one.pk): one for one in kept}
        self.fields["of_case"].choices = [(key, one.name) for key, one in self.kept.items()]  # type: ignore[attr-defined]
        if not self.kept:
            del self.fields["of_case"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        ticked = [self.kept[key] for key in data.get("of_case", ()) if key in self.kept]
        size = sum(one.size for one in ticked) + sum(len(file.content) for file in data.get("attachments", ()))
        if size > MOST_BYTES:
            self.add_error("attachments", too_large())
        data["ticked"] = ticked
        return data

    def tell_lost(self) -> None:
        """Where it is shown once more: which files have to be picked again, at their field."""
        if self.errors and (told := lost(self.files)):
            self.add_error("attachments", told)

    def along(self) -> tuple[File, ...]:
        """Those that were chosen. Raises FileNotFoundError where the bytes of a ticked one are gone."""
        data = self.cleaned_data
        return (*forwarding.read(data["ticked"]), *data["attachments"])
