import type { ProjectId } from "#client/chain/ids.ts";
import type { Ledger } from "#client/ledger.ts";
import { type Flow, flows } from "#client/price/types.ts";
import { flowWords } from "#client/price/words.ts";
import { newestCharter } from "#client/work/charters.ts";
import { useLedger } from "../../../shared/books/books.ts";
import { projectWords } from "../../../shared/books/names.ts";
import { useLanguage, useWords } from "../../../shared/language/language.ts";
import { Select } from "../../../shared/parts/Field.tsx";
import { marketText } from "./text.ts";

/** What a list is narrowed to; empty: everything. */
export interface Chosen {
  readonly project: string;
  readonly flow: string;
  readonly industry: string;
}
export const unfiltered: Chosen = { project: "", flow: "", industry: "" };

interface Filtered {
  readonly project: ProjectId;
  readonly flow: Flow;
}

const industryOf = ({ work }: Ledger, project: ProjectId): string => {
  const found = work.projects.get(project);
  return found ? String(newestCharter(found).industry).padStart(4, "0") : "";
};

/** Whether something is shown. */
export const passes = (ledger: Ledger, { project, flow }: Filtered, chosen: Chosen): boolean =>
  (chosen.project === "" || Number(chosen.project) === project) && (chosen.flow === "" || chosen.flow === flow) && (chosen.industry === "" || chosen.industry === industryOf(ledger, project));

/** Narrows a list to a project, a flow, an industry; only those that are in it are offered. */
export function Filters({ of, chosen, onChoose }: { of: readonly Filtered[]; chosen: Chosen; onChoose: (chosen: Chosen) => void }) {
  const { ledger } = useLedger();
  const t = useWords(marketText);
  const language = useLanguage();
  const projects = [...new Set(of.map(({ project }) => project))];
  const industries = [...new Set(projects.map((project) => industryOf(ledger, project)))].filter(Boolean).sort();
  const there = flows.filter((flow) => of.some((one) => one.flow === flow));
  const change = (field: keyof Chosen) => (event: { target: { value: string } }) => onChoose({ ...chosen, [field]: event.target.value });
  return (
    <details className="mb-4" open={Object.values(chosen).some((value) => value !== "") || undefined}>
      <summary className="inline-flex min-h-11 items-center underline underline-offset-4">{t.filters}</summary>
      <form aria-label={t.filters} className="mt-2 grid gap-3 sm:grid-cols-3" onSubmit={(event) => event.preventDefault()}>
        <Select label={t.project} value={chosen.project} onChange={change("project")}>
          <option value="">{t.anyProject}</option>
          {projects.filter((id) => id !== 0).map((id) => <option key={id} value={id}>{projectWords(id)[language]}</option>)}
        </Select>
        <Select label={t.flow} value={chosen.flow} onChange={change("flow")}>
          <option value="">{t.anyFlow}</option>
          {there.map((flow) => <option key={flow} value={flow}>{flowWords[flow][language]}</option>)}
        </Select>
        <Select label={t.industry} value={chosen.industry} onChange={change("industry")}>
          <option value="">{t.anyIndustry}</option>
          {industries.map((code) => <option key={code} value={code}>{t.industryNo(code)}</option>)}
        </Select>
      </form>
    </details>
  );
}
