// Bundles the fixture pages: one document, script and style sheet per site.
import { build } from "esbuild";
import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { out: { type: "string", default: "../../target/pages" } } });

const sites = [
  { name: "x", title: "X (nagebouwd)" },
  { name: "facebook", title: "Facebook (nagebouwd)" },
  { name: "linkedin", title: "LinkedIn (nagebouwd)" },
  { name: "index", title: "Bezint: proefpagina's" },
];

await build({
  entryPoints: sites.map(({ name }) => ({ in: `src/${name}/main.js`, out: name })),
  outdir: values.out,
  bundle: true,
  format: "iife",
  target: "es2022",
  jsx: "transform",
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  loader: { ".css": "css" },
  logLevel: "warning",
});

await mkdir(values.out, { recursive: true });
for (const { name, title } of sites) {
  await writeFile(
    `${values.out}/${name}.html`,
    `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="/assets/${name}.css">
</head>
<body>
<script src="/assets/${name}.js"></script>
</body>
</html>
`,
  );
}
