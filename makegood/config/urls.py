"""All addresses: each app brings its own."""

from django.urls import URLPattern, URLResolver, include, path

from makegood.config import health

APPS_WITH_PAGES: list[str] = [
    "ui",
    "staff",
    "staff.second_factor",
    "staff.passkeys",
    "staff.notices",
    "staff.push",
    "staff.audit",
    "staff.oidc",
    "desk",
    "desk.making_good",
    "desk.handing_over",
    "desk.both_sides",
    "desk.snoozing",
    "desk.nudging",
    "desk.reminding",
    "desk.hours",
    "desk.mentioning",
    "desk.planning",
    "desk.presence",
    "desk.sales",
    "desk.customers",
    "desk.companies",
    "desk.side_conversations",
    "desk.forwarding",
    "desk.tasks",
    "desk.rota",
    "desk.tags",
    "desk.kinds",
    "desk.skills",
    "desk.links",
    "desk.problems",
    "desk.checklists",
    "desk.fields",
    "desk.bulk",
    "desk.saved",
    "desk.palette",
    "recovery",
    "recovery.winning_back",
    "recovery.coming_back",
    "recovery.golden",
    "feedback",
    "quality",
    "insight.reports",
    "insight.hours",
    "insight.board",
    "promises",
    "orders",
    "channels.email",
    "channels.portal",
    "channels.api",
    "brands",
    "brands.opening_hours",
    "brands.installing",
    "welcome",
]
urlpatterns: list[URLPattern | URLResolver] = [path("", include(f"makegood.{app}.urls")) for app in APPS_WITH_PAGES]
urlpatterns += [path("healthz", health.alive), path("readyz", health.ready), path("metrics", health.metrics)]

handler400 = "makegood.ui.errors.bad_request"
handler403 = "makegood.ui.errors.permission_denied"
handler404 = "makegood.ui.errors.not_found"
handler500 = "makegood.ui.errors.server_error"
