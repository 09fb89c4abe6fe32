"""`make mutants`: puts every fault into kit/plan and kit/check and prints those that no test saw.

`python -m tests.mutants kit.plan.moves` takes one module, `--every 5` a fifth of the faults. `--own` takes only the tests that stand in a
module's own file: what they do not see, others may, so the share is at least what is printed, in a tenth of the time.
`--explained` runs those of explained.yaml alone, and fails where a test sees one.
"""

import argparse
import sys
from pathlib import Path

import pytest
import yaml

from tests.mutants.run import ROOT, Explained, Mutation

LEAST = 0.9
WORDS = ("kit.check.danish", "kit.check.english")  # patterns alone: measured on the lists of sentences
EXPLAINED = Path(__file__).parent / "explained.yaml"


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("modules", nargs="*")
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--own", action="store_true")
    asked.add_argument("--explained", action="store_true")
    given = asked.parse_args()
    modules, reasons = given.modules or all_modules(), explained()
    plugin = Mutation(modules, given.every, given.own, reasons, given.explained, tell)
    tests = [str(ROOT / "tests" / name) for name in ("plan", "check")]
    slow = ["--deselect", "tests/plan/test_sweep.py::test_no_chosen_date_collides_and_none_moves_far"]
    pytest.main([*tests, *slow, "-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist"], plugins=[plugin])
    if given.explained:
        seen = [result for result in plugin.results if result.is_killed]
        for result in seen:
            tell(f"seen after all: {' '.join(map(str, result.names[0]))}")
        return 1 if seen else 0
    gone = set(reasons) - {name for result in plugin.results for name in result.names} if given.every == 1 else set()
    for name, fault, nth in sorted(each for each in gone if each[0].partition(":")[0] in modules):
        tell(f"explained, and there no more: {name} {fault} {nth}")
    killed = sum(1 for each in plugin.results if each.is_killed)
    known = sum(1 for each in plugin.results if each.why)
    share = killed / max(1, len(plugin.results))
    tell(
        f"{killed} of {len(plugin.results)} faults seen: {share:.1%}; {known} are explained, {len(plugin.results) - killed - known} are not"
    )
    return 0 if share >= LEAST else 1


def explained() -> Explained:
    entries = yaml.safe_load(EXPLAINED.read_text(encoding="utf-8"))
    return {(entry["of"], entry["fault"], entry.get("nth", 0)): entry["why"] for entry in entries}


def tell(line: str) -> None:
    print(line, file=sys.__stdout__, flush=True)


def all_modules() -> list[str]:
    files = [path for stage in ("plan", "check") for path in sorted((ROOT / "kit" / stage).glob("*.py"))]
    return [name for path in files if (name := ".".join(path.relative_to(ROOT).with_suffix("").parts)) not in WORDS]


if __name__ == "__main__":
    sys.exit(main())
