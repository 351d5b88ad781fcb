import { useEffect, useState } from "react";
import { getCode } from "viem/actions";
import { type CheckedBallot, checkBallots } from "#client/governance/ballotCheck.ts";
import { type BallotFault, readBallots } from "#client/governance/ballotList.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { pageSpeech } from "../titles.ts";

/** What a text of ballots comes to: each ballot with what was found, and what is no ballot. Null while it is looked at for the first time. */
export interface Checked {
  readonly ballots: readonly CheckedBallot[];
  readonly faults: readonly BallotFault[];
}

/** Checks ballots in this browser, again whenever the books go on: what was good may have been counted meanwhile. */
export function useChecked(text: string): Checked | null {
  const { ledger, now } = useLedger();
  const { deployment, client } = useNetwork();
  const [checked, setChecked] = useState<Checked | null>(null);
  // Within a minute nothing changes but by the books.
  const minute = Math.floor(now / 60);
  useEffect(() => {
    if (!deployment || !client) return;
    let gone = false;
    const work = async () => {
      const { ballots, faults } = readBallots(text);
      let found = await checkBallots(ballots, ledger, deployment, now, { speech: pageSpeech });
      // What no key signed may be a contract wallet's: whether the member's key is one, only the chain knows.
      const keys = new Set(found.flatMap(({ ballot, verdict }) => (verdict.is === "bad" && verdict.problem === "signature" ? [ledger.people.members.get(ballot.member)?.key].filter((key) => key !== undefined) : [])));
      const wallets = new Set<string>();
      for (const address of keys) if (await getCode(client, { address }).catch(() => undefined)) wallets.add(address.toLowerCase());
      if (wallets.size > 0) found = await checkBallots(ballots, ledger, deployment, now, { speech: pageSpeech, contracts: wallets });
      if (!gone) setChecked({ ballots: found, faults });
    };
    void work();
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react/exhaustive-deps -- see `minute`
  }, [text, ledger, deployment, client, minute]);
  return checked;
}
