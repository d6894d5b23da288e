"""Networks to draw: made up, of the shape that ``kg.network.network`` gives."""

from __future__ import annotations

import random

import networkx as nx

from kg.schema import load_schema

HOSTILE = "<img src=x onerror=alert(1)>"
HOSTILE_SENTENCE = "</script><script>alert(2)</script>华星与<b onclick=alert(3)>云山</b>签约\u2028。"


def add_node(network: nx.MultiDiGraph, label: str, cls: str, **attributes) -> str:
    """Add a node and give its IRI."""
    known = load_schema().classes[cls]
    iri = f"https://w3id.org/parkkg/id/{cls.lower()}/{label}"
    network.add_node(iri, label=label, **{"class": cls}, class_zh=known.label_zh, class_en=known.label_en, documents=1, **attributes)
    return iri


def add_edge(network: nx.MultiDiGraph, subject: str, relation: str, object_: str, sentence: str = "", modality: str = "Actual",
             **attributes) -> None:
    """Add an edge, with a sentence unless it is curated."""
    known = load_schema().relations[relation]
    if sentence:
        attributes = {"sentence": sentence, "document": "news-1", "title": "云山高新区项目集中签约", "date": "2023-05-18", "sources": 1,
                      "rule": f"{relation}.test", "confidence": 0.9, **attributes}
    network.add_edge(subject, object_, key=relation if modality == "Actual" else f"{relation}/{modality}", property=relation,
                     label=known.label_zh, label_en=known.label_en, modality=modality, **attributes)


def small() -> nx.MultiDiGraph:
    """Six nodes: a park with companies and a project, one of them hostile, one without relations."""
    network = nx.MultiDiGraph()
    park = add_node(network, "云山高新区", "Park", alternatives="云山高新技术产业开发区; 高新区")
    company = add_node(network, "华星汽车", "Company", alternatives="华星; 云山华星汽车有限公司",
                       figures="2022 营业收入 300亿元; 2022 就业人数 1.2万人")
    supplier = add_node(network, "瑞达电池", "Company")
    project = add_node(network, "华星汽车云山基地", "Project")
    hostile = add_node(network, HOSTILE, "Company")
    add_node(network, "孤岛公司", "Company")
    add_edge(network, company, "locatedIn", park, "2021年，华星汽车落户云山高新区。")
    add_edge(network, supplier, "suppliesTo", company, "瑞达电池为华星汽车供应动力电池。")
    add_edge(network, company, "develops", project, "华星汽车云山基地由华星投资建设。")
    add_edge(network, supplier, "locatedIn", park, "瑞达电池拟落户云山高新区。", "Planned")
    add_edge(network, hostile, "cooperatesWith", park, HOSTILE_SENTENCE, title="<script>alert(4)</script>",
             document='"><svg onload=alert(5)>', date="2023-05-18")
    return network


def star(companies: int) -> nx.MultiDiGraph:
    """One park with so many companies."""
    network = nx.MultiDiGraph()
    park = add_node(network, "云山高新区", "Park")
    for i in range(companies):
        company = add_node(network, f"华星{i}号公司", "Company")
        add_edge(network, company, "locatedIn", park, f"华星{i}号公司落户云山高新区。")
    return network


def parks(companies: int, seed: int = 7) -> nx.MultiDiGraph:
    """A network as news make it: few cities and parks with many companies, projects, products and industries around them.

    :param companies: how many; there are about twice as many nodes
    """
    draw = random.Random(seed)
    network = nx.MultiDiGraph()
    cities = [add_node(network, name, "District") for name in _CITIES[:max(2, companies // 25)]]
    areas = [add_node(network, _label(cities[i % len(cities)]) + kind, "Park")
             for i, kind in zip(range(max(3, companies // 12)), _PARK_KINDS * 9, strict=False)]
    industries = [add_node(network, name, "Industry") for name in _INDUSTRIES[:max(3, companies // 20)]]
    products = [add_node(network, name, "Product") for name in _PRODUCTS[:max(3, companies // 15)]]
    for i, area in enumerate(areas):
        add_edge(network, area, "locatedIn", cities[i % len(cities)], f"{_label(area)}位于{_label(cities[i % len(cities)])}。")
        industry = industries[i % len(industries)]
        add_edge(network, area, "inIndustry", industry, f"{_label(area)}做大做强{_label(industry)}产业。")
    offices = [add_node(network, _label(area) + "管委会", "Organization") for area in areas[:max(2, len(areas) // 3)]]
    for office, area in zip(offices, areas, strict=False):
        add_edge(network, office, "locatedIn", area, f"{_label(office)}设在园区。")
        person = add_node(network, draw.choice("陈林黄吴赵") + draw.choice("建国 志强 晓燕 文静 伟".split()), "Person")
        add_edge(network, person, "holdsPositionIn", office, f"{_label(person)}任{_label(office)}主任。", role="主任")
    programme = add_node(network, "国家新型工业化产业示范基地", "Programme")
    add_edge(network, areas[0], "designatedAs", programme, f"{_label(areas[0])}入选国家新型工业化产业示范基地。")
    made = []
    for i in range(companies):
        name = _FIRST[i % len(_FIRST)] + _SECOND[(i // len(_FIRST) + i) % len(_SECOND)]
        name += _ENDINGS[i % len(_ENDINGS)] if i % 3 else ""
        name = ("" if i < 200 else _CITIES[i // 24 % len(_CITIES)][:2]) + name
        company = add_node(network, name, "Company", alternatives=name[:2])
        area = areas[int(len(areas) * draw.random() ** 2)]
        add_edge(network, company, "locatedIn", area, f"{name}落户{_label(area)}，项目总投资{draw.randint(2, 90)}亿元。",
                 "Planned" if draw.random() < 0.15 else "Actual")
        if draw.random() < 0.45:
            project = add_node(network, name[:6] + draw.choice(("生产基地", "二期项目", "智能工厂", "新能源汽车零部件研发制造总部项目")), "Project")
            add_edge(network, company, "develops", project, f"{name}投资建设{_label(project)}。")
            add_edge(network, project, "locatedIn", area, f"{_label(project)}选址{_label(area)}。")
        if draw.random() < 0.4:
            product = draw.choice(products)
            add_edge(network, company, "produces", product, f"{name}主要生产{_label(product)}。")
        if made and draw.random() < 0.35:
            other = draw.choice(made)
            relation = draw.choice(("suppliesTo", "cooperatesWith", "subsidiaryOf"))
            add_edge(network, company, relation, other, f"{name}与{_label(other)}签约。", "Forecast" if draw.random() < 0.2 else "Actual")
        made.append(company)
    return network


def _label(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


_CITIES = "云山市 临江市 海宁湾市 北岭县 东溪区 南屏市 西泽县 青石市 长汀湖区 白河县 金沙市 绿洲县 丹霞市 宝塔区 松原湖县 清源县".split()
_PARK_KINDS = ["高新技术产业开发区", "经济技术开发区", "新能源汽车产业城", "综合保税区", "大型产业集聚区起步区", "科技城", "临港产业园"]
_INDUSTRIES = "新能源汽车 新型储能 先进装备制造 电子信息 生物医药 绿色建材 金属加工 半导体与集成电路 低空经济 精细化工 人工智能 现代物流".split()
_PRODUCTS = "锂电池 铝合金压铸件 智能座舱 动力电池结构件 汽车线束 变速机组 精密模具 电解液 正极材料 半导体封装材料 工业机器人 光伏组件 储能电池 玻璃基板".split()
_FIRST = "华星 瑞达 中科 鸿远 天合 恒泰 金桥 宏图 佳能达 新锐 东方海诺 力拓 百川 顺景 星源 广润 三环 德信 启航 云图 凯悦达 正大 远景 汇川".split()
_SECOND = "汽车 电池 新材料 精密制造 智能装备 电子 能源科技 生物医药 半导体 金属 模具 轮毂 光电 软件 机器人".split()
_ENDINGS = ["", "有限公司", "科技股份有限公司", "（云山）有限公司", "集团", ""]
