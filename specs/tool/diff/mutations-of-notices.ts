import type { EnumContract } from "../../../src/contract/contract.ts";
import type { RemovalNotice } from "../../../src/docs/declarations/deprecation.ts";
import { at, type Mutation, ofEnum, ofOperation, ofParameter, ofProperty, ofType } from "./mutation.ts";

const certain = (notice: RemovalNotice) => ({ deprecated: { certain: true, ...notice, location: at } });
const members: Partial<EnumContract> = { members: ["gala", "fuji"] };

/** What is announced to go of each thing that can be, from nothing being said of it. */
function announced(there: string, notice: RemovalNotice): Mutation[] {
  const row = <Part>(area: string, old: Partial<Part>, next: Partial<Part>) => {
    const rule = there === "" ? `${area}/deprecated` : there;
    return [rule, `${area}/deprecation-withdrawn`, old, next] as const;
  };
  return [
    ofOperation(row("operation", {}, certain(notice))),
    ofType(row("type", {}, certain(notice))),
    ofProperty(row("property", {}, { deprecated: notice })),
    ofParameter(row("parameter", {}, { deprecated: notice })),
    ofEnum(row("enum", members, { ...members, retired: certain(notice).deprecated })),
    ofEnum(row("member", members, { ...members, deprecated: { fuji: notice } })),
  ];
}

const later = { deprecated: { removal: "2027-10" } };

/** What changes in what is announced to go, and when. */
export const mutationsOfNotices = [
  ...announced("", {}),
  ...announced("", { removal: "2027-10-15" }),
  ...announced("", { removal: "2027-10-15", announced: "2025-10-15" }),
  ...announced("deprecation/short-notice", { removal: "2027-10-15", announced: "2025-10-16" }),
  ...announced("deprecation/full-notice", { removal: "2027-10-15", announced: "2024-10-15" }),
  ofProperty(["removal/stated", "removal/unstated", { deprecated: {} }, later]),
  ofProperty(["removal/earlier", "removal/later", later, { deprecated: { removal: "2027-03-01" } }]),
];
