"""The address of one's notices."""

from django.urls import path

from makegood.staff.notices import views

urlpatterns = [path("profile/notices/", views.show, name="profile-notices")]
