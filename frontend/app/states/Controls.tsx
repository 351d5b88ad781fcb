import { useId, useState } from "react";
import { useWords } from "../../shared/language/language.ts";
import { CoinGlyph, RingGlyph } from "../../shared/look/icons.tsx";
import { Amount, AmountChange } from "../../shared/parts/Amount.tsx";
import { Button } from "../../shared/parts/Button.tsx";
import { Choice } from "../../shared/parts/Choice.tsx";
import { Field, Select, TextArea } from "../../shared/parts/Field.tsx";
import { PracticeChip } from "../../shared/parts/Switches.tsx";
import { partsText } from "../../shared/parts/text.ts";
import { total } from "../../shared/fixtures.ts";
import { statesText } from "./text.ts";

/** Buttons, fields and amounts, once in each theme. */
export function Controls() {
  const t = useWords(statesText);
  const parts = useWords(partsText);
  const [kind, setKind] = useState<"work" | "sharing" | "learning" | null>(null);
  const id = useId();
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-3">
        <Button>{t.record}</Button>
        <Button look="second">{t.look}</Button>
        <Button look="text">{t.close}</Button>
        <Button busy>{t.busy}</Button>
        <Button closed={t.nothingYet}>{t.take}</Button>
        <Button look="fail" small>{t.remove}</Button>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t.hours} unit={t.hour} defaultValue="6" inputMode="decimal" />
        <Field label={t.what} defaultValue={t.rice} key={t.rice} />
        <Field label={t.date} defaultValue="2026-02-22" type="date" error={t.dateBad} />
        <Select label={t.project} defaultValue="1">
          <option value="1">{t.mill}</option>
          <option value="2">{t.repair}</option>
        </Select>
        <div className="sm:col-span-2">
          <TextArea label={t.note} hint={t.noteHint} optional rows={2} id={id} />
        </div>
        <div className="sm:col-span-2">
          <Choice
            legend={t.kind}
            value={kind}
            onChoose={setKind}
            options={[
              { value: "work", label: t.work },
              { value: "sharing", label: t.sharing },
              { value: "learning", label: t.learning, closed: t.notYet },
            ]}
          />
        </div>
      </div>
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-3">
        <Amount micro={total} unit="shares" size="card" />
        <Amount micro={12_500_000n} unit="credit" size="row" why="#/_states" />
        <Amount micro={1_999_999n} unit="credit" />
        <Amount micro={4_200n} unit="shares" />
        <AmountChange before={120_000_000n} after={180_000_000n} />
      </div>
      <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
        <span className="flex items-center gap-2 font-semibold text-value">
          <RingGlyph size={18} />
          {parts.valueLedger}
        </span>
        <span className="flex items-center gap-2 font-semibold text-price">
          <CoinGlyph size={18} />
          {parts.priceLedger}
        </span>
        <PracticeChip />
      </div>
    </div>
  );
}
