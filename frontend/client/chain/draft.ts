/** The values of a state while events are applied. */
type Changing<S> = { -readonly [K in keyof S]: S[K] };
type MapOf<T> = T extends ReadonlyMap<infer K, infer V> ? Map<K, V> : never;
type ListOf<T> = T extends readonly (infer V)[] ? V[] : never;

/**
 * A state that a run of events may change without touching the one it came from. Each map or list is copied at its first
 * change and then written in place, so that a run costs its events and one copy, not one copy for each event.
 */
export class Draft<S extends object> {
  readonly state: Changing<S>;
  private readonly owned = new Set<keyof S>();
  private readonly grown = new WeakSet<readonly unknown[]>();

  constructor(state: S) {
    this.state = { ...state };
  }

  /** A map of the state, to be written. */
  map<K extends keyof S>(key: K): MapOf<S[K]> {
    if (!this.owned.has(key)) this.own(key, new Map(this.state[key] as ReadonlyMap<unknown, unknown>));
    return this.state[key] as MapOf<S[K]>;
  }

  /** A list of the state, to be appended to. */
  list<K extends keyof S>(key: K): ListOf<S[K]> {
    if (!this.owned.has(key)) this.own(key, [...(this.state[key] as readonly unknown[])]);
    return this.state[key] as ListOf<S[K]>;
  }

  /**
   * A list somewhere inside of the state with one item more. One that grew in this run is written in place, so that a run of many
   * items costs each of them once: whoever likes may put thousands into the log.
   */
  append<T>(list: readonly T[], item: T): readonly T[] {
    if (this.grown.has(list)) {
      (list as T[]).push(item);
      return list;
    }
    const copy = [...list, item];
    this.grown.add(copy);
    return copy;
  }

  private own(key: keyof S, copy: unknown): void {
    (this.state as Record<keyof S, unknown>)[key] = copy;
    this.owned.add(key);
  }
}
