"""Addresses of one customer's page, and of merging."""

from django.urls import path

from makegood.desk.customers import views

urlpatterns = [
    path("customers/<str:ref>", views.show, name="customer"),
    path("customers/<str:ref>/merging", views.merge, name="customer-merging"),
    path("customers/<str:ref>/merging/<uuid:key>/parting", views.part, name="customer-parting"),
]
