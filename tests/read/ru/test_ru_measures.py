"""Measures of Russian sentences: what stands still, what is cancelled, what only describes somebody."""

import pytest

from oqiga.model.report import Report
from oqiga.read.measures import find_measures
from oqiga.read.reader import make_context

CASES = {
    # who only asks for it, and who may
    "Оппозиция призвала объявить траур.": [],
    "Депутат предложил закрыть школы.": [],
    "Губернатор попросил президента ввести чрезвычайное положение.": [],
    "Партия «Заря» призвала снять комендантский час.": [],
    "Власти призвали закрыть магазины.": ["closure in_force"],
    "Полиция просит жителей не выходить из дома.": ["shelter_advisory in_force"],
    "Эксперты заговорили о необходимости усиления охраны школ.": [],
    # what is closed every evening, moved to another house, or told by loudspeaker
    "Это случилось незадолго до закрытия рынка.": [],
    "Власти объявили о закрытии рынка.": ["closure in_force"],
    "Занятия перенесены в соседнюю школу.": [],
    "Уроки перенесены в соседнюю — 12-ю.": [],
    "Занятия в школе перенесены на понедельник.": ["postponement in_force"],
    "Директор объявила по громкой связи о чрезвычайной ситуации.": [],
    # plain words that were missed, or taken for another measure
    "Аэропорты закрывали из-за угрозы атаки.": ["transport_suspension in_force"],
    "Аэропорт временно не принимает рейсы.": ["transport_suspension in_force"],
    "Расследованием занялась прокуратура.": ["investigation in_force"],
    "На улицы выведены военные.": ["reinforcement in_force"],
    "На дорогах установлены посты.": ["checkpoint in_force"],
    "Полицейский погиб у установленного поста.": [],
    "Власти призвали жителей избегать центра города.": ["shelter_advisory in_force"],
    "Приспущены государственные флаги.": ["mourning in_force"],
    "Сотрудники полиции вывели жильцов в безопасное место.": ["evacuation in_force"],
    "Полицейские проводят комплекс оперативно-следственных мероприятий.": ["investigation in_force"],
    "Погибли двое боевиков в ходе спецоперации.": ["security_operation in_force"],
    "Полиции удалось блокировать налётчика неподалёку от здания администрации.": [],
    "ОПГ перекрыли автомагистраль и дорогу.": [],
    "В одном из районов города проходит эвакуация.": ["evacuation in_force"],
    "Специалисты проводят расследование.": ["investigation in_force"],
    "В настоящее время прочёсывается местность.": ["security_operation in_force"],
    "Это находившиеся в розыске Артём Лунин и Муса Беков.": [],
    "В ходе контртеррористической операции никто не пострадал.": ["security_operation in_force"],
    "Спецоперация не проводилась.": [],
    "Родители пытались вывести учеников из здания школы.": [],
    "Полиция полностью оцепила регион.": ["cordon in_force"],
    "Ситуация в Орске находится на контроле у президента.": ["other in_force"],
    "Силовики уничтожили пятерых бойцов в ходе рейдов.": ["security_operation in_force"],
    "Боевики убили 20 жителей в ходе рейда.": [],
    "Участник бандподполья был блокирован в одном из жилых домов.": [],
    "В частном доме сотрудники ФСБ блокировали неизвестную вооружённую группу.": [],
    "На месте взрыва работают следователи и криминалисты.": ["investigation in_force"],
    "Суд по уголовным делам приговорил Лунина к смертной казни.": [],
    "Создана комиссия по расследованию обстоятельств взрыва.": ["investigation in_force"],
    "Следственный комитет квалифицировал нападение как теракт.": [],
    "Местные власти просят людей оставаться в безопасных местах до отбоя тревоги.": [
        "shelter_advisory in_force"
    ],
    "Власти призвали жителей оставаться в укрытиях.": ["shelter_advisory in_force"],
    # what is told by a negation is no denial
    "Интернет не работает.": ["communications_shutdown in_force"],
    "В городе нет связи и интернета.": ["communications_shutdown in_force"],
    "Мобильный интернет работает с перебоями.": ["communications_shutdown in_force"],
    "Связи между терактами нет.": [],
    "Школы не работают.": ["closure in_force"],
    "Школьников перевели на дистанционное обучение.": ["closure in_force"],
    "Поезда не ходят.": ["transport_suspension in_force"],
    "В столице не работает метро, перестал ходить транспорт.": ["transport_suspension in_force"] * 2,
    "Мэр распорядился закрыть храмы и пляжи.": ["closure in_force"],
    "Жителям советуют избегать места атаки.": ["shelter_advisory in_force"],
    "Расследованием занимается прокуратура.": ["investigation in_force"],
    "Он передал записку с требованием выплатить ему 15 миллионов рублей.": [],
    # to cancel is to postpone or to stop, it lifts nothing; a regime is lifted
    "Рейсы в столицу отменены.": ["transport_suspension in_force"],
    "Концерты и спектакли отменены.": ["postponement in_force"],
    "Комендантский час отменён.": ["curfew lifted"],
    # one verb, two things
    "Приостановлена работа ресторанов и общественного транспорта.": [
        "closure in_force",
        "transport_suspension in_force",
    ],
    "Закрыты школы, рынки и вокзал.": ["closure in_force", "transport_suspension in_force"],
    # readiness and search have their own types, a level is a level
    "Полиция переведена на усиленный вариант несения службы.": ["reinforcement in_force"],
    "Объявлен план «Перехват».": ["manhunt in_force"],
    "Введён жёлтый уровень террористической опасности.": ["alert_level in_force"],
    # who is described does nothing; who shoots investigates nothing
    "Школьник начал стрелять в прибывших полицейских.": [],
    "Силовики ведут стрельбу.": [],
    "Сотрудники ФСБ ведут обыски.": ["security_operation in_force"],
}


def measures_of(text):
    found = find_measures(make_context(Report(id="r", text=text, language="ru")))
    return sorted(f"{measure.type} {measure.status}" for measure in found)


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_a_sentence_gives_its_measures(text, expected):
    assert measures_of(text) == expected
