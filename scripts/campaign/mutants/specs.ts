// Which specs know a contract: a short list that finds most faults, and a long one of the others that could.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** By contract: the specs that are about it, the fastest first. */
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  ShareLedger: ["value/shares", "value/leaves", "value/withheld", "findings/leafPlace"],
  Challenges: ["work/challenges", "base/offNet", "findings/orphanRounds", "findings/silencedCritics"],
  ContributionLedger: ["work/recording", "work/attesting", "work/batches", "work/bindings", "work/enrolment", "work/confirming", "work/capped", "work/challenges", "base/offNet"],
  ProjectRegistry: ["work/projects", "work/admission", "work/amendments", "work/closing", "work/articles"],
  ProjectReviews: ["work/reviews", "work/grades", "work/statements"],
  MemberRegistry: ["people/joining", "people/vouches", "people/membership", "people/keys", "people/expulsion", "people/returning", "people/seats", "people/kinship", "people/founding"],
  Guardians: ["people/guardians", "people/recovery", "people/thief"],
  Relay: ["people/relay", "people/relayKeys", "people/relayTargets"],
  Parameters: ["base/parameters", "base/timelock"],
  CoopTimelock: ["base/timelock", "governance/execution"],
  // With its Purses, SurplusMath and Arrivals, as every contract with what is compiled into it.
  SurplusPool: ["price/pool", "price/commonsPool", "price/purses", "price/tokens", "base/noAdmin"],
  Market: ["price/offers", "price/orders", "price/disputes", "price/groupBuys", "price/requests", "price/ratings", "price/closing", "base/noAdmin"],
  CommonsPool: ["price/commonsPool", "governance/money"],
  CoopGovernor: ["governance/proposing", "governance/voting", "governance/majorities", "governance/money", "governance/execution", "governance/time", "governance/bundles", "governance/signatures"],
};

/** Where others stand who could notice: a folder, or one spec. */
const SHARES = ["value", "parity/corners", "parity/replay", "base/everyError", "findings", "journeys/batch", "work/batches", "work/bindings", "work/closing"];
const WORK = ["people/everyAct", "people/kinship", "value", "work", "findings", "base/everyError", "parity/corners", "parity/replay", "parity/states", "journeys/batch", "journeys/direct"];
const PRICE = ["price", "people/everyAct", "base/everyError", "governance/money", "governance/execution", "findings"];
const VOTES = ["people", "governance", "base", "findings", "parity/quorum", "parity/council", "parity/people", "parity/states", "journeys/direct"];

/** Long histories by chance, in which everything is compared with a second program: minutes, and few faults get past them. */
const MODELS = ["parity/workModel", "parity/governanceModel"];

/**
 * Left out: what asks about the code itself instead of what it does (the audit compares it byte by byte), what plays on no contract, and what
 * starts the command line again and again. Errors must be read from what a contract returns: Hardhat's words know them by code that is known.
 */
const APART = [
  "base/audit", "work/economy", "work/rings", "value/explain", "value/explainCommand", "governance/commandLine",
  "price/surplus", "price/reserve", "price/commons", "price/timing", "price/commandLine",
];

function othersOf(contract: string): readonly string[] {
  if (contract === "ShareLedger") return SHARES;
  if (/^Market$|Pool$/.test(contract)) return PRICE;
  return /Ledger$|^Challenges$|^Project/.test(contract) ? WORK : VOTES;
}

/** Two lists of specs for a contract, by their paths in `folder`: those about it, and the others that could notice a fault; `deep`: the models too. */
export function listsOf(contract: string, folder: string, deep: boolean): [string[], string[]] {
  const path = (name: string): string => `test/spec/${name}.test.ts`;
  const first = (ABOUT[contract] ?? []).map(path);
  const others = [...othersOf(contract), ...(deep ? MODELS : [])];
  const all = others.flatMap((place) => (place.includes("/") ? [path(place)] : readdirSync(join(folder, "test/spec", place)).map((name) => `test/spec/${place}/${name}`)));
  return [first, all.filter((file) => file.endsWith(".test.ts") && !first.includes(file) && !APART.map(path).includes(file))];
}
