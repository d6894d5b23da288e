"""Main text against page furniture: menus, credits, copyright lines, lists of other articles.

Nothing here knows a site. A line is judged by what it is made of (a label and a name, a phrase of copyright law, links) and by where it
stands (above a breadcrumb, below the last sentence, under "相关阅读").
"""

from __future__ import annotations

import re

from kg.read.imprint import imprint
from kg.read.line import Line

NAME = r"[\u4e00-\u9fff·]{2,4}"
_END = re.compile(r"[。！？!?…；;.][\"”’』」）)】》]*\Z")

_LABEL = re.compile(r"""[（(【\[]?\s*(?:
    (?:信息|文章|稿件|新闻|内容|资料|图片|图文|本文)?来\s*源 | 稿\s*源 | 转载自? | 原\s*标\s*题 | 原文链接
  | (?:责\s*任|本\s*文|网\s*络|值\s*班|本\s*版|美\s*术|视\s*觉|实\s*习|执\s*行|文\s*字|新媒体)?编\s*辑 | 责\s*编 | 美\s*编 | 编\s*[审校] | 校\s*[对审] | 审\s*[核校签]
  | [初复终一二三]\s*审 | 总?监\s*制 | (?:执行|副)?主\s*编 | 作\s*者 | 记\s*者 | 通\s*讯\s*员 | 撰\s*[文稿写] | 供\s*[稿图] | 文\s*字 | 文\s*[/／]\s*图 | 图\s*[/／]\s*文
  | (?:文|图|摄)(?=\s*[:：丨｜|]\s*[\u4e00-\u9fff·]{2,4}(?:[\s、/]|\Z))
  | 摄\s*影 | 图\s*[片源表] | 制\s*图 | 统\s*筹 | 策\s*划 | 出\s*品人? | 排\s*版 | 视\s*频 | 剪\s*辑 | 拍\s*摄 | 海\s*报
  | (?:发布|发稿|更新|创建|录入|成文|印发|公开)(?:时间|日期) | 日\s*期 | 时\s*间 | 字\s*[号体] | 浏览(?:次数|量)? | 阅读(?:次数|量|数)? | 点击(?:次数|量|数|率)? | 访问量
  | 人气 | 热度 | 分享(?:到|至)? | 索\s*引\s*号 | 发布(?:机构|单位|者|人) | 发文(?:机关|字号|单位) | 文\s*号 | 主题(?:词|分类) | 信息分类 | 公开(?:方式|类别) | 关\s*键\s*[词字] | 标\s*签
  | Tags? | 栏\s*目 | 上一[篇条页] | 下一[篇条页] | (?:联系|咨询|服务|举报|客服|投稿|招商)(?:电话|热线|邮箱|微信|QQ|方式) | 电\s*话 | 传\s*真 | 邮\s*箱 | E-?mail | 邮\s*编 | 网\s*址 | 客服
)\s*[:：丨｜|]""", re.X | re.I)
_PROMPT = re.compile(r"""(?:扫一扫|扫码(?:关注|查看|阅读|下载|观看|进入|加)|扫描(?:二维码|上方|下方|图中)|长按|微信扫
  |微信公众号|微信搜|关注(?:我们|公众号|微信|本号)|欢迎(?:关注|订阅|投稿|转载)|点击(?:这里|阅读|查看|上方|下方|关注|图片|进入|下载)
  |打开(?:APP|微信|客户端|应用)|下载(?:APP|客户端|应用)|APP下载|分享(?:到|至|给)|转发(?:到|至)|在线咨询|免费(?:咨询|发布|注册)|违法和不良信息|不良信息|技术支持|网站标识码|网站地图
  |点赞[、和]|在看[、和]|关注该|建议使用|最佳浏览|您是第|我要(?:评论|纠错|投稿|留言)|(?:请)?登录后|还没有评论|暂无评论
  |【?(?:打印|关闭|收藏|纠错|字体)|责任声明|Powered\s+by|Copyright|©|All\s+Rights)""", re.X | re.I)
_MENU_WORDS = frozenset("""首页 网站首页 返回首页 主页 返回顶部 回到顶部 返回列表 返回 打印 打印本页 关闭 关闭窗口 收藏 收藏本站 分享 评论 点赞 登录 注册 登录注册 设为首页 加入收藏 网站地图
    联系我们 关于我们 关于本站 友情链接 无障碍 无障碍浏览 无障碍阅读 长者模式 关怀版 繁体 简体 繁體 繁体版 English EN 手机版 移动版 电脑版 客户端 微信 微博 新浪微博 腾讯微博 QQ QQ空间 朋友圈
    搜索 站内搜索 更多 更多>> 更多» 查看更多 加载更多 展开全文 阅读全文 阅读原文 全文 广告 举报 纠错 上一页 下一页 末页 尾页 广告服务 免责声明 法律声明 隐私政策 隐私声明 使用帮助 招聘信息 诚聘英才 网站声明
    版权声明 版权所有 服务条款 意见反馈 我要留言 导航 菜单 目录导航 视频 图片 专题 直播 订阅 邮箱 滚动 小 中 大 字号 T T- T+ A- A+ 复制链接 手机看 扫码看""".split())
_BREADCRUMB = re.compile(r"(?:您|你)?(?:现在|当前|目前)?(?:的|所在)?(?:的)?(?:当前)?位置\s*(?:[:：>›»]|是)|首\s*页\s*(?:[-=]*[>›»→]|[-|/]\s*\S)")
_CRUMB = re.compile(r"\s[>›»]|[>›»]\s")
_DATE_LINE = re.compile(r"[（(]?\s*\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?P<more>.*)\Z")
_PARTICULAR = re.compile(r"""
    (?P<time>\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?\s*\d{1,2}:\d\d)
  | (?P<origin>来\s*源\s*[:：]) | (?P<author>(?:作\s*者|记\s*者|编\s*辑|责\s*编)\s*[:：]) | (?P<label>(?:发布|发稿|更新)?(?:日\s*期|时\s*间)\s*[:：])
  | (?P<read>(?:浏览|阅读|点击|访问)\s*(?:次数|量|数)?\s*[:：]?\s*\d|浏览次数|阅读量) | (?P<size>字[号体]\s*[:：]|[【\[(]\s*[大小]\s)
  | (?P<address>https?://|www\.) | (?P<kind>\A(?:原创|转载)\s) | (?P<place>发表于)
  | (?P<command>[【\[(](?:打印|关闭|收藏|发表评论|评论|分享|我要纠错)[】\])])
""", re.X)
_BYLINE = re.compile(rf"""[（(【]?\s*[\u4e00-\u9fffA-Za-z·+]{{0,12}}?(?:记者|通讯员|实习生)[\s:：丨|/]\s*{NAME}
    (?:[\s、,，/]+[^。！？，；\s]{{1,12}}){{0,8}}\s*[)）】]?\Z""", re.X)
_PHONE = re.compile(r"(?<!\d)(?:400[-\s]?\d{3,4}[-\s]?\d{3,4}|0\d{2,3}[-\s]\d{7,8}|1[3-9]\d{9})(?!\d)")
_RELATED = re.compile(r"""[\W_]*(?:
    (?:相关|热门|最新|最热|推荐|延伸|精彩|精选|热点|往期|更多|其他|其它|近期|同类|本类|今日|本周|图文|站内|头条|编辑|责编|小编|好文|重磅|深度)
    (?:阅读|文章|新闻|资讯|报道|链接|推荐|内容|动态|信息|发布|回顾|精选|专题|话题|视频|图片|点击|排行|评论|更新|搜索|标签|导读|关注)(?:推荐|排行|列表)?榜?
  | 猜你喜欢 | 猜您喜欢 | [为给][您你]推荐 | 大家都在[看搜] | (?:阅读|点击|新闻|文章|热文|访问|下载|浏览)排行榜? | 排行榜 | 热[榜搜]榜? | (?:网友|发表|全部|精彩|最新|用户)评论 | 友情链接
  | [你您]可能(?:也|还)?(?:会)?(?:喜欢|感兴趣).{0,4} | 看过本文的.{0,6} | 推荐 | 热门 | 上下篇
)[\W_]*\Z""", re.X)

# Words of the lines that a site puts under every article. Two kinds have to meet, or one that says it all.
_NOTICE_ALL = ("版权声明", "免责声明", "版权所有", "版权均属", "凡本站", "凡本网", "凡本报", "ICP备", "ICP证", "公网安备", "All Rights Reserved",
               "网站声明", "侵权必究", "违者必究", "转载请注明")
_NOTICE_WHO = ("本网", "本站", "本公众号", "本平台", "本微信", "本文由", "本文来自", "本文来源", "本文仅", "本文转", "文章仅", "部份内容", "部分内容", "内容收集",
               "来源于网络", "原作者", "仅供参考", "不代表", "如有侵", "如涉及", "该文观点", "作者个人", "来源标注", "投资者据此")
_NOTICE_LAW = ("版权", "转载", "授权", "侵权", "侵犯", "著作权", "联系我们", "联系删除", "及时删除", "予以删除", "投资建议", "观点", "立场", "注明出处",
               "注明来源", "真实性", "撤稿")
_NOTICE_LONGEST = 400       # characters
_HEADLINE, _LONGEST_HEADLINE = 8, 60    # characters
_PROSE = 40                 # characters that a line has at least to be taken for a part of an article below other articles' headlines


def ends(text: str) -> bool:
    """Whether a text ends a sentence."""
    return bool(_END.search(text[-8:]))


def prose(line: Line, least: int = 20) -> bool:
    """Whether a line is running text: it ends a sentence, or holds one and is long; and it is not made of links."""
    size = len(line.text)
    if size < least or line.linked * 2 > size:
        return False
    return ends(line.text) or size >= 80 and "。" in line.text


def furniture(lines: list[Line]) -> list[bool]:
    """Tell which lines are page furniture.

    :param lines: of a whole page, in order
    :returns: for each line, whether nothing may be read from it; captions are not judged (see :mod:`kg.read.captions`)
    """
    marks = [_alone(line) for line in lines]
    _above(lines, marks)
    _below_headings(lines, marks)
    _below_notices(lines, marks)
    _trailing_headlines(lines, marks)
    return marks


def _alone(line: Line) -> bool:
    """Whether a line is furniture wherever it stands."""
    text = line.text
    if line.role == "furniture":
        return True
    size = len(text)
    if size > _NOTICE_LONGEST:
        return False
    if notice(text):
        return True
    if line.linked * 5 >= size * 3 and not ends(text) and line.role not in ("heading", "title"):
        return True
    if size > 120 or line.role in ("heading", "title"):
        return False
    if _menu(text) and line.role != "cell" or _breadcrumb(text) or particulars(text) or imprint(text):
        return True
    if _PROMPT.match(text) and size <= (20 if text.endswith("。") else 60):
        return True
    if _LABEL.match(text):
        return size <= 100 and not re.search("[。！？；]", text)
    if size <= 60 and _BYLINE.match(text):
        return True
    dated = _DATE_LINE.match(text)
    return bool(dated and (re.match(r"\s*\d{1,2}:\d\d", dated["more"]) or _LABEL.match(dated["more"].strip())
                           or not dated["more"].strip() and "年" not in text))


def notice(text: str) -> bool:
    """Whether a text is about copyright, liability or the site itself."""
    if len(text) > _NOTICE_LONGEST:
        return False
    said = text.__contains__
    if any(map(said, _NOTICE_ALL)):
        # A report may speak of these things; a notice is short or names the site.
        return len(text) <= 60 or any(map(said, _NOTICE_WHO)) or text.lstrip("①②③1234.、*【（( ").startswith(_NOTICE_ALL)
    return any(map(said, _NOTICE_WHO)) and any(map(said, _NOTICE_LAW))


def _breadcrumb(text: str) -> bool:
    if _BREADCRUMB.match(text):
        return True
    *sections, last = re.split("[>›»]", text)
    return len(_CRUMB.findall(text)) > 1 and all(len(part) <= 12 for part in sections) and len(last) <= _LONGEST_HEADLINE


def _leads_to(text: str, below: list[Line]) -> bool:
    """Whether a line names a section and, behind a mark, the headline that stands below: 某网 > 某园区开工."""
    section, mark, headline = text.partition(" > ")
    return bool(mark) and len(section) <= 12 and any(line.text == headline for line in below)


def _menu(text: str) -> bool:
    """Names of sections beside each other (首页 | 新闻 | 财经), or commands (【打印】【关闭】)."""
    if text in _MENU_WORDS:
        return True
    beside = [part.strip() for part in re.split(r"[|｜丨]", text)]
    if len(beside) >= 4 and all(len(part) <= 8 for part in beside):
        return True
    words = [word for word in re.split(r"[\s|｜丨\[\]【】()（）·]+", text) if word]
    return len(words) >= 2 and all(word in _MENU_WORDS for word in words)


def particulars(text: str) -> bool:
    """Whether a line tells when, where and by whom a page was published: two such things, and no sentence."""
    if len(text) > 120 or "。" in text:
        return False
    return len({found.lastgroup for found in _PARTICULAR.finditer(text)}) >= 2


def _above(lines: list[Line], marks: list[bool]) -> None:
    """What stands above a breadcrumb, or a column of very short lines, is the head of the page; but for a headline that has no other below."""
    first = next((n for n, line in enumerate(lines) if prose(line) and not marks[n]), len(lines))
    crumbs = [n for n in range(min(first, 60)) if _breadcrumb(lines[n].text) or _leads_to(lines[n].text, lines[n + 1:n + 4])]
    for n in crumbs:
        marks[n] = True
    if crumbs:
        for n in range(_headline_above(lines, marks, crumbs[-1]), crumbs[-1]):
            marks[n] = marks[n] or not prose(lines[n])
    start = 0
    while start < min(first, 60):
        end = start
        while end < first and _section_name(lines[end]):
            end += 1
        if end - start >= 5:
            marks[start:end] = [True] * (end - start)
        start = end + 1


def _headline_above(lines: list[Line], marks: list[bool], crumb: int) -> int:
    """1 if the page's first line is its headline: all that stands above the breadcrumb, below which the article begins at once; else 0."""
    below = next((line for line, mark in zip(lines[crumb + 1:], marks[crumb + 1:]) if not mark), None)
    alone = crumb == 1 and not marks[0] and len(lines[0].text) >= _HEADLINE and not ends(lines[0].text)
    return int(alone and below is not None and (prose(below) or len(below.text) > _LONGEST_HEADLINE))


def _section_name(line: Line) -> bool:
    return len(line.text) <= 6 and line.text[-1] not in "：:。！？!" and line.role not in ("title", "heading", "cell")


def _article_resumes(lines: list[Line], marks: list[bool], start: int) -> int:
    """The first line from ``start`` on that is main text again: two paragraphs in a row."""
    for n in range(start, len(lines) - 1):
        if all(prose(line, _PROSE) and line.role != "item" and not mark for line, mark in zip(lines[n:n + 2], marks[n:n + 2])):
            return n
    return len(lines)


def _below_headings(lines: list[Line], marks: list[bool]) -> None:
    """Everything below 相关阅读 and its like is about other articles, to the end or until this article goes on."""
    n = 0
    while n < len(lines):
        if len(lines[n].text) > 16 or not _RELATED.match(lines[n].text):
            n += 1
            continue
        end = _article_resumes(lines, marks, n + 1)
        if end < len(lines) and not any(prose(line) and not mark for line, mark in zip(lines[:n], marks)):
            end -= end - 1 > n and not marks[end - 1]       # a column above the article: its headline is not furniture
        marks[n:end] = [True] * (end - n)
        n = end


def _below_notices(lines: list[Line], marks: list[bool]) -> None:
    """What follows a notice at the foot of a page is furniture until a paragraph of main text."""
    last = max((n for n, line in enumerate(lines) if prose(line, _PROSE) and not marks[n]), default=-1)
    first = next((n for n in range(last + 1, len(lines)) if marks[n] and notice(lines[n].text)), None)
    if last >= 0 and first is not None:
        marks[first:] = [True] * (len(lines) - first)


_NUMBERED = re.compile(r"[（(【\[]?\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|附)\s*[)）、.．:：件表录】\]月]")
_SIGNATURE = re.compile(r".{0,20}(?:人民政府|委员会|办公厅|办公室|管委会|局|厅|\d{4}年\d{1,2}月\d{1,2}日)\Z")


def _trailing_headlines(lines: list[Line], marks: list[bool]) -> None:
    """Three or more headlines below the last sentence, and phone numbers there, belong to the page and not to the article."""
    last = max((n for n, line in enumerate(lines) if not marks[n] and prose(line)), default=None)
    if last is None:
        return
    rest = [n for n in range(last + 1, len(lines)) if not marks[n]]
    for n in rest:
        if _PHONE.search(lines[n].text) and len(lines[n].text) <= 80:
            marks[n] = True
    if lines[last].text.endswith(("：", ":")):
        return
    first = next((n for n in range(last + 1, len(lines)) if marks[n]), len(lines))
    for n in rest:
        marks[n] = marks[n] or n > first and _headline(lines[n])       # below the credits
    shown = [n for n in rest if not marks[n]]
    if len(shown) >= 3 and all(_headline(lines[n]) for n in shown):
        if sum(len(lines[n].text) for n in shown) >= 9 * len(shown):
            for n in shown:
                marks[n] = True


def _headline(line: Line) -> bool:
    text = line.text
    if line.role in ("cell", "heading", "title", "bold", "caption") or text.startswith(("△", "▲", "▼", "—", "附", "图")):
        return False
    unfinished = text.endswith(("。", "；", ";", "：", ":", "，", ",", "、"))
    return len(text) <= 45 and not unfinished and not _NUMBERED.match(text) and not _SIGNATURE.match(text)
