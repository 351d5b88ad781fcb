/** The states that an act of the governor may be done in, as its refusal names them. */
export const bitmap = (...states: readonly bigint[]): string => `0x${states.reduce((bits, state) => bits | (1n << state), 0n).toString(16).padStart(64, "0")}`;
