import { missingIn, offerIn, withAgreed } from "#client/offnet/marketItems.ts";
import type { OfferItem } from "#client/offnet/bundle.ts";
import { writeBundle } from "#client/offnet/bundle.ts";
import { signableOffer } from "#client/price/digest.ts";
import { canonical, holderOfMember } from "#client/price/holders.ts";
import { flowWords } from "#client/price/words.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { useNetwork } from "../../../shared/chain/network.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Button } from "../../../shared/parts/Button.tsx";
import { Section } from "../../../shared/parts/Page.tsx";
import { StateMark } from "../../../shared/parts/StateMark.tsx";
import { linkTo } from "../../people/pass/link.ts";
import { PassOn } from "../../people/pass/PassOn.tsx";
import { SignButton } from "../../people/pass/SignButton.tsx";
import { useSigning } from "../../people/pass/useSigning.ts";
import { proposeOpenOffer } from "./acts.ts";
import { HolderName } from "./rows.tsx";
import { useShelf } from "./shelf.ts";
import { ShowAtRelay } from "./ShowAtRelay.tsx";
import { marketText } from "./text.ts";
import { type OfferView, thingOf, useActor } from "./views.ts";

/** Who has signed an offer that is not on record, who must still, and what the reader can do about it. */
export function Signatures({ item }: { item: OfferItem }) {
  const { ledger } = useLedger();
  const { deployment } = useNetwork();
  const t = useWords(marketText);
  const language = useLanguage();
  const me = useActor();
  const shelf = useShelf();
  const signing = useSigning();
  const missing = missingIn(item);
  const mine = missing.filter((place) => canonical(ledger, item.costs[place]!.to) === me);
  const sign = async () => {
    const signature = deployment && (await signing.sign(signableOffer(offerIn(item), deployment)));
    if (signature) shelf?.add([mine.reduce((so, place) => withAgreed(so, place, signature), item)]);
  };
  return (
    <Section title={t.signatures} note={t.signaturesNote}>
      <ul aria-label={t.signatures} className="[&>li]:border-b [&>li]:border-line">
        <Signer done label={t.seller} holder={holderOfMember(item.seller)} />
        {item.costs.map((line, place) => <Signer key={place} done={!missing.includes(place)} label={flowWords[line.flow][language]} holder={line.to} />)}
      </ul>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {mine.length > 0 && <SignButton signing={signing} onPress={() => void sign()}>{t.signAsMe}</SignButton>}
        {missing.length === 0 && <Button look="second" onClick={() => deployment && proposeOpenOffer(item, window.location.hash)}>{t.putOnRecord}</Button>}
        {shelf && <Button look="text" onClick={() => { window.location.hash = "/market"; shelf.drop(item); }}>{t.forget}</Button>}
      </div>
      {missing.length === 0 && <p className="mt-2 text-sm text-ink-2">{t.putNote}</p>}
    </Section>
  );
}

function Signer({ done, label, holder }: { done: boolean; label: string; holder: Parameters<typeof HolderName>[0]["holder"] }) {
  const t = useWords(marketText);
  return (
    <li className="flex min-h-13 items-center gap-3 py-2">
      <StateMark state={done ? "signed" : "draft"} />
      <span className="min-w-0 flex-1"><HolderName holder={holder} /> <span className="text-sm text-ink-2">{label}</span></span>
      <span className={done ? "text-ink-2" : "font-semibold"}>{done ? t.signed : t.missing}</span>
    </li>
  );
}

/** The offer as a link, a text, a file or a code. On record it goes with its seller's signature alone. */
export function ShareOffer({ offer, signature }: { offer: OfferView; signature: OfferItem["signature"] | null }) {
  const { deployment } = useNetwork();
  const t = useWords(marketText);
  const language = useLanguage();
  const item: OfferItem | null = offer.item ?? (signature && { kind: "offer", ...offer.terms, uri: offer.uri, signature, agreed: offer.terms.costs.map(() => "0x" as const) });
  if (!item || !deployment) return null;
  const bundle = writeBundle([item], deployment);
  const link = offer.record ? linkTo(`/market/offer/${offer.id}`) : linkTo("/market", bundle);
  return (
    <Section title={t.share} note={missingIn(item).length > 0 && !offer.record ? t.shareMissing : undefined}>
      <PassOn text={bundle} about={t.shareAbout(thingOf(offer.uri, offer.terms, language).name)} file={`offer-${offer.id.slice(2, 10)}`} link={link} />
      <ShowAtRelay bundle={bundle} />
    </Section>
  );
}
