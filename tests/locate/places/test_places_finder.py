import time
from itertools import pairwise

import pytest

from oqiga.locate.places import find_places
from oqiga.model.span import Span
from oqiga.model.syntax import Document, Entity, Sentence, Token
from oqiga.read.languages import language_pack


def found(text, language="en", **options):
    document = language_pack(language).parse(text)
    return {mention.span.of(text): mention for mention in find_places(document, **options)}


CASES = [
    ("Gunmen attacked a market in Osh on Monday.", "Osh", "city", "KG", 1527534),
    ("Six people died in Aqtobe, a city in Kazakhstan.", "Aqtobe", "city", "KZ", 610611),
    ("Police in Aqtobe, Kazakhstan, said so.", "Kazakhstan", "country", "KZ", 1522867),
    ("A bomb killed two in the region of Aqtobe, Kazakhstan.", "region of Aqtobe", "region", "KZ", 610688),
    ("A man from the South Kazakhstan region was held.", "South Kazakhstan region", "region", "KZ", 1524787),
    ("A man was shot in Paris, Texas, on Monday.", "Paris", "city", "US", 4717560),
    ("A man was shot in Paris on Monday, French police said.", "Paris", "city", "FR", 2988507),
    ("Fire broke out in Tripoli, Lebanon.", "Tripoli", "city", "LB", 266826),
    ("Fire broke out in Tripoli, Libya.", "Tripoli", "city", "LY", 2210247),
    (
        "The blast in Maiduguri, the capital of Borno state, killed 16.",
        "Borno state",
        "region",
        "NG",
        2346794,
    ),
    ("Troops left for Wichita, Kansas, he said.", "Wichita", "city", "US", 4281730),
    ("He was shot in Columbus, Ga., on Friday.", "Ga.", "region", "US", 4197000),
    ("Cases rose in Saudi Arabia, Saudi officials said.", "Saudi Arabia", "country", "SA", 102358),
    ("A blast hit the Dominican Republic.", "Dominican Republic", "country", "DO", 3508796),
    ("Fighting spread in Congo from Ituri to South Kivu.", "Congo", "country", "CD", 203312),
    ("It seems that the US wants to help us.", "US", "country", "US", 6252001),
    ("A convoy left Israel for Gaza on Sunday.", "Gaza", "region", "PS", None),
    ("The Gulf of Mexico was calm.", "Gulf of Mexico", "region", None, None),
    ("The ship crossed the Black Sea towards Odessa, Ukraine.", "Odessa", "city", "UA", 698740),
]


@pytest.mark.parametrize(("text", "words", "precision", "country", "geonames_id"), CASES)
def test_names_are_resolved(text, words, precision, country, geonames_id):
    place = found(text)[words].place
    assert (place.precision, place.country, place.geonames_id) == (precision, country, geonames_id)


def test_a_neighbourhood_has_its_own_name_and_the_point_of_its_city():
    mentions = found("Police sealed off the Nur City neighborhood of Aqtobe, Kazakhstan.")
    quarter, city = mentions["Nur City neighborhood"], mentions["Aqtobe"]
    assert quarter.place.name == "Nur City neighborhood"
    assert quarter.place.precision == "neighbourhood"
    assert quarter.place.geonames_id is None
    assert quarter.within == city
    assert (quarter.place.latitude, quarter.place.admin1) == (city.place.latitude, city.place.admin1)


def test_an_unknown_district_is_anchored_to_the_city_of_the_report():
    mentions = found(
        "Gunmen struck in Osh, Kyrgyzstan, on Monday.\n\nPolice sealed off the Amir-Timur district."
    )
    assert mentions["Amir-Timur district"].place.country == "KG"
    assert mentions["Amir-Timur district"].place.precision == "neighbourhood"
    assert mentions["Amir-Timur district"].within.place.name == "Osh"


def test_sites_lie_in_the_city_of_their_sentence():
    mentions = found("Gunmen stormed a bus station in Osh, and shots were heard near a mosque in Bishkek.")
    assert mentions["bus station"].place.precision == "site"
    assert mentions["bus station"].within.place.name == "Osh"
    assert mentions["bus station"].place.geonames_id == 1527534
    assert mentions["mosque"].within.place.name == "Bishkek"


def test_sites_can_be_left_out():
    assert set(found("Gunmen stormed a bus station in Osh.", sites=False)) == {"Osh"}


def test_a_point_of_the_compass_leaves_the_point_unknown():
    mention = found("Authorities in northwestern Kazakhstan closed schools.")["northwestern Kazakhstan"]
    assert (mention.place.country, mention.place.latitude, mention.place.geonames_id) == ("KZ", None, None)
    assert mention.within.place.geonames_id == 1522867


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Michael Jordan said he was sorry.", "Jordan"),
        ("Officials said on Monday in March that May would be quiet.", "May"),
        ("The Kazakh Interior Ministry said so.", "Kazakh"),
        ("Ministers of the EU met in Ankara.", "EU"),
        ("SWAT teams came to Ankara.", "SWAT"),
        ("The White House said so on Monday.", "White House"),
        ("President George Washington spoke to reporters, and Washington thanked them.", "George"),
    ],
)
def test_what_is_no_place_is_left_alone(text, words):
    assert words not in found(text)


def test_the_country_of_the_report_decides_between_namesakes():
    text = "A man was stabbed in Cambridge on Friday."
    assert found(text, country="GB")["Cambridge"].place.country == "GB"
    assert found(text, country="US")["Cambridge"].place.country == "US"


RUSSIAN = [
    ("В воскресенье в Актобе погибли трое военных.", "Актобе", "Актобе", 610611),
    (
        "В Актюбинской области Казахстана введён жёлтый уровень.",
        "Актюбинской области",
        "Актюбинская область",
        610688,
    ),
    ("Взрыв произошёл в Оше, столице юга Киргизии.", "Оше", "Ош", 1527534),
    ("Задержанных доставили в Ташкент из Жанаозена.", "Жанаозена", "Жанаозен", 607610),
]


@pytest.mark.parametrize(("text", "words", "name", "geonames_id"), RUSSIAN)
def test_russian_cases_come_off(text, words, name, geonames_id):
    place = found(text, "ru")[words].place
    assert (place.name, place.geonames_id) == (name, geonames_id)


def shallow(text, language, places):
    """A document without a tree: what a language with morphology only gives."""
    tokens, at = [], 0
    for word in text.split():
        bare = word.strip(".,")
        start = text.index(bare, at)
        at = start + len(bare)
        label = "GPE" if bare in places else ""
        index = len(tokens)
        pos = "PROPN" if label else "NOUN"
        tokens.append(Token(index, bare, bare.lower(), pos, frozenset(), "dep", 0, Span(start, at), label))
    entities = tuple(Entity("GPE", t.index, t.index + 1, t.span) for t in tokens if t.entity)
    sentence = Sentence(0, 0, len(tokens), Span(0, len(text)), 0)
    return Document(text, language, tuple(tokens), (sentence,), entities)


@pytest.mark.parametrize(
    ("text", "places", "words", "geonames_id"),
    [
        ("Ақтөбеде екі адам қаза тапты", {"Ақтөбеде"}, "Ақтөбеде", 610611),
        ("Жарылыс Ақтөбе облысында болды", {"Ақтөбе"}, "Ақтөбе облысында", 610688),
        ("Полиция Қызылордадан келді", {"Қызылордадан"}, "Қызылордадан", 1519922),
        ("Adamdar Aqtöbede ustaldy", {"Aqtöbede"}, "Aqtöbede", 610611),
    ],
)
def test_kazakh_endings_come_off(text, places, words, geonames_id):
    mentions = {m.span.of(text): m for m in find_places(shallow(text, "kk", places))}
    assert mentions[words].place.geonames_id == geonames_id


def test_the_same_text_gives_the_same_places_and_none_overlap():
    text = "Gunmen attacked Osh and Jalal-Abad in Kyrgyzstan.\n\nA mosque in Osh was shut, said officials in Bishkek."
    document = language_pack("en").parse(text)
    first = find_places(document)
    assert first == find_places(document)
    assert all(one.span.end <= two.span.start for one, two in pairwise(first))
    assert all(mention.place.span == mention.span for mention in first)


@pytest.mark.parametrize("text", ["", "…", "THE END", "\n\n\n", "1 2 3"])
def test_texts_without_places(text):
    assert found(text) == {}


def hostile(words, language="en"):
    text = " ".join(words)
    return shallow(text, language, set(words[:50]))


@pytest.mark.timeout(60)
@pytest.mark.parametrize("word", ["Osh", "San", "Qxzv", "District", "Ақтөбеде"])
def test_time_grows_no_faster_than_the_text(word):
    def seconds(times):
        document = hostile(
            [f"{word}{'' if n % 2 else ','}" for n in range(times)], "kk" if word == "Ақтөбеде" else "en"
        )
        start = time.process_time()
        find_places(document)
        return time.process_time() - start

    seconds(200)
    small, large = seconds(2_000), seconds(16_000)
    assert large < 8 * max(small, 0.05) * 4


def test_sites_lie_in_the_first_town_but_that_of_the_dateline():
    text = "WELLINGTON (AP) - Gunmen came on Friday to Christchurch. They fired at a mosque."
    (site,) = [each for each in find_places(language_pack("en").parse(text)) if each.place.name == "mosque"]
    assert site.within is not None and site.within.place.name == "Christchurch"
