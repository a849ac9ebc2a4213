"""Addresses of fields."""

from django.urls import path

from makegood.desk.fields import keeping, views

FIELD = "settings/fields/<uuid:key>"

urlpatterns = [
    path("cases/<str:ref>/fields", views.fill, name="case-fields"),
    path("settings/fields/", keeping.show, name="fields"),
    path("settings/fields/new", keeping.edit, name="field-new"),
    path(FIELD, keeping.edit, name="field"),
    path(f"{FIELD}/place", keeping.move, name="field-place"),
    path(f"{FIELD}/retirement", keeping.retire, name="field-retirement"),
]
