"""Addresses of what is granted and given in a case."""

from django.urls import path

from makegood.desk.making_good import views

CASE = "cases/<str:ref>"

urlpatterns = [
    path(f"{CASE}/remedies", views.grant, name="case-remedies"),
    path(f"{CASE}/remedies/<uuid:key>/giving", views.given, name="remedy-given"),
    path(f"{CASE}/remedies/<uuid:key>/refusal", views.refused, name="remedy-refused"),
    path(f"{CASE}/remedies/<uuid:key>/letter", views.send_again, name="remedy-letter"),
    path(f"{CASE}/remedies/<uuid:key>/refund", views.ask_again, name="refund-again"),
    path(f"{CASE}/asks/<str:asked>/answer", views.answer, name="ask-answer"),
]
