import { describe, expect, it } from "vitest";
import { spanAt } from "../../../src/base/span.ts";
import { typeName } from "../../../src/rules/odata/type-name.ts";
import { contractOf } from "../../support/contract-of.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";
import { bodyContext, outcomesOf, place } from "./body-context.ts";

const contract = lifecycleContract();

describe("odata/type-name", () => {
  const judge = (text: string, promised?: string) =>
    outcomesOf(typeName, bodyContext(contract, text, promised === undefined ? {} : { promised }));

  it("misses the # where no contract knows the type, too", () => {
    expect(judge('{ "subject": { "@odata.type": "microsoft.graph.user", "id": "1" } }')).toEqual([
      {
        status: "fail",
        message:
          '"@odata.type" is "microsoft.graph.user", without "#"; did the page mean "#microsoft.graph.user"?',
        meant: "#microsoft.graph.user",
        span: spanAt(place(1, 31), 22),
        fix: { edits: [{ span: spanAt(place(1, 31), 22), text: '"#microsoft.graph.user"' }] },
        pointer: "/subject/@odata.type",
        cause: { id: "type-name-without-hash" },
        weighs: { documented: "info" },
      },
    ]);
  });

  it("takes URLs, primitive types and property annotations", () => {
    expect(
      judge('{ "@odata.type": "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.run" }', "run"),
    ).toEqual([]);
    expect(judge('{ "tags@odata.type": "#Collection(String)", "size@odata.type": "Int64" }', "run")).toEqual(
      [],
    );
    expect(judge('{ "scope@odata.type": "microsoft.graph.userScope" }', "run")).toMatchObject([
      { pointer: "/scope@odata.type" },
    ]);
  });

  it("reports the context of an answer in the place of its type, and calls it so where the answer has none", () => {
    const context = "https://graph.microsoft.com/v1.0/$metadata#runs/$entity";
    const message = `"@odata.type" is "${context}", a path, which names no type`;
    expect(judge(`{ "@odata.type": "${context}" }`, "run")).toEqual([
      {
        status: "fail",
        weighs: { documented: "error", mock: "error", tenant: "warning" },
        message: `${message}; did the page mean "@odata.context"?`,
        meant: "@odata.context",
        span: spanAt(place(1, 18), context.length + 2),
        fix: { edits: [{ span: spanAt(place(1, 3), 13), text: '"@odata.context"' }] },
        pointer: "/@odata.type",
        cause: { id: "type-name-path" },
      },
    ]);
    for (const text of [
      `{ "@odata.context": "${context}", "@odata.type": "${context}" }`,
      `{ "scope": { "@odata.type": "${context}", "name": "n" } }`,
    ]) {
      const [outcome, ...others] = judge(text, "run");
      expect([outcome, others]).toMatchObject([{ status: "fail", message }, []]);
      expect(outcome).not.toHaveProperty("fix");
    }
    const key = "https://graph.microsoft.com/v1.0/$metadata#runs('7')/scope";
    expect(judge(`{ "@odata.type": "${key}" }`)).toMatchObject([{ status: "fail" }]);
  });

  it("says which type is documented", () => {
    expect(judge('{ "@odata.type": "#microsoft.graph.device" }', "run")).toMatchObject([
      {
        message:
          '"@odata.type" is "#microsoft.graph.device"; device does not derive from run, the documented type',
      },
    ]);
  });

  it("is an error where a service sends a foreign type", () => {
    const context = bodyContext(contract, '{ "@odata.type": "#microsoft.graph.device" }', {
      promised: "run",
    });
    const severities = [context, { ...context, authored: false }].map((seen) =>
      outcomesOf(typeName, seen).map((outcome) => "severity" in outcome && outcome.severity),
    );
    expect(severities).toEqual([[undefined], ["error"]]);
  });

  it("reports a type without a base that has none of the object's names and is called nothing like the documented", () => {
    const scope = (text: string) => judge(`{ "scope": ${text} }`, "run");
    expect(scope('{ "@odata.type": "#microsoft.graph.pair", "kind": "k" }')).toMatchObject([
      {
        status: "fail",
        pointer: "/scope/@odata.type",
        message:
          '"@odata.type" is "#microsoft.graph.pair"; pair does not derive from scope, the documented type',
      },
    ]);
    expect(scope('{ "@odata.type": "#microsoft.graph.pair", "name": "n" }')).toMatchObject([
      { status: "not-verified" },
    ]);
    const named = contractOf({
      types: {
        run: { base: "entity", properties: { scope: "scope" } },
        scope: { properties: { kind: "Edm.String" } },
        depotScope: { properties: { depot: "Edm.String" } },
      },
    });
    const text = '{ "scope": { "@odata.type": "#microsoft.graph.depotScope", "colour": "red" } }';
    expect(outcomesOf(typeName, bodyContext(named, text, { promised: "run" }))).toMatchObject([
      { status: "not-verified" },
    ]);
  });

  it("takes the name of the documented type in another of Graph's namespaces for that type, and says so", () => {
    const yard = contractOf({
      types: {
        "microsoft.graph.yard.order": { properties: { item: "microsoft.graph.yard.part" } },
        "microsoft.graph.yard.part": { properties: { size: "Edm.Int32" } },
        "microsoft.graph.yard.mast": { base: "microsoft.graph.yard.part", properties: {} },
      },
    });
    const item = (type: string) => {
      const text = `{ "item": { "@odata.type": "#${type}", "size": "long" } }`;
      const context = bodyContext(yard, text, { promised: "microsoft.graph.yard.order" });
      return [outcomesOf(typeName, context), context.violations] as const;
    };
    for (const name of ["part", "mast"]) {
      const [outcomes, violations] = item(`microsoft.graph.${name}`);
      expect(outcomes).toMatchObject([{ status: "fail", meant: `#microsoft.graph.yard.${name}` }]);
      expect(violations).toMatchObject([{ pointer: "/item/size" }]);
    }
    const [outcomes, violations] = item("microsoft.graph.sail");
    expect(outcomes).toMatchObject([{ status: "not-verified", reason: "not-in-folder" }]);
    expect(violations).toEqual([]);
  });

  it("judges what a delta answer has of a list, as the list", () => {
    const text = '{ "reprocessedRuns@delta": [{ "@odata.type": "#microsoft.graph.device", "id": "1" }] }';
    expect(judge(text, "run")).toMatchObject([
      { status: "fail", pointer: "/reprocessedRuns@delta/0/@odata.type" },
    ]);
  });

  it("does not verify a type whose base type no page names, nor one that no page declares", () => {
    const scope = (type: string) => judge(`{ "scope": { "@odata.type": "${type}", "name": "n" } }`, "run");
    expect(scope("#microsoft.graph.pair")).toMatchObject([
      {
        status: "not-verified",
        reason: "not-in-folder",
        pointer: "/scope/@odata.type",
        message:
          'whether "#microsoft.graph.pair" may stand there is not known: no page here says that it is a scope, or that it is none',
      },
    ]);
    expect(scope("#microsoft.graph.stranger")).toMatchObject([
      { status: "not-verified", reason: "not-in-folder" },
    ]);
    expect(scope("#microsoft.graph.userScope")).toEqual([]);
  });

  it("does not verify an object that says only its type", () => {
    expect(judge('{ "scope": { "@odata.type": "microsoft.graph.userScope" } }', "run")).toMatchObject([
      { status: "not-verified", reason: "placeholder" },
    ]);
  });

  it("is not judged without an @odata.type", () => {
    expect(typeName.judge(bodyContext(contract, "{}"))).toBe("not-applicable");
  });
});
