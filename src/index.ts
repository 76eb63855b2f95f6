// Types of Node stand in ours, and TypeScript takes none that is not asked for.
/// <reference types="node" preserve="true" />

export { UsageError } from "./base/usage-error.ts";
export type * from "./contract/contract.ts";
export { deriveContract } from "./contract/derive/derive-contract.ts";
export { derivedFiles } from "./contract/derived-files.ts";
export { jsonSchemas } from "./contract/json-schema/json-schema.ts";
export { openapi } from "./contract/openapi/openapi.ts";
export { typeDeclarations } from "./contract/typescript/type-declarations.ts";
export { type Folder, folderOf } from "./docs/folder.ts";
export type * from "./docs/page.ts";
export { ownPages } from "./docs/page-path.ts";
export { readFolders } from "./docs/read-folder.ts";
export { readPage } from "./docs/read-page.ts";
export {
  type Documentation,
  documentationOf,
  documentedExchanges,
  judgeDocumentedPage,
  type MetadataByVersion,
} from "./exchange/judge-documentation.ts";
export type { PlanOptions } from "./exchange/service/asking.ts";
export { type JudgeInput, judgeService } from "./exchange/service/judge-service.ts";
export { obtainExchanges, type ServiceInput } from "./exchange/service/obtain-exchanges.ts";
export type { Progress } from "./exchange/service/progress.ts";
export type { Clock, Sleep } from "./exchange/service/transport/clock.ts";
export {
  type Politeness,
  type PoliteTransport,
  politeTransport,
} from "./exchange/service/transport/polite-transport.ts";
export type { Wait } from "./exchange/service/transport/retrying.ts";
export type { TokenSource } from "./exchange/service/transport/sign-requests.ts";
export { type Message, NotSent, type Transport } from "./exchange/service/transport/transport.ts";
export type { ReceivedMessage } from "./http/received-message.ts";
export type { Metadata } from "./metadata/metadata.ts";
export { readMetadata } from "./metadata/read-metadata.ts";
export type { Fault } from "./mock/faults/fault.ts";
export { faults } from "./mock/faults/faults.ts";
export { type MockOptions, type RunningMock, startMock } from "./mock/http/start-mock.ts";
export type { ServiceRequest, ServiceResponse } from "./mock/message.ts";
export type { Throttle } from "./mock/service.ts";
export type { MockData } from "./mock/store/supply.ts";
export type * from "./report/baseline/outcome.ts";
export { makeReport, type ReportInput } from "./report/make-report.ts";
export type * from "./report/report.ts";
export { exitCode } from "./report/verdict.ts";
export { writeReport } from "./report/write-report.ts";
export type * from "./rules/assertion.ts";
export { catalogue } from "./rules/catalogue.ts";
export type * from "./rules/exchange.ts";
export { judgeExchange, judgePage } from "./rules/judge.ts";
export type { Memory } from "./rules/memory.ts";
export type * from "./rules/reason.ts";
