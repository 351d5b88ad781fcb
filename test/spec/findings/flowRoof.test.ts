import { expect } from "chai";
import { findBreaches } from "../../../scripts/check/flow.ts";

/** Breaches of files that are given by path and text. */
const breachesOf = (files: Readonly<Record<string, string>>): string[] => findBreaches(Object.keys(files), (file) => files[file]!).map(({ file, imported }) => `${file}: ${imported}`);

// A file that lies in no noun's folder has no place in the flow: people could import governance by way of it.
describe("The flow check", () => {
  it("lets no folder import what lies directly on its floor, which sees every folder", () => {
    const files = {
      "contracts/All.sol": 'import {CoopTimelock} from "./governance/CoopTimelock.sol";\n',
      "contracts/people/MemberRegistry.sol": 'import {CoopTimelock} from "../All.sol";\n',
      "frontend/client/people/names.ts": 'import { emptyLedger } from "../ledger.ts";\n',
      "frontend/client/work/sums.ts": 'import { emptyLedger } from "#client/ledger.ts";\n',
      "frontend/features/people/Page.tsx": 'import { Page } from "#client/ledger.ts";\n',
    };
    expect(breachesOf(files)).to.deep.equal(["contracts/people/MemberRegistry.sol: ../All.sol", "frontend/client/people/names.ts: ../ledger.ts", "frontend/client/work/sums.ts: #client/ledger.ts"]);
  });
});
