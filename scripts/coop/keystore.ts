// What lies in Hardhat's encrypted keystore (or in the environment, by the same names). Only asked for where there is no practice network.
import type { Hex } from "viem";
import { Failure } from "./failure.ts";
import type { Language } from "./language.ts";
import { chainWords } from "./chainText.ts";

/** The address of the live chain's node. Errors: Failure where it is not kept there. */
export const liveRpc = (language: Language): Promise<string> => ask("LIVE_RPC_URL", language);

/** The key with which to send on the live chain. Errors: Failure where it is not kept there. */
export const liveKey = async (language: Language): Promise<Hex> => (await ask("LIVE_KEY", language)) as Hex;

async function ask(name: "LIVE_RPC_URL" | "LIVE_KEY", language: Language): Promise<string> {
  try {
    // Hardhat is loaded only here: it takes a second, and asks for the keystore's password.
    const { default: hre } = await import("hardhat");
    const live = hre.config.networks.live;
    if (live?.type !== "http" || live.accounts === "remote" || !Array.isArray(live.accounts)) throw new Error("no live network in hardhat.config.ts");
    return name === "LIVE_KEY" ? await live.accounts[0]!.getHexString() : await live.url.getUrl();
  } catch (error) {
    throw new Failure(chainWords[language].notKept(name, error instanceof Error ? error.message : String(error)));
  }
}
