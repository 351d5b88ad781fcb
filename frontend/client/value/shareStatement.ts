// Statements of shares: never in one with money. Micro-units.
import type { MemberId, ProjectId } from "../chain/ids.ts";
import type { Draw, ValueBooks } from "./fold.ts";

/** A holder's shares in a project between two moments: opening + drawn = closing. */
export interface ShareStatement {
  readonly project: ProjectId;
  readonly opening: bigint;
  readonly drawn: bigint;
  readonly closing: bigint;
  /** Oldest first. */
  readonly rows: readonly Draw[];
}

/** A holder's shares between two moments (the later one excluded, seconds since 1970), project by project. Holder 0 is the reserve; then name the project. */
export function shareStatements({ value }: ValueBooks, holder: MemberId, span: { readonly from: number; readonly until: number }, only?: ProjectId): ShareStatement[] {
  const byProject = new Map<ProjectId, Draw[]>();
  for (const draw of [...value.draws.values()].flat()) {
    if (draw.holder !== holder || draw.shares === 0n || draw.at >= span.until || (only !== undefined && draw.project !== only)) continue;
    const draws = byProject.get(draw.project);
    if (draws) draws.push(draw);
    else byProject.set(draw.project, [draw]);
  }
  const sum = (draws: readonly Draw[]) => draws.reduce((all, { shares }) => all + shares, 0n);
  return [...byProject].sort(([a], [b]) => a - b).map(([project, draws]) => {
    const rows = draws.filter(({ at }) => at >= span.from).sort((a, b) => a.at - b.at || a.logIndex - b.logIndex);
    const [closing, drawn] = [sum(draws), sum(rows)];
    return { project, opening: closing - drawn, drawn, closing, rows };
  });
}
