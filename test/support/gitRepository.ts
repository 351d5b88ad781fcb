// Small git repositories made on the fly. Every commit's text, people and dates are fixed, so that its id is too.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export interface CommitAs {
  /** `Name <address>`. */
  author: string;
  /** Taken as it is, with or without a line feed at its end. */
  message: string;
  /** Files to write before committing; none makes an empty commit. */
  files?: Record<string, string | Uint8Array>;
}

export class GitRepository {
  readonly folder: string;
  private seconds = 1_767_600_000;

  constructor(folder: string, options: string[] = []) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    this.git("init", "--quiet", "--initial-branch=main", ...options);
  }

  /** What git prints, without the user's configuration. */
  git(...args: string[]): string {
    return this.run(args, "");
  }

  /** Makes a commit and gives its id. */
  commit({ author, message, files = {} }: CommitAs): string {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), content);
    }
    this.git("add", "--all");
    const [, name, address] = /^(.*) <(.*)>$/.exec(author)!;
    this.seconds += 3600;
    const who = { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: address, GIT_AUTHOR_DATE: `${this.seconds} +0800` };
    this.run(["commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "--file=-"], message, who);
    return this.git("rev-parse", "HEAD").trim();
  }

  private run(args: string[], input: string, env: NodeJS.ProcessEnv = {}): string {
    const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_")));
    const keeper = Object.fromEntries(
      ["AUTHOR", "COMMITTER"].flatMap((role) => [[`GIT_${role}_NAME`, "The Keeper"], [`GIT_${role}_EMAIL`, "keeper@example.org"], [`GIT_${role}_DATE`, `${this.seconds} +0000`]]),
    );
    const config = { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };
    return execFileSync("git", args, { cwd: this.folder, env: { ...inherited, ...config, ...keeper, ...env }, input, encoding: "utf8", stdio: ["pipe", "pipe", "ignore"] });
  }
}
