"""Addresses of the second factor."""

from django.urls import path

from makegood.staff.second_factor import confirming, entering, others, own

urlpatterns = [
    path("sign-in/code/", entering.code, name="sign-in-code"),
    path("sign-in/recovery-code/", entering.recovery_code, name="sign-in-recovery-code"),
    path("profile/confirmation/", confirming.confirm, name="profile-confirmation"),
    path("profile/second-factor/", own.show, name="profile-second-factor"),
    path("profile/second-factor/removal/", own.remove, name="profile-second-factor-removal"),
    path("profile/second-factor/recovery-codes/", own.renew, name="profile-recovery-codes"),
    path("settings/signing-in/", others.requirement, name="signing-in"),
    path("settings/staff/<str:ref>/second-factor/removal/", others.remove, name="staff-second-factor-removal"),
]
