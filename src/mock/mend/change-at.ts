import { isObject } from "../../docs/http/is-object.ts";

/**
 * A JSON value with another value at the place that the steps lead to; undefined takes the place out, with its name
 * in an object or its index in an array. Steps that lead nowhere change nothing.
 */
export function changeAt(value: unknown, steps: readonly string[], changed: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return changed;
  if (Array.isArray(value)) {
    const at = Number(step);
    if (!(at in value)) return value;
    const item = changeAt(value[at], rest, changed);
    return item === undefined ? value.toSpliced(at, 1) : value.with(at, item);
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return value;
  const entries = Object.entries(value).flatMap(([name, own]): [string, unknown][] => {
    const inner = name === step ? changeAt(own, rest, changed) : own;
    return inner === undefined ? [] : [[name, inner]];
  });
  return Object.fromEntries(entries);
}

/** The value at the place that the steps lead to; undefined when they lead nowhere. */
export function valueAt(value: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[Number(step)], rest);
  return isObject(value) && Object.hasOwn(value, step) ? valueAt(value[step], rest) : undefined;
}
