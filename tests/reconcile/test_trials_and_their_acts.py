from oqiga.reconcile.compare import compare
from oqiga.reconcile.sketching import sketches_of
from told import event, place, report, toll

TRIAL = "Participants in the Osh attack jailed for life. The court spoke. On 5 June gunmen attacked in Osh."
ALMATY = {"name": "Almaty", "geonames_id": 1526384, "latitude": 43.25, "longitude": 76.91, "country": "KZ"}


def trial(*acts):
    claims = [event("t", day=None, incident="a"), *acts]
    return sketches_of(report(1, published=None, text=TRIAL + " x" * 200), claims)


def act(incident="b", start=66, **more):
    return event(incident, day=None, incident=incident, background=True, start=start, **more)


def killed(incident="b", start=70):
    return toll("k", 14, incident=incident, background=True, start=start)


def test_a_trial_is_about_the_one_act_that_its_report_recalls():
    found = trial(act(), killed())[0]
    assert (found.figures, found.told) == ((("killed all", 14),), ("--06-05",))


def test_a_trial_is_not_about_one_of_two_acts_nor_about_an_act_elsewhere():
    for others in ([act(), killed(), act("c", start=40)], [act(places=[place(**ALMATY)]), killed()]):
        assert trial(*others)[0].figures == ()


def test_a_trial_meets_what_is_told_of_its_act():
    attack = [event("e", day=None, incident="a"), toll("f", 14, start=40, incident="a")]
    (told,) = sketches_of(report(2, published=None, text="On 5 June gunmen attacked. " * 20), attack)
    assert compare(trial(act(), killed())[0], told).same
