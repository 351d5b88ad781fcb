// Fails where a file names a host that is not on the list, or a place on somebody's own machine: node scripts/check/names.ts
import { homedir } from "node:os";
import { ownFiles, readText, root } from "../lib/files.ts";

/** Hosts that may be named: this machine, names reserved for examples, and where standards and licences are read. */
const known = [
  "127.0.0.1",
  "localhost",
  "0.0.0.0",
  "hardhat.org",
  "eips.ethereum.org",
  "www.w3.org",
  "json.schemastore.org",
  "semver.org",
  "keepachangelog.com",
  "docs.openzeppelin.com",
];
const reserved = /(^|\.)(example|example\.(com|org|net)|test|invalid|localhost)$/;

/** Lock files name each package's home page; nothing is fetched from there. */
const unread = /(^|\/)package-lock\.json$|\.(png|jpg|ico|woff2?|ttf|gz|br)$/;

/** The lines of a text that name a foreign host or a local place, with what they name. */
export function findNames(text: string, localPlaces: readonly string[]): { line: number; name: string }[] {
  const found: { line: number; name: string }[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const hosts = [...line.matchAll(/\b(?:https?|wss?|ftp|git|ipns):\/\/(?:[^/\s@"'`]+@)?([a-z0-9][a-z0-9.-]*[a-z0-9])/gi)].map((match) => (match[1] ?? "").toLowerCase());
    for (const host of hosts) if (!known.includes(host) && !reserved.test(host)) found.push({ line: index + 1, name: host });
    const homes = [...line.matchAll(/(?<![\w.])\/(?:home|Users|root)\/[\w.-]+/g)].map((match) => match[0]);
    for (const place of [...homes, ...localPlaces.filter((place) => line.includes(place))]) found.push({ line: index + 1, name: place });
  }
  return found;
}

if (import.meta.main) {
  const files = ownFiles().filter((file) => !unread.test(file));
  let count = 0;
  for (const file of files) {
    for (const { line, name } of findNames(readText(file), [`${root}/`, `${homedir()}/`])) {
      console.error(`${file}:${line}: names ${name}`);
      count += 1;
    }
  }
  for (const file of ownFiles().filter((path) => path.endsWith("package-lock.json"))) {
    if (!/"resolved":/.test(readText(file))) continue;
    console.error(`${file}: names the registry it was made with; remove the "resolved" lines.`);
    count += 1;
  }
  if (count === 0) console.log(`${files.length} files name no foreign host and no local place.`);
  process.exitCode = count === 0 ? 0 : 1;
}
