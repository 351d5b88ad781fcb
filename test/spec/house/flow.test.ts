import { expect } from "chai";
import { findBreaches } from "../../../scripts/check/flow.ts";

/** The reasons found in a small house given as path → text. */
function reasons(house: Record<string, string>): string[] {
  return findBreaches(Object.keys(house), (file) => house[file] ?? "").map(({ file, line, why }) => `${file}:${line} ${why}`);
}

describe("the flow check", () => {
  it("lets a contract import from the folders before its own and from those beneath all", () => {
    expect(
      reasons({
        "contracts/value/ShareLedger.sol": `import {A} from "../work/A.sol";\nimport {B} from "../libraries/B.sol";\nimport {C} from "@openzeppelin/contracts/C.sol";`,
      }),
    ).to.deep.equal([]);
  });

  it("finds value importing price, with its line", () => {
    expect(reasons({ "contracts/value/A.sol": `pragma solidity 0.8.37;\nimport {B} from "../price/B.sol";` })).to.deep.equal([
      "contracts/value/A.sol:2 value comes before price",
    ]);
  });

  for (const noun of ["people", "work", "value", "price", "commons", "base"]) {
    it(`finds ${noun} importing governance`, () => {
      expect(reasons({ [`contracts/${noun}/A.sol`]: `import "../governance/CoopTimelock.sol";` })).to.have.length(1);
    });
  }

  it("finds an import that is spread over lines, and a dynamic one", () => {
    expect(reasons({ "contracts/people/A.sol": `\nimport {\n  B\n} from "../work/B.sol";` })).to.deep.equal(["contracts/people/A.sol:2 people comes before work"]);
    expect(reasons({ "frontend/features/people/a.ts": `const b = await import("../value/b.ts");` })).to.have.length(1);
  });

  it("keeps React, Hardhat and Node's own modules out of the client", () => {
    const found = reasons({
      "frontend/client/work/a.ts": `import { useState } from "react";\nimport hre from "hardhat";\nimport { readFileSync } from "node:fs";\nimport { keccak256 } from "viem";`,
    });
    expect(found.map((reason) => reason.split(" ")[0])).to.deep.equal(["frontend/client/work/a.ts:1", "frontend/client/work/a.ts:2", "frontend/client/work/a.ts:3"]);
  });

  it("keeps the storeys of the front end in order", () => {
    expect(reasons({ "frontend/shared/a.ts": `import { b } from "../features/people/b.ts";` })).to.have.length(1);
    expect(reasons({ "frontend/features/people/a.ts": `import { b } from "../../app/b.ts";` })).to.have.length(1);
    expect(reasons({ "frontend/app/a.ts": `import { b } from "../features/value/b.ts";\nimport { c } from "#client/value/c.ts";` })).to.deep.equal([]);
  });

  it("sees through #client/ to the folder that is meant", () => {
    expect(reasons({ "frontend/client/work/a.ts": `import { b } from "#client/value/b.ts";` })).to.deep.equal(["frontend/client/work/a.ts:1 work comes before value"]);
  });

  it("puts the books and the errors of the client above its nouns, and what is off-net above them", () => {
    expect(reasons({ "frontend/client/offnet/a.ts": `import { b } from "../ledger.ts";\nimport { c } from "../work/c.ts";`, "frontend/client/ledger.ts": `import { b } from "./work/b.ts";` })).to.deep.equal([]);
    expect(reasons({ "frontend/client/work/a.ts": `import { b } from "../ledger.ts";` })).to.have.length(1);
    expect(reasons({ "frontend/client/ledger.ts": `import { b } from "./offnet/b.ts";` })).to.have.length(1);
  });

  it("keeps scripts away from the pages", () => {
    expect(reasons({ "scripts/a.ts": `import { b } from "../frontend/shared/b.ts";` })).to.have.length(1);
    expect(reasons({ "scripts/a.ts": `import { b } from "#client/work/b.ts";` })).to.deep.equal([]);
  });

  it("finds a folder it does not know, and a file that only passes on", () => {
    expect(reasons({ "contracts/helpers/A.sol": "" })).to.have.length(1);
    expect(reasons({ "frontend/shared/index.ts": `export * from "./a.ts";` })).to.have.length(1);
  });

  it("does not read comments", () => {
    expect(reasons({ "contracts/people/A.sol": `// import {B} from "../work/B.sol";\n/* import "../work/B.sol"; */` })).to.deep.equal([]);
  });
});
