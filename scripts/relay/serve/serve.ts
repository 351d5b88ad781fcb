// `coop relay --serve`: carries what members signed for whoever asks, for free.
import { dirname, join } from "node:path";
import type { LocalAccount } from "viem";
import { mnemonicToAccount, privateKeyToAccount } from "viem/accounts";
import { BadInput, Failure } from "../../coop/failure.ts";
import { liveKey } from "../../coop/keystore.ts";
import type { Language } from "../../coop/language.ts";
import { type ChainOptions, type Cooperative, openCooperative, readRecord } from "../../coop/open.ts";
import { fromWhereTheUserStands } from "../../coop/place.ts";
import { JournalBroken, JournalTaken } from "../journal.ts";
import { whole } from "../relay.ts";
import { relayWords } from "../text.ts";
import { limitsOf } from "./options.ts";
import { type Service, startService } from "./service.ts";

type Values = ChainOptions & Partial<Record<"port" | "host" | "state" | "per-lot" | "gas-per-act" | "gas-per-hour" | "per-member" | "most-waiting" | "most-gwei", string | undefined>>;

/** The words from which every practice node makes its accounts; the service pays from the last of its twenty, which is nobody's seat. */
const PRACTICE_WORDS = "test test test test test test test test test test test junk";
const PRACTICE_PAYER = 19;

/** Runs until it is ended from without. */
export async function serve(values: Values, language: Language): Promise<number> {
  const words = relayWords[language];
  const host = values.host ?? "127.0.0.1";
  if (!/^[\w.:-]+$/.test(host)) throw new BadInput("--host", words.noHost);
  const port = whole(values.port, "port", 0, 65_535, 8787, words);
  const limits = limitsOf(values, language);
  const { file, deployment } = readRecord(values, language);
  const cooperative = await openCooperative(values, language);
  const account = await payerFor(cooperative, language);
  const folder = values.state === undefined ? join(dirname(file), `relay-${deployment.chainId}`) : fromWhereTheUserStands(values.state);
  let service: Service;
  try {
    service = await startService({ cooperative, account, folder, host, port, limits });
  } catch (error) {
    if (error instanceof JournalTaken) throw new Failure(words.stateTaken(folder, error.pid));
    if (error instanceof JournalBroken) throw new Failure(words.noService(`${folder}: ${words.journalBroken}`));
    throw new Failure(words.noService((error as Error).message));
  }
  console.log(words.serves(cooperative.deployment.name[language], service.url, account.address, service.waiting));
  return new Promise(() => undefined);
}

async function payerFor({ deployment }: Cooperative, language: Language): Promise<LocalAccount> {
  return deployment.practice ? mnemonicToAccount(PRACTICE_WORDS, { addressIndex: PRACTICE_PAYER }) : privateKeyToAccount(await liveKey(language));
}
