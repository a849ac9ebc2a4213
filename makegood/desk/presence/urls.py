"""Addresses of presence."""

from django.urls import path

from makegood.desk.presence import views

urlpatterns = [path("cases/<str:ref>/presence", views.presence, name="case-presence")]
