import pytest

from rules.web_address import is_web_address


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/ana/status/1234567890",
        "http://canada.ca",
        "HTTPS://WWW.Canada.CA/fr.html",
        "https://ana:secret@social.example:8443/a;b=c?d=[e]#f",
        "http://192.0.2.7/a?b=c",
        "http://[2001:db8::7]:80/a",
        "https://a_b.example.ca",
        "https://☃.ca/été",
    ],
)
def test_the_address_of_a_page_is_one(address: str):
    assert is_web_address(address)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "canada.ca",
            "ftp://canada.ca",
            "https://",
            "https://canada",
            "mailto:a@b.ca",
            "javascript:alert(1)",
        ),
        *(
            "https://canada.ca and more",
            " https://canada.ca",
            "https://canada.ca\n",
            "https://-a.ca",
            "https://a-.ca",
        ),
        *("https://a.b_c.ca", "https://300.1.2.3/", "https://canada.ca/\u202egpj", 'https://canada.ca/"x"'),
        *("https://canada.ca:99999/", "https://[::1", "https://a.1a", f"https://canada.ca/{'a' * 2000}"),
    ],
)
def test_anything_else_is_none(words: str):
    assert not is_web_address(words)
