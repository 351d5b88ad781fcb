import { useEffect } from "react";
import type { Hex } from "viem";
import { titleOf } from "#client/work/evidence.ts";
import type { BatchClaim } from "#client/work/types.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatBytes } from "../../../shared/language/numbers.ts";
import { openFrom, useData } from "../../work/batches/data.ts";
import { sourcesOf } from "../../work/batches/sources.ts";
import { useEvidence } from "../../work/evidence/useEvidence.ts";
import type { WhyBlock } from "../../../shared/parts/why.ts";
import type { Source } from "./choice.ts";
import type { Found } from "./steps.tsx";
import { whyText } from "./text.ts";

/** The evidence of the chosen piece, as far as it lies in this browser or beside these pages. */
export function useFound(source: Source | undefined): Found {
  const t = useWords(whyText);
  const language = useLanguage();
  const digest: Hex = source?.is === "record" ? source.why.claim.evidence : "0x";
  const { state } = useEvidence(digest);
  if (!source) return { total: "", blocks: [] };
  if (source.is === "leaf") return foundOfLeaf(t, source);
  const manifest = state.is === "checked" && state.verdict.is === "matches" ? state.verdict.found : null;
  const link = `#/c/${source.why.claim.id}`;
  if (manifest) {
    const blocks = manifest.files.map((file, place): WhyBlock => ({ id: String(place), label: file.name, weight: 1n, note: `${formatBytes(file.size)}${language === "zh" ? "，" : ", "}${t.manifestHere}`, href: link }));
    if (blocks.length > 0) return { total: t.files(blocks.length), blocks };
    return { total: t.manifest, blocks: [{ id: "manifest", label: titleOf(manifest), weight: 1n, note: t.manifestHere, href: link }] };
  }
  const differs = state.is === "checked" && state.verdict.is === "differs";
  const note = state.is === "looking" ? t.manifestLooking : differs ? t.manifestDiffers : t.manifestAway;
  return { total: t.manifest, blocks: [{ id: "manifest", label: `${digest.slice(0, 10)}…`, weight: 1n, note, href: link }] };
}

function foundOfLeaf(t: (typeof whyText)["zh"], source: Extract<Source, { is: "leaf" }>): Found {
  const { records, leaf } = source.why;
  const link = `#/batches/${leaf.batch}`;
  if (!records) return { total: t.dataFile, blocks: [{ id: "data", label: t.dataFile, weight: 1n, note: t.dataAway, href: link }] };
  const blocks = records.map(({ record, share }, place): WhyBlock => ({ id: String(place), label: record.commit.length > 24 ? record.commit.slice(0, 10) : record.commit, weight: share, micro: share, href: link }));
  return { total: t.historyRecords(blocks.length), blocks };
}

/** Opens published data that lies in the record or beside these pages; another host is asked only when the reader says so. */
export function useOpenData(batch: BatchClaim | undefined): void {
  const state = useData(batch?.id ?? ("0x" as BatchClaim["id"]));
  const untouched = state.is === "none";
  useEffect(() => {
    if (!batch || !untouched) return;
    const near = sourcesOf(batch, document.baseURI).find((source) => source.is !== "host");
    if (near) void openFrom(batch, near);
  }, [batch, untouched]);
}
