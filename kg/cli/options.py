"""Options that several commands share, and the settings behind them.

A flag wins over an environment variable (`KG_DIR`, `KG_TO`, `KG_WORKERS`, `KG_NER`), and that over the file
`kg.toml` in the current folder (`dir = "out"`). The password of Neo4j comes from the environment
or a file alone, never from the command line.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from kg.errors import KgError

if TYPE_CHECKING:
    from kg.store import Store


class Settings(BaseSettings):
    """What environment and file say, where no flag does."""

    model_config = SettingsConfigDict(env_prefix="KG_", toml_file="kg.toml", extra="ignore")

    dir: Path = Path("out")
    to: str | None = None
    workers: int = Field(default=1, ge=1)
    ner: str = "default"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Flags, then the environment, then `kg.toml`."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


@functools.cache
def settings() -> Settings:
    """The settings of this run.

    Raises:
        KgError: A variable or the file has a value that is none.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(map(str, first["loc"]))
        raise KgError(f"Setting {name}: {first['msg']}.", f"Look at KG_{name.upper()} and kg.toml.") from None
    except ValueError as error:
        raise KgError(f"kg.toml: {error}.", "Mend the TOML.") from None


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Articles: files, folders, archives, mails; - is standard input.", show_default=False
    ),
]
Dir = Annotated[
    Path | None, typer.Option("--dir", help="The build's folder. \\[env: KG_DIR; default: out]", show_default=False)
]
To = Annotated[
    str | None,
    typer.Option(
        "--to",
        help="Put the graph into this Neo4j (neo4j://HOST:PORT) instead of the folder. \\[env: KG_TO]",
        show_default=False,
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from", help="Ask this Neo4j (neo4j://HOST:PORT) instead of the folder. \\[env: KG_TO]", show_default=False
    ),
]
Metadata = Annotated[
    Path | None, typer.Option(help="CSV: file, title, published_on, publisher, url, place.", show_default=False)
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, help="Processes that read articles. \\[env: KG_WORKERS; default: 1]", show_default=False),
]


def _ner(incomplete: str) -> list[tuple[str, str]]:
    from kg.cli.completion import ner

    return ner(incomplete)


Ner = Annotated[
    str | None,
    typer.Option(
        "--ner",
        metavar="NAME",
        help="NER in front of the rules: default, none, a folder that kg train ner made, or the name or folder of a spaCy pipeline (zh_core_web_trf). "
        "\\[env: KG_NER; default: default]",
        show_default=False,
        autocompletion=_ner,
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def folder(given: Path | None) -> Path:
    """The build's folder of this run."""
    return given or settings().dir


def target(given_dir: Path | None, given_target: str | None) -> str | Path:
    """Where the graph is: a Neo4j address, or the build's folder where a flag names it or nothing else does."""
    if given_target:
        return given_target
    if given_dir is None and (address := settings().to):
        return address
    return folder(given_dir)


def there(paths: list[str]) -> None:
    """Refuse paths of which none is there; where some are, the others are failures like any other.

    Raises:
        KgError: Names the first.
    """
    if not any(path == "-" or Path(path).exists() for path in paths):
        raise KgError(f"{paths[0]} is not there.", "Check the path.")


def opened(given_dir: Path | None, given_target: str | None) -> Store:
    """The graph that a command asks, to be closed by it.

    Raises:
        StoreError: There is none, or it does not answer.
    """
    from kg.store import connect

    return connect(target(given_dir, given_target))
