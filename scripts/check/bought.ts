// Fails where value could be bought: node scripts/check/bought.ts
import { ownFiles, readText } from "../lib/files.ts";
import { actsOf, moneyIn, tokenFunctions, wayTo, type Act } from "./bought/graph.ts";
import { compile, within, type Compiled, type Node } from "./bought/tree.ts";

/** Where money may be: every other folder, one that is yet to come among them, does without. */
const moneyFolders = /^contracts\/(price|commons|governance|practice)\//;
/** Where money's books are kept: whoever reads or changes them has to do with money, though no token moves. */
const bookFolders = /^contracts\/(price|commons)\//;
/** What money must not change: every variable of every contract in these folders. */
const valueFolders = /^contracts\/(work|value)\//;
const own = (file: string): boolean => file.startsWith("contracts/");
const withoutMoney = (file: string): boolean => own(file) && !moneyFolders.test(file);

/**
 * Calls that cannot be followed, and why they are let pass. Each is an act of its signer or of a vote, and a function by itself.
 */
const unfollowed: Readonly<Record<string, string>> = {
  "contracts/people/Relay.sol": "carries an act to the contract that its signer named, with no coins",
  "contracts/libraries/Signatures.sol": "asks a wallet whether it signed",
};

/** A way in which value might be bought. */
export interface Purchase {
  readonly file: string;
  readonly why: string;
}

/** Functions that a contract answers to and that take coins, by what the ABIs say: inherited ones among them. */
function payable({ doors }: Compiled): Purchase[] {
  return Object.entries(doors).filter(([file]) => withoutMoney(file)).flatMap(([file, contracts]) =>
    Object.entries(contracts).flatMap(([contract, all]) => all.filter(({ stateMutability }) => stateMutability === "payable").map(({ type, name = type }) => ({ file, why: `${contract}.${name} takes coins` }))),
  );
}

const selectorsIn = (tree: Node | undefined, kind?: string): string[] =>
  within(tree).filter(({ nodeType, contractKind }) => nodeType === "ContractDefinition" && (kind === undefined || contractKind === kind)).flatMap((contract) => within(contract).flatMap(({ nodeType, functionSelector }) => (nodeType === "FunctionDefinition" && functionSelector ? [functionSelector] : [])));

/** Files that import a token, through whatever they import, and interfaces that are made to look like one. */
function tokens({ trees }: Compiled): Purchase[] {
  const importsOf = (file: string): string[] => within(trees[file]).flatMap(({ nodeType, absolutePath }) => (nodeType === "ImportDirective" && absolutePath ? [absolutePath] : []));
  return Object.keys(trees).filter(withoutMoney).flatMap((file) => {
    const reached = new Set([file]);
    for (const one of reached) for (const next of importsOf(one)) reached.add(next);
    const found = [...reached].filter((one) => selectorsIn(trees[one]).includes("a9059cbb")).map((one) => ({ file, why: `a token comes in by ${one}` }));
    const alike = selectorsIn(trees[file], "interface").filter((selector) => selector !== "a9059cbb" && tokenFunctions[selector]);
    return [...found, ...alike.map((selector) => ({ file, why: `an interface has a token's ${tokenFunctions[selector]}` }))];
  });
}

/** Whatever is said of money where there is none, and variables that hold a function, behind which anything could stand. */
function words({ trees }: Compiled): Purchase[] {
  const selectors = new Map<number, string>();
  for (const node of within(Object.values(trees))) if (node.nodeType === "FunctionDefinition" && node.functionSelector) selectors.set(node.id, node.functionSelector);
  const purchases: Purchase[] = [];
  for (const [file, tree] of Object.entries(trees)) {
    if (!own(file)) continue;
    for (const node of within(tree)) {
      const money = withoutMoney(file) && !(file in unfollowed) ? moneyIn(node, (id) => selectors.get(id)) : undefined;
      if (money) purchases.push({ file, why: money });
      const kept = node.nodeType === "VariableDeclaration" && within(node.typeName).some(({ nodeType }) => nodeType === "FunctionTypeName");
      if (kept) purchases.push({ file, why: `${node.name} holds a function, which cannot be followed` });
    }
  }
  return purchases;
}

/** Functions from which a call leads to money and a call leads to what money must not change. */
function reached(compiled: Compiled): Purchase[] {
  const acts = actsOf(compiled, { guarded: (file) => valueFolders.test(file), booked: (file) => bookFolders.test(file), silent: (file) => file in unfollowed });
  const told = (way: readonly Act[]): string => way.map(({ name }) => name).join(" → ");
  return [...acts.values()].filter(({ entry, file }) => entry && own(file)).flatMap((act) => {
    const money = wayTo(acts, act, (one) => one.money !== undefined);
    const value = money && wayTo(acts, act, (one) => one.changes !== undefined);
    if (!money || !value) return [];
    return [{ file: act.file, why: `${act.name} meets both: ${told(money)} ${money.at(-1)?.money}; ${told(value)} may change ${value.at(-1)?.changes}` }];
  });
}

/** All ways in which value might be bought in these contracts, by path. Throws what the compiler has against them. */
export function findPurchases(sources: Readonly<Record<string, string>>): Purchase[] {
  const compiled = compile(sources);
  return [payable, tokens, words, reached].flatMap((look) => look(compiled));
}

/** The contracts of the project, by path. */
export const ownContracts = (): Record<string, string> => Object.fromEntries(ownFiles().filter((file) => /^contracts\/.*\.sol$/.test(file)).map((file) => [file, readText(file)]));

if (import.meta.main) {
  const contracts = ownContracts();
  const purchases = findPurchases(contracts);
  for (const { file, why } of purchases) console.error(`${file}: ${why}`);
  if (purchases.length === 0) console.log(`Value cannot be bought by any of ${Object.keys(contracts).length} sources.`);
  process.exitCode = purchases.length === 0 ? 0 : 1;
}
