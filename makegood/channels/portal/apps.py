from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "makegood.channels.portal"
    label = "portal"
