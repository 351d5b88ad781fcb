import { useNavigate } from "@tanstack/react-router";
import type { FormEvent } from "react";
import type { Holder, Token } from "#client/chain/ids.ts";
import { listedTokens } from "#client/price/accounts.ts";
import { requestIdOf, signableRequest } from "#client/price/digest.ts";
import { BooksGate } from "../../../shared/books/BooksGate.tsx";
import { useLedger } from "../../../shared/books/books.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { PracticeFoot } from "../../../shared/chain/PracticeFoot.tsx";
import { useTokenFacts } from "../../../shared/chain/tokens.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { EmptyState } from "../../../shared/parts/EmptyState.tsx";
import { Select } from "../../../shared/parts/Field.tsx";
import { Page } from "../../../shared/parts/Page.tsx";
import { askForSigner } from "../../../shared/signer/signer.ts";
import { SignButton } from "../../people/pass/SignButton.tsx";
import { useSigning } from "../../people/pass/useSigning.ts";
import { requestOf } from "./draft.ts";
import { ItemFields, Line, PersonOptions, TokenField } from "./Fields.tsx";
import { useShelf } from "./shelf.ts";
import { marketText } from "./text.ts";
import { useWriting } from "./useWriting.ts";
import { useActor } from "./views.ts";

/** Where a request is written and signed. */
export function AskPage() {
  const t = useWords(marketText);
  return (
    <Page title={t.askTitle} lead={t.askLead}>
      <div className="max-w-160">
        <BooksGate>{() => <Gate />}</BooksGate>
        <PracticeFoot />
      </div>
    </Page>
  );
}

function Gate() {
  const { ledger } = useLedger();
  const t = useWords(marketText);
  const me = useActor();
  if (listedTokens(ledger).length === 0) return <EmptyState sentence={t.noTokens} />;
  if (me === null) return <EmptyState sentence={t.noOrdersVisitor} action={<Button onClick={askForSigner}>{t.takeSeat}</Button>} />;
  return <AskForm key={me} me={me} />;
}

function AskForm({ me }: { me: Holder }) {
  const { ledger, now } = useLedger();
  const { deployment } = useNetwork();
  const t = useWords(marketText);
  const language = useLanguage();
  const writing = useWriting({});
  const { draft, put } = writing;
  const { decimals } = useTokenFacts(draft.token as Token);
  const signing = useSigning();
  const shelf = useShelf();
  const go = useNavigate();
  const sign = async () => {
    const written = writing.read(() => requestOf(draft, ledger, me, now, decimals));
    if (!written || !deployment || !shelf) return;
    const signature = await signing.sign(signableRequest(written.request, deployment));
    if (!signature) return;
    shelf.add([{ kind: "request", ...written.request, uri: written.uri, signature }]);
    void go({ to: `/market/request/${requestIdOf(written.request, deployment)}` });
  };
  return (
    <form className="flex flex-col gap-6" onSubmit={(event: FormEvent) => event.preventDefault()}>
      <ItemFields writing={writing} title={t.askWhat} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TokenField writing={writing} />
        <Line writing={writing} name="price" label={t.askPrice} inputMode="decimal" />
        <Line writing={writing} name="quantity" label={t.askQuantity} inputMode="numeric" />
        <Line writing={writing} name="window" label={t.askWindow} unit={t.days} inputMode="numeric" />
        <Line writing={writing} name="holds" label={t.askHolds} hint={t.holdsHint} unit={t.days} inputMode="numeric" />
        <Select label={t.project} value={draft.project} onChange={(event) => put({ project: event.target.value })}>
          <option value="">{t.anyProjectField}</option>
          {[...ledger.work.projects.keys()].filter((id) => id !== 0).map((id) => <option key={id} value={id}>{projectWords(id)[language]}</option>)}
        </Select>
        <Select label={t.arbiterField} hint={t.arbiterHint} value={draft.arbiter} onChange={(event) => put({ arbiter: event.target.value })}>
          <option value="">{t.nobody}</option>
          <PersonOptions />
        </Select>
      </div>
      <div>
        <SignButton signing={signing} onPress={() => void sign()}>{t.sign}</SignButton>
        {writing.fault && <p className="mt-2 text-sm text-fail">{writing.fault}</p>}
        <p className="mt-2 text-sm text-ink-2">{t.signNote}</p>
      </div>
    </form>
  );
}
