import type { Carriage } from "../../../shared/outbox/entry.ts";
import type { Checked } from "../useChecked.ts";
import type { Outcome } from "./carry.ts";

/** The entries that were sent, each with what its receipt said of it. */
export function withCarriages<T extends { readonly id: string; carriage?: Carriage }>(entries: readonly T[], checked: Checked | null, outcomes: readonly Outcome[]): T[] {
  const told = new Map(outcomes.map(({ item, carriage }) => [item, carriage]));
  return entries.flatMap((entry) => {
    const found = checked?.get(entry.id);
    const carriage = found && told.get(found);
    return carriage ? [{ ...entry, carriage }] : [];
  });
}
