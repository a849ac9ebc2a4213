"""Signing in, one's own settings, staff and teams."""

from django.urls import path

from makegood.staff.views import entering, people, profile, sessions, settings, teams

urlpatterns = [
    path("sign-in/", entering.sign_in, name="sign-in"),
    path("sign-out/", entering.sign_out, name="sign-out"),
    path("sign-in/forgotten/", entering.forgotten, name="forgotten"),
    path("sign-in/reset/<str:ref>/<str:token>/", entering.reset, name="reset"),
    path("invitations/<str:ref>/<str:token>/", entering.invitation, name="invitation"),
    path("profile/", profile.profile, name="profile"),
    path("profile/password/", profile.password, name="profile-password"),
    path("profile/sessions/", sessions.own, name="profile-sessions"),
    path("profile/sessions/<str:key>/end/", sessions.end_own, name="profile-session-end"),
    path("profile/tokens/", profile.tokens, name="profile-tokens"),
    path("profile/tokens/<uuid:key>/revocation/", profile.revocation, name="token-revocation"),
    path("settings/", settings.index, name="settings"),
    path("settings/staff/", people.people, name="staff"),
    path("settings/staff/new/", people.invite, name="staff-invite"),
    path("settings/staff/<str:ref>/", people.member, name="staff-member"),
    path("settings/staff/<str:ref>/deactivation/", people.deactivation, name="staff-deactivation"),
    path("settings/staff/<str:ref>/reactivation/", people.reactivation, name="staff-reactivation"),
    path("settings/staff/<str:ref>/link/", people.new_link, name="staff-link"),
    path("settings/staff/<str:ref>/sessions/", sessions.others, name="staff-sessions"),
    path("settings/staff/<str:ref>/sessions/<str:key>/end/", sessions.end_others, name="staff-session-end"),
    path("settings/teams/", teams.teams, name="teams"),
    path("settings/teams/new/", teams.new_team, name="team-new"),
    path("settings/teams/<uuid:key>/", teams.team, name="team"),
]
