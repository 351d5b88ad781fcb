import { plainCharter } from "../model/charters.ts";
import type { Charter } from "../model/projects.ts";
import { id as hashOf } from "ethers";

export const UNIT = 1_000_000n;

/** A kind of cooperative, and how its history goes. */
export interface World {
  readonly name: string;
  readonly founders: number;
  /** So many members, newcomers among them. */
  readonly most: number;
  /** How many of the members like to attest in a project. */
  readonly attesters: number;
  /** How often a step in time is more than a few minutes: the less, the more is done in an epoch, and the sooner budgets are spent. */
  readonly haste: number;
  /** A part of all leaps in time that go very far. */
  readonly far: number;
  /** How many acts of a hundred are members leaving, or expelled. */
  readonly going: number;
  readonly charters: readonly Charter[];
}

let documents = 0;
/** A charter that no other statement has. */
export const charterWith = (budget: bigint, rates: readonly bigint[], stewards: readonly number[]): Charter => ({ ...plainCharter(budget, rates, stewards), statement: hashOf(`document ${documents++}`) });

const founding = (stewards: readonly number[]): readonly Charter[] => [
  charterWith(1_000n * UNIT, [UNIT, UNIT, 2n * UNIT, 0n], stewards),
  charterWith(777_777_777n, [333_333n, 250_001n, 1n, UNIT], stewards),
  charterWith(50_000n * UNIT, [7n * UNIT, 0n, 0n, UNIT], stewards),
  // A unit of work is worth a micro-unit, and the budget is small: rounding is felt.
  charterWith(10_007n, [1n, 1n, 3n, 1n], stewards.slice(0, 1)),
  // The largest terms that a charter may have.
  charterWith(2n ** 48n - 1n, [2n ** 40n - 1n, UNIT, 0n, 2n ** 40n - 1n], stewards),
];

export const WORLDS: readonly World[] = [
  { name: "few", founders: 4, most: 6, attesters: 4, haste: 0.6, far: 0.03, going: 0.25, charters: founding([1, 2]) },
  { name: "a village", founders: 9, most: 12, attesters: 9, haste: 0.25, far: 0.01, going: 0.1, charters: founding([1, 2, 3]) },
  { name: "many who attest", founders: 20, most: 24, attesters: 18, haste: 0.3, far: 0.005, going: 0.1, charters: founding([1, 2, 3]) },
  { name: "kin", founders: 52, most: 64, attesters: 26, haste: 0.3, far: 0.003, going: 0.05, charters: founding([1, 2, 3, 4, 5]) },
];
