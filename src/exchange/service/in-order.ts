/** How many sources work at a time, and how many items may be there that nobody has done with yet. */
export interface OrderLimits {
  readonly width: number;
  /** Those under way count, those that wait for their turn, and the one that the consumer has. */
  readonly held: number;
}

interface Lane<Item> {
  readonly source: AsyncGenerator<Item, void, void>;
  readonly items: { readonly item: Item }[];
  ended: boolean;
}

/**
 * Lets several sources work at a time, and gives their items in the order of the sources: those of the first, those of
 * the second. A source is asked for its next item only when there is room for it, and the one whose turn it is finds
 * room always: so a consumer that stops taking items stops the sources, and a slow first source the others. What fails
 * ends all of it.
 */
export async function* inOrder<Item>(
  sources: Iterable<AsyncGenerator<Item, void, void>>,
  { width, held: limit }: OrderLimits,
): AsyncGenerator<Item, void, void> {
  const rest = sources[Symbol.iterator]();
  // In order; the first is the one whose turn it is.
  const lanes: Lane<Item>[] = [];
  let working = 0;
  let held = 0;
  let over = false;
  let failure: { readonly error: unknown } | undefined;
  let change = news();

  const tell = () => {
    change.tell();
    change = news();
  };
  const startMore = () => {
    while (!over && working < Math.max(1, width)) {
      const next = rest.next();
      if (next.done) return;
      const lane: Lane<Item> = { source: next.value, items: [], ended: false };
      lanes.push(lane);
      working++;
      void work(lane);
    }
  };
  const hasRoom = (lane: Lane<Item>) => held < (lane === lanes[0] ? Math.max(1, limit) : limit - 1);
  const work = async (lane: Lane<Item>) => {
    try {
      for (;;) {
        while (!over && !hasRoom(lane)) await change.come;
        if (over) break;
        held++;
        const next = await lane.source.next();
        if (next.done) {
          held--;
          break;
        }
        lane.items.push({ item: next.value });
        tell();
      }
      await lane.source.return();
    } catch (error) {
      failure ??= { error };
    }
    lane.ended = true;
    working--;
    try {
      startMore();
    } catch (error) {
      failure ??= { error };
    }
    tell();
  };

  try {
    startMore();
    while (lanes[0]) {
      if (failure) throw failure.error;
      const next = lanes[0].items.shift();
      if (next) {
        yield next.item;
        held--;
      } else if (lanes[0].ended) {
        lanes.shift();
      } else {
        await change.come;
        continue;
      }
      tell();
    }
    if (failure) throw failure.error;
  } finally {
    over = true;
    tell();
  }
}

interface News {
  readonly come: Promise<void>;
  readonly tell: () => void;
}

function news(): News {
  let tell = () => {};
  const come = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { come, tell };
}
