import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { guardOf } from "#client/people/foldGuards.ts";
import { maySit } from "#client/people/mayJoin.ts";
import { wardsOf } from "#client/people/mayGuard.ts";
import { memberWords } from "../../shared/books/names.ts";
import { type Language, words } from "../../shared/language/words.ts";
import type { Item } from "./waiting.ts";

const text = words({
  zh: {
    recovery: "找回",
    mine: "有人要换掉您的钥匙",
    mineNote: "不是您请监护人做的，就立刻反对",
    look: "去看看",
    wards: (who: string) => `您监护的${who}正在找回钥匙`,
    wardsNote: "若不是本人，多数监护人可以撤销",
    wardsDue: "等待期已满，可以完成",
    seat: "入席",
    seatTitle: "您可以入席了",
    seatNote: "从此可以见证、评议和表决",
    take: "去入席",
  },
  en: {
    recovery: "Recovery",
    mine: "Somebody is about to change your key",
    mineNote: "If you did not ask your guardians, veto it at once",
    look: "Look",
    wards: (who) => `The key of ${who}, whom you guard, is being recovered`,
    wardsNote: "If it is not them who ask, most guardians can cancel it",
    wardsDue: "The wait is over, and it may be finished",
    seat: "Seat",
    seatTitle: "You may take your seat",
    seatNote: "From then on you attest, review and vote",
    take: "Take it",
  },
});

/** What waits for a member about keys and seats. The own key comes before all else. */
export function peopleItems(ledger: Ledger, me: MemberId, now: number, language: Language): { readonly first: readonly Item[]; readonly more: readonly Item[] } {
  const t = text[language];
  const own = guardOf(ledger, me).recovery;
  const first: Item[] = own ? [{ key: "recovery/mine", kind: t.recovery, title: t.mine, note: t.mineNote, href: `#/recover?member=${me}`, action: t.look, until: own.due, shares: null }] : [];
  const key = ledger.people.members.get(me)?.key ?? "";
  const more: Item[] = wardsOf(ledger, key, now).flatMap((ward) => {
    const { recovery } = guardOf(ledger, ward);
    if (!recovery) return [];
    const due = now >= recovery.due;
    return [{ key: `recovery/${ward}`, kind: t.recovery, title: t.wards(memberWords(ward)[language]), note: due ? t.wardsDue : t.wardsNote, href: `#/recover?member=${ward}`, action: t.look, until: due ? null : recovery.due, shares: null }];
  });
  if (maySit(ledger, me, now) === null) more.push({ key: "seat", kind: t.seat, title: t.seatTitle, note: t.seatNote, href: "#/join", action: t.take, until: null, shares: null });
  return { first, more };
}
