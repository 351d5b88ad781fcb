// The permutation Keccak-f[1600] as a WebAssembly module, written down here from its definition (FIPS 202, 3.2 and 3.3): JavaScript
// has no whole numbers of 64 bits that are quick, WebAssembly has, and is some eight times as fast. Held equal to @noble/hashes by tests.

/** The module's bytes. It exports `memory`, whose first 200 bytes are the state, and `permute`. */
export function keccakModule(): Uint8Array<ArrayBuffer> {
  const body = [1, LOCALS, I64, ...permutation()];
  const function0 = [0x60, 0, 0]; // takes nothing, gives nothing
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [1, ...function0]), //       types
    ...section(3, [1, 0]), //                  functions
    ...section(5, [1, 0, 1]), //               memory: one page
    ...section(7, [2, ...text("memory"), 2, 0, ...text("permute"), 0, 0]), // exports
    ...section(10, [1, ...unsigned(body.length), ...body]), //                code
  ]);
}

const ROUNDS = 24;
const I64 = 0x7e;
/** Locals: the 25 lanes, lane x + 5y by that number; five of a column or row; two that carry. */
const [COLUMN, CARRY, NEXT, LOCALS] = [25, 30, 31, 32];

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: bigint): number[] => [0x42, ...signed(value)];
const rotate = (bits: number): number[] => [...constant(BigInt(bits)), 0x89];
const [and, xor, end] = [0x83, 0x85, 0x0b];
const load = (lane: number): number[] => [0x41, 0, 0x29, 3, ...unsigned(lane * 8), ...set(lane)];
const store = (lane: number): number[] => [0x41, 0, ...get(lane), 0x37, 3, ...unsigned(lane * 8)];

const FIVE = [0, 1, 2, 3, 4] as const;
const LANES = Array.from({ length: 25 }, (_, lane) => lane);

/** The code: load, 24 rounds written out one after another, store. */
function permutation(): number[] {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => [...theta(), ...rhoAndPi(), ...chi(), ...get(0), ...constant(roundConstant(round)), xor, ...set(0)]);
  return [...LANES.flatMap(load), ...rounds.flat(), ...LANES.flatMap(store), end];
}

/** θ: each lane with the parities of two columns beside its own. */
function theta(): number[] {
  const parity = (x: number): number[] => [...get(x), ...[5, 10, 15, 20].flatMap((row) => [...get(x + row), xor]), ...set(COLUMN + x)];
  const mix = (x: number): number[] => [
    ...[...get(COLUMN + ((x + 1) % 5)), ...rotate(1), ...get(COLUMN + ((x + 4) % 5)), xor, ...set(CARRY)],
    ...[0, 5, 10, 15, 20].flatMap((row) => [...get(x + row), ...get(CARRY), xor, ...set(x + row)]),
  ];
  return [...FIVE.flatMap(parity), ...FIVE.flatMap(mix)];
}

/** ρ and π: the lanes wander along one path, each turned by the next triangular number. */
function rhoAndPi(): number[] {
  const code = [...get(1), ...set(CARRY)];
  for (let step = 1, x = 1, y = 0; step <= 24; step++) {
    [x, y] = [y, (2 * x + 3 * y) % 5];
    const lane = x + 5 * y;
    code.push(...get(lane), ...set(NEXT), ...get(CARRY), ...rotate(((step * (step + 1)) / 2) % 64), ...set(lane), ...get(NEXT), ...set(CARRY));
  }
  return code;
}

/** χ: within a row, each lane with not-the-next and the one after. */
function chi(): number[] {
  const lane = (x: number, row: number): number[] => [...get(COLUMN + ((x + 1) % 5)), ...constant(-1n), xor, ...get(COLUMN + ((x + 2) % 5)), and, ...get(COLUMN + x), xor, ...set(x + row)];
  return [0, 5, 10, 15, 20].flatMap((row) => [...FIVE.flatMap((x) => [...get(x + row), ...set(COLUMN + x)]), ...FIVE.flatMap((x) => lane(x, row))]);
}

/** ι: bit 2^j - 1 of a round's constant is bit j + 7 · round of a shift register. */
function roundConstant(round: number): bigint {
  let [register, constant] = [1, 0n];
  for (let step = 0; step < 7 * (round + 1); step++) {
    const place = step - 7 * round;
    if (place >= 0 && register & 1) constant |= 1n << BigInt(2 ** place - 1);
    register = (register << 1) ^ (register >> 7 ? 0x171 : 0);
  }
  return constant;
}

// --- WebAssembly's way of writing ---

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = BigInt.asIntN(64, value); ; rest >>= 7n) {
    const low = Number(rest & 127n);
    if (rest >> 6n === 0n || rest >> 6n === -1n) return [...bytes, low];
    bytes.push(low | 128);
  }
}

const section = (id: number, content: number[]): number[] => [id, ...unsigned(content.length), ...content];
const text = (name: string): number[] => [name.length, ...new TextEncoder().encode(name)];
