// Derived from documentation pages by graph-conformance; do not edit.

/**
 * An enumeration of 7 members.
 */
export type LifecycleWorkflowProcessingStatus =
  | "queued"
  | "inProgress"
  | "completed"
  | "completedWithErrors"
  | "canceled"
  | "failed"
  | "unknownFutureValue";

export interface Run {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * DateTimeOffset. Sometimes null. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  completedDateTime?: string | null;
  /**
   * Int32.
   */
  failedTasksCount?: number | null;
  /**
   * Int32.
   */
  failedUsersCount?: number | null;
  /**
   * String. Inherited from entity.
   */
  id?: string | null;
  /**
   * DateTimeOffset. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  lastUpdatedDateTime?: string | null;
  /**
   * lifecycleWorkflowProcessingStatus. Supports $filter (eq, ne), $orderby.
   */
  processingStatus?: LifecycleWorkflowProcessingStatus | null;
  /**
   * DateTimeOffset. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  startedDateTime?: string | null;
  /**
   * DateTimeOffset. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  scheduledDateTime?: string | null;
  /**
   * Int32.
   */
  successfulUsersCount?: number | null;
  /**
   * Int32.
   */
  totalUsersCount?: number | null;
  /**
   * Int32.
   */
  totalTasksCounts?: number | null;
  /**
   * Int32.
   */
  totalUnprocessedTasksCount?: number | null;
  /**
   * workflowExecutionType. Supports $filter (eq, ne), $orderby.
   */
  workflowExecutionType?: WorkflowExecutionType | null;
  "userProcessingResults@odata.context"?: string;
  "userProcessingResults@odata.count"?: number;
  "userProcessingResults@odata.nextLink"?: string;
  /**
   * Relationship to collection of userProcessingResult.
   */
  userProcessingResults?: UserProcessingResult[] | null;
  "taskProcessingResults@odata.context"?: string;
  "taskProcessingResults@odata.count"?: number;
  "taskProcessingResults@odata.nextLink"?: string;
  /**
   * Relationship to collection of taskProcessingResult.
   */
  taskProcessingResults?: TaskProcessingResult[] | null;
  "taskReports@odata.context"?: string;
  "taskReports@odata.count"?: number;
  "taskReports@odata.nextLink"?: string;
  /**
   * Relationship to collection of taskReport.
   */
  taskReports?:
    | {
        [k: string]: unknown;
      }[]
    | null;
}

export interface RunCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: Run[];
}

export interface TaskProcessingResult {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * DateTimeOffset. Sometimes null. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  completedDateTime?: string | null;
  /**
   * DateTimeOffset. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  createdDateTime?: string | null;
  /**
   * String.
   */
  failureReason?: string | null;
  /**
   * String. Inherited from entity. Supports $filter (eq, ne), $orderby.
   */
  id?: string | null;
  /**
   * lifecycleWorkflowProcessingStatus. Supports $filter (eq, ne), $orderby.
   */
  processingStatus?: LifecycleWorkflowProcessingStatus | null;
  /**
   * DateTimeOffset. Sometimes null. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  startedDateTime?: string | null;
  "subject@odata.context"?: string;
  /**
   * Relationship to user. Supports $filter (eq, ne), $expand.
   */
  subject?: {
    [k: string]: unknown;
  } | null;
  "task@odata.context"?: string;
  /**
   * Relationship to task.
   */
  task?: {
    [k: string]: unknown;
  } | null;
}

export interface TaskProcessingResultCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: TaskProcessingResult[];
}

export interface UserProcessingResult {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * DateTimeOffset. Sometimes null. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  completedDateTime?: string | null;
  /**
   * Int32.
   */
  failedTasksCount?: number | null;
  /**
   * String. Inherited from entity. Supports $filter (eq, ne), $orderby.
   */
  id?: string | null;
  /**
   * lifecycleWorkflowProcessingStatus. Supports $filter (eq, ne), $orderby.
   */
  processingStatus?: LifecycleWorkflowProcessingStatus | null;
  /**
   * DateTimeOffset. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  scheduledDateTime?: string | null;
  /**
   * DateTimeOffset. Sometimes null. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  startedDateTime?: string | null;
  /**
   * Int32.
   */
  totalTasksCount?: number | null;
  /**
   * Int32.
   */
  totalUnprocessedTasksCount?: number | null;
  /**
   * workflowExecutionType. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  workflowExecutionType?: WorkflowExecutionType | null;
  /**
   * Int32.
   */
  workflowVersion?: number | null;
  "subject@odata.context"?: string;
  /**
   * Relationship to user. Supports $filter (eq, ne), $expand.
   */
  subject?: {
    [k: string]: unknown;
  } | null;
  "taskProcessingResults@odata.context"?: string;
  "taskProcessingResults@odata.count"?: number;
  "taskProcessingResults@odata.nextLink"?: string;
  /**
   * Relationship to collection of taskProcessingResult.
   */
  taskProcessingResults?: TaskProcessingResult[] | null;
}

export interface UserProcessingResultCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: UserProcessingResult[];
}

/**
 * An enumeration of 3 members.
 */
export type WorkflowExecutionType = "scheduled" | "onDemand" | "unknownFutureValue";
