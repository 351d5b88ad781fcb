import { epochOf } from "#client/chain/clock.ts";
import type { MemberId, ProjectId, StatementId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { charterIn } from "#client/work/charters.ts";
import { cidOf } from "#client/work/statement/cid.ts";
import { readDraft } from "#client/work/statement/draft.ts";
import { writeAmount } from "#client/work/statement/fields.ts";
import { serialise } from "#client/work/statement/format.ts";
import { readDocument } from "#client/work/statement/store.ts";
import { textOf } from "#client/work/statement/canonical.ts";
import { documentInside } from "#client/work/statements.ts";
import { kinds, type Project, type StatementRecord } from "#client/work/types.ts";
import { bytesAt } from "../../../people/documents.ts";
import { reach } from "../useReading.ts";
import { loadKept } from "../../../../shared/store/slot.ts";
import { blank, readWriting, spokenOf, type Writing } from "./writing.ts";

/** What the address may ask for. */
export interface Wanted {
  readonly amends: ProjectId | null;
  readonly previous: StatementId | null;
}

/** What a form begins with. `unread`: the earlier version could not be read from here. */
export interface Start {
  readonly writing: Writing;
  readonly savedAt: number | null;
  readonly unread: boolean;
}

/** Under which name this browser keeps the draft. */
export const slotOf = (is: Writing["is"], { amends, previous }: Wanted): string => `document/${previous ?? (amends === null ? is : `amends-${amends}`)}`;

/** The draft that was kept; else the earlier version, the live charter, or a blank page. */
export async function begin(is: Writing["is"], wanted: Wanted, ledger: Ledger, me: MemberId | null, now: number, language: "zh" | "en"): Promise<Start> {
  const kept = await loadKept(slotOf(is, wanted), readWriting);
  if (kept) return { writing: kept.content, savedAt: kept.savedAt, unread: false };
  const start = await fresh(is, wanted, ledger, me, now, language);
  return { ...start, savedAt: null };
}

/** The same without what was kept. */
export async function fresh(is: Writing["is"], { amends, previous }: Wanted, ledger: Ledger, me: MemberId | null, now: number, language: "zh" | "en"): Promise<{ writing: Writing; unread: boolean }> {
  const page = blank(is, language);
  const before = previous === null ? undefined : ledger.work.statements.get(previous);
  if (before) return nextOf(page, before);
  const project = amends === null ? undefined : ledger.work.projects.get(amends);
  if (project) return { writing: amendmentOf(page, project, epochOf(ledger, now)), unread: false };
  if (is === "statement" && me !== null) return { writing: { ...page, fields: { ...page.fields, stewards: String(me) } }, unread: false };
  return { writing: page, unread: false };
}

/** An earlier version as a draft of the next one. */
async function nextOf(page: Writing, before: StatementRecord): Promise<{ writing: Writing; unread: boolean }> {
  const inherited = { previous: cidOf(before.document), ...(before.project === null ? {} : { amends: String(before.project) }) };
  const near = bytesAt(before);
  const outcome = near ? null : await readDocument({ uri: before.uri, digest: before.document }, reach());
  const bytes = near ?? (outcome?.is === "verified" ? outcome.bytes : null);
  const text = bytes && textOf(bytes);
  if (!text) return { writing: { ...page, fields: { ...page.fields, ...inherited } }, unread: true };
  return { writing: withDocument(page, text, inherited), unread: false };
}

/** A text that was read, as a draft; `over` stands above what it says. */
export function withDocument(page: Writing, text: string, over: Readonly<Record<string, string>> = {}): Writing {
  const { fields, body } = readDraft(text);
  return { ...page, fields: { ...fields, ...over }, body, spoken: page.is === "article" ? page.spoken : spokenOf(fields) };
}

/** The live charter as a draft of its amendment: its statement's words where they can be read, its numbers as the chain has them. */
function amendmentOf(page: Writing, project: Project, epoch: number): Writing {
  const live = charterIn(project, epoch);
  const document = documentInside(live.uri, live.statement);
  const start = document ? withDocument(page, serialise(document)) : page;
  const rates = Object.fromEntries(kinds.map((kind) => [`rate.${kind}`, writeAmount(live.rates[kind])]));
  // Whoever founded it then need not propose this.
  const { cofounders: _, ...said } = start.fields;
  const numbers = { budget: writeAmount(live.budget), ...rates, minSurplus: String(live.minSurplus), salesCap: String(live.salesCap), stewards: project.stewards.join(", "), industry: String(live.industry) };
  return { ...start, fields: { ...said, ...numbers, amends: String(project.id), previous: cidOf(live.statement) } };
}
