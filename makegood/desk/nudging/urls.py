"""Addresses of reminding the customer."""

from django.urls import path

from makegood.desk.nudging import views

CASE = "cases/<str:ref>"

urlpatterns = [
    path(f"{CASE}/nudge", views.ask, name="case-nudge"),
    path(f"{CASE}/nudge/cancelling", views.cancel, name="nudge-cancelling"),
]
