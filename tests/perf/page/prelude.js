/**
 * Goes before the content script in a copy of the extension that is measured,
 * into the same world, and times every call the browser makes into it: events,
 * observers, frames, timers, answers from the background. What is measured is
 * the shipped file, byte for byte. `epilogue.js` ends the loading.
 */
{
  const spans = [];
  let inside = false;

  const timed = (work) =>
    function (...given) {
      if (inside) return work.apply(this, given);
      inside = true;
      const start = performance.now();
      try {
        return work.apply(this, given);
      } finally {
        inside = false;
        spans.push([start, performance.now() - start]);
      }
    };

  const wrapped = new WeakMap();
  const wrap = (work) => {
    if (typeof work !== "function") return work;
    if (!wrapped.has(work)) wrapped.set(work, timed(work));
    return wrapped.get(work);
  };
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, work, options) {
    return add.call(this, type, wrap(work), options);
  };
  EventTarget.prototype.removeEventListener = function (type, work, options) {
    return remove.call(this, type, wrap(work), options);
  };
  // A window takes its listeners under its own name.
  for (const name of ["addEventListener", "removeEventListener"]) {
    const { value } = Object.getOwnPropertyDescriptor(EventTarget.prototype, name);
    if (window[name] !== value) window[name] = (...given) => value.apply(window, given);
  }
  for (const name of ["requestAnimationFrame", "setTimeout", "queueMicrotask", "requestIdleCallback"]) {
    const original = globalThis[name].bind(globalThis);
    globalThis[name] = (work, ...rest) => original(timed(work), ...rest);
  }
  for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"]) {
    const Original = globalThis[name];
    globalThis[name] = function (work, ...rest) {
      return new Original(timed(work), ...rest);
    };
  }
  const connect = chrome.runtime.connect.bind(chrome.runtime);
  chrome.runtime.connect = (...given) => {
    const port = connect(...given);
    const hear = port.onMessage.addListener.bind(port.onMessage);
    port.onMessage.addListener = (work) => hear(timed(work));
    return port;
  };

  const memories = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...given) {
    const instance = new Instance(...given);
    memories.push(instance.exports.memory);
    return instance;
  };

  add.call(document, "measured-read", () => {
    const { load } = globalThis.measured;
    const webAssembly = memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
    const told = JSON.stringify({ load, webAssembly, spans: spans.splice(0) });
    document.documentElement.setAttribute("data-measured", told);
  });
  globalThis.measured = { start: performance.now(), load: 0 };
}
