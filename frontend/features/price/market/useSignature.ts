import { useEffect, useState } from "react";
import type { Hex } from "viem";
import { readBuyerSignature, readSellerSignature } from "#client/price/signatures.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import type { OfferView, RequestView } from "./views.ts";

/** A signature that an act needs again: from this browser, else from the transaction that put it on record. Null: it was looked for and not found; undefined: it is looked for. */
export function useSellerSignature({ id, record, item }: OfferView): Hex | null | undefined {
  return useFound(id, item?.signature ?? null, (client, place) => (record ? readSellerSignature(client, place, record) : Promise.resolve(null)));
}

/** The buyer's signature of a request; likewise. */
export function useBuyerSignature({ id, record, item }: RequestView): Hex | null | undefined {
  return useFound(id, item?.signature ?? null, (client, place) => (record ? readBuyerSignature(client, place, record) : Promise.resolve(null)));
}

type Read = (client: Parameters<typeof readSellerSignature>[0], place: Parameters<typeof readSellerSignature>[1]) => Promise<Hex | null>;

function useFound(id: string, here: Hex | null, read: Read): Hex | null | undefined {
  const { client, deployment, state } = useNetwork();
  const [found, setFound] = useState<{ id: string; signature: Hex | null } | null>(null);
  useEffect(() => {
    if (here !== null || !client || !deployment || state !== "ready") return;
    let gone = false;
    const done = (signature: Hex | null) => void (gone || setFound({ id, signature }));
    read(client, deployment).then(done, () => done(null));
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react/exhaustive-deps -- what is read is told by the id
  }, [id, here, client, deployment, state]);
  if (here !== null) return here;
  return found?.id === id ? found.signature : undefined;
}
