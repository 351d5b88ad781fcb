import { type ReactNode, useEffect, useState } from "react";
import { type Frames, framesOf } from "#client/chain/frames.ts";
import { useLanguage, useWords } from "../language/language.ts";
import type { Both } from "../language/words.ts";
import { ErrorNote } from "../parts/Notice.tsx";
import { showFault } from "./problems.ts";
import { QrPicture } from "./QrPicture.tsx";
import { QrTurn } from "./QrTurn.tsx";
import { qrText } from "./text.ts";

/** What became of a text: its codes, or why there are none. `of` tells a late answer from the right one. */
interface Made {
  readonly of: string;
  readonly frames: Frames | null;
  readonly fault: Both | null;
}

function useFrames(text: string): Made | null {
  const [made, setMade] = useState<Made | null>(null);
  useEffect(() => {
    let gone = false;
    const done = (frames: Frames | null, fault: Both | null) => void (gone || setMade({ of: text, frames, fault }));
    framesOf(text).then(
      (frames) => done(frames, null),
      (error: unknown) => done(null, showFault(error)),
    );
    return () => {
      gone = true;
    };
  }, [text]);
  return made?.of === text ? made : null;
}

/**
 * A text as a QR code: one that stands still where it is short, and else many in turn. `about` says in a few words what it is.
 * It brings the encoder along: a page that is wanted at once imports it lazily.
 */
export function QrShow({ text, about }: { text: string; about: string }) {
  const t = useWords(qrText);
  const language = useLanguage();
  const made = useFrames(text);
  if (made?.fault) return <ErrorNote title={made.fault[language]} />;
  const frames = made?.frames;
  return (
    <Frame>
      {!frames && <Coming />}
      {frames?.count === 1 && (
        <>
          <QrPicture text={frames.at(0)} level="medium" label={t.picture(about)} />
          <p className="text-sm text-ink-2">{t.single}</p>
        </>
      )}
      {frames && frames.count > 1 && <QrTurn key={text} frames={frames} about={about} />}
    </Frame>
  );
}

/** As wide as a phone shows it, and no wider on a desk: cameras want the whole of it in view. */
const Frame = ({ children }: { children: ReactNode }) => <div className="flex w-full max-w-92 flex-col gap-2">{children}</div>;

function Coming() {
  const t = useWords(qrText);
  return <p role="status" className="flex aspect-square w-full items-center justify-center rounded-md bg-well text-ink-2">{t.making}</p>;
}
