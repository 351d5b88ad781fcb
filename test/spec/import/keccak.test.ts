import { keccak_256 } from "@noble/hashes/sha3.js";
import { expect } from "chai";
import { toBytes, toHex } from "#client/work/leaf.ts";
import { keccak256, keccakStream } from "#client/work/keccak.ts";
import { keccakModule } from "#client/work/keccakModule.ts";
import { inOrderOf } from "#client/work/order.ts";
import { Random } from "../../support/client/random.ts";

const random = new Random(11);
const draw = (below: number): number => random.whole(0, below - 1);
const noise = (length: number): Uint8Array => Uint8Array.from({ length }, () => draw(256));
const hex = (length: number): string => Array.from({ length }, () => draw(16).toString(16)).join("");

describe("the quick keccak256", () => {
  it("is a module that WebAssembly takes", () => {
    expect((globalThis as unknown as { WebAssembly: { validate(bytes: Uint8Array): boolean } }).WebAssembly.validate(keccakModule())).to.equal(true);
  });

  it("is noble's at every length up to three blocks and beyond", () => {
    for (const length of [...Array.from({ length: 412 }, (_, length) => length), 10_000, 100_001]) {
      const message = noise(length);
      expect(toHex(keccak256(message)), `${length} bytes`).to.equal(toHex(keccak_256(message)));
    }
  });

  it("is the same in pieces, cut anywhere, while others are hashed between them", () => {
    for (let turn = 0; turn < 100; turn++) {
      const message = noise(draw(1_000));
      const stream = keccakStream();
      for (let from = 0; from < message.length; ) {
        const length = draw(200);
        stream.update(message.subarray(from, from + length));
        from += length;
        keccak256(noise(draw(300)));
      }
      expect(toHex(stream.digest())).to.equal(toHex(keccak_256(message)));
    }
  });

  it("takes bytes that begin anywhere in their buffer", () => {
    const buffer = noise(700);
    for (let from = 0; from < 9; from++) expect(toHex(keccak256(buffer.subarray(from, from + 600)))).to.equal(toHex(keccak_256(buffer.slice(from, from + 600))));
  });
});

describe("hex", () => {
  it("comes back as the bytes it was made of", () => {
    for (const length of [0, 1, 20, 32, 1_000]) {
      const bytes = noise(length);
      expect(toHex(bytes)).to.equal(`0x${Buffer.from(bytes).toString("hex")}`);
      expect(toBytes(toHex(bytes))).to.deep.equal(bytes);
    }
  });

  it("is refused where it is none", () => {
    for (const text of ["0xAB", "0x0g", "0x-1"] as const) expect(() => toBytes(text)).to.throw(RangeError);
  });
});

describe("the order of hashes", () => {
  const same = (texts: readonly string[], from = 0): void => expect(inOrderOf(texts, from, (text) => text)).to.deep.equal([...texts].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) as never;

  it("is that of the texts, with those that begin alike and those of two lengths among them", () => {
    for (let turn = 0; turn < 30; turn++) {
      const beginnings = Array.from({ length: 4 }, () => hex(10));
      same(Array.from({ length: draw(300) }, () => (draw(2) === 0 ? hex(40) : beginnings[draw(4)]! + hex(draw(2) === 0 ? 30 : 54))));
      same(Array.from({ length: draw(300) }, () => `0x${hex(64)}`), 2);
    }
  });

  it("keeps equal texts as they came, and takes texts that are no hex", () => {
    const twins = Array.from({ length: 9 }, (_, number) => ({ text: number % 2 ? "b".repeat(40) : "a".repeat(40), number }));
    expect(inOrderOf(twins, 0, ({ text }) => text).map(({ number }) => number)).to.deep.equal([0, 2, 4, 6, 8, 1, 3, 5, 7]);
    same(["zebra", "", "0".repeat(40), "ant"]);
  });
});
