import { expect } from "chai";
import { InputFault } from "#client/chain/intent.ts";
import { bestUri, itemDigest, itemUri, makeItem, readItem } from "#client/price/item.ts";

describe("What is sold, in words,", () => {
  const jam = makeItem({ name: " 杨梅酱 Bayberry jam ", unit: "瓶 jar", text: "", place: "溪边" });

  it("is read from its address where it hashes to the digest on chain, and from no other", () => {
    expect(readItem(itemUri(jam), itemDigest(jam))).to.deep.equal({ name: "杨梅酱 Bayberry jam", unit: "瓶 jar", text: "", place: "溪边" });
    expect(readItem(itemUri(jam), itemDigest({ ...jam, name: "Plum jam" }))).to.equal(null);
    for (const uri of ["", "data:,words", "https://shop.example/jam", "data:application/json,%E0", "data:application/json,{}"]) expect(readItem(uri, itemDigest(jam)), uri).to.equal(null);
  });

  it("is read from the file of the offer where the one who put it on record gave nothing, or something false", () => {
    const plum = makeItem({ ...jam, name: "Plum jam" });
    for (const first of ["", itemUri(plum), "https://shop.example/jam"]) expect(bestUri(itemDigest(jam), first, itemUri(jam)), first).to.equal(itemUri(jam));
    expect(bestUri(itemDigest(jam), "https://shop.example/jam", "")).to.equal("https://shop.example/jam");
    expect(bestUri(itemDigest(jam), "", "")).to.equal("");
  });

  it("has a name and a unit, and neither is too long", () => {
    for (const [field, wrong] of [["name", { name: " " }], ["unit", { unit: "" }], ["name", { name: "长".repeat(81) }], ["place", { place: "远".repeat(81) }]] as const)
      expect(() => makeItem({ ...jam, ...wrong })).to.throw(InputFault).with.property("field", field);
  });
});
