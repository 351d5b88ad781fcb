const prefix = "gongsheng.";

/** A remembered choice, or null. Browsers that refuse storage remember nothing, and nothing breaks. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

/** Remembers a small choice in this browser; null forgets it. */
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + key);
    else localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is full or refused: the choice holds until the page is closed.
  }
}
