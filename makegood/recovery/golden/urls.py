"""The address of today's golden mistakes."""

from django.urls import path

from makegood.recovery.golden import views

urlpatterns = [path("recoveries/today/", views.show, name="golden")]
