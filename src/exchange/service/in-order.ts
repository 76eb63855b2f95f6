/** How many sources work at a time, and how many items may be there that nobody has done with yet. */
export interface OrderLimits {
  readonly width: number;
  /** Those under way count, those that wait for their turn, and the one that the consumer has. */
  readonly held: number;
}

/** Gives items, and other sources whose items belong in their place while it goes on. */
export type Source<Item> = AsyncGenerator<Item | Apart<Item>, void, void>;

/** A source of which the one that gives it waits for nothing. */
export class Apart<Item> {
  readonly source: Source<Item>;

  constructor(source: Source<Item>) {
    this.source = source;
  }
}

/** A source, or what is left of it, and its items that nobody has taken. */
interface Lane<Item> {
  readonly source: Source<Item>;
  readonly items: { readonly item: Item }[];
  state: "idle" | "working" | "ended";
}

/**
 * Lets several sources work at a time, and gives their items in the order of the sources: those of the first, those of
 * the second. The earliest that is idle is asked for its next item, when there is room for one; the one whose turn it is
 * finds room always. So a consumer that stops taking items stops the sources, and a slow first source the others. What
 * fails ends all of it.
 */
export async function* inOrder<Item>(
  sources: Iterable<Source<Item>>,
  { width, held }: OrderLimits,
): AsyncGenerator<Item, void, void> {
  const order = new Order(sources, Math.max(1, width), Math.max(1, held));
  try {
    yield* order.items();
  } finally {
    order.end();
  }
}

class Order<Item> {
  readonly #rest: Iterator<Source<Item>>;
  readonly #width: number;
  readonly #limit: number;
  /** The first is the one whose turn it is. */
  readonly #lanes: Lane<Item>[] = [];
  #working = 0;
  #held = 0;
  #ended = false;
  #failure: { readonly error: unknown } | undefined;
  /** Wakes the consumer. */
  #wake = () => {};

  constructor(sources: Iterable<Source<Item>>, width: number, limit: number) {
    this.#rest = sources[Symbol.iterator]();
    this.#width = width;
    this.#limit = limit;
  }

  async *items(): AsyncGenerator<Item, void, void> {
    for (;;) {
      this.#goOn();
      if (this.#failure) throw this.#failure.error;
      const [first] = this.#lanes;
      const next = first?.items.shift();
      if (next) {
        yield next.item;
        this.#held--;
      } else if (first?.state === "ended") {
        this.#lanes.shift();
      } else if (first) {
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
      } else return;
    }
  }

  end(): void {
    this.#ended = true;
    for (const { state, source } of this.#lanes) if (state === "idle") void leave(source);
  }

  /** Sets to work what may work. */
  #goOn(): void {
    try {
      while (!this.#ended && !this.#failure && this.#working < this.#width) {
        // For what has no turn, the last room is not free: it may be wanted by the one that has.
        if (this.#held >= this.#limit) return;
        const lane = this.#lanes.find(({ state }) => state === "idle") ?? this.#open();
        if (!lane || (lane !== this.#lanes[0] && this.#held >= this.#limit - 1)) return;
        void this.#advance(lane);
      }
    } catch (error) {
      this.#failure = { error };
    }
  }

  #open(): Lane<Item> | undefined {
    const next = this.#rest.next();
    if (next.done) return undefined;
    const lane: Lane<Item> = { source: next.value, items: [], state: "idle" };
    this.#lanes.push(lane);
    return lane;
  }

  async #advance(lane: Lane<Item>): Promise<void> {
    lane.state = "working";
    this.#working++;
    this.#held++;
    try {
      const next = await lane.source.next();
      lane.state = next.done ? "ended" : "idle";
      if (next.done || next.value instanceof Apart) this.#held--;
      if (next.value instanceof Apart) this.#part(lane, next.value.source);
      else if (!next.done) lane.items.push({ item: next.value });
    } catch (error) {
      lane.state = "ended";
      this.#failure ??= { error };
    }
    this.#working--;
    if (this.#ended) await leave(lane.source);
    this.#goOn();
    this.#wake();
  }

  /** What the lane has by now stays before the source; what it will have comes behind it. */
  #part(lane: Lane<Item>, source: Source<Item>): void {
    const { items, source: rest } = lane;
    const before: Lane<Item> = { source, items, state: "idle" };
    const behind: Lane<Item> = { source: rest, items: [], state: "idle" };
    this.#lanes.splice(this.#lanes.indexOf(lane), 1, before, behind);
  }
}

/** How a source ends that nobody listens to any more is of no interest. */
async function leave(source: Source<unknown>): Promise<void> {
  await source.return().catch(() => {});
}
