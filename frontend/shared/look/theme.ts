import { recall, remember } from "../store/browser.ts";
import { createStore, useStore } from "../store/store.ts";

/** `system` follows the machine. */
export type Theme = "system" | "light" | "dark";

const kept = recall("theme");
const themeStore = createStore<Theme>(kept === "light" || kept === "dark" ? kept : "system");

/** The theme in use. */
export function useTheme(): Theme {
  return useStore(themeStore);
}

/** Changes the theme and remembers it. */
export function setTheme(theme: Theme): void {
  remember("theme", theme === "system" ? null : theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  themeStore.set(theme);
}
