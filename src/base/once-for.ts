/** `make` so that it works its value out once, when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * `make` so that it works its value out once for each object, `undefined` too, and remembers it as long as the object
 * lives. The value must depend on nothing but that object.
 */
export function onceFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}

/** The same where one object is asked about many times before the next: nothing but the last value is remembered. */
export function onceForLast<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: make(key) };
    return last.value;
  };
}

/**
 * The same for a value that depends on several things: an object and what else `make` is given, objects by their
 * identity and everything else by its value. All that the value depends on must be among them: a type's schema depends
 * on the contract too, since another contract may hold the very same type among other types.
 */
export function onceForAll<Keys extends readonly [object, ...unknown[]], Value>(
  make: (...keys: Keys) => Value,
): (...keys: Keys) => Value {
  const root: Branch<Value> = {};
  return (...keys) => {
    let branch = root;
    for (const key of keys) branch = below(branch, key);
    branch.made ??= { value: make(...keys) };
    return branch.made.value;
  };
}

interface Branch<Value> {
  made?: { readonly value: Value };
  objects?: WeakMap<object, Branch<Value>>;
  others?: Map<unknown, Branch<Value>>;
}

function below<Value>(branch: Branch<Value>, key: unknown): Branch<Value> {
  if (typeof key === "object" && key !== null) {
    branch.objects ??= new WeakMap();
    return nextIn(branch.objects, key);
  }
  branch.others ??= new Map();
  return nextIn(branch.others, key);
}

function nextIn<Key, Value>(
  branches: { get(key: Key): Branch<Value> | undefined; set(key: Key, branch: Branch<Value>): unknown },
  key: Key,
): Branch<Value> {
  const known = branches.get(key);
  if (known) return known;
  const next: Branch<Value> = {};
  branches.set(key, next);
  return next;
}
