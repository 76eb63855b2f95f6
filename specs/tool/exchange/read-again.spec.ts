import { describe, expect, it } from "vitest";
import { isObject } from "../../../src/base/is-object.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { gateWithin } from "../../support/tenant.ts";

/** The JSON of some answers in another form, by the URL and how many answers of that URL there were before. */
function changing(change: (body: Readonly<Record<string, unknown>>, url: URL, before: number) => unknown) {
  const asked = new Map<string, number>();
  return (transport: Transport): Transport =>
    async (url, message, signal) => {
      const answer = await transport(url, message, signal);
      const before = asked.get(url.href) ?? 0;
      asked.set(url.href, before + 1);
      const body: unknown = answer.status === 200 ? JSON.parse(answer.body) : undefined;
      if (!isObject(body) || !Array.isArray(body.value)) return answer;
      return { ...answer, body: JSON.stringify(change(body, url, before)) };
    };
}

const isSorted = (url: URL) => url.searchParams.has("$orderby") && !url.searchParams.has("$filter");
const page = { include: ["identitygovernance-run-list-userprocessingresults"], depth: "full" } as const;
const data = { data: "generated", items: 4 } as const;

type Gated = Awaited<ReturnType<typeof gateWithin>>;

function incomplete({ judgements }: Gated) {
  return judgements
    .flatMap(({ assertions }) => assertions)
    .filter(({ rule, status }) => rule === "query/incomplete" && /fail|not-verified/.test(status))
    .map(
      (each) =>
        `${each.status}: ${"message" in each ? each.message.replace(/^.* (?=with|the list)/, "") : ""}`,
    );
}

describe("a list from which items seem to be left out", () => {
  it("is read again, at most three times, and what it still holds is missed", async () => {
    const lossy = changing((body, url) =>
      isSorted(url) && Array.isArray(body.value) ? { ...body, value: body.value.slice(1) } : body,
    );
    const gated = await gateWithin(page, lossy, data);
    const said = incomplete(gated);
    expect(said.filter((line) => line.startsWith("fail"))).toHaveLength(3);
    expect(said.filter((line) => line.includes("was not read again")).length).toBeGreaterThan(0);
    const whole = await gateWithin(page, undefined, data);
    expect(incomplete(whole)).toEqual([]);
    expect(gated.sent).toHaveLength(whole.sent.length + 3);
  });

  it("says nothing where it has changed by then", async () => {
    const moving = changing((body, url, before) =>
      Array.isArray(body.value) && (isSorted(url) || before > 0)
        ? { ...body, value: body.value.slice(1) }
        : body,
    );
    const said = incomplete(await gateWithin(page, moving, data));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((line) => line.startsWith("fail"))).toEqual([]);
  });
});
