import { within, type Compiled, type Node } from "./tree.ts";

/** The functions of a token, by their selectors: whoever names one moves a token, or reads one. */
export const tokenFunctions: Readonly<Record<string, string>> = {
  a9059cbb: "transfer(address,uint256)",
  "23b872dd": "transferFrom(address,address,uint256)",
  "095ea7b3": "approve(address,uint256)",
  "70a08231": "balanceOf(address)",
  dd62ed3e: "allowance(address,address)",
  "18160ddd": "totalSupply()",
  d505accf: "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
  "1296ee62": "transferAndCall(address,uint256)",
};

const coinMembers = ["balance", "call", "callcode", "delegatecall", "staticcall", "send", "transfer"];
const coinInstructions = ["balance", "call", "callcode", "callvalue", "delegatecall", "selfbalance", "selfdestruct", "staticcall"];

/** A function or a modifier of some contract, and what it says. */
export interface Act {
  readonly id: number;
  readonly file: string;
  /** As `Contract.function`. */
  readonly name: string;
  /** Whether somebody may call it from outside, or it runs when a contract is made. */
  readonly entry: boolean;
  /** What it says of coins, of tokens or of money's books, if anything: in words. */
  readonly money: string | undefined;
  /** A variable of work or value that it may change, if any. */
  readonly changes: string | undefined;
  /** Declarations that it mentions, and what may stand in their place. */
  readonly next: readonly number[];
}

interface Found {
  readonly node: Node;
  readonly file: string;
  readonly contract: Node | undefined;
}

const isAct = ({ nodeType }: Node): boolean => nodeType === "FunctionDefinition" || nodeType === "ModifierDefinition";

/** Whether a variable is kept and may change; one that only names another contract is neither money nor value. */
const isKept = ({ stateVariable, mutability, typeDescriptions }: Node): boolean => stateVariable === true && mutability === "mutable" && !/^t_contract/.test(typeDescriptions?.typeIdentifier ?? "");

/** Everything that is declared, by number. */
function declarations({ trees }: Compiled): Map<number, Found> {
  const all = new Map<number, Found>();
  for (const [file, tree] of Object.entries(trees)) {
    for (const contract of within(tree)) {
      if (contract.nodeType !== "ContractDefinition") continue;
      for (const node of within(contract)) if (isAct(node) || node.stateVariable) all.set(node.id, { node, file, contract });
      all.set(contract.id, { node: contract, file, contract });
    }
    for (const node of within(tree)) if (node.nodeType === "FunctionDefinition" && !all.has(node.id)) all.set(node.id, { node, file, contract: undefined });
  }
  return all;
}

/** What a node says of money. `selectorOf` tells the selector of a declared function. */
export function moneyIn(node: Node, selectorOf: (id: number) => string | undefined): string | undefined {
  const { nodeType, memberName = "", expression } = node;
  const of = expression?.typeDescriptions?.typeIdentifier ?? "";
  const token = tokenFunctions[selectorOf(node.referencedDeclaration ?? -1) ?? ""];
  if (token) return `names a token's ${token}`;
  if (nodeType === "MemberAccess" && /^t_address/.test(of) && coinMembers.includes(memberName)) return `uses .${memberName} of an address`;
  if (nodeType === "MemberAccess" && of === "t_magic_message" && memberName === "value") return "reads msg.value";
  if (nodeType === "FunctionCallOptions" && node.names?.includes("value")) return "sends coins with a call";
  const instruction = nodeType === "YulFunctionCall" ? (node.functionName?.name ?? "") : "";
  return coinInstructions.includes(instruction) ? `has the instruction ${instruction}` : undefined;
}

/** What a file is to this check. */
export interface Places {
  /** Whether it holds what money must not change. */
  guarded(file: string): boolean;
  /** Whether it keeps money's books: its variables are as good as tokens, which may lie elsewhere while they change hands. */
  booked(file: string): boolean;
  /** Whether what it says of money is let pass. */
  silent(file: string): boolean;
}

/** Functions whose selectors are compared with something and go no further: nothing is called by that. */
function compared(node: Node): ReadonlySet<Node> {
  const comparisons = within(node).filter(({ nodeType, operator = "" }) => nodeType === "BinaryOperation" && ["==", "!="].includes(operator));
  const sides = comparisons.flatMap(({ leftExpression, rightExpression }) => [leftExpression, rightExpression]);
  return new Set(sides.flatMap((side) => (side?.nodeType === "MemberAccess" && side.memberName === "selector" ? within(side) : [])));
}

/**
 * Who mentions whom, over all contracts together. Where a function is mentioned, each that overrides it and each with the same
 * selector may be meant: an interface stands for whatever answers to it. More is followed than can happen, never less.
 */
export function actsOf(compiled: Compiled, { guarded, booked, silent }: Places): Map<number, Act> {
  const all = declarations(compiled);
  const stand = new Map<number | string, number[]>();
  const add = (key: number | string, id: number) => stand.set(key, [...(stand.get(key) ?? []), id]);
  for (const { node } of all.values()) {
    for (const base of [...(node.baseFunctions ?? []), ...(node.baseModifiers ?? [])]) add(base, node.id);
    if ((isAct(node) || node.stateVariable) && node.functionSelector !== undefined) add(node.functionSelector, node.id);
  }
  const selectorOf = (id: number) => (all.get(id)?.node.nodeType === "FunctionDefinition" ? all.get(id)?.node.functionSelector : undefined);
  const meant = (id: number): number[] => {
    const selector = selectorOf(id);
    return [id, ...(stand.get(id) ?? []), ...(selector === undefined ? [] : (stand.get(selector) ?? []))];
  };
  const constructors = (contract: Node): number[] => (contract.linearizedBaseContracts ?? []).flatMap((id) => within(all.get(id)?.node).filter(({ kind }) => kind === "constructor").map((node) => node.id));
  const acts = new Map<number, Act>();
  for (const { node, file, contract } of all.values()) {
    const tells = `has to do with ${contract?.name}.${node.name}`;
    if (node.functionSelector && booked(file) && isKept(node)) acts.set(node.id, { id: node.id, file, name: `${contract?.name}.${node.name}`, entry: false, money: tells, changes: undefined, next: [] });
    if (!isAct(node)) continue;
    const next = new Set<number>(meant(node.id));
    let [money, books, changes]: (string | undefined)[] = [undefined, undefined, undefined];
    const unused = compared(node);
    const may = node.nodeType === "ModifierDefinition" || (node.stateMutability !== "view" && node.stateMutability !== "pure");
    for (const part of within(node)) {
      if (!unused.has(part)) for (const id of [part.referencedDeclaration, part.function]) if (typeof id === "number") for (const one of meant(id)) next.add(one);
      if (part.nodeType === "NewExpression") for (const id of constructors(all.get(part.typeName?.referencedDeclaration ?? referenced(part.typeName))?.node ?? node)) next.add(id);
      if (!silent(file)) money ??= moneyIn(part, selectorOf);
      const variable = all.get(part.referencedDeclaration ?? -1);
      if (variable && booked(variable.file) && isKept(variable.node)) books ??= `has to do with ${variable.contract?.name}.${variable.node.name}`;
      if (may && variable?.node.stateVariable && variable.node.mutability === "mutable" && guarded(variable.file)) changes ??= `${variable.contract?.name}.${variable.node.name}`;
      if (may && guarded(file) && part.nodeType === "YulFunctionCall" && part.functionName?.name === "sstore") changes ??= "a slot of its storage";
    }
    const outside = ["public", "external"].includes(node.visibility ?? "") || ["constructor", "receive", "fallback"].includes(node.kind ?? "");
    const name = `${contract?.name ?? file}.${node.name || node.kind}`;
    acts.set(node.id, { id: node.id, file, name, entry: node.nodeType === "FunctionDefinition" && outside && node.implemented === true, money: money ?? books, changes, next: [...next] });
  }
  return acts;
}

/** The contract that a type's name stands for. */
function referenced(typeName: Node | undefined): number {
  for (const { referencedDeclaration } of within(typeName)) if (referencedDeclaration !== undefined) return referencedDeclaration;
  return -1;
}

/** The shortest way from an act to one of a kind, names of both ends included; nothing where there is none. */
export function wayTo(acts: ReadonlyMap<number, Act>, from: Act, kind: (act: Act) => boolean): readonly Act[] | undefined {
  const ways: Act[][] = [[from]];
  const seen = new Set([from.id]);
  for (let way = ways.shift(); way; way = ways.shift()) {
    const last = way.at(-1)!;
    if (kind(last)) return way;
    for (const id of last.next) {
      const act = acts.get(id);
      if (!act || seen.has(id)) continue;
      seen.add(id);
      ways.push([...way, act]);
    }
  }
  return undefined;
}
