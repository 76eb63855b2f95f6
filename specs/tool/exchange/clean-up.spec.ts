import { describe, expect, it, vi } from "vitest";
import { folderOf } from "../../../src/docs/folder.ts";
import { readFolders } from "../../../src/docs/read-folder.ts";
import { documentationOf } from "../../../src/exchange/judge-documentation.ts";
import { givenToken } from "../../../src/exchange/service/transport/sign-requests.ts";
import { NotSent, type Transport } from "../../../src/exchange/service/transport/transport.ts";
import { judgeTenant } from "../../../src/exchange/tenant/gate.ts";
import { planGate } from "../../../src/exchange/tenant/gate-plan.ts";
import type { GateSettings } from "../../../src/exchange/tenant/gate-settings.ts";
import { makeService } from "../../../src/mock/service.ts";
import type { Judgement } from "../../../src/rules/assertion.ts";
import { leftBehind } from "../../../src/rules/service/left-behind.ts";
import { quickClock } from "../../support/quick-clock.ts";
import { signIn } from "../../support/service.ts";
import { gateSettings, tenantOrigin } from "../../support/tenant.ts";
import { transportWithin } from "../../support/transport-within.ts";

const documentation = documentationOf(folderOf(await readFolders(["fixtures/rules/docs"])));
const contract = documentation.contract("v1.0");
const loans = "/lending/libraries/[^/]+/loans";

interface Change {
  readonly settings?: Partial<GateSettings>;
  readonly around?: (transport: Transport) => Transport;
  readonly signal?: AbortSignal;
  readonly onJudgement?: (judgement: Judgement) => void;
}

/** Gates a tenant that may be written to, in which no documented id exists. */
async function gate({ settings = {}, around = (same) => same, signal, onJudgement = () => {} }: Change = {}) {
  const within = transportWithin(makeService({ contracts: [contract], data: "generated" }));
  const token = await signIn(tenantOrigin, within);
  const ask = async (method: string, path: string) => {
    const headers = { Authorization: `Bearer ${token}` };
    return within(new URL(`${tenantOrigin}/v1.0${path}`), { method, headers }, new AbortController().signal);
  };
  const { value } = JSON.parse((await ask("GET", "/lending/libraries")).body);
  const libraryId = String(value[0].id);
  const before = await ask("GET", `/lending/libraries/${libraryId}/loans`);
  const changed = around(within);
  const sent: string[] = [];
  const judgements: Judgement[] = [];
  const left: string[] = [];
  const given = gateSettings({ depth: "full", allowWrites: true, bindings: { libraryId }, ...settings });
  const judged = judgeTenant(given, {
    contract,
    tokens: givenToken(token),
    key: "a key",
    clock: quickClock(),
    ...(signal ? { signal } : {}),
    onLeftBehind: (url, why) => left.push(`${url.replace(/^.*\/(?=loans)/, "")}: ${why}`),
    transport: async (url, message, stop) => {
      const answer = await changed(url, message, stop);
      if (message.method !== "GET")
        sent.push(`${message.method} ${url.pathname.replace("/v1.0", "")} ${answer.status}`);
      return answer;
    },
  });
  let failure: unknown;
  try {
    for await (const judgement of judged) {
      judgements.push(judgement);
      onJudgement(judgement);
    }
  } catch (error) {
    failure = error;
  }
  const after = await ask("GET", `/lending/libraries/${libraryId}/loans`);
  return { failure, sent, left, judgements, libraryId, isAsBefore: before.body === after.body };
}

const findings = (judgements: readonly Judgement[]) =>
  judgements.flatMap(({ assertions }) =>
    assertions.flatMap((each) =>
      each.status === "fail" && each.severity === "error" ? [`${each.rule}: ${each.message}`] : [],
    ),
  );

/** Another answer to what is removed at the end; what the example removes is removed. */
const failing =
  (status: number, error: object) =>
  (transport: Transport): Transport => {
    return async (url, message, signal) => {
      if (
        message.method !== "DELETE" ||
        !message.headers.Authorization ||
        !new RegExp(loans).test(url.pathname)
      )
        return transport(url, message, signal);
      const headers: [string, string][] = [["Content-Type", "application/json"]];
      return { status, reason: "", headers, body: JSON.stringify({ error }) };
    };
  };

describe("a gate that may write", () => {
  it("changes and removes what it has created, and leaves all as it was", async () => {
    const { sent, left, judgements, isAsBefore, libraryId } = await gate();
    expect(findings(judgements)).toEqual([]);
    expect(left).toEqual([]);
    expect(isAsBefore).toBe(true);
    const done = sent.filter((line) => / 2\d\d$/.test(line)).map((line) => line.replace(libraryId, "7"));
    const [created, changed, removed] = done;
    expect(done).toHaveLength(3);
    expect(created).toBe("POST /lending/libraries/7/loans 201");
    expect(changed).toMatch(/^PATCH \/lending\/libraries\/7\/loans\/[^/]+ 200$/);
    expect(removed).toBe(changed?.replace("PATCH", "DELETE").replace("200", "204"));
  });

  it("writes nothing without leave, and creates nothing that no page says how to remove", async () => {
    expect((await gate({ settings: { allowWrites: false } })).sent).toEqual([]);
    const { sent, isAsBefore, judgements } = await gate({ settings: { exclude: ["loan-delete"] } });
    expect(sent.filter((line) => line.startsWith("POST") && !line.endsWith("401"))).toEqual([]);
    expect(isAsBefore).toBe(true);
    const said = judgements.flatMap(({ assertions }) =>
      assertions.flatMap((each) =>
        each.status === "not-verified" && each.reason === "write-not-allowed" ? [each.message] : [],
      ),
    );
    expect(said).toContain(
      "the example is not replayed: what it creates could not be removed: no page here documents DELETE /lending/libraries/{libraryId}/loans/{id}",
    );
  });

  it("says what it could not remove, by rule and by path", async () => {
    const denied = {
      code: "Authorization_RequestDenied",
      message: "Insufficient privileges to complete the operation.",
    };
    const { left, judgements, isAsBefore } = await gate({ around: failing(403, denied) });
    expect(isAsBefore).toBe(false);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatch(/^loans\/\S+: its removal was answered with 403 Forbidden$/);
    expect(findings(judgements)).toEqual([
      "service/left-behind: something that this run created is left behind: its removal was answered with 403 Forbidden",
    ]);
  });

  it("removes what it has created when it is stopped, also where the answer was still on its way", async () => {
    const stop = new AbortController();
    const stopping =
      (transport: Transport): Transport =>
      async (url, message, signal) => {
        const answer = await transport(url, message, signal);
        if (message.method === "POST" && answer.status === 201) stop.abort();
        return answer;
      };
    const { sent, left, isAsBefore } = await gate({ around: stopping, signal: stop.signal });
    expect(left).toEqual([]);
    expect(isAsBefore).toBe(true);
    expect(sent.at(-1)).toMatch(/^DELETE .* 204$/);
    expect(sent.filter((line) => line.startsWith("PATCH") && line.endsWith("200"))).toEqual([]);
  });

  it("removes all of it where a defect ends the run while the first of it is removed", async () => {
    const good = contract.examples.find(({ request }) => request.method === "POST")?.request.body?.text ?? "";
    let refused = 0;
    // The example's removal is refused, and what comes with a bad body is created all the same.
    const lax = (transport: Transport): Transport => {
      const refusing = failing(403, { code: "accessDenied", message: "Access denied" })(transport);
      return async (url, message, signal) => {
        const isRemoval = message.method === "DELETE" && message.headers.Authorization !== undefined;
        if (isRemoval && refused++ === 0) return refusing(url, message, signal);
        const answer = await transport(url, message, signal);
        const isBad = message.method === "POST" && answer.status === 400;
        return isBad ? transport(url, { ...message, body: good }, signal) : answer;
      };
    };
    const judge = vi.spyOn(leftBehind, "judge").mockImplementation(() => {
      throw new Error("a defect");
    });
    const { failure, sent, left, isAsBefore } = await gate({ around: lax }).finally(() =>
      judge.mockRestore(),
    );
    expect(String(failure)).toContain("the rule service/left-behind failed to judge: a defect");
    expect(left).toEqual([]);
    expect(sent.filter((line) => line.endsWith(" 201"))).toHaveLength(2);
    expect(isAsBefore).toBe(true);
  });

  const losing =
    (error: Error) =>
    (transport: Transport): Transport =>
    async (url, message, signal) => {
      const answer = await transport(url, message, signal);
      if (message.method === "POST" && answer.status === 201) throw error;
      return answer;
    };

  it.each([
    ["has no answer", new Error("socket hang up")],
    ["is not waited for", new NotSent("budget", "the time is over", true)],
  ])("says that it does not know what a request has created that %s", async (_, error) => {
    const { left } = await gate({ around: losing(error) });
    expect(left).toEqual([
      "loans: what POST /lending/libraries/{}/loans may have created is not removed: no answer said its key",
    ]);
  });

  it("looks for nothing behind a request that was not sent", async () => {
    expect((await gate({ around: losing(new NotSent("budget", "the time is over")) })).left).toEqual([]);
  });

  it("removes it with what is kept of the budget, and sends no more than that", async () => {
    const settings = gateSettings({ depth: "full", allowWrites: true, bindings: { libraryId: "7" } });
    const { most } = planGate(contract, settings);
    for (const budget of [30, 60, most]) {
      const { isAsBefore, left } = await gate({ settings: { budget } });
      expect(left).toEqual([]);
      expect(isAsBefore).toBe(true);
    }
  });
});

describe("the plan of a gate that may write", () => {
  it("says what would be created, and that nothing else is changed that nobody named", () => {
    const settings = gateSettings({ allowWrites: true, bindings: { libraryId: "7" } });
    const { operations } = planGate(contract, settings);
    const writing = operations.filter(({ writes }) => writes);
    expect(
      writing.map(({ id, left, binds }) => [id, left, binds.map(({ from, created }) => [from, created])]),
    ).toEqual([
      [
        "DELETE /lending/libraries/{}/featuredHoldings/{}/$ref",
        "no-data",
        [
          ["7", undefined],
          ["/lending/libraries/{libraryId}/featuredHoldings", undefined],
        ],
      ],
      ["POST /lending/libraries/{}/loans", undefined, [["7", undefined]]],
      ...["DELETE", "PATCH"].map((method) => [
        `${method} /lending/libraries/{}/loans/{}`,
        undefined,
        [
          ["7", undefined],
          ["/lending/libraries/{libraryId}/loans", true],
        ],
      ]),
    ]);
  });
});
