"""Settings of the organisation and its brands."""

from django.urls import path

from makegood.brands import views

urlpatterns = [
    path("settings/organisation/", views.organisation, name="organisation"),
    path("settings/brands/", views.brands, name="brands"),
    path("settings/brands/new/", views.new_brand, name="brand-new"),
    path("settings/brands/<slug:slug>/", views.brand, name="brand"),
]
