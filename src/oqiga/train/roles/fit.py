"""Fitting the network: deterministic by seed, resumable after every epoch, on CPU or GPU."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.train.roles.examples import Example, Window, windows
from oqiga.train.roles.network import RoleNetwork

CLS, SEP = 101, 102
"""Word pieces that open and close a window."""
POOL = 32
"""Batches whose windows are sorted by length together: spares the padding and still mixes."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train. Rates are AdamW's at their highest; losses are summed with these weights."""

    epochs: int = 8
    batch: int = 8
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    report_weight: float = 0.3
    kind_weight: float = 0.3
    seed: int = 20160605


def fit(
    network: RoleNetwork,
    examples: Sequence[Example],
    recipe: Recipe,
    *,
    checkpoint: Path,
    tell: Callable[[str], None],
) -> None:
    """Train in place. checkpoint: written after every epoch, and taken up if it is there."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    network.to(device)
    torch.manual_seed(recipe.seed)
    optimizer = _optimizer(network, recipe)
    per_epoch = len(_batches(examples, recipe.batch, random.Random(0)))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _slope(per_epoch * recipe.epochs, recipe.warm_up))
    done = _resume(checkpoint, network, optimizer, schedule)
    for epoch in range(done, recipe.epochs):
        rng = random.Random(recipe.seed * 1000 + epoch)
        torch.manual_seed(recipe.seed + epoch)
        network.train()
        total = 0.0
        for batch in _batches(examples, recipe.batch, rng):
            total += _step(network, batch, recipe, optimizer, device)
            schedule.step()
        tell(f"epoch {epoch + 1}: loss {total / per_epoch:.4f}")
        state = [network.state_dict(), optimizer.state_dict(), schedule.state_dict(), epoch + 1]
        torch.save(state, checkpoint)


def _batches(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[Window]]:
    """Cut one epoch into batches of windows of like length: padding costs as much as text."""
    drawn = _epoch(examples, rng)
    batches: list[list[Window]] = []
    for start in range(0, len(drawn), size * POOL):
        pool = sorted(drawn[start : start + size * POOL], key=lambda window: len(window.pieces))
        batches.extend(pool[first : first + size] for first in range(0, len(pool), size))
    rng.shuffle(batches)
    return batches


def _epoch(examples: Sequence[Example], rng: random.Random) -> list[Window]:
    """Take every window of a relevant report and one, drawn anew, of an irrelevant one."""
    drawn: list[Window] = []
    for example in examples:
        found = windows(example)
        drawn.extend(found if example.types else [rng.choice(found)])
    rng.shuffle(drawn)
    return drawn


def _step(
    network: RoleNetwork,
    batch: Sequence[Window],
    recipe: Recipe,
    optimizer: torch.optim.Optimizer,
    device: str,
) -> float:
    pieces, mask, labels, reports = _tensors(batch, device)
    with torch.autocast(device, dtype=torch.bfloat16, enabled=_has_bfloat16(device)):
        hidden, roles, report = network(pieces, mask)
    loss = nn.functional.cross_entropy(
        roles.float().reshape(-1, 3), labels.reshape(-1), ignore_index=-100, label_smoothing=0.02
    )
    loss = loss * len(ROLES)
    loss = loss + recipe.report_weight * nn.functional.binary_cross_entropy_with_logits(
        report.float(), reports
    )
    loss = loss + recipe.kind_weight * _kind_loss(network, hidden, batch)
    optimizer.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def _has_bfloat16(device: str) -> bool:
    """Say whether half precision is computed by the hardware; where it is emulated it is ten times slower."""
    return device == "cuda" or torch.cpu._is_avx512_bf16_supported()


def _kind_loss(network: RoleNetwork, hidden: Tensor, batch: Sequence[Window]) -> Tensor:
    rows, firsts, lasts, kinds = [], [], [], []
    for row, window in enumerate(batch):
        for filler in window.fillers:
            rows.append(row)
            firsts.append(filler.first + 1)
            lasts.append(filler.last + 1)
            kinds.append(filler.type)
    if not rows:
        return hidden.new_zeros(()).float()
    as_tensor = [torch.tensor(each, device=hidden.device) for each in (rows, firsts, lasts)]
    logits = network.kinds(hidden.float(), *as_tensor)
    return nn.functional.cross_entropy(logits, torch.tensor(kinds, device=hidden.device))


def _tensors(batch: Sequence[Window], device: str) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    length = max(len(window.pieces) for window in batch) + 2
    pieces = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.zeros(len(batch), length, dtype=torch.long)
    labels = torch.full((len(batch), length, len(ROLES)), -100, dtype=torch.long)
    reports = torch.zeros(len(batch), 1 + len(TYPES))
    for row, window in enumerate(batch):
        count = len(window.pieces)
        pieces[row, : count + 2] = torch.tensor([CLS, *window.pieces, SEP])
        mask[row, : count + 2] = 1
        labels[row, 1 : count + 1] = torch.tensor(window.labels).T
        reports[row, 0] = bool(window.types)
        for kind in window.types:
            reports[row, 1 + kind] = 1
    return pieces.to(device), mask.to(device), labels.to(device), reports.to(device)


def _optimizer(network: RoleNetwork, recipe: Recipe) -> torch.optim.Optimizer:
    encoder = [each for each in network.encoder.parameters() if each.requires_grad]
    ids = {id(each) for each in network.encoder.parameters()}
    heads = [each for each in network.parameters() if id(each) not in ids]
    groups = [{"params": encoder, "lr": recipe.encoder_rate}, {"params": heads, "lr": recipe.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _slope(steps: int, warm_up: float) -> Callable[[int], float]:
    rise = max(1, int(steps * warm_up))
    return lambda step: min((step + 1) / rise, max(0.02, (steps - step) / max(1, steps - rise)))


def _resume(
    checkpoint: Path,
    network: RoleNetwork,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
) -> int:
    if not checkpoint.exists():
        return 0
    weights, optimizer_state, schedule_state, epoch = torch.load(checkpoint, weights_only=True)
    network.load_state_dict(weights)
    optimizer.load_state_dict(optimizer_state)
    schedule.load_state_dict(schedule_state)
    return int(epoch)
