from onreport import grouped

STORY = "Gunmen attacked a police post in Herat on Monday. Three officers were killed. Police sealed off the area. No group claimed responsibility. "


def incidents(claims, **what):
    chosen = [claim for claim in claims if all(getattr(claim, key) == value for key, value in what.items())]
    return {claim.incident for claim in chosen}


def test_one_story_is_one_incident():
    claims = grouped(STORY)
    assert {claim.kind for claim in claims} == {"event", "toll", "measure", "blame"}
    assert len(incidents(claims)) == 1
    assert None not in incidents(claims)


def test_parts_of_one_attack_are_one_incident():
    claims = grouped(
        "Gunmen attacked a gun shop in Herat on Monday. They then stormed a military base in Herat on Monday evening."
    )
    assert len(incidents(claims, kind="event")) == 1


def test_background_has_its_own_incident_with_its_tolls():
    text = STORY + "In 2015, a bomb exploded at a market in Kabul, killing 20 people."
    claims = grouped(text)
    story, background = incidents(claims, background=False), incidents(claims, background=True)
    assert len(story) == len(background) == 1
    assert story != background
    assert {claim.kind for claim in claims if claim.background} == {"event", "toll"}


def test_attacks_in_two_towns_are_two_incidents():
    text = (
        "A car bomb exploded in Kabul on Monday, killing four people. Gunmen attacked a school in Kandahar on Monday, "
        "killing seven people."
    )
    claims = grouped(text)
    assert len(incidents(claims, kind="event")) == 2
    by_figure = {
        claim.low: claim.incident
        for claim in claims
        if claim.kind == "toll" and claim.outcome.value == "killed"
    }
    by_town = {claim.places[-1].name: claim.incident for claim in claims if claim.kind == "event"}
    assert by_figure[4] == by_town["Kabul"]
    assert by_figure[7] == by_town["Kandahar"]


def test_the_same_report_has_the_same_incidents():
    assert grouped(STORY) == grouped(STORY)


def test_tolls_without_an_event_make_an_incident():
    claims = grouped("Three people were killed in Herat.")
    assert len(incidents(claims, kind="toll")) == 1
    assert None not in incidents(claims, kind="toll")


def test_a_clash_is_told_of_as_unrest_too():
    claims = grouped("Mass unrest in Osh left ten people dead. On 8 March residents clashed in Osh.")
    events = [claim for claim in claims if claim.kind == "event"]
    assert len(events) == 2 and len({event.incident for event in events}) == 1


def test_the_day_of_an_event_goes_before_the_year_it_is_counted_in():
    claims = grouped("A bomber killed four people in Osh on Saturday in the fourth attack this year.")
    assert {claim.time.start for claim in claims if claim.kind == "event"} == {"2021-03-06"}


def test_a_curfew_told_alone_is_an_incident_and_a_closed_school_is_none():
    (curfew,) = grouped("A curfew was imposed in Herat on Monday.")
    assert curfew.kind == "measure" and curfew.incident is not None
    assert incidents(grouped("Schools were closed in Herat on Monday.")) <= {None}


def test_a_target_of_one_name_is_of_one_attack_in_a_town_and_in_its_quarter():
    text = (
        "At least 39 people were killed when a gunman opened fire at the Lagun nightclub in Istanbul on Sunday. The "
        "attacker shot a police officer before storming the elite {} club in the Ortakoy area of the city at about 1.45am."
    )
    assert len(incidents(grouped(text.format("Lagun")), kind="event")) == 1
    assert len(incidents(grouped(text.format("Sokal")), kind="event")) == 2
