import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Collects all garbage of this process, so that what is left of its heap is in use. */
export function collector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}
