import { type ChangeRule, defineChangeRule } from "../change-rule.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { factOf, placeOf, spellingOf } from "../words.ts";

/** What became of documented paths. */
export const pathRules = [
  defineChangeRule({
    id: "path/added",
    kinds: ["path"],
    action: "added",
    direction: "widened",
    mirror: ["path/removed", "path/alias-removed", "path/alias-mended"],
    weighs: weigh(compatible("versioning")),
    says: (difference) => `${methodsOf(difference)} is documented`,
    breaks: "Nobody: no client can have called it.",
  }),
  defineChangeRule({
    id: "path/alias-mended",
    kinds: ["path"],
    action: "removed",
    direction: "other",
    mirror: ["path/added"],
    fits: ({ instead, evidence }) => instead !== undefined && evidence !== undefined,
    weighs: sharpened,
    says: (difference) =>
      `${methodsOf(difference)} is documented as ${insteadOf(difference)}; ${difference.evidence}`,
    breaks: "Nobody: who could call it called the other path already.",
  }),
  defineChangeRule({
    id: "path/alias-removed",
    kinds: ["path"],
    action: "removed",
    direction: "narrowed",
    mirror: ["path/added"],
    fits: ({ instead }) => instead !== undefined,
    weighs: weigh(risky("ours")),
    says: (difference) =>
      `${methodsOf(difference)} is documented no more; its pages document ${insteadOf(difference)}`,
    breaks: "Clients that call it by this path, if it stops: the operation is there under the other one.",
  }),
  defineChangeRule({
    id: "path/removed",
    kinds: ["path"],
    action: "removed",
    direction: "narrowed",
    mirror: ["path/added"],
    weighs: weigh(breaking("versioning")),
    says: (difference) => `${methodsOf(difference)} is documented no more`,
    breaks: "Every client that calls it.",
  }),
  defineChangeRule({
    id: "path/mended",
    kinds: ["path"],
    action: "renamed",
    direction: "other",
    mirror: ["path/moved", "path/mended"],
    fits: ({ evidence }) => evidence !== undefined,
    weighs: sharpened,
    says: ({ before, after, evidence }) =>
      `${before && spellingOf(before)} is documented as ${after && spellingOf(after)}; ${evidence}`,
    breaks: "Nobody: who could call it called the other path already.",
  }),
  defineChangeRule({
    id: "path/moved",
    kinds: ["path"],
    action: "renamed",
    direction: "other",
    mirror: ["path/moved", "path/mended"],
    weighs: weigh(breaking("versioning"), { gate: risky("ours") }),
    says: ({ before, after }) =>
      `${before && spellingOf(before)} is documented as ${after && spellingOf(after)}`,
    breaks: "Clients that call the path of before, if it ever worked.",
  }),
  defineChangeRule({
    id: "path/respelt",
    kinds: ["spelling"],
    action: "changed",
    direction: "other",
    mirror: ["path/respelt"],
    weighs: sharpened,
    says: ({ before, after }) => `${before?.value} is written ${after?.value}`,
    breaks: "Nobody: Graph takes paths in any letters.",
  }),
];

function insteadOf({ instead }: Parameters<ChangeRule["says"]>[0]): string {
  return instead ? spellingOf(instead) : "";
}

function methodsOf(difference: Parameters<typeof factOf>[0]): string {
  const fact = factOf(difference);
  const methods = fact.parts.filter(({ kind }) => kind === "operation").map(({ name }) => name);
  return `${methods.join(", ")} ${placeOf([fact])}`;
}
