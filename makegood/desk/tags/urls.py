"""Addresses of tags."""

from django.urls import path

from makegood.desk.tags import keeping, views

TAG = "settings/tags/<uuid:key>"

urlpatterns = [
    path("tags/offered", views.offered, name="tags-offered"),
    path("cases/<str:ref>/tags", views.change, name="case-tags"),
    path("settings/tags/", keeping.show, name="tags"),
    path(TAG, keeping.rename, name="tag"),
    path(f"{TAG}/merging", keeping.merge, name="tag-merging"),
    path(f"{TAG}/removal", keeping.remove, name="tag-removal"),
]
