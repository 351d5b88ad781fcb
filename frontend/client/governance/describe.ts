import { epochOf, parameterAt } from "../chain/clock.ts";
import { withoutQuotes } from "../chain/plain.ts";
import { parameterAmount, parameterWords } from "../chain/parameterWords.ts";
import { boundsOf } from "../chain/clock.ts";
import { type Both, plainSpeech, type Speech, tell } from "../chain/words.ts";
import { charterIn, newestCharter } from "../work/charters.ts";
import { titleOf } from "../work/statements.ts";
import { statementStageOf } from "../work/statementStage.ts";
import { type Charter, kinds } from "../work/types.ts";
import { kindWords } from "../work/words.ts";
import { type Action, compareCharters, type CharterField, MOST_NAMED } from "./actions.ts";
import type { GovernanceBooks } from "./fold.ts";
import { describeMoney, isMoney, moneyChanges, moneyDanger } from "./money.ts";

/** A part of a charter, in words. */
export const charterFieldWords: Readonly<Record<CharterField | "project", Both>> = {
  project: tell("项目", "project"),
  statement: tell("项目说", "statement"),
  uri: tell("项目说的地址", "the statement's address"),
  industry: tell("行业", "industry"),
  budget: tell("预算", "budget"),
  "rate.work": tell("劳动的价值率", "rate of work"),
  "rate.experience": tell("体验的价值率", "rate of experience"),
  "rate.sharing": tell("分享的价值率", "rate of sharing"),
  "rate.learning": tell("学习的价值率", "rate of learning"),
  minSurplus: tell("最低盈余", "least surplus"),
  salesCap: tell("销售上限", "sales cap"),
  stewards: tell("干事", "stewards"),
};

/** What an action would do, in one sentence. Numbers of members and projects stand beside names where `speech` gives them. */
export function describeAction(action: Action, books: GovernanceBooks, speech: Speech = plainSpeech): Both {
  switch (action.type) {
    case "admit":
      return describeAdmission(action, books, speech);
    case "parameter": {
      const { name } = parameterWords[action.parameter];
      const value = parameterAmount(action.parameter, action.value);
      return tell(`把“${name.zh}”定为${value.zh}，从执行后的下一期起`, `Set “${name.en}” to ${value.en}, from the epoch after it is carried out`);
    }
    case "stewards": {
      const names = namesOf(action.stewards, speech);
      return tell(`${speech.project(action.project).zh}的干事换成${names.zh}，执行后立即生效`, `Make ${names.en} the stewards of ${speech.project(action.project).en}, at once`);
    }
    case "close":
      return tell(`关闭${speech.project(action.project).zh}，从执行后的下一期起；那以前没有定值的都作废`, `Close ${speech.project(action.project).en} from the epoch after it is carried out; what is not sealed by then is void`);
    case "cooperative":
      return describeCooperative(action.charter, books, speech);
    case "expel":
      return tell(`把${speech.member(action.member).zh}除名；已经挣得的仍归本人`, `Expel ${speech.member(action.member).en}; what was earned stays the member's`);
    case "readmit":
      return tell(`重新接纳${speech.member(action.member).zh}，执行满28天后可以入席`, `Take ${speech.member(action.member).en} in again, to be seated 28 days after it is carried out`);
    case "name": {
      const { length } = action.keys;
      return tell(`让${length}个地址的主人在执行后90天内不凭担保加入`, `Let the holders of ${length === 1 ? "1 address" : `${length} addresses`} join without vouches within 90 days after it is carried out`);
    }
    case "listToken":
    case "spend":
    case "adopt":
    case "release":
      return describeMoney(action, speech);
    case "unknown":
      return tell("做一件这个页面读不懂的事", "Do something that this page cannot read");
  }
}

function describeAdmission({ statement, submission, project }: Extract<Action, { type: "admit" }>, { work }: GovernanceBooks, speech: Speech): Both {
  const record = work.statements.get(statement);
  const said = record ? titleOf(record) : tell(`项目说${statement.slice(2, 8)}`, `statement ${statement.slice(2, 8)}`);
  const title = tell(withoutQuotes(said.zh), withoutQuotes(said.en));
  if (project === null) return tell(`接纳“${title.zh}”（第${submission}次提交）为新项目，从执行后的下一期起`, `Admit “${title.en}” (submission ${submission}) as a new project, from the epoch after it is carried out`);
  return tell(`以“${title.zh}”（第${submission}次提交）修改${speech.project(project).zh}的章程，从执行后的下一期起`, `Amend ${speech.project(project).en} by “${title.en}” (submission ${submission}), from the epoch after it is carried out`);
}

function describeCooperative(charter: Charter, { work }: GovernanceBooks, speech: Speech): Both {
  const own = work.projects.get(0 as never);
  const changes = own ? compareCharters({ ...newestCharter(own), stewards: own.stewards }, charter) : [];
  if (changes.length === 0) return tell("合作社的章程照原样再定一次", "Set the cooperative's charter as it is");
  const what = joined(changes.map((field) => charterFieldWords[field]));
  return tell(`修改合作社的章程（${what.zh}），从执行后的下一期起；预算定为每期${speech.amount(charter.budget).zh}点`, `Change the cooperative's charter (${what.en}) from the epoch after it is carried out, with a budget of ${speech.amount(charter.budget).en} credit an epoch`);
}

/** What a voter must know of an action before all else; empty where nothing is wrong with it. */
export function dangersOf(action: Action, books: GovernanceBooks, now: number): Both[] {
  if (action.type === "unknown") return [tell("没有人能从这里说清它会做什么；合约也不该接受它。请不要赞成。", "Nobody can say from here what it would do, and the contracts should not take it. Do not vote for it.")];
  if (action.type === "parameter" && !action.allowed) {
    const { least, most } = boundsOf(action.parameter);
    return [tell(`这个数不在允许的${least}到${most}之间，执行时会被拒绝。`, `This number is not between ${least} and ${most}, so carrying it out will be refused.`)];
  }
  if (isMoney(action)) return moneyDanger(books, action, now);
  if (action.type === "name") return namingDangers(action, books);
  if (action.type === "readmit" && books.people.members.get(action.member)?.standing !== "expelled") {
    const member = plainSpeech.member(action.member);
    return [tell(`${member.zh}没有被除名，照现在的样子，执行时会被拒绝。`, `As it stands, ${member.en} is not expelled, so carrying it out will be refused.`)];
  }
  return action.type === "admit" ? admissionDangers(action, books, now) : [];
}

function namingDangers({ keys }: Extract<Action, { type: "name" }>, { people }: GovernanceBooks): Both[] {
  const dangers: Both[] = [];
  if (keys.length === 0 || keys.length > MOST_NAMED) dangers.push(tell(`名单要1到${MOST_NAMED}个地址，执行时会被拒绝。`, `A vote names 1 to ${MOST_NAMED} addresses, so carrying it out will be refused.`));
  const used = keys.filter((key) => people.byKey.has(key.toLowerCase()));
  if (used.length > 0) dangers.push(tell(`${used.join("、")}是或曾是成员的钥匙，加入不了。`, `${used.join(", ")}: a member's key now or before, and so cannot join.`));
  return dangers;
}

function admissionDangers({ statement, submission, differs }: Extract<Action, { type: "admit" }>, { work }: GovernanceBooks, now: number): Both[] {
  const record = work.statements.get(statement);
  if (!record || differs === null) return [tell("没有起草过这样一份项目说，执行时会被拒绝。", "No such statement was drafted, so carrying it out will be refused.")];
  const dangers: Both[] = [];
  if (differs.length > 0) {
    const what = joined(differs.map((field) => charterFieldWords[field]));
    dangers.push(tell(`这里的条款与评议过的不同：${what.zh}。执行时会被拒绝。`, `Its terms are not those that were reviewed: ${what.en}. Carrying it out will be refused.`));
  }
  const latest = record.submissions.at(-1)?.number ?? 0;
  const { stage } = statementStageOf(record, now);
  if (latest !== submission) dangers.push(tell(`它依据第${submission}次提交，而现在已是第${latest}次，执行时会被拒绝。`, `It rests on submission ${submission}, and the statement is at submission ${latest} by now, so carrying it out will be refused.`));
  else if (stage === "draft" || stage === "inReview") dangers.push(tell("这份项目说被收回了，或等级已经过期；照现在的样子，执行时会被拒绝。", "The statement was taken back, or its grade is void; as it stands, carrying it out will be refused."));
  return dangers;
}

/** A change that an action makes, before → after, for the reader who wants figures. */
export interface Change {
  readonly label: Both;
  readonly before: Both | null;
  readonly after: Both;
}

/** What would be otherwise after an action, as far as it is a number or a list. */
export function changesOf(action: Action, books: GovernanceBooks, now: number, speech: Speech = plainSpeech): Change[] {
  const epoch = epochOf(books, now);
  if (action.type === "parameter") {
    const before = parameterAmount(action.parameter, parameterAt(books, action.parameter, epoch + 1));
    return [{ label: parameterWords[action.parameter].name, before, after: parameterAmount(action.parameter, action.value) }];
  }
  if (action.type === "stewards") {
    const before = books.work.projects.get(action.project)?.stewards ?? [];
    return [{ label: charterFieldWords.stewards, before: namesOf(before, speech), after: namesOf(action.stewards, speech) }];
  }
  if (isMoney(action)) return moneyChanges(action);
  if (action.type === "name") return action.keys.map((key, place) => ({ label: tell(`第${place + 1}个地址`, `address ${place + 1}`), before: null, after: tell(key, key) }));
  if (action.type !== "admit" && action.type !== "cooperative") return [];
  const project = books.work.projects.get(action.type === "cooperative" ? (0 as never) : (action.project ?? (-1 as never)));
  const before = project ? { ...charterIn(project, epoch + 1), stewards: project.stewards } : null;
  const fields = before ? compareCharters(before, action.charter) : shownFields(action.charter);
  return fields.map((field) => ({ label: charterFieldWords[field], before: before && charterValue(before, field, speech), after: charterValue(action.charter, field, speech) }));
}

const shownFields = (charter: Charter): CharterField[] => [
  "budget",
  ...kinds.filter((kind) => charter.rates[kind] > 0n).map((kind) => `rate.${kind}` as const),
  "minSurplus",
  "salesCap",
  "industry",
  "stewards",
];

/** A part of a charter as it is told. */
export function charterValue(charter: Charter, field: CharterField, speech: Speech = plainSpeech): Both {
  if (field === "stewards") return namesOf(charter.stewards, speech);
  if (field === "budget") return speech.amount(charter.budget);
  if (field === "minSurplus") return tell(`${charter.minSurplus}%`, `${charter.minSurplus} %`);
  if (field === "statement" || field === "uri" || field === "industry" || field === "salesCap") return tell(String(charter[field]), String(charter[field]));
  const kind = kinds.find((one) => field === `rate.${one}`)!;
  const rate = speech.amount(charter.rates[kind]);
  return tell(`${kindWords[kind].zh}每单位${rate.zh}点`, `${rate.en} credit for a unit of ${kindWords[kind].en}`);
}

function namesOf(members: readonly number[], speech: Speech): Both {
  return members.length === 0 ? tell("无人", "nobody") : joined(members.map((member) => speech.member(member)));
}

const joined = (words: readonly Both[]): Both => tell(words.map(({ zh }) => zh).join("、"), words.map(({ en }) => en).join(", "));
