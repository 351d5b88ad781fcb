/** A bug to plant: where, how, which step of the gate must go red, and what it must say when it does. */
export interface Plant {
  readonly bug: string;
  readonly file: string;
  /** The file's text with the bug in it; `undefined` takes the file away. */
  plant(text: string): string | undefined;
  readonly step: string;
  readonly says: RegExp;
}

/** Replaces the first match. Throws where there is none: a plant that changes nothing would prove nothing. */
function swap(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing in the text matches ${String(from)}`);
  return changed;
}

/** The file of specs in which faults are planted. */
export const spec = "test/spec/house/flow.test.ts";

/** One bug or more for each step of the gate. */
export const plants: readonly Plant[] = [
  {
    bug: "a contract about people imports governance",
    file: "contracts/people/MemberRegistry.sol",
    plant: (text) => swap(text, /^import /m, 'import {CoopTimelock} from "../governance/CoopTimelock.sol";\nimport '),
    step: "flow",
    says: /people comes before governance/,
  },
  {
    bug: "value imports price",
    file: "contracts/value/ShareLedger.sol",
    plant: (text) => swap(text, /^import /m, 'import {Price} from "../price/Price.sol";\nimport '),
    step: "flow",
    says: /value comes before price/,
  },
  {
    bug: "a Chinese sentence is missing",
    file: "scripts/dev/text.ts",
    plant: (text) => swap(text, /^ {2}stopped: "[^"]*[\u4e00-\u9fff].*\n/m, ""),
    step: "types",
    says: /'stopped' is missing/,
  },
  {
    bug: "a Chinese sentence of the pages is missing",
    file: "frontend/shared/chain/text.ts",
    plant: (text) => swap(text, /^ {4}\w+: "[^"\n]*[\u4e00-\u9fff][^"\n]*",\n/m, ""),
    step: "types-pages",
    says: /text\.ts/,
  },
  { bug: "a spec fails", file: spec, plant: (text) => swap(text, ".to.deep.equal([]);", ".to.deep.equal([1]);"), step: "specs", says: /AssertionError/ },
  { bug: "a spec is skipped", file: spec, plant: (text) => swap(text, /^ {2}it\(/m, "  it.skip("), step: "specs", says: /[Pp]ending|skipped/ },
  { bug: "only one spec runs", file: spec, plant: (text) => swap(text, /^ {2}it\(/m, "  it.only("), step: "specs", says: /only/ },
  { bug: "a spec ends the runner as if all were well", file: spec, plant: (text) => swap(text, /^ {2}it\(".*$/m, "$&\n    process.exit(0);"), step: "specs", says: /before it could report/ },
  { bug: "a spec cannot be loaded", file: spec, plant: (text) => `throw new Error("planted");\n${text}`, step: "specs", says: /planted/ },
  { bug: "a spec has gone", file: spec, plant: (text) => swap(text, /^ {2}it\("[\s\S]*?^ {2}\}\);\n/m, ""), step: "specs", says: /floor/ },
  {
    bug: "a generated interface is out of date",
    file: "frontend/client/abi/Parameters.ts",
    plant: (text) => swap(text, '"uint256"', '"uint128"'),
    step: "generated",
    says: /Parameters\.ts is out of date/,
  },
  {
    bug: "the lock file lacks a package of another system",
    file: "package-lock.json",
    plant: (text) => swap(text, /^ {4}"node_modules\/@nomicfoundation\/edr-darwin-arm64": \{[\s\S]*?^ {4}\},\n/m, ""),
    step: "lock",
    says: /Missing/,
  },
  { bug: "a page asks a foreign host", file: "scripts/dev/text.ts", plant: (text) => `// See ${"https:"}//cdn.jsdelivr.net\n${text}`, step: "names", says: /cdn\.jsdelivr\.net/ },
  { bug: "a script compares loosely", file: "scripts/dev/text.ts", plant: (text) => `${text}\nexport const loose = (a: string): boolean => a == "";\n`, step: "oxlint", says: /eqeqeq/ },
];

/** Bugs in Solidity, tried in a small copy where the compiler is soon done. */
export const solidityPlants: readonly Plant[] = [
  {
    bug: "a sum is off by one",
    file: "test/proof/MiniTest.t.sol",
    plant: (text) => swap(text, "expected += amount;", "expected += amount == 1000 ? 1 : amount;"),
    step: "proofs",
    says: /invariant_totalIsTheSumOfCalls/,
  },
  {
    bug: "a comparison in a library is off by one",
    file: "contracts/libraries/EpochMath.sol",
    plant: (text) => swap(text, "return time >= start(", "return time > start("),
    step: "proofs",
    says: /EpochMath/,
  },
  {
    bug: "a proof proves nothing",
    file: "test/proof/EpochMath.t.sol",
    plant: (text) => swap(text, /function test/, "function never"),
    step: "proofs",
    says: /floor/,
  },
];

/** What the small copy holds of contracts and proofs. */
export const soliditySources = /^(test\/support\/MiniTest\.sol|test\/proof\/(MiniTest|EpochMath)\.t\.sol|contracts\/libraries\/EpochMath\.sol)$/;
