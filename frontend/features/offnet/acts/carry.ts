import type { CheckedItem } from "#client/offnet/check.ts";
import { outcomesOf, type Shipment } from "#client/offnet/plan.ts";
import type { TransactionReceipt } from "viem";
import { propose } from "../../../shared/act/proposal.ts";
import { pageSpeech } from "../../../shared/books/speech.ts";
import { networkStore } from "../../../shared/chain/network.ts";
import type { Both } from "../../../shared/language/words.ts";
import type { Carriage } from "../../../shared/outbox/entry.ts";
import { offnetText } from "../text.ts";
import { signerWords } from "../who.ts";

/** What became of one thing that was sent. */
export interface Outcome {
  readonly item: CheckedItem;
  readonly carriage: Carriage;
}

/**
 * Opens the sheet of the first of several transactions; when its receipt is there, that of the next. `onOutcomes` gets what
 * each receipt says, and nothing else is believed.
 */
export function proposeShipments(shipments: readonly Shipment[], onOutcomes: (outcomes: readonly Outcome[]) => void, at = 0): void {
  const shipment = shipments[at];
  if (!shipment) return;
  const { zh, en } = offnetText;
  const { items } = shipment;
  const signers = namesOf(items);
  const more = at + 1 < shipments.length;
  propose({
    title: { zh: zh.carryTitle, en: en.carryTitle },
    act: { zh: zh.carryAct(items.length, signers.zh), en: en.carryAct(items.length, signers.en) },
    intent: shipment.intent,
    explain: (language) => {
      const t = offnetText[language];
      return {
        sentence: t.carrySentence(items.length),
        parts: [...items.slice(0, MOST_TOLD).map(({ what }) => what[language]), ...(items.length > MOST_TOLD ? [t.rest(items.length - MOST_TOLD)] : [])],
        changes: [],
        terms: [
          ...(shipments.length > 1 ? [{ label: t.carryPartLabel, text: t.carryPart(at + 1, shipments.length) }] : []),
          { label: t.carryName, text: t.carryNameText },
          ...(items.length > 1 ? [{ label: t.carryEach, text: t.carryEachText }] : []),
        ],
        details: items.slice(0, MOST_DETAILS).map(({ item }, place) => ({ label: `${place + 1} · ${signerWords(item)[language]}`, text: item.signature, hash: true })),
      };
    },
    done: more ? { zh: zh.carryDoneMore, en: en.carryDoneMore } : { zh: zh.carryDone, en: en.carryDone },
    link: "#/offnet/done",
    onDone: (_, receipt) => {
      onOutcomes(carriagesOf(shipment, receipt));
      if (more) proposeShipments(shipments, onOutcomes, at + 1);
    },
  });
}

/** So many are told one by one before they are sent; the list on the page has all. */
const MOST_TOLD = 8;
const MOST_DETAILS = 50;

function carriagesOf(shipment: Shipment, receipt: TransactionReceipt): Outcome[] {
  const { deployment } = networkStore.get();
  if (!deployment) return [];
  const common = { tx: receipt.transactionHash, carrier: receipt.from, at: Date.now() };
  return outcomesOf(shipment, receipt, deployment, pageSpeech).map(({ item, done, reason }) => ({ item, carriage: { done, reason, ...common } }));
}

/** Whose acts these are, each named once. */
function namesOf(items: readonly CheckedItem[]): Both {
  const names = new Map(items.map(({ item }) => [signerWords(item).en, signerWords(item)]));
  const shown = [...names.values()].slice(0, 3);
  const rest = names.size > shown.length;
  return { zh: shown.map(({ zh }) => zh).join("、") + (rest ? "等" : ""), en: shown.map(({ en }) => en).join(", ") + (rest ? " and others" : "") };
}

