/** By the beginning of a kind the rules that speak of it; any other finding in the lines is of something else. */
const rules: readonly (readonly [string, RegExp])[] = [
  ["@odata.type in JSON", /^(?:odata\/type|body\/|request\/body|resource\/|annotation\/response-type)/],
  ["annotation's name", /^annotation\/duplicate-name$/],
  ["annotation's type", /^annotation\/(?:type-name|response-type|collection)$|^body\/shape$/],
  ["annotation, name", /^annotation\/|^odata\/annotation-name$/],
  ["an action", /^request\/not-documented$/],
  ["front matter", /^page\/front-matter$/],
  ["JSON of an example, syntax", /json|request\/body/],
  ["JSON representation, syntax", /json/],
  ["JSON of an example", /^(?:body\/|request\/|resource\/|odata\/)/],
  ["JSON representation", /^resource\//],
  ["link", /^reference\//],
  ["method of a request", /^request\/not-documented$|^page\/operation-missing$/],
  ["Methods table", /^methods\/|^annotation\/response-type$|^reference\//],
  ["name of control information", /^odata\//],
  ["no status line", /^http\/status$/],
  ["path of a request", /^request\/(?:not-documented|malformed)$/],
  ["permission table, order", /^page\/permission-order$/],
  ["permission table", /^permission\//],
  ["placeholder in a URL", /^request\/(?:placeholder|malformed)$/],
  ["reason phrase", /^http\/reason-phrase$/],
  ["status", /^http\//],
  ["table cell, description", /^resource\/description$/],
  ["table cell", /^resource\/|^reference\//],
  ["table", /^(?:resource|body|reference|request)\//],
  ["template text", /^page\/template-text$/],
  ["title", /^page\/(?:title|template-text|front-matter)$/],
  ["version of a request", /^request\/version$/],
];

/** Whether a rule, found in lines that are wide, speaks of what was mended. */
export function speaksOf(kind: string, rule: string): boolean {
  return rules.find(([beginning]) => kind.startsWith(beginning))?.[1].test(rule) ?? false;
}
