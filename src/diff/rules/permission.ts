import { type Between, type ChangeRule, defineChangeRule } from "../change-rule.ts";
import type { Difference } from "../difference.ts";
import { type Fact, partOf } from "../fact.ts";
import { IN_ADDITION } from "../outline/outline-operation.ts";
import { permissionRespelt } from "../permission-respelt.ts";
import { breaking, compatible, risky, sharpened, weigh } from "../policy/weights.ts";
import { factOf, placeOf, schemeName } from "../words.ts";

const names = (fact: Fact | undefined): string =>
  (fact?.parts ?? []).flatMap(({ kind, name }) => (kind === "permission" ? `"${name}"` : [])).join(", ");

/** Who may call, and where. */
export const permissionRules = [
  defineChangeRule({
    id: "permission/stated",
    kinds: ["scheme"],
    action: "added",
    direction: "other",
    mirror: ["permission/unstated"],
    weighs: sharpened,
    says: (difference) => `${ofScheme(difference)} are said: ${names(difference.after) || "not supported"}`,
    breaks: "Nobody: the page says what was asked for already.",
  }),
  defineChangeRule({
    id: "permission/unstated",
    kinds: ["scheme"],
    action: "removed",
    direction: "other",
    mirror: ["permission/stated"],
    weighs: weigh(risky("ours"), { sdk: compatible("ours") }),
    says: (difference) => `${ofScheme(difference)} are not said any more`,
    breaks: "Nobody for certain: what is needed is now left open.",
  }),
  defineChangeRule({
    id: "permission/supported",
    kinds: ["scheme"],
    action: "changed",
    direction: "widened",
    mirror: ["permission/not-supported"],
    fits: ({ after }) => after?.value === true,
    weighs: weigh(compatible("ours")),
    says: (difference) => `${ofScheme(difference)} are supported: ${names(difference.after)}`,
    breaks: "Nobody.",
  }),
  defineChangeRule({
    id: "permission/not-supported",
    kinds: ["scheme"],
    action: "changed",
    direction: "narrowed",
    mirror: ["permission/supported"],
    weighs: weigh(breaking("versioning"), { sdk: compatible("ours") }),
    says: (difference) =>
      `${ofScheme(difference)} are supported no more; they were ${names(difference.before)}`,
    breaks: "Every client that signs in so.",
  }),
  defineChangeRule({
    id: "permission/added",
    kinds: ["permission"],
    action: "added",
    direction: "widened",
    mirror: ["permission/removed", "permission/addition-dropped"],
    weighs: weigh(compatible("ours")),
    says: (difference) => `${placeOf(difference.within)} have "${factOf(difference).name}"`,
    breaks: "Nobody: it is one more that will do.",
  }),
  defineChangeRule({
    id: "permission/addition-dropped",
    kinds: ["permission"],
    action: "removed",
    direction: "widened",
    mirror: ["permission/added"],
    // What it was needed beside, or one that would have done, is still there.
    fits: ({ before, within, withinBefore }) =>
      before?.value === IN_ADDITION &&
      (within.at(-1)?.parts ?? []).some(
        ({ kind, name, value }) =>
          kind === "permission" &&
          value !== IN_ADDITION &&
          partOf(withinBefore.at(-1), kind, name) !== undefined,
      ),
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `${placeOf(difference.within)} no more want "${factOf(difference).name}" in addition to another`,
    breaks: "Nobody: less is needed than before.",
  }),
  defineChangeRule({
    id: "permission/now-in-addition",
    kinds: ["permission"],
    action: "changed",
    direction: "narrowed",
    mirror: ["permission/now-alone"],
    fits: ({ after }) => after?.value === IN_ADDITION,
    weighs: weigh(breaking("ours"), { sdk: compatible("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} want another one beside "${factOf(difference).name}"`,
    breaks: "Clients that were granted this one alone.",
  }),
  defineChangeRule({
    id: "permission/now-alone",
    kinds: ["permission"],
    action: "changed",
    direction: "widened",
    mirror: ["permission/now-in-addition"],
    weighs: weigh(compatible("ours")),
    says: (difference) => `of the ${placeOf(difference.within)} "${factOf(difference).name}" does alone`,
    breaks: "Nobody: less is needed than before.",
  }),
  defineChangeRule({
    id: "permission/removed",
    kinds: ["permission"],
    action: "removed",
    direction: "narrowed",
    mirror: ["permission/added"],
    weighs: weigh(breaking("ours"), { sdk: compatible("ours") }),
    says: (difference) => `${placeOf(difference.within)} have "${factOf(difference).name}" no more`,
    breaks: "Clients that were granted this one alone.",
  }),
  defineChangeRule({
    id: "permission/respelt",
    kinds: ["permission"],
    action: "renamed",
    direction: "other",
    mirror: ["permission/respelt"],
    weighs: sharpened,
    says: ({ within, before, after }) => `${placeOf(within)} write "${before?.name}" as "${after?.name}"`,
    breaks: "Nobody: there is no permission of the name of before, or it is the same one.",
  }),
  defineChangeRule({
    id: "permission/least-lowered",
    kinds: ["least-privileged"],
    action: "changed",
    direction: "widened",
    mirror: ["permission/least-raised"],
    fits: ({ before, after, within, withinBefore }, between) =>
      isListed(within, before, between) && !isListed(withinBefore, after, between),
    weighs: weigh(compatible("ours")),
    says: leastSays,
    breaks: "Nobody: what was granted still does.",
  }),
  defineChangeRule({
    id: "permission/least-raised",
    kinds: ["least-privileged"],
    action: "changed",
    direction: "narrowed",
    mirror: ["permission/least-lowered", "permission/least-raised"],
    fits: ({ before, within }, between) => !isListed(within, before, between),
    weighs: weigh(risky("ours"), { sdk: compatible("ours") }),
    says: leastSays,
    breaks: "Clients that were granted the least privileged permission of before alone.",
  }),
  defineChangeRule({
    id: "permission/least-reordered",
    kinds: ["least-privileged"],
    action: "changed",
    direction: "other",
    mirror: ["permission/least-reordered"],
    weighs: weigh(compatible("ours")),
    says: leastSays,
    breaks: "Nobody: both will do, and the page names them in another order.",
  }),
  defineChangeRule({
    id: "cloud/available",
    kinds: ["cloud"],
    action: "changed",
    direction: "widened",
    mirror: ["cloud/not-available"],
    fits: ({ after }) => after?.value === true,
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `${placeOf(difference.within)} is available in the cloud ${factOf(difference).name}`,
    breaks: "Nobody.",
  }),
  defineChangeRule({
    id: "cloud/not-available",
    kinds: ["cloud"],
    action: "changed",
    direction: "narrowed",
    mirror: ["cloud/available"],
    weighs: weigh(breaking("ours"), { sdk: compatible("ours") }),
    says: (difference) =>
      `${placeOf(difference.within)} is available in the cloud ${factOf(difference).name} no more`,
    breaks: "Clients in that cloud.",
  }),
  defineChangeRule({
    id: "cloud/stated",
    kinds: ["cloud"],
    action: "added",
    direction: "other",
    mirror: ["cloud/unstated"],
    weighs: sharpened,
    says: (difference) =>
      `${placeOf(difference.within)} is said ${factOf(difference).value === true ? "" : "not "}to be available in the cloud ${factOf(difference).name}`,
    breaks: "Nobody: the page says what was so already.",
  }),
  defineChangeRule({
    id: "cloud/unstated",
    kinds: ["cloud"],
    action: "removed",
    direction: "other",
    mirror: ["cloud/stated"],
    weighs: weigh(compatible("ours")),
    says: (difference) =>
      `whether ${placeOf(difference.within)} is available in the cloud ${factOf(difference).name} is not said any more`,
    breaks: "Nobody for certain.",
  }),
];

function ofScheme(difference: Difference): string {
  return `${schemeName(factOf(difference).name)} permissions of ${placeOf(difference.within)}`;
}

function leastSays({ within, before, after }: Parameters<ChangeRule["says"]>[0]): string {
  return `of the ${placeOf(within)} the least was "${before?.value}" and is "${after?.value}"`;
}

/** Whether a permission is one of those that will do, be it with a slip. */
function isListed(within: readonly Fact[], least: Fact | undefined, between: Between): boolean {
  const name = String(least?.value ?? "");
  const scheme = within.at(-1);
  if (partOf(scheme, "permission", name)) return true;
  const listed = (scheme?.parts ?? []).filter(({ kind }) => kind === "permission");
  return permissionRespelt({ name }, listed, between) !== undefined;
}
