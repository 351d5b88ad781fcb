import { useEffect, useRef, useState } from "react";
import { dropKept, saveKept } from "./slot.ts";

/** How it is kept. `idle`: nothing to keep yet. */
export type Keeping = "idle" | "saved" | "refused";

/** Something that is being written: it saves itself half a second after the last change, and when the page is left. `slot` names it in this browser. */
export function useKept<T>(slot: string, start: T, isWritten: (content: T) => boolean): { content: T; change: (next: (before: T) => T) => void; clear: (to: T) => void; keeping: Keeping } {
  const [content, setContent] = useState(start);
  const [keeping, setKeeping] = useState<Keeping>("idle");
  const newest = useRef(content);
  const changed = useRef(false);
  const written = useRef(isWritten);

  useEffect(() => {
    newest.current = content;
    if (!changed.current) return;
    const timer = setTimeout(() => {
      changed.current = false;
      if (written.current(content)) void saveKept(slot, content).then((kept) => setKeeping(kept ? "saved" : "refused"));
    }, 500);
    return () => clearTimeout(timer);
  }, [slot, content]);

  useEffect(() => {
    const save = () => {
      if (changed.current && written.current(newest.current)) void saveKept(slot, newest.current);
      changed.current = false;
    };
    window.addEventListener("pagehide", save);
    return () => {
      window.removeEventListener("pagehide", save);
      save();
    };
  }, [slot]);

  const change = (next: (before: T) => T) => {
    changed.current = true;
    setContent(next);
  };
  const clear = (to: T) => {
    changed.current = false;
    setContent(to);
    setKeeping("idle");
    void dropKept(slot);
  };
  return { content, change, clear, keeping };
}
