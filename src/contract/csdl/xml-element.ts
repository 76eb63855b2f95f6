/** An XML element without text; an attribute that is undefined is left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: readonly XmlElement[];
}

/** An element in short. */
export function element(
  name: string,
  attributes: XmlElement["attributes"],
  children: readonly XmlElement[] = [],
): XmlElement {
  return { name, attributes, children };
}

/** An element as text, each child on a line of its own, two spaces deeper. */
export function writeElement({ name, attributes, children }: XmlElement, indent = ""): string {
  let start = `${indent}<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${attribute}="${escapeAttribute(value)}"`;
  }
  if (children.length === 0) return `${start} />\n`;
  const inside = children.map((child) => writeElement(child, `${indent}  `)).join("");
  return `${start}>\n${inside}${indent}</${name}>\n`;
}

const references: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** A reader makes spaces of line ends and tabs, and XML 1.0 has no other control characters and no halves of surrogate pairs (section 2.2). */
function escapeAttribute(value: string): string {
  if (!/[^ !#-%'-;=?-~]/.test(value)) return value;
  return (
    value
      .replaceAll(/[&<>"\t\n\r]/g, (character) => references[character] ?? "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
      .replaceAll(/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/gu, "\ufffd")
  );
}
