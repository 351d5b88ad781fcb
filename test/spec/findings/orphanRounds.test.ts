import { ContractFactory } from "ethers";
import { readArtifact } from "../../../scripts/deploy/artifact.ts";
import { load } from "../../support/chain.ts";
import { found, type Cooperative } from "../../support/cooperative.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";

async function founded() {
  return found({ members: 3 });
}

const rounds = async ({ record: { contracts } }: Cooperative, ledger: string) => {
  const { abi, bytecode } = readArtifact("challenges");
  const factory = new ContractFactory(abi, bytecode, (await personAt(0)).signer as never);
  return factory.deploy(contracts.memberRegistry, ledger, contracts.parameters, contracts.relay);
};

// The ledger is given the address that its second rounds will have. Deployed elsewhere, in another order or from another key,
// they stood and looked whole, and the ledger refused every challenge.
describe("Second rounds", () => {
  it("are not deployed at another address than the one their ledger names", async () => {
    const coop = await load(founded);
    const { challenges } = coop;
    await refused(rounds(coop, coop.record.contracts.contributionLedger), challenges, "NamedOtherwise", coop.record.contracts.challenges);
  });
});
