"""Addresses of the customer's own pages."""

from django.urls import path

from makegood.channels.portal import accounts, answers, contractors, views

urlpatterns = [
    path("ask", views.ask, name="ask"),
    path("b/<slug:slug>/ask", views.ask, name="brand-ask"),
    path("b/<slug:slug>/ask/<str:kind>", views.ask, name="brand-ask-kind"),
    path("c/<str:token>", views.case, name="customer-case"),
    path("c/<str:token>/words", views.words, name="customer-words"),
    path("c/<str:token>/solved", views.solved, name="customer-solved"),
    path("c/<str:token>/unsolved", views.unsolved, name="customer-unsolved"),
    path("c/<str:token>/orders/<str:ref>/claim", views.claim, name="customer-claim"),
    path("c/<str:token>/account", accounts.account, name="customer-account"),
    path("c/<str:token>/understood", answers.understood, name="customer-understood"),
    path("c/<str:token>/well-again", answers.well_again, name="customer-well-again"),
    path("c/<str:token>/files/<uuid:key>", views.file, name="customer-file"),
    path("t/<str:token>", contractors.show, name="contractor-task"),
    path("t/<str:token>/answer", contractors.answer, name="contractor-answer"),
    path("t/<str:token>/completion", contractors.finish, name="contractor-completion"),
    path("t/<str:token>/refusal", contractors.decline, name="contractor-refusal"),
    path("t/<str:token>/files/<uuid:key>", contractors.file, name="contractor-file"),
]
