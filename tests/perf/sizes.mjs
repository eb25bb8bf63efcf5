/** Bytes of files, as they are and compressed; prints rows as JSON. */
import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const rows = process.argv.slice(2).map((argument) => {
  const [what, path] = argument.split("=");
  const bytes = readFileSync(path);
  return {
    what,
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
});
console.log(JSON.stringify(rows));
