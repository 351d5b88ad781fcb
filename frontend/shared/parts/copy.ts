import { useEffect, useRef, useState } from "react";

/** Copies a text; `done` is true for two seconds afterwards. A browser that refuses leaves `done` false. */
export function useCopy(text: string): { done: boolean; copy: () => void } {
  const [done, setDone] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = () => {
    navigator.clipboard?.writeText(text).then(
      () => {
        setDone(true);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setDone(false), 2000);
      },
      () => setDone(false),
    );
  };
  return { done, copy };
}
