import type { ReactNode } from "react";
import { keyWords } from "#client/work/statement/keys.ts";
import { useLanguage } from "../../../../shared/language/language.ts";
import { Field, TextArea } from "../../../../shared/parts/Field.tsx";
import { fieldId, type WriteProps } from "./fieldProps.ts";
import { oneLine } from "./writing.ts";

/** One line of the head as a field. `area`: a longer one, which still ends up on one line. */
export function Entry({ name, area, hint, unit, number, optional, label, writing, setField, faults, leave }: WriteProps & {
  name: string;
  area?: boolean;
  hint?: ReactNode;
  unit?: ReactNode;
  number?: boolean;
  optional?: boolean;
  /** Instead of the key's own name. */
  label?: string;
}) {
  const language = useLanguage();
  const shared = { id: fieldId(name), label: label ?? keyWords(name)[language], hint, error: faults[name], value: writing.fields[name] ?? "", onBlur: () => leave(name), autoComplete: "off", ...(optional ? { optional } : {}), ...(name.endsWith(".zh") ? { lang: "zh-Hans" } : name.endsWith(".en") ? { lang: "en" } : {}) };
  if (area) return <TextArea {...shared} rows={3} onChange={(event) => setField(name, oneLine(event.target.value))} />;
  return <Field {...shared} unit={unit} {...(number ? { inputMode: "decimal" as const } : {})} onChange={(event) => setField(name, oneLine(event.target.value))} />;
}
