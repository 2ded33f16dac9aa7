/** An answer of the API that is not what was asked for (RFC 9457). */
export interface ProblemDetails {
  /** Never changes for a kind of problem; docs/api.md lists them. */
  type: string;
  title: string;
  status: number;
  detail?: string;
  [extension: string]: unknown;
}

/** Thrown for every answer that tells of a problem; `problem` holds all that the API said. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }

  /** Whether the problem is of a kind, such as "not-found". */
  is(kind: string): boolean {
    return this.problem.type.replace(/\/$/, "").endsWith(`/${kind}`);
  }
}

/** Read what an answer says went wrong, also where something before the API answered. */
export function asProblem(response: Response, content: unknown): ApiProblem {
  if (isProblem(content)) return new ApiProblem(content);
  const title = response.statusText || `Status ${response.status}`;
  return new ApiProblem({ type: "about:blank", title, status: response.status });
}

function isProblem(content: unknown): content is ProblemDetails {
  return (
    typeof content === "object" && content !== null && "type" in content && "title" in content
  );
}
