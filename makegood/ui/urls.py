"""The gallery of components, what stands above every page, and the choice of language."""

from django.urls import path
from django.views.i18n import set_language

from makegood.ui import views

urlpatterns = [
    path("ui/", views.gallery, name="gallery"),
    path("ui/case", views.whole_page, {"name": "case"}, name="gallery-case"),
    path("ui/charter", views.whole_page, {"name": "charter"}, name="gallery-charter"),
    path("notices", views.notices, name="notices"),
    path("ui/language", set_language, name="set-language"),
]
