import { describe, expect, it } from "vitest";
import { Apart, inOrder, type Source } from "../../../src/exchange/service/in-order.ts";
import { listOf } from "../../support/service.ts";

/** Lets everything happen that waits for nothing else. */
const settle = () => new Promise((done) => setTimeout(done, 5));

/** Items that come when they are let: `let("b")` gives the next item of source b. */
function sourcesOf(sizes: Readonly<Record<string, number>>) {
  const waiting = new Map<string, () => void>();
  const asked: string[] = [];
  const returned: string[] = [];
  async function* source(name: string, size: number): AsyncGenerator<string, void, void> {
    try {
      for (let index = 1; index <= size; index++) {
        asked.push(`${name}${index}`);
        await new Promise<void>((done) => waiting.set(name, done));
        yield `${name}${index}`;
      }
    } finally {
      returned.push(name);
    }
  }
  const give = async (...names: readonly string[]) => {
    for (const name of names) {
      waiting.get(name)?.();
      await settle();
    }
  };
  return { asked, returned, give, sources: Object.entries(sizes).map(([name, size]) => source(name, size)) };
}

async function* items(name: string, count: number): AsyncGenerator<string, void, void> {
  for (let index = 1; index <= count; index++) yield `${name}${index}`;
}

const generous = { width: 9, held: 99 };

describe("several sources in order", () => {
  it("give their items in the order of the sources, in whatever order they come", async () => {
    const { give, sources } = sourcesOf({ a: 2, b: 1, c: 2 });
    const all = listOf(inOrder(sources, generous));
    await settle();
    await give("c", "b", "c", "a", "a");
    expect(await all).toEqual(["a1", "a2", "b1", "c1", "c2"]);
  });

  it("work so many at a time", async () => {
    const { asked, give, sources } = sourcesOf({ a: 2, b: 1, c: 1 });
    const all = listOf(inOrder(sources, { width: 2, held: 99 }));
    await settle();
    expect(asked).toEqual(["a1", "b1"]);
    await give("b");
    expect(asked).toEqual(["a1", "b1", "c1"]);
    await give("a", "a", "c");
    expect(await all).toEqual(["a1", "a2", "b1", "c1"]);
  });

  it("are asked for nothing until the first item is wanted", async () => {
    const { asked, sources } = sourcesOf({ a: 1 });
    inOrder(sources, generous);
    await settle();
    expect(asked).toEqual([]);
  });

  it("stop where the consumer takes no more, and hold no more than they may", async () => {
    const taken: string[] = [];
    let most = 0;
    let made = 0;
    async function* counted(name: string) {
      for await (const item of items(name, 10)) {
        most = Math.max(most, ++made - taken.length);
        yield item;
      }
    }
    const slow = inOrder("abcdef".split("").map(counted), { width: 3, held: 5 });
    for await (const item of slow) {
      await settle();
      const before = made;
      await settle();
      expect(made).toBe(before);
      taken.push(item);
    }
    expect(taken).toHaveLength(60);
    expect(most).toBe(5);
  });

  it("come to an end however little they may hold", async () => {
    for (const held of [0, 1, 2]) {
      const sources = ["a", "b", "c"].map((name) => items(name, 3));
      expect((await listOf(inOrder(sources, { width: 3, held }))).join(" ")).toBe(
        "a1 a2 a3 b1 b2 b3 c1 c2 c3",
      );
    }
  });

  it("are left alone when the consumer breaks off", async () => {
    const { asked, returned, give, sources } = sourcesOf({ a: 3, b: 3, c: 1 });
    const taking = (async () => {
      for await (const item of inOrder(sources, { width: 2, held: 99 })) return item;
      return undefined;
    })();
    await settle();
    await give("a");
    expect(await taking).toBe("a1");
    await give("a", "b", "b");
    expect(asked).toEqual(["a1", "b1", "a2"]);
    expect(returned).toEqual(["a", "b"]);
  });

  it("fail all when one fails, and the failure waits for no other", async () => {
    const { give, sources } = sourcesOf({ a: 1, b: 1 });
    async function* broken(): AsyncGenerator<string, void, void> {
      yield "never seen";
      throw new Error("broken");
    }
    const all = listOf(inOrder([...sources, broken()], generous));
    await expect(all).rejects.toThrow("broken");
    await give("a", "b");
  });

  it("are none, or have none", async () => {
    expect(await listOf(inOrder([], generous))).toEqual([]);
    expect(await listOf(inOrder([items("a", 0), items("b", 1), items("c", 0)], generous))).toEqual(["b1"]);
  });
});

describe("a source that gives another one apart", () => {
  /** a1, the items of the others in their place, a2. */
  async function* giving(...others: readonly Source<string>[]): Source<string> {
    yield "a1";
    for (const other of others) yield new Apart(other);
    yield "a2";
  }

  it("goes on while that one works, and its items stand behind those of the other", async () => {
    const { asked, give, sources } = sourcesOf({ b: 2, c: 1 });
    const all = listOf(inOrder([giving(...sources), items("d", 1)], generous));
    await settle();
    expect(asked).toEqual(["b1", "c1"]);
    await give("c", "b", "b");
    expect(await all).toEqual(["a1", "b1", "b2", "c1", "a2", "d1"]);
  });

  it("may be given apart itself", async () => {
    const all = listOf(inOrder([giving(giving(items("b", 1)), giving())], generous));
    expect((await all).join(" ")).toBe("a1 a1 b1 a2 a1 a2 a2");
  });

  it("comes to an end however little may be held or work", async () => {
    for (const held of [1, 2, 3]) {
      for (const width of [1, 2]) {
        const sources = ["x", "y"].map((name) => giving(items(name, 2), items(name, 1)));
        const all = await listOf(inOrder(sources, { width, held }));
        expect(all.join(" ")).toBe("a1 x1 x2 x1 a2 a1 y1 y2 y1 a2");
      }
    }
  });
});
