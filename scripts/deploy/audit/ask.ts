import { Interface, type ParamType, type Provider } from "ethers";
import { readArtifact } from "../artifact.ts";
import { STEPS } from "../record.ts";

/** Every error of every contract: one may pass on another's. */
let errors: Interface | undefined;
function allErrors(): Interface {
  errors ??= new Interface(STEPS.flatMap(({ name }) => [...new Interface(readArtifact(name).abi).fragments].filter(({ type }) => type === "error")));
  return errors;
}

/** Values that decode, for any type: what matters is who calls. */
export function anyValue({ baseType, type, arrayChildren, arrayLength, components }: ParamType): unknown {
  if (baseType === "array") return arrayLength === null || arrayLength < 0 ? [] : Array.from({ length: arrayLength }, () => anyValue(arrayChildren!));
  if (baseType === "tuple") return (components ?? []).map((part) => anyValue(part));
  if (type === "address") return "0x0000000000000000000000000000000000000001";
  if (type === "bool") return false;
  if (type === "string") return "";
  if (type === "bytes") return "0x";
  return type.startsWith("bytes") ? `0x${"0".repeat(2 * Number(type.slice(5)))}` : 0;
}

/** The name of the error with which a call is refused; null where it is not refused, "" where without a reason of ours. */
export async function refusalOf(provider: Provider, call: { from: string; to: string; data: string }): Promise<string | null> {
  try {
    await provider.call(call);
    return null;
  } catch (error) {
    const bytes = bytesIn(error);
    if (bytes === null) {
      // A node that cannot be reached refuses nothing.
      if (!isRevert(error)) throw error;
      return "";
    }
    return bytes === "0x" ? "" : (allErrors().parseError(bytes)?.name ?? bytes.slice(0, 10));
  }
}

/** What a call was refused with: providers keep it at different depths. */
function bytesIn(error: unknown, depth = 0): string | null {
  if (typeof error !== "object" || error === null || depth > 4) return null;
  const { data, error: inner, info, cause } = error as { data?: unknown; error?: unknown; info?: unknown; cause?: unknown };
  if (typeof data === "string" && /^0x([0-9a-f]{2})*$/i.test(data)) return data;
  return bytesIn(data, depth + 1) ?? bytesIn(inner, depth + 1) ?? bytesIn(info, depth + 1) ?? bytesIn(cause, depth + 1);
}

const isRevert = (error: unknown): boolean => (error as { code?: unknown }).code === "CALL_EXCEPTION" || /revert|invalid opcode|out of gas|unrecognized selector/i.test(String((error as Error).message));
