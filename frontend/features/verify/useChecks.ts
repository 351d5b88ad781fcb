import { useRef, useState } from "react";
import type { Hex } from "viem";
import { booksStore } from "../../shared/books/books.ts";
import { chainNow } from "../../shared/chain/clock.ts";
import { checkFile } from "./checkFile.ts";
import { checkHash } from "./checkHash.ts";
import { checkAddress, checkNumber } from "./checkPeople.ts";
import type { Finding } from "./finding.ts";
import { readQuery } from "./query.ts";

/** How a check goes. `nothing`: the chain has no such thing; `notRead`: it is not known what it is. */
export type CheckState =
  | { readonly is: "idle" }
  | { readonly is: "working"; readonly part: number | null }
  | { readonly is: "nothing" }
  | { readonly is: "notRead" }
  | { readonly is: "failed"; readonly reason: string }
  | { readonly is: "done"; readonly findings: readonly Finding[] };

export interface Checks {
  readonly state: CheckState;
  readonly checkText: (text: string) => void;
  readonly checkFiles: (files: readonly File[]) => void;
}

/** One check at a time; a newer one makes an older one's answer void. */
export function useChecks(): Checks {
  const [state, setState] = useState<CheckState>({ is: "idle" });
  const attempt = useRef(0);
  const expected = useRef<Hex | null>(null);

  const run = async (work: (tellPart: (part: number) => void) => Promise<CheckState>) => {
    const mine = ++attempt.current;
    const put = (next: CheckState) => void (mine === attempt.current && setState(next));
    put({ is: "working", part: null });
    try {
      put(await work((part) => put({ is: "working", part })));
    } catch (error) {
      put({ is: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };

  return {
    state,
    checkText: (text) =>
      void run(async () => {
        const { ledger } = booksStore.get();
        const query = readQuery(text);
        if (!ledger || query.is === "empty") return { is: "idle" };
        if (query.is === "unknown") return { is: "notRead" };
        const now = chainNow();
        if (query.is === "hash") expected.current = [...ledger.work.claims.values()].find(({ id, evidence }) => id === query.hash || evidence === query.hash)?.evidence ?? null;
        const findings = await (query.is === "hash" ? checkHash(ledger, query.hash, now) : query.is === "address" ? checkAddress(ledger, query.address, now) : checkNumber(ledger, query.number, query.of, now));
        return findings.length > 0 ? { is: "done", findings: withoutTwins(findings) } : { is: "nothing" };
      }),
    checkFiles: (files) =>
      void run(async (tellPart) => {
        const { ledger } = booksStore.get();
        if (!ledger || files.length === 0) return { is: "idle" };
        const findings: Finding[] = [];
        // Manifests are small JSON; they first, so that the files they list are known.
        for (const file of [...files].sort((a, b) => Number(b.name.endsWith(".json")) - Number(a.name.endsWith(".json")))) findings.push(await checkFile(ledger, file, expected.current, tellPart));
        return { is: "done", findings };
      }),
  };
}

/** A root is found as such and as the evidence of its batch. */
const withoutTwins = (findings: readonly Finding[]): Finding[] => [...new Map(findings.map((finding) => [finding.key, finding])).values()];
