import { EPOCH } from "#client/chain/epoch.ts";
import { useLanguage, useWords } from "../language/language.ts";
import { formatWhole } from "../language/numbers.ts";
import { formatAgo } from "../language/time.ts";
import { useStore } from "../store/store.ts";
import { chainNow, headStore, useTick } from "./clock.ts";
import { useNetwork } from "./network.ts";
import { chainText } from "./text.ts";

/** The epoch, its day and the newest block with its age: on every page. */
export function Freshness({ line }: { line?: boolean }) {
  const language = useLanguage();
  const t = useWords(chainText);
  const { deployment } = useNetwork();
  const head = useStore(headStore);
  useTick();
  if (!deployment || !head) return <p className="text-sm text-ink-3">{t.blockReading}</p>;
  const passed = Math.max(0, chainNow() - deployment.genesis);
  const epoch = t.epoch(formatWhole(Math.floor(passed / EPOCH), language), Math.floor((passed % EPOCH) / 86400) + 1);
  const block = t.block(formatWhole(head.number, language), formatAgo(Math.max(0, chainNow() - head.timestamp), language));
  if (line) return <p className="text-sm text-ink-3">{`${epoch} · ${block}`}</p>;
  return (
    <p className="text-sm text-ink-3">
      {epoch}
      <br />
      {block}
    </p>
  );
}
