import type {
  Contract,
  EnumContract,
  Operation,
  Property,
  TypeContract,
  TypeRef,
} from "../../../src/contract/contract.ts";
import { pathIdentity } from "../../../src/diff/outline/path-identity.ts";

/** One thing that changes in a contract, whichever it is, and what has to be said of it. */
export interface Mutation {
  /** The rules that judge it, by name; mostly one. */
  readonly there: readonly string[];
  /** Those that judge it the other way round. */
  readonly back: readonly string[];
  /** The contract before and after, changed at the place of that number; undefined where it has no such place. */
  readonly make: (contract: Contract, place: number) => Mutated | undefined;
}

export interface Mutated {
  readonly before: Contract;
  readonly after: Contract;
  /** The id of what changed. */
  readonly subject: string;
}

/** Names are separated by blanks where one mutation is two changes. */
type Row<Part> = readonly [there: string, back: string, before: Partial<Part>, after: Partial<Part>];

export const at = { file: "orchard.md", line: 1, column: 1 };
export const primitive = (name: string, collection = false): TypeRef => ({
  kind: "primitive",
  name: `Edm.${name}`,
  collection,
});
export const quince: Property = { name: "quince", type: primitive("Int32"), navigation: false, location: at };

const bare = { abstract: false, open: false, properties: [], complete: true, location: at };
/** What types and enumerations of the mutations lead to, on both sides; no generated contract has their names. */
const orchard: Pick<Contract, "types" | "enums"> = {
  types: Object.fromEntries(
    [
      { ...bare, name: "microsoft.graph.fruit" },
      { ...bare, name: "microsoft.graph.pome", base: "microsoft.graph.fruit" },
      { ...bare, name: "microsoft.graph.nut" },
    ].map((type) => [type.name, type]),
  ),
  enums: {
    "microsoft.graph.fruitKind": {
      name: "microsoft.graph.fruitKind",
      members: ["sweet", "sour"],
      onRequest: [],
      multiValued: false,
      location: at,
    },
  },
};

/** A contract with that, and with what the row says beside it. */
export function planted(contract: Contract, beside: Partial<Contract> = {}): Contract {
  return {
    ...contract,
    ...beside,
    types: { ...contract.types, ...orchard.types, ...beside.types },
    enums: { ...contract.enums, ...orchard.enums, ...beside.enums },
    operations: [...contract.operations, ...(beside.operations ?? [])],
  };
}

/** One of the operations of the contract says something else. */
export function ofOperation([there, back, old, next]: Row<Operation>): Mutation {
  return mutation(there, back, (contract, place) => {
    const operation = contract.operations[place % contract.operations.length];
    if (!operation) return undefined;
    // What the generated one says of the same is no part of the mutation.
    const { requestBody: _, deprecated: __, ...rest } = operation;
    const having = (part: Partial<Operation>) => ({
      ...planted(contract),
      operations: contract.operations.map((one) => (one === operation ? { ...rest, ...part } : one)),
    });
    return {
      before: having(old),
      after: having(next),
      subject: `${operation.method} ${pathIdentity(operation.path).written}`,
    };
  });
}

/** One of its types says something else, and, where that tells, examples of before showed something. */
export function ofType(
  [there, back, old, next]: Row<TypeContract>,
  shown?: (type: string) => Contract["shown"],
): Mutation {
  return mutation(there, back, (contract, place) => {
    const types = Object.values(contract.types);
    const type = types[place % types.length];
    if (!type) return undefined;
    const { base: _, keyProperty: __, deprecated: ___, ...rest } = type;
    const having = (part: Partial<TypeContract>) =>
      planted(contract, { types: { [type.name]: { ...rest, ...part } } });
    const said = shown?.(type.name);
    return {
      before: { ...having(old), ...(said ? { shown: said } : {}) },
      after: having(next),
      subject: type.name,
    };
  });
}

/** A property of one of its types does; no generated type has one of that name. */
export function ofProperty(
  [there, back, old, next]: Row<Property>,
  shown?: (type: string) => Contract["shown"],
): Mutation {
  const having = (part: Partial<Property>): Partial<TypeContract> => ({
    properties: [{ ...quince, ...part }],
  });
  return ofType([there, back, having(old), having(next)], shown);
}

/** A parameter of one of its operations does. */
export function ofParameter([there, back, old, next]: Row<Property>): Mutation {
  const having = (part: Partial<Property>) => ({ parameters: [{ ...quince, ...part }] });
  return ofOperation([there, back, having(old), having(next)]);
}

/** One of its enumerations does. */
export function ofEnum([there, back, old, next]: Row<EnumContract>): Mutation {
  return mutation(there, back, (contract, place) => {
    const enums = Object.values(contract.enums);
    const declared = enums[place % enums.length];
    if (!declared) return undefined;
    const { deprecated: _, retired: __, ...rest } = declared;
    const plain = { ...rest, onRequest: [], multiValued: false };
    const having = (part: Partial<EnumContract>) =>
      planted(contract, { enums: { [declared.name]: { ...plain, ...part } } });
    return { before: having(old), after: having(next), subject: declared.name };
  });
}

/** The contract has something more than it had, or has it otherwise. */
export function ofContract(
  there: string,
  back: string,
  subject: string,
  old: Partial<Contract>,
  next: Partial<Contract>,
): Mutation {
  return mutation(there, back, (contract) => ({
    before: planted(contract, old),
    after: planted(contract, next),
    subject,
  }));
}

function mutation(there: string, back: string, make: Mutation["make"]): Mutation {
  return { there: there.split(" "), back: back.split(" "), make };
}
