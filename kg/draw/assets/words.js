// What the page says, in both languages; and the words of the graph's own vocabulary, which carry both.

const WORDS = {
  zh: {
    skip: "跳到列表", search: "搜索", searchHint: "搜索企业、园区、项目…（支持拼音）", results: "搜索结果", nothing: "没有找到",
    tools: "工具", legend: "图例与筛选", back: "后退", reset: "还原", list: "以表格查看", save: "保存", picture: "图片（PNG）", turtle: "图中部分（Turtle）", graphml: "图中部分（GraphML）",
    time: "时间", timeFrom: "起始月份", timeTo: "截止月份", timePlay: "逐月播放", timeAll: "全部时间", timeNote: "按报道日期；没有日期的关系始终显示",
    path: "路径", pathTo: name => `从「${name}」到哪里？点击图中的实体，或搜索。`, pathStop: "取消", noPath: "没有相连的路径",
    noPathHint: "按现在的筛选，两者之间没有任何关系相连。", steps: n => `${n} 步`, pin: "固定", unpin: "取消固定", theme: "切换深浅色",
    language: "Switch to English", other: "EN", stage: "关系图：拖动平移，滚轮缩放，单击查看，双击展开或收起；也可改用表格查看",
    classes: "类别", relations: "关系", modality: "虚实", fact: "已是事实", plan: "计划或预期", close: "关闭", zoom: "缩放",
    zoomIn: "放大", zoomOut: "缩小", zoomAll: "看全图", panel: "详情", counts: (n, m) => `${n} 个实体 · ${m} 条关系`, told: n => `${n} 篇文档`,
    capped: (n, all) => `图中先画出联系最多的 ${n} 个实体，共有 ${all} 个。其余的可以搜索，或双击带“＋”的节点展开。`,
    near: (n, all) => `图中先画出最近的 ${n} 个实体，共有 ${all} 个。其余的可以搜索，或双击带“＋”的节点展开。`,
    alone: n => `另有 ${n} 个实体暂无关系，没有画出，可以搜索到。`,
    cut: (n, all) => `图谱过大，本页只收入联系最多的部分：${all} 条关系中的 ${n} 条。`,
    alsoCalled: "又名", mentioned: n => `见于 ${n} 篇文档`, degree: "关系数", figures: "数据", milestones: "进展", sentences: "原文",
    noSentence: "没有原文句子；来自名录或整理的知识。", rule: "规则", confidence: "置信度", role: "职务", untitled: "无标题文档",
    expand: n => `展开 ${n} 个相邻实体`, collapse: "收起相邻实体", center: "居中", only: "只看周围", hide: "从图中移去", show: "在图中显示",
    name: "名称", class: "类别", documents: "文档数", inView: n => `图中的 ${n} 个实体`, noRelations: "没有关系。",
    undated: "时间未详", selected: name => `已选中 ${name}`,
    shownNow: n => `图中现有 ${n} 个实体`, statements: n => `${n} 处说法`, more: n => `还有 ${n} 条`, inward: "（被动）", listClose: "回到图",
    match: "匹配", degreeOf: n => `${n} 条关系`, filtered: "已被图例筛去",
  },
  en: {
    skip: "Skip to the list", search: "Search", searchHint: "Search companies, parks, projects… (pinyin too)", results: "Results", nothing: "Nothing found",
    tools: "Tools", legend: "Legend and filters", back: "Back", reset: "Reset", list: "Show as table", save: "Save", picture: "Picture (PNG)", turtle: "What is in view (Turtle)",
    graphml: "What is in view (GraphML)", time: "Time", timeFrom: "First month", timeTo: "Last month", timePlay: "Play month by month", timeAll: "All of the time",
    timeNote: "By date of report; relations without a date are always shown",
    path: "Path", pathTo: name => `From “${name}” to where? Click an entity, or search.`, pathStop: "Cancel", noPath: "no path",
    noPathHint: "With the filters as they are nothing links the two.", steps: n => `${n} ${n === 1 ? "step" : "steps"}`, pin: "Pin", unpin: "Unpin", theme: "Light or dark",
    language: "切换为中文", other: "中", stage: "Graph: drag to pan, wheel to zoom, click for details, double-click to expand or collapse; a table is available",
    classes: "Classes", relations: "Relations", modality: "Modality", fact: "Fact", plan: "Planned or forecast", close: "Close", zoom: "Zoom",
    zoomIn: "Zoom in", zoomOut: "Zoom out", zoomAll: "Show all", panel: "Details",
    counts: (n, m) => `${n} entities · ${m} relations`, told: n => `${n} ${n === 1 ? "document" : "documents"}`,
    capped: (n, all) => `The ${n} best connected of ${all} entities are drawn first. Search for the others, or double-click a node marked “+”.`,
    near: (n, all) => `The ${n} nearest of ${all} entities are drawn first. Search for the others, or double-click a node marked “+”.`,
    alone: n => `${n} entities without relations are not drawn; search finds them.`,
    cut: (n, all) => `The graph is too large for one page: this one holds the best connected part, ${n} of ${all} relations.`,
    alsoCalled: "Also called", mentioned: n => `in ${n} ${n === 1 ? "document" : "documents"}`, degree: "Relations", figures: "Figures", milestones: "Milestones",
    sentences: "Sentences", noSentence: "No sentence: from a list of names or curated knowledge.", rule: "Rule", confidence: "Confidence",
    role: "Position", untitled: "Untitled document",
    expand: n => `Expand ${n} neighbours`, collapse: "Collapse neighbours", center: "Centre", only: "Only around this", hide: "Take out", show: "Show in graph",
    name: "Name", class: "Class", documents: "Documents", inView: n => `${n} entities in the graph`, noRelations: "No relations.",
    undated: "undated", selected: name => `Selected ${name}`,
    shownNow: n => `${n} entities in the graph`, statements: n => `${n} statements`, more: n => `${n} more`, inward: " (of it)", listClose: "Back to the graph",
    match: "match", degreeOf: n => `${n} relations`, filtered: "Filtered out by the legend",
  },
};

let language = "zh";

function word(key, ...values) {
  const said = WORDS[language][key];
  return typeof said === "function" ? said(...values) : said;
}

// The label of a thing that has one in both languages: a class, a relation, a modality.
function labelOf(thing) {
  return thing[language] || thing.zh || thing.name;
}

function number(n) {
  return n.toLocaleString("en-US");
}

// Fill in every element that says which word it shows.
function translatePage() {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
  for (const element of document.querySelectorAll("[data-word-placeholder]")) element.placeholder = word(element.dataset.wordPlaceholder);
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", word(element.dataset.wordLabel));
    if (element.tagName === "BUTTON") element.title = word(element.dataset.wordLabel);
  }
}
