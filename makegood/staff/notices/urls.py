"""Addresses of one's notices, and of how one wants to be told."""

from django.urls import path

from makegood.staff.notices import listing, views

urlpatterns = [
    path("profile/notices/", views.show, name="profile-notices"),
    path("told/", listing.show, name="told"),
    path("told/rows", listing.rows, name="told-rows"),
    path("told/unread", listing.unread, name="told-unread"),
    path("told/reading", listing.read_all, name="told-reading-all"),
    path("told/<uuid:key>/reading", listing.read_one, name="told-reading"),
]
