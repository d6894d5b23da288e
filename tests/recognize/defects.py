"""Marks for what is known to be wrong: such a test must fail, and says so when it no longer does."""

from __future__ import annotations

import pytest


def wrong(reason: str, *values: object):
    """A case of a parametrised test that fails today.

    :param reason: what happens instead
    """
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
