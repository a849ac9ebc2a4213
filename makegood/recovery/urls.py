"""Addresses of what we owe."""

from django.urls import path

from makegood.recovery.views import authority, cashiers, owed

urlpatterns = [
    path("remedies/", owed.show, name="remedies"),
    path("refunds/told/<uuid:key>", cashiers.hear, name="refund-told"),
    path("settings/refunds/", cashiers.show, name="cashiers"),
    path("settings/refunds/new", cashiers.edit, name="cashier-new"),
    path("settings/refunds/<uuid:key>", cashiers.edit, name="cashier"),
    path("settings/authority/", authority.show, name="authority"),
    path("settings/authority/<uuid:key>/deletion", authority.drop, name="authority-deletion"),
]
