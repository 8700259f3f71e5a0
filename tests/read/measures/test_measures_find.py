import pytest

import oqiga
from onreport import on_desk
from oqiga.read.background import mark_background
from oqiga.read.measures import find_measures


def measures(text, **more):
    return find_measures(on_desk(text, **more))


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("Security forces launched an operation against the attackers.", "security_operation"),
        ("Soldiers raided several houses in the suburb.", "security_operation"),
        ("Two men were killed in an intelligence-based operation.", "security_operation"),
        ("Soldiers patrolled the streets.", "reinforcement"),
        ("UN peacekeepers deployed to secure the camp.", "reinforcement"),
        ("The mission helped to enhance security in the area.", "reinforcement"),
        ("Soldiers are conducting vehicular checks.", "checkpoint"),
        ("The arrests were made as part of Operation Dawn.", "security_operation"),
        ("The square remains cordoned off by police.", "cordon"),
        ("Police sealed the street off.", "cordon"),
        ("Police were checking all cars at the bridge.", "checkpoint"),
        ("The governor imposed a curfew.", "curfew"),
        ("Investigations are underway, the army said.", "investigation"),
        ("Officials prohibited the use of social media for two days.", "communications_shutdown"),
        ("Police were searching for the others.", "manhunt"),
        ("Broadcasters urged people to stay home.", "shelter_advisory"),
        ("Residents received messages telling them to stay indoors.", "shelter_advisory"),
        ("Officers evacuated the mall.", "evacuation"),
        ("Schools and shops were closed.", "closure"),
        ("National tests have been postponed indefinitely.", "postponement"),
        ("The match was called off.", "postponement"),
        ("Local access to the Internet remains blocked.", "communications_shutdown"),
        ("Authorities shut down mobile phone networks.", "communications_shutdown"),
        ("All flights were suspended.", "transport_suspension"),
        ("The country was put on high alert.", "alert_level"),
        ("The president declared a state of emergency.", "state_of_emergency"),
        ("Security guards were stationed near stores.", "reinforcement"),
        ("The army deployed 300 troops to the city.", "reinforcement"),
        ("Police are searching for two suspects.", "manhunt"),
        ("Prosecutors opened a criminal case.", "investigation"),
        ("The president declared a day of mourning.", "mourning"),
        ("The government will pay compensation to the families.", "compensation"),
        ("The ministry banned rallies.", "other"),
    ],
)
def test_type(text, type):
    assert [measure.type.value for measure in measures(text)] == [type]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen sealed off the street.",
        "They were implicated in providing financial support to a terrorist group.",
        "Soldiers were patrolling the area as per routine when gunmen ambushed them.",
        "Protesters blocked roads and searched cars.",
        "The opposition called for an investigation into the deaths.",
        "No curfew was imposed.",
        "He closed his eyes.",
        "Officials could impose a curfew.",
        "People stayed home for the holiday.",
        "The shop sells guns.",
    ],
)
def test_no_measure(text):
    assert measures(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Schools are closed.", "in_force"),
        ("Schools will be closed on Friday.", "announced"),
        ("The curfew was lifted.", "lifted"),
        ("The curfew has not been lifted.", "in_force"),
        ("Mobile Internet was restored.", "lifted"),
        ("The Internet remains blocked.", "in_force"),
    ],
)
def test_status(text, status):
    assert [measure.status.value for measure in measures(text)] == [status]


@pytest.mark.parametrize(
    ("text", "level", "rank"),
    [
        ('In Kazakhstan the terrorist threat level was "red," the highest level of danger.', "red", 3),
        ("The UK threat level was raised from severe to critical in London.", "critical", 5),
        ("A yellow level of terrorist danger was declared in Moscow.", "yellow", 2),
        ("The country is on high alert.", "high alert", None),
    ],
)
def test_level_as_written_and_its_rank_on_the_scale(text, level, rank):
    (measure,) = measures(text)
    assert (measure.type.value, measure.level, measure.level_rank) == ("alert_level", level, rank)
    assert (measure.level_scale is None) is (rank is None)


def test_issuer_place_and_validity():
    (measure,) = measures("The Interior Ministry imposed a curfew in Herat until March 15.")
    assert measure.issuer == "Interior Ministry"
    assert [place.name for place in measure.places] == ["Herat"]
    assert (measure.valid_from, measure.valid_until) == (None, "2021-03-15")


def test_without_a_place_of_its_own_it_holds_where_the_report_is_about():
    *_, measure = measures("Gunmen attacked a base in Herat. Mobile Internet was down across the city.")
    assert [place.name for place in measure.places] == ["Herat"]
    assert measure.quote == "Mobile Internet was down across the city"


def test_several_closures_in_a_sentence_are_several():
    found = measures("Gun shops had been closed and schools were shut.")
    assert [measure.quote for measure in found] == ["Gun shops had been closed", "schools were shut"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Authorities have taken down mobile Internet services.", ("communications_shutdown", "in_force")),
        ("The data service has been stopped.", ("communications_shutdown", "in_force")),
        ("Mobile Internet will be switched back on.", ("communications_shutdown", "lifted")),
        ("Officers scoured the area for a second suspect.", ("manhunt", "in_force")),
        ("Officers searched cars leaving the neighborhood.", ("checkpoint", "in_force")),
        ("There will be additional police officers on the streets.", ("reinforcement", "announced")),
        ("He sanctioned an ex-gratia payment to the next of kin.", ("compensation", "in_force")),
        ("A curfew will be imposed at dusk.", ("curfew", "announced")),
        ("The curfew is expected to continue until Friday.", ("curfew", "in_force")),
        ("The curfew was relaxed on Friday.", ("curfew", "in_force")),
        ("We imposed a curfew, the mayor said.", ("curfew", "in_force")),
        ("The order prohibits the movement of people.", ("other", "in_force")),
        ("Police have closed the exits of the airport.", ("closure", "in_force")),
        ('"Please avoid the area," police wrote on Twitter.', ("shelter_advisory", "in_force")),
        ('"Stay indoors and lock your doors," the mayor said.', ("shelter_advisory", "in_force")),
        ("Police were able to cordon off the area.", ("cordon", "in_force")),
        ("The command deployed personnel of the mobile police.", ("reinforcement", "in_force")),
        ("Soldiers were in search of the gunmen.", ("manhunt", "in_force")),
        ("Some 17 people were arrested in overnight raids.", ("security_operation", "in_force")),
        ("Train services were stopped at noon.", ("transport_suspension", "in_force")),
        ("The governor announced 5,000 dollars for the families of the dead.", ("compensation", "announced")),
        ("The minister cancelled all his engagements.", ("postponement", "in_force")),
        ("The magistrate imposed Section 144 in the town.", ("other", "in_force")),
        ("The army staged flag marches through the old town.", ("reinforcement", "in_force")),
        ("Authorities called out the army at noon.", ("reinforcement", "in_force")),
        ("Sniffer dogs have been deployed, an officer said.", ("reinforcement", "in_force")),
        ("Hundreds of troops are set to be deployed.", ("reinforcement", "announced")),
        ("The governor ordered all schools to close.", ("closure", "in_force")),
        ("The station was reopened on Saturday.", ("transport_suspension", "lifted")),
        ("A massive crackdown was under way in the valley.", ("security_operation", "in_force")),
        ("The cordon-and-search operation was resumed.", ("security_operation", "in_force")),
        ("Villagers were asked to shift to safer places.", ("evacuation", "in_force")),
        ("Police have registered a case against the driver.", ("investigation", "in_force")),
        ("The state will provide support to the victims.", ("compensation", "announced")),
        ("Police would begin random inspections of bags.", ("checkpoint", "announced")),
        ("Police said they were searching for two gunmen.", ("manhunt", "in_force")),
        ('"We have deployed 300 officers," the police chief said.', ("reinforcement", "in_force")),
        ("Thousands plan to march amid a curfew.", ("curfew", "in_force")),
        ("The curfew is to be further relaxed.", ("curfew", "announced")),
        ("The governor approved the relaxation of the curfew.", ("curfew", "in_force")),
        ("Police called off the manhunt.", ("manhunt", "lifted")),
        ("It put four schools on lockdown.", ("cordon", "in_force")),
        ("Officers were executing search warrants in the town.", ("security_operation", "in_force")),
        (
            "He directed force to increase security.",
            ("reinforcement", "in_force"),
        ),
        ("He announced the calling up of army reserves.", ("reinforcement", "announced")),
        ("The inspector who is heading a joint investigation team spoke.", ("investigation", "in_force")),
        ("Shops and schools closed their doors.", ("closure", "in_force")),
        ("Egypt ordered the military to protect vital infrastructure.", ("reinforcement", "in_force")),
        ("The governor announced a crackdown on gangs.", ("security_operation", "announced")),
        ("Police are investigating whether others took part.", ("investigation", "in_force")),
        ('"We have tightened security. Please be vigilant," the mayor said.', ("reinforcement", "in_force")),
        ("The curfew was on Thursday conditionally eased.", ("curfew", "in_force")),
        ("The city imposed an overnight traffic ban.", ("other", "in_force")),
        ("A full security alert has been issued.", ("alert_level", "in_force")),
        ("The governor said the state pays the medical bills of the wounded.", ("compensation", "in_force")),
        ("The agency issued a no-fly zone over the area.", ("closure", "in_force")),
        ("The law requires people to remain indoors at night.", ("shelter_advisory", "in_force")),
        ("The cabinet will discuss the ongoing investigation.", ("investigation", "in_force")),
    ],
)
def test_types_and_status_in_other_words(text, told):
    assert told in [(measure.type.value, measure.status.value) for measure in measures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "An officer was killed at a checkpoint.",
        "The state called on the army to restore mobile phone service.",
        "Trucks were stopped from plying.",
        "The officer fired back while taking shelter behind a car.",
        "Witnesses said they stayed inside during the shooting.",
        "Others would have died, as a crowded bus stop was close by.",
        "They were caught after a car chase through the town.",
        "Police stopped a suspicious car after the attack.",
        "The car went off outside the hotel and three militants stormed the building.",
        "The two officers were rushed to hospital.",
        "Seven policemen guarding health workers were shot dead.",
        "The minister suspended the traffic section officer.",
        "Police let them into the banned protest areas.",
        "Several violations of Section 144 were reported.",
        "The United Nations pressed for an independent investigation into the deaths.",
        "He said such an inquiry had to be independent.",
        "The operations headquarters published a list.",
        "The director general of military operations arrived.",
        "Threat levels range from low to critical.",
        "The tram restored some normalcy to the transport network.",
        "The gang was seeking to spread terror.",
        "The governor asked the federal government to send 300 police reservists.",
        "The authority recommended strict vigilance to avoid any untoward incident.",
        "Investigators looked at the man from one side.",
        "A police patrol clashed with gunmen.",
        "Soldiers stationed at the base were attacked.",
        "The attack on officers deployed near the mosque lasted an hour.",
        "The officer stopped to assist a colleague on a traffic stop.",
        "Officers were dispatched to the scene.",
        "The gunman shot himself when surrounded by police.",
    ],
)
def test_places_and_appeals_are_no_measures(text):
    assert measures(text) == ()


def test_who_orders_is_the_issuer_not_who_obeys():
    (found,) = measures("The companies were told by the ministry to suspend mobile Internet.")
    assert found.issuer == "ministry"


def test_a_person_with_an_office_is_an_issuer():
    (found,) = measures("President Oraz Bekov ordered an investigation into the attack.")
    assert found.issuer is not None
    assert "Oraz Bekov" in found.issuer


def test_who_says_what_they_do_is_the_issuer():
    (found,) = measures("The interior ministry said it had launched an investigation into the attack.")
    assert found.issuer == "interior ministry"


def test_one_level_is_told_by_what_it_is_raised_to():
    (found,) = measures("The centre raised its terror alert to level 4, meaning a very serious threat.")
    assert found.level == "4"


def test_the_alert_alone_is_no_level():
    assert measures("The terror alert was the result of a tip-off.") == ()


def test_a_measure_of_a_country_is_not_where_an_attack_was():
    text = (
        "Oslo is in Norway. The Norwegian president declared three days of mourning after the Bergen attack."
    )
    assert [place.name for place in measures(text)[-1].places] == ["Norway"]


def test_where_an_attack_was_is_not_where_trains_stop():
    text = "Brussels is tense. In Brussels trains were halted as a suspect in the Paris attacks is at large."
    assert [place.name for place in measures(text)[0].places] == ["Brussels"]


def test_who_speaks_in_a_country_speaks_of_measures_there():
    text = "Bombs killed ten in Osh. Officials in Kyrgyzstan say they have lifted a state of emergency."
    assert [place.name for place in measures(text)[-1].places] == ["Kyrgyzstan"]


def test_what_is_nationwide_holds_for_the_country_that_only_its_adjective_names():
    text = "Bombs killed ten in Nairobi. The Kenyan army was called. Soldiers have been deployed nationwide."
    assert [place.name for place in measures(text)[-1].places] == ["Kenya"]


def test_a_place_in_a_clause_that_hangs_on_it_is_not_that_of_a_level():
    text = (
        "Norway is calm. The threat level was lifted to high after the attack, which saw ten people shot at two"
        " Bergen mosques."
    )
    assert [place.name for place in measures(text)[-1].places] == ["Norway"]


def test_a_region_named_before_is_meant_by_the_state_and_by_its_government():
    text = (
        "Imphal is tense, and so is the rest of Manipur. Bombs went off in Imphal and schools were shut in Imphal."
        " The Manipur government restored mobile Internet. Troops have been deployed across the state."
    )
    *_, restored, deployed = measures(text)
    assert [[place.name for place in each.places] for each in (restored, deployed)] == [["Manipur"]] * 2


def test_a_year_in_passing_makes_no_measure_background():
    text = (
        "A bomb killed two people in Herat on Sunday. The governor, who in 2013 led the ministry, ordered troops to"
        " be deployed."
    )
    marked = mark_background(on_desk(text), measures(text))
    assert [measure.background for measure in marked] == [False]


def test_high_alert_is_the_level_whatever_else_is_expected():
    (found,) = measures("The government is on high alert because a summit is expected to bring guests.")
    assert found.level == "high alert"


def test_a_number_that_counts_people_is_no_level():
    (found,) = measures("Police remain on high alert following two shootings in the city.")
    assert found.level == "high alert"


def test_an_earlier_day_it_is_compared_to_makes_no_measure_background():
    text = "A bomb killed two people in Herat on Sunday. Not since 2010 has the city seen such a police presence."
    marked = mark_background(on_desk(text), measures(text))
    assert [measure.background for measure in marked] == [False]


def test_an_emergency_holds_for_the_country_not_for_the_town_of_the_report():
    text = "A bomb killed two people in Herat. Herat is in Afghanistan. The president declared a state of emergency."
    assert [place.name for place in measures(text)[-1].places] == ["Afghanistan"]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Police sealed off all the exits of the town.", ["cordon"]),
        ("All entry points of the town have been sealed.", ["cordon"]),
        ("Raids were carried out at six addresses.", ["security_operation"]),
        ("Some 200 policemen were deployed to the scene of the attack.", ["reinforcement"]),
        ("Residents were told to take shelter.", ["shelter_advisory"]),
        ("The displaced are in urgent need of food and shelter.", []),
        ("Vehicles were waiting to pass the checkpoint.", []),
        ("Police set up checkpoints.", ["checkpoint"]),
    ],
)
def test_exits_searches_and_checkpoints(text, types):
    assert [measure.type.value for measure in measures(text)] == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Troops launched a cordon and search operation in a village.", ["security_operation"]),
        ("The investigation is in its early stages.", ["investigation"]),
        ("Police were seen scouring the scene for clues.", ["investigation"]),
        ("Authorities are looking into the gang.", ["investigation"]),
        ("The bus had stopped to pick up passengers when the bomb exploded.", []),
        ("Trains were stopped after the blast.", ["transport_suspension"]),
    ],
)
def test_inquiries_and_what_stops(text, types):
    assert [measure.type.value for measure in measures(text)] == types


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("A curfew was imposed in Herat on 5 June 2016.", "2016-06-05", None),
        ("Police on 5 June 2016 cordoned off the centre of Herat.", "2016-06-05", None),
        ("The curfew in Herat was lifted on 5 June 2016.", None, "2016-06-05"),
        ("A curfew was imposed in Herat after clashes on 5 June 2016.", None, None),
        ("A curfew was imposed in Herat.", None, None),
    ],
)
def test_a_measure_holds_from_the_day_it_was_taken(text, begin, end):
    (measure,) = measures(text)
    assert (measure.valid_from, measure.valid_until) == (begin, end)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("The government declared Sunday a day of national mourning.", "en", ("2021-03-07", "2021-03-07")),
        ("The president declared Friday a day of mourning.", "en", ("2021-03-12", "2021-03-12")),
        ("The president declared three days of mourning on Monday.", "en", (None, None)),
        ("12 марта объявлено днём траура.", "ru", ("2021-03-12", "2021-03-12")),
        ("С 11 по 13 марта в городе объявлен траур.", "ru", ("2021-03-11", "2021-03-13")),
        ("12 наурыз аза тұту күні деп жарияланды.", "kk", ("2021-03-12", "2021-03-12")),
    ],
)
def test_a_land_mourns_on_the_days_that_are_declared(text, language, days):
    (measure,) = find_measures(on_desk(text, language=language))
    assert (measure.valid_from, measure.valid_until) == days


def test_a_case_that_is_sent_to_a_military_court_is_no_reinforcement():
    found = find_measures(on_desk("The case was sent to the Osh military court by prosecutors."))
    assert not any(each.type.value == "reinforcement" for each in found)


def test_those_who_receive_compensation_are_no_authority():
    text = (
        "The families of the four civilians who were killed will receive compensation, the governor said.\n"
    )
    claims = oqiga.read_report(text, published="2021-06-09", language="en", gated=False).claims
    assert [claim.type.value for claim in claims if claim.kind == "measure"] == ["compensation"]
