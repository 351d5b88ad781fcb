import { expect } from "chai";
import { keccak256, toBytes } from "viem";
import { InputFault } from "#client/chain/intent.ts";
import { describeFile, drawSalt, makeManifest, type Manifest, manifestBytes, manifestDigest, verifyFile, verifyManifest } from "#client/work/evidence.ts";

const salt = `0x${"07".repeat(32)}` as const;
const photo = new File(["rice, milled"], "米.txt");

async function manifest(): Promise<Manifest> {
  return makeManifest({ title: "碾米6小时", note: "In the morning.", files: [await describeFile(photo)], salt });
}

describe("Evidence", () => {
  it("is canonical JSON: keys in order, no spaces, and the same bytes whoever writes it", async () => {
    const made = await manifest();
    const { sha256 } = made.files[0]!;
    expect(new TextDecoder().decode(manifestBytes(made))).to.equal(
      `{"files":[{"name":"米.txt","sha256":"${sha256}","size":12}],"note":"In the morning.","salt":"${salt}","title":"碾米6小时","version":1}`,
    );
    expect(manifestDigest(made)).to.equal(keccak256(manifestBytes(made)));
    const turned = { title: made.title, version: made.version, files: made.files, salt: made.salt, note: made.note } as Manifest;
    expect(manifestDigest(turned)).to.equal(manifestDigest(made));
  });

  it("names a file by the SHA-256 that every tool prints", async () => {
    const described = await describeFile(new File(["abc"], "abc"));
    expect(described).to.deep.equal({ name: "abc", size: 3, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" });
  });

  it("draws a new salt each time, so that the same words have another digest", () => {
    expect(drawSalt()).to.match(/^0x[0-9a-f]{64}$/).and.not.equal(drawSalt());
    expect(manifestDigest(makeManifest({ title: "same" }))).not.to.equal(manifestDigest(makeManifest({ title: "same" })));
  });

  it("matches its digest, as it was written and as a tool wrote it anew", async () => {
    const made = await manifest();
    const digest = manifestDigest(made);
    expect(verifyManifest(manifestBytes(made), digest)).to.deep.equal({ is: "matches", found: made });
    const pretty = toBytes(JSON.stringify({ version: 1, salt, title: made.title, note: made.note, files: made.files }, null, 2));
    expect(verifyManifest(pretty, digest)).to.deep.equal({ is: "matches", found: made });
  });

  it("differs by one letter, one byte of size, one bit of salt", async () => {
    const made = await manifest();
    const digest = manifestDigest(made);
    for (const altered of [{ ...made, title: "碾米7小时" }, { ...made, files: [{ ...made.files[0]!, size: 13 }] }, { ...made, salt: `0x${"08".repeat(32)}` as const }, { ...made, more: 1 }])
      expect(verifyManifest(manifestBytes(altered), digest).is).to.equal("differs");
  });

  it("decides nothing by something that is no manifest", async () => {
    const digest = manifestDigest(await manifest());
    expect(verifyManifest(new Uint8Array([0xff, 0xd8, 0xff]), digest)).to.deep.equal({ is: "undecided", why: "notJson" });
    expect(verifyManifest(toBytes('{"version":1}'), digest)).to.deep.equal({ is: "undecided", why: "notManifest" });
    expect(verifyManifest(toBytes('{"version":2}'), digest)).to.deep.equal({ is: "undecided", why: "newerVersion" });
    expect(verifyManifest(toBytes('{"version":1,"salt":"\\ud800"}'), digest).is).to.equal("undecided");
  });

  it("matches bytes that hash to the digest even where they cannot be read", () => {
    const bytes = new Uint8Array([1, 2, 3]);
    expect(verifyManifest(bytes, keccak256(bytes))).to.deep.equal({ is: "matches", found: null });
  });

  it("knows a file by its bytes and not by its name", async () => {
    const made = await manifest();
    expect((await verifyFile(new File(["rice, milled"], "renamed.txt"), made)).is).to.equal("matches");
    expect((await verifyFile(new File(["rice, milleD"], "米.txt"), made)).is).to.equal("differs");
  });

  it("wants a title, and says what is too long", () => {
    expect(() => makeManifest({ title: " " })).to.throw(InputFault, "what was done");
    expect(() => makeManifest({ title: "长".repeat(121) })).to.throw(InputFault, "120");
    expect(() => makeManifest({ title: "a", note: "b".repeat(4_001) })).to.throw(InputFault, "4000");
    expect(() => makeManifest({ title: "a", files: Array.from({ length: 21 }, () => ({ name: "", size: 0, sha256: "" })) })).to.throw(InputFault, "20");
  });
});
