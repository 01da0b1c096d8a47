"""`clearday doctor clipboard`: sends a made-up word, says which way it went, and asks whether it arrived."""

from tui import exits
from tui.console import ask, give_json, has_person, tell
from tui.context import Context
from tui.outlets.copying import send_test_word, tools
from tui.outlets.terminal import ask_terminal


def try_clipboard(context: Context, *, as_json: bool) -> int:
    """Try the clipboard; 1 when it cannot be reached or a person says that nothing arrived."""
    words = context.words
    within = tools(context.environ)
    word, route = send_test_word(ask_terminal, context.environ)
    if as_json:
        give_json({"word": word, "route": route, "tools": within, "confirmed": route == "clipboard"})
        return exits.HELD if route == "nowhere" else exits.DONE
    tell(words("doctor-tools", tools=", ".join(within)) if within else words("doctor-tools-none"))
    tell(words("doctor-word", word=word))
    tell(words(f"doctor-route-{route}"))
    if route in ("unconfirmed", "osc52") and has_person():
        arrived = ask(words("doctor-paste")).strip() == word
        tell(words("doctor-pasted" if arrived else "doctor-not-pasted"))
        return exits.DONE if arrived else exits.HELD
    return exits.HELD if route == "nowhere" else exits.DONE
