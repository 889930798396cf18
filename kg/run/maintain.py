"""Taking articles, or a person, out of a build."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from kg.errors import NotFound
from kg.model.record import ArticleRecord
from kg.run.bring_up import DEFAULTS, Options, bring_up
from kg.run.folder import Folder
from kg.run.forgotten import blotted, redacted
from kg.run.summary import Summary
from kg.store import connect


def _asked(record: ArticleRecord, what: set[str]) -> bool:
    return record.id in what or any(
        source.path in what or (source.url and source.url in what) for source in record.sources
    )


def _built(directory: Path) -> Folder:
    if not Folder(directory, reading=True).records.exists():
        raise NotFound(f"{directory}: there is no build.", "Name its folder with --dir.")
    return Folder(directory)


def withdraw(what: Iterable[str], directory: Path, *, to: str | None = None, options: Options | None = None) -> Summary:
    """Withdraw the articles with these ids, from these sources or addresses.

    They stay away from later builds until their source changes. The last build's report, which may
    show them, is taken away.

    Raises:
        NotFound: One of them names no article of the build.
    """
    folder, wanted = _built(directory), set(what)
    by_path: dict[str, list[ArticleRecord]] = defaultdict(list)
    for record in folder.read():
        by_path[record.sources[0].path].append(record)
    named: set[str] = set()
    kept: dict[str, list[str]] = {}
    for path, records in by_path.items():
        gone = [record for record in records if _asked(record, wanted)]
        if gone:
            kept[path] = [record.dump() for record in records if not _asked(record, wanted)]
            for record in gone:
                named |= wanted & {record.id, path, *(s.url for s in record.sources if s.url)}
    if missing := sorted(wanted - named):
        raise NotFound(
            f"{directory}: no article has the id, path or address {missing[0]}.",
            "List them: kg query 'MATCH (a:Article) RETURN a.id, a.url'",
        )
    summary = Summary()
    with connect(to or directory, writing=True) as store:
        folder.replace(kept, [r for path in kept for r in by_path[path] if _asked(r, wanted)])
        bring_up(folder, store, summary, target=to or "", options=options or DEFAULTS)
    folder.report.unlink(missing_ok=True)
    return summary


def forget(who: str, directory: Path, *, to: str | None = None, options: Options | None = None) -> int:
    """Take a person out of records, texts and the graph; the number of articles that named them.

    In texts and quotes every character of the name becomes ■, so that offsets stand. A salted hash
    of the name keeps later builds from bringing it back. The last build's report, which may show it, is
    taken away.

    Raises:
        NotFound: Nobody of the build bears the name or the id.
    """
    folder = _built(directory)
    records = list(folder.read())
    bearers = {(p.name, p.mention) for r in records for p in r.officials} | {
        (p.name, p.mention) for r in records for p in r.people
    }
    names = {name for name, mention in bearers if who in (name, mention)}
    if not names:
        raise NotFound(
            f"{directory}: nobody is called {who}.",
            "Look for the name: kg query 'MATCH (p:Person) RETURN p.name, p.id'",
        )
    by_path: dict[str, list[str]] = defaultdict(list)
    articles = set()
    for record in records:
        line = record.dump()
        if any(name in line for name in names):
            articles.add(record.id)
            for name in names:
                record = redacted(record, name)
        by_path[record.sources[0].path].append(record.dump())
    for article in articles:
        path = folder.text(article)
        if path.exists():
            text = path.read_text(encoding="utf-8")
            for name in names:
                text = blotted(text, name)
            path.write_text(text, encoding="utf-8", newline="\n")
    folder.forgotten.add(names)
    with connect(to or directory, writing=True) as store:
        folder.replace(dict(by_path), [])
        bring_up(folder, store, Summary(), target=to or "", options=options or DEFAULTS)
    folder.report.unlink(missing_ok=True)
    return len(articles)
