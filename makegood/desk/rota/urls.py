"""Addresses of the duty rota."""

from django.urls import path

from makegood.desk.rota import views

urlpatterns = [
    path("rota/", views.show, name="rota"),
    path("rota/absences/", views.note_absence, name="absences"),
    path("rota/absences/<uuid:key>/removal", views.remove_absence, name="absence-removal"),
    path("rota/<uuid:key>", views.team, name="rota-team"),
]
