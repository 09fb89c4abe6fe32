"""`make bench`: every measurement, ratios in one run. Machines are noisy: quote ratios and medians, never single times."""

import importlib
import importlib.util

MODULES = ("help", "site", "pdf", "packs", "sweep")

for name in MODULES:
    if importlib.util.find_spec(f"tests.bench.{name}"):
        print(f"— {name}", flush=True)
        importlib.import_module(f"tests.bench.{name}").main()
