import type { Address } from "viem";
import { useNetwork } from "../../../shared/chain/network.ts";
import { Skeleton } from "../../../shared/parts/Skeleton.tsx";
import { itemsIn } from "../pass/checked.ts";
import { useText } from "../pass/useText.ts";
import { ApplicationForm } from "./ApplicationForm.tsx";
import { Gather } from "./Gather.tsx";

/** The way of an applicant: first the form, then the vouches and the joining. All that is signed is kept in this browser. */
export function Apply({ applicant }: { applicant: Address }) {
  const { deployment } = useNetwork();
  const { text, put } = useText(`join/${applicant.toLowerCase()}`);
  if (text === null || !deployment) return <Skeleton rows={3} />;
  const application = itemsIn(text, "application").findLast((item) => item.applicant.toLowerCase() === applicant.toLowerCase());
  if (!application) return <ApplicationForm applicant={applicant} kept={text} put={put} />;
  return <Gather application={application} kept={text} put={put} />;
}
