/** Random numbers that are the same every time, so that a failing run can be repeated (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1. */
  part(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both bounds included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.part() * (most - least + 1));
  }

  /** A whole number below `bound`, small ones as likely as large ones by their length. */
  big(bound: bigint): bigint {
    const bits = this.whole(1, bound.toString(2).length);
    let value = 0n;
    for (let left = bits; left > 0; left -= 31) value = (value << 31n) | BigInt(this.whole(0, 2 ** 31 - 1));
    return (value & ((1n << BigInt(bits)) - 1n)) % bound;
  }

  one<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }

  /** So many of the list, in random order. */
  some<T>(list: readonly T[], count: number): T[] {
    return list.map((item) => ({ item, key: this.part() })).sort((a, b) => a.key - b.key).slice(0, count).map(({ item }) => item);
  }

  hash(): `0x${string}` {
    return `0x${Array.from({ length: 8 }, () => this.whole(0, 2 ** 32 - 1).toString(16).padStart(8, "0")).join("")}`;
  }
}

/** The seed of a run: `GONGSHENG_SPEC_SEED`, or always the same. A failing run names its own. */
export const specSeed = Number(process.env.GONGSHENG_SPEC_SEED ?? 20_260_105);
