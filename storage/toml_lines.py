"""Finds the line a key of a TOML file stands on, so that a message can point at it."""

import re


def line_of(text: str, key: str) -> int | None:
    """The first line (from 1) on which `key` is given a value or opens a table; None when none does."""
    opening = re.compile(rf'^\s*(?:\[+\s*)?"?{re.escape(key)}"?\s*(?:=|\]|\.)')
    for number, line in enumerate(text.splitlines(), start=1):
        if opening.match(line):
            return number
    return None


def line_in(text: str, table: str, key: str) -> int | None:
    """The first line (from 1) on which `key` of the table `table` is given a value; None when none does."""
    inside = False
    dotted = re.compile(rf'^\s*"?{re.escape(table)}"?\s*\.\s*"?{re.escape(key)}"?\s*=')
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("["):
            inside = line_of(line, table) == 1
        elif (inside and line_of(line, key) == 1) or dotted.match(line):
            return number
    return None


def line_of_syntax_error(message: str) -> int | None:
    """The line that tomllib names in `message` ("… (at line 3, column 7)"); None when it names none."""
    found = re.search(r"at line (\d+)", message)
    return int(found.group(1)) if found else None
