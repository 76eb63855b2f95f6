import type { Page } from "../page.ts";
import type { Pack } from "./pack.ts";

/** What every page is asked for at once. */
export type Outline = Pick<Page, "version" | "kind" | "title" | "namespace">;

/** What a contract is derived from, and what a page includes: asked of all pages. */
export const keptFields = [
  "types",
  "enums",
  "operation",
  "permissions",
  "clouds",
  "deprecation",
  "examples",
  "includes",
] as const satisfies readonly (keyof Page)[];

/** Where a page stands that an earlier run has read, and how it is read again. */
export interface KeptPlace {
  readonly file: string;
  readonly outline: Outline;
  readonly pack: Pack;
  readonly row: number;
  readonly read: () => Page | undefined;
}

/**
 * A page that an earlier run has read. What was kept of it comes out of the pack when it is first asked for; for
 * anything else its file is read again, once.
 */
export function keptPage(place: KeptPlace): Page {
  return new KeptPage(place) as Page;
}

class KeptPage {
  readonly file: Page["file"];
  readonly version: Page["version"];
  readonly kind: Page["kind"];
  readonly title: Page["title"];
  readonly namespace: Page["namespace"];
  readonly #place: KeptPlace;
  #whole: Page | undefined;

  constructor(place: KeptPlace) {
    this.#place = place;
    this.file = place.file;
    ({
      version: this.version,
      kind: this.kind,
      title: this.title,
      namespace: this.namespace,
    } = place.outline);
  }

  get types() {
    return this.#kept("types");
  }
  get enums() {
    return this.#kept("enums");
  }
  get operation() {
    return this.#kept("operation");
  }
  get permissions() {
    return this.#kept("permissions");
  }
  get clouds() {
    return this.#kept("clouds");
  }
  get deprecation() {
    return this.#kept("deprecation");
  }
  get examples() {
    return this.#kept("examples");
  }
  get includes() {
    return this.#kept("includes");
  }

  get frontMatter() {
    return this.#again().frontMatter;
  }
  get headings() {
    return this.#again().headings;
  }
  get links() {
    return this.#again().links;
  }
  get annotations() {
    return this.#again().annotations;
  }
  get placedPermissions() {
    return this.#again().placedPermissions;
  }
  get snippets() {
    return this.#again().snippets;
  }
  get flaws() {
    return this.#again().flaws;
  }
  get reading() {
    return this.#again().reading;
  }

  #kept<Field extends (typeof keptFields)[number]>(field: Field): Page[Field] {
    const { pack, row } = this.#place;
    const cell = pack.cell(field, row);
    // The pack is of this very code, and its digest says that it is what was written.
    return cell ? (cell[0] as Page[Field]) : this.#again()[field];
  }

  #again(): Page {
    this.#whole ??= this.#place.read();
    if (!this.#whole) throw new Error(`${this.file} was a page, and is none any more`);
    return this.#whole;
  }
}
