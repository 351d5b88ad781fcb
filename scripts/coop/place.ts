import { resolve } from "node:path";

/** Where the user stands; npm itself has moved to the project's folder. */
export const whereTheUserStands = (): string => process.env.INIT_CWD ?? process.cwd();

/** A path as it was typed, seen from where the user stands. */
export const fromWhereTheUserStands = (path: string): string => resolve(whereTheUserStands(), path);
