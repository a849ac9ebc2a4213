"""Addresses of the desk."""

from django.urls import path

from makegood.desk.views import (
    acts,
    case,
    explain,
    files_kept,
    following,
    inbox,
    merging,
    promising,
    search,
    templates,
    words,
    writing,
)

CASE = "cases/<str:ref>"
MESSAGE = f"{CASE}/messages/<uuid:key>"

urlpatterns = [
    path("", inbox.first, name="inbox"),
    path("inbox/<slug:key>/", inbox.show, name="inbox-view"),
    path("inbox/<slug:key>/rows", inbox.rows, name="inbox-rows"),
    path("inbox/<slug:key>/views", inbox.views, name="inbox-views"),
    path("search", search.show, name="search"),
    path(CASE, case.show, name="case"),
    path(f"{CASE}/parts", case.parts, name="case-parts"),
    path(f"{CASE}/earlier", case.earlier, name="case-earlier"),
    path(f"{CASE}/promises", promising.promise, name="case-promises"),
    path(f"{CASE}/promises/offered", promising.offered, name="case-promises-offered"),
    path(f"{CASE}/promises/<uuid:key>", explain.show, name="case-promise"),
    path(f"{CASE}/promises/<uuid:key>/keeping", promising.keep, name="promise-keeping"),
    path(f"{CASE}/promises/<uuid:key>/keeping/undo", promising.undo, name="promise-undo"),
    path(f"{CASE}/promises/<uuid:key>/excuse", promising.excuse, name="promise-excuse"),
    path(f"{CASE}/files/<uuid:key>", words.file, name="case-file"),
    path(f"{MESSAGE}/html", words.mail_html, name="message-html"),
    path(f"{MESSAGE}/words", words.whole, name="message-words"),
    path(f"{MESSAGE}/split", acts.split, name="message-split"),
    path(f"{MESSAGE}/move", acts.move, name="message-move"),
    path(f"{CASE}/replies", writing.reply, name="case-replies"),
    path(f"{CASE}/replies/<uuid:key>/undo", writing.undo, name="reply-undo"),
    path(f"{CASE}/notes", writing.note, name="case-notes"),
    path(f"{CASE}/draft", writing.draft, name="case-draft"),
    path(f"{CASE}/draft/files", files_kept.keep, name="case-draft-files"),
    path(f"{CASE}/draft/files/<uuid:key>", files_kept.show, name="case-draft-file"),
    path(f"{CASE}/owner", acts.owner, name="case-owner"),
    path(f"{CASE}/resolution", acts.resolve, name="case-resolution"),
    path(f"{CASE}/reopening", acts.reopen, name="case-reopening"),
    path(f"{CASE}/follow-up", following.follow_up, name="case-follow-up"),
    path(f"{CASE}/confirmation", acts.confirm, name="case-confirmation"),
    path(f"{CASE}/merging", merging.show, name="case-merging"),
    path(f"{CASE}/merging/<uuid:key>/parting", merging.part, name="case-parting"),
    path(f"{CASE}/junk", acts.junk, name="case-junk"),
    path(f"{CASE}/deletion", acts.delete, name="case-deletion"),
    path(f"{CASE}/restoration", acts.restore, name="case-restoration"),
    path(f"{CASE}/block", acts.block, name="case-block"),
    path("settings/templates/", templates.show, name="templates"),
    path("settings/templates/new", templates.edit, name="template-new"),
    path("settings/templates/<uuid:key>", templates.edit, name="template"),
    path("settings/templates/<uuid:key>/deletion", templates.delete, name="template-deletion"),
]
