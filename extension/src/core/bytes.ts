/**
 * Turns the base64 form in which wasm travels (inside a bundle, in a message)
 * back into bytes. Nothing is read from any address.
 */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
