"""Addresses of orders in cases, and of sellers."""

from django.urls import path

from makegood.desk.sales import views

urlpatterns = [
    path("cases/<str:ref>/orders", views.note_order, name="case-orders"),
    path("sellers/", views.sellers, name="sellers"),
    path("sellers/<str:ref>", views.seller, name="seller"),
    path("sellers/cases/<str:ref>", views.case, name="sale-case"),
    path("sellers/cases/<str:ref>/notes", views.note, name="sale-notes"),
]
