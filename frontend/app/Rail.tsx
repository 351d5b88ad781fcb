import { coopNameStore } from "../shared/chain/deployment.ts";
import { Freshness } from "../shared/chain/Freshness.tsx";
import { useLanguage, useWords } from "../shared/language/language.ts";
import { Logo } from "../shared/look/Logo.tsx";
import { useWaiting } from "../shared/outbox/useWaiting.ts";
import { Count } from "../shared/parts/Count.tsx";
import { useStore } from "../shared/store/store.ts";
import { isHere, mainPlaces, morePlaces, type Place } from "./places.ts";
import { appText } from "./text.ts";

/** The rail of a desk: house, places, and at its foot how fresh everything is. */
export function Rail({ path }: { path: string }) {
  const t = useWords(appText);
  const name = useStore(coopNameStore)[useLanguage()];
  return (
    <aside aria-label={name} className="no-print sticky top-0 hidden h-dvh flex-col overflow-y-auto px-4 pt-7 pb-8 lg:flex">
      <a href="#/" className="-me-4 flex items-center gap-3 ps-3">
        <Logo size={38} />
        <span>
          <span className="block font-serif text-lg leading-tight font-bold">{name}</span>
          <span className="block text-sm leading-tight text-ink-2">{t.house}</span>
        </span>
      </a>
      <nav aria-label={t.main} className="mt-8">
        <Places places={mainPlaces} path={path} />
      </nav>
      <nav aria-label={t.more} className="mt-7">
        <Places places={morePlaces} path={path} />
      </nav>
      <div className="mt-auto px-3 pt-8">
        <Freshness />
      </div>
    </aside>
  );
}

function Places({ places, path }: { places: readonly Place[]; path: string }) {
  const t = useWords(appText);
  const waiting = useWaiting();
  return (
    <ul>
      {places.map((place) => {
        const here = isHere(place, path);
        const count = place.path === "/offnet" ? waiting : 0;
        return (
          <li key={place.path}>
            <a href={`#${place.path}`} aria-current={here ? "page" : undefined} aria-label={count > 0 ? t.offnetCount(count) : undefined} className={`flex min-h-11 items-center gap-3 rounded-md px-3 ${here ? "bg-well font-semibold text-ink" : "text-ink-2 hover:text-ink"}`}>
              <place.Icon />
              {t[place.word]}
              <Count of={count} />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
