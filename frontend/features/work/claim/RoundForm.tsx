import { useState } from "react";
import { tenthsOf } from "#client/work/median.ts";
import type { Claim } from "#client/work/types.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { formatMicro } from "../../../shared/language/numbers.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Choice } from "../../../shared/parts/Choice.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { proposeAnswer } from "../acts/answer.ts";
import { EvidenceLink } from "./EvidenceLink.tsx";
import { isVote } from "./stand.ts";
import { claimText } from "./text.ts";

const tenths = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0] as const;

/** An answer in a second round: tenths of the first value, or whether it stands. */
export function RoundForm({ claim }: { claim: Claim }) {
  const { ledger } = useLedger();
  const language = useLanguage();
  const t = useWords(claimText);
  const [chosen, setChosen] = useState<string>("");
  return (
    <form
      className="flex w-full flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== "") proposeAnswer(ledger, claim, Number(chosen));
      }}
    >
      {isVote(claim) ? (
        <Choice
          legend={t.isItSo}
          value={chosen === "" ? null : (chosen as "10" | "0")}
          options={[
            { value: "10", label: t.stands },
            { value: "0", label: t.standsNot },
          ]}
          onChoose={setChosen}
        />
      ) : (
        <Select label={t.howMuch} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          <option value="" disabled>
            {t.chooseFirst}
          </option>
          {tenths.map((n) => (
            <option key={n} value={n}>
              {`${t.tenths(n)} · ${formatMicro(tenthsOf(claim.firstValue, n), language)}`}
            </option>
          ))}
        </Select>
      )}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button type="submit" closed={chosen === "" ? t.chooseFirst : undefined}>
          {t.reviewVote}
        </Button>
        {claim.lane !== "binding" && <EvidenceLink />}
      </div>
    </form>
  );
}
