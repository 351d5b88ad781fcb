import type { ReactNode } from "react";

/** The card of a view: one idea on the sheet colour, without frame or shadow. Everything else is rows. */
export function Card({ children, className = "" }: { children: ReactNode; className?: string }) {
  return <section className={`rounded-md bg-sheet p-5 sm:p-7 ${className}`}>{children}</section>;
}

/** What waits most urgently: what it is about and until when, a title with a second line, one button. */
export function UrgentCard({ kind, deadline, mark, title, note, action }: {
  kind: ReactNode;
  deadline?: ReactNode;
  mark?: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  action: ReactNode;
}) {
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-ink-2">
        <span className="text-sm sm:text-base">{kind}</span>
        <span className="text-ink">{deadline}</span>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-5">
        {mark}
        <div className="min-w-0 flex-1 basis-52">
          <h2 className="text-xl">{title}</h2>
          {note && <p className="text-ink-2">{note}</p>}
        </div>
        <div className="w-full sm:w-auto [&>*]:w-full">{action}</div>
      </div>
    </Card>
  );
}
