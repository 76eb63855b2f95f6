import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Contract, Property } from "../../../src/contract/contract.ts";
import { bodyViolations } from "../../../src/contract/validation/body-violations.ts";
import { isPlaceholder } from "../../../src/contract/validation/placeholder.ts";
import { generateBody } from "../../../src/mock/generate/generate-body.ts";
import { generateResource } from "../../../src/mock/generate/generate-resource.ts";
import { generateValue } from "../../../src/mock/generate/generate-value.ts";
import { Random } from "../../../src/mock/generate/random.ts";
import { isDateTimeOffset, isGuid } from "../../../src/odata/edm-format.ts";
import { contractOf, typeRefOf } from "../../support/contract-of.ts";
import { documentation } from "../../support/documentation.ts";
import { lifecycleContract } from "../../support/lifecycle-contract.ts";
import { missingNames, publishedSchemas, violationsOf } from "../../support/resource-checks.ts";

const lifecycle = lifecycleContract();
const run = "microsoft.graph.run";

/** A type with one property of each primitive type, and everything else that is made in a way of its own. */
const primitives = contractOf({
  types: {
    thing: {
      keyProperty: "id",
      properties: {
        id: { type: "Edm.String", range: { maxLength: 32 } },
        ...Object.fromEntries(
          [
            "Binary",
            "Boolean",
            "Byte",
            "Date",
            "DateTimeOffset",
            "Decimal",
            "Double",
            "Duration",
            "Guid",
            "Int16",
          ]
            .concat(["Int32", "Int64", "SByte", "Single", "String", "TimeOfDay", "GeographyPoint"])
            .flatMap((name) => [
              [`one${name}`, { type: `Edm.${name}`, nullable: false }],
              [`many${name}`, { type: `Collection(Edm.${name})`, nullable: false }],
            ]),
        ),
        photo: "Edm.Stream",
        anything: "Edm.Untyped",
        stranger: "stranger",
        strangers: "Collection(stranger)",
        someStranger: { type: "stranger", nullable: false },
        small: { type: "Edm.Int32", nullable: false, range: { minimum: 1000, maximum: 1001 } },
        low: { type: "Edm.Int64", nullable: false, range: { maximum: -5 } },
        share: { type: "Edm.Double", nullable: false, range: { minimum: 0.001, maximum: 0.002 } },
        impossible: { type: "Edm.Int32", range: { minimum: 5, maximum: 4 } },
        short: { type: "Edm.String", nullable: false, range: { maxLength: 3 } },
        none: { type: "Edm.String", nullable: false, range: { maxLength: 0 } },
        sentinelOnly: { type: "future", nullable: false },
        flags: { type: "flags", nullable: false },
        memberless: { type: "memberless", nullable: false },
        listed: {
          type: "Edm.String",
          nullable: false,
          values: { members: ["on", "off", "unknownFutureValue"], onRequest: [], multiValued: false },
        },
        numbered: {
          type: "Edm.Int32",
          nullable: false,
          values: { members: ["1", "2"], onRequest: [], multiValued: false },
        },
        deletedDateTime: "Edm.DateTimeOffset",
        slip: { type: "Edm.String", onlyInJson: true },
        late: { type: "Edm.String", onlyOnSelect: true },
        "@odata.etag": "Edm.String",
        "@odata.context": "Edm.String",
      },
    },
  },
  enums: {
    future: ["unknownFutureValue"],
    flags: { members: ["read", "write", "unknownFutureValue"], multiValued: true },
    memberless: [],
  },
});

describe("a generated resource", () => {
  const contracts: [string, Contract][] = [
    ["the lifecycle sketch", lifecycle],
    ["the primitive types", primitives],
    ["the shipped documentation, v1.0", documentation.contract("v1.0")],
    ["the shipped documentation, beta", documentation.contract("beta")],
  ];

  it.each(contracts)(
    "of every type of %s is whole, and neither judge nor schema finds a fault",
    (_name, contract) => {
      const accepts = publishedSchemas(contract);
      const names = fc.constantFrom(...Object.keys(contract.types));
      fc.assert(
        fc.property(names, fc.string(), (name, seed) => {
          const resource = generateResource(contract, name, { seed });
          expect(violationsOf(contract, name, resource)).toEqual([]);
          expect(
            missingNames(contract, name, resource).filter((missing) => missing !== "@odata.context"),
          ).toEqual([]);
          expect(accepts(name, resource)).toBe(true);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each([
    ["a number", "processingStatus", 5],
    ["a stranger", "startedDateTime", "soon"],
    ["a slip", "totalTaskCount", 5],
  ])("is found wrong with %s in it", (_what, name, value) => {
    const contract = documentation.contract("v1.0");
    const type = "microsoft.graph.identityGovernance.run";
    const broken = { ...generateResource(contract, type, { seed: "a" }), [name]: value };
    expect(violationsOf(contract, type, broken)).toHaveLength(1);
    expect(publishedSchemas(contract)(type, broken)).toBe(false);
  });

  it("depends on its seed and type alone", () => {
    const one = generateResource(lifecycle, run, { seed: "a" });
    generateResource(lifecycle, run, { seed: "b" });
    expect(generateResource(lifecycleContract(), run, { seed: "a" })).toEqual(one);
    expect(generateResource(lifecycle, run, { seed: "b" })).not.toEqual(one);
    expect(generateResource(lifecycle, "microsoft.graph.device", { seed: "a" }).id).not.toBe(one.id);
  });

  it("keeps its values when the page adds a property", () => {
    const before = contractOf({ types: { a: { properties: { id: "Edm.String", name: "Edm.String" } } } });
    const after = contractOf({
      types: { a: { properties: { id: "Edm.String", size: "Edm.Int32", name: "Edm.String" } } },
    });
    const { size, ...rest } = generateResource(after, "microsoft.graph.a", { seed: "a" });
    expect(size).toBeTypeOf("number");
    expect(rest).toEqual(generateResource(before, "microsoft.graph.a", { seed: "a" }));
  });

  it("has a GUID for an id, another for each seed", () => {
    const ids = Array.from(
      { length: 2000 },
      (_, seed) => generateResource(lifecycle, run, { seed: `${seed}` }).id,
    );
    expect(ids.every((id) => isGuid(String(id)))).toBe(true);
    expect(new Set(ids).size).toBe(2000);
  });

  it("has the key that is asked for, but none that the contract excludes", () => {
    expect(generateResource(lifecycle, run, { seed: "a", key: "my run" }).id).toBe("my run");
    const numbered = contractOf({
      types: { a: { keyProperty: "number", properties: { number: "Edm.Int32" } } },
    });
    expect(generateResource(numbered, "microsoft.graph.a", { seed: "a", key: "7" })).toEqual({ number: 7 });
    expect(generateResource(numbered, "microsoft.graph.a", { seed: "a", key: "seven" }).number).toBeTypeOf(
      "number",
    );
    const keyless = contractOf({ types: { a: { properties: { size: "Edm.Int32" } } } });
    expect(generateResource(keyless, "microsoft.graph.a", { seed: "a", key: "7" })).not.toHaveProperty("id");
    expect(generateResource(lifecycle, "stranger", { seed: "a", key: "7" })).toEqual({ id: "7" });
  });

  it("says its type where it is of a derived one, and only there", () => {
    const scope = generateResource(lifecycle, "microsoft.graph.scope", { seed: "a" });
    expect(scope["@odata.type"]).toMatch(/^#microsoft\.graph\.(?:user|run)Scope$/);
    expect(generateResource(lifecycle, run, { seed: "a" })).not.toHaveProperty("@odata.type");
    const scopes = Array.from(
      { length: 20 },
      (_, seed) => generateResource(lifecycle, run, { seed: `${seed}` }).scope,
    );
    expect(new Set(scopes.map((value) => JSON.stringify(value).split('"')[3])).size).toBe(2);
  });

  it("has no relationship, no stream, no slip of a JSON representation, and no word of the service", () => {
    const resource = generateResource(primitives, "microsoft.graph.thing", { seed: "a" });
    expect(
      Object.keys(resource).filter((name) => ["photo", "slip", "@odata.context"].includes(name)),
    ).toEqual([]);
    expect(resource).toHaveProperty("late");
    expect(generateResource(lifecycle, run, { seed: "a" })).not.toHaveProperty("subject");
  });

  it("has nothing where the contract says nothing, and where nothing is left", () => {
    expect(generateResource(primitives, "microsoft.graph.thing", { seed: "a" })).toMatchObject({
      anything: null,
      stranger: null,
      strangers: [],
      someStranger: {},
      impossible: null,
      none: "",
      deletedDateTime: null,
      sentinelOnly: "unknownFutureValue",
    });
  });

  it("has the true members of its enums, those that come on request among them, and not the sentinel", () => {
    const runs = Array.from({ length: 200 }, (_, seed) =>
      generateResource(lifecycle, run, { seed: `${seed}` }),
    );
    expect(new Set(runs.map(({ status }) => status))).toEqual(new Set(["queued", "completed", "skipped"]));
    expect(runs.some(({ category }) => String(category).includes(","))).toBe(true);
  });

  it("ends where a type holds itself", () => {
    const contract = contractOf({
      types: {
        a: { properties: { b: "b", all: "Collection(a)" } },
        b: { properties: { a: { type: "a", nullable: false }, next: "c" } },
        ...Object.fromEntries(
          ["c", "d", "e", "f", "g"].map((name, at) => [
            name,
            { properties: { next: "cdefgh".charAt(at + 1) } },
          ]),
        ),
      },
    });
    expect(generateResource(contract, "microsoft.graph.a", { seed: "a" })).toEqual({
      b: { a: {}, next: { next: { next: null } } },
      all: [],
    });
  });

  it("has its dates in the order that their names tell, and none of today", () => {
    const names = ["createdDateTime", "scheduledDateTime", "startedDateTime", "completedDateTime"];
    names.push("lastModifiedDateTime", "expirationDateTime");
    const contract = contractOf({
      types: {
        a: { properties: Object.fromEntries(names.toReversed().map((name) => [name, "Edm.DateTimeOffset"])) },
      },
    });
    for (let seed = 0; seed < 100; seed++) {
      const resource = generateResource(contract, "microsoft.graph.a", { seed: `${seed}` });
      const times = names.map((name) => String(resource[name]));
      expect(times.every(isDateTimeOffset)).toBe(true);
      expect(times.toSorted()).toEqual(times);
      expect(times[0]).toMatch(/^2024-/);
    }
  });

  it("has texts that look like what their names say, and none that looks like a placeholder", () => {
    const names = [
      "displayName",
      "mail",
      "userPrincipalName",
      "webUrl",
      "description",
      "mobilePhone",
      "city",
      "userId",
    ];
    const contract = contractOf({
      types: { user: { properties: Object.fromEntries(names.map((name) => [name, "Edm.String"])) } },
    });
    const user = generateResource(contract, "microsoft.graph.user", { seed: "a" });
    expect(user.displayName).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(user.mail).toMatch(/^[a-z]+\.[a-z]+\d+@example\.com$/);
    expect(user.webUrl).toMatch(/^https:\/\/www\.example\.com\//);
    expect(user.mobilePhone).toMatch(/^\+1 206 555 01\d\d$/);
    expect(isGuid(String(user.userId))).toBe(true);
    for (let seed = 0; seed < 300; seed++) {
      const texts = Object.values(generateResource(contract, "microsoft.graph.user", { seed: `${seed}` }));
      expect(texts.filter((text) => isPlaceholder(text))).toEqual([]);
    }
  });
});

describe("a generated value", () => {
  it("is one of the property, also of a relationship", () => {
    const properties = lifecycle.types[run]?.properties ?? [];
    fc.assert(
      fc.property(fc.constantFrom(...properties), fc.string(), (property: Property, seed) => {
        expect(
          violationsOf(lifecycle, run, { [property.name]: generateValue(lifecycle, property, seed) }),
        ).toEqual([]);
      }),
    );
  });
});

describe("a generated body", () => {
  it.each([
    ["a resource", "run"],
    ["a collection of resources", "Collection(run)"],
    ["a collection of an abstract type", "Collection(scope)"],
    ["a number", "Edm.Int32"],
    ["a collection of texts", "Collection(Edm.String)"],
    ["a member", "processingStatus"],
    ["something that nobody declares", "stranger"],
  ])("is %s without a fault", (_what, expression) => {
    const type = typeRefOf(lifecycle, expression);
    const body = generateBody(lifecycle, type, "a");
    expect(bodyViolations(lifecycle, type, body, { memberPreference: true })).toEqual([]);
    expect(typeof body === "object" && body !== null && "value" in body).toBe(expression !== "run");
  });

  it("of a collection has three different items", () => {
    const body = generateBody(lifecycle, typeRefOf(lifecycle, "Collection(run)"), "a");
    expect(
      new Set(
        Object.values(body ?? {})
          .flat()
          .map((item) => JSON.stringify(item)),
      ).size,
    ).toBe(3);
  });
});

describe("the numbers of a seed", () => {
  it("are the same for the same place, and spread evenly", () => {
    const random = new Random("a");
    random.at(1);
    const first = [random.word(), random.word()];
    random.at(2);
    expect([random.word(), random.word()]).not.toEqual(first);
    random.at(1);
    expect([random.word(), random.word()]).toEqual(first);
    const counts = new Map<number, number>();
    for (let place = 0; place < 10_000; place++) {
      random.at(place);
      const digit = random.whole(0, 9);
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    expect([...counts.keys()].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...counts.values()].every((count) => count > 850 && count < 1150)).toBe(true);
  });

  it("have nothing to pick from an empty list", () => {
    expect(() => new Random("a").pick([])).toThrow(RangeError);
  });
});
