// The keys by which the books of price are kept.
import type { Holder, MemberId, ProjectId, Token } from "../chain/ids.ts";

/** Of `purses`. */
export const purseKey = (holder: Holder, token: Token): string => `${holder}.${token}`;
/** Of `accounts`. */
export const accountKey = (project: ProjectId, token: Token): string => `${project}.${token}`;
/** Of `counted` and `drawn`. */
export const countedKey = (project: ProjectId, token: Token, member: MemberId): string => `${project}.${token}.${member}`;
/** Of `sold`. */
export const soldKey = (project: ProjectId, token: Token, epoch: number): string => `${project}.${token}.${epoch}`;
/** Of `sellers`. */
export const sellerKey = (project: ProjectId, member: MemberId): string => `${project}.${member}`;
