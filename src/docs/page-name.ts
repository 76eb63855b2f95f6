/** The name of a page's file without folder and extension: `a/b/run.beta.txt` is `run.beta`. */
export function pageName(file: string): string {
  const base = file.slice(file.lastIndexOf("/") + 1);
  const dot = base.lastIndexOf(".");
  return dot > 0 ? base.slice(0, dot) : base;
}
