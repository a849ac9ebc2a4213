"""Addresses of how we see a case."""

from django.urls import path

from makegood.desk.both_sides import views

urlpatterns = [path("cases/<str:ref>/account", views.state, name="case-account")]
