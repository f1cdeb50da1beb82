from itertools import permutations

from quoth.model.group import Called
from quoth.text.fullest import fullest


def test_the_fullest_name_is_taken_unless_it_is_rare() -> None:
    names = [Called("Torvald", "en", 30), Called("Ina Torvald", "en", 20)]
    assert fullest(names) == "Ina Torvald"
    rare = Called("Ina Maria Torvald von Aarnes", "en", 1)
    assert fullest([*names, rare]) == "Ina Torvald"


def test_the_script_that_most_pages_have_is_taken_unless_another_is_asked_for() -> None:
    names = [Called("Ina Torvald", "en", 2), Called("Ина Торвальд", "ru", 3)]
    assert fullest(names) == "Ина Торвальд"
    assert fullest(names, "Latn") == "Ina Torvald"
    assert fullest(names, "Arab") == "Ина Торвальд"


def test_the_order_of_names_does_not_matter() -> None:
    names = [Called("Ina Torvald"), Called("Ina Quist"), Called("Bo Torvald")]
    assert len({fullest(order) for order in permutations(names)}) == 1


def test_nothing_has_no_name() -> None:
    assert fullest([]) == ""
