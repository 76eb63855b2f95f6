/** Members of a value; one that the value lacks is undefined. */
export type Known<Value> = { readonly [Name in keyof Value]?: Value[Name] | undefined };

/**
 * A value of which a part is known, and that is made when anything else of it is asked for: then it is that value in every
 * way but that it cannot be passed to another thread as it is.
 */
export function deferred<Value extends object>(known: Known<Value>, make: () => Value): Value {
  return new Proxy(known as Value, new Deferral(make));
}

/** Of thousands most are never made: each has this one object beside it. */
class Deferral<Value extends object> implements ProxyHandler<Value> {
  readonly #make: () => Value;
  #made: Value | undefined;

  constructor(make: () => Value) {
    this.#make = make;
  }

  get(known: Value, name: PropertyKey): unknown {
    return Reflect.get(Object.hasOwn(known, name) ? known : this.#whole(), name);
  }

  has(_: Value, name: PropertyKey): boolean {
    return Reflect.has(this.#whole(), name);
  }

  ownKeys(): (string | symbol)[] {
    return Reflect.ownKeys(this.#whole());
  }

  getOwnPropertyDescriptor(_: Value, name: PropertyKey): PropertyDescriptor | undefined {
    return Reflect.getOwnPropertyDescriptor(this.#whole(), name);
  }

  #whole(): Value {
    this.#made ??= this.#make();
    return this.#made;
  }
}
