import type { Page } from "../../docs/page.ts";
import type { Contract } from "../contract.ts";

/** What of a contract pages declare, and do not show in their examples. */
export type Declared = Pick<Contract, "types" | "enums" | "operations">;

/**
 * What was derived before, of pages that declared the same in other lines: names, types and links were the same, so that
 * what is derived of a page that is still the same value is the same, too, where nothing else goes into it that moved.
 *
 *     before   | displayName | String | The name. |     at line 12 of lamp.md
 *     now      | displayName | String | The name. |     at line 14 of it; shade.md is the page that it was
 */
export interface DerivedBefore {
  readonly declared: Declared;
  /**
   * Whether a page is the very one that it was derived of. What a page includes, and the pages of base types, are asked
   * for apart.
   */
  isKnown(page: Page): boolean;
}
