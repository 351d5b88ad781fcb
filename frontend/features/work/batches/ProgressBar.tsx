/** How far something is; `part` from 0 to 1, null where it cannot be told. */
export function ProgressBar({ label, part }: { label: string; part: number | null }) {
  return (
    <div className="py-2">
      <p className="num text-ink-2">{label}</p>
      <progress aria-label={label} {...(part === null ? {} : { value: part })} max={1} className="mt-1 h-2 w-full max-w-120 appearance-none overflow-hidden rounded-sm bg-well [&::-moz-progress-bar]:bg-ink [&::-webkit-progress-bar]:bg-well [&::-webkit-progress-value]:bg-ink" />
    </div>
  );
}
