"""Addresses of the mail settings."""

from django.urls import path

from makegood.channels.email.views import mailboxes, parked, pushed

MAIL = "settings/mail"

urlpatterns = [
    path("mail/in/<str:token>", pushed.take, name="mail-pushed"),
    path("mail/in/<str:token>/mime", pushed.take, name="mail-pushed-mime"),  # how Mailgun knows to send it raw
    path(f"{MAIL}/", mailboxes.show, name="mailboxes"),
    path(f"{MAIL}/new", mailboxes.edit, name="mailbox-new"),
    path(f"{MAIL}/parked/", parked.show, name="parked"),
    path(f"{MAIL}/parked/<uuid:key>", parked.one, name="parked-one"),
    path(f"{MAIL}/parked/<uuid:key>/raw", parked.download, name="parked-raw"),
    path(f"{MAIL}/parked/<uuid:key>/replay", parked.replay, name="parked-replay"),
    path(f"{MAIL}/parked/<uuid:key>/discard", parked.discard, name="parked-discard"),
    path(f"{MAIL}/<uuid:key>", mailboxes.edit, name="mailbox"),
    path(f"{MAIL}/<uuid:key>/test", mailboxes.test, name="mailbox-test"),
    path(f"{MAIL}/<uuid:key>/push-address", mailboxes.renew, name="mailbox-push-address"),
    path(f"{MAIL}/<uuid:key>/closing", mailboxes.close, name="mailbox-close"),
    path(f"{MAIL}/<uuid:key>/reopening", mailboxes.reopening, name="mailbox-reopening"),
]
