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
];

export const untrue: readonly Check[] = [
  { file: "recovery.pml", setting: "one guardian cannot be reached, or is bought", property: "a", defines: [...awake, ...fair, once, "STEADY", "GOOD=2"], formula: "back" },
  { file: "recovery.pml", setting: "three honest guardians who take 14 days", property: "g", defines: [...awake, once, "STEADY", "REACT=7", one("OWN")] },
  { file: "recovery.pml", setting: "the owner is awake, has the key and changes it at once; her honest guardians do nothing", property: "b", defines: ["OWNER_AWAKE", once, "STEADY", one("KEPT")] },
  { file: "recovery.pml", setting: "two guardians are hostile, the owner is awake, no thief", property: "i", defines: ["OWNER_AWAKE", "WANTS_CHANGE", "STEADY", noThief, ...twoHostile, ...fair], formula: "rid" },
  { file: "recovery.pml", setting: "all three guardians are hostile, the owner is awake, no thief", property: "Who is awake and has the key keeps it, whatever guardians do.", defines: ["OWNER_AWAKE", "STEADY", noThief, "GOOD=0", "BAD=3", one("ALWAYS")] },
  { file: "recovery.pml", setting: "two guardians are hostile, the owner has the key and does not look for 14 days", property: "Who has the key keeps it, whatever guardians do.", defines: ["STEADY", noThief, ...twoHostile, one("ALWAYS")] },
  { file: "relay.pml", setting: "one carrier means well", property: "An act need not wait for those before it with the same nonce key.", defines: fair, formula: "alone" },
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
