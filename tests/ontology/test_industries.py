"""The industries: one concept, one name; no circles; the chains that news speaks of are there."""

from __future__ import annotations

from collections import defaultdict

import pytest
from rdflib import RDF, SKOS, Graph

from kg import names
from kg.schema import Schema

from .conftest import INDUSTRY, PK

CHAINS = """新能源汽车 动力电池 锂电池 电池材料 正极材料 负极材料 电池隔膜 电解液 电芯 电池回收 新型储能 集成电路 集成电路材料 集成电路设备
    集成电路设计 集成电路制造 封装测试 新型显示 光伏 风电 氢能 生物医药 钢铁 有色金属 石化 化工 纺织服装 家电 家具 建材 食品 农业 现代服务业 金融 物流
    跨境电商 文旅 数字经济 大数据 人工智能 云计算 物联网 工业互联网 软件 区块链 5G 低空经济 航空航天 海洋经济 海洋装备 船舶 轨道交通 机器人
    高端装备 新材料 未来产业 量子科技 脑机接口 6G 人形机器人 战略性新兴产业 先进制造业""".split()


def test_there_are_enough_to_be_all_of_them(graphs: dict[str, Graph], schema: Schema):
    assert len(schema.industries) == len(set(graphs["industries.ttl"].subjects(RDF.type, PK.Industry))) >= 700


@pytest.mark.parametrize("label", CHAINS)
def test_a_chain_of_the_news_is_there(schema: Schema, label: str):
    assert label in schema.industries


def test_an_industry_is_a_concept_of_the_scheme_named_by_its_label(graphs: dict[str, Graph]):
    graph = graphs["industries.ttl"]
    for industry in graph.subjects(RDF.type, PK.Industry):
        assert (industry, RDF.type, SKOS.Concept) in graph and (industry, SKOS.inScheme, PK.industries) in graph
        [label] = [str(o) for o in graph.objects(industry, SKOS.prefLabel) if o.language == "zh"]
        assert str(industry) == names.entity("Industry", label)


def test_no_label_stands_twice(schema: Schema):
    owners = defaultdict(list)
    for industry in schema.industries.values():
        for label in industry.labels:
            owners[label].append(industry.label)
    assert {label: found for label, found in owners.items() if len(found) > 1} == {}


def test_no_english_label_stands_twice(schema: Schema):
    labels = [industry.label_en for industry in schema.industries.values()]
    assert len(set(labels)) == len(labels)


def test_links_lead_to_industries_of_the_file(graphs: dict[str, Graph]):
    graph = graphs["industries.ttl"]
    for predicate in (SKOS.broader, PK.upstreamOf):
        assert len(list(graph.subject_objects(predicate))) > 200
        for subject, object_ in graph.subject_objects(predicate):
            assert object_.startswith(INDUSTRY) and (object_, RDF.type, PK.Industry) in graph, (subject, object_)
            assert subject != object_


def test_broader_has_no_circle(schema: Schema):
    def above(label: str, path: tuple[str, ...]) -> None:
        assert label not in path, " -> ".join((*path, label))
        for broader in schema.industries[label].broader:
            above(broader, (*path, label))

    for label in schema.industries:
        above(label, ())


def test_upstream_has_no_circle_of_two(schema: Schema):
    for industry in schema.industries.values():
        for below in industry.upstream_of:
            assert industry.label not in schema.industries[below].upstream_of, (industry.label, below)


@pytest.mark.parametrize("chain", [("正极材料", "电芯", "动力电池", "新能源汽车"), ("集成电路设计", "集成电路制造", "封装测试"),
                                   ("工业硅", "多晶硅", "单晶硅", "光伏电池片", "光伏组件"), ("煤炭", "煤化工"), ("棉花", "纺织", "服装"),
                                   ("电池回收", "电池材料", "电芯", "储能电池", "电化学储能")])
def test_a_chain_runs_downstream(schema: Schema, chain: tuple[str, ...]):
    for upper, lower in zip(chain, chain[1:]):
        assert lower in schema.industries[upper].upstream_of


@pytest.mark.parametrize("label", ["生物产业", "旅游", "金融", "农业", "软件", "纺织", "汽车", "化工"])
def test_a_general_word_needs_a_head_noun(schema: Schema, label: str):
    assert schema.industries[label].needs_head_noun and label not in schema.industries[label].labels_alone


def test_a_label_with_a_head_noun_stands_alone(schema: Schema):
    assert "金融业" in schema.industries["金融"].labels_alone and "金融服务" not in schema.industries["金融"].labels_alone
    assert schema.industries["人工智能"].labels_alone == schema.industries["人工智能"].labels


def test_head_nouns_stand_the_longest_first(schema: Schema):
    assert {"产业", "行业", "产业链", "集群", "制造业"} <= set(schema.industry_head_nouns)
    assert list(map(len, schema.industry_head_nouns)) == sorted(map(len, schema.industry_head_nouns), reverse=True)
