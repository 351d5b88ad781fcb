// What Spin is asked: each model with what must hold, each broken twin with what must fail, and what is too much to ask.

/** One question: a file, how it is set up, and what is looked for. */
export interface Check {
  /** From test/spin. */
  readonly file: string;
  /** Who is who, in words. */
  readonly setting: string;
  /** What should be: letters of `properties`, or words. */
  readonly property: string;
  readonly defines: readonly string[];
  /** A formula of linear temporal logic that the file names, under weak fairness; else the assertions. */
  readonly formula?: string;
}

const awake = ["OWNER_AWAKE", "GUARDIANS_AWAKE"];
const one = (name: string): string => `ONLY=${name}`;
/** For formulas: assertions are asked apart. */
const fair = ["FAIR", one("NOTHING")];
const twoHostile = ["GOOD=1", "BAD=2"];
const noThief = "STEALS=0";
const once = "STEALS=1";
/** Seven days a step: 14, 35 and 182 days. */
const weeks = ["DELAY=2", "OLD=5", "FRESH=26"];

/** Another scale for orders: three moments, three and two. */
const brief = ["WINDOW=3", "SILENCE=3", "PATIENCE=2"];

/** What is looked for, in words. Letters stand for them in tables. */
export const properties = {
  a: "A stolen or lost id always comes back to its owner: again and again if the thief steals without end, for ever if he steals finitely often.",
  b: "No foe gets an id by a recovery that was not on the record for the full delay. An owner who is awake and has the key loses it at most to a third recovery within 180 days, which all the guardians that she chose have signed.",
  c: "Nothing is ever stuck. Left in peace with the key, the owner may change guardians some day.",
  d: "Guardians come into force only if no recovery was opened since they were proposed.",
  e: "Guardians come into force only if the key that proposed them was 30 days old then.",
  f: "Guardians come into force only if no veto was younger than 180 days when they were proposed.",
  g: "No guardians that a thief proposed come into force.",
  h: "The owner is without the key for 84 days at most: three recoveries and three reactions.",
  i: "An owner who wants other guardians has them some day.",
  j: "A nonce is used if, and only if, its act was done, once, or taken back; an act that failed changed nothing.",
  k: "What an old key signed is not done, nor what is late.",
  l: "An act that could be done is not left undone for ever, whatever becomes of other nonce keys.",
  m: "An order's price is paid out once, whole, when the order ends, and nothing of it before; what has ended stays as it is.",
  n: "Before an order was shipped, and for what missed its window, nothing but the buyer's word or the arbiter's pays anyone but the buyer.",
  o: "What the buyer marked delivered does not go back to her by her word alone.",
  p: "A buyer who objects before silence accepts has the surplus and half of the costs back at least, unless she or the arbiter says otherwise.",
  q: "Whoever of buyer and seller acts ends the order alone, from every state, whatever the others do or did, and whatever becomes of the token.",
  r: "A group buy is reached if, and only if, its target is there: in the act that brings it, at exactly the target too. Then it cannot be cancelled or missed.",
  s: "Pledges are taken until the close and not in its moment, within one buyer's most, and none once it is decided.",
  t: "What was pledged lies in escrow until reached, missed or cancelled, and is paid out once. An order's buyer waits its whole window, counted from the moment of reaching, and no longer.",
  u: "Every pledge ends by its buyer alone, though the seller be silent and other buyers be blocked. The seller alone comes to owe nobody anything.",
  v: "Of a sealed value all is in force until enough have answered, and from then on the upper median of all answers: never more than the first value. Each answer is a new attester's, and each of them has one.",
  w: "There is one second round, with two or more who could answer, and nothing changes after it, nor after the epoch that follows the sealing.",
  x: "A slot is in use while its round is open; it comes back after it by a cut, else after 90 days, and not later.",
  y: "Every round ends and every slot comes back, though nobody does anything.",
} as const;

export const models: readonly Check[] = [
  { file: "recovery.pml", setting: "three honest guardians, all awake; the thief steals without end", property: "a", defines: [...awake, ...fair], formula: "back" },
  { file: "recovery.pml", setting: "the same; he steals once, and the owner loses no key: in the end it is hers for ever", property: "a", defines: [...awake, ...fair, once, "KEEPS_KEY"], formula: "kept" },
  { file: "recovery.pml", setting: "the same in steps of a week; he steals twice: in the end it is hers for ever", property: "a", defines: [...awake, ...fair, ...weeks, "STEALS=2", "KEEPS_KEY"], formula: "kept" },
  { file: "recovery.pml", setting: "the same in steps of a week, without end, and one recovery goes wrong", property: "a", defines: [...awake, ...fair, ...weeks, "SLIPS=1"], formula: "back" },
  { file: "recovery.pml", setting: "the same in steps of two days, recoveries of 28 days; he steals once", property: "a", defines: [...awake, ...fair, once, "RECOVERY=14"], formula: "back" },
  { file: "recovery.pml", setting: "three honest guardians, all awake; what is due is finished the same day", property: "h", defines: [...awake, "PROMPT"] },
  { file: "recovery.pml", setting: "three honest guardians, all awake, and one recovery goes wrong", property: "b c d e f g", defines: [...awake, "SLIPS=1"] },
  { file: "recovery.pml", setting: "the same, recoveries of 28 days", property: "b c d e f g", defines: [...awake, "RECOVERY=14"] },
  { file: "recovery.pml", setting: "one guardian cannot be reached, all others are awake", property: "b c d e f g", defines: [...awake, "GOOD=2", "SLIPS=1"] },
  { file: "recovery.pml", setting: "two guardians are hostile, the owner is awake, no thief", property: "b c d e f", defines: ["OWNER_AWAKE", ...twoHostile, noThief] },
  { file: "recovery.pml", setting: "all three guardians are hostile, the owner is awake, no thief", property: "b c d e f", defines: ["OWNER_AWAKE", "GOOD=0", "BAD=3", noThief] },
  { file: "recovery.pml", setting: "two guardians are hostile, a thief, nobody is awake", property: "b c d e f", defines: [...twoHostile] },
  { file: "recovery.pml", setting: "three honest guardians, all awake", property: "c", defines: [...awake, ...fair, "PEACE"], formula: "free" },
  { file: "recovery.pml", setting: "one guardian cannot be reached, all others are awake", property: "c", defines: [...awake, ...fair, "PEACE", "GOOD=2"], formula: "free" },
  { file: "recovery.pml", setting: "one guardian is hostile, the owner is awake, no thief", property: "i", defines: ["OWNER_AWAKE", "WANTS_CHANGE", "STEADY", noThief, "GOOD=2", "BAD=1", ...fair], formula: "rid" },
  { file: "relay.pml", setting: "any act, any carrier, any order", property: "j k", defines: [] },
  { file: "relay.pml", setting: "one carrier means well", property: "l", defines: fair, formula: "served" },
  { file: "order.pml", setting: "anybody does anything", property: "m n o", defines: [] },
  { file: "order.pml", setting: "the same; a dispute is shorter than the silence, and than the window", property: "m n o", defines: brief },
  { file: "order.pml", setting: "the buyer has not got what she paid for, and objects in time", property: "m n o p", defines: ["LOOKS"] },
  { file: "order.pml", setting: "the same; a dispute is shorter than the silence, and than the window", property: "m n o p", defines: ["LOOKS", ...brief] },
  { file: "order.pml", setting: "the buyer acts", property: "q", defines: ["BUYER", ...fair], formula: "ends" },
  { file: "order.pml", setting: "the same; a dispute is shorter than the silence, and than the window", property: "q", defines: ["BUYER", ...fair, ...brief], formula: "ends" },
  { file: "order.pml", setting: "the seller acts", property: "q", defines: ["SELLER", ...fair], formula: "ends" },
  { file: "order.pml", setting: "the same; a dispute is shorter than the silence, and than the window", property: "q", defines: ["SELLER", ...fair, ...brief], formula: "ends" },
  { file: "order.pml", setting: "a carrier acts", property: "What was shipped the carrier ends alone.", defines: ["CARRIER", ...fair], formula: "pays" },
  { file: "groupBuy.pml", setting: "three buyers of at most two pieces, four are enough", property: "r s t", defines: [] },
  { file: "groupBuy.pml", setting: "the same, three are enough", property: "r s t", defines: ["TARGET=3"] },
  { file: "groupBuy.pml", setting: "the same, all must pledge all they may", property: "r s t", defines: ["TARGET=6", "CLOSES=3"] },
  { file: "groupBuy.pml", setting: "a buyer acts; four are enough", property: "u", defines: ["BUYER", ...fair], formula: "ends" },
  { file: "groupBuy.pml", setting: "a buyer acts; three are enough", property: "u", defines: ["BUYER", ...fair, "TARGET=3"], formula: "ends" },
  { file: "groupBuy.pml", setting: "the seller acts; four are enough", property: "u", defines: ["SELLER", ...fair], formula: "free" },
  { file: "groupBuy.pml", setting: "the seller acts; three are enough", property: "u", defines: ["SELLER", ...fair, "TARGET=3"], formula: "free" },
  { file: "challenge.pml", setting: "anybody does anything", property: "v w x", defines: [] },
  { file: "challenge.pml", setting: "the same; a vote made the window three days and a half", property: "v w x", defines: ["WINDOW=1"] },
  { file: "challenge.pml", setting: "nobody need do anything", property: "y", defines: fair, formula: "ends" },
  { file: "challenge.pml", setting: "nobody need do anything", property: "y", defines: fair, formula: "returns" },
];

export const twins: readonly Check[] = [
  { file: "broken/recovery/noDelay.pml", setting: "", property: "b", defines: [...twoHostile, noThief, "STEADY", one("SEEN")] },
  { file: "broken/recovery/vetoUnlimited.pml", setting: "", property: "a", defines: [...awake, ...fair, once, "STEADY"], formula: "back" },
  { file: "broken/recovery/changeUnderVeto.pml", setting: "one guardian cannot be reached", property: "g", defines: [...awake, once, "STEADY", "GOOD=2", one("OWN")] },
  { file: "broken/recovery/changeUnderVeto.pml", setting: "two guardians are hostile", property: "f", defines: ["OWNER_AWAKE", noThief, ...twoHostile, one("CALM")] },
  { file: "broken/recovery/changeWhileOpen.pml", setting: "", property: "g", defines: [...awake, once, "STEADY", one("OWN")] },
  { file: "broken/recovery/openingKeepsChange.pml", setting: "", property: "d", defines: [...awake, once, "STEADY", one("UNOPENED")] },
  { file: "broken/recovery/youngKeyChanges.pml", setting: "", property: "e", defines: [noThief, "KEEPS_KEY", one("AGED")] },
  { file: "broken/recovery/youngKeyCannotVeto.pml", setting: "two guardians are hostile", property: "b", defines: ["OWNER_AWAKE", "KEEPS_KEY", noThief, ...twoHostile, one("KEPT")] },
  { file: "broken/recovery/thirdByMost.pml", setting: "two guardians are hostile", property: "b", defines: ["OWNER_AWAKE", "STEADY", noThief, ...twoHostile, one("KEPT")] },
  { file: "broken/recovery/thirdVetoable.pml", setting: "", property: "a", defines: [...awake, ...fair, once, "STEADY"], formula: "back" },
  { file: "broken/recovery/finishByKey.pml", setting: "", property: "a", defines: [...awake, ...fair, once, "STEADY"], formula: "back" },
  { file: "broken/recovery/keysRunOut.pml", setting: "", property: "a", defines: [...awake, ...fair, once, "KEEPS_KEY"], formula: "back" },
  { file: "broken/relay/nonceUnchecked.pml", setting: "", property: "j", defines: [one("ONCE")] },
  { file: "broken/relay/nonceAfterCall.pml", setting: "", property: "j", defines: [one("ONCE")] },
  { file: "broken/relay/revokedStays.pml", setting: "", property: "j", defines: [one("ONCE")] },
  { file: "broken/relay/nonceSpentOnFailure.pml", setting: "", property: "j", defines: [one("USED")] },
  { file: "broken/relay/nonceOfNobody.pml", setting: "", property: "j", defines: [one("USED")] },
  { file: "broken/relay/oneSequence.pml", setting: "", property: "l", defines: fair, formula: "served" },
  { file: "broken/relay/epochUnchecked.pml", setting: "", property: "k", defines: [one("SIGNED")] },
  { file: "broken/relay/dateUnchecked.pml", setting: "", property: "k", defines: [one("DATED")] },
  { file: "broken/order/acceptedTwice.pml", setting: "", property: "m", defines: [one("LAST")] },
  { file: "broken/order/splitTwice.pml", setting: "", property: "m", defines: [one("WHOLE")] },
  { file: "broken/order/halvesRoundedDown.pml", setting: "", property: "m", defines: [one("WHOLE")] },
  { file: "broken/order/silenceUnshipped.pml", setting: "", property: "n", defines: [one("UNSHIPPED")] },
  { file: "broken/order/shippedLate.pml", setting: "", property: "n", defines: [one("UNSHIPPED")] },
  { file: "broken/order/refundDelivered.pml", setting: "", property: "o", defines: [one("CAME")] },
  { file: "broken/order/silenceAtOnce.pml", setting: "she objects in time, as she thinks", property: "p", defines: ["LOOKS", one("LOOKING")] },
  { file: "broken/order/pushedPayments.pml", setting: "the buyer acts", property: "q", defines: ["BUYER", ...fair], formula: "ends" },
  { file: "broken/order/pushedPayments.pml", setting: "the seller acts", property: "q", defines: ["SELLER", ...fair], formula: "ends" },
  { file: "broken/order/endlessDispute.pml", setting: "the buyer acts", property: "q", defines: ["BUYER", ...fair], formula: "ends" },
  { file: "broken/order/endlessDispute.pml", setting: "the seller acts", property: "q", defines: ["SELLER", ...fair], formula: "ends" },
  { file: "broken/order/disputeRenewed.pml", setting: "the seller acts", property: "q", defines: ["SELLER", ...fair], formula: "ends" },
  { file: "broken/groupBuy/reachedAbove.pml", setting: "", property: "r", defines: [one("REACHED")] },
  { file: "broken/groupBuy/reachedByCall.pml", setting: "", property: "r", defines: [one("REACHED")] },
  { file: "broken/groupBuy/reachedCancelled.pml", setting: "", property: "r", defines: [one("FIRM")] },
  { file: "broken/groupBuy/pledgedAtClose.pml", setting: "", property: "s", defines: [one("TAKEN")] },
  { file: "broken/groupBuy/mostOfEachPledge.pml", setting: "", property: "s", defines: [one("TAKEN")] },
  { file: "broken/groupBuy/pledgedAfterReached.pml", setting: "", property: "s", defines: [one("TAKEN")] },
  { file: "broken/groupBuy/pledgeWithdrawn.pml", setting: "", property: "t", defines: [one("BOUND")] },
  { file: "broken/groupBuy/windowFromPledge.pml", setting: "", property: "t", defines: [one("FULL")] },
  { file: "broken/groupBuy/windowFromClose.pml", setting: "", property: "t", defines: [one("FULL")] },
  { file: "broken/groupBuy/pushedRefunds.pml", setting: "a buyer acts", property: "u", defines: ["BUYER", ...fair], formula: "ends" },
  { file: "broken/groupBuy/missedByCall.pml", setting: "a buyer acts", property: "u", defines: ["BUYER", ...fair], formula: "ends" },
  { file: "broken/groupBuy/closeMoved.pml", setting: "a buyer acts", property: "u", defines: ["BUYER", ...fair], formula: "ends" },
  { file: "broken/challenge/oneDecides.pml", setting: "", property: "v", defines: [one("MEDIAN")] },
  { file: "broken/challenge/challengeSuspends.pml", setting: "", property: "v", defines: [one("MEDIAN")] },
  { file: "broken/challenge/lowerMedian.pml", setting: "", property: "v", defines: [one("MEDIAN")] },
  { file: "broken/challenge/firstAnswersDecide.pml", setting: "", property: "v", defines: [one("MEDIAN")] },
  { file: "broken/challenge/moreThanFirst.pml", setting: "", property: "v", defines: [one("LESS")] },
  { file: "broken/challenge/ownAnswers.pml", setting: "", property: "v", defines: [one("VOICES")] },
  { file: "broken/challenge/answeredTwice.pml", setting: "", property: "v", defines: [one("VOICES")] },
  { file: "broken/challenge/nobodyToAsk.pml", setting: "", property: "w", defines: [one("ASKED")] },
  { file: "broken/challenge/challengedTwice.pml", setting: "", property: "w", defines: [one("ASKED")] },
  { file: "broken/challenge/longRound.pml", setting: "", property: "w", defines: [one("FINAL")] },
  { file: "broken/challenge/longWindow.pml", setting: "", property: "w", defines: [one("FINAL")] },
  { file: "broken/challenge/slotBackAtOnce.pml", setting: "", property: "x", defines: [one("SLOT")] },
  { file: "broken/challenge/slotBackByCutAlone.pml", setting: "", property: "y", defines: fair, formula: "returns" },
  { file: "broken/challenge/openUntilEnough.pml", setting: "", property: "y", defines: fair, formula: "ends" },
];

export const untrue: readonly Check[] = [
  { file: "recovery.pml", setting: "one guardian cannot be reached, or is bought", property: "a", defines: [...awake, ...fair, once, "STEADY", "GOOD=2"], formula: "back" },
  { file: "recovery.pml", setting: "three honest guardians who take 14 days", property: "g", defines: [...awake, once, "STEADY", "REACT=7", one("OWN")] },
  { file: "recovery.pml", setting: "the owner is awake, has the key and changes it at once; her honest guardians do nothing", property: "b", defines: ["OWNER_AWAKE", once, "STEADY", one("KEPT")] },
  { file: "recovery.pml", setting: "two guardians are hostile, the owner is awake, no thief", property: "i", defines: ["OWNER_AWAKE", "WANTS_CHANGE", "STEADY", noThief, ...twoHostile, ...fair], formula: "rid" },
  { file: "recovery.pml", setting: "all three guardians are hostile, the owner is awake, no thief", property: "Who is awake and has the key keeps it, whatever guardians do.", defines: ["OWNER_AWAKE", "STEADY", noThief, "GOOD=0", "BAD=3", one("ALWAYS")] },
  { file: "recovery.pml", setting: "two guardians are hostile, the owner has the key and does not look for 14 days", property: "Who has the key keeps it, whatever guardians do.", defines: ["STEADY", noThief, ...twoHostile, one("ALWAYS")] },
  { file: "relay.pml", setting: "one carrier means well", property: "An act need not wait for those before it with the same nonce key.", defines: fair, formula: "alone" },
  { file: "order.pml", setting: "nobody acts any more", property: "An order ends by itself.", defines: fair, formula: "ends" },
  { file: "order.pml", setting: "only the carrier acts", property: "A beneficiary of a cost line ends every order alone.", defines: ["CARRIER", ...fair], formula: "ends" },
  { file: "order.pml", setting: "the buyer has not got what she paid for, and objects in time", property: "She has all of it back, unless an arbiter says otherwise.", defines: ["LOOKS", one("ALL_BACK")] },
  { file: "groupBuy.pml", setting: "anybody does anything", property: "Nothing is reached in the last moment before the close.", defines: [one("LATE")] },
  { file: "challenge.pml", setting: "anybody does anything", property: "A round that enough could answer has an effect.", defines: [one("WEAK")] },
];

export const better: readonly Check[] = [
  { file: "better/withdrawable.pml", setting: "the owner is awake; her honest guardians need do nothing", property: "b", defines: ["OWNER_AWAKE", one("KEPT")] },
  { file: "better/withdrawable.pml", setting: "a thief and two hostile guardians; the owner is awake", property: "b", defines: ["OWNER_AWAKE", ...twoHostile, one("KEPT")] },
  { file: "better/withdrawable.pml", setting: "three honest guardians, all awake; the thief steals without end", property: "b c d e f g", defines: awake },
  { file: "better/rotationCancels.pml", setting: "the owner is awake; her honest guardians need do nothing", property: "b", defines: ["OWNER_AWAKE", one("KEPT")] },
  { file: "better/rotationCancels.pml", setting: "a thief and two hostile guardians; the owner is awake", property: "b", defines: ["OWNER_AWAKE", ...twoHostile, one("KEPT")] },
  { file: "better/rotationCancels.pml", setting: "three honest guardians who take 42 days; the owner is awake and loses no key", property: "g", defines: [...awake, "KEEPS_KEY", "REACT=21"] },
  { file: "better/rotationCancels.pml", setting: "three honest guardians, all awake; the thief steals without end", property: "a", defines: [...awake, ...fair], formula: "back" },
];

/** A question with the answer that it must have. */
export interface Question {
  readonly check: Check;
  readonly expected: boolean;
}

/** All of them, in the order of the page. */
export const questions: readonly Question[] = [
  ...models.map((check) => ({ check, expected: true })),
  ...twins.map((check) => ({ check, expected: false })),
  ...untrue.map((check) => ({ check, expected: false })),
  ...better.map((check) => ({ check, expected: true })),
];
