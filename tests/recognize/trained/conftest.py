"""A model learnt from a few texts written for the purpose, small and quick, for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.recognize.trained.training import learn

PATTERN = "{n}日，[[{d}|D]经开区|P]举行开工仪式，[[{c}|C]{t}项目|J]、[{r}|J]等项目开工建设，总投资{m}亿元。\n"
_VALUES = [
    ("晨州", "晨川新材", "正极材料", "湖滨路"), ("云岭", "禾光电子", "封装基板", "望江路"), ("湛州", "远帆动力", "电驱系统", "环山路"),
    ("晨州", "瑞禾生物", "疫苗", "青石路"), ("云岭", "同川重工", "风电塔筒", "永安路"), ("湛州", "沃川智能", "机器人", "学府路"),
]


def marked_texts(times: int = 4) -> str:
    """A file of marked texts, as a user may write it."""
    parts = []
    for n in range(times):
        for d, c, t, r in _VALUES:
            parts.append(f"=== news {n}\n" + PATTERN.format(n=n + 1, d=d, c=c, t=t, r=r, m=n + 3))
    return "\n".join(parts)


@pytest.fixture(scope="session")
def folder(tmp_path_factory) -> Path:
    """A folder of texts and, beside it, marked ones."""
    folder = tmp_path_factory.mktemp("texts")
    for n in range(3):
        (folder / f"text-{n}.txt").write_text(f"晨州市{n + 2020}年建设了晨州经开区，引进了企业{n + 3}家，建成了湖滨路。\n" * 5, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def news(tmp_path_factory) -> Path:
    """A file of marked texts."""
    path = tmp_path_factory.mktemp("marked") / "news.txt"
    path.write_text(marked_texts(), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small(folder, news, tmp_path_factory) -> Path:
    """A model learnt from them."""
    path = tmp_path_factory.mktemp("trained") / "small.npz"
    learn(folder, path, marked=[news])
    return path
