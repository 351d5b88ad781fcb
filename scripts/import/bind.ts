// `coop bind`: a steward says that an identity of a history is a member; attesters answer.
import { parseArgs } from "node:util";
import type { MemberId } from "#client/chain/ids.ts";
import { bindingOf, identityOfMember } from "#client/value/leaves.ts";
import { bindingEvidence, claimId } from "#client/work/foldClaims.ts";
import { projectId } from "#client/chain/ids.ts";
import { parseProposeBinding } from "#client/work/proposeBinding.ts";
import { bindingCountsFrom, stageOf, windowEnd } from "#client/work/stage.ts";
import { findSteward, perform } from "../coop/act.ts";
import { EXIT } from "../coop/exit.ts";
import { Failure } from "../coop/failure.ts";
import type { Language } from "../coop/language.ts";
import { chainArgs, openCooperative } from "../coop/open.ts";
import { attestByPractice, openStage, seeToAttesters, showMoment } from "./claims.ts";
import { countedBatches } from "./earlier.ts";
import { readProject } from "./options.ts";
import { findIdentity, readTrees } from "./person.ts";
import { sendWords } from "./sendText.ts";

/** Runs the verb. */
export async function run(args: string[], language: Language): Promise<number> {
  const words = sendWords[language];
  const own = { identity: { type: "string" }, project: { type: "string" }, member: { type: "string" }, json: { type: "boolean", default: false } } as const;
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { ...chainArgs, ...own } });
  if (values.help) {
    console.log(words.bindHelp);
    return EXIT.done;
  }
  const [project, number] = [readProject(values.project), readProject(values.member)];
  if (project === null || number === null || positionals.length + (values.identity === undefined ? 0 : 1) !== 1) throw new Failure(words.bindUsage, EXIT.badInput);

  const cooperative = await openCooperative(values, language);
  const stage = openStage(cooperative, language, values.json);
  const { ledger, now } = await cooperative.read();
  const member = number as MemberId;
  if (!ledger.people.members.has(member)) throw new Failure(words.noSuchMember(number), EXIT.badInput);
  const trees = await readTrees(countedBatches(ledger, project, now), cooperative.dataFolder, language);
  const identity = findIdentity(positionals[0], values.identity, trees, project, language);

  const bound = bindingOf(ledger, identity);
  const show = (fields: object): void => {
    if (values.json) console.log(JSON.stringify({ identity, member: number, ...fields }));
  };
  if (bound && bound.inForce > 0n) {
    stage.tell(words.boundAlready(bound.member));
    show({ member: bound.member, id: bound.id, sealed: true, countsFrom: bindingCountsFrom(bound) });
    return EXIT.done;
  }
  if (identityOfMember(ledger, member)) throw new Failure(words.memberBound(number), EXIT.badInput);

  const steward = await findSteward(cooperative, ledger, project, language);
  const id = claimId(steward.member, bindingEvidence(projectId(project), identity, member));
  const before = ledger.work.claims.get(id);
  // One that was proposed before and still waits is only brought to its end.
  if (!before || stageOf(ledger, before, now).situation !== "waiting") {
    const intent = parseProposeBinding({ project, identity, member });
    if (cooperative.deployment.practice) stage.tell(words.practiceAloud);
    await seeToAttesters(stage, project, [steward, { ...steward, member }]);
    stage.tell(words.proposing(steward.name, identity, number));
    await perform(cooperative, steward, intent);
  }
  const { claim, ledger: after } = await attestByPractice(stage, id);
  const countsFrom = bindingCountsFrom(claim);
  if (claim.sealedAt === null) stage.tell(words.leftToMembers(claim.needed - claim.answers.length));
  else if (claim.inForce === 0n) stage.tell(words.bindingRefused);
  else stage.tell(words.bound(showMoment(countsFrom!), showMoment(windowEnd(after, claim)!)));
  show({ id, sealed: claim.sealedAt !== null, countsFrom });
  return EXIT.done;
}
