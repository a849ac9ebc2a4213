"""Addresses of replies that leave later."""

from django.urls import path

from makegood.desk.planning import views

urlpatterns = [path("cases/<str:ref>/replies/<uuid:key>/departure", views.depart, name="reply-departure")]
