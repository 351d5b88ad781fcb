// The life of the practice cooperative as a list of acts, in the order of their days.
import { AbiCoder, keccak256 } from "ethers";
import type { Hex } from "viem";
import { identityOf } from "#client/work/leaf.ts";
import { type Report, reportDigest } from "#client/work/report.ts";
import { kinds } from "#client/work/types.ts";
import { writeEvidence } from "./evidence.ts";
import { leafOf, NOTEBOOK_NAMES, readNotebook, type NotebookName } from "./history.ts";
import { PROJECTS, UNIT } from "./projects.ts";
import type { Moment } from "./moment.ts";
import { END, seedRecords, WHO, type Answer, type SeedRecord, type Who } from "./records.ts";
import { tellDecisions } from "./tellDecisions.ts";
import { tellMarket } from "./tellMarket.ts";
import { tellPeople } from "./tellPeople.ts";
import type { Teller } from "./teller.ts";
import { tellStatements } from "./tellStatements.ts";

/** Who attests where, in which epochs. Nobody may attest in more than three projects. */
const ATTESTERS: readonly (readonly [project: number, from: number, through: number, who: readonly Who[]])[] = [
  [PROJECTS.cooperative, 0, 3, ["lin", "zhou", "fang", "chen", "luo", "xu", "shen"]],
  [PROJECTS.mill, 0, 3, ["lin", "zhou", "he", "fang", "su", "chen", "ye", "luo"]],
  [PROJECTS.repair, 0, 3, ["lin", "he", "su", "ye", "tang", "jiang", "shen"]],
  [PROJECTS.market, 1, 3, ["he", "ye", "tang", "xu", "jiang"]],
  [PROJECTS.raincoats, 2, 2, ["fang", "chen", "luo"]],
];

const EPOCH_DAYS = 28;
const EPOCHS = 4;

const abi = AbiCoder.defaultAbiCoder();
/** As ContributionLedger's views of the same names say. */
const bindingEvidence = (project: number, identity: string, member: number): string => keccak256(abi.encode(["uint32", "bytes32", "uint32"], [project, identity, member]));
const idOf = (by: number, evidence: string): string => keccak256(abi.encode(["uint32", "bytes32"], [by, evidence]));

/** At the start of each epoch everyone who is no longer enrolled enrols again. */
function enrolments(): Moment[] {
  return Array.from({ length: EPOCHS }, (_, epoch) => ({
    day: epoch * EPOCH_DAYS + 0.04,
    act: async (teller: Teller, day: number) => {
      for (const [project, from, through, people] of ATTESTERS)
        for (const who of epoch < from || epoch > through ? [] : people)
          if (!(await teller.read("contributionLedger", "isEnrolled", project, WHO[who], epoch))) await teller.act(day, WHO[who], "contributionLedger", "enrol", project);
    },
  }));
}

/** All that became of a record. Its evidence goes into `evidence`, file name → manifest. */
function tellRecord(record: SeedRecord, evidence: Map<string, string>): Moment[] {
  const { by, project, kind, quantity, day, title, note, files = [], split = [], confirmed, answers = [], withdrawn, challenge } = record;
  const { digest, manifest } = writeEvidence(title, note, files);
  evidence.set(`${digest}.json`, manifest);
  const [author, ledger] = [WHO[by], "contributionLedger"] as const;
  const reportAt = (occurredAt: number): Report => {
    const parts = split.map(([who, share]) => ({ member: WHO[who], parts: share }));
    return { project, kind: kinds.indexOf(kind), quantity, evidence: digest as Hex, occurredAt, split: parts, uri: `data:,${encodeURIComponent(title)}` };
  };
  const moments: Moment[] = [{ day, act: (teller, now) => teller.act(now, author, ledger, "record", reportAt(teller.secondOf(now - 0.5))) }];
  if (confirmed !== undefined) moments.push({ day: confirmed, act: (teller, now) => teller.act(now, WHO[split[1]![0]], ledger, "confirm", author, digest, reportDigest(reportAt(teller.secondOf(day - 0.5)))) });
  if (withdrawn !== undefined) moments.push({ day: withdrawn, act: (teller, now) => teller.act(now, author, ledger, "withdraw", author, digest) });
  for (const [when, who, seen] of answers) moments.push({ day: when, act: (teller, now) => teller.act(now, WHO[who], ledger, "attest", author, digest, seen) });
  if (!challenge) return moments;
  moments.push({ day: challenge.day, act: (teller, now) => teller.act(now, WHO[challenge.by], "challenges", "challenge", author, digest) });
  for (const [when, who, tenths] of challenge.answers) moments.push({ day: when, act: (teller, now) => teller.act(now, WHO[who], "challenges", "answer", author, digest, tenths) });
  return moments;
}

/** The notebook's batch, posted by Zhou, and who of its people was bound to which member. */
function tellNotebook(evidence: Map<string, string>): Moment[] {
  const { batch, data, dataDigest, uri } = readNotebook();
  evidence.set(`${dataDigest}.jsonl`, data);
  const { root, sum } = batch.tree!;
  const answer = (by: Who, digest: string) => ([day, who, yes]: Answer): Moment => ({
    day,
    act: (teller, now) => teller.act(now, WHO[who], "contributionLedger", "attest", WHO[by], digest, yes),
  });
  const bind = (steward: Who, name: NotebookName & Who, day: number, answers: readonly Answer[]): Moment[] => {
    const identity = identityOf(NOTEBOOK_NAMES[name]);
    const digest = bindingEvidence(PROJECTS.mill, identity, WHO[name]);
    return [
      { day, act: (teller, now) => teller.act(now, WHO[steward], "contributionLedger", "proposeBinding", PROJECTS.mill, identity, WHO[name]) },
      ...answers.map(answer(steward, digest)),
    ];
  };
  const answers: readonly Answer[] = [[9.2, "he", 1], [9.6, "fang", 1], [10.7, "su", 1]];
  return [
    { day: 8.2, act: (teller, now) => teller.act(now, WHO.zhou, "contributionLedger", "postBatch", PROJECTS.mill, root, sum, 600n * UNIT, dataDigest, uri) },
    ...answers.map(answer("zhou", root)),
    ...bind("zhou", "lin", 30.1, [[31.2, "chen", 1], [31.6, "ye", 1], [32.7, "luo", 1]]), //  counts: her leaf can be drawn
    ...bind("zhou", "luo", 30.2, [[31.3, "chen", 1], [31.7, "ye", 1], [32.8, "fang", 1]]), // counts: his leaf was drawn
    { day: 65.2, act: (teller, now) => teller.act(now, WHO.luo, "shareLedger", "drawLeaf", idOf(WHO.zhou, root), leafOf(batch, "luo")) },
    ...bind("zhou", "ye", 90.2, [[91.4, "he", 1], [91.7, "su", 1], [92.3, "chen", 1]]), //    stands, counts from day 120 on
    ...bind("chen", "xu", 95.1, []), //                                                       waits for attesters
  ];
}

/** Lots that were drawn. Lin's of the mill in epoch 1 is left for the visitor, and others wait too. */
const DRAWS: readonly (readonly [day: number, who: Who, project: number, epochs: readonly number[]])[] = [
  [57.2, "chen", PROJECTS.mill, [0]],
  [58.1, "lin", PROJECTS.cooperative, [0]],
  [60.4, "jiang", PROJECTS.repair, [0]],
  [85.2, "tang", PROJECTS.repair, [0, 1]],
  [86.1, "su", PROJECTS.mill, [0]],
  [86.5, "xu", PROJECTS.cooperative, [1]],
];

const draws = (): Moment[] => DRAWS.map(([day, who, project, epochs]) => ({ day, act: (teller, now) => teller.act(now, WHO[who], "shareLedger", "draw", project, WHO[who], epochs) }));

/** Tells it all. `hear` gets the number of each epoch as it begins. Gives the evidence: file name → text. */
export async function tellLife(teller: Teller, hear: (epoch: number) => void): Promise<Map<string, string>> {
  const evidence = new Map<string, string>();
  const moments = [...enrolments(), ...seedRecords.flatMap((record) => tellRecord(record, evidence)), ...tellNotebook(evidence), ...tellStatements(), ...tellDecisions(), ...tellPeople(), ...draws(), ...tellMarket()];
  moments.sort((a, b) => a.day - b.day);
  let heard = -1;
  for (const { day, act } of moments) {
    const epoch = Math.floor(day / EPOCH_DAYS);
    if (epoch > heard) hear((heard = epoch));
    await act(teller, day);
  }
  await teller.wait(END);
  return evidence;
}
