"""Addresses of time worked on a case."""

from django.urls import path

from makegood.desk.hours import views

CASE = "cases/<str:ref>"

urlpatterns = [
    path(f"{CASE}/timer", views.start, name="case-timer"),
    path(f"{CASE}/timer/stopping", views.stop, name="timer-stopping"),
    path(f"{CASE}/hours", views.note, name="case-hours"),
    path(f"{CASE}/hours/<uuid:key>", views.entry, name="time-entry"),
    path(f"{CASE}/hours/<uuid:key>/removal", views.remove, name="time-entry-removal"),
]
