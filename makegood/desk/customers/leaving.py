"""What a customer may ask for by law: all that we hold of them as a file, and to be forgotten."""

import tempfile
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from makegood.cases.models import Attachment, Case, Message
from makegood.cases.seeing import find_or_404
from makegood.customers import actions as customers
from makegood.customers.models import Customer
from makegood.desk.customers import exporting
from makegood.orders.models import Order
from makegood.promises.models import Commitment
from makegood.recovery.leaving import hindrance
from makegood.recovery.models import Remedy
from makegood.staff.permissions import ERASE_CUSTOMERS, person, requires


class ErasureForm(forms.Form):
    """The customer's name, typed once more, so that nobody is erased by a slip."""

    name = forms.CharField(max_length=320)

    def __init__(self, data: Any, *, customer: Customer) -> None:
        super().__init__(data)
        self.customer = customer
        self.fields["name"].label = _("To be sure, type their name: %(name)s") % {"name": customer}
        self.fields["name"].widget.attrs["autocomplete"] = "off"

    def clean_name(self) -> str:
        """Their name as it stands above; letters' case and further blanks do not matter."""
        typed = " ".join(str(self.cleaned_data["name"]).split())
        if typed.casefold() != " ".join(str(self.customer).split()).casefold():
            raise ValidationError(_("That is not their name as it stands here."))
        return typed


@require_http_methods(["GET", "HEAD", "POST"])
@requires(ERASE_CUSTOMERS)
def erase(request: HttpRequest, ref: str) -> HttpResponse:
    """Read what will go and what will stay; POST: they are erased."""
    user = person(request)
    customer = find_or_404(user, ref)
    if customer.erased_at is not None:
        return redirect("customer", ref=customer.ref)
    trouble = hindrance(customer)
    form = ErasureForm(request.POST if request.method == "POST" else None, customer=customer)
    if request.method == "POST" and not trouble and form.is_valid():
        customers.erase(customer, by=user, at=timezone.now())
        messages.success(request, _("This customer is erased. What was said goes in the next minutes."))
        return redirect("customer", ref=customer.ref)
    context = {"customer": customer, "form": form, "trouble": trouble} | _going(customer)
    return render(request, "desk/customer_erasure.html", context, status=422 if request.method == "POST" else 200)


@require_POST
@requires(ERASE_CUSTOMERS)
def export(request: HttpRequest, ref: str) -> HttpResponse | FileResponse:
    """A ZIP of all that we hold of them; the log says who took it."""
    user = person(request)
    customer = find_or_404(user, ref)
    # Not in memory, as it may be as large as all their attachments; gone when it is closed, after it was sent.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    exporting.write(customer, file)
    file.seek(0)
    customers.note_export(customer, by=user, at=timezone.now())
    return FileResponse(file, as_attachment=True, filename=f"{customer.ref}.zip", content_type="application/zip")


def _going(customer: Customer) -> dict[str, Any]:
    """How much will go, and how much stays without a word in it."""
    known = Customer.objects.part_of(customer).values("pk")
    said = Message.objects.filter(case__customer=customer)
    return {
        "cases": Case.objects.filter(customer=customer).count(),
        "running": Case.objects.filter(customer=customer).unfinished().count(),
        "said": said.count(),
        "files": Attachment.objects.filter(message__case__customer=customer).count(),
        "orders": Order.objects.filter(customer=customer).count(),
        "promises": Commitment.objects.filter(customer__in=known).count(),
        "remedies": Remedy.objects.owed().filter(customer=customer).count(),
    }
