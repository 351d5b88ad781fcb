import { Contract, getAddress, Interface, type Provider } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { readArtifact } from "../artifact.ts";
import type { Charter, Founder } from "../founding.ts";
import type { DeploymentRecord, StepName } from "../record.ts";
import type { Finding } from "./finding.ts";
import { readLogs } from "./logs.ts";

/** What the founders agreed on: everything that the deployer could have changed. */
export interface Agreed {
  /** keccak256 of the agreement. */
  readonly founding: string;
  readonly founders: readonly Omit<Founder, "consent">[];
  readonly charters: readonly Charter[];
}

/** Members and charters as the first blocks have them, held against what the founders signed. */
export async function findFoundingFaults(provider: Provider, record: DeploymentRecord, { founding, founders, charters }: Agreed): Promise<Finding> {
  const faults: Both[] = [];
  const differs = (what: Both, found: unknown, wanted: unknown): void => {
    if (String(found) === String(wanted)) return;
    faults.push(tell(`${what.zh}：链上是${shorten(found)}，发起人签的是${shorten(wanted)}。`, `${what.en}: the chain has ${shorten(found)}, and the founders signed ${shorten(wanted)}.`));
  };
  const read = async (step: StepName, event: string) => {
    const reader = new Interface(readArtifact(step).abi);
    const topic = reader.getEvent(event)!.topicHash;
    const logs = await readLogs(provider, { address: record.contracts[step], topics: [topic] }, record.genesisBlock);
    return logs.map((log) => reader.parseLog(log)!.args);
  };
  const registry = new Contract(record.contracts.memberRegistry, ["function founding() view returns (bytes32)"], provider);
  differs(tell("发起文件的指纹", "The founding's digest"), await registry.getFunction("founding")(), founding.toLowerCase());

  const [joined, profiles, founded] = [(await read("memberRegistry", "Joined")).filter(({ founder }) => founder), await read("memberRegistry", "ProfileChanged"), await read("projectRegistry", "ProjectFounded")];
  differs(tell("发起人数", "How many founded"), joined.length, founders.length);
  for (const [place, { key, profileDigest, profileUri }] of founders.entries()) {
    const member = place + 1;
    differs(tell(`${member}号成员的钥匙`, `The key of member ${member}`), joined.find((args) => Number(args.member) === member)?.key, getAddress(key));
    // The first of a member is the founding's; later ones are the member's own.
    const profile = profiles.find((args) => Number(args.member) === member);
    differs(tell(`${member}号成员的简介`, `The profile of member ${member}`), `${profile?.digest} ${profile?.uri}`, `${profileDigest.toLowerCase()} ${profileUri}`);
  }
  differs(tell("发起的项目数", "How many projects were founded"), founded.length, charters.length);
  for (const [project, charter] of charters.entries()) differs(tell(`${project}号项目的章程`, `The charter of project ${project}`), writeCharter(founded[project]?.charter), writeCharter(charter));
  return { looked: 1 + 2 * founders.length + charters.length, faults };
}

/** An address may be a whole document; its digest stands beside it. */
const shorten = (value: unknown): string => (String(value).length <= 240 ? String(value) : `${String(value).slice(0, 239)}…`);

/** A charter's terms in one line, so that two can be compared by eye. */
function writeCharter(charter: Charter | undefined): string {
  if (!charter) return "–";
  const { statement, uri, industry, budget, rates, minSurplus, salesCap, stewards } = charter;
  return [statement.toLowerCase(), industry, budget, rates.join(","), minSurplus, salesCap, stewards.join(","), uri].map(String).join(" ");
}
