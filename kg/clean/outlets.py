"""How news media name themselves in front of a report."""

from __future__ import annotations

from kg.lexicon import load

ENDING = r"(?:日报|晚报|晨报|早报|午报|时报|商报|都市报|法治报|法制报|周刊|新闻网|新闻|广播电视台|电视台|融媒体中心|融媒体?|发布|在线|网)"
"""What a local outlet's name ends in."""

LOCAL = rf"(?:[一-鿿]{{2}}|[一-鿿]{{3}}|[一-鿿]{{4}}){ENDING}"
"""An outlet named by its place: 某州日报, 某某新闻网, 某县融媒. Shortest place first."""

OUTLET = (
    rf"(?:{load('news_outlets').alternation()}|{LOCAL})"
    r"(?:客户端|全媒体|全媒|融媒体?|社|APP)?"
)
"""One outlet."""

OUTLETS = rf"(?:{OUTLET}(?:\s*(?:[-－—·/／&、]|[（(]\s*{OUTLET}\s*[）)])\s*)?){{1,3}}"
"""One outlet or a few joined by a dash, a stroke or brackets: 荆楚网（湖北日报网）."""
