import { Contract, TypedDataEncoder, verifyTypedData, type Provider } from "ethers";
import { CONSENT_TYPES, consentDomain, consentOf, type Founder, type Founding } from "./founding.ts";

/** A founder's consent that the registry's constructor would refuse. `index` counts from 0, as the constructor does. */
export class ConsentRefused extends Error {
  readonly index: number;
  constructor(index: number, key: string) {
    super(
      `Founder ${index + 1} (${key}) has not signed this founding. A consent holds for one chain, one deployer and nonce, one list of founders in one order, and one founding document. Nothing was sent.`,
    );
    this.index = index;
  }
}

/** Tries every consent as the registry's constructor will, before anything is sent. Throws ConsentRefused. */
export async function checkConsents(provider: Provider, founding: Founding, founders: readonly Founder[]): Promise<void> {
  for (const [index, { key, consent }] of founders.entries()) {
    if (signedBy(founding, key, consent)) continue;
    if (!(await contractAgrees(provider, founding, key, consent))) throw new ConsentRefused(index, key);
  }
}

function signedBy(founding: Founding, key: string, consent: string): boolean {
  try {
    return verifyTypedData(consentDomain(founding), CONSENT_TYPES, consentOf(founding, key), consent).toLowerCase() === key.toLowerCase();
  } catch {
    return false; // Not a signature of 65 bytes: perhaps a contract's.
  }
}

/** A founder whose key is a contract answers for itself (ERC-1271). */
async function contractAgrees(provider: Provider, founding: Founding, key: string, consent: string): Promise<boolean> {
  if ((await provider.getCode(key)) === "0x") return false;
  const digest = TypedDataEncoder.hash(consentDomain(founding), CONSENT_TYPES, consentOf(founding, key));
  const wallet = new Contract(key, ["function isValidSignature(bytes32, bytes) view returns (bytes4)"], provider);
  try {
    return (await wallet.getFunction("isValidSignature")(digest, consent)) === "0x1626ba7e";
  } catch {
    return false;
  }
}
