import { useId } from "react";
import type { Frames } from "#client/chain/frames.ts";
import { useWords } from "../language/language.ts";
import { ChevronLeft, ChevronRight } from "../look/icons.tsx";
import { Button, IconButton } from "../parts/Button.tsx";
import { Sentence } from "../parts/Sentence.tsx";
import { QrPicture } from "./QrPicture.tsx";
import { qrText } from "./text.ts";
import { SPEEDS, type Turn, useTurn } from "./useTurn.ts";

/** Many codes in turn, by themselves or by hand. */
export function QrTurn({ frames, about }: { frames: Frames; about: string }) {
  const t = useWords(qrText);
  const turn = useTurn();
  const { number, playing } = turn;
  const { count } = frames;
  return (
    <>
      <QrPicture text={frames.at(number)} level="low" label={t.pictureOf(about, number + 1)} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="num">
          <Sentence pieces={number < count ? t.part(number + 1, count) : t.extra(number + 1 - count, count)} />
        </p>
        <div className="flex items-center gap-1">
          <IconButton label={t.before} aria-disabled={number === 0} onClick={() => turn.step(-1)} className={number === 0 ? "text-ink-3" : ""}>
            <ChevronLeft />
          </IconButton>
          <Button look="second" small onClick={playing ? turn.pause : turn.play} className="min-w-20">
            {playing ? t.pause : t.play}
          </Button>
          <IconButton label={t.next} onClick={() => turn.step(1)}>
            <ChevronRight />
          </IconButton>
        </div>
      </div>
      <Speed turn={turn} />
      <p className="prose text-sm text-ink-2">{t.several}</p>
    </>
  );
}

function Speed({ turn: { speed, setSpeed } }: { turn: Turn }) {
  const t = useWords(qrText);
  const id = useId();
  return (
    <div className="flex items-center gap-4">
      <label htmlFor={id} className="keep text-sm text-ink-2">{t.speed}</label>
      <input
        id={id}
        type="range"
        min={SPEEDS.least}
        max={SPEEDS.most}
        value={speed}
        aria-valuetext={t.perSecond(speed)}
        onChange={(event) => setSpeed(Number(event.target.value))}
        className="h-11 min-w-0 flex-1 cursor-pointer accent-ink"
      />
      <span className="num keep text-sm">{t.perSecond(speed)}</span>
    </div>
  );
}
