import { useEffect, useState } from "react";
import type { Hex } from "viem";
import type { AnyDocument } from "#client/work/statement/format.ts";
import { type Outcome, readDocument, verify } from "#client/work/statement/store.ts";
import { gatewayStore, useGateway } from "../../../shared/store/gateway.ts";
import { bytesAt, rememberDocument } from "../../people/documents.ts";

/** A document that is being read, or what came of it. `document` is null where the verified bytes are not in the house's format. */
export type Reading = { readonly is: "reading" } | { readonly is: "read"; readonly outcome: Outcome; readonly document: AnyDocument | null };

/** Larger files of the reader's are not looked at: they cannot be it. */
const MOST_FILE = 1_000_000;

/** Hosts that the reader said may be asked, for as long as the page is open. */
const hosts = new Set<string>();

/** What the page may reach for: itself, the reader's gateway, and hosts that the reader allowed. */
export const reach = () => ({ fetch: window.fetch.bind(window), here: document.baseURI, gateway: gatewayStore.get(), hosts });

const tell = (digest: Hex, outcome: Outcome): Reading => ({ is: "read", outcome, document: outcome.is === "verified" ? rememberDocument(digest, outcome.bytes) : null });

/** Reads what stands behind a digest and always hashes what comes. `allow` asks a host that was waiting for the reader's word; `open` checks the reader's own file. */
export function useReading(uri: string, digest: Hex): { reading: Reading; allow: (host: string) => void; open: (file: File) => Promise<void> } {
  const gateway = useGateway();
  const [allowed, setAllowed] = useState(0);
  const [reading, setReading] = useState<Reading>(() => atHand(uri, digest));
  useEffect(() => {
    let gone = false;
    const start = atHand(uri, digest);
    setReading(start);
    if (start.is === "reading") void readDocument({ uri, digest }, reach()).then((outcome) => !gone && setReading(tell(digest, outcome)));
    return () => {
      gone = true;
    };
  }, [uri, digest, gateway, allowed]);
  const allow = (host: string) => {
    hosts.add(host);
    setAllowed((count) => count + 1);
  };
  const open = async (file: File) => {
    if (file.size > MOST_FILE) return setReading(tell(digest, { is: "unavailable", why: "tooLarge", host: null }));
    setReading(tell(digest, verify(new Uint8Array(await file.arrayBuffer()), digest, "given")));
  };
  return { reading, allow, open };
}

/** What needs no reading: it was read before, or its address contains it. */
function atHand(uri: string, digest: Hex): Reading {
  const bytes = bytesAt({ uri, document: digest });
  return bytes ? tell(digest, { is: "verified", bytes, from: "inside" }) : { is: "reading" };
}
