"""A build's folder: the same bytes for any order, nothing lost when a run is cut short."""

from __future__ import annotations

import json
import random
from pathlib import Path

from kg.model.document import Document
from kg.model.record import ArticleRecord
from kg.run.extract import Extracted
from kg.run.folder import Folder, fingerprint
from kg.run.records import by_article, merged


def record(article: str, path: str, *, published: str | None = "2024-03-05", title: str = "标题") -> ArticleRecord:
    return ArticleRecord.model_validate(
        {
            "id": article,
            "source": path,
            "title": title,
            "published_on": published,
            "made_by": "v1",
            "sources": [{"path": path, "sha256": "0" * 64}],
        }
    )


def extracted(path: str, *articles: str) -> Extracted:
    return Extracted(path, tuple((record(article, path), f"{article}的正文") for article in articles))


DOCUMENTS = [extracted("a.txt", "aaaa", "bbbb"), extracted("b.txt", "cccc"), extracted("c.txt", "bbbb")]


def test_records_have_the_same_bytes_for_any_order_and_batches(tmp_path: Path) -> None:
    outcomes = set()
    for seed in range(6):
        chance = random.Random(seed)
        folder = Folder(tmp_path / str(seed))
        for document in chance.sample(DOCUMENTS, len(DOCUMENTS)):
            folder.write(document)
            if chance.random() < 0.5:
                folder.merge()
                folder.settled()
        folder.merge()
        outcomes.add(folder.records.read_bytes())
    assert len(outcomes) == 1


def test_a_document_read_again_replaces_what_it_said(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    for document in DOCUMENTS:
        folder.write(document)
    folder.merge()
    folder.settled()
    folder.write(extracted("a.txt", "dddd"))
    change = folder.merge()
    assert (change.touched, change.gone) == ({"bbbb", "dddd"}, {"aaaa"})
    assert [(r.id, r.source) for r in folder.read()] == [("bbbb", "c.txt"), ("cccc", "b.txt"), ("dddd", "a.txt")]
    assert not folder.text("aaaa").exists()
    assert folder.text("bbbb").read_text(encoding="utf-8") == "bbbb的正文"


def test_a_line_cut_short_by_a_kill_is_left_out_and_the_rest_kept(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write(DOCUMENTS[0])
    with folder.journal.path.open("a", encoding="utf-8") as journal:
        journal.write(json.dumps({"path": "b.txt", "records": ["{"]})[:-9])
    again = Folder(tmp_path)
    again.merge()
    assert [r.id for r in again.read()] == ["aaaa", "bbbb"]


def test_a_merge_cut_short_before_the_graph_stood_is_merged_again(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write(DOCUMENTS[0])
    first = folder.merge()
    assert Folder(tmp_path).merge() == first


def test_what_was_read_is_known_until_text_metadata_or_version_change(tmp_path: Path) -> None:
    document = Document(path="a.txt", text="正文", sha256="0" * 64)
    folder = Folder(tmp_path)
    made = record("aaaa", "a.txt")
    made.sources[0].given = fingerprint(document, "v1")[2]
    folder.write(Extracted("a.txt", ((made, "正文"),)))
    assert fingerprint(document, "v1") in folder.known()
    assert fingerprint(document, "v2") not in folder.known()
    folder.merge()
    folder.settled()
    assert fingerprint(document, "v1") in folder.known()


def test_one_text_on_two_portals_is_one_record_with_both_sources() -> None:
    dated, undated = record("aaaa", "z.txt"), record("aaaa", "a.txt", published=None)
    for variants in ([dated, undated], [undated, dated]):
        one = merged(variants)
        assert one.published_on == "2024-03-05"
        assert [s.path for s in one.sources] == ["a.txt", "z.txt"]
    assert [r.id for r in by_article([undated, dated])] == ["aaaa"]


def test_a_forgotten_name_does_not_come_back(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.forgotten.add(["周小满"])
    named = ArticleRecord.model_validate(
        {
            "id": "aaaa",
            "source": "a.txt",
            "sources": [{"path": "a.txt", "sha256": "0" * 64}],
            "people": [
                {
                    "name": "周小满",
                    "evidence": [{"start": 0, "end": 6, "quote": "周小满说好。", "rule": "people.speaker"}],
                }
            ],
            "meetings": [
                {
                    "name": "座谈会",
                    "attendees": ["周小满", "何大川"],
                    "evidence": [{"start": 0, "end": 6, "quote": "周小满说好。", "rule": "events.name"}],
                }
            ],
        }
    )
    Folder(tmp_path).write(Extracted("a.txt", ((named, "周小满说好。"),)))
    folder.merge()
    assert "周小满" not in folder.records.read_text(encoding="utf-8")
    assert "周小满" not in (tmp_path / "forgotten.json").read_text(encoding="utf-8")
    assert folder.text("aaaa").read_text(encoding="utf-8") == "■■■说好。"
    [kept] = folder.read()
    assert [a.name for a in kept.meetings[0].attendees] == ["何大川"]
