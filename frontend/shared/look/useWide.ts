import { useSyncExternalStore } from "react";

const queries = new Map<string, MediaQueryList>();

function query(text: string): MediaQueryList {
  let made = queries.get(text);
  if (!made) queries.set(text, (made = window.matchMedia(text)));
  return made;
}

/** Whether the window is at least so many pixels wide: for parts that are built, not only laid out, otherwise on a phone. */
export function useWide(pixels: number): boolean {
  const media = query(`(width >= ${pixels}px)`);
  return useSyncExternalStore(
    (wake) => {
      media.addEventListener("change", wake);
      return () => media.removeEventListener("change", wake);
    },
    () => media.matches,
  );
}
