"""A weekly note as the command line and the screens show it, as plain values."""

from dataclasses import dataclass
from datetime import date

from rules.finding import Finding
from rules.merge import join
from rules.offers import Passage, settled
from rules.rollup import Draft, Section
from rules.week import Week
from rules.week_shape import Form
from tui.carrying import Carried
from tui.views import State
from tui.weekly import MadeWeek


@dataclass(frozen=True, slots=True)
class WeekView:
    """A weekly note as it stands: rolled up, or merged with what was edited."""

    week: Week
    text: str
    """Its Markdown."""
    title: str
    sections: tuple[Section, ...]
    """What readers get of the text, each passage with the notes it was made from; handwritten ones have none."""
    passages: tuple[Passage, ...]
    """The text passage by passage, private ones included, with what was edited and what is only offered."""
    gaps: tuple[date, ...]
    """Working days up to today without any note, days off left out."""
    carried: tuple[Carried, ...]
    """What earlier weeks left to do, which stands in it again."""
    state: State
    findings: tuple[Finding, ...]
    """Offsets are code points into `text`."""
    version: int
    """The saved version this stands on; 0 when it was never saved."""
    news: int
    """How many passages the notes have that the saved text did not have yet."""
    draft: Draft
    """The roll-up it was made from, which is its base once it is saved."""
    form: Form | None = None
    """The form it was asked for in; None for the one it was saved in, or that the settings name."""

    @property
    def waiting(self) -> tuple[Passage, ...]:
        """What its notes offer and a person has neither taken nor dropped."""
        return tuple(one for one in self.passages if one.offered)

    @property
    def settled(self) -> str:
        """The text without what is only offered."""
        return join(settled(self.passages))

    @property
    def words(self) -> int:
        """How many words readers get."""
        return sum(len(line.text.split()) for section in self.sections for line in section.lines)

    @property
    def minutes(self) -> int:
        """How long it takes to read, in whole minutes, at 230 words a minute; at least one.

        The pace: 238 words a minute for silent reading of English non-fiction and about 195 to 214 for French
        (Brysbaert 2019, Journal of Memory and Language 109), between which this lies.
        """
        return max(1, round(self.words / 230))


def week_view(
    week: Week, made: MadeWeek, state: State, findings: tuple[Finding, ...], form: Form | None
) -> WeekView:
    """`made` as it is shown, with how it stands and what was found in it; `form` is the one it was asked for in."""
    return WeekView(
        week=week,
        text=made.text,
        title=made.title,
        sections=made.sections,
        passages=made.passages,
        gaps=made.draft.gaps,
        carried=made.carried,
        state=state,
        findings=findings,
        version=made.version,
        news=made.news,
        draft=made.draft,
        form=form,
    )
