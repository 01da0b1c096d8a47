"""One source, and what was edited for one platform in its place: forked, shown, and taken back to the source."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from rules.platforms import Platform
from rules.private_spans import public
from rules.render import render
from rules.snippet import words_of
from storage.database import Journal
from storage.records import Variant
from storage.variants import VariantStore
from tui.capture import check_storable
from tui.clock import Clock
from tui.refusal import Refusal, UnknownId
from tui.subject import Subject


@dataclass(frozen=True, slots=True)
class Fork:
    """How a text stands on one platform that has a text of its own."""

    variant: Variant
    behind: bool
    """The source was changed since."""
    cuts_only: bool
    """Readers get the words of the source; only the places where the thread is cut are the person's own."""


class Variants:
    """The variants of one journal."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._store = VariantStore(journal)
        self._clock = clock

    def of(self, subject: Subject, platform: Platform) -> Subject:
        """What goes to `platform`: the text edited for it where there is one, else `subject` itself."""
        if subject.key == "text" or subject.platform:
            return subject
        variant = self._store.standing(subject.key).get(platform.id)
        if variant is None:
            return subject
        name = f"{subject.name}@{platform.id}"
        return replace(subject, name=name, text=public(variant.text), platform=platform.id)

    def named(self, subject: Subject, place: str, platforms: Mapping[str, Platform]) -> Subject:
        """What `12@x` names: the text edited for the platform with the id `place`. Raises UnknownId for none."""
        platform = platforms.get(place)
        found = subject if platform is None else self.of(subject, platform)
        if not found.platform:
            raise UnknownId("no-such-variant", name=subject.name, platform=place)
        return found

    def forks(self, subject: Subject, platforms: Mapping[str, Platform]) -> dict[str, Fork]:
        """The platforms, by id, for which `subject` was edited."""
        standing = self._store.standing(subject.key)
        return {
            name: Fork(variant, variant.basis != _mark(subject), _same(subject, variant, platforms[name]))
            for name, variant in standing.items()
            if name in platforms
        }

    def written(self, subject: Subject, platform: Platform) -> str:
        """The Markdown that an editor begins with: the variant as it was written, or what stands for it now."""
        variant = self._store.standing(subject.key).get(platform.id)
        return subject.text if variant is None else variant.text

    def write(self, subject: Subject, platform: Platform, text: str) -> None:
        """Let `text` stand for `subject` on `platform`. Raises CaptureError, and Refusal where it cannot be.

        The words of the source, unchanged, are no variant: then the source itself stands again.
        """
        if subject.key == "text":
            raise Refusal("variant-of-nothing")
        check_storable(text)
        if text.strip() == subject.text.strip():
            self.end(subject, platform)
            return
        self._store.write(Variant(subject.key, platform.id, text, _mark(subject), self._clock.now()))

    def end(self, subject: Subject, platform: Platform) -> bool:
        """Go back to the source on `platform`; whether there was anything to go back from."""
        if platform.id not in self._store.standing(subject.key):
            return False
        self._store.end(subject.key, platform.id, self._clock.now())
        return True

    def history(self, subject: Subject, platform: Platform) -> list[Variant]:
        """Every text there ever was for `platform`, oldest first."""
        return self._store.history(subject.key, platform.id)

    def move(self, subject: Subject, platform: Platform, border: int, by: int) -> bool:
        """Move the end of part `border` (from 1) of what goes to `platform` to the next better or worse place.

        `by`: 1 for later, -1 for earlier. The cuts become the person's own; whether one could be moved.
        """
        from rules.borders import moved

        shown = render(self.of(subject, platform).text, platform)
        text = moved(shown, platform, border, by, reply=subject.reply)
        if text is None or subject.key == "text":
            return False
        self._store.write(Variant(subject.key, platform.id, text, _mark(subject), self._clock.now()))
        return True


def _mark(subject: Subject) -> str:
    return sha256(subject.text.encode("utf-8")).hexdigest()


def _same(subject: Subject, variant: Variant, platform: Platform) -> bool:
    there = words_of(render(public(variant.text), platform), platform)
    return there == words_of(render(subject.text, platform), platform)
