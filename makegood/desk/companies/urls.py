"""Addresses of companies."""

from django.urls import path

from makegood.desk.companies import views

urlpatterns = [
    path("companies/", views.listed, name="companies"),
    path("companies/new", views.edit, name="company-new"),
    path("companies/<str:ref>", views.show, name="company"),
    path("companies/<str:ref>/record", views.edit, name="company-record"),
    path("customers/<str:ref>/company", views.place, name="customer-company"),
]
