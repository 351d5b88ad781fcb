import { useEffect, useState } from "react";
import type { Hex } from "viem";
import { type Manifest, type Verdict, verifyManifest } from "#client/work/evidence.ts";
import { findManifest, MOST_MANIFEST, type Origin } from "./manifests.ts";

/** How far the check of a contribution's manifest has come. */
export type EvidenceState =
  | { readonly is: "looking" }
  | { readonly is: "none" }
  | { readonly is: "tooLarge" }
  | { readonly is: "checked"; readonly from: Origin; readonly verdict: Verdict<Manifest | null> };

/** Looks for the manifest behind a digest and checks it; `open` checks a file of the reader's instead. */
export function useEvidence(digest: Hex): { state: EvidenceState; open: (file: File) => Promise<void> } {
  const [state, setState] = useState<EvidenceState>({ is: "looking" });
  useEffect(() => {
    let gone = false;
    setState({ is: "looking" });
    void findManifest(digest).then((found) => {
      if (!gone) setState(found ? { is: "checked", from: found.from, verdict: verifyManifest(found.bytes, digest) } : { is: "none" });
    });
    return () => {
      gone = true;
    };
  }, [digest]);
  const open = async (file: File) => {
    if (file.size > MOST_MANIFEST) return setState({ is: "tooLarge" });
    const bytes = new Uint8Array(await file.arrayBuffer());
    setState({ is: "checked", from: "file", verdict: verifyManifest(bytes, digest) });
  };
  return { state, open };
}
