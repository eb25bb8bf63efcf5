/**
 * Types of what the Rust build puts into extension/generated, written down by
 * hand so that the TypeScript can be checked before the core is built. The
 * names are resolved by build.mjs.
 */

declare const BROWSER: "chromium" | "firefox";

declare module "bezint-core" {
  import type { Context, Warning } from "./types";
  export class Checker {
    constructor();
    set_context(context: Context): void;
    check(text: string): Warning[];
    free(): void;
  }
  export function initSync(options: { module: WebAssembly.Module }): unknown;
}

declare module "bezint-core-wasm" {
  const base64: string;
  export default base64;
}

declare module "bezint-texts" {
  import type { Citation, Employer, Localised } from "./types";
  const catalogue: {
    rules: Record<string, { why: Localised; advice: Localised; norms: string[] }>;
    norms: Record<string, Citation & { title: Localised; stelregel: number[]; employers: string[] }>;
    contact: Partial<Record<Employer, Localised>>;
    notice: Partial<Record<Employer, Localised>>;
  };
  export default catalogue;
}

declare module "bezint-pages" {
  export function initSync(options: { module: BufferSource }): unknown;
  export function popup(): void;
  export function welcome(): void;
}

declare module "bezint-pages-wasm" {
  const base64: string;
  export default base64;
}
