"""A weekly note as a page of HTML, from the same Markdown and the same parser as every platform's text."""

from html import escape

from markdown_it import MarkdownIt


def to_html(markdown: str, title: str, language: str) -> str:
    """A whole HTML 5 page: `language` as its language, `title` as its title, typed HTML shown as typed.

    Links to anything but web pages and mail are left as text by the parser.
    """
    body = MarkdownIt("commonmark", {"html": False}).render(markdown)
    head = f'<meta charset="utf-8">\n<title>{escape(title)}</title>'
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n{head}\n</head>\n'
        f"<body>\n<main>\n{body}</main>\n</body>\n</html>"
    )
