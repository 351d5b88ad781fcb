// What the practice cooperative works on.
import type { Charter } from "../deploy/founding.ts";
import { inlineDocument } from "../deploy/documents.ts";

/** What the practice cooperative is called in each language. */
export const COOPERATIVE_NAMES = { zh: "青溪合作社", en: "Qingxi Co-op" } as const;

/** The practice cooperative's name as its founders signed it, in one text. */
export const COOPERATIVE_NAME = `${COOPERATIVE_NAMES.zh} ${COOPERATIVE_NAMES.en}`;

/** One unit of value, in micro-units. */
export const UNIT = 1_000_000n;

/** The projects' numbers. */
export const PROJECTS = { cooperative: 0, mill: 1, repair: 2 } as const;

const HOUR = { zh: "小时", en: "hour" };
const TIME = { zh: "次", en: "time" };

interface Statement {
  readonly title: { readonly zh: string; readonly en: string };
  readonly summary: { readonly zh: string; readonly en: string };
  /** What one unit of quantity is, by kind. */
  readonly units: Readonly<Record<"work" | "experience" | "sharing" | "learning", { readonly zh: string; readonly en: string }>>;
}

interface Terms {
  readonly industry: number;
  /** Whole units of value an epoch. */
  readonly budget: bigint;
  /** Whole units of value per unit: work, experience, sharing, learning. */
  readonly rates: readonly [bigint, bigint, bigint, bigint];
  readonly stewards: readonly number[];
}

function charter(statement: Statement, { industry, budget, rates, stewards }: Terms): Charter {
  const { uri, digest } = inlineDocument(statement);
  const [work, experience, sharing, learning] = rates.map((rate) => rate * UNIT) as [bigint, bigint, bigint, bigint];
  return { statement: digest, uri, industry, budget: budget * UNIT, rates: [work, experience, sharing, learning], minSurplus: 20, salesCap: 0n, stewards };
}

/** The three founding charters, the cooperative itself first. */
export const practiceCharters: readonly Charter[] = [
  charter(
    {
      title: { zh: "青溪合作社", en: "Qingxi Co-op" },
      summary: {
        zh: "管好合作社自己的事：值班、记账、接待来访、写教程。谁做了，谁记一笔，大家来见证。",
        en: "Looking after the co-op itself: keeping the door, the books and the guides. Whoever does it records it, and others attest.",
      },
      units: { work: HOUR, experience: TIME, sharing: TIME, learning: HOUR },
    },
    { industry: 9499, budget: 1_200n, rates: [8n, 4n, 6n, 4n], stewards: [2, 3, 4] },
  ),
  charter(
    {
      title: { zh: "稻米坊", en: "Rice Mill" },
      summary: {
        zh: "把青溪两岸的稻谷收来、晒干、碾好、分装，直接送到吃饭的人家。与别处不同：每一袋都写着是谁种的、谁碾的。",
        en: "Gathers, dries, mills and bags the rice of both banks, and takes it to those who eat it. Unlike elsewhere, each bag names who grew and who milled it.",
      },
      units: { work: HOUR, experience: TIME, sharing: TIME, learning: HOUR },
    },
    { industry: 1061, budget: 2_400n, rates: [10n, 5n, 6n, 5n], stewards: [2, 6] },
  ),
  charter(
    {
      title: { zh: "修理角", en: "Repair Corner" },
      summary: {
        zh: "电饭煲、自行车、雨伞，能修就不扔。修好一件记一件，也教会一个人。",
        en: "Rice cookers, bicycles, umbrellas: what can be mended is not thrown away. Each repair is recorded, and each teaches somebody.",
      },
      units: { work: HOUR, experience: TIME, sharing: TIME, learning: HOUR },
    },
    { industry: 9529, budget: 1_600n, rates: [12n, 5n, 8n, 5n], stewards: [3, 9] },
  ),
];
