"""Staff and teams, as administrators see them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from makegood.staff.forms.fields import email_field, language_field, time_zone_field
from makegood.staff.models import Role, Team, User


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = email_field()
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.AGENT)
    teams = forms.ModelMultipleChoiceField(
        label=_("Teams"),
        queryset=Team.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("They work on the cases of the brands that their teams serve."),
    )


class InviteForm(PersonForm):
    language = language_field()
    timezone = time_zone_field()


class TeamForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=80)
    members = forms.ModelMultipleChoiceField(
        label=_("Members"),
        queryset=User.objects.filter(deactivated_at=None),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
