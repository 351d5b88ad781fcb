import { plainText } from "#client/chain/plain.ts";
import { MOST_NAMED } from "#client/governance/actions.ts";
import { MOST_DESCRIPTION } from "#client/governance/propose.ts";
import type { Ledger } from "#client/ledger.ts";
import { kinds } from "#client/work/types.ts";
import { boundsOf } from "#client/chain/clock.ts";
import { parameterAmount } from "#client/chain/parameterWords.ts";
import type { Language } from "../../../shared/language/words.ts";
import { isMoneySort, moneyFaults } from "./money.ts";
import { proposeText } from "./text.ts";
import { charterOf, coopCharter, microOf, readKeys, tenthOf, valueNext, wholeOf, type Writing } from "./writing.ts";

/** What is wrong with a writing: by field, a sentence that says what to do. Fields that repeat carry their place. */
export type Faults = Readonly<Record<string, string>>;

/** Everything that keeps a writing from being proposed. */
export function faultsOf(writing: Writing, ledger: Ledger, now: number, language: Language): Faults {
  const { fault } = proposeText[language];
  const faults: Record<string, string> = {};
  const { sort, words } = writing;
  if (sort === null) faults.type = fault.type;
  if (sort === "admit" && writing.statement === "") faults.statement = fault.statement;
  if (sort === "parameter") Object.assign(faults, numberFaults(writing, ledger, now, language));
  if ((sort === "stewards" || sort === "close") && writing.project === null) faults.project = fault.project;
  if (sort === "stewards" && (writing.stewards.length === 0 || writing.stewards.length > 7)) faults.stewards = fault.stewards;
  if (sort === "expel" && writing.member === null) faults.member = fault.member;
  if (sort === "expel" && writing.cause.trim() === "") faults.cause = fault.cause;
  if (sort === "readmit" && ledger.people.members.get(writing.member as never)?.standing !== "expelled") faults.member = fault.expelled;
  if (sort === "name") Object.assign(faults, nameFaults(writing, ledger, language));
  if (sort === "cooperative") Object.assign(faults, charterFaults(writing, ledger, language));
  if (isMoneySort(sort)) Object.assign(faults, moneyFaults(sort, writing, ledger, language));
  if (words.trim() === "" && !(sort === "expel" && writing.causePublic)) faults.words = fault.words;
  if (new TextEncoder().encode(words + writing.cause).length > MOST_DESCRIPTION - 500) faults.words = fault.long;
  return faults;
}

function numberFaults({ changes }: Writing, ledger: Ledger, now: number, language: Language): Faults {
  const { fault } = proposeText[language];
  const faults: Record<string, string> = {};
  changes.forEach(({ parameter, value }, place) => {
    if (parameter === "") {
      faults[`parameter${place}`] = fault.parameter;
      return;
    }
    const { least, most } = boundsOf(parameter);
    const wanted = wholeOf(value);
    if (changes.findIndex((other) => other.parameter === parameter) < place) faults[`parameter${place}`] = fault.twice;
    if (wanted === null || wanted < least || wanted > most) faults[`value${place}`] = fault.value(parameterAmount(parameter, least)[language], parameterAmount(parameter, most)[language]);
    else if (wanted === valueNext(ledger, parameter, now)) faults[`value${place}`] = fault.same;
  });
  return faults;
}

function nameFaults(writing: Writing, { people }: Ledger, language: Language): Faults {
  const { fault } = proposeText[language];
  const { keys, bad } = readKeys(writing.keys);
  const [used] = keys.filter((key) => people.byKey.has(key.toLowerCase()));
  if (bad.length > 0) return { keys: fault.notAddress(plainText(bad[0]!, 50)) };
  if (keys.length === 0 || keys.length > MOST_NAMED) return { keys: fault.names(MOST_NAMED) };
  return used ? { keys: fault.used(used) } : {};
}

function charterFaults(writing: Writing, ledger: Ledger, language: Language): Faults {
  const { fault } = proposeText[language];
  const faults: Record<string, string> = {};
  const before = coopCharter(ledger);
  if (!before) return faults;
  const check = (field: string, text: string, current: bigint) => {
    const wanted = microOf(text);
    const [least, most] = tenthOf(current);
    if (wanted === null) faults[field] = fault.number;
    else if (wanted < least || wanted > most) faults[field] = fault.tenth;
  };
  check("budget", writing.budget, before.budget);
  for (const kind of kinds) check(`rate.${kind}`, writing.rates[kind], before.rates[kind]);
  const surplus = wholeOf(writing.minSurplus);
  if (surplus === null || surplus < 5 || surplus > 50) faults.minSurplus = fault.surplus;
  const after = charterOf(writing, ledger);
  const same = after && after.budget === before.budget && after.minSurplus === before.minSurplus && kinds.every((kind) => after.rates[kind] === before.rates[kind]);
  if (same) faults.budget ??= fault.nothing;
  return faults;
}
