"""Names of accounts and hashtags that are made of a party's: `@ScottishLabour`, `@OttawaCentreNDP`, `#BCNDP`.

Branches, youth wings and local associations are too many to list and come and go; how they name themselves does not.
A word that is ordinary too (labour, greens, liberal) counts only beside a place where a party bears it, or beside
whom it gathers. Editorial, 2026-11-28.
"""

import re
from functools import cache, lru_cache

from rules.towns import TOWNS

_CANADA = """
    canada canadian cdn on ont ontario qc quebec bc ab alta alberta sk sask saskatchewan mb manitoba ns novascotia nb
    newbrunswick pei nl nfld newfoundland yt yk yukon
"""
_BRITAIN = """
    uk gb scot scots scottish scotland wales welsh cymru ni nireland london english england aberdeen bath belfast
    birmingham bradford brent brighton bristol camden cambridge cardiff coventry croydon derby dundee durham edinburgh
    exeter glasgow hackney hull islington kent lambeth leeds leicester lewisham liverpool manchester newcastle norwich
    nottingham oxford plymouth portsmouth sheffield southampton southwark sunderland surrey swansea york
"""
_AUSTRALIA = """
    aus aust australia australian nsw vic victoria victorian qld queensland wa sa tas tasmania tasmanian nt canberra
"""
_NEW_ZEALAND = "nz aotearoa auckland wellington christchurch otago"
_UNITED_STATES = """
    alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana
    nebraska nevada newhampshire newjersey newmexico newyork northcarolina northdakota ohio oklahoma oregon
    pennsylvania rhodeisland southcarolina southdakota tennessee texas utah vermont virginia washington westvirginia
    wisconsin wyoming house senate us
"""
_STATES = """
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
    sc sd tn tx ut vt va wa wv wi wy
"""
_GATHERED = "young youth jeune jeunes student students women campus uni college lgbt"
_LARGEST = ("montreal", "toronto", "ottawa", "vancouver", "winnipeg", "regina", "saskatoon", "victoria")
_TOWNS = " ".join(town.replace("-", "").replace(" ", "").replace("é", "e") for town in (*TOWNS, *_LARGEST))
_PARTIES = (
    "liberalparty conservativeparty labourparty laborparty greenparty pcparty republicanparty democraticparty"
)

_BESIDE = (
    (
        f"{_CANADA} {_TOWNS} young",
        f"{_PARTIES} ndp npd ucp caq plq lpc cpc gpc ppc liberal liberals liberaux conservative conservatives"
        " conservateurs greens verts partiliberal particonservateur partivert",
    ),
    (
        f"{_BRITAIN} young",
        f"{_PARTIES} labour liberals libdem libdems conservative conservatives tory tories greens snp dup plaid"
        " ukip reformuk",
    ),
    (
        f"{_AUSTRALIA} young",
        f"{_PARTIES} nationalparty labor alp liberal liberals greens lnp",
    ),
    (f"{_NEW_ZEALAND} young", f"{_PARTIES} nationalparty labour greens"),
    (_UNITED_STATES, f"{_PARTIES} gop dems democrats republicans libertarianparty"),
    (_STATES, "gop dems"),
    (f"{_TOWNS} qc quebec", "qs pq pcq"),
    (
        _GATHERED,
        "snp ndp npd caq plq gop dems libdems liberals liberaux conservatives tories democrats republicans",
    ),
)
"""Places and people, and the parties there whose name stands beside them."""


def _by_place() -> dict[str, list[frozenset[str]]]:
    known: dict[str, list[frozenset[str]]] = {}
    for places, parties in _BESIDE:
        some = frozenset(parties.split())
        for place in places.split():
            known.setdefault(place, []).append(some)
    return known


_AT = _by_place()
_NAMES = frozenset().union(*(some for beside in _AT.values() for some in beside))
_WHOLE = frozenset(
    """
    ondp onpc ontpc pcpo ontlib cpcpcc ndpnpd liberalparty conservativeparty newdemocraticparty labourparty
    republicanparty democraticparty libertarianparty youngnats partiliberal particonservateur partivert yukonparty
    saskparty saskatchewanparty albertaparty unitedconservative unitedconservatives blocquebecois partiquebecois
    quebecsolidaire coalitionavenirquebec plaidcymru sinnfein reformuk onenation nzfirst actparty maoriparty tepatimaori
    """.split()  # noqa: SIM905
)
"""What is a party's without any place: its whole name or both its short forms in one."""
_YEAR = re.compile(r"20\d\d$")
_JOINTS = str.maketrans({"_": "", "-": "", "é": "e", "ā": "a"})


@lru_cache(maxsize=1024)
def made_of_a_party(name: str) -> bool:
    """Whether `name` is that of a party and of a place or people, and of nothing else, in whatever letters."""
    bare = _YEAR.sub("", name).casefold().translate(_JOINTS).removeprefix("the")
    return bare in _WHOLE or any(_beside(bare[:cut], bare[cut:]) for cut in range(2, len(bare) - 1))


def _beside(one: str, other: str) -> bool:
    if one in _AT and _stands_at(one, other):
        return True
    return one in _NAMES and any(
        _stands_at(place, one) for place in (other, other.removeprefix("of"), other.removeprefix("du"))
    )


def _stands_at(place: str, party: str) -> bool:
    return any(party in some for some in _AT.get(place, ()))


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(
        r"\w*[a-z]_?(?:NDP|NPD|GOP|CAQ|PLQ)(?:_?\d{1,4})?|\w+_(?:NDP|NPD|GOP|CAQ|PLQ)|(?:NDP|NPD|CAQ|PLQ|GOP|LibDems?)_?[A-Z][a-zé]\w+"
        r"|[A-Z]\w*[a-z]_?(?:Liberals|Conservatives|Tories|LibDems?|Dems|Democrats|Republicans|Lib[ée]raux|Conservateurs)"
        r"|(?:Lib[ée]raux|Lib[ée]rales|Conservateurs)_?[A-Z]\w+"
        r"|\w*[a-z_](?:Liberal|Conservative|Labou?r|Green|Republican|Democratic|Libertarian|PC)_?Party"
    )


def ends_in_a_party(name: str) -> bool:
    """Whether capitals or a line part a party's name from the rest: a riding's, a club's, a candidate's account."""
    return bool(_apart().fullmatch(name))
