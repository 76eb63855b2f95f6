import type { Seeder } from "./defect.ts";
import * as message from "./message-defects.ts";
import * as name from "./name-defects.ts";
import * as value from "./value-defects.ts";

/** The kinds of defects that are seeded, as many of each; but of what is rare, those that the corpus has room for. */
export const classes: readonly { readonly name: string; readonly seeder: Seeder; readonly rare?: true }[] = [
  { name: "wrong JSON type", seeder: value.wrongJsonType },
  { name: "unknown property", seeder: name.unknownProperty },
  { name: "misspelt property", seeder: name.misspeltProperty },
  { name: "wrong enum member", seeder: value.wrongMember },
  { name: "bad date", seeder: value.badDate },
  { name: "null where never", seeder: value.nullWhereNever },
  { name: "trailing comma", seeder: name.trailingComma },
  { name: "duplicate key", seeder: name.duplicateKey },
  { name: "wrong status", seeder: message.wrongStatus },
  { name: "missing content type", seeder: message.missingContentType },
  { name: "body on 204", seeder: message.bodyOnNoContent },
  { name: "selected property dropped", seeder: name.selectedDropped, rare: true },
  { name: "nested unknown name", seeder: name.nestedUnknown },
  { name: "near miss on an open type", seeder: name.nearMissOnOpen },
  { name: "unknown name in a request body", seeder: name.unknownInRequest },
  { name: "request path typo", seeder: message.pathTypo },
  { name: "wrong @odata.type", seeder: message.wrongType },
  { name: "context path", seeder: message.contextPath },
  { name: "array for one", seeder: value.arrayForOne },
  { name: "one for array", seeder: value.oneForArray },
  { name: "enum letter case", seeder: value.memberLetters },
  { name: "header missing", seeder: message.headerMissing },
  { name: "unselected relationship", seeder: name.unselectedRelationship, rare: true },
  { name: "placeholder for array", seeder: value.placeholderForArray },
];
