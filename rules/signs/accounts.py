"""Accounts and hashtags whose very name says that a politician, a party or a campaign is behind them.

The forms are those that members of parliaments and candidates use: `JaneDoeMP`, `SenDoe`, `VoteDoe`, `Doe4Mayor`,
`Roy_deputee`. A form, unlike a list of people, does not go out of date. Editorial, 2026-11-27.
"""

import re
from collections.abc import Iterator

from rules.accounts import accounts, hashtags_written
from rules.signs.parties import ends_in_a_party, made_of_a_party

Span = tuple[int, int]
"""Start and end in code points, end exclusive."""

_POLITICIAN = re.compile(
    r"(?!Vote_?(?:Compass|Early|Smart|Here|Today|Ready|Info|By_?Mail|Local|Day)(?![a-z]))(?:Vote|Votez|Elect|ReElect|Reelect|Senator|Senateur|Senatrice|Sen|Rep|Cllr|Councillor"
    r"|Deputee?|MP|MPP|MLA|MNA)_?[A-Z][a-z]\w*"
    r"|\w*[a-z]_?(?:MP|MPP|MLA|MNA|MHA|MSP|TD|QC_?Depute)(?:_?\d{0,4})?"
    r"|\w*[a-z](?:Deputee?|Senateur|Senatrice)|\w+_(?:mp|mpp|mla|mna|mha|msp|deputee?|senateur|senatrice|candidate?)"
    r"|\w+(?:4|[Ff]or|_for_|[Pp]our)_?(?:Mayor|Council|Congress|Senate|Parliament|Ward\d{1,3}|MP|MPP|MLA|Maire|Mairie|mayor|maire)"
)

_PARTIES = (
    "NDP|NPD|LPC|PLC|CPC|PCC|GPC|PVC|BQ|CAQ|PLQ|PQ|QS|PCQ|UCP|ONDP|BCNDP|SNP|DUP|LNP|ALP|GOP|NZFirst"
    "|Liberals?|Conservatives?|Greens?|Bloc|Tory|Tories|Labour|Labor|LibDems?|Reform(?:UK)?|PlaidCymru|OneNation"
    "|Democrats?|Dems|Republicans?|Lib[ée]ra(?:l|ux)|Conservateurs?|Verts?|N[ée]od[ée]mocrates?"
)
_LEADERS = (
    "Carney|Poilievre|Trudeau|Blanchet|Legault|Starmer|Farage|Badenoch|Sunak|Albanese|Albo|Dutton|Luxon|Hipkins"
    "|Trump|Biden"
)
"""Of 2026 and shortly before, with names that hardly anybody else has."""
_CAMPAIGN = re.compile(
    rf"(?:Vot(?:e|ez|ing|ons)(?:For|Pour)?(?:The|Les?|La)?|Elect|Dump|Ditch|Never)(?:{_PARTIES}|{_LEADERS})(?:20\d\d)?"
    r"|Vote(?:National|Nats|Plaid)(?:20\d\d)?"
    rf"|(?:{_PARTIES})(?:Out|MustGo|Fail|Lies|Landslide|Doorstep)"
    rf"|(?:{_LEADERS})(?:Out|MustGo|Fail|Lies|ForPM|4PM|ForPremier|4Premier|ForPresident|20\d\d)"
    r"|(?:NDP|NPD|LPC|PLC|CPC|PCC|GPC|PVC|CAQ|PLQ|PQ|QS|UCP|SNP|LNP|GOP|Labour|Labor)20\d\d"
    rf"|(?:Team|[ÉE]quipe|Stop|Fire|Sack|ImWith|IStandWith)(?:{_LEADERS})"
    r"|VoteBlue(?:NoMatterWho)?|(?-i:VoteRed|VOTERED)|MAGA(?:20\d\d)?|GTTO",
    re.IGNORECASE,
)


def campaign_hashtag(text: str) -> Iterator[Span]:
    """Hashtags that ask for votes for a party or a leader, or against them: `#VotePQ`, `#ToriesOut`."""
    return (span for name, span in hashtags_written(text) if _CAMPAIGN.fullmatch(name))


def politician_account(text: str) -> Iterator[Span]:
    """Accounts that name a member of a parliament, a councillor or a candidate, or are named like a campaign."""
    return (span for name, span in accounts(text) if _POLITICIAN.fullmatch(name) or _CAMPAIGN.fullmatch(name))


def party_account(text: str) -> Iterator[Span]:
    """Accounts and hashtags that a branch, a wing or an association of a party has, by their name."""
    for name, span in accounts(text):
        if made_of_a_party(name) or ends_in_a_party(name):
            yield span
    yield from (span for name, span in hashtags_written(text) if made_of_a_party(name))
