import { useState } from "react";
import { useWords } from "../../shared/language/language.ts";
import { TextArea } from "../../shared/parts/Field.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { QrScan } from "../../shared/qr/QrScan.tsx";
import { QrShow } from "../../shared/qr/QrShow.tsx";
import { manyBallots, oneBallot } from "./codeSamples.ts";
import { statesText } from "./text.ts";

const noBallots = { zh: "扫到的不是选票，没有收下。请对准对方页面上的码。", en: "What was scanned is no ballot, and nothing was taken. Point the camera at the code on the other page." };

/** A code that stands still, codes in turn, and what takes them in. */
export function Codes() {
  const t = useWords(statesText);
  const [text, setText] = useState<string | null>(null);
  return (
    <Section title={t.codes}>
      <div className="grid gap-x-12 gap-y-10 sm:grid-cols-2">
        <QrShow text={oneBallot} about={t.codeOne} />
        <QrShow text={manyBallots} about={t.codeMany} />
        <div className="min-w-0">
          <QrScan
            onText={(text) => {
              if (!text.startsWith("{")) return noBallots;
              setText(text);
              return null;
            }}
          />
          {text !== null && (
            <div className="mt-3">
              <TextArea label={t.codeText} value={text} readOnly rows={4} className="font-mono text-sm" />
            </div>
          )}
        </div>
      </div>
    </Section>
  );
}
