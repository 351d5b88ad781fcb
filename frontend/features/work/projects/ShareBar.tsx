/** A part of a whole as a bar. The words beside it say the same. */
export function ShareBar({ part, whole }: { part: bigint; whole: bigint }) {
  const percent = whole === 0n ? 0 : Math.min(100, Number((part * 10_000n) / whole) / 100);
  return (
    <div aria-hidden="true" className="mt-2 h-2 overflow-hidden rounded-sm bg-well">
      <span className="block h-full bg-value" style={{ width: `${percent}%` }} />
    </div>
  );
}
