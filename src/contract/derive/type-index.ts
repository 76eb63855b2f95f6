import { groupBy } from "../../base/group-by.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Folder } from "../../docs/folder.ts";
import { linkTarget } from "../../docs/link-target.ts";
import type { Page, TypeReference } from "../../docs/page.ts";
import type { Metadata } from "../../metadata/metadata.ts";
import type { Contract, TypeRef } from "../contract.ts";
import { primitiveName } from "../names/primitive.ts";
import { shortName } from "../names/short-name.ts";

/** Finds the declared type or enum that a page means by a name. */
export interface TypeIndex {
  /** Never fails: a name that nothing declares resolves to kind `unknown`. */
  resolve(reference: TypeReference, from: Page): TypeRef;
}

/** The index over the names of a contract. */
export const typeIndexOf = onceForAll((contract: Contract, folder: Folder) =>
  indexTypes(Object.keys(contract.types), Object.keys(contract.enums), folder),
);

/** Knows no name. */
export const noTypes: TypeIndex = {
  resolve: ({ name, collection }) => ({ kind: "unknown", name, collection }),
};

/**
 * An index over the names that are declared. A name is looked for as written, in the page's namespace, in
 * `microsoft.graph`, on the page that its link leads to (a plural and the words of a sentence are understood
 * there), and at last anywhere, when only one namespace has it. What no page declares the metadata may.
 */
export function indexTypes(
  types: Iterable<string>,
  enums: Iterable<string>,
  folder: Folder,
  metadata?: Metadata,
): TypeIndex {
  const second = metadata
    ? indexTypes(Object.keys(metadata.types), Object.keys(metadata.enums), folder)
    : undefined;
  const kinds = new Map<string, "type" | "enum">();
  const spelled = new Map<string, string>();
  const add = (name: string, kind: "type" | "enum") => {
    if (kinds.has(name)) return;
    kinds.set(name, kind);
    const key = name.toLowerCase();
    if (!spelled.has(key)) spelled.set(key, name);
  };
  for (const name of types) add(name, "type");
  for (const name of enums) add(name, "enum");
  const byShortName = groupBy(kinds.keys(), (name) => shortName(name.toLowerCase()));

  return {
    resolve(reference, from) {
      const { collection } = reference;
      const primitive = primitiveName(reference.name);
      const found = primitive ? undefined : find(reference, from);
      if (found) return { kind: kinds.get(found) ?? "type", name: found, collection };
      if (primitive) return { kind: "primitive", name: primitive, collection };
      return second?.resolve(reference, from) ?? { kind: "unknown", name: reference.name, collection };
    },
  };

  function find(reference: TypeReference, from: Page): string | undefined {
    const name = reference.name.replace(/^#/, "");
    if (name === "") return undefined;
    const short = shortFor(reference, from);
    if (short) return short;
    const candidates = name.includes(".")
      ? [name, `microsoft.graph.${name}`]
      : [`${from.namespace}.${name}`, `microsoft.graph.${name}`];
    for (const candidate of candidates) {
      const known = spelled.get(candidate.toLowerCase());
      if (known) return known;
    }
    const linked = behindLink(reference, from);
    if (linked) return linked;
    // Prose puts the name of what a collection holds into the plural.
    const singular = candidates
      .map((candidate) => spelled.get(candidate.toLowerCase().replace(/s$/, "")))
      .find(Boolean);
    if (singular) return singular;
    const anywhere = name.includes(".") ? [] : (byShortName.get(name.toLowerCase()) ?? []);
    return anywhere.length === 1 ? anywhere[0] : undefined;
  }

  /** A word of English, `[message](chatmessage.md)`, `[shared](insights-shared.md)`, is short for the one type of the page that its link leads to. */
  function shortFor(reference: TypeReference, from: Page): string | undefined {
    if (!reference.link || !/^[a-z]+$/.test(reference.name)) return undefined;
    const target = linkTarget(from.file, reference.link.target);
    const [declared, ...others] = target ? folder.declaredBy(target.file) : [];
    if (declared === undefined || others.length > 0 || !kinds.has(declared)) return undefined;
    const word = reference.name;
    const capital = word.slice(0, 1).toUpperCase() + word.slice(1);
    const isPart = new RegExp(`^${word}(?=[A-Z])|${capital}$`).test(shortName(declared));
    return isPart ? declared : undefined;
  }

  function behindLink(reference: TypeReference, from: Page): string | undefined {
    const target = reference.link ? linkTarget(from.file, reference.link.target) : undefined;
    const declared = target ? folder.declaredBy(target.file).filter((name) => kinds.has(name)) : [];
    const wanted = shortName(reference.name).toLowerCase();
    const meant = declared.find((name) => {
      const short = shortName(name).toLowerCase();
      return wanted === short || wanted === `${short}s` || wanted.replaceAll(" ", "") === short;
    });
    // A phrase ("task processing results") and the word of the page's title ("Range resource type", which declares
    // workbookRange) name the page, not a type.
    const title = (target && folder.page(target.file)?.title.toLowerCase()) ?? "";
    const namesPage = /\s/.test(reference.name) || title === wanted || title.startsWith(`${wanted} `);
    const types = declared.filter((name) => kinds.get(name) === "type");
    return meant ?? (namesPage && types.length === 1 ? types[0] : undefined);
  }
}
