"""What reading stands on: the models, the lexicons, the gazetteer."""

from __future__ import annotations

from collections.abc import Iterator

from kg.cli.doctor.check import Check, guarded
from kg.errors import LexiconError

_AGAIN = "Install zhengtu again."
_SENTENCE = "3月5日，市长王龙江主持召开市政府常务会议。"


def models() -> Iterator[Check]:
    """The name tagger and the word layer, loaded and tried on a sentence; then the whole pipeline."""
    yield guarded(
        "Models",
        "name tagger",
        _tagger,
        costs="Nothing is read but with --ner none, and then less well.",
        remedy=_AGAIN,
    )
    yield guarded("Models", "words", _words, costs="Projects and initiatives cannot be read.", remedy=_AGAIN)
    yield guarded("Models", "pipeline", _pipeline, costs="Nothing is read.", remedy=_AGAIN)


def knowledge() -> Iterator[Check]:
    """Lexicons, one by one, and the gazetteer."""
    yield guarded("Data", "lexicons", _lexicons, costs="Nothing is read.", remedy=_AGAIN)
    yield guarded("Data", "gazetteer", _gazetteer, costs="Nothing is read, and no graph is built.", remedy=_AGAIN)


def _tagger() -> str:
    from kg.ner.tagger import Tagger

    tagger = Tagger.load()
    found = [_SENTENCE[one.start : one.end] for one in tagger.entities(_SENTENCE)]
    if "王龙江" not in found:
        raise RuntimeError(f"does not find 王龙江 in {_SENTENCE}")
    return tagger.name


def _words() -> str:
    from kg.words.model_file import read
    from kg.words.segmenter import default, packaged

    model, cut = read(packaged()), default().words(_SENTENCE)
    if (5, 7) not in cut:
        raise RuntimeError(f"does not find 市长 in {_SENTENCE}")
    return f"{len(model.features):,} features, {len(model.tags)} tags"


def _pipeline() -> str:
    import kg
    from kg.annotate.rule import REGISTRY

    doc = kg.load()(_SENTENCE)
    if not doc._.record.meetings:
        raise RuntimeError(f"finds no meeting in {_SENTENCE}")
    return f"{len(REGISTRY):,} rules"


def _lexicons() -> str:
    from kg.lexicon import seeds_folder
    from kg.lexicon.lexicon import read_lexicon

    paths = sorted(seeds_folder("lexicons").glob("*.yaml"))
    if not paths:
        raise LexiconError(f"{seeds_folder('lexicons')}: holds no lexicon.", _AGAIN)
    return f"{len(paths)} with {sum(len(read_lexicon(path).entries) for path in paths):,} entries"


def _gazetteer() -> str:
    from kg.lexicon.gazetteer import Gazetteer

    gazetteer = Gazetteer.load()
    divisions, towns = sum(1 for _ in gazetteer), sum(1 for _ in gazetteer.each_town())
    return f"{divisions:,} divisions, {towns:,} towns, version {gazetteer.version}"
