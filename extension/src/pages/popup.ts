/** Starts the Rust of the popup page; everything it does is in crates/pages. */
import bytes from "bezint-pages-wasm";
import { initSync, popup } from "bezint-pages";
import { bytesOf } from "../core/bytes";

initSync({ module: bytesOf(bytes) });
popup();
