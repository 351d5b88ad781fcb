import { type Both, tell } from "../chain/words.ts";
import type { MemberId } from "../chain/ids.ts";
import { claimId } from "../work/foldClaims.ts";
import { readMarks } from "../work/marks.ts";
import type { Report } from "../work/report.ts";
import { kinds } from "../work/types.ts";
import { readUri } from "../work/uri.ts";
import { confirmedBy } from "./reports.ts";
import { type CallTexts, claimBy, claimWords, does, listed, measured, members, quoted, short, statementWords, type Teller } from "./teller.ts";

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** What somebody says to a claim: how much of it was seen; of a batch or a binding yes or no. */
function seen(t: Teller, by: number, evidence: `0x${string}`, quantity: number): Both {
  const claim = claimBy(t, by, evidence);
  const what = claimWords(t, by, evidence);
  if (!claim) return tell(`见证${what.zh}：${quantity}`, `attests ${quantity} of ${what.en}`);
  if (claim.lane === "batch" || claim.lane === "binding") return quantity === 0 ? tell(`对${what.zh}说“不成立”`, `says no to ${what.en}`) : tell(`对${what.zh}说“成立”`, `says yes to ${what.en}`);
  const [project, maker] = [t.speech.project(claim.project), t.speech.member(by)];
  const all = measured(t, claim.project, claim.kind, claim.quantity);
  return tell(`见证${maker.zh}在${project.zh}的${all.zh}：看到${quantity}`, `attests ${quantity} of ${all.en} in ${project.en}, done by ${maker.en}`);
}

/** All that a record says. */
function recordWords(t: Teller, { project, kind, quantity, occurredAt, split, uri }: Report): Both {
  const what = measured(t, project, kinds[kind] ?? "work", quantity);
  const [where, when] = [t.speech.project(project), t.speech.time(occurredAt)];
  const shared = listed(split.map(({ member, parts }) => {
    const who = t.speech.member(member);
    return parts === 0 ? tell(`${who.zh}不分`, `${who.en} no part`) : tell(`${who.zh} ${parts}份`, `${who.en} ${count(parts, "part", "parts")}`);
  }));
  const told = readUri(uri);
  const said = told === null ? tell("", "") : quoted(told.is === "words" ? told.words : told.href, 280);
  return tell(`在${where.zh}的${what.zh}，${when.zh}做的${shared.zh && `；分给${shared.zh}`}${said.zh && `；写着${said.zh}`}`, `${what.en} in ${where.en}, done ${when.en}${shared.en && `; shared by ${shared.en}`}${said.en && `; it says ${said.en}`}`);
}

/** What a confirmation confirms, whole; or plainly that it cannot be told. */
function confirmWords(t: Teller, by: number, evidence: `0x${string}`, digest: `0x${string}`): Both {
  const maker = t.speech.member(by);
  const found = confirmedBy(t, claimId(by as MemberId, evidence), digest);
  if (found.is === "unknown") return tell(`确认${maker.zh}的一笔记录（编号${short(evidence)}；记录不在手边，看不到它写了什么）`, `confirms a record of ${maker.en} (digest ${short(evidence)}), which is not at hand: what it says cannot be told here`);
  if (found.is === "otherwise") return tell(`确认${maker.zh}的一笔记录（编号${short(evidence)}），但链上现在的记录与它要确认的不一样`, `confirms a record of ${maker.en} (digest ${short(evidence)}), but what the chain has on record is not what this confirms`);
  const what = recordWords(t, found.report);
  const beside = found.is === "beside" ? tell("（记录还没有送上链，就在这里）", " (the record is here, and not on the chain yet)") : tell("", "");
  return tell(`确认${maker.zh}记录的：${what.zh}${beside.zh}`, `confirms what ${maker.en} recorded: ${what.en}${beside.en}`);
}

/** Acts on contributions. */
export const contributionLedgerCalls: CallTexts<"contributionLedger"> = {
  record: ([report], t) => {
    const what = recordWords(t, report);
    return does(t, `记录${what.zh}`, `records ${what.en}`);
  },
  confirm: ([by, evidence, report], t) => {
    const what = confirmWords(t, by, evidence, report);
    return does(t, what.zh, what.en);
  },
  withdraw: ([by, evidence], t) => {
    const what = claimWords(t, by, evidence);
    return does(t, `撤回${what.zh}`, `withdraws ${what.en}`);
  },
  attest: ([by, evidence, quantity], t) => {
    const what = seen(t, by, evidence, quantity);
    return does(t, what.zh, what.en);
  },
  attestMany: ([by, evidence, quantities], t) => {
    const each = by.slice(0, 5).map((maker, place) => seen(t, maker, evidence[place] ?? "0x", quantities[place] ?? 0));
    const rest = by.length - each.length;
    const more = rest > 0 ? tell(`；还有${rest}笔`, `; and ${rest} more`) : tell("", "");
    return does(t, `一次见证${by.length}笔：${each.map(({ zh }) => zh).join("；")}${more.zh}`, `answers ${count(by.length, "claim", "claims")} at once: ${each.map(({ en }) => en).join("; ")}${more.en}`);
  },
  enrol: ([project], t) => {
    const where = t.speech.project(project);
    return does(t, `登记为${where.zh}的见证人`, `enrols as an attester in ${where.en}`);
  },
  postBatch: ([project, root, sum, credit], t) => {
    const [where, all, wanted] = [t.speech.project(project), t.speech.amount(sum), t.speech.amount(credit)];
    return does(t, `在${where.zh}提交一批记录（合计${all.zh}，申报${wanted.zh}点，根${short(root)}）`, `posts a batch in ${where.en}: ${all.en} together, ${wanted.en} credit asked for, root ${short(root)}`);
  },
  proposeBinding: ([project, identity, member], t) => {
    const [where, whom] = [t.speech.project(project), t.speech.member(member)];
    return does(t, `说${where.zh}里的身份${short(identity)}就是${whom.zh}`, `says that the identity ${short(identity)} in ${where.en} is ${whom.en}`);
  },
  reopen: null,
  settle: null,
};

/** Acts in second rounds. */
export const challengesCalls: CallTexts<"challenges"> = {
  challenge: ([by, evidence], t) => {
    const what = claimWords(t, by, evidence);
    return does(t, `质疑${what.zh}`, `challenges ${what.en}`);
  },
  answer: ([by, evidence, tenths], t) => {
    const claim = claimBy(t, by, evidence);
    const what = claimWords(t, by, evidence);
    const yesNo = claim?.lane === "batch" || claim?.lane === "binding";
    if (yesNo) return tenths === 0 ? does(t, `在第二轮里对${what.zh}答“不成立”`, `answers no in the second round on ${what.en}`) : does(t, `在第二轮里对${what.zh}答“成立”`, `answers yes in the second round on ${what.en}`);
    return does(t, `在第二轮里对${what.zh}答：原值的十分之${tenths}`, `answers ${tenths} tenths of the first value in the second round on ${what.en}`);
  },
};

/** Acts on projects. */
export const projectRegistryCalls: CallTexts<"projectRegistry"> = {
  draft: ([project, , cofounders, charter], t) => {
    const budget = t.speech.amount(charter.budget);
    const others = members(t, cofounders);
    const what = project === 0 ? tell("一个新项目", "a new project") : tell(`${t.speech.project(project).zh}的修改`, `an amendment of ${t.speech.project(project).en}`);
    return does(t, `起草项目说：${what.zh}，每期预算${budget.zh}点${others.zh && `，共同发起人${others.zh}`}（文件${short(charter.statement)}）`, `drafts a statement for ${what.en} with a budget of ${budget.en} credit an epoch${others.en && `, together with ${others.en}`} (document ${short(charter.statement)})`);
  },
  askToClose: ([project, wanted], t) => {
    const where = t.speech.project(project);
    return wanted ? does(t, `请求关闭${where.zh}`, `asks to close ${where.en}`) : does(t, `不再请求关闭${where.zh}`, `no longer asks to close ${where.en}`);
  },
  admit: null,
  amendCooperative: null,
  close: null,
  replaceStewards: null,
};

function marksWords(packed: number): Both {
  try {
    const marks = readMarks(packed);
    const sum = marks.reduce<number>((total, mark) => total + mark, 0);
    return tell(`十二项${marks.join("、")}，合计${sum}分`, `the twelve marks ${marks.join(", ")}, ${sum} of 24`);
  } catch {
    return tell("评分不合规矩", "marks that make no sense");
  }
}

/** Acts on reviews. */
export const projectReviewsCalls: CallTexts<"projectReviews"> = {
  submit: ([statement], t) => {
    const what = statementWords(t, statement);
    return does(t, `把${what.zh}交付评议`, `submits ${what.en} for review`);
  },
  takeBack: ([statement], t) => {
    const what = statementWords(t, statement);
    return does(t, `收回${what.zh}`, `takes ${what.en} back`);
  },
  review: ([statement, packed, comment], t) => {
    const [what, marks] = [statementWords(t, statement), marksWords(packed)];
    const noted = /^0x0+$/.test(comment) ? tell("", "") : tell("，附评语", ", with a comment");
    return does(t, `评议${what.zh}：${marks.zh}${noted.zh}`, `reviews ${what.en}: ${marks.en}${noted.en}`);
  },
  adopt: ([statement, reviewed, reviewers], t) => {
    const [what, from, whose] = [statementWords(t, statement), statementWords(t, reviewed), members(t, reviewers)];
    return does(t, `在${what.zh}里采纳${whose.zh}对${from.zh}的评语`, `takes up in ${what.en} what ${whose.en} wrote of ${from.en}`);
  },
  disown: ([statement], t) => {
    const what = statementWords(t, statement);
    return does(t, `声明${what.zh}不是自己写的`, `says that ${what.en} is not theirs`);
  },
  publish: ([document, uri, coauthors], t) => {
    const others = members(t, coauthors);
    const address = uri.startsWith("data:") ? tell("", "") : tell(`，地址${quoted(uri, 80).zh}`, ` at ${quoted(uri, 80).en}`);
    return does(t, `发表一篇文章（文件${short(document)}${address.zh}）${others.zh && `，共同作者${others.zh}`}`, `publishes an article (document ${short(document)}${address.en})${others.en && ` together with ${others.en}`}`);
  },
};
