import { LONGEST } from "#client/people/signing.ts";

/** How long what is signed here holds, in seconds: a day less than anything signed may, so that a clock that runs ahead does no harm. */
export const HOLDS = LONGEST - 86_400;
