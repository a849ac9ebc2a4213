"""Addresses of linked cases."""

from django.urls import path

from makegood.desk.links import views

CASE = "cases/<str:ref>/links"

urlpatterns = [
    path(CASE, views.link, name="case-links"),
    path(f"{CASE}/offered", views.offered, name="case-links-offered"),
    path(f"{CASE}/<uuid:key>/removal", views.unlink, name="link-removal"),
]
