"""Takes the tokens of a sentence, proposes designations: titles, awards, pilots and zones of policy that a place, a company or a project is given.

Three signs: a verb that gives them (入选, 获评, 列为), behind which the noun phrase ends in the noun of a designation or, where the verb is sure, begins with who
gives it (国家级, 全国); a noun phrase that state or province gives, whatever stands around it (国家生态园林城市); a pilot or a zone of policy that is
carried out (开展…试点).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.programmes.campaigns import PUSHED, bare
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import COUNTED, GENERIC, INSIDE, MEMBER_ENDS, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word, unbroken
from kg.triggers import Expressions

_GIVEN, _SURELY_GIVEN, _RANKED = words("programmes", "designated"), words("programmes", "sure"), words("programmes", "ranked")
_CREATED = words("programmes", "created")
_UNDER_WAY = words("programmes", "under_way") | PUSHED
_GAINED = words("programmes", "gained")
_PILOTED, _PRIZE_VERBS = words("programmes", "piloted"), words("programmes", "won")
_LEVELS = words("programmes", "levels")
_HEADS, _SURE_HEADS = tuple(ordered("programmes", "designations")), tuple(ordered("programmes", "sure_designations"))
_TITLES = tuple(ordered("programmes", "titles"))  # designations whoever gives them
_NATIONAL_HEADS = tuple(ordered("programmes", "national"))
_AWARDS = words("programmes", "awards")
_NO_TITLES = tuple(ordered("programmes", "no_titles"))
_NO_DESIGNATION, _NO_CITY = words("programmes", "no_designation"), words("programmes", "no_designation_behind")
_GOES_ON = tuple(ordered("programmes", "goes_on"))
_ONE_OF_SEVERAL = frozenset("各 多个 一批 两个 各类 其他 多 首批 第二批 第三批 新增 个 家 等".split())
_BATCHES = ("首批", "新一批", "首个", "唯一", "首家", "首座", "首届")
_NO_PILOT = frozenset("的 等 和 及 与 了 个 项 一批 试点 有关 相关 各项".split())
_FILLERS = frozenset("的 为 了 年度 设立 共建 新一轮 十大".split())
_TITLE_WORDS = frozenset("称号 名单 荣誉 荣誉称号 行列".split())
_STOPS = frozenset("的 到 等 之一 并 在 是 为 以 由 将 把 从".split())
_WON = re.compile("[两二三四五六七八九十]连")  # 全国双拥模范城九连冠
_RANK = re.compile(r"\d+强$")
_NO_OBJECTS = ("用地", "单位", "标准", "规划", "模式", "工作")
_OFFICIAL = frozenset("国家 国家级 全国 中国 省级 全省 省 自治区 自治区级".split())
_ASPIRED = frozenset("打造 建设 加快建设 推进 抓好 积极融入 承担 启动 开展 深化 建成".split())  # what a place wants to be, mostly
_MADE = frozenset("认定 命名 确定 评定 授予 列 评".split())  # … 为
_RANKING = frozenset("居 位居 位列".split())
_SURE_OR_RANKING = _SURELY_GIVEN | _RANKING
_CITIES_AND_PILOTS = ("试点", "国际消费中心城市")
_RANKINGS = ("强", "强县", "强区", "强市", "百强镇", "榜", "榜单", "名录")
_PHRASE_ENDS = MEMBER_ENDS | _STOPS | _TITLE_WORDS
_PLACE_TAGS = ("ns", "nr", "nrt", "nz", "j")
_LAST_CHARACTERS = frozenset(head[-1] for head in (*_HEADS, *_SURE_HEADS, *_NATIONAL_HEADS, *_TITLES, *_RANKINGS, "试点", "城市"))
_OF_THE_STATE = Expressions(re.compile("|".join(map(re.escape, _NATIONAL_HEADS))))
_ZONE_HEADS = ("示范区", "试验区", "先行区", "先导区", "试点", "试点工作", "示范省", "试点省")
_BY_LEVEL = frozenset("国家 全国 国家级 省级 全省".split())
# what a designation ends in unless its verb is sure or ranks
_ANY = Expressions(re.compile("|".join(map(re.escape, (*_HEADS, *_TITLES, *_NATIONAL_HEADS, *_ZONE_HEADS, *_CITIES_AND_PILOTS)))))
SHORTEST, LONGEST = 5, 34  # characters
LONG_ENOUGH = 8  # characters of a pilot without the place that carries it out

ZONE = sign(ends=_ZONE_HEADS, plain_words=True)
DESIGNATION = sign(
    words=_GIVEN | _MADE | {how + verb for how in words("programmes", "how_carried_out") for verb in _GIVEN}, plain_words=True
)
NATIONAL = sign(words=("国家", "全国", "国家级", "中国", "省级", "全省"), plain_words=True)
PRIZE = sign(ends=("奖",), plain_words=True)
DESIGNATION_SIGNS = ZONE | DESIGNATION | NATIONAL | PRIZE


def designations(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """Designations that a token is a sign of."""
    signs = tokens[i].signs
    if signs & ZONE:
        zones = list(_zone_of_policy(tokens, i))
        yield from zones or _pilot(tokens, i)
    if signs & PRIZE:
        yield from _prize(tokens, i)
    if signs & DESIGNATION:
        yield from _given(tokens, i)
    elif signs & NATIONAL:
        yield from _national(tokens, i)


def _given(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """入选X、Y: each runs to the end of its noun phrase."""
    if verb + 1 < len(tokens) and tokens[verb + 1].text.startswith(_NO_OBJECTS):
        return  # 集体经营性建设用地入市试点: no verb
    how = tokens[verb].text if tokens[verb].text in _GIVEN else bare(tokens[verb].text)
    if how in _MADE and how not in _GIVEN:
        if verb + 1 == len(tokens) or tokens[verb + 1].text != "为":
            return
        how += "为"
    if how not in _SURE_OR_RANKING and (text := unbroken(tokens)) is not None and not _ANY.possible(text):
        return
    before: int | None = verb
    official = False
    while before is not None:
        first = _behind_batch(tokens, before + 1)
        if first is None:
            return
        last = _end(tokens, first, how, official)
        if last is None:
            return
        official = tokens[first].text in _OFFICIAL  # 国家绿色金融试验区、普惠金融示范区
        of_a_place = how in PUSHED and tokens[first].kind == "District" or how in _ASPIRED and tokens[first].kind == "Park"
        if of_a_place and tokens[last].end - tokens[first].end >= LONG_ENOUGH:
            first += 1  # 推进绵阳市土地制度改革试点
        name = _candidate(tokens, first, last)
        if name is not None:
            yield name
        joint = last + 1
        while joint < len(tokens) and tokens[joint].text in _TITLE_WORDS:
            joint += 1
        before = joint if joint < len(tokens) and tokens[joint].text in ("、", "和", "与", "及") else None


def _candidate(tokens: Sequence[Token], first: int, last: int) -> Candidate | None:
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is not None and (
        behind.kind == "quantity" and not behind.text.startswith(("第", "前")) or COUNTED.match(behind.text) or behind.text == "的"
    ):
        return None  # 国家级绿色工厂12家, 获国家科技奖的项目: a kind
    if first < last and tokens[first + 1].text == "以上" or any(tokens[i].text == "（" and tokens[i + 1].kind == "District" for i in range(first, last)):
        return None  # 省级以上示范工厂: a kind; 中国（桐城）自由贸易试验区 is a place
    end = tokens[last].end - _tail(tokens[last])
    shortest = SHORTEST - (first > 0 and _is_batch(tokens[first - 1]))  # 全国首批千兆城市
    if not shortest <= end - tokens[first].start <= LONGEST:
        return None
    return Candidate(tokens[first].start, end, "Programme", "programme.designation", True)


def _tail(token: Token) -> int:
    """How much of a designation's last word is no part of it: 试点工作, and the 前 that the segmenter draws to 区 in 百强区前50名."""
    return 2 if token.text == "试点工作" else 1 if len(token.text) == 2 and token.text.endswith("前") else 0


def _behind_batch(tokens: Sequence[Token], first: int) -> int | None:
    """Where a designation begins behind what only counts or dates it: 2023年度, 全国首批, 工信领域第二批, 全省唯一的; None where several are counted."""
    batch = False
    for i in range(first, min(first + 5, len(tokens))):
        token = tokens[i]
        if token.text in MEMBER_ENDS or token.text in "“（":
            break
        new = _is_batch(token) or token.text == "一批" and tokens[i - 1].text == "新"
        if not (batch or new) and (token.kind == "quantity" and not token.text.startswith("第") or COUNTED.match(token.text)):
            return None  # 全国八个国家算力枢纽节点之一
        batch = batch or new
        if new or token.kind in ("time", "quantity"):
            first = i + 1
    while first < len(tokens) and tokens[first].text in _FILLERS:
        first += 1
    return first if first < len(tokens) and tokens[first].text not in _GIVEN else None  # 争取获批X: the nearer verb gives it


def _is_batch(token: Token) -> bool:
    return token.text.endswith(_BATCHES) or token.text.startswith("第") and token.text.endswith(("批", "个", "座"))


def _end(tokens: Sequence[Token], first: int, verb: str, official: bool) -> int | None:
    """The last token of the designation that begins at a token.

    :param official: whether state or province give the one in front of it
    """
    sure, ranking = verb in _SURELY_GIVEN, verb in _RANKING
    level = (
        tokens[first].text in (_OFFICIAL if verb in _ASPIRED else _LEVELS)
        or tokens[first].kind == "Industry"
        and tokens[first].text.startswith("国家")
    )
    batch = (
        _is_batch(tokens[first - 1])
        or tokens[first - 1].text in ("的", "年度")
        or tokens[first - 1].kind == "time"
        or tokens[first - 1].kind == "quantity"
        and (sure or verb == "成为")
    )
    last = phrase = None
    for i, text in _noun_phrase(tokens, first):
        phrase, text = i, text.rstrip("”")
        if i == first + 1 and tokens[i].signs & NATIONAL and not sure and tokens[first].text.endswith(("区", "市", "县")):
            return None  # 推进高新区国家低碳试点园区建设: the designation begins here
        if text[-1:] not in _LAST_CHARACTERS:
            continue
        if ranking:
            found = text.endswith(_RANKINGS)
        elif sure:
            found = (
                text.endswith(_HEADS)
                and (level or batch or not text.endswith("城市") or text.endswith(_TITLES))
                or text.endswith(_SURE_HEADS)
                and len(text) >= 5
                or text.endswith(_TITLES)
                and len(text) >= 6
                or len(text) >= 6
                and _RANK.search(text) is not None
            )
        elif level or batch and verb not in _ASPIRED:
            found = text.endswith(_NATIONAL_HEADS) or text.endswith(_HEADS) and verb not in _ASPIRED
        else:
            found = text.endswith(_CITIES_AND_PILOTS) or verb != "打造" and text.endswith(_TITLES) and len(text) >= 6
        last = i if found or official and text.endswith(_ZONE_HEADS) and len(text) >= 6 else last
    if phrase is not None and phrase + 1 < len(tokens) and (tokens[phrase + 1].text in _SURELY_GIVEN or tokens[phrase + 1].text == "开展"):
        return None  # 申报的特钢集群入选X: who is given it
    if phrase is None or ranking or last is not None and (last == phrase or _goes_on(tokens, last + 1, sure)):
        return last
    if sure and level and verb not in _RANKED and phrase > first + 1 and _is_title(tokens, first, phrase):
        return phrase  # 入选国家级旅游度假地: who gives it says enough
    return None


def _goes_on(tokens: Sequence[Token], i: int, sure: bool) -> bool:
    """Whether behind a designation stands how often it was given or, if the verb only aspires to it, what is done with it."""
    token = tokens[i]
    return token.kind in ("quantity", "punctuation") or token.text.endswith("连冠") or not sure and token.text.startswith(_GOES_ON)


def _is_title(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a noun phrase behind 入选 that begins with 国家级 or 全国 is one title, not a place in a ranking or a list of good examples."""
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    text = text_of(tokens, first, last)
    return (
        (behind is None or behind.text in MEMBER_ENDS and behind.text != "、" or behind.text in ("称号", "名单", "行列", "和"))
        and tokens[last].tag[:1] in ("n", "v", "j", "x", "i", "l")
        and not text.endswith(_NO_TITLES)
        and text.count("“") == text.count("”")
        and not text.startswith(("国际", "世界级", "全球"))
        and 6 <= len(text) <= 24
    )


def _noun_phrase(tokens: Sequence[Token], first: int) -> Iterator[tuple[int, str]]:
    """The tokens that a noun phrase may end in, with its text so far."""
    depth, phrase, furthest = 0, "", tokens[first].start + LONGEST
    for i in range(first, len(tokens)):
        token = tokens[i]
        text = token.text
        if text in ("“", "（"):
            depth += 1
        elif text in ("”", "）"):
            depth -= 1
        elif depth == 0 and (text in _PHRASE_ENDS or token.kind in ("quantity", "time") or _WON.match(text)):
            return
        elif depth == 0 and i > first and (text in _SURELY_GIVEN or text == "开展"):
            return  # 争取项目列入X, 推进高校开展X试点
        elif depth == 0 and text in ("和", "及", "与", "以及") and i > first and (_begins_another(tokens, i + 1) or phrase.endswith(_HEADS)):
            return
        if depth < 0 or token.end > furthest:
            return
        phrase += text
        cut = _tail(token) == 1
        if depth == 0:
            yield i, phrase[:-1] if cut else phrase
        if cut:
            return


def _begins_another(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name of its own begins here: 国家物流枢纽和国家冷链物流基地, 国家公园和绵阳国家高新区."""
    return i < len(tokens) and (bool(tokens[i].signs & NATIONAL) or tokens[i].kind == "District")


def _national(tokens: Sequence[Token], first: int) -> Iterator[Candidate]:
    """国家生态园林城市: the state gives such names, and each means one thing.

    Not one of several (7个国家区域医疗中心), and no kind (国家级绿色工厂12家).
    """
    if (whole := unbroken(tokens)) is not None and not _OF_THE_STATE.possible(whole):
        return
    before = tokens[first - 1] if first else None
    several = before is not None and (before.kind == "quantity" or before.text in _ONE_OF_SEVERAL or COUNTED.match(before.text) is not None)
    theirs = several and first > 2 and tokens[first - 2].text == "等" and tokens[first - 3].kind in ("District", "Park")  # 甲县、乙县等3个国家…示范县
    several = several and not theirs
    gained = _is_gained(tokens, first)
    if first + 1 < len(tokens) and (tokens[first + 1].kind == "quantity" or COUNTED.match(tokens[first + 1].text)):
        return  # 全国八个国家算力枢纽节点
    if tokens[first].text == "中国" and before is not None and before.kind == "word" and known_word(before.text) and before.tag[0] in "na":
        return  # 平安中国建设示范市
    if first + 1 < len(tokens) and (
        tokens[first + 1].text in _NO_DESIGNATION
        or tokens[first + 1].text == "以上"
        or tokens[first].text == "中国"
        and tokens[first + 1].kind not in ("word", "Industry")
    ):
        return  # 中国（上海）自由贸易试验区 is a place
    last = None
    start = _of_kind(tokens, first)
    more = 0 if start < first or theirs else 2  # characters of its own: 国家物流枢纽 is a kind, 空港型国家物流枢纽 a name, 全国文明城市 an award
    award = tokens[first].text in ("国家", "全国")
    for i, text in _noun_phrase(tokens, first):
        if i > first and text.endswith(_NATIONAL_HEADS) and tokens[i].kind in ("word", "Park", "Industry"):
            own = len(text) - len(tokens[first].text)
            if any(text.endswith(head) and own >= len(head) + (0 if award and head in _AWARDS else more) for head in _NATIONAL_HEADS):
                last = i
    if last is None:
        return
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if (
        several
        and not gained
        and (behind is None or behind.text != "之一")
        or behind is not None
        and ((behind.kind == "quantity" or COUNTED.match(behind.text)) and not gained or behind.text in _NO_CITY)
    ):
        return
    start = first + 2 if _is_batch(tokens[first + 1]) else start  # 全国首批碳达峰试点园区 is a first batch of 碳达峰试点园区
    end = tokens[last].end - _tail(tokens[last])
    if 6 <= end - tokens[start].start <= 30:
        yield Candidate(tokens[start].start, end, "Programme", "programme.national", True)


def _is_gained(tokens: Sequence[Token], first: int) -> bool:
    """Whether state or province gave the things of which a designation tells how many: 新增国家级绿色工厂3家, 获批2个国家级示范区."""
    at = first - 1
    while at > 0 and (tokens[at].kind == "quantity" or COUNTED.match(tokens[at].text) or tokens[at].text in _ONE_OF_SEVERAL and tokens[at].text not in _GAINED):
        at -= 1
    return at >= 0 and tokens[at].text in _GAINED and tokens[first].text in _OFFICIAL


def _of_kind(tokens: Sequence[Token], national: int) -> int:
    """Where a designation begins that says in front of 国家 of which kind it is: 空港型国家物流枢纽."""
    if national and len(tokens[national - 1].text) > 2 and tokens[national - 1].text.endswith("型") and tokens[national - 1].tag == "n":
        return national - (2 if tokens[national - 2].text in ("生产", "商贸") else 1)
    if national < 2 or tokens[national - 1].text != "型" or tokens[national - 2].tag[0] not in "nvj":
        return national
    first = national - 2
    while first and tokens[national].start - tokens[first - 1].start <= 6 and tokens[first - 1].kind == "word" and tokens[first - 1].tag[0] in "nj":
        first -= 1
    return first


def _zone_of_policy(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    """海洋经济发展示范区 behind 加快, 农村住房建设试点 behind 启动: a designation, not a place."""
    first = start_of(tokens, head)
    if first and tokens[first - 1].text in ("两岸", "现代"):
        first -= 1  # two words that stand in no other name
    before = tokens[first - 1] if first else None
    if tokens[first].text in _FILLERS and first < head:
        first += 1  # 新一轮…试点
    name = text_of(tokens, first, head).removesuffix("工作")
    pilot = name.endswith("试点")
    if not (6 if pilot else 7) <= len(name) <= 30 or any(
        t.kind in ("District", "Park", "Company")
        or t.is_first_a_place
        and (not pilot or t.tag in _PLACE_TAGS or not known_word(t.text))
        and t.text not in GENERIC
        and t.text not in INSIDE
        for t in tokens[first:head]
    ):
        return
    if before is not None and (before.kind == "quantity" or COUNTED.match(before.text)):
        return  # 210项国家改革试点任务
    national = tokens[first].text in _BY_LEVEL
    behind = tokens[head + 1] if head + 1 < len(tokens) else None
    created = before is not None and (before.text in _CREATED or pilot and before.text in _PILOTED)
    if before is None or before.text in MEMBER_ENDS:  # the pilot is the subject
        created = behind is not None and (
            pilot and behind.text in _UNDER_WAY or behind.text == "创建" and (head + 2 == len(tokens) or tokens[head + 2].tag != "n")
        )
    ends = behind is None or behind.kind == "punctuation" and behind.text != "“" or behind.text.startswith(_GOES_ON)
    if (national or created) and ends:
        rule = "programme.designation" if national else "programme.created"
        yield Candidate(tokens[first].start, tokens[first].start + len(name), "Programme", rule, True)


def _pilot(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    """A pilot whose name is a whole phrase: 推进第二轮土地承包到期后再延长30年试点."""
    behind = tokens[head + 1] if head + 1 < len(tokens) else None
    ends = behind is None or behind.kind == "punctuation" and behind.text != "“" or behind.text.startswith(_GOES_ON)
    first = _behind_pilots_verb(tokens, head) if ends and tokens[head].text.startswith("试点") else None
    if first is not None:
        rule = "programme.designation" if tokens[first].text in _BY_LEVEL else "programme.created"
        yield Candidate(tokens[first].start, tokens[head].end - _tail(tokens[head]), "Programme", rule, True)


def _behind_pilots_verb(tokens: Sequence[Token], head: int) -> int | None:
    """Where a pilot's name begins, behind the verb that opens its clause; None if no verb of pilots does."""
    first = head
    while tokens[first - 1].text not in _CREATED and tokens[first - 1].text not in _PILOTED:
        first -= 1
        token = tokens[first]
        if first == 0 or tokens[head].end - token.start > 30 or token.text in _NO_PILOT or token.kind in ("quantity", "punctuation"):
            return None
    if first > 1 and tokens[first - 2].kind != "punctuation" and tokens[first - 2].tag not in ("a", "d", "ad"):
        return None  # 以推进…试点: not what the clause is about
    while first < head and (tokens[first].kind == "District" or tokens[first].text in _FILLERS or _is_batch(tokens[first])):
        first += 1
    inner = tokens[first:head]
    return (
        first if len(inner) > 2 and not any(t.kind in ("District", "Park", "Company") for t in inner) and tokens[first].tag[0] not in "pcdu" else None
    )


def _prize(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    """获国家科技进步一等奖: a prize behind the verb that wins it, named by who gives it."""
    behind = tokens[head + 1] if head + 1 < len(tokens) else None
    if (
        tokens[head].text == "大奖"
        or behind is not None
        and (behind.kind == "quantity" or COUNTED.match(behind.text) or behind.text.startswith(("励", "项", "补", "金", "的", "得", "杯")))
    ):
        return
    for verb in range(head - 1, max(-1, head - 14), -1):
        token = tokens[verb]
        if token.text in _PRIZE_VERBS:
            break
        if token.text in MEMBER_ENDS or token.kind in ("quantity", "time") or token.text in ("的", "和", "及", "“", "《"):
            return
    else:
        return
    first = _behind_batch(tokens, verb + 1)
    while (
        first is not None
        and first < head
        and not (tokens[first].signs & NATIONAL or tokens[first].text in _LEVELS or tokens[first].text.endswith("奖"))
    ):
        first += 1
    if first is not None and first < head and SHORTEST <= tokens[head].end - tokens[first].start <= LONGEST:
        yield Candidate(tokens[first].start, tokens[head].end, "Programme", "programme.designation", True)
