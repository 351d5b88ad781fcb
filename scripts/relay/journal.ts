// A file of one JSON object a line, each on the disk before anything that it tells of is done: killed at any moment, a program that
// reads it again knows what it had begun.
import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** Another process has the journal. */
export class JournalTaken extends Error {
  readonly pid: number;
  readonly lock: string;
  constructor(pid: number, lock: string) {
    super(`Process ${pid} has ${lock}.`);
    this.pid = pid;
    this.lock = lock;
  }
}

/** A line within the journal is no JSON: it was changed by another hand, or the disk failed. */
export class JournalBroken extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`Line ${line} is no JSON.`);
    this.line = line;
  }
}

export class Journal<T extends object> {
  readonly file: string;
  /** What stood in it when it was opened. */
  readonly before: readonly T[];
  private handle: number;
  private bytes: number;

  /** Opens or makes the journal, for this process alone. Errors: JournalTaken, JournalBroken. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.file = file;
    takeLock(`${file}.lock`);
    try {
      const fresh = !existsSync(file);
      this.handle = openSync(file, "a+");
      if (fresh) syncFolder(file);
      const { entries, end } = parse<T>(readFileSync(file));
      // A line that was cut off by a crash was never acted on.
      ftruncateSync(this.handle, end);
      this.before = entries;
      this.bytes = end;
      process.on("exit", this.unlock);
    } catch (error) {
      rmSync(`${file}.lock`, { force: true });
      throw error;
    }
  }

  /** How large it is. */
  get size(): number {
    return this.bytes;
  }

  /** Writes entries, and returns when they are on the disk. */
  note(...entries: readonly T[]): void {
    if (entries.length === 0) return;
    const text = Buffer.from(linesOf(entries));
    // What the system did not take at once, it is given again.
    for (let at = 0; at < text.length; ) at += writeSync(this.handle, text, at);
    fsyncSync(this.handle);
    this.bytes += text.length;
  }

  /** Puts other entries in the place of all: the old file or the new one stands, never half of one. */
  rewrite(entries: readonly T[]): void {
    const part = `${this.file}.part`;
    writeFileSync(part, linesOf(entries), { flush: true });
    renameSync(part, this.file);
    syncFolder(this.file);
    closeSync(this.handle);
    this.handle = openSync(this.file, "a+");
    this.bytes = Buffer.byteLength(linesOf(entries));
  }

  close(): void {
    process.off("exit", this.unlock);
    closeSync(this.handle);
    this.unlock();
  }

  private readonly unlock = (): void => rmSync(`${this.file}.lock`, { force: true });
}

const linesOf = (entries: readonly object[]): string => entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");

function parse<T>(bytes: Buffer): { entries: T[]; end: number } {
  const entries: T[] = [];
  let at = 0;
  for (let line = 1; ; line++) {
    const end = bytes.indexOf(10, at);
    if (end < 0) return { entries, end: at };
    try {
      entries.push(JSON.parse(bytes.toString("utf8", at, end)) as T);
    } catch {
      throw new JournalBroken(line);
    }
    at = end + 1;
  }
}

/** A name in a folder is on the disk only when the folder is. Where a system cannot, its own journal must do. */
function syncFolder(file: string): void {
  try {
    const folder = openSync(dirname(file), "r");
    fsyncSync(folder);
    closeSync(folder);
  } catch {
    // Windows opens no folders.
  }
}

function takeLock(lock: string): void {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const pid = Number(readFileSync(lock, "utf8"));
    if (pid !== process.pid && isAlive(pid)) throw new JournalTaken(pid, lock);
    // Whoever had it was killed.
    rmSync(lock, { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
