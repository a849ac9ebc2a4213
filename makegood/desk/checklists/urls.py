"""Addresses of checklists and playbooks."""

from django.urls import path

from makegood.desk.checklists import keeping, views

CASE = "cases/<str:ref>"

urlpatterns = [
    path(f"{CASE}/playbooks", views.offered, name="case-playbooks"),
    path(f"{CASE}/playbooks/<uuid:key>/start", views.start, name="playbook-start"),
    path(f"{CASE}/steps/<uuid:key>", views.tick, name="step-ticking"),
    path(f"{CASE}/steps/<uuid:key>/omission", views.leave_out, name="step-omission"),
    path(f"{CASE}/checklists/<uuid:key>/removal", views.remove, name="checklist-removal"),
    path("settings/playbooks/", keeping.show, name="playbooks"),
    path("settings/playbooks/new", keeping.edit, name="playbook-new"),
    path("settings/playbooks/<uuid:key>", keeping.edit, name="playbook"),
    path("settings/playbooks/<uuid:key>/tasks", keeping.delegate, name="playbook-tasks"),
]
