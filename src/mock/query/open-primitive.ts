/** True for a primitive type that says nothing of its values, or gives them a structure: `Edm.Untyped`, `Edm.GeographyPoint`. */
export function isOpenPrimitive(name: string): boolean {
  return /^Edm\.(?:Untyped|\w+Type|Geo\w+)$/.test(name);
}
