"""What has a form is found by its form: at least nine in ten of each kind, and none of what only looks alike."""

import pytest

from rules.finding import Finding, Level
from rules.review import review
from tests.rules.marks_by_form import MARKINGS, NUMBERS, WORDS
from tests.rules.parties_by_form import HANDLES, NEUTRAL, PARTIES
from tests.rules.secrets_by_form import FRENCH_KEYS, HOSTS, KEYS, PASSWORDS
from tui.packs import load_packs

EVERYWHERE = {place: load_packs((), place).packs for place in ("ca", "uk", "au", "us", "nz")}


def flags(text: str, place: str = "ca") -> list[Finding]:
    return [one for one in review(text, EVERYWHERE[place]).findings if one.level >= Level.WARNING]


HARMLESS = [
    "Our password policy is long, and the password field needs a label.",
    "Change your password every 90 days, says the old page.",
    "password is case-sensitive and out-of-date",
    "The key is to ask first; the token is a small coin.",
    "PIN is required, and the code is 200 lines.",
    "commit 9f8e7d6c5b4a39281706aa fixed it in version 10.2.3",
    "See 192.0.2.10 in the documentation, or http://localhost:8080/",
    "https://www.canada.ca/en/page.html?id=12&key=4",
    "api key rotation is done, and the code is on GitHub",
    "Le mot de passe est obligatoire, et le code est sur GitHub.",
    "Ticket 123 456 789, invoice 2026-0001, room 12-34",
    "Call 1-800-622-6232 or 613-555-0143.",
    "Design review with @ndpartners, watching @OurCommons on #cdnpoli",
    "Thanks @VotingForms and @Representatives for the talk",
    "It is no SECRET that we like maps; the bike lane is protected.",
    "TLP:CLEAR advisory, for public release",
    "La clé, c’est de demander; le jeton est une petite pièce.",
    "Le code de la route, le code de conduite et le code postal",
    "Le code de vérification est envoyé par texto.",
    "La session d’automne / hiver 2026 et le compte 2025 / 2026",
    "Le serveur de test / développement est lent.",
    "Billet 123 456 789, facture 2026-0001, porte 12-34",
    "Le permis de construction est en ligne; le passeport prend 20 jours.",
    "Composez le 1 800 622-6232 ou le 819 555-0143.",
    "Les réponses sont strictement confidentielles; les aires protégées aussi.",
    "Merci à @LesConseillers et à @BureauDeVote",
    "ISBN 978-0-7710-3813-6, ISSN 1481-2916, https://doi.org/10.1038/s41586-020-2649-2",
    "ticket 3f2504e0-4f89-11d3-9a0c-0305e82c3301 is closed, INC0012345 too",
    "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "ORCID 0000-0002-1825-0097",
    "Write to accessibility@tbs-sct.gc.ca, or call 1 800 O-Canada and 311.",
    "$1,234,567.89 over 3 years, 1 234 567,89 $ sur 3 ans",
    "lat 45.4215, long -75.6972, at 21.5 degrees",
    "Notice WS123456789 closes at noon, NAICS 541510.",
    "PIN pads are being replaced at 42 counters, and token count is 128000.",
    "The door code changes every Monday at 8; the meeting ID and passcode are in the invite.",
    "mot de passe oublié : 4 200 appels par mois",
    "Le code 404 est revenu 12 fois; la clé : 3 semaines d’essais.",
    "PASSWORDS: the 90-day change has come round.",
    "Password length set to 12, and the pw field moved.",
    "Wi-Fi in the hall is free, and no password is asked.",
    "Ward 3, door 12, gate #4, ticket #5512",
    "Protected A, Protected B and Protected C are explained on the page.",
    "les aires protégées A et B du plan, protected bike lanes on B Street",
    "Training on how to handle Protected B files",
    "TOP SECRET chili recipe",
    "The Secret Path, a classified ad and restricted parking in lot C",
    "Internal use of water fell by 4 %.",
    "Test case TC-1045, claim 14 of the patent, case numbers rose to 12,345.",
    "transit 95 and 97 stop here; account 4 of 12 is closed",
    "BSB 062-000 is the branch, sort code 20-00-00 another.",
    "File 2026-annual-report.pdf, application 12 of 40, visa wait times",
    "06 07 08 09 10 are the days, 0412 to 0415 the rooms.",
    "sin 30° = 0.5, NAS storage of 130 TB",
    "Medicare turns 60, and 1,234 health cards were renewed.",
    "Vote for your favourite bridge #VoteForYourBridge #Vote2026 #QSO",
    "#GreenTeam and #TeamForms, with @teamdesign2026 and @vote_for_names",
    "The report opens with 2025 data, and each page opens with a question.",
    "The queue is long, and the word is patience; use mine if your umbrella broke.",
    "Login: six clicks; password reset: nine clicks.",
    "User admin permissions pass: 14 of 15 tests",
    "log in with the password you chose in 2019",
    "identifiant / mot de passe : les deux champs ont enfin une étiquette",
    "username: required, password: required, both with hints",
    "SMTP_PASS is set in the vault, and COMPASS=North-19 is on the map key",
    "unlock codes are sent by 3 carriers; le code de déverrouillage est demandé 3 fois",
    "Invoice 943 476 5918 was paid, tracking number 613 721 9044 is late",
    "Reference 130-692-5441-22 on the parcel",
    "driver licence tests rose to 12,345",
]


@pytest.mark.parametrize(
    ("kind", "cases"),
    [
        ("keys", [("ca", text) for text in KEYS]),
        ("passwords", [("ca", text) for text in PASSWORDS]),
        ("codes told in French", [("ca", text) for text in FRENCH_KEYS]),
        ("hosts", [("ca", text) for text in HOSTS]),
        ("markings", MARKINGS),
        ("numbers", NUMBERS),
        ("handles", [("ca", f"Good day with {text}") for text in HANDLES]),
        ("parties", PARTIES),
    ],
)
def test_nine_in_ten_of_what_has_a_form_are_found(kind: str, cases: list[tuple[str, str]]) -> None:
    missed = [text for place, text in cases if not flags(text, place)]
    assert len(missed) <= len(cases) // 10, missed


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert [(one.rule, text[one.start : one.end]) for one in flags(text)] == []


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("login: jsmith42 / password: x9Trillium", "x9Trillium"),
        ("password: x9Trillium, login: jsmith42", "x9Trillium"),
        ("login is jsmith99 and the password is x9Trillium", "x9Trillium"),
        ("user: jsmith22 pass: S3cret!x", "S3cret!x"),
        ("identifiant : mcote7, mot de passe : Erable#7", "Erable#7"),
        ("credentials: jsmith42 / x9Trillium!2", "x9Trillium!2"),
        ("login: x9Trillium", "x9Trillium"),
        ("login: x9Trillium, and reset the password on Monday", "x9Trillium"),
    ],
)
def test_a_login_beside_its_password_is_an_account_and_no_password(text: str, secret: str) -> None:
    stops = [text[one.start : one.end] for one in flags(text) if one.rule == "secrets-and-credentials"]
    assert stops == [secret]


@pytest.mark.parametrize(("place", "text"), [*NEUTRAL, *WORDS])
def test_an_institution_and_a_name_that_sounds_alike_are_left_alone(place: str, text: str) -> None:
    assert [(one.rule, text[one.start : one.end]) for one in flags(text, place)] == []


def test_what_a_stop_says_of_a_party_is_not_said_again_by_its_name() -> None:
    assert [one.rule for one in flags("Good day with @OntarioNDP and @KanataNDP")] == [
        "partisan-account-tag",
        "party-account-by-name",
    ]


@pytest.mark.parametrize("text", [*KEYS, *PASSWORDS[:8]])
def test_none_of_them_is_repeated(text: str) -> None:
    held = [one for one in flags(text) if one.category == "credentials"]
    assert held
    assert all(one.match.startswith("••••") for one in held)


@pytest.mark.parametrize(
    "text",
    [
        "key = AKIA" + "XXXXXXXXXXXXXXXX",
        "gh" + "p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "access_token=ACCESS_TOKEN",
        "curl -u username:token https://example.org",
        'curl -H "apikey: $API_KEY"',
        "https://indieweb.org/2018-250-xo" + "xo-indieweb-1.jpg",
        "AI" + "zaSyabcdefghijklmnopqrstuvwxyz1234567",
        "nt" + "n_1234567890123456789012345678901234567890123456",
        "-----BEGIN " + "PRIVATE KEY-----\nanything\n-----END PRIVATE KEY-----",
        "xo" + "xp-572370529330-573807301142-572331691188-####################",
        "OP_SERVICE_ACCOUNT_TOKEN=ops_eyJzaWduSW5BZGRyZXNzIjoiaHR0cHM6...",
        "csrf-token=Mj2qykJO5rELyHgezQ69nzUX0i3OH67V7",
        "sk-a" + "nt-api03-abc123xyz-456de-klMnopqrstuvwx",
    ],
)
def test_what_stands_in_for_a_key_is_none(text: str) -> None:
    assert [one.rule for one in flags(text)] == []
