import pytest

from onreport import grouped
from oqiga.model.report import Report
from oqiga.read.reader import read_report

LEAD = "Gunmen attacked a police post in Herat on Monday, killing three officers. The Interior Ministry confirmed the attack. Residents fled. "


@pytest.mark.parametrize(
    ("more", "quote"),
    [
        ("In 2015, a bomb exploded at a market in Kabul, killing 20 people.", "killing 20 people"),
        (
            "It was the deadliest attack since June 2014, when ethnic clashes left 40 people dead.",
            "left 40 people dead",
        ),
        (
            "The attacks come after public protests in which police detained more than 500 people.",
            "more than 500",
        ),
        (
            "The raid that killed three guards came exactly a week after 80 people were killed in Balkh.",
            "80 people were killed",
        ),
        ("The army is grappling with violence that has left 900 people dead.", "900 people dead"),
        ("More than 7,000 people have lost their lives to the insurgency.", "More than 7,000 people"),
        ("The violence has claimed around 2,400 lives this year.", "around 2,400 lives this year"),
        (
            "A tally shows that 412 soldiers have been killed during the latest campaign.",
            "412 soldiers have been",
        ),
        ("Some 90 farmers have died in raids since January.", "90 farmers"),
        ("The toll is higher than that of the attack on a mall in Kabul, where 72 people died.", "72 people"),
        ("The Red Front is also responsible for a bombing that killed 88 pupils.", "killed 88 pupils"),
        ("The region has seen a series of attacks that killed 90 people.", "killed 90 people"),
        ("Several days ago a blast at a mosque in Kabul left five people dead.", "five people dead"),
    ],
)
def test_earlier_and_other_events_are_background(more, quote):
    claims = grouped(LEAD + more)
    assert [claim.background for claim in claims if quote in claim.quote and claim.kind == "toll"] == [True]


def test_the_story_itself_is_never_background():
    claims = grouped(LEAD + "In 2015, a bomb exploded at a market in Kabul, killing 20 people.")
    story = [claim for claim in claims if claim.span.end < len(LEAD)]
    assert story
    assert not any(claim.background for claim in story)


def test_what_is_told_on_about_somebody_of_the_background_is_background():
    claims = grouped(
        LEAD + "In an unrelated case, Henry Romero, 21, was found injured on 3 May. Romero died later.",
        published="2019-08-12",
    )
    assert [claim.background for claim in claims if claim.quote.startswith("Romero died")] == [True]


def test_an_old_story_is_a_story():
    claims = grouped(
        "On June 5, 2016, gunmen attacked a gun shop in Aqtobe. Two people were killed.",
        published="2021-03-10",
    )
    assert claims
    assert not any(claim.background for claim in claims)


def test_what_only_background_brought_up_stays_background():
    text = LEAD + (
        "The attack comes after public protests in January. A businessman, Oraz Bekov, was arrested in January on suspicion "
        "of funding those protests. Bekov was charged with fraud."
    )
    charged = [claim for claim in grouped(text) if claim.kind == "blame" and claim.basis.value == "charged"]
    assert [claim.background for claim in charged] == [True]


def test_a_lead_some_weeks_old_is_the_story():
    text = (
        "Dozens remain missing after the siege of a hotel in Herat. Gunmen attacked the hotel on September 12, killing 60 "
        "people. The ministry said last week that five attackers had been killed."
    )
    tolls = [claim for claim in grouped(text, published="2019-09-22") if claim.kind == "toll"]
    assert tolls
    assert not any(claim.background for claim in tolls)


def test_a_part_belongs_to_the_story_rather_than_to_background():
    text = LEAD + (
        "A blast killed 42 mourners on Monday, exactly a week after more than 80 people were killed in Balkh. "
        "The dead included at least 15 members of a family."
    )
    tolls = {claim.low: claim for claim in grouped(text) if claim.kind == "toll"}
    assert tolls[81].background
    assert tolls[15].part_of != tolls[81].id


@pytest.mark.parametrize(
    "more",
    [
        "Monday's blast was the deadliest in Kabul since a 2008 bombing at a hotel that killed 63 people.",
        "The Front bombed a school in Kabul in August 1998. Sixty-three people were killed.",
        "The data shows 63 homicides in the first four months.",
        "Since then, 63 soldiers have been killed in Kabul.",
    ],
)
def test_figures_of_earlier_things_are_background(more):
    text = LEAD + "Police closed the street. The mayor visited the wounded. " + more
    tolls = {claim.low: claim.background for claim in grouped(text) if claim.kind == "toll"}
    assert tolls[63]


def test_a_peace_deal_of_another_year_does_not_date_the_attack():
    text = (
        "Gunmen killed two soldiers, one of the worst attacks since a 1998 peace deal. They shot the soldiers outside "
        "a base near Herat on Saturday night. A car bomb in Herat killed 29 people in August 1998."
    )
    tolls = {
        claim.low: claim.background for claim in grouped(text, published="2021-03-08") if claim.kind == "toll"
    }
    assert tolls == {2: False, 29: True}


def test_without_publication_a_bare_year_told_later_is_background():
    text = "Gunmen stormed a hotel in Nairobi, killing three guards. It recalled a 2013 assault that killed 40 people."
    claims = grouped(text, published=None)
    assert [(claim.low, claim.background) for claim in claims if claim.kind == "toll"] == [
        (3, False),
        (40, True),
    ]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            "A campaign of seven years has claimed around 3,000 lives. Nobody was held.",
            [(33, False), (3000, True)],
        ),
        ("The conflict has killed 40 people. Nobody was held.", [(33, False), (40, False)]),
        (
            "Nobody was held. The dead were named. Three have died in hospital this year.",
            [(33, False), (3, False)],
        ),
        (
            "Nobody was held. The dead were named. In March five gunmen shot 12 people dead in Osh.",
            [(33, False), (5, True), (12, True)],
        ),
        (
            "It follows the deaths of 60 miners last week. Nobody was held. In all 45 have died since last month.",
            [(33, False), (60, True), (45, True)],
        ),
        (
            "Nobody was held. The dead were named. In all 45 people have been killed.",
            [(33, False), (45, False)],
        ),
    ],
)
def test_only_a_larger_figure_of_a_long_time_is_a_sum(more, expected):
    text = f"Gunmen killed 33 people in Herat on Monday. {more}"
    claims = read_report(Report(id="r", text=text, published="2016-06-08", language="en")).claims
    assert [(claim.low, claim.background) for claim in claims if claim.kind == "toll"] == expected


def test_without_publication_a_story_of_a_year_stays_the_story():
    text = "Gunmen stormed a hotel in Nairobi in 2013, killing three guards. Forty people fled."
    claims = grouped(text, published=None)
    assert not any(claim.background for claim in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two people were hurt in a grenade attack in Osh on Friday night. Police were called. The street was "
            "closed. On Tuesday night, men threw a grenade at a car in Osh, killing one person.",
            [("injured", False), ("killed", True)],
        ),
        (
            "Clashes broke out in Osh on Friday. Police were called. The street was closed. On Tuesday two people "
            "were killed in the clashes.",
            [("killed", False)],
        ),
    ],
)
def test_another_blow_some_days_before_is_background(text, expected):
    claims = read_report(Report(id="r", text=text, published="2016-06-05", language="en")).claims
    assert [(c.outcome.value, c.background) for c in claims if c.kind == "toll"] == expected


TOLD_BEFORE = LEAD + "\n\nThe post was attacked before. In 2015, a bomb went off at its gate.\n\n"


@pytest.mark.parametrize(
    ("more", "quote", "background"),
    [
        ("The ministry said 55 people died.", "55 people", True),
        ("The ministry said two people died then.", "two people", True),
        ("The death toll has risen to 55.", "55", False),
        ("At least 55 people have died.", "55 people", False),
        ("Police said two people died.", "two people", False),
        ("The men then killed two people.", "two people", False),
    ],
)
def test_a_paragraph_goes_on_about_the_background_before_it(more, quote, background):
    claims = grouped(TOLD_BEFORE + more)
    told = [claim.background for claim in claims if quote in claim.quote and claim.kind == "toll"]
    assert told == [background]


@pytest.mark.parametrize(
    ("more", "quote", "background"),
    [
        ("Earlier this month, six soldiers were killed in a gunfight in Balkh.", "six soldiers", True),
        ("Earlier this month, three officers were killed there.", "three officers were", False),
        (
            "It came a day after a bus was bombed in Balkh. Fourteen people died in that bombing.",
            "Fourteen",
            True,
        ),
        (
            "In January a strike killed 20 herders. Sixty civilians died in a raid the month before.",
            "Sixty",
            True,
        ),
    ],
)
def test_earlier_figures_below_a_top_that_tells_news(more, quote, background):
    claims = grouped(LEAD.replace("on Monday", "at dawn") + more, published="2024-03-12")
    told = [claim.background for claim in claims if quote in claim.quote and claim.kind == "toll"]
    assert told == [background]


def test_a_report_on_nothing_but_the_past_is_about_it():
    text = "The army admits that a strike last month killed ten civilians. The strike hit a farm last month."
    tolls = [claim for claim in grouped(text, published="2024-03-12") if claim.kind == "toll"]
    assert tolls
    assert not any(claim.background for claim in tolls)


@pytest.mark.parametrize(
    ("text", "story", "before"),
    [
        (
            "A bomb killed six people in Herat on Monday, the deadliest attack there since a suicide bomber killed 70 in 2016.",
            "bombing",
            "suicide_bombing",
        ),
        (
            "Friday's mosque bombing was the worst in Herat since a 2008 suicide bombing at a hotel that killed 63 people.",
            "bombing",
            "suicide_bombing",
        ),
    ],
)
def test_what_a_superlative_compares_the_story_to_is_another_event(text, story, before):
    events = [claim for claim in grouped(text) if claim.kind == "event"]
    assert [(claim.type.value, claim.background) for claim in events] == [(story, False), (before, True)]


def test_a_superlative_since_a_war_began_takes_nothing_apart():
    text = "A strike hit a school in Herat on Monday in the deadliest attack since the war began, killing 40 people."
    claims = grouped(text)
    assert [claim.background for claim in claims if claim.kind == "event"] == [False]
    assert [claim.background for claim in claims if claim.kind == "toll"] == [False]


@pytest.mark.parametrize(
    ("text", "quote", "language"),
    [
        (
            "The Falcons claimed Sunday's bombing in Osh, which killed 37 people. "
            "The Falcons, who previously claimed responsibility for a bombing in Osh that killed 28 people, called it revenge.",
            "killed 28",
            "en",
        ),
        (
            "«Соколы» взяли на себя ответственность за взрыв в Оше, погибли 37 человек. "
            "Группировка, ранее взявшая на себя ответственность за теракт, при котором погибли 28 человек, назвала его местью.",
            "погибли 28",
            "ru",
        ),
    ],
)
def test_what_somebody_claimed_before_is_background(text, quote, language):
    report = Report(id="r-1", text=text, published="2021-03-10", language=language)
    claims = read_report(report, gated=False).claims
    assert [claim.background for claim in claims if quote in claim.quote and claim.kind == "toll"] == [True]
    assert not any(claim.background for claim in claims if "37" in claim.quote)


def test_the_clause_goes_on_with_the_story_behind_what_it_is_compared_to():
    claims = grouped(
        "A gunman shot dead five people in Osh on Tuesday. "
        "The attack, the deadliest in the region since a siege in 2004, also wounded nine people."
    )
    assert [claim.background for claim in claims if claim.quote == "wounded nine people"] == [False]
    assert [claim.background for claim in claims if "siege" in claim.quote] == [True]
    claims = grouped(
        "The death toll from Tuesday's attack, the worst since the Osh school siege in 2004, "
        "now stands at 137, with a further 182 people injured."
    )
    assert not any(claim.background for claim in claims if claim.kind == "toll")


@pytest.mark.parametrize(("dead", "background"), [("90", True), ("three", False)])
def test_many_times_the_dead_are_those_of_what_the_story_is_compared_to(dead, background):
    claims = grouped(
        "Two people were killed in a blast in Osh on Tuesday. "
        "It was the first explosion in the town since the January airport bombing. "
        f"The attack claimed the lives of {dead} people."
    )
    assert [claim.background for claim in claims if f"{dead} people" in claim.quote] == [background]


def test_the_year_of_a_life_is_not_that_of_the_attack():
    text = "The man behind the attack in Osh, Sergei Dronov, had been jailed in 2012. He killed two people on Friday."
    events = [each for each in grouped(text, "2019-11-30") if each.kind == "event"]
    assert events and not any(each.background for each in events if "attack in Osh" in each.quote)


def test_what_bodies_have_both_done_before_is_no_attack_of_the_day():
    text = (
        "A bomb killed six people in Osh on Friday. Police cordoned off the street. Nobody claimed it. The Red Front"
        " and the Tarsk Army have both attacked shops in the area."
    )
    report = Report(id="r-1", text=text, language="en", published="2026-03-14")
    claims = read_report(report, gated=False).claims
    attacks = [claim for claim in claims if claim.kind == "event" and claim.type == "armed_attack"]
    assert attacks
    assert all(claim.background for claim in attacks)


SERIES = "The attack is the latest of several, which began with a suicide bombing in Balkh in May. "


@pytest.mark.parametrize(
    ("more", "quote"),
    [
        ("Officials blamed that blast on the Red Gang.", "Officials blamed that blast"),
        (
            "Officials blamed that blast on a gang. A car explosion in Kabul came a week later.",
            "A car explosion",
        ),
        ("Two weeks later gunmen killed four more in Kabul.", "killed four more"),
    ],
)
def test_what_goes_on_about_background_is_background(more, quote):
    claims = grouped(LEAD + SERIES + more)
    told = [claim for claim in claims if claim.quote.startswith(quote) and claim.kind != "statement"]
    assert told
    assert all(claim.background for claim in told)


def test_what_came_later_of_the_story_is_no_background():
    claims = grouped(LEAD + "A week later an officer died in hospital.")
    assert [claim.background for claim in claims if claim.quote.startswith("an officer died")] == [False]


def test_what_a_superlative_compares_to_places_no_event_of_the_story():
    text = (
        LEAD + "They began a massacre with the most victims since the 1998 bombing of an embassy in Kabul. "
    )
    (massacre,) = (each for each in grouped(text) if each.quote.startswith("They began"))
    assert "Kabul" not in [place.name for place in massacre.places]


def test_most_of_something_since_an_attack_compares_nothing():
    claims = grouped(LEAD + "Residents wept. Most shops have been closed since gunmen attacked the post.")
    told = [each for each in claims if each.kind == "event" and each.span.start > len(LEAD)]
    assert told
    assert not any(each.background for each in told)
