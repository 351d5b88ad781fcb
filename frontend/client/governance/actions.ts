import { type Address, decodeFunctionData, encodeFunctionData, type Hex, isAddressEqual } from "viem";
import { memberRegistryAbi } from "../abi/MemberRegistry.ts";
import { parametersAbi } from "../abi/Parameters.ts";
import { projectRegistryAbi } from "../abi/ProjectRegistry.ts";
import { boundsOf, type ParameterName, parameterNames } from "../chain/clock.ts";
import { type ContractName, contractNames } from "../chain/contractNames.ts";
import type { Deployment } from "../chain/deployment.ts";
import type { MemberId, ProjectId, StatementId } from "../chain/ids.ts";
import { fromCharter, type RawCharter, toCharter } from "../work/charters.ts";
import type { WorkBooks } from "../work/fold.ts";
import { type Charter, kinds } from "../work/types.ts";
import { encodeMoney, isMoney, type MoneyAction, readCommonsCall, readPoolCall } from "./money.ts";
import type { Matter, Proposal } from "./types.ts";

/** A part of a charter, by which two are compared; rates by kind. */
export type CharterField = "statement" | "uri" | "industry" | "budget" | `rate.${(typeof kinds)[number]}` | "minSurplus" | "salesCap" | "stewards";

/** What one action of a proposal would do. */
export type Action =
  | {
      readonly type: "admit";
      readonly statement: StatementId;
      readonly submission: number;
      /** The project that it would amend; null: a new one. */
      readonly project: ProjectId | null;
      readonly charter: Charter;
      /** Where it differs from what was drafted: then executing it is refused. Null: no such statement was drafted. */
      readonly differs: readonly (CharterField | "project")[] | null;
    }
  | { readonly type: "parameter"; readonly parameter: ParameterName; readonly value: bigint; /** Whether the contract takes it. */ readonly allowed: boolean }
  | { readonly type: "stewards"; readonly project: ProjectId; readonly stewards: readonly MemberId[] }
  | { readonly type: "close"; readonly project: ProjectId }
  | { readonly type: "cooperative"; readonly charter: Charter }
  | { readonly type: "expel"; readonly member: MemberId; /** Digest of the written cause. */ readonly cause: Hex }
  | { readonly type: "readmit"; readonly member: MemberId }
  | { readonly type: "name"; /** Who may join without vouches. */ readonly keys: readonly Address[] }
  | MoneyAction
  | Unknown;

/** Anything that this client cannot read. Danger: nobody can say what it does. */
export interface Unknown {
  readonly type: "unknown";
  readonly target: Address;
  /** Which contract of the cooperative the target is; null: none. */
  readonly contract: ContractName | null;
  /** The function's first four bytes; empty where there are fewer. */
  readonly selector: Hex;
  readonly calldata: Hex;
}

/** So many persons one vote may name. */
export const MOST_NAMED = 50;

/** An action that this client can write. */
export type KnownAction = Exclude<Action, Unknown>;
/** What must be given to propose an action; what follows from it is left out. */
export type Wanted =
  | { readonly type: "admit"; readonly statement: StatementId; readonly submission: number; readonly project: ProjectId | null; readonly charter: Charter }
  | { readonly type: "parameter"; readonly parameter: ParameterName; readonly value: bigint }
  | Extract<Action, { type: "stewards" | "close" | "cooperative" | "expel" | "readmit" | "name" }>
  | MoneyAction;

/** A call that a proposal makes. */
export interface ActionCall {
  readonly target: Address;
  readonly calldata: Hex;
}

/** What an action is about. An admission that amends a project changes terms, and is weighed as such. */
export function matterOf(action: Wanted | KnownAction): Exclude<Matter, "none"> {
  if (action.type === "expel") return "expulsion";
  if (action.type === "name") return "naming";
  // Which tokens may be used is a term; what is paid are funds.
  if (isMoney(action) && action.type !== "listToken") return "funds";
  return action.type === "admit" && action.project === null ? "admission" : "terms";
}

/** Whether a proposal may hold several of this sort. */
export const goesTogether = (action: Wanted): boolean => action.type !== "admit" && matterOf(action) === "terms";

/** Which contract of the cooperative an address is; null: none. */
export const contractAt = ({ contracts }: Pick<Deployment, "contracts">, target: Address): ContractName | null => contractNames.find((name) => isAddressEqual(contracts[name], target)) ?? null;

/** Reads one action. Data that is not exactly what its function takes is unknown. */
export function decodeAction(target: Address, calldata: Hex, books: WorkBooks, deployment: Pick<Deployment, "contracts">): Action {
  const contract = contractAt(deployment, target);
  const unknown: Unknown = { type: "unknown", target, contract, selector: calldata.length >= 10 ? (calldata.slice(0, 10) as Hex) : "0x", calldata };
  const wanted = contract && readCall(contract, calldata);
  if (!wanted || encodeAction(wanted, deployment).calldata !== calldata.toLowerCase()) return unknown;
  if (wanted.type === "parameter") {
    const { least, most } = boundsOf(wanted.parameter);
    return { ...wanted, allowed: wanted.value >= BigInt(least) && wanted.value <= BigInt(most) };
  }
  return wanted.type === "admit" ? { ...wanted, differs: differenceFromDraft(books, wanted) } : wanted;
}

/** Reads all actions of a proposal. */
export const actionsOf = ({ targets, calldatas }: Pick<Proposal, "targets" | "calldatas">, books: WorkBooks, deployment: Pick<Deployment, "contracts">): Action[] =>
  targets.map((target, place) => decodeAction(target, calldatas[place] ?? "0x", books, deployment));

function readCall(contract: ContractName, data: Hex): Wanted | null {
  try {
    if (contract === "parameters") {
      const { functionName, args } = decodeFunctionData({ abi: parametersAbi, data });
      const parameter = functionName === "set" ? parameterNames[args[0]] : undefined;
      return functionName === "set" && parameter ? { type: "parameter", parameter, value: args[1] } : null;
    }
    if (contract === "memberRegistry") {
      const { functionName, args } = decodeFunctionData({ abi: memberRegistryAbi, data });
      if (functionName === "readmit") return { type: "readmit", member: args[0] as MemberId };
      if (functionName === "namePersons") return { type: "name", keys: args[0] };
      return functionName === "expel" ? { type: "expel", member: args[0] as MemberId, cause: args[1] } : null;
    }
    if (contract === "surplusPool") return readPoolCall(data);
    if (contract === "commonsPool") return readCommonsCall(data);
    return contract === "projectRegistry" ? readProjectCall(data) : null;
  } catch {
    return null; // No function of the contract, or not its arguments.
  }
}

function readProjectCall(data: Hex): Wanted | null {
  const { functionName, args } = decodeFunctionData({ abi: projectRegistryAbi, data });
  switch (functionName) {
    case "admit":
      return { type: "admit", statement: args[0] as StatementId, submission: args[1], project: args[2] === 0 ? null : (args[2] as ProjectId), charter: toCharter(args[3] as RawCharter) };
    case "amendCooperative":
      return { type: "cooperative", charter: toCharter(args[0] as RawCharter) };
    case "replaceStewards":
      return { type: "stewards", project: args[0] as ProjectId, stewards: args[1] as readonly MemberId[] };
    case "close":
      return { type: "close", project: args[0] as ProjectId };
    default:
      return null;
  }
}

/** Writes an action as a call. */
export function encodeAction(action: Wanted, { contracts }: Pick<Deployment, "contracts">): ActionCall {
  switch (action.type) {
    case "admit": {
      const args = [action.statement, action.submission, action.project ?? 0, fromCharter(action.charter)] as const;
      return { target: contracts.projectRegistry, calldata: encodeFunctionData({ abi: projectRegistryAbi, functionName: "admit", args }) };
    }
    case "parameter":
      return { target: contracts.parameters, calldata: encodeFunctionData({ abi: parametersAbi, functionName: "set", args: [parameterNames.indexOf(action.parameter), action.value] }) };
    case "stewards":
      return { target: contracts.projectRegistry, calldata: encodeFunctionData({ abi: projectRegistryAbi, functionName: "replaceStewards", args: [action.project, action.stewards] }) };
    case "close":
      return { target: contracts.projectRegistry, calldata: encodeFunctionData({ abi: projectRegistryAbi, functionName: "close", args: [action.project] }) };
    case "cooperative":
      return { target: contracts.projectRegistry, calldata: encodeFunctionData({ abi: projectRegistryAbi, functionName: "amendCooperative", args: [fromCharter(action.charter)] }) };
    case "expel":
      return { target: contracts.memberRegistry, calldata: encodeFunctionData({ abi: memberRegistryAbi, functionName: "expel", args: [action.member, action.cause] }) };
    case "readmit":
      return { target: contracts.memberRegistry, calldata: encodeFunctionData({ abi: memberRegistryAbi, functionName: "readmit", args: [action.member] }) };
    case "listToken":
    case "spend":
    case "adopt":
    case "release":
      return encodeMoney(action, { contracts });
    case "name":
      return { target: contracts.memberRegistry, calldata: encodeFunctionData({ abi: memberRegistryAbi, functionName: "namePersons", args: [action.keys] }) };
  }
}

function differenceFromDraft({ work }: WorkBooks, { statement, project, charter }: Extract<Wanted, { type: "admit" }>): (CharterField | "project")[] | null {
  const record = work.statements.get(statement);
  if (!record?.charter) return null;
  return [...(record.project === project ? [] : ["project" as const]), ...compareCharters(record.charter, charter)];
}

/** Where two charters differ. */
export function compareCharters(a: Charter, b: Charter): CharterField[] {
  const same = (field: "statement" | "uri" | "industry" | "budget" | "minSurplus" | "salesCap"): boolean => a[field] === b[field];
  const fields = (["statement", "uri", "industry", "budget", "minSurplus", "salesCap"] as const).filter((field) => !same(field));
  const rates = kinds.filter((kind) => a.rates[kind] !== b.rates[kind]).map((kind) => `rate.${kind}` as const);
  const stewards = a.stewards.join() === b.stewards.join() ? [] : ["stewards" as const];
  return [...fields, ...rates, ...stewards];
}
