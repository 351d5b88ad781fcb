import type { BrowserContext } from "playwright-core";
import { createWalletClient, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import type { Stage } from "../../../scripts/dev/stage.ts";
import { chainOf, keyOf } from "./chain.ts";

/** A wallet in the browser whose mind a test changes while the page is open. It keeps it over reloads. */
export interface Wallet {
  readonly name: string;
  readonly address: Hex;
  /** Every question that pages put to it, by method, in order. */
  readonly heard: string[];
  /** Refuses the next so many requests of each kind, as when the person closes the window; to sign words counts as to send. */
  rejectConnection: number;
  rejectSend: number;
  /** Never answers a request to connect. */
  silent: boolean;
  /** The chain it stands on. */
  chainId: number;
}

export interface WalletOptions {
  readonly name: string;
  /** The seeded member whose key it holds. */
  readonly member: number;
  /** Milliseconds after the page's start before it is there. */
  readonly late?: number;
  /** Puts itself in `window.ethereum` instead of announcing itself, as older wallets do. */
  readonly oldStyle?: boolean;
  readonly chainId?: number;
}

interface Reply {
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

const refusal = (code: number, message: string): Reply => ({ error: { code, message } });
const rejected = refusal(4001, "User rejected the request.");

// The half inside the page: a provider as EIP-1193 says, announced as EIP-6963 says. It has no key; it asks the other half.
const inside = `({ name, late, oldStyle, chain, binding }) => {
  const listeners = {};
  const provider = {
    on(event, listener) { (listeners[event] ??= []).push(listener); return provider; },
    removeListener(event, listener) { listeners[event] = (listeners[event] ?? []).filter((one) => one !== listener); return provider; },
    async request({ method, params = [] }) {
      const { result, error, changed } = JSON.parse(await window[binding](JSON.stringify({ method, params })));
      if (changed) for (const listener of listeners.chainChanged ?? []) listener(changed);
      if (error) throw Object.assign(new Error(error.message), error);
      return result ?? null;
    },
  };
  const icon = "data:image/svg+xml;base64," + btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10"/></svg>');
  const info = Object.freeze({ uuid: crypto.randomUUID(), name, icon, rdns: "example." + name.toLowerCase().replaceAll(" ", "-") });
  const announce = () => dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
  const appear = () => {
    if (oldStyle) { window.ethereum = provider; return; }
    addEventListener("eip6963:requestProvider", announce);
    announce();
  };
  if (late > 0) setTimeout(appear, late); else appear();
}`;

let count = 0;

/** Puts a wallet into every page of a browser context. The key stays on this side; the page gets what a real wallet would give. */
export async function offerWallet(context: BrowserContext, stage: Pick<Stage, "rpc" | "seats">, { name, member, late = 0, oldStyle = false, chainId = 31337 }: WalletOptions): Promise<Wallet> {
  const account = privateKeyToAccount(keyOf(stage, member));
  const { chain, transport, reader } = chainOf(stage);
  const client = createWalletClient({ account, chain, transport });
  const wallet: Wallet = { name, address: account.address, heard: [], rejectConnection: 0, rejectSend: 0, silent: false, chainId };
  let allowed = false;

  async function answer(method: string, params: readonly unknown[]): Promise<Reply & { changed?: Hex }> {
    wallet.heard.push(method);
    switch (method) {
      case "wallet_requestPermissions":
      case "eth_requestAccounts":
        if (wallet.silent) return new Promise(() => undefined);
        if (wallet.rejectConnection > 0) {
          wallet.rejectConnection -= 1;
          return rejected;
        }
        allowed = true;
        return { result: method === "eth_requestAccounts" ? [account.address] : [{ parentCapability: "eth_accounts", caveats: [{ type: "restrictReturnedAccounts", value: [account.address] }] }] };
      case "eth_accounts":
        return { result: allowed ? [account.address] : [] };
      case "wallet_revokePermissions":
        allowed = false;
        return { result: null };
      case "eth_chainId":
        return { result: `0x${wallet.chainId.toString(16)}` };
      case "wallet_switchEthereumChain": {
        const [asked] = params as [{ chainId: Hex }];
        wallet.chainId = Number(asked.chainId);
        return { result: null, changed: asked.chainId };
      }
      case "eth_sendTransaction": {
        if (wallet.rejectSend > 0) {
          wallet.rejectSend -= 1;
          return rejected;
        }
        const [sent] = params as [{ to: Hex; data: Hex; gas?: Hex }];
        return { result: await client.sendTransaction({ to: sent.to, data: sent.data, ...(sent.gas ? { gas: BigInt(sent.gas) } : {}) }) };
      }
      case "eth_signTypedData_v4": {
        if (wallet.rejectSend > 0) {
          wallet.rejectSend -= 1;
          return rejected;
        }
        const [, words] = params as [Hex, string];
        return { result: await account.signTypedData(JSON.parse(words) as Parameters<typeof account.signTypedData>[0]) };
      }
      default:
        return { result: await reader.request({ method, params } as Parameters<typeof reader.request>[0]) };
    }
  }

  const binding = `gongshengTestWallet${(count += 1)}`;
  await context.exposeBinding(binding, async (_, question: string) => {
    const { method, params } = JSON.parse(question) as { method: string; params: unknown[] };
    return JSON.stringify(await answer(method, params).catch((error: Error) => refusal(-32603, error.message)));
  });
  await context.addInitScript({ content: `(${inside})(${JSON.stringify({ name, late, oldStyle, binding })});` });
  return wallet;
}
