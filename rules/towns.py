"""Towns and regions that thanks, meetings and calls also stand before: « merci à Rimouski » thanks no person.

Canada's larger municipalities and the towns of federal offices, and the capitals that public servants write of
most; editorial, checked 2026-11-27. Those that are first names as well (Regina, Victoria, Sydney) are left out:
there a person is asked.
"""

from typing import Final

TOWNS: Final = frozenset((
    "abbotsford", "ajax", "alma", "amos", "antigonish", "baie-comeau", "bathurst", "belleville", "blainville",
    "boisbriand", "boucherville", "brampton", "brantford", "brossard", "burlington", "burnaby", "calgary",
    "campbellton", "caraquet", "chatham", "chicoutimi", "chilliwack", "coaticook", "corner brook", "cornwall",
    "côte-nord", "dartmouth", "dieppe", "dolbeau-mistassini", "drummondville", "edmonton", "edmundston", "estrie",
    "fermont", "flin flon", "fort mcmurray", "fredericton", "gaspé", "gaspésie", "gatineau", "goose bay", "granby",
    "grande prairie", "guelph", "halifax", "happy valley-goose bay", "havre-saint-pierre", "hull", "inuvik",
    "iqaluit", "joliette", "jonquière", "kamloops", "kapuskasing", "kelowna", "kenora", "kitchener", "kuujjuaq",
    "la tuque", "labrador", "labrador city", "lac-mégantic", "langley", "laval", "lethbridge", "lloydminster",
    "longueuil", "lévis", "magog", "maniwaki", "markham", "mascouche", "matane", "matapédia", "mauricie",
    "medicine hat", "mirabel", "miramichi", "mississauga", "moncton", "mont-laurier", "mont-tremblant", "montmagny",
    "moose jaw", "nanaimo", "newfoundland", "niagara falls", "nunavik", "nunavut", "oakville", "orillia", "oshawa",
    "outaouais", "owen sound", "pembroke", "penticton", "peterborough", "pointe-claire", "port aux basques",
    "prince albert", "prince george", "prince rupert", "rankin inlet", "red deer", "repentigny", "rimouski",
    "rivière-du-loup", "roberval", "rouyn-noranda", "saguenay", "saint-georges", "saint-hyacinthe", "saint-jean",
    "saint-jérôme", "sainte-foy", "saskatchewan", "saskatoon", "sault ste marie", "sept-îles", "shawinigan",
    "shediac", "sherbrooke", "sorel-tracy", "squamish", "stratford", "sudbury", "summerside", "surrey",
    "swift current", "terrebonne", "thetford mines", "thunder bay", "timmins", "tracadie", "trois-rivières",
    "truro", "val-d'or", "varennes", "vaudreuil-dorion", "vaughan", "victoriaville", "wabush", "waterloo",
    "whitehorse", "windsor", "winnipeg", "yarmouth", "yellowknife", "yukon", "auckland", "belfast", "birmingham",
    "bristol", "brisbane", "brussels", "bruxelles", "canberra", "cardiff", "christchurch", "darwin", "edinburgh",
    "geneva", "genève", "glasgow", "leeds", "liverpool", "londres", "manchester", "melbourne", "newcastle", "paris",
    "sheffield", "washington", "wellington", "whitehall",
))  # fmt: skip
"""Casefolded, as they stand where nothing else is named with them."""
