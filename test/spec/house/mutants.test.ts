import { expect } from "chai";
import { piecesOf } from "../../../scripts/campaign/mutants/ast.ts";
import { bare, Compiler } from "../../../scripts/campaign/mutants/compile.ts";
import { judged, written } from "../../../scripts/campaign/mutants/judged.ts";
import { applied, choose, type Mutant, mutantsOf } from "../../../scripts/campaign/mutants/mutant.ts";
import { difference, PAGE, writePage } from "../../../scripts/campaign/mutants/page.ts";
import { add, type Fate, read, type Tested } from "../../../scripts/campaign/mutants/results.ts";
import { readText } from "../../../scripts/lib/files.ts";
import { chain } from "../../support/chain.ts";

const LIBRARY = `// Größe
library Size {
  uint256 internal constant HALF = 2;
  function half(uint256 size) internal pure returns (uint256) { return size / HALF; }
  function unused(uint256 size) internal pure returns (uint256) { return size + 1; }
}`;
const SCALE = `import {Size} from "./Size.sol";
interface Other { function weigh(uint256 a) external returns (uint256); }
contract Scale {
  error TooHeavy(uint256 weight, uint256 most);
  event Weighed(uint256 weight, uint256 total);
  uint256 public total;
  uint256 immutable most;
  constructor(uint256 most_) { most = most_; }
  function weigh(uint256 weight) external {
    if (weight > most) revert TooHeavy(weight, most);
    total += weight;
    emit Weighed(weight, total);
  }
  function fair(uint256 a, uint256 b) external pure returns (uint256 least, bool light) {
    least = a < b ? a : b;
    light = !(a == 7 || b == 7) && Size.half(a) < 3 days;
    for (uint256 i; i < 2; ++i) least |= 0;
    assembly { let nothing := add(a, 1) pop(nothing) }
  }
}`;
const settings = { remappings: [], evmVersion: "prague", optimizer: { enabled: true, runs: 200 } };
const sources = (scale: string) => ({ "Size.sol": { content: `// SPDX-License-Identifier: MIT\n${LIBRARY}` }, "Scale.sol": { content: `// SPDX-License-Identifier: MIT\n${scale}` } });
const compilerOf = (scale = SCALE): Compiler => new Compiler(sources(scale), settings, "Scale.sol", "Scale");
const all = (compiler: Compiler): Mutant[] => mutantsOf(piecesOf(compiler.trees(), "Scale.sol", "Scale", () => true), compiler.sources());

describe("Mutants of a contract", () => {
  const compiler = compilerOf();
  const mutants = all(compiler);
  const told = (line: string): string[] => mutants.filter(({ before }) => before.includes(line)).map(({ operator, after }) => `${operator}: ${after}`);

  it("are bounds, conditions, refusals and values of errors", () => {
    expect(told("weight > most")).to.have.members(["condition: if (false) revert TooHeavy(weight, most);", "comparison: if (weight >= most) revert TooHeavy(weight, most);", "arguments: if (weight > most) revert TooHeavy(most, weight);"]);
  });

  it("are sums, and lines that are missing", () => {
    expect(told("total += weight;")).to.have.members(["statement: {}", "arithmetic: total -= weight;"]);
    expect(told("emit Weighed")).to.have.members(["statement: {}", "arguments: emit Weighed(total, weight);"]);
  });

  it("are branches, but not the bound of a minimum, where both sides are the same", () => {
    expect(told("least = a < b")).to.have.members(["statement: {}", "branches: least = a < b ? b : a;"]);
  });

  it("are logic and numbers, with their units", () => {
    const line = (what: string): string => `light = ${what};`;
    expect(told("light =")).to.have.members([
      "statement: {}",
      `logic: ${line("!(a == 7 || b == 7) || Size.half(a) < 3 days")}`,
      `logic: ${line("(a == 7 || b == 7) && Size.half(a) < 3 days")}`,
      `logic: ${line("!(a == 7 && b == 7) && Size.half(a) < 3 days")}`,
      ...["!(a != 7 || b == 7)", "!(a == 7 || b != 7)"].map((part) => `comparison: ${line(`${part} && Size.half(a) < 3 days`)}`),
      ...["!(a == 8 || b == 7)", "!(a == 6 || b == 7)", "!(a == 7 || b == 8)", "!(a == 7 || b == 6)"].map((part) => `number: ${line(`${part} && Size.half(a) < 3 days`)}`),
      `comparison: ${line("!(a == 7 || b == 7) && Size.half(a) <= 3 days")}`,
      ...[4, 2].map((days) => `number: ${line(`!(a == 7 || b == 7) && Size.half(a) < ${days} days`)}`),
    ]);
  });

  it("leave alone what cannot be meant: how a loop steps, what a constructor fixes, assembly, and what is not compiled in", () => {
    expect(told("for (").map((change) => change.split(":")[0])).to.have.members(["comparison", "number", "number", "statement", "bits", "number"]);
    expect(told("most = most_")).to.deep.equal([]);
    expect(told("assembly")).to.deep.equal([]);
    expect(told("size + 1")).to.deep.equal([]);
    expect(told("size / HALF")).to.deep.equal(["arithmetic: function half(uint256 size) internal pure returns (uint256) { return size * HALF; }"]);
    expect(told("HALF = 2")).to.have.length(2);
  });

  it("have names that stay while their lines stay, wherever these stand", () => {
    const moved = all(compilerOf(SCALE.replace("  error TooHeavy", "\n  // More words.\n\n  error TooHeavy").replace("total += weight;", "total += weight + 1;")));
    const names = (list: readonly Mutant[], left: string): string[] => list.filter(({ before }) => !before.includes(left)).map(({ id }) => id);
    expect(names(moved, "total += ")).to.deep.equal(names(mutants, "total += "));
    expect(new Set(mutants.map(({ id }) => id)).size).to.equal(mutants.length);
  });

  it("are chosen by the seed, in turn one of each kind", () => {
    const ids = (most: number, seed: number): string[] => choose(mutants, most, seed).map(({ id }) => id);
    expect(ids(12, 1)).to.deep.equal(ids(12, 1));
    expect(ids(12, 1)).to.not.deep.equal(ids(12, 2));
    expect(ids(20, 1).slice(0, 12)).to.deep.equal(ids(12, 1));
    expect(new Set(choose(mutants, 9, 1).map(({ operator }) => operator)).size).to.be.at.least(8);
    expect(ids(1_000, 1)).to.have.length(mutants.length);
  });

  it("are programs that do something else, unless the optimiser makes the same of them or the compiler refuses them", async () => {
    const sound = compiler.compile()!;
    const [signer] = await chain.ethers.getSigners();
    const light = async (code: string): Promise<string> => {
      const scale = await new chain.ethers.ContractFactory(["constructor(uint256)", "function fair(uint256,uint256) view returns (uint256,bool)"], code, signer).deploy(9);
      return String(await scale.getFunction("fair")(4, 9));
    };
    const codeOf = (line: string, after: string): ReturnType<Compiler["compile"]> => {
      const mutant = mutants.find((found) => found.before.includes(line) && found.after.includes(after))!;
      return compiler.compile(mutant.file, applied(compiler.sources()[mutant.file]!, mutant.change));
    };
    expect(await light(sound.bytecode)).to.equal("4,true");
    expect(await light(codeOf("least = a < b", "b : a")!.bytecode)).to.equal("9,true");
    expect(await light(codeOf("light =", "light = (a")!.bytecode)).to.equal("4,false");
    expect(bare(codeOf("for (", "least |= 1")!)).to.not.equal(bare(sound));
    expect(bare(compiler.compile("Size.sol", `${sources("")["Size.sol"].content}\n// More words.`)!)).to.equal(bare(sound));
    expect(compiler.compile("Scale.sol", "contract Scale { {} }")).to.equal(undefined);
  });
});

describe("What became of mutants", () => {
  const tested: Tested = { contract: "Scale", sources: "a", seed: 1, possible: 9, most: 4 };
  const fate = (id: string, more: Partial<Fate> = {}): Fate => ({ contract: "Scale", id, file: "Scale.sol", line: 1, operator: "number", before: "a + 1", after: "a + 2", verdict: "survived", ...more });

  it("is added as it comes, and forgotten when the contract's sources change", () => {
    const one = add({ contracts: [], mutants: [] }, tested, [fate("x"), fate("y")]);
    const two = add(one, tested, [fate("x", { verdict: "died" }), fate("z")]);
    expect(two.mutants.map(({ id, verdict }) => `${id} ${verdict}`)).to.deep.equal(["x died", "y survived", "z survived"]);
    expect(add(two, { ...tested, most: 0 }, []).contracts).to.deep.equal([tested]);
    expect(add(two, { ...tested, sources: "b" }, [fate("w")]).mutants.map(({ id }) => id)).to.deep.equal(["w"]);
    expect(add(two, { ...tested, contract: "Weight" }, [fate("w", { contract: "Weight" })]).mutants).to.have.length(4);
  });

  it("is shown by what differs of a long line", () => {
    const long = "x".repeat(100);
    expect(difference("a + 1", "a + 2")).to.deep.equal(["a + 1", "a + 2"]);
    expect(difference(`${long} 1 ${long}`, `${long} 2 ${long}`)).to.deep.equal([`…${"x".repeat(29)} 1 ${"x".repeat(29)}…`, `…${"x".repeat(29)} 2 ${"x".repeat(29)}…`]);
  });

  it("stands on the page as in the numbers, and of each that survived a person has said why", () => {
    const results = read();
    expect(readText(PAGE)).to.equal(writePage(results));
    const survivors = results.mutants.filter(({ verdict }) => verdict === "survived").map(({ id }) => id);
    expect(survivors.filter((id) => !judged[id])).to.deep.equal([]);
    expect(Object.keys(judged).filter((id) => !survivors.includes(id))).to.deep.equal([]);
    expect(written.filter((id) => !results.mutants.some((fate) => fate.id === id && fate.verdict === "died"))).to.deep.equal([]);
  });
});
