import assert from "node:assert/strict";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { ApiProblem, UniverCity } from "../src/index.js";

/** What the server of these tests answers next, and what it was asked. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
const asked: IncomingMessage[] = [];
let server: Server;
let baseUrl: string;

before(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

after(() => server.close());

function json(response: ServerResponse, content: unknown, headers = {}, status = 200): void {
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(JSON.stringify(content));
}

test("an answer that has not changed is asked for by its ETag and read from memory", async () => {
  answer = (request, response) => {
    if (request.headers["if-none-match"] === '"one"') response.writeHead(304).end();
    else json(response, { kind: "redirect", location: "/de/" }, { ETag: '"one"' });
  };
  const client = new UniverCity({ baseUrl });

  const first = await client.resolve("/");
  const second = await client.resolve("/");

  assert.deepEqual(second, first);
  assert.equal(asked.at(-1)?.headers["if-none-match"], '"one"');
});

test("a changed answer replaces the one in memory", async () => {
  let version = 1;
  answer = (_request, response) => json(response, { kind: "page", locale: `v${version}` }, { ETag: `"${version}"` });
  const client = new UniverCity({ baseUrl });

  await client.resolve("/de/");
  version = 2;

  assert.equal((await client.resolve("/de/") as { locale: string }).locale, "v2");
});

test("an answer that must not be stored is not remembered", async () => {
  answer = (_request, response) => json(response, {}, { ETag: '"one"', "Cache-Control": "private, no-store" });
  const client = new UniverCity({ baseUrl });

  await client.preview("secret");
  await client.preview("secret");

  assert.equal(asked.at(-1)?.headers["if-none-match"], undefined);
  assert.equal(asked.at(-1)?.headers["x-preview-token"], "secret");
});

test("memory holds no more answers than it may", async () => {
  answer = (_request, response) => json(response, {}, { ETag: '"one"' });
  const client = new UniverCity({ baseUrl, remember: 1 });

  await client.resolve("/de/");
  await client.resolve("/en/");
  await client.resolve("/de/");

  assert.equal(asked.at(-1)?.headers["if-none-match"], undefined);
});

test("a problem is thrown with everything that the API said of it", async () => {
  const problem = { type: "/api/problems/not-found/", title: "Missing", status: 404, detail: "Nothing here.", nearest: { href: "/de/" } };
  answer = (_request, response) => json(response, problem, { "Content-Type": "application/problem+json" }, 404);

  const thrown = await new UniverCity({ baseUrl }).resolve("/de/nirgends/").catch((error: unknown) => error);

  assert.ok(thrown instanceof ApiProblem);
  assert.ok(thrown.is("not-found"));
  assert.equal(thrown.message, "Nothing here.");
  assert.deepEqual(thrown.problem, problem);
});

test("an error of something before the API is a problem, too", async () => {
  answer = (_request, response) => response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad gateway</h1>");

  const thrown = await new UniverCity({ baseUrl }).resolve("/de/").catch((error: unknown) => error);

  assert.ok(thrown instanceof ApiProblem);
  assert.equal(thrown.problem.status, 502);
});

test("a list is read to its end, each page when it is needed", async () => {
  const pages: Record<string, unknown> = {
    "": { items: [{ id: 1 }, { id: 2 }], next: "/api/v3/partners/?locale=de&cursor=b" },
    b: { items: [{ id: 3 }], next: null },
  };
  answer = (request, response) => {
    const { searchParams } = new URL(request.url ?? "", baseUrl);
    assert.equal(searchParams.get("locale"), "de");
    json(response, pages[searchParams.get("cursor") ?? ""]);
  };

  const ids = [];
  for await (const partner of new UniverCity({ baseUrl }).all("/api/v3/partners/", { locale: "de" })) {
    ids.push(partner.id);
  }

  assert.deepEqual(ids, [1, 2, 3]);
});

test("a token goes with every request", async () => {
  answer = (_request, response) => json(response, {});

  await new UniverCity({ baseUrl, token: "abc" }).resolve("/de/");

  assert.equal(asked.at(-1)?.headers.authorization, "Bearer abc");
});
