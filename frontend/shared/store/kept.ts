import { database, type Draft } from "./database.ts";

/** What this browser keeps of one chain. */
export interface Kept {
  readonly drafts: number;
  readonly journal: number;
  /** Bytes that the pages use in all, as the browser tells it; null where it does not. */
  readonly bytes: number | null;
}

interface KeptFile {
  readonly kind: "gongsheng drafts";
  readonly version: 1;
  readonly chain: string;
  readonly drafts: readonly Draft[];
}

/** A file that was not saved by `saveKept`. */
export class KeptFileInvalid extends Error {}

/** Counts what is kept of a chain. Rejects where the browser refuses storage. */
export async function countKept(chain: string): Promise<Kept> {
  const db = await database();
  const [drafts, journal, estimate] = await Promise.all([
    db.countFromIndex("drafts", "chain", chain),
    db.countFromIndex("journal", "chain", chain),
    navigator.storage?.estimate?.().catch(() => undefined),
  ]);
  return { drafts, journal, bytes: estimate?.usage ?? null };
}

/** All drafts and evidence manifests of a chain as the text of a file. */
export async function saveKept(chain: string): Promise<string> {
  const drafts = await (await database()).getAllFromIndex("drafts", "chain", chain);
  const file: KeptFile = { kind: "gongsheng drafts", version: 1, chain, drafts };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Puts back what a file holds under the chain in use; what is here already stays as it is. Gives how many were put back. Errors: KeptFileInvalid. */
export async function restoreKept(text: string, chain: string): Promise<number> {
  const drafts = readFile(text);
  const db = await database();
  let put = 0;
  for (const draft of drafts) {
    const key = `${chain}${draft.key.slice(draft.chain.length)}`;
    if ((await db.get("drafts", key)) !== undefined) continue;
    await db.put("drafts", { key, chain, savedAt: draft.savedAt, content: draft.content });
    put += 1;
  }
  return put;
}

function readFile(text: string): readonly Draft[] {
  let file: Partial<KeptFile> | null;
  try {
    file = JSON.parse(text) as Partial<KeptFile> | null;
  } catch {
    throw new KeptFileInvalid("no JSON");
  }
  const whole = file?.kind === "gongsheng drafts" && file.version === 1 && Array.isArray(file.drafts) && file.drafts.every(isDraft);
  if (!whole) throw new KeptFileInvalid("not a file of drafts");
  return file!.drafts!;
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return typeof draft?.key === "string" && typeof draft.chain === "string" && draft.key.startsWith(draft.chain) && Number.isFinite(draft.savedAt);
}
