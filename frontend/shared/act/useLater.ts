import { useState } from "react";
import { useNetwork } from "../chain/network.ts";
import type { OutboxEntry } from "../outbox/entry.ts";
import { announce } from "../parts/announce.ts";
import { useSigner } from "../signer/signer.ts";
import { type ToldFailure, tellFailure } from "./failure.ts";
import { type Draft, draftLater, signLater } from "./later.ts";
import { laterText } from "./laterText.ts";
import type { Proposal } from "./proposal.ts";
import { actText } from "./text.ts";

/** So long an act may wait, in days. */
export const VALIDITIES = ["1", "7", "30"] as const;
export type Validity = (typeof VALIDITIES)[number];

/** How far signing for later has come. */
export interface Later {
  /** What is about to be signed; null while the reader has not chosen this way. */
  readonly draft: Draft | null;
  readonly validity: Validity;
  readonly busy: boolean;
  readonly failure: ToldFailure | null;
  /** What was signed and kept. */
  readonly entry: OutboxEntry | null;
  begin(): void;
  back(): void;
  choose(validity: Validity): void;
  sign(): void;
}

const apart = { draft: null, validity: "7", busy: false, failure: null, entry: null } as const;

/** The second exit of every act: draft → how long → sign → kept in the outbox. It asks the network nothing. */
export function useLater(proposal: Proposal): Later {
  const signer = useSigner();
  const { deployment } = useNetwork();
  const [state, setState] = useState<Pick<Later, "draft" | "validity" | "busy" | "failure" | "entry">>(apart);
  const change = (part: Partial<typeof state>) => setState((before) => ({ ...before, ...part }));
  const draft = (validity: Validity) => {
    try {
      change({ validity, draft: draftLater(proposal.intent, Number(validity)), failure: null });
    } catch (error) {
      change({ failure: tellFailure(error) });
    }
  };
  const sign = async () => {
    if (!state.draft || state.busy || !signer || !deployment) return;
    change({ busy: true, failure: null });
    if (signer.kind === "wallet") announce({ zh: actText.zh.announceWallet, en: actText.en.announceWallet });
    try {
      const entry = await signLater(proposal, state.draft);
      announce({ zh: laterText.zh.announceSigned, en: laterText.en.announceSigned });
      change({ entry, busy: false });
    } catch (error) {
      change({ failure: tellFailure(error), busy: false });
    }
  };
  return { ...state, begin: () => draft(state.validity), back: () => setState({ ...apart, validity: state.validity }), choose: draft, sign: () => void sign() };
}
