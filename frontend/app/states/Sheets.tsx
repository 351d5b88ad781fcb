import { useState } from "react";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import type { Language } from "../../shared/language/words.ts";
import { Button } from "../../shared/parts/Button.tsx";
import { Dialog } from "../../shared/parts/Dialog.tsx";
import { ErrorNote } from "../../shared/parts/Notice.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import type { Explanation } from "../../shared/parts/Review.tsx";
import { ReviewSheet } from "../../shared/parts/ReviewSheet.tsx";
import { askForSigner } from "../../shared/signer/signer.ts";
import { statesText } from "./text.ts";

const digest = "0x7c1e5d0e6b1f4c9a8d3b2a1908f7e6d5c4b3a2918070605040302010feed42b9";

const explanations: Record<Language, Explanation> = {
  zh: {
    sentence: [{ keep: "11月21日，" }, "您在", { strong: "稻米坊" }, "碾米", { strong: "6小时" }, "。"],
    changes: [
      { label: "待见证的记录", before: "2", after: "3" },
      { label: "见证属实后，本期价值", before: "120", after: "180", value: true, sum: "6小时 × 每小时10 = 60", limit: "本期上限360", bar: { before: 1 / 3, added: 1 / 6 } },
    ],
    terms: [
      { label: "见证人", text: "3位，2027年2月20日前" },
      { label: "手续费", text: "免，练习网的币不值钱" },
      { label: "永久公开", text: "姓名、日期、数量" },
      { label: "只存摘要", text: "照片2张，原件在您手里" },
    ],
    details: [{ label: "证据摘要", text: digest, hash: true }, { label: "种类", text: "劳动" }],
    detailHint: "摘要7c1e…42b9",
  },
  en: {
    sentence: ["On ", { keep: "21 November" }, " you milled rice at ", { strong: "Rice Mill" }, " for ", { strong: "6 hours" }, "."],
    changes: [
      { label: "Records waiting for attesters", before: "2", after: "3" },
      { label: "If attested, your credit this epoch", before: "120", after: "180", value: true, sum: "6 hours × 10 an hour = 60", limit: "at most 360 this epoch", bar: { before: 1 / 3, added: 1 / 6 } },
    ],
    terms: [
      { label: "Attesters", text: "3, by 20 February 2027" },
      { label: "Fee", text: "none on the practice network" },
      { label: "Public for ever", text: "name, date, quantity" },
      { label: "Only as a digest", text: "2 photos; the files stay with you" },
    ],
    details: [{ label: "Evidence digest", text: digest, hash: true }, { label: "Kind", text: "work" }],
    detailHint: "digest 7c1e…42b9",
  },
};

const exits = {
  zh: { now: "立即发送", nowNote: "会打开您的钱包", later: "先签名，稍后送", laterNote: "不用网络，存成文件或二维码" },
  en: { now: "Send now", nowNote: "Your wallet will open", later: "Sign for later", laterNote: "Needs no network; kept as a file or a code" },
} as const;

/** Dialogs and the review sheet, opened by buttons. */
export function Sheets() {
  const t = useWords(statesText);
  const language = useLanguage();
  const [open, setOpen] = useState<"sheet" | "failed" | "dialog" | null>(null);
  const close = () => setOpen(null);
  const words = exits[language];
  const sheet = {
    onClose: close,
    title: t.record,
    explanation: explanations[language],
    now: { label: words.now, note: words.nowNote, onPress: close },
  };
  return (
    <Section title={t.sheets}>
      <div className="flex flex-wrap gap-3">
        <Button look="second" onClick={() => setOpen("sheet")}>{t.openSheet}</Button>
        <Button look="second" onClick={() => setOpen("failed")}>{t.openFailed}</Button>
        <Button look="second" onClick={() => setOpen("dialog")}>{t.openDialog}</Button>
        <Button look="second" onClick={askForSigner}>{t.openSeat}</Button>
      </div>
      <ReviewSheet {...sheet} open={open === "sheet"} state="ready" later={{ label: words.later, note: words.laterNote, onPress: close }} />
      <ReviewSheet {...sheet} open={open === "failed"} state="failed" notice={<ErrorNote title={t.failTitle} advice={t.failAdvice} details="HttpRequestError: 429" />} />
      <Dialog open={open === "dialog"} onClose={close} title={t.dialogTitle} foot={<Button onClick={close}>{t.close}</Button>}>
        <p className="prose">{t.dialogBody}</p>
      </Dialog>
    </Section>
  );
}
