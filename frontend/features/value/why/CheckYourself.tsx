import { useState } from "react";
import { useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Dialog } from "../../../shared/parts/Dialog.tsx";
import type { Opened } from "./choice.ts";
import { Command } from "./Command.tsx";
import { QuestionRow } from "./QuestionRow.tsx";
import { questionsOf } from "./questions.ts";
import { whyText } from "./text.ts";

/** The button and the dialog that puts the page's numbers to the node, and prints how to do it without this page. */
export function CheckYourself({ opened }: { opened: Opened }) {
  const t = useWords(whyText);
  const [open, setOpen] = useState(false);
  const histories = [...new Set(opened.lot.leaves.map(({ batch }) => batch.id))];
  return (
    <>
      <Button look="second" onClick={() => setOpen(true)}>{t.check}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.checkTitle}>
        {open && (
          <>
            <p className="prose">{t.checkLead}</p>
            <p className="mt-1 text-sm text-ink-3">{t.unitNote}</p>
            <ul>
              {questionsOf(opened).map((question) => <QuestionRow key={question.is} question={question} />)}
              {histories.map((batch) => (
                <li key={batch} className="border-t border-line py-4">
                  <h3 className="text-lg">{t.questions.history}</h3>
                  <Command text={`npm run -s coop -- verify --batch ${batch}`} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Dialog>
    </>
  );
}
