import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { deflateRawSync } from "node:zlib";
import { expect } from "chai";
import { framesOf, PART, SINGLE } from "#client/chain/frames.ts";
import { fromBase45, toBase45 } from "#client/chain/frames/base45.ts";
import { startCollector } from "#client/chain/frames/collect.ts";
import { type Bundle, digestOf, type Frame, MOST_CARRIED, MOST_NUMBER, MOST_PARTS, readFrame, toHex, writeFrame } from "#client/chain/frames/frame.ts";
import { mixtureOf } from "#client/chain/frames/mix.ts";
import { InputFault } from "#client/chain/intent.ts";
import { type Alphabet, ballotBundle, codesNeeded, offerAll, randomText } from "../../support/client/frames.ts";
import { Random, specSeed } from "../../support/client/random.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const random = new Random(specSeed + 45);
const bundle = ballotBundle(random, 20);
const codesOf = async (text: string, count: number, from = 0): Promise<string[]> => {
  const frames = await framesOf(text);
  return Array.from({ length: count }, (_, at) => frames.at(from + at));
};
const frameOf = (code: string): Frame => {
  const frame = readFrame(code);
  if (!frame || "is" in frame) throw new Error("That is no frame.");
  return frame;
};

describe("A text as QR codes", () => {
  it("that is short and plain is its own code, which any reader reads", async () => {
    for (const text of ["a", "https://qingxi.example/#/v/7", ballotBundle(random, 1)]) {
      const frames = await framesOf(text);
      expect(frames.count).to.equal(1);
      expect(frames.at(0)).to.equal(text);
      expect(await offerAll([text])).to.deep.equal({ is: "plain", text });
    }
  });

  it("that readers would guess at, trim or take for a frame is framed though it is short", async () => {
    for (const text of ["共生", "é", " a", "a\n", "\ta", "\uFEFFa", "GONGSHENG1:", "GONGSHENG"]) {
      const frames = await framesOf(text);
      expect(frames.count, text).to.equal(1);
      expect(frames.at(0), text).to.match(/^GONGSHENG1:[0-9A-Z $%*+\-./:]+$/);
      expect(await offerAll([frames.at(0)])).to.deep.equal({ is: "whole", text });
    }
  });

  for (const alphabet of ["letters", "chinese", "everything"] as const satisfies readonly Alphabet[])
    it(`comes back as it was, from one byte to sixty thousand (${alphabet})`, async () => {
      for (const size of [1, 2, 3, SINGLE - 1, SINGLE, SINGLE + 1, 6_000, 60_000, ...Array.from({ length: 12 }, () => random.whole(1, 9_000))]) {
        const text = randomText(random, alphabet, size);
        const frames = await framesOf(text);
        const got = await offerAll(random.some(await codesOf(text, frames.count), frames.count));
        expect(got.is === "plain" || got.is === "whole" ? got.text === text : got, `${size} bytes`).to.equal(true);
      }
    });

  it("is deflated where that makes it shorter, and else carried as it is", async () => {
    expect(frameOf((await framesOf(bundle)).at(0)).bundle.packed).to.equal(true);
    expect(frameOf((await framesOf("共")).at(0)).bundle).to.deep.include({ packed: false, length: 3, count: 1 });
  });

  it("is written in signs that a QR code packs, all codes of one length", async () => {
    const codes = await codesOf(bundle, 60);
    for (const code of codes) expect(code).to.match(/^[0-9A-Z $%*+\-./:]+$/);
    expect(new Set(codes.map(({ length }) => length)).size).to.equal(1);
    expect(codes[0]!.length).to.be.at.most(335);
    expect(frameOf(codes[0]!).part.length).to.be.at.most(PART);
  });

  it("goes on without end and begins again after sixteen million", async () => {
    const frames = await framesOf(bundle);
    expect(frames.at(MOST_NUMBER)).to.equal(frames.at(0));
    expect(frameOf(frames.at(MOST_NUMBER - 1)).number).to.equal(MOST_NUMBER - 1);
  });

  for (const [what, text] of [["nothing", ""], ["half a sign", "a\uD800"], ["more than codes can carry", randomText(random, "chinese", 160_000)], ["more than is ever read", "a".repeat(1_000_001)]] as const)
    it(`is refused at the door if it is ${what}, in both languages`, async () => {
      const fault = await framesOf(text).catch((error: unknown) => error);
      if (!(fault instanceof InputFault)) throw new Error("It was not refused.");
      expect(fault.say.zh).to.match(/。$/);
      expect(fault.say.en).to.match(/\.$/);
    });
});

describe("Codes that are scanned", () => {
  it("may be missed, come twice, and come in any order", async () => {
    for (let times = 0; times < 20; times += 1) {
      const text = randomText(random, "chinese", random.whole(2_000, 20_000));
      const codes = (await codesOf(text, 200)).filter(() => random.part() > 0.3);
      expect(await offerAll(random.some([...codes, ...codes], codes.length * 2))).to.deep.equal({ is: "whole", text });
    }
  });

  it("may be seen from any moment on, without the beginning", async () => {
    for (const start of [5, 13, 1_000, MOST_NUMBER - 4]) expect(await codesNeeded(random, bundle, 0, start)).to.be.below(40);
  });

  it("of two texts may come in turn, with foreign codes between; the count of each grows by itself", async () => {
    const other = ballotBundle(random, 16);
    const [mine, theirs] = [await codesOf(bundle, 40), await codesOf(other, 40)];
    const collector = startCollector();
    const whole: string[] = [];
    for (let at = 0; at < 40 && whole.length < 2; at += 1)
      for (const code of [mine[at]!, "https://elsewhere.example/", theirs[at]!]) {
        const got = await collector.offer(code);
        if (got.is === "whole") whole.push(got.text);
        if (got.is === "part" && whole.length === 0) expect(got.known).to.equal(at + 1);
      }
    expect(whole.sort()).to.deep.equal([bundle, other].sort());
  });

  it("say how many are known, and whether one was new", async () => {
    const [first, second] = await codesOf(bundle, 2);
    const collector = startCollector();
    const { count } = await framesOf(bundle);
    expect(await collector.offer(first!)).to.deep.equal({ is: "part", known: 1, count, fresh: true });
    expect(await collector.offer(first!)).to.deep.equal({ is: "part", known: 1, count, fresh: false });
    expect(await collector.offer(second!)).to.deep.equal({ is: "part", known: 2, count, fresh: true });
  });

  it("of six kilobytes are enough after 64, with three of ten missed; ballots after 40 in all but few cases", async () => {
    const texts = { ballots: bundle, chinese: randomText(random, "chinese", 6_000) };
    expect(Buffer.byteLength(bundle)).to.be.within(5_500, 6_000);
    for (const [name, text] of Object.entries(texts)) {
      const needed: number[] = [];
      for (let times = 0; times < 300; times += 1) needed.push(await codesNeeded(random, text, 0.3, random.whole(0, 50)));
      needed.sort((a, b) => a - b);
      expect(needed.at(-1), name).to.be.at.most(64);
      if (name === "ballots") expect(needed[Math.floor(needed.length * 0.95)], name).to.be.at.most(40);
    }
  });

  it("mix about half of all parts, always at least one, and other ones each time", () => {
    for (const count of [2, 3, 8, 9, 300, MOST_PARTS]) {
      const ones = (number: number): string => [...mixtureOf({ id: "0123456789ab", length: count, count, packed: false }, number)].map((byte) => byte.toString(2)).join("");
      const sums = Array.from({ length: 200 }, (_, at) => ones(count + at).replaceAll("0", "").length);
      expect(Math.min(...sums), String(count)).to.be.at.least(1);
      expect(Math.max(...sums), String(count)).to.be.at.most(count);
      expect(sums.reduce((a, b) => a + b) / sums.length / count, String(count)).to.be.within(0.4, count < 9 ? 0.9 : 0.65);
    }
  });
});

describe("A code that is not as it should be", () => {
  it("has one sign changed: it is left out, whichever sign it is, and takes nothing with it", async () => {
    const frames = await framesOf(bundle);
    const collector = startCollector();
    const code = frames.at(3);
    for (let at = 0; at < code.length; at += 1) {
      const sign = code[at] === "7" ? "8" : "7";
      const got = await collector.offer(code.slice(0, at) + sign + code.slice(at + 1));
      expect(got.is === "plain" || (got.is === "fault" && (got.problem === "damaged" || got.problem === "otherVersion")), `sign ${at}`).to.equal(true);
    }
    expect(await offerAll(await codesOf(bundle, 40), collector)).to.deep.equal({ is: "whole", text: bundle });
  });

  it("is cut short or grown: it is left out", async () => {
    const code = (await framesOf(bundle)).at(0);
    for (const other of [code.slice(0, 11), code.slice(0, 40), code.slice(0, -1), `${code}0`, `${code}000`, code.toLowerCase(), `${code}汉`]) {
      const got = await startCollector().offer(other);
      expect(["plain", "fault"], other).to.include(got.is);
    }
  });

  it("is of another version: it says so, in both languages", async () => {
    for (const code of ["GONGSHENG2:ABC", "GONGSHENG0:", "GONGSHENG999:0"]) {
      const got = await startCollector().offer(code);
      expect(got).to.deep.include({ is: "fault", problem: "otherVersion" });
    }
  });

  const lie = (part: Partial<Bundle>, size: number, number = 0): string =>
    writeFrame({ bundle: { id: "0123456789ab", length: 1_000, count: 5, packed: false, ...part }, number, part: new Uint8Array(size) });
  const lies: readonly [string, string][] = [
    ["no parts", lie({ count: 0 }, 200)],
    ["more parts than there may be", lie({ length: MOST_CARRIED, count: MOST_PARTS + 1 }, 64)],
    ["more parts than any text", lie({ length: MOST_CARRIED, count: 65_535 }, 1)],
    ["more parts than bytes", lie({ length: 4, count: 5 }, 1)],
    ["an empty last part", lie({ length: 9, count: 6 }, 2)],
    ["a part that is too short", lie({}, 199)],
    ["a part that is too long", lie({}, 201)],
    ["no length", lie({ length: 0, count: 1 }, 1)],
  ];
  for (const [what, code] of lies)
    it(`says that it has ${what}: it is left out`, async () => {
      expect(await startCollector().offer(code)).to.deep.include({ is: "fault", problem: "impossible" });
    });

  it("is longer than any QR code: it is not even looked at", () => {
    expect(readFrame(`GONGSHENG1:${"0".repeat(5_000_000)}`)).to.deep.include({ problem: "impossible" });
  });

  it("is one of a thousand that each begin another text: no more is kept than of four", async () => {
    const collector = startCollector();
    const kept = (): number => {
      collectGarbage();
      return process.memoryUsage().arrayBuffers;
    };
    const before = kept();
    for (let at = 0; at < 1_000; at += 1) {
      const frame = { bundle: { id: at.toString(16).padStart(12, "0"), length: 61_440, count: MOST_PARTS, packed: true }, number: at, part: new Uint8Array(60).fill(at) };
      expect(await collector.offer(writeFrame(frame))).to.deep.include({ is: "part", known: 1 });
    }
    expect(kept() - before, "bytes kept").to.be.below(100_000);
    expect(await offerAll(await codesOf(bundle, 40), collector)).to.deep.equal({ is: "whole", text: bundle });
  });

  it("contradicts the others though its check is right: all is put away, and the next turn is complete", async () => {
    const codes = await codesOf(bundle, 30);
    const forged = { ...frameOf(codes[2]!), part: frameOf(codes[4]!).part };
    const collector = startCollector();
    const got = await offerAll([writeFrame(forged), ...codes.slice(0, (await framesOf(bundle)).count)], collector);
    expect(got).to.deep.include({ is: "fault", problem: "spoilt" });
    expect(await offerAll(codes, collector)).to.deep.equal({ is: "whole", text: bundle });
  });

  const whole = (bytes: Uint8Array, packed: boolean): string => writeFrame({ bundle: { id: toHex(digestOf(bytes, 6)), length: bytes.length, count: 1, packed }, number: 0, part: bytes });
  const unreadable: readonly [string, Uint8Array, boolean][] = [
    ["broken UTF-8", Uint8Array.of(0xff, 0xfe), false],
    ["what is not deflated", Uint8Array.of(1, 2, 3, 4), true],
    ["a stream that is cut short", deflateRawSync(Buffer.from(bundle)).subarray(0, 800), true],
    ["a bomb", deflateRawSync(Buffer.alloc(1_500_000)), true],
  ];
  for (const [what, bytes, packed] of unreadable)
    it(`carries ${what}: nothing is taken from it`, async () => {
      expect(await startCollector().offer(whole(bytes, packed))).to.deep.include({ is: "fault", problem: "unreadable" });
    });

  it("comes where nothing can be unpacked: it says so, and whoever cannot deflate still shows codes", async () => {
    const { CompressionStream: packs, DecompressionStream: unpacks } = globalThis;
    const codes = await codesOf(bundle, (await framesOf(bundle)).count);
    Object.assign(globalThis, { CompressionStream: undefined, DecompressionStream: undefined });
    try {
      expect(await offerAll(codes)).to.deep.include({ is: "fault", problem: "cannotUnpack" });
      expect(await offerAll(await codesOf(bundle, 60))).to.deep.equal({ is: "whole", text: bundle });
    } finally {
      Object.assign(globalThis, { CompressionStream: packs, DecompressionStream: unpacks });
    }
  });

  it("always has a sentence in both languages", async () => {
    for (const code of ["GONGSHENG2:", "GONGSHENG1:00", lies[0]![1], whole(Uint8Array.of(0xff), false)]) {
      const got = await startCollector().offer(code);
      if (got.is !== "fault") throw new Error("It is no fault.");
      expect(got.say.zh).to.match(/。$/);
      expect(got.say.en).to.match(/\.$/);
    }
  });
});

describe("Base 45", () => {
  it("gives every example of its standard, and its own bytes back", () => {
    for (const [text, code] of [["AB", "BB8"], ["Hello!!", "%69 VD92EX0"], ["base-45", "UJCLQE7W581"], ["ietf!", "QED8WEX0"]] as const) {
      expect(toBase45(Buffer.from(text))).to.equal(code);
      expect(Buffer.from(fromBase45(code)!).toString()).to.equal(text);
    }
    for (let times = 0; times < 300; times += 1) {
      const bytes = Uint8Array.from({ length: random.whole(0, 40) }, () => random.whole(0, 255));
      expect(fromBase45(toBase45(bytes))).to.deep.equal(bytes);
      expect(toBase45(bytes)).to.not.match(/ $/);
    }
  });

  it("refuses what nobody wrote", () => {
    for (const code of ["A", "AAAA", "GGW", ":::", "::", "a00", "00_", "汉00"]) expect(fromBase45(code), code).to.equal(null);
  });
});
