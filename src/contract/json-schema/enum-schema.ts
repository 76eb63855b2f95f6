import type { EnumContract, EnumValues } from "../contract.ts";
import { shortName } from "../names/short-name.ts";
import type { JsonSchema } from "./schema.ts";

/** The JSON Schema of an enumeration's value, never null. Members of a multi-valued one come with commas between. */
export function valuesSchema(values: EnumValues): JsonSchema {
  return {
    type: "string",
    ...(values.members.length > 0 ? membersSchema(values) : {}),
    ...(values.onRequest.length > 0 ? { "x-members-on-request": [...values.onRequest] } : {}),
  };
}

function membersSchema({ members, multiValued }: EnumValues): JsonSchema {
  if (!multiValued) return { enum: [...members] };
  const one = `(?:${members.map((member) => member.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|")})`;
  return { pattern: `^${one}(?:, ?${one})*$`, "x-members": [...members] };
}

/** The JSON Schema of a declared enumeration, with a description made of its facts. */
export function enumSchema(declared: EnumContract): JsonSchema {
  const onRequest = declared.onRequest.map((member) => `"${member}"`).join(", ");
  const sentences = [
    `An enumeration of ${declared.members.length} members${declared.multiValued ? ", several at a time" : ""}.`,
    ...(onRequest ? [`Only with "Prefer: include-unknown-enum-members": ${onRequest}.`] : []),
  ];
  return { title: shortName(declared.name), description: sentences.join(" "), ...valuesSchema(declared) };
}
