"""Addresses of winning customers back."""

from django.urls import path

from makegood.recovery.winning_back import causes, recoveries, rules

ONE = "recoveries/<str:ref>"

urlpatterns = [
    path("recoveries/", recoveries.show, name="recoveries"),
    path(ONE, recoveries.one, name="recovery"),
    path(f"{ONE}/steps/<slug:step>", recoveries.step, name="recovery-step"),
    path(f"{ONE}/steps/<slug:step>/undo", recoveries.undo, name="recovery-step-undo"),
    path(f"{ONE}/end", recoveries.end, name="recovery-end"),
    path(f"{ONE}/resumption", recoveries.resume, name="recovery-resumption"),
    path("cases/<str:ref>/recovery", recoveries.open_by_hand, name="recovery-opening"),
    path("cases/<str:ref>/hints/<uuid:key>", recoveries.judge, name="complaint-hint"),
    path("settings/recovery/", rules.show, name="recovery-settings"),
    path("settings/causes/", causes.show, name="causes"),
    path("settings/causes/<uuid:key>/name", causes.rename, name="cause-name"),
    path("settings/causes/<uuid:key>/retirement", causes.retire, name="cause-retirement"),
]
