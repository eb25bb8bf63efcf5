/**
 * Builds one browser's extension folder out of src/, pages/, _locales/, icons/,
 * the manifest at the root and the generated core. It does not build the core
 * (wasm) itself and signs or zips nothing.
 *
 *   node build.mjs --browser chromium|firefox --out DIR [--generated DIR]
 */
import { build } from "esbuild";
import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { manifestFor } from "./package.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    browser: { type: "string" },
    out: { type: "string" },
    generated: { type: "string", default: join(here, "generated") },
  },
});
const { browser, out } = values;
if ((browser !== "chromium" && browser !== "firefox") || out === undefined) {
  console.error("usage: node build.mjs --browser chromium|firefox --out DIR [--generated DIR]");
  process.exit(2);
}
const generated = resolve(values.generated);
const target = resolve(out);

const exists = (path) => stat(path).then(() => true, () => false);
for (const needed of ["core.js", "core_bg.wasm", "texts.json"]) {
  if (!(await exists(join(generated, needed)))) {
    console.error(`${join(generated, needed)} is missing: build the core first (cargo xtask build)`);
    process.exit(1);
  }
}

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });

/** Options every bundle shares. Not minified: store reviewers read the result. */
const shared = {
  bundle: true,
  format: "iife",
  target: browser === "firefox" ? ["firefox140"] : ["chrome122"],
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // The generated glue can also load itself by address; that half is never
  // called and must not be in the package.
  treeShaking: true,
  loader: { ".wasm": "base64" },
  define: { BROWSER: JSON.stringify(browser) },
  alias: {
    "bezint-core": join(generated, "core.js"),
    "bezint-core-wasm": join(generated, "core_bg.wasm"),
    "bezint-texts": join(generated, "texts.json"),
    "bezint-pages": join(generated, "pages.js"),
    "bezint-pages-wasm": join(generated, "pages_bg.wasm"),
  },
};

const entries = { content: "src/content.ts", background: "src/background/background.ts" };
const withPages = await exists(join(generated, "pages.js"));
if (withPages) {
  entries.popup = "src/pages/popup.ts";
  entries.welcome = "src/pages/welcome.ts";
} else {
  console.warn("note: generated/pages.js is missing, the popup and welcome page stay empty");
}
await Promise.all(
  Object.entries(entries).map(([name, source]) =>
    build({ ...shared, entryPoints: [join(here, source)], outfile: join(target, `${name}.js`) }),
  ),
);
if (!withPages) {
  for (const page of ["popup", "welcome"]) await writeFile(join(target, `${page}.js`), "");
}

await cp(join(here, "pages"), target, { recursive: true });
await cp(join(here, "_locales"), join(target, "_locales"), { recursive: true });
await mkdir(join(target, "icons"));
for (const size of [16, 32, 48, 128]) {
  await cp(join(here, "icons", `${size}.png`), join(target, "icons", `${size}.png`));
}
const manifest = JSON.parse(await readFile(join(here, "..", "manifest.json"), "utf8"));
await writeFile(join(target, "manifest.json"), `${JSON.stringify(manifestFor(manifest, browser), null, 2)}\n`);
