"""Takes a picture of a page of ``kg draw``, for the README.

    python tools/take_picture.py out/graph.html docs/images/graph.png --choose 宁德时代

Needs playwright and Chromium (``make programs``). The page is opened without any network, at 1440 by 900 pixels.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

SIZE = {"width": 1440, "height": 900}
LARGEST = 400_000               # bytes; a README must not be slow to load


def take(page_file: Path, picture: Path, chosen: str | None) -> None:
    """Open a page, click on the thing of a name, wait until it stands still, and write a PNG."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(viewport=SIZE, reduced_motion="reduce", offline=True)
        page = context.new_page()
        page.goto(page_file.resolve().as_uri())
        page.wait_for_function("window.explorer !== undefined")
        page.click("#notice button")
        if chosen:
            page.evaluate("name => explorer.view.choose({ node: explorer.nodes.find(node => node.names[0] === name).id })", chosen)
        page.wait_for_timeout(1500)
        picture.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=picture)
        browser.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument("--choose", metavar="NAME", help="the thing whose facts are shown beside the graph")
    options = parser.parse_args()
    take(options.page, options.picture, options.choose)
    size = options.picture.stat().st_size
    print(f"{options.picture}: {size:,} bytes")
    return int(size > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
