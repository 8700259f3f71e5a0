import pytest

from onreport import on_desk
from oqiga.model.report import Report
from oqiga.read.events import find_events
from oqiga.read.reader import read_report


def events(text, **more):
    return find_events(on_desk(text, **more), ())


@pytest.mark.parametrize(
    ("text", "type", "stage"),
    [
        ("Gunmen attacked a police post in Herat on Monday.", "armed_attack", "accomplished"),
        (
            "A suicide bomber blew himself up at a market in Kabul on Monday.",
            "suicide_bombing",
            "accomplished",
        ),
        ("A car bomb exploded outside a hotel in Mogadishu on Monday.", "bombing", "accomplished"),
        ("A man drove a truck and plowed into a crowd in Nice.", "vehicle_attack", "accomplished"),
        ("A man drove a rented van into a crowd in Lyon on Monday.", "vehicle_attack", "accomplished"),
        ("A driver ploughed his car into pedestrians in Lyon.", "vehicle_attack", "accomplished"),
        ("A man drove into a busy Christmas market in Lyon on Friday.", "vehicle_attack", "accomplished"),
        ("A man stabbed three passengers on a train in Hamburg.", "stabbing", "accomplished"),
        ("Rioters set fire to the town hall in Osh on Monday.", "arson", "accomplished"),
        ("The deputy governor was assassinated in Kandahar on Monday.", "assassination", "accomplished"),
        ("Militants kidnapped two teachers in Maiduguri on Monday.", "abduction", "accomplished"),
        ("Gunmen took hostages at a bank in Tbilisi on Monday.", "hostage_taking", "accomplished"),
        ("Two men hijacked a bus in Ankara on Monday.", "hijacking", "accomplished"),
        ("Robbers looted a gun shop in Almaty on Monday.", "robbery", "accomplished"),
        ("A mortar attack hit a school in Aleppo on Monday.", "shelling", "accomplished"),
        ("An air strike killed five people in Idlib on Monday.", "air_strike", "accomplished"),
        ("Protesters clashed with police in Bishkek on Monday.", "clash", "accomplished"),
        ("A riot broke out in Osh on Monday.", "riot", "accomplished"),
        ("Thousands protested in Almaty on Monday.", "protest", "accomplished"),
        ("Saboteurs sabotaged a pipeline near Baku on Monday.", "sabotage", "accomplished"),
        ("Gunshots rang out in Aktau on Monday.", "gunfire", "accomplished"),
        ("A bomb threat emptied a mall in Riga on Monday.", "threat", "threatened"),
        ("Police foiled an attack on a church in Kazan on Monday.", "armed_attack", "foiled"),
        ("Gunmen attempted to storm a prison in Herat on Monday.", "armed_attack", "attempted"),
        ("A counterterrorist operation is under way in Aqtobe.", "security_operation", "ongoing"),
        ("The leader was arrested in Almaty in January.", "arrest", "accomplished"),
        ("Gunmen killed four people in Taraz on Monday.", "armed_attack", "accomplished"),
        ("Four people were killed by armed men in Taraz on Monday.", "armed_attack", "accomplished"),
        ("Police killed two militants in Taraz on Monday.", "security_operation", "accomplished"),
        ("Gunmen seized a school in Taraz on Monday.", "armed_attack", "accomplished"),
        ("Police raided a house in Taraz on Monday.", "security_operation", "accomplished"),
        ("Troops stormed a rebel hideout near Taraz on Monday.", "security_operation", "accomplished"),
        ("Police shot dead a gunman in Taraz on Monday.", "security_operation", "accomplished"),
        ("Soldiers killed 20 civilians in Taraz on Monday.", "armed_attack", "accomplished"),
    ],
)
def test_type_and_stage(text, type, stage):
    found = events(text)
    assert [(event.type.value, event.stage.value) for event in found] == [(type, stage)]


@pytest.mark.parametrize(
    "text",
    [
        "He suffered a heart attack on Monday.",
        "Workers went on a hunger strike.",
        "Officials fear that militants could attack the capital.",
        "Police did not shoot anyone.",
        "The film crew will shoot the film in Osh.",
        "The company fired ten employees.",
    ],
)
def test_no_event(text):
    assert events(text) == ()


def test_one_claim_a_clause_with_its_roles_places_and_time():
    text = "At least four people died when armed assailants stormed two gun shops in Herat on Monday evening, police said."
    (event,) = events(text)
    assert (
        event.quote
        == "At least four people died when armed assailants stormed two gun shops in Herat on Monday evening"
    )
    assert event.time.text == "on Monday evening"
    assert (event.time.start, event.time.precision.value) == ("2021-03-08", "part_of_day")
    assert [(place.name, place.precision.value) for place in event.places] == [
        ("gun shops", "site"),
        ("Herat", "city"),
    ]
    assert [(each.name, each.kind.value) for each in event.perpetrators] == [("armed assailants", "group")]
    assert [(each.name, each.kind.value, each.count) for each in event.targets] == [
        ("gun shops", "facility", 2)
    ]


def test_those_who_carry_out_and_those_they_hit():
    (event,) = events("Dozens of militants carried out an attack on a military base in Herat on Monday.")
    assert [each.name for each in event.perpetrators] == ["militants"]
    assert [each.name for each in event.targets] == ["military base"]


def test_police_who_respond_are_no_perpetrators():
    (event,) = events("Police stormed the building in Herat on Monday.")
    assert event.perpetrators == ()


def test_weapons_but_not_gun_shops():
    (event,) = events("Men with assault rifles and a grenade attacked a gun shop in Herat on Monday.")
    assert [(weapon.name, weapon.type.value) for weapon in event.weapons] == [
        ("assault rifles", "gun"),
        ("grenade", "grenade"),
    ]


def test_what_was_told_is_not_told_again():
    found = events(
        "Gunmen attacked a base in Herat on Monday. The attack shocked the country. Many condemned the attack."
    )
    assert len(found) == 1


def test_what_somebody_is_charged_with_is_no_event():
    assert events("A man was charged with murder.") == ()
    (event,) = events("A man was charged after his neighbour was stabbed to death in Herat.")
    assert event.type.value == "stabbing"


def test_a_time_that_the_clause_describes():
    text = "Gunmen attacked a base in Osh on Monday. It was the worst day since June 2010, when ethnic clashes left many dead."
    clash = events(text)[-1]
    assert (clash.type.value, clash.time.start, clash.quote) == (
        "clash",
        "2010-06-01",
        "ethnic clashes left many dead",
    )


def test_unresolved_time_stays_unknown():
    (event,) = events("Gunmen attacked a base in Herat.")
    assert (event.time.start, event.time.precision.value) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "type", "stage"),
    [
        ("Police foiled a plot to blow up a bridge in Osh.", "bombing", "foiled"),
        ("The suspect planned to attack an embassy in Osh.", "armed_attack", "threatened"),
        ("The plan included seizing the airport in Osh and organizing mass unrest.", "riot", "threatened"),
        ("The attack in Osh involved a bombing.", "bombing", "accomplished"),
        ("He had wanted to blow himself up at a stadium in Osh.", "suicide_bombing", "threatened"),
        ("Detectives continue to investigate the attack in Osh.", "armed_attack", "accomplished"),
        ("He used a truck to mow down pedestrians in Osh.", "vehicle_attack", "accomplished"),
        ("Protesters stormed the parliament in Osh.", "riot", "accomplished"),
        ("A suicide bomber detonated explosives near a market in Osh.", "suicide_bombing", "accomplished"),
        ("Thousands marched in Osh on Monday.", "protest", "accomplished"),
        ("Shots were fired at a car in Osh on Friday.", "gunfire", "accomplished"),
        ("They bombed a club in Osh before going on to attack a bank.", "bombing", "accomplished"),
    ],
)
def test_stage_and_type_by_the_whole_clause(text, type, stage):
    assert (type, stage) in [(event.type.value, event.stage.value) for event in events(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Officers went to the station to arrest the man.",
        "The bank offered a reward for help in arresting the man in Osh.",
        "The schools are vulnerable to attacks.",
        "Shares rallied on Monday.",
        "The alarm went off on Monday.",
    ],
)
def test_purposes_and_other_senses_are_no_events(text):
    assert events(text) == ()


def test_the_place_in_the_clause_that_describes_a_blast():
    (event,) = events("The Front claimed a blast that killed 13 people in Herat.")
    assert [place.name for place in event.places][-1] == "Herat"


def test_one_who_only_hears_it_did_not_do_it():
    found = events("He and his wife heard shooting around 3 a.m. in Osh.")
    assert [person.name for event in found for person in event.perpetrators] == []


def test_whom_an_attack_is_blamed_on_is_no_target():
    found = events("The army blamed the attack on separatist rebels.")
    assert [target.name for event in found for target in event.targets] == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The trial began in Osh on October 18 in the case of a mass shooting by local men.", None),
        ("A court in Osh sentenced two men on Monday for the attack on a mill.", None),
        ("The trial over the June 5 shooting began in Osh on October 18.", "2016-06-05"),
        ("The attack on a mill in Osh began on October 18.", "2016-10-18"),
    ],
)
def test_the_day_of_a_trial_is_not_that_of_the_attack(text, start):
    found = [each for each in events(text, published="2016-10-19") if each.type == "armed_attack"]
    assert [each.time.start for each in found] == [start]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels said they carried out the attack in revenge for the war in Baghdad.",
        "The group said the attack was a response to the recognition of Baghdad.",
    ],
)
def test_places_of_a_motive_are_not_where_it_was(text):
    told = [each for each in events(text) if each.type == "armed_attack" and "the attack" in each.quote]
    assert told and not any(told_place.name == "Baghdad" for each in told for told_place in each.places)


def test_a_town_of_the_attack_stands_beside_a_motive():
    (found,) = events("Gunmen attacked a hotel in Osh in revenge for the war in Somalia.")
    assert [each.name for each in found.places] == ["hotel", "Osh"]


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed four people in Manila on Monday.",
        "The driver killed two pedestrians in Leeds on Monday.",
        "Four attackers killed, seven detained.",
    ],
)
def test_killing_is_no_attack_unless_attackers_or_forces_do_it_to_somebody(text):
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Journalist shot dead in Manila.", "Journalist"),
        ("Police station attacked in Quetta.", "Police station"),
        ("Bus ambushed in Kaduna, nine dead.", "Bus"),
    ],
)
def test_who_stands_before_a_headlines_verb_without_an_object_suffered_it(text, target):
    (found,) = events(text)
    assert [each.name for each in found.targets] == [target]
    assert found.perpetrators == ()


def test_attackers_attack_also_without_an_aim_once_it_happened():
    (found,) = events("Gunmen attacked at dawn in Bamako.")
    assert [each.name for each in found.perpetrators] == ["Gunmen"]
    assert events("Militants often strike in the north.") == ()


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Police seized weapons in a raid in Almaty on Sunday.", "security_operation"),
        ("Soldiers found a cache of rifles during a raid in Mali on Sunday.", "security_operation"),
        ("Six rifles were recovered in a raid in Almaty on Sunday.", "security_operation"),
        ("An army raid in Mali on Sunday killed three people.", "security_operation"),
        ("Nine villagers were killed in a raid in Mali on Sunday.", "armed_attack"),
        ("Rebels seized rifles in a raid in Mali on Sunday.", "armed_attack"),
        ("A raid by gunmen in Mali on Sunday left nine dead.", "armed_attack"),
        ("Five hostages were seized in a raid on a village in Mali on Sunday.", "armed_attack"),
    ],
)
def test_a_raid_is_an_operation_where_forces_made_it(text, type):
    assert [event.type.value for event in events(text)] == [type]


@pytest.mark.parametrize(
    "text", ["Police seized nine rifles in Almaty on Sunday.", "The economy was hit on Sunday."]
)
def test_things_seized_and_hit_are_no_attack(text):
    assert not events(text)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "ru",
            "Неизвестные, вооружённые автоматическим оружием, напали на магазин.",
            "автоматическое оружие",
        ),
        ("ru", "Двое мужчин с ножами напали на прохожих в Таразе.", "ножи"),
        ("kk", "Таразда белгісіз біреулер автоматпен оқ атып, үш адам қаза тапты.", "автомат"),
    ],
)
def test_a_weapon_is_named_as_it_is_called_by_itself(language, text, name):
    claims = read_report(Report(id="r-1", text=text, language=language), gated=False).claims
    assert {weapon.name for claim in claims if claim.kind == "event" for weapon in claim.weapons} == {name}


def test_where_somebody_spoke_is_not_where_it_happened():
    text = (
        "A bomb killed nine people in Karachi on Monday. "
        "The minister told reporters in Astana that rebels attacked a convoy."
    )
    assert [[place.name for place in event.places] for event in events(text)] == [["Karachi"], []]


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("The blast came on Monday after a concert by the US singer Anna Gray.", set()),
        ("Two US officials said that the attack was carried out by a suicide bomber.", set()),
        ("A bomb killed two US soldiers on Monday.", set()),
        ("Gunmen attacked a US airport on Monday.", {"US"}),
    ],
)
def test_the_country_of_somebody_is_not_where_it_happened(text, lands):
    found = events(text)
    assert found
    assert {place.country for event in found for place in event.places} == lands


@pytest.mark.parametrize(
    ("language", "text", "start"),
    [
        (
            "ru",
            "Суд приговорил шестерых к пожизненным срокам в рамках дела о теракте 28 июня 2012 года в Оше.",
            "2012-06-28",
        ),
        (
            "ru",
            "Тимур Садов, осуждённый за убийство шести человек в школе в мае 2012 года, подал жалобу.",
            "2012-05-01",
        ),
        ("ru", "Суд в четверг приговорил шестерых к пожизненным срокам за теракт на вокзале в Оше.", None),
        (
            "en",
            "On 3 June 2014 Timur Sadov was jailed for life on charges of ‘murder of a child through bombing’.",
            None,
        ),
    ],
)
def test_what_somebody_is_tried_for_has_the_day_behind_it_and_never_that_of_the_verdict(
    language, text, start
):
    found = [
        each for each in events(text, published="2014-06-05", language=language) if each.type != "arrest"
    ]
    assert {each.time.start for each in found} == {start}


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("The blast could be a sequel to the Sunday blast that killed 16.", "2013-12-30", "2013-12-29"),
        ("Police may link it to the bombing of 17 February.", "2013-12-30", "2013-02-17"),
        ("A bomb exploded in Osh on 27 January 2014.", "2013-12-30", "2014-01-27"),
        ("A suicide attack is planned for Saturday, police say.", "2013-12-30", "2014-01-04"),
    ],
)
def test_what_happened_is_not_dated_ahead(text, published, day):
    days = {(each.time.start or "")[:10] for each in events(text, published=published)} - {""}
    assert days == {day}


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("The Falcons claimed responsibility for the bombing in Osh on March 3.", "en", "2021-03-03"),
        ("The Falcons claimed responsibility for the bombing in Osh on Tuesday.", "en", None),
        ("«Соколы» взяли на себя ответственность за взрыв в Оше 3 марта.", "ru", "2021-03-03"),
        ("The president condemned the bombing in Osh on March 3.", "en", None),
    ],
)
def test_a_day_behind_what_is_claimed_is_that_of_the_attack(text, language, day):
    assert [each.time.start for each in events(text, language=language)] == [day]


def test_a_list_behind_a_link_is_not_of_the_day_in_front_of_it():
    text = "The sentencing on Friday came years after he drove to a mall and attacked shoppers with a rifle in Osh."
    assert [event.time.start for event in events(text)] == [None]


def test_several_attacks_on_one_kind_of_site_are_told_though_somebody_is_linked_to_them():
    (found,) = events("A suspect linked to twin hotel blasts in July 2009 appears in court.")
    assert (found.type, found.time.start) == ("bombing", "2009-07-01")
    assert events("He was charged with murder.") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three people were confirmed dead in the two explosions that happened on Tuesday in Osh."),
        ("ru", "Число погибших при взрывах, которые произошли во вторник в Оше, выросло до трёх."),
    ],
)
def test_a_noun_has_the_time_of_the_clause_that_tells_of_it(language, text):
    (found,) = events(text, language=language)
    assert found.time.start == "2021-03-09"


def test_the_clause_of_a_site_tells_no_time_of_the_attack():
    (found,) = events("The attack on a market that opened on Tuesday killed three people in Osh.")
    assert found.time.start is None


def test_what_transpired_has_the_day_and_town_of_its_clause():
    (found,) = events("On March 9 two explosions transpired at a church in Osh.")
    assert (found.time.start, found.places[-1].name) == ("2021-03-09", "Osh")


@pytest.mark.parametrize(
    ("text", "language", "places"),
    [
        ("The attack occurred in Osh as a crowd awaited a train to Bishkek.", "en", ["Osh"]),
        ("A bomb exploded on a train bound for Bishkek.", "en", []),
        ("Взрыв прогремел в Оше, где пассажиры ожидали поезд до Бишкека.", "ru", ["Ош"]),
        ("A bomb exploded on a train in Bishkek.", "en", ["Bishkek"]),
    ],
)
def test_where_a_train_is_headed_nothing_happened(text, language, places):
    (event,) = events(text, language=language)
    assert [each.name for each in event.places if each.precision.value == "city"] == places
