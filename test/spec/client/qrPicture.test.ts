import { expect } from "chai";
import { decodeQR } from "qr/decode.js";
import { framesOf } from "#client/chain/frames.ts";
import { startCollector } from "#client/chain/frames/collect.ts";
import { ballotBundle, offerAll, randomText } from "../../support/client/frames.ts";
import { paint } from "../../support/client/pixels.ts";
import { Random, specSeed } from "../../support/client/random.ts";
import { loadView } from "../../support/client/render.ts";

type Draw = (props: { text: string; level: "medium" | "low"; label: string }) => string;

const random = new Random(specSeed + 46);
const read = (markup: string, scale = 4): string => decodeQR(paint(markup, scale).pixels);

describe("The drawing of a code", () => {
  let draw: Draw;
  before(async () => {
    draw = await loadView("shared/qr/QrPicture.tsx", "QrPicture");
  });

  const texts: readonly [string, string][] = [
    ["a letter", "a"],
    ["a link", "https://qingxi.example/#/v/7"],
    ["a ballot", ballotBundle(random, 1)],
    ["six hundred plain bytes", "x".repeat(600)],
    ["Chinese", "青溪合作社，共生。"],
    ["bytes that readers would guess at", randomText(random, "everything", 400)],
  ];
  for (const [what, text] of texts)
    it(`of ${what} reads as what was drawn, in any size`, async () => {
      const frames = await framesOf(text);
      const markup = draw({ text: frames.at(0), level: "medium", label: what });
      for (const scale of [2, 3, 5, 8]) expect(read(markup, scale), `${scale} pixels a square`).to.equal(frames.at(0));
      const got = await offerAll([read(markup)]);
      expect(got.is === "plain" || got.is === "whole" ? got.text : got).to.equal(text);
    });

  it("keeps four white squares all around, and is drawn as large as it says", () => {
    for (const text of ["a", ballotBundle(random, 1)]) {
      const { size, black } = paint(draw({ text, level: "medium", label: "" }), 1);
      for (const at of black.flat()) expect(at).to.be.within(4, size - 5);
      for (const corner of [[4, 4], [size - 5, 4], [4, size - 5]]) expect(black, "a corner").to.deep.include(corner);
    }
  });

  it("is named for those who do not see it, and says nothing of what stands in it", () => {
    const markup = draw({ text: "SECRET 7", level: "low", label: "二维码：一张选票" });
    expect(markup).to.include('role="img"').and.to.include('aria-label="二维码：一张选票"').and.not.to.include("SECRET");
  });

  it("is black on white whatever the theme, also under forced colours", () => {
    const markup = draw({ text: "a", level: "low", label: "" });
    expect([...markup.matchAll(/(?:fill="|background:)(#[0-9a-f]+)/g)].map(([, colour]) => colour)).to.deep.equal(["#fff", "#fff", "#000"]);
    expect(markup.match(/forced-color-adjust-none!/g)).to.have.length(2);
  });

  it("of many is one as large as the other, no more than 53 squares, and each reads as its frame", async () => {
    for (const text of [ballotBundle(random, 20), randomText(random, "chinese", 6_000)]) {
      const frames = await framesOf(text);
      const collector = startCollector();
      let complete = false;
      for (let number = 0; number < frames.count + 12; number += 1) {
        const markup = draw({ text: frames.at(number), level: "low", label: "" });
        expect(paint(markup, 1).size).to.equal(53 + 8);
        const code = read(markup, 3);
        expect(code).to.equal(frames.at(number));
        // The third and the eighth are missed, and later ones make up for them.
        if (number === 2 || number === 7 || complete) continue;
        const got = await collector.offer(code);
        complete = got.is === "whole" && got.text === text;
      }
      expect(complete).to.equal(true);
    }
  });
});
