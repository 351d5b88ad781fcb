import { useEffect, useState } from "react";
import { getTransaction } from "viem/actions";
import type { Hex } from "viem";
import { useNetwork } from "../../../shared/chain/network.ts";

const known = new Map<Hex, Hex>();

/** Whose transaction it was, as the node says; null while it has not answered. */
export function useCarrier(tx: Hex | null): Hex | null {
  const { client, state } = useNetwork();
  const [carrier, setCarrier] = useState<Hex | null>(tx ? (known.get(tx) ?? null) : null);
  useEffect(() => {
    if (!tx || !client || state !== "ready" || known.has(tx)) return;
    let gone = false;
    getTransaction(client, { hash: tx }).then(
      ({ from }) => {
        known.set(tx, from);
        if (!gone) setCarrier(from);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [tx, client, state]);
  return tx ? (known.get(tx) ?? carrier) : null;
}
