import type { MemberId, ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { nameOf } from "#client/people/names.ts";
import { statementOf } from "#client/work/statements.ts";
import type { Claim } from "#client/work/types.ts";
import { formatDate, formatMoment } from "../../../shared/language/time.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import type { Both } from "../../../shared/language/words.ts";
import { claimTitle, quantityWords } from "../../people/claimWords.ts";

/** A member's name in both languages; the number where there is no name. */
export function memberWords({ people }: Ledger, id: MemberId): Both {
  const member = people.members.get(id);
  return member ? nameOf(member) : { zh: `${id}号成员`, en: `Member ${id}` };
}

/** A project's title in both languages; the number where its statement cannot be read. */
export function projectWords({ work }: Ledger, id: ProjectId): Both {
  const project = work.projects.get(id);
  return project ? statementOf(project).title : { zh: `${id}号项目`, en: `Project ${id}` };
}

/** What a claim is called. Anybody's words: text only. */
export const titleWords = (claim: Claim): Both => ({ zh: claimTitle(claim, "zh"), en: claimTitle(claim, "en") });

/** A quantity with the charter's unit. */
export function amountWords({ work }: Ledger, claim: Claim, quantity: number): Both {
  const project = work.projects.get(claim.project);
  return { zh: quantityWords(claim, project, quantity, "zh"), en: quantityWords(claim, project, quantity, "en") };
}

/** Micro-units as both languages write them. */
export const microWords = (micro: bigint): Both => ({ zh: formatMicro(micro, "zh"), en: formatMicro(micro, "en") });

/** A moment as both languages write it. */
export const momentWords = (at: number, now: number): Both => ({ zh: formatMoment(at, "zh", now), en: formatMoment(at, "en", now) });

/** A day as both languages write it. */
export const dayWords = (at: number, now: number): Both => ({ zh: formatDate(at, "zh", now), en: formatDate(at, "en", now) });
