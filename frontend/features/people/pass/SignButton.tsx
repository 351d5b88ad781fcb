import type { ReactNode } from "react";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { ErrorNote } from "../../../shared/parts/Notice.tsx";
import type { useSigning } from "./useSigning.ts";
import { passText } from "./text.ts";

/** The button that signs, with what went wrong above it. */
export function SignButton({ signing: { busy, failure }, onPress, closed, look = "primary", children }: {
  signing: ReturnType<typeof useSigning>;
  onPress: () => void;
  closed?: ReactNode;
  look?: "primary" | "second";
  children: ReactNode;
}) {
  const t = useWords(passText);
  const language = useLanguage();
  return (
    <div className="flex flex-col items-start gap-3">
      {failure && <ErrorNote title={t.signFailed} advice={failure.title[language]} details={failure.details} />}
      <Button look={look} busy={busy} closed={closed} onClick={onPress}>{busy ? t.signing : children}</Button>
    </div>
  );
}
