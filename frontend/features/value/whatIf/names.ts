import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import type { Language } from "../../../shared/language/words.ts";
import { memberWords } from "../../work/acts/names.ts";
import { whatIfText } from "./text.ts";

/** What somebody is called here; 0 is somebody who has recorded nothing yet. */
export const nameOfGuess = (ledger: Ledger, member: MemberId, language: Language): string => (member === 0 ? whatIfText[language].nobody : memberWords(ledger, member)[language]);
