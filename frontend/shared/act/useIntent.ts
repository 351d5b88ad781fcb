import type { FailureData } from "#client/chain/failure.ts";
import { callOf } from "#client/chain/call.ts";
import { decodeEventLog, type TransactionReceipt } from "viem";
import { useEffect, useState } from "react";
import { networkStore, useNetwork } from "../chain/network.ts";
import type { JournalEntry } from "../journal/entry.ts";
import { useJournal } from "../journal/journal.ts";
import { onHappened } from "../journal/watch.ts";
import { announce } from "../parts/announce.ts";
import { type Signer, useSigner } from "../signer/signer.ts";
import { type ToldFailure, tellFailure } from "./failure.ts";
import { type OpenProposal, type Proposal, proposalStore } from "./proposal.ts";
import { checkChainOfSigner, rehearse, send, twinOf } from "./send.ts";
import { actText } from "./text.ts";

/** How far the act under review has come, before the journal takes over. `away`: there is no network, or another must be carried before it; `poor`: no coin for the fee. */
export type Phase = "checking" | "refused" | "ready" | "away" | "poor" | "wrongNetwork" | "signing" | "onItsWay";

export interface Intent {
  phase: Phase;
  signer: Signer | null;
  /** The journal's entry once it was sent; its state is what the sheet shows. */
  entry: JournalEntry | null;
  /** Fee in the chain's coin, when the node could say. */
  fee: string | null;
  failure: ToldFailure | null;
  twin: boolean;
  send(): void;
  switchChain(): void;
}

/**
 * The one pattern of every act: explain → rehearse → sign and send → receipt with the expected event → journal.
 * Success comes from a receipt and nothing else; every failure has its own sentence and leaves the sheet usable.
 */
export function useIntent({ proposal, entry: id }: OpenProposal): Intent {
  const signer = useSigner();
  const { deployment, state } = useNetwork();
  const entry = useJournal().find((one) => one.id === id) ?? null;
  const [phase, setPhase] = useState<Phase>("checking");
  const [fee, setFee] = useState<string | null>(null);
  const [failure, setFailure] = useState<ToldFailure | null>(null);
  const twin = Boolean(signer && !id && twinOf(proposal));

  const fail = (error: unknown, otherwise: Phase) => {
    const told = tellFailure(error);
    const { data } = told;
    setFailure(told);
    setPhase(phaseAfter(data, otherwise));
  };

  useEffect(() => {
    if (!signer || id || state !== "ready" || proposal.before) return;
    let gone = false;
    setPhase("checking");
    setFailure(null);
    const work = async () => {
      try {
        await checkChainOfSigner();
        const told = await rehearse(proposal);
        if (gone) return;
        setFee(told.fee);
        setPhase(told.poor ? "poor" : "ready");
      } catch (error) {
        // Only a rule's refusal closes the exit; a node that is busy now may answer when it is pressed.
        if (!gone) fail(error, "checking");
      }
    };
    void work();
    return () => {
      gone = true;
    };
  }, [signer, proposal, id, state, deployment]);

  const press = async () => {
    if (!signer || twin || phase === "signing") return;
    setFailure(null);
    setPhase("signing");
    if (signer.kind === "wallet") announce({ zh: actText.zh.announceWallet, en: actText.en.announceWallet });
    try {
      const sent = await send(proposal);
      onHappened(sent, (receipt) => tellPage(proposal, receipt));
      announce({ zh: actText.zh.announceSent, en: actText.en.announceSent });
      if (proposalStore.get()?.proposal === proposal) proposalStore.set({ proposal, entry: sent });
      setPhase("onItsWay");
    } catch (error) {
      fail(error, "ready");
    }
  };

  const change = async () => {
    try {
      await signer?.switchChain?.();
      setFailure(null);
      setPhase("ready");
    } catch (error) {
      fail(error, "wrongNetwork");
    }
  };

  const away = (state === "unreachable" || Boolean(proposal.before)) && phase !== "signing";
  return { phase: entry ? "onItsWay" : away ? "away" : phase, signer, entry, fee, failure, twin, send: () => void press(), switchChain: () => void change() };
}

function phaseAfter(data: FailureData, otherwise: Phase): Phase {
  if (data.kind === "wallet" && data.problem === "otherChain") return "wrongNetwork";
  if (data.kind === "wallet" && data.problem === "noFunds") return "poor";
  if (otherwise !== "checking") return otherwise;
  return data.kind === "rule" ? "refused" : "ready";
}

/** Hands the expected event's arguments to the page that proposed the act. */
function tellPage({ intent, onDone }: Proposal, receipt: TransactionReceipt): void {
  const { deployment } = networkStore.get();
  if (!onDone || !deployment) return;
  const { address, abi } = callOf(deployment, intent);
  for (const log of receipt.logs) {
    if (log.address.toLowerCase() !== address.toLowerCase()) continue;
    try {
      const event = decodeEventLog({ abi, data: log.data, topics: log.topics });
      if (event.eventName === intent.expects || event.eventName === intent.or) return onDone(event.args, receipt);
    } catch {
      // Another event of the same contract that the interface does not name.
    }
  }
}
