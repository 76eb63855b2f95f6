import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { profileText, type ShapeProfile } from "../../../src/profile/shape-profile.ts";
import { type Answer, boats, profileOf } from "../../support/seen-answers.ts";
import "../../support/same-draws.ts";

/** The shapes of a property at a place of the list of boats. */
function at(profile: ShapeProfile, place: string, type: string, operation = "GET /boats") {
  return profile.versions["v1.0"]?.operations[operation]?.places[place]?.[`microsoft.graph.${type}`];
}

describe("a profile", () => {
  it("counts which properties came, in which form, how often null, and which members", () => {
    const profile = profileOf([
      boats(4, (index) => ({
        kind: index === 0 ? null : "sail",
        berths: [{ number: index }, { number: null }],
      })),
    ]);
    expect(at(profile, "", "boat")).toMatchObject({ objects: 4, whole: 4 });
    expect(at(profile, "", "boat")?.properties).toMatchObject({
      builtAt: { seen: 4, unasked: 4, forms: { text: 4 }, formats: { "date-time": 4 } },
      kind: { forms: { null: 1, text: 3 }, members: { sail: 3 } },
      berths: { forms: { list: 4 }, items: { object: 8 } },
    });
    expect(at(profile, "berths", "berth")).toMatchObject({
      objects: 8,
      properties: { number: { forms: { number: 4, null: 4 } } },
    });
  });

  it("knows what was asked for by name, and what was cut", () => {
    const [, list] = boats(3, () => ({ log: "a log", owner: { id: "p", name: "n" } }));
    const properties = (path: string) => at(profileOf([[path, list]]), "", "boat");
    expect(properties("/boats?$select=id,log,name")).toMatchObject({
      objects: 3,
      whole: 0,
      properties: { log: { seen: 3, unasked: 0, asked: { of: 3, seen: 3, whole: 0 } } },
    });
    expect(properties("/boats?$expand=owner($select=name)")).toMatchObject({
      whole: 3,
      properties: { log: { unasked: 3 }, owner: { unasked: 0, asked: { of: 3, seen: 3, whole: 3 } } },
    });
    const expanded = profileOf([["/boats?$expand=owner($select=name)", list]]);
    expect(at(expanded, "owner", "person")).toMatchObject({ objects: 1, whole: 0 });
    expect(properties("/boats?$skiptoken=x")?.whole).toBe(0);
    expect(properties("/boats?$top=3")?.whole).toBe(3);
  });

  it("counts that it was asked for and did not come", () => {
    const profile = profileOf([
      ["/boats?$select=id,flag", { value: [{ id: "1" }, { id: "2", flag: "red" }] }],
    ]);
    expect(at(profile, "", "boat")?.properties.flag).toMatchObject({ seen: 1, asked: { of: 2, seen: 1 } });
  });

  it("takes the type that an object names before the one that is promised", () => {
    const named = (type: string) => ({ "@odata.type": `#microsoft.graph.${type}`, masts: 2 });
    const profile = profileOf([boats(2, (index) => named(index === 0 ? "sailboat" : "steamboat"))]);
    expect(at(profile, "", "sailboat")?.properties.masts).toEqual({
      seen: 1,
      unasked: 1,
      forms: { number: 1 },
    });
    expect(at(profile, "", "steamboat")?.undocumented).toBe(true);
    const foreign = profileOf([boats(1, () => ({ "@odata.type": "#contoso.secret.boat" }))]);
    expect(at(foreign, "", "boat")?.objects).toBe(1);
  });

  it("counts an object that comes again as it was once, and again where something of it is other", () => {
    const [, list] = boats(2, () => ({}));
    const again = profileOf([
      ["/boats", list],
      ["/boats?$top=2", list],
      ["/boats?$filter=name eq 'a'", list],
    ]);
    expect(at(again, "", "boat")?.objects).toBe(2);
    const other = profileOf([["/boats", list], boats(2, () => ({ flag: "red" }))]);
    expect(at(other, "", "boat")?.objects).toBe(4);
  });

  it("counts statuses, and no shapes of what failed or is of no known type", () => {
    const error = { error: { code: "notFound", message: "No boat of that name." } };
    const profile = profileOf([
      ["/boats/1", error, 404],
      ["/boats/1", { id: "1" }],
      ["/nowhere/at/all", { value: [{ id: "1" }] }],
    ]);
    expect(profile.versions["v1.0"]?.operations["GET /boats/{}"]?.statuses).toEqual({ 200: 1, 404: 1 });
    expect(profile.versions["v1.0"]?.operations.GET).toEqual({ statuses: { 200: 1 }, places: {} });
  });

  it("takes names that every object of JavaScript has for what they are", () => {
    const profile = profileOf([boats(1, () => ({ constructor: "x", toString: 1, kind: "valueOf" }))]);
    expect(at(profile, "", "boat")?.properties).toMatchObject({
      constructor: { seen: 1, undocumented: true, formats: { text: 1 } },
      toString: { seen: 1, forms: { number: 1 } },
      kind: { otherMembers: { valueOf: 1 } },
    });
  });

  it("is the same text for the same answers", () => {
    const answers = [boats(3, (index) => ({ [`p${index}`]: index }))];
    expect(profileText(profileOf(answers))).toBe(profileText(profileOf(answers)));
    expect(JSON.parse(profileText(profileOf(answers)))).toEqual(profileOf(answers));
  });
});

describe("no value of a tenant", () => {
  const secret = "Zq7Secret";
  const guid = "3f2a9c1b-98a5-4f0d-8b5e-0d1a5e9b7c42";
  const reveals = (answers: readonly Answer[]) =>
    [secret, secret.toLowerCase(), guid, "74839201"].filter((text) =>
      profileText(profileOf(answers)).toLowerCase().includes(text.toLowerCase()),
    );

  it("is in a profile: neither in the place of a value, nor of a member, a name, a key, a type or a path", () => {
    const hidden = {
      id: `${secret}-id`,
      name: `${secret} ${guid}`,
      kind: `${secret} is no member`,
      flag: secret,
      builtAt: secret,
      berths: [{ number: secret }, secret, 74839201],
      [`extension_${guid.replaceAll("-", "")}_${secret}`]: secret,
      [`contoso_${secret.toLowerCase()}`]: { [secret]: secret },
      [guid]: 74839201,
      [`${secret}@odata.bind`]: secret,
      "key 74839201": true,
      a74839201b: true,
      undocumentedOne: { [secret.toLowerCase()]: secret },
      "@odata.type": `#contoso.${secret}.boat`,
      owner: {
        id: secret,
        notes: { [secret.toLowerCase()]: secret, [guid]: { "@odata.type": `#microsoft.graph.a${guid}` } },
      },
    };
    const error = { error: { code: secret, message: secret } };
    const answers: Answer[] = [
      [`/boats?$filter=name eq '${secret}'`, { "@odata.context": secret, value: [hidden], [secret]: 1 }],
      [`/boats/${secret}?$select=${secret.toLowerCase()},id`, hidden],
      [`/boats/${guid}`, error, 404],
      [`/${secret}/${guid}`, { value: [hidden] }],
      ["/boats?$expand=owner", { value: [hidden] }],
    ];
    expect(reveals(answers)).toEqual([]);
    const text = profileText(profileOf(answers));
    for (const told of ["{extension}", "{key}", "{name}", "undocumentedOne"]) expect(text).toContain(told);
  });

  it("would be found there", () => {
    expect(reveals([boats(1, () => ({ kind: secret }))])).not.toEqual([]);
  });

  it("is in a profile of whatever else comes", () => {
    const name = fc.oneof(
      fc.constantFrom("name", "kind", "flag", "berths", "owner", "notes", "value", "@odata.type"),
      fc.string({ maxLength: 6 }).map((text) => `${secret}${text}`),
    );
    const text = fc.string({ maxLength: 8 }).map((end) => `${secret} ${end}`);
    const { body } = fc.letrec((tie) => ({
      body: fc.oneof(
        { depthSize: "small" },
        text,
        fc.boolean(),
        fc.constant(null),
        tie("object"),
        tie("list"),
      ),
      list: fc.array(tie("body"), { maxLength: 3 }),
      object: fc.dictionary(name, tie("body"), { maxKeys: 5 }),
    }));
    fc.assert(
      fc.property(fc.array(body, { maxLength: 4 }), (items) => {
        expect(
          reveals([["/boats", { value: items }], ...items.map((item): Answer => ["/boats/1", item])]),
        ).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
