import { languageTag, speak, useLanguage, useWords } from "../language/language.ts";
import type { Language } from "../language/words.ts";
import { setTheme, type Theme, useTheme } from "../look/theme.ts";
import { Choice } from "./Choice.tsx";
import { partsText } from "./text.ts";

/** Changes to the other language; it is named in that language, and read in its voice. */
export function LanguageButton() {
  const language = useLanguage();
  const other: Language = language === "zh" ? "en" : "zh";
  return (
    <button type="button" lang={languageTag[other]} onClick={() => speak(other)} aria-label={other === "zh" ? "中文" : "EN, English"} className="inline-flex min-h-11 min-w-11 items-center justify-center rounded-md px-1 hover:bg-well">
      {other === "zh" ? (
        "中文"
      ) : (
        <>
          <span className="lg:hidden">EN</span>
          <span className="hidden lg:inline">English</span>
        </>
      )}
    </button>
  );
}

/** Both languages to choose from, for the settings. */
export function LanguageChoice() {
  const language = useLanguage();
  const t = useWords(partsText);
  return (
    <Choice
      legend={t.language}
      value={language}
      onChoose={speak}
      options={[
        { value: "zh", label: <span lang="zh-Hans">中文</span> },
        { value: "en", label: <span lang="en">English</span> },
      ]}
    />
  );
}

/** Light, dark, or as the system is. */
export function ThemeSwitch() {
  const theme = useTheme();
  const t = useWords(partsText);
  const options = (["system", "light", "dark"] as const).map((value: Theme) => ({ value, label: t.themes[value] }));
  return <Choice legend={t.theme} value={theme} options={options} onChoose={setTheme} />;
}

/** Says that this is the practice network, in the colour that is used for nothing else. */
export function PracticeChip({ href = "#/settings" }: { href?: string }) {
  const t = useWords(partsText);
  return (
    <a href={href} title={t.practiceNote} className="keep inline-flex min-h-11 items-center">
      <span className="rounded-sm bg-practice-wash px-2.5 py-1 text-sm text-practice">
        {t.practiceChip}
        <span className="hidden sm:inline">{t.practiceChipRest}</span>
      </span>
    </a>
  );
}
