import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation, Property, TypeContract } from "../../contract/contract.ts";
import { enumNamed, keyPropertyOf } from "../../contract/names/type-named.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { exampleOperation } from "../../contract/path/example-operation.ts";
import { readRequestUrl } from "../../odata/request-url.ts";
import type { Resource } from "../message.ts";

/**
 * What the service itself sets where something is created: the Booleans and members that the answers of all examples of
 * the operation show alike, and none of their requests sends (`isDraft` of a message).
 */
export const shownDefaults = onceForAll(
  (contract: Contract, operation: Operation, type: TypeContract): Resource => {
    const shown = creationsShown(contract, operation);
    const names = type.properties.flatMap(({ name, type: { kind, name: of, collection } }) => {
      const isChoice = kind === "enum" || enumNamed(contract, of) !== undefined;
      return !collection && (of === "Edm.Boolean" || isChoice) ? [name] : [];
    });
    return Object.fromEntries(
      names.flatMap((name): [string, unknown][] => {
        const [value, ...others] = shown.map(({ sent, answered }) =>
          name in sent ? undefined : answered[name],
        );
        const isAlike = value !== undefined && value !== null && others.every((other) => other === value);
        return isAlike ? [[name, value]] : [];
      }),
    );
  },
);

/**
 * What the service makes up where something is created: the read-only texts and times that the answers of all examples
 * of the operation show (`joinWebUrl`), and none of their requests sends.
 */
export const shownReadOnly = onceForAll(
  (contract: Contract, operation: Operation, type: TypeContract): readonly Property[] => {
    const shown = creationsShown(contract, operation);
    return type.properties.filter(({ name, readOnly, type: { name: of, collection } }) => {
      // The key of another resource is not made up, and a tag says what there is.
      if (readOnly !== true || collection || name === keyPropertyOf(type)) return false;
      if (/Ids?$|^[ec]Tag$/.test(name)) return false;
      if (of !== "Edm.String" && of !== "Edm.DateTimeOffset") return false;
      return (
        shown.length > 0 &&
        shown.every(({ sent, answered }) => typeof answered[name] === "string" && !(name in sent))
      );
    });
  },
);

/** The properties that have the key of what something is created in, as all examples of the operation show it (`replyToId`). */
export const shownOwnerKeys = onceForAll(
  (contract: Contract, operation: Operation, type: TypeContract): readonly string[] => {
    const shown = creationsShown(contract, operation);
    const names = type.properties.flatMap(({ name }) => (name === keyPropertyOf(type) ? [] : [name]));
    return names.filter(
      (name) =>
        shown.length > 0 &&
        shown.every(({ sent, answered, owner }) => answered[name] === owner && !(name in sent)),
    );
  },
);

/** What the examples of an operation send, and where, and what comes back. */
const creationsShown = onceForAll((contract: Contract, operation: Operation) =>
  examplesOfOperation(contract, operation).flatMap((example) => {
    const { request, response } = example;
    const of = exampleOperation(contract, example);
    if (!of || !isSame(of, operation) || (response?.status ?? 200) >= 300) return [];
    const [sent, answered] = [request.body?.json?.value, response?.body?.json?.value];
    const owner = readRequestUrl(request.url).segments.at(-2) ?? "";
    return isObject(sent) && isObject(answered) ? [{ sent, answered, owner }] : [];
  }),
);

/** The page that creates a message below `/me` creates one below a user, too. */
function isSame(one: Operation, other: Operation): boolean {
  const last = ({ path }: Operation) => path.slice(path.lastIndexOf("/"));
  return one.method === other.method && last(one) === last(other);
}
