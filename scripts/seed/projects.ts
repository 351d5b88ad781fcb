// What the practice cooperative works on.
import type { Charter } from "../deploy/founding.ts";
import { charterIn } from "./documents.ts";

/** What the practice cooperative is called in each language. */
export const COOPERATIVE_NAMES = { zh: "青溪合作社", en: "Qingxi Co-op" } as const;

/** The practice cooperative's name as its founders signed it, in one text. */
export const COOPERATIVE_NAME = `${COOPERATIVE_NAMES.zh} ${COOPERATIVE_NAMES.en}`;

/** One unit of value, in micro-units. */
export const UNIT = 1_000_000n;

/** The projects' numbers. Market and raincoats were admitted by vote, live from epochs 1 and 2; raincoats is closed from epoch 3. */
export const PROJECTS = { cooperative: 0, mill: 1, repair: 2, market: 3, raincoats: 4 } as const;

/** The three founding charters, the cooperative itself first. */
export const practiceCharters: readonly Charter[] = [charterIn("cooperative"), charterIn("mill"), charterIn("repair")];
