import { useEffect, useState } from "react";
import { readAddress } from "#client/work/statement/address.ts";
import { readDocument } from "#client/work/statement/store.ts";
import type { StatementRecord } from "#client/work/types.ts";
import type { Both } from "../../../shared/language/words.ts";
import { documentAt, rememberDocument, statementTitle } from "../../people/documents.ts";
import { reach } from "./useReading.ts";

/** What a statement or an article is called. A copy beside these pages is read for it; nobody else is asked for the sake of a list. */
export function useTitle(record: StatementRecord): Both {
  const [, setRead] = useState(false);
  const { uri, document: digest } = record;
  useEffect(() => {
    let gone = false;
    const place = documentAt({ uri, document: digest }) ? null : readAddress(uri, digest, document.baseURI);
    if (place === null || typeof place === "string" || (place.is !== "beside" && place.is !== "ipfs")) return;
    void readDocument({ uri, digest }, { ...reach(), gateway: null, hosts: new Set() }).then((outcome) => {
      if (outcome.is === "verified") rememberDocument(digest, outcome.bytes);
      if (!gone) setRead(true);
    });
    return () => {
      gone = true;
    };
  }, [uri, digest]);
  return statementTitle(record);
}
