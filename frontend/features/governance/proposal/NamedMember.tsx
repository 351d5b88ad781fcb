import { getAddress } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import { lookalikes } from "#client/governance/lookalikes.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { memberWords } from "../../../shared/books/names.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { MemberName } from "../../people/MemberName.tsx";
import { proposalText } from "./text.ts";

/** A member whom an action names: name, number and the whole key in force, with a warning where another looks like it. */
export function NamedMember({ member }: { member: MemberId }) {
  const t = useWords(proposalText);
  const language = useLanguage();
  const { ledger } = useLedger();
  const { deployment } = useNetwork();
  const key = ledger.people.members.get(member)?.key;
  const alike = deployment ? lookalikes(member, ledger, deployment) : [];
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <MemberName id={member} />
        {key ? <code className="font-mono text-sm break-all text-ink-2">{getAddress(key)}</code> : <span className="text-sm text-fail">{t.noMember}</span>}
      </p>
      {key && alike.map((other) => (
        <div key={other.address} className="mt-2">
          <Notice>
            <span className="break-all">{t.lookalike(getAddress(key), `${other.address}${other.owner.is === "member" ? ` (${memberWords(other.owner.member)[language]})` : ""}`)}</span>
          </Notice>
        </div>
      ))}
    </div>
  );
}
