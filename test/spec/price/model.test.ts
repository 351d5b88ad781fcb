import { expect } from "chai";
import { specSeed } from "../../support/client/random.ts";
import { type Met, type Played, playMoney, playMoneyVaried } from "../../support/differential/price/history.ts";
import { type Connection, openChain } from "../../support/differential/stage.ts";

/** So many acts in each history. A campaign plays many more. */
const [HISTORIES, ACTS] = [4, 750];

/** Each of these acts must succeed at least once, and each of these rules refuse one. */
const DONE = [
  "accept",
  "acceptBySilence",
  "adopt",
  "adoptCode",
  "answer",
  "arbitrate",
  "cancelAll",
  "cancelOffer",
  "cancelRequest",
  "closeProject",
  "deliver",
  "deposit",
  "dispute",
  "divide",
  "drawDividends",
  "drawLeaf",
  "drawOut",
  "endDispute",
  "fund",
  "join",
  "list",
  "mood",
  "nameSeller",
  "number",
  "open",
  "openRequest",
  "pull",
  "rate",
  "refund",
  "ship",
  "spendReserve",
  "split",
  "stray",
  "sweep",
  "withdraw",
];
const REFUSED = [
  "AboveATenth",
  "AboveBuyersMost",
  "AdoptedAlready",
  "AmountOutOfBounds",
  "CodeDiffers",
  "CooperativeSellsNothing",
  "DivideFirst",
  "DoesNotFit",
  "GroupIsReached",
  "GroupOutOfBounds",
  "HolderDidNotSign",
  "InAMood",
  "ListedAlready",
  "LotNotDrawn",
  "NeverAKey",
  "NoSuchMember",
  "NoSuchOrder",
  "NotSellerOf",
  "NotStewardOf",
  "NotYourOrder",
  "OfferClosed",
  "OrderStands",
  "OrderTooEarly",
  "PriceOutOfBounds",
  "PurseTooSmall",
  "QuantityOutOfBounds",
  "ReserveStays",
  "SafeERC20FailedOperation",
  "ShippingOver",
  "SignatureExpired",
  "SignatureTooLong",
  "SignaturesMissing",
  "SurplusTooSmall",
  "TakenBack",
  "TokenMovedOtherwise",
  "TokenNotListed",
  "TooManyCostLines",
  "WindowOutOfBounds",
];

describe("A model of price and commons in plain numbers, and the contracts", () => {
  const met: Met = new Map();
  const again: Played[] = [];
  let chain: Connection;
  after(() => chain.close());

  it(`say the same after each of ${(HISTORIES * ACTS).toLocaleString("en")} random acts, with two tokens that behave badly, and every view of money at the end of each history (seed ${specSeed})`, async function () {
    this.timeout(1_800_000);
    chain = await openChain();
    for (let history = 0; history < HISTORIES; history++)
      again.push(await playMoney(chain, ACTS, specSeed + history, met));
    expect(met.get("views")).to.be.above(50_000);
  });

  it("meet every act and every refusal on the way", () => {
    expect(
      DONE.filter((act) => !met.has(act)),
      "acts that never succeeded",
    ).to.deep.equal([]);
    expect(
      REFUSED.filter((rule) => !met.has(`refused ${rule}`)),
      "rules that never refused",
    ).to.deep.equal([]);
  });

  it("leave everybody the same when anyone's calls are strewn in", async function () {
    this.timeout(1_800_000);
    const played = again[0]!;
    const extras: Met = new Map();
    expect(await playMoneyVaried(chain, played, extras), `seed ${played.seed}`).to.deep.equal(played.wealth);
    expect(Object.values(played.wealth).filter((amount) => amount > 0n).length).to.be.above(50);
  });
});
