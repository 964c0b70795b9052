"""The composition root: which stage runs on what, in which process, and what is done again.

    build([Path("seeds")], Path("outputs"))

Stages know nothing of one another; here they meet. What a stage does is not decided here.
"""

from kg.pipeline.building import build
from kg.pipeline.open_tuples import OpenTuple, tuples
from kg.pipeline.reading import OpenStore, open_store
from kg.pipeline.report import BuildReport, Progress
from kg.pipeline.stages import Stages, standard_stages

__all__ = [
    "BuildReport",
    "OpenStore",
    "OpenTuple",
    "Progress",
    "Stages",
    "build",
    "open_store",
    "standard_stages",
    "tuples",
]
