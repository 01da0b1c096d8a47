import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rules.render import render
from tests.rules.profiles import PROFILES, READY

X = PROFILES["x"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**gras** et *ital* __b__ _i_ ***les deux***", "gras et ital b i les deux"),
        ("# Titre\nTexte", "Titre\nTexte"),
        ("## Titre ##\n\nTexte", "Titre\n\nTexte"),
        ("[guide](https://canada.ca/guide)", "guide: https://canada.ca/guide"),
        ("[https://canada.ca](https://canada.ca)", "https://canada.ca"),
        ("[canada.ca](https://canada.ca/)", "https://canada.ca/"),
        ("[été](https://é.ca/à_b_c)", "été: https://é.ca/à_b_c"),
        ("<https://canada.ca/_a_>", "https://canada.ca/_a_"),
        ("<jane@canada.ca>", "jane@canada.ca"),
        ("[jane@canada.ca](mailto:jane@canada.ca)", "jane@canada.ca"),
        ("* a\n* b", "- a\n- b"),
        ("+ 3 %", "+ 3 %"),
        ("- a\n  - b\n    suite\n- c", "- a\n  - b\n    suite\n- c"),
        ("1. a\n   - b", "1. a\n   - b"),
        ("1. a\n1. b\n1. c", "1. a\n2. b\n3. c"),
        ("3) a\n7) b", "3) a\n7) b"),
        ("2026. Une bonne année", "2026. Une bonne année"),
        ("`a_b` et ``c`d``", "a_b et c`d"),
        ("```py\nx = '*a*'\n\n  y\n```", "x = '*a*'\n\n  y"),
        ("![une carte](carte.png)", "une carte"),
        ("[![carte](c.png)](https://canada.ca)", "carte: https://canada.ca"),
        ("un\ndeux  \ntrois", "un\ndeux\ntrois"),
        ("un\n\n\n\ndeux", "un\n\ndeux"),
        ("un\r\ndeux\rtrois", "un\ndeux\ntrois"),
        ("<b>gras</b> &amp; &eacute;", "<b>gras</b> &amp; &eacute;"),
        ("un\n\n---\n\ndeux", "un\n\n---\n\ndeux"),
        ("un\n---\ndeux", "un\n---\ndeux"),
        (r"\*pas gras\*", "*pas gras*"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("See [the page](https://canada.ca).", "See the page: https://canada.ca."),
        ("Voyez [la page](https://canada.ca).", "Voyez la page\xa0: https://canada.ca."),
        ("See [a](b.ca).\n\nPour [la page](c.ca).", "See a: b.ca.\n\nPour la page\xa0: c.ca."),
        ("| **a** | b |\n|:-:|---|\n| `1` | 2 |\nsuite", "| a | b |\n| 1 | 2 |\nsuite"),
        ("- x\n  \n  a | b\n  --|--\n  1 |", "- x\n\n  | a | b |\n  | 1 |  |"),
        ("a | b\n--|--\n1 | 2 | 3", "a | b\n--|--\n1 | 2 | 3"),
        ("![une carte](<ma carte.png>)", "une carte"),
        ("![une carte](ma carte.png)", "![une carte](ma carte.png)"),
        ("[x](<java\tscript:alert(1)>)", "[x](<java\tscript:alert(1)>)"),
        ("[le plan](<mon plan.pdf>)", "le plan\xa0: mon plan.pdf"),
        ("  texte  \n", "texte"),
        ("", ""),
    ],
)
def test_markdown_becomes_what_readers_see(source: str, shown: str):
    assert render(source, X) == shown


@pytest.mark.parametrize(
    "note",
    [
        "snake_case, @_jane_, #_tag_ et https://canada.ca/_foo_/bar_baz_",
        "__init__.py et mon_fichier_final.md",
        "2*3*4 = 24, 5 * 3 * 2, prix* et taxes*",
        "#tag #OuvertParDéfaut #1",
        "« Bonjour » : l’été à 12,5 % — 1\u202f200 $ !",
        "👩🏽‍💻 🇨🇦 ❤️",
        "> cité\n> encore",
        ">50 personnes",
        "a < b > c & d",
        "[1] voir la note [2]\n[1]: https://canada.ca",
        "tab[0](x)",
        "\\\\serveur\\partage",
        "~~barré~~ | colonne |",
        "https://canada.ca/~~ana~~/ et ~~~",
        "| seule |\n---\nsuite",
        "a | b\n- | -\n1 | 2",
        "1986: rien\n-5 °C ce matin\n- [ ] à faire",
        "Titre\n=====\ntexte",
        "une ligne\n    en retrait",
    ],
)
def test_a_plain_note_survives_exactly_and_twice(note: str):
    assert render(note, X) == note
    assert render(render(note, X), X) == note


WORDS = [
    *(
        "@_jane_",
        "#a_b",
        "snake_case",
        "https://canada.ca/_a_/b_",
        "été",
        "«\xa0oui\xa0»",
        "👩🏽‍💻",
        "12,5\xa0%",
    ),
    *("mot", "(voir", "là)", "?", "!", "C#", "3.5", "x@canada.ca", "\n", "\n\n"),
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=20))
def test_words_handles_tags_and_links_are_never_mangled(words: list[str]):
    note = "\n".join(" ".join(line.split(" ")).strip(" ") for line in " ".join(words).split("\n")).strip()
    while "\n\n\n" in note:
        note = note.replace("\n\n\n", "\n\n")
    assert render(note, X) == note


@given(st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "Zs", "Sc"])))
def test_rendering_text_without_marks_again_changes_nothing(text: str):
    once = render(text, X)
    assert render(once, X) == once


@given(st.text(st.sampled_from("ab|-: \n`*"), max_size=60))
def test_no_table_loses_a_word(text: str):
    # Two bars are private, and what stands behind a fence names the language of the code in it.
    assume("||" not in text and "```" not in text)
    shown = render(text, PROFILES["text"])
    assert [letter for letter in shown if letter in "ab"] == [letter for letter in text if letter in "ab"]


@given(st.text(st.sampled_from("ab *_`[]()!#->+1.\n\\\t😀é~:/<@"), max_size=60))
def test_no_text_breaks_rendering_and_letters_are_never_lost(text: str):
    shown = render(text, PROFILES["text"])
    assert shown == shown.strip()
    # Only an address may go: the one behind an image, whose alternative text stands for it.
    if "](" not in text and "```" not in text and "~~~" not in text:
        assert [letter for letter in shown if letter in "abé😀"] == [
            letter for letter in text if letter in "abé😀"
        ]


@pytest.mark.parametrize("platform", READY, ids=lambda p: p.id)
def test_characters_that_hide_or_turn_text_are_dropped_everywhere(platform):
    hostile = "a\u202eb\u2066c\u200bd\u2060e\ufefff\x00\x1b[31m\x85\U000e0061g\ud800"
    left = {"wikitext": "abcdef&#91;31mg\ufffd", "html": "<p>abcdef[31mg\ufffd</p>"}
    left["page"] = f'<main property="mainContentOfPage" class="container">\n{left["html"]}\n</main>'
    assert render(hostile, platform) == left.get(platform.markup, "abcdef[31mg\ufffd")


def test_joiners_selectors_and_regional_flags_stay():
    kept = "👨‍👩‍👧 ❤️ \U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f न\u200dम a\tb"
    assert render(kept, X) == kept


def test_copied_text_is_not_normalised():
    assert render("e\u0301", X) == "e\u0301"


def test_markdown_keeps_its_source_but_for_line_ends():
    source = "# T\r\n\r\n    code\r\n* a  \r\n[t](u)\r\n"
    assert render(source, PROFILES["markdown"]) == "# T\n\n    code\n* a  \n[t](u)"


def test_a_megabyte_is_shown_as_typed():
    assert render("**a** " * 200_000, X) == ("**a** " * 200_000).strip()


HOSTILE = [
    "[",
    "![",
    "![](",
    "a_b*",
    "**a ",
    "`a``",
    "- a\n",
    "> ",
    "<a",
    "\\*",
    "# a\n",
    "```\n",
    "a.b/(",
    "@a_",
]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_a_large_paste_of_hostile_marks_is_rendered_and_stays_as_it_is(unit: str):
    shown = render((unit * (40_000 // len(unit) + 1))[:40_000], X)
    assert render(shown, X) == shown


def test_a_text_full_of_marks_is_shown_as_typed_and_one_with_many_is_not():
    assert render("**a** " * 5_000, X) == ("**a** " * 5_000).strip()
    assert render("**a** b c d e f\n" * 2_000, X) == ("a b c d e f\n" * 2_000).strip()


def test_nesting_without_end_is_rendered():
    deep = "\n".join("  " * level + "- a" for level in range(400))
    assert render(deep, X) == deep
    assert render("- " * 400 + "a", X) == "- " * 400 + "a"
    assert render("- " * 30 + "\n\nb", X).endswith("\n\nb")
    assert render("[" * 10_000 + "a", X) == "[" * 10_000 + "a"
    assert render(">" * 10_000 + "a", X) == ">" * 10_000 + "a"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("**gras** et *ital*", "*gras* et _ital_"),
        ("`a_b` and [guide](https://canada.ca)", "`a_b` and guide: https://canada.ca"),
        ("~~old~~ and 1 ~ 2", "~old~ and 1 ~ 2"),
        ("# Titre\n- a & b < c", "Titre\n- a & b < c"),
        ("```py\nx = 1\n```", "```\nx = 1\n```"),
    ],
)
def test_slack_gets_its_own_marks(source: str, shown: str):
    assert render(source, PROFILES["slack"]) == shown


@pytest.mark.parametrize(
    ("source", "beside"),
    [
        ("Un mot.\n\n![une carte](c.png)", "Un mot."),
        ("![une carte](c.png)\n\nUn mot.", "Un mot."),
        ("Un\n\n![une carte](c.png)\n\ndeux", "Un\n\ndeux"),
        ("Voyez ![une carte](c.png) ici.", "Voyez ici."),
        ("![une carte](c.png) ici", "ici"),
        ("Un mot.\n![a](a.png)\n![b](b.png)", "Un mot."),
        ("![une carte](c.png)", "une carte"),
        ("[![une carte](c.png)](https://canada.ca)", "une carte\xa0: https://canada.ca"),
    ],
)
def test_a_picture_that_is_attached_has_its_description_beside_the_text(source: str, beside: str):
    assert render(source, X).rstrip("\n") == beside.rstrip("\n")
    assert "une carte" in render(source, PROFILES["text"]) or "une carte" not in source
    assert render(render(source, X), X) == render(source, X)


def test_the_wire_loses_no_words_behind_a_sign_that_its_server_takes_for_a_tag():
    wire = PROFILES["gccollab-wire"]
    assert render("Wait fell to <5 min; use `<b>`, a < b.", wire) == "Wait fell to < 5 min; use < b>, a < b."
    assert render(render("a <b <<c", wire), wire) == render("a <b <<c", wire) == "a < b < < c"
    assert render("Wait fell to <5 min", X) == "Wait fell to <5 min"


@pytest.mark.parametrize(
    ("source", "beside"),
    [
        ("## Done\n\nForms.\n\n## In pictures\n\n![the wall](w.png)", "Done\n\nForms."),
        ("## In pictures\n\n![the wall](w.png)\n\n## Next\n\nForms.", "Next\n\nForms."),
        ("## In pictures\n\n![the wall](w.png) Look!", "In pictures\n\nLook!"),
        ("## Wall\n\n![the wall](w.png)\n\n### More\n\nForms.", "Wall\n\nMore\n\nForms."),
        ("## Nothing yet\n\n## Next\n\n![the wall](w.png) Forms.", "Nothing yet\n\nNext\n\nForms."),
        ("## Wall\n\n![the wall](w.png)\n\n```\nx\n```", "Wall\n\nx"),
    ],
)
def test_no_heading_is_left_alone_where_its_pictures_go_beside_the_text(source: str, beside: str):
    """A post ended with the heading of its pictures, and nothing under it."""
    assert render(source, X) == beside
    assert "pictures" not in source or "In pictures" in render(source, PROFILES["text"])
