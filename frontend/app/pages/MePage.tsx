import { BooksGate } from "../../shared/books/BooksGate.tsx";
import { useMe } from "../../shared/books/books.ts";
import { memberWords } from "../../shared/books/names.ts";
import { PracticeFoot } from "../../shared/chain/PracticeFoot.tsx";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import { useWaiting } from "../../shared/outbox/useWaiting.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { Count } from "../../shared/parts/Count.tsx";
import { EmptyState } from "../../shared/parts/EmptyState.tsx";
import { Page, Section } from "../../shared/parts/Page.tsx";
import { LinkRow, Rows } from "../../shared/parts/Row.tsx";
import { askForSigner, useSigner } from "../../shared/signer/signer.ts";
import { morePlaces } from "../places.ts";
import { appText } from "../text.ts";
import { MyNumbers } from "./MyNumbers.tsx";
import { meText } from "./meText.ts";
import { SeatSettings } from "./SeatSettings.tsx";

/** The reader's own place: who they are here, their key, their numbers, and on a phone the pages that the bar has no room for. */
export function MePage() {
  const t = useWords(meText);
  const app = useWords(appText);
  const language = useLanguage();
  const signer = useSigner();
  const me = useMe();
  const waiting = useWaiting();
  return (
    <Page title={me === null ? t.title : memberWords(me)[language]} lead={me !== null && t.lead(me)}>
      <div className="max-w-160">
        {!signer && <EmptyState sentence={t.nobody} hint={t.nobodyHint} action={<Button onClick={askForSigner}>{t.signIn}</Button>} />}
        {signer && <BooksGate>{() => (me === null ? <p className="text-ink-2">{t.notMember}</p> : <MyNumbers me={me} />)}</BooksGate>}
        {signer && (
          <Section title={t.seat}>
            <SeatSettings />
          </Section>
        )}
        <Section title={t.more}>
          <Rows label={t.more}>
            {me !== null && <LinkRow href={`#/m/${me}`} title={t.page} />}
            <LinkRow href="#/keys" title={t.keys} note={t.keysNote} />
            {me === null ? <LinkRow href="#/join" title={t.join} /> : <LinkRow href="#/vouch" title={t.vouch} note={t.vouchNote} />}
            <LinkRow href="#/journal" title={t.journal} note={t.journalNote} />
            {morePlaces.map((place) => (
              <LinkRow key={place.path} href={`#${place.path}`} title={<span className="inline-flex items-center gap-3"><place.Icon />{app[place.word]}</span>} end={place.path === "/offnet" && <Count of={waiting} />} />
            ))}
          </Rows>
        </Section>
        <PracticeFoot />
      </div>
    </Page>
  );
}
