import { createConfig, http, injected, type Config, type Connector } from "wagmi";
import { connect, disconnect, getConnection, getConnections, reconnect, signTypedData, switchChain, watchConnection, watchConnectors, writeContract } from "wagmi/actions";
import type { Abi, Chain } from "viem";
import { networkStore } from "../chain/network.ts";
import { recall, remember } from "../store/browser.ts";
import { type Signer, signerStore } from "./signer.ts";

/** A wallet that announced itself (EIP-6963), or the one old-style wallet of this browser. */
export interface FoundWallet {
  id: string;
  name: string;
  icon?: string;
}

let made: { key: string; config: Config; stop: () => void } | undefined;
let oldStyle: Connector | undefined;

/** The wagmi configuration of the deployment's chain; made anew when the chain or its node changes. */
function configuration(): Config {
  const { chain, rpc } = networkStore.get();
  if (!chain || !rpc) throw new Error("no network");
  const key = `${chain.id} ${rpc}`;
  if (made?.key === key) return made.config;
  made?.stop();
  oldStyle = undefined;
  const chains: readonly [Chain, ...Chain[]] = [chain];
  const config = createConfig({ chains, connectors: [], transports: { [chain.id]: http(rpc) }, storage: null, multiInjectedProviderDiscovery: true }) as unknown as Config;
  const stop = watchConnection(config, { onChange: (connection) => follow(config, connection.address, connection.connector) });
  made = { key, config, stop };
  return config;
}

/** Keeps the page's signer in step with what the wallet says: another account, or none any more. */
function follow(config: Config, address: `0x${string}` | undefined, connector: Connector | undefined): void {
  if (!address || !connector) {
    if (signerStore.get()?.kind === "wallet") signerStore.set(null);
    return;
  }
  const name = { zh: connector.name, en: connector.name };
  const signer: Signer = {
    kind: "wallet",
    name,
    address,
    ...(connector.icon ? { icon: connector.icon } : {}),
    chainId: () => connector.getChainId(),
    async switchChain() {
      await switchChain(config, { chainId: config.chains[0].id });
    },
    async writeContract(call) {
      return writeContract(config, { address: call.address, abi: call.abi as Abi, functionName: call.functionName, args: [...call.args], account: address, chainId: config.chains[0].id });
    },
    async signTypedData(data) {
      return signTypedData(config, data as Parameters<typeof signTypedData>[1]);
    },
    async leave() {
      remember("wallet", null);
      // Every connection is closed, else the next wallet is answered for by the last one.
      for (const connection of getConnections(config)) await disconnect(config, { connector: connection.connector }).catch(() => undefined);
      signerStore.set(null);
    },
  };
  signerStore.set(signer);
}

const known = (config: Config): Connector[] => (config.connectors.length > 0 ? [...config.connectors] : oldStyle ? [oldStyle] : []);
const shown = (connector: Connector): FoundWallet => ({ id: connector.id, name: connector.name, ...(connector.icon ? { icon: connector.icon } : {}) });

/**
 * Lists the wallets of this browser as they announce themselves. Some inject late, so it asks again for three seconds and
 * only then looks for an old-style wallet. `found` is called with every change; `settled` is true once the asking is over.
 */
export function watchWallets(found: (wallets: FoundWallet[], settled: boolean) => void): () => void {
  const config = configuration();
  let settled = false;
  const tell = () => found(known(config).map(shown), settled);
  const stop = watchConnectors(config, { onChange: tell });
  const ask = () => window.dispatchEvent(new Event("eip6963:requestProvider"));
  const timers = [300, 1000, 2000].map((wait) => setTimeout(ask, wait));
  timers.push(
    setTimeout(() => {
      if (config.connectors.length === 0 && "ethereum" in window) oldStyle ??= config._internal.connectors.setup(injected());
      settled = true;
      tell();
    }, 3000),
  );
  tell();
  return () => {
    stop();
    for (const timer of timers) clearTimeout(timer);
  };
}

/** The wallet gave no answer within 30 seconds. */
export class WalletSilent extends Error {
  constructor() {
    super("the wallet did not answer within 30 seconds");
    this.name = "WalletSilent";
  }
}

/** Asks a wallet for an account. Rejects with the wallet's refusal, or WalletSilent after 30 seconds. */
export async function connectWallet(id: string): Promise<void> {
  const config = configuration();
  const connector = known(config).find((one) => one.id === id);
  if (!connector) throw new WalletSilent();
  const current = getConnection(config);
  if (current.connector && current.connector.id !== id) await disconnect(config, { connector: current.connector }).catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WalletSilent()), 30_000);
  });
  try {
    await Promise.race([connect(config, { connector }), silence]);
    remember("wallet", id);
    const { address, connector: open } = getConnection(config);
    follow(config, address, open);
  } finally {
    clearTimeout(timer);
  }
}

/** Takes up the wallet of the last visit without asking, if it still allows it; waits three seconds for it to show up. */
export async function resumeWallet(): Promise<void> {
  const id = recall("wallet");
  if (!id) return;
  const config = configuration();
  const connector = await new Promise<Connector | undefined>((resolve) => {
    const stop = watchWallets((_, settled) => {
      const one = known(config).find((connector) => connector.id === id);
      if (!one && !settled) return;
      queueMicrotask(() => stop());
      resolve(one);
    });
  });
  if (connector && !signerStore.get() && (await connector.isAuthorized().catch(() => false))) await reconnect(config, { connectors: [connector] });
}
