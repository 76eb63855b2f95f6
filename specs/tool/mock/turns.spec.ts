import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { makeTurns } from "../../../src/mock/http/turns.ts";

describe("the turns of the event loop", () => {
  it("leave room for others while many requests wait, which are answered in their order", async () => {
    let time = 0;
    const turns = makeTurns(() => time);
    const done: number[] = [];
    const wanted = Array.from({ length: 12 }, (_, index) => index);
    for (const index of wanted)
      turns(() => {
        // As long as a request to a big list takes.
        time += 2;
        done.push(index);
        return undefined;
      });
    const seen: number[] = [];
    await turn();
    while (done.length < wanted.length) {
      seen.push(done.length);
      await turn();
    }
    expect(done).toEqual(wanted);
    expect(seen).toEqual([2, 4, 6, 8, 10]);
  });

  it("send at their end what was answered in them, and not before", async () => {
    const turns = makeTurns(() => 0);
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
