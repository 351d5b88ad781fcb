import { useState } from "react";
import type { Hex, TypedDataDefinition } from "viem";
import { type ToldFailure, tellFailure } from "../../../shared/act/failure.ts";
import { announce } from "../../../shared/parts/announce.ts";
import { askForSigner, useSigner } from "../../../shared/signer/signer.ts";
import { actText } from "../../../shared/act/text.ts";

/** Signs something off-net. Nothing is sent; a refusal leaves everything as it was. Where nobody signs, it asks who does. */
export function useSigning(): { busy: boolean; failure: ToldFailure | null; sign(data: TypedDataDefinition): Promise<Hex | null> } {
  const signer = useSigner();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ToldFailure | null>(null);
  const sign = async (data: TypedDataDefinition): Promise<Hex | null> => {
    if (!signer) {
      askForSigner();
      return null;
    }
    setBusy(true);
    setFailure(null);
    if (signer.kind === "wallet") announce({ zh: actText.zh.announceWallet, en: actText.en.announceWallet });
    try {
      return await signer.signTypedData(data);
    } catch (error) {
      setFailure(tellFailure(error));
      return null;
    } finally {
      setBusy(false);
    }
  };
  return { busy, failure, sign };
}
