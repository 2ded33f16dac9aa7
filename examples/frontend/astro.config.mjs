import node from "@astrojs/node";
import { defineConfig } from "astro/config";

// Rendered on the server, so that a change in the CMS shows with the next request.
export default defineConfig({
  output: "server",
  adapter: node({ mode: "standalone" }),
  trailingSlash: "always",
  devToolbar: { enabled: false },
});
