"""How long 1 MB takes to count: `python -m tests.benchmarks.counting`. CPU seconds, the slowest platform named."""

from time import process_time

from rules.measure import measure
from tests.rules.profiles import READY

TEXTS = {
    "English prose": "Five people finished the new form without help, two more than last month. ",
    "prose with links": "Cinq personnes ont terminé le formulaire sans aide — et deux de plus, c’est déjà beaucoup. "
    * 4
    + "Le guide : https://www.canada.ca/fr/guide.html @ana@social.example #OuvertParDéfaut 😀 ",
    "emoji": "👩🏽‍💻",
    "Chinese": "日",
    "marks": "a\u0301\u0323",
    "hostile dots": "a.",
    "hostile links": "http://a.ca ",
    "hostile brackets": "https://a.ca/((",
}


def main() -> None:
    """Print one line for each text."""
    for name, unit in TEXTS.items():
        text = (unit * (1_000_000 // len(unit.encode()) + 1)).encode()[:1_000_000].decode(errors="ignore")
        took: list[tuple[float, str]] = []
        for platform in READY:
            measure("é😀", platform)
            start = process_time()
            measure(text, platform)
            took.append((process_time() - start, platform.id))
        print(f"{name:<18} {max(took)[0]:.3f} s on {max(took)[1]}")


if __name__ == "__main__":
    main()
