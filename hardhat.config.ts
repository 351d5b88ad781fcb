import { createRequire } from "node:module";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import viem from "@nomicfoundation/hardhat-viem";
import { configVariable, defineConfig } from "hardhat/config";

/**
 * The compiler comes with the dependencies, as one JavaScript file. Every profile and every override must name its
 * path: one without it would make Hardhat look for a compiler on the network.
 */
const compiler = {
  version: "0.8.37",
  path: createRequire(import.meta.url).resolve("solc/soljson.js"),
};

/** Every chain we mean to run on has the Prague instructions; a newer default must not slip in with a compiler. */
const common = { evmVersion: "prague", optimizer: { enabled: true, runs: 200 } } as const;

export default defineConfig({
  plugins: [toolbox, viem],
  solidity: {
    profiles: {
      // For daily work and for the specs: a cold compile is several times quicker than with the IR pipeline.
      default: { ...compiler, settings: { ...common } },
      // What is deployed: sizes and gas are measured on this one.
      production: { ...compiler, settings: { ...common, viaIR: true } },
    },
  },
  paths: {
    sources: "contracts",
    tests: { mocha: "test/spec", solidity: "test/proof" },
  },
  typechain: { outDir: "types" },
  test: {
    mocha: { timeout: 60_000 },
    // A fixed seed, so that a run can be repeated; long campaigns choose their own.
    solidity: {
      blockTimestamp: 1_767_225_600n,
      fuzz: { runs: 256, seed: "0x20260101" },
      invariant: { runs: 64, depth: 64, failOnRevert: true },
    },
  },
  networks: {
    // The chain that `npm start` runs on this machine.
    practice: { type: "http", chainType: "l1", chainId: 31337, url: "http://127.0.0.1:8545" },
    // Any other chain. Both values live in Hardhat's encrypted keystore:
    //   npm run x -- hardhat keystore set LIVE_RPC_URL
    //   npm run x -- hardhat keystore set LIVE_KEY
    live: {
      type: "http",
      chainType: "l1",
      url: configVariable("LIVE_RPC_URL"),
      accounts: [configVariable("LIVE_KEY")],
    },
  },
});
