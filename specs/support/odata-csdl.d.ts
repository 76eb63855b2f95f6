declare module "odata-csdl" {
  /** Reads CSDL XML 4.0 into CSDL JSON; throws on what it cannot read. */
  export function xml2json(
    xml: string,
    options?: { strict?: boolean; messages?: object[] },
  ): Record<string, unknown>;
}
