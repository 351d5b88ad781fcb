import { useLedger } from "../../shared/books/books.ts";
import { useWords } from "../../shared/language/language.ts";
import { verifyText } from "./text.ts";

/** Three things of this chain to try the box with. */
export function Examples() {
  const { ledger } = useLedger();
  const t = useWords(verifyText);
  const claims = [...ledger.work.claims.values()];
  const sealed = claims.filter(({ lane, sealedAt }) => (lane === "record" || lane === "joint") && sealedAt !== null).sort((a, b) => b.sealedAt! - a.sealedAt!)[0];
  const batch = claims.find(({ lane }) => lane === "batch");
  const [member] = ledger.people.members.values();
  const examples = [
    { label: t.exampleClaim, query: sealed?.id },
    { label: t.exampleBatch, query: batch?.evidence },
    { label: t.exampleMember, query: member?.key },
  ].filter(({ query }) => query !== undefined);
  if (examples.length === 0) return null;
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-5">
      <span className="text-sm text-ink-2">{t.examples}</span>
      {examples.map(({ label, query }) => (
        <a key={label} href={`#/verify?q=${query}`} className="inline-flex min-h-11 items-center underline underline-offset-4">
          {label}
        </a>
      ))}
    </p>
  );
}
