// Offers and requests that people handed in, for whoever asks what there is. It is a board, not a market: nothing here ranks, filters or takes.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Hex } from "viem";
import { toFailure } from "#client/chain/toFailure.ts";
import { type Both, tell } from "#client/chain/words.ts";
import { itemId, type OfferItem, readBundle, type ReadItem, type RequestItem, writeBundle } from "#client/offnet/bundle.ts";
import { checkItems } from "#client/offnet/check.ts";
import { merged } from "#client/offnet/marketItems.ts";
import type { Cooperative } from "../../coop/open.ts";
import { speechOf } from "../../coop/speech.ts";
import type { Books } from "./books.ts";
import { type Answer, say } from "./http.ts";

type Shown = OfferItem | RequestItem;

/** How much lies on it: of one seller or buyer, and of all. */
export interface ShelfLimits {
  readonly each: number;
  readonly all: number;
}
export const SHELF: ShelfLimits = { each: 50, all: 1_000 };

/** So many items of one request. */
const MOST_ITEMS = 200;

const sentences = {
  nothing: say("这里面没有供或需。没有收下。", "There is no offer and no request in it. Nothing was taken."),
  many: say(`一次至多${MOST_ITEMS}份。没有收下；请分几次送。`, `At most ${MOST_ITEMS} items are taken at once. Nothing was taken: send them in parts.`),
  blind: say("现在连不上链，没有收下。请过一会儿再试。", "The chain cannot be reached just now. Nothing was taken: try again in a while."),
  shown: tell("已放上，谁来问都看得到，到期自动拿下。", "It is shown to whoever asks, until it closes."),
  full: tell("这里放满了，没有收下。您仍可以用文件、链接或二维码交给别人。", "There is no room here, and this was not taken. It can still be handed on as a file, a link or a code."),
  each: (most: number) => tell(`同一人至多放${most}份，没有收下。`, `At most ${most} of one person are shown, and this was not taken.`),
};

const isShown = (item: ReadItem): item is ReadItem & Shown => item.kind === "offer" || item.kind === "request";
const ownerOf = (item: Shown): string => (item.kind === "offer" ? `member ${item.seller}` : `holder ${item.buyer}`);

/** What lies there. Kept in one file, which may be deleted: nothing is lost by it that its signers do not have. */
export class Shelf {
  private readonly items = new Map<Hex, Shown>();
  private readonly file: string;
  private readonly cooperative: Pick<Cooperative, "deployment">;
  private readonly books: Books;
  private readonly limits: ShelfLimits;

  constructor(file: string, cooperative: Pick<Cooperative, "deployment">, books: Books, limits: ShelfLimits = SHELF) {
    this.file = file;
    this.cooperative = cooperative;
    this.books = books;
    this.limits = limits;
    if (!existsSync(file)) return;
    for (const item of readBundle(readFileSync(file, "utf8")).items) if (isShown(item)) this.items.set(itemId(item), bare(item));
  }

  /** Everything that still holds, as one bundle: oldest first. */
  show(now = Date.now() / 1_000): Answer {
    return { status: 200, text: writeBundle([...this.items.values()].filter(({ closes }) => closes > now), this.cooperative.deployment) };
  }

  /** Takes in what is signed and still holds. Copies of one offer become one with all their signatures. */
  async take(body: string): Promise<Answer> {
    const read = readBundle(body);
    const items = read.items.filter(isShown);
    if (items.length === 0) return { status: 422, json: { ...sentences.nothing, faults: read.faults } };
    if (items.length > MOST_ITEMS) return { status: 413, json: sentences.many };
    let checked;
    try {
      const { ledger, now } = await this.books.recent();
      checked = await checkItems(items, { ledger, deployment: this.cooperative.deployment, now, hasCode: this.books.hasCode, speech: speechOf(ledger) });
    } catch (error) {
      if (toFailure(error).data.kind !== "network") throw error;
      return { status: 503, json: sentences.blind, wait: 15 };
    }
    this.clear();
    const told = checked.map((one) => ({ id: itemId(one.item), number: one.item.number, ...this.admit(one.item as ReadItem & Shown, one.verdict.is === "bad" ? one.say : null) }));
    this.keep();
    return { status: told.some(({ state }) => state === "shown") ? 202 : 422, json: { items: told, faults: read.faults } };
  }

  private admit(item: ReadItem & Shown, why: Both | null): { state: "shown" | "untaken"; say: Both } {
    if (why) return { state: "untaken", say: why };
    const [id, known] = [itemId(item), this.items.get(itemId(item))];
    if (!known && this.items.size >= this.limits.all) return { state: "untaken", say: sentences.full };
    const owner = ownerOf(item);
    if (!known && [...this.items.values()].filter((one) => ownerOf(one) === owner).length >= this.limits.each) return { state: "untaken", say: sentences.each(this.limits.each) };
    this.items.set(id, known?.kind === "offer" && item.kind === "offer" ? merged(known, bare(item) as OfferItem) : bare(item));
    return { state: "shown", say: sentences.shown };
  }

  /** What is over makes room. */
  private clear(now = Date.now() / 1_000): void {
    for (const [id, { closes }] of this.items) if (closes <= now) this.items.delete(id);
  }

  private keep(): void {
    const next = `${this.file}.next`;
    writeFileSync(next, writeBundle([...this.items.values()], this.cooperative.deployment));
    renameSync(next, this.file);
  }
}

/** An item without where it was read. */
function bare({ place: _, number: _number, ...item }: ReadItem & Shown): Shown {
  return item as Shown;
}
