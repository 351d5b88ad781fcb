import type { Address } from "viem";
import { useLedger } from "../../shared/books/books.ts";
import { Address as ShowAddress } from "../../shared/parts/Address.tsx";
import { memberBehind } from "./guardians.ts";
import { MemberName } from "./MemberName.tsx";

/** A guardian: a member by name, whatever key speaks for him, or an address. */
export function Guardian({ address }: { address: Address }) {
  const { ledger } = useLedger();
  const member = memberBehind(ledger, address);
  return member === null ? <ShowAddress address={address} /> : <MemberName id={member} />;
}
