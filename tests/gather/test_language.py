import pytest

from oqiga.gather.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two people were killed in the attack, officials said.", "en"),
        ("ALMATY: TWO KILLED IN BLAST, POLICE SAY", "en"),
        ("В результате нападения погибли два человека, сообщили в МВД.", "ru"),
        ("Шабуыл салдарынан екі адам қаза тапты, деп хабарлады ІІМ.", "kk"),
        ("Ақтөбеде екі адам оққа ұшты", "kk"),
        ("Shabuyl saldarynan eki adam qaza tapty, dep habarlady IIM. Bul týraly polıtsııa aitty.", "kk"),
        ("Кол салуунун кесепетинен эки киши каза болду", "ky"),
        ("Алматыда бомба жарылып, төрт адам мерт болды.", "kk"),
        ("Базарда бомба жарылып, он адам мерт болды", "kk"),
        ("Алматыда бомба жарылып, төрт киши мерт болду", "ky"),
        ("Алматыда төрт адам мерт болду", "ky"),
        ("Теракттан алты адам каза тапты", "ky"),
        ("Мәскәүдә шартлау булган, дүрт кеше үлгән", "tt"),
        ("Дар Душанбе таркиш шуд, чаҳор нафар кушта шуданд", "tg"),
        ("Тошкентда портлаш бўлди, тўрт қурбон бор", "uz"),
        ("Улаанбаатарт дэлбэрэлт болж, дөрвөн хүн нас барлаа", "mn"),
        ("Внаслідок нападу загинули дві людини, повідомили в міністерстві", "uk"),
        ("Dos personas murieron en el ataque de este domingo", "es"),
        ("Six miners kidnapped in Zamfara.", "en"),
        ("Suicide bomber hits Mogadishu hotel", "en"),
        ("Gunmen kidnap three teachers in Zamfara on Sunday", "en"),
        ("Gunmen Storm Hotel In Bamako", "en"),
        ("Five don die for attack wey happen for Kaduna, police tok say dem dey find the gunmen", "pcm"),
        ("Боевики напали на КПП", "ru"),
        ("Полиция захватила склад оружия в Назрани.", "ru"),
        ("Полицията задържа трима души в Пловдив", "bg"),
        ("Sex gruvarbetare kidnappade i Zamfara.", "sv"),
        ("Anschlag in Istanbul", "de"),
        ("Explosion à Kaboul, dix morts", "fr"),
        ("У Харкові обстріл", "uk"),
        ("", None),
        ("12345 !!!", None),
    ],
)
def test_languages_are_told_apart(text, language):
    assert detect_language(text) == language
