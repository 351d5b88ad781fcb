// The record that `coop sign confirm` confirms, found in a file: nobody types a digest.
import { existsSync } from "node:fs";
import { type Address, encodeFunctionData, type Hex } from "viem";
import type { Deployment } from "#client/chain/deployment.ts";
import { callOf } from "#client/chain/call.ts";
import type { MemberId } from "#client/chain/ids.ts";
import { emptyLedger } from "#client/ledger.ts";
import { readCall } from "#client/offnet/call.ts";
import { type ActItem, type Confirmable, confirmableIn } from "#client/offnet/confirmable.ts";
import { readRecording } from "#client/offnet/reports.ts";
import { parseConfirm } from "#client/work/confirm.ts";
import { BadInput } from "../../coop/failure.ts";
import type { Language } from "../../coop/language.ts";
import { fromWhereTheUserStands } from "../../coop/place.ts";
import { type OutFile, readOut } from "./file.ts";
import type { Given } from "./terms.ts";
import { signWords } from "./text.ts";

interface Place {
  readonly deployment: Deployment;
  readonly out: OutFile;
  readonly language: Language;
}

/** A signed record of the file, and whether the member may confirm it. `number`: its place in the file, from 1. */
interface Candidate {
  readonly act: ActItem;
  readonly number: number;
  readonly confirmable: Confirmable;
}

/** The signed record that is meant: the one that --item counts out, or the only one in the file that names the member. Errors: BadInput, with what is wrong. */
export function findRecord(given: Given, place: Place): ActItem {
  const { deployment, language } = place;
  const words = signWords[language];
  if (given.record === undefined) throw new BadInput("--record", words.recordMissing);
  if (!existsSync(fromWhereTheUserStands(given.record))) throw new BadInput(given.record, words.noFile);
  const { items } = readOut(given.record, deployment, language);
  const member = /^[1-9]\d{0,9}$/.test(given.member ?? "") ? (Number(given.member) as MemberId) : null;
  if (member === null) throw new BadInput("--member", words.missing.member ?? words.needed);
  const beside = [...items, ...place.out.items];
  const records = items.flatMap((item): Candidate[] => {
    const confirmable = item.kind === "act" ? confirmableIn(item, { ledger: emptyLedger(deployment.genesis), now: 0, member, carried: false, beside }) : null;
    return item.kind === "act" && confirmable && isOurs(item, deployment) ? [{ act: item, number: item.number + 1, confirmable }] : [];
  });
  return choose(records, given, member, language);
}

/** A record is what the contribution ledger takes, to the last byte. */
function isOurs({ to, data }: ActItem, deployment: Deployment): boolean {
  const call = readCall(to, data, deployment);
  return call.is === "call" && call.contract === "contributionLedger";
}

function choose(records: readonly Candidate[], { record: file = "", item }: Given, member: number, language: Language): ActItem {
  const words = signWords[language];
  if (records.length === 0) throw new BadInput(file, words.noRecords);
  const counted = item === undefined ? records : records.filter(({ number }) => String(number) === item);
  if (counted.length === 0) throw new BadInput("--item", words.noSuchRecord(records.map(({ number }) => number)));
  const open = counted.filter(({ confirmable }) => confirmable.is === "open");
  if (open.length === 1) return open[0]!.act;
  if (open.length > 1) throw new BadInput("--item", words.whichRecord(open.map(({ number }) => number)));
  // Of several the nearest miss is told: one that is confirmed already, else one that names somebody else.
  const miss = (["signed", "notNamed", "malformed", "oneSided"] as const).map((is) => counted.find(({ confirmable }) => confirmable.is === is)).find((one) => one !== undefined)!;
  throw new BadInput(file, refusalOf(miss, member, language));
}

function refusalOf({ number, confirmable }: Candidate, member: number, language: Language): string {
  const words = signWords[language];
  switch (confirmable.is) {
    case "signed":
      return words.confirmedAlready(number, confirmable.by.member);
    case "notNamed":
      return words.namesAnother(number, confirmable.other, member);
    case "oneSided":
      return words.oneSided(number);
    default:
      return words.recordMalformed(number);
  }
}

/** The call that confirms just what a signed act records. */
export function confirmCall(record: ActItem, deployment: Deployment): { readonly to: Address; readonly data: Hex } {
  const recording = readRecording(record);
  if (recording?.is !== "record") throw new Error("no record");
  const { address, abi, functionName, args } = callOf(deployment, parseConfirm({ by: record.member, report: recording.report }));
  return { to: address, data: encodeFunctionData({ abi, functionName, args }) };
}
