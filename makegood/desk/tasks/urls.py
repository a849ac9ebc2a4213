"""Addresses of tasks, and of those to whom they are given."""

from django.urls import path

from makegood.desk.tasks import contractors, views

CASE = "cases/<str:ref>/tasks"
TASK = f"{CASE}/<uuid:key>"

urlpatterns = [
    path("tasks/", views.listed, name="tasks"),
    path(f"{CASE}/new", views.give, name="case-task-new"),
    path(f"{CASE}/files/<uuid:key>", views.file, name="task-file"),
    path(f"{TASK}/words", views.tell, name="task-words"),
    path(f"{TASK}/taking", views.accept, name="task-taking"),
    path(f"{TASK}/answer", views.answer, name="task-answer"),
    path(f"{TASK}/completion", views.finish, name="task-completion"),
    path(f"{TASK}/refusal", views.decline, name="task-refusal"),
    path(f"{TASK}/withdrawal", views.take_back, name="task-withdrawal"),
    path("settings/contractors/", contractors.show, name="contractors"),
    path("settings/contractors/new", contractors.edit, name="contractor-new"),
    path("settings/contractors/<uuid:key>", contractors.edit, name="contractor"),
]
