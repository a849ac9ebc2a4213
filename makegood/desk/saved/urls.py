"""Addresses of saved views; what one holds stands in the inbox, beside the standing views."""

from django.urls import path

from makegood.desk.saved import views

VIEW = "views/<uuid:key>"

urlpatterns = [
    path("views/", views.show, name="saved-views"),
    path("views/new", views.edit, name="saved-view-new"),
    path(VIEW, views.edit, name="saved-view"),
    path(f"{VIEW}/place", views.move, name="saved-view-place"),
    path(f"{VIEW}/deletion", views.delete, name="saved-view-deletion"),
]
