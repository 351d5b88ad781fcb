import { DeploymentFault } from "#client/chain/deployment.ts";
import { type Chain, type Client, createClient, defineChain, http, webSocket } from "viem";
import { getBlock, getChainId } from "viem/actions";
import type { Both } from "../language/words.ts";
import { recall, remember } from "../store/browser.ts";
import { forgetChain } from "../store/database.ts";
import { createStore, useStore } from "../store/store.ts";
import { headStore } from "./clock.ts";
import { chainKey, chosenSource, coopNameStore, loadPlace, type Place, rpcUrl } from "./deployment.ts";

/** How the page stands with its chain. Reading never needs a wallet. */
export type NetworkState = "starting" | "ready" | "unreachable" | "wrongChain" | "otherGenesis" | "noDeployment" | "badDeployment" | "noRpc";

export interface Network {
  state: NetworkState;
  deployment: Place | null;
  /** Null until the deployment and a node's address are known. */
  client: Client | null;
  chain: Chain | null;
  rpc: string | null;
  /** What the state is about: what is wrong with the file, the other chain's number, what the node said. */
  problem?: Both;
}

const start: Network = { state: "starting", deployment: null, client: null, chain: null, rpc: null };

/** The network in use; followed by all that reads. */
export const networkStore = createStore<Network>(start);

/** True once after a practice chain was found to have been started anew; views say so and set it back. */
export const restartedStore = createStore(false);

/** The network in a view. */
export function useNetwork(): Network {
  return useStore(networkStore);
}

/** The host of an address, for sentences. */
export function hostOf(url: string | null): string {
  return url && URL.canParse(url) ? new URL(url).host : "?";
}

/** A text that is the same in both languages: a number, what a node said. */
const same = (text: unknown): Both => ({ zh: String(text), en: String(text) });
const allOf = (texts: readonly Both[]): Both => ({ zh: texts.map((text) => text.zh).join(""), en: texts.map((text) => text.en).join(" ") });

let attempt = 0;

/**
 * Reads the deployment, reaches its node, checks that it is the chain meant. Called at start and after every change of settings;
 * with the deployment `known` so far when the chain is to be found again.
 */
export async function openNetwork(known?: Place): Promise<void> {
  const mine = ++attempt;
  networkStore.set({ ...networkStore.get(), state: "starting" });
  let deployment: Place;
  try {
    deployment = await loadPlace(chosenSource());
  } catch (error) {
    if (mine !== attempt) return;
    if (error instanceof DeploymentFault) return networkStore.set({ ...start, state: "badDeployment", problem: allOf(error.faults) });
    if (!known) return networkStore.set({ ...start, state: "noDeployment", problem: same(error) });
    // A practice chain and its file begin anew together, and only the file says which run it is: it is waited for.
    if (known.practice) return networkStore.set({ ...networkStore.get(), state: "unreachable", problem: same(error) });
    deployment = known;
  }
  if (mine !== attempt) return;
  coopNameStore.set(deployment.name);
  const rpc = rpcUrl(deployment);
  if (!rpc) return networkStore.set({ ...start, state: "noRpc", deployment });
  const chain = defineChain({
    id: deployment.chainId,
    name: deployment.name.en,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpc] } },
    testnet: deployment.practice,
  });
  const transport = /^ws/.test(rpc) ? webSocket(rpc, { timeout: 10_000 }) : http(rpc, { timeout: 10_000, retryCount: 1 });
  const network = { deployment, client: createClient({ chain, transport }) as Client, chain, rpc };
  await noticeRestart(deployment);
  const verdict = await checkChain(network.client, deployment);
  if (mine !== attempt) return;
  networkStore.set({ ...network, ...verdict });
}

/** Whether the node serves the chain meant: by its number and by the first block. */
async function checkChain(client: Client, deployment: Place): Promise<Pick<Network, "state" | "problem">> {
  try {
    const id = await getChainId(client);
    if (id !== deployment.chainId) return { state: "wrongChain", problem: same(id) };
    const begins = await getBlock(client, { blockNumber: deployment.genesisBlock }).catch((error: Error) => {
      if (error.name === "BlockNotFoundError") return null;
      throw error;
    });
    if (begins?.hash?.toLowerCase() !== deployment.genesisHash.toLowerCase()) return { state: "otherGenesis" };
    await readHead(client, deployment.practice);
    return { state: "ready" };
  } catch (error) {
    return { state: "unreachable", problem: same(error) };
  }
}

/** Forgets what was kept of a practice chain that had the same number and another beginning. */
async function noticeRestart(deployment: Place): Promise<void> {
  const place = `genesis.${deployment.chainId}`;
  const before = recall(place);
  const key = chainKey(deployment);
  remember(place, key);
  if (!before || before === key || !deployment.practice) return;
  headStore.set(null);
  await forgetChain(before).catch(() => undefined);
  restartedStore.set(true);
}

/** Reads the newest block. Practice chains make no blocks while nothing happens, so the next block's time is asked for as well. */
async function readHead(client: Client, practice: boolean): Promise<void> {
  const latest = await getBlock(client, { blockTag: "latest" });
  const next = practice ? await getBlock(client, { blockTag: "pending" }).catch(() => latest) : latest;
  headStore.set({
    number: latest.number,
    timestamp: Number(latest.timestamp),
    nextTimestamp: Math.max(Number(latest.timestamp), Number(next.timestamp)),
    readAt: Date.now(),
  });
}

/** Reads the head again now: after an act, or after time was moved on. A chain that fell back was restarted, and is opened anew. */
export async function refreshHead(): Promise<void> {
  const network = networkStore.get();
  if (!network.client || !network.deployment) return;
  const before = headStore.get()?.number ?? 0n;
  try {
    await readHead(network.client, network.deployment.practice);
  } catch (error) {
    if (network.state === "ready") networkStore.set({ ...network, state: "unreachable", problem: same(error) });
    return;
  }
  const fellBack = (headStore.get()?.number ?? 0n) < before;
  if (fellBack || network.state !== "ready") await openNetwork(network.deployment);
}

/** Follows the chain while the page is in sight: every 2 seconds on a practice chain, else every 6. Returns a way to stop. */
export function followHead(): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout>;
  const next = async () => {
    if (document.visibilityState === "visible") await refreshHead();
    if (!stopped) timer = setTimeout(next, networkStore.get().deployment?.practice ? 2000 : 6000);
  };
  const seen = () => void (document.visibilityState === "visible" && refreshHead());
  document.addEventListener("visibilitychange", seen);
  timer = setTimeout(next, 2000);
  return () => {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", seen);
  };
}
