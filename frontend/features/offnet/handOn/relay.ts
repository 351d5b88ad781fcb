import { isBoth } from "../../../shared/language/isBoth.ts";
import type { Both } from "../../../shared/language/words.ts";

/** What a relay said of a bundle: how many it will carry, and why not the others. */
export interface RelayAnswer {
  readonly taken: number;
  readonly refused: readonly Both[];
}

/** The relay took nothing; `say`: its own words, where it gave any. */
export class RelayRefused extends Error {
  readonly say: Both | null;
  constructor(status: number, say: Both | null) {
    super(`the relay answered ${status}`);
    this.name = "RelayRefused";
    this.say = say;
  }
}

const TIMEOUT = 20_000;
const taken = ["queued", "sent", "done"];

/** Gives a bundle to a relay, at the one address that the reader chose and to nobody else. Errors: RelayRefused, or the fetch's own. */
export async function giveToRelay(relay: string, bundle: string): Promise<RelayAnswer> {
  const answer = await fetch(`${relay.replace(/\/+$/, "")}/bundles`, { method: "POST", body: bundle, headers: { "content-type": "application/json" }, credentials: "omit", signal: AbortSignal.timeout(TIMEOUT) });
  const json = (await answer.json().catch(() => null)) as { say?: unknown; items?: unknown } | null;
  const items = Array.isArray(json?.items) ? (json.items as readonly { state?: unknown; say?: unknown }[]) : [];
  const went = items.filter(({ state }) => taken.includes(String(state)));
  const refused = items.filter((item) => !went.includes(item)).flatMap(({ say }) => (isBoth(say) ? [say] : []));
  if (went.length === 0 && refused.length === 0) throw new RelayRefused(answer.status, isBoth(json?.say) ? json.say : null);
  return { taken: went.length, refused };
}
