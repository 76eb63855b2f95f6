import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { makeTurns } from "../../../src/mock/http/turns.ts";

/** Works for as long as a request to a big list takes. */
function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

describe("the turns of the event loop", () => {
  it("leave room for others while many requests wait, which are answered in their order", async () => {
    const turns = makeTurns();
    const done: number[] = [];
    const wanted = Array.from({ length: 12 }, (_, index) => index);
    for (const index of wanted)
      turns(() => {
        work(2);
        done.push(index);
        return undefined;
      });
    const seen: number[] = [];
    while (done.length < wanted.length) {
      seen.push(done.length);
      await turn();
    }
    expect(done).toEqual(wanted);
    expect(new Set(seen).size).toBeGreaterThan(2);
  });

  it("send at their end what was answered in them, and not before", async () => {
    const turns = makeTurns();
    const done: string[] = [];
    for (const name of ["one", "other"])
      turns(() => {
        done.push(`answer ${name}`);
        return () => void done.push(`send ${name}`);
      });
    expect(done).toEqual([]);
    await turn();
    expect(done).toEqual(["answer one", "answer other", "send one", "send other"]);
  });
});
