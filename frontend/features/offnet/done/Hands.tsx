import type { Item } from "#client/offnet/bundle.ts";
import { memberByKey } from "#client/people/fold.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { memberWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Hash, shortHex } from "../../../shared/parts/Address.tsx";
import { offnetText } from "../text.ts";
import { signerWords } from "../who.ts";

/** Who signed it, in whose name it stands, and apart from that who carried it. `carrier` null: the node is being asked. */
export function Hands({ item, carrier, tx }: { item: Item; carrier: string | null; tx: string }) {
  const t = useWords(offnetText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const member = carrier === null ? undefined : memberByKey(ledger, carrier);
  const who = carrier === null ? t.carrierUnknown : member ? memberWords(member.id)[language] : shortHex(carrier);
  const facts = [
    [t.signer, signerWords(item)[language]],
    [t.carrier, who],
  ] as const;
  return (
    <dl className="mt-1 flex flex-wrap items-baseline gap-x-4 text-sm text-ink-2">
      {facts.map(([label, text]) => (
        <div key={label} className="flex gap-1.5">
          <dt>{label}</dt>
          <dd className="font-semibold text-ink">{text}</dd>
        </div>
      ))}
      <div className="flex items-baseline gap-1.5">
        <dt>{t.tx}</dt>
        <dd><Hash hash={tx} label={t.tx} /></dd>
      </div>
    </dl>
  );
}
