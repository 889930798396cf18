"""Pictures of a graph, for README, report and print: who links what to which city, a city's projects, a fact's sentences."""

from kg.export.pictures.chain import draw_chain
from kg.export.pictures.city import draw_city
from kg.export.pictures.fact import draw_fact
from kg.export.pictures.fonts import chinese_font
from kg.export.pictures.one_mode import draw_one_mode
from kg.export.pictures.two_modes import draw_two_modes

__all__ = ["chinese_font", "draw_chain", "draw_city", "draw_fact", "draw_one_mode", "draw_two_modes"]
