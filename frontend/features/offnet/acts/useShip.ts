import { useState } from "react";
import type { CheckedItem } from "#client/offnet/check.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { type Outcome, proposeShipments } from "./carry.ts";
import { type Refused, weigh } from "./weigh.ts";

/** Sending what was signed, as a view uses it. */
export interface Ship {
  /** The node is being asked what it would say. */
  readonly busy: boolean;
  /** Without a network nothing can be sent. */
  readonly away: boolean;
  /** What was left out, since the contracts would refuse it. */
  readonly refused: readonly Refused[];
  ship(checked: readonly CheckedItem[]): void;
}

/** Plans, rehearses and opens the sheets, one transaction after another. `onStart` before the first sheet, `onOutcomes` after each receipt. */
export function useShip(onStart: () => void, onOutcomes: (outcomes: readonly Outcome[]) => void): Ship {
  const { ledger } = useLedger();
  const { client, deployment, state } = useNetwork();
  const signer = useSigner();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const ship = async (checked: readonly CheckedItem[]) => {
    if (!signer) return askForSigner();
    if (!client || !deployment || busy) return;
    setBusy(true);
    const weighed = await weigh({ client, deployment, ledger, carrier: signer.address }, checked);
    setBusy(false);
    setRefused(weighed.refused);
    if (weighed.shipments.length === 0) return;
    onStart();
    proposeShipments(weighed.shipments, onOutcomes);
  };
  return { busy, away: state !== "ready", refused, ship: (checked) => void ship(checked) };
}
