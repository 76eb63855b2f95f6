/** A tag as the parser gives it; names are lower case. */
export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** How near to the text of the page an element is: the site's frame has none of it, `content` nothing else. */
export const regions = { frame: 0, body: 1, main: 2, content: 3 } as const;

const inlineNames = new Set(
  "a abbr b bdi bdo br cite code del dfn em font i img ins kbd label mark q s samp small span strike strong sub sup time u var wbr".split(
    " ",
  ),
);
const frameNames = new Set(
  "head header nav footer aside button form script style template svg select iframe noscript dialog textarea".split(
    " ",
  ),
);
const frameClass =
  /(?:^|\s)(?:code-?header|codeheader|doc-outline|anchor-link|(?:page-)?metadata(?:-container)?|feedback[\w-]*|visually-hidden[\w-]*)(?:\s|$)/i;
const alertClass = /^(note|tip|important|caution|warning)$/i;
const languageClass = /(?:^|\s)lang(?:uage)?-([\w#+.-]+)/i;

/** An element that stands in running text. */
export function isInline(name: string): boolean {
  return inlineNames.has(name);
}

/** An element of the site around a page, or around its code: menus, buttons, the line above a block of code. */
export function isFrame({ name, attributes }: Tag, region: number): boolean {
  if (frameNames.has(name) || attributes.role === "tablist") return true;
  if (frameClass.test(attributes.class ?? "")) return true;
  // In the text itself only the tabs and pivots that were not chosen are hidden.
  return "hidden" in attributes && region < regions.content && attributes.role !== "tabpanel";
}

export function regionOf({ name, attributes }: Tag): number {
  if (name === "div" && /(?:^|\s)content(?:\s|$)/.test(attributes.class ?? "")) return regions.content;
  if (name === "main" || name === "article" || attributes.role === "main") return regions.main;
  return name === "body" ? regions.body : regions.frame;
}

/** The line above a block of code, and what in it names the language. */
export function isCodeHeader({ attributes }: Tag): boolean {
  return /(?:^|\s)code-?header(?:\s|$)/i.test(attributes.class ?? "");
}

export function isCodeLabel({ attributes }: Tag): boolean {
  return /^(?:lang|language)$/i.test(attributes.class ?? "");
}

/** A note that stands out of the text. */
export function isAlert({ attributes }: Tag): boolean {
  return (attributes.class ?? "").split(/\s+/).some((name) => alertClass.test(name) || name === "alert");
}

/** The title of a note, which Markdown writes as `[!NOTE]`. */
export function alertTitle(text: string): string | undefined {
  return alertClass.exec(text.trim())?.[1]?.toUpperCase();
}

/** The language that the code of an element is in, by the class that the site gives it. */
export function languageOf({ attributes }: Tag): string | undefined {
  return languageClass.exec(attributes.class ?? "")?.[1]?.toLowerCase();
}
