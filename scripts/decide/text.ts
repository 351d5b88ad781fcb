// What the verbs of deciding say, in both languages: statement, proposals, vote, ballots.
import type { VoteObstacle } from "#client/governance/may.ts";
import type { ProposalState } from "#client/governance/types.ts";

/** Moments of a proposal, in seconds since 1970. */
interface Times {
  readonly opens: number;
  readonly closes: number;
  readonly eta: number;
  readonly expires: number;
}
type Say = (at: number) => string;

const en = {
  statementHelp: `Checks a project statement or an article, and says what will stand on chain. Needs no chain, sends nothing.

Usage: npm run -s coop -- statement FILE [--write] [--json]

  --write   puts the file into canonical form: composed letters, plain line ends, the head's entries in their order
  --json    prints one JSON object

On chain stands the digest of the canonical bytes; publish those bytes and no others.
Exits: 0 it is in order; 2 something must be put right, each thing named by its line.`,
  statementUsage: "One file is needed: npm run -s coop -- statement FILE. Nothing was changed.",
  noSuchFile: "there is no such file. Nothing was changed.",
  faulty: (count: number) => `${count === 1 ? "One thing" : `${count} things`} must be put right. The file was not changed.`,
  kinds: { statement: "A statement", article: "An article" },
  sound: (kind: string, title: string) => `${kind} in order: ${title}`,
  identity: (bytes: number, most: number, digest: string, cid: string) => `  ${bytes} of at most ${most} bytes\n  sha2-256  ${digest}\n  CID       ${cid}`,
  isCanonical: "The file is in canonical form: publish it as it is.",
  notCanonical: "The file is not in canonical form, so its own bytes have another digest. --write puts it right.",
  written: (file: string) => `${file} is in canonical form now: publish it as it is.`,

  proposalsHelp: `Lists what is being decided, with the arithmetic of each vote. Sends nothing.

Usage: npm run -s coop -- proposals [NUMBER] [--all] [--deployment FILE] [--rpc URL] [--json]

  NUMBER   one proposal alone, by its place in the list or its number on chain
  --all    those that are decided as well
  --json   prints one JSON list

Every figure follows from the ballots in the log; dangers of an action stand under it.`,
  proposalsUsage: "At most one proposal can be named. --help shows the options. Nothing was sent.",
  noProposals: "Nothing is being decided now. --all lists what was decided.",
  noProposal: (typed: string) => `There is no proposal ${typed}. npm run -s coop -- proposals --all lists them. Nothing was sent.`,
  head: (number: number, title: string, state: string) => `${String(number).padStart(3)} ${title}: ${state}`,
  ballots: (yes: number, no: number, abstain: number, seated: number) => `for ${yes}, against ${no}, abstaining ${abstain}, of ${seated} seated`,
  quorum: (has: number, needed: number) => `quorum: for and abstaining make ${has} of the ${needed} needed`,
  threshold: (rule: string, yes: number, needed: number) => `majority: ${rule}; against so many it takes ${needed} for, and has ${yes}`,
  carried: "it is carried as it stands",
  moreNeeded: (count: number) => `${count} more for it would carry it`,
  impossible: "it cannot be carried any more, for too few are left",
  times: {
    pending: (say, { opens, closes }) => `opens ${say(opens)}, closes ${say(closes)}`,
    active: (say, { closes }) => `closes ${say(closes)}`,
    cancelled: (say, { opens }) => `would have opened ${say(opens)}`,
    defeated: (say, { closes }) => `closed ${say(closes)}`,
    succeeded: (say, { expires }) => `anyone may have it queued; expires ${say(expires)}`,
    queued: (say, { eta, expires }) => `anyone may have it carried out from ${say(eta)} on; expires ${say(expires)}`,
    expired: (say, { expires }) => `expired ${say(expires)}`,
    executed: (say, { closes }) => `closed ${say(closes)}`,
  } satisfies Record<ProposalState, (say: Say, times: Times) => string>,
  by: (member: string, id: string) => `proposed by ${member}; number ${id}`,

  voteHelp: `Casts a ballot, or signs it for somebody to carry.

Usage: npm run -s coop -- vote PROPOSAL for|against|abstain [--reason TEXT] [--member N] [--sign] [--deployment FILE] [--rpc URL] [--json]

  PROPOSAL    its place in "coop proposals", or its number on chain
  --reason    up to 280 characters that everyone may read for ever
  --member N  on the practice network: whose seat votes. Elsewhere the key in Hardhat's keystore votes (LIVE_KEY)
  --sign      sends nothing and prints the signed ballot; anyone may carry it with "coop ballots" while the vote is open

A ballot cannot be changed.
Exits: 0 done; 1 the chain or the machine failed, or this member may not vote; 2 what was given cannot be used.`,
  voteUsage: "Say which proposal and for, against or abstain: npm run -s coop -- vote PROPOSAL for. A reason cannot be signed (--sign). Nothing was sent.",
  whichSeat: "On the practice network say whose seat votes: --member 1, for instance. Nothing was sent.",
  noSeat: (typed: string) => `There is no practice seat of member ${typed}. Nothing was sent.`,
  ownKeyOnly: "--member is for the practice network; here the key in the keystore votes. Nothing was sent.",
  notAMember: (address: string) => `The key in the keystore, of ${address}, is no member's key in force. Nothing was sent.`,
  mayNotVote: (who: string, number: number, why: string) => `${who} cannot vote on proposal ${number}: ${why}. Nothing was sent.`,
  obstacles: {
    GovernorUnexpectedProposalState: "its vote is not open now",
    NoVoteAtSnapshot: "the member had no seat when the roll was taken",
    VotedAlready: "the member has voted already",
  } as Partial<Record<VoteObstacle, string>>,
  voted: (who: string, what: string, number: number, title: string, tx: string) => `${who} voted ${what} on proposal ${number}, ${title}\n  ${tx}`,
  signed: (who: string, what: string, number: number, title: string) => `Signed, not sent: ${who} votes ${what} on proposal ${number}, ${title}`,

  ballotsHelp: `Carries ballots that members signed off-net. Anyone may; nobody can change one.

Usage: npm run -s coop -- ballots FILE… [--dry-run] [--deployment FILE] [--rpc URL] [--json]

  FILE        ballots as the page or "coop vote --sign" writes them, several lists one after another if you like; - is standard input
  --dry-run   checks every ballot and sends nothing

Each ballot is checked first: chain, cooperative, vote, seat, key, signature. Those that are not good are told and left out; the others
go up to 300 a transaction, and whatever the chain skips is told by name. Running the command again carries nothing twice.
Exits: 0 every ballot counts; 1 the chain or the machine failed; 2 a file cannot be used, and nothing was sent; 4 some do not count.`,
  ballotsUsage: "At least one file of ballots is needed: npm run -s coop -- ballots FILE. Nothing was sent.",
  notRead: (why: string) => `cannot be read (${why}). Nothing was sent.`,
  wouldCarry: (good: number) => `${good} would be carried. Nothing was sent.`,
  carriedLot: (lot: number, of: number, counted: number, tx: string) => `${lot}/${of}: ${counted} counted  ${tx}`,
  carriedAll: (counted: number, before: number, refused: number) => `${counted} counted now, ${before} had been cast before, ${refused} do not count.`,
};

export type DecideWords = typeof en;

const zh: DecideWords = {
  statementHelp: `检查一份项目说或文章，并说明链上会写什么。不需要链，什么都不发送。

用法：npm run -s coop -- statement 文件 [--write] [--json]

  --write   把文件改成规范形式：组合字符、统一换行、开头各项按次序排
  --json    输出一个JSON对象

链上写的是规范字节的摘要；请原样发布那些字节。
退出码：0 没有问题；2 有要改的地方，每处都写明行号。`,
  statementUsage: "需要一个文件：npm run -s coop -- statement 文件。什么都没有改动。",
  noSuchFile: "没有这个文件。什么都没有改动。",
  faulty: (count) => `有${count}处要改。文件没有改动。`,
  kinds: { statement: "项目说", article: "文章" },
  sound: (kind, title) => `${kind}没有问题：${title}`,
  identity: (bytes, most, digest, cid) => `  ${bytes}字节，最多${most}字节\n  sha2-256  ${digest}\n  CID       ${cid}`,
  isCanonical: "文件已是规范形式，请原样发布。",
  notCanonical: "文件不是规范形式，它自己的字节会有另一个摘要。用--write可改好。",
  written: (file) => `${file}已改成规范形式，请原样发布。`,

  proposalsHelp: `列出正在决定的事，以及每次表决的算法。什么都不发送。

用法：npm run -s coop -- proposals [编号] [--all] [--deployment 文件] [--rpc 地址] [--json]

  编号     只看一份提案，写列表里的次序或链上的编号
  --all    连已经决定的也列出
  --json   输出一个JSON列表

每个数字都可由日志里的选票重算；行动若有危险，写在它的下面。`,
  proposalsUsage: "最多写一份提案。用--help可查看选项。什么都没有发送。",
  noProposals: "现在没有正在决定的事。用--all可看已经决定的。",
  noProposal: (typed) => `没有提案${typed}。运行npm run -s coop -- proposals --all可查看全部。什么都没有发送。`,
  head: (number, title, state) => `${String(number).padStart(3)} ${title}：${state}`,
  ballots: (yes, no, abstain, seated) => `赞成${yes}，反对${no}，弃权${abstain}，在席${seated}`,
  quorum: (has, needed) => `法定人数：赞成与弃权合计${has}，需要${needed}`,
  threshold: (rule, yes, needed) => `多数：${rule}；照现在的反对票要${needed}张赞成，已有${yes}张`,
  carried: "照现在的样子可以通过",
  moreNeeded: (count) => `再有${count}张赞成就能通过`,
  impossible: "余下的人不够，已经不可能通过",
  times: {
    pending: (say, { opens, closes }) => `${say(opens)}开票，${say(closes)}截止`,
    active: (say, { closes }) => `${say(closes)}截止`,
    cancelled: (say, { opens }) => `原定${say(opens)}开票`,
    defeated: (say, { closes }) => `${say(closes)}已截止`,
    succeeded: (say, { expires }) => `谁都可以让它进入等待期；${say(expires)}过期`,
    queued: (say, { eta, expires }) => `${say(eta)}起谁都可以执行；${say(expires)}过期`,
    expired: (say, { expires }) => `${say(expires)}已过期`,
    executed: (say, { closes }) => `${say(closes)}已截止`,
  },
  by: (member, id) => `${member}提出；编号${id}`,

  voteHelp: `投票，或者签好选票交给别人送。

用法：npm run -s coop -- vote 提案 赞成|反对|弃权 [--reason 理由] [--member 号码] [--sign] [--deployment 文件] [--rpc 地址] [--json]

  提案           在“coop proposals”里的次序，或链上的编号（赞成、反对、弃权也可写for、against、abstain）
  --reason       最多280个字符，谁都能看到，永远都在
  --member 号码  练习网上写明哪个席位投票。别处由Hardhat钥匙库里的钥匙投（LIVE_KEY）
  --sign         什么都不发送，只输出签好的选票；表决期间谁都可以用“coop ballots”送出

选票不能改。
退出码：0 已完成；1 链、本机出错，或这位成员不能投；2 所给的内容无法使用。`,
  voteUsage: "请写明哪份提案，以及赞成、反对或弃权：npm run -s coop -- vote 提案 赞成。用--sign时不能附理由。什么都没有发送。",
  whichSeat: "练习网上请写明哪个席位投票，例如--member 1。什么都没有发送。",
  noSeat: (typed) => `没有${typed}号成员的练习席位。什么都没有发送。`,
  ownKeyOnly: "--member只用于练习网；这里由钥匙库里的钥匙投票。什么都没有发送。",
  notAMember: (address) => `钥匙库里的钥匙属于${address}，不是哪位成员现在的钥匙。什么都没有发送。`,
  mayNotVote: (who, number, why) => `${who}不能对第${number}份提案投票：${why}。什么都没有发送。`,
  obstacles: { GovernorUnexpectedProposalState: "它现在不在表决", NoVoteAtSnapshot: "定下名单时这位成员还没有入席", VotedAlready: "这位成员已经投过票" },
  voted: (who, what, number, title, tx) => `${who}对第${number}份提案“${title}”投了${what}\n  ${tx}`,
  signed: (who, what, number, title) => `已签署，没有发送：${who}对第${number}份提案“${title}”投${what}`,

  ballotsHelp: `送出成员离线签好的选票。谁都可以送，谁也改不了。

用法：npm run -s coop -- ballots 文件… [--dry-run] [--deployment 文件] [--rpc 地址] [--json]

  文件        网页或“coop vote --sign”写出的选票，可以几份接在一起；-表示标准输入
  --dry-run   逐张检查，什么都不发送

每张先检查：链、合作社、表决、席位、钥匙、签名。不合格的说明后留下，其余的每笔至多300张送出；链上略过的逐一说明。
再运行一次不会重复送。
退出码：0 每张都算数；1 链或本机出错；2 文件无法使用，什么都没有发送；4 有些不算数。`,
  ballotsUsage: "至少需要一个选票文件：npm run -s coop -- ballots 文件。什么都没有发送。",
  notRead: (why) => `无法读取（${why}）。什么都没有发送。`,
  wouldCarry: (good) => `可以送出${good}张。什么都没有发送。`,
  carriedLot: (lot, of, counted, tx) => `${lot}/${of}：${counted}张算数  ${tx}`,
  carriedAll: (counted, before, refused) => `这次算数${counted}张，先前已投${before}张，不算数${refused}张。`,
};

export const decideWords: Record<"zh" | "en", DecideWords> = { en, zh };
