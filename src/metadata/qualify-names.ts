import type { MetadataTypeRef } from "./metadata.ts";

/** Makes qualified names of those that a document writes with an alias. */
export interface Names {
  /** `microsoft.graph.user` of `graph.user`; with a path behind it, `graph.user/manager`, only its head changes. */
  qualified(written: string): string;
  /** `Collection(graph.user)` taken apart; the same object for the same text. */
  typeRef(written: string): MetadataTypeRef;
}

const aliasing = /<(?:[\w-]+:)?(?:Schema|Include|TypeDefinition)\b[^>]*>/g;

/**
 * Reads the aliases of a document, which hold in all of it, also before the schema that has them. What a type
 * definition stands for is known likewise: its name means the type below it.
 */
export function namesIn(text: string): Names {
  const aliases = new Map<string, string>();
  const refs = new Map<string, MetadataTypeRef>();
  const definitions = new Map<string, string>();
  let namespace = "";
  for (const [tag] of text.matchAll(aliasing)) {
    const alias = attribute(tag, "Alias");
    const own = attribute(tag, "Namespace");
    if (own !== undefined) namespace = own;
    if (alias !== undefined && own !== undefined) aliases.set(alias, own);
    const name = attribute(tag, "Name");
    const underlying = attribute(tag, "UnderlyingType");
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

function attribute(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
}
