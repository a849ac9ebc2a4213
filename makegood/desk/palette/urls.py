"""The address of what the command palette offers."""

from django.urls import path

from makegood.desk.palette import views

urlpatterns = [path("palette", views.show, name="palette")]
