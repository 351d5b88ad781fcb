// keccak256 for those who need it millions of times: a tree of a million leaves takes four million. Elsewhere viem's or noble's does.
import { keccak_256 } from "@noble/hashes/sha3.js";
import { keccakModule } from "./keccakModule.ts";

/** A hash that takes its message in pieces. */
export interface KeccakStream {
  update(bytes: Uint8Array): KeccakStream;
  /** Ends it. */
  digest(): Uint8Array;
}

const RATE = 136; // bytes of the message between two permutations

/** The state of one sponge at a time, and what mixes it. */
interface Mixer {
  state: Uint8Array;
  words: Uint32Array;
  permute(): void;
}

/** What of WebAssembly is used here; the language's own library does not name it. */
interface WebAssemblyDoor {
  Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  Instance: new (module: object) => { exports: unknown };
}

let opened: Mixer | null | undefined;

/** Null where WebAssembly is not to be had. A page's own content policy refuses it, and would write so to the console; its workers may. */
function mixer(): Mixer | null {
  if (opened !== undefined) return opened;
  try {
    if ("document" in globalThis) return (opened = null);
    const { Instance, Module } = (globalThis as unknown as { WebAssembly: WebAssemblyDoor }).WebAssembly;
    const { memory, permute } = new Instance(new Module(keccakModule())).exports as { memory: { buffer: ArrayBuffer }; permute: () => void };
    opened = { state: new Uint8Array(memory.buffer, 0, 200), words: new Uint32Array(memory.buffer, 0, 50), permute };
  } catch {
    opened = null;
  }
  return opened;
}

/** keccak256 of a message. */
export function keccak256(message: Uint8Array): Uint8Array {
  const mix = mixer();
  if (!mix) return keccak_256(message);
  if (message.length >= RATE) return new Sponge(mix).update(message).digest();
  mix.state.fill(0);
  mix.state.set(message);
  return squeeze(mix, message.length);
}

/** The same for a message that comes in pieces. */
export const keccakStream = (): KeccakStream => {
  const mix = mixer();
  return mix ? new Sponge(mix) : keccak_256.create();
};

/** Pads a last block that holds `length` bytes of the message, and takes the hash. */
function squeeze({ state, permute }: Mixer, length: number): Uint8Array {
  state[length]! ^= 0x01;
  state[RATE - 1]! ^= 0x80;
  permute();
  return state.slice(0, 32);
}

/** Keeps its own state between pieces, since the mixer serves others meanwhile. */
class Sponge implements KeccakStream {
  private readonly own = new Uint8Array(200);
  private readonly block = new Uint8Array(RATE);
  private readonly blockWords = new Uint32Array(this.block.buffer);
  private filled = 0;
  private readonly mix: Mixer;

  constructor(mix: Mixer) {
    this.mix = mix;
  }

  update(bytes: Uint8Array): this {
    this.mix.state.set(this.own);
    for (let from = 0; from < bytes.length; ) {
      const piece = bytes.subarray(from, from + RATE - this.filled);
      this.block.set(piece, this.filled);
      this.filled += piece.length;
      from += piece.length;
      if (this.filled === RATE) this.absorb();
    }
    this.own.set(this.mix.state);
    return this;
  }

  digest(): Uint8Array {
    const { state } = this.mix;
    state.set(this.own);
    for (let place = 0; place < this.filled; place++) state[place]! ^= this.block[place]!;
    return squeeze(this.mix, this.filled);
  }

  private absorb(): void {
    const { words, permute } = this.mix;
    for (let word = 0; word < RATE / 4; word++) words[word]! ^= this.blockWords[word]!;
    permute();
    this.filled = 0;
  }
}
