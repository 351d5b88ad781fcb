// Starting other programs, with the exits, signals and environments that belong to them.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { words } from "./words.mjs";

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where the user stands: npm moves into the project, but paths that were typed are meant from here. */
export const standingIn = process.env.INIT_CWD ?? process.cwd();

/** Tells the user something. Standard output belongs to the task: some tasks print one JSON object and nothing else. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** Stops with one line that names the step and why, and one that says what to do. */
export function giveUp(step, why, remedy) {
  say(words.stopped(step, why));
  say(remedy);
  process.exit(1);
}

/** The environment for children: without what the outer `npm run` added about itself, with `folders` first on PATH. */
export function environment(folders, more = {}) {
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (/^npm_(package|lifecycle)_/i.test(name)) continue;
    if (/^npm_config_(prefix|local_prefix|global_prefix|user_agent|node_gyp|loglevel)$/i.test(name)) continue;
    if (/^npm_(command|execpath|node_execpath)$/i.test(name)) continue;
    env[name] = value;
  }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  env[pathName] = [...folders, env[pathName] ?? ""].join(delimiter);
  return { ...env, INIT_CWD: standingIn, HARDHAT_DISABLE_TELEMETRY: "true", ...more };
}

/**
 * Who started us: our parent, and where npm put a shell in between (Linux shows it as a file), also that shell's own.
 * A kill of npm ends npm, perhaps its shell, but never us: that these change is all we see of it.
 */
function starters() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, "utf8");
    const isShell = process.env.npm_lifecycle_event && /^Name:\s*(ba|da|a|z|k)?sh$/m.test(status);
    return `${process.ppid} ${isShell ? /^PPid:.*$/m.exec(status)?.[0] : ""}`;
  } catch {
    return `${process.ppid} `;
  }
}

const startedBy = starters();

/**
 * Runs a program in the project's folder and gives its exit code. Besides passing signals on we look whether those who
 * started us are still the same, and end the child when they are not.
 */
export function run(program, args, options = {}) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: root, stdio: "inherit", ...options });
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    let hard;
    const end = (signal) => {
      child.kill(signal);
      hard ??= setTimeout(() => child.kill("SIGKILL"), 8_000);
    };
    // A Ctrl-C reaches the child by itself, being sent to the whole group; a second copy would look like impatience.
    const onSignal = (signal) => (signal === "SIGINT" && process.stdin.isTTY ? undefined : end(signal));
    for (const signal of signals) process.on(signal, onSignal);
    const watch = setInterval(() => starters() !== startedBy && end("SIGTERM"), 500);
    const tidy = () => {
      clearInterval(watch);
      clearTimeout(hard);
      for (const signal of signals) process.off(signal, onSignal);
    };
    child.on("error", (error) => (tidy(), failed(error)));
    child.on("close", (code, signal) => (tidy(), done(code ?? 128 + (constants.signals[signal] ?? 1))));
  });
}

/** Runs npm by its own file, so that neither PATH nor its first line decides under which Node; errors go to stderr. */
export function runNpm(args, cwd) {
  const cli = process.env.npm_execpath;
  const all = [...args, "--no-audit", "--no-fund", "--loglevel=error", "--progress=false"];
  const env = environment([dirname(process.execPath)], { npm_config_update_notifier: "false" });
  const options = { cwd, env, stdio: ["ignore", "ignore", "inherit"] };
  if (cli) return run(process.execPath, [cli, ...all], options);
  return run("npm", all, { ...options, shell: process.platform === "win32" });
}
