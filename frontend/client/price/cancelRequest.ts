import { intend, type Intent } from "../chain/intent.ts";
import { checkRequest } from "./checks.ts";
import type { Request } from "./types.ts";

/** Takes back a request; its buyer may. Errors: InputFault. */
export const parseCancelRequest = ({ request }: { request: Request }): Intent => intend("market", "cancelRequest", [checkRequest(request)], "RequestCancelled");
