import { boundsOf, parameterNames, type ParameterName } from "#client/chain/clock.ts";
import { parameterAmount, parameterWords } from "#client/chain/parameterWords.ts";
import { MOST_ACTIONS } from "#client/governance/propose.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Field, Select } from "../../../shared/parts/Field.tsx";
import { type FieldProps, fieldId } from "./fieldProps.ts";
import { proposeText } from "./text.ts";
import { valueNext, type Writing } from "./writing.ts";

type Change = Writing["changes"][number];

/** Numbers to be changed, up to ten at once: which, what it is now, between which bounds, and to what. */
export function NumberFields({ writing, change, faults, leave }: FieldProps) {
  const { ledger, now } = useLedger();
  const t = useWords(proposeText);
  const language = useLanguage();
  const { changes } = writing;
  const put = (place: number, part: Partial<Change>) => change({ changes: changes.map((one, at) => (at === place ? { ...one, ...part } : one)) });
  const hint = (name: ParameterName) => {
    const { least, most } = boundsOf(name);
    return t.valueHint(parameterAmount(name, valueNext(ledger, name, now))[language], parameterAmount(name, least)[language], parameterAmount(name, most)[language]);
  };
  return (
    <div className="flex flex-col gap-6">
      {changes.map(({ parameter, value }, place) => (
        <div key={place} className="flex flex-col gap-3">
          <Select id={fieldId(`parameter${place}`)} label={t.parameter} hint={parameter === "" ? undefined : parameterWords[parameter].meaning[language]} error={faults[`parameter${place}`]} value={parameter} onChange={(event) => put(place, { parameter: event.target.value as ParameterName })} onBlur={() => leave(`parameter${place}`)}>
            <option value="" disabled>{t.choose}</option>
            {parameterNames.map((name) => (
              <option key={name} value={name}>{parameterWords[name].name[language]}</option>
            ))}
          </Select>
          <Field id={fieldId(`value${place}`)} label={t.value} hint={parameter === "" ? undefined : hint(parameter)} error={faults[`value${place}`]} inputMode="numeric" autoComplete="off" value={value} onChange={(event) => put(place, { value: event.target.value })} onBlur={() => leave(`value${place}`)} />
          {changes.length > 1 && <Button look="text" small className="self-start" onClick={() => change({ changes: changes.filter((_, at) => at !== place) })}>{t.remove(parameter === "" ? t.parameter : parameterWords[parameter].name[language])}</Button>}
        </div>
      ))}
      {changes.length < MOST_ACTIONS && <Button look="second" small className="self-start" onClick={() => change({ changes: [...changes, { parameter: "", value: "" }] })}>{t.addParameter}</Button>}
    </div>
  );
}
