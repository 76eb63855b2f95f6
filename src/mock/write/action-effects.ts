import { isObject } from "../../base/is-object.ts";
import { onceForAll } from "../../base/once-for.ts";
import type { Contract, Operation, Property, TypeContract } from "../../contract/contract.ts";
import { derivesFrom } from "../../contract/names/inheritance.ts";
import { enumNamed, typeNamed, typeOfRef } from "../../contract/names/type-named.ts";
import { examplesOfOperation } from "../../contract/page-content.ts";
import { typeAt } from "../../contract/promise/type-at.ts";
import { generateResource } from "../generate/generate-resource.ts";
import type { Resource } from "../message.ts";
import type { Call } from "../route/call.ts";
import { type ResourcePath, resourcePathOf, segmentsOf } from "../route/resource-path.ts";
import { keyOf } from "../store/seeded-resources.ts";

/**
 * What an action leaves behind, as far as the contract tells. Where the type that it is bound to has a relationship
 * to resources of which an enum says that they came about by this action (`activateWithScope`: a run with the
 * execution type `activatedWithScope`), and what the action takes is what they hold (a scope), one such resource
 * appears there, with the values that the request sent for it. A status that is only named alike tells nothing.
 */
export function actionEffects(call: Call, body: unknown): void {
  const { resourcePath, served, contract, operation } = call;
  for (const { relationship, made, property, member } of operation ? effectsOf(call, operation) : []) {
    const segments = [...segmentsOf(resourcePath.owner), relationship];
    const steps = resourcePathOf(contract, segments, false)?.steps;
    if (!steps) continue;
    const seed = `${segments.join("/").toLowerCase()}/${member}/${served.store.next()}`;
    const generated = generateResource(contract, made.name, { seed });
    const resource = { ...generated, [property]: member, ...sentValues(contract, made, body) };
    served.store.put(steps, keyOf(made, resource, 0), resource);
  }
}

/** A resource that an action makes. */
interface Effect {
  /** The name under which it appears on the resource that the action is bound to. */
  readonly relationship: string;
  readonly made: TypeContract;
  /** The property that tells how it came about, and what it says. */
  readonly property: string;
  readonly member: string;
}

function effectsOf({ resourcePath, contract }: Call, operation: Operation): readonly Effect[] {
  const last = resourcePath.steps.at(-2);
  const bound = last && typeAt(contract, last.keyed ?? last.named);
  const type = typeOfRef(contract, bound);
  return type ? effectsOn(contract, operation, type, nameOf(resourcePath, operation)) : [];
}

const effectsOn = onceForAll(
  (
    contract: Contract,
    operation: Operation,
    { properties }: TypeContract,
    action: string,
  ): readonly Effect[] =>
    properties.flatMap(({ name: relationship, navigation, type: { name, collection } }) => {
      const made = navigation && collection ? typeNamed(contract, name) : undefined;
      const told = made && tellingMember(contract, made, action);
      return made && told && isSpokenOf(contract, operation, made) ? [{ relationship, made, ...told }] : [];
    }),
);

/** True when a parameter of the action, or a value that an example sends, is of the type of one of its properties. */
function isSpokenOf(contract: Contract, operation: Operation, made: TypeContract): boolean {
  const sent = examplesOfOperation(contract, operation).flatMap(({ request }) => {
    const body = request.body?.json?.value;
    return isObject(body) ? Object.values(body).flatMap(writtenType) : [];
  });
  const taken = operation.parameters.flatMap(({ type }) => (type.kind === "type" ? [type.name] : []));
  return [...taken, ...sent].some((name) => propertyFor(contract, made, name) !== undefined);
}

function propertyFor(contract: Contract, type: TypeContract, name: string): Property | undefined {
  return type.properties.find(
    ({ navigation, type: of }) =>
      !navigation && of.kind === "type" && derivesFrom(contract, name, of.name) === true,
  );
}

function writtenType(value: unknown): string[] {
  const written = isObject(value) ? value["@odata.type"] : undefined;
  return typeof written === "string" ? [written.replace(/^#/, "")] : [];
}

function tellingMember(
  contract: Contract,
  type: TypeContract,
  action: string,
): { property: string; member: string } | undefined {
  const past = pastForm(action);
  for (const { name, type: of, values } of type.properties) {
    const members =
      values?.members ?? (of.kind === "enum" ? enumNamed(contract, of.name)?.members : undefined) ?? [];
    const member = members.find((other) => other.toLowerCase() === past);
    if (member !== undefined) return { property: name, member };
  }
  return undefined;
}

/** `activateWithScope` comes out as `activatedwithscope`: the first word is the verb. */
function pastForm(action: string): string {
  const verb = /^[a-z]+/.exec(action)?.[0] ?? "";
  const past = verb.endsWith("e") ? `${verb}d` : verb.replace(/([^aeiou])y$/, "$1i").concat("ed");
  return `${past}${action.slice(verb.length)}`.toLowerCase();
}

/** Templates write the action in small letters; the title of its page does not: `workflow: activateWithScope`. */
function nameOf(resourcePath: ResourcePath, operation: Operation): string {
  const written = resourcePath.steps.at(-1)?.name ?? "";
  const words = operation.title.match(/\w+/g) ?? [];
  return words.find((word) => word.toLowerCase() === written.toLowerCase()) ?? written;
}

function sentValues(contract: Contract, type: TypeContract, body: unknown): Resource {
  const found: Record<string, unknown> = {};
  for (const value of isObject(body) ? Object.values(body) : []) {
    const [name] = writtenType(value);
    const property = name === undefined ? undefined : propertyFor(contract, type, name);
    if (property && isObject(value)) found[property.name] = { ...value, "@odata.type": `#${name}` };
  }
  return found;
}
