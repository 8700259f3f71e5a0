"""Figures that their own source takes back are denied; "of them" are those whom the sentence tells of last."""

import pytest

import oqiga
from tolling import short, told, tolls


def denied(text, language="en"):
    return [short(each) for each in tolls(text, language) if each.certainty.value == "denied"]


@pytest.mark.parametrize(
    ("language", "text", "withdrawn"),
    [
        ("en", "The Osh hospital corrected its own figure of nine dead given on Friday.", ["killed all 9"]),
        ("en", "The ministry withdrew its earlier estimate of 40 rebels killed.", ["killed attackers 40"]),
        ("en", "The ministry corrected its toll of 12 dead, saying ten had died.", ["killed all 12"]),
        ("en", "The agency corrected the number of wounded to 15.", []),
        ("en", "A bank withdrew from Osh after the blast that killed nine.", []),
        ("en", "Police withdrew a number of officers who had killed four rebels.", []),
        ("ru", "Больница отозвала данные о девяти погибших.", ["killed all 9"]),
        ("ru", "Министерство отозвало сотрудников, убивших троих боевиков.", []),
    ],
)
def test_a_figure_that_is_taken_back_is_denied(language, text, withdrawn):
    assert denied(text, language) == withdrawn


@pytest.mark.parametrize(
    ("rest", "part"),
    [
        ("Bekova said 15 people were being treated, two of them children.", "hospitalized children 2"),
        ("Twenty were missing, two of them police officers.", "missing police 2"),
        ("Twelve people were wounded, three of them children.", "injured children 3"),
        ("Twenty were evacuated. Two of the dead were children.", "killed children 2"),
    ],
)
def test_of_them_are_those_of_whom_the_sentence_tells_last(rest, part):
    assert told(f"Nine people died in the attack in Osh on Friday, a doctor said.\n\n{rest}")[-1] == part


DEAD = "Ten people were killed in Osh on Tuesday, residents said. "
DEAD_RU = "В Оше погибли десять человек, сообщили жители. "
DEAD_KK = "Ошта он адам қаза тапты, деді тұрғындар. "


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", DEAD + "Police denied the reports.", 1),
        ("en", DEAD + "Police denied those rumours on Wednesday.", 1),
        ("en", DEAD + "Police dismissed reports of a second attack.", 0),
        ("en", DEAD + "The attack came hours after police had denied rumours of a shooting in Aravan.", 0),
        ("ru", DEAD_RU + "Полиция опровергла эти сообщения.", 1),
        ("ru", DEAD_RU + "Полиция опровергла слухи о втором взрыве.", 0),
        ("kk", DEAD_KK + "Полиция бұл ақпаратты жоққа шығарды.", 1),
        ("kk", DEAD_KK + "ІІМ бұл туралы ақпаратты жоққа шығарды.", 1),
        ("kk", DEAD_KK + "Полиция екінші жарылыс туралы қауесетті жоққа шығарды.", 0),
    ],
)
def test_a_denial_that_names_its_own_matter_denies_no_figure_told_before(language, text, count):
    record = oqiga.read_report(text, published="2021-06-09", language=language, gated=False)
    told_denied = [c for c in record.claims if c.kind == "toll" and c.certainty.value == "denied"]
    assert [claim.low for claim in told_denied] == [10] * count


@pytest.mark.parametrize(
    ("language", "text", "certainty"),
    [
        ("en", "The police officer who had been reported dead is alive and in hospital in Osh.", "denied"),
        ("en", "A soldier reported killed in Tuesday's attack in Osh was found alive.", "denied"),
        ("en", "A soldier who was reported dead on Tuesday had been shot in Osh.", "reported"),
        ("en", "A soldier who was reported dead was not found alive.", "reported"),
        ("ru", "Полицейский, которого считали погибшим, жив и находится в больнице в Оше.", "denied"),
        ("ru", "Военный, считавшийся погибшим при нападении в Оше, найден живым.", "denied"),
        ("ru", "Военный, считавшийся погибшим, найден в Оше.", "stated"),
    ],
)
def test_who_was_called_dead_and_is_alive_is_no_dead(language, text, certainty):
    (claim,) = tolls(text, language)
    assert claim.certainty.value == certainty


@pytest.mark.parametrize(
    ("text", "at_large"),
    [
        ("Теперь на свободе все 15 похищенных в Оше.", 0),
        ("Шестеро заложников из Оша уже на свободе.", 0),
        ("На свободе 12 пассажиров автобуса, захваченного под Ошем.", 0),
        ("На свободе остаются двое подозреваемых в нападении на рынок в Оше.", 2),
    ],
)
def test_captives_who_are_free_are_not_wanted(text, at_large):
    found = [claim.low for claim in tolls(text, "ru") if claim.outcome.value == "at_large"]
    assert sum(found) == at_large
