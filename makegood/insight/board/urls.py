"""Addresses of the board."""

from django.urls import path

from makegood.insight.board import views

urlpatterns = [
    path("board/", views.show, name="board"),
    path("board/part", views.part, name="board-part"),
    path("board/screens/", views.screens, name="screens"),
    path("board/screens/<uuid:key>/revocation", views.revoke, name="screen-revocation"),
    path("wall/<str:token>/", views.wall, name="wall"),
    path("wall/<str:token>/part", views.wall_part, name="wall-part"),
]
