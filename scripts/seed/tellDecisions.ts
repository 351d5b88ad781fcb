// The acts by which the members proposed, voted and had carried out what passed.
import { packVoter } from "#client/governance/castBallots.ts";
import { id as hashOf, keccak256, AbiCoder, Signature } from "ethers";
import { parameterNames } from "#client/chain/clock.ts";
import { charterIn } from "./documents.ts";
import { seedClosings, seedDecisions, type SeedAction, type SeedDecision, type Support } from "./decisions.ts";
import type { Moment } from "./moment.ts";
import { practiceAccount, practiceSeats } from "./people.ts";
import { WHO, type Who } from "./records.ts";
import type { StepName } from "../deploy/record.ts";
import { practiceToken, type Teller } from "./teller.ts";
import { admissionOf } from "./tellStatements.ts";

const SUPPORT = { against: 0, for: 1, abstain: 2 } as const;
const MEMBER_BALLOT = {
  MemberBallot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "member", type: "uint32" },
    { name: "keyEpoch", type: "uint16" },
  ],
};

/** All that was decided, and who asked to close what. */
export const tellDecisions = (): Moment[] => [
  ...seedDecisions.flatMap(tellDecision),
  ...seedClosings.map(([day, who, project]): Moment => ({ day, act: (teller, now) => teller.act(now, WHO[who], "projectRegistry", "askToClose", project, true) })),
];

function tellDecision(decision: SeedDecision): Moment[] {
  const { by, day, ballots = [], carried, queued, executed, cancelled } = decision;
  const proposer = WHO[by];
  // Queued, executed and cancelled by the one who proposed it; anyone might queue and execute.
  const handle = (verb: "queue" | "execute" | "cancel", when: number): Moment => ({
    day: when,
    act: (teller, now) => teller.act(now, proposer, "governor", verb, ...callsOf(teller, decision), hashOf(describe(decision))),
  });
  const moments: Moment[] = [{ day, act: (teller, now) => teller.act(now, proposer, "governor", "propose", ...callsOf(teller, decision), describe(decision)) }];
  for (const [when, who, support, reason] of ballots) {
    const verb = reason === undefined ? "castVote" : "castVoteWithReason";
    moments.push({ day: when, act: (teller, now) => teller.act(now, WHO[who], "governor", verb, proposalIdOf(teller, decision), SUPPORT[support], ...(reason === undefined ? [] : [reason])) });
  }
  if (carried)
    moments.push({
      day: carried.day,
      act: async (teller, now) => {
        const proposalId = proposalIdOf(teller, decision);
        const signed = await Promise.all(carried.ballots.map(([who, support]) => signBallot(teller, proposalId, who, support)));
        await teller.act(now, WHO[carried.by], "governor", "castBallots", [{ proposalId, ballots: signed, wallets: [] }]);
      },
    });
  if (queued !== undefined) moments.push(handle("queue", queued));
  if (executed !== undefined) moments.push(handle("execute", executed));
  if (cancelled !== undefined) moments.push(handle("cancel", cancelled));
  return moments;
}

/** The words of a proposal. Its end keeps others from proposing the same in front of the proposer. */
function describe({ title, text, by }: SeedDecision): string {
  return `# ${title}\n\n${text}\n\n#proposer=${practiceSeats()[WHO[by] - 1]!.address}`;
}

/** Targets, values and data of a proposal. */
function callsOf(teller: Teller, { actions }: SeedDecision): [string[], bigint[], string[]] {
  const calls = actions.map((action) => callOf(teller, action));
  return [calls.map(([contract]) => teller.record.contracts[contract]), calls.map(() => 0n), calls.map(([contract, verb, args]) => teller.encode(contract, verb, args))];
}

function callOf(teller: Teller, action: SeedAction): readonly [StepName, verb: string, args: readonly unknown[]] {
  switch (action.is) {
    case "admit":
      return ["projectRegistry", "admit", admissionOf(action.statement)];
    case "parameter":
      return ["parameters", "set", [parameterNames.indexOf(action.parameter), action.value]];
    case "stewards":
      return ["projectRegistry", "replaceStewards", [action.project, action.stewards]];
    case "cooperative":
      return ["projectRegistry", "amendCooperative", [charterIn(action.statement)]];
    case "token":
      return ["surplusPool", "list", [practiceToken(teller), true]];
  }
}

/** As the governor's hashProposal says. */
function proposalIdOf(teller: Teller, decision: SeedDecision): bigint {
  const content = [...callsOf(teller, decision), hashOf(describe(decision))];
  return BigInt(keccak256(AbiCoder.defaultAbiCoder().encode(["address[]", "uint256[]", "bytes[]", "bytes32"], content)));
}

/** A ballot signed off-net by a member's first key. */
async function signBallot({ record }: Teller, proposalId: bigint, who: Who, support: Support) {
  const domain = { name: "Gongsheng", version: "1", chainId: record.chainId, verifyingContract: record.contracts.governor };
  const ballot = { member: WHO[who], keyEpoch: 0, support: SUPPORT[support] };
  const { r, yParityAndS: vs } = Signature.from(await practiceAccount(WHO[who]).signTypedData(domain, MEMBER_BALLOT, { proposalId, ...ballot }));
  return { voter: packVoter(ballot.member, ballot.keyEpoch, ballot.support), r, vs };
}
