/**
 * What a site adapter has to say about an editable box. An adapter goes by
 * roles, test ids and structure, never by label text or hashed class names.
 */
import type { SiteName } from "../settings";

export type ComposerKind = "post" | "comment" | "article" | "message";

export interface Site {
  name: SiteName;
  /** Null: not a box this adapter knows. */
  kindOf(box: HTMLElement, path: string): ComposerKind | null;
}
