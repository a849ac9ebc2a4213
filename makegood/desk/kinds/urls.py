"""Addresses of kinds."""

from django.urls import path

from makegood.desk.kinds import keeping, public_forms, views

KIND = "settings/kinds/<uuid:key>"

urlpatterns = [
    path("cases/<str:ref>/kind", views.choose, name="case-kind"),
    path("settings/kinds/", keeping.show, name="kinds"),
    path("settings/kinds/new", keeping.edit, name="kind-new"),
    path(KIND, keeping.edit, name="kind"),
    path(f"{KIND}/form", public_forms.edit, name="kind-form"),
    path(f"{KIND}/place", keeping.move, name="kind-place"),
    path(f"{KIND}/retirement", keeping.retire, name="kind-retirement"),
]
