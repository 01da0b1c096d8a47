"""English: the places beside the day: calendar, rules, reasons, what was shared, backups."""

SENTENCES: dict[str, str] = {
    # Calendar
    "title-calendar": "Calendar",
    "short-months": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "calendar-month": "{month} {year}",
    "calendar-legend": "· none  ░ 1  ▒ 2–3  ▓ 4–5  █ 6 notes or more",
    "calendar-day-one": "{number} note on {day}; {feel}.",
    "calendar-day-many": "{number} notes on {day}; {feel}.",
    "calendar-none-one": "No notes on {day}; {feel}.",
    "calendar-none-many": "No notes on {day}; {feel}.",
    "calendar-ahead": "{day} is still to come.",
    "calendar-now": "Today: {sentence}",
    "calendar-sums": "{month}: {month_notes} on {month_days}. {year}: {year_notes} on {year_days}.",
    "count-days-one": "{number} day",
    "count-days-many": "{number} days",
    "feel-empty": "nothing in week {week}",
    "feel-empty-now": "nothing in week {week} so far",
    "feel-quiet": "a quiet week",
    "feel-quiet-now": "a quiet week so far",
    "feel-usual": "a week like most",
    "feel-usual-now": "a week like most so far",
    "feel-full": "a full week",
    "feel-full-now": "a full week already",
    "feel-new": "week {week}",
    "feel-new-now": "week {week}",
}
