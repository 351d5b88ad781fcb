import { Interface, ZeroHash } from "ethers";
import { expect } from "chai";
import { readArtifact } from "../../../scripts/deploy/artifact.ts";
import { STEPS, type StepName } from "../../../scripts/deploy/record.ts";
import { chain, load } from "../../support/chain.ts";
import { found } from "../../support/cooperative.ts";
import { personAt } from "../../support/people.ts";
import { refused } from "../../support/refused.ts";
import { COIN, openMarket } from "../../support/trade.ts";

async function founded() {
  return found({ members: 6 });
}

/**
 * Every function that may change something, and whose act it is. One that is added and not named here fails the spec.
 * members: each for the own self. ballot: a seated member's, on an open proposal. anyone: with the same result. vote: the timelock's.
 * timelock: the governor's or a role's that nobody holds. round: Challenges alone. recovery: Guardians alone. market, commons: that
 * contract alone. party: of an order, an offer or a request. own: anyone's, with what is his own. never: always refused.
 */
const WHOSE: Record<StepName, Record<string, "members" | "ballot" | "party" | "own" | "anyone" | "vote" | "round" | "recovery" | "market" | "commons" | "timelock" | "never">> = {
  timelock: {
    cancel: "timelock", execute: "timelock", executeBatch: "timelock", grantRole: "timelock", onERC1155BatchReceived: "anyone", onERC1155Received: "anyone", onERC721Received: "anyone",
    renounceRole: "timelock", revokeRole: "timelock", schedule: "timelock", scheduleBatch: "timelock",
  },
  parameters: { set: "vote" },
  memberRegistry: {
    expel: "vote", join: "anyone", namePersons: "vote", readmit: "vote", recover: "recovery", rejoin: "members", resign: "members", revokeVouch: "members", rotate: "members",
    setProfile: "members", takeSeat: "anyone",
  },
  guardians: { cancelRecovery: "anyone", finishRecovery: "anyone", keepGuardians: "members", openRecovery: "anyone", setGuardians: "members", veto: "members" },
  relay: { carry: "anyone", carryMany: "anyone", revoke: "members" },
  projectRegistry: { admit: "vote", amendCooperative: "vote", askToClose: "members", close: "vote", draft: "members", replaceStewards: "vote" },
  projectReviews: { adopt: "members", disown: "members", publish: "members", review: "members", submit: "members", takeBack: "members" },
  contributionLedger: { attest: "members", attestMany: "members", confirm: "members", enrol: "members", postBatch: "members", proposeBinding: "members", record: "members", reopen: "round", settle: "round", withdraw: "members" },
  challenges: { answer: "members", challenge: "members" },
  shareLedger: { close: "anyone", draw: "anyone", drawLeaf: "anyone" },
  surplusPool: {
    adopt: "anyone", deposit: "own", depositWithPermit: "own", divide: "anyone", draw: "anyone", drawOut: "members", escrow: "market", list: "vote", settle: "market", spendPocket: "vote", spendReserve: "vote",
    takeCapital: "commons", takeReserve: "commons", withdraw: "own",
  },
  market: {
    accept: "party", acceptBySilence: "party", answer: "anyone", arbitrate: "party", cancelAll: "own", cancelOffer: "party", cancelRequest: "party", deliver: "party", dispute: "party", endDispute: "party", fund: "own",
    nameSeller: "members", open: "anyone", openRequest: "anyone", rate: "party", refund: "party", ship: "party", split: "party",
  },
  commonsPool: { adopt: "vote", pull: "anyone", release: "vote", sweep: "anyone" },
  governor: {
    cancel: "members", castBallots: "anyone", castVote: "ballot", castVoteBySig: "ballot", castVoteWithReason: "ballot", castVoteWithReasonAndParams: "ballot", castVoteWithReasonAndParamsBySig: "ballot",
    execute: "anyone", onERC1155BatchReceived: "never", onERC1155Received: "never", onERC721Received: "never", propose: "members", queue: "anyone", relay: "vote",
  },
};

/** Values that decode, for any type: what matters is who calls. */
function anyValue(type: string, components: readonly { type: string; components?: readonly never[] | null }[] | null): unknown {
  if (type.endsWith("[]")) return [];
  const sized = /^(.*)\[(\d+)\]$/.exec(type);
  if (sized) return Array.from({ length: Number(sized[2]) }, () => anyValue(sized[1]!, components));
  if (type === "tuple") return (components ?? []).map((part) => anyValue(part.type, part.components ?? null));
  if (type === "address") return "0x0000000000000000000000000000000000000001";
  if (type === "bool") return false;
  if (type === "string") return "";
  if (type === "bytes") return "0x";
  if (type.startsWith("bytes")) return `0x${"0".repeat(2 * Number(type.slice(5)))}`;
  return 0;
}

/** The name of the error with which a call is refused; "" where it is not. */
async function refusalOf(speaker: StepName, from: string, to: string, data: string): Promise<string> {
  try {
    await chain.provider.request({ method: "eth_call", params: [{ from, to, data }, "latest"] });
    return "";
  } catch (error) {
    const { data: reason } = error as { data?: string | { data?: string } };
    const bytes = typeof reason === "string" ? reason : (reason?.data ?? "0x");
    return Interface.from(readArtifact(speaker).abi).parseError(bytes)?.name ?? `unknown: ${bytes} ${(error as Error).message}`;
  }
}

describe("No key rules the cooperative", () => {
  for (const { name } of STEPS) {
    it(`names whose act each function of ${name} is`, () => {
      const functions = Interface.from(readArtifact(name).abi).fragments.filter((fragment) => fragment.type === "function") as unknown as { name: string; stateMutability: string }[];
      const changing = new Set(functions.filter(({ stateMutability }) => !["view", "pure"].includes(stateMutability)).map((fragment) => fragment.name));
      expect([...changing].sort()).to.deep.equal(Object.keys(WHOSE[name]).sort());
    });
  }

  it("refuses every function that is a vote's or another contract's to ten addresses, the deployer's, members' and contracts' among them", async () => {
    const coop = await load(founded);
    const { contracts } = coop.record;
    const deployer = await personAt(0);
    const callers = [deployer.address, ...coop.all.slice(0, 3).map(({ address }) => address), coop.stranger.address, contracts.memberRegistry, contracts.projectRegistry, contracts.projectReviews, contracts.governor, "0x000000000000000000000000000000000000dEaD"];
    expect(new Set(callers).size).to.equal(10);
    for (const { name } of STEPS) {
      const reader = Interface.from(readArtifact(name).abi);
      for (const [verb, whose] of Object.entries(WHOSE[name])) {
        if (["members", "ballot", "party", "own", "anyone"].includes(whose)) continue;
        const { inputs } = reader.getFunction(verb)!;
        const data = reader.encodeFunctionData(verb, inputs.map((input) => anyValue(input.type, input.components as never)));
        for (const from of callers) {
          // The governor is the timelock's one hand; what it may do there is in governance/execution.test.ts.
          if (name === "timelock" && from === contracts.governor) continue;
          const refusal = await refusalOf(name, from, contracts[name], data);
          expect(refusal, `${name}.${verb} from ${from}`).to.match(/^(OnlyByVote|OnlyChallenges|OnlyGuardians|OnlyByMarket|OnlyByCommons|GovernorOnlyExecutor|GovernorDisabledDeposit|AccessControl\w+|Timelock\w+)$/);
        }
      }
    }
  });

  it("refuses members' acts to all who are no members", async () => {
    const coop = await load(founded);
    const { contracts } = coop.record;
    for (const { name } of STEPS) {
      const reader = Interface.from(readArtifact(name).abi);
      for (const [verb, whose] of Object.entries(WHOSE[name])) {
        if (whose !== "members") continue;
        const { inputs } = reader.getFunction(verb)!;
        const data = reader.encodeFunctionData(verb, inputs.map((input) => anyValue(input.type, input.components as never)));
        for (const from of [(await personAt(0)).address, coop.stranger.address, contracts.timelock, contracts.challenges]) {
          expect(await refusalOf("memberRegistry", from, contracts[name], data), `${name}.${verb} from ${from}`).to.equal("NotAMember");
        }
      }
    }
  });

  it("lets the market take no capital and the commons move no escrow, and each what is its own", async () => {
    const coop = await load(founded);
    const { contracts } = coop.record;
    const { pool, stranger } = coop;
    await refused(pool.connect(stranger.signer).escrow(stranger.address, contracts.market, 1), pool, "OnlyByMarket", stranger.address);
    await refused(pool.connect(stranger.signer).takeCapital(contracts.market), pool, "OnlyByCommons", stranger.address);
    const reader = Interface.from(readArtifact("surplusPool").abi);
    for (const [verb, whose] of Object.entries(WHOSE.surplusPool)) {
      if (whose !== "market" && whose !== "commons") continue;
      const { inputs } = reader.getFunction(verb)!;
      const data = reader.encodeFunctionData(verb, inputs.map((input) => anyValue(input.type, input.components as never)));
      const refusals = await Promise.all([contracts.market, contracts.commonsPool].map((from) => refusalOf("surplusPool", from, contracts.surplusPool, data)));
      expect(refusals[whose === "market" ? 1 : 0], verb).to.equal(whose === "market" ? "OnlyByMarket" : "OnlyByCommons");
      expect(refusals[whose === "market" ? 0 : 1], verb).to.be.oneOf(["", "TokenNotListed", "ReserveStays"]);
    }
  });

  it("refuses the acts of an order, an offer and a request to all who have no part in it", async () => {
    const coop = await load(founded);
    const { contracts } = coop.record;
    const { he, lin, zhou } = coop.people;
    const trade = await openMarket(coop);
    await trade.deposits(he, 10n * COIN);
    const signed = await trade.offers(zhou);
    const request = await trade.asks(he, signed.offer);
    const order = await trade.funds(he, signed);
    const values: Record<string, readonly unknown[]> = { arbitrate: [order, 0], cancelOffer: [signed.offer], cancelRequest: [request], dispute: [order, ZeroHash], rate: [order, 5, ZeroHash], split: [order, 0, 0, 0, "0x"] };
    const reader = Interface.from(readArtifact("market").abi);
    for (const [verb, whose] of Object.entries(WHOSE.market)) {
      if (whose !== "party") continue;
      const data = reader.encodeFunctionData(verb, values[verb] ?? [order]);
      for (const from of [lin.address, coop.stranger.address, (await personAt(0)).address, contracts.timelock, contracts.governor, contracts.surplusPool, contracts.commonsPool])
        expect(await refusalOf("market", from, contracts.market, data), `${verb} from ${from}`).to.equal("NotYourOrder");
    }
  });

  it("counts no ballot of one who is no member, on an open proposal, whoever carries it", async () => {
    const coop = await load(founded);
    const { assembly, stranger, people } = coop;
    const { governor: to } = coop.record.contracts;
    const proposal = await assembly.proposes(people.lin, await assembly.sets(5, 20));
    await assembly.opens(proposal);
    const reader = Interface.from(readArtifact("governor").abi);
    const signed = [1, stranger.address, "0x"] as const;
    const calls = {
      castVote: [proposal.id, 1], castVoteWithReason: [proposal.id, 1, "why"], castVoteWithReasonAndParams: [proposal.id, 1, "why", "0x"],
      castVoteBySig: [proposal.id, ...signed], castVoteWithReasonAndParamsBySig: [proposal.id, 1, stranger.address, "why", "0x", "0x"],
    };
    expect(Object.keys(calls).sort()).to.deep.equal(Object.keys(WHOSE.governor).filter((verb) => WHOSE.governor[verb] === "ballot"));
    for (const [verb, values] of Object.entries(calls)) {
      const data = reader.encodeFunctionData(verb, values);
      const wanted = verb.endsWith("BySig") ? "GovernorInvalidSignature" : "NoVoteAtSnapshot";
      for (const from of [(await personAt(0)).address, stranger.address, coop.record.contracts.timelock]) expect(await refusalOf("governor", from, to, data), verb).to.equal(wanted);
    }
    expect(await coop.governor.proposalVotes(proposal.id)).to.deep.equal([0n, 0n, 0n]);
  });

  for (const { name } of STEPS) {
    it(`has no instruction in ${name} that runs another's code in its place, or ends it, or makes other contracts`, () => {
      const code = Buffer.from(readArtifact(name).deployedBytecode.slice(2), "hex");
      // The compiler's note at the end is no code; its length stands in the last two bytes.
      const end = code.length - 2 - code.readUInt16BE(code.length - 2);
      const found: string[] = [];
      const FORBIDDEN: Record<number, string> = { 0xf0: "CREATE", 0xf2: "CALLCODE", 0xf4: "DELEGATECALL", 0xf5: "CREATE2", 0xff: "SELFDESTRUCT" };
      for (let at = 0; at < end; ++at) {
        const op = code[at]!;
        if (FORBIDDEN[op]) found.push(FORBIDDEN[op]);
        if (op >= 0x60 && op <= 0x7f) at += op - 0x5f;
      }
      expect(found).to.deep.equal([]);
    });
  }

  it("takes no money: no contract accepts any, and only what OpenZeppelin made so can be paid at all", async () => {
    const coop = await load(founded);
    const paid: string[] = [];
    for (const { name } of STEPS) {
      const refusal = await chain.ethers.provider.call({ from: coop.stranger.address, to: coop.record.contracts[name], value: 1n }).then(() => "", (error: Error) => error.message);
      expect(refusal, name).to.not.equal("");
      const payable = Interface.from(readArtifact(name).abi).fragments.filter((fragment) => fragment.type === "function" && (fragment as unknown as { stateMutability?: string }).stateMutability === "payable");
      paid.push(...payable.map((fragment) => `${name}.${(fragment as unknown as { name: string }).name}`));
    }
    expect(paid.sort()).to.deep.equal(["governor.execute", "governor.relay", "timelock.execute", "timelock.executeBatch"]);
  });
});
