import { describe, expect, it } from "vitest";
import { bodyType } from "../../../src/rules/body/type.ts";
import { unknownProperty } from "../../../src/rules/body/unknown-property.ts";
import { typeName } from "../../../src/rules/odata/type-name.ts";
import type { ExchangeRule } from "../../../src/rules/rule.ts";
import { contractOf } from "../../support/contract-of.ts";
import type { Pages } from "../../support/rule-fixture.ts";
import { bodyContext, outcomesOf } from "./body-context.ts";
import { judgePages } from "./judge-pages.ts";
import { validPages } from "./valid-documentation.ts";

const contract = contractOf({
  types: {
    loan: { properties: { item: "item", patron: "patron", notes: "Collection(note)" } },
    item: { base: "entity", properties: { title: "Edm.String" } },
    book: { base: "item", properties: { pageCount: "Edm.Int32" } },
    disc: { base: "medium", complete: false, properties: { trackCount: "Edm.Int32" } },
    tape: { open: true, base: "medium", complete: false, properties: { length: "Edm.Int32" } },
    sound: { base: "disc", complete: false, properties: { loudness: "Edm.Int32" } },
    shelf: { base: "entity", properties: { width: "Edm.Int32" } },
    empty: { complete: false },
    hollow: { base: "empty", complete: false },
  },
});

function outcomes(rule: ExchangeRule, promised: string, body: unknown) {
  const context = bodyContext(contract, JSON.stringify(body), { promised });
  return outcomesOf(rule, context).map(({ status, pointer, message, ...rest }) => ({
    status: "reason" in rest ? rest.reason : status,
    pointer,
    message,
  }));
}

describe("a name that nobody can look up", () => {
  it("is not verified where the page of a base type was not read", () => {
    const message =
      'whether "label", "year" may stand in disc is not known: its base type medium has no page here';
    const body = { trackCount: 9, label: "L", year: 1999, "label@odata.type": "#String" };
    expect(outcomes(unknownProperty, "disc", body)).toEqual([
      { status: "not-in-folder", pointer: "/label", message },
    ]);
  });

  it("is not verified where the type's page lists nothing", () => {
    const message = 'whether "a" may stand in hollow is not known: its page lists no property';
    expect(outcomes(unknownProperty, "hollow", { a: 1 })).toEqual([
      { status: "not-in-folder", pointer: "/a", message },
    ]);
  });

  it("is unknown where all base types were read, not verified where a type is open, right where a derived type has it", () => {
    expect(outcomes(unknownProperty, "item", { label: "L" }).map(({ status }) => status)).toEqual(["fail"]);
    expect(outcomes(unknownProperty, "tape", { label: "L" })).toEqual([
      {
        status: "open-type",
        pointer: "/label",
        message:
          'whether "label" may stand in tape is not known: it is open, and may have names that no page lists',
      },
    ]);
    expect(outcomes(unknownProperty, "disc", { trackCount: 9, loudness: 3 })).toEqual([]);
  });
});

describe("a value whose type nobody declares", () => {
  it("is not verified, once for each type", () => {
    const body = { patron: { id: 1 }, notes: [{ text: 1 }, { text: 2 }] };
    expect(outcomes(bodyType, "loan", body)).toEqual([
      {
        status: "not-in-folder",
        pointer: "/patron",
        message: '"patron" is not judged: no page here declares its type "patron"',
      },
      {
        status: "not-in-folder",
        pointer: "/notes",
        message: '"notes" is not judged: no page here declares its type "note"',
      },
    ]);
  });

  it("leaves nothing to verify where there is none", () => {
    expect(outcomes(bodyType, "loan", { patron: null, item: { title: "T" } })).toEqual([]);
    expect(outcomes(bodyType, "loan", { notes: [], item: { title: "T" } })).toEqual([]);
  });

  it("is not verified where the body names the type", () => {
    const item = { "@odata.type": "#microsoft.graph.tune", pageCount: "many" };
    expect(outcomes(bodyType, "loan", { item })).toEqual([
      {
        status: "not-in-folder",
        pointer: "/item",
        message: '"item" is not judged: no page here declares its type "microsoft.graph.tune"',
      },
    ]);
    expect(outcomes(bodyType, "Collection(item)", { value: [item] })).toEqual([
      {
        status: "not-in-folder",
        pointer: "/value/0",
        message: 'the value at /value/0 is not judged: no page here declares its type "microsoft.graph.tune"',
      },
    ]);
  });

  it("is judged where the contract has the named type, and only its name is where it has no business there", () => {
    const book = { "@odata.type": "#microsoft.graph.book", pageCount: "many" };
    expect(outcomes(bodyType, "loan", { item: book }).map(({ pointer }) => pointer)).toEqual([
      "/item/pageCount",
    ]);
    const shelf = { "@odata.type": "#microsoft.graph.shelf", pageCount: "many" };
    expect(outcomes(bodyType, "loan", { item: shelf })).toEqual([]);
    expect(outcomes(typeName, "loan", { item: shelf }).map(({ status }) => status)).toEqual(["fail"]);
  });
});

describe("the valid pages without the page of a type", () => {
  const { "resources/holding.md": _holding, ...rest } = validPages;

  it("do not pass for what that page would promise", () => {
    const items = bodyStatuses(rest).filter((text) => text.startsWith("body/type not-verified"));
    expect(items).toEqual(["body/type not-verified /value/0/item", "body/type not-verified /item"]);
  });

  it("break no promise of the pages that are left", () => {
    expect(bodyStatuses(rest).filter((text) => text.includes(" fail "))).toEqual([]);
  });
});

function bodyStatuses(pages: Pages): string[] {
  return judgePages(pages)
    .flatMap(({ assertions }) => assertions)
    .filter(({ rule }) => rule.startsWith("body/"))
    .map((each) => `${each.rule} ${each.status} ${"pointer" in each ? each.pointer : ""}`);
}
