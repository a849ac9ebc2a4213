"""Addresses of the return rates."""

from django.urls import path

from makegood.recovery.coming_back import views

urlpatterns = [
    path("came-back/", views.show, name="came-back"),
    path("came-back/recoveries", views.behind, name="came-back-behind"),
]
