"""Addresses of the promises: the public charter, and where it is written."""

from django.urls import path

from makegood.promises import views, writing

urlpatterns = [
    path("charter", views.charter, name="charter"),
    path("b/<slug:slug>/charter", views.charter, name="brand-charter"),
    path("settings/charter/", writing.choose, name="charter-settings"),
    path("settings/charter/<slug:slug>/", writing.write, name="charter-write"),
]
