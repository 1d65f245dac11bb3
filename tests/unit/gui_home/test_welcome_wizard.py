"""The first start without a window: order, what must be said, what is kept."""

from __future__ import annotations

from rustok_desktop.gui.welcome.wizard import Begin, Step, Wizard, usual_currency


def test_three_steps_forward() -> None:
    wizard = Wizard(name="Kiln")
    assert [wizard.number, wizard.next(), wizard.number, wizard.next(), wizard.number] == [1, True, 2, True, 3]
    assert wizard.step is Step.DONE
    assert not wizard.next()


def test_a_shop_needs_a_name() -> None:
    wizard = Wizard(name="  ")
    assert wizard.problem == "name"
    assert not wizard.next()
    wizard.name = "Kiln"
    assert wizard.next()
    assert wizard.problem == ""


def test_back_keeps_what_was_chosen_and_ends_where_it_is_done() -> None:
    wizard = Wizard(name="Kiln")
    assert not wizard.back()
    wizard.next()
    wizard.begin = Begin.IMPORT
    assert wizard.back()
    assert (wizard.step, wizard.name, wizard.begin) == (Step.SHOP, "Kiln", Begin.IMPORT)
    wizard.next()
    wizard.next()
    assert not wizard.back()


def test_money_follows_the_language_until_it_is_chosen() -> None:
    wizard = Wizard(locale="en", currency=usual_currency("en"))
    wizard.choose_language("ru")
    assert wizard.currency == "RUB"
    wizard.currency = "EUR"
    wizard.choose_language("uk")
    assert (wizard.locale, wizard.currency) == ("uk", "EUR")
