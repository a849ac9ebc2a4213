"""Addresses of what a browser needs to install our pages."""

from django.urls import path

from makegood.brands.installing import views

urlpatterns = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("worker.js", views.worker, name="worker"),
    path("offline/<slug:language>.html", views.offline, name="offline"),
]
