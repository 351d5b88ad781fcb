// A history as a git repository: what HEAD reaches, without merges. People are their e-mail addresses, lower-cased.
//
// The root must depend on the history alone. So git looks at the objects through an empty repository of our own beside them:
// the user's and the repository's configuration, attributes, replaced objects and hooks play no part, and nothing of an unknown
// repository is run. Of files HEAD holds, only .mailmap is read.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { BadInput, Failure } from "../coop/failure.ts";
import { splitLines } from "./lines.ts";
import { type Source, type SourceRecord, withoutRepeats } from "./source.ts";
import type { GitWords } from "./text.ts";

/** A moved file is not written anew: renames are found as git finds them by default, with its limits written down. */
const DIFF = ["--numstat", "--root", "-M50%", "-l1000", "--diff-algorithm=myers", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none"];
const TRAILERS = "%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x02)";
const MARK = "\x01"; // begins a commit's line; no line of numstat begins so

/** A git repository opened for reading. `close` removes our own empty repository. */
interface Glass {
  head: string;
  env: NodeJS.ProcessEnv;
  close(): void;
}

/**
 * The records of the repository at `folder`. With `lines` false the lines are not counted, which is quicker, and stand as 0.
 * Errors: BadInput if it is no repository, has no commit, or is a shallow clone; while reading, for an author without an address.
 */
export async function openGit(folder: string, shown: string, lines: boolean, words: GitWords, warn: (text: string) => void): Promise<Source> {
  const glass = await lookInto(folder, shown, lines, words, warn);
  try {
    const total = Number(await ask(glass.env, ["rev-list", "--count", "--no-merges", glass.head]));
    const people = await mapCoauthors(glass);
    let done = 0;
    const records = readLog(glass, shown, lines, people, words, () => done++);
    return { records, placeOf: (_, commit) => `${shown}:${commit}`, progress: () => ({ done, total }) };
  } catch (error) {
    glass.close();
    throw told(error, shown, words);
  }
}

async function lookInto(folder: string, shown: string, lines: boolean, words: GitWords, warn: (text: string) => void): Promise<Glass> {
  const real = realpathSync(folder);
  // The folder itself must be a repository: one above it would be a surprise. And whoever owns it, it is only read.
  const env = { ...plainEnvironment(), GIT_CEILING_DIRECTORIES: dirname(real) };
  const at = (...args: string[]): Promise<string> => ask(env, ["-C", real, "-c", "safe.directory=*", ...args]);
  const objects = await at("rev-parse", "--git-path", "objects").catch((error: unknown) => {
    if (error instanceof GitProblem) throw new BadInput(shown, words.notARepository);
    throw (error as NodeJS.ErrnoException).code === "ENOENT" ? new Failure(words.noGit) : error;
  });
  if ((await at("rev-parse", "--is-shallow-repository")) === "true") throw new BadInput(shown, words.shallow);
  // A partial clone holds the commits but not all files; git would pass over a mailmap that is not there without failing.
  const partial = await at("config", "--get-regexp", "^(extensions[.]partialclone|remote[.].*[.]promisor)$").then(() => true, () => false);
  if (partial && lines) throw new BadInput(shown, words.partial);
  const head = await at("rev-parse", "--verify", "--quiet", "HEAD^{commit}").catch(() => {
    throw new BadInput(shown, words.noCommits);
  });
  const own = mkdtempSync(join(tmpdir(), "gongsheng-git-"));
  const close = (): void => {
    process.off("exit", close);
    rmSync(own, { recursive: true, force: true });
  };
  process.once("exit", close);
  await ask(env, ["init", "--quiet", "--bare", "--template=", `--object-format=${head.length === 64 ? "sha256" : "sha1"}`, own]);
  writeFileSync(join(own, "objects", "info", "alternates"), `${resolve(real, objects)}\n`, { flag: "w" });
  const glass = { head, env: { ...plainEnvironment(), GIT_DIR: own }, close };
  try {
    await checkMailmap(glass, real, shown, words, warn);
  } catch (error) {
    close();
    throw told(error, shown, words);
  }
  return glass;
}

/** The mailmap that counts is the one HEAD holds, and must be there; one that lies there changed or not committed is told, as it will surprise. */
async function checkMailmap(glass: Glass, real: string, shown: string, words: GitWords, warn: (text: string) => void): Promise<void> {
  const held = (await ask(glass.env, ["ls-tree", glass.head, ".mailmap"])) !== "";
  const committed = await ask(glass.env, ["cat-file", "blob", `${glass.head}:.mailmap`]).catch(() => null);
  if (held && committed === null) throw new BadInput(shown, words.partial);
  const file = join(real, ".mailmap");
  if (!existsSync(file)) return;
  const plain = (text: string): string => text.replaceAll("\r\n", "\n").trim();
  if (plain(committed ?? "") !== plain(readFileSync(file, "utf8"))) warn(`${shown}: ${words.mailmapNotCommitted}`);
}

/** Every co-author as a trailer names him, to the lower-cased address that the mailmap gives. Trailers without an address are left out. */
async function mapCoauthors(glass: Glass): Promise<Map<string, string>> {
  const contacts = new Map<string, string>();
  const log = streamGit(glass.env, ["log", "--no-merges", `--format=${TRAILERS}`, glass.head]);
  for await (const line of log) {
    for (const trailer of line.split("\x02")) {
      const contact = readContact(trailer);
      if (contact) contacts.set(trailer, contact);
    }
  }
  if (contacts.size === 0) return contacts;
  const mapped = (await ask(glass.env, [...mailmap(glass), "check-mailmap", "--stdin"], `${[...contacts.values()].join("\n")}\n`)).split("\n");
  return new Map([...contacts.keys()].map((trailer, place) => [trailer, addressOf(mapped[place] ?? "")]));
}

const mailmap = (glass: Glass): string[] => ["-c", `mailmap.blob=${glass.head}:.mailmap`];

/** `Name <address>` of a trailer's value, as git can read it; null without an address. */
export function readContact(trailer: string): string | null {
  const [, name = "", address = ""] = /^([^<>]*)<([^<>]*)>/.exec(trailer) ?? [];
  return address.trim() === "" ? null : `${name.trim()} <${address.trim()}>`.trimStart();
}

const addressOf = (contact: string): string => contact.slice(contact.lastIndexOf("<") + 1, contact.lastIndexOf(">")).trim().toLowerCase();

async function* readLog(glass: Glass, shown: string, lines: boolean, people: Map<string, string>, words: GitWords, onCommit: () => void): AsyncGenerator<SourceRecord> {
  const format = `--format=${MARK}%H%x00%at%x00%aE%x00${TRAILERS}`;
  let open: SourceRecord | null = null;
  try {
    for await (const line of streamGit(glass.env, [...mailmap(glass), "log", "--no-merges", ...(lines ? DIFF : []), format, glass.head])) {
      if (line.startsWith(MARK)) {
        if (open) yield open;
        onCommit();
        open = readCommit(line.slice(1), shown, people, words);
      } else if (line !== "" && open) {
        const [added, deleted] = line.split("\t", 2) as [string, string];
        if (added === "-") continue; // binary
        open.added += Number(added);
        open.deleted += Number(deleted);
      }
    }
    if (open) yield open;
  } catch (error) {
    throw told(error, shown, words);
  } finally {
    glass.close();
  }
}

function readCommit(line: string, shown: string, people: Map<string, string>, words: GitWords): SourceRecord {
  const [commit, seconds, address, trailers] = line.split("\0") as [string, string, string, string];
  const author = address.trim().toLowerCase();
  if (author === "") throw new BadInput(`${shown}:${commit}`, words.noAddress);
  const others = trailers.split("\x02").flatMap((trailer) => people.get(trailer) ?? []);
  return { commit, at: readSeconds(seconds), names: withoutRepeats(author, others), added: 0, deleted: 0 };
}

/** Author dates can be anything; what no calendar holds is told as 0. Nothing is computed from them. */
function readSeconds(text: string): number {
  const seconds = Number(text);
  return text !== "" && Number.isSafeInteger(seconds) && Math.abs(seconds) < 2 ** 38 ? seconds : 0;
}

/** git ended badly; the message is the last it said. */
class GitProblem extends Error {}

const told = (error: unknown, shown: string, words: GitWords): unknown => (error instanceof GitProblem ? new BadInput(shown, words.gitSaid(error.message)) : error);

/** The environment without anything that steers git: no configuration but ours, no prompts, one language. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
  const nothing = process.platform === "win32" ? "NUL" : "/dev/null";
  return { ...env, LC_ALL: "C", GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: nothing, GIT_ATTR_NOSYSTEM: "1", GIT_TERMINAL_PROMPT: "0", XDG_CONFIG_HOME: nothing, HOME: nothing };
}

/** What git prints for `args`, trimmed at its end. Errors: GitProblem; ENOENT where there is no git. */
async function ask(env: NodeJS.ProcessEnv, args: string[], input = ""): Promise<string> {
  const lines: string[] = [];
  for await (const line of streamGit(env, args, input)) lines.push(line);
  return lines.join("\n").trimEnd();
}

/** The lines git prints, as they come. Ends git if the reader stops early. */
async function* streamGit(env: NodeJS.ProcessEnv, args: string[], input = ""): AsyncGenerator<string> {
  const child = spawn("git", args, { env, stdio: ["pipe", "pipe", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said = (said + text).slice(-2000)));
  const ended = new Promise<number>((done, failed) => child.on("error", failed).on("close", (code) => done(code ?? 1)));
  ended.catch(() => undefined); // told below, where it is awaited
  child.stdin.on("error", () => undefined).end(input);
  try {
    for await (const bytes of splitLines(child.stdout)) yield bytes.toString("utf8");
    if ((await ended) !== 0) throw new GitProblem(said.trim() || `git ${args[0]} failed`);
  } finally {
    child.kill();
  }
}
