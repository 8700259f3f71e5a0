import pytest

from oqiga.api import read_report

GOES_ON = [
    ("en", "The police said two people were killed. Three were wounded."),
    ("en", "According to the governor, two people were killed. Three were wounded."),
    ("en", "Two people were killed, the police said. Another three were wounded."),
    ("ru", "По словам губернатора, убиты двое. Трое ранены."),
    ("ru", "Полиция сообщила, что убиты двое. Трое ранены."),
    ("ru", "Двое убиты, сообщила полиция. Ещё трое ранены."),
    ("ru", "Двое убиты, сообщила полиция. Таким образом, число убитых достигло девяти."),
    ("kk", "Полицияның мәліметінше, екі адам қаза тапты. Үш адам жараланды."),
    ("kk", "Полиция екі адам қаза тапқанын хабарлады. Тағы үш адам жараланды."),
]
ENDS = [
    ("en", "Two people were killed, the police said. Three were wounded."),
    ("en", "The police said two people were killed.\n\nThree were wounded."),
    ("en", "The police said two people were killed. Earlier three were wounded in Osh."),
    ("en", "The police said two people were killed. The army shot three militants."),
    ("en", '"Two people were killed," the police said. Three were wounded.'),
    ("en", "Police said two people were killed, but residents put the toll at six. Three were wounded."),
    ("en", "The police denied that two people were killed. Three were wounded."),
    ("ru", "По словам губернатора, убиты двое. Однако ранены трое."),
    ("ru", "По словам губернатора, убиты двое. В 2014 году здесь ранены трое."),
    ("ru", "По словам губернатора, убиты двое. Прокуратура задержала трёх подозреваемых."),
    ("kk", "Екі адам қаза тапты, деп хабарлады полиция. Үш адам жараланды."),
    ("kk", "Полицияның мәліметінше, екі адам қаза тапты. Бұған дейін үш адам жараланды деген еді."),
]


def last_toll(language, text):
    """Return who says the first toll and the last one."""
    record = read_report(text + "\n", language=language, published="2021-06-09")
    tolls = sorted((claim for claim in record.claims if claim.kind == "toll"), key=lambda one: one.span)
    return [[source.name for source in toll.said_by] for toll in (tolls[0], tolls[-1])]


@pytest.mark.parametrize(("language", "text"), GOES_ON)
def test_speech_goes_on_in_the_next_sentence(language, text):
    first, last = last_toll(language, text)
    assert first
    assert last == first


@pytest.mark.parametrize(("language", "text"), ENDS)
def test_what_the_writer_tells_is_said_by_nobody(language, text):
    assert last_toll(language, text)[1] == []
