import { network } from "hardhat";

/** The chain on which the specs play, one for all of them; `load` winds it back for each. */
export const chain = await network.create({ network: "default", chainType: "l1" });

/** Runs a setting once and winds the chain back to its end each further time. The setting must be a named function. */
export const load: typeof chain.networkHelpers.loadFixture = (setting) => chain.networkHelpers.loadFixture(setting);
