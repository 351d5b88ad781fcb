import { useEffect, useState } from "react";
import type { MemberId } from "#client/chain/ids.ts";
import { useLedger } from "../../shared/books/books.ts";
import { useLanguage } from "../../shared/language/language.ts";
import type { peopleItems } from "./peopleItems.ts";

const none = { first: [], more: [] } as const;

/** What waits about keys and seats. Its code comes only where there may be something: most members never see any of it. */
export function usePeopleItems(me: MemberId): ReturnType<typeof peopleItems> {
  const { ledger, now } = useLedger();
  const language = useLanguage();
  const [found, setFound] = useState<{ readonly of: typeof peopleItems } | null>(null);
  const member = ledger.people.members.get(me);
  const wanted = ledger.people.guards.size > 0 || (member?.standing === "active" && (member.seatedFrom === null || member.seatedUntil !== null));
  useEffect(() => {
    if (wanted) void import("./peopleItems.ts").then(({ peopleItems: of }) => setFound({ of }));
  }, [wanted]);
  return wanted && found ? found.of(ledger, me, now, language) : none;
}
