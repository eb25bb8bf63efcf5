// The site's own default policy for Trusted Types: its editors set markup as
// strings, which the header would otherwise refuse.
globalThis.trustedTypes?.createPolicy("default", { createHTML: (markup) => markup });
