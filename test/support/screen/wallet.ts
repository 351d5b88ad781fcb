import type { BrowserContext } from "playwright-core";

/** How the wallet behaves: it signs whatever it is asked, or its owner closes each request. */
export type Manner = "signs" | "rejects";

/**
 * Puts a wallet into every page of a context, announced as EIP-6963 wants. It forwards to the practice node, which holds the key
 * of `address`, so nothing of the page knows that it is none of the usual wallets.
 */
export async function addWallet(context: BrowserContext, rpc: string, address: string, manner: Manner, name = "Test Wallet"): Promise<void> {
  await context.addInitScript(announce, { rpc, address, manner, name });
}

/** Runs in the page. */
function announce({ rpc, address, manner, name }: { rpc: string; address: string; manner: Manner; name: string }): void {
  const request = async ({ method, params = [] }: { method: string; params?: unknown[] }): Promise<unknown> => {
    if (method === "eth_requestAccounts" || method === "eth_accounts") return [address];
    if (method === "wallet_requestPermissions" || method === "wallet_getPermissions") return [{ parentCapability: "eth_accounts" }];
    if (method === "wallet_revokePermissions") return null;
    if (method === "eth_sendTransaction" && manner === "rejects") throw Object.assign(new Error("User rejected the request."), { code: 4001 });
    const answer = await fetch(rpc, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }) });
    const { result, error } = (await answer.json()) as { result?: unknown; error?: { message: string; code: number; data?: unknown } };
    if (error) throw Object.assign(new Error(error.message), { code: error.code, data: error.data });
    return result;
  };
  const provider = { request, on: () => provider, removeListener: () => provider };
  const icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/%3E";
  const info = { uuid: "5b6f1f0e-0000-4000-8000-000000000001", name, icon, rdns: "example.wallet" };
  const tell = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
  window.addEventListener("eip6963:requestProvider", tell);
  tell();
}
