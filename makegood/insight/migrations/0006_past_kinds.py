"""Until now no sum knew a kind: those of no kind are the sums of all. Cases that have one, or a choice, are told anew by
the worker."""

from django.db import migrations

from makegood.insight.models.tally import key_of

AT_ONCE = 500
PLACE = ("span", "start", "brand_id", "team_id")
SUMS = ("opened", "resolved", "reopened", "closed", "kept", "broken", "excused", "first_replies", "next_replies", "resolutions")
KINDS = "INSERT INTO insight_uncounted (case_id) SELECT id FROM cases_case WHERE kind_id IS NOT NULL ON CONFLICT DO NOTHING"
CHOICES = """INSERT INTO insight_uncounted (case_id) SELECT DISTINCT v.case_id FROM cases_fieldvalue v JOIN cases_field f
    ON f.id = v.field_id WHERE f.type IN ('choice', 'choices') ON CONFLICT DO NOTHING"""


def sums_of_no_kind(apps, schema_editor):
    Tally = apps.get_model("insight", "Tally")
    found = []
    for whole in Tally.objects.filter(of="").iterator(AT_ONCE):
        place = {name: getattr(whole, name) for name in PLACE}
        sums = {name: getattr(whole, name) for name in SUMS}
        found.append(Tally(id=key_of((*place.values(), "kind", "")), of="kind", what="", **place, **sums))
    Tally.objects.bulk_create(found, batch_size=AT_ONCE)


def forget(apps, schema_editor):
    apps.get_model("insight", "Tally").objects.filter(of__in=("kind", "field")).delete()


class Migration(migrations.Migration):
    dependencies = [("insight", "0005_kinds_and_choices")]

    operations = [
        migrations.RunPython(sums_of_no_kind, forget),
        migrations.RunSQL(KINDS, migrations.RunSQL.noop),
        migrations.RunSQL(CHOICES, migrations.RunSQL.noop),
    ]
