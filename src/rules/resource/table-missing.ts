import { jsonProperties } from "../../contract/derive/json-properties.ts";
import { typeNamed } from "../../contract/names/type-named.ts";
import { headingSpan } from "../../docs/section.ts";
import { definePageRule, type Outcome, type PageContext } from "../rule.ts";

/** Resource pages that show their type as JSON and have no table that says what the names are. */
export const tableMissing = definePageRule("resource/table-missing", {
  promise: "A resource page with a JSON representation has a table of properties.",
  weighs: { documented: "warning" },
  judge(context) {
    const [type] = context.page.types;
    if (!type || jsonProperties(type).length === 0) return "not-applicable";
    return judge(context);
  },
});

function judge({ page, contract, folder }: PageContext): Outcome[] {
  const [type] = page.types;
  const heading = page.headings.find(({ level }) => level === 1);
  const isEnum = type !== undefined && page.enums.length > 0;
  if (!type || !heading || type.hasPropertyTable || type.open || isEnum) return [];
  if (page.includes.some(({ location }) => location.line < (type.json?.location.line ?? 0))) return [];
  const known = typeNamed(contract, type.name);
  const elsewhere = folder.pages.some(
    (other) =>
      other !== page &&
      other.version === page.version &&
      other.types.some(({ name, hasPropertyTable }) => name === type.name && hasPropertyTable),
  );
  if (elsewhere || known?.open) return [];
  const base = typeNamed(contract, known?.base);
  const declared = new Set([
    ...(base?.properties ?? []).map(({ name }) => name),
    ...type.relationships.map(({ name }) => name),
  ]);
  const own = jsonProperties(type).filter(({ name }) => !declared.has(name));
  // A map has its data for names.
  if (own.length === 0 || own.some(({ name }) => !/^[A-Za-z]\w*$/.test(name))) return [];
  if (own.every(({ name }) => name === "id") && type.relationships.length > 0) return [];
  const span = headingSpan(heading);
  const names = own
    .map(({ name }) => `"${name}"`)
    .slice(0, 5)
    .join(", ");
  const message = `${type.name} has a JSON representation and no table of properties, which says what ${names} ${own.length === 1 ? "is" : "are"}`;
  if (known?.base !== undefined && base?.complete !== true)
    return [
      {
        status: "not-verified",
        reason: "not-in-folder",
        message: `${message}, or which base type has`,
        span,
      },
    ];
  return [{ status: "fail", message, span, cause: { id: `table-missing ${type.name}` } }];
}
