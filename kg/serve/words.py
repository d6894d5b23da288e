"""What the pages say, in both languages; the words of the graph's own vocabulary come from the ontology, which has both."""

from __future__ import annotations

from types import MappingProxyType

LANGUAGES = ("zh", "en")

_WORDS: dict[str, tuple[str, str]] = {
    "title": ("产业园区知识图谱", "Industrial parks: the knowledge graph"),
    "short_title": ("园区图谱", "parkkg"),
    "skip": ("跳到正文", "Skip to the content"),
    "menu": ("导航", "Pages"),
    "search": ("搜索", "Search"),
    "search_hint": ("搜索企业、园区、项目…（支持拼音）", "Search companies, parks, projects… (pinyin too)"),
    "results": ("搜索结果", "Results"),
    "nothing": ("没有找到", "Nothing found"),
    "entities": ("实体", "Entities"),
    "documents": ("文档", "Documents"),
    "ledger": ("台账", "Ledger"),
    "table_ledger": ("项目台账", "Ledger of projects"),
    "table_parks": ("园区表", "Parks"),
    "table_companies": ("企业表", "Companies"),
    "table_indicators": ("指标表", "Figures"),
    "all_columns": ("全部列", "All columns"),
    "named_questions": ("命名问题", "Named questions"),
    "ontology": ("本体", "Ontology"),
    "sparql": ("SPARQL", "SPARQL"),
    "api": ("接口", "API"),
    "language": ("Switch to English", "切换为中文"),
    "other": ("EN", "中"),
    "theme": ("切换深浅色", "Light or dark"),
    "lead": ("从新闻与政府报告中读出的企业、园区、项目及其关系，每一条都有原文出处。",
             "Companies, parks and projects, read from news and government reports; every fact with the sentence that says so."),
    "classes": ("类别", "Classes"),
    "all": ("全部", "All"),
    "latest": ("最新文档", "Latest documents"),
    "most_told": ("提及最多", "Most mentioned"),
    "more": ("还有 {n} 条", "{n} more"),
    "show_all": ("显示全部 {n} 条", "Show all {n}"),
    "also_called": ("又名", "Also called"),
    "mentioned": ("见于 {n} 篇文档", "In {n} documents"),
    "mentioned_one": ("见于 1 篇文档", "In 1 document"),
    "relations": ("关系", "Relations"),
    "inward": ("（被动）", " (of it)"),
    "figures": ("数据", "Figures"),
    "milestones": ("进展", "Milestones"),
    "evidence_count": ("{n} 处原文", "{n} sentences"),
    "evidence_one": ("原文", "Sentence"),
    "undated": ("时间未详", "undated"),
    "result": ("实绩", "Result"),
    "target": ("目标、计划或预期", "Target, plan or forecast"),
    "name": ("名称", "Name"),
    "class": ("类别", "Class"),
    "date": ("日期", "Date"),
    "publisher": ("发布者", "Publisher"),
    "source": ("来源", "Source"),
    "characters": ("字数", "Characters"),
    "facts": ("事实", "Facts"),
    "filter": ("筛选", "Filter"),
    "page_of": ("第 {n} 页，共 {all} 页", "Page {n} of {all}"),
    "previous": ("上一页", "Previous"),
    "next": ("下一页", "Next"),
    "count": ("共 {n} 项", "{n} in all"),
    "furniture": ("页面附属文字，不从中读取事实", "Page furniture: nothing is read from it"),
    "as_turtle": ("Turtle", "Turtle"),
    "as_json": ("JSON", "JSON"),
    "definition": ("定义", "Definition"),
    "other_words": ("文中的说法", "Words for it in texts"),
    "examples": ("例子", "Examples"),
    "domain": ("主语类别", "Domain"),
    "range": ("宾语类别", "Range"),
    "aligned": ("对应的外部词汇", "Aligned with"),
    "broader": ("上位", "Broader"),
    "narrower": ("下位", "Narrower"),
    "in_graph": ("在图谱中", "In the graph"),
    "uses": ("使用 {n} 次", "used {n} times"),
    "kind_class": ("实体类别", "Classes of entities"),
    "kind_relation": ("关系", "Relations"),
    "kind_indicator": ("指标", "Indicators"),
    "kind_stage": ("进展阶段", "Stages"),
    "kind_modality": ("虚实", "Modalities"),
    "kind_measure": ("量度", "Measures"),
    "kind_bound": ("界限", "Bounds"),
    "kind_unit": ("单位", "Units"),
    "kind_level": ("行政层级", "Division levels"),
    "kind_node": ("其他类别", "Other classes"),
    "kind_property": ("其他属性", "Other properties"),
    "run": ("运行", "Run"),
    "query": ("查询", "Query"),
    "editor_lead": ("直接使用图谱的前缀，无需声明。Ctrl+Enter 运行，Ctrl+Space 补全。",
                    "The prefixes of the graph need not be declared. Ctrl+Enter runs, Ctrl+Space completes."),
    "prefixes": ("前缀", "Prefixes"),
    "questions": ("示例查询", "Example queries"),
    "rows": ("{n} 行，{ms} 毫秒", "{n} rows, {ms} ms"),
    "triples": ("{n} 字符的三元组，{ms} 毫秒", "{n} characters of triples, {ms} ms"),
    "running": ("正在查询…", "Running…"),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "shown_first": ("只显示前 {n} 行，下载可得全部", "The first {n} rows are shown; a download has all"),
    "not_found": ("没有这一页", "There is no such page"),
    "not_found_hint": ("它可能在另一个图谱中，或者已经改名。试试搜索。", "It may be in another graph, or have another name now. Try the search."),
    "failed": ("现在不能回答", "This can't be answered now"),
    "triples_of": ("三元组", "Triples"),
    "pointing_here": ("指向它的三元组", "Triples that point to it"),
    "first_hundred": ("只列出前 100 条", "The first hundred are listed"),
    "api_lead": ("页面上的内容也可以按 JSON 取得；OpenAPI 描述见 /openapi.json。", "What the pages show is given as JSON too; /openapi.json describes it."),
    "footer": ("只读", "read only"),
}


def say(language: str, key: str, **values: object) -> str:
    """A word or sentence of the pages.

    :param language: one of :data:`LANGUAGES`
    """
    text = _WORDS[key][LANGUAGES.index(language)]
    return text.format_map({name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}) if values else text


def plain(language: str, keys: tuple[str, ...]) -> dict[str, str]:
    """Words for the scripts of a page, their places for values left as they are."""
    return {key: _WORDS[key][LANGUAGES.index(language)] for key in keys}


WORDS = MappingProxyType(_WORDS)
