"""The first visit."""

from django.urls import path

from makegood.welcome import views

urlpatterns = [
    path("welcome", views.welcome, name="welcome"),
    path("welcome/code", views.enter_code, name="welcome-code"),
    path("welcome/demo", views.demo, name="welcome-demo"),
]
