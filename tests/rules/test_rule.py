"""How a rule speaks."""

from rules.rule import Citation, Wording


def test_a_wording_falls_back_to_the_language_it_was_written_in():
    assert Wording("Wait.", "Attendez.").said("fr") == "Attendez."
    assert Wording("Wait.", None).said("fr") == "Wait."
    assert Wording(None, "Attendez.").said("en") == "Attendez."


def test_a_citation_shows_title_and_address_in_the_language_asked():
    cited = Citation(
        Wording("Act", "Loi"), "21", Wording("https://a.ca/eng", "https://a.ca/fra"), "2026-07-23"
    )
    assert cited.source("fr").title == "Loi"
    assert cited.source("fr").url == "https://a.ca/fra"
    assert cited.source("en").clause == "21"
