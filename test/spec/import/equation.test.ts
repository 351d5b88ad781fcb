import { expect } from "chai";
import { equalShares, floorLog2Micro, recordValue } from "#client/work/equation.ts";

/**
 * Whether value = ⌊log2(n) · 1,000,000⌋, by another road than the code's: with r = 2^(1/1,000,000), this says r^value ≤ n < r^(value + 1).
 * The powers of r are made by multiplication from a table of r^(2^i), each found by integer square roots of 2, with 400 binary digits.
 */
const DIGITS = 400n;
const ONE = 1n << DIGITS;

function squareRoot(n: bigint): bigint {
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** 2^(numerator / 1,000,000) as a fixed-point number: the binary digits of the fraction pick square roots of roots of 2. */
function powerOfTwo(numerator: bigint): bigint {
  const whole = numerator / 1_000_000n;
  let fraction = ((numerator % 1_000_000n) << 300n) / 1_000_000n;
  let result = ONE;
  let root = ONE << 1n;
  for (let digit = 0; digit < 300; digit++) {
    root = squareRoot(root << DIGITS);
    fraction <<= 1n;
    if (fraction >> 300n) {
      fraction &= (1n << 300n) - 1n;
      result = (result * root) >> DIGITS;
    }
  }
  return result << whole;
}

/** The distance is compared with the error of the road itself, some 2^-280 of the number: so close no two differ. */
function isFloorLog2(n: bigint, value: bigint): boolean {
  const error = (n << DIGITS) >> 280n;
  return powerOfTwo(value) - error <= n << DIGITS && powerOfTwo(value + 1n) - error > n << DIGITS;
}

describe("what a record is worth", () => {
  it("is one unit under commits, whatever was touched", () => {
    expect(recordValue("commits", 0, 0)).to.equal(1_000_000n);
    expect(recordValue("commits", 5, 700)).to.equal(1_000_000n);
  });

  it("is nothing under lines where no line was touched", () => {
    expect(recordValue("lines", 0, 0)).to.equal(0n);
  });

  it("counts lines added and deleted alike", () => {
    expect(recordValue("lines", 0, 7)).to.equal(3_000_000n);
    expect(recordValue("lines", 7, 0)).to.equal(3_000_000n);
    expect(recordValue("lines", 3, 4)).to.equal(3_000_000n);
  });

  // From a table of logarithms: log2 3 = 1.5849625007…, 5: 2.3219280948…, 6: 2.5849625007…, 7: 2.8073549220…, 10: 3.3219280948…, 31: 4.9541963103…, 100: 6.6438561897…
  for (const [n, value] of [[3, 1_584_962], [5, 2_321_928], [6, 2_584_962], [7, 2_807_354], [10, 3_321_928], [31, 4_954_196], [100, 6_643_856]] as const) {
    it(`agrees with the table of logarithms at ${n}`, () => {
      expect(floorLog2Micro(BigInt(n))).to.equal(BigInt(value));
    });
  }

  it("is a whole number of units at every power of two, and just under it or at it beside them", () => {
    for (let power = 1n; power <= 60n; power++) {
      const two = 1n << power;
      expect(floorLog2Micro(two)).to.equal(power * 1_000_000n);
      expect(floorLog2Micro(two - 1n), `2^${power} - 1`).to.be.below(power * 1_000_000n);
      expect(floorLog2Micro(two + 1n) >= power * 1_000_000n, `2^${power} + 1`).to.equal(true);
    }
  });

  it("is the exact floor beside powers of two, where floating point goes wrong", () => {
    for (let power = 2n; power <= 54n; power += 4n)
      for (const n of [(1n << power) - 1n, (1n << power) + 1n]) expect(isFloorLog2(n, floorLog2Micro(n)), String(n)).to.equal(true);
    // Math.log2 says 49 here, as if the number were 2^49.
    expect(Math.floor(Math.log2(2 ** 49 - 1) * 1e6)).to.equal(49_000_000);
    expect(floorLog2Micro(2n ** 49n - 1n)).to.equal(48_999_999n);
  });

  it("is the exact floor of numbers of every size", () => {
    for (let n = 3n, step = 0; step < 60; step++, n = (n * 17n) / 9n + 5n) expect(isFloorLog2(n, floorLog2Micro(n)), String(n)).to.equal(true);
  });

  it("is the exact floor at the numbers that lie closest to a step", () => {
    // 2^(k / 1,000,000), rounded down and up, has a logarithm barely beneath and above k micro-units.
    for (const k of [20_000_001n, 31_415_926n, 40_123_457n, 49_999_999n, 52_900_000n]) {
      const edge = powerOfTwo(k) >> DIGITS;
      expect(floorLog2Micro(edge)).to.equal(k - 1n);
      expect(floorLog2Micro(edge + 1n)).to.equal(k);
    }
  });

  it("never falls as the lines grow", () => {
    let before = -1n;
    for (let lines = 0; lines < 3000; lines++) {
      const value = recordValue("lines", lines, 0);
      expect(value >= before).to.equal(true);
      before = value;
    }
  });

  it("takes counts whose sum no float can hold", () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(recordValue("lines", most, most)).to.equal(53_999_999n); // 2^54 - 1
  });

  it("has no logarithm below one", () => {
    expect(() => floorLog2Micro(0n)).to.throw(RangeError);
  });
});

describe("sharing a record", () => {
  it("gives each the same whole number and the author the remainder", () => {
    expect(equalShares(1_000_000n, 3)).to.deep.equal({ author: 333_334n, other: 333_333n });
    expect(equalShares(1_000_000n, 1)).to.deep.equal({ author: 1_000_000n, other: 1_000_000n });
    expect(equalShares(2n, 3)).to.deep.equal({ author: 2n, other: 0n });
  });

  it("gives away all of it and no more", () => {
    for (let people = 1; people <= 40; people++)
      for (const value of [0n, 1n, 39n, 999_999n, 1_000_000n, 53_999_999n]) {
        const { author, other } = equalShares(value, people);
        expect(author + other * BigInt(people - 1)).to.equal(value);
        expect(author >= other && author - other < BigInt(people)).to.equal(true);
      }
  });
});
