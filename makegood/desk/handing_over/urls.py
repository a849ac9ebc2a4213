"""Addresses of handing a case over."""

from django.urls import path

from makegood.desk.handing_over import views

CASE = "cases/<str:ref>"

urlpatterns = [
    path(f"{CASE}/handover", views.offer, name="case-handover"),
    path(f"{CASE}/handovers/<uuid:key>/acceptance", views.accept, name="handover-acceptance"),
    path(f"{CASE}/handovers/<uuid:key>/refusal", views.decline, name="handover-refusal"),
    path(f"{CASE}/handovers/<uuid:key>/withdrawal", views.take_back, name="handover-withdrawal"),
]
