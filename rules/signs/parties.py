"""Names of accounts and hashtags that are made of a party's: `@ScottishLabour`, `@OttawaCentreNDP`, `#BCNDP`.

Branches, youth wings and local associations are too many to list and come and go; how they name themselves does not.
A word that is ordinary too (labour, greens, liberal) counts only beside a place where a party bears it, or beside
whom it gathers. Editorial, 2026-11-28.
"""

import re
from functools import cache, lru_cache

_CANADA = """
    canada canadian cdn on ont ontario qc quebec bc ab alta alberta sk sask saskatchewan mb manitoba ns novascotia nb
    newbrunswick pei nl nfld newfoundland yt yk yukon
"""
_BRITAIN = "uk gb scot scots scottish scotland wales welsh cymru ni nireland london english england"
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
_GATHERED = "young youth jeune jeunes student students women campus uni college lgbt"
_PARTIES = (
    "liberalparty conservativeparty labourparty laborparty greenparty pcparty republicanparty democraticparty"
)

_BESIDE = tuple(
    (frozenset(places.split()), frozenset(parties.split()))
    for places, parties in (
        (
            f"{_CANADA} young",
            f"{_PARTIES} ndp npd ucp caq plq liberal liberals liberaux conservative conservatives conservateurs greens"
            " verts",
        ),
        (
            f"{_BRITAIN} young",
            f"{_PARTIES} labour liberals libdem libdems conservative conservatives tory tories greens snp dup plaid"
            " ukip",
        ),
        (
            f"{_AUSTRALIA} young",
            f"{_PARTIES} nationalparty labor alp liberal liberals greens lnp",
        ),
        (f"{_NEW_ZEALAND} young", f"{_PARTIES} nationalparty labour greens"),
        (_UNITED_STATES, f"{_PARTIES} gop dems democrats republicans libertarianparty"),
        (
            _GATHERED,
            "snp ndp npd caq plq gop dems libdems liberals liberaux conservatives tories democrats republicans",
        ),
    )
)
"""Places and people, and the parties there whose name stands beside them."""
_WHOLE = frozenset(
    """
    ondp onpc ontpc pcpo ontlib liberalparty conservativeparty newdemocraticparty labourparty republicanparty
    democraticparty libertarianparty youngnats partiliberal particonservateur partivert
    """.split()  # noqa: SIM905
)
_YEAR = re.compile(r"20\d\d$")


@lru_cache(maxsize=1024)
def made_of_a_party(name: str) -> bool:
    """Whether `name` is that of a party and of a place or people, and of nothing else, in whatever letters."""
    bare = _YEAR.sub("", name).casefold().replace("_", "").replace("é", "e").removeprefix("the")
    return bare in _WHOLE or any(_beside(bare[:cut], bare[cut:]) for cut in range(2, len(bare) - 1))


def _beside(one: str, other: str) -> bool:
    at = other.removeprefix("of")
    return any(
        (one in places and other in parties) or (one in parties and at in places)
        for places, parties in _BESIDE
    )


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(
        r"\w*[a-z]_?(?:NDP|NPD|GOP|CAQ|PLQ)(?:_?\d{1,4})?|\w+_(?:NDP|NPD|GOP|CAQ|PLQ)|(?:NDP|NPD|CAQ|PLQ|GOP|LibDems?)_?[A-Z][a-zé]\w+"
        r"|[A-Z]\w*[a-z]_?(?:Liberals|Conservatives|Tories|LibDems?|Dems|Democrats|Republicans|Lib[ée]raux|Conservateurs)"
        r"|\w*[a-z_](?:Liberal|Conservative|Labou?r|Green|Republican|Democratic|Libertarian|PC)_?Party"
    )


def ends_in_a_party(name: str) -> bool:
    """Whether capitals or a line part a party's name from the rest: a riding's, a club's, a candidate's account."""
    return bool(_apart().fullmatch(name))
