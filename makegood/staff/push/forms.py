"""What a browser tells of itself, to be pushed to."""

from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from django import forms

from makegood.staff.push import vapid


class DeviceForm(forms.Form):
    """Filled in by the script; whatever a person puts there instead is refused, or reaches nobody."""

    endpoint = forms.CharField(widget=forms.HiddenInput, max_length=1000)
    p256dh = forms.CharField(widget=forms.HiddenInput, max_length=120)
    auth = forms.CharField(widget=forms.HiddenInput, max_length=40)

    def clean_endpoint(self) -> str:
        told = str(self.cleaned_data["endpoint"])
        try:
            parts = urlsplit(told)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        if parts.scheme not in ("https", "http") or not parts.hostname or not told.isascii():
            raise forms.ValidationError("no address")
        return told

    def clean_p256dh(self) -> str:
        told = str(self.cleaned_data["p256dh"])
        try:
            ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), vapid.plain(told))
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        return told

    def clean_auth(self) -> str:
        told = str(self.cleaned_data["auth"])
        try:
            if len(vapid.plain(told)) != 16:
                raise forms.ValidationError("not 16 bytes")
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error
        return told


class RenewalForm(DeviceForm):
    """The same of a device that was told before, by the address it had; "": nobody knows which."""

    before = forms.CharField(max_length=1000, required=False)

    def clean_before(self) -> str:
        before = str(self.cleaned_data["before"])
        if not before.isascii():
            raise forms.ValidationError("no address")
        return before
