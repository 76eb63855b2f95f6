import type { TypeContract } from "../../contract/contract.ts";
import { derivedTypes, derivesFrom } from "../../contract/names/inheritance.ts";
import { shortName } from "../../contract/names/short-name.ts";
import { typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { castOf } from "../../contract/path/resolve-path.ts";
import { typeOfContext } from "../../contract/promise/body-witnesses.ts";
import { isControl } from "../../contract/validation/resources-in-body.ts";
import { headerValue } from "../../http/http-message.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { isReadableAt } from "../body/readable-body.ts";
import { defineRule, type ExchangeContext, type Outcome } from "../rule.ts";
import { unknownType } from "../unjudged.ts";
import { contextOf } from "./context-of.ts";
import { hasMisnamed } from "./control-names.ts";
import { type TypedObject, typedObjects } from "./typed-objects.ts";

/** Objects that have to say their type, and do not: one finding for each type of a place. */
export const typeMissing = defineRule("odata/type-missing", {
  promise: "An object that is of a derived type says by `@odata.type` of which.",
  weighs: { documented: "warning", mock: "error", tenant: "error" },
  idle: "nothing that came can be of a derived type",
  judge(context) {
    if (unknownType(context) || /metadata=none/i.test(headerValue(context.exchange.request, "Accept") ?? ""))
      return "not-applicable";
    const objects = typedObjects(context).filter(
      (object) => isShown(object) && isReadableAt(context, object.pointer),
    );
    const untyped = objects.filter(({ value }) => !saysItsType(value) && !hasMisnamed(value, "type"));
    const outcomes = new Map<string, Outcome>();
    for (const object of untyped) {
      const { declared = "" } = object;
      const outcome = outcomes.has(declared) ? undefined : judge(context, object);
      if (outcome) outcomes.set(declared, outcome);
    }
    const isDerived = ({ declared = "" }: TypedObject) => derivedTypes(context.contract, declared).length > 0;
    return outcomes.size > 0 || objects.some(isDerived) ? [...outcomes.values()] : "not-applicable";
  },
});

/** What is empty, or has been deleted, says nothing of what it is. */
function isShown({ value }: TypedObject): boolean {
  return !("@removed" in value) && Object.keys(value).some((name) => !isControl(name));
}

function saysItsType(value: TypedObject["value"]): boolean {
  return "@odata.type" in value || "@type" in value;
}

function judge(context: ExchangeContext, { value, pointer, declared }: TypedObject): Outcome | undefined {
  const { contract } = context;
  const type = typeNamed(contract, declared);
  if (!type || !(type.abstract || type.name === directoryObject)) return undefined;
  if (namedByContext(context, pointer, type)) return undefined;
  const span = context.locate(pointer);
  const place = stepInto(pointer, "@odata.type");
  if (type.abstract) {
    const message = `the object does not say its type by "@odata.type"; ${shortName(type.name)} is abstract`;
    return { status: "fail", message, span, pointer: place, cause: { id: `type-missing ${type.name}` } };
  }
  const own = new Set(type.properties.map(({ name }) => name));
  const names = Object.keys(value).filter((name) => !isControl(name) && !own.has(name));
  const derived = derivedTypes(contract, type.name).flatMap((other) => typeNamed(contract, other) ?? []);
  const telling = names.find((name) => derived.filter((other) => has(other, name)).length < several);
  const of = derived.find((other) => names.every((name) => has(other, name)));
  if (telling === undefined || !of) return undefined;
  const message = `the object does not say its type by "@odata.type"; "${telling}" is a property of ${shortName(of.name)}, not of ${shortName(type.name)}`;
  return { status: "fail", message, span, pointer: place, cause: { id: `type-missing ${type.name}` } };
}

const directoryObject = "microsoft.graph.directoryObject";
/** What so many types list each for itself may as well be the base type's, whose page is behind. */
const several = 3;

function has({ properties }: TypeContract, name: string): boolean {
  return properties.some((property) => property.name === name);
}

/** The context of a resource, or a cast in the request, may say the derived type for all of the body's items. */
function namedByContext(context: ExchangeContext, pointer: string, type: TypeContract): boolean {
  const { contract, url } = context;
  if (!/^(?:\/value(?:\/\d+)?)?$/.test(pointer)) return false;
  const found = contextOf(context)?.url;
  const named = [
    ...(found ? [typeOfContext(contract, found)] : []),
    ...url.segments.map((segment) => castOf(contract, segment)),
  ];
  return named.some((ref) => {
    const { name } = typeOfRef(contract, ref) ?? {};
    return name !== undefined && name !== type.name && derivesFrom(contract, name, type.name) === true;
  });
}
