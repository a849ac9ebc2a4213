"""Addresses of naming colleagues."""

from django.urls import path

from makegood.desk.mentioning import views

urlpatterns = [path("colleagues", views.colleagues, name="colleagues")]
