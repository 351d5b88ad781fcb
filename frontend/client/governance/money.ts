// Votes on money: which tokens may be used, what a reserve or the guarantee capital pays.
import { type Address, decodeFunctionData, encodeFunctionData, type Hex } from "viem";
import { commonsPoolAbi } from "../abi/CommonsPool.ts";
import { surplusPoolAbi } from "../abi/SurplusPool.ts";
import { checkHash, checkProject } from "../chain/checks.ts";
import { epochOf } from "../chain/clock.ts";
import type { Deployment } from "../chain/deployment.ts";
import { epochAt } from "../chain/epoch.ts";
import type { Holder, ProjectId, Token } from "../chain/ids.ts";
import { type Both, type Speech, tell } from "../chain/words.ts";
import type { CommonsBooks } from "../commons/fold.ts";
import { accountOf, dividable, reserveGoneFrom, tenthLeft } from "../price/accounts.ts";
import { checkAddress, checkToken, checkTokens } from "../price/checks.ts";
import { memberOfHolder } from "../price/holders.ts";

/** What a vote may decide about money. Amounts in the token's smallest unit. */
export type MoneyAction =
  | { readonly type: "listToken"; readonly token: Token; /** Off the list: no new orders in it; what is there can be withdrawn. */ readonly listed: boolean }
  | {
      readonly type: "spend";
      readonly project: ProjectId;
      readonly token: Token;
      readonly to: Holder;
      readonly amount: bigint;
      /** Digest of the written reason. */
      readonly cause: Hex;
      /** Out of the dividends of shares that the reserve drew, rather than of the reserve. */
      readonly fromPocket: boolean;
    }
  | { readonly type: "adopt"; readonly target: Address; /** The hash of the code that the vote sees. */ readonly codeHash: Hex; readonly adopted: boolean }
  | { readonly type: "release"; readonly token: Token; readonly target: Address; readonly amount: bigint };

const moneyTypes = ["listToken", "spend", "adopt", "release"] as const satisfies readonly MoneyAction["type"][];

/** Whether an action is about money. */
export const isMoney = (action: { readonly type: string }): action is MoneyAction => (moneyTypes as readonly string[]).includes(action.type);

/** Reads a call of the pool that a vote may make; null: it is none. Throws where the data is none of the contract's. */
export function readPoolCall(data: Hex): MoneyAction | null {
  const { functionName, args } = decodeFunctionData({ abi: surplusPoolAbi, data });
  if (functionName === "list") return { type: "listToken", token: args[0].toLowerCase() as Token, listed: args[1] };
  if (functionName !== "spendReserve" && functionName !== "spendPocket") return null;
  const [project, token, to, amount, cause] = args;
  return { type: "spend", project: project as ProjectId, token: token.toLowerCase() as Token, to: to.toLowerCase() as Holder, amount, cause, fromPocket: functionName === "spendPocket" };
}

/** Reads a call of the commons that a vote may make; null: it is none. Throws where the data is none of the contract's. */
export function readCommonsCall(data: Hex): MoneyAction | null {
  const { functionName, args } = decodeFunctionData({ abi: commonsPoolAbi, data });
  if (functionName === "adopt") return { type: "adopt", target: args[0], codeHash: args[1], adopted: args[2] };
  return functionName === "release" ? { type: "release", token: args[0].toLowerCase() as Token, target: args[1], amount: args[2] } : null;
}

/** Writes an action of money as a call. */
export function encodeMoney(action: MoneyAction, { contracts }: Pick<Deployment, "contracts">): { readonly target: Address; readonly calldata: Hex } {
  switch (action.type) {
    case "listToken":
      return { target: contracts.surplusPool, calldata: encodeFunctionData({ abi: surplusPoolAbi, functionName: "list", args: [action.token, action.listed] }) };
    case "spend": {
      const args = [action.project, action.token, action.to, action.amount, action.cause] as const;
      return { target: contracts.surplusPool, calldata: encodeFunctionData({ abi: surplusPoolAbi, functionName: action.fromPocket ? "spendPocket" : "spendReserve", args }) };
    }
    case "adopt":
      return { target: contracts.commonsPool, calldata: encodeFunctionData({ abi: commonsPoolAbi, functionName: "adopt", args: [action.target, action.codeHash, action.adopted] }) };
    case "release":
      return { target: contracts.commonsPool, calldata: encodeFunctionData({ abi: commonsPoolAbi, functionName: "release", args: [action.token, action.target, action.amount] }) };
  }
}

/** Checks what is proposed. Errors: InputFault. */
export function checkMoney(action: MoneyAction): MoneyAction {
  switch (action.type) {
    case "listToken":
      return { ...action, token: checkToken("token", action.token) };
    case "spend":
      return { ...action, project: checkProject("project", action.project), token: checkToken("token", action.token), to: checkAddress("to", action.to) as Holder, amount: checkTokens("amount", action.amount), cause: checkHash("cause", action.cause) };
    case "adopt":
      checkAddress("target", action.target);
      return { ...action, codeHash: checkHash("codeHash", action.codeHash) };
    case "release":
      checkAddress("target", action.target);
      return { ...action, token: checkToken("token", action.token), amount: checkTokens("amount", action.amount) };
  }
}

/** An amount as it is told; in the token's smallest unit where nobody knows how it is written. */
const money = (speech: Speech, token: Token, amount: bigint): Both => speech.money?.(token, amount) ?? tell(`${amount}（${token}的最小单位）`, `${amount} smallest units of ${token}`);

const payee = (speech: Speech, to: Holder): Both => {
  const member = memberOfHolder(to);
  return member === 0 ? tell(to, to) : speech.member(member);
};

/** What an action of money would do, in one sentence. */
export function describeMoney(action: MoneyAction, speech: Speech): Both {
  switch (action.type) {
    case "listToken":
      return action.listed
        ? tell(`把代币${action.token}列入可用，从此可以用它存入和下单`, `List the token ${action.token}, so that it can be deposited and orders paid in it`)
        : tell(`把代币${action.token}移出可用；不再收新的存入和订单，已有的照常结清、可以取出`, `Take the token ${action.token} off the list; nothing new comes in, and what is there is settled and can be withdrawn`);
    case "spend": {
      const [amount, to, project] = [money(speech, action.token, action.amount), payee(speech, action.to), speech.project(action.project)];
      return action.fromPocket
        ? tell(`从${project.zh}的公积所持份额的盈余里付${amount.zh}给${to.zh}`, `Pay ${amount.en} to ${to.en} out of the dividends of shares that the reserve of ${project.en} holds`)
        : tell(`从${project.zh}的公积里付${amount.zh}给${to.zh}`, `Pay ${amount.en} to ${to.en} out of the reserve of ${project.en}`);
    }
    case "adopt":
      return action.adopted
        ? tell(`采用合约${action.target}：以后的表决可以把担保资本付给它`, `Adopt the contract ${action.target}: later votes may pay guarantee capital to it`)
        : tell(`停用合约${action.target}：担保资本不能再付给它`, `Let the contract ${action.target} go: no guarantee capital can be paid to it any more`);
    case "release": {
      const amount = money(speech, action.token, action.amount);
      return tell(`把担保资本${amount.zh}付给采用的合约${action.target}`, `Pay ${amount.en} of guarantee capital to the adopted contract ${action.target}`);
    }
  }
}

/** Why carrying an action of money out would be refused, as a contract says it. */
export type MoneyObstacle = "AboveATenth" | "AmountOutOfBounds" | "ReserveGone" | "NoSuchProject" | "NoSuchMember" | "AdoptedAlready" | "NotAContract";

/** Why an action of money would be refused now, with the books as they are; null: nothing that can be seen here. */
export function moneyObstacle(books: CommonsBooks, action: MoneyAction, now: number): MoneyObstacle | null {
  switch (action.type) {
    case "listToken":
      return null;
    case "spend":
      return spendObstacle(books, action, now);
    case "adopt": {
      const known = books.commons.contracts.get(action.target.toLowerCase());
      const inUse = known !== undefined && known.adopted && known.codeHash.toLowerCase() === action.codeHash.toLowerCase();
      return inUse === action.adopted ? "AdoptedAlready" : null;
    }
    case "release":
      if (!books.commons.contracts.get(action.target.toLowerCase())?.adopted) return "NotAContract";
      return action.amount === 0n || action.amount > mostReleasable(books, action.token, now) ? "AboveATenth" : null;
  }
}

function spendObstacle(books: CommonsBooks, { project, token, to, amount, fromPocket }: Extract<MoneyAction, { type: "spend" }>, now: number): MoneyObstacle | null {
  if (!books.work.projects.has(project)) return "NoSuchProject";
  const member = memberOfHolder(to);
  if (BigInt(to) < 1n << 32n && !books.people.members.has(member)) return "NoSuchMember";
  const gone = reserveGoneFrom(books, project);
  if (!fromPocket && gone !== null && now >= gone) return "ReserveGone";
  if (amount === 0n) return "AmountOutOfBounds";
  if (fromPocket) return amount > accountOf(books, project, token).pocket ? "AmountOutOfBounds" : null;
  return amount > mostSpendable(books, project, token, now) ? "AboveATenth" : null;
}

/** How much of a project's reserve a vote may spend in the epoch of now: a tenth, what is ready to be divided counted in. */
export function mostSpendable(books: CommonsBooks, project: ProjectId, token: Token, now: number): bigint {
  const { reserve, spent, arrivals } = accountOf(books, project, token);
  const ready = new Set(dividable(books, project, token, now));
  const waiting = project === 0 ? 0n : arrivals.filter(({ epoch }) => ready.has(epoch)).reduce((sum, { kept }) => sum + kept, 0n);
  return tenthLeft(reserve + waiting, spent.epoch === epochOf(books, now) ? spent.amount : 0n);
}

/** How much guarantee capital a vote may release in the epoch of now: a tenth, what can be taken in counted in. */
export function mostReleasable(books: CommonsBooks, token: Token, now: number): bigint {
  const epoch = epochOf(books, now);
  const ready = new Set(dividable(books, 0 as ProjectId, token, now));
  const waiting = accountOf(books, 0 as ProjectId, token).arrivals.filter((one) => ready.has(one.epoch)).reduce((sum, { kept }) => sum + kept, books.price.capital.get(token) ?? 0n);
  const released = books.commons.moves.filter((move) => move.is === "released" && move.token === token && epochAt(books.clock.genesis, move.at) === epoch).reduce((sum, { amount }) => sum + amount, 0n);
  return tenthLeft((books.commons.capital.get(token) ?? 0n) + waiting, released);
}

const moneyDangers: Readonly<Record<MoneyObstacle, Both>> = {
  AboveATenth: tell("照现在的账，这超出一期可动用的十分之一，执行时会被拒绝。", "By the books of now it is more than the tenth that an epoch allows, so carrying it out will be refused."),
  AmountOutOfBounds: tell("照现在的账，没有这么多可付，执行时会被拒绝。", "By the books of now there is not so much to pay, so carrying it out will be refused."),
  ReserveGone: tell("这个项目早已关闭，公积归了公共池，执行时会被拒绝。", "The project is long closed and its reserve is the commons', so carrying it out will be refused."),
  NoSuchProject: tell("没有这个项目，执行时会被拒绝。", "There is no such project, so carrying it out will be refused."),
  NoSuchMember: tell("收款的成员编号不存在，执行时会被拒绝。", "There is no member of that number, so carrying it out will be refused."),
  AdoptedAlready: tell("这个合约现在就是这样，执行时会被拒绝。", "It is so already, so carrying it out will be refused."),
  NotAContract: tell("没有一次表决采用过这个合约，执行时会被拒绝。", "No vote has adopted this contract, so carrying it out will be refused."),
};

/** What a voter must know of an action of money before all else; empty where nothing is wrong with it. */
export function moneyDanger(books: CommonsBooks, action: MoneyAction, now: number): Both[] {
  const obstacle = moneyObstacle(books, action, now);
  const reach = action.type === "adopt" && action.adopted ? [tell("以后的表决可以把担保资本付给这个合约，它之后怎么用，由它的代码决定。请先读过那份代码。", "Later votes may pay guarantee capital to this contract, and what becomes of it there is up to its code. Read that code first.")] : [];
  return obstacle ? [moneyDangers[obstacle]] : reach;
}

/** What changes by an action of money, as figures. */
export function moneyChanges(action: MoneyAction): { readonly label: Both; readonly before: null; readonly after: Both }[] {
  const row = (zh: string, en: string, value: string) => ({ label: tell(zh, en), before: null, after: tell(value, value) });
  switch (action.type) {
    case "listToken":
      return [row("代币", "token", action.token)];
    case "spend":
      return [row("代币", "token", action.token), row("收款", "to", action.to), row("事由的摘要", "digest of the reason", action.cause)];
    case "adopt":
      return [row("合约", "contract", action.target), row("代码的摘要", "hash of its code", action.codeHash)];
    case "release":
      return [row("代币", "token", action.token), row("合约", "contract", action.target)];
  }
}
