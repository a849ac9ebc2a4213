"""Addresses of one customer's page, of merging, and of blocked senders."""

from django.urls import path

from makegood.desk.customers import about, blocked, leaving, views

urlpatterns = [
    path("settings/blocked/", blocked.listed, name="blocked-senders"),
    path("customers/<str:ref>", views.show, name="customer"),
    path("customers/<str:ref>/merging", views.merge, name="customer-merging"),
    path("customers/<str:ref>/merging/<uuid:key>/parting", views.part, name="customer-parting"),
    path("customers/<str:ref>/notes", about.write, name="customer-notes"),
    path("customers/<str:ref>/notes/<uuid:key>", about.change, name="customer-note"),
    path("customers/<str:ref>/notes/<uuid:key>/removal", about.remove, name="customer-note-removal"),
    path("customers/<str:ref>/consents", about.consent, name="customer-consents"),
    path("customers/<str:ref>/tone", about.tone, name="customer-tone"),
    path("customers/<str:ref>/export", leaving.export, name="customer-export"),
    path("customers/<str:ref>/erasure", leaving.erase, name="customer-erasure"),
    path("customers/<str:ref>/unblocking", blocked.unblock, name="customer-unblocking"),
]
