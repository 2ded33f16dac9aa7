import createClient, { type Client } from "openapi-fetch";
import { asProblem } from "./problem.js";
import { rememberingFetch } from "./remembering-fetch.js";
import type { PageVerdict, paths, RedirectVerdict, SiteShape } from "./schema.js";

export interface ClientOptions {
  /** Where the CMS is, such as "https://www.univercity-bochum.de". */
  baseUrl: string;
  /** Bearer token, for what is not public; keep it on a server. */
  token?: string;
  /** In place of the global `fetch`, for example with time-outs of your own. */
  fetch?: (request: Request) => Promise<Response>;
  /** How many answers to remember by their ETag; 0 for none. */
  remember?: number;
}

export type Verdict = PageVerdict | RedirectVerdict;

type Query<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Parameters } };
}
  ? NonNullable<Parameters>
  : never;

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Content } } } };
}
  ? Content
  : never;

/** Endpoints that answer a page of a list and where to go on. */
export type ListPath = {
  [Path in keyof paths]: Answer<Path> extends { items: unknown[]; next: string | null }
    ? Path
    : never;
}[keyof paths];

export type ItemOf<Path extends ListPath> =
  Answer<Path> extends { items: (infer Item)[] } ? Item : never;

/** The page API of UniverCity Bochum. Every method throws `ApiProblem` where the API tells of one. */
export class UniverCity {
  /** Every endpoint, typed; for what the methods of this class do not cover. */
  readonly api: Client<paths>;

  constructor({ baseUrl, token, fetch = (request) => globalThis.fetch(request), remember = 200 }: ClientOptions) {
    this.api = createClient<paths>({
      baseUrl,
      fetch: remember > 0 ? rememberingFetch(fetch, remember) : fetch,
      headers: token ? { Authorization: `Bearer ${token}` } : {},
    });
  }

  /** Ask what is at a public path: a page with everything to show it, or a redirect. */
  async resolve(path: string, options: Omit<Query<"/api/v3/resolve/">, "path"> = {}): Promise<Verdict> {
    return this.get("/api/v3/resolve/", { ...options, path });
  }

  /** Read what stands around every page: navigation, footer, languages, social media. */
  async site(locale: NonNullable<Query<"/api/v3/site/">["locale"]>): Promise<SiteShape> {
    return this.get("/api/v3/site/", { locale }) as Promise<SiteShape>;
  }

  /** Read the state of a page that the editor previews. */
  async preview(token: string): Promise<PageVerdict> {
    return this.get("/api/v3/preview/", undefined, { "X-Preview-Token": token }) as Promise<PageVerdict>;
  }

  /** Go through a whole list, however many pages it has, asking for each page when it is needed. */
  async *all<Path extends ListPath>(path: Path, query: Query<Path>): AsyncGenerator<ItemOf<Path>> {
    let cursor: string | undefined;
    do {
      const page = await this.get(path, { ...query, ...(cursor ? { cursor } : {}) });
      const { items, next } = page as { items: ItemOf<Path>[]; next: string | null };
      yield* items;
      cursor = next ? (new URL(next, "http://list").searchParams.get("cursor") ?? undefined) : undefined;
    } while (cursor);
  }

  private async get<Path extends keyof paths>(
    path: Path,
    query?: Partial<Query<Path>>,
    headers: Record<string, string> = {},
  ): Promise<Answer<Path>> {
    const get = this.api.GET as (path: string, init: object) => Promise<Outcome<Answer<Path>>>;
    const { data, error, response } = await get(path, { params: { query }, headers });
    if (data === undefined) throw asProblem(response, error);
    return data;
  }
}

interface Outcome<Content> {
  data?: Content;
  error?: unknown;
  response: Response;
}
