// The verbs of the command line. To add one: write its module with `run`, and add one line here.

import type { Language } from "./language.ts";

/** A verb's module. `run` takes what stands after the verb and gives the exit (exit.ts); it throws a Failure to end early. */
export interface VerbModule {
  run(args: string[], language: Language): Promise<number>;
}

export interface Verb {
  name: string;
  summary: { zh: string; en: string };
  load(): Promise<VerbModule>;
}

export const VERBS: readonly Verb[] = [
  { name: "import", summary: { zh: "把真实的工作历史记为一批", en: "record a real work history as a batch" }, load: () => import("../import/import.ts") },
];

export const findVerb = (name: string): Verb | undefined => VERBS.find((verb) => verb.name === name);
