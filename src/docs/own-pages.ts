import { fileURLToPath } from "node:url";

/** The folder of the pages that come with the package: lifecycle workflows reporting, v1.0 and beta. */
export const ownPages: string = fileURLToPath(new URL("../../fixtures/docs", import.meta.url));
