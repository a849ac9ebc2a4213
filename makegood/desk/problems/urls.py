"""Addresses of known problems."""

from django.urls import path

from makegood.desk.problems import telling, views

PROBLEM = "problems/<str:ref>"

urlpatterns = [
    path("problems/", views.listed, name="problems"),
    path("problems/new", views.write, name="problem-new"),
    path("problems/offered", views.offered, name="problems-offered"),
    path(PROBLEM, views.show, name="problem"),
    path(f"{PROBLEM}/description", views.change, name="problem-description"),
    path(f"{PROBLEM}/telling", telling.write, name="problem-telling"),
    path("cases/<str:ref>/problem", views.tie, name="case-problem"),
]
