"""Brings the front-end libraries that ``kg serve`` ships into kg/serve/vendor/, from the npm registry, at the versions named here.

    python tools/vendor_scripts.py

Each archive is checked against its digest. The files are the libraries' own builds, already minified, without their source maps.
"""

from __future__ import annotations

import base64
import hashlib
import io
import sys
import tarfile
import urllib.request
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "kg" / "serve" / "vendor"


@dataclass(frozen=True, slots=True)
class Package:
    """One archive of the registry."""

    name: str
    version: str
    integrity: str                  # sha512, as package-lock.json has it
    files: tuple[tuple[str, str], ...]      # path in the archive, name in the folder

    @property
    def address(self) -> str:
        return f"https://registry.npmjs.org/{self.name}/-/{self.name.rsplit('/', 1)[-1]}-{self.version}.tgz"


PACKAGES = (
    Package("@zazuko/yasqe", "4.6.2", "sha512-83iCLuBIgU04KBIaibxZTjKvrXD6sEe/+aqsHxLb4+ZVD4eaUwh5hFJEetuWkiKBY6WxTjVOmhKXvh2AAOR14g==",
            (("package/build/yasqe.min.js", "yasqe.min.js"), ("package/build/yasqe.min.css", "yasqe.min.css"))),
)


def bring(package: Package) -> None:
    """Download an archive, check it, and write its files."""
    with urllib.request.urlopen(package.address, timeout=60) as answer:
        data = answer.read()
    digest = "sha512-" + base64.b64encode(hashlib.sha512(data).digest()).decode()
    if digest != package.integrity:
        raise SystemExit(f"{package.address}: expected {package.integrity}, got {digest}")
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for path, name in package.files:
            text = archive.extractfile(path).read().decode("utf-8")
            lines = [line for line in text.splitlines() if "sourceMappingURL=" not in line]
            (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
            print(f"{FOLDER / name}: {len(text):,} characters of {package.name} {package.version}")


def main() -> int:
    for package in PACKAGES:
        bring(package)
    return 0


if __name__ == "__main__":
    sys.exit(main())
