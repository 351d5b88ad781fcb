// Compiles a contract with one source changed, as Hardhat compiled it: the same compiler, settings and names of sources.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { digest, type Node } from "./ast.ts";

interface Solc {
  compile(input: string): string;
}
interface Input {
  readonly language: string;
  readonly sources: Readonly<Record<string, { readonly content: string }>>;
  readonly settings: { readonly remappings?: readonly string[] };
}
interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly sources: Readonly<Record<string, { readonly ast: Node }>>;
  readonly contracts?: Readonly<Record<string, Readonly<Record<string, { readonly evm: Record<"bytecode" | "deployedBytecode", { readonly object: string; readonly immutableReferences?: object }> }>>>>;
}

/** What a compilation gives to an artifact. */
export interface Code {
  readonly bytecode: string;
  readonly deployedBytecode: string;
  readonly immutableReferences: object;
}

/** Code without the digest of its sources, which differs with every comment. */
export const bare = ({ bytecode }: Code): string => bytecode.replaceAll(/a2646970667358221220[0-9a-f]{64}/g, "");

const WANTED = ["evm.bytecode.object", "evm.deployedBytecode.object", "evm.deployedBytecode.immutableReferences"];

export class Compiler {
  private readonly solc = createRequire(import.meta.url)("solc") as Solc;
  private readonly input: Input;
  private readonly file: string;
  private readonly contract: string;

  /** `sources`: all that the contract needs, by the compiler's names; `file`: which of them holds it. */
  constructor(sources: Input["sources"], settings: Input["settings"], file: string, contract: string) {
    [this.input, this.file, this.contract] = [{ language: "Solidity", sources, settings }, file, contract];
  }

  private ask(outputSelection: object, changed: Input["sources"] = {}): Output {
    const { input } = this;
    return JSON.parse(this.solc.compile(JSON.stringify({ ...input, sources: { ...input.sources, ...changed }, settings: { ...input.settings, outputSelection } }))) as Output;
  }

  /** The sources as bytes, since the compiler counts these. */
  sources = (): Record<string, Buffer> => Object.fromEntries(Object.entries(this.input.sources).map(([file, { content }]) => [file, Buffer.from(content)]));
  /** Tells one set of sources and settings from another. */
  hash = (): string => digest(JSON.stringify(this.input), 16);

  trees(): Record<string, Node> {
    const { errors, sources } = this.ask({ "*": { "": ["ast"] } });
    const fault = errors?.find(({ severity }) => severity === "error");
    if (fault) throw new Error(fault.formattedMessage);
    return Object.fromEntries(Object.entries(sources).map(([file, { ast }]) => [file, ast]));
  }

  /** The contract's code with another text of one source; undefined where that is no program. */
  compile(file?: string, text?: string): Code | undefined {
    const { errors, contracts } = this.ask({ [this.file]: { [this.contract]: WANTED } }, file && text !== undefined ? { [file]: { content: text } } : {});
    if (errors?.some(({ severity }) => severity === "error")) return undefined;
    const { bytecode, deployedBytecode } = contracts![this.file]![this.contract]!.evm;
    return { bytecode: `0x${bytecode.object}`, deployedBytecode: `0x${deployedBytecode.object}`, immutableReferences: deployedBytecode.immutableReferences ?? {} };
  }
}

/** The names of what a source imports, as the compiler knows them. */
function importsOf(name: string, content: string, remappings: readonly string[]): string[] {
  const [context] = name.split("/");
  return [...content.matchAll(/^import\s[^;]*?"([^"]+)"/gms)].map(([, path]) => {
    if (path!.startsWith(".")) return join(name, "..", path!);
    const map = remappings.map((line) => /^(?:(.*?):)?(.*?)=(.*)$/.exec(line)!).find(([, where = "", from]) => `${context}/`.startsWith(where) && path!.startsWith(from!));
    return map ? map[3]! + path!.slice(map[2]!.length) : path!;
  });
}

/** The compiler of a contract by the folder of a built project: its sources there, and how Hardhat compiled them. Throws where they are not those that were built. */
export function compilerOf(folder: string, built: string, file: string, contract: string): Compiler {
  const { buildInfoId, inputSourceName } = JSON.parse(readFileSync(join(built, `artifacts/${file}/${contract}.json`), "utf8")) as { buildInfoId: string; inputSourceName: string };
  const { input } = JSON.parse(readFileSync(join(built, `artifacts/build-info/${buildInfoId}.json`), "utf8")) as { input: Input };
  const sources: Record<string, { content: string }> = {};
  const waiting = [inputSourceName];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    if (sources[name]) continue;
    const source = input.sources[name];
    if (!source) throw new Error(`The build knows no ${name}.`);
    if (name.startsWith("project/") && source.content !== readFileSync(join(folder, name.slice("project/".length)), "utf8")) throw new Error(`${name} was built in another state. Run: npm run x -- hardhat build`);
    sources[name] = source;
    waiting.push(...importsOf(name, source.content, input.settings.remappings ?? []));
  }
  return new Compiler(sources, input.settings, inputSourceName, contract);
}
