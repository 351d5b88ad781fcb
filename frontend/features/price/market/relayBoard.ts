// A relay's board of offers and requests: asked, and written on, only when the reader presses a button.
import { isBoth } from "../../../shared/language/isBoth.ts";
import type { Both } from "../../../shared/language/words.ts";

const TIMEOUT = 20_000;
/** A list longer than this is none that is read. */
const MOST = 2_000_000;

const boardOf = (relay: string): string => `${relay.replace(/\/+$/, "")}/market`;

/** The bundle that a relay shows to whoever asks; empty where it has none. Errors: the fetch's own. */
export async function askBoard(relay: string): Promise<string> {
  const answer = await fetch(boardOf(relay), { credentials: "omit", signal: AbortSignal.timeout(TIMEOUT) });
  const text = answer.ok ? await answer.text() : "";
  return text.length <= MOST ? text : "";
}

/** Hands a bundle to a relay's board. Null: it is shown; else the relay's own words, where it gave any. Errors: the fetch's own. */
export async function showOnBoard(relay: string, bundle: string): Promise<null | { readonly why: Both | null }> {
  const answer = await fetch(boardOf(relay), { method: "POST", body: bundle, headers: { "content-type": "application/json" }, credentials: "omit", signal: AbortSignal.timeout(TIMEOUT) });
  if (answer.status === 202) return null;
  const json = (await answer.json().catch(() => null)) as { say?: unknown; items?: readonly { say?: unknown }[] } | null;
  const said = json?.items?.[0]?.say ?? json?.say;
  return { why: isBoth(said) ? said : null };
}
