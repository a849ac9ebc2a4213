"""Addresses of how customers saw it, in figures."""

from django.urls import path

from makegood.feedback import views

urlpatterns = [
    path("feedback/", views.show, name="feedback"),
    path("feedback/cases", views.cases, name="feedback-cases"),
]
