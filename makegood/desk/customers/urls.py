"""Addresses of one customer's page, and of merging."""

from django.urls import path

from makegood.desk.customers import leaving, views

urlpatterns = [
    path("customers/<str:ref>", views.show, name="customer"),
    path("customers/<str:ref>/merging", views.merge, name="customer-merging"),
    path("customers/<str:ref>/merging/<uuid:key>/parting", views.part, name="customer-parting"),
    path("customers/<str:ref>/export", leaving.export, name="customer-export"),
    path("customers/<str:ref>/erasure", leaving.erase, name="customer-erasure"),
]
