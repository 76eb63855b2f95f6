import { describe, expect, it } from "vitest";
import { missingProperty } from "../../../src/rules/body/missing-property.ts";
import { bodyShape } from "../../../src/rules/body/shape.ts";
import { bodyType } from "../../../src/rules/body/type.ts";
import { unknownProperty } from "../../../src/rules/body/unknown-property.ts";
import { exchangeContext, requestContext } from "../../../src/rules/exchange-context.ts";
import { typeName } from "../../../src/rules/odata/type-name.ts";
import { selectProjection } from "../../../src/rules/query/select-projection.ts";
import { type ExchangeRule, outcomeSeverity } from "../../../src/rules/rule.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { serviceAnswer } from "./service-answer.ts";

const root = "https://graph.microsoft.com/v1.0/$metadata#";

/** `status pointer` of each outcome, or that there was nothing to judge. */
function said(rule: ExchangeRule, body: unknown, query = ""): string | readonly string[] {
  const context = serviceAnswer(query, body);
  const verdicts = rule.judge(context);
  if (verdicts === "not-applicable") return verdicts;
  return verdicts
    .filter((outcome) => outcomeSeverity(rule, outcome, context.exchange.source) !== undefined)
    .map(({ status, pointer = "", ...other }) =>
      [status, "severity" in other ? other.severity : undefined, pointer].filter(Boolean).join(" "),
    );
}

const whole = {
  id: "1",
  status: "done",
  total: 3,
  started: "2026-01-01T00:00:00Z",
  note: "",
  tags: [],
  phase: "ended",
};

describe("the type of what a service sends", () => {
  const tasks = {
    "@odata.context": `${root}Collection(microsoft.graph.task)`,
    value: [{ id: "1", name: "a" }],
  };

  it("is what the page says, whatever context and body make of it", () => {
    expect(serviceAnswer("", tasks).promised.type).toMatchObject({
      name: "microsoft.graph.run",
      collection: true,
    });
    expect(said(unknownProperty, tasks)).toEqual(["fail /value/0/name"]);
    expect(said(missingProperty, { ...tasks, value: [{ id: "1", name: "a" }] })).toHaveLength(1);
    expect(said(unknownProperty, { "@odata.context": `${root}runs`, value: [whole] })).toEqual([]);
  });

  it("is a list where the page says so: one resource in its place is another shape", () => {
    const one = { "@odata.context": `${root}teams('7')/runs/$entity`, ...whole };
    expect(said(bodyShape, one)).toEqual(["fail"]);
    expect(said(bodyShape, { value: [whole] })).toEqual([]);
  });
});

describe("a type that an object of a service says it has", () => {
  const named = (name: string, values: object = {}) => ({
    value: [{ "@odata.type": `#microsoft.graph.${name}`, ...whole, ...values }],
  });

  it.each(["workflow", "task", "run"])("does not excuse it from the promised type: %s", (name) => {
    expect(said(bodyType, named(name, { total: "3" }))).toEqual(["fail /value/0/total"]);
    expect(said(bodyType, named(name))).toEqual([]);
    expect(said(missingProperty, named(name, { note: undefined }))).toEqual(["fail /value/0/note"]);
  });

  it("is not verified where nobody knows it, and neither are the names that it may have", () => {
    expect(said(typeName, named("workflow"))).toEqual(["not-verified /value/0/@odata.type"]);
    expect(said(unknownProperty, named("workflow", { flow: 1 }))).toEqual(["not-verified /value/0/flow"]);
    const selected = { value: [{ "@odata.type": "#microsoft.graph.workflow", id: "1", flow: 1 }] };
    expect(said(selectProjection, selected, "?$select=id,flow")).toEqual([]);
  });

  it("is right where it is the promised one", () => {
    expect(said(typeName, named("run"))).toEqual([]);
  });
});

describe("a page whose sentence and example contradict each other", () => {
  const type = (shown: string) => {
    const page = apiPage("Get people", "POST /people/getByIds", {
      response: "`200 OK` response code and a String collection object",
    });
    const head =
      '<!-- { "blockType": "request", "name": "a" } -->\n```http\nPOST https://graph.microsoft.com/v1.0/people/getByIds\n```';
    const answer = `<!-- { "blockType": "response", "@odata.type": "microsoft.graph.${shown}", "isCollection": true } -->`;
    const body = `\`\`\`http\nHTTP/1.1 200 OK\nContent-type: application/json\n\n{ "@odata.context": "${root}people", "value": [ { "id": "1" } ] }\n\`\`\``;
    const contract = contractOfPages({
      "v1.0/resources/person.md": resourcePage("person", {
        properties: ["|id|String|Key.|"],
        json: { id: "String" },
      }),
      "v1.0/api/person-list.md": apiPage("List people", "GET /people", {
        response: "`200 OK` response code and a collection of [person](../resources/person.md) objects",
      }),
      "v1.0/api/person-getbyids.md": `${page}\n\n## Example\n\n${head}\n\n${answer}\n${body}\n`,
    });
    const { exchange, response } = serviceAnswer("", { value: [{ id: "1" }] });
    const request = {
      ...exchange.request,
      method: "POST",
      url: "https://graph.microsoft.com/v1.0/people/getByIds",
    };
    return exchangeContext(requestContext({ ...exchange, request }, contract), response).promised.type?.name;
  };

  it("is taken by its example where annotation and context agree", () => {
    expect(type("person")).toBe("microsoft.graph.person");
  });

  it("is taken by its sentence where they do not", () => {
    expect(type("stranger")).toBe("Edm.String");
  });
});
