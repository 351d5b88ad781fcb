import type { MemberId } from "#client/chain/ids.ts";
import type { PeopleBooks } from "#client/people/fold.ts";
import type { OfferedSeat } from "../../shared/chain/deployment.ts";

/** The practice seats whose offered key is still in force, of members for whom it is so. */
export const seatsWhere = ({ people }: PeopleBooks, seats: readonly OfferedSeat[], isSo: (member: MemberId) => boolean): OfferedSeat[] =>
  seats.filter(({ member }) => people.members.get(member as MemberId)?.keyEpoch === 0 && isSo(member as MemberId));
