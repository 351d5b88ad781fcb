import { coopNameStore } from "../shared/chain/deployment.ts";
import { useNetwork } from "../shared/chain/network.ts";
import { countPending, useJournal } from "../shared/journal/journal.ts";
import { useLanguage, useWords } from "../shared/language/language.ts";
import { JournalIcon } from "../shared/look/icons.tsx";
import { Logo } from "../shared/look/Logo.tsx";
import { LanguageButton, PracticeChip } from "../shared/parts/Switches.tsx";
import { shortHex } from "../shared/parts/Address.tsx";
import { askForSigner, useSigner } from "../shared/signer/signer.ts";
import { useStore } from "../shared/store/store.ts";
import { appText } from "./text.ts";

/** Which network, what is on its way, which language, who signs. On a phone the account stands under Me. */
export function Header() {
  const name = useStore(coopNameStore)[useLanguage()];
  const { deployment } = useNetwork();
  return (
    <header className="no-print flex min-h-16 items-center gap-2 pt-1 lg:min-h-19 lg:justify-end lg:gap-5 lg:pt-3">
      <a href="#/" className="flex min-h-11 min-w-0 flex-1 items-center gap-2.5 lg:hidden">
        <Logo size={28} />
        <span className="truncate font-serif text-lg leading-tight font-bold">{name}</span>
      </a>
      {deployment?.practice && <PracticeChip />}
      <JournalLink />
      <LanguageButton />
      <Account />
    </header>
  );
}

function JournalLink() {
  const t = useWords(appText);
  const pending = countPending(useJournal());
  return (
    <a href="#/journal" aria-label={pending > 0 ? t.journalCount(pending) : t.journal} className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rounded-md hover:bg-well lg:px-2">
      <JournalIcon />
      <span className="hidden lg:inline">{t.journal}</span>
      {pending > 0 && <span className="num flex size-6 items-center justify-center rounded-full bg-ink text-pill font-semibold text-paper">{pending}</span>}
    </a>
  );
}

function Account() {
  const t = useWords(appText);
  const language = useLanguage();
  const signer = useSigner();
  if (!signer) {
    return (
      <button type="button" onClick={askForSigner} className="hidden min-h-11 rounded-md px-1 font-semibold hover:bg-well lg:inline-flex lg:items-center">
        {t.signIn}
      </button>
    );
  }
  return (
    <a href="#/me" className="hidden min-h-11 max-w-48 items-center gap-2 rounded-md px-1 font-semibold hover:bg-well lg:inline-flex">
      {signer.icon?.startsWith("data:image/") && <img src={signer.icon} alt="" width={20} height={20} className="rounded-sm" />}
      <span className="truncate">{signer.kind === "practice" ? signer.name[language] : shortHex(signer.address)}</span>
    </a>
  );
}
