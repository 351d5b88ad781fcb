import type { Address } from "viem";
import { lookalikes } from "#client/governance/lookalikes.ts";
import { useLedger } from "../../shared/books/books.ts";
import { memberWords } from "../../shared/books/names.ts";
import { useNetwork } from "../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Notice } from "../../shared/parts/Notice.tsx";
import { vouchText } from "./vouch/text.ts";

/** A warning for each address that the cooperative knows and for which this one could be taken. Nothing where there is none. */
export function AddressWarning({ address }: { address: Address }) {
  const t = useWords(vouchText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const { deployment } = useNetwork();
  if (!deployment) return null;
  return lookalikes(address, ledger, deployment).map(({ address: known, owner }) => (
    <Notice key={known}>
      <span className="break-all">{t.alike(owner.is === "member" ? `${known} (${memberWords(owner.member)[language]})` : known)}</span>
    </Notice>
  ));
}
