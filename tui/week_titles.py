"""What a weekly note is called: its number and dates, or as the settings have it (a series, an episode)."""

from rules.week import Week
from storage.settings import Settings
from tui.wording import Words


class WeekTitles:
    """The titles of one person's weekly notes."""

    def __init__(self, settings: Settings, words: Words) -> None:
        self._pattern = settings.week_title
        self._first = Week.named(settings.week_first)
        self._words = words

    def __call__(self, week: Week) -> str:
        """The title of `week`. {n} counts weeks from the first of the series, which is 1; else from week 1."""
        title = self._pattern or self._words.week_title(week)
        blanks = {
            "n": self._episode(week),
            "week": str(week),
            "number": week.number,
            "year": week.year,
            "dates": self._words.span(week.monday, week.sunday),
        }
        for name, value in blanks.items():
            title = title.replace(f"{{{name}}}", str(value))
        return title

    def _episode(self, week: Week) -> int:
        if self._first is None:
            return week.number
        return (week.monday - self._first.monday).days // 7 + 1
