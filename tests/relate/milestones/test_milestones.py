"""Milestones: which project, plant, park or company reached which stage, and when."""

import pytest

from kg.relate.milestones.verbs import StageVerbs

from ...recognize.defects import wrong

NEWS = {"issued": "2024-05-17"}
REPORT = {"title": "绵阳市2024年政府工作报告", "issued": "2024-02-01"}
PLAN = "二、2024年工作安排\n\n"  # over the paragraph of a report
PROJECT = "湛朗半导体项目"

TEXTS = [
    # a phase is of the project of its own paragraph
    ("湛朗半导体项目（一期）选址绵阳。\n\n长虹签下长虹新能源电池项目。长虹是绵阳的老企业，一期工程已于今年1月封顶。", NEWS, {
        ("长虹新能源电池项目", "Signed", None), ("长虹新能源电池项目一期", "Construction", "2024-01")}),
    # in a stage of work, by way of the money that is put into it, on the day of the news, at the place where the first goods come off
    ("上月，湛朗半导体项目进入试生产阶段。", NEWS, {(PROJECT, "Operational", "2024-04")}), ("湛朗半导体项目进入施工招标阶段。", NEWS, set()),
    ("湛朗半导体项目今年1月动工，目前正在进行桩基施工。", NEWS, {(PROJECT, "Groundbreaking", "2024-01"), (PROJECT, "Construction", None)}),
    ("绵阳高新区签约引进总投资20亿元、占地200亩的湛朗半导体项目。", NEWS, {(PROJECT, "Signed", None)}),
    ("绵阳高新区签约总投资20亿元的项目，湛朗半导体项目受到关注。", NEWS, set()),
    ("投资50亿元的湛朗半导体项目、投资20亿元的长虹新能源基地相继落地开工。", NEWS, {(PROJECT, "Groundbreaking", None), ("长虹新能源基地", "Groundbreaking", None)}),
    ("湛朗半导体项目、长虹新能源基地两个项目同日开工。", NEWS, {(PROJECT, "Groundbreaking", None), ("长虹新能源基地", "Groundbreaking", None)}),
    ("今天，湛朗半导体项目开工。", NEWS, {(PROJECT, "Groundbreaking", "2024-05-17")}), ("今天，湛朗半导体项目已是行业标杆。", NEWS, set()),
    ("首台机器人在湛朗半导体项目下线。", NEWS, {(PROJECT, "Operational", None)}),
    ("湛朗半导体项目去年动工，仅用8个月就建成投产。", NEWS, {(PROJECT, "Groundbreaking", "2023"), (PROJECT, "Operational", None)}),
    ("湛朗半导体项目建设如火如荼。", NEWS, {(PROJECT, "Construction", None)}), ("湛朗半导体项目因资金问题停工。", NEWS, {(PROJECT, "Suspended", None)}),
    ("在湛朗半导体项目，总投资20亿元的二期正在加紧施工。", NEWS, {("湛朗半导体项目二期", "Construction", None)}),
    ("图为湛朗半导体项目开工仪式。", NEWS, {(PROJECT, "Groundbreaking", None)}),
    # earlier than planned; the second of two ceremonies; how many projects of a park began, and some that stand still
    ("湛朗半导体项目比原计划提前两个月投产。", NEWS, {(PROJECT, "Operational", None)}),
    ("绵阳高新区举行湛朗半导体项目投产暨二期开工仪式。", NEWS, {(PROJECT, "Operational", None), (PROJECT + "二期", "Groundbreaking", None)}),
    ("绵阳电子信息产业园一季度开工项目18个。", NEWS, set()), ("化解湛朗半导体项目等停工项目21个。", NEWS, {(PROJECT, "Suspended", None)}),
    # in front of the verb, behind it, in a list
    ("湛朗半导体项目开工。", NEWS, {(PROJECT, "Groundbreaking", None)}),
    ("5月16日，湛朗半导体项目在绵阳高新区开工。", NEWS, {(PROJECT, "Groundbreaking", "2024-05-16")}),
    ("湛朗半导体项目于2023年10月9日正式竣工。", NEWS, {(PROJECT, "Completed", "2023-10-09")}),
    ("由长电科技投资建设的湛朗半导体项目开工。", NEWS, {(PROJECT, "Groundbreaking", None)}),
    ("长电科技在绵阳高新区投产。", NEWS, {("长电科技", "Operational", None)}),
    ("市领导出席湛朗半导体项目投产仪式。", NEWS, {(PROJECT, "Operational", None)}),
    ("渝昆高铁、平陆运河等重大工程开工建设，白鹤滩水电站全面投产。", REPORT, {
        ("渝昆高铁", "Groundbreaking", "2023"), ("平陆运河", "Groundbreaking", "2023"), ("白鹤滩水电站", "Operational", "2023")}),
    ("开工建设湛朗半导体项目、长虹新能源基地，建成投用绵阳科技馆。", REPORT, {
        (PROJECT, "Groundbreaking", "2023"), ("长虹新能源基地", "Groundbreaking", "2023"), ("绵阳科技馆", "Operational", "2023")}),
    # … also behind members that are no known names, a bracket, a footnote's mark
    ("开工建设白石岭生态修复、长虹新能源基地、湛朗半导体项目。", REPORT, {("长虹新能源基地", "Groundbreaking", "2023"), (PROJECT, "Groundbreaking", "2023")}),
    ("建成长虹新能源基地（安州段）、白石岭公园整治、湛朗半导体项目。", REPORT, {("长虹新能源基地", "Completed", "2023"), ("白石岭公园整治", "Completed", "2023"), (PROJECT, "Completed", "2023")}),
    ("开工建设湛朗半导体项目[4]、长虹新能源基地等工程。", REPORT, {("长虹新能源基地", "Groundbreaking", "2023"), (PROJECT, "Groundbreaking", "2023")}),
    ("湛朗半导体项目、安北高速白石支线、清水岛渡改桥工程动工建设。", REPORT, {
        (PROJECT, "Groundbreaking", "2023"), ("安北高速白石支线", "Groundbreaking", "2023"), ("清水岛渡改桥工程", "Groundbreaking", "2023")}),
    ("开工建设10个学校、推进湛朗半导体项目。", REPORT, {(PROJECT, "Construction", "2023")}),  # another predicate, a number
    ("推进湛朗半导体项目、白石机场扩容工程。", REPORT, {  # 扩容 ends a name
        (PROJECT, "Construction", "2023"), ("白石机场扩容工程", "Construction", "2023")}),
    ("此外，集中开工的白石第二工业园高温灭菌改造、湛朗半导体项目等项目，见证了转型。", NEWS, {(PROJECT, "Groundbreaking", None)}),
    ("在湛朗半导体项目施工现场，记者看到塔吊林立、机械轰鸣。", NEWS, {(PROJECT, "Construction", None)}),
    ("走进湛朗半导体项目，工人们正在浇筑混凝土。", NEWS, {(PROJECT, "Construction", None)}),
    ("走进湛朗半导体项目，生产车间内满负荷生产。", NEWS, set()),
    ("在湛朗半导体项目现场举行签约仪式，热火朝天。", NEWS, {(PROJECT, "Signed", None)}),
    ("湛朗半导体项目二期厂房主体竣工，正在安装门窗。", NEWS, {("湛朗半导体项目二期", "Construction", None)}),
    ("绵阳产业园招商工作进展顺利。", NEWS, set()),
    ("市领导一同为湛朗半导体项目培土奠基。", NEWS, {(PROJECT, "Groundbreaking", None)}),
    ("湛朗半导体项目施工队长李明说，大家都很拼。", NEWS, set()),  # a noun, not what they do
    # what a report pushes or devises is to be built or planned; what it is pushed to undergo, or is no list of works, is not
    ("加快推进湛朗半导体项目、长虹新能源基地等一批重大项目。", REPORT, {(PROJECT, "Construction", "2024"), ("长虹新能源基地", "Construction", "2024")}),
    (PLAN + "抓好湛朗半导体项目、绵阳电子信息产业园等12个项目。", REPORT, {(PROJECT, "Construction", "2024")}),
    ("加快推进湛朗半导体项目、长虹新能源基地等一批重大项目。", NEWS, set()),
    ("谋划实施湛朗半导体项目、长虹新能源基地等重大项目。", REPORT, {(PROJECT, "Planned", "2024"), ("长虹新能源基地", "Planned", "2024")}),
    ("加快启动湛朗半导体项目。", REPORT, {(PROJECT, "Groundbreaking", "2023")}), ("推进绵阳电子信息产业园。", REPORT, set()), ("推进湛朗半导体项目集中连片发展。", REPORT, set()),
    # … and what words behind a name say to go on is being built, or prepared
    ("湛朗半导体项目尽早开工，长虹新能源基地投入试运行。", NEWS, {(PROJECT, "Groundbreaking", None), ("长虹新能源基地", "Operational", None)}),
    ("湛朗半导体项目、长虹新能源基地等项目加快推进。", REPORT, {(PROJECT, "Construction", "2023"), ("长虹新能源基地", "Construction", "2023")}),
    ("绵阳电子信息产业园建设步伐明显加快，湛朗半导体项目按时间节点推进。", REPORT, {
        ("绵阳电子信息产业园", "Construction", "2023"), (PROJECT, "Construction", "2023")}),
    ("长虹新能源基地前期工作扎实推进。", REPORT, {("长虹新能源基地", "Planned", "2023")}), ("湛朗半导体项目有序推进。", NEWS, {(PROJECT, "Construction", None)}),
    ("绵阳科技创新先行区建设扎实推进。", REPORT, set()), ("湛朗半导体项目投资计划有序推进。", REPORT, set()), ("长电科技转型有序推进。", REPORT, set()),
    # … and a member that stands in marks, or begins with a place and was not read; a company among projects; where it was
    ("湛朗半导体项目、长虹新能源基地和“一河两园”等工程开工建设。", REPORT, {
        (PROJECT, "Groundbreaking", "2023"), ("长虹新能源基地", "Groundbreaking", "2023")}),
    ("推动九洲雷达项目投产和长虹新能源基地投用。", REPORT, {("九洲雷达项目", "Operational", "2023"), ("长虹新能源基地", "Operational", "2023")}),
    ("抓好长虹新能源基地、京东方显示等基地和湛朗半导体项目等项目建设。", REPORT, {
        ("长虹新能源基地", "Construction", "2024"), ("京东方显示", "Construction", "2024"), (PROJECT, "Construction", "2024")}),
    ("5月16日，湛朗半导体项目在绵阳经济技术开发区电子信息产业园投产。", NEWS, {(PROJECT, "Operational", "2024-05-16")}),
    ("地下空间及配套设施工程项目、湛朗半导体项目。", REPORT, set()),      # 设施工程 is no 施工
    # what a report strives for, starts, carries out or completes; what it builds in its plan
    (PLAN + "争取开工建设湛朗半导体项目、长虹新能源基地。", REPORT, {(PROJECT, "Groundbreaking", "2024"), ("长虹新能源基地", "Groundbreaking", "2024")}),
    ("启动湛朗半导体项目、长虹新能源基地等工程。", REPORT, {(PROJECT, "Groundbreaking", "2023"), ("长虹新能源基地", "Groundbreaking", "2023")}),
    ("启动长虹新能源基地前期工作。", REPORT, {("长虹新能源基地", "Planned", "2023")}),
    ("加快湛朗半导体项目建设和长虹新能源基地前期工作。", REPORT, set()),
    ("加快推进湛朗半导体项目、长虹新能源基地等项目前期工作。", REPORT, {(PROJECT, "Planned", "2023"), ("长虹新能源基地", "Planned", "2023")}),
    ("湛朗半导体项目启动前期工作。", REPORT, {(PROJECT, "Planned", "2023")}),
    ("做好绵阳高新区前期工作，推进湛朗半导体项目的招商和前期工作。", REPORT, set()),
    ("建成程湛美术馆，湛朗半导体项目施工。", REPORT, {("程湛美术馆", "Completed", "2023"), (PROJECT, "Construction", "2023")}),
    ("实施湛朗半导体项目、长虹新能源基地等项目建设。", REPORT, {(PROJECT, "Construction", "2023"), ("长虹新能源基地", "Construction", "2023")}),
    ("完成长虹新能源基地建设。", REPORT, {("长虹新能源基地", "Completed", "2023")}),
    ("完成长虹新能源基地主体建设。", REPORT, set()),
    ("完成湛朗半导体项目、长虹新能源基地等技改项目。", REPORT, {(PROJECT, "Completed", "2023"), ("长虹新能源基地", "Completed", "2023")}),
    ("完成白石大桥主体工程，完成湛朗半导体项目投资10亿元，完成长虹新能源基地征拆。", REPORT, set()),
    ("湛朗半导体项目、长虹新能源基地全面完成。", REPORT, {(PROJECT, "Completed", "2023"), ("长虹新能源基地", "Completed", "2023")}),
    # a name may begin like a noun that the verb has behind it (建成商…); members that were not read, of what is built; … and one more behind a comma
    ("建成商白铁路、长虹新能源基地。", REPORT, {("商白铁路", "Completed", "2023"), ("长虹新能源基地", "Completed", "2023")}),
    ("建成商业体系，运营商发展到10家。", REPORT, set()),
    ("湛朗半导体项目、奥林匹克公园投入使用，长虹新能源基地、绕城高速路通车。", REPORT, {
        (PROJECT, "Operational", "2023"), ("奥林匹克公园", "Operational", "2023"), ("长虹新能源基地", "Operational", "2023"), ("绕城高速路", "Operational", "2023")}),
    ("湛朗半导体项目、主题商街、文化产业园等重点项目加快推进。", REPORT, {(PROJECT, "Construction", "2023")}),
    ("湛朗半导体项目、白石小镇的企业加快推进。", REPORT, set()),
    ("开工建设湛朗半导体项目，以及长虹新能源基地。", REPORT, {(PROJECT, "Groundbreaking", "2023"), ("长虹新能源基地", "Groundbreaking", "2023")}),
    ("加快建设湛朗半导体项目等产业项目，以及长虹新能源基地等基础设施。", REPORT, {
        (PROJECT, "Construction", "2023"), ("长虹新能源基地", "Construction", "2023")}),
    ("实施湛朗半导体项目、长虹新能源基地等项目18个，湛朗大桥工程全面展开。", REPORT, {
        (PROJECT, "Construction", "2023"), ("长虹新能源基地", "Construction", "2023"), ("湛朗大桥工程", "Construction", "2023")}),
    ("湛朗半导体项目提前4个月完工，长虹新能源基地等工程建设取得突破。", REPORT, {
        (PROJECT, "Completed", "2023"), ("长虹新能源基地", "Construction", "2023")}),
    ("推动实施湛朗半导体项目、长虹新能源基地等项目。", REPORT, {(PROJECT, "Construction", "2023"), ("长虹新能源基地", "Construction", "2023")}),
    ("启动绵阳科技馆改扩建。", REPORT, {("绵阳科技馆改扩建", "Groundbreaking", "2023")}),
    ("平安绵阳高新区建设取得新进展。", REPORT, set()),
    ("湛朗半导体项目年度任务全面完成，绵阳高新区目标任务基本完成。", REPORT, set()),
    (PLAN + "建设湛朗半导体项目、长虹新能源基地。", REPORT, {(PROJECT, "Construction", "2024"), ("长虹新能源基地", "Construction", "2024")}),
    ("建设湛朗半导体项目、长虹新能源基地。", REPORT, set()),
    (PLAN + "建设湛朗国际消费枢纽。", REPORT, set()),                            # what it wants to become
    # its lines run
    ("湛朗半导体项目总投资12亿元，8条生产线全部投产。", NEWS, {(PROJECT, "Operational", None)}),
    ("湛朗半导体项目总投资12亿元，全市8条生产线投产。", NEWS, set()),
    # what a company built or a park was called; all projects of a place; a ministry that supports
    ("长电科技建成国内首个5G专网。", REPORT, set()),
    ("湛朗半导体项目投产。确保项目建设顺利推进。", REPORT, {(PROJECT, "Operational", "2023")}),
    # with how much care, and how far
    ("高标准建设绵阳科技城。", REPORT, {("绵阳科技城", "Construction", "2023")}),
    ("加快湛朗半导体、长虹新能源基地等项目进度。", REPORT, {("湛朗半导体", "Construction", "2023"), ("长虹新能源基地", "Construction", "2023")}),
    ("湛朗半导体项目稳步达产，长虹新能源基地部分投产。", REPORT, {(PROJECT, "FullCapacity", "2023"), ("长虹新能源基地", "Operational", "2023")}),
    ("湛朗半导体项目建成通水，长虹新能源基地完成建设。", REPORT, {(PROJECT, "Operational", "2023"), ("长虹新能源基地", "Completed", "2023")}),
    ("重点抓好正在建设的湛朗半导体项目、长虹新能源基地等项目进度。", REPORT, {
        (PROJECT, "Construction", "2023"), ("长虹新能源基地", "Construction", "2023")}),
    # several stages of one thing; a date leaves its year to the one before
    ("长电科技绵阳基地2021年7月签约，8月28日动工，次年投产。", NEWS, {
        ("长电科技绵阳基地", "Signed", "2021-07"), ("长电科技绵阳基地", "Groundbreaking", "2021-08-28"), ("长电科技绵阳基地", "Operational", "2022")}),
    ("湛朗半导体项目2023年3月备案，2023年10月竣工。", NEWS, {(PROJECT, "Approved", "2023-03"), (PROJECT, "Completed", "2023-10")}),
    # phases are things of their own
    ("长电科技绵阳基地一期已投产，二期正在建设。", NEWS, {("长电科技绵阳基地一期", "Operational", None), ("长电科技绵阳基地二期", "Construction", None)}),
    # companies and parks
    ("绵阳湛朗科技有限公司注册成立。", NEWS, {("绵阳湛朗科技有限公司", "Registered", None)}),
    ("湛朗动力项目开工，这家公司由长电科技、京东方共同注册成立。", NEWS, {("湛朗动力项目", "Groundbreaking", None)}),
    ("绵阳高新区正式揭牌。", NEWS, {("绵阳高新区", "Registered", None)}),
    ("长电科技成立于1972年。", NEWS, {("长电科技", "Registered", "1972")}),
    # an agreement is no stage of its partners
    ("绵阳高新区与长电科技签署投资协议。", NEWS, set()),
    ("长电科技落户绵阳高新区。", NEWS, set()),
    ("湛朗半导体项目总投资50亿元。", NEWS, set()),
    ("湛朗半导体项目未动工。", NEWS, set()),
    ("市民中心建成。", NEWS, set()),
]


@pytest.mark.parametrize("text, known, expected", TEXTS + [
    ("湛朗半导体项目一期投产、二期动工。", NEWS,
          {(PROJECT + "一期", "Operational", None), (PROJECT + "二期", "Groundbreaking", None)}),
    ("湛朗半导体项目2023年10月竣工，2024年初达产。", NEWS, {(PROJECT, "Completed", "2023-10"), (PROJECT, "FullCapacity", "2024")}),
    # a part of it that is topped out or fitted out, its first line or goods; of what an old company makes first, nothing
    ("湛朗半导体项目完成投资71亿元，站房主体结构已于3月28日封顶。", NEWS, {(PROJECT, "Construction", "2024-03-28")}),
    ("湛朗半导体项目2022年6月开工，目前主体已经封顶，设备陆续进场。", NEWS, {(PROJECT, "Groundbreaking", "2022-06"), (PROJECT, "Construction", None)}),
    ("湛朗半导体项目去年5月动工，5月10日首条生产线试产成功。", NEWS, {(PROJECT, "Groundbreaking", "2023-05"), (PROJECT, "Operational", "2023-05-10")}),
    ("湛朗半导体项目，3月首批产品下线。", NEWS, {(PROJECT, "Operational", "2024-03")}),
    ("湛朗半导体项目首台样机下线。长虹新能源电池首台整车下线。", NEWS, set()),
    ("湛朗半导体项目去年动工，园区去年底招商会场主体音乐会举行。", NEWS, {(PROJECT, "Groundbreaking", "2023")}),
    ("湛朗半导体基地内，四大车间已完成建设，生产设备正抓紧安装调试。", NEWS, {("湛朗半导体基地", "Construction", None)}),
    # a part that is finished; work of which so much is done; an approval and who gave it; a deadline within the month
    ("湛朗半导体项目3月签约、4月动工，目前主体厂房基本建成。", NEWS, {
        (PROJECT, "Signed", "2024-03"), (PROJECT, "Groundbreaking", "2024-04"), (PROJECT, "Construction", None)}),
    ("湛朗半导体项目完成总工程量的75%。", NEWS, {(PROJECT, "Construction", None)}),
    ("湛朗半导体项目总投资3亿元，已于3月获省发改委批复。", NEWS, {(PROJECT, "Approved", "2024-03")}),
    # another project whose name was not read is not the one in front
    ("湛朗半导体项目占地20亩；某某某总成项目完成主体封顶，4月进入设备安装。", NEWS, set()),
    # a park that is built, and a project that its company's name stands for
    ("白石智造产业园一片繁忙。该产业园由长虹投资2亿元建设，2021年3月开工。", NEWS, {("白石智造产业园", "Groundbreaking", "2021-03")}),
    ("钜联铜业年产20万吨铜杆项目签约。钜联铜业项目总投资16亿元，去年3月动工。", NEWS, {
        ("钜联铜业年产20万吨铜杆项目", "Signed", None), ("钜联铜业年产20万吨铜杆项目", "Groundbreaking", "2023-03")}),
    # a park with which the sentence began, not the project of the sentence before
    ("湛朗半导体项目去年动工。总投资5亿元的白石医疗产业园2月底竣工，3月18日投用。", NEWS, {
        (PROJECT, "Groundbreaking", "2023"), ("白石医疗产业园", "Completed", "2024-02"), ("白石医疗产业园", "Operational", "2024-03-18")}),
    # months told by the one of the text; how long something has been built; what is expected is still to come
    ("湛朗半导体项目已经完工，预计下月初投产。", NEWS, {(PROJECT, "Completed", None), (PROJECT, "Operational", "2024-06")}),
    ("湛朗半导体项目上个月投产。", NEWS, {(PROJECT, "Operational", "2024-04")}),
    ("湛朗半导体项目占地20亩。自去年10月开工以来，项目完成投资3.6亿元。", NEWS, {(PROJECT, "Groundbreaking", "2023-10")}),
    ("湛朗半导体项目2022年6月开工，预计7月投产。", NEWS, {(PROJECT, "Groundbreaking", "2022-06"), (PROJECT, "Operational", "2024-07")}),
    ("长电科技增资扩产。", NEWS, {("长电科技", "Expansion", None)}),
    ("绵阳高新区规划面积128平方公里。", NEWS, set()),
    ("湛朗半导体项目规划容量200万千瓦。", NEWS, set()),
    # the end of a year; what two of them did
    ("湛朗半导体项目预计今年底建成。", NEWS, {(PROJECT, "Completed", "2024-12")}),
    ("2017年12月，湛朗半导体项目、长虹新能源基地项目开工，两个项目均于2019年投产。", NEWS, {
        (PROJECT, "Groundbreaking", "2017-12"), ("长虹新能源基地项目", "Groundbreaking", "2017-12"),
        (PROJECT, "Operational", "2019"), ("长虹新能源基地项目", "Operational", "2019")}),
    ("去年，湛朗半导体项目实现“当年签约、当年开工”。", NEWS, {(PROJECT, "Signed", "2023"), (PROJECT, "Groundbreaking", "2023")}),
    ("湛朗半导体项目自今年3月举办开工仪式后，厂房已经成型。", NEWS, {(PROJECT, "Groundbreaking", "2024-03")}),
    ("湛朗半导体项目正式开工 预计明年四季度投产", NEWS, {(PROJECT, "Groundbreaking", None)}),
    ("上半年，固定资产投资增长15%；湛朗半导体项目全部开工。", NEWS, {(PROJECT, "Groundbreaking", "2024-01/2024-06")}),
    ("绵阳高新区支持长电科技在区内设立两个实验室。", NEWS, set()),
    ("绵阳高新区4个项目开工建设。", NEWS, set()),
    ("占地1500亩的湛朗半导体项目开工仪式举行。", NEWS, {(PROJECT, "Groundbreaking", None)}),
    ("5月8日，绵阳高新区2023年招商引资重点项目——湛朗半导体项目开工。", NEWS, {(PROJECT, "Groundbreaking", "2024-05-08")}),
    ("绵阳高新区成立于1992年。", NEWS, {("绵阳高新区", "Registered", "1992")}),
    ("湛朗半导体项目开工率、投产数增长。", NEWS, set()),
    # a list shares what frames it: under construction, begun, signed
    ("全面启动湛朗半导体项目建设。", REPORT, {(PROJECT, "Groundbreaking", "2023")}),
    ("签约长电科技、京东方等32个项目。", REPORT, {("长电科技", "Signed", "2023"), ("京东方", "Signed", "2023")}),
    # times and sizes between a name and its verb, or its list
    ("湛朗半导体项目去年4月投产，规划产能20GWh的二期开工。", NEWS, {(PROJECT, "Operational", "2023-04"), (PROJECT + "二期", "Groundbreaking", "2023-04")}),
    ("今年上半年，总投资50亿元的湛朗半导体项目与总投资20亿元的长虹新能源基地先后开工。", NEWS, {
        (PROJECT, "Groundbreaking", "2024-01/2024-06"), ("长虹新能源基地", "Groundbreaking", "2024-01/2024-06")}),
    # what was built is named behind 的
    ("湛朗半导体项目是长电科技建成的第二座工厂。", NEWS, set()),
    # lists with members whose names were not read, or that only begin with a name
    ("湛朗半导体项目、绵阳高新区研究院改造项目、国家级叶片检测基地、长虹新能源基地等相继启动建设。", NEWS, {
        (PROJECT, "Groundbreaking", None), ("绵阳高新区研究院改造项目", "Groundbreaking", None), ("长虹新能源基地", "Groundbreaking", None)}),
    ("长电科技与京东方的合作项目、湛朗半导体项目开工。", NEWS, {(PROJECT, "Groundbreaking", None)}),
    ("5月8日，湛朗半导体项目、长虹新能源基地2个关联产业项目当天开工。", NEWS, {
        (PROJECT, "Groundbreaking", "2024-05-08"), ("长虹新能源基地", "Groundbreaking", "2024-05-08")}),
    ("一同动工的还有湛朗半导体项目。", NEWS, {(PROJECT, "Groundbreaking", None)}),
    ("书记表示，将全力推进长电科技、京东方等2个新材料项目加快建设。", NEWS, set()),
    # how far the building has come
    ("湛朗半导体项目三期、四期现场施工正酣。", NEWS, {(PROJECT + "三期", "Construction", None), (PROJECT + "四期", "Construction", None)}),
    ("湛朗半导体项目的车间主体和办公楼主体均已封顶。", NEWS, {(PROJECT, "Construction", None)}),
    ("湛朗半导体项目开始设备安装，长虹新能源基地试生产。", NEWS, {(PROJECT, "Construction", None), ("长虹新能源基地", "Operational", None)}),
    ("湛朗半导体项目正在动工建设。", NEWS, {(PROJECT, "Construction", None)}),
    ("5月8日，湛朗半导体项目竣工，预计明年产值达10亿元。", NEWS, {(PROJECT, "Completed", "2024-05-08")}),
    # how many others it begins is no stage of a port
    ("绵阳港今年新开工15个重大项目。", NEWS, set()),
    ("公司扩建的三期厂房将在8月投产。", {"title": "长虹控股产值增长", **NEWS}, set()),
    # lists of works, whatever their members are called; what is got ready; the first unit of a power station
    (PLAN + "深化湛朗半导体项目、绵遂铁路等项目前期。", REPORT, {(PROJECT, "Planned", "2024"), ("绵遂铁路", "Planned", "2024")}),
    ("湛朗半导体项目、长虹新能源基地等28个项目建设完成。", NEWS, {(PROJECT, "Completed", None), ("长虹新能源基地", "Completed", None)}),
    ("白鹤滩水电站首批机组投产发电。", NEWS, {("白鹤滩水电站", "Operational", None)}),
    (PLAN + "集中力量推进湛朗半导体项目、长虹新能源基地等重大产业项目。", REPORT, {
        (PROJECT, "Construction", "2024"), ("长虹新能源基地", "Construction", "2024")}),
    (PLAN + "加快绵阳机场三期前期工作和湛朗半导体项目建设。", REPORT, {("绵阳机场三期", "Planned", "2024"), (PROJECT, "Construction", "2024")}),
    # the last members of a list may be no known names, whatever is built
    ("绵阳湛朗博物馆、职工纪念馆等文化设施建成开放。", REPORT, {("绵阳湛朗博物馆", "Operational", "2023")}),
    ("绵阳湛朗博物馆和主题酒店正式投用。", REPORT, {("绵阳湛朗博物馆", "Operational", "2023")}),
    ("绵阳湛朗博物馆、安昌路等24个过街设施投用。", REPORT, set()),
    wrong("what a company stopped is not the company", "长电科技终止落户绵阳高新区。", NEWS, set()),
])
def test_the_milestones_of_a_text(said, text, known, expected):
    assert {(owner, stage, date) for owner, stage, date, _ in said(text, **known).milestones} == expected


def test_a_deadline_within_the_month_is_still_to_come(said):
    assert said("湛朗半导体项目5月底前建成通车。", **NEWS).milestones == {(PROJECT, "Operational", "2024-05", "Target")}


@pytest.mark.parametrize("text, truth", [
    ("湛朗半导体项目已建成。", "Actual"), ("湛朗半导体项目将于2025年建成。", "Planned"), ("力争湛朗半导体项目年内建成。", "Target"), ("确保湛朗半导体项目建成。", "Target"),
    ("湛朗半导体项目建成后，年产值50亿元。", "Planned"), ("湛朗半导体项目投产后将带动就业。", "Planned"),
    ("湛朗半导体项目投产达效后，年可实现销售收入60亿元。", "Planned"), ("湛朗半导体项目竣工后，市领导到现场调研。", "Actual"),
    ("湛朗半导体项目的建成投产，将新增产能10GWh。", "Planned"), ("湛朗半导体项目较原计划提前投产。", "Actual"),
    ("推动湛朗半导体项目投产。", "Target"), ("加快湛朗半导体项目投产。", "Target")])
def test_the_truth_of_a_stage(said, text, truth):
    assert {found for owner, *_, found in said(text, **NEWS).milestones if owner == PROJECT} == {truth}


def test_a_list_of_different_stages(said):
    text = "推动湛朗半导体项目投产、长虹新能源基地动工。"
    found = {(owner, stage) for owner, stage, *_ in said(text, **REPORT).milestones}
    assert found == {(PROJECT, "Operational"), ("长虹新能源基地", "Groundbreaking")}


def test_a_member_that_is_no_known_name_does_not_end_a_list(said):
    text = "加快湛朗半导体项目、云谷、长虹新能源基地等重大项目建设进度。"
    assert {(PROJECT, "Construction"), ("长虹新能源基地", "Construction")} <= {found[:2] for found in said(text, **REPORT).milestones}


def test_what_is_dated_after_the_document_is_no_fact(said):
    assert {truth for *_, truth in said("湛朗半导体项目2027年投产。", **NEWS).milestones} == {"Target"}


def test_news_goes_on_about_its_project(said):
    text = "# 湛朗半导体项目开工\n\n5月17日，湛朗半导体项目开工。项目2023年12月签约，预计2026年投产。\n"
    found = said(text, "news.md", **NEWS).milestones
    assert {(PROJECT, "Groundbreaking", "2024-05-17", "Actual"), (PROJECT, "Signed", "2023-12", "Actual"),
            (PROJECT, "Operational", "2026", "Forecast")} <= found


def test_a_headline_without_a_date_and_a_text_with_one_are_one_milestone(said):
    text = "# 湛朗半导体项目开工\n\n5月17日，湛朗半导体项目开工。\n"
    milestone, = said(text, "news.md", **NEWS).reading.milestones
    assert (milestone.date, len(milestone.evidence)) == ("2024-05-17", 2)


# --- the verbs are the ontology's


@pytest.fixture(scope="module")
def verbs(schema):
    return StageVerbs(schema)


def test_every_word_of_a_stage_is_found_and_leads_to_it(verbs, schema):
    for stage in schema.stages.values():
        assert stage.triggers
        for word in stage.triggers:
            assert verbs.pattern.fullmatch(word) and verbs.by_word[word] == stage.id


@pytest.mark.parametrize("text, word, stage", [
    ("建成投产", "建成投产", "Operational"), ("开工建设", "开工建设", "Groundbreaking"), ("投产达产", "投产达产", "FullCapacity"), ("竣工验收", "竣工验收", "Completed")])
def test_the_longest_word_decides(verbs, text, word, stage):
    found = verbs.pattern.search(text)
    assert (found.group(), verbs.by_word[found.group()]) == (word, stage)


@pytest.mark.parametrize("verb", ["奠基", "动工", "开工建设", "封顶", "竣工", "建成投产", "投产", "投用", "达产", "满产", "揭牌", "注册成立", "备案", "核准"])
def test_every_verb_of_a_stage_tells_of_a_project(said, verbs, verb):
    found = {(owner, stage) for owner, stage, *_ in said(f"5月16日，湛朗半导体项目{verb}。", **NEWS).milestones}
    assert found == {(PROJECT, verbs.by_word[verb])}


@pytest.mark.parametrize("text, expected", [
    # who signs is no project; what they will build is
    ("5月16日，长电科技与绵阳市签约，投资12亿元建设湛朗半导体项目。", {(PROJECT, "Signed", "2024-05-16")}),
    ("长电科技与绵阳市政府正式签约。", set()), ("绵阳高新区已签约落户企业46家。", set()),
    # a project that an earlier clause spoke of
    ("湛朗半导体项目正加快建设，预计年内投产。", {(PROJECT, "Construction", None), (PROJECT, "Operational", "2024")}),
    ("湛朗半导体项目选址绵阳高新区，目前正在加快建设。", {(PROJECT, "Construction", None)}),
    # the end of a year is its last month, what is before it is not
    ("湛朗半导体项目2022年底动工。", {(PROJECT, "Groundbreaking", "2022-12")}),
    ("湛朗半导体项目2022年底前动工。", {(PROJECT, "Groundbreaking", "2022")}),
    # what is still to be had
    ("湛朗半导体项目尚需取得能评、环评等批复。", set()),
    ("湛朗半导体项目首批产品下线，标志着该项目正式投产。", {(PROJECT, "Operational", None)}),
    ("湛朗半导体项目一期投产。二期计划明年投产。", {(PROJECT + "一期", "Operational", None), (PROJECT + "二期", "Operational", "2025")}),
    ("湛朗半导体项目分两期建设，一期投资5亿元，去年4月动工。", {(PROJECT + "一期", "Groundbreaking", "2023-04")}),
    ("湛朗半导体产业园由湛朗科技有限公司建设，一期占地80亩，去年4月动工。", {("湛朗半导体产业园一期", "Groundbreaking", "2023-04")}),
    ("湛朗半导体项目占地80亩。目前，一期28纳米晶圆加工项目竣工。", {("28纳米晶圆加工项目", "Completed", None)}),
    # papers that are signed, lists and predicates that a clause goes on with
    ("5月16日，湛朗半导体项目投资协议正式签订。", {(PROJECT, "Signed", "2024-05-16")}),
    ("湛朗半导体项目、长虹新能源基地等，预计下半年开工。", {
        (PROJECT, "Groundbreaking", "2024-07/2024-12"), ("长虹新能源基地", "Groundbreaking", "2024-07/2024-12")}),
    ("湛朗半导体项目、长虹新能源基地等，力争签约项目尽早落地。", set()),
    ("总投资2亿元的长电科技落户绵阳高新区并即将开工建设，项目预计2025年9月投产。", {
        ("长电科技", "Groundbreaking", None), ("长电科技", "Operational", "2025-09")}),
    ("湛朗半导体项目预计年底建成并投产。", {(PROJECT, "Operational", "2024-12")}),
    # the day on which a paper learned of it is not that of the deed
    ("5月16日，记者从绵阳市发改委获悉，湛朗半导体项目开工。", {(PROJECT, "Groundbreaking", None)})])
def test_the_stages_of_news(said, text, expected):
    assert {m[:3] for m in said(text, **NEWS).milestones} == expected


def test_what_is_signed_in_the_paragraphs_behind_an_event_is_signed_on_its_day(said):
    text = "5月16日，在绵阳市集中开工和签约活动高新区分会场，绵阳高新区签约7个项目。\n\n长电科技与绵阳高新区签署湛朗半导体项目投资合作协议，总投资45亿元。\n"
    assert (PROJECT, "Signed", "2024-05-16", "Actual") in said(text, "news.md", **NEWS).milestones


def test_projects_that_are_listed_by_kind_have_the_stage_of_all(said):
    text = ("5月16日，绵阳市举行集中开工仪式。\n\n本次集中开工的5个项目中，有2个产业项目，包括湛朗半导体项目、长虹新能源基地等，总投资45亿元。有1个基础设施项目，分别是绵阳市东部水厂工程；"
            "2个民生项目，分别为绵阳市龙门市场工程、绵阳市翁田小学综合楼工程。\n")
    found = {owner for owner, stage, date, _ in said(text, "news.md", **NEWS).milestones if (stage, date) == ("Groundbreaking", "2024-05-16")}
    assert found == {PROJECT, "长虹新能源基地", "绵阳市东部水厂工程", "绵阳市龙门市场工程", "绵阳市翁田小学综合楼工程"}


def test_a_plant_that_is_only_pointed_at_has_the_stage_of_its_description(said):
    read = said("# 湛朗半导体基地见闻\n\n湛朗半导体基地灯火通明。这座今年2月投用的基地，设计年产能7万片。\n", "news.md", **NEWS)
    assert ("湛朗半导体基地", "Operational", "2024-02", "Actual") in read.milestones


@pytest.mark.parametrize("text, stages", [
    ("去年开工的湛朗半导体项目进展顺利。", {("湛朗半导体项目", "Groundbreaking")}),
    ("走进湛朗半导体项目。自去年8月开工以来，项目建设全速推进。", {("湛朗半导体项目", "Groundbreaking")}),
    ("湛朗半导体项目是我国首个开工建设的湛朗基地。", set())])
def test_what_is_said_to_have_begun_before(said, text, stages):
    found = said(text, "news.md", issued="2024-05-17").milestones
    assert {(owner, stage) for owner, stage, _, truth in found if truth == "Actual" and stage != "Construction"} == stages
