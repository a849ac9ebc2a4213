"""Addresses of orders in cases, and of sellers."""

from django.urls import path

from makegood.desk.sales import views

urlpatterns = [
    path("cases/<str:ref>/orders", views.note_order, name="case-orders"),
]
