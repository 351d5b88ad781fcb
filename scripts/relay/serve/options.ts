// What the service may spend, hold and promise.
import type { Language } from "../../coop/language.ts";
import { whole } from "../relay.ts";
import { relayWords } from "../text.ts";

export interface ServiceLimits {
  /** Acts in one transaction. */
  readonly perLot: number;
  readonly gasPerAct: number;
  readonly gasPerHour: number;
  /** Items of one member in an hour. */
  readonly perMember: number;
  readonly mostWaiting: number;
  /** What a unit of gas may cost, in wei; null: anything. */
  readonly mostWei: bigint | null;
}

type Name = "per-lot" | "gas-per-act" | "gas-per-hour" | "per-member" | "most-waiting" | "most-gwei";

/** Reads them. Errors: BadInput. */
export function limitsOf(values: Partial<Record<Name, string | undefined>>, language: Language): ServiceLimits {
  const words = relayWords[language];
  const read = (name: Name, least: number, most: number, initial: number): number => whole(values[name], name, least, most, initial, words);
  return {
    perLot: read("per-lot", 1, 100, 20),
    gasPerAct: read("gas-per-act", 50_000, 10_000_000, 1_000_000),
    gasPerHour: read("gas-per-hour", 1_000_000, 100_000_000_000, 20_000_000),
    perMember: read("per-member", 1, 100_000, 20),
    mostWaiting: read("most-waiting", 1, 100_000, 5_000),
    mostWei: values["most-gwei"] === undefined ? null : BigInt(read("most-gwei", 1, 1_000_000, 1)) * 1_000_000_000n,
  };
}
