"""A new note that begins with a template, to be filled in before it is kept."""

import argparse

from tui.console import has_person
from tui.context import Context
from tui.note_templates import the_template
from tui.sayings import UsageError


def begin(arguments: argparse.Namespace, context: Context) -> None:
    """Put the template's words before those in `arguments`, and have them opened in the composer or an editor.

    Raises Refusal and InputError where there is no such template, and UsageError where nobody can fill it in.
    """
    template = the_template(arguments.template, context.config, context.words)
    if not (arguments.edit or has_person()):
        raise UsageError(context.words("template-nobody", name=template.name))
    given = " ".join(arguments.text)
    arguments.text = [f"{template.text}\n{given}".rstrip()]
    arguments.compose = not arguments.edit
