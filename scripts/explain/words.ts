import { type Both, type Speech, tell } from "#client/chain/words.ts";
import type { Ledger } from "#client/ledger.ts";
import { statementOf } from "#client/work/statements.ts";
import type { Kind, RecordClaim } from "#client/work/types.ts";
import { readUri } from "#client/work/uri.ts";
import { kindWords } from "#client/work/words.ts";
import type { ProjectId } from "#client/chain/ids.ts";
import type { Language } from "../coop/language.ts";
import { speechOf } from "../coop/speech.ts";

/** How the verbs that explain tell things in one language. */
export interface Teller {
  /** Micro-units with all decimals that are there. */
  amount(micro: bigint): string;
  time(at: number): string;
  member(id: number): string;
  project(id: number): string;
  /** A count of a kind's unit: 6小时, 6 hours. */
  units(project: ProjectId, kind: Kind, quantity: number): string;
  kind(kind: Kind): string;
  /** What a record is called: its public words, else its kind. Anybody's words. */
  title(claim: RecordClaim): string;
}

/** A teller of the books' names and units. */
export function tellerOf(ledger: Ledger, language: Language): Teller {
  const speech: Speech = speechOf(ledger);
  return {
    amount: (micro) => (micro < 0n ? `−${speech.amount(-micro)[language]}` : speech.amount(micro)[language]),
    time: (at) => speech.time(at)[language],
    member: (id) => speech.member(id)[language],
    project: (id) => speech.project(id)[language],
    units: (project, kind, quantity) => countOf(quantity, statementOf(ledger.work.projects.get(project)!).units[kind])[language],
    kind: (kind) => kindWords[kind][language],
    title: (claim) => {
      const told = readUri(claim.uri);
      return told?.is === "words" ? (language === "zh" ? `“${told.words}”` : `"${told.words}"`) : kindWords[claim.kind][language];
    },
  };
}

/** English units are given in the singular. */
function countOf(quantity: number, unit: Both): Both {
  const many = quantity !== 1 && /[a-z]$/i.test(unit.en) && !/s$/i.test(unit.en);
  return tell(`${quantity}${unit.zh}`, `${quantity} ${unit.en}${many ? "s" : ""}`);
}
