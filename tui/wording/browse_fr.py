"""French: the places beside the day: calendar, rules, reasons, what was shared, backups."""

SENTENCES: dict[str, str] = {
    # Calendar
    "title-calendar": "Calendrier",
    "short-months": "jan fév mar avr mai jun jul aoû sep oct nov déc",
    "calendar-month": "{month} {year}",
    "calendar-legend": "· aucune  ░ 1  ▒ 2–3  ▓ 4–5  █ 6 notes ou plus",
    "calendar-day-one": "{number} note le {day}; {feel}.",
    "calendar-day-many": "{number} notes le {day}; {feel}.",
    "calendar-none-one": "Aucune note le {day}; {feel}.",
    "calendar-none-many": "Aucune note le {day}; {feel}.",
    "calendar-ahead": "Le {day} est encore à venir.",
    "calendar-now": "Aujourd'hui : {sentence}",
    "calendar-sums": "{month} : {month_notes} sur {month_days}. {year} : {year_notes} sur {year_days}.",
    "count-days-one": "{number} jour",
    "count-days-many": "{number} jours",
    "feel-empty": "rien dans la semaine {week}",
    "feel-empty-now": "rien encore dans la semaine {week}",
    "feel-quiet": "une semaine calme",
    "feel-quiet-now": "une semaine calme jusqu'ici",
    "feel-usual": "une semaine comme la plupart",
    "feel-usual-now": "une semaine comme la plupart jusqu'ici",
    "feel-full": "une semaine bien remplie",
    "feel-full-now": "une semaine déjà bien remplie",
    "feel-new": "semaine {week}",
    "feel-new-now": "semaine {week}",
}
