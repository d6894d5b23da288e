"""One measurement in a process of its own, so that neither memory nor caches of one reading help or burden another.

    python benchmarks/process.py {read,ruler,build} < list-of-files      prints the measurement as JSON

``read`` reads documents into facts, as ``kg build`` does, and keeps none. ``ruler`` gives the same texts to a plain spaCy pipeline: blank
Chinese with an ``EntityRuler`` that holds all names of the same gazetteer. ``build`` is the whole of ``kg build`` into a new store.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from kg.intake import settled


def measure(what: str, files: list[Path]) -> dict:
    """Run one measurement in a new process.

    :param what: ``read``, ``ruler`` or ``build``
    :returns: ``characters``, ``seconds`` (CPU time of the readings), ``loading`` (CPU time before), ``loaded_mb`` and ``peak_mb`` (memory of the
        process before the first document, and of the largest of its processes at most), ``found`` (how many of what)
    """
    done = subprocess.run([sys.executable, __file__, what], input="\n".join(map(str, files)), text=True, encoding="utf-8", stdout=subprocess.PIPE)
    if done.returncode:
        raise SystemExit(f"the measurement «{what}» failed, see above")
    return json.loads(done.stdout)


def peak() -> float:
    """Megabytes that this process, or the largest of those that it started and that are gone, took at most."""
    import resource

    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(memory("VmHWM"), children / 1e6 if sys.platform == "darwin" else children * 1024 / 1e6)


def memory(kind: str) -> float:
    """Megabytes of this process: ``VmRSS``, now, or ``VmHWM``, at most since it began."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss   # bytes on macOS; elsewhere the first way works
        return peak / 1e6
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(kind)) / 1e6


Work = Callable[[list[Path]], tuple[int, Counter]]     # files -> characters, and how many of what was found


def reading() -> Work:
    from kg.read import Source, read
    from kg.relate import reader

    relating = reader()

    def work(files: list[Path]) -> tuple[int, Counter]:
        characters, found = 0, Counter()
        for path in files:
            document = read(Source(path, path.name))
            facts = relating.read(document)
            characters += len(document.text)
            for kind in ("entities", "relations", "observations", "milestones"):
                found[kind] += len(getattr(facts, kind))
        return characters, found

    return work


def ruling() -> Work:
    import spacy

    from kg.recognize.gazetteer import load
    from kg.settings import ontology_folder

    nlp = spacy.blank("zh")
    names = {(entry.cls, name) for entry in load(ontology_folder()).entries for name in entry.names}
    nlp.add_pipe("entity_ruler").add_patterns([{"label": cls, "pattern": name} for cls, name in sorted(names)])

    def work(files: list[Path]) -> tuple[int, Counter]:
        characters, found = 0, Counter()
        for path in files:
            text = path.read_text(encoding="utf-8")
            characters += len(text)
            found["names"] += len(nlp(text).ents)
        return characters, found

    return work


def building() -> Work:
    from kg.pipeline import build

    def work(files: list[Path]) -> tuple[int, Counter]:
        with tempfile.TemporaryDirectory() as folder:
            report = build(files, Path(folder) / "store")
        if report.failed:
            raise SystemExit("\n".join(str(failed.error) for failed in report.failed))
        return report.characters, Counter(triples=report.counts.triples)

    return work


# What is made at the first use belongs to loading, so one file is done before the clock starts; a build loads all anew.
KINDS = {"read": (reading, True), "ruler": (ruling, True), "build": (building, False)}


def main(what: str, files: list[Path]) -> None:
    started = time.process_time()
    prepare, warm = KINDS[what]
    work = prepare()
    if warm:
        work(files[:1])
    with settled() if warm else nullcontext():          # as a build does when all is loaded
        ready, loaded = time.process_time(), memory("VmRSS")
        characters, found = work(files)
        seconds = time.process_time() - ready
    print(json.dumps({"characters": characters, "seconds": seconds, "loading": ready - started, "loaded_mb": loaded,
                      "peak_mb": peak(), "found": dict(found)}))


if __name__ == "__main__":
    main(sys.argv[1], [Path(line.strip()) for line in sys.stdin])
