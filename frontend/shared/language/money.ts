import { formatWhole } from "./numbers.ts";
import type { Language } from "./words.ts";

/**
 * An amount of a token: two places, more where `exact` asks for all that are not zero; cut and never rounded up. Of an amount below
 * the last place all are shown. In the token's smallest unit.
 */
export function formatTokens(amount: bigint, decimals: number, language: Language, exact = false): string {
  const size = amount < 0n ? -amount : amount;
  const one = 10n ** BigInt(decimals);
  const all = decimals === 0 ? "" : (size % one).toString().padStart(decimals, "0");
  const needed = all.replace(/0+$/, "");
  const tiny = size > 0n && size < one / 100n;
  const fraction = exact || tiny ? needed.padEnd(2, "0") : all.padEnd(2, "0").slice(0, 2);
  return `${amount < 0n ? "−" : ""}${formatWhole(size / one, language)}.${fraction}`;
}

/** A written amount in the token's smallest unit; null for what is no amount, or has more places than the token. Full-width digits are taken too. */
export function parseTokens(text: string, decimals: number): bigint | null {
  const clean = text.normalize("NFKC").replace(/[\s,]/g, "");
  const found = /^(\d{1,36})(?:\.(\d*))?$/.exec(clean);
  if (!found) return null;
  const fraction = found[2] ?? "";
  if (fraction.length > decimals) return null;
  return BigInt(found[1]!) * 10n ** BigInt(decimals) + BigInt(fraction.padEnd(decimals, "0") || "0");
}

/** An amount as a person would type it. */
export function writeTokens(amount: bigint, decimals: number): string {
  const one = 10n ** BigInt(decimals);
  const rest = (amount % one).toString().padStart(decimals, "0").replace(/0+$/, "");
  return `${amount / one}${decimals > 0 && rest ? `.${rest}` : ""}`;
}

/** A part of a whole in percent with one place, cut: 12.5 %. */
export function formatPercent(part: bigint, whole: bigint, language: Language): string {
  const tenths = whole === 0n ? 0n : (part * 1000n) / whole;
  return `${tenths / 10n}${tenths % 10n === 0n ? "" : `.${tenths % 10n}`}${language === "zh" ? "%" : " %"}`;
}
