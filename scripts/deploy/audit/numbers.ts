import { Contract, type Provider } from "ethers";
import { parameterNames } from "#client/chain/clock.ts";
import { type Both, tell } from "#client/chain/words.ts";
import { readArtifact } from "../artifact.ts";
import type { DeploymentRecord } from "../record.ts";
import type { Finding } from "./finding.ts";

/** Every number of this epoch and the next lies within its bounds, and began at its default. */
export async function findNumberFaults(provider: Provider, { contracts }: DeploymentRecord): Promise<Finding> {
  const parameters = new Contract(contracts.parameters, readArtifact("parameters").abi, provider);
  const epoch = Number(await parameters.getFunction("currentEpoch")());
  const asked = parameterNames.map(async (name, place): Promise<Both[]> => {
    const faults: Both[] = [];
    const [initial, least, most] = ((await parameters.getFunction("bounds")(place)) as bigint[]).map(Number) as [number, number, number];
    const epochs = [...new Set([0, epoch, epoch + 1])];
    const values = await Promise.all(epochs.map(async (at) => Number(await parameters.getFunction("get")(place, at))));
    for (const [index, at] of epochs.entries()) {
      const value = values[index]!;
      if (value < least || value > most) faults.push(tell(`第${at}期的${name}是${value}，超出${least}到${most}。`, `${name} of epoch ${at} is ${value}, outside ${least} to ${most}.`));
      if (at === 0 && value !== initial) faults.push(tell(`${name}从${value}开始，应当从${initial}开始。`, `${name} began at ${value}, and should have begun at ${initial}.`));
    }
    return faults;
  });
  return { looked: parameterNames.length, faults: (await Promise.all(asked)).flat() };
}
