import { describe, expect, it } from "vitest";
import { concealValues } from "../../../src/exchange/tenant/conceal-values.ts";
import { shapeMessage } from "../../../src/exchange/tenant/shape-message.ts";
import { shapeUrl } from "../../../src/exchange/tenant/shape-url.ts";
import { shaperOf } from "../../../src/exchange/tenant/shape-value.ts";
import { requestIn, responseBelow } from "../../../src/http/received-message.ts";
import { showResponse } from "../../../src/http/show-message.ts";
import { profileText } from "../../../src/profile/shape-profile.ts";
import { formatNames } from "../../../src/report/formats.ts";
import { renderTerminal } from "../../../src/report/terminal/render-terminal.ts";
import type { Judgement } from "../../../src/rules/assertion.ts";
import { documentation } from "../../support/documentation.ts";
import { formText } from "../../support/form-text.ts";
import { report } from "../../support/hand-made.ts";
import { plant, telltales } from "../../support/planted.ts";
import { gateWithin } from "../../support/tenant.ts";

function allOf(judgements: readonly Judgement[]): ReadonlyMap<string, string> {
  const made = report(judgements);
  const written = formatNames.map((name): [string, string] => [name, formText(name, made, { detail: true })]);
  const all = new Map([...written, ["terminal", renderTerminal(made, { colour: false, verbose: true })]]);
  return new Map([...all, ["lines", judgements.map((each) => JSON.stringify(each)).join("\n")]]);
}

/** Less than all takes less time. */
const include = ["*/runs/{}/userProcessingResults*"];

describe("evidence by shape", () => {
  for (const broken of [false, true]) {
    it(`holds nothing of what a tenant does, in no format${broken ? ", where every promise is broken" : ""}`, async () => {
      const settings = { include, profile: "profile.json" };
      const { judgements, shapes } = await gateWithin(settings, plant(broken ? "everything" : "strings"));
      const findings = judgements.flatMap(({ assertions }) =>
        assertions.filter(({ status }) => status === "fail"),
      );
      expect(findings.length).toBeGreaterThan(broken ? 20 : 5);
      const profile = shapes ? profileText(shapes) : "";
      expect(profile).toContain('"totalTasksCount": {');
      for (const [format, text] of [...allOf(judgements), ["profile", profile] as const]) {
        const found = telltales.filter((word) => text.includes(word));
        expect(found, `${format}: ${found.map((word) => around(text, word)).join("\n")}`).toEqual([]);
      }
    });
  }

  it("is what keeps it out: full evidence shows it", async () => {
    const { judgements } = await gateWithin({ evidence: "full", include }, plant("strings"));
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

  it("tells no time and no request's own id apart, so that the same answers look the same", async () => {
    const { judgements } = await gateWithin({ include });
    const text = judgements.map(({ request, response }) => `${request?.text}\n${response?.text}`).join("\n");
    expect(text).toContain("date: a date-time\n");
    expect(text).toMatch(/^request-id: a GUID$/m);
    const call = "/summary(startDateTime=2026-10-28T01:29:10.5Z,endDateTime=2026-11-27T01:29:10+01:00)";
    expect(shapeUrl(shaperOf(documentation.contract("v1.0"), "a key"), call, "")).toBe(
      "/summary(startDateTime={a date-time},endDateTime={a date-time})",
    );
    expect(text).not.toMatch(/^(?:client-)?request-id: a GUID [0-9a-f]{8}/m);
  });

  it("takes the words of a page for somebody's, and not its markup, of which sentences speak", () => {
    const request = requestIn("a.http", {
      method: "GET",
      url: "https://graph.microsoft.com/v1.0/me",
      headers: [],
    });
    const body = '<html><p class="hidden">Welcome, Annabel</p></html>';
    const headers = [["Content-Type", "text/html"] as const];
    const response = responseBelow(request, { status: 200, reason: "OK", headers, body });
    const shaper = shaperOf(documentation.contract("v1.0"), "a key");
    const values = shapeMessage(shaper, response, showResponse(response), "").values();
    const conceal = concealValues(shaper, values, "");
    expect(conceal('the Content-Type is "text/html"')).toBe('the Content-Type is "text/html"');
    expect(conceal('"Annabel" is no member')).toBe('"a text of 7 characters" is no member');
  });

  it("keeps the fingerprints, so that waivers hold, and the places of what is wrong", async () => {
    const [full, shape] = [
      await gateWithin({ evidence: "full", include }, plant("everything")),
      await gateWithin({ include }, plant("everything")),
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
