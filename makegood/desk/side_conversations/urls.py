"""Addresses of side conversations."""

from django.urls import path

from makegood.desk.side_conversations import views

CASE = "cases/<str:ref>/side-conversations"
ONE = f"{CASE}/<uuid:key>"

urlpatterns = [
    path(f"{CASE}/new", views.start, name="case-side-new"),
    path(f"{CASE}/files/<uuid:key>", views.file, name="side-file"),
    path(f"{ONE}/words", views.write, name="side-words"),
    path(f"{ONE}/reading", views.read, name="side-reading"),
    path(f"{ONE}/closing", views.close, name="side-closing"),
]
