"""The gallery of components, and the choice of language."""

from django.urls import path
from django.views.i18n import set_language

from makegood.ui import views

urlpatterns = [
    path("ui/", views.gallery, name="gallery"),
    path("ui/language", set_language, name="set-language"),
]
