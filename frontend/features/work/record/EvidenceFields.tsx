import { useEffect, useRef, useState } from "react";
import { plainText } from "#client/chain/plain.ts";
import { type EvidenceFile, MOST_FILES } from "#client/work/evidence.ts";
import { useWords } from "../../../shared/language/language.ts";
import { IconButton } from "../../../shared/parts/Button.tsx";
import { CloseIcon } from "../../../shared/look/icons.tsx";
import { TextArea } from "../../../shared/parts/Field.tsx";
import { ProgressBar } from "../batches/ProgressBar.tsx";
import { FileRow } from "../evidence/EvidenceFiles.tsx";
import { hashFile } from "../evidence/hashFile.ts";
import { OpenFile } from "../evidence/OpenFile.tsx";
import { FieldFault } from "./FieldFault.tsx";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { recordText } from "./text.ts";

/** A file whose hash is being worked out. */
interface Hashing {
  readonly name: string;
  readonly part: number;
}

/** Files, hashed one after another away from the page, and a note. `onBusy` hears whether any is still being hashed. */
export function EvidenceFields({ draft, change, faults, leave, onBusy }: FieldProps & { onBusy: (busy: boolean) => void }) {
  const t = useWords(recordText);
  const { hashing, failed, add } = useHashing(draft.files, (files) => change({ files }), onBusy);
  return (
    <fieldset className="flex min-w-0 flex-col gap-4">
      <legend className="font-serif text-xl font-bold">{t.evidence}</legend>
      <div>
        <p className="text-sm text-ink-3">{t.evidenceHint}</p>
        {draft.files.length > 0 && (
          <ul className="mt-2 [&>li]:border-b [&>li]:border-line">
            {draft.files.map((file, place) => (
              <FileRow
                key={`${place}-${file.sha256}`}
                file={file}
                action={
                  <IconButton label={t.remove(plainText(file.name, 60))} onClick={() => change({ files: draft.files.filter((_, at) => at !== place) })}>
                    <CloseIcon size={18} />
                  </IconButton>
                }
              />
            ))}
          </ul>
        )}
        <div aria-live="polite">
          {hashing && <ProgressBar label={t.hashing(hashing.name, Math.floor(hashing.part * 100))} part={hashing.part} />}
          {failed.map((name) => (
            <FieldFault key={name} text={t.unreadable(name)} />
          ))}
        </div>
        {draft.files.length < MOST_FILES && (
          <div className="mt-3">
            <OpenFile label={t.addFiles} many onFiles={add} />
          </div>
        )}
      </div>
      <TextArea id={fieldId("note")} label={t.note} hint={t.noteHint} optional rows={3} error={faults.note} value={draft.note} onChange={(event) => change({ note: event.target.value })} onBlur={() => leave("note")} />
    </fieldset>
  );
}

/** A queue of files to hash. Whoever leaves the page ends it. */
function useHashing(files: readonly EvidenceFile[], onFiles: (files: readonly EvidenceFile[]) => void, onBusy: (busy: boolean) => void) {
  const [hashing, setHashing] = useState<Hashing | null>(null);
  const [failed, setFailed] = useState<readonly string[]>([]);
  const queue = useRef<File[]>([]);
  const running = useRef(false);
  const known = useRef(files);
  useEffect(() => {
    known.current = files;
  }, [files]);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current?.abort();
  }, []);

  const run = async () => {
    if (running.current) return;
    running.current = true;
    onBusy(true);
    for (let file = queue.current.shift(); file && !leaving.current?.signal.aborted; file = queue.current.shift()) {
      const name = plainText(file.name, 60);
      setHashing({ name, part: 0 });
      const described = await hashFile(file, (part) => setHashing({ name, part }), leaving.current?.signal).catch(() => null);
      if (leaving.current?.signal.aborted) return;
      if (!described) setFailed((before) => [...before, name]);
      else if (!known.current.some(({ sha256 }) => sha256 === described.sha256)) onFiles((known.current = [...known.current, described]));
    }
    running.current = false;
    setHashing(null);
    onBusy(false);
  };
  const add = (chosen: readonly File[]) => {
    setFailed([]);
    queue.current.push(...chosen.slice(0, MOST_FILES - known.current.length));
    void run();
  };
  return { hashing, failed, add };
}
