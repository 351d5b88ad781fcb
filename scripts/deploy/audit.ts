// Everything that can be asked of a deployment by reading alone, to find whoever might rule it.
import { Contract, getAddress, type Provider } from "ethers";
import type { Both } from "#client/chain/words.ts";
import { findCodeFaults } from "./audit/code.ts";
import type { Finding } from "./audit/finding.ts";
import { type Agreed, findFoundingFaults } from "./audit/founding.ts";
import { findImmutableFaults } from "./audit/immutables.ts";
import { findNumberFaults } from "./audit/numbers.ts";
import { findUnlistedPowers } from "./audit/powers.ts";
import { findOpenDoors } from "./audit/probe.ts";
import { findStrayOperations } from "./audit/queue.ts";
import { findPowers } from "./audit/roles.ts";
import { findMasters } from "./audit/slots.ts";
import { findDeployer, strangersOf } from "./audit/strangers.ts";
import { findWireFaults } from "./audit/wires.ts";
import { findChainFaults } from "./check.ts";
import type { DeploymentRecord } from "./record.ts";

/** The parts of an audit, in the order in which they are made. */
export const auditParts = ["chain", "code", "immutables", "masters", "wires", "roles", "doors", "powers", "queue", "numbers", "founding"] as const;
export type AuditPart = (typeof auditParts)[number];

/** What an audit found. A part that is missing was not made: after other code than ours, views prove nothing. */
export interface Audit {
  readonly findings: ReadonlyMap<AuditPart, Finding>;
  readonly faults: readonly Both[];
  /** The address that sent the first contract; null where the node does not tell. */
  readonly deployer: string | null;
}

/** Audits a deployment. `agreed`: what the founders signed, where it is at hand. `parts`: those to make. Errors: those of the provider. */
export async function auditDeployment(provider: Provider, record: DeploymentRecord, agreed?: Agreed, parts: readonly AuditPart[] = auditParts): Promise<Audit> {
  const findings = new Map<AuditPart, Finding>();
  const make = async (part: AuditPart, find: () => Promise<Finding>): Promise<void> => {
    if (parts.includes(part)) findings.set(part, await find());
  };
  const faulty = (): boolean => [...findings.values()].some(({ faults }) => faults.length > 0);
  const ended = (deployer: string | null): Audit => ({ findings, faults: [...findings.values()].flatMap(({ faults }) => faults), deployer });

  await make("chain", async () => ({ looked: 1, faults: await findChainFaults(provider, record) }));
  if (faulty()) return ended(null);
  await make("code", () => findCodeFaults(provider, record));
  if (faulty()) return ended(null);
  await make("immutables", () => findImmutableFaults(provider, record, agreed?.founding.toLowerCase()));
  await make("masters", () => findMasters(provider, record));
  await make("wires", () => findWireFaults(provider, record));
  const deployer = await findDeployer(provider, record);
  const strangers = strangersOf(record, deployer);
  const registry = readRegistry(provider, record);
  await make("roles", () => findPowers(provider, record, strangers));
  await make("doors", async () => {
    const members = new Set<string>();
    for (const address of strangers) if (await registry.isKey(address)) members.add(address);
    return findOpenDoors(provider, record, strangers, (address) => members.has(address));
  });
  await make("powers", async () => findUnlistedPowers(provider, record, await registry.findProposer()));
  await make("queue", () => findStrayOperations(provider, record));
  await make("numbers", () => findNumberFaults(provider, record));
  if (agreed) await make("founding", () => findFoundingFaults(provider, record, agreed));
  return ended(deployer);
}

function readRegistry(provider: Provider, { contracts }: DeploymentRecord) {
  const views = ["function idOf(address) view returns (uint32)", "function keyOf(uint32) view returns (address)", "function memberCount() view returns (uint256)", "function attester(address) view returns (uint32)"];
  const registry = new Contract(contracts.memberRegistry, views, provider);
  return {
    isKey: async (address: string): Promise<boolean> => Number(await registry.getFunction("idOf")(address)) !== 0,
    /** The key of the first member who may propose now. */
    findProposer: async (): Promise<string | null> => {
      const count = Number(await registry.getFunction("memberCount")());
      for (let member = 1; member <= count; member += 1) {
        const key = getAddress(String(await registry.getFunction("keyOf")(member)));
        if (await registry.getFunction("attester")(key).then(() => true, () => false)) return key;
      }
      return null;
    },
  };
}
