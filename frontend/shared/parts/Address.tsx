import { useWords } from "../language/language.ts";
import { CheckIcon, CopyIcon } from "../look/icons.tsx";
import { useCopy } from "./copy.ts";
import { partsText } from "./text.ts";

/** 0x1234…cdef: enough to tell two apart, never enough to trust. */
export function shortHex(hex: string, ends = 4): string {
  return hex.length <= 2 + ends * 2 ? hex : `${hex.slice(0, 2 + ends)}…${hex.slice(-ends)}`;
}

/** An address, shortened so that it never widens the page, with a button that copies the whole of it. */
export function Address({ address, of }: { address: string; of?: string }) {
  const t = useWords(partsText);
  const ending = address.slice(-4);
  return <Short text={address} label={of ? t.addressOf(of, ending) : t.address(ending)} />;
}

/** Any long hash, shortened and copyable. `label` says aloud what it is. */
export function Hash({ hash, label }: { hash: string; label: string }) {
  return <Short text={hash} label={`${label} ${shortHex(hash)}`} />;
}

function Short({ text, label }: { text: string; label: string }) {
  const t = useWords(partsText);
  const { done, copy } = useCopy(text);
  return (
    <span className="keep inline-flex items-center">
      <span role="img" aria-label={label} className="font-mono text-sm">
        {shortHex(text)}
      </span>
      <button type="button" onClick={copy} aria-label={`${t.copy}: ${label}`} title={text} className="-my-2 inline-flex size-11 items-center justify-center rounded-md text-ink-2 hover:text-ink">
        {done ? <CheckIcon size={16} /> : <CopyIcon size={16} />}
      </button>
      <span role="status" className="sr-only">
        {done ? t.copied : ""}
      </span>
    </span>
  );
}
