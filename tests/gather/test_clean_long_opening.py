"""What stands at the top of a report."""

from oqiga.gather.clean import clean


def test_a_long_first_paragraph_without_a_full_stop_is_body():
    first = (
        "В городе случилось очередное происшествие, силы полиции стянуты на улицу Садовую, что в старой части "
        "города. Здесь взят в заложники известный в области лекарь, сообщает сайт "
        "местного телеканала со ссылкой на очевидцев, которые видели всё из окон соседних домов"
    )
    cleaned = clean([first, "Район оцеплен сотрудниками полиции, движение по улицам остановлено."])
    assert cleaned.title is None
    assert cleaned.body[0] == first
