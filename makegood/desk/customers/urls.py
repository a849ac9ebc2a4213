"""Addresses of one customer's page, of merging, and of blocked senders."""

from django.urls import path

from makegood.desk.customers import blocked, leaving, views

urlpatterns = [
    path("settings/blocked/", blocked.listed, name="blocked-senders"),
    path("customers/<str:ref>", views.show, name="customer"),
    path("customers/<str:ref>/merging", views.merge, name="customer-merging"),
    path("customers/<str:ref>/merging/<uuid:key>/parting", views.part, name="customer-parting"),
    path("customers/<str:ref>/export", leaving.export, name="customer-export"),
    path("customers/<str:ref>/erasure", leaving.erase, name="customer-erasure"),
    path("customers/<str:ref>/unblocking", blocked.unblock, name="customer-unblocking"),
]
