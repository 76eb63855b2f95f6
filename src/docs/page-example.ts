import type { Location } from "../base/location.ts";
import type { HttpRequest, HttpResponse } from "../http/http-message.ts";
import type { BoundAnnotation, Fence } from "./block.ts";
import type { ResponsePromise } from "./operation-declaration.ts";

export interface PageExample {
  /** The name of the request annotation; empty when there is none. Not unique. */
  readonly name: string;
  /** The nearest heading that is not just "Request" or "Response". */
  readonly title: string;
  /** What its own section promises, in the place of the page's Response section. */
  readonly promises?: readonly ResponsePromise[];
  readonly request?: DocumentedMessage<HttpRequest>;
  readonly response?: DocumentedMessage<HttpResponse>;
}

export interface DocumentedMessage<Message> {
  readonly message: Message;
  readonly annotation?: BoundAnnotation;
  readonly fence: Fence;
  readonly location: Location;
}
