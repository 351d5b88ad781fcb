import type { ReactNode } from "react";
import type { ActState } from "../journal/entry.ts";
import { Dialog } from "./Dialog.tsx";
import { type Explanation, Review } from "./Review.tsx";
import { plainSentence } from "./Sentence.tsx";
import { StateWord } from "./StateMark.tsx";

/** A way out of the sheet: its words and a line on what happens. */
export interface Exit {
  label: string;
  note?: string;
  onPress: () => void;
  /** It works on it. */
  busy?: boolean;
  /** Why it cannot be taken now. */
  closed?: string;
}

/**
 * The one sheet before every act: state, sentence, what changes, terms and cost, details, then the exits.
 * `notice` stands above the exits: a failure, a wait; `foot` below them: why there is no second one. `choice`: what
 * the act still needs to be told.
 */
export function ReviewSheet({ open, onClose, title, state, block, explanation, choice, now, later, laterFirst, notice, foot }: {
  open: boolean;
  onClose: () => void;
  title: string;
  state: ActState;
  block?: string;
  explanation: Explanation;
  choice?: ReactNode;
  now?: Exit;
  later?: Exit;
  /** The second exit is the one to take: there is no network, or no coin for the fee. */
  laterFirst?: boolean;
  notice?: ReactNode;
  foot?: string;
}) {
  const exits = Object.entries(laterFirst ? { later, now } : { now, later });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={`${title} ${plainSentence(explanation.sentence)}`}
      hideTitle
      head={<StateWord state={state} block={block} />}
      foot={
        <>
          {notice}
          {exits.map(([name, exit], at) => exit && <ExitButton key={name} exit={exit} primary={at === 0} />)}
          {foot && <p className="text-sm text-ink-3">{foot}</p>}
        </>
      }
    >
      <Review explanation={explanation}>{choice}</Review>
    </Dialog>
  );
}

function ExitButton({ exit, primary }: { exit: Exit; primary?: boolean }) {
  const shut = exit.busy || exit.closed;
  const face = exit.closed ? "bg-well text-ink-3" : primary ? "bg-ink text-paper hover:opacity-90" : "bg-well text-ink hover:brightness-95";
  return (
    <button
      type="button"
      aria-disabled={shut ? true : undefined}
      aria-busy={exit.busy || undefined}
      onClick={() => !shut && exit.onPress()}
      className={`flex min-h-15 w-full flex-col items-center justify-center rounded-md px-4 py-2 ${face} ${exit.busy ? "opacity-80" : ""}`}
    >
      <span className="font-semibold">{exit.label}</span>
      {(exit.closed ?? exit.note) && <span className="text-sm">{exit.closed ?? exit.note}</span>}
    </button>
  );
}
