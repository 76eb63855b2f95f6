import { once } from "./once-for.ts";

/** Members of a value; one that the value lacks is undefined. */
export type Known<Value> = { readonly [Name in keyof Value]?: Value[Name] | undefined };

/**
 * A value of which a part is known, and that is made when anything else of it is asked for: then it is that value in every
 * way but that it cannot be passed to another thread as it is.
 */
export function deferred<Value extends object>(known: Known<Value>, make: () => Value): Value {
  const whole = once(make);
  return new Proxy(known as Value, {
    get: (_, name) => Reflect.get(Object.hasOwn(known, name) ? known : whole(), name),
    has: (_, name) => Reflect.has(whole(), name),
    ownKeys: () => Reflect.ownKeys(whole()),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(whole(), name),
  });
}
