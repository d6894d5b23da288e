"""Main text against page furniture, on pages written for the tests."""

import pytest

from .conftest import hidden, kinds, shown

ONE = "去年，全区规模以上工业总产值突破千亿元，同比增长两成，增速居全市前列，重点项目接连投产。"
TWO = "龙头企业带动上下游加快集聚，全年新签约项目五十个，计划总投资三百亿元，落户率超过八成。"
THREE = "今年，该区将锚定新的目标，推动产业园扩容提质，力争工业总产值再上一个新的大台阶。"


@pytest.mark.parametrize("line", [
    "当前位置:首页 > 新闻 > 园区 >",
    "您现在的位置：首页 >> 新闻中心 >> 正文",
    "首页 > 园区 > 正文",
    "来源：某某日报",
    "来 源:某某+(撰文 张三 李四)",
    "编 辑:王五",
    "责任编辑：王五",
    "责编 | 王五",
    "文/图：张三",
    "摄影：张三 李四",
    "校对 丨 张三",
    "本报记者 张三 通讯员 李四",
    "（记者 张三 李四）",
    "日期: 来源:某某发布收集编辑:某某发布",
    "发布时间：2023-05-10 15:20 信息来源：某某网 浏览次数：123 字体：[大 中 小]",
    "2023-05-10 15:20　来源：某某网",
    "2023-05-10 15:20:31",
    "分享到：微信 微博",
    "扫一扫在手机打开当前页",
    "长按识别二维码关注我们",
    "点击阅读原文",
    "【打印】【关闭】",
    "上一篇：某地工业投资增长两成",
    "下一篇：某项目开工",
    "首页 | 新闻 | 财经 | 园区 | 招商",
    "返回顶部",
    "版权声明:本文由某某网发布，如需转载请注明出处。",
    "①凡本站刊登的某某报文字，版权均属本网所有，不得擅自转载。",
    "②若认为本网站的内容侵犯了您的权利，请写信告诉本网站。",
    "免责声明：本文仅代表作者个人观点，与本站无关。",
    "部分内容来源于网络，如有侵权请联系删除。",
    "Copyright © 2023 某某网 版权所有 某ICP备12345678号",
    "咨询热线：400-012-3456",
    "关键词：某某",
    "索引号：ABC-123",
])
@pytest.mark.parametrize("foot", [False, True])
def test_lines_that_are_furniture_wherever_they_stand(made, line, foot):
    paragraphs = ["标题在此处", ONE, TWO, THREE, line] if foot else [line, "标题在此处", ONE, TWO, THREE]
    result = made("\n\n".join(paragraphs))
    assert shown(result) == "\n".join(["标题在此处", ONE, TWO, THREE])


@pytest.mark.parametrize("line", [
    "该区加强知识产权保护，全年登记版权两千件，查处侵权案件三十起。",
    "记者：今年的目标是什么？",
    "时间紧、任务重。",
    "来源于本区的一般公共预算收入增长两成。",
    "编辑出版产业增长两成。",
    "图书馆新馆建成开放。",
    "[6] 重点项目：指投资六十亿元的某某项目。",
    "“四馆一中心”：指图书馆、文化馆、博物馆、美术馆和科技中心。",
    "责任单位：各县（市）区人民政府",
    "政府工作报告",
    "某某市市长 张三",
    "（2016年1月24日在某某市第十二届人民代表大会第三次会议上）",
    "二〇二四年一月二十一日",
    "——2024年1月15日在某某市第十六届人民代表大会第四次会议上",
    "热门景区接待游客三十万人次。",
    "扫描电镜产业化项目落户高新区，总投资三亿元。",
    "扫码支付交易额增长两成。",
    "微信公众号矩阵粉丝突破百万，全年发布招商信息两千条。",
    "图：某某工厂总装车间",
    "推荐性国家标准出台。",
])
def test_lines_that_look_like_it_and_are_not(made, line):
    result = made("\n\n".join([ONE, line, TWO, THREE]))
    assert hidden(result) == ""


@pytest.mark.parametrize("heading", ["相关阅读", "【相关阅读】", "相关新闻：", "热门文章", "推荐阅读", "延伸阅读", "猜你喜欢", "最新资讯", "阅读排行榜", "为您推荐", "更多内容 >>"])
def test_everything_below_such_a_heading_is_about_other_articles(made, heading):
    others = ["某市新签项目五十个", "  • 某县产值突破百亿元。某县今年以来，经济运行稳中向好，主要经济指标增速居全省前列，多个项目投产", "某项目开工"]
    result = made("\n\n".join(["标题在此处", ONE, TWO, heading, *others]))
    assert shown(result) == "\n".join(["标题在此处", ONE, TWO])


def test_the_article_may_go_on_below_a_box(made):
    result = made("\n\n".join(["标题在此处", ONE, "相关阅读", "某市新签项目五十个", "某项目开工", TWO, THREE]))
    assert shown(result) == "\n".join(["标题在此处", ONE, TWO, THREE])


def test_a_column_above_the_article_does_not_take_its_headline(made):
    result = made("\n\n".join(["热门文章", "某市新签项目五十个", "某项目开工", "本文的标题在此处", ONE, TWO, THREE]))
    assert hidden(result) == "热门文章\n某市新签项目五十个\n某项目开工"


def test_a_headline_above_a_breadcrumb_is_no_furniture_if_the_article_begins_below(made):
    for between in ([], ["时间：2023-01-16 03:33 浏览：20"]):
        result = made("\n\n".join(["某县举行第四次项目集中开工活动", "当前位置：首页 > 园区 >", *between, ONE, TWO]))
        assert result.title == "某县举行第四次项目集中开工活动"


def test_a_breadcrumb_may_end_in_the_headline(made):
    for crumb in ("某网 > 某园区十个项目开工", "首页 > 新闻 > 某园区十个项目开工"):
        result = made("\n\n".join(["某网，内容丰富有趣！", crumb, "某园区十个项目开工", ONE, TWO]))
        assert result.title == "某园区十个项目开工"


def test_what_stands_above_a_breadcrumb_is_the_head_of_the_page(made):
    result = made("\n\n".join(["园区在线", "每天一点新消息", "当前位置：首页 > 园区 >", "标题在此处", ONE, TWO]))
    assert kinds(result)[3] == ("title", "标题在此处")
    assert hidden(result) == "园区在线\n每天一点新消息\n当前位置：首页>园区>"


def test_a_column_of_short_lines_at_the_top_is_a_menu(made):
    result = made("\n".join(["要闻", "园区", "招商", "政策", "数据", "视频", "本文的标题在此处", ONE, TWO]))
    assert shown(result) == "\n".join(["本文的标题在此处", ONE, TWO])


def test_headlines_below_the_last_sentence_are_other_articles(made):
    heads = ["某省上半年用电量出炉（附图）", "某港口集装箱吞吐量创下新高", "快讯！某某电池工厂二期封顶", "某某机器人企业完成新一轮融资"]
    result = made("\n".join(["标题在此处", ONE, TWO, *heads]))
    assert hidden(result) == "\n".join(heads)


@pytest.mark.parametrize("tail", [
    ["某某市人民政府", "2025年3月28日"],
    ["附件1", "附件2", "附件3"],
    ["1. 新建小学五所", "2. 新建公园三座", "3. 改造老旧小区百个"],
    ["某某项目", "某某工程"],
])
def test_signatures_appendices_and_numbered_lists_are_not(made, tail):
    result = made("\n\n".join([ONE, TWO, *tail]))
    assert hidden(result) == ""


def test_a_list_that_the_text_announces_is_not(made):
    result = made("\n".join([ONE, "入选的园区名单如下，共计四个，均为本市近年来重点培育的园区：", "某某甲高新技术产业园", "某某乙高新技术产业园", "某某丙高新技术产业园"]))
    assert hidden(result) == ""


def test_below_notices_at_the_foot_nothing_is_main_text(made):
    foot = ["版权声明：本站内容转载请注明出处。", "快讯！某厂二期封顶！", "能源", "物流", "电话 400-012-3456"]
    result = made("\n".join(["标题在此处", ONE, TWO, *foot]))
    assert shown(result) == "\n".join(["标题在此处", ONE, TWO])


def test_a_notice_in_the_middle_does_not_take_the_rest(made):
    result = made("\n".join(["标题在此处", ONE, "本文由某某网发布，转载请注明出处。", TWO]))
    assert shown(result) == "\n".join(["标题在此处", ONE, TWO])


GOVERNMENT = """<!DOCTYPE html><html><head><title>我区去年产值破千亿-某某区政府网</title>
<meta name="PubDate" content="2023-05-10 15:20"><meta name="ContentSource" content="某某日报"></head><body>
<form method="post" id="aspnetForm"><div class="header"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">招商引资</a></div>
<div class="pos">您现在的位置：<a href="/">首页</a> &gt;&gt; <a href="/n">新闻中心</a> &gt;&gt; 正文</div>
<h1>我区去年产值破千亿</h1>
<div class="info">发布时间：2023-05-10 15:20　信息来源：某某日报　浏览次数：<span id="hits">12</span>　字体：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div id="zoom"><p>　　{one}</p><p>　　{two}</p><p style="text-align:center"><img src="a.jpg"><br>某某产业园总装车间。张三 摄</p><p>　　{three}</p></div>
<div>扫一扫在手机打开当前页</div><div>【<a>打印</a>】【<a>关闭</a>】</div>
<ul><li>上一篇：<a href="/1">某地工业投资增长两成</a></li><li>下一篇：<a href="/2">某项目开工</a></li></ul>
<div>热门推荐</div><ul><li><a href="/3">某市新签项目五十个</a></li><li><a href="/4">某县产值突破百亿元</a></li></ul>
<div>主办：某某区人民政府 版权所有 某ICP备12345678号</div></form></body></html>"""


def test_a_page_of_a_government(made):
    result = made(GOVERNMENT.format(one=ONE, two=TWO, three=THREE), "page.html")
    assert shown(result) == "\n".join(["我区去年产值破千亿", ONE, TWO, "某某产业园总装车间", THREE])
    assert (result.title, result.issued, result.publisher) == ("我区去年产值破千亿", "2023-05-10", "某某日报")


def test_a_menu_of_links_is_furniture(made):
    result = made(f"<div><a href='/1'>产业规划与重点招商项目</a> <a href='/2'>园区</a></div><h1>标题</h1><p>{ONE}</p><p>{TWO}</p>", "a.html")
    assert shown(result) == "\n".join(["标题", ONE, TWO])


TABLES = """<HTML><HEAD><META http-equiv=Content-Type content="text/html; charset=gb2312"><TITLE>某某园区再签大单 -- 某某新闻网</TITLE></HEAD>
<BODY><TABLE width=100%><TR><TD><A href=/>网站首页</A> | <A href=/news>新闻</A> | <A href=/fin>财经</A> | <A href=/park>园区</A></TD></TR></TABLE>
<TABLE><TR><TD>您的位置：<a href=/>首页</a>-&gt;<a href=/n>新闻</a>-&gt;正文</TD></TR>
<TR><TD align=center><FONT size=5><B>某某园区再签大单</B></FONT></TD></TR>
<TR><TD align=center>http://www.example.com　2009年03月12日 10:20　来源：某某晚报　[<a href=#>发表评论</a>]</TD></TR>
<TR><TD>&nbsp;&nbsp;&nbsp;&nbsp;本报讯（记者张三）{one}<BR><BR>&nbsp;&nbsp;&nbsp;&nbsp;{two}<BR>&nbsp;&nbsp;{three}<BR>(责任编辑：李四)</TD></TR>
<TR><TD>【<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】 【<a href=#>打印</a>】 【<a href=#>关闭</a>】</TD></TR>
<TR><TD><B>相关新闻</B><BR>·<a href=1>某园区签约十个项目</a> (03-11)<BR>·<a href=2>某开发区引资百亿</a> (03-10)</TD></TR>
<TR><TD>关于我们 | 广告服务 | 联系方式 | 版权所有：某某新闻网</TD></TR></TABLE></BODY></HTML>"""


def test_a_page_laid_out_with_tables(file):
    result = file(TABLES.format(one=ONE, two=TWO, three=THREE).encode("gb18030"), "old.html")
    assert shown(result) == "\n".join(["某某园区再签大单", "本报讯（记者张三）" + ONE, TWO, THREE])
    assert (result.title, result.issued, result.publisher) == ("某某园区再签大单", "2009-03-12", "某某晚报")


CHANNEL = """<html><head><meta property="og:title" content="某某新区签约十五个项目"></head><body><h1>
    某某新区签约十五个项目
</h1><div><span>原创</span> <span>某某发布</span> <em>2024-01-25 18:30</em> <em>发表于广东</em></div>
<section><span>点击上方蓝字关注我们</span></section>
<section><p><span>1月25日上午，</span></p><p><span>某某新区举行</span></p><p><span>今年首场签约活动，</span></p><p><span>十五个项目集中签约。</span></p></section>
<section><p><strong>一批大项目来了</strong></p></section><p>{one}</p><p><img data-src="x"></p>
<p><span style="font-size:12px">▲签约现场。记者 王五 摄</span></p><p>{two}</p>
<section><p>来源 | 某某日报</p><p>记者 | 张三</p><p>编辑 | 李四</p></section><section><p>点赞、在看，让更多人看到</p></section>
<div>微信扫一扫<br>关注该公众号</div></body></html>"""


def test_a_page_of_a_channel(made):
    result = made(CHANNEL.format(one=ONE, two=TWO), "page.html")
    assert [pair for pair in kinds(result) if pair[0] != "furniture"] == [
        ("title", "某某新区签约十五个项目"), ("paragraph", "1月25日上午，某某新区举行今年首场签约活动，十五个项目集中签约。"),
        ("heading", "一批大项目来了"), ("paragraph", ONE), ("caption", "签约现场"), ("paragraph", TWO)]
    assert result.issued == "2024-01-25"
