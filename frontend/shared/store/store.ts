import { useSyncExternalStore } from "react";

/** A value outside React that views follow: the head of the chain, the language, who signs. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  /** Calls back after every change, until the returned function is called. */
  follow(listener: () => void): () => void;
}

/** Makes a store. Setting the same value again wakes nobody. */
export function createStore<T>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(next) {
      if (Object.is(next, current)) return;
      current = next;
      for (const listener of [...listeners]) listener();
    },
    follow(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The store's value in a view; the view is drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.follow, store.get, store.get);
}
