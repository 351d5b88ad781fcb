// Completes package-lock.json after a change of the dependencies:
//   npm run x -- node scripts/lock.mjs [package@version …]
// Packages for other platforms that the registry in use did not have are left out of the lock file by `npm install`,
// without a word, and `npm ci` then refuses the lock file. Here each gets a stub: name, version and platform.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const npm = (...args) => {
  const { status } = spawnSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
};

const systems = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const spellings = { amd64: "x64", windows: "win32", win: "win32", macos: "darwin", armv7: "arm", i686: "ia32" };

/** What a package's name says about the machines it is for, in npm's own fields. */
function platformOf(name) {
  const words = name.split("/").pop().split(/[-_.]/).map((word) => spellings[word] ?? word);
  const fields = {};
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (cpu) fields.cpu = [cpu];
  if (os) fields.os = [os];
  if (words.some((word) => word.startsWith("musl"))) fields.libc = ["musl"];
  else if (words.some((word) => word.startsWith("gnu")) && os === "linux") fields.libc = ["glibc"];
  return fields;
}

const wanted = process.argv.slice(2);
npm("install", ...(wanted.length ? ["--save-dev", "--save-exact", ...wanted] : []));

const file = "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
let added = 0;
for (const entry of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const path = `node_modules/${name}`;
    const known = Object.keys(lock.packages).some((key) => key === path || key.endsWith(`/${path}`));
    if (known) continue;
    const version = /\d+\.\d+\.\d+[^ ]*/.exec(range)?.[0];
    if (!version) throw new Error(`${name}: cannot read a version from "${range}"`);
    lock.packages[path] = { version, ...platformOf(name), dev: true, optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
npm("install", "--package-lock-only");
npm("ci", "--dry-run");
console.log(`package-lock.json is complete: ${added} stubs for other platforms added.`);
