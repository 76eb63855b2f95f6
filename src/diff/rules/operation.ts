import { defineChangeRule } from "../change-rule.ts";
import { breaking, compatible, disputed, risky, weigh } from "../policy/weights.ts";
import { factOf, placeOf } from "../words.ts";

/** What became of the methods of a path that is there on both sides. */
export const operationRules = [
  defineChangeRule({
    id: "operation/added",
    kinds: ["operation"],
    action: "added",
    direction: "widened",
    mirror: ["operation/removed"],
    weighs: weigh(compatible("versioning")),
    says: (difference) => `${placeOf([...difference.within, factOf(difference)])} is documented`,
    breaks: "Nobody: no client can have called it.",
  }),
  defineChangeRule({
    id: "operation/removed",
    kinds: ["operation"],
    action: "removed",
    direction: "narrowed",
    mirror: ["operation/added"],
    weighs: weigh(breaking("versioning")),
    says: (difference) => `${placeOf([...difference.within, factOf(difference)])} is documented no more`,
    breaks: "Every client that calls it.",
  }),
  defineChangeRule({
    id: "example/media-type-added",
    kinds: ["media-type"],
    action: "added",
    direction: "widened",
    mirror: ["example/media-type-removed"],
    weighs: weigh(compatible("ours")),
    says: (difference) => `an answer of ${placeOf(difference.within)} is shown as ${factOf(difference).name}`,
    breaks: "Nobody who says in `Accept` what it takes.",
  }),
  defineChangeRule({
    id: "example/media-type-removed",
    kinds: ["media-type"],
    action: "removed",
    direction: "narrowed",
    mirror: ["example/media-type-added"],
    weighs: weigh(risky("ours"), { sdk: compatible("ours") }),
    says: (difference) =>
      `no answer of ${placeOf(difference.within)} is shown as ${factOf(difference).name} any more`,
    breaks: "Clients that read this form, if it is gone from the service too.",
  }),
  defineChangeRule({
    id: "example/error-code-added",
    kinds: ["error-code"],
    action: "added",
    direction: "widened",
    mirror: ["example/error-code-removed"],
    weighs: weigh(disputed(compatible("versioning"), risky("guidelines"))),
    says: (difference) => `${placeOf(difference.within)} is shown to fail with "${factOf(difference).name}"`,
    breaks: "Clients that decide by the top-level error code, which the guidelines forbid to change.",
  }),
  defineChangeRule({
    id: "example/error-code-removed",
    kinds: ["error-code"],
    action: "removed",
    direction: "narrowed",
    mirror: ["example/error-code-added"],
    weighs: weigh(disputed(compatible("versioning"), risky("guidelines"))),
    says: (difference) =>
      `${placeOf(difference.within)} is not shown to fail with "${factOf(difference).name}" any more`,
    breaks: "Clients that wait for that top-level error code.",
  }),
];
