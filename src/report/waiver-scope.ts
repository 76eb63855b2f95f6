/** Whether a scope of a waiver, in which `*` stands for any text, is one of these names. */
export function fitsScope(scope: string, names: readonly string[]): boolean {
  const pattern = wildcard(scope);
  return names.some((name) => pattern.test(name));
}

function wildcard(scope: string): RegExp {
  const literals = scope.split(/\*+/).map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${literals.join(".*")}$`, "s");
}
