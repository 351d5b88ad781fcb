import { Contract, getAddress, Interface, type Provider, ZeroHash } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { readArtifact } from "../artifact.ts";
import type { DeploymentRecord } from "../record.ts";
import type { Finding } from "./finding.ts";
import { readLogs } from "./logs.ts";

const NAMES = ["PROPOSER_ROLE", "CANCELLER_ROLE", "EXECUTOR_ROLE"] as const;
const KINDS = new Set(["RoleGranted", "RoleRevoked", "RoleAdminChanged"]);

const words: Record<string, Both> = {
  DEFAULT_ADMIN_ROLE: { zh: "可以管理", en: "administers" },
  PROPOSER_ROLE: { zh: "可以提交事项给", en: "proposes to" },
  CANCELLER_ROLE: { zh: "可以取消", en: "cancels in" },
  EXECUTOR_ROLE: { zh: "可以执行", en: "executes in" },
};

/**
 * All powers of the timelock: nobody but itself administers it, and the governor alone proposes, cancels and executes. From its whole
 * log, and asked once more, of every account that ever held a role and of `others`.
 */
export async function findPowers(provider: Provider, { contracts, genesisBlock }: DeploymentRecord, others: readonly string[] = []): Promise<Finding> {
  const { abi } = readArtifact("timelock");
  const timelock = new Contract(contracts.timelock, abi, provider);
  const roles = new Map([[ZeroHash, "DEFAULT_ADMIN_ROLE"], ...(await Promise.all(NAMES.map(async (name) => [String(await timelock.getFunction(name)()), name] as const)))]);
  const reader = new Interface(abi);
  const faults: Both[] = [];
  const [itself, governor] = [getAddress(contracts.timelock), getAddress(contracts.governor)];
  const accounts = new Set([itself, governor, ...others.map(getAddress)]);
  const seen = new Set(roles.keys());
  for (const log of await readLogs(provider, { address: contracts.timelock }, genesisBlock)) {
    const event = reader.parseLog(log);
    if (!event || !KINDS.has(event.name)) continue;
    seen.add(event.args[0]);
    if (event.name === "RoleAdminChanged") faults.push(tell(`时间锁里${roles.get(event.args[0]) ?? event.args[0]}的管理者被改过。`, `In the timelock the admin of ${roles.get(event.args[0]) ?? event.args[0]} was changed.`));
    else accounts.add(getAddress(event.args[1]));
  }
  const asked = [...seen].map(async (role) => {
    const name = roles.get(role) ?? role;
    const wanted = role === ZeroHash ? itself : roles.has(role) ? governor : null;
    if (String(await timelock.getFunction("getRoleAdmin")(role)) !== ZeroHash) faults.push(tell(`时间锁里${name}另有管理者。`, `In the timelock ${name} has an admin of its own.`));
    const held = await Promise.all([...accounts].map(async (account) => [account, Boolean(await timelock.getFunction("hasRole")(role, account))] as const));
    for (const [account, holds] of held) {
      if (holds && account !== wanted) faults.push(tell(`${account}${words[name]?.zh ?? `持有${name}于`}时间锁；谁都不应当可以。`, `${account} ${words[name]?.en ?? `holds ${name} in`} the timelock; nobody should.`));
      if (!holds && account === wanted) faults.push(tell(`时间锁应当把${name}给${account}，而没有给。`, `The timelock should grant ${name} to ${account}, and does not.`));
    }
  });
  await Promise.all(asked);
  return { looked: seen.size * accounts.size, faults };
}
