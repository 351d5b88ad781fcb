import { useWords } from "../shared/language/language.ts";
import { isHere, mainPlaces, morePlaces } from "./places.ts";
import { appText } from "./text.ts";

/** The bar of a phone: five places, icon and word. Pages that stand under Me mark Me. */
export function BottomBar({ path }: { path: string }) {
  const t = useWords(appText);
  const elsewhere = morePlaces.some((place) => isHere(place, path));
  return (
    <nav aria-label={t.main} className="no-print fixed inset-x-0 bottom-0 z-30 bg-sheet pb-[env(safe-area-inset-bottom)] lg:hidden">
      <ul className="mx-auto flex max-w-160">
        {mainPlaces.map((place) => {
          const here = isHere(place, path);
          const marked = here || (place.path === "/me" && elsewhere);
          return (
            <li key={place.path} className="flex-auto basis-14">
              <a href={`#${place.path}`} aria-current={here ? "page" : undefined} className={`flex min-h-17 flex-col items-center justify-center gap-0.5 text-sm ${marked ? "font-semibold text-ink" : "text-ink-3"}`}>
                <place.Icon size={22} />
                <span className="keep px-0.5">{t[place.word]}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
