import { createWalletClient, http, type TypedDataDefinition, webSocket } from "viem";
import { type OfferedSeat, type Place, chainKey } from "../chain/deployment.ts";
import { networkStore } from "../chain/network.ts";
import type { Both } from "../language/words.ts";
import { recall, remember } from "../store/browser.ts";
import { type KeptSeat, database } from "../store/database.ts";
import { type Signer, signerStore } from "./signer.ts";

type Hex = `0x${string}`;

/** A practice key was used where no practice chain is. It must never sign for anything real. */
export class NotPractice extends Error {
  constructor() {
    super("a practice seat works on practice chains only");
    this.name = "NotPractice";
  }
}

/** The number of practice chains, which are only ever local. A deployment that calls itself practice elsewhere is not believed. */
const PRACTICE_CHAIN = 31337;
/** `away`: also while the node is silent, for what is signed and not sent. */
function practiceDeployment(away = false): Place {
  const { deployment, state } = networkStore.get();
  const reached = state === "ready" || (away && state === "unreachable");
  if (!deployment?.practice || deployment.chainId !== PRACTICE_CHAIN || !reached) throw new NotPractice();
  return deployment;
}

/** Takes the seat of a practice member in this browser. Throws NotPractice elsewhere than on a practice chain. */
export async function takeSeat(offered: OfferedSeat): Promise<void> {
  const seat = await seatOf(offered);
  await keepSeat(seat);
  await sitDown(seat);
}

/** A seat as it is kept. Several keys of one member, and keys of nobody yet (member 0), are told apart by their addresses. */
async function seatOf({ member, name, key }: OfferedSeat): Promise<KeptSeat> {
  const deployment = practiceDeployment();
  const { privateKeyToAccount } = await import("viem/accounts");
  const chain = chainKey(deployment);
  const { address } = privateKeyToAccount(key);
  return { key: keyOf(chain, address), chain, member, name, address, privateKey: key };
}

const keyOf = (chain: string, address: Hex): string => `${chain}/${address.toLowerCase()}`;

/** A practice key that was made in this browser and that nobody sits with yet. */
export interface FreshKey {
  readonly address: Hex;
  signTypedData(data: TypedDataDefinition): Promise<Hex>;
}

/**
 * Makes a practice key, keeps it before anything rests on it, and gives it coins for fees, which on a practice chain are worth nothing.
 * `member`: whose new key it is to be; 0: nobody's yet. Throws NotPractice.
 */
export async function makeKey(name: Both, member = 0): Promise<FreshKey> {
  const { generatePrivateKey, privateKeyToAccount } = await import("viem/accounts");
  const seat = await seatOf({ member, name, key: generatePrivateKey() });
  await database().then((db) => db.put("seats", seat)).catch(() => undefined);
  inMemory.set(seat.key, seat);
  const ask = networkStore.get().client?.request as unknown as (call: { method: string; params: unknown[] }) => Promise<unknown>;
  await ask({ method: "hardhat_setBalance", params: [seat.address, "0x3635c9adc5dea00000"] });
  return { address: seat.address, signTypedData: (data) => privateKeyToAccount(seat.privateKey).signTypedData(data) };
}

/** Keys of this visit, for browsers that refuse storage. */
const inMemory = new Map<string, KeptSeat>();

async function keptAt(key: string): Promise<KeptSeat | undefined> {
  return (await database().then((db) => db.get("seats", key)).catch(() => undefined)) ?? inMemory.get(key);
}

/** Sits down with a practice key that this browser keeps; false where it keeps none for this address. */
export async function sitWith(address: Hex): Promise<boolean> {
  const seat = await keptAt(keyOf(chainKey(practiceDeployment()), address));
  if (!seat) return false;
  await keepSeat(seat);
  await sitDown(seat);
  return true;
}

/** Makes a new identity in this browser, somebody who is no member yet, and sits down with it. Throws NotPractice. */
export async function newIdentity(): Promise<void> {
  const { address } = await makeKey({ zh: "新身份", en: "A new identity" });
  await sitWith(address);
}

/** Gives the identity that sits here the name by which it applied. */
export async function nameIdentity(name: Both): Promise<void> {
  const kept = recall("seat");
  const seat = kept ? await keptAt(kept) : undefined;
  if (!seat || seat.member !== 0) return;
  await keepSeat({ ...seat, name });
  await sitDown({ ...seat, name });
}

/** Lets the member of an offered seat sign, by the key that the practice network gives away. Throws NotPractice. */
export async function signAsSeat({ key }: OfferedSeat, data: TypedDataDefinition): Promise<Hex> {
  practiceDeployment(true);
  const { privateKeyToAccount } = await import("viem/accounts");
  return privateKeyToAccount(key).signTypedData(data);
}

/** A browser that refuses storage still lets one sit for as long as the page is open. */
async function keepSeat(seat: KeptSeat): Promise<void> {
  remember("seat", seat.key);
  inMemory.set(seat.key, seat);
  await database().then((db) => db.put("seats", seat)).catch(() => undefined);
}

/** Takes up the seat that was kept in this browser for this chain, if there is one. */
export async function resumeSeat(): Promise<void> {
  const kept = recall("seat");
  if (!kept || signerStore.get()) return;
  const seat = await keptAt(kept);
  const { deployment } = networkStore.get();
  if (seat && deployment && seat.chain === chainKey(deployment)) await sitDown(seat);
}

async function sitDown(seat: KeptSeat): Promise<void> {
  const { privateKeyToAccount } = await import("viem/accounts");
  const account = privateKeyToAccount(seat.privateKey);
  const signer: Signer = {
    kind: "practice",
    name: seat.name,
    address: seat.address,
    ...(seat.member === 0 ? {} : { member: seat.member }),
    chainId: async () => practiceDeployment(true).chainId,
    async writeContract(call) {
      const deployment = practiceDeployment();
      const { chain, rpc } = networkStore.get();
      if (!chain || !rpc || seat.chain !== chainKey(deployment)) throw new NotPractice();
      // No retries: a node that has taken a transaction and is asked again answers with a wrong nonce.
      const wallet = createWalletClient({ account, chain, transport: /^ws/.test(rpc) ? webSocket(rpc, { retryCount: 0 }) : http(rpc, { retryCount: 0, timeout: 15_000 }) });
      return wallet.writeContract({ address: call.address, abi: call.abi, functionName: call.functionName, args: [...call.args] });
    },
    async signTypedData(data) {
      if (seat.chain !== chainKey(practiceDeployment(true))) throw new NotPractice();
      return account.signTypedData(data);
    },
    async leave() {
      remember("seat", null);
      signerStore.set(null);
    },
  };
  signerStore.set(signer);
}

/** What a backup file of a seat says. */
export interface SeatFile {
  kind: "gongsheng practice seat";
  version: 1;
  chainId: number;
  genesisHash: Hex;
  member: number;
  name: Both;
  privateKey: Hex;
}

/** The kept seat as the text of a file, or null if none is kept. */
export async function backUpSeat(): Promise<string | null> {
  const kept = recall("seat");
  const seat = kept ? await keptAt(kept) : undefined;
  const { deployment } = networkStore.get();
  if (!seat || !deployment) return null;
  const file: SeatFile = {
    kind: "gongsheng practice seat",
    version: 1,
    chainId: deployment.chainId,
    genesisHash: deployment.genesisHash,
    member: seat.member,
    name: seat.name,
    privateKey: seat.privateKey,
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A file that is no seat, or the seat of another chain. */
export class SeatFileInvalid extends Error {
  readonly reason: "unreadable" | "otherChain";
  constructor(reason: "unreadable" | "otherChain") {
    super(`seat file: ${reason}`);
    this.name = "SeatFileInvalid";
    this.reason = reason;
  }
}

/** Takes the seat that a backup file holds. Throws SeatFileInvalid or NotPractice. */
export async function restoreSeat(text: string): Promise<void> {
  let file: SeatFile;
  try {
    file = JSON.parse(text) as SeatFile;
  } catch {
    throw new SeatFileInvalid("unreadable");
  }
  const whole = file?.kind === "gongsheng practice seat" && file.version === 1 && /^0x[0-9a-f]{64}$/i.test(file.privateKey) && Number.isSafeInteger(file.member) && typeof file.name?.zh === "string" && typeof file.name.en === "string";
  if (!whole) throw new SeatFileInvalid("unreadable");
  const deployment = practiceDeployment();
  if (file.chainId !== deployment.chainId || file.genesisHash.toLowerCase() !== deployment.genesisHash.toLowerCase()) throw new SeatFileInvalid("otherChain");
  await takeSeat({ member: file.member, name: file.name, key: file.privateKey });
}
