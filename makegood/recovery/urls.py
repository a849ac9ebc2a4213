"""Addresses of what we owe."""

from django.urls import path

from makegood.recovery.views import authority, owed

urlpatterns = [
    path("remedies/", owed.show, name="remedies"),
    path("settings/authority/", authority.show, name="authority"),
    path("settings/authority/<uuid:key>/deletion", authority.drop, name="authority-deletion"),
]
