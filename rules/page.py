"""A weekly note as a page of HTML, from the same Markdown and the same parser as every platform's text."""

from html import escape

from markdown_it import MarkdownIt

from rules.private_spans import public


def to_html(markdown: str, title: str, language: str) -> str:
    """A whole HTML 5 page: `language` as its language, `title` as its title, typed HTML shown as typed,
    private passages left out.

    Links to anything but web pages and mail are left as text by the parser.
    """
    body = MarkdownIt("commonmark", {"html": False}).render(public(markdown))
    head = f'<meta charset="utf-8">\n<title>{escape(title)}</title>'
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n{head}\n</head>\n'
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>"
    )
