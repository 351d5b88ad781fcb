// A small history from before the ledger: who milled when, kept in a notebook by people of whom some joined later and some did not.
import { keccak256, sha256, toUtf8Bytes } from "ethers";
import { buildBatch, type Batch, type HistoryRecord } from "#client/work/batch.ts";
import { writeBatchData } from "#client/work/batchData.ts";
import { identityOf } from "#client/work/leaf.ts";
import { PROJECTS } from "./projects.ts";

/** The names by which people go in the notebook. The last three have not joined. */
export const NOTEBOOK_NAMES = {
  lin: "lin.xiaoman@qingxi.example",
  luo: "luo.dahan@qingxi.example",
  ye: "ye.qiufen@qingxi.example",
  xu: "xu.qingming@qingxi.example",
  han: "han.lu@qingxi.example",
  bai: "bai.xiaoxue@qingxi.example",
  yu: "yu.shui@qingxi.example",
} as const;

export type NotebookName = keyof typeof NOTEBOOK_NAMES;

/** Days of the autumn of 2025, and who worked on each; the first keeps the notebook that day. */
const DAYS: readonly (readonly [day: string, ...people: NotebookName[]])[] = [
  ["2025-10-06", "lin", "han"],
  ["2025-10-07", "luo"],
  ["2025-10-09", "han"],
  ["2025-10-13", "ye", "luo", "bai"],
  ["2025-10-14", "yu"],
  ["2025-10-16", "lin"],
  ["2025-10-21", "bai"],
  ["2025-10-24", "han", "xu"],
  ["2025-10-28", "ye"],
  ["2025-11-03", "lin", "luo"],
  ["2025-11-05", "yu", "han"],
  ["2025-11-11", "xu"],
  ["2025-11-14", "luo"],
  ["2025-11-19", "lin", "ye", "xu"],
  ["2025-11-25", "han"],
  ["2025-12-02", "bai", "yu"],
];

/** The notebook as a batch of the rice mill, and its data file, which is published with it. */
export interface Notebook {
  readonly batch: Batch;
  readonly data: string;
  readonly dataDigest: string;
  /** The data file itself, as an address. */
  readonly uri: string;
}

/** Builds the notebook's batch. */
export function readNotebook(): Notebook {
  const records: HistoryRecord[] = DAYS.map(([day, ...people]) => ({
    commit: sha256(toUtf8Bytes(`notebook ${day}`)).slice(2, 42),
    at: Date.parse(`${day}T08:00:00Z`) / 1000,
    people: people.map((name) => identityOf(NOTEBOOK_NAMES[name])),
    added: 0,
    deleted: 0,
  }));
  const batch = buildBatch(PROJECTS.mill, "commits", records);
  const data = [...writeBatchData(batch)].join("");
  const uri = `data:application/jsonl;base64,${Buffer.from(data).toString("base64")}`;
  return { batch, data, dataDigest: keccak256(toUtf8Bytes(data)), uri };
}

/** A person's leaf and its proof, as ShareLedger takes them. */
export function leafOf({ tree }: Batch, name: NotebookName) {
  const index = tree!.indexOf(identityOf(NOTEBOOK_NAMES[name]));
  const { identity, value, recordsDigest } = tree!.leaves[index]!;
  return { identity, value, recordsDigest, ...tree!.proof(index) };
}
