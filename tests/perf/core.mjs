/** The core as it ships, in node: `extension/generated` as the build made it. */
import { readFileSync } from "node:fs";

const generated = new URL("../../extension/generated/", import.meta.url);

/** The bytes of the core. */
export const bytes = () => readFileSync(new URL("core_bg.wasm", generated));

/** The glue of wasm-bindgen. */
export const glue = () => import(new URL("core.js", generated));
