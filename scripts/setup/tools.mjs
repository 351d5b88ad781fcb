// Programs and fonts that are fetched into .tools, each pinned by a small lock file under tools/.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { giveUp, root, runNpm, say } from "./children.mjs";
import { words } from "./words.mjs";

const toolsFolder = join(root, ".tools");

/** This machine's kind, as Node names it. */
export const platform = `${process.platform}-${process.arch}`;

/** A file's bytes, or nothing where there is no file. */
export const readOr = (file) => (existsSync(file) ? readFileSync(file) : "");

/** The time since `since`, for people. */
export const took = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** One setup at a time in this folder: a second one waits for the first, and takes over from one that died. */
export async function alone(work) {
  const lock = join(toolsFolder, "setup.lock");
  mkdirSync(toolsFolder, { recursive: true });
  for (let rounds = 0; ; rounds += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") giveUp(words.lock, error.message, words.lockRemedy(toolsFolder));
    }
    const holder = Number(String(readOr(join(lock, "pid"))));
    // A holder without a number is one between its mkdir and its note, unless it stays so.
    if (holder ? !isAlive(holder) : rounds > 20) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (rounds === 0) say(words.waiting);
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

/** Where a tool lies once it is there; its name changes with its lock file. */
export function toolHome(name) {
  const lock = readOr(join(root, "tools", name, "package-lock.json"));
  return join(toolsFolder, `${name}-${platform}-${createHash("sha256").update(lock).digest("hex").slice(0, 12)}`);
}

/** Removes earlier versions of a tool and what a broken download left. */
function sweep(name, home) {
  for (const entry of readdirSync(toolsFolder)) {
    const path = join(toolsFolder, entry);
    if (entry.startsWith(`${name}-${platform}-`) && path !== home) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Fetches a tool unless it is there, and gives its folder. It is finished under another name and then moved, so that a
 * broken download never looks done. `finish` gets the folder before the move. Throws when npm or `finish` fails.
 */
export async function installTool(name, title, finish) {
  const home = toolHome(name);
  if (existsSync(home)) return home;
  return alone(async () => {
    if (existsSync(home)) return home;
    sweep(name, home);
    const since = Date.now();
    say(words.getting(title));
    const part = `${home}.part${process.pid}`;
    const drop = () => rmSync(part, { recursive: true, force: true });
    process.once("exit", drop);
    try {
      mkdirSync(part);
      for (const file of ["package.json", "package-lock.json"]) cpSync(join(root, "tools", name, file), join(part, file));
      const code = await runNpm(["ci", "--ignore-scripts"], part);
      if (code !== 0) throw new Error(words.npmEnded(code));
      await finish(part);
      renameSync(part, home);
    } finally {
      drop();
      process.off("exit", drop);
    }
    say(words.got(title, took(since)));
    return home;
  });
}
