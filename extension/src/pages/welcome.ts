/** Starts the Rust of the welcome page; everything it does is in crates/pages. */
import bytes from "bezint-pages-wasm";
import { initSync, welcome } from "bezint-pages";
import { bytesOf } from "../core/bytes";

initSync({ module: bytesOf(bytes) });
welcome();
