"""What has a form is found by its form: at least nine in ten of each kind, and none of what only looks alike.

The keys and numbers are made up or are the issuers' own examples; keys are written in pieces, so that nobody's
scanner takes them for real.
"""

import pytest

from rules.finding import Finding, Level
from rules.review import review
from tui.packs import load_packs

EVERYWHERE = {place: load_packs((), place).packs for place in ("ca", "uk", "au", "us", "nz")}


def flags(text: str, place: str = "ca") -> list[Finding]:
    return [one for one in review(text, EVERYWHERE[place]).findings if one.level >= Level.WARNING]


KEYS = [
    "AKIA" + "Z7XQ4M2LN5R3T6WB",
    "gh" + "p_aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3z5a",
    "gl" + "pat-x7Yz2Kq9Lm4Np8Rt3VwA",
    "xo" + "xb-123456789012-abcdefABCDEF123456",
    "sk_" + "live_4eC39HqLyjWDarjtT1zdp7dc",
    "AI" + "zaSyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY",
    "eyJhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NSJ9.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P",
    "-----BEGIN OPENSSH " + "PRIVATE KEY-----",
    "postgres://app:Tr0ub4dor" + "@db.example.org/prod",
    "Server=db;Password=" + "Winter2026!;",
    "Authorization: Bearer " + "abcdef0123456789abcdef0123456789",
    "https://store.example.org/f?sv=2022&sig=" + "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA%3D%3D",
    "client_secret=" + "Q8s7D6f5G4h3J2k1L0",
    "set DB_PASSWORD=" + "k9Lm2Nq8 first",
    "API key = " + "9f8e7d6c5b4a39281706",
    "token is " + "7f3a9c1e5b2d4f60",
    "jeton : " + "7f3a9c1e5b2d4f60",
    "apikey=" + "API-ZK3QW8RT5YUI2OPLMN7BVCX4AS",
    "curl https://example.org/token " + "\\\n --user c28wlsosanujy2z:qgsnai0xokrw4j1",
]
PASSWORDS = [
    "the wifi password is maple-syrup-tuesday",
    "Password: hunter2",
    "mot de passe : Lilas2030",
    "le mot de passe du wifi est Tomate42",
    "My PIN is 4821.",
    "door code 4471#",
    "The door code is 4471",
    "code d’accès : 8842",
    "le code de la porte est 2580",
    "combination is 12-34-56",
    "login jsmith / Winter2026!",
    "user: admin pass: S3cret!x",
    "admin/admin123",
    "root:toor99",
    "the shared mailbox password is Summer!2026",
    "temp password Qx7#mP2z works until Friday",
    "voicemail PIN 90210",
    "password’s still Passw0rd",
    "recovery code 48213-99120",
    "Meeting ID 812 3456 7890 passcode 774411",
    "alarm code 1984",
    "identifiant mroy, mot de passe Hiver2026",
    "Le NIP est 4821",
    "passphrase: correct horse battery staple",
]
FRENCH_KEYS = [
    "le mdp du wifi : cabane1998",
    "mot de passe temporaire : Qx7mP2z!",
    "nom d’utilisateur : jtremblay, mot de passe : Bleuet22",
    "phrase de passe : sapin-neige-lune-carotte",
    "le code wifi : Foret2026",
    "code de sécurité : 4821",
    "le code de l’alarme est le 1984",
    "le NIP de la carte, c’est 9021",
    "numéro d’identification personnel : 4821",
    "code de récupération : 48213-99120",
    "code d’invité 4821930",
    "ID de réunion : 812 3456 7890 code secret 774411",
    "clef d’API : " + "9f8e7d6c5b4a39281706",
    "clé de chiffrement : " + "9f8e7d6c5b4a39281706",
    "jeton d’accès : " + "7f3a9c1e5b2d4f60",
    "le compte de test, c’est reporter / Tulipe1977",
    "connecte-toi avec enq44 / Muscadet12",
]
HOSTS = [
    "http://10.20.30.40/admin",
    "\\\\fileserver\\share\\budget",
    "https://gcdocs.gc.ca/tbs/12345",
    "http://intranet.agency.gc.ca/forms",
    "the build server is build01.corp",
    "https://dept.sharepoint.com/sites/team/doc.docx",
    "ssh deploy@172.16.4.9",
    "http://buildserver:8080/job/7",
    "http://wiki/display/TEAM",
    "smb://files01/team",
    "le tableau est sur db-pp02.reseau.interne",
]
MARKINGS = [
    ("ca", "PROTECTED B"),
    ("ca", "The deck is PROTECTED A"),
    ("ca", "PROTÉGÉ C"),
    ("ca", "Le rapport est PROTÉGÉ B."),
    ("ca", "SECRET//CEO"),
    ("ca", "CANADIAN EYES ONLY"),
    ("ca", "RÉSERVÉ AUX CANADIENS"),
    ("ca", "Document confidentiel : TRÈS SECRET"),
    ("ca", "TOP SECRET"),
    ("ca", "marked Secret at the top"),
    ("ca", "TLP:AMBER"),
    ("ca", "TLP:RED"),
    ("ca", "NATO CONFIDENTIAL"),
    ("ca", "Ce tableau porte la mention SECRET"),
    ("ca", "PROTEGE B"),
    ("ca", "PROTÉGÉ « B »"),
    ("ca", "document Protégé\u00a0A"),
    ("ca", "la note est cotée SECRET"),
    ("ca", "marqué CONFIDENTIEL en haut"),
    ("ca", "STRICTEMENT CONFIDENTIEL"),
    ("ca", "TRÈS SECRET//RAC"),
    ("ca", "À USAGE INTERNE SEULEMENT"),
    ("ca", "NE PAS DIFFUSER"),
    ("ca", "à ne pas faire suivre"),
    ("ca", "DIFFUSION RESTREINTE"),
    ("ca", "Rapport à diffusion limitée"),
    ("ca", "destinataires seulement"),
    ("ca", "TLP\u00a0: AMBRE"),
    ("ca", "OTAN CONFIDENTIEL"),
    ("ca", "DOCUMENT CONFIDENTIEL DU CABINET"),
    ("ca", "renseignement confidentiel du Conseil privé du Roi"),
    ("ca", "Embargo\u202f: jeudi 8 h 30"),
    ("ca", "ne pas rendre public avant jeudi"),
    ("ca", "couvert par le secret professionnel"),
    ("ca", "privilège relatif au litige"),
    ("uk", "OFFICIAL-SENSITIVE"),
    ("uk", "OFFICIAL-SENSITIVE - COMMERCIAL"),
    ("uk", "RECIPIENTS ONLY"),
    ("uk", "UK EYES ONLY"),
    ("au", "OFFICIAL: Sensitive"),
    ("au", "[SEC=PROTECTED, CAVEAT=SH:CABINET]"),
    ("au", "AUSTEO"),
    ("us", "CUI//SP-PRVCY//NOFORN"),
    ("us", "(TS//SI) The site moves."),
    ("us", "FOUO"),
    ("us", "REL TO USA, CAN"),
    ("nz", "IN CONFIDENCE - BUDGET"),
    ("nz", "NZEO"),
]
NUMBERS = [
    ("ca", "SIN 130 692 544"),
    ("ca", "NAS : 130692544"),
    ("ca", "130-692-544"),
    ("ca", "PRI 12345678"),
    ("ca", "carte 5555 5555 5555 4444"),
    ("ca", "4111111111111111"),
    ("ca", "GB82 WEST 1234 5698 7654 32"),
    ("ca", "passport AB123456"),
    ("ca", "TREM 8001 0112"),
    ("ca", "born on 3 March 1980"),
    ("ca", "née le 3 mars 1980"),
    ("ca", "UCI 1234567890"),
    ("ca", "health card 1234-567-890-AB"),
    ("ca", "bank account number 12345-6789012"),
    ("ca", "write to jeanne.roy82@gmail.com"),
    ("ca", "call her at 613-736-4821"),
    ("ca", "NAS de la cliente : 130692544"),
    ("ca", "No d’assurance sociale : 130692544"),
    ("ca", "N.A.S. 130-692-544"),
    ("ca", "CIDP de l’employé : 123 456 78"),
    ("ca", "code d’identification du dossier personnel : 12345678"),
    ("ca", "permis de conduire du Québec : T1234-567890-12"),
    ("ca", "permis D6101-40706-60905"),
    ("ca", "carte soleil TREM-8001-0112"),
    ("ca", "numéro d’assurance-maladie 123 456 789"),
    ("ca", "carte Santé de l’Ontario 1234 567 890 AB"),
    ("ca", "passeport canadien nº A123456BC"),
    ("ca", "tél. 514.721.9044"),
    ("ca", "rejoignez-le au 450-672-3311"),
    ("ca", "compte bancaire 00123-815-1234567"),
    ("ca", "no de dossier : B123456789"),
    ("ca", "numéro d’employée : 00123456"),
    ("ca", "DDN : 12-03-1980"),
    ("ca", "elle reste au 55 rang Saint-Joseph"),
    ("us", "SSN 219-09-9999"),
    ("us", "his 219-09-9999"),
    ("uk", "NI number AB 12 34 56 C"),
    ("uk", "NHS number 943 476 5919"),
    ("au", "TFN 123 456 782"),
    ("nz", "IRD 49-091-850"),
]
HANDLES = [
    "@liberal_party",
    "@CPC_HQ",
    "@NDP",
    "@BlocQuebecois",
    "@CanadianGreens",
    "@OntarioPCParty",
    "@coalitionavenir",
    "@bcndp",
    "@Alberta_UCP",
    "@UKLabour",
    "@Conservatives",
    "@AustralianLabor",
    "@TheDemocrats",
    "@nzlabour",
    "@PierrePoilievre",
    "https://x.com/CPC_HQ/status/1",
    "#NDP",
    "#PLC",
    "@JaneDoeMP",
    "@Doe4Mayor",
    "@SenatorRoy",
    "@NPD_QG",
    "@LiberalQuebec",
    "@QuebecSolidaire",
    "#PCC",
    "#BlocQc",
    "#CAQ",
    "#PQ",
    "#QS",
    "@RoyDeputee",
    "@SenateurRoy",
    "@Roy_candidate",
]
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
    ],
)
def test_nine_in_ten_of_what_has_a_form_are_found(kind: str, cases: list[tuple[str, str]]) -> None:
    missed = [text for place, text in cases if not flags(text, place)]
    assert len(missed) <= len(cases) // 10, missed


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert [(one.rule, text[one.start : one.end]) for one in flags(text)] == []


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
