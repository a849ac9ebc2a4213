"""Addresses of reports."""

from django.urls import path

from makegood.insight.reports import views

urlpatterns = [
    path("reports/", views.show, name="reports"),
    path("reports/cases", views.cases, name="report-cases"),
    path("reports/table.csv", views.as_csv, name="report-csv"),
    path("reports/table.xlsx", views.as_xlsx, name="report-xlsx"),
]
