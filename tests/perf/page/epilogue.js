/** Goes behind the content script that is measured: the end of its loading. */
globalThis.measured.load = performance.now() - globalThis.measured.start;
