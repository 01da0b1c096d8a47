"""The list of everything that can be done from where the person is."""

from textual.command import CommandList, CommandPalette

from tui.widgets.question import Question


class Commands(CommandPalette, Question[None]):
    """Textual's list to search in; its pages are turned once there are any."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Before the first command is drawn there is no page to turn: the key came early."""
        if action == "command_list":
            return bool(self.query_one(CommandList).scrollable_content_region)
        return super().check_action(action, parameters)
