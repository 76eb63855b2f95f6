/** The target of a link, made in one of the safe ways below; none of them can yield a `javascript:` address. */
export class Url {
  readonly href: string;

  private constructor(href: string) {
    this.href = href;
  }

  /** An anchor of this document. */
  static anchor(id: string): Url {
    return new Url(`#${encode(id)}`);
  }

  /** An anchor of another document of the report, by its relative path. */
  static document(path: string, id?: string): Url {
    return new Url(`${encodePath(path)}${id === undefined ? "" : `#${encode(id)}`}`);
  }

  /** What is asked of the search in another document. */
  static search(path: string, query: string): Url {
    return new Url(`${encodePath(path)}#q=${encode(query)}`);
  }

  /** A file beside the report, by its relative path; the fragment names the line. */
  static file(path: string, line: number): Url {
    // A leading double slash would name a host. A colon in the first segment would name a scheme, but is encoded.
    return new Url(`${encodePath(path.replace(/^\/+/, "/"))}#L${line}`);
  }

  /** A web address; undefined for anything but http and https. */
  static web(address: string): Url | undefined {
    if (!URL.canParse(address)) return undefined;
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? new Url(url.href) : undefined;
  }
}

function encodePath(path: string): string {
  return path.split("/").map(encode).join("/");
}

function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/'/g, "%27");
}
