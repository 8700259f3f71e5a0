from oqiga.train.roles.counts import body_of, count_fillers, key_strings

EMPTY = dict.fromkeys(
    (
        "perp_ind_id",
        "perp_org_id",
        "phys_tgt_id",
        "hum_tgt_name",
        "hum_tgt_desc",
        "instrument_id",
        "incident_type",
    ),
    (),
)


def report(text, **slots):
    filled = {slot: [{"alts": list(alts)} for alts in found] for slot, found in slots.items()}
    return {
        "docid": text[:6],
        "text": "CITY -- " + text,
        "body_start": 8,
        "templates": [EMPTY | filled] if slots else [],
    }


def test_strings_of_the_key_are_written_as_candidates_are():
    found = report("x", hum_tgt_desc=[("THE 50 PEASANTS", "PEASANTS")], perp_ind_id=[("TWO MEN",)])
    assert key_strings(found, "victim_description") == {"peasants"}
    assert key_strings(found, "perpetrator") == {"two men"}
    assert key_strings(found, "target") == set()


def test_the_dateline_is_no_part_of_the_body():
    assert body_of(report("A BUS BURNT")) == "A BUS BURNT"


def test_strings_are_counted_by_report_where_they_fill_and_where_they_occur():
    reports = [
        report("A BUS BURNT. THE BUS WAS RED.", phys_tgt_id=[("BUS",)]),
        report("A BUS PASSED."),
        report("A SCHOOL BUS BURNT.", phys_tgt_id=[("SCHOOL BUS",)]),
    ]
    target = count_fillers(reports)["target"]
    assert target.strings == {"bus": (1, 3), "school bus": (1, 1)}
    assert target.heads == {"bus": (2, 3)}
