/** A `fetch` that remembers answers by their ETag and asks only whether they changed (RFC 9110, 13). */

type Fetch = (request: Request) => Promise<Response>;

interface Remembered {
  etag: string;
  headers: [string, string][];
  body: ArrayBuffer;
}

/**
 * Wrap `inner` so that a repeated GET sends `If-None-Match`; a 304 is answered with the body known.
 *
 * Keeps the `limit` answers used last. Answers to different credentials are kept apart; what the
 * server marks `no-store` is never kept.
 */
export function rememberingFetch(inner: Fetch, limit = 200): Fetch {
  const answers = new Map<string, Remembered>();

  return async (request) => {
    if (request.method !== "GET") return inner(request);
    const key = keyOf(request);
    const known = answers.get(key);
    if (known) request.headers.set("If-None-Match", known.etag);

    const response = await inner(request);
    if (response.status === 304 && known) {
      keepAsNewest(answers, key, known, limit);
      return new Response(known.body.slice(0), { status: 200, headers: known.headers });
    }
    const etag = response.headers.get("ETag");
    answers.delete(key);
    if (response.ok && etag && !isPrivate(response)) {
      const body = await response.clone().arrayBuffer();
      keepAsNewest(answers, key, { etag, headers: [...response.headers], body }, limit);
    }
    return response;
  };
}

function keyOf(request: Request): string {
  const credentials = ["Authorization", "X-Preview-Token"].map((name) => request.headers.get(name));
  return JSON.stringify([request.url, ...credentials]);
}

function isPrivate(response: Response): boolean {
  return /\bno-store\b/.test(response.headers.get("Cache-Control") ?? "");
}

function keepAsNewest(
  answers: Map<string, Remembered>,
  key: string,
  answer: Remembered,
  limit: number,
): void {
  answers.delete(key);
  answers.set(key, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= limit) break;
    answers.delete(oldest);
  }
}
