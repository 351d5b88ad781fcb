import { type BallotVerdict, checkBallot } from "../governance/ballotCheck.ts";
import { ballotOf } from "../governance/tally.ts";
import { bad, type Env, type Of, waits } from "./env.ts";
import type { Verdict } from "./verdicts.ts";

/** What is to be said of a ballot by itself. */
export async function checkOneBallot(item: Of<"ballot">, env: Env): Promise<Verdict> {
  const { ledger, deployment, now, hasCode } = env;
  const { place, number, kind: _, ...ballot } = item;
  const read = { ...ballot, chainId: place.chainId, governor: place.governor ?? deployment.contracts.governor, place: number };
  const verdict = await checkBallot(read, ledger, deployment, now);
  const key = ledger.people.members.get(item.member)?.key;
  if (verdict.is === "bad" && verdict.problem === "signature" && key && (await hasCode?.(key))) return toVerdict(await checkBallot(read, ledger, deployment, now, new Set([key.toLowerCase()])), item, env);
  return toVerdict(verdict, item, env);
}

function toVerdict(verdict: BallotVerdict, item: Of<"ballot">, { ledger }: Env): Verdict {
  if (verdict.is === "wallet") return verdict;
  if (verdict.is === "good") return { is: "good", signer: ledger.people.members.get(item.member)!.key };
  const proposal = ledger.governance.proposals.get(item.proposalId);
  switch (verdict.problem) {
    case "early":
      return waits({ is: "vote", at: proposal!.opensAt + 1 });
    case "voted":
      return ballotOf(proposal!, item.member)?.support === item.support ? { is: "done" } : bad("votedAlready");
    case "over":
      return bad("voteOver");
    case "noMember":
      return bad("nobody");
    case "signature":
      return bad("notSigned");
    default:
      return bad(verdict.problem);
  }
}
