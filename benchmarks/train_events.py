"""Learn how to tell one happening from two, and one participant: the weights in `kg/resolve/events/`.

    python benchmarks/train_events.py SHARED [--write]

Logistic regression on pairs of gold entities, then of gold events, of the odd topics of ECB+ that a build
would compare, with the features of `parties` and `comparing`; the even topics are never read. Prints the
weights and, by five folds of topics, the scores for several thresholds. ``--write`` puts the weights into
the package; those of participants are part of the features of events, so they come first.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import ecb_events
import ecb_parties
import numpy as np
from chains import Conll
from measures import need, run
from numpy.typing import NDArray

from kg.resolve.events import comparing, parties
from kg.resolve.events.clustering import cluster
from kg.resolve.events.contradicting import UNBOUND, Bounds, bounds_of
from kg.resolve.events.weights import EVENTS, PARTIES, trained

_FOLDS = 5
_THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
_PLACES = 4
Matrix = NDArray[np.float64]
Pairs = Sequence[tuple[int, int]]


def fit(rows: Matrix, same: Matrix, ridge: float = 1.0) -> Matrix:
    """Return the weights of the most likely logistic model, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - same) + ridge * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge * np.eye(len(weights))
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-9:
            break
    return weights


def folded(rows: Matrix, same: Matrix, folds: NDArray[np.int64]) -> Matrix:
    """Return for each pair the chance given by a model that has not seen its topics."""
    chances = np.zeros(len(same))
    for fold in range(_FOLDS):
        weights = fit(rows[folds != fold], same[folds != fold])
        chances[folds == fold] = 1 / (1 + np.exp(-rows[folds == fold] @ weights))
    return chances


def learn(
    found: Sequence[Mapping[str, float]],
    pairs: Pairs,
    chains: Sequence[tuple[str, str]],
    bounds: Sequence[Bounds],
    score: Callable[[list[list[int]]], Conll],
) -> dict[str, float]:
    """Print how well models of other topics do, and return the weights learnt on all of them."""
    names = list(found[0])
    rows = np.array([[f[name] for name in names] for f in found])
    same = np.array([chains[a] == chains[b] for a, b in pairs], dtype=float)
    topics = sorted({topic for topic, _ in chains}, key=int)
    folds = np.array([topics.index(chains[a][0]) % _FOLDS for a, _ in pairs])
    chances = folded(rows, same, folds)
    values = {pair: round(float(c), 6) for pair, c in zip(pairs, chances, strict=True)}
    for least in _THRESHOLDS:
        print(f"  {least}: CoNLL F1 {score(cluster(bounds, values, least)).f1:.3f}")
    weights = fit(rows, same)
    return {name: round(float(w), _PLACES) for name, w in zip(names, weights, strict=True)}


def learn_parties(folder: Path) -> dict[str, float]:
    """Return the weights for participants."""
    corpus = ecb_parties.read_parties(folder, even=False)
    found = [
        parties.features(corpus.parties[a], corpus.parties[b], corpus.coverage)
        for a, b in corpus.pairs
    ]
    chains = [corpus.usual(n) for n in range(len(corpus.parties))]
    bounds = [UNBOUND] * len(chains)
    return learn(found, corpus.pairs, chains, bounds, lambda g: ecb_parties.score(corpus, g))


def learn_events(folder: Path) -> dict[str, float]:
    """Return the weights for happenings."""
    corpus = ecb_events.read_events(folder, even=False)
    found = [
        comparing.features(corpus.tellings[a], corpus.tellings[b], corpus.coverage)
        for a, b in corpus.pairs
    ]
    bounds = [bounds_of(telling) for telling in corpus.tellings]
    return learn(found, corpus.pairs, corpus.chains, bounds, lambda g: ecb_events.score(corpus, g))


def write(weights: Mapping[str, float], path: Path) -> None:
    """Write weights with a hash, so that a change is seen."""
    data = {
        "trained": "ECB+, odd topics, benchmarks/train_events.py",
        "sha256": hashlib.sha256(json.dumps(weights, sort_keys=True).encode()).hexdigest(),
        "weights": weights,
    }
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    trained.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    folder = need(args.shared / "bench" / "ecbplus")
    for title, teach, path in (
        ("participants", learn_parties, PARTIES),
        ("happenings", learn_events, EVENTS),
    ):
        print(title)
        weights = teach(folder)
        for name, weight in weights.items():
            print(f"  {name}: {weight:.2f}")
        if args.write:
            write(weights, path)


if __name__ == "__main__":
    sys.exit(run(main))
