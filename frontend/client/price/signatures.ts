// The seller's signature of an offer on record. The log tells the terms alone; the transaction that brought them carries the signature too.
import { type Abi, type Address, type Client, decodeFunctionData, type Hex, isAddressEqual } from "viem";
import { getTransaction } from "viem/actions";
import { marketAbi } from "../abi/Market.ts";
import { relayAbi } from "../abi/Relay.ts";
import type { Deployment } from "../chain/deployment.ts";
import { offerIdOf, requestIdOf } from "./digest.ts";
import { offerFrom, requestFrom } from "./terms.ts";
import type { OfferRecord, RequestRecord } from "./types.ts";

type Place = Pick<Deployment, "chainId" | "contracts">;

/** The calls of the market in a transaction: itself, or the acts that the Relay carries in it. */
function callsIn(to: Address | null, input: Hex, { contracts }: Place): Hex[] {
  if (to && isAddressEqual(to, contracts.market)) return [input];
  if (!to || !isAddressEqual(to, contracts.relay)) return [];
  const { args } = decodeFunctionData({ abi: relayAbi as Abi, data: input });
  return actsIn(args).flatMap((act) => (isAddressEqual(act.to, contracts.market) ? [act.data] : []));
}

/** Acts wherever they lie in the arguments: alone, or in a list with what each is given. */
function actsIn(value: unknown): { to: Address; data: Hex }[] {
  if (Array.isArray(value)) return value.flatMap(actsIn);
  if (typeof value !== "object" || value === null) return [];
  const one = value as { to?: unknown; data?: unknown };
  return typeof one.to === "string" && typeof one.data === "string" ? [{ to: one.to as Address, data: one.data as Hex }] : Object.values(value).flatMap(actsIn);
}

async function readCalls(client: Client, place: Place, tx: Hex) {
  const { to, input } = await getTransaction(client, { hash: tx });
  return callsIn(to, input, place).map((data) => decodeFunctionData({ abi: marketAbi, data }));
}

/** The seller's signature of an offer on record; null where its transaction does not hold it plainly. Errors: those of the node. */
export async function readSellerSignature(client: Client, place: Place, { id, tx }: Pick<OfferRecord, "id" | "tx">): Promise<Hex | null> {
  for (const { functionName, args } of await readCalls(client, place, tx)) {
    if (functionName !== "open" && functionName !== "fund" && functionName !== "answer") continue;
    if (offerIdOf(offerFrom(args[0]), place) === id) return args[1][0] ?? null;
  }
  return null;
}

/** The buyer's signature of a request on record; likewise. */
export async function readBuyerSignature(client: Client, place: Place, { id, tx }: Pick<RequestRecord, "id" | "tx">): Promise<Hex | null> {
  for (const { functionName, args } of await readCalls(client, place, tx)) {
    const [request, signature] = functionName === "openRequest" ? [args[0], args[1]] : functionName === "answer" ? [args[3], args[4]] : [null, null];
    if (request && signature && requestIdOf(requestFrom(request), place) === id) return signature;
  }
  return null;
}
