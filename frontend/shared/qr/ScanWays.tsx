import { type ChangeEvent, type DragEvent, useEffect, useEffectEvent, useState } from "react";
import { useWords } from "../language/language.ts";
import { Button, buttonClass } from "../parts/Button.tsx";
import { qrText } from "./text.ts";

const picturesOf = (data: DataTransfer | null): File[] => [...(data?.files ?? [])].filter(({ type }) => type.startsWith("image/"));

/** A picture that is pasted anywhere on the page is taken; words are left to where they were pasted. */
function usePaste(onPictures: (files: readonly File[]) => void): void {
  const take = useEffectEvent(onPictures);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const pictures = picturesOf(event.clipboardData);
      if (pictures.length === 0) return;
      event.preventDefault();
      take(pictures);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}

/** The ways by which a code gets in: the camera, files, what is dropped here, what is pasted. */
export function ScanWays({ onFilm, onPictures, reading }: { onFilm: () => void; onPictures: (files: readonly File[]) => void; reading: boolean }) {
  const t = useWords(qrText);
  const [over, setOver] = useState(false);
  usePaste(onPictures);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    onPictures([...(target.files ?? [])]);
    target.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onPictures([...event.dataTransfer.files]);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
  };
  return (
    <div onDragOver={drag} onDragLeave={drag} onDrop={drop} className={`flex aspect-square w-full flex-col items-center justify-center gap-4 rounded-md border border-dashed p-6 text-center ${over ? "border-ink bg-well" : "border-edge"}`}>
      <p className="text-ink-2">{t.lead}</p>
      <Button onClick={onFilm}>{t.open}</Button>
      <label className={`${buttonClass("second")} has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink`}>
        {t.choose}
        <input type="file" accept="image/*" multiple onChange={choose} className="sr-only" />
      </label>
      <p role="status" className="text-sm text-ink-3">{reading ? t.reading : t.drop}</p>
    </div>
  );
}
