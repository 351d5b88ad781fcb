import type { Both } from "../../shared/language/words.ts";

/** A word of the product and its one-line meaning. */
export interface GlossaryEntry {
  /** How it is linked to: #/help?word=seal */
  readonly key: string;
  readonly word: Both;
  readonly meaning: Both;
}

/** The words of the product, in the order in which a newcomer meets them. docs/glossary.md says the same; a spec compares the two. */
export const glossary: readonly GlossaryEntry[] = [
  { key: "member", word: { zh: "成员", en: "member" }, meaning: { zh: "合作社的一个人，编号终身不变", en: "a person of the cooperative, known by a number that never changes" } },
  { key: "key", word: { zh: "钥匙", en: "key" }, meaning: { zh: "当下代表成员的钱包地址；可以更换，成员不变", en: "the wallet address that speaks for a member now; it can be replaced, the member stays" } },
  { key: "seated", word: { zh: "在席", en: "seated" }, meaning: { zh: "可以见证、评议、表决并计入人数的成员", en: "a member who attests, reviews, votes and counts" } },
  { key: "founder", word: { zh: "发起人", en: "founder" }, meaning: { zh: "在成立文书上签名的人，至少三位", en: "one of three or more who signed the founding" } },
  { key: "project", word: { zh: "项目", en: "project" }, meaning: { zh: "成员一起做的事；0号是合作社本身", en: "what members work on together; number 0 is the cooperative itself" } },
  { key: "project-statement", word: { zh: "项目说", en: "project statement" }, meaning: { zh: "说明一个项目是什么、与邻近项目有何不同的文书", en: "the document that says what a project is and how it differs from its neighbours" } },
  { key: "charter", word: { zh: "章程", en: "charter" }, meaning: { zh: "项目对自己的约束，以数字写明", en: "what a project binds itself to, by number" } },
  { key: "rate-card", word: { zh: "价值率表", en: "rate card" }, meaning: { zh: "每类贡献每单位的价值", en: "value per unit of each kind of contribution" } },
  { key: "budget", word: { zh: "预算", en: "budget" }, meaning: { zh: "项目一期最多能发出的价值", en: "how much value a project can issue in an epoch" } },
  { key: "steward", word: { zh: "干事", en: "steward" }, meaning: { zh: "照看项目的人，一至七位", en: "one of one to seven who look after a project" } },
  { key: "epoch", word: { zh: "期", en: "epoch" }, meaning: { zh: "28天；价值上的一切只随期而变", en: "28 days; everything about value changes only with it" } },
  { key: "final", word: { zh: "定局", en: "final" }, meaning: { zh: "下一期结束后，本期定局，不再变化", en: "an epoch is final when the one after it has ended; nothing can change it any more" } },
  { key: "contribution", word: { zh: "贡献", en: "contribution" }, meaning: { zh: "做过的事：劳动、体验、分享、学习", en: "something done: work, experience, sharing or learning" } },
  { key: "record", word: { zh: "记录", en: "record" }, meaning: { zh: "写下来的一笔贡献，等待见证或已定值", en: "a contribution written down, waiting for attesters or sealed by them" } },
  { key: "evidence", word: { zh: "凭证", en: "evidence" }, meaning: { zh: "证明做过的材料；链上只有摘要，原件在主人手里", en: "what shows that it was done; the chain holds its digest, its owner the files" } },
  { key: "salt", word: { zh: "盐", en: "salt" }, meaning: { zh: "凭证里的随机数，使人无法从摘要猜出原件", en: "a random number in the evidence, so that nobody can guess the file from its digest" } },
  { key: "attest", word: { zh: "见证", en: "attest" }, meaning: { zh: "说出这笔记录自己看到了多少", en: "to say how much of a record one saw" } },
  { key: "enrol", word: { zh: "登记见证", en: "enrol" }, meaning: { zh: "成为一个项目的见证人；最多三个项目", en: "to be an attester of a project; three projects at most" } },
  { key: "attester's-budget", word: { zh: "见证额度", en: "attester's budget" }, meaning: { zh: "一位见证人一期能见证多少；它限制熟人互证", en: "how much one attester can attest in an epoch; it bounds what friends can do for each other" } },
  { key: "seal", word: { zh: "定值", en: "seal" }, meaning: { zh: "最后一个答复定下价值，取各答复的中位（偏低）", en: "the last needed answer fixes a record's value, as the lower middle of all answers" } },
  { key: "window", word: { zh: "质疑期", en: "window" }, meaning: { zh: "定值后七天，任何在席成员都可质疑", en: "seven days after sealing, in which any seated member may challenge" } },
  { key: "challenge", word: { zh: "质疑", en: "challenge" }, meaning: { zh: "开启第二轮；本身不改变什么", en: "opens a second round; changes nothing by itself" } },
  { key: "second-round", word: { zh: "第二轮", en: "second round" }, meaning: { zh: "21天，尚未答复的见证人说还有几成成立", en: "21 days in which attesters who have not answered yet say how many tenths hold" } },
  { key: "credit", word: { zh: "价值分", en: "credit" }, meaning: { zh: "已定值的工作在本期算多少", en: "what sealed work counts for in its epoch" } },
  { key: "stop", word: { zh: "上限", en: "stop" }, meaning: { zh: "一人一期最多计入预算的15%", en: "what one member can count for: 15 % of a project's budget an epoch" } },
  { key: "value-share", word: { zh: "价值份额", en: "value share" }, meaning: { zh: "期定局后由价值分变成；不可转让", en: "what credit becomes when the epoch is final; nothing transfers it" } },
  { key: "lot", word: { zh: "批", en: "lot" }, meaning: { zh: "一人一项目一期的份额，或一片叶的份额", en: "the shares of one member, project and epoch, or of one leaf" } },
  { key: "draw", word: { zh: "领取", en: "draw" }, meaning: { zh: "把一批记到主人名下；谁都可以，何时都一样", en: "to write a lot to its owner; anyone may, for anyone, whenever, with the same result" } },
  { key: "batch", word: { zh: "批次", en: "batch" }, meaning: { zh: "一整段历史合成一个根，由干事提交，同样要见证", en: "a whole history as one root, posted by a steward and attested like a record" } },
  { key: "leaf", word: { zh: "叶", en: "leaf" }, meaning: { zh: "批次里一个人的部分", en: "one person's part of a batch" } },
  { key: "identity", word: { zh: "身份", en: "identity" }, meaning: { zh: "导入历史中人名的哈希", en: "the hash of a person's name in an imported history" } },
  { key: "binding", word: { zh: "认领", en: "binding" }, meaning: { zh: "经见证的声明：这个身份就是这位成员", en: "the attested statement that an identity is a member" } },
  { key: "reserve", word: { zh: "公积", en: "reserve" }, meaning: { zh: "项目自留的部分；叶不能给主人的也归这里", en: "a project's own holdings; also what a leaf may not give its owner" } },
  { key: "value-ledger", word: { zh: "价值账", en: "value ledger" }, meaning: { zh: "谁得了多少份额，为什么", en: "who earned which shares, and why" } },
  { key: "price-ledger", word: { zh: "价格账", en: "price ledger" }, meaning: { zh: "做出来的东西卖了多少钱；后续版本提供", en: "what was paid for what was made; comes with a later release" } },
  { key: "off-net", word: { zh: "脱网", en: "off-net" }, meaning: { zh: "不用网络签名，由任何人代为提交", en: "signed with no network, carried by anyone" } },
  { key: "timelock", word: { zh: "时间锁", en: "timelock" }, meaning: { zh: "一切权力所在；表决通过的事在此公开等候", en: "holds every power; what was voted waits in it in the open" } },
  { key: "proposal", word: { zh: "提案", en: "proposal" }, meaning: { zh: "成员请大家决定的事；写明调用哪个函数、带什么内容", en: "what a member asks the others to decide; it says exactly which function is called with what" } },
  { key: "snapshot", word: { zh: "快照", en: "snapshot" }, meaning: { zh: "确定谁有权对提案投票的那一秒", en: "the second in which it is settled who may vote on a proposal" } },
  { key: "ballot", word: { zh: "选票", en: "ballot" }, meaning: { zh: "反对、赞成或弃权；一人一案一票，不能改", en: "against, for or abstaining; one a member and proposal, for good" } },
  { key: "quorum", word: { zh: "法定人数", en: "quorum" }, meaning: { zh: "赞成与弃权合计达到多少，结果才算数", en: "how many must vote for or abstain before a result counts" } },
  { key: "majority", word: { zh: "多数", en: "majority" }, meaning: { zh: "赞成占赞成与反对之和的比例：过半、五分之三或三分之二，因事而定", en: "of the ballots for and against: more than half, three fifths or two thirds, by what is decided" } },
  { key: "bundle", word: { zh: "票束", en: "bundle" }, meaning: { zh: "脱网签名、由某人一次提交的许多选票", en: "ballots signed off-net that someone carries in one transaction" } },
  { key: "submission", word: { zh: "送审", en: "submission" }, meaning: { zh: "项目说或文章的一次评议", en: "one round of review of a statement or an article" } },
  { key: "review", word: { zh: "评议", en: "review" }, meaning: { zh: "十二条各打0、1、2分，并写意见", en: "twelve marks of 0, 1 or 2 and a written comment" } },
  { key: "grade", word: { zh: "评级", en: "grade" }, meaning: { zh: "由十二条的中位（偏低）得出A+、A、B、C、D；它决定条件", en: "A+, A, B, C or D, from the lower medians of the twelve points; it sets the terms" } },
  { key: "probation", word: { zh: "考察期", en: "probation" }, meaning: { zh: "新接纳项目的头几期：销售有上限，公共池所得较多", en: "the first epochs of an admitted project: its sales are capped and the commons' part is larger" } },
  { key: "amendment", word: { zh: "修订", en: "amendment" }, meaning: { zh: "修改现行章程的项目说，每次至多十分之一，下一期生效", en: "a statement that changes a live project's charter, by a tenth at most, from the next epoch" } },
  { key: "admit", word: { zh: "接纳", en: "admit" }, meaning: { zh: "表决使评议过的项目说成为项目", en: "a vote makes a reviewed statement a project" } },
  { key: "close", word: { zh: "关闭", en: "close" }, meaning: { zh: "下一期起项目不再记新账；已定值的永远算数", en: "from the next epoch nothing new is recorded in a project; what is sealed counts for ever" } },
  { key: "article", word: { zh: "文章", en: "article" }, meaning: { zh: "可供学习的文章，评议方式同项目说；A级以上列为推荐", en: "something to learn from, reviewed like a statement; A and above are recommended" } },
  { key: "concurrent-learning", word: { zh: "并发学习", en: "concurrent learning" }, meaning: { zh: "大家从成员发表的文章里一起学，免费，不用钱包", en: "learning together from what members publish, free, without a wallet" } },
  { key: "expel", word: { zh: "除名", en: "expel" }, meaning: { zh: "三分之二可决，一案一人，须有事由，留十四天申辩；所得不动", en: "two thirds may, one member a proposal, with a cause and fourteen days to reply; what was earned stays" } },
  { key: "cid", word: { zh: "CID", en: "CID" }, meaning: { zh: "由内容得出的地址：谁有原文都能核对", en: "a document's address made of its content: whoever has the bytes can check it" } },
  { key: "verified", word: { zh: "相符、已改动、读不到", en: "verified, altered, unavailable" }, meaning: { zh: "读一份文书的三种结果：与链上摘要相符、不符、取不到", en: "what reading a document can come to: its bytes match the chain, do not, or cannot be had" } },
  { key: "practice-network", word: { zh: "练习网", en: "practice network" }, meaning: { zh: "您自己电脑上的链，可以拨快时间，一切不作数", en: "a chain on your own machine, where time can be moved and nothing counts" } },
];
