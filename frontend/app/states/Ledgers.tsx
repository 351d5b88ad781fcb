import { useState } from "react";
import { useLanguage, useWords } from "../../shared/language/language.ts";
import type { Language } from "../../shared/language/words.ts";
import { Amount } from "../../shared/parts/Amount.tsx";
import { Formula } from "../../shared/parts/Formula.tsx";
import { LedgerPair, PriceCard, ValueCard } from "../../shared/parts/LedgerCards.tsx";
import { Section } from "../../shared/parts/Page.tsx";
import { WhyColumns } from "../../shared/parts/WhyColumns.tsx";
import type { WhyBlock, WhyStep } from "../../shared/parts/why.ts";
import { rings, total, whyTree } from "../../shared/fixtures.ts";
import { statesText } from "./text.ts";

/** The two ledger cards, and the page that says why. */
export function Ledgers() {
  const t = useWords(statesText);
  const language = useLanguage();
  const [chosen, setChosen] = useState<Record<string, string>>({ projects: "mill", lots: "7", records: "rice", attestations: "chen", evidence: "sheet", many: "0" });
  const choose = (step: string, block: string) => setChosen({ ...chosen, [step]: block });
  const many: WhyStep = {
    id: "many",
    title: t.records,
    total: <Amount micro={manyBlocks.reduce((sum, block) => sum + block.weight, 0n)} unit="credit" size="row" />,
    blocks: manyBlocks,
    chosen: chosen["many"] ?? null,
  };
  return (
    <>
      <Section title={t.ledgers}>
        <LedgerPair>
          <ValueCard micro={total} line={t.ringLine} rings={rings} why="#/_states" />
          <PriceCard line={t.priceLine} />
        </LedgerPair>
      </Section>
      <Section title={t.why} note={t.whyHint}>
        <WhyColumns label={t.why} steps={whySteps(t, language, chosen)} onChoose={choose} />
        <h3 className="mt-8 mb-2 text-lg">{t.formula}</h3>
        <Formula
          terms={[
            { micro: 330_000_000n, caption: t.yourCredit },
            { micro: 2_400_000_000n, caption: t.issued },
            { micro: 2_640_000_000n, caption: t.everyone },
            { micro: 300_000_000n, caption: t.yourShares },
          ]}
          signs={["×", "÷", "="]}
        />
      </Section>
      <Section title={t.many}>
        <WhyColumns label={t.many} steps={[many, { ...many, id: "files", title: t.evidence, total: t.files(9), blocks: manyFiles, chosen: chosen["files"] ?? null }]} onChoose={choose} />
      </Section>
    </>
  );
}

/** A hundred years of small things: a few large pieces and many that are too small to press one by one. */
const manyBlocks: readonly WhyBlock[] = [400, 220, 160, 90, 40, 30, 20, 12, 9, 8, 7, 5, 4, 3].map((units, i) => ({
  id: String(i),
  label: `№ ${i + 1}`,
  weight: BigInt(units) * 1_000_000n,
  micro: BigInt(units) * 1_000_000n,
}));
const manyFiles: readonly WhyBlock[] = Array.from({ length: 12 }, (_, i) => ({ id: String(i), label: `scan-${i + 1}.jpg`, weight: 1n }));

function whySteps(t: (typeof statesText)["zh"], language: Language, chosen: Record<string, string>): WhyStep[] {
  const blocks = (level: keyof typeof whyTree): WhyBlock[] =>
    whyTree[level].map((piece) => ({ id: piece.id, label: piece[language], weight: level === "attestations" ? 1n : piece.micro, micro: piece.micro }));
  const step = (id: keyof typeof whyTree, title: string, total: WhyStep["total"], pieces = blocks(id)): WhyStep => ({ id, title, total, blocks: pieces, chosen: chosen[id] ?? null });
  const amount = (units: bigint, unit: "shares" | "credit") => <Amount micro={units * 1_000_000n} unit={unit} size="row" />;
  const files = blocks("evidence").map(({ micro: _, ...file }) => ({ ...file, note: t.matches }));
  const answers = blocks("attestations").map((answer) => (answer.id === "chen" ? { ...answer, note: t.middle } : answer));
  return [
    step("projects", t.shares, amount(1284n, "shares")),
    step("lots", t.lots, amount(742n, "shares")),
    step("records", t.records, amount(330n, "credit")),
    step("attestations", t.attestations, amount(180n, "credit"), answers),
    step("evidence", t.evidence, <strong className="font-serif">{t.files(2)}</strong>, files),
  ];
}
