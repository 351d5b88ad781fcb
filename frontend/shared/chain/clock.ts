import { useEffect } from "react";
import { createStore, useStore } from "../store/store.ts";

/** The newest block as this page knows it. */
export interface Head {
  number: bigint;
  /** Seconds since 1970, as the block says. */
  timestamp: number;
  /** What the next block's time would have been when it was read; ahead of `timestamp` where nothing happened for a while. */
  nextTimestamp: number;
  /** Milliseconds by this machine's clock when it was read. */
  readAt: number;
}

/** The head of the chain; null before the first answer. */
export const headStore = createStore<Head | null>(null);

/** The chain's time now, seconds since 1970: what a block made now would say, as near as this page can know. */
export function chainNow(): number {
  const head = headStore.get();
  if (!head) return Math.floor(Date.now() / 1000);
  return head.nextTimestamp + Math.max(0, Math.floor((Date.now() - head.readAt) / 1000));
}

const tick = createStore(0);
let watchers = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Chain time in a view; the view is drawn again every ten seconds. */
export function useChainNow(): number {
  useStore(headStore);
  useTick();
  return chainNow();
}

/** Redraws the view every ten seconds, one timer for all. Returns this machine's time in seconds. */
export function useTick(): number {
  useStore(tick);
  useStore(tick);
  useEffect(() => {
    watchers += 1;
    timer ??= setInterval(() => tick.set(tick.get() + 1), 10_000);
    return () => {
      watchers -= 1;
      if (watchers > 0) return;
      clearInterval(timer);
      timer = undefined;
    };
  }, []);
  return Math.floor(Date.now() / 1000);
}
