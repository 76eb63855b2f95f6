/** What a valid access token allows. */
export interface Grant {
  /** Who signed in: an application, or a user of a work or school account through one. */
  readonly scheme: "application" | "delegated-work";
  /** In lower case: roles of an application, scopes of a user. */
  readonly permissions: ReadonlySet<string>;
  readonly tenantId: string;
  readonly clientId: string;
  /** The name that the user signed in with. */
  readonly user?: string;
  /** Seconds since 1970; from then on the token is expired. */
  readonly expires: number;
}

/** Why there is no grant, in Graph's words for it. */
export interface Invalid {
  readonly invalid: string;
}
