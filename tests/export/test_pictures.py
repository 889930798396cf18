"""Pictures of the seeds' graph: what is on them, that they come out the same, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from matplotlib.figure import Figure

import kg
from kg.analysis import projection
from kg.errors import NotFound
from kg.export.pictures import chinese_font, draw_chain, draw_city, draw_fact, draw_one_mode, draw_two_modes
from kg.export.pictures.boxes import Box, Curve, arranged
from kg.export.pictures.canvas import save, wrapped
from kg.export.pictures.city import money
from kg.lexicon import seeds_folder
from kg.run.graph import Graph
from kg.store import Store, connect


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("pictures")
    kg.build(seeds_folder("documents"), dir=where).close()
    return where


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with connect(folder) as found:
        yield found


def written(figure: Figure) -> str:
    """What stands on it, line breaks taken out."""
    return "\n".join(text.get_text().replace("\n", "") for text in figure.axes[0].texts)


def test_the_chain_goes_from_chairs_to_places(store: Store) -> None:
    text = written(draw_chain(store))
    for name in ("孟繁星", "区政府常务会议", "牛头山智慧物流园二期工程", "皖江绿链三年行动计划", "池州市"):
        assert name in text, name
    assert "more nodes" not in text


def test_what_is_left_out_is_counted(store: Store) -> None:
    assert "more nodes are not shown" in written(draw_chain(store, most=5))
    assert "more are not shown" in written(draw_city(store, "池州市", most=2))


def test_a_city_shows_stages_sums_and_firms(store: Store) -> None:
    text = written(draw_city(store, "池州市"))
    assert "36.8亿元" in text
    assert "皖江岭新能源科技有限公司" in text
    assert "2023-11-18" in text
    assert "义安区智能装备产业园" not in text


def test_a_fact_shows_its_sentences(store: Store) -> None:
    fact = store.query("MATCH ()-[r:CHAIRED]->() RETURN r.id AS id ORDER BY r.support DESC, id LIMIT 1").rows[0][0]
    sentences = store.query("MATCH (:Article)-[s:STATES]->(:Fact {id: $f}) RETURN s.quote", {"f": fact}).rows
    text = written(draw_fact(store, fact))
    assert len(sentences) >= 2
    assert all(f"“{quote}”"[:30] in text for (quote,) in sentences)
    assert "主持" in text


def test_a_view_of_two_labels_has_a_column_each(folder: Path) -> None:
    with Graph(folder) as graph:
        text = written(draw_two_modes(graph.networkx("official-project"), title="官员与项目"))
    for name in ("人物Person", "项目Project", "孟繁星", "尧渡河综合治理工程"):
        assert name in text, name


def test_a_projection_has_a_legend_and_leaves_the_unlinked_out(folder: Path) -> None:
    with Graph(folder) as graph:
        officials = projection(graph.networkx("official-project"), "Person")
    figure = draw_one_mode(officials, title="共同项目")
    legend = figure.axes[0].get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["人物 Person"]
    assert "孟繁星" in written(figure)
    assert "沈若谷" not in written(figure)


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_same_bytes_each_time(store: Store, tmp_path: Path, suffix: str) -> None:
    for name in ("one", "two"):
        save(draw_city(store, "池州市"), tmp_path / f"{name}.{suffix}")
    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_chinese_labels_have_glyphs(store: Store, tmp_path: Path, recwarn: pytest.WarningsRecorder) -> None:
    if chinese_font() is None:
        pytest.skip("no font with Chinese characters here")
    save(draw_chain(store), tmp_path / "chain.png")
    assert not [warning for warning in recwarn if "Glyph" in str(warning.message)]


def test_nothing_to_draw_is_said(store: Store) -> None:
    with pytest.raises(NotFound, match="no project in 安庆市"):
        draw_city(store, "安庆市")
    with pytest.raises(NotFound, match="no fact 0000"):
        draw_fact(store, "0000")
    with pytest.raises(NotFound, match="no nodes"):
        draw_two_modes(nx.Graph(), title="")
    with pytest.raises(NotFound, match="no edges"):
        draw_one_mode(nx.Graph(), title="")


def test_boxes_stand_beside_those_they_are_linked_to() -> None:
    people = [Box(f"p{i}", "Person", f"p{i}") for i in range(3)]
    meetings = [Box(f"m{i}", "Meeting", f"m{i}") for i in range(3)]
    curves = [Curve(f"p{i}", f"m{2 - i}", "black") for i in range(3)]
    left, right = arranged([people, meetings], curves)
    assert [box.id[1:] for box in left] == [str(2 - int(box.id[1:])) for box in right]


@pytest.mark.parametrize(
    ("cny", "said"), [(3.68e9, "36.8亿元"), (52e6, "5,200万元"), (800.0, "800元"), (1.2e12, "12,000亿元")]
)
def test_sums_as_news_write_them(cny: float, said: str) -> None:
    assert money(cny) == said


def test_long_names_are_cut_with_a_sign() -> None:
    assert wrapped("年产5万吨锂电铜箔项目" * 3, 10) == ["年产5万吨锂电铜箔项", "目年产5万吨锂电铜…"]
