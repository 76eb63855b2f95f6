import { describe, expect, it } from "vitest";
import { isObject } from "../../../src/base/is-object.ts";
import type { Transport } from "../../../src/exchange/service/transport/transport.ts";
import { formatNames, formats } from "../../../src/report/formats.ts";
import { renderTerminal } from "../../../src/report/terminal.ts";
import type { Judgement } from "../../../src/rules/assertion.ts";
import { report } from "../../support/hand-made.ts";
import { gateWithin } from "../../support/tenant.ts";

/** What a tenant could hold of somebody, by the kind of value. */
const planted = [
  "Anna Lindqvist",
  "Zoë",
  "Petrova",
  "anna.lindqvist@contoso.test",
  "anna_contoso.test#EXT#@fabrikam.test",
  "+49 151 23456789",
  "4111111111111111",
  "7c9e6679-7425-40de-944b-e07fc1f90ae7",
  "7c9e6679742540de944be07fc1f90ae7",
  "https://contoso-my.sharepoint.test/personal/anna_lindqvist/Documents/pay.xlsx",
  "/users/anna.lindqvist@contoso.test/manager",
  "CN=Anna Lindqvist,OU=Payroll,DC=contoso,DC=test",
  'Payroll & "Benefits" <secret> | O\'Brien, line\nbreak',
  "0.AXoA9-secret_refresh~token.value",
  "Offboarding of the whole payroll department on the last day of the month, by order of the board",
  "2031-02-30T99:00:00Z",
  "192.168.17.4",
  "DESKTOP-4F7K2",
  "ŠeřéMĕt",
  "lindqvist",
];

/** What of a value would give it away: the value, and each word of it that says something. */
const traces = (value: string) => [
  value,
  JSON.stringify(value).slice(1, -1),
  ...value
    .split(/[\s"'<>&|,=@/:#]+/)
    .filter((word) => word.length > 5 && !/^(?:https?|the|whole)$/.test(word)),
];
const common = /^(?:department|personal|manager|Documents|users|secret|Benefits|Offboarding)$/;
const telltales = [...new Set(planted.flatMap(traces))].filter((word) => !common.test(word));

/** Puts values of somebody into every answer: in strings, numbers, names, headers and the reason phrase. */
const plant =
  (broken: boolean) =>
  (transport: Transport): Transport => {
    let next = 0;
    const value = () => planted[next++ % planted.length] ?? "";
    const spoil = (json: unknown, name = ""): unknown => {
      if (Array.isArray(json)) return json.map((item) => spoil(item, name));
      if (isObject(json)) {
        const entries = Object.entries(json).map(([key, inner]) => [key, spoil(inner, key)]);
        const extension = { [`extension_${planted[8]}_costCentre`]: value(), [planted[3] ?? ""]: value() };
        return { ...Object.fromEntries(entries), ...(name === "value" ? extension : {}) };
      }
      // What is listed has to be found.
      if (name === "id") return json;
      if (typeof json === "number") return broken ? value() : json;
      // A member is shown, whoever it may be called after.
      if (/^(?:category|code)$|(?:Status|ExecutionType|Scope)$/.test(name)) return json;
      return typeof json === "string" && (broken || !name.startsWith("@odata")) ? value() : json;
    };
    return async (url, message, signal) => {
      const answer = await transport(url, message, signal);
      if (!answer.body.startsWith("{")) return answer;
      const body = JSON.stringify(spoil(JSON.parse(answer.body)));
      const headers: [string, string][] = [
        ["x-ms-user", planted[0] ?? ""],
        ["Location", planted[9] ?? ""],
        ["Content-Type", broken ? `${planted[3]}` : "application/json"],
      ];
      const kept = answer.headers.filter(([name]) => !/^content-/i.test(name));
      return { ...answer, reason: broken ? (planted[0] ?? "") : "", headers: [...kept, ...headers], body };
    };
  };

function allOf(judgements: readonly Judgement[]): ReadonlyMap<string, string> {
  const made = report(judgements);
  const written = formatNames.map((name): [string, string] => {
    const text = [...formats[name].render(made, { detail: true, pathTo: (file) => file })].join("");
    return [name, text];
  });
  const all = new Map([...written, ["terminal", renderTerminal(made, { colour: false, limit: 10_000 })]]);
  return new Map([...all, ["lines", judgements.map((each) => JSON.stringify(each)).join("\n")]]);
}

/** Less than all takes less time. */
const include = ["*/runs/{}/userProcessingResults*"];

describe("evidence by shape", () => {
  for (const broken of [false, true]) {
    it(`holds nothing of what a tenant does, in no format${broken ? ", where every promise is broken" : ""}`, async () => {
      const { judgements } = await gateWithin({ include }, plant(broken));
      const findings = judgements.flatMap(({ assertions }) =>
        assertions.filter(({ status }) => status === "fail"),
      );
      expect(findings.length).toBeGreaterThan(broken ? 20 : 5);
      for (const [format, text] of allOf(judgements)) {
        const found = telltales.filter((word) => text.includes(word));
        expect(found, `${format}: ${found.map((word) => around(text, word)).join("\n")}`).toEqual([]);
      }
    });
  }

  it("is what keeps it out: full evidence shows it", async () => {
    const { judgements } = await gateWithin({ evidence: "full", include }, plant(false));
    const text = allOf(judgements).get("json") ?? "";
    expect(telltales.filter((word) => text.includes(word)).length).toBeGreaterThan(10);
  });

  it("shows types, lengths, formats and members, and the same id alike in one run", async () => {
    const { judgements } = await gateWithin({ include });
    const shown = judgements.find(({ response }) => response?.text.includes('"totalTasksCount":'));
    const text = shown?.response?.text ?? "";
    expect(text).toMatch(/"processingStatus":"[a-z]\w+"/);
    expect(text).toContain('"startedDateTime":"a date-time"');
    expect(text).toMatch(/"totalTasksCount":"a number of \d digits?"/);
    const [, id = ""] = /"id":"a GUID ([0-9a-f]{8})"/.exec(text) ?? [];
    expect(judgements.some(({ request }) => request?.text.includes(`/{a GUID ${id}}`))).toBe(true);
  });

  it("keeps the fingerprints, so that waivers hold, and the places of what is wrong", async () => {
    const [full, shape] = [
      await gateWithin({ evidence: "full", include }, plant(true)),
      await gateWithin({ include }, plant(true)),
    ];
    const marked = ({ judgements }: typeof full) =>
      judgements.flatMap((judgement) =>
        judgement.assertions.flatMap((each) => ("fingerprint" in each ? { judgement, ...each } : [])),
      );
    expect(marked(shape).map(({ fingerprint }) => fingerprint)).toEqual(
      marked(full).map(({ fingerprint }) => fingerprint),
    );
    for (const { judgement, transcript, rule } of marked(shape)) {
      const messages = [judgement.response, judgement.request].flatMap((message) => message ?? []);
      const within = messages.find(({ location }) => location.line <= (transcript?.start.line ?? 0));
      const line = within?.text.split("\n")[(transcript?.end.line ?? 0) - within.location.line] ?? "";
      if (transcript) expect(transcript.end.column, `${rule}: ${line}`).toBeLessThanOrEqual(line.length + 1);
    }
  });
});

function around(text: string, word: string): string {
  const at = text.indexOf(word);
  return `«${word}» in ${text.slice(Math.max(0, at - 150), at + word.length + 50)}`;
}
