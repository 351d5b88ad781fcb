import { useState } from "react";
import { plainText } from "#client/chain/plain.ts";
import type { EvidenceFile, Manifest } from "#client/work/evidence.ts";
import { useWords } from "../../../shared/language/language.ts";
import { formatBytes } from "../../../shared/language/numbers.ts";
import { CheckIcon, FileIcon } from "../../../shared/look/icons.tsx";
import { ProgressBar } from "../batches/ProgressBar.tsx";
import { hashFile } from "./hashFile.ts";
import { OpenFile } from "./OpenFile.tsx";
import { evidenceText } from "./text.ts";
import { VerdictLine } from "./VerdictLine.tsx";

interface Result {
  readonly name: string;
  readonly is: "matches" | "differs" | "unreadable";
}

/** The files of a manifest, and a check of those that the reader has. */
export function EvidenceFiles({ manifest }: { manifest: Manifest }) {
  const t = useWords(evidenceText);
  const [busy, setBusy] = useState<{ name: string; part: number } | null>(null);
  const [results, setResults] = useState<readonly Result[]>([]);
  const [matched, setMatched] = useState<ReadonlySet<string>>(new Set());
  if (manifest.files.length === 0) return <p className="text-ink-2">{t.noFiles}</p>;

  const check = async (files: readonly File[]) => {
    setResults([]);
    for (const file of files) {
      const name = plainText(file.name, 80);
      setBusy({ name, part: 0 });
      const described = await hashFile(file, (part) => setBusy({ name, part })).catch(() => null);
      const found = described && manifest.files.find(({ sha256, size }) => sha256 === described.sha256 && size === described.size);
      if (found) setMatched((before) => new Set(before).add(found.sha256));
      setResults((before) => [...before, { name, is: found ? "matches" : described ? "differs" : "unreadable" }]);
    }
    setBusy(null);
  };

  return (
    <>
      <ul aria-label={t.files(manifest.files.length)} className="[&>li]:border-b [&>li]:border-line [&>li:last-child]:border-b-0">
        {manifest.files.map((file, place) => (
          <FileRow key={`${place}-${file.sha256}`} file={file} checked={matched.has(file.sha256)} />
        ))}
      </ul>
      <div className="mt-3 flex flex-col items-start gap-2">
        <OpenFile label={t.checkFile} many onFiles={(files) => void check(files)} />
        <p className="text-sm text-ink-3">{t.checkHint}</p>
        <div aria-live="polite" className="w-full">
          {busy && <ProgressBar label={t.hashing(busy.name, Math.floor(busy.part * 100))} part={busy.part} />}
          {results.map((result, place) => (
            <VerdictLine key={place} verdict={result.is === "unreadable" ? "undecided" : result.is}>
              {result.is === "matches" ? t.fileMatches(result.name) : result.is === "differs" ? t.fileDiffers(result.name) : t.fileUnreadable(result.name)}
            </VerdictLine>
          ))}
        </div>
      </div>
    </>
  );
}

/** One file as the manifest describes it. */
export function FileRow({ file, checked, action }: { file: EvidenceFile; checked?: boolean; action?: React.ReactNode }) {
  const t = useWords(evidenceText);
  return (
    <li className="flex min-h-13 items-center gap-3 py-2">
      <FileIcon className="text-ink-2" />
      <span className="min-w-0 flex-1">
        <span className="block break-words">{plainText(file.name, 120)}</span>
        <span className="block font-mono text-sm break-all text-ink-3" title={`${t.sha256} ${file.sha256}`}>
          {file.sha256.slice(0, 8)}…{file.sha256.slice(-8)}
        </span>
      </span>
      <span className="num keep text-sm text-ink-2">{formatBytes(file.size)}</span>
      {checked && (
        <span className="keep inline-flex items-center gap-1 text-sm font-semibold">
          <CheckIcon size={16} />
          {t.checked}
        </span>
      )}
      {action}
    </li>
  );
}
