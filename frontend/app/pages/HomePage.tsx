import { Freshness } from "../../shared/chain/Freshness.tsx";
import { coopNameStore } from "../../shared/chain/deployment.ts";
import { useLanguage } from "../../shared/language/language.ts";
import { Page } from "../../shared/parts/Page.tsx";
import { useStore } from "../../shared/store/store.ts";

/** Home before there is anything to read from the chain. */
export function HomePage() {
  const name = useStore(coopNameStore)[useLanguage()];
  return <Page title={name} lead={<Freshness line />} />;
}
