// A property, a type to cast to (with dots), `*`, `$count`, an instance annotation.
const NAME = /^(?:\*|[$@]?[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{Nd}_.@*-]*)$/u;

/** The names of a path, casts among them: `["microsoft.graph.user", "mail"]`. Undefined for what is no path. */
export function propertyNames(path: string): readonly string[] | undefined {
  const names = path.split("/");
  return names.every((name) => NAME.test(name)) ? names : undefined;
}
