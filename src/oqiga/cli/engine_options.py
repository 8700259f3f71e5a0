"""The options that name an outside model, and the engine they make."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Annotated

import typer

from oqiga.engines.address import KEY_VARIABLE, checked_address
from oqiga.engines.budget import Budget, Prices
from oqiga.engines.openai import NAME, OpenAiEngine
from oqiga.engines.server import ChatServer, Patience
from oqiga.errors import UsageError

RULES = "rules"
"""No outside model: the default."""

EngineOption = Annotated[
    str, typer.Option(help=f"{RULES}, or {NAME} to ask an outside model too; see docs/engines.md.")
]
BaseUrlOption = Annotated[
    str | None,
    typer.Option(help=f"Where the model answers, as http://127.0.0.1:8080/v1; its key is in {KEY_VARIABLE}."),
]
ModelOption = Annotated[str | None, typer.Option(help="The model's name, as its server knows it.")]
EngineTokensOption = Annotated[
    int, typer.Option(min=1, help="Most tokens that the model may read and write in this run.")
]
EngineCostOption = Annotated[
    float | None, typer.Option(min=0.0, help="Most money for this run; needs --engine-prices.")
]
EnginePricesOption = Annotated[
    tuple[float, float] | None,
    typer.Option(metavar="READ WRITTEN", help="Money for a million tokens read and for a million written."),
]
EngineTimeoutOption = Annotated[
    float, typer.Option(min=0.1, help="Seconds of silence after which the model is taken not to answer.")
]

_WHOLE = 3
"""An answer may take so many times the silence that is waited for."""


@dataclass(frozen=True, slots=True)
class Spending:
    """Limits of one run. prices: money for a million tokens read, and for a million written."""

    tokens: int
    cost: float | None
    prices: tuple[float, float] | None


def engine_of(
    name: str,
    *,
    base_url: str | None,
    model: str | None,
    spending: Spending,
    timeout_s: float,
    workers: int,
) -> OpenAiEngine | None:
    """Return the engine that the options name, None for the rules alone.

    Raises UsageError where options do not go together, SettingsError for an address that is not taken.
    """
    if name == RULES:
        if base_url or model:
            raise UsageError(f"--base-url and --model go with --engine {NAME}")
        return None
    if name != NAME:
        raise UsageError(f"no engine {name!r}; there are {RULES}, {NAME}")
    if not base_url or not model:
        raise UsageError(f"--engine {NAME} needs --base-url and --model")
    if workers > 1:
        raise UsageError("an outside model is asked by one worker, which counts what it costs")
    if (spending.cost is None) != (spending.prices is None):
        raise UsageError("--engine-cost and --engine-prices go together")
    prices = Prices(*spending.prices) if spending.prices else None
    server = ChatServer(
        checked_address(base_url, os.environ.get(KEY_VARIABLE)),
        model,
        patience=Patience(silence_s=timeout_s, whole_s=_WHOLE * timeout_s),
    )
    return OpenAiEngine(server, model, Budget(spending.tokens, cost=spending.cost, prices=prices))
