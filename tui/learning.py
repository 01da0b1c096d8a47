"""What the second reader learns from one person: reasons given for its remarks, and sentences it missed.

Opt-in, on this machine only: the setting `reader-learns` has it used, the file beside the journal can be read
and taken away, and no export or backup carries it.
"""

from dataclasses import asdict, dataclass

from rules.reader.personal import Lesson, learned
from rules.reader.remarks import PREFIX
from storage.errors import NoSuchNote
from storage.lessons import forget_lessons, lessons_path, read_lessons, write_lessons
from tui.refusal import Refusal, UnknownId
from tui.register import Register
from tui.second_reader import SecondReader
from tui.subject import Subject


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the second reader was taught in this journal, and what that comes to."""

    lessons: tuple[Lesson, ...]
    shifts: dict[str, float]
    """By category, the log-odds that this adds to its remarks, from -2 to 2."""
    path: str
    """The file in which it is kept."""


class Learning:
    """The personal layer of one journal's reader."""

    def __init__(self, journal: str, reader: SecondReader, register: Register) -> None:
        self._journal = journal
        self._reader = reader
        self._register = register

    def status(self) -> Learnt:
        """What was learned and where it lies. Raises InputError for a file that is not ours."""
        lessons = lessons_of(self._journal)
        return Learnt(lessons, learned(lessons), lessons_path(self._journal))

    def learn(self) -> int:
        """Take up the reasons that stand for the reader's remarks; how many lessons are new. Raises InputError."""
        known = {lesson.key for lesson in lessons_of(self._journal)}
        new: dict[str, Lesson] = {}
        for one in self._register.all():
            waiver = one.waiver
            if one.worth == "standing" and waiver.rule.startswith(PREFIX) and waiver.key not in known:
                lesson = self._lesson(waiver.source.partition(":")[2], waiver.key)
                if lesson:
                    new[waiver.key] = lesson
        self._keep(new)
        return len(new)

    def missed(self, subject: Subject, category: str) -> str:
        """Learn that a sentence of `subject` was missed: the one that comes nearest, which is given back.

        Raises Refusal where there is no reader or no sentence.
        """
        reader = self._reader.reader()
        finding = reader.missed(subject.text, category) if reader else None
        if reader is None or finding is None:
            raise Refusal("reader-nothing-missed")
        chance = reader.untaught(finding, subject.text)
        self._keep({finding.key: Lesson(finding.key, category, chance, right=True)})
        return finding.match

    def forget(self) -> bool:
        """Forget everything; whether there was anything."""
        return forget_lessons(self._journal)

    def _lesson(self, name: str, key: str) -> Lesson | None:
        reader = self._reader.reader()
        try:
            subject = self._register.subject(name)
        except (UnknownId, NoSuchNote):
            return None
        found = reader.read(subject.text) if reader else ()
        for finding in found:
            if reader and finding.key == key:
                chance = reader.untaught(finding, subject.text)
                return Lesson(key, finding.category, chance, right=False)
        return None

    def _keep(self, new: dict[str, Lesson]) -> None:
        if new:
            old = [lesson for lesson in lessons_of(self._journal) if lesson.key not in new]
            write_lessons(self._journal, [asdict(lesson) for lesson in (*old, *new.values())])


def lessons_of(journal: str) -> tuple[Lesson, ...]:
    """The lessons beside the journal file `journal`. Raises InputError."""
    return tuple(Lesson(**one) for one in read_lessons(journal))
