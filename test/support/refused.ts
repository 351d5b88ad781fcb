import type { BaseContract } from "ethers";
import { expect } from "chai";

/** Expects an act to be refused with a contract's own error and exactly these values. */
export async function refused(act: Promise<unknown>, contract: BaseContract, error: string, ...values: readonly unknown[]): Promise<void> {
  const wanted = contract.interface.getError(error);
  if (wanted?.inputs.length !== values.length) throw new Error(`${error} has ${wanted?.inputs.length ?? "no"} values, and ${values.length} are expected.`);
  const check = expect(act).to.be.revertedWithCustomError(contract, error);
  await (values.length === 0 ? check : check.withArgs(...values));
}
