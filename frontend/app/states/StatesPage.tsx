import { useWords } from "../../shared/language/language.ts";
import { Page, Section } from "../../shared/parts/Page.tsx";
import { LanguageChoice, ThemeSwitch } from "../../shared/parts/Switches.tsx";
import { Codes } from "./Codes.tsx";
import { Controls } from "./Controls.tsx";
import { Ledgers } from "./Ledgers.tsx";
import { Lists } from "./Lists.tsx";
import { Marks } from "./Marks.tsx";
import { Sheets } from "./Sheets.tsx";
import { statesText } from "./text.ts";

/** Every shared part in every state, for eyes and for screenshots. */
export function StatesPage() {
  const t = useWords(statesText);
  return (
    <Page title={t.title} lead={t.lead}>
      <Section title={t.switches}>
        <div className="flex max-w-160 flex-col gap-4">
          <LanguageChoice />
          <ThemeSwitch />
        </div>
      </Section>
      <Ledgers />
      <Section title={t.two}>
        <div className="grid gap-3 lg:grid-cols-2">
          {(["light", "dark"] as const).map((theme) => (
            <div key={theme} data-theme={theme} className="rounded-md bg-sheet p-5 text-ink sm:p-7">
              <Controls />
            </div>
          ))}
        </div>
      </Section>
      <Marks />
      <Lists />
      <Sheets />
      <Codes />
    </Page>
  );
}
