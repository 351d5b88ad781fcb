// What `npm start` runs: a practice chain with a seeded cooperative, and the pages beside it, all on this machine.
//   npm start [-- --dev] [-- --lang zh|en]     --dev serves the pages from their sources and shows each change at once
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { chooseLanguage } from "./coop/language.ts";
import { compile, startChain, tellSeed, type Chain } from "./dev/chain.ts";
import { step, StepFailed } from "./dev/progress.ts";
import { leaveRecord, publishedData, takeRecordBack } from "./dev/record.ts";
import { devWords } from "./dev/text.ts";
import { root } from "./lib/files.ts";
import { buildPages, pagesFolder } from "./lib/pages.ts";
import type { Practice } from "./lib/practice.ts";
import { kindOf, type MadeFiles, serveFolder, type Served } from "./lib/serve.ts";

const args = process.argv.slice(2);
const language = chooseLanguage(args);
const words = devWords[language];
const wanted = { chain: 8545, pages: 5173 };

let chain: Chain | undefined;
let served: Served | undefined;
let ending = false;
// The seed is the same each time, block for block: `run` is what tells a restarted chain from its forerunner.
const run = randomUUID();

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  takeRecordBack(run);
  // Open connections must not hold the end up: a second is enough for what is under way.
  setTimeout(() => process.exit(code), 1_000).unref();
  await Promise.allSettled([served?.close(), chain?.close()]);
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!ending) console.log(`\n${words.stopped}`);
    void end(0);
  });
}

/** The files beside the pages that only this run has: where the cooperative lives, its seats, its evidence and its statements. */
function madeFiles(url: string, practice: Practice): MadeFiles {
  const { deployment, seats, evidence, statements, bundles } = practice;
  const record = { ...deployment, rpc: url, run, seats };
  leaveRecord(record);
  const files = new Map([["/deployment.json", JSON.stringify(record, null, 2)]]);
  for (const [name, text] of evidence) files.set(`/evidence/${name}`, text);
  for (const [name, text] of statements) files.set(`/statements/${name}`, text);
  for (const [name, text] of bundles) files.set(`/offnet/${name}`, text);
  return (path) => files.get(path) ?? publishedData(path);
}

async function serve(made: MadeFiles): Promise<Served> {
  if (!args.includes("--dev")) return serveFolder(pagesFolder, wanted.pages, made);
  const { createServer } = await import("vite");
  const server = await createServer({
    configFile: join(root, "frontend/vite.config.ts"),
    server: { host: "127.0.0.1", port: wanted.pages },
    plugins: [
      {
        name: "gongsheng-practice",
        configureServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            const path = (request.url ?? "").split("?")[0] ?? "";
            const text = made(path);
            if (text === undefined) return next();
            response.setHeader("content-type", kindOf(path));
            response.setHeader("cache-control", "no-store");
            response.end(text);
          });
        },
      },
    ],
  });
  await server.listen();
  const port = Number(new URL(server.resolvedUrls?.local[0] ?? "http://127.0.0.1:0").port);
  return { url: `http://127.0.0.1:${port}/`, port, close: () => server.close() };
}

async function startCooperative(): Promise<Practice> {
  await step(words, words.contracts, compile);
  const started = await step(words, words.chain, () => startChain(wanted.chain));
  chain = started;
  if (started.port !== wanted.chain) console.log(`  ! ${words.portInUse(words.theChain, wanted.chain, started.port)}`);
  return step(words, words.seed, () => tellSeed(started.url, (part) => console.log(`    · ${part[language]}`)));
}

try {
  console.log(words.title);
  const pages = args.includes("--dev") ? Promise.resolve() : step(words, words.pages, buildPages);
  const [practice] = await Promise.all([startCooperative(), pages]);
  const url = chain?.url ?? "";
  served = await step(words, words.serve, () => serve(madeFiles(url, practice)));
  if (served.port !== wanted.pages) console.log(`  ! ${words.portInUse(words.thePages, wanted.pages, served.port)}`);
  console.log(`\n${words.open(served.url)}\n${words.chainAt(url, 31337)}\n${words.first}\n${words.stop}`);
} catch (error) {
  const failed = error instanceof StepFailed ? error : new StepFailed("npm start", error);
  console.error(`\n${words.failed(failed.step, failed.message)}\n\n${words.again}`);
  await end(1);
}
