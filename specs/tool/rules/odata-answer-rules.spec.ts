import { describe, expect, it } from "vitest";
import { annotationName } from "../../../src/rules/odata/annotation-name.ts";
import { contextMissing } from "../../../src/rules/odata/context-missing.ts";
import { contextShape } from "../../../src/rules/odata/context-shape.ts";
import { etag } from "../../../src/rules/odata/etag.ts";
import { typeMissing } from "../../../src/rules/odata/type-missing.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { contractOfPages } from "../../support/asked.ts";
import { apiPage, resourcePage } from "../../support/page-text.ts";
import { answerTo } from "./answer-to.ts";

const root = "https://graph.microsoft.com/v1.0";
const derived = (name: string, ...rows: readonly string[]) =>
  resourcePage(name, { properties: ["|id|String|Key.|", ...rows], json: { id: "String" } });
const from = (base: string, page: string) =>
  page.replace('"blockType"', `"baseType":"microsoft.graph.${base}","blockType"`);

const contract = contractOfPages({
  "v1.0/resources/entity.md": derived("entity"),
  "v1.0/resources/directoryobject.md": from("entity", derived("directoryObject")),
  "v1.0/resources/user.md": from(
    "directoryObject",
    derived("user", "|upn|String|Name.|", "|gone|String|When.|"),
  ),
  "v1.0/resources/device.md": from("directoryObject", derived("device", "|gone|String|When.|")),
  "v1.0/resources/unit.md": from("directoryObject", derived("unit", "|gone|String|When.|")),
  "v1.0/resources/shape.md": from("entity", derived("shape", "|area|Int32|How big.|")).replace(
    '"blockType"',
    '"abstract":true,"blockType"',
  ),
  "v1.0/resources/circle.md": from("shape", derived("circle", "|radius|Int32|How wide.|")),
  "v1.0/resources/plan.md": from(
    "entity",
    derived("plan", "|outline|[shape](shape.md)|What it looks like.|"),
  ),
  "v1.0/api/member-list.md": apiPage("List members", "GET /groups/{id}/members", {
    response: "`200 OK` and a collection of [directoryObject](../resources/directoryobject.md) objects",
  }),
  "v1.0/api/member-get.md": apiPage("Get member", "GET /groups/{id}/members/{id}", {
    response: "`200 OK` and a [directoryObject](../resources/directoryobject.md) object",
  }),
  "v1.0/api/group-post-plans.md": apiPage("Create plan", "POST /groups/{id}/plans", {
    response: "`201 Created` and a [plan](../resources/plan.md) object",
  }),
  "v1.0/api/group-list-plans.md": apiPage("List plans", "GET /groups/{id}/plans", {
    response: "`200 OK` and a collection of [plan](../resources/plan.md) objects",
  }),
  "v1.0/api/plan-get.md": apiPage("Get plan", "GET /plans/{id}", {
    response: "`200 OK` and a [plan](../resources/plan.md) object",
  }),
});

/** `fail /pointer` of each outcome. */
function said(
  rule: ExchangeRule,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
) {
  const verdicts = rule.judge(answerTo(contract, path, body, headers));
  return verdicts === "not-applicable"
    ? verdicts
    : verdicts.map((one) => `${one.status} ${one.pointer ?? ""}`);
}

const context = (fragment: string) => ({ "@odata.context": `${root}/$metadata#${fragment}` });

describe("odata/annotation-name", () => {
  it.each([
    ["@odata.nextlink", "fail /@odata.nextlink"],
    ["@Odata.count", "fail /@Odata.count"],
    ["@odata.nounce", "fail /@odata.nounce"],
    ["odata.count", "fail /odata.count"],
    ["owner@odata.bind", "fail /owner@odata.bind"],
    ["@nextlink", "fail /@nextlink"],
  ])("finds %s", (name, finding) => {
    expect(said(annotationName, "/plans/1", { [name]: "a" })).toEqual([finding]);
  });

  it.each([
    "@odata.nextLink",
    "@nextLink",
    "@removed",
    "photo@odata.mediaReadLink",
    "tasks@odata.count",
    "@microsoft.graph.downloadUrl",
    "@OData.Community.Display.V1.FormattedValue",
    "@id",
  ])("knows %s", (name) => expect(said(annotationName, "/plans/1", { [name]: "a" })).toEqual([]));

  it("says once what stands in many places, and nothing of a body without control information", () => {
    const value = [{ "@odata.typ": "#a.b" }, { "@odata.typ": "#a.b" }];
    expect(said(annotationName, "/plans", { value })).toEqual(["fail /value/0/@odata.typ"]);
    expect(said(annotationName, "/plans/1", { id: "1" })).toBe("not-applicable");
  });
});

describe("odata/etag", () => {
  it.each([`W/"5b2f"`, `"5b2f"`, `""`])("takes %s", (written) => {
    expect(said(etag, "/plans/1", { "@odata.etag": written })).toEqual([]);
  });

  it.each(["5b2f", "W/5b2f", `w/"5b2f"`, ""])("does not take %s", (written) => {
    expect(said(etag, "/plans/1", { "@odata.etag": written })).toEqual(["fail /@odata.etag"]);
    expect(said(etag, "/plans/1", {}, { ETag: written })).toEqual(["fail "]);
  });
});

describe("odata/context-missing", () => {
  it("finds a success without a context, not a stream, an error or what another name has", () => {
    expect(said(contextMissing, "/plans/1", { id: "1" })).toEqual(["fail /@odata.context"]);
    expect(said(contextMissing, "/plans/1", { "@context": "a" })).toEqual([]);
    expect(said(contextMissing, "/plans/1", { "@odata.Context": "a" })).toEqual([]);
    expect(said(contextMissing, "/plans/1/$value", { id: "1" })).toBe("not-applicable");
    expect(said(contextMissing, "/plans/1", { error: { code: "a" } })).toBe("not-applicable");
    expect(said(contextMissing, "/plans/1", { id: "1" }, { "Content-Type": "text/plain" })).toBe(
      "not-applicable",
    );
  });
});

describe("odata/context-shape", () => {
  const one = { id: "1" };

  it("finds a list that is called one resource, and the reverse", () => {
    const list = "/groups/1/members";
    expect(said(contextShape, list, { ...context("directoryObjects/$entity"), value: [one] })).toEqual([
      "fail /@odata.context",
    ]);
    expect(said(contextShape, list, { ...context("directoryObjects"), value: [one] })).toEqual([]);
    expect(said(contextShape, `${list}/1`, { ...context("groups('1')/members"), ...one })).toEqual([
      "fail /@odata.context",
    ]);
    expect(said(contextShape, `${list}/1`, { ...context("groups('1')/members/$entity"), ...one })).toEqual(
      [],
    );
  });

  it("takes the end of what was asked for as that, where it leads nowhere by itself", () => {
    const made = (fragment: string) =>
      contextShape.judge(
        answerTo(
          contract,
          "/groups/1/plans",
          { ...context(fragment), ...one },
          {},
          { method: "POST", status: 201 },
        ),
      );
    expect(made("plans")).toMatchObject([{ status: "fail", pointer: "/@odata.context" }]);
    expect(made("plans/$entity")).toEqual([]);
    expect(made("outlines")).toBe("not-applicable");
  });

  it("does not judge a path that nobody documents", () => {
    expect(said(contextShape, "/groups/1/members/1", { ...context("elsewhere"), ...one })).toBe(
      "not-applicable",
    );
    expect(said(contextShape, "/groups/1/members/1", { ...context("plans('1')"), ...one })).toEqual([]);
  });
});

describe("odata/type-missing", () => {
  const members = (...value: readonly object[]) => ({ value });

  it("finds a directoryObject with the names of a derived type", () => {
    const at = ["fail /value/0/@odata.type"];
    expect(said(typeMissing, "/groups/1/members", members({ id: "1", upn: "a" }))).toEqual(at);
    const typed = { "@odata.type": "#microsoft.graph.user", id: "1", upn: "a" };
    expect(said(typeMissing, "/groups/1/members", members(typed))).toEqual([]);
    expect(said(typeMissing, "/groups/1/members", members({ id: "1" }))).toEqual([]);
  });

  it("does not take for a derived type's what each of several lists for itself", () => {
    expect(said(typeMissing, "/groups/1/members", members({ id: "1", gone: null }))).toEqual([]);
  });

  it("is content with a cast, and with a context that says the type", () => {
    const body = members({ id: "1", upn: "a" });
    expect(said(typeMissing, "/groups/1/members/microsoft.graph.user", body)).not.toContain("fail");
    expect(
      said(typeMissing, "/groups/1/members", { ...context("Collection(microsoft.graph.user)"), ...body }),
    ).toEqual([]);
  });

  it("finds an object in the place of an abstract type, however deep", () => {
    const plan = (outline: object) => ({ id: "1", outline });
    expect(said(typeMissing, "/plans/1", plan({ id: "2", radius: 3 }))).toEqual([
      "fail /outline/@odata.type",
    ]);
    const circle = { "@odata.type": "#microsoft.graph.circle", id: "2", radius: 3 };
    expect(said(typeMissing, "/plans/1", plan(circle))).toEqual([]);
    expect(said(typeMissing, "/plans/1", plan({}))).toBe("not-applicable");
  });
});
