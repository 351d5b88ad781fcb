import { parseRevokeAct } from "#client/people/carry.ts";
import { splitNonce } from "#client/people/nonces.ts";
import { propose } from "../../../shared/act/proposal.ts";
import type { OutboxEntry } from "../../../shared/outbox/entry.ts";
import { outbox } from "../../../shared/outbox/outbox.ts";
import { offnetText } from "../text.ts";

/** Acts of the same series that stand before this one and fall with it. */
const before = (entry: OutboxEntry): OutboxEntry[] => {
  const { key, number } = splitNonce(BigInt(entry.nonce!));
  return outbox.get().filter((other) => {
    if (other.nonce === undefined || other.member !== entry.member) return false;
    const split = splitNonce(BigInt(other.nonce));
    return split.key === key && split.number < number;
  });
};

/** Opens the sheet that takes back an act which was signed and not sent. It can itself be signed for later. */
export function proposeRevoke(entry: OutboxEntry): void {
  const { zh, en } = offnetText;
  const also = before(entry);
  propose({
    title: { zh: zh.revokeTitle, en: en.revokeTitle },
    act: { zh: zh.revokeAct(entry.act.zh), en: en.revokeAct(entry.act.en) },
    intent: parseRevokeAct(BigInt(entry.nonce!)),
    explain: (language) => {
      const t = offnetText[language];
      return {
        sentence: t.revokeSentence(entry.act[language]),
        changes: [],
        terms: [
          { label: t.revokeWhere, text: t.revokeWhereText },
          { label: t.revokeAlso, text: also.length > 0 ? t.revokeAlsoText(also.length) : t.revokeAlsoNone },
        ],
        details: [{ label: t.tx, text: entry.digest, hash: true }],
      };
    },
    done: { zh: zh.revokeDone, en: en.revokeDone },
    link: "#/offnet/done",
  });
}
