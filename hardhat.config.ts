import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import viem from "@nomicfoundation/hardhat-viem";
import { configVariable, defineConfig } from "hardhat/config";
import type { HardhatPlugin } from "hardhat/types/plugins";

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

/**
 * The hands that play whole histories in proofs are compiled without optimising, in a third of the time: they call the
 * contracts, which are compiled as they are deployed, and hold nothing of them.
 */
const handsDirectory = "test/proof/invariants";
const hands = { ...compiler, settings: { evmVersion: common.evmVersion, viaIR: true, optimizer: { enabled: false } } };
const handsFolder = new URL(handsDirectory, import.meta.url);
// The gate's self-test works on a small copy of the tree, which has none.
const handsFiles = existsSync(handsFolder) ? readdirSync(handsFolder) : [];
const overrides = Object.fromEntries(handsFiles.map((name) => [`${handsDirectory}/${name}`, hands]));

/**
 * Compiles on every core, where Hardhat leaves one idle; the proofs' hands are twenty compilations of their own. Leaves out warnings
 * about other people's sources, which hide ours, and about the size (5574) of what only proofs deploy: no chain has to take it.
 */
const compiling: HardhatPlugin = {
  id: "compiling",
  hookHandlers: {
    solidity: async () => ({
      default: async () => ({
        build: (context, files, options, next) => next(context, files, { ...options, concurrency: availableParallelism() }),
        getCompilationJobErrors: async (context, job, output, next) => {
          const errors = await next(context, job, output);
          return errors.filter(({ severity, errorCode, formattedMessage = "" }) => {
            const foreign = /--> \S*node_modules/.test(formattedMessage);
            const largeProof = errorCode === "5574" && /--> \.?\/?test\//.test(formattedMessage);
            return severity === "error" || !(foreign || largeProof);
          });
        },
      }),
    }),
  },
};

/** `npm run test:fast` looks less deep; a campaign deeper. Both count cases, never checks. */
const depth = Number(process.env.GONGSHENG_PROOF_RUNS ?? 256);

export default defineConfig({
  plugins: [toolbox, viem, compiling],
  solidity: {
    profiles: {
      // One way to compile for tests, measurements and deployment: what is tested is what is deployed. The larger contracts
      // fit a chain's limit only through the IR pipeline.
      default: { compilers: [{ ...compiler, settings: { ...common, viaIR: true } }], overrides },
      production: { ...compiler, settings: { ...common, viaIR: true } },
    },
  },
  paths: {
    sources: "contracts",
    tests: { mocha: "test/spec", solidity: "test/proof" },
  },
  typechain: { outDir: "types" },
  test: {
    mocha: {
      timeout: 60_000,
      forbidOnly: true,
      forbidPending: true,
      reporter: process.env.GONGSHENG_REPORT ? "./scripts/check/reporter.cjs" : "spec",
    },
    solidity: {
      blockTimestamp: 1_767_571_200n,
      // A fixed seed, so that a run can be repeated; campaigns choose their own.
      fuzz: { runs: depth, seed: process.env.GONGSHENG_PROOF_SEED ?? "0x20260101" },
      // A call that fails unseen would leave an invariant with nothing to prove: handlers keep inside what is allowed.
      invariant: { runs: Math.max(8, depth / 4), depth: 64, failOnRevert: true },
    },
  },
  networks: {
    // Chains inside this machine begin on one day, so that specs, pictures and `npm start` see the same times.
    default: { type: "edr-simulated", chainType: "l1", chainId: 31337, initialDate: "2026-01-05T00:00:00Z" },
    node: { type: "edr-simulated", chainType: "l1", chainId: 31337, initialDate: "2026-01-05T00:00:00Z" },
    // The chain that `npm start` runs on this machine.
    practice: {
      type: "http",
      chainType: "l1",
      chainId: 31337,
      url: process.env.GONGSHENG_RPC ?? "http://127.0.0.1:8545",
    },
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
