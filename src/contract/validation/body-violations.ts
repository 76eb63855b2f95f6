import type { DataValidationCxt } from "ajv/dist/types/index.js";
import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import { stepInto } from "../../http/json-pointer.ts";
import type { Contract, TypeContract, TypeRef } from "../contract.ts";
import { valuesSchema } from "../json-schema/enum-schema.ts";
import { valueSchema } from "../json-schema/property-schema.ts";
import type { JsonSchema } from "../json-schema/schema.ts";
import { isClosed } from "../json-schema/type-schema.ts";
import { derivesFrom } from "../names/inheritance.ts";
import { findTypeAnywhere } from "../names/type-name.ts";
import { enumNamed, typeNamed } from "../names/type-named.ts";
import { annotationSchema } from "./annotation-schema.ts";
import { compileValue, type SchemaVisitor } from "./compile-value.ts";
import { isExtension } from "./extension-name.ts";
import { doubtfulType, heldType, judgingType, namedType } from "./named-type.ts";
import { type PropertyAndTarget, schemasOf } from "./property-schemas.ts";
import { propertyNamed, resourcesInBody } from "./resources-in-body.ts";
import { type Gap, otherValues, type Violation } from "./violation.ts";
import { type Frame, violationAt, violationsOfErrors } from "./violations-of-errors.ts";

export interface BodyOptions {
  /** True when the request asks for the members of evolvable enums that the service else conceals. */
  readonly memberPreference: boolean;
  /** Nobody has asked for 64-bit numbers as text (`IEEE754Compatible=true`). */
  readonly numbersAsNumbers?: boolean;
  /** A service has sent it: whatever type an object names, it is held to the promised one. */
  readonly served?: boolean;
}

export interface BodyJudgement {
  /** One for each place: `type`, `number-as-text`, `null`, `enum`, `format`, `range`, `unknown-property` or `unrequested-member`. */
  readonly violations: readonly Violation[];
  /** What the contract does not know is not judged. */
  readonly gaps: readonly Gap[];
}

/**
 * Where a body breaks the JSON Schema of the promised type, in the order of the body, and where nobody can say. The
 * body's shape is another rule's.
 */
export function judgeBody(
  contract: Contract,
  promised: TypeRef,
  body: unknown,
  options: BodyOptions,
): BodyJudgement {
  if (promised.kind === "unknown") return { violations: [], gaps: [] };
  const { resources, strayNames } = resourcesInBody(contract, promised, body);
  const envelope: Frame = { type: `Collection(${promised.name})`, pointer: "" };
  const stray = strayNames.map((name) =>
    unknownName(envelope, name, isObject(body) ? body[name] : undefined),
  );
  const judgement = new Judgement(contract, options);
  if (isObject(body) && !resources.some(({ pointer }) => pointer === ""))
    judgement.judgeEnvelope(envelope, body);
  for (const { pointer, value } of resources) judgement.judge(promised, value, pointer);
  return { violations: [...stray, ...judgement.violations], gaps: judgement.gaps };
}

/** The violations of `judgeBody` alone. */
export function bodyViolations(
  contract: Contract,
  promised: TypeRef,
  body: unknown,
  options: BodyOptions,
): readonly Violation[] {
  return judgeBody(contract, promised, body, options).violations;
}

class Judgement implements SchemaVisitor {
  readonly violations: Violation[] = [];
  readonly gaps: Gap[] = [];
  readonly #contract: Contract;
  readonly #memberPreference: boolean;
  readonly #served: boolean;
  readonly #numbersAsNumbers: boolean;
  /** The object whose property is judged, and the type or enum that the property's schema refers to. */
  #frame: Frame = { type: "", pointer: "" };
  #target = "";

  constructor(contract: Contract, options: BodyOptions) {
    this.#contract = contract;
    this.#memberPreference = options.memberPreference;
    this.#served = options.served ?? false;
    this.#numbersAsNumbers = options.numbersAsNumbers ?? false;
  }

  judge(promised: TypeRef, value: unknown, pointer: string): void {
    // A collection of primitive values may have gaps (OData JSON 4.01, section 7.3).
    if (value === null && promised.kind === "primitive") return;
    this.#frame = { type: promised.name, pointer };
    this.#run(schemaOf(this.#contract, promised), promised.name, value, pointer);
  }

  judgeEnvelope(frame: Frame, body: Readonly<Record<string, unknown>>): void {
    this.#frame = frame;
    for (const [name, value] of Object.entries(body)) {
      const schema = annotationSchema(name);
      if (schema) this.#run(schema, "", value, stepInto(frame.pointer, name));
    }
  }

  follow(data: unknown, pointer: string): void {
    const name = this.#target;
    const declared = enumNamed(this.#contract, name);
    if (declared) {
      this.#run(valuesSchema(declared), name, data, pointer);
    } else if (!isObject(data)) {
      const violation = { keyword: "type", value: data, expected: name };
      this.violations.push(violationAt(this.#frame, pointer, violation));
    } else {
      const judging = (this.#served ? heldType : judgingType)(this.#contract, name, data);
      const type = typeNamed(this.#contract, judging);
      const other = this.#served && judging === name ? doubtfulType(this.#contract, name, data) : undefined;
      // The type that an object names may derive from the declared one, though no page says so.
      const isUnsaid = judging !== undefined && derivesFrom(this.#contract, judging, name) === undefined;
      const base = isUnsaid ? typeNamed(this.#contract, name) : undefined;
      if (type) this.#judgeObject(type, data, pointer, other, base);
      else this.#leaveUnjudged(data, name, pointer);
    }
  }

  checkRequested(onRequest: readonly string[], data: string, pointer: string): void {
    if (this.#memberPreference) return;
    const member = data.split(",").find((part) => onRequest.includes(part.trim()));
    if (member === undefined) return;
    const violation = { keyword: "unrequested-member", value: member.trim(), expected: onRequest };
    this.violations.push(violationAt(this.#frame, pointer, violation));
  }

  /** What may be of another type that derives from this one may have more names than this one. */
  #judgeObject(
    type: TypeContract,
    data: Readonly<Record<string, unknown>>,
    pointer: string,
    other: string | undefined,
    base: TypeContract | undefined,
  ): void {
    const outer = { frame: this.#frame, target: this.#target };
    this.#frame = { type: type.name, pointer };
    const schemas = schemasOf(this.#contract, type);
    const inherited = base && schemasOf(this.#contract, base);
    const closed = isClosed(type) && (!base || isClosed(base));
    for (const [name, value] of Object.entries(data)) {
      const property = schemas.get(propertyNamed(name)) ?? inherited?.get(propertyNamed(name));
      const schema = property?.schema ?? annotationSchema(name);
      const place = stepInto(pointer, name);
      const before = this.violations.length;
      if (schema) this.#runEither(schema, property, value, place);
      else if (other !== undefined && !type.open)
        this.gaps.push({ kind: "name", name, type: type.name, pointer: place, named: other });
      else if (closed && !isExtension(type, name, value))
        this.violations.push(unknownName(this.#frame, name, value));
      else this.gaps.push({ kind: kindOf(type, name, value), name, type: type.name, pointer: place });
      // What breaks more than that is said to break that.
      if (this.#numbersAsNumbers && property?.wide !== undefined && this.violations.length === before)
        this.#findTexts(property.wide, value, place);
      if (property?.some && this.violations.length === before)
        this.gaps.push(...otherValues(property.some, value, place, type.name));
      // Nothing, and a list of nothing, is of any type.
      const unknown = value === null || isEmpty(value) ? undefined : property?.unknownType;
      if (unknown) this.gaps.push({ kind: "type", name: unknown, type: type.name, pointer: place });
    }
    this.#frame = outer.frame;
    this.#target = outer.target;
  }

  /** 64-bit numbers that are written as text. */
  #findTexts(edm: string, value: unknown, pointer: string): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.#findTexts(edm, item, `${pointer}/${index}`);
    } else if (typeof value === "string" && /^[+-]?\d+(?:\.\d+)?$/.test(value)) {
      const violation = { keyword: "number-as-text", value, expected: edm };
      this.violations.push(violationAt(this.#frame, pointer, violation));
    }
  }

  /** It names a type that the contract does not know in that place; one that has no business there is judged so. */
  #leaveUnjudged(data: Readonly<Record<string, unknown>>, declared: string, pointer: string): void {
    const written = namedType(data) ?? declared;
    const known = findTypeAnywhere(this.#contract, written);
    if (known && derivesFrom(this.#contract, known.name, declared) === false) return;
    this.gaps.push({ kind: "type", name: written, type: this.#frame.type, pointer });
  }

  /** Where pages and metadata name two types, a value of either is right: one of them is mistaken, not the value. */
  #runEither(
    schema: JsonSchema,
    property: PropertyAndTarget | undefined,
    data: unknown,
    pointer: string,
  ): void {
    const before = [this.violations.length, this.gaps.length] as const;
    this.#run(schema, property?.target ?? "", data, pointer);
    if (!property?.other || this.violations.length === before[0]) return;
    const said = [this.violations.splice(before[0]), this.gaps.splice(before[1])] as const;
    this.#run(property.other.schema, property.other.target, data, pointer);
    if (this.violations.length === before[0]) return;
    this.violations.splice(before[0], this.violations.length, ...said[0]);
    this.gaps.splice(before[1], this.gaps.length, ...said[1]);
  }

  #run(schema: JsonSchema, target: string, data: unknown, pointer: string): void {
    const outer = this.#target;
    this.#target = target;
    const validate = compileValue(schema);
    if (!validate.call(this, data, { ...start, instancePath: pointer })) {
      this.violations.push(...violationsOfErrors(validate.errors ?? [], this.#frame));
    }
    this.#target = outer;
  }
}

/** What a name stands for that no page declares: one of an extension, or of the open type, or of a base type. */
function kindOf(type: TypeContract, name: string, value: unknown): Gap["kind"] {
  return type.open || isExtension(type, name, value) ? "open" : "name";
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The schema of a promised value, the same object each time: what compiles schemas knows them by identity. */
function schemaOf(contract: Contract, { kind, name, collection }: TypeRef): JsonSchema {
  return promisedSchema(contract, kind, name, collection);
}

const promisedSchema = onceForAll(
  (contract: Contract, kind: TypeRef["kind"], name: string, collection: boolean): JsonSchema =>
    valueSchema(contract, { type: { kind, name, collection } }, asIs),
);

function unknownName(frame: Frame, name: string, value: unknown): Violation {
  const violation = { keyword: "unknown-property", value, expected: name };
  return violationAt(frame, stepInto(frame.pointer, name), violation);
}

function asIs(name: string): JsonSchema {
  return { $ref: name };
}

const start: DataValidationCxt = {
  instancePath: "",
  parentData: {},
  parentDataProperty: "",
  rootData: {},
  dynamicAnchors: {},
};
