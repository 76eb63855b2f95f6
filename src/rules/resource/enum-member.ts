import { spanAt, spanOfText } from "../../base/span.ts";
import { definePageRule, type Outcome } from "../rule.ts";
import { type WrongList, wrongLists } from "./wrong-lists.ts";

/** Lists of members that several examples agree against: the list is wrong, not they. */
export const enumMember = definePageRule("resource/enum-member", {
  promise: "The members that a page lists are those that the examples show, in the same letters.",
  weighs: { documented: "error" },
  judge({ page, contract }) {
    const rows = page.types.flatMap(({ properties }) => properties);
    const lists = [...wrongLists(contract)].filter(([, { location }]) => location.file === page.file);
    const hasList = page.enums.length > 0 || rows.some(({ facts }) => facts.members !== undefined);
    return hasList || lists.length > 0 ? lists.map(([id, list]) => failure(id, list)) : "not-applicable";
  },
});

function failure(id: string, { name, written, location, row }: WrongList): Outcome {
  const values = [...written.keys()].map((value) => `"${value}"`).join(", ");
  const members = [...written.values()]
    .filter((member) => member !== undefined)
    .map((member) => `"${member}"`);
  const instead =
    members.length > 0
      ? `the list of "${name}" has ${members.join(", ")}`
      : `the list of "${name}" has none of that name`;
  return {
    status: "fail",
    message: `the examples write ${values}; ${instead}`,
    span: row === undefined ? spanAt(location) : spanOfText(location, row),
    advice: "write the members as the service does",
    cause: { id: `enum-member ${id}` },
  };
}
