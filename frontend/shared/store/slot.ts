import { chainKey } from "../chain/deployment.ts";
import { networkStore } from "../chain/network.ts";
import { database } from "./database.ts";

/** What was written in this visit, for browsers that refuse storage. */
const inMemory = new Map<string, { content: unknown; savedAt: number }>();

function placeOf(slot: string): { key: string; chain: string } | null {
  const { deployment } = networkStore.get();
  return deployment && { key: `${chainKey(deployment)}/${slot}`, chain: chainKey(deployment) };
}

/** What this browser keeps under a name, and when it was saved (milliseconds); null where there is nothing that `read` takes. */
export async function loadKept<T>(slot: string, read: (content: unknown) => T | null): Promise<{ content: T; savedAt: number } | null> {
  const place = placeOf(slot);
  if (!place) return null;
  const kept = (await database().then((db) => db.get("drafts", place.key)).catch(() => undefined)) ?? inMemory.get(place.key);
  const content = kept && read(kept.content);
  return kept && content ? { content, savedAt: kept.savedAt } : null;
}

/** Keeps it. False where the browser refuses; it then lasts as long as the page is open. */
export async function saveKept(slot: string, content: unknown): Promise<boolean> {
  const place = placeOf(slot);
  if (!place) return false;
  inMemory.set(place.key, { content, savedAt: Date.now() });
  return database()
    .then((db) => db.put("drafts", { ...place, savedAt: Date.now(), content }))
    .then(() => true, () => false);
}

/** Forgets it. */
export async function dropKept(slot: string): Promise<void> {
  const place = placeOf(slot);
  if (!place) return;
  inMemory.delete(place.key);
  await database().then((db) => db.delete("drafts", place.key)).catch(() => undefined);
}
