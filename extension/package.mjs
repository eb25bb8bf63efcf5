/**
 * Derives a browser's manifest from the one at the root: each browser gets only
 * the keys it knows. Anything that differs between the two packages is here and
 * nowhere else.
 */
export function manifestFor(manifest, browser) {
  const { minimum_chrome_version, browser_specific_settings, background, ...rest } = manifest;
  if (browser === "firefox") {
    return { ...rest, browser_specific_settings, background: { scripts: background.scripts } };
  }
  return { ...rest, minimum_chrome_version, background: { service_worker: background.service_worker } };
}
