"""The one gate: nothing leaves Clearday but through `Gate.release`, and only when a person cleared it.

A clearance is bound to a fingerprint of what readers will see on a platform, of that platform's
profile, of the rule packs it was read against and of the second reader's weights. Change any of them and
it lapses. What leaves is a `Release`, which nothing but this module can make; every way out takes a
`Release` and nothing else.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Literal

from rules.finding import Finding, Level, Verdict, verdict_of
from rules.photos import Photo, photos_beside
from rules.platforms import Platform
from rules.readable import readable
from rules.render import render
from rules.snippet import Part, parts_of, words_of
from storage.clearances import ClearanceStore
from storage.records import ALT, Clearance, Shared
from tui.checking import Checking
from tui.occasions import Occasions
from tui.people import People
from tui.photos import Photos
from tui.subject import Subject
from tui.waiving import Waiving

Why = Literal["uncleared", "lapsed", "private", "stopped", "owed", "empty", "consent"]
"""Why a text is held: never cleared, cleared before a change, private, a stop, reasons owed, nothing to show,
a picture of people who have not agreed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a subject stands before the gate: what was found, and what a person still owes."""

    subject: Subject
    findings: tuple[Finding, ...]
    """Found in the source, then what only shows in a rendered text (those point at no place: 0 to 0)."""

    @property
    def verdict(self) -> Verdict:
        """Whether its findings leave it clear, hold it or stop it."""
        return verdict_of(self.findings)

    @property
    def owed(self) -> tuple[str, ...]:
        """The rules that want an answer or a reason, each once, in the order they stand."""
        held = (finding for finding in self.findings if finding.holds and finding.level < Level.STOP)
        return tuple(dict.fromkeys(finding.rule for finding in held))

    @property
    def said(self) -> dict[str, str]:
        """Rule and reason of what was waived before."""
        return {finding.rule: finding.waived for finding in self.findings if finding.waived}


class Held(Exception):
    """The gate is shut for this text. `why` says why, `standing` what was found, `last` the lapsed clearance."""

    def __init__(self, why: Why, standing: Standing, last: Clearance | None = None) -> None:
        super().__init__(why)
        self.why = why
        self.standing = standing
        self.last = last


class _Seal:
    """Only this module holds the seal, so only the gate can make a release."""


_SEAL = _Seal()


class Release:
    """Cleared text on its way out: the parts for one platform, and the clearance they leave under."""

    __slots__ = ("clearance", "fingerprint", "parts", "photos", "platform", "subject")

    def __init__(
        self,
        seal: _Seal,
        *,
        subject: Subject,
        platform: Platform,
        parts: tuple[Part, ...],
        photos: tuple[Photo, ...],
        fingerprint: str,
        clearance: Clearance,
    ) -> None:
        """Made by `Gate.release` alone. Raises TypeError for anybody else."""
        if seal is not _SEAL:
            raise TypeError("a release is made by the gate")
        self.subject = subject
        self.platform = platform
        self.parts = parts
        self.photos = photos
        """The pictures whose descriptions go beside the text, into fields of their own."""
        self.fingerprint = fingerprint
        self.clearance = clearance


class Gate:
    """Inspects, clears and releases texts, against one set of packs, one reader and some platforms."""

    def __init__(
        self,
        store: ClearanceStore,
        checking: Checking,
        platforms: Sequence[Platform],
        *,
        waivers: Waiving,
        people: People | None = None,
        photos: Photos | None = None,
        occasions: Occasions | None = None,
    ) -> None:
        """`platforms` are those that a clearance given without naming any is for.

        `people` are asked about when a week is inspected; without them nobody is.
        """
        self._people = people
        self._photos = photos
        self._occasions = occasions
        self._waivers = waivers
        self._store = store
        self._checking = checking
        self._platforms = tuple(platforms)
        # Remembered: what a person is shown of a text is found again at once when they clear it.
        self._read = lru_cache(maxsize=1)(self._found_in)
        self._shown = lru_cache(maxsize=1)(self._only_shown_in)

    def inspect(self, subject: Subject) -> Standing:
        """What packs and second reader find in the source and in every text that readers would see."""
        return self._inspected(subject, self._read(subject.text))

    def _inspected(self, subject: Subject, in_source: tuple[Finding, ...]) -> Standing:
        if subject.key.startswith("week:"):
            in_source += self._checking.week(subject.text)
            in_source += self._people.findings(subject.text) if self._people else ()
        if self._occasions:
            in_source += self._occasions.findings(subject.occasion, subject.text)
        seen = {finding.rule for finding in in_source}
        shown = self._shown(subject.text, subject.platform)
        hidden = [finding for finding in shown if finding.rule not in seen]
        return Standing(subject, self._waivers.applied((*in_source, *hidden)))

    def _found_in(self, text: str) -> tuple[Finding, ...]:
        return self._checking.check(text, asking=True).findings

    def _only_shown_in(self, text: str, platform: str) -> tuple[Finding, ...]:
        # Where a rendered text differs from its source: the first finding of each rule.
        found: dict[str, Finding] = {}
        for shown in sorted({readable(render(text, one), one) for one in self._meant_for(platform)}):
            # The reader has read these words in the source; among marks and tags it would only misread them.
            for finding in self._checking.by_rules(shown, asking=True, beside=text).findings:
                found.setdefault(finding.rule, _nowhere(finding))
        return tuple(found.values())

    def _meant_for(self, platform: str) -> Sequence[Platform]:
        return [one for one in self._platforms if platform in ("", one.id)]

    def clear(
        self,
        subject: Subject,
        answers: Mapping[str, str],
        *,
        now: datetime,
        platforms: Iterable[Platform] = (),
    ) -> Clearance:
        """Record that a person clears `subject`, with an answer or reason for each rule that owes one.

        Holds for `platforms`, or for all that the text is meant for. Raises Held when the text is private, is
        stopped, shows nothing, or an answer is missing or blank; then nothing was recorded.
        """
        standing = self.inspect(subject)
        self._must_be_clearable(standing, answers)
        meant = self._meant_for(subject.platform)
        held_for = meant if subject.platform else tuple(platforms) or meant
        given = standing.said | {rule: answers[rule].strip() for rule in standing.owed}
        clearance = self._store.add(
            subject.key,
            cleared_at=now,
            packs=self._checking.versions,
            answers=tuple(given.items()),
            fingerprints={platform.id: self.fingerprint(subject, platform) for platform in held_for},
        )
        self._waivers.answered(subject.key, standing.findings, given)
        if self._people:
            self._people.answered(standing.findings, given)
        return clearance

    def _must_be_clearable(self, standing: Standing, answers: Mapping[str, str]) -> None:
        if standing.subject.private:
            raise Held("private", standing)
        if standing.verdict == "stopped":
            raise Held("stopped", standing)
        subject = standing.subject
        if subject.bare or not any(render(subject.text, platform) for platform in self._platforms):
            raise Held("empty", standing)
        if self.without_consent(subject):
            raise Held("consent", standing)
        if any(not answers.get(rule, "").strip() for rule in standing.owed):
            raise Held("owed", standing)

    def without_consent(self, subject: Subject) -> tuple[str, ...]:
        """The pictures in it whose people have not agreed, or of whom nothing is recorded."""
        return self._photos.holding(subject.text) if self._photos else ()

    def clearance(self, subject: Subject, platform: Platform) -> Clearance | None:
        """The clearance that holds for `subject` on `platform` as everything is now; None when none does."""
        return None if subject.private else self._store.find(self.fingerprint(subject, platform), platform.id)

    def release(self, subject: Subject, platform: Platform) -> Release:
        """The cleared parts of `subject` for `platform`. Raises Held, with the reason, when it is not cleared."""
        # Rendered once: what leaves is the very text whose fingerprint was looked up.
        rendered = render(subject.text, platform)
        photos = photos_beside(subject.text, platform)
        fingerprint = self._bound_to(rendered, photos, platform)
        clearance = None if subject.private else self._store.find(fingerprint, platform.id)
        if clearance is None:
            raise self._refusal(subject)
        if self.without_consent(subject):
            raise Held("consent", Standing(subject, ()))
        return Release(
            _SEAL,
            subject=subject,
            platform=platform,
            parts=parts_of(rendered, platform, reply=subject.reply),
            photos=photos,
            fingerprint=fingerprint,
            clearance=clearance,
        )

    def _refusal(self, subject: Subject) -> Held:
        # Only a rule stops a text, so the reader need not be woken to say no.
        standing = self._inspected(subject, self._checking.by_rules(subject.text, asking=True).findings)
        if subject.private:
            return Held("private", standing)
        if standing.verdict == "stopped":
            return Held("stopped", standing)
        last = self._store.last(subject.key) if subject.key != "text" else None
        return Held("lapsed" if last else "uncleared", standing, last)

    def fingerprint(self, subject: Subject, platform: Platform) -> str:
        """SHA-256, in hexadecimal, of what readers see, the platform's profile, packs and reader in use."""
        return self._bound_to(render(subject.text, platform), photos_beside(subject.text, platform), platform)

    def _bound_to(self, rendered: str, photos: Sequence[Photo], platform: Platform) -> str:
        words = words_of(rendered, platform)
        bound = [words, platform.id, platform.fingerprint, *self._checking.bound]
        if photos:
            bound.append([[photo.name, photo.alt] for photo in photos])
        return hashlib.sha256(json.dumps(bound).encode("utf-8")).hexdigest()

    def record_alt(self, release: Release, n: int, route: str, *, now: datetime) -> None:
        """Enter in the ledger that the description of picture `n` (from 1) of `release` left by `route`."""
        place = release.subject.key, release.platform.id, n, len(release.photos)
        self._store.record(release.clearance, Shared(*place, f"{ALT}{route}", now, release.photos[n - 1].alt))

    def record(self, release: Release, part: Part, route: str, *, now: datetime, link: str = "") -> None:
        """Enter in the ledger that `part` of `release` left by `route`, and where it can be read."""
        place = release.subject.key, release.platform.id, part.n, len(release.parts)
        self._store.record(release.clearance, Shared(*place, route, now, part.text, link))


def _nowhere(finding: Finding) -> Finding:
    # Its offsets are those of a rendered text; in the source they would point at the wrong words.
    return replace(finding, start=0, end=0)
