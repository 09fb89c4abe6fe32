"""`make mutants`: puts every fault into kit/plan and kit/check and prints those that no test saw.

`python -m tests.mutants kit.plan.moves` takes one module, `--every 5` a fifth of the faults. `--own` takes only the tests that stand in a
module's own file: what they do not see, others may, so the share is at least what is printed, in a tenth of the time.
"""

import argparse
import sys

import pytest

from tests.mutants.run import ROOT, Mutation

LEAST = 0.9
WORDS = ("kit.check.danish", "kit.check.english")  # patterns alone: measured on the lists of sentences


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("modules", nargs="*")
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--own", action="store_true")
    given = asked.parse_args()
    plugin = Mutation(given.modules or all_modules(), given.every, given.own, lambda line: print(line, file=sys.__stdout__, flush=True))
    tests = [str(ROOT / "tests" / name) for name in ("plan", "check")]
    slow = ["--deselect", "tests/plan/test_sweep.py::test_no_chosen_date_collides_and_none_moves_far"]
    pytest.main([*tests, *slow, "-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist"], plugins=[plugin])
    killed = sum(1 for each in plugin.results if each.is_killed)
    share = killed / max(1, len(plugin.results))
    print(f"{killed} of {len(plugin.results)} faults seen: {share:.1%}")
    return 0 if share >= LEAST else 1


def all_modules() -> list[str]:
    files = [path for stage in ("plan", "check") for path in sorted((ROOT / "kit" / stage).glob("*.py"))]
    return [name for path in files if (name := ".".join(path.relative_to(ROOT).with_suffix("").parts)) not in WORDS]


if __name__ == "__main__":
    sys.exit(main())
