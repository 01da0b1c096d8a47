"""English: platforms, parts, people, pictures and the ledger, in the command line and the app alike."""

SENTENCES: dict[str, str] = {
    # Platforms and lengths
    "closed": "closed, for its archive only",
    "own": "yours",
    "length-bytes": "{bytes} of {limit} bytes",
    "length-app": "{length} in its own app, which shortens links",
    # Variants
    "fork": "edited for this platform",
    "fork-cuts": "your own cuts",
    "fork-behind": "the source has changed since",
    "variants-none": "{name} goes everywhere as it is: nothing was edited for one platform.",
    "variant-none": "{platform} gets {name} itself.",
    "variant-stands": "{platform} gets its own text in the place of {name}. It is checked and cleared by itself: clearday clear {name}@{id}. The way back: clearday variant {name} --to {id} --source",
    "variant-cuts": "{platform} gets the words of {name}, cut where you want it; a clearance for them stands. The way back: clearday variant {name} --to {id} --source",
    "variant-of-nothing": "A text from standard input has no variants: change it where it comes from.",
    "no-such-variant": "Nothing was edited for “{platform}” in the place of {name}. See clearday variant {name}",
    "border-stays": "The end of part {border} cannot be moved that way: there is no such part, or a part would not fit.",
    # What left, and what was posted
    "platform-closed": "{name} is closed and kept for its archive: nothing new can be posted there.",
    "state-posted": "posted {at}",
    "went-screen": "printed",
    "went-json": "given as JSON",
    "went-clipboard": "on the clipboard",
    "went-unconfirmed": "on the clipboard, unconfirmed",
    "went-osc52": "sent to the terminal, unconfirmed",
    "went-file": "written to a file",
    "went-link": "opened in the browser",
    "went-posted": "posted",
    "went-unposted": "not posted after all",
    "marked-posted": "Part {part} of {parts} is marked as posted.",
    "marked-posted-next": "Part {part} of {parts} is marked as posted. Next: --part {next} --copy",
    "marked-unposted": "Part {part} of {parts} is not marked as posted any more.",
    "link-wrong": "That is not the address of a page: give it whole, beginning with https://",
    "open-first": "The text will stand in the link, and so in your browser's history; the clipboard leaves no such trace.",
    "ledger-none": "The ledger has no such line.",
}
