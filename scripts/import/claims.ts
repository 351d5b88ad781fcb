// What stewards and attesters do with batches and bindings. On the practice network its own seats act, and it is said aloud.
import { epochOf } from "#client/chain/clock.ts";
import { projectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { FEW, MOST_PROJECTS } from "#client/work/answers.ts";
import { parseAttest } from "#client/work/attest.ts";
import { parseEnrol } from "#client/work/enrol.ts";
import { answersNow, attestObstacle, freeAttesters, neededNow } from "#client/work/may.ts";
import { stageOf } from "#client/work/stage.ts";
import { enrolledIn, isEnrolled, projectsAttested } from "#client/work/sums.ts";
import type { Claim } from "#client/work/types.ts";
import { type Actor, perform, practiceActors } from "../coop/act.ts";
import type { Language } from "../coop/language.ts";
import type { Cooperative } from "../coop/open.ts";
import { type SendWords, sendWords } from "./sendText.ts";

/** How a command speaks and acts. `tell` prints one line aloud. */
export interface Stage {
  cooperative: Cooperative;
  language: Language;
  words: SendWords;
  tell(line: string): void;
}

export const openStage = (cooperative: Cooperative, language: Language, json: boolean): Stage => ({
  cooperative,
  language,
  words: sendWords[language],
  // Standard output belongs to the JSON object.
  tell: json ? (line) => console.error(line) : (line) => console.log(line),
});

/** So many practice attesters, besides the claim's own people, are seen to. */
const WANTED = 3;

/** On the practice network: lets seats enrol where fewer than a few could attest. Elsewhere members do. */
export async function seeToAttesters(stage: Stage, project: number, owners: readonly Actor[]): Promise<void> {
  const { cooperative, language, words, tell } = stage;
  if (!cooperative.deployment.practice) return;
  const own = owners.map(({ member }) => member);
  for (;;) {
    const { ledger, now } = await cooperative.read();
    const epoch = epochOf(ledger, now);
    const id = projectId(project);
    if (freeAttesters(ledger, id, own, epoch) >= WANTED || enrolledIn(ledger, id, epoch) >= FEW) return;
    const next = practiceActors(cooperative, ledger, language).find(
      ({ member }) => !own.includes(member) && !isEnrolled(ledger, id, member, epoch) && projectsAttested(ledger, member, epoch).length < MOST_PROJECTS,
    );
    if (!next) return;
    tell(words.enrolling(next.name));
    await perform(cooperative, next, parseEnrol({ project }));
  }
}

/** On the practice network: its attesters say yes until the claim is sealed. Gives the claim as it then stands. */
export async function attestByPractice(stage: Stage, id: Claim["id"]): Promise<{ claim: Claim; ledger: Ledger; now: number }> {
  const { cooperative, language, words, tell } = stage;
  for (;;) {
    const { ledger, now } = await cooperative.read();
    const claim = ledger.work.claims.get(id)!;
    if (!cooperative.deployment.practice || stageOf(ledger, claim, now).situation !== "waiting") return { claim, ledger, now };
    const attester = practiceActors(cooperative, ledger, language).find(({ member }) => attestObstacle(ledger, claim, member, now) === null);
    if (!attester) {
      tell(words.tooFew(neededNow(ledger, claim, now) - answersNow(ledger, claim, now).length));
      return { claim, ledger, now };
    }
    tell(words.attesting(attester.name));
    await perform(cooperative, attester, parseAttest({ by: claim.by, evidence: claim.evidence, quantity: 1 }));
  }
}

/** A moment as text, in universal time: the same on every machine. Seconds since 1970. */
export const showMoment = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
