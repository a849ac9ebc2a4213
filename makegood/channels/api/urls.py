"""Address of the programming interface."""

from django.urls import path

from makegood.channels.api.views import api

urlpatterns = [path("api/v1/", api.urls)]
