import { id as hashOf, type Provider, toBeHex } from "ethers";
import { type Both, tell } from "#client/chain/words.ts";
import { STEPS, type DeploymentRecord } from "../record.ts";
import type { Finding } from "./finding.ts";

const before = (text: string): string => toBeHex(BigInt(hashOf(text)) - 1n, 32);

/** Where contracts that can be exchanged keep what stands behind them: EIP-1967 and EIP-1822. */
const SLOTS: Readonly<Record<string, string>> = {
  "EIP-1967 implementation": before("eip1967.proxy.implementation"),
  "EIP-1967 admin": before("eip1967.proxy.admin"),
  "EIP-1967 beacon": before("eip1967.proxy.beacon"),
  "EIP-1822": hashOf("PROXIABLE"),
};

/** What contracts with a master are asked; nothing of ours may answer. */
const QUESTIONS = ["owner()", "getOwner()", "pendingOwner()", "admin()", "guardian()", "implementation()", "proxiableUUID()", "paused()"] as const;

/** No contract stands for another, and none has an owner. */
export async function findMasters(provider: Provider, { contracts }: DeploymentRecord): Promise<Finding> {
  const asked = STEPS.flatMap(({ name, contract }) => [
    ...Object.entries(SLOTS).map(async ([slot, place]): Promise<Both[]> => {
      const word = await provider.getStorage(contracts[name], place);
      return BigInt(word) === 0n ? [] : [tell(`${contract}在${slot}处存着${word}：它可以被换成别的代码。`, `${contract} holds ${word} at ${slot}: other code can be put in its place.`)];
    }),
    ...QUESTIONS.map(async (question): Promise<Both[]> => {
      const answer = await provider.call({ to: contracts[name], data: hashOf(question).slice(0, 10) }).catch(() => "0x");
      return answer === "0x" ? [] : [tell(`${contract}回答${question}：${answer}。不应当有人在它之上。`, `${contract} answers ${question} with ${answer}; nobody should stand above it.`)];
    }),
  ]);
  return { looked: asked.length, faults: (await Promise.all(asked)).flat() };
}
