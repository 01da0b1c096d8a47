"""The HTML we hand over passes axe-core in a real browser. Skipped, with the reason, where either is missing.

axe-core is looked for where AXE_CORE says (a folder with axe.min.js) and in node_modules beside the checkout.
"""

import json
import os
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import pytest

from rules.page import to_html
from rules.snippet import snippets
from tests.conftest import ROOT
from tests.rules.profiles import PROFILES
from tests.rules.test_wikitext_pandoc import PROSE

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PLACES = [os.environ.get("AXE_CORE", ""), str(ROOT / "node_modules" / "axe-core")]
AXE = next(
    (Path(place, "axe.min.js") for place in PLACES if place and Path(place, "axe.min.js").exists()), None
)

pytestmark = [
    pytest.mark.skipif(BROWSER is None, reason="not installed here: chromium"),
    pytest.mark.skipif(AXE is None, reason="not installed here: axe-core"),
]
RUN = (
    "axe.run().then(found => { const told = document.createElement('pre'); told.id = 'told';"
    " told.textContent = JSON.stringify(found.violations.map(one => [one.id, one.nodes.map(n => n.html)]));"
    " document.body.append(told); });"
)
PAIRED = f"[en]\n{PROSE}\n[fr]\n{PROSE}"


def violations(page: str, folder: Path) -> list[object]:
    file = folder / "page.html"
    script = f"<script>{AXE.read_text('utf-8') if AXE else ''}</script><script>{RUN}</script>"
    file.write_text(page.replace("</body>", f"{script}</body>"), encoding="utf-8")
    done = subprocess.run(
        [
            str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
            "--virtual-time-budget=20000", "--dump-dom", file.as_uri(),
        ],
        capture_output=True,
        check=False,
        timeout=120,
    )  # fmt: skip
    told = re.search(r'<pre id="told">(.*?)</pre>', done.stdout.decode(), re.S)
    if told is None:
        pytest.skip(f"the browser cannot run here: {done.stderr.decode()[-200:]}")
    found: list[object] = json.loads(unescape(told[1]))
    return found


def whole(body: str, language: str = "fr") -> str:
    main = body if body.startswith("<main") else f"<main>\n{body}\n</main>"
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>Semaine 47</title></head>'
        f"<body>{main}</body></html>"
    )


@pytest.mark.parametrize("platform", ["html", "gccollab-blog", "gcintranet"])
@pytest.mark.parametrize("text", [PROSE, PAIRED], ids=["one language", "two languages"])
def test_what_a_site_gets_has_no_barrier_that_axe_can_find(platform: str, text: str, tmp_path: Path) -> None:
    for part in snippets(text, PROFILES[platform]):
        assert violations(whole(part.text), tmp_path) == []


def test_a_weekly_note_as_a_page_has_none_either(tmp_path: Path) -> None:
    assert violations(to_html(PROSE, "Semaine 47", "fr"), tmp_path) == []


def test_a_barrier_would_be_found(tmp_path: Path) -> None:
    assert violations(whole('<img src="x.png"><h1>a</h1>'), tmp_path) != []
