import type { MetadataTypeRef } from "./metadata.ts";

/** Makes qualified names of those that a document writes with an alias. */
export interface Names {
  /** `microsoft.graph.user` of `graph.user`; with a path behind it, `graph.user/manager`, only its head changes. */
  qualified(written: string): string;
  /** `Collection(graph.user)` taken apart; the same object for the same text. */
  typeRef(written: string): MetadataTypeRef;
}

/**
 * Reads the aliases of a document, which hold in all of it, also before the schema that has them. What a type
 * definition stands for is known likewise: its name means the type below it.
 */
export function namesIn(text: string): Names {
  const aliases = new Map<string, string>();
  const refs = new Map<string, MetadataTypeRef>();
  const definitions = new Map<string, string>();
  for (const { tag } of tagsWith(text, "Alias=")) {
    const alias = attribute(tag, "Alias");
    const namespace = attribute(tag, "Namespace");
    if (alias !== undefined && namespace !== undefined) aliases.set(alias, namespace);
  }
  const defined = tagsWith(text, "UnderlyingType=").filter(({ tag }) => isTag(tag, "TypeDefinition"));
  const schemas =
    defined.length === 0 ? [] : tagsWith(text, "Namespace=").filter(({ tag }) => isTag(tag, "Schema"));
  for (const { tag, before } of defined) {
    const name = attribute(tag, "Name");
    const underlying = attribute(tag, "UnderlyingType");
    const schema = schemas.findLast((one) => one.before < before);
    const namespace = schema && attribute(schema.tag, "Namespace");
    if (name !== undefined && underlying !== undefined) definitions.set(`${namespace}.${name}`, underlying);
  }
  const qualified = (written: string) => {
    const end = written.search(/[/(]/);
    const head = end === -1 ? written : written.slice(0, end);
    const dot = head.lastIndexOf(".");
    const meant = dot === -1 ? undefined : aliases.get(head.slice(0, dot));
    return meant === undefined ? written : `${meant}${written.slice(dot)}`;
  };
  return {
    qualified,
    typeRef(written) {
      const known = refs.get(written);
      if (known) return known;
      const inside = /^Collection\((.*)\)$/.exec(written.trim())?.[1];
      const name = qualified((inside ?? written).trim());
      const ref = { name: definitions.get(name) ?? name, collection: inside !== undefined };
      refs.set(written, ref);
      return ref;
    },
  };
}

/** The tags with a text in them, and where each begins: few, and a search for a text is fast. */
function tagsWith(text: string, part: string): { readonly tag: string; readonly before: number }[] {
  const found: { readonly tag: string; readonly before: number }[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) {
    const before = text.lastIndexOf("<", at);
    const end = text.indexOf(">", at);
    if (before !== -1 && end !== -1) found.push({ tag: text.slice(before, end), before });
  }
  return found;
}

function isTag(tag: string, name: string): boolean {
  return new RegExp(`^<(?:[\\w.-]+:)?${name}\\s`).test(tag);
}

function attribute(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
}
