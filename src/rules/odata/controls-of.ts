import { isObject } from "../../base/is-object.ts";
import { onceForLast } from "../../base/once-for.ts";
import { stepInto } from "../../http/json-pointer.ts";
import { isReadableAt } from "../body/readable-body.ts";
import type { ExchangeContext } from "../rule.ts";

/** A member of an object that is written as control information. */
export interface Control {
  readonly name: string;
  readonly value: unknown;
  readonly pointer: string;
  readonly owner: Readonly<Record<string, unknown>>;
}

/** Every control information in the readable part of a response's body, at any depth, in the order of the body. */
export const controlsOf = onceForLast((context: ExchangeContext): readonly Control[] =>
  controlsIn(context.response.body?.json?.value, "").filter(({ pointer }) => isReadableAt(context, pointer)),
);

export function isControlName(name: string): boolean {
  return /@|^odata\./.test(name);
}

function controlsIn(value: unknown, pointer: string): Control[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => controlsIn(item, `${pointer}/${index}`));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const place = stepInto(pointer, name);
    const own = isControlName(name) ? [{ name, value: child, pointer: place, owner: value }] : [];
    return [...own, ...controlsIn(child, place)];
  });
}
