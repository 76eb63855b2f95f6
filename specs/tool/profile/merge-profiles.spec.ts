import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeProfiles } from "../../../src/profile/merge-profiles.ts";
import { profileText } from "../../../src/profile/shape-profile.ts";
import { contractOf } from "../../support/contract-of.ts";
import { type Answer, boats, harbour, profileOf } from "../../support/seen-answers.ts";
import "../../support/same-draws.ts";

const answer = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom("sail", "motor", "steam", null),
  name: fc.option(fc.string(), { nil: undefined }),
  sails: fc.option(fc.nat(), { nil: undefined }),
});

describe("several profiles together", () => {
  it("are the profile of all that they saw, in whatever order they come", () => {
    const parts = fc.array(fc.uniqueArray(answer, { selector: ({ id }) => id, maxLength: 5 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(parts, fc.nat(), (lists, turn) => {
        const distinct = lists.map((list, part) =>
          list.map((item) => ({ ...item, id: `${part} ${item.id}` })),
        );
        const answers = distinct.map((value): Answer => ["/boats", { value }]);
        const profiles = answers.map((each) => profileOf([each]));
        const at = profiles.length === 0 ? 0 : turn % profiles.length;
        const turned = [...profiles.slice(at), ...profiles.slice(0, at)].reverse();
        const whole = profileText(profileOf(answers));
        expect(profileText(mergeProfiles(profiles))).toBe(whole);
        expect(profileText(mergeProfiles(turned))).toBe(whole);
        if (profiles.length > 1) {
          const [first, ...rest] = profiles;
          if (first) expect(profileText(mergeProfiles([mergeProfiles(rest), first]))).toBe(whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("take for documented what one of their contracts documents", () => {
    const lesser = contractOf({
      types: { boat: { properties: { name: { type: "Edm.String", row: "name" } } } },
      operations: harbour.operations,
    });
    const answers = [boats(1, () => ({ flag: "red", undocumented: 1 }))];
    const merged = mergeProfiles([profileOf(answers, lesser), profileOf(answers)]);
    const properties =
      merged.versions["v1.0"]?.operations["GET /boats"]?.places[""]?.["microsoft.graph.boat"]?.properties;
    expect(properties?.flag).not.toHaveProperty("undocumented");
    expect(properties?.undocumented).toMatchObject({ seen: 2, undocumented: true });
  });
});
