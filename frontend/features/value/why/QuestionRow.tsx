import { useState } from "react";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatWhole } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Command } from "./Command.tsx";
import { askNode, commandOf, type Question } from "./questions.ts";
import { whyText } from "./text.ts";

/** One question: what this page says, what the node says, and the command. */
export function QuestionRow({ question }: { question: Question }) {
  const t = useWords(whyText);
  const language = useLanguage();
  const [state, setState] = useState<"idle" | "asking" | "none" | readonly bigint[]>("idle");
  const ask = async () => {
    setState("asking");
    setState((await askNode(question)) ?? "none");
  };
  const show = (numbers: readonly bigint[]) => numbers.map((micro) => formatWhole(micro, language)).join(" / ");
  const same = typeof state === "object" && state.join() === question.here.join();
  return (
    <li className="border-t border-line py-4">
      <h3 className="text-lg">{t.questions[question.is]}</h3>
      <p className="num mt-1 flex justify-between gap-4"><span className="text-ink-2">{t.here}</span>{show(question.here)}</p>
      <div role="status">
        {typeof state === "object" && (
          <>
            <p className="num flex justify-between gap-4"><span className="text-ink-2">{t.node}</span>{show(state)}</p>
            <p className={`font-semibold ${same ? "" : "text-fail"}`}>{same ? t.same : t.differs}</p>
          </>
        )}
        {state === "none" && <p className="text-fail">{t.noAnswer}</p>}
      </div>
      {typeof state !== "object" && <Button small look="second" className="mt-2" busy={state === "asking"} onClick={() => void ask()}>{state === "asking" ? t.asking : t.ask}</Button>}
      <Command text={commandOf(question)} />
    </li>
  );
}
