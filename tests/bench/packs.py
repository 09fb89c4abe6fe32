"""All packs of nordby in both languages, as a build makes them, beside bare WeasyPrint calls on the same HTML, one after the other.

Then again with nothing changed, and with one word changed in one block; every ratio is of whole processes, in one run. Beside
them the memory of the build's processes together, seen twenty times a second (what they share counted once).
"""

import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path

import weasyprint

from kit import pipeline
from kit.render import pdf, sheets
from tests.helpers import HOME, ROOT, example

BLOCK, WORD, OTHER = "background/is-it-proven.da.md", "hold", "små hold"
OURS = """
import sys
from dataclasses import replace
from pathlib import Path
from kit import pipeline
from tests.helpers import HOME
content, out = map(Path, sys.argv[1:])
home = replace(HOME, content=content)
pipeline.build(HOME.organisations / "nordby", out, home, only=("packs",), epoch="0", tell=lambda code, name: None)
"""


def main() -> int:
    """1 when a bound is broken."""
    with tempfile.TemporaryDirectory() as workplace:
        folder = Path(workplace)
        changed = _one_word_changed(folder / "changed")
        bare = _bare()
        cold, peak = _ours(HOME.content, folder / "site")
        unchanged, _ = _ours(HOME.content, folder / "site")
        one_word, _ = _ours(changed, folder / "site")
    print(f"all packs ÷ bare WeasyPrint one after the other: {cold / bare:.2f} (wall; at most 0.65)")
    print(f"nothing changed: {unchanged / bare:.3f} (at most 0.03) · one word in one block: {one_word / bare:.2f} (at most 0.35)")
    print(f"peak of all processes together: {peak:.0f} MiB (at most 1536)")
    return int(cold > 0.65 * bare or unchanged > 0.03 * bare or one_word > 0.35 * bare or peak > 1536)


def _bare() -> float:
    """The seconds of nothing but WeasyPrint, in one process."""
    packs = [pack for _, packs in pipeline.composed(example("nordby"), HOME) for pack in packs]
    documents = [(pack, sheets.document(pack, HOME.themes)) for pack in packs]
    start = time.perf_counter()
    for pack, html in documents:
        weasyprint.HTML(string=html, base_url=pdf.SCHEME, url_fetcher=pdf.Ours(pack, HOME.themes)).write_pdf(**pdf.OPTIONS)
    return time.perf_counter() - start


def _ours(content: Path, out: Path) -> tuple[float, float]:
    """The seconds of a build of its packs, and the most memory that its processes had together, in MiB."""
    start = time.perf_counter()
    build = subprocess.Popen([sys.executable, "-c", OURS, str(content), str(out)], cwd=ROOT)
    seen: list[float] = []
    watching = threading.Thread(target=_watch, args=(build, seen), daemon=True)
    watching.start()
    assert build.wait() == 0
    watching.join()
    return time.perf_counter() - start, max(seen, default=0.0)


def _watch(build: "subprocess.Popen[bytes]", seen: list[float]) -> None:
    while build.poll() is None:
        seen.append(sum(_memory(process) for process in (build.pid, *_children(build.pid))))
        time.sleep(0.05)


def _children(parent: int) -> list[int]:
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()]
    return []


def _memory(process: int) -> float:
    """A process's fair share, in MiB."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


def _one_word_changed(content: Path) -> Path:
    shutil.copytree(HOME.content, content)
    block = content / "blocks" / BLOCK
    words = block.read_text(encoding="utf-8")
    head, mark, body = words.partition("\n---\n")
    assert WORD in body
    block.write_text(head + mark + body.replace(WORD, OTHER, 1), encoding="utf-8")
    return content


if __name__ == "__main__":
    main()
