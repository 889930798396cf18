"""Pages: the text of their articles without what stands around it, metadata, and where each character is in the markup."""

from kg.read.html.charset import declared_charset
from kg.read.html.page import HtmlPage, read_html
from kg.read.html.sniff import looks_like_html

__all__ = ["HtmlPage", "declared_charset", "looks_like_html", "read_html"]
