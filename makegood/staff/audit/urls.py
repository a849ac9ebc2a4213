"""Addresses of the audit page."""

from django.urls import path

from makegood.staff.audit import views

urlpatterns = [
    path("settings/audit/", views.show, name="audit"),
    path("settings/audit/exports/", views.export, name="audit-exports"),
]
