"""Trains the small reader: fixed vectors of pieces, a sliding window, and what the large reader thinks of each text."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

OUTPUTS = 12
LOW, HIGH = -7.0, 5.0
"""Logits of the large reader past which the small one need not follow it."""
BATCH = 128
_MEAN_OF = 8
"""Steps between two states of which the mean is taken."""


@dataclass
class Lesson:
    """A text to learn from: its pieces, what is wanted of each output (0 to 1), and how much it counts."""

    numbers: list[int]
    wanted: list[float]
    weight: float = 1.0
    told: list[float] | None = None
    """The logits of the large reader, where it is the one that labelled the text."""


def lesson_of(numbers: list[int], told: Sequence[float]) -> Lesson:
    """What the large reader teaches by its logits of a text."""
    chances = 1 / (1 + np.exp(-np.asarray(told, np.float64)))
    return Lesson(numbers, chances.tolist(), 1.0, [float(one) for one in told])


class Student(nn.Module):
    """The network of rules/reader/small.py, as torch trains it."""

    def __init__(self, vectors: np.ndarray, kinds: int = 256, inner: int = 96) -> None:
        super().__init__()
        side = vectors.shape[1]
        self.vectors = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=False, sparse=True)
        self.window = nn.Linear(3 * side, kinds)
        self.inner = nn.Linear(kinds + side, inner)
        self.head = nn.Linear(inner, OUTPUTS)
        nn.init.constant_(self.head.bias, -2.0)

    def forward(self, numbers: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        counts = (torch.arange(numbers.shape[1])[None] < lengths[:, None])[..., None]
        vectors = self.vectors(numbers) * counts
        if self.training:
            vectors = vectors * (torch.rand(*numbers.shape, 1) > 0.1)
            vectors = functional.dropout(vectors, 0.1)
        padded = functional.pad(vectors, (0, 0, 1, 1))
        three = torch.cat([padded[:, :-2], padded[:, 1:-1], padded[:, 2:]], 2)
        kinds = functional.relu(self.window(three)) * counts
        seen = torch.cat([kinds.amax(1), vectors.sum(1) / lengths[:, None]], 1)
        seen = functional.dropout(seen, 0.2, self.training)
        return self.head(functional.dropout(functional.relu(self.inner(seen)), 0.2, self.training))


def reduced(vectors: np.ndarray, side: int) -> np.ndarray:
    """`vectors` in `side` dimensions: the directions in which they differ most, each of unit variance."""
    centred = vectors - vectors.mean(0)
    _, _, turned = np.linalg.svd(centred, full_matrices=False)
    turned = turned * np.sign(turned[np.arange(len(turned)), np.abs(turned).argmax(1)])[:, None]
    best = centred @ turned[:side].T
    return (best / (best.std(0) ** 0.5 + 1e-6) / 4).astype(np.float32)


def trained(
    vectors: np.ndarray,
    lessons: Sequence[Lesson],
    *,
    epochs: int = 8,
    seed: int = 1,
    rate: float = 3e-3,
    learned: float = 0.3,
) -> Student:
    """A student that has had `lessons`; its vectors move at `learned` of the rate."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    student = Student(vectors)
    own = [p for name, p in student.named_parameters() if name != "vectors.weight"]
    optimisers: list[tuple[torch.optim.Optimizer, float]] = [
        (torch.optim.AdamW(own, weight_decay=0.05), rate),
        (torch.optim.SparseAdam([student.vectors.weight]), rate * learned),
    ]
    steps = epochs * (len(lessons) // BATCH + 1)
    batches = (batch for _ in range(epochs) for batch in _batches(lessons, BATCH, chance))
    mean = None
    student.train()
    for step, batch in enumerate(batches):
        factor = min(1, step / (steps * 0.1) + 0.01) * max(0.03, 1 - step / steps)
        _step(student, batch, optimisers, factor)
        if step > steps * 0.7 and step % _MEAN_OF == 0:
            now = {name: value.detach().clone() for name, value in student.state_dict().items()}
            mean = now if mean is None else {name: mean[name] * 0.9 + now[name] * 0.1 for name in now}
    student.load_state_dict(mean)
    return student.eval()


def _step(
    student: Student,
    batch: Sequence[Lesson],
    optimisers: Sequence[tuple[torch.optim.Optimizer, float]],
    factor: float,
) -> None:
    loss = _loss(student(*padded([one.numbers for one in batch])), batch)
    for optimiser, rate in optimisers:
        optimiser.param_groups[0]["lr"] = rate * factor
        optimiser.zero_grad()
    loss.backward()
    for optimiser, _ in optimisers:
        optimiser.step()


def _loss(logits: torch.Tensor, batch: Sequence[Lesson]) -> torch.Tensor:
    # Half by the chances that are wanted, half by how far its logits are from those of the large reader.
    wanted = torch.tensor([one.wanted for one in batch])
    weight = torch.tensor([one.weight for one in batch])
    by_chance = _summed(functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none"), weight)
    taught = torch.tensor([[float(one.told is not None)] for one in batch])
    told = torch.tensor([one.told or [0.0] * OUTPUTS for one in batch]).clamp(LOW, HIGH)
    apart = _summed((logits.clamp(-8, 8) - told) ** 2 * taught, weight)
    return 0.5 * by_chance + 0.05 * apart


def _summed(each: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    return ((each[:, :-1].mean(1) * 6 + each[:, -1]) * weight).sum() / weight.sum()


def padded(rows: Sequence[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """The rows as one table, and how much of each counts."""
    most = max(map(len, rows))
    return torch.tensor([row + [0] * (most - len(row)) for row in rows]), torch.tensor(
        [len(row) for row in rows]
    )


def _batches(lessons: Sequence[Lesson], size: int, chance: random.Random):
    order = sorted(lessons, key=lambda one: len(one.numbers) + chance.random() * 4)
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    chance.shuffle(cut)
    yield from cut


def weighed(student: Student, rows: Sequence[list[int]]) -> np.ndarray:
    """The logits of each row."""
    said = np.zeros((len(rows), OUTPUTS), np.float32)
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    with torch.no_grad():
        for start in range(0, len(order), 256):
            at = order[start : start + 256]
            said[at] = student(*padded([rows[n] for n in at])).numpy()
    return said
