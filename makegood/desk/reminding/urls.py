"""Addresses of reminders."""

from django.urls import path

from makegood.desk.reminding import views

CASE = "cases/<str:ref>"

urlpatterns = [
    path(f"{CASE}/reminders", views.remind, name="case-reminders"),
    path(f"{CASE}/reminders/<uuid:key>/completion", views.finish, name="reminder-completion"),
]
