/**
 * Walking the page as it is seen, across open shadow roots. Reads only.
 */

/** A form hides what it has behind its fields' names: `<input name="matches">`. */
const parentNode = Object.getOwnPropertyDescriptor(Node.prototype, "parentNode")?.get;

/** The parent on screen: of a root's child, the host. */
export function parentOf(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host;
  const parent: unknown = parentNode?.call(node);
  return parent instanceof Node ? parent : null;
}

export function matches(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}

export function holds(element: Element, selector: string): boolean {
  return Element.prototype.querySelector.call(element, selector) !== null;
}

export function* ancestors(element: Element): Generator<Element> {
  for (let node: Node | null = element; node !== null; node = parentOf(node)) {
    if (node instanceof Element) yield node;
  }
}

/** `closest` that does not stop at the edge of a shadow root. */
export function closest(element: Element, selector: string): Element | null {
  for (let from: Element | null = element; from !== null; ) {
    const found = Element.prototype.closest.call(from, selector);
    if (found !== null) return found;
    const root: Node = Node.prototype.getRootNode.call(from);
    from = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

export type Root = Document | ShadowRoot;

export function rootOf(node: Node): Root {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root : node.ownerDocument ?? document;
}

/** The focused element, looked for inside open shadow roots as well. */
export function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement != null) element = element.shadowRoot.activeElement;
  return element;
}
