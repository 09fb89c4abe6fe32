"""`make bench`: every measurement, ratios in one run. Machines are noisy: quote ratios and medians, never single times.

A measurement with bounds gives back 1 when one is broken; then so do we, after all the others.
"""

import importlib
import sys

MODULES = ("help", "site", "pdf", "packs", "sweep")


def main(modules: tuple[str, ...] = MODULES) -> int:
    return max(measured(name) for name in modules)


def measured(name: str) -> int:
    print(f"— {name}", flush=True)
    code: int | None = importlib.import_module(f"tests.bench.{name}").main()
    return code or 0


if __name__ == "__main__":
    sys.exit(main())
