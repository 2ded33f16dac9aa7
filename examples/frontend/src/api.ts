import { ApiProblem, UniverCity, type Verdict } from "@univercity-bochum/client";

/** Where the CMS is. */
export const CMS = process.env.CMS_URL ?? "http://127.0.0.1:8000";

export const cms = new UniverCity({ baseUrl: CMS });

/** What lies at the CMS and not in this frontend. */
const FILES = /^\/(documents|media)\//;

/** Return an address as links in this frontend need it: pages here, files at the CMS. */
export function onSite(href: string): string {
  return FILES.test(href) ? new URL(href, CMS).href : href;
}

/** Do the same for all links of a rich text. */
export function onSiteHtml(html: string): string {
  return html.replace(/ href="([^"]*)"/g, (_, href: string) => ` href="${onSite(href)}"`);
}

/** What is at a path; a problem that visitors can meet is a value, anything else is thrown. */
export async function lookUp(path: string): Promise<Verdict | ApiProblem> {
  try {
    return await cms.resolve(path, { fallback: "de" });
  } catch (error) {
    if (error instanceof ApiProblem && error.problem.status < 500) return error;
    throw error;
  }
}
