// Derived from documentation pages by graph-conformance; do not edit.

export interface ActivateProcessingResultScope {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * activationTaskScopeType.
   */
  taskScope?: ActivationTaskScopeType | null;
  "processingResults@odata.context"?: string;
  "processingResults@odata.count"?: number;
  "processingResults@odata.nextLink"?: string;
  /**
   * Relationship to collection of userProcessingResult.
   */
  processingResults?: UserProcessingResult[] | null;
}

export interface ActivateProcessingResultScopeCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: ActivateProcessingResultScope[];
}

export interface ActivateRunScope {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * activationTaskScopeType.
   */
  taskScope?: ActivationTaskScopeType | null;
  /**
   * activationUserScopeType.
   */
  userScope?: ActivationUserScopeType | null;
  "run@odata.context"?: string;
  /**
   * Relationship to run.
   */
  run?: Run | null;
}

export interface ActivateRunScopeCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: ActivateRunScope[];
}

export interface ActivationScope {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
}

export interface ActivationScopeCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: (ActivationScope | ActivateProcessingResultScope | ActivateRunScope)[];
}

/**
 * An enumeration of 3 members.
 */
export type ActivationTaskScopeType = "allTasks" | "failedTasks" | "unknownFutureValue";

/**
 * An enumeration of 3 members.
 */
export type ActivationUserScopeType = "allUsers" | "failedUsers" | "unknownFutureValue";

export interface Entity {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * String. Read-only.
   */
  id?: string | null;
}

export interface EntityCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: (Entity | Run | Task | TaskProcessingResult | UserProcessingResult)[];
}

/**
 * An enumeration of 3 members, several at a time.
 */
export type LifecycleTaskCategory = string;

/**
 * An enumeration of 4 members.
 */
export type LifecycleWorkflowCategory = "joiner" | "leaver" | "mover" | "unknownFutureValue";

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
   * activationScope.
   */
  activatedOnScope?: ActivationScope | ActivateProcessingResultScope | ActivateRunScope | null;
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
   * String. Inherited from entity. Read-only.
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
  scheduledDateTime?: string | null;
  /**
   * DateTimeOffset. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  startedDateTime?: string | null;
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
  "reprocessedRuns@odata.context"?: string;
  "reprocessedRuns@odata.count"?: number;
  "reprocessedRuns@odata.nextLink"?: string;
  /**
   * Relationship to collection of run.
   */
  reprocessedRuns?: Run[] | null;
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

export interface Task {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * collection of keyValuePair.
   */
  arguments?: unknown[] | null;
  /**
   * lifecycleTaskCategory. Supports $filter (eq, ne).
   */
  category?: LifecycleTaskCategory | null;
  /**
   * Boolean.
   */
  continueOnError?: boolean | null;
  /**
   * String.
   */
  description?: string | null;
  /**
   * String. Supports $filter (eq, ne), $orderby.
   */
  displayName?: string | null;
  /**
   * Int32. Supports $orderby.
   */
  executionSequence?: number | null;
  /**
   * String. Inherited from entity. Read-only. Supports $filter (eq, ne), $orderby.
   */
  id?: string | null;
  /**
   * Boolean. Supports $filter (eq, ne), $orderby.
   */
  isEnabled?: boolean | null;
  /**
   * String. Supports $filter (eq, ne).
   */
  taskDefinitionId?: string | null;
  "taskProcessingResults@odata.context"?: string;
  "taskProcessingResults@odata.count"?: number;
  "taskProcessingResults@odata.nextLink"?: string;
  /**
   * Relationship to collection of taskProcessingResult.
   */
  taskProcessingResults?: TaskProcessingResult[] | null;
}

export interface TaskCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: Task[];
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
   * String. Inherited from entity. Read-only. Supports $filter (eq, ne), $orderby.
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
  task?: Task | null;
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
   * String. Inherited from entity. Read-only. Supports $filter (eq, ne), $orderby.
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
  "reprocessedRuns@odata.context"?: string;
  "reprocessedRuns@odata.count"?: number;
  "reprocessedRuns@odata.nextLink"?: string;
  /**
   * Relationship to collection of run.
   */
  reprocessedRuns?: Run[] | null;
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

export interface UserSummary {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * Int32.
   */
  failedTasks?: number | null;
  /**
   * Int32.
   */
  failedUsers?: number | null;
  /**
   * Int32.
   */
  successfulUsers?: number | null;
  /**
   * Int32.
   */
  totalTasks?: number | null;
  /**
   * Int32.
   */
  totalUsers?: number | null;
}

export interface UserSummaryCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: UserSummary[];
}

export interface Workflow {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * lifecycleWorkflowCategory. Inherited from workflowBase. Supports $filter (eq, ne), $orderby.
   */
  category?: LifecycleWorkflowCategory | null;
  /**
   * DateTimeOffset. Inherited from workflowBase. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  createdDateTime?: string | null;
  /**
   * DateTimeOffset. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  deletedDateTime?: string | null;
  /**
   * String. Inherited from workflowBase.
   */
  description?: string | null;
  /**
   * String. Inherited from workflowBase. Supports $filter (eq, ne), $orderby.
   */
  displayName?: string | null;
  /**
   * workflowExecutionConditions. Inherited from workflowBase.
   */
  executionConditions?: unknown;
  /**
   * String. Supports $filter (eq, ne), $orderby.
   */
  id?: string | null;
  /**
   * Boolean. Inherited from workflowBase. Supports $filter (eq, ne), $orderby.
   */
  isEnabled?: boolean | null;
  /**
   * Boolean. Inherited from workflowBase. Supports $filter (eq, ne), $orderby.
   */
  isSchedulingEnabled?: boolean | null;
  /**
   * DateTimeOffset. Inherited from workflowBase. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  lastModifiedDateTime?: string | null;
  /**
   * DateTimeOffset. Supports $filter (lt, gt), $orderby.
   */
  nextScheduleRunDateTime?: string | null;
  /**
   * Int32. Supports $filter (lt, le, gt, ge, eq, ne), $orderby.
   */
  version?: number | null;
  "createdBy@odata.context"?: string;
  /**
   * Relationship to user. Inherited from workflowBase. Supports $filter (eq, ne), $expand.
   */
  createdBy?: {
    [k: string]: unknown;
  } | null;
  "executionScope@odata.context"?: string;
  "executionScope@odata.count"?: number;
  "executionScope@odata.nextLink"?: string;
  /**
   * Relationship to collection of user.
   */
  executionScope?:
    | {
        [k: string]: unknown;
      }[]
    | null;
  "lastModifiedBy@odata.context"?: string;
  /**
   * Relationship to user. Inherited from workflowBase. Supports $filter (eq, ne), $expand.
   */
  lastModifiedBy?: {
    [k: string]: unknown;
  } | null;
  "runs@odata.context"?: string;
  "runs@odata.count"?: number;
  "runs@odata.nextLink"?: string;
  /**
   * Relationship to collection of run.
   */
  runs?: Run[] | null;
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
  "tasks@odata.context"?: string;
  "tasks@odata.count"?: number;
  "tasks@odata.nextLink"?: string;
  /**
   * Relationship to collection of task. Inherited from workflowBase.
   */
  tasks?: Task[] | null;
  "userProcessingResults@odata.context"?: string;
  "userProcessingResults@odata.count"?: number;
  "userProcessingResults@odata.nextLink"?: string;
  /**
   * Relationship to collection of userProcessingResult.
   */
  userProcessingResults?: UserProcessingResult[] | null;
  "versions@odata.context"?: string;
  "versions@odata.count"?: number;
  "versions@odata.nextLink"?: string;
  /**
   * Relationship to collection of workflowVersion.
   */
  versions?:
    | {
        [k: string]: unknown;
      }[]
    | null;
}

export interface WorkflowBase {
  "@odata.context"?: string;
  "@odata.etag"?: string;
  "@odata.id"?: string;
  "@odata.type"?: string;
  /**
   * lifecycleWorkflowCategory.
   */
  category?: LifecycleWorkflowCategory | null;
  /**
   * DateTimeOffset.
   */
  createdDateTime?: string | null;
  /**
   * String.
   */
  description?: string | null;
  /**
   * String.
   */
  displayName?: string | null;
  /**
   * workflowExecutionConditions.
   */
  executionConditions?: unknown;
  /**
   * Boolean.
   */
  isEnabled?: boolean | null;
  /**
   * Boolean.
   */
  isSchedulingEnabled?: boolean | null;
  /**
   * DateTimeOffset.
   */
  lastModifiedDateTime?: string | null;
  "createdBy@odata.context"?: string;
  /**
   * Relationship to user.
   */
  createdBy?: {
    [k: string]: unknown;
  } | null;
  "lastModifiedBy@odata.context"?: string;
  /**
   * Relationship to user.
   */
  lastModifiedBy?: {
    [k: string]: unknown;
  } | null;
  "tasks@odata.context"?: string;
  "tasks@odata.count"?: number;
  "tasks@odata.nextLink"?: string;
  /**
   * Relationship to collection of task.
   */
  tasks?: Task[] | null;
}

export interface WorkflowBaseCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: (WorkflowBase | Workflow)[];
}

export interface WorkflowCollectionResponse {
  "@odata.context"?: string;
  "@odata.count"?: number;
  "@odata.deltaLink"?: string;
  "@odata.nextLink"?: string;
  value: Workflow[];
}

/**
 * An enumeration of 4 members. Only with "Prefer: include-unknown-enum-members": "activatedWithScope".
 */
export type WorkflowExecutionType = "scheduled" | "onDemand" | "unknownFutureValue" | "activatedWithScope";
