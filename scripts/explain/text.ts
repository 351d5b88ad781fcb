// What `coop explain` says, in both languages.

const en = {
  help: `Takes the shares of a member in a project apart, down to the evidence, with every sum. Sends nothing.

Usage: npm run -s coop -- explain MEMBER PROJECT [options]

MEMBER              a member's number; 0 is the reserve of the project
PROJECT             a project's number; 0 is the cooperative itself
--epoch E           one epoch alone
--evidence FOLDER   manifests (.json) to be compared with the digests on chain
--fetch             also ask the hosts that batches name for their published data; else only the data folder is looked into
--json              prints one JSON object; amounts are strings, in millionths
--data DIR, --deployment FILE, --rpc URL, --lang zh|en   as for verify

shares ← lots ← credit ← records ← attestations ← evidence. A number that does not add up is not shown as explained.
Exits: 0 every number adds up; 1 chain or machine failed; 2 what was given cannot be used; 4 a number does not add up`,
  usage: "A member and a project are needed: npm run -s coop -- explain 1 1. Nothing was sent.",
  noMember: (typed: string, most: number) => `There is no member ${typed}; the numbers go from 1 to ${most}. Nothing was sent.`,
  noProject: (typed: string, known: string) => `There is no project ${typed}; there are ${known}. Nothing was sent.`,
  badEpoch: (typed: string) => `--epoch ${typed}: an epoch is a whole number from 0. Nothing was sent.`,
  noEpoch: (who: string, epoch: number, known: string) => `${who} has nothing in epoch ${epoch}${known === "" ? ", and in no other" : `; there is something in ${known}`}. Nothing was sent.`,
  noFolder: "this folder cannot be read. Nothing was sent.",
  fault: (what: string) => `This number cannot be taken apart: ${what}. Either this client or the node is wrong; ask another node with --rpc. Nothing was sent.`,
  reserve: "The reserve",
  head: (who: string, project: string, shares: string) => `${who} in ${project}: ${shares} shares`,
  sum: (parts: string, shares: string) => `${parts} = ${shares}`,
  nothing: "no shares, and nothing that counts yet",
  coming: (drawable: string, open: string) => `ready to draw ${drawable}; of epochs that are not final ${open}, if nothing changed`,
  states: { drawn: "drawn", drawable: "ready to draw", open: "not final" },
  epoch: (epoch: number, state: string, shares: string) => `Epoch ${epoch}, ${state}: ${shares} shares`,
  finalAt: (moment: string) => `final ${moment}`,
  direct: (credit: string, issued: string, total: string, shares: string) => `${credit} × ${issued} ÷ ${total} = ${shares}   (credit × issued ÷ credit of all)`,
  rest: (rest: string, total: string) => `cut: ${rest} of ${total} millionths`,
  issued: (budget: string, total: string, issued: string) => `issued: the lesser of budget ${budget} and credit ${total} = ${issued}`,
  everyone: (direct: string, members: number, part: string, histories: number, all: string, total: string) =>
    `credit of all: ${direct} of ${members} ${members === 1 ? "member" : "members"} + ${part} of ${histories} imported ${histories === 1 ? "history" : "histories"} (${all}, at most half the budget) = ${total}`,
  earned: (parts: string, earned: string) => `records: ${parts} = ${earned}`,
  stopped: (earned: string, stop: string, credit: string, over: string) => `counts: the lesser of ${earned} and the stop ${stop} = ${credit}; ${over} beyond it count nothing`,
  counts: (earned: string, stop: string) => `counts: all of ${earned}; the stop is ${stop}`,
  record: (what: string, part: string, id: string) => `${what}: ${part}   ${id}`,
  first: (named: string, rate: string, value: string) => `${named} × ${rate} = ${value}   (the lower median named × rate)`,
  round: (first: string, tenths: number, value: string, answers: string) => `second round: ${first} × ${tenths} ÷ 10 = ${value}   (answers in tenths: ${answers})`,
  roundOpen: (given: number, quorum: number, moment: string) => `second round open until ${moment}: ${given} answers; ${quorum} make the median count`,
  split: (value: string, parts: number, whole: number, part: string) => `${value} × ${parts} ÷ ${whole} = ${part}   (rounded down; the last named takes the rest)`,
  changeable: { window: (moment: string) => `may be challenged until ${moment}`, round: (moment: string) => `in its second round until ${moment}`, standing: (moment: string) => `decided, final ${moment}` },
  answer: (who: string, quantity: string, value: string) => `${who} saw ${quantity} = ${value}`,
  middle: ", the middle",
  evidence: (digest: string, verdict: string) => `evidence ${digest}: ${verdict}`,
  verdicts: { matches: (files: number) => `the manifest at hand matches, ${files} ${files === 1 ? "file" : "files"}`, opaque: "the bytes at hand match, but are no manifest", differs: "the manifest at hand is another", undecided: "what is at hand is no manifest", away: "no manifest at hand" },
  leaf: (identity: string, shares: string, batch: string) => `leaf ${identity} of an imported history: ${shares} shares   ${batch}`,
  ofReserve: (shares: string) => `${shares} beyond the stop, for the reserve`,
  leafCounts: (value: string, credit: string, part: string, sum: string, all: string, counts: string) => `${value} × ${credit} × ${part} ÷ (${sum} × ${all}) = ${counts}   (value × credit × what histories count for ÷ (sum × all histories))`,
  leafStop: (counts: string, stop: string, kept: string) => `the lesser of ${counts} and the stop ${stop} = ${kept}`,
  leafShares: (counts: string, issued: string, total: string, shares: string) => `${counts} × ${issued} ÷ ${total} = ${shares}   (cut once, at the end)`,
  leafUnread: "its published data is not at hand (see --fetch), so that its value cannot be taken apart here",
  leafRecords: (count: number, value: string) => `${count} ${count === 1 ? "record" : "records"} = ${value}`,
  votes: (yes: number, needed: number) => `${yes} of ${needed} attesters said yes`,
  pending: "Not sealed yet",
  pendingRecord: (what: string, part: string, id: string) => `${what}: ${part}, if it is sealed as recorded   ${id}`,
  missing: (given: number, needed: number, moment: string) => `${given} of ${needed} answers; lapses ${moment}`,
  nobodyAttests: (moment: string) => `nobody but its contributors attests there in this epoch; lapses ${moment}`,
  unconfirmed: (other: string, moment: string) => `waits for ${other} to confirm it; lapses ${moment}`,
  void: "its project is closed: it is void",
  leavesWaiting: "Leaves not drawn yet",
  leafState: (state: string, moment: string) => `${state}; can be drawn from ${moment}`,
  unread: (count: number) => `${count} imported ${count === 1 ? "history" : "histories"} may hold a leaf of this member, and the data is not at hand`,
};

export type ExplainWords = typeof en;

const zh: ExplainWords = {
  help: `把一位成员在一个项目里的份额一层层拆开，直到凭证，每个算式都写出来。什么都不发送。

用法：npm run -s coop -- explain 成员 项目 [选项]

成员                成员的号码；0是项目的预留
项目                项目的号码；0是合作社自己
--epoch 期          只看这一期
--evidence 文件夹   里面的清单（.json）与链上的摘要核对
--fetch             也向批次写明的主机取公布的数据；不写就只看数据文件夹
--json              输出一个JSON对象；数额是字符串，以百万分之一为单位
--data 文件夹、--deployment 文件、--rpc 地址、--lang zh|en   与verify相同

份额 ← 各期 ← 点数 ← 记录 ← 见证 ← 凭证。对不上的数，不会当作已解释的给您看。
退出码：0 每个数都对得上；1 链或本机出错；2 所给的内容无法使用；4 有一个数对不上`,
  usage: "请写明成员和项目：npm run -s coop -- explain 1 1。什么都没有发送。",
  noMember: (typed, most) => `没有${typed}号成员；号码从1到${most}。什么都没有发送。`,
  noProject: (typed, known) => `没有${typed}号项目；现有${known}。什么都没有发送。`,
  badEpoch: (typed) => `--epoch ${typed}：期数是从0起的整数。什么都没有发送。`,
  noEpoch: (who, epoch, known) => `${who}在第${epoch}期什么都没有${known === "" ? "，别的期也没有" : `；有的是第${known}期`}。什么都没有发送。`,
  noFolder: "这个文件夹读不出来。什么都没有发送。",
  fault: (what) => `这个数拆不开：${what}。不是本程序错，就是节点错；请用--rpc换一个节点再问。什么都没有发送。`,
  reserve: "预留",
  head: (who, project, shares) => `${who}在${project}：${shares}份`,
  sum: (parts, shares) => `${parts} = ${shares}`,
  nothing: "没有份额，也还没有计入的贡献",
  coming: (drawable, open) => `可以领取${drawable}；未定局的各期照现在的账会有${open}`,
  states: { drawn: "已领取", drawable: "可以领取", open: "未定局" },
  epoch: (epoch, state, shares) => `第${epoch}期，${state}：${shares}份`,
  finalAt: (moment) => `${moment}定局`,
  direct: (credit, issued, total, shares) => `${credit} × ${issued} ÷ ${total} = ${shares}   （计入的点数 × 本期发的份额 ÷ 全体的点数）`,
  rest: (rest, total) => `舍去：以${total}为分母的${rest}，单位为百万分之一份`,
  issued: (budget, total, issued) => `本期发的份额：预算${budget}与点数${total}中较小的 = ${issued}`,
  everyone: (direct, members, part, histories, all, total) => `全体的点数：${members}位成员${direct} + ${histories}段导入的历史${part}（共${all}，最多按预算的一半计） = ${total}`,
  earned: (parts, earned) => `各条记录：${parts} = ${earned}`,
  stopped: (earned, stop, credit, over) => `计入：${earned}与上限${stop}中较小的 = ${credit}；超出的${over}不计`,
  counts: (earned, stop) => `计入：全部${earned}；上限是${stop}`,
  record: (what, part, id) => `${what}：${part}   ${id}`,
  first: (named, rate, value) => `${named} × ${rate} = ${value}   （见证的下中位数 × 价值率）`,
  round: (first, tenths, value, answers) => `第二轮：${first} × ${tenths} ÷ 10 = ${value}   （各人答的成数：${answers}）`,
  roundOpen: (given, quorum, moment) => `第二轮开到${moment}：已有${given}人作答，满${quorum}人起按中位数计`,
  split: (value, parts, whole, part) => `${value} × ${parts} ÷ ${whole} = ${part}   （向下取整；最后一位取余下的）`,
  changeable: { window: (moment) => `${moment}前可以质疑`, round: (moment) => `第二轮开到${moment}`, standing: (moment) => `已经定下，${moment}定局` },
  answer: (who, quantity, value) => `${who}见证${quantity} = ${value}`,
  middle: "，中位",
  evidence: (digest, verdict) => `凭证${digest}：${verdict}`,
  verdicts: { matches: (files) => `手头的清单相符，${files}个文件`, opaque: "手头的字节相符，但不是清单", differs: "手头的清单是另一份", undecided: "手头的不是清单", away: "手头没有清单" },
  leaf: (identity, shares, batch) => `导入历史的叶${identity}：${shares}份   ${batch}`,
  ofReserve: (shares) => `超出上限的${shares}份归预留`,
  leafCounts: (value, credit, part, sum, all, counts) => `${value} × ${credit} × ${part} ÷ (${sum} × ${all}) = ${counts}   （价值 × 计入的点数 × 各段历史合计按多少计 ÷ (总价值 × 各段历史的点数)）`,
  leafStop: (counts, stop, kept) => `${counts}与上限${stop}中较小的 = ${kept}`,
  leafShares: (counts, issued, total, shares) => `${counts} × ${issued} ÷ ${total} = ${shares}   （只在最后舍一次）`,
  leafUnread: "公布的数据不在手头（见--fetch），这里拆不开它的价值",
  leafRecords: (count, value) => `${count}条记录 = ${value}`,
  votes: (yes, needed) => `${needed}位见证人中${yes}位认可`,
  pending: "还没有定值",
  pendingRecord: (what, part, id) => `${what}：照所记定值则有${part}   ${id}`,
  missing: (given, needed, moment) => `要${needed}人见证，已有${given}人；${moment}过期`,
  nobodyAttests: (moment) => `本期除了贡献人没有见证人；${moment}过期`,
  unconfirmed: (other, moment) => `等${other}确认，${moment}过期`,
  void: "项目已经关闭，作废",
  leavesWaiting: "还没有领取的叶",
  leafState: (state, moment) => `${state}；${moment}起可以领取`,
  unread: (count) => `有${count}段导入的历史可能有这位成员的叶，数据不在手头`,
};

export const explainWords: Record<"zh" | "en", ExplainWords> = { en, zh };
