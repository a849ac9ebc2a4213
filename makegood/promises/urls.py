"""Addresses of the promises: the public charter, where it is written, and breaks that wait."""

from django.urls import path

from makegood.promises import figures, held, ledger, views, writing

urlpatterns = [
    path("charter", views.charter, name="charter"),
    path("b/<slug:slug>/charter", views.charter, name="brand-charter"),
    path("charter.json", figures.as_json, name="charter-json"),
    path("b/<slug:slug>/charter.json", figures.as_json, name="brand-charter-json"),
    path("badge.svg", figures.as_badge, name="charter-badge"),
    path("b/<slug:slug>/badge.svg", figures.as_badge, name="brand-charter-badge"),
    path("ledger/", ledger.show, name="ledger"),
    path("ledger/ledger.csv", ledger.as_csv, name="ledger-csv"),
    path("ledger/ledger.xlsx", ledger.as_xlsx, name="ledger-xlsx"),
    path("promises/held/", held.show, name="held"),
    path("promises/held/<uuid:key>/release", held.release, name="held-release"),
    path("promises/held/<uuid:key>/excuse", held.excuse, name="held-excuse"),
    path("settings/charter/", writing.choose, name="charter-settings"),
    path("settings/charter/<slug:slug>/", writing.write, name="charter-write"),
]
