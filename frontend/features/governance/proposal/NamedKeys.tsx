import type { Address } from "viem";
import { lookalikes } from "#client/governance/lookalikes.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { memberWords } from "../../../shared/books/names.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { proposeText } from "../propose/text.ts";

/** The whole list that a vote would name, each address in full. */
export function NamedKeys({ keys }: { keys: readonly Address[] }) {
  const t = useWords(proposeText);
  return (
    <>
      <ol aria-label={t.keys} className="num list-inside list-decimal">
        {keys.map((key) => (
          <li key={key} className="border-b border-line py-2 text-sm last:border-b-0">
            <code className="font-mono break-all">{key}</code>
          </li>
        ))}
      </ol>
      <KeyWarnings keys={keys} />
    </>
  );
}

/** A warning for each address that shares its first or last four digits with one that the cooperative knows, or with another of the list. */
export function KeyWarnings({ keys }: { keys: readonly Address[] }) {
  const t = useWords(proposeText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const { deployment } = useNetwork();
  if (!deployment) return null;
  const known = keys.flatMap((key) => lookalikes(key, ledger, deployment).map(({ address, owner }) => [key, owner.is === "member" ? `${address} (${memberWords(owner.member)[language]})` : address] as const));
  const alike = (a: string, b: string) => a.slice(2, 6).toLowerCase() === b.slice(2, 6).toLowerCase() || a.slice(-4).toLowerCase() === b.slice(-4).toLowerCase();
  const inside = keys.flatMap((key, place) => keys.slice(place + 1).filter((other) => alike(key, other)).map((other) => [key, other] as const));
  return [...known, ...inside].map(([one, other]) => (
    <Notice key={`${one}${other}`}>
      <span className="break-all">{t.keysAlike(one, other)}</span>
    </Notice>
  ));
}
