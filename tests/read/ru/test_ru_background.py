"""Earlier things that a Russian report sets the story beside."""

import pytest

from oqiga.model.report import Report
from oqiga.read.reader import read_report

LEAD = (
    "В Бишкеке 5 июня взорвалась машина, ранены трое охранников. На месте работают спасатели. "
    "Улицу оцепили. Свидетели слышали хлопок. "
)
EARLIER = {
    "В декабре прошлого года взорвался рынок. В результате теракта погибли 12 человек.": (12, True),
    "Происшествие случилось через неделю после взрыва на рынке, где погибли 12 человек.": (12, True),
    "Нападение последовало за серией обстрелов, унёсших жизни 12 человек.": (12, True),
    "Это произошло спустя месяц после стрельбы в клубе, где погибли 12 человек.": (12, True),
    "Инцидент произошёл утром, погибли 12 человек.": (12, False),
    "В результате происшествия погибли 12 человек.": (12, False),
}


@pytest.mark.parametrize(("text", "expected"), EARLIER.items(), ids=list(EARLIER))
def test_what_the_story_follows_is_background(text, expected):
    report = Report(id="r-1", text=LEAD + text, language="ru", published="2016-06-06T12:00:00+05:00")
    killed = [
        (claim.low, claim.background)
        for claim in read_report(report, gated=False, trained=False).claims
        if claim.kind == "toll" and claim.outcome.value == "killed"
    ]
    assert killed == [expected]
