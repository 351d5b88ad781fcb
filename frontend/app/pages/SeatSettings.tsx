import { useLanguage, useWords } from "../../shared/language/language.ts";
import { Address } from "../../shared/parts/Address.tsx";
import { Button } from "../../shared/parts/Button.tsx";
import { saveFile } from "../../shared/parts/saveFile.ts";
import { backUpSeat } from "../../shared/signer/practice.ts";
import { askForSigner, useSigner } from "../../shared/signer/signer.ts";
import { signerText } from "../../shared/signer/text.ts";
import { settingsText } from "./settingsText.ts";

/** Who signs here, the backup of a practice seat, and the way to leave. */
export function SeatSettings() {
  const t = useWords(settingsText);
  const s = useWords(signerText);
  const language = useLanguage();
  const signer = useSigner();
  if (!signer) {
    return (
      <div className="flex flex-col items-start gap-3">
        <p className="text-ink-2">{t.nobody}</p>
        <Button look="second" onClick={askForSigner}>{s.signIn}</Button>
      </div>
    );
  }
  const practice = signer.kind === "practice";
  const save = async () => {
    const text = await backUpSeat();
    if (text) saveFile(`gongsheng-seat-${signer.member ?? signer.address.slice(2, 8)}.json`, "application/json", text);
  };
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{practice ? t.seatIs(signer.name[language]) : t.walletIs(signer.name[language])}</p>
      <Address address={signer.address} of={signer.name[language]} />
      {practice && <p className="prose text-sm text-ink-2">{t.seatKeep}</p>}
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {practice && <Button look="second" onClick={() => void save()}>{s.seatBackUp}</Button>}
        <Button look="text" onClick={() => void signer.leave()}>{practice ? s.leave : s.disconnect}</Button>
      </div>
    </div>
  );
}
