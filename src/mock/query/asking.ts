import type { Contract, Operation, TypeContract } from "../../contract/contract.ts";

/** Whose properties an option may name. */
export interface Asking {
  readonly contract: Contract;
  /** Absent when nobody documents it: then every name is taken. */
  readonly type?: TypeContract;
  readonly operation?: Operation;
  readonly allMembers: boolean;
}
