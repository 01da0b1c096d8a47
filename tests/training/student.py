"""Trains the small reader: vectors of pieces, one layer of attention, and what the large reader thinks of each text."""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import torch
from torch import nn
from torch.nn import functional

OUTPUTS = 12
HEADS = 6
KINDS, INNER = 384, 128
LONGEST = 96
"""Pieces of a text that are read."""
LOW, HIGH = -7.0, 5.0
"""Logits of the large reader past which the small one need not follow it."""
BATCH = 96
_MEAN_OF = 8
"""Steps between two states of which the mean is taken."""


@dataclass
class Lesson:
    """A text to learn from: its pieces, what is wanted of each output (0 to 1), and how much it counts."""

    numbers: list[int]
    wanted: list[float]
    weight: float = 1.0
    told: list[float] | None = None
    """The logits of the large reader, where it judged the text."""


Lessons = Callable[[random.Random], Sequence[Lesson]]
"""The lessons of one round; they may differ from round to round."""


def lesson_of(numbers: list[int], told: Sequence[float]) -> Lesson:
    """What the large reader teaches by its logits of a text."""
    chances = 1 / (1 + np.exp(-np.asarray(told, np.float64)))
    return Lesson(numbers, chances.tolist(), 1.0, [float(one) for one in told])


class Student(nn.Module):
    """The network of rules/reader/small.py, as torch trains it."""

    def __init__(self, vectors: np.ndarray) -> None:
        super().__init__()
        side = vectors.shape[1]
        self.vectors = nn.Embedding.from_pretrained(torch.from_numpy(vectors), freeze=False, sparse=True)
        self.window = nn.Linear(3 * side, side)
        self.norm = nn.LayerNorm(side)
        self.place = nn.Parameter(torch.randn(LONGEST, side) * 0.02)
        self.three = nn.Linear(side, 3 * side)
        self.out = nn.Linear(side, side)
        self.kinds = nn.Linear(side, KINDS)
        self.inner = nn.Linear(KINDS + side, INNER)
        self.head = nn.Linear(INNER, OUTPUTS)
        nn.init.normal_(self.out.weight, std=0.01)
        nn.init.zeros_(self.out.bias)
        nn.init.constant_(self.head.bias, -2.0)

    def forward(self, numbers: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        counts = torch.arange(numbers.shape[1])[None] < lengths[:, None]
        vectors = self.vectors(numbers) * counts[..., None]
        if self.training:
            vectors = vectors * (torch.rand(*numbers.shape, 1) > 0.1)
            vectors = functional.dropout(vectors, 0.1)
        states = vectors + functional.relu(self.window(_threes(vectors)))
        states = (states + self._met(states, counts)) * counts[..., None]
        strongest = (functional.relu(self.kinds(states)) * counts[..., None]).amax(1)
        seen = torch.cat([strongest, states.sum(1) / lengths[:, None]], 1)
        seen = functional.dropout(seen, 0.2, self.training)
        return self.head(functional.dropout(functional.relu(self.inner(seen)), 0.2, self.training))

    def _met(self, states: torch.Tensor, counts: torch.Tensor) -> torch.Tensor:
        texts, length, side = states.shape
        three = self.three(self.norm(states) + self.place[:length])
        asked, held, said = three.view(texts, length, 3, HEADS, side // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(asked, held, said, attn_mask=counts[:, None, None])
        return self.out(seen.transpose(1, 2).reshape(texts, length, side))


def _threes(vectors: torch.Tensor) -> torch.Tensor:
    wide = functional.pad(vectors, (0, 0, 1, 1))
    return torch.cat([wide[:, :-2], wide[:, 1:-1], wide[:, 2:]], 2)


def reduced(vectors: np.ndarray, side: int) -> np.ndarray:
    """`vectors` in `side` dimensions: the directions in which they differ most, each of like spread."""
    centred = vectors - vectors.mean(0)
    _, _, turned = np.linalg.svd(centred, full_matrices=False)
    turned = turned * np.sign(turned[np.arange(len(turned)), np.abs(turned).argmax(1)])[:, None]
    best = centred @ turned[:side].T
    return (best / (best.std(0) ** 0.5 + 1e-6) / 4).astype(np.float32)


def trained(
    begun: np.ndarray | Student,
    lessons: Lessons,
    *,
    steps: int,
    seed: int = 1,
    rate: float = 2e-3,
    learned: float = 0.3,
) -> Student:
    """A student after `steps` batches of `lessons`; its vectors move at `learned` of the rate.

    `begun`: the vectors a new one begins with, or one that has learned before.
    """
    torch.manual_seed(seed)
    student = begun if isinstance(begun, Student) else Student(begun)
    own = [p for name, p in student.named_parameters() if name != "vectors.weight"]
    optimisers: list[tuple[torch.optim.Optimizer, float]] = [
        (torch.optim.AdamW(own, weight_decay=0.05), rate),
        (torch.optim.SparseAdam([student.vectors.weight]), rate * learned),
    ]
    mean, began, about = None, time.monotonic(), 0.0
    student.train()
    for step, batch in enumerate(islice(_batches(lessons, random.Random(seed)), steps)):
        past = step / steps
        factor = min(1, past / 0.08 + 0.02) * max(0.03, 1 - past)
        about += 0.02 * (_step(student, batch, optimisers, factor) - about)
        if past > 0.7 and step % _MEAN_OF == 0:
            now = {name: value.detach().clone() for name, value in student.state_dict().items()}
            mean = now if mean is None else {name: mean[name] * 0.9 + now[name] * 0.1 for name in now}
        if step % 100 == 0:
            print(f"{step}/{steps} {about:.3f} {time.monotonic() - began:.0f} s", flush=True)
    student.load_state_dict(mean)
    return student.eval()


def _step(
    student: Student,
    batch: Sequence[Lesson],
    optimisers: Sequence[tuple[torch.optim.Optimizer, float]],
    factor: float,
) -> float:
    loss = _loss(student(*padded([one.numbers for one in batch])), batch)
    for optimiser, rate in optimisers:
        optimiser.param_groups[0]["lr"] = rate * factor
        optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_([p for p in student.parameters() if p is not student.vectors.weight], 2.0)
    for optimiser, _ in optimisers:
        optimiser.step()
    return loss.item()


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


def _batches(lessons: Lessons, chance: random.Random) -> Iterator[Sequence[Lesson]]:
    while True:
        order = sorted(lessons(chance), key=lambda one: len(one.numbers) + chance.random() * 4)
        cut = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        chance.shuffle(cut)
        yield from cut
