/** What stands at a text's beginning that is no XML, with the words for it. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^\{[\s\S]*"(?:openapi|swagger)"\s*:/, "is an OpenAPI description, no CSDL"],
  [/^(?:#.*\s+|---\s+)*(?:openapi|swagger)\s*:/, "is an OpenAPI description, no CSDL"],
  [
    /^\{[\s\S]*"\$(?:Version|EntityContainer|Reference)"\s*:/,
    "is CSDL in JSON, and only CSDL in XML is read",
  ],
  [/^[{[]/, "is JSON, no CSDL"],
];

/** How far what a document is can be seen in it. */
const head = 4000;

/** What a text is that is no XML, for the end of a sentence; undefined where it may be XML. */
export function otherDocument(text: string): string | undefined {
  const start = text.slice(0, head).trimStart();
  if (start === "" && text.trim() === "") return "is empty";
  const [, what] = others.find(([form]) => form.test(start)) ?? [];
  return what && `${what}; metadata is what GET /v1.0/$metadata answers`;
}
