import { useSay, useWords } from "../../shared/language/language.ts";
import { CheckIcon, CloseIcon, QuestionIcon } from "../../shared/look/icons.tsx";
import { shortHex } from "../../shared/parts/Address.tsx";
import { Card } from "../../shared/parts/Card.tsx";
import type { Finding, Step, Verdict } from "./finding.ts";
import { Recipe } from "./Recipe.tsx";
import { verifyText } from "./text.ts";

const icons: Record<Verdict, typeof CheckIcon> = { matches: CheckIcon, differs: CloseIcon, undecided: QuestionIcon };

/** What something is, the verdict in one of three values, every step, and how to do it elsewhere. */
export function FindingCard({ finding }: { finding: Finding }) {
  const t = useWords(verifyText);
  const say = useSay();
  const { verdict } = finding;
  const Icon = icons[verdict];
  return (
    <Card>
      <p className="flex flex-wrap items-baseline gap-x-2 text-ink-2">
        <span>{say(finding.what)}</span>
        {finding.name && <span className="text-ink">{say(finding.name)}</span>}
        {finding.link && (
          <a href={finding.link} className="ms-auto -my-2 inline-flex min-h-11 items-center underline underline-offset-4">
            {t.see}
          </a>
        )}
      </p>
      <h2 className={`mt-3 flex items-center gap-3 text-2xl ${verdict === "differs" ? "text-fail" : ""}`}>
        <span className={`inline-flex size-10 shrink-0 items-center justify-center rounded-sm ${verdict === "differs" ? "bg-fail text-sheet" : verdict === "matches" ? "bg-ink text-sheet" : "border-2 border-dashed border-ink"}`}>
          <Icon size={24} />
        </span>
        {t.verdicts[verdict]}
      </h2>
      <p className="prose mt-2">{say(finding.because)}</p>
      {finding.steps.length > 0 && (
        <ol aria-label={t.steps} className="mt-4">
          {finding.steps.map((step, place) => (
            <StepRow key={place} step={step} />
          ))}
        </ol>
      )}
      {finding.recipe.length > 0 && <Recipe lines={finding.recipe} />}
    </Card>
  );
}

function StepRow({ step }: { step: Step }) {
  const t = useWords(verifyText);
  const say = useSay();
  const { ok, here, chain, note, label } = step;
  const Icon = ok === null ? QuestionIcon : ok ? CheckIcon : CloseIcon;
  const values = ok === false && here !== undefined && chain !== undefined ? [`${t.here} ${shortHex(here, 6)}`, `${t.chain} ${shortHex(chain, 6)}`] : [shortHex(here ?? chain ?? "", 6)];
  return (
    <li className="flex items-start gap-3 border-b border-line py-2.5 last:border-b-0">
      <span className={`mt-1 ${ok === false ? "text-fail" : ok === null ? "text-ink-3" : ""}`}>
        <Icon size={16} />
      </span>
      <span className="min-w-0 flex-1">
        {say(label)}
        <span className="sr-only">{` ${ok === null ? t.stepNull : ok ? t.stepOk : t.stepNo} `}</span>
        {note && <span className="block text-sm break-words text-ink-2">{say(note)}</span>}
      </span>
      <span className="max-w-1/2 text-end font-mono text-sm break-words text-ink-2">
        {values.map((value) => (
          <span key={value} className="block">
            {value}
          </span>
        ))}
      </span>
    </li>
  );
}
