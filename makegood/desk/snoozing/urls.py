"""Addresses of snoozing."""

from django.urls import path

from makegood.desk.snoozing import views

CASE = "cases/<str:ref>"

urlpatterns = [
    path(f"{CASE}/snooze", views.snooze, name="case-snooze"),
    path(f"{CASE}/snooze/choices", views.choices, name="case-snooze-choices"),
    path(f"{CASE}/awakening", views.wake, name="case-awakening"),
    path(f"{CASE}/time", views.understood, name="case-time"),
]
