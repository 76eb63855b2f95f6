import { primitiveName } from "../names/primitive.ts";

/** The namespace that Graph gives an alias. */
export const GRAPH = "microsoft.graph";
const ALIAS = "graph";

// OData CSDL 4.0, section 17.2: a SimpleIdentifier; section 5.1: namespaces that no schema may have.
const IDENTIFIER = /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]{0,127}$/u;
// Nearly all are of this form, which is found out ten times as fast.
const PLAIN = /^[A-Za-z_]\w{0,127}$/;
const RESERVED = new Set(["edm", "odata", "system", "transient", ALIAS]);

/** True for a name that a property, a type or a member may have. */
export function isIdentifier(name: string): boolean {
  return PLAIN.test(name) || IDENTIFIER.test(name);
}

/** The parts of a qualified name; undefined when a schema cannot declare it. */
export function qualifiedParts(name: string): { namespace: string; local: string } | undefined {
  const dot = name.lastIndexOf(".");
  const namespace = name.slice(0, Math.max(0, dot));
  const local = name.slice(dot + 1);
  if (!isIdentifier(local) || !namespace.split(".").every(isIdentifier)) return undefined;
  return RESERVED.has(namespace.toLowerCase()) ? undefined : { namespace, local };
}

/** The qualified name of a type that a page names and none declares; undefined for what is no name of a type. */
export function undeclaredName(written: string): string | undefined {
  const name = written.includes(".") ? written : `${GRAPH}.${written}`;
  if (primitiveName(written) || /^(?:json|object|any|collection|array)$/i.test(written)) return undefined;
  return qualifiedParts(name) && name;
}

/** A type's name as attributes have it: in Graph's own namespace by its alias. */
export function attributeName(name: string): string {
  const parts = qualifiedParts(name);
  return parts?.namespace === GRAPH ? `${ALIAS}.${parts.local}` : name;
}

/** The `Alias` of a namespace; undefined when it has none. */
export function aliasOf(namespace: string): string | undefined {
  return namespace === GRAPH ? ALIAS : undefined;
}
