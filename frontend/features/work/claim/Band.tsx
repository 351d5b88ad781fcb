import type { ReactNode } from "react";

/** The card's last part, above which a hairline stands. */
export function Band({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-col items-start gap-3 border-t border-line pt-5">{children}</div>;
}
