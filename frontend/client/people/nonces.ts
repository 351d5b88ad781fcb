// Apart from what is signed: the books read nonces, and they are wanted before anybody signs.

/** The nonce of an act, from its key (below 2^192) and its number. */
export const nonceOf = (key: bigint, number: bigint): bigint => (key << 64n) | number;

/** A nonce in its two parts. */
export const splitNonce = (nonce: bigint): { readonly key: bigint; readonly number: bigint } => ({ key: nonce >> 64n, number: nonce & 0xffff_ffff_ffff_ffffn });
