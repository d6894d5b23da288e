"""Takes pictures of pages of ``kg serve``, for the documentation.

    python tools/take_picture_of_server.py out/kg-store docs/images

Needs playwright and Chromium (``make programs``). The store is served on a port of its own, and each page opened at 1440 by 900 pixels.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

SIZE = {"width": 1440, "height": 900}
LARGEST = 400_000               # bytes; a page must not be slow to load
PAGES = {"serve-document.png": "/id/document/hefei-byd-2022.md", "serve-entity.png": "/id/company/宁德时代", "serve-ledger.png": "/ledger"}


def take(store: Path, folder: Path) -> list[Path]:
    """Serve a store, and write a PNG of each page."""
    from playwright.sync_api import sync_playwright

    server = subprocess.Popen([sys.executable, "-u", "-m", "kg", "serve", "--store", str(store), "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://\S+(?=/ )", server.stdout.readline())[0]
        folder.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as running:
            browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_context(viewport=SIZE, reduced_motion="reduce", locale="zh-CN").new_page()
            for name, path in PAGES.items():
                page.goto(address + quote(path))
                page.wait_for_load_state("networkidle")
                page.screenshot(path=folder / name)
            browser.close()
    finally:
        server.terminate()
        server.wait(20)
    return [folder / name for name in PAGES]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    sizes = {picture: picture.stat().st_size for picture in take(options.store, options.folder)}
    for picture, size in sizes.items():
        print(f"{picture}: {size:,} bytes")
    return int(max(sizes.values()) > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
