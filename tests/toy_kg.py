"""The real command line with the toy stages, for tests that need a process of its own.

Of the files only the tables are written: the others take seconds to import.
"""

import fakes

from kg import export
from kg.cli.main import run
from kg.export.tables import EXPORTERS
from kg.pipeline import building

if __name__ == "__main__":
    export.exporters = lambda: {exporter.name: exporter for exporter in EXPORTERS}
    building.standard_stages = fakes.stages
    run()
