/**
 * Whether one word can stand for a path: `UserMailFolderMessage` for `/users/{id}/mailFolders/{id}/messages`. Commands
 * leave words out that come again, and have a few of their own, so that it is another path only where the word says
 * something that no name of the path does, and lacks what its last name says.
 */
export function isSameWord(word: string, path: readonly string[]): boolean {
  const said = stemsOf(word);
  const shown = path.flatMap(stemsOf);
  const last = path.findLast((part) => /^[a-z][A-Za-z.]*(?:\(|$)/.test(part) && !/^[a-z]{1,2}$/.test(part));
  if (word !== "" && /^(?:microsoft\.graph\.)?delta$/.test(last ?? "") && !said.includes("delta"))
    return false;
  const strange = said.some((stem) => !shown.includes(stem) && !own.has(stem));
  return !strange || stemsOf(last ?? "").every((stem) => said.includes(stem));
}

/** Words that commands have beside those of the path. */
const own = new Set(["by", "ref", "as", "of", "all", "content", "count", "delta", "default", "item", "root"]);

/** The words of a name in camel case, each as one of many. */
function stemsOf(name: string): string[] {
  const bare = name.replace(/\(.*$/s, "").replace(/^.*\./, "");
  return (bare.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? []).map((word) =>
    word
      .toLowerCase()
      .replace(/^children$/, "child")
      .replace(/ies$/, "y")
      .replace(/(?<=[sxz]|ch|sh)es$/, "")
      .replace(/s$/, ""),
  );
}
