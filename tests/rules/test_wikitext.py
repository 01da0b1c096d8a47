"""A note as wikitext: the marks that were meant, and nothing else that MediaWiki would act on."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.render import render
from rules.wikitext import inert
from tests.rules.profiles import PROFILES

WIKI = PROFILES["gcpedia"]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("# Semaine 12\n\n## Livré", "== Semaine 12 ==\n\n=== Livré ==="),
        ("**gras** et *ital* et ***les deux***", "'''gras''' et ''ital'' et '''''les deux'''''"),
        ("l'**été**'", "l&#39;'''été'''&#39;"),
        ("[le guide](https://canada.ca/a?b=1|2)", "[https://canada.ca/a?b=1%7C2 le guide]"),
        ("[guide](notes.md)", "guide: notes.md"),
        ("[jane@canada.ca](mailto:jane@canada.ca)", "[mailto:jane@canada.ca jane@canada.ca]"),
        ("- a\n- b\n  1. c\n  2. d\n- e", "* a\n* b\n*# c\n*# d\n* e"),
        ("- a\n  suite", "* a<br />suite"),
        ("un\ndeux", "un<br />\ndeux"),
        ("> cité", "<blockquote>\ncité\n</blockquote>"),
        ("`a|b`", "<code>a&#124;b</code>"),
        ("```\n{{x}}\n```", "<pre>\n&#123;&#123;x&#125;&#125;\n</pre>"),
        ("un\n\n---\n\ndeux", "un\n\n----\n\ndeux"),
        ("![plan](plan.png)", "plan"),
        (": retrait", "&#58; retrait"),
        ("un\n=deux=", "un<br />\n&#61;deux="),
        ("vu ~~~~ ~~~", "vu &#126;&#126;&#126;&#126; &#126;&#126;&#126;"),
        (
            "a!! | b\n--|--\n-1 | {{x}}",
            '{| class="wikitable"\n! scope="col" | a&#33;&#33;\n! scope="col" | b\n|-\n| -1\n'
            "| &#123;&#123;x&#125;&#125;\n|}",
        ),
        ("__NOTOC__.x", "&#95;&#95;NOTOC&#95;&#95;.x"),
        ("", ""),
    ],
)
def test_markdown_becomes_wikitext(source: str, shown: str):
    assert render(source, WIKI) == shown


@given(st.text(st.sampled_from("ab<>&[]{}|~'_ \n=*#:;!-"), max_size=80))
def test_no_sign_that_mediawiki_acts_on_is_left_in_typed_words(words: str):
    written = inert(words)
    assert not re.search(r"[<>\[\]{}|]|~~~|''|__", written)
    assert unescape(written) == words


@given(st.text(st.sampled_from("ab<>[]{}|~'_ \n=#:;!`*-"), max_size=80))
def test_no_note_opens_a_template_a_link_to_a_page_or_a_tag_of_its_own(note: str):
    written = render(note, WIKI)
    # A table of the note's own opens on a line that no typed words can make: their signs are references.
    written = re.sub(r'(?m)^(\{\| class="wikitable"|\|\}|\|-|! scope="col" \|)$', "", written)
    written = re.sub(r'(?m)^(\||! scope="col" \|) ', "cell ", written)
    assert not re.search(r"\{\{|\[\[|\{\||~~~|__", written)
    assert set(re.findall(r"<(/?\w+)", written)) <= {
        *("s", "/s", "br", "code", "/code", "pre", "/pre", "blockquote", "/blockquote"),
    }
    heads = [line[0] for line in written.split("\n") if line[:1] in set("=:; \t!")]
    assert all(re.match(r"={2,6} .*={2,6}$", line) for line in written.split("\n") if line[:1] == "=")
    assert set(heads) <= {"="} or "<pre>" in written
