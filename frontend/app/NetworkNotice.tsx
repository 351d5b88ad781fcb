import { chainNow, headStore, useTick } from "../shared/chain/clock.ts";
import { hostOf, openNetwork, restartedStore, useNetwork } from "../shared/chain/network.ts";
import { chainText } from "../shared/chain/text.ts";
import { useLanguage, useWords } from "../shared/language/language.ts";
import { formatWhole } from "../shared/language/numbers.ts";
import { formatAgo } from "../shared/language/time.ts";
import { Button, buttonClass } from "../shared/parts/Button.tsx";
import { ErrorNote, Notice } from "../shared/parts/Notice.tsx";
import { useStore } from "../shared/store/store.ts";

/** What stands between the reader and fresh numbers, and the way round it. Nothing when all is well. */
export function NetworkNotice() {
  const t = useWords(chainText);
  const restarted = useStore(restartedStore);
  const { state } = useNetwork();
  return (
    <div className="flex flex-col gap-3 pt-2 empty:hidden">
      {restarted && (
        <Notice practice onClose={() => restartedStore.set(false)}>
          {t.restarted} {t.restartedAdvice}
        </Notice>
      )}
      {state !== "ready" && state !== "starting" && <Problem />}
    </div>
  );
}

function Problem() {
  const language = useLanguage();
  const t = useWords(chainText);
  const { state, rpc, problem, deployment } = useNetwork();
  const head = useStore(headStore);
  useTick();
  const host = hostOf(rpc);
  const ways = (
    <span className="flex flex-wrap items-center gap-x-5">
      <Button look="second" small onClick={() => void openNetwork()}>{t.retry}</Button>
      <a href="#/settings" className={buttonClass("text", true)}>{t.change}</a>
    </span>
  );
  const told: Partial<Record<typeof state, [string, string]>> = {
    unreachable: [
      head ? t.unreachableSaved(host, formatWhole(head.number, language), formatAgo(chainNow() - head.timestamp, language)) : t.unreachable(host),
      t.unreachableAdvice,
    ],
    wrongChain: [t.wrongChain(Number(problem?.en), deployment?.chainId ?? 0), t.wrongChainAdvice],
    otherGenesis: [t.otherGenesis, t.wrongChainAdvice],
    noDeployment: [t.noDeployment, t.noDeploymentAdvice],
    badDeployment: [t.badDeployment(problem?.[language] ?? ""), t.noDeploymentAdvice],
    noRpc: [t.noRpc, t.noRpcAdvice],
  };
  const [title, advice] = told[state] ?? ["", ""];
  return <ErrorNote title={title} advice={advice} action={ways} details={state === "unreachable" ? problem?.en : undefined} />;
}
