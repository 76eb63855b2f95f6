import { describe, expect, it } from "vitest";
import type { BodyEvidence } from "../../../src/contract/promise/body-witnesses.ts";
import { promisedBody } from "../../../src/contract/promise/promised-body.ts";
import { readRequestUrl } from "../../../src/odata/request-url.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";

const link = (type: string) => ({ type, navigation: true });
const contract = contractOf({
  types: {
    run: {
      properties: {
        id: "Edm.String",
        total: "Edm.Int32",
        results: link("Collection(result)"),
        reruns: link("Collection(run)"),
      },
    },
    result: { properties: { id: "Edm.String", score: "Edm.Int32" } },
    directoryObject: { properties: { id: "Edm.String" } },
    user: { base: "directoryObject", properties: { mail: "Edm.String" } },
    group: { base: "directoryObject", properties: { members: link("Collection(directoryObject)") } },
  },
});
const at = (line: number) => ({ file: "api/x.md", line, column: 1 });

interface Said {
  readonly annotation?: string;
  readonly collection?: boolean;
  readonly prose?: string;
  readonly methods?: string;
  readonly path?: string;
  readonly method?: string;
  readonly status?: number;
  readonly body?: unknown;
}

function promise(said: Said) {
  const {
    annotation,
    collection,
    prose,
    methods,
    path = "/things",
    method = "GET",
    status = 200,
    body = {},
  } = said;
  const operation = contractOf({ operations: [{ method, path }] }).operations[0];
  const evidence: BodyEvidence = {
    method,
    status,
    segments: readRequestUrl(path).segments,
    ...(annotation
      ? { declared: { type: annotation, ...(collection ? { collection } : {}), location: at(9) } }
      : {}),
    ...(operation
      ? {
          operation: {
            ...operation,
            responses: [{ status, ...(prose ? { body: typeRefOf(contract, prose) } : {}), location: at(5) }],
            ...(methods ? { listedReturn: { type: typeRefOf(contract, methods), location: at(6) } } : {}),
          },
        }
      : {}),
    body,
  };
  const { type, witnesses } = promisedBody(contract, evidence);
  const name = type?.name.replace("microsoft.graph.", "");
  return {
    type: type?.collection ? `Collection(${name})` : name,
    who: witnesses.map((witness) => witness.who),
  };
}

const context = (fragment: string) => ({
  "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#${fragment}`,
});

describe("promisedBody", () => {
  it("knows nothing where nobody says anything", () => {
    expect(promise({})).toEqual({ type: undefined, who: [] });
  });

  it("takes the only word there is", () => {
    expect(promise({ annotation: "microsoft.graph.run" })).toEqual({ type: "run", who: ["annotation"] });
  });

  it("outvotes one wrong annotation", () => {
    const body = { ...context("runs('7')/results"), value: [{ id: "1", score: 2 }] };
    expect(
      promise({
        annotation: "microsoft.graph.run",
        prose: "Collection(result)",
        path: "/runs/7/results",
        body,
      }),
    ).toEqual({
      type: "Collection(result)",
      who: ["annotation", "prose", "path", "context", "body"],
    });
  });

  it("outvotes one wrong context", () => {
    const body = { ...context("runs('7')/results"), value: [{ id: "1", total: 2, walks: 1 }] };
    const { type } = promise({
      annotation: "microsoft.graph.run",
      prose: "Collection(run)",
      path: "/runs/7/reruns",
      body,
    });
    expect(type).toBe("Collection(run)");
  });

  it("outvotes wrong prose when the body fits the annotation alone", () => {
    expect(promise({ annotation: "run", prose: "result", body: { id: "1", total: 2 } })).toEqual({
      type: "run",
      who: ["annotation", "prose", "body"],
    });
  });

  it("takes the body for no witness when it fits several types, or none", () => {
    expect(promise({ annotation: "run", prose: "result", body: { id: "1" } }).who).toEqual([
      "annotation",
      "prose",
    ]);
    expect(promise({ annotation: "run", prose: "result", body: { walks: 1 } })).toEqual({
      type: "result",
      who: ["annotation", "prose"],
    });
  });

  it("hears a single value where it is one of only one of the types named", () => {
    const said = (value: unknown, annotation: string, prose: string) =>
      promise({ annotation, prose, body: { "@odata.context": "$metadata#Edm", value } });
    const both = ["annotation", "prose"];
    expect(said(true, "Edm.String", "Edm.Boolean")).toEqual({ type: "Edm.Boolean", who: [...both, "body"] });
    expect(said("a", "Edm.String", "Edm.Boolean")).toEqual({ type: "Edm.String", who: [...both, "body"] });
    expect(said(3, "Edm.Int32", "Edm.String")).toEqual({ type: "Edm.Int32", who: [...both, "body"] });
    for (const [value, annotation, prose] of [
      ["3", "Edm.String", "Edm.Int64"],
      ["2026-01-01", "Edm.String", "Edm.Date"],
      [3, "Edm.Int32", "Edm.Int64"],
      [["a"], "Edm.String", "Edm.Boolean"],
    ] as const)
      expect(said(value, annotation, prose).who).toEqual(both);
    const two = { value: true, more: 1 };
    expect(promise({ annotation: "Edm.String", prose: "Edm.Boolean", body: two }).who).toEqual(both);
  });

  it("takes a base type and a derived one for agreement, and of them what the body fits", () => {
    const both = { annotation: "directoryObject", prose: "user" };
    expect(promise({ ...both, body: { id: "1", mail: "a" } }).type).toBe("user");
    expect(promise({ ...both, body: { id: "1" } }).type).toBe("user");
    expect(
      promise({ annotation: "user", prose: "directoryObject", methods: "directoryObject", body: { id: "1" } })
        .type,
    ).toBe("directoryObject");
  });

  it("hears a cast in the path", () => {
    const body = { ...context("users"), value: [{ id: "1", mail: "a" }] };
    const said = { annotation: "directoryObject", prose: "Collection(directoryObject)", body };
    expect(promise({ ...said, path: "/groups/7/members/microsoft.graph.user" }).type).toBe(
      "Collection(user)",
    );
  });

  it("keeps a name without a page when most name it", () => {
    expect(promise({ annotation: "walk", prose: "walk", path: "/runs/7/results" }).type).toBe("walk");
  });

  it("promises no body with an error, with 204, and behind $count", () => {
    expect(promise({ annotation: "run", status: 404 }).type).toBeUndefined();
    expect(promise({ annotation: "run", status: 204 }).type).toBeUndefined();
    expect(promise({ annotation: "run", path: "/runs/$count" }).type).toBeUndefined();
  });
});

describe("promisedBody: one resource or a collection", () => {
  const list = { value: [{ id: "1" }] };

  it.each([
    ["prose that says collection", { prose: "Collection(run)", body: { id: "1" } }, "Collection(run)"],
    ["prose that forgot the word, when the body is a list", { prose: "run", body: list }, "Collection(run)"],
    ["a key at the end of the path", { prose: "run", path: "/runs/{id}", body: list }, "run"],
    ["$entity", { prose: "run", body: { ...context("things/$entity"), ...list } }, "run"],
    [
      "$entity against prose",
      { prose: "Collection(run)", body: { ...context("things/$entity"), id: "1" } },
      "run",
    ],
    [
      "the body, when the others are even",
      { annotation: "result", path: "/runs/7/results", body: { id: "1" } },
      "result",
    ],
    [
      "isCollection",
      { annotation: "run", collection: true, methods: "Collection(run)", body: { id: "1" } },
      "Collection(run)",
    ],
  ])("hears %s", (_, said, expected) => {
    expect(promise(said).type).toBe(expected);
  });

  it("expects one resource back from what is sent to a collection", () => {
    const said = { annotation: "result", prose: "result", path: "/runs/7/results", body: list };
    expect(promise({ ...said, method: "POST" }).type).toBe("result");
    expect(promise(said).type).toBe("Collection(result)");
  });
});
