"""Addresses of devices; the page that shows them is that of one's notices."""

from django.urls import path

from makegood.staff.push import renewing, views

DEVICES = "profile/notices/devices"

urlpatterns = [
    path(f"{DEVICES}/", views.add, name="push-devices"),
    path(f"{DEVICES}/again/", renewing.again, name="push-devices-again"),
    path(f"{DEVICES}/renewal/", renewing.renew, name="push-devices-renewal"),
    path(f"{DEVICES}/<uuid:key>/trial/", views.try_out, name="push-device-trial"),
    path(f"{DEVICES}/<uuid:key>/removal/", views.remove, name="push-device-removal"),
]
