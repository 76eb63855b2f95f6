import { describe, expect, it } from "vitest";
import { withDeadline } from "../../../src/exchange/service/transport/limits.ts";
import { NotSent } from "../../../src/exchange/service/transport/transport.ts";

/** What becomes of a request to a service that never answers, asked at a time of a run that ends at 100. */
async function asked(at: number): Promise<unknown> {
  const clock = { now: () => at, sleep: () => Promise.resolve() };
  const transport = withDeadline(() => new Promise(() => {}), { limit: 100, end: 100, clock });
  const message = { method: "POST", headers: {} };
  return transport(new URL("http://localhost"), message, new AbortController().signal).catch(
    (error) => error,
  );
}

describe("a request at the end of the time of a run", () => {
  it("went out where it is not waited for, so that nobody knows what it has done", async () => {
    const error = await asked(99);
    expect(error).toBeInstanceOf(NotSent);
    expect(error).toMatchObject({ reason: "budget", sent: true });
  });

  it("did not go out where the time is over before", async () => {
    expect(await asked(100)).toMatchObject({ reason: "budget", sent: false });
  });
});
