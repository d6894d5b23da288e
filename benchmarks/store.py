"""What a store costs: building it, building it again, one document more and one less; its size; and loading and asking beside rdflib.

    python benchmarks/store.py                                  100 reports made from the corpus
    python benchmarks/store.py --documents 300                  more of them
    python benchmarks/store.py --texts ../reports --documents 683 --without-rdflib
    python benchmarks/store.py --write                          writes the tables to docs/performance.md

Each command is the whole of ``kg …`` in a process of its own. What rdflib does beside it is done in a process of its own too, on the same
triples: those of the union, as N-Triples.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from page import PAGE, report, table, write
from texts import add_options, texts

ROOT = Path(__file__).parents[1]
QUERIES = ("promises", "companies-of-a-place", "supply-chains", "plants-of-a-group", "speed")
RUNS = 3
IN_MEMORY, ON_DISK = "load N-Triples into memory", "load N-Triples into a store on disk"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100, metavar="N", help="how many (default: 100)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N", help="processes that read (default: the cores)")
    parser.add_argument("--without-rdflib", action="store_true", help="leave out what rdflib does")
    add_options(parser, length=17_000)
    parser.add_argument("--write", nargs="?", type=Path, const=PAGE, metavar="PAGE",
                        help="write the tables to a page, docs/performance.md if none is named")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        files = texts(options, options.documents, folder / "texts")
        built = report(table(["", "seconds", "CPU seconds", "peak, MB", "on disk, MB"], builds(files, folder, options.jobs)))
        print(built, flush=True)
        asked = ""
        if not options.without_rdflib:
            asked = report(table(["", "triples", "kg", "rdflib", "times"], beside(folder)))
            print(asked)
    if options.write:
        given = " of given texts" if options.texts else ""
        write(options.write, "store" + given, built)
        if asked:
            write(options.write, "store beside rdflib" + given, asked)


def builds(files: list[Path], folder: Path, jobs: int) -> list[list[str]]:
    """Build, build again, add and withdraw."""
    store = ["--store", str(folder / "store")]
    most, last = [str(path) for path in files[:-1]], str(files[-1])
    build = ["build", "--quiet", "--jobs", str(jobs), *store]
    rows = [row(f"{len(most):,} documents from nothing", folder, [*build, *most]),
            row("the same again, unchanged", folder, [*build, *most]),
            row("one more", folder, [*build, *most, last])]
    identifier = json.loads(kg("stats", "--documents", "--json", *store))[-1]["identifier"]
    rows += [row("one withdrawn", folder, ["retract", "--quiet", *store, identifier]),
             row("kg validate", folder, ["validate", *store]),
             row("kg export, N-Triples", folder, ["export", "--format", "ntriples", "-o", str(folder / "graph.nt"), *store])]
    return rows


def row(what: str, folder: Path, arguments: list[str]) -> list[str]:
    seconds, cpu, peak = measure([sys.executable, "-m", "kg", *arguments])
    disk = sum({path.stat().st_ino: path.stat().st_size for path in (folder / "store").rglob("*") if path.is_file()}.values())
    return [what, f"{seconds:,.1f}", f"{cpu:,.1f}", f"{peak:,.0f}", f"{disk / 1e6:,.0f}"]


def measure(command: list[str]) -> tuple[float, float, float]:
    """Run a command; give its seconds, its CPU seconds, and the most megabytes that one of its processes took."""
    began = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"failed: {' '.join(command[:6])} …")
    return time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6


def kg(*arguments: str) -> str:
    return subprocess.run([sys.executable, "-m", "kg", *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout


# --- beside rdflib


def beside(folder: Path) -> list[list[str]]:
    """Load the same triples and ask the same questions; each side in its own process, with CPU seconds."""
    sides = []
    for side in ("kg", "rdflib"):
        code = [sys.executable, __file__, "--side", side, str(folder)]
        done = subprocess.run(code, cwd=ROOT / "benchmarks", stdout=subprocess.PIPE, text=True, check=True)
        sides.append(json.loads(done.stdout))
    ours, theirs = sides
    return [[what, f"{ours['triples']:,}", f"{ours[what]:.3f}", f"{theirs[what]:.3f}", f"{theirs[what] / max(ours[what], 0.0005):,.0f}"]
            for what in ours if what != "triples"]


def side(name: str, folder: Path) -> None:
    """One side: print the CPU seconds of each step as JSON; of queries the best of several runs."""
    found: dict[str, float] = {}
    load, ask, save = (ours if name == "kg" else theirs)(folder)
    found["triples"] = timed(found, IN_MEMORY, load)
    if name == "kg":
        timed(found, ON_DISK, lambda: load(folder / "loaded"))
    else:
        found[ON_DISK] = found[IN_MEMORY]       # it has no store of its own on disk
    for query in QUERIES:
        text = (ROOT / "docs" / "queries" / f"{query}.rq").read_text(encoding="utf-8")
        timed(found, f"query {query}", lambda text=text: ask(text), RUNS if name == "kg" else 1)
    timed(found, "save N-Triples", save)
    print(json.dumps(found))


def timed(found: dict[str, float], what: str, step, runs: int = 1):
    for _ in range(runs):
        began = time.process_time()
        result = step()
        found[what] = min(found.get(what, float("inf")), time.process_time() - began)
    return result


def ours(folder: Path):
    import pyoxigraph

    from kg.query import run
    from kg.store import Store

    store = Store.open(folder / "store")

    def load(target: Path | None = None) -> int:
        loaded = pyoxigraph.Store() if target is None else pyoxigraph.Store(str(target))
        loaded.bulk_load(path=str(folder / "graph.nt"), format=pyoxigraph.RdfFormat.N_TRIPLES)
        return len(loaded)

    return (load, lambda text: len(run(store.graph, text, union=store.union).rows),
            lambda: store.union.dump(str(folder / "ours.nt"), pyoxigraph.RdfFormat.N_TRIPLES))


def theirs(folder: Path):
    import rdflib

    from kg.names import PREFIXES

    graph = rdflib.Graph()

    def load() -> int:
        graph.parse(folder / "graph.nt", format="nt")
        return len(graph)

    return (load, lambda text: len(list(graph.query(text, initNs=PREFIXES))),
            lambda: graph.serialize(folder / "theirs.nt", format="nt", encoding="utf-8"))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--side"]:
        side(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
