import { useEffect, useState } from "react";
import { toFailure } from "#client/chain/toFailure.ts";
import { useNetwork } from "../chain/network.ts";
import { useWords } from "../language/language.ts";
import { ChevronRight, WalletIcon } from "../look/icons.tsx";
import { ErrorNote } from "../parts/Notice.tsx";
import { signerText } from "./text.ts";
import type { FoundWallet } from "./wallet.ts";

/** The wallets of this browser, each by its own name and picture. Every attempt ends with a named outcome within 30 seconds. */
export function WalletList({ onDone }: { onDone: () => void }) {
  const t = useWords(signerText);
  const { chain } = useNetwork();
  const [wallets, setWallets] = useState<readonly FoundWallet[]>([]);
  const [settled, setSettled] = useState(false);
  const [asking, setAsking] = useState<FoundWallet | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  useEffect(() => {
    if (!chain) return;
    let stop: (() => void) | undefined;
    let gone = false;
    void import("./wallet.ts").then(({ watchWallets }) => {
      if (gone) return;
      stop = watchWallets((found, over) => {
        setWallets(found);
        setSettled(over);
      });
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [chain]);

  const ask = async (wallet: FoundWallet) => {
    setProblem(null);
    setAsking(wallet);
    const { connectWallet, WalletSilent } = await import("./wallet.ts");
    try {
      await connectWallet(wallet.id);
      onDone();
    } catch (error) {
      const { data } = toFailure(error);
      const problem = data.kind === "wallet" ? data.problem : null;
      setProblem(error instanceof WalletSilent ? t.silent : problem === "rejected" ? t.rejected : problem === "busy" ? t.busy : t.failed);
    } finally {
      setAsking(null);
    }
  };

  return (
    <div>
      <ul className="mt-1">
        {wallets.map((wallet) => (
          <li key={wallet.id}>
            <button type="button" onClick={() => void ask(wallet)} aria-busy={asking?.id === wallet.id || undefined} className="flex min-h-12 w-full items-center gap-3 border-b border-line text-start hover:bg-well">
              {wallet.icon?.startsWith("data:image/") ? <img src={wallet.icon} alt="" width={24} height={24} className="rounded-sm" /> : <WalletIcon size={24} />}
              <span className="min-w-0 flex-1">{wallet.id === "injected" ? t.unnamed : wallet.name}</span>
              <ChevronRight size={16} />
            </button>
          </li>
        ))}
      </ul>
      <div role="status" className="text-ink-2">
        {asking ? <p className="py-2">{t.asking(asking.id === "injected" ? t.unnamed : asking.name)}</p> : wallets.length === 0 && !settled ? <p className="py-2">{t.searching}</p> : null}
        {wallets.length === 0 && settled && (
          <p className="py-2">
            {t.none} <span className="text-sm text-ink-3">{t.noneHint}</span>
          </p>
        )}
      </div>
      {problem && <ErrorNote title={problem} />}
    </div>
  );
}
