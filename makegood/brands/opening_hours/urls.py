"""Calendars: their list, one, its versions and its name."""

from django.urls import path

from makegood.brands.opening_hours import views

urlpatterns = [
    path("settings/calendars/", views.calendars, name="calendars"),
    path("settings/calendars/new/", views.new_calendar, name="calendar-new"),
    path("settings/calendars/<uuid:key>/", views.calendar, name="calendar"),
    path("settings/calendars/<uuid:key>/versions/", views.versions, name="calendar-versions"),
    path("settings/calendars/<uuid:key>/name/", views.name, name="calendar-name"),
]
