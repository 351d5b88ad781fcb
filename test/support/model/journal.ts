/** Takes back what was written since an act began, where the act is refused. */
export class Journal {
  private readonly written: (() => void)[] = [];
  private inside = 0;

  /** All of it, or nothing. One inside another is part of it. */
  wholly<T>(act: () => T): T {
    const since = this.written.length;
    this.inside++;
    try {
      return act();
    } catch (error) {
      while (this.written.length > since) this.written.pop()!();
      throw error;
    } finally {
      if (--this.inside === 0) this.written.length = 0;
    }
  }

  note(takeBack: () => void): void {
    if (this.inside > 0) this.written.push(takeBack);
  }
}

/** A map in which everything has a value from the beginning. What it holds is never changed in place, only replaced. */
export class Kept<K, V> {
  private readonly journal: Journal;
  private readonly initial: V;
  private readonly map = new Map<K, V>();

  constructor(journal: Journal, initial: V) {
    this.journal = journal;
    this.initial = initial;
  }

  get(key: K): V {
    const value = this.map.get(key);
    return value === undefined ? this.initial : value;
  }
  set(key: K, value: V): void {
    const before = this.map.get(key);
    this.journal.note(() => (before === undefined ? this.map.delete(key) : this.map.set(key, before)));
    this.map.set(key, value);
  }
  keys = (): IterableIterator<K> => this.map.keys();
  values = (): IterableIterator<V> => this.map.values();
}
