import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { abis } from "#client/chain/contracts.ts";
import { parseDeployment } from "#client/chain/deployment.ts";
import { callOf } from "#client/chain/call.ts";
import type { Intent } from "#client/chain/intent.ts";
import { parseCarryMany, parseRevokeAct, type SignedAct } from "#client/people/carry.ts";
import { parseRotate } from "#client/people/rotate.ts";
import { signable } from "#client/people/signing.ts";
import type { Stage } from "../../../scripts/dev/stage.ts";
import { chainOf, walletOf } from "./chain.ts";
import { readBooks } from "./claims.ts";

type Chain = Pick<Stage, "rpc" | "seats" | "deployment">;

/** Lets a member act from outside the browser. */
async function act(stage: Chain, member: number, intent: Intent): Promise<void> {
  const hash = await walletOf(stage, member).writeContract({ ...callOf(parseDeployment(stage.deployment), intent), gas: 3_000_000n } as never);
  const { status } = await chainOf(stage).reader.waitForTransactionReceipt({ hash, pollingInterval: 50 });
  if (status !== "success") throw new Error(`${intent.functionName} of member ${member} failed.`);
}

/** Carries one act, lets its member take another back, and gives a third member another key. */
export async function carryAndRotate(stage: Chain, { used, revoked, rotating }: { readonly used: SignedAct; readonly revoked: SignedAct; readonly rotating: number }): Promise<void> {
  const deployment = parseDeployment(stage.deployment);
  await act(stage, 1, parseCarryMany([{ ...used, gas: 700_000 }]));
  await act(stage, revoked.member, parseRevokeAct(revoked.nonce));
  const { timestamp } = await chainOf(stage).reader.getBlock({ blockTag: "pending" });
  const { keyEpoch } = (await readBooks(stage)).people.members.get(rotating as never)!;
  const fresh = privateKeyToAccount(generatePrivateKey());
  const expires = Number(timestamp) + 86_400;
  const signature = await fresh.signTypedData(signable("KeyConsent", { member: rotating, keyEpoch, newKey: fresh.address, expires }, deployment) as never);
  await act(stage, rotating, parseRotate({ newKey: fresh.address, expires, signature }));
  const speaker = await chainOf(stage).reader.readContract({ address: deployment.contracts.memberRegistry, abi: abis.memberRegistry, functionName: "keyOf", args: [rotating] });
  if (speaker !== fresh.address) throw new Error("The key was not replaced.");
}
