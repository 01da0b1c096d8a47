"""What can be done with a part of a snippet: copy it, open it, mark it as posted, move its end."""

from collections.abc import Callable
from itertools import takewhile

from textual import work

from storage.errors import StorageError
from storage.faults import as_journal_errors
from tui.bindings import KeysNow
from tui.gate import Held, Release
from tui.outbox import next_alt
from tui.outlets.copying import copy_alt, copy_part, which_alt
from tui.outlets.opening import open_part
from tui.refusal import Refusal
from tui.sayings import say_error
from tui.screens.drafting import DraftingPage
from tui.screens.outgoing import Outlook
from tui.screens.page import Severity
from tui.screens.value import Value

Terminal = Callable[[str], bool]
"""Asks the terminal to copy exactly this text; tells whether it was asked."""


class PartActsPage(DraftingPage):
    """A screen with parts, one of which is the current one."""

    IN_TURN = True
    terminal: Terminal
    source: str
    """The public id of the note or week."""
    _warned = ""
    """The platform for which it was said that a link stands in the browser's history."""

    @property
    def outlook(self) -> Outlook | None:
        """The platform that is shown."""
        raise NotImplementedError

    @property
    def current(self) -> int:
        """The current part, from 1; 0 for none."""
        raise NotImplementedError

    def draw_again(self, part: int = 0) -> None:
        """Ask the gate anew; then `part` is the current one, or the one that was."""
        raise NotImplementedError

    def say(self, said: str, severity: Severity = "information") -> None:
        """Say what happened to a part, below the parts."""
        raise NotImplementedError

    def stands(self, outlook: Outlook) -> str:
        """One sentence: cleared, or why not."""
        raise NotImplementedError

    # Leaving

    def action_copy(self) -> None:
        """Copy the current part, if it is cleared."""
        self._let_out(self._copied, self.current)

    def action_copy_alt(self) -> None:
        """Copy what a picture shows, for its own field: the first one's description, then the next one's."""
        outlook = self.outlook
        if outlook is None or not outlook.photos:
            return
        n = next_alt([photo.alt for photo in outlook.photos], outlook.alts)
        if n is None:
            self.tell(self.words("alt-none"), "warning")
        else:
            self._let_out(self._alt_copied, n)

    def action_go_on(self) -> None:
        """The one key: copy this part; once it was on the clipboard, mark it as posted and copy the next."""
        outlook = self.outlook
        if outlook is None or not self.current:
            return
        state = outlook.states[self.current - 1]
        if outlook.release is None or not (state.on_clipboard or state.posted):
            self.action_copy()
        else:
            self._go_on(outlook.release, self.current, marked=state.posted is not None)

    @work(exclusive=True, group="marks")
    async def _go_on(self, release: Release, n: int, *, marked: bool) -> None:
        if not marked and await self.ask(self._mark, release, n, posted=True) is None:
            return
        if n < len(release.parts):
            self.draw_again(n + 1)
            self._go(self._copied, release, n + 1)
        else:
            self.say(self._posted(release, n))
            self.draw_again(n)

    def _posted(self, release: Release, n: int) -> str:
        """What to say of the part `n` that is posted now: the last of them leads on."""
        outlook, parts = self.outlook, len(release.parts)
        if outlook is not None and all(one.posted for part, one in enumerate(outlook.states, 1) if part != n):
            return self.words.count("posted-all", parts, key=KeysNow(self))
        return self.words("marked-posted", part=n, parts=parts)

    def action_posted(self) -> None:
        """Mark the current part as posted, or as not posted after all."""
        outlook = self.outlook
        if outlook is None or outlook.release is None or not self.current:
            self.tell(self.stands(outlook) if outlook else "", "warning")
            return
        self._set_posted(outlook.release, self.current, outlook.states[self.current - 1].posted is None)

    @work(exclusive=True, group="marks")
    async def _set_posted(self, release: Release, n: int, posted: bool) -> None:
        if await self.ask(self._mark, release, n, posted=posted) is not None:
            said = self.words("marked-unposted", part=n, parts=len(release.parts))
            self.say(self._posted(release, n) if posted else said)
            self.draw_again(min(n + 1, len(release.parts)) if posted else n)

    @work
    async def action_link(self) -> None:
        """Note where the current part can be read."""
        outlook, n = self.outlook, self.current
        if outlook is None or outlook.release is None or not n:
            self.tell(self.stands(outlook) if outlook else "", "warning")
            return
        link = await self.app.push_screen_wait(Value(self.words, self.words("link-ask"), "", ()))
        if link and await self.ask(self._mark, outlook.release, n, posted=True, link=link) is not None:
            self.say(self.words("marked-posted", part=n, parts=len(outlook.release.parts)))
            self.draw_again(n)

    def _mark(self, release: Release, n: int, *, posted: bool, link: str = "") -> bool:
        self.desk.outbox.mark(release, n, posted=posted, link=link)
        return True

    def action_open(self) -> None:
        """Say what a link leaves behind; asked again, open the platform's page with the current part in it."""
        outlook = self.outlook
        if outlook is None:
            return
        if outlook.release is not None and self._warned != outlook.platform.id:
            self._warned = outlook.platform.id
            self.say(f"{self.words('open-first')} {self.words('open-again')}", "warning")
            return
        self._let_out(self._opened, self.current)

    def _let_out(self, way: Callable[[Release, int], str], n: int) -> None:
        outlook = self.outlook
        if outlook is None or not n:
            return
        if outlook.release is None:
            self.tell(self.stands(outlook), "warning")
            return
        self.say(self.words("share-busy"))
        self._go(way, outlook.release, n)

    @work(thread=True, exclusive=True, group="out")
    def _go(self, way: Callable[[Release, int], str], shown: Release, n: int) -> None:
        # Asked of the gate once more: the text may have changed since it was drawn.
        try:
            with as_journal_errors(self.desk.path):
                said, severity = self._left_by(way, shown, n)
        except Held as held:
            said, severity = self.words(f"why-{held.why}"), "warning"
        except (Refusal, StorageError) as error:
            said, severity = say_error(self.words, error), "error"
        self.app.call_from_thread(self._went, said, severity)

    def _left_by(self, way: Callable[[Release, int], str], shown: Release, n: int) -> tuple[str, Severity]:
        release = self.desk.release(self.desk.subject(self.source), shown.platform)
        if release.fingerprint != shown.fingerprint:
            return self.words("share-changed"), "warning"
        return way(shown, n), "information"

    def _copied(self, release: Release, n: int) -> str:
        said = copy_part(release, n, desk=self.desk, terminal=self.terminal).message(self.words)
        then = "copied-then-next" if n < len(release.parts) else "copied-then-last"
        return f"{self.words(then, key=KeysNow(self))} {said}"

    def _alt_copied(self, release: Release, n: int) -> str:
        went = copy_alt(release, n, desk=self.desk, terminal=self.terminal).message(self.words)
        return f"{which_alt(release, n, self.words)} {went}"

    def _opened(self, release: Release, n: int) -> str:
        return open_part(release, n, desk=self.desk).message(self.words)

    def _went(self, said: str, severity: Severity) -> None:
        self.say(said, severity)
        self.draw_again()

    # Cutting

    def action_move(self, by: int) -> None:
        """Move the end of the current part to the next good place, or the one before."""
        self.move_end(by)

    @work(exclusive=True, group="out")
    async def move_end(self, places: int) -> None:
        """Move the end of the current part on by so many good places, or back (less than 0), as far as parts fit."""
        outlook, n = self.outlook, self.current
        if outlook is None or not n:
            return
        done = await self.ask(self._moved, outlook, n, places)
        if done:
            self.draw_again(n)
        elif done is not None:
            self.tell(self.words("border-stays", border=n), "warning")

    def _moved(self, outlook: Outlook, n: int, places: int) -> bool:
        subject = self.desk.subject(self.source)
        steps = (
            self.desk.variants.move(subject, outlook.platform, n, places // abs(places))
            for _ in range(abs(places))
        )
        return any([*takewhile(bool, steps)])
