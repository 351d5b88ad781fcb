import { canMoveTime } from "./timeMachine.ts";
import { useNetwork } from "./network.ts";
import { TimeMachine } from "./TimeMachine.tsx";

/** The practice network's own corner at the foot of a page. Elsewhere it draws nothing. */
export function PracticeFoot() {
  useNetwork();
  if (!canMoveTime()) return null;
  return (
    <div className="no-print mt-14 rounded-md bg-practice-wash p-5 empty:hidden sm:px-7">
      <TimeMachine />
    </div>
  );
}
