export { UniverCity } from "./client.js";
export type { ClientOptions, ItemOf, ListPath, Verdict } from "./client.js";
export { ApiProblem, type ProblemDetails } from "./problem.js";
export type * from "./schema.js";
