"""Addresses of passkeys."""

from django.urls import path

from makegood.staff.passkeys import entering, own

urlpatterns = [
    path("sign-in/passkey/", entering.sign_in, name="sign-in-passkey"),
    path("sign-in/passkey/options/", entering.options, name="sign-in-passkey-options"),
    path("profile/passkeys/", own.show, name="profile-passkeys"),
    path("profile/passkeys/options/", own.options, name="profile-passkey-options"),
    path("profile/passkeys/<uuid:key>/removal/", own.remove, name="profile-passkey-removal"),
]
