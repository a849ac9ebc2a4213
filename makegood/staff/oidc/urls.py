"""Addresses of signing in with the company's provider."""

from django.urls import path

from makegood.staff.oidc import views

urlpatterns = [
    path("sign-in/oidc/", views.begin, name="oidc"),
    path("sign-in/oidc/callback/", views.callback, name="oidc-callback"),
]
