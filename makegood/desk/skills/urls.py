"""Addresses of skills."""

from django.urls import path

from makegood.desk.skills import views

SKILL = "settings/skills/<uuid:key>"

urlpatterns = [
    path("settings/skills/", views.show, name="skills"),
    path("settings/skills/new", views.edit, name="skill-new"),
    path(SKILL, views.edit, name="skill"),
    path(f"{SKILL}/retirement", views.retire, name="skill-retirement"),
]
