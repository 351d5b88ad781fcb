// Fails on an import against the flow: node scripts/check/flow.ts
import { posix } from "node:path";
import { ownFiles, readText } from "../lib/files.ts";

/** The six nouns, the same on every floor. A folder imports only from those before it. */
export const nouns = ["people", "work", "value", "price", "commons", "governance"] as const;

/** Stands for the files that lie directly in a floor; where it is not named they are above all folders. */
const LOOSE = "";

/** For each floor, its folders from the bottom up; those in one row see each other. */
const floors: Record<string, readonly (readonly string[])[]> = {
  contracts: [["types"], ["libraries"], ["base"], ...nouns.map((noun) => [noun]), ["practice"]],
  // What is signed off-net may be anything of any noun, and is checked against all the books.
  "frontend/client": [["abi"], ["chain"], ...nouns.map((noun) => [noun]), [LOOSE], ["offnet"]],
  // Off-net, home, verify and help read all nouns, and none reads them.
  "frontend/features": [...nouns.map((noun) => [noun]), ["offnet"], ["home"], ["verify"], ["help"]],
};

/** The storeys of the front end, from the bottom up. */
const storeys = ["frontend/client", "frontend/shared", "frontend/features", "frontend/app"] as const;

/** Packages that a floor must do without, and why. */
const forbidden: readonly { floor: string; pattern: RegExp; why: string }[] = [
  { floor: "frontend/client", pattern: /^(react|react-dom|wagmi|radix-ui|@wagmi\/|@tanstack\/|@radix-ui\/)/, why: "the client knows nothing of React" },
  ...storeys.flatMap((floor) => [
    { floor, pattern: /^(hardhat|@nomicfoundation\/|ethers)(\/|$)/, why: "pages and client do without Hardhat and ethers" },
    { floor, pattern: /^node:/, why: "it runs in a browser" },
  ]),
  { floor: "contracts", pattern: /^(?!@openzeppelin\/)/, why: "contracts build on OpenZeppelin alone" },
];

/** An import that runs against the flow. */
export interface Breach {
  readonly file: string;
  readonly line: number;
  readonly imported: string;
  readonly why: string;
}

interface Import {
  readonly line: number;
  readonly name: string;
  readonly reexport: boolean;
}

const statements = /^[ \t]*(?:(import|export)\b(?:[^"';]*?\bfrom\b)?[ \t\r\n]*["']([^"'\n]+)["'])|\bimport\(\s*["']([^"'\n]+)["']/gm;

/** Blanks comments out, leaving every line where it was. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " ")).replace(/(^|[\s;{}(])\/\/[^\n]*/g, "$1");

function importsOf(text: string): Import[] {
  const clean = withoutComments(text);
  return [...clean.matchAll(statements)].map((match) => {
    const start = match.index + match[0].length - match[0].trimStart().length;
    return { line: clean.slice(0, start).split("\n").length, name: match[2] ?? match[3] ?? "", reexport: match[1] === "export" };
  });
}

/** A name as written, to a path from the project's folder; packages stay as they are. */
function target(file: string, name: string): string {
  if (name.startsWith("#client/")) return `frontend/client/${name.slice("#client/".length)}`;
  if (name.startsWith(".")) return posix.normalize(posix.join(posix.dirname(file), name));
  return name;
}

const isInside = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** Where a path stands on a floor: its folder's name and height (-1 for an unknown folder). */
function placeOn(floor: string, path: string): { folder: string; height: number } | undefined {
  if (!isInside(path, floor)) return undefined;
  const [first = "", ...rest] = path.slice(floor.length + 1).split("/");
  const isLoose = rest.length === 0;
  const height = floors[floor]?.findIndex((row) => row.includes(isLoose ? LOOSE : first)) ?? -1;
  return isLoose && height < 0 ? undefined : { folder: isLoose ? `what lies directly in ${floor}` : first, height };
}

function whyNot(file: string, imported: string, isPackage: boolean): string | undefined {
  if (isPackage) return forbidden.find(({ floor, pattern }) => isInside(file, floor) && pattern.test(imported))?.why;
  for (const floor of Object.keys(floors)) {
    const [here, there] = [placeOn(floor, file), placeOn(floor, imported)];
    if (here && there && there.height > here.height) return `${here.folder} comes before ${there.folder}`;
    if (here && !there && isInside(imported, floor)) return `what lies directly in ${floor} is above ${here.folder}`;
  }
  const [from, to] = [storeys.findIndex((storey) => isInside(file, storey)), storeys.findIndex((storey) => isInside(imported, storey))];
  if (from >= 0 && to > from) return `${storeys[from]} lies beneath ${storeys[to]}`;
  if (from >= 0 && to < 0 && !isInside(imported, "frontend")) return "pages and client stay inside frontend";
  if (isInside(file, "contracts") && !isInside(imported, "contracts")) return "contracts stay inside contracts";
  if (isInside(file, "scripts") && to > 0) return "scripts use the client, never the pages";
  return undefined;
}

/** All breaches of the flow among the given files; `read` gives a file's text. */
export function findBreaches(files: readonly string[], read: (file: string) => string): Breach[] {
  const breaches: Breach[] = [];
  for (const file of files) {
    if (!/^(contracts|frontend|scripts)\/.*\.(sol|ts|tsx|mjs)$/.test(file)) continue;
    for (const floor of Object.keys(floors)) {
      const place = placeOn(floor, file);
      if (place?.height === -1) breaches.push({ file, line: 1, imported: "", why: `${floor} has no folder "${place.folder}"` });
    }
    for (const { line, name, reexport } of importsOf(read(file))) {
      const isPackage = !name.startsWith(".") && !name.startsWith("#client/");
      const why = whyNot(file, target(file, name), isPackage);
      if (why) breaches.push({ file, line, imported: name, why });
      else if (reexport) breaches.push({ file, line, imported: name, why: "nothing is exported on: import the file you mean" });
    }
  }
  return breaches;
}

if (import.meta.main) {
  const files = ownFiles();
  const breaches = findBreaches(files, (file) => readText(file));
  for (const { file, line, imported, why } of breaches) console.error(`${file}:${line}: ${imported ? `imports ${imported}: ` : ""}${why}`);
  if (breaches.length === 0) console.log(`The flow holds in ${files.length} files.`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
