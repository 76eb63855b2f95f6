/** Whether pages promise something of a query: they name it, they leave it open, or they name others instead. */
export type Standing = "promised" | "unsaid" | "undocumented";
