from oqiga.evaluate.muc4.align import compare


def template(kind="attack", **roles):
    return {
        "incident_type": kind,
        **{
            name: [[each] if isinstance(each, str) else each for each in found]
            for name, found in roles.items()
        },
    }


def test_the_same_template_is_all_right():
    one = template(PerpInd=["two men"], Target=["bridge"])
    found = compare([one], [one])
    assert {name: (each.right, each.given, each.wanted) for name, each in found.items() if each.wanted} == {
        "incident_type": (1, 1, 1),
        "PerpInd": (1, 1, 1),
        "Target": (1, 1, 1),
    }


def test_templates_of_other_types_are_never_mapped():
    found = compare([template("bombing", Target=["bridge"])], [template("attack", Target=["bridge"])])
    assert found["Target"].right == 0
    assert found["Target"].given == found["Target"].wanted == 1


def test_one_string_of_an_entity_is_enough_and_articles_do_not_count():
    gold = template(PerpOrg=[["Northern Front", "NF"]])
    assert compare([template(PerpOrg=["the northern front"])], [gold])["PerpOrg"].right == 1


def test_the_better_mapping_of_two_of_a_type_is_taken():
    gold = [template(Victim=["ana"]), template(Victim=["eva", "ida"])]
    found = compare([template(Victim=["eva", "ida"]), template(Victim=["ana"])], gold)
    assert found["Victim"].right == 3


def test_identical_wanted_templates_count_once():
    one = template(Victim=["ana"])
    assert compare([one], [one, dict(one)])["incident_type"].wanted == 1


def test_either_of_two_types_will_do():
    assert compare([template("attack")], [template("bombing / attack")])["incident_type"].right == 1


def test_nothing_given_and_nothing_wanted():
    assert all(each.given == each.wanted == 0 for each in compare([], []).values())
