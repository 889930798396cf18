"""What names look like: the forms that a vote can be about, and the ends that speak for themselves."""

from __future__ import annotations

import re

MARKS = "·•・‧"
"""What stands between the parts of a foreign name or of a minority's."""

PERSON = re.compile(rf"[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]+(?:[{MARKS}][\u4e00-\u9fff]+)+")
"""Whole strings that can be a person's name; longer ones without a mark are mostly a name and its neighbours."""

DOTTED = re.compile(rf"[\u4e00-\u9fff]{{1,10}}(?:[{MARKS}][\u4e00-\u9fff]{{1,8}})+")
"""A stretch in which a name with marks may lie, longer than the name itself."""

CHINESE = re.compile(rf"[\u4e00-\u9fff{MARKS}]+")

BUILDING = re.compile(r"大楼|大厦|广场|花园|公馆|小区|公寓|商场|酒店|影城|城(?!市)")
"""What makes a string with a mark in it a building where it stands behind."""

ORG_END = re.compile(
    r"(?:局|厅|院|部|署|处|队|馆|科|团|厂|网|报|党组|支部|总支|政府|人大|政协|办公室|委员会|常委会|妇联|残联|"
    r"文联|侨联|工会|协会|学会|商会|总会|分会|联合会|基金会|研究会|理事会|联盟|公司|集团|企业|银行|合作社|事务所|"
    r"交易所|研究所|司法所|派出所|诊所|大学|中学|小学|学校|幼儿园|中心|工作站|服务站|联络站|检验站|总站|驿站|"
    r"实践所|实践站|电视台|电台|总台|出版社|通讯社|新华社|美联社|法新社|路透社|财联社|"
    r"(?<!常)委|(?<![协合通主承举创])办)$"
)
"""Ends of bodies; 市委 and 外办 are some, 常委 and 协办 are none."""

LOC_END = re.compile(
    r"(?:省|市|区|县|州|盟|旗|镇|乡|村|街|路|巷|湖|河|江|海|洋|山|岛|湾|港|站|园|洲|国|桥|街道|大道|国道|"
    r"省道|社区|水库|铁路|机场|家园)$"
)
"""Ends of places."""
