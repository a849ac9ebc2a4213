"""Addresses of the time report."""

from django.urls import path

from makegood.insight.hours import views

urlpatterns = [
    path("reports/time/", views.show, name="report-time"),
    path("reports/time/entries", views.entries, name="report-time-entries"),
    path("reports/time/entries.csv", views.as_csv, name="report-time-csv"),
]
