// `coop vote`: casts a member's ballot, or signs it for somebody to carry.
import { parseArgs } from "node:util";
import { memberId } from "#client/chain/ids.ts";
import { type MemberBallot, signable } from "#client/governance/ballot.ts";
import { writeBallots } from "#client/governance/ballotList.ts";
import { mayVote } from "#client/governance/may.ts";
import type { Support } from "#client/governance/types.ts";
import { parseVote } from "#client/governance/vote.ts";
import { supportWords } from "#client/governance/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Actor, keystoreActor, perform, practiceActors } from "../coop/act.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, type Cooperative, openCooperative } from "../coop/open.ts";
import { findProposal, titleOf } from "./find.ts";
import { readNow } from "./now.ts";
import { decideWords } from "./text.ts";

const SAID: Readonly<Record<string, Support>> = { for: "for", against: "against", abstain: "abstain", 赞成: "for", 反对: "against", 弃权: "abstain" };

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = decideWords[language];
  const own = { reason: { type: "string" }, member: { type: "string" }, sign: { type: "boolean", default: false }, json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.voteHelp);
    return EXIT.done;
  }
  const [typed = "", said = ""] = positionals;
  const support = Object.hasOwn(SAID, said) ? SAID[said] : undefined;
  if (positionals.length !== 2 || support === undefined || (values.sign && values.reason !== undefined)) throw new Failure(words.voteUsage, EXIT.badInput);

  const cooperative = await openCooperative(values, language);
  const { ledger, now } = await readNow(cooperative);
  const found = findProposal(ledger, typed);
  if (!found) throw new Failure(words.noProposal(typed), EXIT.badInput);
  const { proposal, number } = found;
  const intent = parseVote(proposal, support, values.reason);
  const actor = await findVoter(cooperative, ledger, values.member, language);
  const obstacle = mayVote(ledger, proposal, actor.member, now);
  // A ballot may be signed before its vote is open: whoever carries it waits.
  if (obstacle && !(values.sign && now <= proposal.opensAt)) throw new Failure(words.mayNotVote(actor.name, number, words.obstacles[obstacle] ?? obstacle));
  if (values.sign) {
    const ballot: MemberBallot = { proposalId: proposal.id, support, member: actor.member, keyEpoch: ledger.people.members.get(actor.member)!.keyEpoch };
    const signature = await actor.account.signTypedData(signable(ballot, cooperative.deployment));
    process.stdout.write(writeBallots([{ ...ballot, signature }], cooperative.deployment));
    console.error(words.signed(actor.name, supportWords[support][language], number, titleOf(proposal)));
    return EXIT.done;
  }
  const { receipt } = await perform(cooperative, actor, intent);
  if (values.json) console.log(JSON.stringify({ proposal: String(proposal.id), number, member: actor.member, support, tx: receipt.transactionHash }));
  else console.log(words.voted(actor.name, supportWords[support][language], number, titleOf(proposal), receipt.transactionHash));
  return EXIT.done;
}

/** A ballot is one member's: on the practice network it must be said whose seat votes, elsewhere it is the keystore's key. */
async function findVoter(cooperative: Cooperative, ledger: Ledger, typed: string | undefined, language: Language): Promise<Actor> {
  const words = decideWords[language];
  if (!cooperative.deployment.practice) {
    if (typed !== undefined) throw new Failure(words.ownKeyOnly, EXIT.badInput);
    const { member, ...actor } = await keystoreActor(ledger, language);
    if (member === null) throw new Failure(words.notAMember(actor.account.address));
    return { ...actor, member };
  }
  if (typed === undefined || !/^[1-9]\d{0,8}$/.test(typed)) throw new Failure(words.whichSeat, EXIT.badInput);
  const actor = practiceActors(cooperative, ledger, language).find(({ member }) => member === memberId(Number(typed)));
  if (!actor) throw new Failure(words.noSeat(typed), EXIT.badInput);
  return actor;
}
