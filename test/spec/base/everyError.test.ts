import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Interface } from "ethers";
import { expect } from "chai";
import { root } from "../../../scripts/lib/files.ts";
import { readArtifact } from "../../../scripts/deploy/artifact.ts";
import { STEPS } from "../../../scripts/deploy/record.ts";

/** Errors that no act of this release can meet, each with its reason. One that can be met after all must leave this list. */
const UNREACHED: Readonly<Record<string, string>> = {
  CheckpointUnorderedInsertion: "OpenZeppelin's checkpoints; epochs and seconds only go forward",
  InvalidShortString: "OpenZeppelin's EIP712; the name and version are short",
  StringTooLong: "OpenZeppelin's EIP712; the name and version are short",
  VotesExpiredSignature: "of IVotes; delegateBySig always reverts with NoDelegation",
  GovernorAlreadyCastVote: "of IGovernor; ballots are kept by member, and VotedAlready names the member",
  GovernorAlreadyQueuedProposal: "of IGovernor; what is queued is not queued again for its state",
  GovernorInsufficientProposerVotes: "of IGovernor; the seated propose, and no threshold is beside that",
  GovernorInvalidVoteParams: "of IGovernor; BallotInvalid says so",
  GovernorInvalidVoteType: "of IGovernor; BallotInvalid says so",
  GovernorInvalidVotingPeriod: "of IGovernor; the bounds of VoteDays keep it above zero",
  GovernorProposalQueueingFailed: "of IGovernor; the timelock always gives a time",
  GovernorProposalQueueingNotRequired: "of IGovernor; every proposal is queued",
  InvalidAccountNonce: "OpenZeppelin's Nonces; no ballot uses one",
  SafeCastOverflowedUintDowncast: "OpenZeppelin's SafeCast; seconds fit 48 bits",
  TimelockUnauthorizedCaller: "OpenZeppelin's timelock; updateDelay always reverts with DelayIsAParameter",
};

/** Events of standards that these contracts never emit, each with its reason. */
const SILENT: Readonly<Record<string, string>> = {
  Approval: "nothing is approved",
  ApprovalForAll: "nothing is approved",
  DelegateChanged: "nobody delegates",
  DelegateVotesChanged: "nobody delegates",
  EIP712DomainChanged: "the domain never changes",
  OperatorSet: "shares have no operators",
  Unlocked: "membership stays locked",
  RoleRevoked: "no vote may call the timelock, and nobody else administers it",
  VoteCastWithParams: "a ballot with parameters is refused",
  RoleAdminChanged: "the timelock's roles keep their admin",
};

const folders = ["people", "work", "value", "price", "governance", "base", "journeys", "findings"];
const specs = folders
  .flatMap((folder) => readdirSync(join(root, "test/spec", folder)).map((name) => join(root, "test/spec", folder, name)))
  .filter((file) => file.endsWith(".test.ts") && !file.endsWith("everyError.test.ts"))
  .map((file) => readFileSync(file, "utf8"));

// A refusal is written `refused(act, contract, "Name", …values)`, an event `.emit(contract, "Name")` or `queryFilter(….filters.Name())`.
const refusals = new Set(specs.flatMap((text) => [...text.matchAll(/,\s*(?:\w+\.)*\w+,\s*"([A-Z]\w+)"/g)].map(([, name]) => name)));
const emitted = new Set(specs.flatMap((text) => [...text.matchAll(/emit\((?:\w+\.)*\w+, "(\w+)"\)|filters\.(\w+)\(/g)].map(([, one, two]) => one ?? two)));

describe("The specs", () => {
  for (const { name, contract } of STEPS) {
    const { fragments } = Interface.from(readArtifact(name).abi);
    const named = (type: string): string[] => [...new Set(fragments.filter((fragment) => fragment.type === type).map((fragment) => (fragment as unknown as { name: string }).name))];

    it(`meet every error of ${contract} with its values, but for those that nothing can meet`, () => {
      expect(named("error").filter((error) => !refusals.has(error) && !(error in UNREACHED))).to.deep.equal([]);
      expect(named("error").filter((error) => refusals.has(error) && error in UNREACHED)).to.deep.equal([]);
    });

    it(`see every event of ${contract}, but for those that a standard names and nothing emits`, () => {
      // Transfer is emitted for membership and not for shares, whose holders are no addresses.
      const unseen = named("event").filter((event) => !emitted.has(event) && !(event in SILENT) && !(event === "Transfer" && name === "shareLedger"));
      expect(unseen).to.deep.equal([]);
    });
  }
});
