import type { Hex } from "viem";
import type { MemberId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { nameOf } from "#client/people/names.ts";
import { sharesOf } from "#client/value/lots.ts";
import { parseDrawLeaf } from "#client/value/drawLeaf.ts";
import { BINDING_TIER, neededOf } from "#client/work/answers.ts";
import type { Batch } from "#client/work/batch.ts";
import { epochOf } from "#client/chain/clock.ts";
import { freeAttesters } from "#client/work/may.ts";
import { parseProposeBinding } from "#client/work/proposeBinding.ts";
import { statementOf } from "#client/work/statements.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { propose } from "../../../shared/act/proposal.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import type { Both } from "../../../shared/language/words.ts";
import { shortHex } from "../../../shared/parts/Address.tsx";
import { proofOf } from "./data.ts";
import { holderOf, type LeafRow } from "./leafRows.ts";
import { batchText } from "./text.ts";

/** A holder's name in both languages; 0 is the reserve. */
export function holderName(ledger: Ledger, holder: MemberId): Both {
  const member = ledger.people.members.get(holder);
  return member ? nameOf(member) : { zh: batchText.zh.reserve, en: batchText.en.reserve };
}

/** Proposes that an identity is a member. Errors: InputFault. */
export function proposeBinding(ledger: Ledger, batch: BatchClaim, identity: Hex, by: MemberId, member: MemberId, now: number): void {
  const intent = parseProposeBinding({ project: batch.project, identity, member });
  const name = holderName(ledger, member);
  const short = shortHex(identity);
  const needed = neededOf(BINDING_TIER, freeAttesters(ledger, batch.project, [...new Set([by, member])], epochOf(ledger, now)));
  const project = ledger.work.projects.get(batch.project);
  const { zh, en } = batchText;
  propose({
    title: { zh: zh.bindTitle, en: en.bindTitle },
    act: { zh: zh.bindAct(name.zh, short), en: en.bindAct(name.en, short) },
    intent,
    explain: (language) => {
      const t = batchText[language];
      return {
        sentence: t.bindSentence(name[language], short),
        changes: [{ label: t.bindChange, before: t.bindBefore, after: t.bindAfter(needed) }],
        terms: [
          { label: t.bindTermWho, text: t.bindTermWhoText },
          { label: t.bindTermWhen, text: t.bindTermWhenText },
          { label: t.bindTermPublic, text: t.bindTermPublicText },
        ],
        details: [
          { label: t.identity, text: identity, hash: true },
          { label: t.member, text: String(member) },
          { label: t.project, text: project ? statementOf(project).title[language] : String(batch.project) },
        ],
      };
    },
    done: { zh: zh.bindDone(name.zh), en: en.bindDone(name.en) },
    link: `#/batches/${batch.id}`,
  });
}

/** Makes a leaf's proof and proposes to draw it. Rejects where the data is not open; errors: InputFault where the proof does not lead to the root. */
export async function proposeDrawLeaf(ledger: Ledger, batch: BatchClaim, { tree }: Batch, row: LeafRow): Promise<void> {
  const holder = holderOf(row);
  if (!tree || !row.lot || holder === null) return;
  const proof = await proofOf(batch.id, row.index);
  const intent = parseDrawLeaf({ batch: batch.id, root: batch.evidence, sum: batch.sum, leaf: tree.leaves[row.index]!, proof });
  const { shares, withheld } = row.lot;
  const name = holderName(ledger, holder);
  const before = sharesOf(ledger, batch.project, holder);
  const project = ledger.work.projects.get(batch.project);
  const title = project ? statementOf(project).title : { zh: String(batch.project), en: String(batch.project) };
  const amount: Both = { zh: formatMicro(shares, "zh"), en: formatMicro(shares, "en") };
  const { zh, en } = batchText;
  propose({
    title: { zh: zh.drawTitle, en: en.drawTitle },
    act: { zh: zh.drawAct(amount.zh, name.zh), en: en.drawAct(amount.en, name.en) },
    intent,
    explain: (language) => {
      const t = batchText[language];
      const show = (micro: bigint) => formatMicro(micro, language);
      return {
        sentence: t.drawSentence(t.sharesUnit(amount[language]), name[language]),
        changes: [
          {
            label: t.drawChange(title[language]),
            before: show(before),
            after: show(before + shares),
            value: true,
            sum: t.leafSum(show(row.value), show(batch.sum)),
            ...(withheld > 0n ? { limit: t.withheld(show(withheld)) } : {}),
          },
        ],
        terms: [
          { label: t.drawAnyone, text: t.drawAnyoneText },
          { label: t.drawProof, text: t.drawProofText(proof.hashes.length) },
        ],
        details: [
          { label: t.identity, text: row.identity, hash: true },
          { label: t.index, text: String(row.index) },
          { label: t.root, text: batch.evidence, hash: true },
        ],
      };
    },
    done: { zh: zh.drawDone(amount.zh, name.zh), en: en.drawDone(amount.en, name.en) },
    link: holder > 0 ? `#/why/${holder}/${batch.project}` : `#/batches/${batch.id}`,
  });
}
