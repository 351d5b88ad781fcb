import type { Both } from "../language/words.ts";
import { createStore } from "../store/store.ts";

/** What the one polite live region says. The count makes the same words heard twice when they are said twice. */
export const announceStore = createStore<{ text: Both; count: number }>({ text: { zh: "", en: "" }, count: 0 });

/** Says something to those who do not see the page: an act was sent, recorded, failed. */
export function announce(text: Both): void {
  announceStore.set({ text, count: announceStore.get().count + 1 });
}
