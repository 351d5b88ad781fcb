import type { Address, Hex } from "viem";
import { contractAt } from "#client/governance/actions.ts";
import { lookalikes } from "#client/governance/lookalikes.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useWords } from "../../../shared/language/language.ts";
import { Notice } from "../../../shared/parts/Notice.tsx";
import { proposalText } from "./text.ts";

/** An action as the chain has it, for those who read it themselves; a contract that only looks like one of the cooperative's is named. */
export function ActionData({ target, data }: { target: Address; data: Hex }) {
  const t = useWords(proposalText);
  const { ledger } = useLedger();
  const { deployment } = useNetwork();
  const contract = deployment && contractAt(deployment, target);
  const alike = deployment && !contract ? lookalikes(target, ledger, deployment) : [];
  return (
    <>
      {alike.map((other) => (
        <div key={other.address} className="mt-2">
          <Notice><span className="break-all">{t.lookalike(target, other.address)}</span></Notice>
        </div>
      ))}
      <details className="mt-1">
        <summary className="inline-flex min-h-11 items-center text-sm text-ink-2 underline underline-offset-4">{t.raw}</summary>
        <dl className="text-sm">
          <dt className="text-ink-2">{t.target}</dt>
          <dd className="font-mono break-all">{contract ? `${contract} ${target}` : target}</dd>
          <dt className="mt-2 text-ink-2">{t.data}</dt>
          <dd className="max-h-48 overflow-y-auto font-mono break-all">{data}</dd>
        </dl>
      </details>
    </>
  );
}
