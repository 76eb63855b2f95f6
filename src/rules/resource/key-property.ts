import type { TypeContract } from "../../contract/contract.ts";
import { baseTypes, ROOT } from "../../contract/names/inheritance.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { annotationSpan } from "../../docs/markdown/annotation-span.ts";
import type { TypeDeclaration } from "../../docs/page.ts";
import { definePageRule, type Outcome, type PageContext } from "../rule.ts";
import { keysWithoutRow } from "./told-at-type.ts";

/** Keys that an annotation names and the type does not have. */
export const keyProperty = definePageRule("resource/key-property", {
  promise: "The keyProperty of a resource annotation is a property of the type.",
  weighs: { documented: "warning" },
  judge(context) {
    const keyed = context.page.types.filter((type) => type.keyProperty !== undefined);
    return keyed.length === 0 ? "not-applicable" : keyed.flatMap((type) => judge(context, type));
  },
});

function judge({ page, contract }: PageContext, declared: TypeDeclaration): Outcome[] {
  const type = typeNamed(contract, declared.name);
  const annotation = page.annotations.find(
    ({ members, location }) =>
      members.keyProperty === declared.keyProperty && location.line >= declared.location.line,
  );
  if (!type || !annotation) return [];
  const [lacking] = keysWithoutRow(contract, declared.name);
  if (lacking === undefined) return [];
  const span = annotationSpan(annotation);
  const message = `the annotation says that the key of ${type.name} is "${lacking}", which is none of its properties`;
  if (!type.complete) return [{ status: "not-verified", reason: "not-in-folder", message, span }];
  const other = type.properties.find(({ name }) => name.toLowerCase() === lacking.toLowerCase())?.name;
  return [
    {
      status: "fail",
      message: other === undefined ? message : `${message}; did the page mean "${other}"?`,
      meant: other,
      span,
      severity: isEntity({ page, contract }, type, declared) ? undefined : "info",
      cause: { id: `key-property ${type.name}/${lacking}` },
    },
  ];
}

/** Whether anything is asked for by its key: a complex type has none, whatever its annotation says. */
function isEntity(
  { contract }: Pick<PageContext, "page" | "contract">,
  { name }: TypeContract,
  { methods }: TypeDeclaration,
): boolean {
  if (methods.length > 0 || baseTypes(contract, name).includes(ROOT)) return true;
  const returned = contract.operations.some(
    ({ responses, listedReturn }) =>
      listedReturn?.type.name === name || responses.some(({ body }) => body?.name === name),
  );
  if (returned) return true;
  return Object.values(contract.types).some(({ properties }) =>
    properties.some(({ navigation, type }) => navigation && type.name === name),
  );
}
