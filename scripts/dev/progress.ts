import type { DevWords } from "./text.ts";

/** A step that failed, with its name as the user saw it. */
export class StepFailed extends Error {
  readonly step: string;
  constructor(step: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "StepFailed";
    this.step = step;
  }
}

const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/**
 * Performs a step and shows it: its name, a beat while it lasts, its time. Throws StepFailed when it fails.
 * Several steps may go on at the same time, so each line stands for itself.
 */
export async function step<T>(words: DevWords, title: string, work: () => Promise<T>): Promise<T> {
  const since = Date.now();
  const late = setTimeout(() => console.log(`  … ${title}`), 300);
  const beat = setInterval(() => console.log(`  … ${title}: ${words.still(seconds(since))}`), 10_000);
  try {
    const result = await work();
    console.log(`  ✔ ${title}: ${words.done(seconds(since))}`);
    return result;
  } catch (error) {
    throw new StepFailed(title, error);
  } finally {
    clearTimeout(late);
    clearInterval(beat);
  }
}
