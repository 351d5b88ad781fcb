import type { Language } from "./words.ts";

/** Micro-units in one unit of value, credit or shares. */
export const MICRO = 1_000_000n;

const grouped: Record<Language, Intl.NumberFormat> = {
  zh: new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 }),
};

/** A whole number with its groups: 48,213. */
export function formatWhole(value: bigint | number, language: Language): string {
  return grouped[language].format(value);
}

/**
 * Micro-units as units: at most `decimals` places, only as many as are needed, cut and never rounded up,
 * so that nobody is shown more than can be drawn. An amount below the last place keeps all six.
 */
export function formatMicro(micro: bigint, language: Language, decimals = 2): string {
  const sign = micro < 0n ? "−" : "";
  const size = micro < 0n ? -micro : micro;
  const whole = formatWhole(size / MICRO, language);
  const all = (size % MICRO).toString().padStart(6, "0");
  const cut = all.slice(0, decimals).replace(/0+$/, "");
  const tiny = size > 0n && size / MICRO === 0n && cut === "";
  const fraction = tiny ? all.replace(/0+$/, "") : cut;
  return sign + (fraction ? `${whole}.${fraction}` : whole);
}

/** All six places as needed, for tables, details and exports. */
export function formatMicroExactly(micro: bigint, language: Language): string {
  return formatMicro(micro, language, 6);
}

/** Bytes as a person reads them: 12 KB, 3.4 MB (powers of 1,000, cut). */
export function formatBytes(bytes: number): string {
  const steps = ["B", "KB", "MB", "GB"];
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000;
    step += 1;
  }
  const shown = step === 0 || value >= 100 ? Math.floor(value) : Math.floor(value * 10) / 10;
  return `${shown} ${steps[step]}`;
}
