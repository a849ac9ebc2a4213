"""Addresses of the cost of poor quality."""

from django.urls import path

from makegood.quality.views import files, pages, rates

urlpatterns = [
    path("quality/", pages.show, name="quality"),
    path("quality/costs", pages.costs, name="quality-costs"),
    path("quality/cases", pages.cases, name="quality-cases"),
    path("quality/table.csv", files.as_csv, name="quality-table"),
    path("settings/quality/", rates.show, name="quality-rates"),
]
