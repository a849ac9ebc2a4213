"""Addresses of acting on many cases."""

from django.urls import path

from makegood.desk.bulk import views

urlpatterns = [
    path("inbox/<slug:key>/bulk", views.begin, name="inbox-bulk"),
    path("search/bulk", views.begin_found, name="search-bulk"),
    path("bulk/<uuid:key>", views.show, name="bulk"),
    path("bulk/<uuid:key>/undo", views.undo, name="bulk-undo"),
]
