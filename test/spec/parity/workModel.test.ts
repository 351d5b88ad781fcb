import { expect } from "chai";
import { count, type Met, type Played, playHistory, playVaried } from "../../support/differential/history.ts";
import { type Connection, openChain } from "../../support/differential/stage.ts";
import { WORLDS } from "../../support/differential/world.ts";
import { specSeed } from "../../support/client/random.ts";

/** So many acts in each world, in histories of so many: 100,000 together. A campaign plays more. */
const ACTS = [60_000, 20_000, 10_000, 10_000];
const HISTORY = 5_000;
/** The first history of each world is shorter, and played once more, with calls of anyone at other times. */
const VARIED = 1_500;

/** Each of these acts must succeed at least once, and each of these rules refuse one. */
const DONE = ["enrol", "record", "confirm", "withdraw", "attest", "attestMany", "challenge", "answer", "postBatch", "proposeBinding", "close", "draw", "drawLeaf", "join", "seat", "leave", "expel", "number", "admit", "amend", "stewards", "closeProject"];
const REFUSED = [
  "AlreadyAnswered", "AlreadyDrawn", "AlreadyEnrolled", "AlreadyRecorded", "AnswererNotEnrolled", "AnswersGiven", "BatchOutOfBounds", "BindingTaken", "BudgetSpent", "CloseFirst", "ContributorNotActive",
  "DateOutOfBounds", "EvidenceTaken", "FewerThanThreeSeated", "KindNotRecorded", "Lapsed", "LeafDrawnBefore", "MadeWithOtherTerms", "NoChallengeSlot", "NoSuchClaim", "NoSuchMember", "NoSuchProject",
  "NobodyCouldAttest", "NobodyToAsk", "NobodyToAttest", "NotABatch", "NotAMember", "NotActive", "NotBoundYet", "NotChallengeable", "NotChallenged", "NotEnrolled", "NotFinalYet", "NotNewToClaim",
  "NotPending", "NotSeated", "NotSteward", "NotTheOtherSide", "NotUnconfirmed", "NotYours", "NothingToDraw", "OtherSideMissing", "OwnClaim", "OwnClaimChallenged", "PairLimit", "ProjectIsClosed",
  "ProjectNotLive", "ProofInvalid", "QuantityAboveClaimed", "RecordedOtherwise", "Related", "RoundAnswered", "RoundOver", "SplitInvalid", "TenthsInvalid", "ThreeProjects", "ValueOutOfBounds", "WindowOver",
];

describe("A model of work and value in plain numbers, and the contracts", () => {
  const met: Met = new Map();
  const again: Played[] = [];
  const chains: Connection[] = [];
  after(() => Promise.all(chains.map((chain) => chain.close())));

  for (const [place, world] of WORLDS.entries()) {
    it(`say the same after each of ${ACTS[place]!.toLocaleString("en")} random acts in a cooperative of ${world.name}, and every view of everything at the end of each history (seed ${specSeed + place * 1_000})`, async function () {
      this.timeout(1_800_000);
      const chain = (chains[place] = await openChain());
      again.push(await playHistory(chain, world, VARIED, specSeed + place * 1_000, met));
      for (let done = VARIED, history = 1; done < ACTS[place]!; done += HISTORY, history++) await playHistory(chain, world, Math.min(HISTORY, ACTS[place]! - done), specSeed + place * 1_000 + history, met);
    });
  }

  it("meet every act and every refusal on the way", () => {
    expect(DONE.filter((act) => !met.has(act)), "acts that never succeeded").to.deep.equal([]);
    expect(REFUSED.filter((rule) => !met.has(`refused ${rule}`)), "rules that never refused").to.deep.equal([]);
    expect(["stop", "budget", "half"].filter((what) => (met.get(`cut ${what}`) ?? 0) === 0), "bounds that cut no sum").to.deep.equal([]);
    expect(met.get("acts")).to.be.at.least(ACTS.reduce((sum, acts) => sum + acts));
    expect(met.get("views")).to.be.above(500_000);
  });

  it("give everybody the same when anyone's calls come at other times, in another order and more often", async function () {
    this.timeout(1_800_000);
    const extras: Met = new Map();
    for (const played of again) {
      const held = await playVaried(chains[WORLDS.indexOf(played.world)]!, played, extras);
      expect(held, `${played.world.name}, seed ${played.seed}`).to.deep.equal(played.holdings);
      count(extras, "held", Object.values(held).filter((shares) => shares > 0n).length);
    }
    // Where nobody holds anything, nothing was tried.
    expect(extras.get("held")).to.be.above(100);
    expect((extras.get("draw") ?? 0) + (extras.get("drawLeaf") ?? 0) + (extras.get("close") ?? 0)).to.be.above(300);
  });
});
