"""Learn how to tell one happening from two: the weights of `kg/resolve/events/weights.json`.

    python benchmarks/train_events.py SHARED [--write]

Logistic regression on pairs of gold events of the odd topics of ECB+ that a build would compare, with
the features of `kg.resolve.events.comparing`; the even topics are never read. Prints the weights and, by
five folds of topics, the scores for several thresholds. ``--write`` puts the weights into the package.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from ecb_events import EventCorpus, read_events, score
from measures import need, run
from numpy.typing import NDArray

from kg.resolve.events.clustering import cluster
from kg.resolve.events.comparing import WEIGHTS, features

_FOLDS = 5
_THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
_PLACES = 4
Matrix = NDArray[np.float64]


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


def table(corpus: EventCorpus) -> tuple[list[str], Matrix, Matrix]:
    """Return the names of the features, their values for each pair, and whether gold joins it."""
    found = [
        features(corpus.tellings[a], corpus.tellings[b], corpus.coverage) for a, b in corpus.pairs
    ]
    names = list(found[0])
    same = [corpus.chains[a] == corpus.chains[b] for a, b in corpus.pairs]
    return names, np.array([[f[n] for n in names] for f in found]), np.array(same, dtype=float)


def write(names: Sequence[str], weights: Matrix) -> None:
    """Write the weights with a hash, so that a change is seen."""
    rounded = {n: round(float(w), _PLACES) for n, w in zip(names, weights, strict=True)}
    data = {
        "trained": "ECB+, odd topics, benchmarks/train_events.py",
        "sha256": hashlib.sha256(json.dumps(rounded, sort_keys=True).encode()).hexdigest(),
        "weights": rounded,
    }
    WEIGHTS.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    corpus = read_events(need(args.shared / "bench" / "ecbplus"), even=False)
    names, rows, same = table(corpus)
    topics = sorted({chain[0] for chain in corpus.chains}, key=int)
    folds = np.array([topics.index(corpus.chains[a][0]) % _FOLDS for a, _ in corpus.pairs])
    chances = folded(rows, same, folds)
    values = {pair: round(float(c), 6) for pair, c in zip(corpus.pairs, chances, strict=True)}
    for least in _THRESHOLDS:
        groups = cluster(corpus.tellings, values, least)
        print(f"{least}: CoNLL F1 {score(corpus, groups).f1:.3f}")
    weights = fit(rows, same)
    for name, weight in zip(names, weights, strict=True):
        print(f"{name}: {weight:.2f}")
    if args.write:
        write(names, weights)


if __name__ == "__main__":
    sys.exit(run(main))
