"""The names of elements, by what they do to the text."""

from __future__ import annotations

VOID = frozenset({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "spacer", "track", "wbr",
})  # fmt: skip
"""Those that hold nothing and have no end tag."""
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
})  # fmt: skip
"""Those that stand on lines of their own."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
IN_HEAD = frozenset({
    "title", "meta", "link", "base", "script", "style", "noscript", "object", "template", "bgsound", "basefont",
})  # fmt: skip
"""Those that do not end the head of a page."""
UNSEEN = frozenset({
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "object", "embed", "applet", "select",
    "option", "optgroup", "button", "input", "textarea", "iframe", "svg", "canvas", "audio", "video", "map", "datalist",
    "dialog", "noframes", "rp", "rt",
})  # fmt: skip
"""Those of which a reader sees nothing that is text of the page."""
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "colgroup", "data", "del", "dfn", "em",
    "font", "frameset", "i", "ins", "kbd", "label", "mark", "marquee", "math", "meter", "nobr", "noembed", "output",
    "picture", "progress", "q", "ruby", "s", "samp", "search", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "w", "xml", "rb", "rtc",
})  # fmt: skip
KNOWN = VOID | BLOCKS | IN_HEAD | UNSEEN | _INLINE
