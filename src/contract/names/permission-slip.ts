import { distance } from "fastest-levenshtein";

/** How many pages must have a name before another one is taken for it. */
const fewest = 2;
/** No permission is to write alone, and none says the same twice. */
const noAction = /^(?:Write(?:Read|All)?|ReadRead|WriteWrite|ReadWriteWrite|ReadReadWrite)$/i;

/** Which pages name which permissions. */
export interface PermissionUses {
  /** The files that have a name, and those that have a part of names. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>;
  /** The names that several files have. */
  readonly common: readonly string[];
}

export function permissionUses(
  named: Iterable<{ readonly file: string; readonly names: readonly string[] }>,
): PermissionUses {
  const names = new Map<string, Set<string>>();
  const parts = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, file: string) => {
    const files = map.get(key) ?? new Set();
    map.set(key, files.add(file));
  };
  for (const one of named) {
    for (const name of one.names) {
      add(names, name, one.file);
      for (const part of name.split(".")) add(parts, part, one.file);
    }
  }
  const common = [...names].filter(([, files]) => files.size >= fewest).map(([name]) => name);
  return { names, parts, common: common.sort() };
}

/** The permission that a page meant, where it named one that no other page names: one of nearly the same letters that several do. */
export function permissionMeant(name: string, { names, parts, common }: PermissionUses): string | undefined {
  if ((names.get(name)?.size ?? 0) > 1) return undefined;
  const own = name.split(".");
  const candidates = common.filter((other) => {
    if (letters(other) === letters(name)) return true;
    const meant = other.split(".");
    const differing = own.filter((part, index) => part !== meant[index]);
    return (
      own.length === meant.length &&
      differing.length === 1 &&
      own.every((part, index) => part === meant[index] || isSlip(part, meant[index] ?? "", parts))
    );
  });
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** A part that no other page has and that is nearly the one meant. */
function isSlip(part: string, meant: string, parts: PermissionUses["parts"]): boolean {
  if (part.toLowerCase() === meant.toLowerCase()) return true;
  if ((parts.get(part)?.size ?? 0) > 1) return false;
  if (noAction.test(part)) return meant === "ReadWrite";
  const lower = part.toLowerCase();
  const other = meant.toLowerCase();
  const isTurned = [...lower].sort().join("") === [...other].sort().join("");
  return isTurned || distance(lower, other) <= (Math.min(part.length, meant.length) < 6 ? 1 : 2);
}

/** `Group.Read.WriteAll` is `Group.ReadWrite.All` with its stop in another place. */
function letters(name: string): string {
  return name.replaceAll(".", "").toLowerCase();
}
